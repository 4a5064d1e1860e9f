#include "unbracket/robust/lane_rows.hpp"

#include "unbracket/robust/lane_vectors.hpp"

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
    fill<By>(0, sum);
    for (std::size_t party = 0; party < problem.parties; ++party) {
        Eight<By> own, weight;
        load<By>(problem.values[row * problem.parties + party].data() + first, own);
        weigh(party, weight);
        each_part<By>([&](std::size_t part) { sum[part] += weight[part] * own[part]; });
    }
}

struct Choosing {
    const LaneProblem& problem;
    const std::vector<LaneNumbers>& weights;
    std::size_t first = 0;
    std::vector<LaneNumbers>& rows;

    template <class By>
    [[gnu::always_inline]] inline void run() const {
        const auto weigh = [&](std::size_t party, Eight<By>& weight) {
            load<By>(weights[party].data() + first, weight);
        };
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            const Row start = problem.first_row[issue];
            Eight<By> most, at, sum;
            add_row<By>(problem, start, first, weigh, most);
            fill<By>(static_cast<double>(start), at);
            for (Row row = start + 1; row < problem.first_row[issue + 1]; ++row) {
                add_row<By>(problem, row, first, weigh, sum);
                Eight<By> number;
                fill<By>(static_cast<double>(row), number);
                each_part<By>([&](std::size_t part) {
                    const auto is_better = sum[part] > most[part];
                    at[part] = is_better ? number[part] : at[part];
                    most[part] = is_better ? sum[part] : most[part];
                });
            }
            store<By>(at, rows[issue].data() + first);
        }
    }
};

struct Bounding {
    const LaneProblem& problem;
    std::span<const double> multipliers;
    std::size_t first = 0;
    LaneNumbers& bounds;

    template <class By>
    [[gnu::always_inline]] inline void run() const {
        const auto weigh = [&](std::size_t party, Eight<By>& weight) {
            fill<By>(multipliers[party], weight);
        };
        Eight<By> total, most, sum;
        fill<By>(0, total);
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            const Row start = problem.first_row[issue];
            add_row<By>(problem, start, first, weigh, most);
            for (Row row = start + 1; row < problem.first_row[issue + 1]; ++row) {
                add_row<By>(problem, row, first, weigh, sum);
                each_part<By>([&](std::size_t part) {
                    most[part] = sum[part] > most[part] ? sum[part] : most[part];
                });
            }
            each_part<By>([&](std::size_t part) { total[part] += most[part]; });
        }
        load<By>(bounds.data() + first, sum);
        each_part<By>([&](std::size_t part) { sum[part] += total[part]; });
        store<By>(sum, bounds.data() + first);
    }
};

} // namespace

void choose_rows(const LaneProblem& problem, const std::vector<LaneNumbers>& weights,
                 std::size_t first_lane, std::vector<LaneNumbers>& rows) {
    on_vectors(Choosing{problem, weights, first_lane, rows});
}

void add_best_rows(const LaneProblem& problem, std::span<const double> multipliers,
                   std::size_t first_lane, LaneNumbers& bounds) {
    on_vectors(Bounding{problem, multipliers, first_lane, bounds});
}

} // namespace unbracket
