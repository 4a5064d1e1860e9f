#include "unbracket/zone/bonus_patterns.hpp"

#include "unbracket/zone/data_order.hpp"

#include <algorithm>

namespace unbracket {

namespace {

constexpr std::size_t most_split_bonuses = 6;

} // namespace

std::vector<BonusPattern> bonus_patterns(const CaseView& context,
                                         const std::vector<PartyId>& parties) {
    const Case& negotiation = context.negotiation;
    std::vector<std::size_t> split;
    for (std::size_t at = 0; at < negotiation.bonuses.size(); ++at) {
        const PartyId party = negotiation.bonuses[at].party;
        if (std::find(parties.begin(), parties.end(), party) != parties.end()) {
            split.push_back(at);
        }
    }
    std::vector<BonusPattern> patterns = {
        BonusPattern(negotiation.bonuses.size(), BonusState::undecided)};
    if (split.size() > most_split_bonuses) {
        return patterns;
    }
    if (split.size() > 1) {
        DataOrder(negotiation, context.appraisal).sort_bonuses(split);
    }
    for (const std::size_t at : split) {
        std::vector<BonusPattern> wider;
        for (const BonusPattern& pattern : patterns) {
            for (const BonusState state : {BonusState::on, BonusState::off}) {
                wider.push_back(pattern);
                wider.back()[at] = state;
            }
        }
        patterns = std::move(wider);
    }
    return patterns;
}

} // namespace unbracket
