#include "unbracket/zone/party_sets.hpp"

#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

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

std::vector<PartyId> optional_parties(const Case& negotiation) {
    std::vector<PartyId> optional = negotiation.agreement.counted;
    std::erase_if(optional, [&](PartyId party) { return negotiation.is_required(party); });
    return optional;
}

void add_choices_from(std::size_t first, const std::vector<PartyId>& from, std::size_t missing,
                      std::vector<PartyId>& chosen, std::vector<std::vector<PartyId>>& choices) {
    if (missing == 0) {
        choices.push_back(chosen);
        return;
    }
    for (std::size_t at = first; at + missing <= from.size(); ++at) {
        chosen.push_back(from[at]);
        add_choices_from(at + 1, from, missing - 1, chosen, choices);
        chosen.pop_back();
    }
}

} // namespace

std::size_t count_choices(std::size_t from, std::size_t chosen, std::size_t most) {
    std::size_t ways = 1;
    for (std::size_t i = 1; i <= std::min(chosen, from - chosen); ++i) {
        ways = ways * (from - i + 1) / i;
        if (ways > most) {
            return ways;
        }
    }
    return ways;
}

void add_choices(const std::vector<PartyId>& from, std::size_t missing,
                 const std::vector<PartyId>& chosen, std::vector<std::vector<PartyId>>& choices) {
    std::vector<PartyId> all = chosen;
    add_choices_from(0, from, missing, all, choices);
}

std::vector<PartySet> party_sets(const Case& negotiation, const Appraisal& appraisal) {
    const AgreementRule& rule = negotiation.agreement;
    const std::size_t needed = static_cast<std::size_t>(std::max(rule.at_least.value_or(0), 0));
    if (needed <= rule.required.size()) {
        return {{rule.required, std::nullopt}};
    }
    std::vector<PartyId> optional = optional_parties(negotiation);
    const std::size_t missing = needed - rule.required.size();
    if (missing > optional.size()) {
        return {};
    }
    if (count_choices(optional.size(), missing, most_party_sets) > most_party_sets) {
        return {{rule.required, rule.at_least}};
    }
    DataOrder(negotiation, appraisal).sort(optional);
    std::vector<std::vector<PartyId>> choices;
    add_choices(optional, missing, rule.required, choices);
    std::vector<PartySet> sets;
    for (std::vector<PartyId>& accepting : choices) {
        sets.push_back({std::move(accepting), std::nullopt});
    }
    return sets;
}

const std::vector<PartyId>& parties_that_matter(const Case& negotiation, const PartySet& set) {
    return set.at_least ? negotiation.agreement.counted : set.accepting;
}

} // namespace unbracket
