#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/bind_text.hpp"
#include "tests/golden.hpp"
#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <filesystem>

// Drafts measured for each party: hand-made ones as a person last approved them, random ones
// against a look at every outcome they may turn out to be.

namespace unbracket {

namespace {

using testing::expect_golden;
using testing::golden_inputs;
using testing::lines_of;

template <class Visit>
void for_each_draft(Visit visit) {
    for (const std::string& file : golden_inputs("score", ".toml")) {
        const LoadedCase loaded = open_case({.files = {file}}).value();
        for (const Draft& draft : loaded.negotiation.drafts) {
            const std::string name =
                "score/" + std::filesystem::path(file).stem().string() + "." + draft.key;
            visit(loaded, score(loaded, draft.key).value(), name);
        }
    }
}

/// Every outcome that a draft may turn out to be.
std::vector<Outcome> completions_of(const Draft& draft) {
    std::vector<Outcome> outcomes = {{}};
    for (const DraftSetting& setting : draft.content) {
        std::vector<Outcome> longer;
        for (const Outcome& outcome : outcomes) {
            for (const OptionId option : setting.options) {
                longer.push_back(outcome);
                longer.back().push_back(option);
            }
        }
        outcomes = std::move(longer);
    }
    return outcomes;
}

Acceptance over(bool any, bool all) {
    return all ? Acceptance::surely : any ? Acceptance::possibly : Acceptance::never;
}

void expect_matches_completions(const Case& negotiation, const Appraisal& appraisal,
                                const DraftScore& score, const PartyScore& party) {
    std::optional<Interval> range;
    bool any = false, all = true;
    for (const Outcome& outcome : completions_of(negotiation.draft(*score.draft))) {
        any = any || accepts(negotiation, appraisal, party.party, outcome, Certainty::possible);
        all = all && accepts(negotiation, appraisal, party.party, outcome, Certainty::sure);
        const Interval own = surplus(negotiation, appraisal, party.party, outcome);
        range = range ? hull(*range, own) : own;
    }
    EXPECT_EQ(party.acceptance, over(any, all));
    if (!party.surplus) {
        return;
    }
    EXPECT_LE(party.surplus->low, range->low);
    EXPECT_GE(party.surplus->high, range->high);
    EXPECT_TRUE(!party.surplus_is_attained || *party.surplus == *range);
}

bool is_no_surer(Acceptance bounded, Acceptance looked) {
    return bounded == Acceptance::possibly || bounded == looked;
}

bool has_certain(const std::vector<Objection>& objections) {
    return std::any_of(objections.begin(), objections.end(),
                       [](const Objection& objection) { return objection.is_certain; });
}

void expect_matches_completions(const Case& negotiation, const Appraisal& appraisal,
                                const DraftScore& score) {
    for (const PartyScore& party : score.parties) {
        if (party.acceptance != Acceptance::no_reading) {
            expect_matches_completions(negotiation, appraisal, score, party);
        }
    }
}

} // namespace

TEST(Score, ReadsAsItDidWhenItWasApproved) {
    for_each_draft([](const LoadedCase& loaded, const DraftScore& score, const std::string& name) {
        expect_golden(name + ".txt", score_text(loaded.negotiation, score));
        expect_golden(name + ".json", json_text(score_json(loaded.negotiation, score)));
    });
}

TEST(Score, KeepsToTheWidthOfThePage) {
    for_each_draft([](const LoadedCase& loaded, const DraftScore& score, const std::string& name) {
        for (const std::size_t width : {60U, 80U, 120U}) {
            for (const std::string& line :
                 lines_of(score_text(loaded.negotiation, score, {.width = width}))) {
                EXPECT_LE(column_count(line), width) << name << ": " << line;
            }
        }
    });
}

TEST(Score, OfAnUnknownDraftNamesTheNearest) {
    const LoadedCase loaded =
        open_case({.files = {golden_inputs("score", ".toml").front()}}).value();
    const auto missing = score(loaded, "opem");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.problems().front().hint, "did you mean `open`?");
}

