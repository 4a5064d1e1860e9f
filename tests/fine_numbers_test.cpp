#include "unbracket/base/random.hpp"
#include "unbracket/frontier/label_search.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/frontier/zone_front.hpp"
#include "unbracket/robust/zone_count.hpp"

#include "tests/best_gains.hpp"
#include "tests/central_gains.hpp"
#include "tests/random_cases.hpp"
#include "tests/reference/frontier.hpp"
#include "tests/reference/verdict.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Gains whose sums need more than 64 bits, against the enumerating reference. All numbers of a
// random case are moved by a few of the same very small parts, so that gains are equal, or differ
// by less than a whole step of the table, again and again.

namespace unbracket {

namespace {

using reference::Among;
using reference::GainCounts;
using testing::gains_of;

class Refinement {
public:
    explicit Refinement(std::uint64_t seed) : random_(seed) {
        part_ = Rational(1);
        for (int power = 0; power < 70; ++power) { // 3^70 has 111 bits
            part_ /= Rational(3);
        }
    }

    CentralCase of(CentralCase central) {
        for (const PartyId party : central.negotiation.agreement.counted) {
            refine(central.appraisal[as_index(party)]);
        }
        for (Bonus& bonus : central.negotiation.bonuses) {
            move(bonus.value);
        }
        return central;
    }

private:
    void move(Interval& number) {
        const Rational by = part_ * Rational(random_.between(-2, 2));
        number = {number.low + by, number.high + by};
    }

    void refine(PartyAppraisal& own) {
        if (own.scale == Scale::none) {
            return;
        }
        for (IssueAppraisal& issue : own.issues) {
            if (own.scale == Scale::stances && issue.weight.low.sign() > 0) {
                move(issue.weight);
            }
            for (OptionAppraisal& option : issue.options) {
                move(option.value);
            }
            issue.at_least.clear(); // single numbers need no order
        }
        move(std::get<Interval>(own.fallback));
    }

