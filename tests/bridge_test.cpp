#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/bridge.hpp"
#include "unbracket/zone/least_total.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/relaxed.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <set>

// Bridges against enumeration: every set of limits opened, every outcome, every group of parties
// that would be enough, and what each of them would have to bear, as tests/reference says.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

constexpr std::size_t most_openable = 5;

using Opened = std::set<EntryId>;
using Burdens = std::set<Burden>;

bool is_no_more(const Burden& a, const Burden& b) {
    return std::equal(a.begin(), a.end(), b.begin(),
                      [](const Rational& x, const Rational& y) { return x <= y; });
}

Burdens least_of(const Burdens& burdens) {
    Burdens least;
    for (const Burden& burden : burdens) {
        if (std::none_of(burdens.begin(), burdens.end(), [&](const Burden& other) {
                return other != burden && is_no_more(other, burden);
            })) {
            least.insert(burden);
        }
    }
    return least;
}

/// The burdens under which an outcome is accepted, by who accepts it.
class Enumeration {
public:
    Enumeration(const Case& whole, Certainty certainty) : whole_(whole), certainty_(certainty) {}

    Burdens burdens(const Opened& opened) const {
        const reference::Relaxed relaxed = with_opened(opened);
        Burdens all;
        for (const Outcome& outcome : reference::all_outcomes(whole_)) {
            const Burdens enough = burdens_in(relaxed, outcome);
            all.insert(enough.begin(), enough.end());
        }
        return least_of(all);
    }

    /// Whether the outcome is accepted under the movements.
    bool opens(const Bridge& bridge) const {
        const Burdens enough =
            burdens_in(with_opened({bridge.opened.begin(), bridge.opened.end()}), bridge.outcome);
        return std::any_of(enough.begin(), enough.end(),
                           [&](const Burden& burden) { return is_no_more(burden, bridge.burden); });
    }

private:
    reference::Relaxed with_opened(const Opened& opened) const {
        reference::Kept kept(whole_.entries.size(), true);
        for (const EntryId entry : opened) {
            kept[as_index(entry)] = false;
        }
        return {whole_, kept};
    }

    /// One for each group of parties that would be enough.
    Burdens burdens_in(const reference::Relaxed& relaxed, const Outcome& outcome) const {
        Burdens all;
        const auto& counted = whole_.agreement.counted;
        const bool is_permitted = relaxed.keeps_to_plan(outcome);
        for (std::size_t group = 0; is_permitted && group < std::size_t{1} << counted.size();
             ++group) {
            Burden burden(counted.size());
            bool is_enough = std::popcount(group) >= whole_.agreement.at_least.value_or(0);
            for (std::size_t at = 0; at < counted.size() && is_enough; ++at) {
                if ((group >> at & 1U) == 0) {
                    is_enough = !whole_.is_required(counted[at]);
                    continue;
                }
                const auto own = relaxed.burden(at, outcome, certainty_);
                is_enough = own.has_value();
                burden[at] = own.value_or(0);
            }
            if (is_enough) {
                all.insert(burden);
            }
        }
        return all;
    }

    const Case& whole_;
    Certainty certainty_;
};

struct Expected {
    std::map<Opened, Burdens> bridges; // the fewest limits opened
    std::set<Opened> openings;         // without burden
};

bool holds_any(const std::vector<Opened>& smaller, const Opened& opened) {
    return std::any_of(smaller.begin(), smaller.end(), [&](const Opened& other) {
        return std::includes(opened.begin(), opened.end(), other.begin(), other.end());
    });
}

std::vector<Opened> by_size(const std::vector<EntryId>& openable) {
    std::vector<Opened> sets;
    for (std::size_t bits = 0; bits < std::size_t{1} << openable.size(); ++bits) {
        Opened opened;
        for (std::size_t at = 0; at < openable.size(); ++at) {
            if ((bits >> at & 1U) != 0) {
                opened.insert(openable[at]);
            }
        }
        sets.push_back(std::move(opened));
    }
    std::stable_sort(sets.begin(), sets.end(),
                     [](const Opened& a, const Opened& b) { return a.size() < b.size(); });
    return sets;
}

Expected by_definition(const Case& whole, const Appraisal& appraisal, Certainty certainty) {
    const Enumeration enumeration(whole, certainty);
    Expected expected;
    std::vector<Opened> enough, enough_alone;
    for (const Opened& opened : by_size(openable_entries(whole, appraisal))) {
        const Burdens burdens = enumeration.burdens(opened);
        if (!burdens.empty() && !holds_any(enough, opened)) {
            enough.push_back(opened);
            expected.bridges.emplace(opened, burdens);
        }
        if (burdens.contains(Burden(whole.agreement.counted.size())) &&
            !holds_any(enough_alone, opened)) {
            enough_alone.push_back(opened);
            expected.openings.insert(opened);
        }
    }
    return expected;
}

