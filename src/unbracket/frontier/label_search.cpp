#include "unbracket/frontier/label_search.hpp"

#include "unbracket/base/sort_unless.hpp"
#include "unbracket/frontier/condition_states.hpp"
#include "unbracket/frontier/cover_blocks.hpp"
#include "unbracket/frontier/total_order.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

// Partial outcomes are extended issue by issue. One of them can be forgotten when another in the
// same state of all conditions is at least as good for every party: whatever completes the one
// completes the other, with the same on top. What is left at the end is the frontier. Equal ones
// are merged and counted.
//
// The number of partial outcomes may explode. When the budget of comparisons is spent, totals are
// compared on a grid: a partial outcome is forgotten when another lies in no lower cell for every
// party, so at most one cell width less one below it. Widths are doubled until few are left, and
// what each stage may lose adds up to a stated slack for every party. The end is then a cover: each
// efficient outcome is at most the slack above one and the same listed outcome, for all parties at
// once. Where only the zone is asked for, a cover also keeps what lies outside by no more than the
// slack, and at the end each of these leaves its place to one inside.
//
// Sources: Nemhauser and Ullmann (1969), Discrete dynamic programming and capital allocation
// [nemhauser1969discrete]; Kung, Luccio and Preparata (1975), On finding the maxima of a set of
// vectors [kung1975finding]; Papadimitriou and Yannakakis (2000), On the approximability of
// trade-offs, section 2, for covers by a grid [papadimitriou2000approximability]

namespace unbracket {

namespace {

constexpr std::size_t most_labels = 2'000'000;
/// Extensions of one stage at most, and totals of all of these, so that memory stays within a few
/// hundred megabytes.
constexpr std::size_t most_extensions = 8'000'000;
constexpr std::size_t most_totals = 40'000'000;
/// Comparisons between two looks at the flag that stops the search; one takes a few nanoseconds.
constexpr std::uint64_t between_looks = 65'536;
/// Comparisons that one pass of a cover may take.
constexpr std::uint64_t cover_comparisons = 50'000'000;
constexpr std::size_t smallest_cover = 20;
/// Pairs that may be compared when outcomes of a cover lie outside the zone.
constexpr std::size_t most_stand_ins = 20'000'000;
constexpr std::int64_t first_divisions = 1'024;

std::uint64_t saturating_sum(std::uint64_t a, std::uint64_t b) {
    return a > std::numeric_limits<std::uint64_t>::max() - b
               ? std::numeric_limits<std::uint64_t>::max()
               : a + b;
}

std::int64_t floor_divided(std::int64_t number, std::int64_t width) {
    const std::int64_t quotient = number / width;
    return quotient * width > number ? quotient - 1 : quotient;
}

/// Partial outcomes after some issues; totals stand in one array, digits behind each's whole steps.
struct Labels {
    std::vector<std::int64_t> totals;
    std::vector<std::uint32_t> states;
    std::vector<std::uint32_t> parents; // among the labels of the stage before
    std::vector<Row> rows;
    std::vector<std::uint64_t> counts;

    std::size_t size() const { return states.size(); }

    /// Room for so many. Growing would hold everything twice; memory that is not written costs
    /// nothing.
    void reserve(std::size_t count, std::size_t stride) {
        totals.reserve(count * stride);
        states.reserve(count);
        parents.reserve(count);
        rows.reserve(count);
        counts.reserve(count);
    }
};

class LabelSearch {
public:
    LabelSearch(const GainTable& table, const FrontierOptions& options)
        : table_(table), options_(options), width_(table.columns.size()),
          stride_(width_ + table.digit_count), conditions_(table),
          most_extensions_(
              std::min(most_extensions, most_totals / std::max<std::size_t>(1, stride_))),
          comparisons_left_(options.comparison_budget), cover_left_(options.cover_budget) {
        frontier_.slack.assign(width_, 0);
        last_widths_.assign(width_, 1);
        set_ranges();
    }

    Frontier run() {
        Labels first;
        first.totals = table_.start();
        first.states = {ConditionStates::start};
        first.parents = {0};
        first.rows = {0};
        first.counts = {1};
        stages_.push_back(std::move(first));
        for (std::size_t place = 0; place < conditions_.order().size(); ++place) {
            if (!make_room(place)) {
                frontier_.end = FrontierEnd::cut;
                return std::move(frontier_);
            }
            Labels longer = extended(place);
            if (was_stopped_ || !thin_out(longer, place)) {
                frontier_.end = FrontierEnd::cut;
                return std::move(frontier_);
            }
            stages_.back().totals = {};
            stages_.push_back(std::move(longer));
        }
        collect();
        return std::move(frontier_);
    }

private:
    /// 1 where whole steps leave something out.
    std::int64_t left_out(std::size_t column) const {
        return table_.columns[column].digits > 0 ? 1 : 0;
    }

