#include "unbracket/authoring.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/statement_csv.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/golden.hpp"
#include "tests/support/suite.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

// A case without its statements, to which they are added again from the table that was made of
// them: every statement is what it was.

namespace unbracket {
namespace {

/// Without what depends on the place in the file.
std::string told(const Statement& said) {
    std::string text = said.key + "|" + said.who + "|" + said.place + "|" + said.source + "|" +
                       said.via + "|" + said.claim + "|" + said.stance_to_it + "|" +
                       said.condition + "|" + said.bound + "|" + said.horizon + "|" +
                       said.entered_by + "|" + said.checked_by;
    const auto add = [&](const auto& ids) {
        text += "|";
        for (const auto id : ids) {
            text += std::to_string(as_index(id)) + " ";
        }
    };
    for (const std::string& address : said.supports) {
        text += "+" + address;
    }
    for (const std::string& address : said.suggests) {
        text += "~" + address;
    }
    add(said.about);
    add(said.issues);
    add(said.contradicts);
    add(said.supersedes);
    add(said.differs);
    for (const Judgement& one : said.judgements) {
        text += "|" + std::to_string(as_index(one.party)) + std::to_string(as_index(one.draft)) +
                std::to_string(static_cast<int>(one.kind)) +
                std::to_string(static_cast<int>(one.use)) +
                (one.over ? std::to_string(as_index(*one.over)) : "");
    }
    const auto number = [](const auto& id) { return id ? std::to_string(as_index(*id)) : "-"; };
    text += "|" + number(said.person) + number(said.speaks_for) + number(said.source_id) +
            number(said.relays) + number(said.same_as) + number(said.alternative);
    text += "|" + std::to_string(static_cast<int>(said.attribution)) +
            std::to_string(static_cast<int>(said.kind)) +
            std::to_string(static_cast<int>(said.confidence)) +
            std::to_string(static_cast<int>(said.visibility.kind)) +
            (said.date ? to_iso(*said.date) : "") +
            (said.is_about_own_strength ? " strength" : "") + (said.use_was_entered ? " use" : "");
    return text;
}

std::string told(const Case& negotiation) {
    std::string all;
    for (const Statement& statement : negotiation.statements) {
        all += told(statement) + "\n";
    }
    return all;
}

/// The same case with its statements taken out, written as CSV and read in again.
void expect_round_trip(Node document, const std::string& name) {
    // At no date all statements exist, and none is left out of the table.
    if (document.find("as_of") != nullptr) {
        erase_member(document, "as_of");
    }
    const Result<LoadedCase> before = load_case(document);
    ASSERT_TRUE(before.ok()) << name << ": " << to_string(before.problems().front());
    const std::string csv = statements_csv(document, before.value().negotiation);
    Node bare = document;
    if (bare.find("said") != nullptr) {
        erase_member(bare, "said");
    }
    const testing::TemporaryFolder folder("statement_csv_test");
    const std::string path = folder.put("bare.toml", write_document(bare, "toml").value());
    const Result<AddedStatements> added =
        with_statements({path}, statements_from_csv(csv, "said.csv").value());
    ASSERT_TRUE(added.ok()) << name << ": " << to_string(added.problems().front()) << csv;
    const auto after = open_case({.files = {folder.put("after.toml", added.value().file.text)}});
    ASSERT_TRUE(after.ok()) << name << ": " << to_string(after.problems().front());
    EXPECT_EQ(told(after.value().negotiation), told(before.value().negotiation)) << name;
}

TEST(StatementsCsv, ReadsBackToTheSameStatementsOfEveryCase) {
    std::vector<std::string> files = testing::files_below("catalog", "case.toml");
    for (const char* golden : {"quarry.toml", "ferry.toml"}) {
        files.push_back(testing::repository_root() + "/tests/golden/cli/" + golden);
    }
    for (const std::string& file : files) {
        expect_round_trip(open_document({file}).value(), file);
    }
}

std::string random_text(Random& random) {
    static const std::vector<std::string> pieces = {"=", "+",  "-",    "@",  "'", "\t", "\r",
                                                    ",", "\"", "\r\n", "\n", "é", "中", " ",
                                                    "x", "\\", ";",    "y=", "#", "'''"};
    std::string text;
    for (std::int64_t count = random.between(1, 6); count > 0; --count) {
        text += pieces[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(pieces.size()) - 1))];
    }
    return text;
}

void put_random_texts(Random& random, Node& statement) {
    for (const char* key : {"who", "place", "via", "claim", "condition", "horizon"}) {
        if (Node* value = statement.find(key)) {
            value->text = random_text(random);
        }
    }
}

/// The quarry with other words in every free text of its statements.
TEST(StatementsCsv, ReadsBackWhateverTheTextsSay) {
    const Node quarry =
        open_document({testing::repository_root() + "/tests/golden/cli/quarry.toml"}).value();
    for (std::uint64_t index = 0; index < testing::shared_count(500); ++index) {
        SCOPED_TRACE("texts " + std::to_string(index) + ": " +
                     testing::repeat_command("StatementsCsv.ReadsBackWhateverTheTextsSay"));
        Random random(testing::suite_seed() * 1'000'033 + index);
        Node document = quarry;
        for (Node& statement : document.find("said")->items) {
            put_random_texts(random, statement);
        }
        expect_round_trip(std::move(document), "quarry");
        ASSERT_FALSE(HasFailure());
    }
}

} // namespace
} // namespace unbracket
