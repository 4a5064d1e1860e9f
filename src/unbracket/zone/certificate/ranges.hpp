#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/certificate/numbers.hpp"

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace unbracket::certificate {

/// Levels of points from best to worst: the points of one level are worth the same, and at least
/// as much as those of the next.
using Ladder = std::vector<std::vector<std::size_t>>;

/// What the entries of one party leave open on one issue.
struct IssueRanges {
    bool is_concerned = false;
    Range weight; // of a party with stances; 0..0 otherwise
    /// What each option may be worth before losses, narrowed by the ladders; behind the options
    /// the knots of a curve that lie beside the grid. Filled only where the party is concerned.
    std::vector<Range> worth;
    std::vector<bool> is_red_line; // one for each option, or none at all
    std::vector<bool> is_unknown;  // may also turn out to be a red line
    std::vector<Ladder> ladders;
    std::vector<std::size_t> risks; // positions in the case's list
};

struct PartyRanges {
    PartyId party;
    Scale scale = Scale::none;
    std::vector<IssueRanges> issues;
    /// What the party has without agreement, or "as good as that draft". Nothing for a party
    /// without scale, whose fallback is compared with nothing.
    std::variant<std::monostate, Range, DraftId> fallback;
    Fraction supposed_less;           // how much less than that it accepts
    std::vector<std::size_t> bonuses; // positions in the case's list
    /// An issue on which no numbers agree with all entries: then the party has no reading.
    std::optional<IssueId> contradiction;
    bool has_weights = true; // false: all weights can only be 0
};

/// Which entries count; nothing: all of them. An entry left out leaves its number free.
using EntryChoice = std::optional<std::vector<bool>>;

/// Cost: linear in the options and knots, but for ladders that cross each other.
IssueRanges ranges_on_issue(const Case& given, PartyId party, IssueId issue,
                            const EntryChoice& counted = std::nullopt);

PartyRanges ranges_of(const Case& given, PartyId party);

/// Narrows the points so that each number left in a range belongs to some choice of numbers that
/// agrees with every ladder. False: some range is empty, no numbers agree.
bool narrow(std::vector<Range>& points, const std::vector<Ladder>& ladders);

/// What an option may be worth after the losses of the risks on it.
Range net_worth(const Case& given, const IssueRanges& ranges, std::size_t option);

/// Whether the risk lowers the option.
bool lowers(const Risk& risk, std::size_t option);

} // namespace unbracket::certificate
