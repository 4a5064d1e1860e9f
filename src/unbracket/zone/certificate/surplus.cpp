#include "unbracket/zone/certificate/surplus.hpp"

#include <algorithm>
#include <utility>

// A party with weights w, stances v, bonuses B and fallback f accepts x in one reading iff
// sum_j w_j v_j(x_j) / sum_j w_j + B(x) >= f. As sum_j w_j > 0, that is
//     sum_j w_j (v_j(x_j) + B(x) - f) >= 0,
// and the normalisation is gone. All ranges are independent, so the best (worst) reading takes each
// number at the end that helps (hurts) most: the margin v + B - f at one end, and then the larger
// (smaller) weight where the margin is positive and the other one where it is negative. What
// remains is a sum over issues with threshold 0. A party with scores has no weights and adds B - f
// once. "As good as draft d" puts v_j(x_j) - v_j(d_j) and B(x) - B(d) in place of v - f and B: 0
// where both are the same option, otherwise the ends of the difference, which respects ladders and
// shared risks. Where d leaves an issue open, the reading chooses among its options.
//
// Both claims that this serves deny acceptance, so wherever something is left open that is not
// independent (a bonus that may or may not be met by the outcome or by the draft) the larger value
// is taken: the sum may then exceed the true one, never fall short of it. For `sure` this means the
// larger of the two worst cases, not the hull: a hull could claim a rejecting reading where there
// is none. `reaches_fallback` removes that slack for single outcomes.
//
// A bonus of a party with scores that may or may not be met by the outcome, and is worth b > 0,
// adds b only where each of its k literals holds; so it adds at most b/k for each that does, and
// that is again a sum over issues.

namespace unbracket::certificate {

namespace {

constexpr std::size_t most_completions = 50'000;

bool has(const std::vector<OptionId>& options, std::size_t option) {
    return std::find(options.begin(), options.end(), OptionId(option)) != options.end();
}

/// Adds all points on the far side of a point that is in; true: one was new.
bool spread(const Ladder& ladder, bool is_upward, std::vector<bool>& reached) {
    bool is_beyond = false, has_changed = false;
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        const auto& level = ladder[is_upward ? ladder.size() - 1 - i : i];
        is_beyond = is_beyond || std::any_of(level.begin(), level.end(),
                                             [&](std::size_t point) { return reached[point]; });
        for (const std::size_t point : level) {
            has_changed = has_changed || (is_beyond && !reached[point]);
            reached[point] = reached[point] || is_beyond;
        }
    }
    return has_changed;
}

/// Points that are worth at most as much as the start by the ladders; with `is_upward`, at least.
std::vector<bool> reachable(const IssueRanges& ranges, std::size_t start, bool is_upward) {
    std::vector<bool> reached(ranges.worth.size(), false);
    reached[start] = true;
    bool has_changed = true;
    while (has_changed) {
        has_changed = false;
        for (const Ladder& ladder : ranges.ladders) {
            has_changed = spread(ladder, is_upward, reached) || has_changed;
        }
    }
    return reached;
}

bool may_be(Met met, bool is_met) {
    return met == Met::either || (met == Met::yes) == is_met;
}

} // namespace

Met met_by(const DraftContent& draft, const Condition& when) {
    Met met = Met::yes;
    for (const Literal& literal : when) {
        const std::vector<OptionId>& options = draft[as_index(literal.issue)];
        const auto fits = [&literal](OptionId option) {
            return has(literal.options, as_index(option));
        };
        if (std::none_of(options.begin(), options.end(), fits)) {
            return Met::no;
        }
        if (!std::all_of(options.begin(), options.end(), fits)) {
            met = Met::either;
        }
    }
    return met;
}

bool holds(const Condition& condition, const Outcome& outcome) {
    return std::all_of(condition.begin(), condition.end(), [&outcome](const Literal& literal) {
        return has(literal.options, as_index(outcome[as_index(literal.issue)]));
    });
}

Surplus::Surplus(const Case& given, const PartyRanges& ranges, Circumstances circumstances)
    : given_(given), ranges_(ranges), circumstances_(std::move(circumstances)) {
    shift_ = bonus_shift() + ranges.supposed_less;
    if (const auto* fallback = std::get_if<Range>(&ranges.fallback)) {
        shift_ -= circumstances_.question == Question::possible ? fallback->low : fallback->high;
    }
    constant_ = ranges.scale == Scale::scores ? shift_ : Fraction(0);
}

