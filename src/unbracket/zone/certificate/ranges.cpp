#include "unbracket/zone/certificate/ranges.hpp"

#include <algorithm>

// From entries to ranges. A word stands for its range in the case's own table, a curve is linear
// between its knots, a missing weight is 0..40, a missing stance may be anything from 0 to 100 or a
// red line. An order and the falling course of a curve say that one point is worth at least as much
// as another. Passing upper ends down and lower ends up such a ladder, until nothing changes,
// leaves exactly the numbers that occur in some reading: given a number x inside one narrowed
// range, the numbers "x moved into each other range" respect every ladder, since both ends of the
// ranges fall along each. So the ranges of single options lose nothing, and that is all a sum over
// issues needs, for an outcome uses one option of each issue.
//
// A curve falls between its outermost knots, these included, also where a knot lies beside the
// grid; such knots are points of their own behind the options.

namespace unbracket::certificate {

namespace {

Range exact_stance(const Case& given, const StanceQuantity& quantity) {
    const auto* word = std::get_if<StanceWord>(&quantity);
    return exact(word != nullptr ? given.words[*word] : std::get<Interval>(quantity));
}

Range exact_weight(const Case& given, const WeightQuantity& quantity) {
    const auto* word = std::get_if<WeightWord>(&quantity);
    return exact(word != nullptr ? given.words[*word] : std::get<Interval>(quantity));
}

bool counts(const EntryChoice& counted, EntryId entry) {
    return !counted || (*counted)[as_index(entry)];
}

bool is_beyond(const Fraction& number, Comparison comparison, const Fraction& bound) {
    switch (comparison) {
    case Comparison::less:
        return number < bound;
    case Comparison::at_most:
        return number <= bound;
    case Comparison::greater:
        return number > bound;
    case Comparison::at_least:
        return number >= bound;
    }
    return false;
}

bool holds(const std::vector<OptionId>& options, std::size_t option) {
    return std::find(options.begin(), options.end(), OptionId(option)) != options.end();
}

/// A curve over a scale on which worse numbers are larger. Where some of its knots do not count, it
/// says something only where all that it takes there counts.
struct Course {
    std::vector<Fraction> at;
    std::vector<Range> worth;
    std::vector<bool> is_counted;
    Range beyond;
    int direction = 1;

    Fraction place(const Rational& number) const { return exact(number) * direction; }
    std::optional<Range> worth_at(const Fraction& place) const;
    bool spans(const Fraction& place) const;
    /// On the better side of the best knot, or at it: there a curve is one constant.
    bool is_best(const Fraction& place) const { return is_counted.front() && place <= at.front(); }
};

std::optional<Range> Course::worth_at(const Fraction& place) const {
    if (place <= at.front()) {
        return is_counted.front() ? std::optional(worth.front()) : std::nullopt;
    }
    if (place > at.back()) {
        return is_counted.back() ? std::optional(beyond) : std::nullopt;
    }
    std::size_t next = 1;
    while (at[next] < place) {
        ++next;
    }
    if (!is_counted[next] || (place != at[next] && !is_counted[next - 1])) {
        return std::nullopt;
    }
    const Fraction part = (place - at[next - 1]) / (at[next] - at[next - 1]);
    const Range &from = worth[next - 1], &to = worth[next];
    return Range{from.low + part * (to.low - from.low), from.high + part * (to.high - from.high)};
}

/// Up to the last knot that counts, and not before the first that counts, unless that is the best.
bool Course::spans(const Fraction& place) const {
    bool is_behind = is_best(place), is_before = false;
    for (std::size_t knot = 0; knot < at.size(); ++knot) {
        is_behind = is_behind || (is_counted[knot] && at[knot] <= place);
        is_before = is_before || (is_counted[knot] && at[knot] >= place);
    }
    return is_behind && is_before;
}

Course course_of(const Case& given, const Curve& curve, const EntryChoice& counted) {
    Course course;
    course.direction = curve.direction;
    if (curve.knots.size() > 1) {
        course.direction = curve.knots[0].at < curve.knots[1].at ? 1 : -1;
    }
    for (const Curve::Knot& knot : curve.knots) {
        course.at.push_back(course.place(knot.at));
        course.worth.push_back(exact(given.words[knot.word]));
        course.is_counted.push_back(counts(counted, knot.entry));
    }
    course.beyond = exact(given.words[StanceWord::bad]);
    return course;
}

/// Builds the ranges of one party on one issue, source by source.
class Builder {
public:
    Builder(const Case& given, const Issue& issue, const Assessment& assessment,
            const EntryChoice& counted)
        : given_(given), issue_(issue), assessment_(assessment), counted_(counted),
          ratings_(given.party(assessment.party).scale == Scale::scores ? assessment.scores
                                                                        : assessment.stances) {}

