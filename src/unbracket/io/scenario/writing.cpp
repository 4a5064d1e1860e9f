#include "unbracket/io/scenario/writing.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/model/id_text.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace unbracket {

namespace {

constexpr std::int64_t largest_score = 1'000'000'000; // of a case

bool is_whole(const Rational& number) {
    return number.to_fraction_text().find('/') == std::string::npos;
}

/// The whole number without its factors 2 and 5.
Rational without_factors_of_ten(Rational number) {
    for (const std::int64_t factor : {2, 5}) {
        while (is_whole(number / Rational(factor))) {
            number /= Rational(factor);
        }
    }
    return number;
}

class FileNames {
public:
    std::string of(const std::string& name) {
        std::string base;
        for (const char letter : name) {
            base += is_id(std::string_view(&letter, 1)) ? letter : '_';
        }
        base.resize(std::min(base.size(), longest_id));
        base = base.empty() ? "profile" : base;
        std::string file = base;
        for (std::size_t count = 2; !taken_.insert(file).second; ++count) {
            file = base + "-" + std::to_string(count);
        }
        return file;
    }

private:
    std::set<std::string> taken_ = {"domain"};
};

class ShareMaker {
public:
    explicit ShareMaker(const ScenarioProfile& profile) : profile_(profile) {}

    /// Nothing where a number needs more than 100 places.
    std::optional<ShareProfile> made(const Scenario& scenario) {
        moved_ = -profile_.constant;
        for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
            add_issue(profile_.scores[i], scenario.issues[i].values.size());
        }
        std::vector<Rational> numbers = best_;
        numbers.push_back(profile_.fallback + moved_);
        Rational total;
        for (const Rational& best : best_) {
            total += best;
        }
        const Rational scale = decimal_scale(numbers, total);
        for (const Rational& best : best_) {
            share_.weights.push_back(decimal(best / scale));
        }
        share_.reservation = decimal(numbers.back() / scale);
        share_.note = "utility = worth in the case" + moved_text() +
                      (scale == Rational(1) ? "" : " / (" + scale.to_fraction_text() + ")");
        return are_decimals_ ? std::optional(std::move(share_)) : std::nullopt;
    }

private:
    std::string moved_text() const {
        if (moved_.sign() == 0) {
            return "";
        }
        return " + (" + moved_.to_fraction_text() + ")";
    }

    std::string decimal(const Rational& number) {
        const auto text = scenario_decimal(number);
        are_decimals_ = are_decimals_ && text;
        return text.value_or("");
    }

    void add_issue(std::vector<Rational> scores, std::size_t values) {
        scores.resize(values);
        const Rational least = *std::min_element(scores.begin(), scores.end());
        if (least.sign() < 0) {
            moved_ -= least;
            std::for_each(scores.begin(), scores.end(), [&](Rational& score) { score -= least; });
        }
        const Rational best = *std::max_element(scores.begin(), scores.end());
        const Rational unit = whole_number_unit(scores);
        best_.push_back(best);
        std::vector<std::string>& evaluations = share_.evaluations.emplace_back();
        for (const Rational& score : scores) {
            evaluations.push_back((score * unit).to_fraction_text());
        }
    }

    const ScenarioProfile& profile_;
    ShareProfile share_;
    bool are_decimals_ = true;
    std::vector<Rational> best_; // of each issue
    Rational moved_;
};

