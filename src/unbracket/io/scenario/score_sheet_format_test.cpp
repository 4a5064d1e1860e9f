// Score sheets: conformance, and what is read and written by hand.

#include "unbracket/io/scenario/score_sheet.hpp"

#include "tests/support/scenario_conformance.hpp"

namespace unbracket {
namespace {

const std::string sample = R"(# score sheet of Alta
share: 10 % = 55, 25 % = 20, 40 % = 0   # the first issue
"term, in ""years""": five = 45, "ten:10" = 30.5

seat:	north = -1,south=2
threshold: 60
)";

testing::ScenarioFormatUnderTest score_sheet_format() {
    return {scenario_format_named("scores"), sample};
}

TEST(ScoreSheetFormat, RoundTrips) {
    testing::expect_scenarios_round_trip(score_sheet_format(), "ScoreSheetFormat.RoundTrips");
}
TEST(ScoreSheetFormat, RoundTripsLongNumbers) {
    testing::expect_long_numbers_round_trip(score_sheet_format());
}
TEST(ScoreSheetFormat, SurvivesTruncation) {
    testing::expect_survives_truncated_scenarios(score_sheet_format());
}
TEST(ScoreSheetFormat, DropsNoPatterns) {
    testing::expect_patterns_are_not_dropped(score_sheet_format());
}

/// Sheets a, b ... as one scenario.
Result<Scenario> read(const std::vector<std::string>& texts, ScenarioNotes& notes) {
    std::vector<ScenarioFile> files;
    for (const std::string& text : texts) {
        const std::string name(1, static_cast<char>('a' + static_cast<char>(files.size())));
        const Result<Node> root = read_score_sheet(text, name + ".txt");
        if (!root) {
            return root.problems();
        }
        EXPECT_EQ(score_sheet_role(root.value()), FileRole::profile);
        files.push_back({name, FileRole::profile, root.value()});
    }
    return read_score_sheets(files, {}, notes);
}

std::string problems(const std::vector<std::string>& texts) {
    ScenarioNotes notes;
    const Result<Scenario> scenario = read(texts, notes);
    std::string all;
    for (const Diagnostic& problem : scenario.problems()) {
        all += to_string(problem) + "\n";
    }
    return all;
}

TEST(ScoreSheets, HaveALineForEachIssueAndTheThresholdLast) {
    ScenarioNotes notes;
    const Scenario scenario = read({sample}, notes).value();
    ASSERT_EQ(scenario.issues.size(), 3U);
    EXPECT_EQ(scenario.issues[0].values, (std::vector<std::string>{"10 %", "25 %", "40 %"}));
    EXPECT_EQ(scenario.issues[1].name, "term, in \"years\"");
    EXPECT_EQ(scenario.issues[1].values[1], "ten:10");
    EXPECT_EQ(scenario.profiles[0].scores,
              (std::vector<std::vector<Rational>>{{55, 20, 0}, {45, Rational(61, 2)}, {-1, 2}}));
    EXPECT_EQ(scenario.profiles[0].fallback, Rational(60));
    EXPECT_EQ(notes.remarks.size(), 1U);
}

TEST(ScoreSheets, MayBeNumbersAlone) {
    ScenarioNotes notes;
    const Scenario scenario =
        read({"\xEF\xBB\xBF# a game\r\n14, 8, 0\r\n11\t5.5\r\n\r\n55\r\n", "1 2 3\n4,5\n-6"}, notes)
            .value();
    EXPECT_EQ(scenario.issues[1].name, "B");
    EXPECT_EQ(scenario.issues[0].values, (std::vector<std::string>{"A1", "A2", "A3"}));
    EXPECT_EQ(scenario.profiles[0].scores[1], (std::vector<Rational>{11, Rational(11, 2)}));
    EXPECT_EQ(scenario.profiles[1].fallback, Rational(-6));
    EXPECT_EQ(notes.remarks.back(), "2 sheets without names of issues: matched by position.");
}

TEST(ScoreSheets, AreMatchedByNameWhereTheyHaveNames) {
    ScenarioNotes notes;
    const Scenario scenario = read({"1 2\n3 4\n5", "x: u = 1, v = 2\ny: 3, 4\nthreshold: 5",
                                    "y: 8, 9\nx: v = 7, u = 6\n0"},
                                   notes)
                                  .value();
    EXPECT_EQ(scenario.issues[0].name, "x");
    EXPECT_EQ(scenario.issues[0].values, (std::vector<std::string>{"u", "v"}));
    EXPECT_EQ(scenario.issues[1].values, (std::vector<std::string>{"B1", "B2"}));
    EXPECT_EQ(scenario.profiles[0].scores, (std::vector<std::vector<Rational>>{{1, 2}, {3, 4}}));
    EXPECT_EQ(scenario.profiles[2].scores, (std::vector<std::vector<Rational>>{{6, 7}, {8, 9}}));
}

TEST(ScoreSheets, ThatDoNotFitTogetherAreRefused) {
    EXPECT_EQ(problems({"1 2\n5", "1 2\n3 4\n5"}),
              "b.txt:2:1: more issues than in another sheet; every sheet scores the same issues\n");
    EXPECT_EQ(problems({"1 2\n3 4\n5", "1 2\n5"}),
              "b.txt:1:1: the issue `B` is missing; every sheet scores the same issues\n");
    EXPECT_EQ(problems({"x: 1 2\n5", "x: 1 2 3\n5"}),
              "b.txt:1:1: the issue `x` has 3 scores here and 2 options in another sheet; every "
              "sheet scores the "
              "same options\n");
    EXPECT_EQ(problems({"x: a = 1, b = 2\n5", "x: a = 1, c = 2\ny: 3\n5"}),
              "b.txt:1:11: no other sheet has the option `c`; every sheet scores the same options\n"
              "b.txt:2:1: no other sheet has the issue `y`; every sheet scores the same issues\n");
    EXPECT_EQ(problems({"x: 1\n2\nx: 3\n5"}),
              "a.txt:2:1: this line names no issue, and other lines of the sheet do; name all "
              "issues of a sheet, or "
              "none\n"
              "a.txt:3:1: a second line for the issue `x`; keep one of them\n");
    EXPECT_NE(problems({"x: a = 1, b = 2\n5", "x: a = 1, a = 2\n5"})
                  .find("a second score for the option `a`"),
              std::string::npos);
}

TEST(ScoreSheets, SayWhatIsWrongWithALine) {
    EXPECT_EQ(problems({"14, x\n5"}),
              "a.txt:1:5: `x` is no score; write digits with a point as decimal mark, such as "
              "7 or -0.25\n");
    EXPECT_NE(problems({"1 2\nx: 5, 6\n"}).find("a.txt:2:1: the last line is no threshold"),
              std::string::npos);
    EXPECT_NE(problems({"1 2\nlimit: 5\n"}).find("no threshold"), std::string::npos);
    EXPECT_NE(problems({"threshold: 5\n"}).find("a threshold and no issue"), std::string::npos);
    EXPECT_NE(problems({"1 2\nthreshold: 5\nthreshold: 6\n"})
                  .find("a.txt:2:1: a threshold before the last line"),
              std::string::npos);
    EXPECT_EQ(problems({"threshold: a = 5, b = 6\nthreshold: 5\n"}), "");
    EXPECT_NE(problems({"# nothing\n"}).find("the score sheet is empty"), std::string::npos);
    EXPECT_NE(problems({"x: a = 1, 2\n5"}).find("some scores of this line have an option"),
              std::string::npos);
    EXPECT_NE(problems({"\"x: a = 1\n5"}).find("a.txt:1:1: the quotation mark"), std::string::npos);
    for (const char* line :
         {"x: a = 1,", "x:", ": 1", "x: a = = 1", "x: a 1 = 2 = 3", "x: \"1\"", ",1", "x: a ="}) {
        EXPECT_NE(problems({std::string(line) + "\n5"}), "") << line;
    }
}

TEST(ScoreSheets, KeepTheLimits) {
    EXPECT_TRUE(read_score_sheet("1 2\n5", "a.txt", {.nodes = 6}).ok());
    EXPECT_NE(read_score_sheet("1 2 3 4\n5", "a.txt", {.nodes = 4})
                  .problems()
                  .front()
                  .what.find("more than 4 values"),
              std::string::npos);
    EXPECT_FALSE(read_score_sheet("1 2\n5", "a.txt", {.bytes = 4}).ok());
    EXPECT_FALSE(read_score_sheet(std::string("1\0002\n5", 5), "a.txt").ok());
}

TEST(ScoreSheets, AreToldFromOtherTexts) {
    EXPECT_TRUE(begins_like_score_sheet("14, 8, 0\n55\n"));
    EXPECT_TRUE(begins_like_score_sheet("\n  # score sheet of a\n"));
    EXPECT_TRUE(begins_like_score_sheet("x: a = 1\nthreshold: 5\n\n"));
    EXPECT_FALSE(begins_like_score_sheet("- 1\n- 2\n"));
    EXPECT_FALSE(begins_like_score_sheet("x: a = 1\n"));
    EXPECT_FALSE(begins_like_score_sheet(""));
    Node imposter = table_node();
    add_member(imposter, "scores", list_node({table_node()}));
    add_member(imposter, "threshold", number_node("5"));
    EXPECT_EQ(score_sheet_role(imposter), FileRole::none);
}

TEST(ScoreSheets, AreWrittenWithNamesAndExactNumbers) {
    Scenario scenario;
    scenario.issues = {{"a: b", {"x", "y z"}, {}, {}}, {"c", {"1"}, {}, {}}};
    scenario.profiles = {{"Alta", {}, {{3, Rational(1, 8)}, {}}, {}, 2, 5}};
    EXPECT_EQ(write_score_sheets(scenario).value().front().bytes,
              "# score sheet of Alta\n\"a: b\": x = 3, y z = 0.125\nc: 1 = 0\nthreshold: 3\n");
    EXPECT_EQ(write_score_sheets(scenario).value().front().name, "Alta.txt");
    scenario.issues[0].name = "a\nb";
    EXPECT_NE(write_score_sheets(scenario).problems().front().what.find("has a line break"),
              std::string::npos);
}

TEST(ScoreSheets, KeepLongThresholds) {
    std::string digits;
    for (int i = 0; i < 94; ++i) {
        digits += static_cast<char>('1' + static_cast<char>(i % 7));
    }
    ScenarioNotes notes;
    const Scenario scenario =
        read({"share: a = 55, b = 20\nthreshold: 0." + digits + "e-6"}, notes).value();
    const auto files = write_score_sheets(scenario);
    ASSERT_TRUE(files.ok());
    EXPECT_NE(files.value().front().bytes.find("threshold: 0.000000" + digits), std::string::npos)
        << files.value().front().bytes;
    const Result<Scenario> again = testing::read_back(*score_sheet_format().format, files.value());
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value().profiles[0].fallback, scenario.profiles[0].fallback);
}

TEST(ScoreSheets, NameAThresholdThatIsTooLong) {
    Scenario scenario;
    scenario.issues = {{"x", {"a"}, {}, {}}};
    const Rational tiny = *parse_fraction("1e-390");
    scenario.profiles = {{"Alta", {}, {{0}}, {}, -tiny, 1'000'000}};
    EXPECT_EQ(to_string(write_score_sheets(scenario).problems().at(0)),
              "what `Alta` has without agreement needs more than 400 characters; round the numbers "
              "that it is made of");
}

TEST(ScoreSheets, SayOfALongNumberThatItIsTooLong) {
    EXPECT_NE(problems({"1 " + std::string(401, '7') + "\n5"}).find("is too long a number"),
              std::string::npos);
}

TEST(ScoreSheets, DoNotGuessWhatACommaMeans) {
    EXPECT_FALSE(read_score_sheet("12,5 7\n9\n", "a.txt").ok());
    EXPECT_TRUE(read_score_sheet("14,8,0\n55\n", "a.txt").ok());
    EXPECT_TRUE(read_score_sheet("14, 8, 0\n55\n", "a.txt").ok());
}

} // namespace
} // namespace unbracket
