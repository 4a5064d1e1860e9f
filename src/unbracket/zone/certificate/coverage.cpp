#include "unbracket/zone/certificate/coverage.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

// Do the parts add up to "none"? An agreement needs every required party and at least k counted
// ones, so those who accept it include a set S made of all required parties and just enough others
// to be k. For each such S, and for each way in which bonuses are met or not, one part has to
// exclude the outcome: a part whose parties all belong to S does, also one that counts to k, since
// S has k parties. So parts that name required parties only serve every S at once.
//
// Whether the parts of one S cover all patterns of bonuses is found by splitting on a bonus that
// the first of them names, until a part without conditions is left (covered) or none at all (not).

namespace unbracket::certificate {

namespace {

constexpr std::uint64_t most_sets = 200'000;
constexpr std::uint64_t most_steps = 1'000'000'000;

using Pattern = std::vector<std::pair<std::size_t, bool>>; // bonus, whether it is met

/// The patterns that still apply, without that bonus, once its state is settled.
std::vector<Pattern> settled(const std::vector<Pattern>& patterns, std::size_t bonus, bool is_met) {
    std::vector<Pattern> left;
    for (const Pattern& pattern : patterns) {
        Pattern rest;
        bool applies = true;
        for (const auto& [named, state] : pattern) {
            applies = applies && (named != bonus || state == is_met);
            if (named != bonus) {
                rest.emplace_back(named, state);
            }
        }
        if (applies) {
            left.push_back(std::move(rest));
        }
    }
    return left;
}

Pattern pattern_of(const Part& part) {
    Pattern pattern;
    for (std::size_t bonus = 0; bonus < part.bonuses.size(); ++bonus) {
        if (part.bonuses[bonus] != Met::either) {
            pattern.emplace_back(bonus, part.bonuses[bonus] == Met::yes);
        }
    }
    return pattern;
}

class Coverage {
public:
    Coverage(const Case& given, const std::vector<Part>& parts)
        : given_(given), parts_(parts), is_member_(given.parties.size(), false) {
        for (const PartyId party : given.agreement.required) {
            is_member_[as_index(party)] = true;
        }
        for (const PartyId party : given.agreement.counted) {
            if (!is_member_[as_index(party)]) {
                others_.push_back(party);
            }
        }
    }

    void check(Objection& objection);
    /// Parties left aside.
    bool covers_all_bonuses();

private:
    bool covers_set();
    bool covers(std::vector<Pattern> patterns);
    bool is_within_set(const Part& part) const;
    std::uint64_t count_sets(std::size_t chosen) const;
    bool covers_all_sets(std::size_t chosen);
    std::string what_is_missing() const;

    const Case& given_;
    const std::vector<Part>& parts_;
    std::vector<bool> is_member_; // of the set looked at
    std::vector<PartyId> others_; // counted, not required
    std::uint64_t steps_ = 0;
};

bool Coverage::is_within_set(const Part& part) const {
    return std::all_of(part.accepting.begin(), part.accepting.end(),
                       [this](PartyId party) { return is_member_[as_index(party)]; });
}

bool Coverage::covers(std::vector<Pattern> patterns) {
    std::vector<std::vector<Pattern>> open;
    open.push_back(std::move(patterns));
    while (!open.empty()) {
        const std::vector<Pattern> now = std::move(open.back());
        open.pop_back();
        if (now.empty() || steps_ > most_steps) {
            return false;
        }
        const bool is_covered = std::any_of(now.begin(), now.end(),
                                            [](const Pattern& pattern) { return pattern.empty(); });
        if (is_covered) {
            continue;
        }
        for (const Pattern& pattern : now) {
            steps_ += 20 * pattern.size();
        }
        const std::size_t bonus = now.front().front().first;
        open.push_back(settled(now, bonus, false));
        open.push_back(settled(now, bonus, true));
    }
    return true;
}

bool Coverage::covers_set() {
    std::vector<Pattern> patterns;
    for (const Part& part : parts_) {
        steps_ += 1 + part.accepting.size();
        if (is_within_set(part)) {
            patterns.push_back(pattern_of(part));
        }
    }
    return covers(std::move(patterns));
}

bool Coverage::covers_all_bonuses() {
    std::vector<Pattern> patterns;
    std::transform(parts_.begin(), parts_.end(), std::back_inserter(patterns), pattern_of);
    return covers(std::move(patterns));
}

/// How many sets of that many others there are; most_sets + 1 stands for more.
std::uint64_t Coverage::count_sets(std::size_t chosen) const {
    const std::size_t smaller = std::min(chosen, others_.size() - chosen);
    std::uint64_t count = 1;
    for (std::size_t i = 1; i <= smaller; ++i) {
        count = count * (others_.size() - smaller + i) / i;
        if (count > most_sets) {
            return most_sets + 1;
        }
    }
    return count;
}

std::string Coverage::what_is_missing() const {
    if (steps_ > most_steps) {
        return "the parts are too many to see whether they cover everything";
    }
    std::string names;
    for (std::size_t party = 0; party < is_member_.size(); ++party) {
        if (is_member_[party]) {
            names += (names.empty() ? "" : ", ") + given_.parties[party].key;
        }
    }
    return "the parts leave out acceptance by these parties, in some pattern of bonuses: " +
           (names.empty() ? "none" : names);
}

/// The first set that is not covered is left in is_member_.
bool Coverage::covers_all_sets(std::size_t chosen) {
    std::vector<std::size_t> choice(chosen);
    std::iota(choice.begin(), choice.end(), std::size_t{0});
    while (true) {
        for (const std::size_t i : choice) {
            is_member_[as_index(others_[i])] = true;
        }
        if (!covers_set()) {
            return false;
        }
        for (const std::size_t i : choice) {
            is_member_[as_index(others_[i])] = false;
        }
        std::size_t last = chosen;
        while (last > 0 && choice[last - 1] == others_.size() - chosen + last - 1) {
            --last;
        }
        if (last == 0) {
            return true;
        }
        const auto first = choice.begin() + static_cast<std::ptrdiff_t>(last - 1);
        std::iota(first, choice.end(), *first + 1);
    }
}

void Coverage::check(Objection& objection) {
    const auto required =
        static_cast<std::size_t>(std::count(is_member_.begin(), is_member_.end(), true));
    const auto asked = static_cast<std::size_t>(std::max(given_.agreement.at_least.value_or(0), 0));
    if (asked > required + others_.size() || covers_set()) {
        return;
    }
    const std::size_t chosen = std::max(asked, required) - required;
    if (count_sets(chosen) > most_sets) {
        objection.raise("so many sets of parties are enough for an agreement that parts which name "
                        "required parties only are needed");
    } else if (!covers_all_sets(chosen)) {
        objection.raise(what_is_missing());
    }
}

} // namespace

void check_coverage(const Case& given, const std::vector<Part>& parts, Objection& objection) {
    Coverage(given, parts).check(objection);
}

bool covers_all_bonuses(const Case& given, const std::vector<Part>& parts) {
    return Coverage(given, parts).covers_all_bonuses();
}

} // namespace unbracket::certificate