    IssueRanges build();

private:
    bool uses_scores() const { return given_.party(assessment_.party).scale == Scale::scores; }
    bool find_concern();
    const Rating* rating(std::size_t option) const;
    bool uses_curve() const;
    void mark_red_lines();
    void enter_option(std::size_t option);
    void enter_curve();
    void enter_order();

    const Case& given_;
    const Issue& issue_;
    const Assessment& assessment_;
    const EntryChoice& counted_;
    const std::vector<std::optional<Rating>>& ratings_;
    IssueRanges ranges_;
    std::vector<bool> is_free_; // nothing bounds it, so it has no place on a ladder
};

bool Builder::find_concern() {
    if (uses_scores()) {
        return !ratings_.empty();
    }
    const bool is_rated = !ratings_.empty() || assessment_.curve || assessment_.order;
    if (assessment_.weight) {
        ranges_.weight = exact_weight(given_, assessment_.weight->quantity);
    } else if (is_rated) {
        ranges_.weight = exact(missing_weight);
    }
    return is_rated || ranges_.weight.high > 0;
}

const Rating* Builder::rating(std::size_t option) const {
    return option < ratings_.size() && ratings_[option] ? &*ratings_[option] : nullptr;
}

bool Builder::uses_curve() const {
    return assessment_.curve && !uses_scores() && issue_.range && !assessment_.curve->knots.empty();
}

/// Red lines are taken from all entries, also from those that do not count: leaving a red line out
/// would put its option back on a ladder, and fewer entries must never forbid more.
void Builder::mark_red_lines() {
    for (std::size_t option = 0; option < issue_.options.size(); ++option) {
        const Rating* rated = rating(option);
        bool is_red = rated != nullptr && rated->is_red_line;
        is_red = is_red || (assessment_.order && holds(assessment_.order->red_lines, option));
        const auto& number = issue_.options[option].number;
        if (assessment_.curve && assessment_.curve->red_line && number) {
            const auto& bound = assessment_.curve->red_line->bound;
            is_red =
                is_red || (bound && is_beyond(exact(*number), bound->first, exact(bound->second)));
        }
        ranges_.is_red_line[option] = is_red;
    }
}

void Builder::enter_option(std::size_t option) {
    Range& worth = ranges_.worth[option];
    const Rating* rated = rating(option);
    if (rated != nullptr && counts(counted_, rated->entry)) {
        worth = exact_stance(given_, rated->worth);
        ranges_.is_unknown[option] = !rated->is_red_line &&
                                     std::holds_alternative<StanceWord>(rated->worth) &&
                                     std::get<StanceWord>(rated->worth) == StanceWord::unknown;
        return;
    }
    if (uses_scores()) {
        is_free_[option] = true;
        return;
    }
    if (assessment_.order && holds(assessment_.order->red_lines, option)) {
        worth = {0, 0};
        return;
    }
    worth = {0, 100};
    bool is_ranked = false;
    if (assessment_.order) {
        for (const std::vector<OptionId>& level : assessment_.order->classes) {
            is_ranked = is_ranked || holds(level, option);
        }
    }
    ranges_.is_unknown[option] = !is_ranked && ranges_.weight.high > 0;
}

void Builder::enter_curve() {
    const Course course = course_of(given_, *assessment_.curve, counted_);
    std::vector<std::pair<Fraction, std::size_t>> points;
    std::vector<bool> is_on_grid(course.at.size(), false);
    for (std::size_t option = 0; option < issue_.options.size(); ++option) {
        const Fraction place = course.place(issue_.options[option].number.value_or(Rational(0)));
        ranges_.worth[option] = course.worth_at(place).value_or(Range{0, 100});
        if (course.spans(place)) {
            points.emplace_back(place, option);
        }
        for (std::size_t knot = 0; knot < course.at.size(); ++knot) {
            is_on_grid[knot] = is_on_grid[knot] || course.at[knot] == place;
        }
    }
    for (std::size_t knot = 0; knot < course.at.size(); ++knot) {
        if (!is_on_grid[knot] && course.is_counted[knot]) {
            points.emplace_back(course.at[knot], ranges_.worth.size());
            ranges_.worth.push_back(course.worth[knot]);
        }
    }
    std::sort(points.begin(), points.end());
    Ladder ladder;
    for (const auto& [place, point] : points) {
        if (course.is_best(place) && !ladder.empty()) {
            ladder.back().push_back(point);
        } else {
            ladder.push_back({point});
        }
    }
    ranges_.ladders.push_back(std::move(ladder));
}

void Builder::enter_order() {
    Ladder ladder;
    for (const std::vector<OptionId>& options : assessment_.order->classes) {
        std::vector<std::size_t> level;
        for (const OptionId option : options) {
            if (!ranges_.is_red_line[as_index(option)] && !is_free_[as_index(option)]) {
                level.push_back(as_index(option));
            }
        }
        if (!level.empty()) {
            ladder.push_back(std::move(level));
        }
    }
    ranges_.ladders.push_back(std::move(ladder));
}

IssueRanges Builder::build() {
    ranges_.is_concerned = find_concern();
    if (!ranges_.is_concerned) {
        return std::move(ranges_);
    }
    const std::size_t count = issue_.options.size();
    ranges_.worth.resize(count);
    ranges_.is_red_line.resize(count);
    ranges_.is_unknown.resize(count);
    is_free_.resize(count);
    mark_red_lines();
    if (uses_curve()) {
        enter_curve();
    } else {
        for (std::size_t option = 0; option < count; ++option) {
            enter_option(option);
        }
    }
    if (assessment_.order && counts(counted_, assessment_.order->entry)) {
        enter_order();
    }
    return std::move(ranges_);
}

} // namespace

bool narrow(std::vector<Range>& points, const std::vector<Ladder>& ladders) {
    const auto pass = [&points](auto level, const auto& end, auto read, auto is_tighter) {
        bool has_changed = false;
        const Fraction* bound = nullptr;
        for (; level != end; ++level) {
            for (const std::size_t point : *level) {
                const Fraction& number = read(points[point]);
                bound = bound == nullptr || is_tighter(number, *bound) ? &number : bound;
            }
            const Fraction limit = *bound;
            for (const std::size_t point : *level) {
                Fraction& number = read(points[point]);
                has_changed = has_changed || is_tighter(limit, number);
                number = limit;
            }
        }
        return has_changed;
    };
    const auto high = [](Range& range) -> Fraction& { return range.high; };
    const auto low = [](Range& range) -> Fraction& { return range.low; };
    const auto is_less = [](const Fraction& a, const Fraction& b) { return a < b; };
    const auto is_more = [](const Fraction& a, const Fraction& b) { return a > b; };
    bool has_changed = true;
    while (has_changed) {
        has_changed = false;
        for (const Ladder& ladder : ladders) {
            has_changed |= pass(ladder.begin(), ladder.end(), high, is_less);
            has_changed |= pass(ladder.rbegin(), ladder.rend(), low, is_more);
        }
        // One ladder is done after one pass down and one up.
        has_changed = has_changed && ladders.size() > 1;
    }
    return std::none_of(points.begin(), points.end(),
                        [](const Range& range) { return range.is_empty(); });
}

bool lowers(const Risk& risk, std::size_t option) {
    return holds(risk.option.options, option);
}

Range net_worth(const Case& given, const IssueRanges& ranges, std::size_t option) {
    Range net = ranges.worth[option];
    for (const std::size_t risk : ranges.risks) {
        if (lowers(given.risks[risk], option)) {
            const Range loss = exact(given.risks[risk].loss);
            net.low -= loss.high;
            net.high -= loss.low;
        }
    }
    return net;
}

namespace {

std::vector<std::size_t> risks_on(const Case& given, PartyId party, IssueId issue) {
    std::vector<std::size_t> risks;
    for (std::size_t risk = 0; risk < given.risks.size(); ++risk) {
        if (given.risks[risk].party == party && given.risks[risk].option.issue == issue) {
            risks.push_back(risk);
        }
    }
    return risks;
}

/// A party with scores but none on this issue: 0 for every option, which risks still lower.
IssueRanges unscored(std::size_t options) {
    IssueRanges ranges;
    ranges.is_concerned = true;
    ranges.worth.assign(options, {Fraction(0), Fraction(0)});
    ranges.is_red_line.resize(options);
    ranges.is_unknown.resize(options);
    return ranges;
}

} // namespace

IssueRanges ranges_on_issue(const Case& given, PartyId party, IssueId issue,
                            const EntryChoice& counted) {
    const Assessment* assessment = given.issue(issue).of(party);
    const Scale scale = given.party(party).scale;
    if (scale == Scale::none) {
        return {};
    }
    IssueRanges ranges;
    if (assessment != nullptr) {
        ranges = Builder(given, given.issue(issue), *assessment, counted).build();
    }
    std::vector<std::size_t> risks = risks_on(given, party, issue);
    if (scale == Scale::scores && !ranges.is_concerned && !risks.empty()) {
        ranges = unscored(given.issue(issue).options.size());
    }
    if (ranges.is_concerned) {
        ranges.risks = std::move(risks);
    }
    return ranges;
}

} // namespace unbracket::certificate
