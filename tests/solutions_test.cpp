#include "unbracket/base/random.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/frontier/solutions_front.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/contradiction.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "tests/best_gains.hpp"
#include "tests/bind_text.hpp"
#include "tests/central_gains.hpp"
#include "tests/random_cases.hpp"
#include "tests/support/suite.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <span>

// Solutions against the enumerating reference, and published values.

namespace unbracket {

namespace {

using reference::GainCounts;
using testing::gains_of;
using testing::readings_of;

struct Solved {
    GainTable table;
    Solutions solutions;
};

Solved solved(const Case& whole, const SolutionOptions& options = {}) {
    const CentralCase central = central_case(whole, appraise(whole));
    Solved result{gain_table(central), {}};
    result.solutions = find_solutions(central, result.table, options);
    return result;
}

GainCounts ties_of(const Solved& all, SolutionKind kind) {
    GainCounts counts;
    const auto& solution = all.solutions.of(kind);
    for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
        counts[gains_of(all.table, solution->ties[at].totals)] += solution->ties[at].outcomes;
    }
    return counts;
}

void expect_points_are_outcomes(const Solved& all) {
    for (const auto& solution : all.solutions.by_kind) {
        for (std::size_t at = 0; solution && at < solution->ties.size(); ++at) {
            const SolutionPoint& tie = solution->ties[at];
            EXPECT_EQ(all.table.totals(tie.choice), tie.totals);
            EXPECT_TRUE(breaks_no_constraint(all.table.problem, tie.choice));
        }
    }
}

void expect_same_solutions(const Case& whole, const SolutionOptions& options) {
    const auto readings = readings_of(whole, appraise(whole));
    if (readings.empty()) {
        return;
    }
    const GainCounts zone = reference::all_gains(whole, readings, reference::Among::suits_all);
    const GainCounts feasible = reference::all_gains(whole, readings, reference::Among::feasible);
    const Solved all = solved(whole, options);
    EXPECT_EQ(all.solutions.zone, zone.empty() ? ZoneState::empty : ZoneState::found);
    for (const SolutionKind kind : all_solution_kinds) {
        SCOPED_TRACE("solution " + std::to_string(static_cast<int>(kind)));
        EXPECT_EQ(ties_of(all, kind), testing::best_gains(kind, zone, feasible));
        if (const auto& solution = all.solutions.of(kind)) {
            EXPECT_EQ(solution->proved, Proved::optimal);
            EXPECT_EQ(solution->gap, Rational());
            EXPECT_TRUE(solution->has_all_ties);
        }
    }
    expect_points_are_outcomes(all);
}

/// Read off the frontier where that can be, and searched.
void expect_same_solutions_both_ways(const Case& whole) {
    expect_same_solutions(whole, {});
    expect_same_solutions(whole, {.may_read_frontier = false});
}

template <class Visit>
void for_each_random_case(std::size_t full, const testing::RandomCaseOptions& options,
                          Visit visit) {
    testing::for_each_random_case(full, options, "Solutions*.*", visit);
}

/// Two issues of two options with these scores of A and B, and their fallbacks.
Case small_case(const std::string& a, const std::string& b, const std::string& fallbacks) {
    const std::string text = "unbracket = 1\n[party]\na = { name = \"A\" }\nb = { name = \"B\" }\n"
                             "[issue.one]\noption = [\"x\", \"y\"]\nscore.a = " +
                             a + "\nscore.b = " + b +
                             "\n[issue.two]\noption = [\"x\", \"y\"]\nscore.a = { x = 1, y = 0 }\n"
                             "score.b = { x = 0, y = 1 }\n[fallback]\n" +
                             fallbacks;
    const testing::TemporaryFolder folder("solutions");
    const std::string file = folder.put("case.toml", text);
    return open_case({.files = {file}}).value().negotiation;
}

Case catalog_case(const std::string& name) {
    const std::string file = testing::repository_root() + "/catalog/" + name + "/case.toml";
    return open_case({.files = {file}}).value().negotiation;
}

Rational sum_of_values(const Solved& all, SolutionKind kind) {
    Rational sum;
    const SolutionPoint& point = all.solutions.of(kind)->ties.front();
    for (std::size_t at = 0; at < point.totals.size(); ++at) {
        sum += all.table.value(at, point.totals);
    }
    return sum;
}

void expect_harbour(const std::string& name, const std::array<std::int64_t, 4>& published) {
    const Solved all = solved(catalog_case(name));
    EXPECT_EQ(all.solutions.of(SolutionKind::nash)->measure, Rational(published[0]));
    EXPECT_EQ(all.solutions.of(SolutionKind::egalitarian)->measure, Rational(published[1]));
    EXPECT_EQ(sum_of_values(all, SolutionKind::utilitarian), Rational(published[2]));
    EXPECT_EQ(sum_of_values(all, SolutionKind::utilitarian_anywhere), Rational(published[3]));
}

/// Five parties and nine issues of four options: too many outcomes for the shortest walks, few
/// enough to try all.
Case near_zero_sum_case(SyntheticClass kind, std::uint64_t seed) {
    SyntheticOptions options;
    options.kind = kind;
    options.parties = 5, options.issues = 9, options.options = 4;
    options.scale = 1'000, options.seed = seed;
    return load_case(synthetic_document(options).value()).value().negotiation;
}

Totals raised(Totals totals, std::span<const std::int64_t> by) {
    for (std::size_t at = 0; at < totals.size(); ++at) {
        totals[at] += by[at];
    }
    return totals;
}

/// Totals of every outcome in which nobody loses.
std::vector<Totals> all_totals_of_zone(const GainTable& table) {
    const SearchProblem& problem = table.problem;
    std::vector<Totals> all = {problem.constants};
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        std::vector<Totals> longer;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            for (const Totals& totals : all) {
                longer.push_back(raised(totals, problem.row(row)));
            }
        }
        all.swap(longer);
    }
    std::erase_if(all, [](const Totals& totals) {
        return std::any_of(totals.begin(), totals.end(), [](auto total) { return total < 0; });
    });
    return all;
}

