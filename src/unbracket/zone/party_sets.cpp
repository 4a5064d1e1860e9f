#include "unbracket/zone/party_sets.hpp"

#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <cstddef>

// An agreement rule asks for some parties and for a number of them in all. An outcome is accepted
// iff some smallest sufficient set of parties accepts it: Shapley's minimal winning coalitions. A
// question about such a set is one about sums that must all reach a line, which the rule itself is
// not. Rules of large numbers have too many such sets; then the one set given says how many have to
// accept, and the search counts.
//
// Source: Shapley (1962), Simple games, for minimal winning coalitions [shapley1962simple]

namespace unbracket {

namespace {

constexpr std::size_t most_party_sets = 128;

std::vector<PartyId> optional_parties(const AgreementRule& rule) {
    std::vector<PartyId> optional;
    for (const PartyId party : rule.counted) {
        if (std::find(rule.required.begin(), rule.required.end(), party) == rule.required.end()) {
            optional.push_back(party);
        }
    }
    return optional;
}

/// Number of ways to choose, or more than `most_party_sets` as soon as there are that many.
std::size_t count_choices(std::size_t from, std::size_t chosen) {
    std::size_t ways = 1;
    for (std::size_t i = 1; i <= std::min(chosen, from - chosen); ++i) {
        ways = ways * (from - i + 1) / i;
        if (ways > most_party_sets) {
            return ways;
        }
    }
    return ways;
}

void add_choices(const std::vector<PartyId>& optional, std::size_t from, std::size_t missing,
                 std::vector<PartyId>& chosen, std::vector<PartySet>& sets) {
    if (missing == 0) {
        sets.push_back({chosen, std::nullopt});
        return;
    }
    for (std::size_t at = from; at + missing <= optional.size(); ++at) {
        chosen.push_back(optional[at]);
        add_choices(optional, at + 1, missing - 1, chosen, sets);
        chosen.pop_back();
    }
}

} // namespace

std::vector<PartySet> party_sets(const Case& negotiation, const Appraisal& appraisal) {
    const AgreementRule& rule = negotiation.agreement;
    const std::size_t needed = static_cast<std::size_t>(std::max(rule.at_least.value_or(0), 0));
    if (needed <= rule.required.size()) {
        return {{rule.required, std::nullopt}};
    }
    std::vector<PartyId> optional = optional_parties(rule);
    const std::size_t missing = needed - rule.required.size();
    if (missing > optional.size()) {
        return {};
    }
    if (count_choices(optional.size(), missing) > most_party_sets) {
        return {{rule.required, rule.at_least}};
    }
    DataOrder(negotiation, appraisal).sort(optional);
    std::vector<PartySet> sets;
    std::vector<PartyId> chosen = rule.required;
    add_choices(optional, 0, missing, chosen, sets);
    return sets;
}

const std::vector<PartyId>& parties_that_matter(const Case& negotiation, const PartySet& set) {
    return set.at_least ? negotiation.agreement.counted : set.accepting;
}

} // namespace unbracket
