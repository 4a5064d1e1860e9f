#include "unbracket/robust/diff_drafts.hpp"

#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>

// What a party gains from one draft to the next, over all its readings and over all that the drafts
// leave open. Gains are taken as ranges of differences, not as differences of ranges: the order of
// the options and risks on both sides cancel, so that "at least as good" shows as a gain that is
// never negative. This is the comparison of two alternatives under partial information. Issues are
// summed, with weights by the largest weighted mean over their box. An open issue that the second
// text takes over from the first unchanged is no gain: it is the same text, whatever it means.
//
// Sources: Weber (1987), Decision making with incomplete information [weber1987incomplete]; Charnes
// and Cooper (1962), Programming with linear fractional functionals, for the means
// [charnes1962programming]

namespace unbracket {

namespace {

constexpr std::size_t most_pairs = 10'000;

bool is_taken_over(const DraftSetting& setting) {
    return setting.origin == DraftOrigin::inherited;
}

bool is_same(const DraftSetting& before, const DraftSetting& after) {
    return before.options == after.options && before.is_unknown == after.is_unknown;
}

bool is_dropped(const Draft& draft, const std::string& key) {
    return std::find(draft.dropped.begin(), draft.dropped.end(), key) != draft.dropped.end();
}

/// What differs on an issue; of a clause that one of the drafts does not have it is added or
/// dropped.
DraftChange change_of(const DraftSetting& before, const DraftSetting& after, bool was_gone,
                      bool is_gone) {
    if (before.is_unknown && after.is_unknown) {
        return DraftChange::not_known;
    }
    if (is_same(before, after)) {
        return DraftChange::kept;
    }
    if (was_gone != is_gone) {
        return is_gone ? DraftChange::dropped : DraftChange::added;
    }
    return before.is_unknown || after.is_unknown ? DraftChange::known_in_one : DraftChange::changed;
}

/// Measures what each party gains from the first draft to the second.
class DraftComparison {
public:
    DraftComparison(const Case& negotiation, const Appraisal& appraisal, DraftId before,
                    DraftId after)
        : case_(negotiation), appraisal_(appraisal), before_(negotiation.draft(before)),
          after_(negotiation.draft(after)), is_one_draft_(before == after),
          is_built_on_(after_.from == before), is_built_on_by_(before_.from == after) {}

    /// Whether the draft drops the clause of the issue.
    bool lacks(const Draft& draft, IssueId issue) const {
        const std::optional<PointId> point = case_.issue(issue).point;
        return point && is_dropped(draft, case_.points[as_index(*point)].key);
    }

    IssueChange issue(IssueId issue) const {
        const DraftSetting& before = before_.content[as_index(issue)];
        const DraftSetting& after = after_.content[as_index(issue)];
        const DraftChange change =
            is_one_text(issue)
                ? DraftChange::kept
                : change_of(before, after, lacks(before_, issue), lacks(after_, issue));
        IssueChange found{issue, change, {}};
        for (std::size_t i = 0; i < case_.parties.size(); ++i) {
            const IssueAppraisal& own = appraisal_[i].issues[as_index(issue)];
            if (own.is_concerned()) {
                found.gains.push_back({PartyId(i), gain_on(PartyId(i), issue), crosses(own, before),
                                       crosses(own, after)});
            }
        }
        return found;
    }

    std::vector<PartyGain> totals() const {
        std::vector<PartyGain> all;
        for (std::size_t i = 0; i < case_.parties.size(); ++i) {
            if (appraisal_[i].scale != Scale::none) {
                PartyGain total{PartyId(i), total_gain(PartyId(i)), false, false};
                for (const IssueAppraisal& own : appraisal_[i].issues) {
                    const auto issue = static_cast<std::size_t>(&own - appraisal_[i].issues.data());
                    total.crosses_before |= crosses(own, before_.content[issue]);
                    total.crosses_after |= crosses(own, after_.content[issue]);
                }
                all.push_back(std::move(total));
            }
        }
        return all;
    }

private:
    static bool crosses(const IssueAppraisal& own, const DraftSetting& setting) {
        return own.is_concerned() &&
               std::all_of(setting.options.begin(), setting.options.end(), [&](OptionId option) {
                   return own.options[as_index(option)].is_red_line;
               });
    }

