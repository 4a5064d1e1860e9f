// Folders and files as scenarios: what is taken, passed over and refused, and the case that comes
// of it.

#include "unbracket/io/scenario/scenario_document.hpp"
#include "unbracket/io/scenario/scenario_file.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"
#include "unbracket/model/bind.hpp"

#include "tests/support/temporary_folder.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace unbracket {
namespace {

using testing::holds;
using testing::TemporaryFolder;

std::string space(const std::string& issue, const std::string& values) {
    return "<utility_space><objective><weight index=\"1\" value=\"1\"/><issue index=\"1\" name=\"" +
           issue + "\">" + values +
           "</issue></objective><reservation value=\"0.5\"/>"
           "</utility_space>";
}
const std::string values = "<item value=\"a b\" evaluation=\"1\"/><item value=\"unknown\" "
                           "evaluation=\"3\"/>";
const std::string domain = "<negotiation_template><utility_space><objective><issue index=\"1\" "
                           "name=\"x y\"><item value=\"unknown\"/><item value=\"a b\"/></issue>"
                           "</objective></utility_space></negotiation_template>";
const std::string negolog = R"({"issueWeights": {"x": 1}, "issues": {"x": {"a": 1}}})";

std::string problems_of(const std::vector<std::string>& paths,
                        const ScenarioOptions& options = {}) {
    std::string all;
    const Result<Node> document = read_scenario_document(paths, options);
    for (const Diagnostic& problem : document.problems()) {
        all += std::filesystem::path(problem.where.file.text()).filename().string() + ": " +
               problem.what + "\n";
    }
    return all;
}

TEST(ScenarioFolder, BecomesACaseWithAPartyForEachProfile) {
    const TemporaryFolder folder("scenario");
    folder.put("domain.xml", domain);
    folder.put("p 1.xml", space("x y", values));
    folder.put("norm.xml", space("x y", values));
    folder.put("pareto.xml", "<a/>\n<b/>");
    folder.put("notes.json", "{}");
    folder.put(".hidden", "?");
    const Result<Node> document = read_scenario_document({folder.path("")});
    ASSERT_TRUE(document.ok()) << to_string(document.problems().front());
    const Node& root = document.value();
    EXPECT_TRUE(holds(root.find("title")->text, "(Genius files, semantics genius)"));
    EXPECT_TRUE(holds(root.find("summary")->text,
                      "Passed over, neither a domain nor a profile: notes.json, "
                      "pareto.xml."));
    EXPECT_EQ(root.find("party")->members[0].key, "norm-2") << "`norm` is no id of a party";
    EXPECT_EQ(root.find("party")->members[1].key, "p-1");
    const Node& issue = *root.find("issue")->find("x-y");
    EXPECT_EQ(issue.find("title")->text, "x y");
    EXPECT_EQ(issue.find("option")->members[0].key, "unknown-2");
    EXPECT_EQ(issue.find("score")->find("p-1")->find("a-b")->text, "1/3");
    EXPECT_EQ(root.find("fallback")->find("p-1")->text, "0.5");
    EXPECT_TRUE(bind_case(root).ok()) << to_string(bind_case(root).problems().front());
}

TEST(ScenarioFolder, GivesTheProfilesThatAreNamed) {
    const TemporaryFolder folder("scenario");
    for (const char* const name : {"a.xml", "b.xml", "c.xml"}) {
        folder.put(name, space("x", values));
    }
    const Result<ReadScenario> read = read_scenario({folder.path("")}, {.parties = {"c", "a"}});
    ASSERT_EQ(read.value().scenario.profiles.size(), 2U);
    EXPECT_EQ(read.value().scenario.profiles[0].name, "c");
    EXPECT_EQ(problems_of({folder.path("")}, {.parties = {"a", "a", "dd"}}),
              "--parties: `a` is named twice\n--parties: there is no profile `dd`\n");
}

TEST(ScenarioFolder, PrefersANameToAnIdThatIsMadeOfAnother) {
    const TemporaryFolder folder("scenario");
    folder.put("a b.xml", space("x", values)); // the id of its party is a-b
    folder.put("a-b.xml", space("x", values));
    const auto chosen = [&](const std::string& name) {
        const Result<ReadScenario> read = read_scenario({folder.path("")}, {.parties = {name}});
        return read.value().scenario.profiles.front().name;
    };
    EXPECT_EQ(chosen("a-b"), "a-b");
    EXPECT_EQ(chosen("a b"), "a b");
}

TEST(ScenarioFolder, HoldsUpToSeventyProfilesAndMore) {
    const TemporaryFolder folder("scenario");
    for (int i = 0; i < 129; ++i) {
        folder.put("p" + std::to_string(i) + ".xml", space("x", values));
    }
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "more than 128 profiles"));
    std::filesystem::remove(folder.path("p128.xml"));
    EXPECT_EQ(read_scenario({folder.path("")}).value().scenario.profiles.size(), 128U);
}

