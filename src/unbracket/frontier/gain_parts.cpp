#include "unbracket/frontier/feasible_part.hpp"
#include "unbracket/frontier/gain_table.hpp"
#include "unbracket/zone/bonus_patterns.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

void add_conditionals(const GainTable& table, const BonusPattern& pattern, GainPart& part) {
    for (const ConditionalGain& gain : table.conditionals) {
        const BonusState state = pattern[gain.bonus];
        std::int64_t& constant = part.problem.constants[gain.column];
        if (state == BonusState::on) {
            constant += gain.amount;
        } else if (state == BonusState::undecided) {
            constant += std::max<std::int64_t>(gain.amount, 0);
            part.is_bound = true;
        }
    }
}

GainPart in_units_of(const GainTable& table, Part from) {
    GainPart part;
    part.problem.party_count = part.problem.required_count = table.columns.size();
    part.problem.constants = table.problem.constants;
    part.problem.first_row = from.problem.first_row;
    for (const Row row : table.rows_of(from.problem, from.row_options)) {
        const auto values = table.problem.row(row);
        part.problem.values.insert(part.problem.values.end(), values.begin(), values.end());
    }
    part.problem.forbidden = std::move(from.problem.forbidden);
    part.problem.at_most = std::move(from.problem.at_most);
    part.problem.leaf_nodes = from.problem.leaf_nodes;
    part.row_options = std::move(from.row_options);
    return part;
}

} // namespace

Omissions without_intents(const Case& negotiation) {
    Omissions omissions;
    if (!negotiation.intents.empty()) {
        omissions.assign(negotiation.entries.size(), false);
    }
    for (const IntentEntry& intent : negotiation.intents) {
        omissions[as_index(intent.entry)] = true;
    }
    return omissions;
}

Part feasible_part(const CentralCase& central, const std::vector<PartyId>& bound,
                   BonusPattern pattern) {
    const Omissions omissions = without_intents(central.negotiation);
    return build_part({central.negotiation, central.appraisal, omissions},
                      {Certainty::possible, bound, std::move(pattern), std::nullopt});
}

Part feasible_part(const CentralCase& central, BonusPattern pattern) {
    return feasible_part(central, central.negotiation.agreement.counted, std::move(pattern));
}

Outcome GainPart::outcome_of(const RowChoice& choice) const {
    Outcome outcome;
    for (const Row row : choice) {
        outcome.push_back(row_options[row]);
    }
    return outcome;
}

std::vector<GainPart> gain_parts(const CentralCase& central, const GainTable& table) {
    std::vector<GainPart> parts;
    const CaseView view{central.negotiation, central.appraisal};
    for (BonusPattern& pattern : bonus_patterns(view, central.negotiation.agreement.counted)) {
        Part from = feasible_part(central, pattern);
        if (from.is_empty) {
            continue;
        }
        parts.push_back(in_units_of(table, std::move(from)));
        add_conditionals(table, pattern, parts.back());
    }
    return parts;
}

} // namespace unbracket