// Weights that sum to 1 and utilities between 0 and 1, all in decimals. The obvious weight of an
// issue is its best worth over the sum of them, and a utility is the worth over the best. Where one
// of these is no decimal, weights are a power of two below one: 1/W for each issue but the last,
// which takes the rest, R/W. A utility is then worth * W / scale, and for the last issue worth * W
// / (scale * R): decimals, where scale is 1/R times a number that makes all worth decimals.
class UnitMaker {
public:
    UnitMaker(const ScenarioProfile& profile, const Scenario& scenario)
        : fallback_(profile.fallback - profile.constant) {
        for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
            std::vector<Rational> worth = profile.scores[i];
            worth.resize(scenario.issues[i].values.size());
            const Rational least =
                std::min(Rational(0), *std::min_element(worth.begin(), worth.end()));
            fallback_ -= least;
            std::for_each(worth.begin(), worth.end(), [&](Rational& each) { each -= least; });
            best_.push_back(*std::max_element(worth.begin(), worth.end()));
            total_ += best_.back();
            worth_.push_back(std::move(worth));
        }
    }

    /// Nothing where a number needs more than 100 places.
    std::optional<UnitProfile> made() const {
        std::optional<UnitProfile> obvious = total_.sign() == 0 ? std::nullopt : with(by_best());
        return obvious ? obvious : with(by_power_of_two());
    }

private:
    struct Numbers {
        std::vector<Rational> weights;
        std::vector<std::vector<Rational>> utilities;
        Rational reservation;
    };

    Numbers by_best() const {
        Numbers numbers;
        numbers.utilities = worth_;
        numbers.reservation = fallback_ / total_;
        for (std::size_t i = 0; i < best_.size(); ++i) {
            numbers.weights.push_back(best_[i] / total_);
            const Rational divisor = best_[i].sign() == 0 ? Rational(1) : best_[i];
            for (Rational& utility : numbers.utilities[i]) {
                utility /= divisor;
            }
        }
        return numbers;
    }

    Numbers by_power_of_two() const {
        std::int64_t parts = 1;
        while (parts < static_cast<std::int64_t>(best_.size())) {
            parts *= 2;
        }
        const Rational rest(parts - static_cast<std::int64_t>(best_.size()) + 1);
        std::vector<Rational> all = {fallback_};
        for (const std::vector<Rational>& worth : worth_) {
            all.insert(all.end(), worth.begin(), worth.end());
        }
        const Rational most = *std::max_element(best_.begin(), best_.end()) * Rational(parts);
        const Rational scale = decimal_scale(all, most * rest) / rest;
        Numbers numbers;
        numbers.utilities = worth_;
        numbers.reservation = fallback_ / scale;
        for (std::size_t i = 0; i < best_.size(); ++i) {
            const Rational share = i + 1 == best_.size() ? rest : Rational(1);
            numbers.weights.push_back(share / Rational(parts));
            for (Rational& utility : numbers.utilities[i]) {
                utility *= Rational(parts) / (share * scale);
            }
        }
        return numbers;
    }

    static std::optional<UnitProfile> with(const Numbers& numbers) {
        UnitProfile unit;
        bool are_decimals = true;
        const auto decimal = [&](const Rational& number) {
            const auto text = scenario_decimal(number);
            are_decimals = are_decimals && text;
            return text.value_or("");
        };
        for (std::size_t i = 0; i < numbers.weights.size(); ++i) {
            unit.weights.push_back(decimal(numbers.weights[i]));
            std::vector<std::string>& utilities = unit.utilities.emplace_back();
            for (const Rational& utility : numbers.utilities[i]) {
                utilities.push_back(decimal(utility));
            }
        }
        unit.reservation = decimal(numbers.reservation);
        return are_decimals ? std::optional(std::move(unit)) : std::nullopt;
    }

    Rational fallback_;
    Rational total_;
    std::vector<Rational> best_;
    std::vector<std::vector<Rational>> worth_;
};

void refuse_patterns(const ScenarioProfile& profile, const std::string& format,
                     Diagnostics& problems) {
    if (!profile.patterns.empty()) {
        problems.push_back({profile.at,
                            std::to_string(profile.patterns.size()) + " combinations of " +
                                quoted(profile.name) + " have a worth of their own",
                            "a profile of " + format + " is written as a sum over issues"});
    }
}

Rational magnitude(const Rational& number) {
    return number.sign() < 0 ? -number : number;
}