    /// Range of each column's sums, and what the issues from a place on can add at most.
    void set_ranges() {
        const auto& order = conditions_.order();
        best_rest_.assign((order.size() + 1) * width_, 0);
        range_.assign(width_, 0);
        for (const ConditionalGain& gain : table_.conditionals) {
            const std::int64_t most = gain.amount + left_out(gain.column);
            range_[gain.column] += gain.amount < 0 ? -gain.amount : most;
            for (std::size_t place = 0; place < order.size(); ++place) {
                best_rest_[place * width_ + gain.column] += std::max<std::int64_t>(most, 0);
            }
        }
        std::vector<std::int64_t> rest(width_, 0);
        for (std::size_t place = order.size(); place-- > 0;) {
            for (std::size_t at = 0; at < width_; ++at) {
                std::int64_t most = 0;
                for (Row row = first_row(place); row < end_row(place); ++row) {
                    most = std::max(most, table_.problem.row(row)[at]);
                }
                rest[at] += most + left_out(at);
                best_rest_[place * width_ + at] += rest[at];
            }
        }
        for (std::size_t at = 0; at < width_; ++at) {
            range_[at] += rest[at] + left_out(at);
        }
    }

    Row first_row(std::size_t place) const {
        return table_.problem.first_row[conditions_.order()[place]];
    }
    Row end_row(std::size_t place) const {
        return table_.problem.first_row[conditions_.order()[place] + 1];
    }

    Labels extended(std::size_t place) {
        const Labels& from = stages_.back();
        Labels to;
        to.reserve(from.size() * (end_row(place) - first_row(place)), stride_);
        Totals totals(stride_);
        for (std::size_t label = 0; label < from.size() && !looks_stopped(stride_); ++label) {
            was_stopped_ = was_stopped_ || conditions_.are_too_many();
            for (Row row = first_row(place); row < end_row(place); ++row) {
                const auto& step = conditions_.step(place, from.states[label], row);
                const auto before =
                    from.totals.begin() + static_cast<std::ptrdiff_t>(label * stride_);
                std::copy_n(before, stride_, totals.begin());
                table_.add_row(row, totals);
                for (const std::size_t gain : step.earned) {
                    table_.add_amount(table_.conditionals[gain], totals);
                }
                table_.carry(totals);
                if (step.is_allowed && may_suit(place + 1, totals)) {
                    to.totals.insert(to.totals.end(), totals.begin(), totals.end());
                    to.states.push_back(step.state);
                    to.parents.push_back(static_cast<std::uint32_t>(label));
                    to.rows.push_back(row);
                    to.counts.push_back(from.counts[label]);
                }
            }
        }
        return to;
    }

