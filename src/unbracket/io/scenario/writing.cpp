#include "unbracket/io/scenario/writing.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/model/id_text.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace unbracket {

namespace {

constexpr std::int64_t largest_score = 1'000'000'000; // of a case

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

/// Numbers of one profile in decimals; a problem for each that would not be read back.
class Decimals {
public:
    Decimals(const ScenarioProfile& profile, const Scenario& scenario)
        : profile_(profile), scenario_(scenario) {}

    /// Of a value; `read` is what a reader makes of it and of other numbers.
    std::string worth(const Rational& number, const Rational& read, std::size_t issue,
                      std::size_t value) {
        const auto text = scenario_decimal(number);
        if (!text || !fits_in_case(read)) {
            refuse("the worth of " + quoted(scenario_.issues[issue].values[value]) + ", issue " +
                   quoted(scenario_.issues[issue].name) + ", to " + quoted(profile_.name));
        }
        return text.value_or("");
    }
    std::string weight(const Rational& number, std::size_t issue) {
        return decimal(number, "the weight of issue " + quoted(scenario_.issues[issue].name) +
                                   " for " + quoted(profile_.name));
    }
    std::string pattern(const Rational& number, std::size_t pattern) {
        return decimal(number, "the worth of combination " + std::to_string(pattern + 1) + " to " +
                                   quoted(profile_.name));
    }
    std::string constant(const Rational& number) {
        return decimal(number, "the worth of every outcome to " + quoted(profile_.name));
    }
    std::string reservation(const Rational& number) {
        return decimal(number, without_agreement(profile_));
    }

    const Diagnostics& problems() const { return problems_; }

private:
    std::string decimal(const Rational& number, const std::string& what) {
        const auto text = scenario_decimal(number);
        if (!text) {
            refuse(what);
        }
        return text.value_or("");
    }

    void refuse(const std::string& what) { problems_.push_back(too_long(what, profile_.at)); }

    const ScenarioProfile& profile_;
    const Scenario& scenario_;
    Diagnostics problems_;
};

class ShareMaker {
public:
    ShareMaker(const ScenarioProfile& profile, const Scenario& scenario)
        : profile_(profile), scenario_(scenario), decimals_(profile, scenario) {}

    /// A problem for each number that is too long.
    Result<ShareProfile> made() {
        moved_ = -profile_.constant;
        for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
            add_issue(profile_.scores[i], scenario_.issues[i].values.size());
        }
        std::vector<Rational> numbers = best_;
        numbers.push_back(profile_.fallback + moved_);
        Rational total;
        for (const Rational& best : best_) {
            total += best;
        }
        const Rational scale = decimal_scale(numbers, total);
        for (std::size_t i = 0; i < best_.size(); ++i) {
            share_.weights.push_back(decimals_.weight(best_[i] / scale, i));
            add_evaluations(i, scale);
        }
        share_.reservation = decimals_.reservation(numbers.back() / scale);
        share_.note = utility_note(moved_, scale);
        return decimals_.problems().empty() ? Result<ShareProfile>(std::move(share_))
                                            : decimals_.problems();
    }

private:
    void add_issue(std::vector<Rational> scores, std::size_t values) {
        scores.resize(values);
        const Rational least = *std::min_element(scores.begin(), scores.end());
        if (least.sign() < 0) {
            moved_ -= least;
            std::for_each(scores.begin(), scores.end(), [&](Rational& score) { score -= least; });
        }
        best_.push_back(*std::max_element(scores.begin(), scores.end()));
        scores_.push_back(std::move(scores));
    }

    void add_evaluations(std::size_t issue, const Rational& scale) {
        const std::vector<Rational>& scores = scores_[issue];
        const Rational unit = whole_number_unit(scores);
        std::vector<std::string>& evaluations = share_.evaluations.emplace_back();
        for (std::size_t i = 0; i < scores.size(); ++i) {
            evaluations.push_back(decimals_.worth(scores[i] * unit, scores[i] / scale, issue, i));
        }
    }