bool Surplus::is_shared_out(std::size_t bonus) const {
    return ranges_.scale == Scale::scores && std::holds_alternative<Range>(ranges_.fallback) &&
           circumstances_.bonuses[bonus] == Met::either && !given_.bonuses[bonus].when.empty() &&
           needed_end(exact(given_.bonuses[bonus].value)) > 0;
}

void Surplus::share_out(std::size_t bonus) {
    if (shares_.empty()) {
        for (const Issue& issue : given_.issues) {
            shares_.emplace_back(issue.options.size(), Fraction(0));
        }
    }
    const Condition& when = given_.bonuses[bonus].when;
    const Fraction share =
        needed_end(exact(given_.bonuses[bonus].value)) / Fraction(Integer(when.size()));
    for (const Literal& literal : when) {
        for (const OptionId option : literal.options) {
            shares_[as_index(literal.issue)][as_index(option)] += share;
        }
    }
}

Fraction Surplus::bonus_shift() {
    const bool has_draft = std::holds_alternative<DraftId>(ranges_.fallback);
    Fraction shift = 0;
    for (const std::size_t bonus : ranges_.bonuses) {
        if (is_shared_out(bonus)) {
            share_out(bonus);
            continue;
        }
        const Range value = exact(given_.bonuses[bonus].value);
        const Met by_draft =
            has_draft ? met_by(circumstances_.draft, given_.bonuses[bonus].when) : Met::no;
        const Met by_outcome = circumstances_.bonuses[bonus];
        std::optional<Fraction> largest;
        for (const auto& [is_outcome, is_draft] : {std::pair(false, false), std::pair(false, true),
                                                   std::pair(true, false), std::pair(true, true)}) {
            if (!may_be(by_outcome, is_outcome) || !may_be(by_draft, is_draft)) {
                continue;
            }
            Fraction part = 0;
            if (is_outcome != is_draft) {
                part = needed_end(is_outcome ? value : Range{-value.high, -value.low});
            }
            largest = largest ? std::max(*largest, part) : part;
        }
        shift += *largest;
    }
    return shift;
}

Range Surplus::difference(std::size_t issue, std::size_t option, std::size_t other) const {
    const IssueRanges& ranges = ranges_.issues[issue];
    if (option == other) {
        return {0, 0};
    }
    const Range &mine = ranges.worth[option], &theirs = ranges.worth[other];
    Range result = {mine.low - theirs.high, mine.high - theirs.low};
    if (!ranges.ladders.empty()) {
        if (reachable(ranges, other, true)[option]) {
            result.low = std::max(result.low, Fraction(0));
        }
        if (reachable(ranges, other, false)[option]) {
            result.high = std::min(result.high, Fraction(0));
        }
    }
    for (const std::size_t position : ranges.risks) {
        const Risk& risk = given_.risks[position];
        if (lowers(risk, option) != lowers(risk, other)) {
            const Range loss = exact(risk.loss);
            result.low += lowers(risk, other) ? loss.low : Fraction(-loss.high);
            result.high += lowers(risk, other) ? loss.high : Fraction(-loss.low);
        }
    }
    return result;
}

/// v(x), or v(x) - v(d), at the end that the question needs.
Fraction Surplus::margin(std::size_t issue, std::size_t option) const {
    if (!std::holds_alternative<DraftId>(ranges_.fallback)) {
        return needed_end(net_worth(given_, ranges_.issues[issue], option));
    }
    std::optional<Fraction> chosen;
    for (const OptionId other : circumstances_.draft[issue]) {
        const Fraction end = needed_end(difference(issue, option, as_index(other)));
        const bool is_possible = circumstances_.question == Question::possible;
        if (!chosen || (is_possible ? end > *chosen : end < *chosen)) {
            chosen = end;
        }
    }
    return chosen.value_or(0);
}

Fraction Surplus::at(std::size_t issue, std::size_t option) const {
    const IssueRanges& ranges = ranges_.issues[issue];
    const Fraction share = shares_.empty() ? Fraction(0) : shares_[issue][option];
    if (!ranges.is_concerned) {
        return share;
    }
    Fraction value = margin(issue, option);
    if (ranges_.scale == Scale::scores) {
        return value + share;
    }
    value += shift_;
    const bool is_larger = (value >= 0) == (circumstances_.question == Question::possible);
    value *= is_larger ? ranges.weight.high : ranges.weight.low;
    return value;
}

