#include "unbracket/zone/contradiction.hpp"

#include "unbracket/zone/coupled_contradiction.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>

// A party has no reading when its entries on one issue cannot all stand. What they say are bounds
// of options and "at least as much as" between options: a simple temporal problem, which is
// inconsistent iff its graph has a negative cycle. In such a graph the only negative cycles run
// from one option's lower bound down the order to another option's smaller upper bound. So it is
// enough to find two options that the order ranks against their own ranges, and the order with what
// was entered about these two is a minimal set: without any of it the others can stand. Which of
// several pairs is shown is a matter of taste; one that the order names itself needs no steps in
// between.
//
// Source: Dechter, Meiri and Pearl (1991), Temporal constraint networks, theorem on negative cycles
// in section 3 [dechter1991temporal]

namespace unbracket {

namespace {

/// The knots a curve takes its range at that number from: the two around it, the one it meets, or
/// the outermost one it lies beyond.
std::vector<EntryId> knots_behind(const Curve& curve, const Rational& number) {
    const auto is_past = [&](const Curve::Knot& knot) {
        return curve.direction > 0 ? knot.at >= number : knot.at <= number;
    };
    const auto next = std::find_if(curve.knots.begin(), curve.knots.end(), is_past);
    if (next == curve.knots.end()) {
        return {curve.knots.back().entry};
    }
    if (next == curve.knots.begin() || next->at == number) {
        return {next->entry};
    }
    return {(next - 1)->entry, next->entry};
}

/// Entries behind one option's range, orders aside.
std::vector<EntryId> entries_behind(const Assessment& assessment, const Issue& issue,
                                    OptionId option) {
    const auto& ratings = assessment.scores.empty() ? assessment.stances : assessment.scores;
    if (!ratings.empty()) {
        const auto& rating = ratings[as_index(option)];
        return rating ? std::vector<EntryId>{rating->entry} : std::vector<EntryId>{};
    }
    if (!assessment.curve) {
        return {};
    }
    return knots_behind(*assessment.curve, *issue.options[as_index(option)].number);
}

/// The range of an option by its own entry alone: what orders made of it is undone.
Appraisal without_order(Case negotiation, PartyId party, IssueId issue) {
    for (Assessment& assessment : negotiation.issues[as_index(issue)].assessments) {
        if (assessment.party == party) {
            assessment.order.reset();
        }
    }
    return appraise(negotiation);
}

using Options = std::vector<OptionAppraisal>;
struct OptionPair {
    OptionId better;
    OptionId worse;
};

/// Place of each option in the order; nothing for red lines and for options that it does not rank.
std::vector<std::optional<std::size_t>> ranks_of(const Order& order, const Options& options) {
    std::vector<std::optional<std::size_t>> ranks(options.size());
    for (std::size_t rank = 0; rank < order.classes.size(); ++rank) {
        for (const OptionId option : order.classes[rank]) {
            if (!options[as_index(option)].is_red_line) {
                ranks[as_index(option)] = rank;
            }
        }
    }
    return ranks;
}

/// Two options whose own ranges cannot stand as `is_at_least(better, worse)` demands.
template <class IsAtLeast>
std::optional<OptionPair> clashing_pair(const Options& raw, IsAtLeast is_at_least) {
    for (std::size_t i = 0; i < raw.size() * raw.size(); ++i) {
        const OptionId better(i / raw.size()), worse(i % raw.size());
        if (raw[as_index(better)].value.high < raw[as_index(worse)].value.low &&
            is_at_least(better, worse)) {
            return OptionPair{better, worse};
        }
    }
    return std::nullopt;
}

/// A pair that the order itself ranks, where there is one: it needs no entries in between. A curve
/// falls along its numbers by itself, so together with an order it brings no other clash.
std::optional<OptionPair> clashing_pair(const Options& raw, const Assessment& assessment,
                                        const IssueAppraisal& ordered) {
    if (assessment.order) {
        const auto ranks = ranks_of(*assessment.order, raw);
        const auto pair = clashing_pair(raw, [&](OptionId better, OptionId worse) {
            const auto &first = ranks[as_index(better)], &second = ranks[as_index(worse)];
            return first && second && *first <= *second;
        });
        if (pair) {
            return pair;
        }
    }
    return clashing_pair(
        raw, [&](OptionId better, OptionId worse) { return is_at_least(ordered, better, worse); });
}

void add(std::vector<EntryId>& entries, const std::vector<EntryId>& more) {
    entries.insert(entries.end(), more.begin(), more.end());
}

NoReading explain_gap(const Case& negotiation, const Appraisal& appraisal, PartyId party) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    const IssueId gap = own.gap->issue;
    const Issue& issue = negotiation.issue(gap);
    const Assessment& assessment = *issue.of(party);
    NoReading found{party, {}, {}, {}};
    if (assessment.order) {
        found.entries.push_back(assessment.order->entry);
    }
    const Appraisal without = without_order(negotiation, party, gap);
    const IssueAppraisal& raw = without[as_index(party)].issues[as_index(gap)];
    const IssueAppraisal& ordered = own.issues[as_index(gap)];
    const auto pair = clashing_pair(raw.options, assessment, ordered);
    if (!pair) {
        return found;
    }
    for (const OptionId option : {pair->better, pair->worse}) {
        add(found.entries, entries_behind(assessment, issue, option));
    }
    std::sort(found.entries.begin(), found.entries.end());
    found.entries.erase(std::unique(found.entries.begin(), found.entries.end()),
                        found.entries.end());
    return found;
}

} // namespace

std::optional<NoReading> find_contradiction(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<PartyId> without_reading = negotiation.agreement.counted;
    std::erase_if(without_reading, [&](PartyId party) { return !appraisal[as_index(party)].gap; });
    if (without_reading.empty()) {
        std::vector<PartyId> others = negotiation.agreement.counted;
        DataOrder(negotiation, appraisal).sort(others);
        for (const PartyId party : others) {
            if (auto found = find_coupled_contradiction(negotiation, appraisal, party)) {
                return found;
            }
        }
        return std::nullopt;
    }
    DataOrder(negotiation, appraisal).sort(without_reading);
    return explain_gap(negotiation, appraisal, without_reading.front());
}

} // namespace unbracket