TEST(ScenarioFolder, RefusesABrokenProfileInsteadOfPassingItOver) {
    const TemporaryFolder folder("scenario");
    folder.put("a.xml", space("x", values));
    folder.put("b.xml", space("x", values).substr(0, 100));
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "b.xml: this is no well-formed XML"));
}

TEST(ScenarioFolder, LeavesNoFileOutThatMayBeAParty) {
    const TemporaryFolder folder("scenario");
    folder.put("a.json", negolog);
    std::string bomb = "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n";
    for (char name = 'b'; name < 'k'; ++name) {
        const std::string before(1, static_cast<char>(name - 1));
        bomb += std::string(1, name) + ": &" + name + " [*" + before;
        for (int i = 0; i < 8; ++i) {
            bomb += ", *" + before;
        }
        bomb += "]\n";
    }
    const std::vector<std::pair<std::string, std::string>> broken = {
        {"b.json", negolog.substr(0, 40)},
        {"b.json", R"({"issueWeights": {"x": NaN}, "issues": {"x": {"a": 1}}})"},
        {"b.json", R"({"issueWeights": {"x": 1}, "issues": {"x": {"a": 1}}, "issues": {}})"},
        {"b.json", ""},
        {"b.json", "profile"},
        {"b.JSON", "{"},
        {"b.yml", bomb},
        {"b.yaml", std::string(200, '[')},
        {"b.yml", "weights: {x: 1"},
        {"b.yml", ""},
        {"b.yml", "utility"},
        {"b.xml", "<log><a></log>"},
        {"b.xml", "log"},
        {"b.xml", "<a/><!DOCTYPE b><b/>"},
        {"b.xml", std::string("\xFF\xFE<\0a\0", 6)},
        {"b.log", "<a/>" + std::string(5'000, ' ') + "<utility_space>"},
    };
    for (const auto& [name, text] : broken) {
        const std::string path = folder.put(name, text);
        const Result<ReadScenario> read = read_scenario({folder.path("")});
        ASSERT_FALSE(read.ok()) << name << ": " << text;
        ASSERT_EQ(read.problems().size(), 1U) << text;
        const Diagnostic& problem = read.problems().front();
        EXPECT_EQ(problem.where.file, path);
        EXPECT_GT(problem.where.line, 0U) << to_string(problem);
        EXPECT_TRUE(holds(problem.hint, "name the files that are")) << to_string(problem);
        std::filesystem::remove(path);
    }
}

TEST(ScenarioFolder, LeavesNoLinkOutThatLeadsNowhere) {
    const TemporaryFolder folder("scenario");
    folder.put("a.xml", space("x", values));
    std::filesystem::create_symlink("moved/b.xml", folder.path("b.xml"));
    std::filesystem::create_symlink("c.yml", folder.path("c.yml"));
    std::filesystem::create_symlink("moved/notes", folder.path("notes"));
    const std::string problems = problems_of({folder.path("")});
    EXPECT_TRUE(problems.starts_with("b.xml: there is no such file\nc.yml: ")) << problems;
    EXPECT_FALSE(holds(problems, "notes"));
    std::filesystem::remove(folder.path("b.xml"));
    std::filesystem::remove(folder.path("c.yml"));
    std::filesystem::create_symlink(folder.put("elsewhere", space("x", values)),
                                    folder.path("b.xml"));
    EXPECT_TRUE(read_scenario({folder.path("")}, {.parties = {"a", "b"}}).ok());
}

TEST(ScenarioFolder, OpensNoDevices) {
    const TemporaryFolder folder("scenario");
    folder.put("a.xml", space("x", values));
    std::filesystem::create_symlink("/dev/null", folder.path("b.json"));
    std::filesystem::create_symlink("/dev/zero", folder.path("c.xml"));
    std::filesystem::create_symlink("/dev/null", folder.path("device"));
    EXPECT_EQ(problems_of({folder.path("")}),
              "b.json: this is a device, a pipe or a socket, and no file\n"
              "c.xml: this is a device, a pipe or a socket, and no file\n");
    std::filesystem::remove(folder.path("b.json"));
    std::filesystem::remove(folder.path("c.xml"));
    const Result<ReadScenario> read = read_scenario({folder.path("")});
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().notes.remarks.back(),
              "Passed over, neither a domain nor a profile: device.");
}

TEST(ScenarioFolder, TellsOfHiddenFilesAndFoldersInside) {
    const TemporaryFolder folder("scenario");
    folder.put("a.xml", space("x", values));
    folder.put(".b.xml", space("x", values));
    folder.put(".notes", "?");
    std::filesystem::create_directory(folder.path("inner"));
    std::filesystem::create_directory(folder.path("pictures"));
    folder.put("pictures/a.png", "");
    const std::string told = "Not looked at, hidden or a folder inside: .b.xml, .notes, inner, "
                             "pictures.";
    const ScenarioNotes before = read_scenario({folder.path("")}).value().notes;
    EXPECT_EQ(before.remarks.back(), told);
    EXPECT_EQ(before.assumptions,
              (std::vector<std::string>{"1 hidden file not looked at, which may hold a profile "
                                        "(lint names each)."}));
    std::filesystem::create_directory(folder.path("inner/more"));
    folder.put("inner/more/c.XML", space("x", values));
    const ScenarioNotes after = read_scenario({folder.path("")}).value().notes;
    ASSERT_EQ(after.assumptions.size(), 2U);
    EXPECT_EQ(after.assumptions[1], "1 folder inside the folder not looked at, which may hold a "
                                    "profile (lint names each).");
    ASSERT_EQ(after.oddities.size(), 2U);
    EXPECT_EQ(after.oddities[1].where.file, folder.path("inner"));
}

TEST(ScenarioFolder, HoldsNoTwoProfilesOfOneName) {
    const TemporaryFolder folder("scenario");
    const std::string first = folder.put("a.XML", space("x", values));
    EXPECT_EQ(problems_of({first, first}), "a.XML: this profile is named twice\n");
    folder.put("a.xml", space("x", values));
    EXPECT_EQ(problems_of({folder.path("")}, {.parties = {"a"}}),
              "a.xml: another profile is called `a` too: " + first + "\n");
}

TEST(ScenarioFolder, RefusesProfilesThatNoReaderTakes) {
    const TemporaryFolder folder("scenario");
    folder.put("a.json", negolog);
    const std::vector<std::string> unread = {
        R"({"issueWeights": {"x": 1}, "issue": {"x": {"a": 1}}})",
        R"({"SumOfGroupsUtilitySpace": {}})",
        R"({"LinearAdditiveUtilitySpace": []})",
        "{type: OutcomeSpace, issue: []}",
        "{type: negmas.UtilityFunctionOfMine}",
        R"({"issueWeight": {"x": 1}, "issues": {"x": {"a": 1}}})",
        R"({"LinearAdditiveUtilitySpce": {}})",
        R"({"issueValues": {"x": {"values": ["a"]}}})",
        "<utility_spce><objective/></utility_spce>",
        "<utility_space><issue/></utility_space>",
    };
    for (const std::string& text : unread) {
        folder.put(text.starts_with('<') ? "b.xml" : "b.yml", text);
        const Result<ReadScenario> read = read_scenario({folder.path("")});
        ASSERT_FALSE(read.ok()) << text;
        EXPECT_EQ(read.problems().size(), 1U) << text;
        std::filesystem::remove(folder.path("b.xml"));
        std::filesystem::remove(folder.path("b.yml"));
    }
}

TEST(ScenarioFolder, PassesOverWhatIsClearlyNoProfile) {
    const TemporaryFolder folder("scenario");
    folder.put("a.json", negolog);
    folder.put("info.yml", "{outcomes: 7, type: stats}");
    folder.put("log.xml", "<?xml version=\"1.0\"?>\n<session><bid/></session>\n<session/>\n");
    folder.put("list.json", "[1, 2]");
    folder.put("specs.json", R"({"issues": 3})");
    folder.put("notes.md", "{ not for a program");
    const Result<ReadScenario> read = read_scenario({folder.path("")});
    ASSERT_TRUE(read.ok()) << to_string(read.problems().front());
    EXPECT_EQ(read.value().notes.remarks.back(),
              "Passed over, neither a domain nor a profile: info.yml, list.json, log.xml, "
              "notes.md, specs.json.");
    EXPECT_EQ(read.value().notes.assumptions.size(), 1U) << "no reservation";
}

TEST(ScenarioFolder, LeavesNoScoreSheetOutThatItCannotRead) {
    const TemporaryFolder folder("scenario");
    folder.put("A.txt", "share: a = 100, b = 0\n");
    folder.put("B.txt", "share: a = 0, b = 100\nthreshold: 50\n");
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "A.txt: the last line is no threshold"));
    std::filesystem::remove(folder.path("B.txt"));
    folder.put("A.txt", "share; a = 100; b = 0\n3;4\n");
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "A.txt: this is no line of a score sheet"));
}

