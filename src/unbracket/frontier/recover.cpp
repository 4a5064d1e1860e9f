#include "unbracket/base/require.hpp"
#include "unbracket/frontier/additive.hpp"

#include <algorithm>
#include <limits>

// From totals back to outcomes, without keeping a table for every issue. The issues are cut into
// two halves and the front of each is computed again, which is cheap because halves have short
// fronts. Totals that are efficient split into totals that are efficient in either half, since
// a half that could be improved would improve the whole; so each target is found as a sum of two,
// and the halves are treated likewise until one issue is left. The ways to reach a target are the
// products of the ways of the halves, added up over all its splits.
//
// Source: Hirschberg (1975), A linear space algorithm for computing maximal common subsequences
// [hirschberg1975linear]

namespace unbracket {

namespace {

constexpr std::uint64_t most_ways = std::numeric_limits<std::uint64_t>::max();
/// Splits looked at, and kept, before one split of each target has to do.
constexpr std::size_t most_looked_at = 40'000'000;
constexpr std::size_t most_splits = 2'000'000;
constexpr std::uint32_t nowhere = UINT32_MAX;
/// Walked points between two looks at the flag that stops the work.
constexpr std::size_t between_looks = 65'536;

std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
    return a > most_ways - b ? most_ways : a + b;
}

std::uint64_t product(std::uint64_t a, std::uint64_t b) {
    return b != 0 && a > most_ways / b ? most_ways : a * b;
}

/// Finds totals in a front: by all columns but one, since no two efficient points differ in one
/// column only. Where these columns have few combinations they are places of an array.
class FrontIndex {
public:
    explicit FrontIndex(const Front& front) : front_(front), most_(front.width, 0) {
        for (std::size_t at = 0; at < front.totals.size(); ++at) {
            std::int32_t& most = most_[at % front.width];
            most = std::max(most, front.totals[at]);
        }
        kept_ =
            static_cast<std::size_t>(std::max_element(most_.begin(), most_.end()) - most_.begin());
        std::size_t cells = 1;
        for (std::size_t column = 0; column < front.width && cells <= most_cells; ++column) {
            cells *= column == kept_ ? 1 : static_cast<std::size_t>(most_[column]) + 1;
        }
        is_array_ = cells <= most_cells && cells / cells_for_a_point <= front.size();
        std::size_t hashed = 16;
        while (hashed < front.size() * 2) {
            hashed *= 2;
        }
        slots_.assign(is_array_ ? cells : hashed, {-1, nowhere});
        for (std::size_t at = 0; at < front.size(); ++at) {
            slots_[is_array_ ? place_of(front[at]) : slot_of(front[at])] = {
                front[at][kept_], static_cast<std::uint32_t>(at)};
        }
    }

    std::uint32_t find(std::span<const std::int32_t> totals) const {
        for (std::size_t column = 0; column < most_.size(); ++column) {
            if (totals[column] < 0 || totals[column] > most_[column]) {
                return nowhere;
            }
        }
        const Slot& slot = slots_[is_array_ ? place_of(totals) : slot_of(totals)];
        return slot.kept == totals[kept_] ? slot.at : nowhere;
    }

private:
    static constexpr std::size_t most_cells = 4'000'000;
    static constexpr std::size_t cells_for_a_point = 64;
    struct Slot {
        std::int32_t kept;
        std::uint32_t at;
    };

    std::size_t place_of(std::span<const std::int32_t> totals) const {
        std::size_t place = 0;
        for (std::size_t column = 0; column < most_.size(); ++column) {
            if (column != kept_) {
                place = place * (static_cast<std::size_t>(most_[column]) + 1) +
                        static_cast<std::size_t>(totals[column]);
            }
        }
        return place;
    }

    /// Where they stand, or the empty slot where they would.
    std::size_t slot_of(std::span<const std::int32_t> totals) const {
        std::uint64_t hash = 0;
        for (const std::int32_t total : totals) {
            hash = (hash ^ static_cast<std::uint32_t>(total)) * 0x9e3779b97f4a7c15ULL;
            hash ^= hash >> 29U;
        }
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot].at != nowhere &&
               !std::equal(totals.begin(), totals.end(), front_[slots_[slot].at].begin())) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        return slot;
    }

    const Front& front_;
    std::vector<std::int32_t> most_; // by column
    std::size_t kept_ = 0;
    bool is_array_ = false;
    std::vector<Slot> slots_;
};

/// A target as a sum of two totals, by their places in the fronts of the halves.
struct Split {
    std::uint32_t target;
    std::uint32_t left;
    std::uint32_t right;
};

/// Splits of the targets, all or one for each, by walking the shorter front.
class Splitter {
public:
    Splitter(const Front& left, const Front& right, const CancelFlag* cancel)
        : cancel_(cancel), walked_(left.size() <= right.size() ? left : right),
          other_(left.size() <= right.size() ? right : left),
          is_left_walked_(left.size() <= right.size()), index_(other_) {}

