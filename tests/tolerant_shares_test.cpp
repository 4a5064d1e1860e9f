#include "unbracket/base/random.hpp"
#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/frontier/solutions.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/synthetic.hpp"

#include "tests/central_gains.hpp"
#include "tests/certificate_cases.hpp"
#include "tests/random_cases.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// With a tolerance shares of largest gains are proved for every largest gain in a range. Against
// enumeration: the ranges hold the true largest gains, and for whatever largest gains are drawn
// from the ranges no outcome's smallest share is larger than that of the solution with every gain
// up by the tolerance.

namespace unbracket::testing {

namespace {

using reference::Among;
using reference::Gains;

/// Of one party, in the order of party ids.
struct Range {
    Rational least, most, tolerance;
};

/// What is claimed of a solution, in the order of party ids.
struct Claimed {
    std::vector<Range> largest;
    Gains gains;
};

std::vector<Gains> zone_of(const Case& whole) {
    std::vector<Gains> zone;
    const auto readings = readings_of(whole, appraise(whole));
    if (!readings.empty()) {
        for (const auto& [gains, count] : reference::all_gains(whole, readings, Among::suits_all)) {
            zone.push_back(gains);
        }
    }
    return zone;
}

Rational drawn(const Range& range, Random& random) {
    const Rational width = range.most - range.least;
    return range.least + width * Rational(random.between(0, 4), 4);
}

/// The smallest share; nothing where nobody has a largest gain.
std::optional<Rational> smallest_share(const Gains& gains, const std::vector<Rational>& largest) {
    std::optional<Rational> smallest;
    for (std::size_t at = 0; at < gains.size(); ++at) {
        if (largest[at].sign() > 0) {
            const Rational share = gains[at] / largest[at];
            smallest = smallest ? std::min(*smallest, share) : share;
        }
    }
    return smallest;
}

/// The outcome with the largest share beyond the claim's, for largest gains drawn from the ranges;
/// gains that are no further apart than the tolerance count as the lesser.
bool is_refuted(const Claimed& claimed, const std::vector<Gains>& zone, Random& random) {
    Gains raised = claimed.gains;
    std::vector<Rational> largest;
    for (std::size_t at = 0; at < raised.size(); ++at) {
        const Range& range = claimed.largest[at];
        raised[at] += range.tolerance;
        const bool is_near = range.most <= range.least + range.tolerance;
        largest.push_back(is_near ? range.least : drawn(range, random));
    }
    const auto allowed = smallest_share(raised, largest);
    return allowed && std::any_of(zone.begin(), zone.end(), [&](const Gains& gains) {
               return *smallest_share(gains, largest) > *allowed;
           });
}

struct Solved {
    GainTable table;
    Solutions solutions;
    std::vector<Rational> tolerances; // by column
};

/// By searches of so many nodes for each largest gain first, and for all together.
struct Effort {
    std::uint64_t look = 110'000;
    std::uint64_t all = 20'000'000;
};

Solved solved(const Case& whole, const Rational& tolerance, const Effort& effort) {
    const CentralCase central = central_case(whole, appraise(whole));
    Solved result{gain_table(central), {}, {}};
    SolutionOptions options{.tolerance = tolerance};
    options.asked = {SolutionKind::kalai_smorodinsky};
    options.look_nodes = effort.look, options.node_budget = effort.all;
    options.may_read_frontier = false;
    result.solutions = find_solutions(central, result.table, options);
    if (!result.table.is_empty) {
        const SolutionSpace space(result.table, gain_parts(central, result.table), tolerance);
        for (const SpaceColumn& column : space.columns()) {
            result.tolerances.push_back(column.tolerance);
        }
    }
    return result;
}

/// Columns in the order of party ids.
std::vector<std::size_t> columns_by_party(const GainTable& table) {
    std::vector<std::pair<PartyId, std::size_t>> order;
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        order.emplace_back(table.columns[at].party, at);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> columns;
    for (const auto& [party, column] : order) {
        columns.push_back(column);
    }
    return columns;
}

/// Nothing where some largest gain has no bound.
std::optional<Claimed> claimed_by(const Solved& all) {
    const auto& solution = all.solutions.of(SolutionKind::kalai_smorodinsky);
    Claimed claimed{{}, gains_of(all.table, solution->ties.front().totals)};
    for (const std::size_t column : columns_by_party(all.table)) {
        const auto& most = all.solutions.largest_gains_at_most[column];
        if (!most) {
            return std::nullopt;
        }
        claimed.largest.push_back(
            {all.solutions.largest_gains[column], *most, all.tolerances[column]});
    }
    return claimed;
}

Rational largest_gain(const std::vector<Gains>& zone, std::size_t party) {
    Rational largest;
    for (const Gains& gains : zone) {
        largest = std::max(largest, gains[party]);
    }
    return largest;
}

constexpr int draws = 20;

/// Returns whether a range was wider than the tolerance.
bool expect_claim_holds(const Claimed& claimed, const std::vector<Gains>& zone, Random& random) {
    bool is_wide = false;
    for (std::size_t party = 0; party < claimed.largest.size(); ++party) {
        const Range& range = claimed.largest[party];
        EXPECT_LE(range.least, largest_gain(zone, party));
        EXPECT_GE(range.most, largest_gain(zone, party));
        is_wide = is_wide || range.most > range.least + range.tolerance;
    }
    for (int draw = 0; draw < draws; ++draw) {
        EXPECT_FALSE(is_refuted(claimed, zone, random));
    }
    return is_wide;
}

/// A few parties whose largest gains a short look leaves open.
Case synthetic_case(Random& random) {
    constexpr std::array kinds = {SyntheticClass::independent, SyntheticClass::opposed,
                                  SyntheticClass::near_zero_sum, SyntheticClass::zero_sum};
    SyntheticOptions options;
    options.kind = kinds[static_cast<std::size_t>(random.between(0, std::ssize(kinds) - 1))];
    options.parties = static_cast<int>(random.between(2, 4));
    options.issues = 6, options.options = 3;
    options.seed = random.next();
    return load_case(synthetic_document(options).value()).value().negotiation;
}

/// Visits the share of so many synthetic cases.
template <class Visit>
void for_each_synthetic_case(std::size_t full, Visit visit) {
    for (std::uint64_t index = 0; index < shared_count(full); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command("TolerantShares"));
        Random random(suite_seed() * 1'000'121 + index);
        visit(synthetic_case(random), random);
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

/// What is proved of largest gains holds also where the share is not.
void expect_bounds_hold(const Solved& all, const std::vector<Gains>& zone) {
    const std::vector<std::size_t> columns = columns_by_party(all.table);
    for (std::size_t party = 0; party < columns.size(); ++party) {
        const std::size_t column = columns[party];
        if (column >= all.solutions.largest_gains.size()) {
            continue;
        }
        const auto& most = all.solutions.largest_gains_at_most[column];
        EXPECT_TRUE(!most || *most >= largest_gain(zone, party));
        EXPECT_LE(all.solutions.largest_gains[column], largest_gain(zone, party));
    }
}

/// Nothing where the search was cut.
std::optional<Claimed> expect_claim(const Case& whole, const Rational& tolerance,
                                    const Effort& effort) {
    const Solved all = solved(whole, tolerance, effort);
    const auto& solution = all.solutions.of(SolutionKind::kalai_smorodinsky);
    if (!solution || solution->proved == Proved::cut) {
        expect_bounds_hold(all, zone_of(whole));
        return std::nullopt;
    }
    auto claimed = claimed_by(all);
    EXPECT_TRUE(claimed.has_value());
    return claimed;
}

TEST(TolerantShares, HoldForEveryLargestGainInItsRange) {
    std::size_t wide = 0;
    for_each_synthetic_case(2'000, [&](const Case& whole, Random& random) {
        const Rational tolerance(1, random.between(10, 200));
        const auto claimed = expect_claim(whole, tolerance, {.look = 1});
        if (claimed) {
            wide += expect_claim_holds(*claimed, zone_of(whole), random) ? 1U : 0U;
        }
    });
    EXPECT_GT(wide, 0U) << "or the test shows nothing";
}

TEST(TolerantShares, OfRandomCasesHoldHoweverLittleIsSearched) {
    Random random(suite_seed());
    for_each_random_case(2'000, {.most_parties = 4}, "TolerantShares", [&](const Case& whole) {
        const Effort effort{.look = 1, .all = std::uint64_t{1} << random.between(0, 9)};
        const auto claimed = expect_claim(whole, Rational(1, random.between(4, 40)), effort);
        if (claimed) {
            expect_claim_holds(*claimed, zone_of(whole), random);
        }
    });
}

TEST(TolerantShares, AreNotExceededByMoreThanTheGap) {
    for_each_synthetic_case(1'000, [&](const Case& whole, Random& random) {
        const Solved all = solved(whole, Rational(1, random.between(10, 200)), {.look = 1});
        const auto& solution = all.solutions.of(SolutionKind::kalai_smorodinsky);
        if (!solution || solution->proved == Proved::cut) {
            return;
        }
        std::vector<Rational> largest;
        const Claimed claimed = claimed_by(all).value();
        for (const Range& range : claimed.largest) {
            const bool is_near = range.most <= range.least + range.tolerance;
            largest.push_back(is_near ? range.least : drawn(range, random));
        }
        for (const Gains& gains : zone_of(whole)) {
            EXPECT_LE(smallest_share(gains, largest).value_or(0),
                      solution->measure + *solution->gap);
        }
    });
}