Fraction Surplus::sum(const Outcome& outcome) const {
    Fraction total = constant_;
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        total += at(issue, as_index(outcome[issue]));
    }
    return total;
}

bool Surplus::rises_somewhere(const Outcome& outcome) const {
    if (ranges_.scale != Scale::stances || circumstances_.question == Question::sure) {
        return true;
    }
    bool may_all_be_zero = true, rises = false;
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        const IssueRanges& ranges = ranges_.issues[issue];
        may_all_be_zero = may_all_be_zero && ranges.weight.low == 0;
        if (ranges.weight.high > 0 && !rises) {
            rises = margin(issue, as_index(outcome[issue])) + shift_ >= 0;
        }
    }
    return rises || !may_all_be_zero;
}

DraftContent fallback_draft(const Case& given, const PartyRanges& ranges) {
    DraftContent content;
    const auto* draft = std::get_if<DraftId>(&ranges.fallback);
    for (std::size_t issue = 0; draft != nullptr && issue < given.issues.size(); ++issue) {
        content.push_back(given.draft(*draft).content[issue].options);
        for (std::size_t o = 0; content.back().empty() && o < given.issues[issue].options.size();
             ++o) {
            content.back().push_back(OptionId(o));
        }
    }
    return content;
}

namespace {

/// The ways to settle those issues on which it depends whether the draft meets a bonus, one by one.
class Completions {
public:
    Completions(const Case& given, const PartyRanges& ranges)
        : draft_(fallback_draft(given, ranges)), settled_(draft_), chosen_(draft_.size(), 0) {
        std::vector<bool> matters(draft_.size(), false);
        for (const std::size_t bonus : ranges.bonuses) {
            const Condition& when = given.bonuses[bonus].when;
            const bool is_open = !draft_.empty() && met_by(draft_, when) == Met::either;
            for (std::size_t i = 0; is_open && i < when.size(); ++i) {
                matters[as_index(when[i].issue)] = draft_[as_index(when[i].issue)].size() > 1;
            }
        }
        for (std::size_t issue = 0; issue < matters.size() && count_ <= most_completions; ++issue) {
            if (matters[issue]) {
                open_.push_back(issue);
                count_ *= draft_[issue].size();
            }
        }
        if (count_ > most_completions) {
            open_.clear();
        }
        settle();
    }

    std::size_t count() const { return count_; }
    /// The draft itself where there are too many.
    const DraftContent& now() const { return settled_; }
    /// False after the last.
    bool advance() {
        for (const std::size_t issue : open_) {
            chosen_[issue] = (chosen_[issue] + 1) % draft_[issue].size();
            if (chosen_[issue] != 0) {
                settle();
                return true;
            }
        }
        return false;
    }

private:
    void settle() {
        for (const std::size_t issue : open_) {
            settled_[issue] = {draft_[issue][chosen_[issue]]};
        }
    }

    DraftContent draft_;
    DraftContent settled_;
    std::vector<std::size_t> chosen_;
    std::vector<std::size_t> open_;
    std::size_t count_ = 1;
};

} // namespace

std::size_t completions_to_try(const Case& given, const PartyRanges& ranges) {
    return Completions(given, ranges).count();
}

Answer reaches_fallback(const Case& given, const PartyRanges& ranges, Question question,
                        const Outcome& outcome) {
    if (ranges.scale == Scale::none) {
        return Answer::yes;
    }
    Surplus::Circumstances circumstances{
        question, std::vector<Met>(given.bonuses.size(), Met::no), {}};
    for (const std::size_t bonus : ranges.bonuses) {
        circumstances.bonuses[bonus] =
            holds(given.bonuses[bonus].when, outcome) ? Met::yes : Met::no;
    }
    Completions completions(given, ranges);
    bool is_reached = false, goes_on = true;
    while (goes_on) {
        circumstances.draft = completions.now();
        const Surplus surplus(given, ranges, circumstances);
        is_reached = surplus.sum(outcome) >= 0 && surplus.rises_somewhere(outcome);
        // One reading that accepts settles the one question, one that does not the other.
        goes_on = is_reached == (question == Question::sure) && completions.advance();
    }
    if (is_reached && completions.count() > most_completions) {
        return Answer::unclear;
    }
    return is_reached ? Answer::yes : Answer::no;
}

} // namespace unbracket::certificate
