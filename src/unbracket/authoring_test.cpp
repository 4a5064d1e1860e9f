#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/support/temporary_folder.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

constexpr const char* base_text = R"(# kept
unbracket = 1
party.alta = { name = "Alta" } # kept too
party.bera = { name = "Bera" }
[issue.share]
range = { min = 10, max = 60, step = 10 }
weight = { alta = 5, bera = 5 }
curve.alta = { ideal = 60, tolerable = 20 }
[[said]]
id = "s1"
who = "clerk"
claim = "sixty"
supports = ["issue.share.curve.alta.ideal"]
)";

constexpr const char* layer_text = "unbracket = 1\n[fallback]\nalta = 30\n";

std::string first_problem(const Diagnostics& problems) {
    return problems.empty() ? "" : problems[0].what;
}

Node statement_with(std::vector<std::pair<std::string, std::string>> members) {
    Node statement = table_node();
    for (auto& [key, value] : members) {
        add_member(statement, std::move(key), text_node(std::move(value)));
    }
    return statement;
}

class Authoring : public ::testing::Test {
protected:
    Authoring()
        : folder_("authoring_test"), base_(folder_.put("base.toml", base_text)),
          layer_(folder_.put("layer.toml", layer_text)) {}

    AddedStatements added(const std::vector<std::string>& paths, Node statement) const {
        Result<AddedStatements> result = with_statements(paths, {std::move(statement)});
        EXPECT_TRUE(result.ok()) << first_problem(result.problems());
        return result ? std::move(result).value() : AddedStatements{};
    }
    static std::string refusal(const std::vector<std::string>& paths, Node statement) {
        return first_problem(with_statements(paths, {std::move(statement)}).problems());
    }
    static std::string rename_refusal(const std::vector<std::string>& paths,
                                      const std::string& old_id, const std::string& new_id) {
        return first_problem(renamed_files(paths, old_id, new_id).problems());
    }

    testing::TemporaryFolder folder_;
    std::string base_;
    std::string layer_;
};

TEST_F(Authoring, RenamesInTheTextAndKeepsItsLayout) {
    const auto changed = renamed_files({base_}, "party.alta", "upper");
    ASSERT_TRUE(changed.ok()) << first_problem(changed.problems());
    ASSERT_EQ(changed.value().size(), 1U);
    EXPECT_EQ(changed.value()[0].path, base_);
    EXPECT_EQ(changed.value()[0].before, base_text);
    const std::string& text = changed.value()[0].text;
    EXPECT_TRUE(text.starts_with("# kept\nunbracket = 1\n"));
    EXPECT_TRUE(holds(text, "party.upper = { name = \"Alta\" } # kept too\n"));
    EXPECT_TRUE(holds(text, "weight = { upper = 5, bera = 5 }\n"));
    EXPECT_TRUE(holds(text, "\"issue.share.curve.upper.ideal\""));
    EXPECT_EQ(folder_.content("base.toml"), base_text);
}

TEST_F(Authoring, RenamesInEveryLayerThatUsesTheId) {
    const auto both = renamed_files({base_, layer_}, "party.alta", "upper");
    ASSERT_TRUE(both.ok());
    ASSERT_EQ(both.value().size(), 2U);
    EXPECT_EQ(both.value()[1].text, "unbracket = 1\n[fallback]\nupper = 30\n");
    const auto one = renamed_files({base_, layer_}, "party.bera", "lower");
    ASSERT_TRUE(one.ok());
    ASSERT_EQ(one.value().size(), 1U);
    EXPECT_EQ(one.value()[0].path, base_);
}

TEST_F(Authoring, RenamesInJsonToo) {
    const auto document = open_document({base_});
    const std::string json =
        folder_.put("base.json", write_document(document.value(), "json").value());
    const auto changed = renamed_files({json}, "said.s1", "first");
    ASSERT_TRUE(changed.ok()) << first_problem(changed.problems());
    EXPECT_TRUE(holds(changed.value()[0].text, "\"id\": \"first\""));
}

TEST_F(Authoring, RefusesARenameThatWouldNotLeaveTheSameCase) {
    EXPECT_EQ(rename_refusal({base_}, "party.atla", "x"), "unknown party `atla`");
    EXPECT_EQ(rename_refusal({base_}, "party.alta", "bera"), "there is a party `bera` already");
    EXPECT_NE(rename_refusal({base_}, "party.alta", "two words"), "");
    EXPECT_NE(rename_refusal({base_}, "alta", "x"), "");
    EXPECT_EQ(rename_refusal({}, "party.alta", "x"), "no file is named");
    EXPECT_EQ(rename_refusal({"-"}, "party.alta", "x"), "not a case file that can be changed");
    EXPECT_EQ(rename_refusal({folder_.put("a.txt", base_text)}, "party.alta", "x"),
              "not a case file that can be changed");
    EXPECT_EQ(rename_refusal({folder_.path("none.toml")}, "party.alta", "x"),
              "there is no such file");
}