    Random random_;
    Rational part_;
};

CentralCase refined(const Case& whole) {
    const std::uint64_t seed = testing::suite_seed() * 1'000'003 + whole.issues.size();
    return Refinement(seed).of(central_case(whole, appraise(whole)));
}

GainCounts expected_gains(const CentralCase& fine, Among among) {
    return reference::all_gains(fine.negotiation,
                                testing::readings_of(fine.negotiation, fine.appraisal), among);
}

ZoneFront frontier_among(const CentralCase& central, Among among) {
    const FrontierOptions options{.zone_only = among == Among::zone, .most_listed = 100'000};
    auto zone = options.zone_only ? zone_front(central, options) : std::nullopt;
    if (zone) {
        return std::move(*zone);
    }
    GainTable table = gain_table(central);
    Frontier frontier = find_frontier(table, options);
    return {std::move(table), std::move(frontier)};
}

void expect_same_frontier(const CentralCase& fine, Among among) {
    const auto [table, frontier] = frontier_among(fine, among);
    EXPECT_EQ(frontier.end, FrontierEnd::complete);
    GainCounts found;
    for (const EfficientPoint& point : frontier.points) {
        EXPECT_EQ(table.totals(point.choice), point.totals);
        found[gains_of(table, point.totals)] += frontier.is_counted ? point.outcomes : 1;
    }
    GainCounts expected = reference::frontier(
        fine.negotiation, testing::readings_of(fine.negotiation, fine.appraisal), among);
    for (auto& [gains, count] : expected) {
        count = frontier.is_counted ? count : 1;
    }
    EXPECT_EQ(found, expected);
}

/// Every efficient outcome lies within the slack of one listed outcome, in exact gains.
void expect_cover(const GainTable& table, const Frontier& all, const Frontier& cover) {
    for (const EfficientPoint& point : all.points) {
        EXPECT_TRUE(std::any_of(
            cover.points.begin(), cover.points.end(), [&](const EfficientPoint& listed) {
                for (std::size_t at = 0; at < table.columns.size(); ++at) {
                    const Rational slack = table.columns[at].step * Rational(cover.slack[at]);
                    if (table.gain(at, point.totals) > table.gain(at, listed.totals) + slack) {
                        return false;
                    }
                }
                return true;
            }));
    }
}

void expect_same_solutions(const CentralCase& fine) {
    const GainTable table = gain_table(fine);
    const Solutions solutions = find_solutions(fine, table);
    const GainCounts zone = expected_gains(fine, Among::suits_all);
    const GainCounts feasible = expected_gains(fine, Among::feasible);
    if (table.columns.empty()) {
        return;
    }
    EXPECT_EQ(solutions.zone, zone.empty() ? ZoneState::empty : ZoneState::found);
    for (const SolutionKind kind : all_solution_kinds) {
        SCOPED_TRACE("solution " + std::to_string(static_cast<int>(kind)));
        const auto& solution = solutions.of(kind);
        GainCounts found;
        for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
            const SolutionPoint& tie = solution->ties[at];
            EXPECT_EQ(table.totals(tie.choice), tie.totals);
            found[gains_of(table, tie.totals)] += tie.outcomes;
        }
        EXPECT_EQ(found, testing::best_gains(kind, zone, feasible));
        EXPECT_TRUE(!solution || (solution->proved == Proved::optimal && solution->has_all_ties));
    }
}

template <class Visit>
void for_each_fine_case(std::size_t full, Visit visit) {
    std::size_t fine = 0;
    testing::for_each_random_case(full, {.most_parties = 4}, "FineNumbers.*",
                                  [&](const Case& whole) {
                                      const CentralCase central = refined(whole);
                                      fine += gain_table(central).digit_count > 0 ? 1U : 0U;
                                      visit(central);
                                  });
    EXPECT_GT(fine, 0U);
}

} // namespace

TEST(FineNumbers, HaveTheGainsOfTheReference) {
    for_each_fine_case(1'000, [](const CentralCase& fine) {
        const GainTable table = gain_table(fine);
        const auto readings = testing::readings_of(fine.negotiation, fine.appraisal);
        for (const Outcome& outcome : reference::all_outcomes(fine.negotiation)) {
            const auto expected =
                reference::gains_by(fine.negotiation, readings, outcome, Among::feasible);
            if (!expected) {
                continue;
            }
            RowChoice choice;
            for (std::size_t issue = 0; issue < table.problem.issue_count(); ++issue) {
                Row row = table.problem.first_row[issue];
                while (table.row_options[row] != outcome[issue]) {
                    ++row;
                }
                choice.push_back(row);
            }
            const Totals totals = table.totals(choice);
            EXPECT_EQ(gains_of(table, totals), *expected);
            for (std::size_t at = 0; at < table.columns.size(); ++at) {
                EXPECT_EQ(totals[at] < 0, table.gain(at, totals).sign() < 0);
            }
        }
    });
}

TEST(FineNumbers, HaveTheFrontierOfTheReference) {
    for_each_fine_case(1'500, [](const CentralCase& fine) {
        expect_same_frontier(fine, Among::feasible);
        expect_same_frontier(fine, Among::zone);
    });
}

TEST(FineNumbers, AreCoveredWithinTheStatedSlack) {
    std::size_t covered = 0;
    for_each_fine_case(2'000, [&](const CentralCase& fine) {
        const GainTable table = gain_table(fine);
        if (table.is_empty) {
            return;
        }
        for (const bool zone_only : {false, true}) {
            const Frontier all = search_labels(table, {.zone_only = zone_only});
            const Frontier cover = search_labels(
                table, {.zone_only = zone_only, .comparison_budget = 10, .cover_size = 3});
            if (cover.end != FrontierEnd::cut) {
                expect_cover(table, all, cover);
            }
            covered += cover.end == FrontierEnd::covered ? 1U : 0U;
        }
    });
    EXPECT_GT(covered, 0U);
}

TEST(FineNumbers, AreCountedAsTheReferenceCountsThem) {
    std::size_t counted = 0;
    for_each_fine_case(2'000, [&](const CentralCase& fine) {
        const ZoneCensus census = take_census(fine.negotiation, fine.appraisal);
        if (!census.count.is_counted) {
            return;
        }
        std::uint64_t accepted = 0;
        for (const auto& [gains, count] : expected_gains(fine, Among::zone)) {
            accepted += count;
        }
        EXPECT_EQ(census.count.possible, accepted);
        counted += accepted > 0 ? 1U : 0U;
    });
    EXPECT_GT(counted, 0U);
}

TEST(FineNumbers, HaveTheSolutionsOfTheReference) {
    for_each_fine_case(1'000, [](const CentralCase& fine) { expect_same_solutions(fine); });
}

} // namespace unbracket