    /// Whether one of the drafts has the words of the other, whatever they mean.
    bool is_one_text(IssueId issue) const {
        return is_one_draft_ || (is_built_on_ && is_taken_over(after_.content[as_index(issue)])) ||
               (is_built_on_by_ && is_taken_over(before_.content[as_index(issue)]));
    }

    Interval gain_on(PartyId party, IssueId issue) const {
        const DraftSetting& before = before_.content[as_index(issue)];
        const DraftSetting& after = after_.content[as_index(issue)];
        if (is_same(before, after) && (after.options.size() == 1 || is_one_text(issue))) {
            return single(0);
        }
        return before.options.size() * after.options.size() <= most_pairs
                   ? gain_by_pairs(party, issue)
                   : gain_by_ends(party, issue);
    }

    Interval gain_by_pairs(PartyId party, IssueId issue) const {
        const IssueAppraisal& own = appraisal_[as_index(party)].issues[as_index(issue)];
        std::optional<Interval> gain;
        for (const OptionId to : after_.content[as_index(issue)].options) {
            for (const OptionId from : before_.content[as_index(issue)].options) {
                const Interval one =
                    difference(own, to, from) - loss_difference(case_, party, issue, to, from);
                gain = gain ? hull(*gain, one) : one;
            }
        }
        return *gain;
    }

    Interval gain_by_ends(PartyId party, IssueId issue) const {
        return values(party, issue, after_.content[as_index(issue)]) -
               values(party, issue, before_.content[as_index(issue)]);
    }

    Interval values(PartyId party, IssueId issue, const DraftSetting& setting) const {
        const IssueAppraisal& own = appraisal_[as_index(party)].issues[as_index(issue)];
        std::optional<Interval> all;
        for (const OptionId option : setting.options) {
            const Interval value =
                own.options[as_index(option)].value - loss_of(case_, party, issue, option);
            all = all ? hull(*all, value) : value;
        }
        return *all;
    }

    Interval total_gain(PartyId party) const {
        const PartyAppraisal& own = appraisal_[as_index(party)];
        std::vector<RangedTerm> terms;
        for (std::size_t i = 0; i < own.issues.size(); ++i) {
            if (own.issues[i].is_concerned()) {
                terms.push_back({own.issues[i].weight, gain_on(party, IssueId(i))});
            }
        }
        return combined(own.scale, terms) + bonus_gain(party);
    }

    Interval bonus_gain(PartyId party) const {
        Interval gain = single(0);
        for (const Bonus& bonus : case_.bonuses) {
            if (bonus.party == party) {
                gain = gain + gain_of(bonus);
            }
        }
        return gain;
    }

    Interval gain_of(const Bonus& bonus) const {
        const Match before = matches(before_, bonus.when);
        const Match after = matches(after_, bonus.when);
        if (is_one_draft_ || (before == after && before != Match::maybe)) {
            return single(0);
        }
        return earned(bonus, after) - earned(bonus, before);
    }