TEST_F(Authoring, RefusesToRenameInAWrongCase) {
    const std::string wrong = folder_.put("wrong.toml", std::string(base_text) + "[nonsense]\n");
    EXPECT_NE(rename_refusal({wrong}, "party.alta", "upper"), "");
}

TEST_F(Authoring, PutsAStatementBehindEverything) {
    const AddedStatements statement =
        added({base_}, statement_with({{"who", "a \"clerk\""}, {"claim", "fifty"}}));
    EXPECT_EQ(statement.ids.front(), "s2");
    EXPECT_EQ(statement.file.path, base_);
    EXPECT_EQ(statement.file.text,
              std::string(base_text) +
                  "\n[[said]]\nid = \"s2\"\nwho = \"a \\\"clerk\\\"\"\nclaim = \"fifty\"\n");
    EXPECT_EQ(folder_.content("base.toml"), base_text);
}

TEST_F(Authoring, PutsAStatementIntoTheLastLayer) {
    const AddedStatements statement =
        added({base_, layer_}, statement_with({{"id", "own"}, {"who", "x"}, {"claim", "y"}}));
    EXPECT_EQ(statement.ids.front(), "own");
    EXPECT_EQ(statement.file.path, layer_);
    EXPECT_TRUE(holds(statement.file.text, "[fallback]\nalta = 30\n\n[[said]]\nid = \"own\"\n"));
}

TEST_F(Authoring, EndsALineThatHasNoEndBeforeAStatement) {
    const std::string open = folder_.put("open.toml", std::string(base_text) + "# no end");
    EXPECT_TRUE(holds(added({open}, statement_with({{"who", "x"}, {"claim", "y"}})).file.text,
                      "# no end\n\n[[said]]\n"));
}

TEST_F(Authoring, KeepsTheLineEndsOfAFile) {
    std::string windows;
    for (const char byte : std::string(base_text)) {
        windows += byte == '\n' ? "\r\n" : std::string(1, byte);
    }
    const std::string path = folder_.put("windows.toml", windows);
    EXPECT_TRUE(
        added({path}, statement_with({{"who", "x"}, {"claim", "y"}}))
            .file.text.ends_with("\r\n\r\n[[said]]\r\nid = \"s2\"\r\nwho = \"x\"\r\nclaim = "
                                 "\"y\"\r\n"));
}

TEST_F(Authoring, AddsAStatementToJson) {
    const auto document = open_document({base_});
    const std::string json =
        folder_.put("base.json", write_document(document.value(), "json").value());
    EXPECT_TRUE(holds(added({json}, statement_with({{"who", "x"}, {"claim", "y"}})).file.text,
                      "\"id\": \"s2\""));
}

TEST_F(Authoring, AddsNothingThatIsNotValid) {
    EXPECT_EQ(refusal({base_}, statement_with({{"who", "x"}, {"claim", "y"}, {"clam", "z"}})),
              "unknown key `clam` in statement `s2`");
    EXPECT_NE(refusal({base_}, statement_with({{"id", "s1"}, {"who", "x"}})), "");
    EXPECT_NE(refusal({base_}, statement_with({{"claim", "nobody said it"}})), "");
    const auto wrong = with_statements({base_}, {statement_with({{"who", "x"}, {"clam", "y"}})});
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.problems()[0].where.file, "the new statement");
    EXPECT_EQ(wrong.problems()[0].where.line, 0U);
}

TEST_F(Authoring, AddsSeveralStatementsInOneStep) {
    const auto result =
        with_statements({base_}, {statement_with({{"who", "x"}, {"claim", "one"}}),
                                  statement_with({{"who", "y"}, {"claim", "two"}})});
    ASSERT_TRUE(result.ok()) << first_problem(result.problems());
    EXPECT_EQ(result.value().ids, (std::vector<std::string>{"s2", "s3"}));
    EXPECT_EQ(result.value().unchanged, 0U);
    EXPECT_TRUE(holds(result.value().file.text, "claim = \"one\"\n\n[[said]]\nid = \"s3\"\n"));
}