/// The outcomes of `all` that `worth` puts highest, and how many have the same gains.
template <class Worth>
void expect_best(const Solved& found, SolutionKind kind, const std::vector<Totals>& all,
                 Worth worth) {
    auto best = worth(all.front());
    for (const Totals& totals : all) {
        best = std::max(best, worth(totals));
    }
    GainCounts expected;
    for (const Totals& totals : all) {
        if (worth(totals) == best) {
            ++expected[gains_of(found.table, totals)];
        }
    }
    ASSERT_TRUE(found.solutions.of(kind));
    EXPECT_EQ(found.solutions.of(kind)->proved, Proved::optimal);
    EXPECT_EQ(ties_of(found, kind), expected);
}

void expect_enumerated(const Case& whole) {
    const Solved found = solved(whole);
    const std::vector<Totals> all = all_totals_of_zone(found.table);
    ASSERT_EQ(found.solutions.zone, all.empty() ? ZoneState::empty : ZoneState::found);
    if (all.empty()) {
        return;
    }
    const auto sorted_shares = [&](const Totals& totals, const std::vector<Rational>& units) {
        std::vector<Rational> shares;
        for (std::size_t at = 0; at < units.size(); ++at) {
            if (units[at].sign() > 0) {
                shares.push_back(found.table.gain(at, totals) / units[at]);
            }
        }
        std::sort(shares.begin(), shares.end());
        return shares;
    };
    std::vector<Rational> largest(all.front().size());
    for (const Totals& totals : all) {
        for (std::size_t at = 0; at < totals.size(); ++at) {
            largest[at] = std::max(largest[at], found.table.gain(at, totals));
        }
    }
    EXPECT_EQ(found.solutions.largest_gains, largest);
    const std::vector<Rational> ones(largest.size(), Rational(1));
    expect_best(found, SolutionKind::egalitarian, all,
                [&](const Totals& totals) { return sorted_shares(totals, ones); });
    expect_best(found, SolutionKind::kalai_smorodinsky, all,
                [&](const Totals& totals) { return sorted_shares(totals, largest); });
    expect_best(found, SolutionKind::nash, all, [&](const Totals& totals) {
        std::pair<std::size_t, Rational> product{0, 1};
        for (std::size_t at = 0; at < totals.size(); ++at) {
            const Rational gain = found.table.gain(at, totals);
            product.first += gain.sign() > 0 ? 1U : 0U;
            product.second *= gain.sign() > 0 ? gain : Rational(1);
        }
        return product;
    });
}