TEST(ScenarioFolder, PassesOverATextWithoutScoresBesideScoreSheets) {
    const TemporaryFolder folder("scenario");
    folder.put("A.txt", "share: a = 100, b = 0\nthreshold: 50\n");
    folder.put("README.txt", "Dear colleague,\nthese are the sheets of 2025.\n");
    const Result<ReadScenario> read = read_scenario({folder.path("")});
    ASSERT_TRUE(read.ok()) << to_string(read.problems().front());
    EXPECT_EQ(read.value().notes.remarks.back(),
              "Passed over, neither a domain nor a profile: README.txt.");
}

TEST(ScoreSheet, MayHoldScoresWhereANumberBeginsALineOrFollowsASign) {
    for (const char* text : {"3;4", " x;\n -3", "a = 5", "a: .5", "a: b = -2"}) {
        EXPECT_TRUE(may_hold_scores(text)) << text;
    }
    for (const char* text : {"", "of 2025\nand 3", "a = b", "- a 3"}) {
        EXPECT_FALSE(may_hold_scores(text)) << text;
    }
}

TEST(ScenarioFolder, NamesWhatDoesNotBelongTogether) {
    const TemporaryFolder folder("scenario");
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "there is no profile"));
    folder.put("a.xml", domain);
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "there is no profile"));
    folder.put("b.xml", domain);
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "several files are domains"));
    folder.put("b.xml", space("z", values));
    EXPECT_EQ(problems_of({folder.path("")}),
              "b.xml: an issue `z`, which the domain does not have\n"
              "b.xml: the issue `x y` is missing\n");
    folder.put("c.json", negolog);
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "this is a file of NegoLog"));
}

