#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/coupling.hpp"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// The two questions that are asked about an outcome: is it accepted in some reading, and is it
/// accepted in every reading.
enum class Certainty { possible, sure };

/// What a party's entries say about one option, in numbers. Losses by risks are not yet taken off.
struct OptionAppraisal {
    Interval value;
    bool is_unknown = false; // may also be a red line
    bool is_red_line = false;
};

/// What a party's entries say about one issue. A party that is not concerned has no options here.
struct IssueAppraisal {
    Interval weight; // of parties with stances; 1 for parties with scores
    std::vector<OptionAppraisal> options;
    /// In every reading the first option is worth at least as much as the second.
    std::vector<std::pair<OptionId, OptionId>> at_least;

    bool is_concerned() const { return !options.empty(); }
};

/// Entries that leave a party no value for some option.
struct ReadingGap {
    IssueId issue;
    OptionId option;
};

struct PartyAppraisal {
    Scale scale = Scale::none;
    std::vector<IssueAppraisal> issues;       // one for each issue of the case
    std::variant<Interval, DraftId> fallback; // a draft: as good as that draft
    bool has_fallback_entry = false;
    /// What the case supposes the party to accept less than its fallback. Every gain counts from
    /// there; judgements are about the fallback itself.
    Rational supposed_less;
    /// A movement asked of the party: how many points less than that it is taken to accept
    /// (negative: more), and whether just as much is not enough then. Nothing moves as entered.
    Rational accepts_less;
    bool wants_more = false;
    std::optional<ReadingGap> gap; // set when the party has no reading by ranges and orders alone
    /// What ties entries of several issues together. The ranges above do not know of it: they may
    /// be wider than what is left.
    std::vector<Coupling> couplings;

    /// Supposed and asked together.
    Rational less_than_fallback() const { return supposed_less + accepts_less; }
};

/// The ranges of every party, by party id.
using Appraisal = std::vector<PartyAppraisal>;

/// Replaces what one entry says by a range, or by nothing known at all.
struct EntryOverride {
    EntryId entry;
    std::optional<Interval> value; // nothing: unknown
};

/// Works out the ranges behind the entries: words, missing weights, orders, curves, fallbacks.
/// Ranges are tightened by orders and curves, so both ends of every range occur in some reading.
/// Cost: linear in the entries, but for fallbacks that are missing, which sort the issues.
Appraisal appraise(const Case& negotiation, const std::optional<EntryOverride>& change = {});

/// The same for one party; the others' entries do not matter to it.
PartyAppraisal appraise_party(const Case& negotiation, PartyId party,
                              const std::optional<EntryOverride>& change = {});

/// Whether the party's weights may all be 0, so that a sum of 0 can come from no weight at all.
bool may_lack_weight(const PartyAppraisal& own);

/// Whether the issue's order says, directly or by steps, that one option is worth at least the
/// other.
bool is_at_least(const IssueAppraisal& issue, OptionId better, OptionId worse);

/// Range of value(first) - value(second) over the readings of one issue, losses not counted.
Interval difference(const IssueAppraisal& issue, OptionId first, OptionId second);

} // namespace unbracket
