#include "unbracket/model/edit.hpp"

#include "tests/bind_text.hpp"

// A case at a date, dated changes, and the answers of alternatives.

namespace unbracket::testing {
namespace {

std::string fallback_of_alta(const Case& talks) {
    const FallbackPeriod* period = talks.fallback_in_force(PartyId(0));
    if (period == nullptr) {
        return "none";
    }
    const auto& quantity = std::get<StanceQuantity>(period->value);
    return std::get<Interval>(quantity).low.to_decimal_text();
}

TEST(AsOf, ThingsOfLaterDatesAreKeptButDoNotExist) {
    const std::string text = two_parties + "[draft.old]\ndate = 2026-01-01\n"
                                           "[draft.new]\ndate = 2026-02-01\n"
                                           "[[driver]]\nfrom = 2026-02-01\non = \"alta\"\n"
                                           "[[event]]\ndate = 2026-02-01\n"
                                           "[[event]]\ndate = 2026-02-01\nstatus = \"planned\"\n";
    const Case talks = bound("as_of = 2026-01-15\n" + text);
    EXPECT_EQ(talks.as_of, (Date{2026, 1, 15}));
    EXPECT_TRUE(talks.drafts[0].exists);
    EXPECT_FALSE(talks.drafts[1].exists);
    EXPECT_FALSE(talks.drivers[0].exists);
    EXPECT_FALSE(talks.events[0].exists);
    EXPECT_TRUE(talks.events[1].exists);
    const Case later = bound("as_of = 2026-01-15\n" + text, Date{2026, 2, 1});
    EXPECT_TRUE(later.drafts[1].exists);
    EXPECT_TRUE(bound(text).drafts[1].exists);
}

TEST(AsOf, TheFallbackInForceIsTheLastThatHasBegun) {
    const std::string text = two_parties + "[fallback]\nalta = [ { from = 2026-02-15, value = 3 }, "
                                           "{ from = 2026-01-01, value = 2 } ]\n";
    EXPECT_EQ(fallback_of_alta(bound(text)), "3");
    EXPECT_EQ(fallback_of_alta(bound(text, Date{2026, 2, 14})), "2");
    EXPECT_EQ(fallback_of_alta(bound(text, Date{2025, 12, 31})), "none");
}

TEST(AsOf, AFallbackCannotRestOnADraftThatIsNotThereYet) {
    const std::string text = two_parties + "[fallback]\nalta = { draft = \"d\" }\n"
                                           "[draft.d]\ndate = 2026-02-01\n";
    EXPECT_NE(bound(text).fallback_in_force(PartyId(0)), nullptr);
    EXPECT_EQ(bound(text, Date{2026, 1, 1}).fallback_in_force(PartyId(0)), nullptr);
}

TEST(AsOf, AStatementOfALaterDateSupportsNothingYet) {
    const std::string text = two_parties + "weight.alta = 1\n[[said]]\nid = \"s\"\nwho = "
                                           "\"x\"\nclaim = \"c\"\ndate = 2026-02-01\nsupports = "
                                           "\"issue.inspect.weight.alta\"\n";
    EXPECT_EQ(bound(text).entries[0].basis, Basis::reported);
    EXPECT_EQ(bound(text, Date{2026, 1, 1}).entries[0].basis, Basis::assumed);
}

const std::string changing = two_parties + R"(weight.alta = "low"
[fallback]
alta = 10
[[change]]
date = 2026-03-01
set = { "fallback.alta" = 30 }
[[change]]
date = 2026-02-01
set = { "fallback.alta" = 20, "issue.inspect.weight.alta" = "high" }
)";

TEST(Changes, AreAppliedInOrderOfDate) {
    EXPECT_EQ(fallback_of_alta(bound(changing)), "30");
    EXPECT_EQ(fallback_of_alta(bound(changing, Date{2026, 2, 28})), "20");
    EXPECT_EQ(fallback_of_alta(bound(changing, Date{2026, 1, 31})), "10");
    const Case talks = bound(changing, Date{2026, 2, 1});
    const Assessment* alta = talks.issues[1].of(PartyId(0));
    EXPECT_EQ(std::get<WeightWord>(alta->weight->quantity), WeightWord::high);
    EXPECT_FALSE(talks.changes[0].exists);
    EXPECT_TRUE(talks.changes[1].exists);
}

TEST(Changes, StateTheCaseOnceSoThatSettingsOnTopOfThemHold) {
    const Result<Node> document = read_toml(changing, "case.toml");
    ASSERT_TRUE(document.ok());
    const Result<Node> effective = effective_document(document.value(), Date{2026, 2, 1});
    ASSERT_TRUE(effective.ok());
    const Result<Node> set =
        with_settings(effective.value(), {{"fallback.alta", number_node("77"), {}}});
    ASSERT_TRUE(set.ok());
    const Result<Case> talks = bind_effective(set.value(), Date{2026, 2, 1});
    ASSERT_TRUE(talks.ok());
    EXPECT_EQ(fallback_of_alta(talks.value()), "77");
    EXPECT_EQ(bind_effective(effective.value(), Date{2026, 2, 1}).value().digest,
              bound(changing, Date{2026, 2, 1}).digest);
}

TEST(Changes, AreValidatedWhateverTheDate) {
    const std::string text = two_parties +
                             "weight.alta = 1\n[[change]]\ndate = 2026-02-01\nset = { "
                             "\"issue.inspect.weight.alta\" = \"hihg\" }\n";
    const std::string problem =
        "case.toml:12:39: unknown weight word `hihg`; did you mean `high`?\n";
    EXPECT_EQ(problems_of(text), problem);
    EXPECT_EQ(problems_of(text, Date{2026, 1, 1}), problem);
}

TEST(Changes, DoNotHideWhatWasWrongBefore) {
    EXPECT_EQ(problems_of(two_parties +
                          "weight.alta = \"hihg\"\n[[change]]\ndate = 2026-02-01\nset "
                          "= { \"issue.inspect.weight.alta\" = 1 }\n"),
              "case.toml:9:15: unknown weight word `hihg`; did you mean `high`?\n");
}

TEST(Changes, WithAWrongAddressDoNotHideTheOtherOnes) {
    EXPECT_EQ(problems_of(two_parties +
                          "weight.alta = 1\n[[change]]\ndate = 2026-02-01\nset = { "
                          "\"fallback.atla\" = 1, \"issue.inspect.weight.alta\" = \"hihg\" }\n"),
              "case.toml:12:9: `fallback.atla`: unknown party `atla`; did you mean `alta`?\n"
              "case.toml:12:60: unknown weight word `hihg`; did you mean `high`?\n");
}

TEST(Alternatives, WithAWrongAddressAreReportedTogetherWithTheRest) {
    EXPECT_EQ(problems_of(two_parties +
                          "weight.alta = \"hihg\"\n[alternative.a]\nquestion = \"?\"\nno = {}\n"
                          "yes = { \"fallback.atla\" = 1 }\n"),
              "case.toml:9:15: unknown weight word `hihg`; did you mean `high`?\n"
              "case.toml:13:9: `fallback.atla`: unknown party `atla`; did you mean `alta`?\n");
}

TEST(Changes, NeedADateAndWholeAddresses) {
    EXPECT_EQ(problems_of(two_parties + "[[change]]\nset = { fallback = { alta = 1 } }\n"),
              "case.toml:9:1: [[change]] has no `date`\n"
              "case.toml:10:9: `fallback` is no address; write the whole address in quotes: "
              "\"fallback.alta\" = 40\n");
}

TEST(Alternatives, KeepTheirQuestionAndAnswers) {
    const Case talks = bound(two_parties + R"([fallback]
alta = 1
[alternative.price]
question = "A condition or a price?"
condition = {}
price = { "fallback.alta" = 30, "limit.l" = "on" }
[[limit]]
id = "l"
party = "alta"
never = { inspect = "no" }
status = "off"
)");
    ASSERT_EQ(talks.alternatives.size(), 1U);
    EXPECT_EQ(talks.alternatives[0].question, "A condition or a price?");
    EXPECT_EQ(talks.alternatives[0].answers[0].key, "condition");
    EXPECT_TRUE(talks.alternatives[0].answers[0].settings.empty());
    EXPECT_EQ(talks.alternatives[0].answers[1].settings[0].address, "fallback.alta");
    EXPECT_EQ(talks.alternatives[0].answers[1].settings[1].value.text, "on");
}

TEST(Alternatives, NeedAQuestionAndTwoAnswers) {
    EXPECT_EQ(problems_of(two_parties + "[alternative.a]\nyes = {}\n"),
              "case.toml:9:14: alternative `a` asks no question; add question = \"...\"\n"
              "case.toml:9:14: alternative `a` has fewer than two answers; an answer that changes "
              "nothing is written `name = {}`\n");
}

TEST(Alternatives, AnAnswerWithAWrongValueIsNamedAtItsPlace) {
    EXPECT_EQ(problems_of(two_parties + "weight.alta = 1\n[alternative.a]\nquestion = \"?\"\nyes = "
                                        "{}\nno = { \"issue.inspect.weight.alta\" = \"hihg\" }\n"),
              "case.toml:13:38: with answer `no` of alternative `a`: unknown weight word `hihg`; "
              "did you mean `high`?\n");
}

TEST(Alternatives, AnAnswerThatSpoilsTheCaseElsewhereIsNamedAtItsPlace) {
    EXPECT_EQ(problems_of(two_parties + "weight.alta = 1\n[alternative.a]\nquestion = \"?\"\nyes = "
                                        "{}\nno = { \"issue.inspect.weight.alta\" = 0 }\n"),
              "case.toml:13:38: with answer `no` of alternative `a`: the weights of party `alta` "
              "can only be 0; a party that is counted needs an issue that matters to it\n");
}

TEST(Alternatives, TooManyAnswersForTheFileAreRefused) {
    std::string text = two_parties + "[alternative.a]\nquestion = \"?\"\n";
    for (int i = 0; i <= 1000; ++i) {
        text += "y" + std::to_string(i) + " = {}\n";
    }
    EXPECT_EQ(problems_of(text), "case.toml:11:1: the alternatives have 1001 answers, too many for "
                                 "a file of this size; split the file\n");
}

} // namespace
} // namespace unbracket::testing