TEST(ScenarioFolder, NamesJsonAsWhatItIs) {
    const TemporaryFolder folder("scenario");
    folder.put("a.json", "[[[");
    EXPECT_TRUE(holds(problems_of({folder.path("")}), "a.json: this is no JSON: a `[`"));
}

TEST(ScenarioFiles, MayBeNamedOneByOne) {
    const TemporaryFolder folder("scenario");
    const std::string profile = folder.put("a.xml", space("x", values));
    EXPECT_TRUE(read_scenario_document({profile}).ok());
    const std::string other = folder.put("b.txt", "nothing of the kind");
    EXPECT_NE(problems_of({profile, other}), "");
    const std::string empty = folder.put("c.json", "{}");
    EXPECT_EQ(problems_of({profile, empty}), "c.json: this is no part of a scenario\n");
}

TEST(ScenarioFiles, AreToldFromCasesByContent) {
    const TemporaryFolder folder("scenario");
    EXPECT_TRUE(is_scenario(folder.path("")));
    EXPECT_TRUE(is_scenario(folder.put("a.xml", "<?")));
    EXPECT_TRUE(is_scenario(folder.put("a.json", negolog)));
    EXPECT_FALSE(is_scenario(folder.put("b.json", R"({"unbracket": 1})")));
    EXPECT_FALSE(is_scenario(folder.put("b.toml", "unbracket = 1")));
    EXPECT_FALSE(is_scenario(folder.path("none.json")));
    EXPECT_FALSE(is_scenario("-"));
}