    std::size_t walked_size() const { return walked_.size(); }

    /// Nothing where all splits would be too many, or the flag is raised.
    std::optional<std::vector<Split>> split(const Front& targets, bool only_one) const {
        std::vector<Split> splits;
        std::vector<std::int32_t> rest(targets.width);
        for (std::size_t target = 0; target < targets.size(); ++target) {
            for (std::size_t at = 0; at < walked_.size(); ++at) {
                if (at % between_looks == 0 && is_raised(cancel_)) {
                    return std::nullopt;
                }
                for (std::size_t column = 0; column < targets.width; ++column) {
                    rest[column] = targets[target][column] - walked_[at][column];
                }
                const std::uint32_t found = index_.find(rest);
                if (found == nowhere) {
                    continue;
                }
                const auto here = static_cast<std::uint32_t>(at);
                splits.push_back({static_cast<std::uint32_t>(target),
                                  is_left_walked_ ? here : found, is_left_walked_ ? found : here});
                if (only_one) {
                    break;
                }
            }
            if (splits.size() > most_splits && !only_one) {
                return std::nullopt;
            }
        }
        return splits;
    }

private:
    const CancelFlag* cancel_;
    const Front& walked_;
    const Front& other_;
    bool is_left_walked_;
    FrontIndex index_;
};

/// The totals of a front that splits use, and where each went.
struct Used {
    Front front;
    std::vector<std::uint32_t> place; // by place in the whole front
};

Used used_of(const Front& front, const std::vector<Split>& splits, std::uint32_t Split::* side) {
    Used used{{front.width, {}}, std::vector<std::uint32_t>(front.size(), nowhere)};
    for (const Split& split : splits) {
        std::uint32_t& place = used.place[split.*side];
        if (place == nowhere) {
            place = static_cast<std::uint32_t>(used.front.size());
            const auto totals = front[split.*side];
            used.front.totals.insert(used.front.totals.end(), totals.begin(), totals.end());
        }
    }
    return used;
}

/// One issue: its options are the ways.
Recovery of_one_issue(const AdditiveProblem& problem, const Front& targets) {
    Recovery recovery;
    for (std::size_t target = 0; target < targets.size(); ++target) {
        Reached reached{{}, 0};
        for (std::size_t at = 0; at < problem.rows.size(); ++at) {
            const auto totals = problem.option(at);
            if (std::equal(totals.begin(), totals.end(), targets[target].begin())) {
                reached.choice = reached.ways == 0 ? RowChoice{problem.rows[at]} : reached.choice;
                ++reached.ways;
            }
        }
        UNBRACKET_ASSERT(reached.ways > 0);
        recovery.reached.push_back(std::move(reached));
    }
    return recovery;
}

} // namespace

Recovery recover(const AdditiveProblem& problem, const Front& targets) {
    const std::size_t middle = problem.issue_count() / 2;
    if (middle == 0) {
        return of_one_issue(problem, targets);
    }
    const AdditiveProblem first = problem.slice(0, middle);
    const AdditiveProblem second = problem.slice(middle, problem.issue_count());
    const Front left = additive_front(first), right = additive_front(second);
    if (left.was_stopped || right.was_stopped) {
        return {{}, false, true};
    }
    const Splitter splitter(left, right, problem.cancel);
    const bool is_much = targets.size() * splitter.walked_size() > most_looked_at;
    auto splits = is_much ? std::nullopt : splitter.split(targets, false);
    const bool has_all = splits.has_value();
    splits = has_all ? std::move(splits) : splitter.split(targets, true);
    if (!splits) {
        return {{}, false, true};
    }
    const Used used_left = used_of(left, *splits, &Split::left);
    const Used used_right = used_of(right, *splits, &Split::right);
    const Recovery lefts = recover(first, used_left.front);
    const Recovery rights = recover(second, used_right.front);
    if (lefts.was_stopped || rights.was_stopped) {
        return {{}, false, true};
    }
    Recovery recovery;
    recovery.is_counted = has_all && lefts.is_counted && rights.is_counted;
    recovery.reached.resize(targets.size(), {{}, 0});
    for (const Split& split : *splits) {
        const Reached& one = lefts.reached[used_left.place[split.left]];
        const Reached& other = rights.reached[used_right.place[split.right]];
        Reached& whole = recovery.reached[split.target];
        if (whole.ways == 0) {
            whole.choice = one.choice;
            whole.choice.insert(whole.choice.end(), other.choice.begin(), other.choice.end());
        }
        whole.ways = sum(whole.ways, product(one.ways, other.ways));
    }
    return recovery;
}

} // namespace unbracket