TEST(Score, OfACaseThatContradictsItselfSaysSoInsteadOfAnAnswer) {
    const std::string text = "unbracket = 1\n"
                             "party.a.name = \"A\"\nparty.b.name = \"B\"\n"
                             "issue.x.option = [\"m\", \"n\"]\n"
                             "issue.x.weight = { a = 1, b = 1 }\n"
                             "issue.x.stance.a = { m = 50, n = 50 }\n"
                             "issue.x.stance.b = { m = 10, n = 90 }\n"
                             "issue.x.order.b = \"m > n\"\n"
                             "fallback = { a = 0, b = 0 }\n"
                             "draft.d.set.x = \"m\"\n";
    const Case negotiation = testing::bound(text);
    const DraftScore score = score_draft(negotiation, appraise(negotiation), DraftId(0));
    EXPECT_EQ(score.agreement, Acceptance::no_reading);
    EXPECT_EQ(score.parties[0].acceptance, Acceptance::surely);
    EXPECT_EQ(score.parties[1].acceptance, Acceptance::no_reading);
    EXPECT_NE(score_text(negotiation, score).find("contradicts itself"), std::string::npos);
}

TEST(Score, OfADraftAgreesWithALookAtEachOutcomeItMayTurnOutToBe) {
    constexpr std::size_t most_cases = 3'000;
    for (std::size_t index = 0; index < testing::shared_count(most_cases); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command("Score.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const LoadedCase loaded = load_case(testing::random_case_document(random)).value();
        const Case& negotiation = loaded.negotiation;
        const Appraisal appraisal = appraise(negotiation);
        for (std::size_t at = 0; at < negotiation.drafts.size(); ++at) {
            const DraftScore score = score_draft(negotiation, appraisal, DraftId(at));
            ASSERT_TRUE(score.is_exact);
            expect_matches_completions(negotiation, appraisal, score);
        }
        if (HasFailure()) {
            return;
        }
    }
}

void expect_no_surer(const DraftScore& bounded, const DraftScore& looked) {
    EXPECT_TRUE(is_no_surer(bounded.agreement, looked.agreement));
    EXPECT_TRUE(bounded.is_possibly_proved);
    EXPECT_EQ(bounded.agreement == Acceptance::never, looked.agreement == Acceptance::never);
    for (std::size_t i = 0; i < looked.parties.size(); ++i) {
        const PartyScore &bound = bounded.parties[i], &exact = looked.parties[i];
        EXPECT_TRUE(is_no_surer(bound.acceptance, exact.acceptance));
        if (exact.surplus) {
            EXPECT_LE(bound.surplus->low, exact.surplus->low);
            EXPECT_GE(bound.surplus->high, exact.surplus->high);
        }
    }
}

TEST(Score, OfATextWithManyCompletionsIsNeverSurerThanALookAtEach) {
    constexpr std::size_t most_cases = 3'000;
    for (std::size_t index = 0; index < testing::shared_count(most_cases); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command("Score.*"));
        Random random(testing::suite_seed() * 3'000'017 + index);
        const LoadedCase loaded = load_case(testing::random_case_document(random)).value();
        const Case& negotiation = loaded.negotiation;
        const Appraisal appraisal = appraise(negotiation);
        for (std::size_t at = 0; at < negotiation.drafts.size(); ++at) {
            const DraftScore looked = score_draft(negotiation, appraisal, DraftId(at));
            const DraftScore bounded = score_draft(negotiation, appraisal, DraftId(at), 0);
            expect_no_surer(bounded, looked);
        }
        if (HasFailure()) {
            return;
        }
    }
}

TEST(Score, NamesWhatStandsInTheWayExactlyWhereSomethingDoes) {
    constexpr std::size_t most_cases = 3'000;
    for (std::size_t index = 0; index < testing::shared_count(most_cases); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command("Score.*"));
        Random random(testing::suite_seed() * 2'000'003 + index);
        const LoadedCase loaded = load_case(testing::random_case_document(random)).value();
        const Appraisal appraisal = appraise(loaded.negotiation);
        for (std::size_t at = 0; at < loaded.negotiation.drafts.size(); ++at) {
            for (const PartyScore& party :
                 score_draft(loaded.negotiation, appraisal, DraftId(at)).parties) {
                const bool is_open = party.acceptance == Acceptance::possibly ||
                                     party.acceptance == Acceptance::never;
                EXPECT_EQ(is_open, !party.objections.empty());
                EXPECT_TRUE(!has_certain(party.objections) ||
                            party.acceptance == Acceptance::never);
            }
        }
        if (HasFailure()) {
            return;
        }
    }
}

} // namespace unbracket