Rational largest(const Burden& burden) {
    return burden.empty() ? Rational(0) : *std::max_element(burden.begin(), burden.end());
}

std::optional<Rational> smallest_largest(const Expected& expected) {
    std::optional<Rational> least;
    for (const auto& [opened, burdens] : expected.bridges) {
        for (const Burden& burden : burdens) {
            least = least ? std::min(*least, largest(burden)) : largest(burden);
        }
    }
    return least;
}

void expect_alone(const Expected& expected, const BridgeList& list) {
    for (std::size_t at = 0; at < list.alone.size(); ++at) {
        std::optional<Rational> least;
        for (const Burden& burden : expected.bridges.at({})) {
            Burden others = burden;
            others[at] = 0;
            if (largest(others).sign() == 0) {
                least = least ? std::min(*least, burden[at]) : burden[at];
            }
        }
        EXPECT_EQ(list.alone[at].bridge.has_value(), least.has_value());
        if (least && list.alone[at].bridge) {
            EXPECT_EQ(list.alone[at].bridge->burden[at], *least);
        }
    }
}

Rational smallest_total(const Burdens& burdens) {
    std::optional<Rational> least;
    for (const Burden& burden : burdens) {
        const Rational total = std::accumulate(burden.begin(), burden.end(), Rational(0));
        least = least ? std::min(*least, total) : total;
    }
    return least.value();
}

/// The smallest totals of a list, and as looked for from each of its bridges.
void expect_totals(const CaseView& view, Certainty certainty, const Expected& expected,
                   const BridgeList& list) {
    const Enumeration enumeration(view.negotiation, certainty);
    EXPECT_TRUE(list.least_totals_are_complete);
    ASSERT_EQ(list.least_totals.size(), expected.bridges.size());
    for (const LeastTotal& least : list.least_totals) {
        const Opened opened(least.bridge.opened.begin(), least.bridge.opened.end());
        ASSERT_TRUE(expected.bridges.contains(opened));
        const Rational total = smallest_total(expected.bridges.at(opened));
        EXPECT_EQ(least.total, total);
        EXPECT_TRUE(least.is_proved && enumeration.opens(least.bridge));
    }
    for (const Bridge& start : list.bridges) {
        const LeastTotal least = find_least_total(view, certainty, start).best;
        EXPECT_EQ(least.total,
                  smallest_total(expected.bridges.at({start.opened.begin(), start.opened.end()})));
        EXPECT_TRUE(least.is_proved && enumeration.opens(least.bridge));
        EXPECT_EQ(total_of(least.bridge.burden), least.total);
    }
}

void expect_bridges(const Case& whole, const Appraisal& appraisal, Certainty certainty) {
    const BridgeList list = find_bridges(
        whole, appraisal, certainty,
        {.most_bridges = 100'000, .list_nodes = UINT64_MAX, .sums = PointSums::wanted});
    const Expected expected = by_definition(whole, appraisal, certainty);
    const Enumeration enumeration(whole, certainty);
    EXPECT_TRUE(list.is_complete() && list.openings_are_complete());
    std::map<Opened, Burdens> bridges;
    for (const Bridge& bridge : list.bridges) {
        bridges[{bridge.opened.begin(), bridge.opened.end()}].insert(bridge.burden);
        EXPECT_TRUE(enumeration.opens(bridge));
    }
    EXPECT_EQ(bridges, expected.bridges);
    std::set<Opened> openings;
    for (const Correction& opening : list.openings) {
        openings.insert({opening.entries.begin(), opening.entries.end()});
    }
    EXPECT_EQ(openings, expected.openings);
    const std::optional<Rational> least = smallest_largest(expected);
    ASSERT_EQ(list.smallest_largest.has_value(), least.has_value());
    if (least) {
        EXPECT_EQ(largest(list.smallest_largest->burden), *least);
        EXPECT_TRUE(list.smallest_largest_is_proved);
    }
    if (expected.bridges.contains({})) {
        expect_alone(expected, list);
    }
    expect_totals({whole, appraisal}, certainty, expected, list);
}

} // namespace

TEST(BridgeAgainstReference, ListsAllLeastMovements) {
    const std::string name = "BridgeAgainstReference.ListsAllLeastMovements";
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'117 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 24});
        const Case whole = bind_case(document).value();
        const Appraisal appraisal = appraise(whole);
        const VerdictKind verdict = kind_of(decide(whole, appraisal));
        const bool is_small = openable_entries(whole, appraisal).size() <= most_openable &&
                              whole.agreement.counted.size() <= 5;
        if (!is_small) {
            continue;
        }
        if (verdict == VerdictKind::no_agreement) {
            expect_bridges(whole, appraisal, Certainty::possible);
        }
        if (verdict == VerdictKind::no_agreement || verdict == VerdictKind::depends) {
            expect_bridges(whole, appraisal, Certainty::sure);
        }
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

} // namespace unbracket