TEST_F(Authoring, LeavesAloneWhatIsInTheCaseWordForWord) {
    Node known = open_document({base_}).value().find("said")->items.at(0);
    const auto same = with_statements({base_}, {known});
    ASSERT_TRUE(same.ok());
    EXPECT_EQ(same.value().unchanged, 1U);
    EXPECT_TRUE(same.value().ids.empty());
    EXPECT_EQ(same.value().file.text, base_text);
    Node nameless = known;
    std::erase_if(nameless.members, [](const Node::Member& member) { return member.key == "id"; });
    const auto again = with_statements({base_}, {nameless});
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value().unchanged, 1U);
    EXPECT_EQ(again.value().file.text, base_text);
    nameless.find("claim")->text += ", or not";
    EXPECT_EQ(with_statements({base_}, {nameless}).value().ids, std::vector<std::string>{"s2"});
    known.find("claim")->text += ", perhaps";
    known.at = {"said.csv", 7, 1};
    const auto other = with_statements({base_}, {known});
    ASSERT_FALSE(other.ok());
    EXPECT_EQ(
        to_string(other.problems().front()),
        "said.csv:7:1: statement `s1` is in the case already, with another `claim`; change it "
        "there, or give the new one another id");
}

TEST_F(Authoring, PlacesProblemsWhereEachStatementComesFrom) {
    Node good = statement_with({{"who", "x"}, {"claim", "one\nand more"}});
    Node bad = statement_with({{"who", "y"}, {"claim", "two"}, {"speaks_for", "nobody"}});
    good.at = {"said.csv", 2, 1};
    bad.at = {"said.csv", 4, 1};
    const auto result = with_statements({base_}, {good, bad});
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(to_string(result.problems().front().where), "said.csv:4:1");
}

TEST_F(Authoring, OpensATableOfStatements) {
    const auto found = open_statements(folder_.put("said.csv", "who,claim\nx,y\n"));
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found.value().size(), 1U);
    EXPECT_FALSE(open_statements("absent.csv").ok());
}

TEST_F(Authoring, NeedsStatementsAsBlocks) {
    const std::string list = folder_.put(
        "list.toml", "unbracket = 1\nsaid = [{ id = \"s1\", who = \"x\", claim = \"y\" }]\n"
                     "party.alta = { name = \"Alta\" }\nissue.a.option = [\"x\", \"y\"]\n");
    EXPECT_EQ(refusal({list}, statement_with({{"who", "x"}, {"claim", "y"}})),
              "`said` stands as one list here, and a new statement is a block of its own");
}

TEST_F(Authoring, SavesAllFilesOrNone) {
    const auto changed = renamed_files({base_, layer_}, "party.alta", "upper");
    ASSERT_TRUE(changed.ok());
    folder_.put("layer.toml", "# somebody was here\n");
    EXPECT_TRUE(save_changes(changed.value()).has_value());
    EXPECT_EQ(folder_.content("base.toml"), base_text);
    folder_.put("layer.toml", layer_text);
    EXPECT_FALSE(save_changes(changed.value()).has_value());
    EXPECT_TRUE(holds(folder_.content("base.toml"), "party.upper"));
    EXPECT_EQ(folder_.content("layer.toml"), "unbracket = 1\n[fallback]\nupper = 30\n");
}

TEST(NextStatementId, IsTheFirstThatIsFree) {
    const auto of = [](const std::string& text) {
        return next_statement_id(parse_setting_value(text));
    };
    EXPECT_EQ(of("{ unbracket = 1 }"), "s1");
    EXPECT_EQ(of("{ said = [{ id = s1 }, { id = s3 }] }"), "s2");
    EXPECT_EQ(of("{ said = [{ id = s1 }, { id = s2 }, { id = x }] }"), "s3");
}

TEST(CaseSkeleton, IsAValidCaseWithItsTitle) {
    for (const char* title : {"My talks", "With \"quotes\" and \\", "Évora 水", "two\nlines"}) {
        const testing::TemporaryFolder folder("skeleton_test");
        const auto loaded = open_case({.files = {folder.put("a.toml", case_skeleton(title))}});
        ASSERT_TRUE(loaded.ok()) << title << ": " << first_problem(loaded.problems());
        EXPECT_EQ(loaded.value().negotiation.title, title);
    }
}

TEST(CaseSkeleton, LintsWithoutAGapOrContradiction) {
    const testing::TemporaryFolder folder("skeleton_test");
    const auto loaded = open_case({.files = {folder.put("a.toml", case_skeleton("x"))}});
    ASSERT_TRUE(loaded.ok());
    const LintResult result = lint(loaded.value().negotiation);
    EXPECT_TRUE(result.gaps.empty());
    EXPECT_TRUE(result.contradictions.empty());
}

TEST(IsUtf8, HoldsForWholeCharactersOnly) {
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("Évora 水 😀"));
    EXPECT_FALSE(is_utf8("\xff"));
    EXPECT_FALSE(is_utf8("\xc3"));
    EXPECT_FALSE(is_utf8("\xed\xa0\x80")); // half of a pair
    EXPECT_FALSE(is_utf8("\xc0\xaf"));     // longer than needed
}

} // namespace
} // namespace unbracket
