#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"

namespace unbracket {

/// Whether the risk lowers that option.
bool lowers(const Risk& risk, IssueId issue, OptionId option);

/// What the party may lose on the option after signature: its risks there, added up.
Interval loss_of(const Case& negotiation, PartyId party, IssueId issue, OptionId option);

/// Range of loss(first) - loss(second); a risk that lowers both cancels.
Interval loss_difference(const Case& negotiation, PartyId party, IssueId issue, OptionId first,
                         OptionId second);

} // namespace unbracket