/// Read off the complete frontier, whatever ties issues together.
void expect_same_of_points(const Case& whole) {
    const CentralCase central = central_case(whole, appraise(whole));
    Solved read{gain_table(central), {}};
    const Frontier frontier = find_frontier(read.table, {.most_listed = 100'000});
    const auto readings = readings_of(whole, appraise(whole));
    if (frontier.points.empty() || read.table.columns.empty() || !frontier.is_counted) {
        return;
    }
    read.solutions = solutions_of_points(read.table, frontier, {});
    const GainCounts zone = reference::all_gains(whole, readings, reference::Among::suits_all);
    const GainCounts feasible = reference::all_gains(whole, readings, reference::Among::feasible);
    EXPECT_EQ(read.solutions.zone, zone.empty() ? ZoneState::empty : ZoneState::found);
    for (const SolutionKind kind : all_solution_kinds) {
        EXPECT_EQ(ties_of(read, kind), testing::best_gains(kind, zone, feasible));
        const auto& solution = read.solutions.of(kind);
        EXPECT_TRUE(!solution || solution->proved == Proved::optimal);
    }
    expect_points_are_outcomes(read);
    const Solutions searched = find_solutions(central, read.table);
    EXPECT_EQ(read.solutions.largest_gains, searched.largest_gains);
    for (const SolutionKind kind : all_solution_kinds) {
        const auto& one = read.solutions.of(kind);
        const auto& other = searched.of(kind);
        ASSERT_EQ(one.has_value(), other.has_value());
        EXPECT_TRUE(!one || one->measure == other->measure);
    }
}

} // namespace

TEST(SolutionsOfPoints, AreThoseOfTheReferenceAndOfTheSearch) {
    for_each_random_case(4'000, {.most_parties = 4}, expect_same_of_points);
}

TEST(SolutionsOfTheCatalog, HaveThePublishedValues) {
    expect_harbour("score-games/harbour-6", {6'031'872, 3, 391, 412});
    expect_harbour("score-games/harbour-7", {267'079'680, 8, 496, 517});
}

TEST(SolutionsOfTheCatalog, GiveBothPartiesOfPanamaThePublishedPoint) {
    const Solved all = solved(catalog_case("treaties/panama-1974"));
    const reference::Gains point = {Rational(64), Rational(68)};
    for (const SolutionKind kind :
         {SolutionKind::nash, SolutionKind::egalitarian, SolutionKind::utilitarian}) {
        EXPECT_EQ(ties_of(all, kind).count(point), 1U);
    }
    EXPECT_EQ(ties_of(all, SolutionKind::nash).size(), 1U);
    EXPECT_EQ(ties_of(all, SolutionKind::egalitarian).size(), 1U);
}

TEST(Solutions, AreNoneWhereTheZoneIsEmpty) {
    const Solved all = solved(small_case("{ x = 3, y = 0 }", "{ x = 0, y = 3 }", "a = 4\nb = 4\n"));
    EXPECT_EQ(all.solutions.zone, ZoneState::empty);
    EXPECT_FALSE(all.solutions.of(SolutionKind::nash));
    EXPECT_FALSE(all.solutions.of(SolutionKind::kalai_smorodinsky));
    EXPECT_EQ(all.solutions.of(SolutionKind::utilitarian_anywhere)->measure, Rational(-4));
}

TEST(Solutions, CountTiesOfOutcomesThatAreEquallyGood) {
    const Solved all = solved(small_case("{ x = 1, y = 0 }", "{ x = 0, y = 1 }", "a = 0\nb = 0\n"));
    const GainCounts egalitarian = ties_of(all, SolutionKind::egalitarian);
    const GainCounts expected = {{{Rational(1), Rational(1)}, 2}};
    EXPECT_EQ(egalitarian, expected);
    EXPECT_EQ(ties_of(all, SolutionKind::utilitarian).size(), 3U);
}

TEST(Solutions, OfAPartyThatCannotGainLookAtTheOthersProduct) {
    const Solved all = solved(small_case("{ x = 2, y = 2 }", "{ x = 5, y = 4 }", "a = 3\nb = 0\n"));
    const GainCounts expected = {{{Rational(0), Rational(5)}, 1}};
    EXPECT_EQ(ties_of(all, SolutionKind::nash), expected);
    EXPECT_EQ(ties_of(all, SolutionKind::kalai_smorodinsky), expected);
    EXPECT_EQ(all.solutions.of(SolutionKind::nash)->measure, Rational(5));
}

TEST(Solutions, WithinAToleranceAreNoWorseThanTheyClaim) {
    for_each_random_case(2'000, {.most_parties = 4}, [](const Case& whole) {
        const Solved exact = solved(whole);
        const Solved near =
            solved(whole, {.tolerance = Rational(1, 10), .may_read_frontier = false});
        for (const SolutionKind kind : all_solution_kinds) {
            const auto& best = exact.solutions.of(kind);
            const auto& found = near.solutions.of(kind);
            if (kind == SolutionKind::kalai_smorodinsky || !best || !found) {
                continue;
            }
            const bool counts_alike = kind != SolutionKind::nash ||
                                      exact.solutions.largest_gains == near.solutions.largest_gains;
            if (counts_alike) {
                EXPECT_LE(best->measure, found->measure + *found->gap);
            }
            EXPECT_EQ(found->proved, Proved::within);
        }
    });
}

TEST(Solutions, ThatAreCutSayHowMuchMoreThereMayBe) {
    for_each_random_case(2'000, {.most_parties = 5}, [](const Case& whole) {
        const Solved exact = solved(whole);
        const Solved cut = solved(whole, {.node_budget = 3, .may_read_frontier = false});
        for (const SolutionKind kind : {SolutionKind::egalitarian, SolutionKind::utilitarian,
                                        SolutionKind::utilitarian_anywhere}) {
            const auto& found = cut.solutions.of(kind);
            if (found && found->gap) {
                EXPECT_LE(exact.solutions.of(kind)->measure, found->measure + *found->gap);
            }
        }
    });
}

