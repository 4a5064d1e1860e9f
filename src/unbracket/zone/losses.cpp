#include "unbracket/zone/losses.hpp"

#include <algorithm>

namespace unbracket {

bool lowers(const Risk& risk, IssueId issue, OptionId option) {
    return risk.option.issue == issue &&
           std::binary_search(risk.option.options.begin(), risk.option.options.end(), option);
}

Interval loss_of(const Case& negotiation, PartyId party, IssueId issue, OptionId option) {
    Interval loss = single(0);
    for (const Risk& risk : negotiation.risks) {
        if (risk.party == party && lowers(risk, issue, option)) {
            loss = loss + risk.loss;
        }
    }
    return loss;
}

Interval loss_difference(const Case& negotiation, PartyId party, IssueId issue, OptionId first,
                         OptionId second) {
    Interval range = single(0);
    for (const Risk& risk : negotiation.risks) {
        if (risk.party != party) {
            continue;
        }
        const bool on_first = lowers(risk, issue, first), on_second = lowers(risk, issue, second);
        if (on_first && !on_second) {
            range = range + risk.loss;
        } else if (on_second && !on_first) {
            range = range - risk.loss;
        }
    }
    return range;
}

} // namespace unbracket