std::optional<PlainProfile> plain_profile(const ScenarioProfile& profile,
                                          const Scenario& scenario) {
    std::vector<Rational> all = {profile.fallback, profile.constant};
    for (const std::vector<Rational>& scores : profile.scores) {
        all.insert(all.end(), scores.begin(), scores.end());
    }
    for (const ScenarioPattern& pattern : profile.patterns) {
        all.push_back(pattern.worth);
    }
    Rational largest;
    for (const Rational& number : all) {
        largest = std::max(largest, magnitude(number) + magnitude(profile.constant));
    }
    const Rational scale = decimal_scale(all, largest / Rational(largest_score));
    bool are_decimals = true;
    const auto decimal = [&](const Rational& number) {
        const auto text = scenario_decimal(number / scale);
        are_decimals = are_decimals && text;
        return text.value_or("");
    };
    PlainProfile plain;
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        std::vector<Rational> scores = profile.scores[i];
        scores.resize(scenario.issues[i].values.size());
        std::vector<std::string>& worth = plain.worth.emplace_back();
        for (const Rational& score : scores) {
            worth.push_back(decimal(score));
        }
    }
    for (const ScenarioPattern& pattern : profile.patterns) {
        plain.pattern_worth.push_back(decimal(pattern.worth));
    }
    plain.constant = decimal(profile.constant);
    plain.reservation = decimal(profile.fallback);
    return are_decimals ? std::optional(std::move(plain)) : std::nullopt;
}

/// Each profile by one of the makers, with a file name.
template <class Written, class Make>
Result<std::vector<Written>> written_profiles(const Scenario& scenario, const std::string& format,
                                              Patterns patterns, Make make) {
    Diagnostics problems;
    std::vector<Written> all;
    FileNames files;
    for (const ScenarioProfile& profile : scenario.profiles) {
        if (patterns == Patterns::refused) {
            refuse_patterns(profile, format, problems);
        }
        std::optional<Written> written = make(profile);
        if (!written) {
            problems.push_back(
                {profile.at, "a number of " + quoted(profile.name) + " needs more than 100 digits",
                 "round its scores"});
            continue;
        }
        all.push_back(std::move(*written));
        all.back().name = profile.name;
        all.back().file = files.of(profile.name);
    }
    if (!problems.empty()) {
        return problems;
    }
    return all;
}

} // namespace

std::vector<std::string> file_names(const Scenario& scenario) {
    FileNames files;
    std::vector<std::string> names;
    for (const ScenarioProfile& profile : scenario.profiles) {
        names.push_back(files.of(profile.name));
    }
    return names;
}

Rational decimal_scale(const std::vector<Rational>& numbers, const Rational& least) {
    Rational denominator(1);
    for (const Rational& number : numbers) {
        denominator = common_denominator(Rational(1) / denominator, number);
    }
    Rational scale = Rational(1) / without_factors_of_ten(denominator);
    while (scale < least) {
        scale *= Rational(10);
    }
    return scale;
}

Result<std::vector<PlainProfile>> plain_profiles(const Scenario& scenario,
                                                 const std::string& format, Patterns patterns) {
    return written_profiles<PlainProfile>(
        scenario, format, patterns,
        [&](const ScenarioProfile& profile) { return plain_profile(profile, scenario); });
}

Result<std::vector<UnitProfile>> unit_profiles(const Scenario& scenario,
                                               const std::string& format) {
    return written_profiles<UnitProfile>(
        scenario, format, Patterns::refused,
        [&](const ScenarioProfile& profile) { return UnitMaker(profile, scenario).made(); });
}

Result<std::vector<ShareProfile>> share_profiles(const Scenario& scenario,
                                                 const std::string& format) {
    return written_profiles<ShareProfile>(
        scenario, format, Patterns::refused,
        [&](const ScenarioProfile& profile) { return ShareMaker(profile).made(scenario); });
}

} // namespace unbracket