    const ScenarioProfile& profile_;
    const Scenario& scenario_;
    Decimals decimals_;
    ShareProfile share_;
    std::vector<std::vector<Rational>> scores_; // none below 0
    std::vector<Rational> best_;                // of each issue
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
        : profile_(profile), scenario_(scenario), fallback_(profile.fallback - profile.constant) {
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

    /// A problem for each number that is too long.
    Result<UnitProfile> made() const {
        if (total_.sign() != 0) {
            if (Result<UnitProfile> obvious = with(by_best())) {
                return obvious;
            }
        }
        return with(by_power_of_two());
    }

private:
    struct Numbers {
        std::vector<Rational> weights;
        std::vector<std::vector<Rational>> utilities;
        Rational reservation;
        Rational scale; // utility = (worth + moved) / scale
    };

    Numbers by_best() const {
        Numbers numbers;
        numbers.utilities = worth_;
        numbers.reservation = fallback_ / total_;
        numbers.scale = total_;
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
        numbers.scale = scale;
        for (std::size_t i = 0; i < best_.size(); ++i) {
            const Rational share = i + 1 == best_.size() ? rest : Rational(1);
            numbers.weights.push_back(share / Rational(parts));
            for (Rational& utility : numbers.utilities[i]) {
                utility *= Rational(parts) / (share * scale);
            }
        }
        return numbers;
    }

    Result<UnitProfile> with(const Numbers& numbers) const {
        UnitProfile unit;
        Decimals decimals(profile_, scenario_);
        for (std::size_t i = 0; i < numbers.weights.size(); ++i) {
            const Rational& weight = numbers.weights[i];
            unit.weights.push_back(decimals.weight(weight, i));
            std::vector<std::string>& utilities = unit.utilities.emplace_back();
            for (std::size_t j = 0; j < numbers.utilities[i].size(); ++j) {
                const Rational& utility = numbers.utilities[i][j];
                utilities.push_back(decimals.worth(utility, weight * utility, i, j));
            }
        }
        unit.reservation = decimals.reservation(numbers.reservation);
        unit.note = utility_note(fallback_ - profile_.fallback, numbers.scale);
        return decimals.problems().empty() ? Result<UnitProfile>(std::move(unit))
                                           : decimals.problems();
    }

    const ScenarioProfile& profile_;
    const Scenario& scenario_;
    Rational fallback_;
    Rational total_;
    std::vector<Rational> best_;
    std::vector<std::vector<Rational>> worth_;
};

void refuse_patterns(const ScenarioProfile& profile, const std::string& format,
                     Diagnostics& problems) {
    if (!profile.patterns.empty()) {
        problems.push_back({profile.at,
                            counted(profile.patterns.size(), "combination") + " of " +
                                quoted(profile.name) +
                                (profile.patterns.size() == 1 ? " has a worth of its own"
                                                              : " have a worth of their own"),
                            "a profile of " + format + " is written as a sum over issues"});
    }
}

Rational magnitude(const Rational& number) {
    return number.sign() < 0 ? -number : number;
}

Result<PlainProfile> plain_profile(const ScenarioProfile& profile, const Scenario& scenario) {
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
    Decimals decimals(profile, scenario);
    PlainProfile plain;
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        std::vector<Rational> scores = profile.scores[i];
        scores.resize(scenario.issues[i].values.size());
        std::vector<std::string>& worth = plain.worth.emplace_back();
        for (std::size_t j = 0; j < scores.size(); ++j) {
            // A case adds the constant to the scores of its first issue.
            const Rational read = scores[j] + (i == 0 ? profile.constant : Rational(0));
            worth.push_back(decimals.worth(scores[j] / scale, read / scale, i, j));
        }
    }
    for (std::size_t i = 0; i < profile.patterns.size(); ++i) {
        plain.pattern_worth.push_back(decimals.pattern(profile.patterns[i].worth / scale, i));
    }
    plain.constant = decimals.constant(profile.constant / scale);
    plain.reservation = decimals.reservation(profile.fallback / scale);
    plain.threshold = (profile.fallback - profile.constant) / scale;
    if (scale != Rational(1)) {
        plain.note = "its numbers are those of the case / (" + scale.to_fraction_text() +
                     "), so that decimals can say them";
    }
    return decimals.problems().empty() ? Result<PlainProfile>(std::move(plain))
                                       : decimals.problems();
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
        Result<Written> written = make(profile);
        if (!written) {
            problems.insert(problems.end(), written.problems().begin(), written.problems().end());
            continue;
        }
        all.push_back(std::move(written).value());
        all.back().name = profile.name;
        all.back().file = files.of(profile.name);
    }
    if (!problems.empty()) {
        return problems;
    }
    return all;
}

} // namespace

Diagnostic too_long(const std::string& what, const SourcePosition& at) {
    return {at, what + " needs more than " + std::to_string(longest_number) + " characters",
            "round the numbers that it is made of"};
}

void add_ranges_as_values(const Scenario& scenario, std::vector<std::string>& changed) {
    for (const ScenarioIssue& issue : scenario.issues) {
        if (issue.grid) {
            changed.push_back("issue " + quoted(issue.name) +
                              ": its numbers are written as a list of values, and not as a range");
        }
    }
}

std::string utility_note(const Rational& moved, const Rational& scale) {
    return "utility = worth in the case" +
           (moved.sign() == 0 ? "" : " + (" + moved.to_fraction_text() + ")") +
           (scale == Rational(1) ? "" : " / (" + scale.to_fraction_text() + ")");
}

std::string without_agreement(const ScenarioProfile& profile) {
    return "what " + quoted(profile.name) + " has without agreement";
}

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
        [&](const ScenarioProfile& profile) { return ShareMaker(profile, scenario).made(); });
}

} // namespace unbracket