    /// Whether something in the zone may come of it, or of what it stands for in a cover.
    bool may_suit(std::size_t place, const Totals& totals) const {
        for (std::size_t at = 0; at < width_ && options_.zone_only; ++at) {
            if (table_.columns[at].is_required &&
                totals[at] + best_rest_[place * width_ + at] + frontier_.slack[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /// Covers the last stage by fewer where its extensions would be too many. False when that
    /// fails.
    bool make_room(std::size_t place) {
        const std::size_t rows = end_row(place) - first_row(place);
        Labels& labels = stages_.back();
        const std::size_t most = most_extensions_ / rows;
        return labels.size() <= most ||
               (options_.may_cover && cover(labels, most) && labels.size() <= most);
    }

    /// Leaves out what others cover, exactly if the budget allows. False when too many are left.
    bool thin_out(Labels& labels, std::size_t place) {
        const std::vector<std::int64_t> exact(width_, 1);
        if (const auto kept = filtered(labels, exact, labels.size())) {
            keep(*kept, labels);
            return labels.size() <= most_labels;
        }
        if (was_stopped_) {
            return false;
        }
        const std::uint64_t share = cover_left_ / (2 * (conditions_.order().size() - place));
        const std::size_t affordable =
            static_cast<std::size_t>(std::min(cover_comparisons, share)) /
            std::max<std::size_t>(1, labels.size());
        return options_.may_cover &&
               cover(labels, std::clamp(affordable, std::min(smallest_cover, options_.cover_size),
                                        options_.cover_size));
    }

    /// Leaves out what others cover on the finest grid tried that leaves so many at most; on the
    /// widest, where each state keeps one, as many as there are. False where too many are left or
    /// the comparisons run out.
    bool cover(Labels& labels, std::size_t most) {
        std::vector<std::int64_t> widths(width_, 1);
        for (std::size_t at = 0; at < width_; ++at) {
            widths[at] = std::max(last_widths_[at] / 2,
                                  std::max<std::int64_t>(1, range_[at] / first_divisions));
        }
        while (true) {
            const bool is_widest = all_widest(widths);
            comparisons_left_ = cover_left_;
            const auto kept = filtered(labels, widths, is_widest ? labels.size() : most);
            cover_left_ = std::exchange(comparisons_left_, 0);
            if (kept) {
                note_slack(widths);
                last_widths_ = widths;
                keep(*kept, labels);
                return labels.size() <= most_labels;
            }
            if (was_stopped_ || cover_left_ == 0) {
                return false;
            }
            for (std::size_t at = 0; at < width_; ++at) {
                widths[at] = std::min(widths[at] * 2, range_[at] + 1);
            }
        }
    }

    bool all_widest(const std::vector<std::int64_t>& widths) const {
        for (std::size_t at = 0; at < width_; ++at) {
            if (widths[at] <= range_[at]) {
                return false;
            }
        }
        return true;
    }

    void add_slack(std::size_t at, std::int64_t more) {
        frontier_.slack[at] = std::min(frontier_.slack[at] + more, range_[at]);
    }

    /// Nothing is more than a whole range above anything.
    void note_slack(const std::vector<std::int64_t>& widths) {
        if (is_exact(widths)) {
            return;
        }
        frontier_.end = FrontierEnd::covered;
        frontier_.is_counted = false;
        for (std::size_t at = 0; at < width_; ++at) {
            add_slack(at, widths[at] - 1 + left_out(at));
        }
    }

    /// Cells of width 1 lose nothing.
    static bool is_exact(const std::vector<std::int64_t>& widths) {
        return std::all_of(widths.begin(), widths.end(), [](auto width) { return width == 1; });
    }

    /// Whether the flag was seen raised. It is looked at after so much work, in comparisons.
    bool looks_stopped(std::uint64_t work) {
        until_look_ -= std::min(until_look_, work);
        if (until_look_ == 0) {
            until_look_ = between_looks;
            was_stopped_ = was_stopped_ || is_raised(options_.cancel);
        }
        return was_stopped_;
    }

    /// Labels that no other one covers on a grid of these widths, the first of each cell; nothing
    /// where there are more than `most`, or when the comparisons run out. Merges counts of equals.
    std::optional<std::vector<std::uint32_t>>
    filtered(Labels& labels, const std::vector<std::int64_t>& widths, std::size_t most) {
        was_stopped_ = !set_cells(labels, widths);
        std::vector<std::uint32_t> sorted(labels.size());
        std::iota(sorted.begin(), sorted.end(), 0U);
        was_stopped_ = was_stopped_ ||
                       !sort_unless(sorted, options_.cancel, [&](std::uint32_t a, std::uint32_t b) {
                           return comes_before(labels, a, b);
                       });
        return fits_32_bits(labels) ? filtered_as<std::int32_t>(labels, sorted, most)
                                    : filtered_as<std::int64_t>(labels, sorted, most);
    }

    /// Whether cells fit 32 bits; notes the least of each column, from which they are counted.
    bool fits_32_bits(const Labels& labels) {
        const std::vector<std::int64_t>& cells = cells_of(labels);
        least_.assign(width_, std::numeric_limits<std::int64_t>::max());
        std::vector<std::int64_t> most(width_, std::numeric_limits<std::int64_t>::min());
        for (std::size_t at = 0; at < cells.size(); ++at) {
            least_[at % width_] = std::min(least_[at % width_], cells[at]);
            most[at % width_] = std::max(most[at % width_], cells[at]);
        }
        bool is_narrow = true;
        for (std::size_t at = 0; at < width_ && labels.size() > 0; ++at) {
            is_narrow = is_narrow && most[at] - least_[at] <= CoverBlocks<std::int32_t>::limit;
        }
        return is_narrow;
    }

    template <class Number>
    std::optional<std::vector<std::uint32_t>>
    filtered_as(Labels& labels, const std::vector<std::uint32_t>& sorted, std::size_t most) {
        std::vector<std::uint32_t> kept;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> equals;
        std::size_t group = 0; // where the kept ones of the current state begin
        CoverBlocks<Number> blocks(width_);
        std::vector<Number> cell(width_);
        for (const std::uint32_t label : sorted) {
            if (was_stopped_ || comparisons_left_ == 0) {
                return std::nullopt;
            }
            if (!kept.empty() && labels.states[kept.back()] != labels.states[label]) {
                group = kept.size();
                blocks.clear();
            }
            for (std::size_t at = 0; at < width_; ++at) {
                cell[at] = static_cast<Number>(cells_of(labels)[label * width_ + at] - least_[at]);
            }
            const auto covering = blocks.last_covering(cell);
            note_comparisons(blocks.size() - covering.value_or(0));
            if (covering) {
                const std::uint32_t other = kept[group + *covering];
                if (are_equal(labels, label, other)) {
                    equals.emplace_back(label, other);
                }
                continue;
            }
            // In descending order of the first column the last one kept is the best of the second.
            if (width_ <= 2) {
                blocks.clear();
                group = kept.size();
            }
            kept.push_back(label);
            blocks.add(cell);
            if (kept.size() > most) {
                return std::nullopt;
            }
        }
        // Not before: where this gives up, the same labels are looked at again.
        for (const auto& [label, other] : equals) {
            labels.counts[other] = saturating_sum(labels.counts[other], labels.counts[label]);
        }
        return kept;
    }

    void note_comparisons(std::uint64_t made) {
        comparisons_left_ -= std::min(comparisons_left_, made);
        looks_stopped(made + 1);
    }

    bool are_equal(const Labels& labels, std::uint32_t label, std::uint32_t other) const {
        const auto own = labels.totals.begin() + static_cast<std::ptrdiff_t>(label * stride_);
        const auto others = labels.totals.begin() + static_cast<std::ptrdiff_t>(other * stride_);
        return std::equal(own, own + static_cast<std::ptrdiff_t>(stride_), others);
    }

    /// Cells of width 1 are the totals themselves, or stand in their order. False where the flag
    /// was raised.
    bool set_cells(const Labels& labels, const std::vector<std::int64_t>& widths) {
        are_totals_ = is_exact(widths) && table_.digit_count == 0;
        if (is_exact(widths) && !are_totals_) {
            auto ordered = ordered_totals(table_, labels.totals, options_.cancel);
            if (!ordered) {
                return false;
            }
            cells_ = std::move(*ordered);
            return true;
        }
        cells_.resize(are_totals_ ? 0 : labels.size() * width_);
        for (std::size_t at = 0; at < cells_.size(); ++at) {
            const std::size_t label = at / width_, column = at % width_;
            cells_[at] = floor_divided(labels.totals[label * stride_ + column], widths[column]);
        }
        return true;
    }

    const std::vector<std::int64_t>& cells_of(const Labels& labels) const {
        return are_totals_ ? labels.totals : cells_;
    }

    /// By state, then best cells first, then best totals, then the order they were made in.
    bool comes_before(const Labels& labels, std::uint32_t a, std::uint32_t b) const {
        if (labels.states[a] != labels.states[b]) {
            return labels.states[a] < labels.states[b];
        }
        if (const auto by_cells = compare(cells_of(labels), width_, a, b); by_cells != 0) {
            return by_cells > 0;
        }
        const auto by_totals = compare(labels.totals, stride_, a, b);
        return by_totals != 0 ? by_totals > 0 : a < b;
    }

    static std::strong_ordering compare(const std::vector<std::int64_t>& numbers,
                                        std::size_t stride, std::uint32_t a, std::uint32_t b) {
        for (std::size_t at = 0; at < stride; ++at) {
            const std::int64_t one = numbers[a * stride + at], other = numbers[b * stride + at];
            if (one != other) {
                return one <=> other;
            }
        }
        return std::strong_ordering::equal;
    }

    void keep(const std::vector<std::uint32_t>& kept, Labels& labels) const {
        Labels rest;
        rest.reserve(kept.size(), stride_);
        for (const std::uint32_t label : kept) {
            for (std::size_t at = 0; at < stride_; ++at) {
                rest.totals.push_back(labels.totals[label * stride_ + at]);
            }
            rest.states.push_back(labels.states[label]);
            rest.parents.push_back(labels.parents[label]);
            rest.rows.push_back(labels.rows[label]);
            rest.counts.push_back(labels.counts[label]);
        }
        labels = std::move(rest);
    }

    void collect() {
        const Labels& last = stages_.back();
        for (std::size_t label = last.size(); label-- > 0;) {
            EfficientPoint point;
            for (std::size_t at = 0; at < stride_; ++at) {
                point.totals.push_back(last.totals[label * stride_ + at]);
            }
            point.choice.resize(conditions_.order().size());
            std::size_t at = label;
            for (std::size_t stage = stages_.size() - 1; stage > 0; --stage) {
                point.choice[conditions_.order()[stage - 1]] = stages_[stage].rows[at];
                at = stages_[stage].parents[at];
            }
            point.outcomes = last.counts[label];
            frontier_.points.push_back(std::move(point));
        }
        std::sort(frontier_.points.begin(), frontier_.points.end(),
                  [](const auto& a, const auto& b) { return a.totals < b.totals; });
        if (options_.zone_only) {
            leave_zone();
        }
        frontier_.size = frontier_.points.size();
    }

    /// Lists what is in the zone. Of a cover the rest may stand for something in the zone.
    void leave_zone() {
        auto& points = frontier_.points;
        const auto outside =
            std::stable_partition(points.begin(), points.end(), [&](const EfficientPoint& point) {
                return table_.is_in_zone(point.totals);
            });
        std::vector<EfficientPoint> left(std::make_move_iterator(outside),
                                         std::make_move_iterator(points.end()));
        points.erase(outside, points.end());
        std::erase_if(left, [&](const EfficientPoint& point) { return !reaches_zone(point); });
        if (frontier_.end == FrontierEnd::covered && !left.empty()) {
            replace(left);
        }
    }

    bool reaches_zone(const EfficientPoint& point) const {
        Totals most = point.totals;
        for (std::size_t at = 0; at < width_; ++at) {
            most[at] += frontier_.slack[at];
        }
        return table_.is_in_zone(most);
    }

    /// A listed point that gives nobody much less stands for each of these; the slack grows by what
    /// it gives less.
    void replace(const std::vector<EfficientPoint>& left) {
        const auto& points = frontier_.points;
        if (points.empty() || left.size() > most_stand_ins / points.size()) {
            frontier_.end = FrontierEnd::cut;
            return;
        }
        std::vector<std::int64_t> less(width_, 0);
        for (const EfficientPoint& point : left) {
            const EfficientPoint& nearest =
                *std::min_element(points.begin(), points.end(),
                                  [&](const EfficientPoint& a, const EfficientPoint& b) {
                                      return cells_below(a, point) < cells_below(b, point);
                                  });
            for (std::size_t at = 0; at < width_; ++at) {
                less[at] = std::max(less[at], point.totals[at] - nearest.totals[at]);
            }
        }
        for (std::size_t at = 0; at < width_; ++at) {
            add_slack(at, less[at] + left_out(at));
        }
    }

    /// How many cells of the last cover the one lies below the other, for whom it is most.
    std::int64_t cells_below(const EfficientPoint& one, const EfficientPoint& other) const {
        std::int64_t most = 0;
        for (std::size_t at = 0; at < width_; ++at) {
            const std::int64_t less = other.totals[at] - one.totals[at];
            most = std::max(most, floor_divided(less + last_widths_[at] - 1, last_widths_[at]));
        }
        return most;
    }

    const GainTable& table_;
    const FrontierOptions& options_;
    std::size_t width_;
    std::size_t stride_; // totals of a label, digits among them
    ConditionStates conditions_;
    std::size_t most_extensions_; // of one stage
    std::uint64_t comparisons_left_;
    std::uint64_t cover_left_; // comparisons of covers
    std::uint64_t until_look_ = between_looks;
    bool was_stopped_ = false; // by the flag, or by states of conditions that fill the memory
    std::vector<std::int64_t> best_rest_; // [place * width + column]
    std::vector<std::int64_t> range_;
    std::vector<std::int64_t> last_widths_; // of the cover before, where the next one begins
    std::vector<std::int64_t> least_;       // of the cells of each column
    std::vector<std::int64_t> cells_;       // of the labels being filtered
    bool are_totals_ = true;                // the cells; then they are not kept twice
    std::vector<Labels> stages_;
    Frontier frontier_;
};

} // namespace

Frontier search_labels(const GainTable& table, const FrontierOptions& options) {
    return LabelSearch(table, options).run();
}

} // namespace unbracket
