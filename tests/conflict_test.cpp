#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Conflict sets against enumeration: what is shown cannot hold together, whatever all other entries
// say, and without any one of its members an outcome is possible (or sure).

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

using Kept = std::vector<bool>; // by entry id

/// A case in which some of the entries that can be in a conflict no longer hold.
class Relaxed {
public:
    Relaxed(const Case& whole, const Kept& kept) : whole_(whole), kept_(kept) {
        std::erase_if(whole_.rules, [&](const Rule& rule) { return !holds(rule.entry); });
        std::erase_if(whole_.limits, [&](const Limit& limit) { return !holds(limit.entry); });
        for (const PartyId party : whole.agreement.counted) {
            views_.push_back(relaxed_view(whole, party));
        }
    }

    bool has_outcome(Certainty certainty) const {
        const std::vector<Outcome> all = reference::all_outcomes(whole_);
        return std::any_of(all.begin(), all.end(), [&](const Outcome& outcome) {
            return reference::is_permitted(whole_, outcome) && suffices(outcome, certainty);
        });
    }

private:
    bool holds(EntryId entry) const { return kept_[as_index(entry)]; }

    reference::PartyView relaxed_view(const Case& whole, PartyId party) const {
        reference::PartyView view = reference::view_of(whole, party);
        const auto fallback = whole.fallback_entry(party);
        if (fallback && !holds(*fallback)) {
            view.scale = Scale::none; // any value suits it; limits and red lines stay
        }
        for (const IntentEntry& intent : whole.intents) {
            if (intent.party == party && !holds(intent.entry)) {
                view.intent = Intent::seeks;
            }
        }
        for (std::size_t at = 0; at < whole.issues.size(); ++at) {
            if (const Assessment* assessment = whole.issues[at].of(party)) {
                open_red_lines(*assessment, view.issues[at].is_red_line);
            }
        }
        return view;
    }

    void open_red_lines(const Assessment& assessment, std::vector<bool>& is_red_line) const {
        for (std::size_t option = 0; option < is_red_line.size(); ++option) {
            const std::vector<EntryId> sources = sources_of(assessment, OptionId(option));
            is_red_line[option] =
                is_red_line[option] &&
                std::any_of(sources.begin(), sources.end(), [&](EntryId e) { return holds(e); });
        }
    }

    /// The entries that each make an option a red line, given that it is one.
    static std::vector<EntryId> sources_of(const Assessment& assessment, OptionId option) {
        std::vector<EntryId> sources;
        for (const auto* ratings : {&assessment.stances, &assessment.scores}) {
            if (!ratings->empty() && (*ratings)[as_index(option)] &&
                (*ratings)[as_index(option)]->is_red_line) {
                sources.push_back((*ratings)[as_index(option)]->entry);
            }
        }
        if (assessment.order) {
            const auto& lines = assessment.order->red_lines;
            if (std::find(lines.begin(), lines.end(), option) != lines.end()) {
                sources.push_back(assessment.order->entry);
            }
        }
        if (sources.empty() && assessment.curve && assessment.curve->red_line) {
            sources.push_back(assessment.curve->red_line->entry);
        }
        return sources;
    }

    bool suffices(const Outcome& outcome, Certainty certainty) const {
        int accepting = 0;
        for (const reference::PartyView& view : views_) {
            const bool accepts = certainty == Certainty::possible
                                     ? reference::possibly_accepts(whole_, view, outcome)
                                     : reference::surely_accepts(whole_, view, outcome);
            if (!accepts && whole_.is_required(view.party)) {
                return false;
            }
            accepting += accepts ? 1 : 0;
        }
        return accepting >= whole_.agreement.at_least.value_or(0);
    }

    Case whole_;
    const Kept& kept_;
    std::vector<reference::PartyView> views_;
};

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
    Kept kept = only(whole, appraisal, conflict.entries);
    EXPECT_FALSE(Relaxed(whole, kept).has_outcome(certainty)) << "they can hold together";
    for (const EntryId entry : conflict.entries) {
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
