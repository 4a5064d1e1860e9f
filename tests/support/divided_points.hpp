#pragma once

#include "unbracket/frontier/adjusted_winner.hpp"

#include "tests/support/case_sketch.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// Two parties that divide issues, for tests of adjusted winner.

namespace unbracket::testing {

using Points = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// Two parties, an issue for each pair: Alta's points for getting its way, and Bera's for its own.
inline std::string text_of(const Points& points, const std::string& more = "") {
    std::string issues;
    for (std::size_t at = 0; at < points.size(); ++at) {
        issues +=
            "i" + std::to_string(at) +
            " = { option = [a, b], score = { alta = { a = " + std::to_string(points[at].first) +
            ", b = 0 }, bera = { a = 0, b = " + std::to_string(points[at].second) + " } } }, ";
    }
    return "party = { alta = {}, bera = {} }, issue = { " + issues +
           "}, fallback = { alta = 0, bera = 0 }" + more;
}

inline GainTable table_of(const std::string& text) {
    const Case negotiation = testing::case_of(text);
    return gain_table(central_case(negotiation, appraise(negotiation)));
}

/// A division with the columns told apart by party.
struct Divided {
    explicit Divided(const std::string& text)
        : table(table_of(text)), answer(adjusted_winner(table)) {}

    std::size_t column(std::size_t party) const {
        return table.columns[0].party == PartyId(party) ? 0 : 1;
    }
    const AdjustedWinner& winner() const { return std::get<AdjustedWinner>(answer); }
    Rational share(std::size_t issue, std::size_t party) const {
        return winner().issues[issue].shares[column(party)];
    }

    GainTable table;
    std::variant<AdjustedWinner, NotDivisible> answer;
};

} // namespace unbracket::testing
