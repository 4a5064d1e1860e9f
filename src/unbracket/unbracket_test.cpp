#include "unbracket/unbracket.hpp"

#include "tests/support/suite.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::string ferry() {
    return testing::repository_root() + "/tests/golden/cli/ferry.toml";
}

std::string problems_text(const Diagnostics& problems) {
    std::string text;
    for (const Diagnostic& problem : problems) {
        text += problem.what + (problem.hint.empty() ? "" : "; " + problem.hint) + "\n";
    }
    return text;
}

LoadedCase opened(const CaseRequest& request) {
    Result<LoadedCase> loaded = open_case(request);
    EXPECT_TRUE(loaded.ok()) << problems_text(loaded.problems());
    return loaded ? std::move(loaded).value() : LoadedCase{};
}

std::string problems_of(const CaseRequest& request) {
    return problems_text(open_case(request).problems());
}

std::string fallback_of(const LoadedCase& loaded, std::string_view party) {
    const Case& negotiation = loaded.negotiation;
    const auto* period = negotiation.fallback_in_force(*negotiation.find_party(party));
    const auto& range = std::get<Interval>(std::get<StanceQuantity>(period->value));
    return range.low.to_decimal_text() + ".." + range.high.to_decimal_text();
}

TEST(OpenCase, AppliesEveryPartOfARequest) {
    EXPECT_EQ(opened({.files = {ferry()}}).negotiation.as_of, (Date{2026, 5, 1}));
    EXPECT_EQ(opened({.files = {ferry()}, .as_of = Date{2026, 4, 1}}).negotiation.as_of,
              (Date{2026, 4, 1}));
    EXPECT_EQ(fallback_of(opened({.files = {ferry()}, .settings = {{"fallback.east", "12..13"}}}),
                          "east"),
              "12..13");
    EXPECT_TRUE(opened({.files = {ferry()}, .answers = {{"ceiling", "price"}}})
                    .negotiation.alternatives.empty());
    EXPECT_EQ(opened({.files = {ferry()}, .without = {"anonymous"}}).negotiation.statements.size(),
              1U);
}

TEST(OpenCase, LeavesOutWhatTheAudienceDoesNotSeeBeforeAllElse) {
    const Case seen = opened({.files = {ferry()}, .view = "public"}).negotiation;
    EXPECT_EQ(seen.fallback_in_force(*seen.find_party("west")), nullptr);
    EXPECT_EQ(fallback_of(opened({.files = {ferry()},
                                  .settings = {{"fallback.west", "12..13"}},
                                  .view = "public"}),
                          "west"),
              "12..13");
    EXPECT_EQ(opened({.files = {ferry()}, .view = "mediator"}).negotiation.digest,
              opened({.files = {ferry()}}).negotiation.digest);
}

TEST(OpenCase, TellsNoMistakesOfACaseThatIsNotSeenWhole) {
    const std::string only =
        "the file is no valid case; its mistakes are told without --view, to those who may read "
        "all of it\n";
    const std::string broken = testing::repository_root() + "/tests/golden/cli/broken.toml";
    EXPECT_EQ(problems_of({.files = {broken}, .view = "public"}), only);
    EXPECT_EQ(problems_of({.files = {broken}, .view = "party:nobody"}), only);
    EXPECT_NE(problems_of({.files = {broken}}), only);
    EXPECT_NE(problems_of({.files = {"nowhere.toml"}, .view = "public"}), only);
    EXPECT_EQ(problems_of({.files = {ferry()}, .view = "press"}),
              "nobody is called `press`; name public, mediator or party:ID\n");
}

std::string trade() {
    return testing::repository_root() + "/examples/trade";
}

TEST(OpenCase, TakesAFolderOfAnotherProgramAsALayer) {
    const testing::TemporaryFolder folder("layer");
    const std::string layer =
        folder.put("layer.toml", "unbracket = 1\n[fallback]\nseller = \"2/3\"\n");
    const LoadedCase loaded = opened({.files = {trade(), layer}});
    EXPECT_EQ(fallback_of(loaded, "seller"), "0.666667..0.666667");
    EXPECT_EQ(fallback_of(loaded, "buyer"), "0.5..0.5");
    EXPECT_EQ(
        fallback_of(opened({.files = {trade(), layer}, .settings = {{"fallback.seller", "1/3"}}}),
                    "seller"),
        "0.333333..0.333333");
}

TEST(OpenCase, PicksPartiesOfAFolder) {
    const LoadedCase loaded = opened({.files = {trade()}, .scenario = {.parties = {"seller"}}});
    EXPECT_EQ(loaded.negotiation.parties.size(), 1U);
    EXPECT_EQ(problems_of({.files = {ferry()}, .scenario = {.parties = {"seller"}}}),
              "no file holds profiles to choose from; it chooses among those of a folder of Genius "
              "files and the like\n");
}

