#include "unbracket/robust/lane_rows.hpp"

#include "unbracket/base/wide_vectors.hpp"
#include "unbracket/robust/eight.hpp"

// The loops over rows that bounds are made of, eight problems side by side: the sums, the best and
// its row fill the registers that every processor has. On x86 processors that have wider vectors,
// copies of the loops use them. Each lane adds its parties in the same order in all copies and no
// multiplication is contracted with an addition, so all give the same bits.
//
// Source: Held, Wolfe and Crowder (1974), Validation of subgradient optimization, for the function
// that is evaluated [held1974validation]

namespace unbracket {

namespace {

/// What a row is worth in eight lanes; `weigh` fills in a party's weights in them.
template <class By, class Weigh>
[[gnu::always_inline]] inline void add_row(const LaneProblem& problem, Row row, std::size_t first,
                                           const Weigh& weigh, Eight<By>& sum) {
    each_part<By>([&](std::size_t part) { sum[part] = typename By::Reals{}; });
    for (std::size_t party = 0; party < problem.parties; ++party) {
        Eight<By> own, weight;
        load<By>(problem.values[row * problem.parties + party].data() + first, own);
        weigh(party, weight);
        each_part<By>([&](std::size_t part) { sum[part] += weight[part] * own[part]; });
    }
}

template <class By>
[[gnu::always_inline]] inline void choose_each(const LaneProblem& problem,
                                               const std::vector<LaneNumbers>& weights,
                                               std::size_t first, std::vector<LaneNumbers>& rows) {
    using Reals = typename By::Reals;
    const auto weigh = [&](std::size_t party, Eight<By>& weight) {
        load<By>(weights[party].data() + first, weight);
    };
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        const Row start = problem.first_row[issue];
        Eight<By> most, at, sum;
        add_row<By>(problem, start, first, weigh, most);
        each_part<By>([&](std::size_t part) { at[part] = Reals{} + static_cast<double>(start); });
        for (Row row = start + 1; row < problem.first_row[issue + 1]; ++row) {
            add_row<By>(problem, row, first, weigh, sum);
            const Reals number = Reals{} + static_cast<double>(row);
            each_part<By>([&](std::size_t part) {
                const auto is_better = sum[part] > most[part];
                at[part] = is_better ? number : at[part];
                most[part] = is_better ? sum[part] : most[part];
            });
        }
        store<By>(at, rows[issue].data() + first);
    }
}

template <class By>
[[gnu::always_inline]] inline void add_best(const LaneProblem& problem,
                                            std::span<const double> multipliers, std::size_t first,
                                            LaneNumbers& bounds) {
    using Reals = typename By::Reals;
    const auto weigh = [&](std::size_t party, Eight<By>& weight) {
        each_part<By>([&](std::size_t part) { weight[part] = Reals{} + multipliers[party]; });
    };
    Eight<By> total;
    each_part<By>([&](std::size_t part) { total[part] = Reals{}; });
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        Eight<By> most, sum;
        add_row<By>(problem, problem.first_row[issue], first, weigh, most);
        for (Row row = problem.first_row[issue] + 1; row < problem.first_row[issue + 1]; ++row) {
            add_row<By>(problem, row, first, weigh, sum);
            each_part<By>([&](std::size_t part) {
                most[part] = sum[part] > most[part] ? sum[part] : most[part];
            });
        }
        each_part<By>([&](std::size_t part) { total[part] += most[part]; });
    }
    Eight<By> own;
    load<By>(bounds.data() + first, own);
    each_part<By>([&](std::size_t part) { own[part] += total[part]; });
    store<By>(own, bounds.data() + first);
}

#if defined(__x86_64__)
[[gnu::target("avx512f")]] void choose_widest(const LaneProblem& problem,
                                              const std::vector<LaneNumbers>& weights,
                                              std::size_t first, std::vector<LaneNumbers>& rows) {
    choose_each<ByEight>(problem, weights, first, rows);
}

[[gnu::target("avx2")]] void choose_wide(const LaneProblem& problem,
                                         const std::vector<LaneNumbers>& weights, std::size_t first,
                                         std::vector<LaneNumbers>& rows) {
    choose_each<ByFour>(problem, weights, first, rows);
}

[[gnu::target("avx512f")]] void add_widest(const LaneProblem& problem,
                                           std::span<const double> multipliers, std::size_t first,
                                           LaneNumbers& bounds) {
    add_best<ByEight>(problem, multipliers, first, bounds);
}

[[gnu::target("avx2")]] void add_wide(const LaneProblem& problem,
                                      std::span<const double> multipliers, std::size_t first,
                                      LaneNumbers& bounds) {
    add_best<ByFour>(problem, multipliers, first, bounds);
}
#endif

} // namespace

void choose_rows(const LaneProblem& problem, const std::vector<LaneNumbers>& weights,
                 std::size_t first_lane, std::vector<LaneNumbers>& rows) {
#if defined(__x86_64__)
    if (has_widest_vectors()) {
        choose_widest(problem, weights, first_lane, rows);
        return;
    }
    if (has_wide_vectors()) {
        choose_wide(problem, weights, first_lane, rows);
        return;
    }
#endif
    choose_each<ByTwo>(problem, weights, first_lane, rows);
}

void add_best_rows(const LaneProblem& problem, std::span<const double> multipliers,
                   std::size_t first_lane, LaneNumbers& bounds) {
#if defined(__x86_64__)
    if (has_widest_vectors()) {
        add_widest(problem, multipliers, first_lane, bounds);
        return;
    }
    if (has_wide_vectors()) {
        add_wide(problem, multipliers, first_lane, bounds);
        return;
    }
#endif
    add_best<ByTwo>(problem, multipliers, first_lane, bounds);
}

} // namespace unbracket
