#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/relaxed.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

// Conflict sets against enumeration: what is shown cannot hold together, whatever all other entries
// say, and without any one of its members an outcome is possible (or sure).

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

using reference::Kept;
using reference::Relaxed;

/// Only the conflict holds of all that can be in one; red lines may be of other entry kinds.
Kept only(const Case& whole, const Appraisal& appraisal, const std::vector<EntryId>& entries) {
    Kept kept(whole.entries.size(), true);
    for (const EntryId entry : conflict_candidates(whole, appraisal)) {
        kept[as_index(entry)] = false;
    }
    for (const EntryId entry : entries) {
        kept[as_index(entry)] = true;
    }
    return kept;
}

void expect_minimal_conflict(const Case& whole, const Appraisal& appraisal, Certainty certainty) {
    const ConflictSet conflict = minimal_conflict(whole, appraisal, certainty);
    EXPECT_TRUE(conflict.is_minimal);
    Kept kept = only(whole, appraisal, conflict.entries());
    EXPECT_FALSE(Relaxed(whole, kept).has_outcome(certainty)) << "they can hold together";
    for (const EntryId entry : conflict.entries()) {
        kept[as_index(entry)] = false;
        EXPECT_TRUE(Relaxed(whole, kept).has_outcome(certainty))
            << whole.entry(entry).address << " could go";
        kept[as_index(entry)] = true;
    }
}

} // namespace

TEST(ConflictAgainstReference, IsAConflictAndLosesItWithAnyMember) {
    const std::string name = "ConflictAgainstReference.IsAConflictAndLosesItWithAnyMember";
    for (std::uint64_t index = 0; index < shared_count(5'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'081 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 64});
        const Case whole = bind_case(document).value();
        const Appraisal appraisal = appraise(whole);
        const VerdictKind verdict = kind_of(decide(whole, appraisal));
        if (verdict == VerdictKind::no_agreement) {
            expect_minimal_conflict(whole, appraisal, Certainty::possible);
        }
        if (verdict == VerdictKind::no_agreement || verdict == VerdictKind::depends) {
            expect_minimal_conflict(whole, appraisal, Certainty::sure);
        }
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

} // namespace unbracket