TEST(TolerantShares, ComeWithCertificatesThatAreGranted) {
    std::size_t proved = 0;
    for_each_synthetic_case(500, [&](const Case& whole, Random& random) {
        SolutionOptions options{.tolerance = Rational(1, random.between(10, 200))};
        options.look_nodes = 1;
        options.wants_proofs = true;
        LoadedCase loaded;
        loaded.negotiation = whole;
        const EfficientOutcomes efficient = efficient_outcomes(loaded, {}, options).value();
        const auto& solution = efficient.solutions.of(SolutionKind::kalai_smorodinsky);
        proved += solution && solution->proof ? 1U : 0U;
        const Node certificate = write_optimum_certificate(whole, efficient);
        EXPECT_EQ(refusal(whole, certificate), "") << json_text(certificate);
    });
    EXPECT_GT(proved, 0U) << "or the test shows nothing";
}

/// A part that asks for every outcome to be tried.
Node trying_parts(const Case& whole) {
    Node part = json(R"({"kind": "tree", "weights": [], "nodes": 1000000})");
    std::vector<Node> accepting, order;
    for (const PartyId party : whole.agreement.counted) {
        accepting.push_back(text_node(whole.party(party).key));
    }
    for (const Issue& issue : whole.issues) {
        order.push_back(text_node(issue.key));
    }
    add_member(part, "accepting", list_node(std::move(accepting)));
    add_member(part, "order", list_node(std::move(order)));
    return list_node({std::move(part)});
}