    static Interval earned(const Bonus& bonus, Match match) {
        switch (match) {
        case Match::no:
            return single(0);
        case Match::maybe:
            return hull(bonus.value, single(0));
        case Match::yes:
            break;
        }
        return bonus.value;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const Draft& before_;
    const Draft& after_;
    bool is_one_draft_;   // compared with itself
    bool is_built_on_;    // the second draft inherits from the first
    bool is_built_on_by_; // the first draft inherits from the second
};

std::string number_in(const Case& negotiation, const Draft& draft, PointId point) {
    for (const auto& [issue, number] : draft.point_numbers) {
        if (negotiation.issue(issue).point == point) {
            return number;
        }
    }
    return negotiation.points[as_index(point)].key;
}

std::string merged_into(const Draft& draft, const std::string& key) {
    for (const auto& [into, from] : draft.merged) {
        if (into != key && std::find(from.begin(), from.end(), key) != from.end()) {
            return into;
        }
    }
    return {};
}

/// What can be said of a clause before its issues are looked at.
DraftChange change_without_issues(const Case& negotiation, PointId point, const DraftDiff& diff) {
    if (diff.before == diff.after) {
        return DraftChange::kept;
    }
    if (negotiation.points[as_index(point)].content_is_unknown) {
        return DraftChange::not_known;
    }
    const bool has_issue = std::any_of(negotiation.issues.begin(), negotiation.issues.end(),
                                       [&](const Issue& issue) { return issue.point == point; });
    const bool is_built_on = negotiation.draft(diff.after).from == diff.before ||
                             negotiation.draft(diff.before).from == diff.after;
    return has_issue || is_built_on ? DraftChange::kept : DraftChange::not_compared;
}

/// What became of the content of a clause: kept only if all of its issues are and the file does not
/// call the content unknown.
DraftChange change_of_content(const Case& negotiation, PointId point, const DraftDiff& diff) {
    DraftChange found = change_without_issues(negotiation, point, diff);
    for (const IssueChange& issue : diff.issues) {
        if (negotiation.issue(issue.issue).point != point || issue.change == DraftChange::kept) {
            continue;
        }
        const bool is_half = issue.change == DraftChange::known_in_one;
        if (issue.change != DraftChange::not_known && !is_half) {
            return DraftChange::changed;
        }
        found = is_half || found == DraftChange::known_in_one ? DraftChange::known_in_one
                                                              : DraftChange::not_known;
    }
    return found;
}

PointChange diff_point(const Case& negotiation, PointId point, const DraftDiff& diff) {
    const Draft& before = negotiation.draft(diff.before);
    const Draft& after = negotiation.draft(diff.after);
    const std::string& key = negotiation.points[as_index(point)].key;
    PointChange found{point, DraftChange::kept, number_in(negotiation, before, point),
                      number_in(negotiation, after, point), merged_into(after, key)};
    const bool was_gone = is_dropped(before, key);
    const bool is_gone = is_dropped(after, key);
    if (is_gone != was_gone) {
        found.change = is_gone ? DraftChange::dropped : DraftChange::added;
        return found;
    }
    if (!found.merged_into.empty() && merged_into(before, key) != found.merged_into) {
        found.change = DraftChange::merged;
        return found;
    }
    found.change = change_of_content(negotiation, point, diff);
    if (found.change == DraftChange::kept && found.number_before != found.number_after) {
        found.change = DraftChange::renumbered;
    }
    return found;
}

/// Numbers that drafts drop or merge and no clause of the case has.
std::vector<std::string> other_numbers(const Case& negotiation, const DraftDiff& diff) {
    std::vector<std::string> numbers;
    const auto add = [&](const std::string& number) {
        const bool is_known = std::find(numbers.begin(), numbers.end(), number) != numbers.end() ||
                              std::any_of(negotiation.points.begin(), negotiation.points.end(),
                                          [&](const Point& point) { return point.key == number; });
        if (!is_known) {
            numbers.push_back(number);
        }
    };
    for (const DraftId id : {diff.before, diff.after}) {
        const Draft& draft = negotiation.draft(id);
        std::for_each(draft.dropped.begin(), draft.dropped.end(), add);
        for (const auto& [into, from] : draft.merged) {
            std::for_each(from.begin(), from.end(), add);
        }
    }
    return numbers;
}

std::vector<OtherPointChange> diff_others(const Case& negotiation, const DraftDiff& diff) {
    const Draft& before = negotiation.draft(diff.before);
    const Draft& after = negotiation.draft(diff.after);
    std::vector<OtherPointChange> changes;
    for (const std::string& number : other_numbers(negotiation, diff)) {
        const bool was_gone = is_dropped(before, number), is_gone = is_dropped(after, number);
        const std::string into = merged_into(after, number);
        if (was_gone != is_gone) {
            changes.push_back({number, is_gone ? DraftChange::dropped : DraftChange::added, {}});
        } else if (!into.empty() && into != merged_into(before, number)) {
            changes.push_back({number, DraftChange::merged, into});
        }
    }
    return changes;
}

} // namespace

DraftDiff diff_drafts(const Case& negotiation, const Appraisal& appraisal, DraftId before,
                      DraftId after) {
    const DraftComparison comparison(negotiation, appraisal, before, after);
    DraftDiff diff{before, after, {}, {}, comparison.totals(), {}};
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        diff.issues.push_back(comparison.issue(IssueId(i)));
    }
    for (std::size_t i = 0; i < negotiation.points.size(); ++i) {
        diff.points.push_back(diff_point(negotiation, PointId(i), diff));
    }
    diff.others = diff_others(negotiation, diff);
    return diff;
}

} // namespace unbracket