TEST(WriteScenario, TellsWhatIsLeftOutAndRefusesWhatWouldChangeAnswers) {
    ScenarioNotes notes;
    const auto files = write_scenario(opened({.files = {trade()}}).negotiation, "negolog", notes);
    ASSERT_TRUE(files.ok());
    EXPECT_EQ(files.value().size(), 2U);
    EXPECT_FALSE(write_scenario(opened({.files = {ferry()}}).negotiation, "genius", notes).ok());
    EXPECT_EQ(scenario_format_names(),
              (std::vector<std::string>{"genius", "geniusweb", "negmas", "negolog", "scores"}));
}

TEST(ScenarioOddities, AreThoseOfFilesOfOtherPrograms) {
    EXPECT_EQ(scenario_notes({trade(), ferry()}).oddities.size(), 1U);
    EXPECT_TRUE(scenario_notes({ferry()}).remarks.empty());
    EXPECT_TRUE(holds_scenario({ferry(), trade()}));
    EXPECT_FALSE(holds_scenario({ferry()}));
}

TEST(OpenView, IsACaseByItself) {
    const Result<Node> seen = open_view({.files = {ferry()}, .view = "public"});
    ASSERT_TRUE(seen.ok());
    EXPECT_TRUE(open_case(seen.value(), {}).ok());
    EXPECT_TRUE(
        open_view({.files = {ferry()}}).value().same_content(open_document({ferry()}).value()));
}

TEST(OpenCase, SettlesDatesBeforeSettings) {
    const LoadedCase early = opened(
        {.files = {ferry()}, .as_of = Date{2026, 4, 1}, .settings = {{"fallback.east", "7..8"}}});
    EXPECT_EQ(fallback_of(early, "east"), "7..8");
    EXPECT_EQ(fallback_of(opened({.files = {ferry()}, .as_of = Date{2026, 4, 1}}), "east"),
              "25..40");
}

TEST(OpenCase, TakesSettingsAfterAnswers) {
    const LoadedCase loaded = opened({.files = {ferry()},
                                      .settings = {{"issue.fare.curve.west.redline", "> 60"}},
                                      .answers = {{"ceiling", "price"}}});
    const Case& negotiation = loaded.negotiation;
    const auto& curve = negotiation.issues[0].of(*negotiation.find_party("west"))->curve;
    ASSERT_TRUE(curve && curve->red_line && curve->red_line->bound);
    EXPECT_EQ(curve->red_line->bound->second, Rational(60));
}

TEST(OpenCase, AnswersWhetherDraftsAndJudgementsCount) {
    const Case& negotiation =
        opened({.files = {ferry()}, .answers = {{"draft.summer", "yes"}, {"said.s2", "yes"}}})
            .negotiation;
    EXPECT_EQ(negotiation.draft(*negotiation.find_draft("summer")).on_table, OnTable::yes);
    EXPECT_EQ(negotiation.statements[1].judgements.at(0).use, JudgementUse::binds);
    const Case& off =
        opened({.files = {ferry()}, .answers = {{"draft.summer", "no"}, {"said.s2", "no"}}})
            .negotiation;
    EXPECT_EQ(off.draft(*off.find_draft("summer")).on_table, OnTable::no);
    EXPECT_EQ(off.statements[1].judgements.at(0).use, JudgementUse::record);
}

TEST(OpenCase, NamesEveryAnswerThatIsNone) {
    EXPECT_EQ(
        problems_of({.files = {ferry()},
                     .answers = {{"ceilin", "price"}, {"ceiling", "prise"}, {"said.s2", "y"}}}),
        "there is no question `ceilin`; did you mean `ceiling`?\n"
        "`prise` is no answer to `ceiling`; did you mean `price`?\n"
        "`y` does not answer `said.s2`; it has `yes`, `no`\n");
}

TEST(OpenCase, SaysThatNothingIsOpen) {
    const testing::TemporaryFolder folder("unbracket_test");
    const std::string plain =
        folder.put("a.toml", "unbracket = 1\nparty.alta = { name = \"Alta\" }\n"
                             "issue.a.option = [\"x\", \"y\"]\n");
    EXPECT_EQ(problems_of({.files = {plain}, .answers = {{"q", "a"}}}),
              "there is no question `q`; this case leaves no question open\n");
}

TEST(OpenCase, NamesTheProblemsOfEveryFile) {
    EXPECT_EQ(problems_of({}), "no file is named; name at least one case file\n");
    EXPECT_EQ(problems_of({.files = {"none.toml", "neither.toml"}}),
              "there is no such file; check the spelling of the path\n"
              "there is no such file; check the spelling of the path\n");
}

TEST(WriteDocument, KnowsItsFormats) {
    EXPECT_EQ(document_format_names(), (std::vector<std::string>{"toml", "json"}));
    const Node document = open_document({ferry()}).value();
    for (const std::string& format : document_format_names()) {
        EXPECT_TRUE(write_document(document, format).ok()) << format;
    }
    EXPECT_EQ(problems_text(write_document(document, "jsn").problems()),
              "no format is called `jsn`; did you mean `json`?\n");
    EXPECT_EQ(problems_text(write_document(document, "spreadsheet").problems()),
              "no format is called `spreadsheet`\n");
}