/// A claim of any outcomes of the zone, with what nobody gains more than drawn too.
struct Drawn {
    Node claim;
    Claimed claimed;
};

class Drawer {
public:
    Drawer(const Case& whole, Random& random)
        : whole_(whole), random_(random), readings_(readings_of(whole, appraise(whole))) {
        for (const Outcome& outcome : reference::all_outcomes(whole)) {
            if (auto gains = reference::gains_by(whole, readings_, outcome, Among::suits_all)) {
                outcomes_.emplace_back(outcome, std::move(*gains));
            }
        }
    }

    bool is_empty() const { return outcomes_.empty() || readings_.empty(); }

    /// `tolerances` in the order of party ids.
    Drawn draw(const Rational& tolerance, const std::vector<Rational>& tolerances) {
        Drawn drawn{table_node(), {}};
        add_member(drawn.claim, "claim", text_node("optimum"));
        add_member(drawn.claim, "solution", text_node("kalai_smorodinsky"));
        add_member(drawn.claim, "tolerance", text_node(tolerance.to_fraction_text()));
        const auto& [outcome, gains] = any();
        drawn.claimed.gains = gains;
        add_member(drawn.claim, "outcome", json_outcome(whole_, outcome));
        Node largest = table_node();
        std::size_t at = 0;
        for (const auto& [party, reading] : readings_) {
            const auto& [best, found] = any();
            const Range range{found[at], found[at] + Rational(random_.between(0, 40)),
                              tolerances[at]};
            drawn.claimed.largest.push_back(range);
            Node own = table_node();
            add_member(own, "outcome", json_outcome(whole_, best));
            add_member(own, "at_most", text_node(range.most.to_fraction_text()));
            add_member(own, "parts", trying_parts(whole_));
            add_member(largest, whole_.party(party).key, std::move(own));
            ++at;
        }
        add_member(drawn.claim, "largest", std::move(largest));
        add_member(drawn.claim, "parts", trying_parts(whole_));
        return drawn;
    }

private:
    const std::pair<Outcome, Gains>& any() {
        const auto last = static_cast<std::int64_t>(outcomes_.size()) - 1;
        return outcomes_[static_cast<std::size_t>(random_.between(0, last))];
    }

    const Case& whole_;
    Random& random_;
    std::map<PartyId, reference::Reading> readings_;
    std::vector<std::pair<Outcome, Gains>> outcomes_;
};

TEST(TolerantShares, ThatAreMadeUpAreGrantedOnlyWhereTheyHold) {
    Random random(suite_seed());
    std::size_t granted = 0, refused = 0;
    for_each_random_case(4'000, {.most_parties = 3}, "TolerantShares", [&](const Case& whole) {
        Drawer drawer(whole, random);
        if (drawer.is_empty()) {
            return;
        }
        const Rational tolerance(1, random.between(4, 40));
        const Solved all = solved(whole, tolerance, {.look = 1, .all = 1});
        std::vector<Rational> tolerances;
        for (const std::size_t column : columns_by_party(all.table)) {
            tolerances.push_back(all.tolerances[column]);
        }
        const Drawn drawn = drawer.draw(tolerance, tolerances);
        const std::string claims = json_text(list_node({drawn.claim}));
        if (!refusal(whole, "optimum", claims).empty()) {
            ++refused;
            return;
        }
        ++granted;
        expect_claim_holds(drawn.claimed, zone_of(whole), random);
    });
    EXPECT_GT(granted, 0U) << "or the test shows nothing";
    EXPECT_GT(refused, 0U) << "or the test shows nothing";
}

} // namespace

} // namespace unbracket::testing