// CBC proves the same sum.
TEST(Solutions, AddUpToAProvedSumWhereInterestsAreOpposedExactly) {
    SyntheticOptions options;
    options.kind = SyntheticClass::zero_sum;
    const Case whole = load_case(synthetic_document(options).value()).value().negotiation;
    SolutionOptions asked;
    asked.asked = {SolutionKind::utilitarian};
    const Solved all = solved(whole, asked);
    const auto& solution = all.solutions.of(SolutionKind::utilitarian);
    ASSERT_TRUE(solution.has_value());
    EXPECT_EQ(solution->proved, Proved::optimal);
    EXPECT_EQ(solution->measure, Rational(28));
}

TEST(Solutions, LayTheWeightsOfPartiesOnTheirSum) {
    const Case whole = small_case("{ x = 2, y = 1 }", "{ x = 1, y = 2 }", "a = 0\nb = 0\n");
    const CentralCase central = central_case(whole, appraise(whole));
    const GainTable table = gain_table(central);
    const SolutionSpace plain(table, gain_parts(central, table), Rational());
    const SolutionSpace space = plain.with_sum();
    ASSERT_EQ(space.columns()[0].slope, space.columns()[2].slope);
    EXPECT_EQ(space.laid_on_sum({3, 2}), (Multipliers{2048, 0, multiplier_limit}));
    EXPECT_EQ(space.laid_on_sum({3, 0}), (Multipliers{multiplier_limit, 0, 0}));
}

TEST(Solutions, OfNearZeroSumCasesAreThoseOfPlainEnumeration) {
    for (const SyntheticClass kind : {SyntheticClass::near_zero_sum, SyntheticClass::zero_sum}) {
        for (std::uint64_t seed = 1; seed <= testing::shared_count(100); ++seed) {
            SCOPED_TRACE(testing::repeat_command("Solutions.OfNearZeroSum*"));
            expect_enumerated(near_zero_sum_case(kind, testing::suite_seed() * 1'000 + seed));
        }
    }
}

TEST(Solutions, OfRandomCasesOfEveryKindAreThoseOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 5}, expect_same_solutions_both_ways);
}

TEST(Solutions, OfRandomCasesOfSingleNumbersAreThoseOfTheReference) {
    for_each_random_case(8'000, {.most_parties = 4, .single_numbers_only = true},
                         expect_same_solutions_both_ways);
}

} // namespace unbracket