TEST(SaveFile, WritesInOneStepAndRefusesADash) {
    const testing::TemporaryFolder folder("unbracket_test");
    EXPECT_FALSE(save_file(folder.path("a.txt"), "text").has_value());
    EXPECT_EQ(folder.content("a.txt"), "text");
    EXPECT_EQ(folder.file_count(), 1U);
    ASSERT_TRUE(save_file("-", "text").has_value());
    EXPECT_EQ(save_file("-", "text")->what, "\"-\" is no file");
    EXPECT_TRUE(save_file(folder.path("none/a.txt"), "text").has_value());
}

TEST(JsonText, IsCompactOrIndented) {
    Node node = table_node();
    add_member(node, "a", list_node({number_node("1"), null_node()}));
    EXPECT_EQ(json_text(node, JsonLayout::compact), "{\"a\":[1,null]}");
    EXPECT_EQ(json_text(node), "{\n  \"a\": [1, null]\n}\n");
}

class Certificates : public ::testing::Test {
protected:
    Certificates()
        : folder_("unbracket_test"), loaded_(opened({.files = {ferry()}})),
          certificate_(certificate_of(loaded_, check(loaded_))) {}

    std::string written(const std::string& name, const std::string& text) const {
        return folder_.put(name, text);
    }
    static std::string problem_of(const std::string& file) {
        return problems_text(open_certificate(file).problems());
    }

    testing::TemporaryFolder folder_;
    LoadedCase loaded_;
    Node certificate_;
};

TEST_F(Certificates, AreProvedFromMemoryAndFromAFile) {
    const CertificateAnswer answer = verify_certificate(loaded_, certificate_);
    ASSERT_TRUE(std::holds_alternative<certificate::Checked>(answer));
    EXPECT_EQ(std::get<certificate::Checked>(answer).verdict, "depends");
    const auto read = verify_certificate(loaded_, written("proof.json", json_text(certificate_)));
    ASSERT_TRUE(read.ok());
    EXPECT_TRUE(std::holds_alternative<certificate::Checked>(read.value()));
}

TEST_F(Certificates, AreRefusedForAnotherCase) {
    const LoadedCase other = opened({.files = {ferry()}, .settings = {{"fallback.west", "54"}}});
    const CertificateAnswer answer = verify_certificate(other, certificate_);
    ASSERT_TRUE(std::holds_alternative<certificate::Refusal>(answer));
    EXPECT_EQ(std::get<certificate::Refusal>(answer).reason, "the certificate is for another case");
}

TEST_F(Certificates, AreNeitherTomlNorACase) {
    const std::string hint =
        "; name the case first, then the file that `check --certificate` wrote\n";
    EXPECT_EQ(problem_of(ferry()), "this is a TOML file, and a certificate is JSON" + hint);
    for (const char* nothing : {"", " \n"}) {
        EXPECT_EQ(problem_of(written("nothing.json", nothing)),
                  "the file is empty, and a certificate is JSON" + hint);
    }
    EXPECT_EQ(problem_of(written("case.json", write_document(loaded_.document, "json").value())),
              "this is a case and not a certificate" + hint);
    EXPECT_TRUE(problem_of("none.toml").starts_with("there is no such file"));
    EXPECT_NE(problem_of(written("half.json", "{ \"a\"")), "");
    EXPECT_TRUE(open_certificate(written("empty.json", "{}")).ok());
}

TEST(Score, NamesTheNearestDraft) {
    const LoadedCase loaded = opened({.files = {ferry()}});
    EXPECT_TRUE(score(loaded, "spring").ok());
    EXPECT_EQ(problems_text(score(loaded, "sprng").problems()),
              "the case has no draft `sprng`; did you mean `spring`?\n");
    EXPECT_EQ(problems_text(draft_named(loaded.negotiation, "winter").problems()),
              "the case has no draft `winter`; known: spring, summer\n");
    EXPECT_EQ(draft_named(loaded.negotiation, "summer").value(), DraftId(1));
}

TEST(CurveParty, IsRefusedWhereThereIsNothingToShow) {
    const std::string text = R"(unbracket = 1
party = { a = {}, b = {}, c = {}, d = { role = "observer" } }
issue.x = { option = ["p", "q"], stance.a = { p = 40, q = 90 }, stance.d = { p = 40, q = 90 } }
fallback.a = 50
)";
    const testing::TemporaryFolder folder("curve_party_test");
    const LoadedCase loaded = opened({.files = {folder.put("case.toml", text)}});
    EXPECT_EQ(
        problems_text(curve_party_named(loaded.negotiation, "c").problems()),
        "`c` has no stances and no scores, so it has no gain and no curve; enter some for it, "
        "or name another party\n");
    EXPECT_EQ(problems_text(curve_party_named(loaded.negotiation, "a").problems()),
              "the curve of `a` shows how others fare, and no other party with stances or scores "
              "counts for an agreement; leave out --curve, or add such a party to "
              "`agreement.required`\n");
    EXPECT_FALSE(curve_party_named(loaded.negotiation, "e").ok());
    EXPECT_EQ(curve_party_named(opened({.files = {ferry()}}).negotiation, "east").value(),
              PartyId(1));
}

} // namespace
} // namespace unbracket