TEST(ScenarioNumbers, AreExactAndOfAnyLength) {
    EXPECT_EQ(scenario_number("0.24311827956989247"),
              Rational(24311827956989247, 100'000'000'000'000'000));
    EXPECT_EQ(scenario_number(" 1.0E-4 "), Rational(1, 10'000));
    EXPECT_EQ(scenario_number("-7"), Rational(-7));
    for (const char* const text : {"", "x", "1/3", "1_0", "1e", "1e+", "1e-99999", "1e1.5", "1e400",
                                   "1e-399", "inf", "NaN", "--1", "0e0000000"}) {
        EXPECT_EQ(scenario_number(text), std::nullopt) << text;
    }
    EXPECT_EQ(scenario_number("2.3E-31"), *parse_fraction("2.3E-31"));
    EXPECT_EQ(scenario_number("4.9E-324"), *parse_fraction("4.9E-324"));
    EXPECT_EQ(scenario_number("+1.7976931348623157e308"),
              *parse_fraction("1.7976931348623157e308"));
    EXPECT_EQ(scenario_number("0e5"), Rational(0));
    EXPECT_EQ(scenario_number("0.0000"), Rational(0));
    EXPECT_NE(scenario_number(std::string(400, '1')), std::nullopt);
    EXPECT_EQ(scenario_number(std::string(401, '1')), std::nullopt);
    EXPECT_EQ(scenario_decimal(Rational(-1, 800)), "-0.00125");
    EXPECT_EQ(scenario_decimal(Rational(1200)), "1200");
    EXPECT_EQ(scenario_decimal(Rational(1, 3)), std::nullopt);
}

TEST(ScenarioNumbers, AreWrittenAsTheyAreRead) {
    const std::string long_one = "-0." + std::string(196, '3');
    for (const std::string& text :
         {long_one, "1" + std::string(390, '0'), std::string(30, '9') + ".000000000000000000001",
          "0." + std::string(370, '0') + "7"}) {
        const auto number = scenario_number(text);
        ASSERT_TRUE(number.has_value()) << text;
        EXPECT_EQ(scenario_decimal(*number), text);
    }
    EXPECT_EQ(scenario_decimal(*scenario_number("1e-397")), "0." + std::string(396, '0') + "1");
    EXPECT_EQ(scenario_decimal(*parse_fraction("1e-399")), std::nullopt) << "of 401 characters";
    EXPECT_EQ(scenario_number("0." + std::string(210, '3')), std::nullopt)
        << "a fraction of more than 400 characters";
    EXPECT_EQ(scenario_decimal(*parse_fraction("0." + std::string(210, '3'))), std::nullopt);
}

TEST(ScenarioNumbers, AreRefusedForWhatIsWrong) {
    EXPECT_EQ(number_problem("much").what, "is no number");
    EXPECT_EQ(number_problem("1,5").what, "is no number");
    EXPECT_EQ(number_problem("").what, "is no number");
    EXPECT_EQ(number_problem("1e5e5").what, "is no number");
    EXPECT_EQ(number_problem(std::string(401, '1')).what, "is too long a number");
    EXPECT_EQ(number_problem("1e-399").what, "is too long or too small a number");
    EXPECT_EQ(number_problem("0." + std::string(300, '1')).what,
              "is too long or too small a number");
    EXPECT_NE(number_problem("1e-500").hint.find("up to 400 characters"), std::string::npos);
    EXPECT_FALSE(number_problem("much").is_number);
    EXPECT_TRUE(number_problem("1e999").is_number);
}

TEST(ScenarioNumbers, AreWholeOrNot) {
    EXPECT_TRUE(is_whole(Rational(-7)));
    EXPECT_FALSE(is_whole(Rational(1, 2)));
    EXPECT_TRUE(is_whole(*parse_fraction("1e60")));
    EXPECT_FALSE(is_whole(*parse_fraction("1e-60")));
}

TEST(ScenarioNumbers, ThatNoCaseHoldsAreNamed) {
    Scenario scenario;
    scenario.issues = {{"x", {"a", "b"}, {}, {}}, {"y", {"c"}, {}, {}}};
    const Rational tiny = *parse_fraction("1e-300");
    const Rational product = tiny * tiny;
    scenario.profiles = {{"p", {"p.xml", 3, 1}, {{1, product}, {0}}, {}, 0, product},
                         {"q", {"q.xml", 4, 1}, {{1, 2}, {0}}, {{{{0, {1}}}, product}}, 0, 1}};
    const Result<Node> document = scenario_document(scenario, "t", "s");
    std::string all;
    for (const Diagnostic& problem : document.problems()) {
        all += to_string(problem) + "\n";
    }
    const std::string rest =
        " needs a fraction of more than 400 characters; round the numbers that "
        "it is made of\n";
    EXPECT_EQ(all, "p.xml:3:1: the worth of `b`, issue `x`, to `p`" + rest +
                       "p.xml:3:1: what `p` has without agreement" + rest +
                       "q.xml:4:1: the worth of a combination to `q`" + rest);
}

TEST(ScenarioNumbers, StandInCasesAsDecimalsOrFractions) {
    EXPECT_EQ(exact_number_node(Rational(1, 8), {}).text, "0.125");
    EXPECT_EQ(exact_number_node(Rational(1, 8), {}).kind, NodeKind::number);
    EXPECT_EQ(exact_number_node(Rational(100, 3), {}).text, "100/3");
    EXPECT_EQ(exact_number_node(Rational(100, 3), {}).kind, NodeKind::text);
    EXPECT_EQ(exact_number_node(*scenario_number("0.24311827956989247"), {}).kind, NodeKind::text);
}

} // namespace
} // namespace unbracket
