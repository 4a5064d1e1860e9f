#include "tests/reference/claims.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

using Positions = std::vector<std::size_t>;

Positions holding_at(const std::vector<Claim>& claims, const Rational& number) {
    Positions holding;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (holds(claims[i], number)) {
            holding.push_back(i);
        }
    }
    return holding;
}

bool is_part_of(const Positions& some, const Positions& all) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

} // namespace

bool holds(const Claim& claim, const Rational& number) {
    if (claim.sign == "<") {
        return number < claim.low;
    }
    if (claim.sign == "<=") {
        return number <= claim.low;
    }
    if (claim.sign == ">") {
        return number > claim.low;
    }
    if (claim.sign == ">=") {
        return number >= claim.low;
    }
    return claim.low <= number && number <= claim.high;
}

std::vector<Positions> largest_agreeing(const std::vector<Claim>& claims, int largest) {
    std::vector<Positions> sets;
    for (int halves = -1; halves <= 2 * largest + 1; ++halves) {
        const Positions holding = holding_at(claims, Rational(halves, 2));
        if (!holding.empty() && std::find(sets.begin(), sets.end(), holding) == sets.end()) {
            sets.push_back(holding);
        }
    }
    std::vector<Positions> largest_sets;
    for (const Positions& set : sets) {
        const auto is_larger = [&](const Positions& other) {
            return other != set && is_part_of(set, other);
        };
        if (std::none_of(sets.begin(), sets.end(), is_larger)) {
            largest_sets.push_back(set);
        }
    }
    return largest_sets;
}

} // namespace unbracket::reference
