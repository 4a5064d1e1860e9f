#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/conflict_list.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/relaxed.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>

// All conflicts and corrections of a case against all subsets of its entries, looked at one by one.

namespace unbracket {

namespace {

using reference::Kept;
using reference::Relaxed;
using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

using Entries = std::set<EntryId>;
using Families = std::set<Entries>;

constexpr std::size_t most_candidates = 8;

struct Expected {
    Families conflicts;
    Families corrections;
};

/// Which of the subsets of the candidates conflict, by number: bit i is candidate i.
std::vector<bool> conflicting_subsets(const Case& whole, const std::vector<EntryId>& candidates,
                                      Certainty certainty) {
    std::vector<bool> conflicting;
    for (std::size_t subset = 0; subset < std::size_t{1} << candidates.size(); ++subset) {
        Kept kept(whole.entries.size(), true);
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            kept[as_index(candidates[at])] = (subset >> at & 1U) != 0;
        }
        conflicting.push_back(!Relaxed(whole, kept).has_outcome(certainty));
    }
    return conflicting;
}

Entries entries_in(const std::vector<EntryId>& candidates, std::size_t subset) {
    Entries entries;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        if ((subset >> at & 1U) != 0) {
            entries.insert(candidates[at]);
        }
    }
    return entries;
}

Expected by_definition(const Case& whole, const std::vector<EntryId>& candidates,
                       Certainty certainty) {
    const std::vector<bool> conflicting = conflicting_subsets(whole, candidates, certainty);
    const std::size_t all = conflicting.size() - 1;
    Expected expected;
    if (!conflicting[all]) {
        return expected;
    }
    for (std::size_t subset = 0; subset <= all; ++subset) {
        bool is_least = conflicting[subset], is_most = !conflicting[subset];
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            const std::size_t bit = std::size_t{1} << at;
            is_least = is_least && ((subset & bit) == 0 || !conflicting[subset - bit]);
            is_most = is_most && ((subset & bit) != 0 || conflicting[subset + bit]);
        }
        if (is_least) {
            expected.conflicts.insert(entries_in(candidates, subset));
        }
        if (is_most) {
            expected.corrections.insert(entries_in(candidates, all - subset));
        }
    }
    return expected;
}

/// Everything holds but what is left out.
Kept without(const Case& whole, const std::vector<EntryId>& entries) {
    Kept kept(whole.entries.size(), true);
    for (const EntryId entry : entries) {
        kept[as_index(entry)] = false;
    }
    return kept;
}

/// Of the candidates only the others of the conflict hold.
Kept only_others(const Case& whole, const std::vector<EntryId>& candidates,
                 const ConflictSet& conflict, EntryId member) {
    Kept kept = without(whole, candidates);
    for (const ConflictMember& other : conflict.members) {
        kept[as_index(other.entry)] = other.entry != member;
    }
    return kept;
}

void expect_all(const Case& whole, const Appraisal& appraisal, Certainty certainty) {
    const std::vector<EntryId> candidates = conflict_candidates(whole, appraisal);
    if (candidates.size() > most_candidates) {
        return;
    }
    const ConflictList list = find_conflicts(whole, appraisal, certainty);
    const Expected expected = by_definition(whole, candidates, certainty);
    EXPECT_TRUE(list.is_complete());
    Families conflicts, corrections;
    for (const ConflictSet& conflict : list.conflicts) {
        EXPECT_TRUE(conflict.is_minimal);
        Entries entries;
        for (const ConflictMember& member : conflict.members) {
            entries.insert(member.entry);
            ASSERT_TRUE(member.without.has_value());
            EXPECT_TRUE(Relaxed(whole, only_others(whole, candidates, conflict, member.entry))
                            .suits(*member.without, certainty));
        }
        conflicts.insert(entries);
    }
    for (const Correction& correction : list.corrections) {
        corrections.insert({correction.entries.begin(), correction.entries.end()});
        EXPECT_TRUE(Relaxed(whole, without(whole, correction.entries))
                        .suits(correction.outcome, certainty));
    }
    EXPECT_EQ(conflicts, expected.conflicts);
    EXPECT_EQ(corrections, expected.corrections);
    EXPECT_EQ(conflicts.size(), list.conflicts.size()) << "one is listed twice";
}

} // namespace

TEST(ConflictListAgainstReference, HoldsAllConflictsAndAllCorrections) {
    const std::string name = "ConflictListAgainstReference.HoldsAllConflictsAndAllCorrections";
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'099 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 32});
        const Case whole = bind_case(document).value();
        const Appraisal appraisal = appraise(whole);
        if (kind_of(decide(whole, appraisal)) != VerdictKind::contradiction) {
            expect_all(whole, appraisal, Certainty::possible);
            expect_all(whole, appraisal, Certainty::sure);
        }
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

} // namespace unbracket
