// Small things that everything else relies on: nodes, words, ids, look-ups, the list of problems.

#include "unbracket/model/bind_context.hpp"
#include "unbracket/model/case_words.hpp"
#include "unbracket/model/id_text.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

TEST(Node, FindsMembersOfTablesOnly) {
    const Node table = parse_setting_value("{ a = 1, b = { a = 2 } }");
    ASSERT_NE(table.find("a"), nullptr);
    EXPECT_EQ(table.find("a")->text, "1");
    EXPECT_EQ(table.find("c"), nullptr);
    EXPECT_EQ(number_node("1").find("a"), nullptr);
}

TEST(Node, HasTheSameContentWhereverItStands) {
    EXPECT_TRUE(text_node("a", {"f", 1, 1}).same_content(text_node("a", {"g", 2, 2})));
    EXPECT_FALSE(text_node("1").same_content(number_node("1")));
    EXPECT_FALSE(number_node("1").same_content(number_node("1.0")));
    EXPECT_FALSE(boolean_node(true).same_content(boolean_node(false)));
    EXPECT_FALSE(parse_setting_value("{ a = 1, b = 2 }")
                     .same_content(parse_setting_value("{ b = 2, a = 1 }")));
    EXPECT_FALSE(parse_setting_value("[1, 2]").same_content(parse_setting_value("[1]")));
    EXPECT_FALSE(parse_setting_value("[[1], 2]").same_content(parse_setting_value("[[3], 2]")));
}

TEST(NodeDeathTest, AKeyStandsOnceInATable) {
    Node table = table_node();
    add_member(table, "a", number_node("1"));
    EXPECT_DEATH(add_member(table, "a", number_node("2")), "a key stands once in a table");
    Node number = number_node("1");
    EXPECT_DEATH(add_member(number, "a", number_node("2")), "members are added to tables");
}

TEST(Words, AreReadAsTheyAreWritten) {
    for (const StanceWord word : {StanceWord::ideal, StanceWord::acceptable, StanceWord::tolerable,
                                  StanceWord::bad, StanceWord::open, StanceWord::unknown}) {
        EXPECT_EQ(parse_stance_word(to_text(word)), word);
    }
    for (const WeightWord word : {WeightWord::highest, WeightWord::high, WeightWord::medium,
                                  WeightWord::low, WeightWord::none}) {
        EXPECT_EQ(parse_weight_word(to_text(word)), word);
    }
    EXPECT_EQ(parse_stance_word("Ideal"), std::nullopt);
    EXPECT_EQ(parse_stance_word(""), std::nullopt);
    EXPECT_EQ(parse_weight_word("ideal"), std::nullopt);
}

TEST(Words, MeanTheRangesOfTheTableInTheCaseFile) {
    const WordTable words;
    EXPECT_EQ(words[StanceWord::ideal], (Interval{100, 100}));
    EXPECT_EQ(words[StanceWord::acceptable], (Interval{60, 90}));
    EXPECT_EQ(words[StanceWord::tolerable], (Interval{30, 60}));
    EXPECT_EQ(words[StanceWord::bad], (Interval{0, 30}));
    EXPECT_EQ(words[StanceWord::open], (Interval{0, 100}));
    EXPECT_EQ(words[WeightWord::highest], (Interval{30, 40}));
    EXPECT_EQ(words[WeightWord::high], (Interval{20, 30}));
    EXPECT_EQ(words[WeightWord::medium], (Interval{10, 20}));
    EXPECT_EQ(words[WeightWord::low], (Interval{5, 10}));
    EXPECT_EQ(words[WeightWord::none], (Interval{0, 0}));
}

TEST(Ids, AreLettersDigitsUnderscoresAndHyphens) {
    for (const char* id : {"a", "Z", "0", "_", "-", "open-end", "s1_b", "4"}) {
        EXPECT_TRUE(is_id(id)) << id;
    }
    for (const char* id : {"", "a b", "a.b", "\u00e9", "a,b", "a=b", "a>b", "a|b", "a\n"}) {
        EXPECT_FALSE(is_id(id)) << id;
    }
    EXPECT_TRUE(is_id("3.1", IdKind::clause));
    EXPECT_TRUE(is_id(std::string(64, 'a')));
    EXPECT_FALSE(is_id(std::string(65, 'a')));
}

TEST(Case, FindsThingsByTheirKeys) {
    const Case negotiation = testing::case_of(
        "party = { alta = {}, bera = {} }, issue = { x.option = [a], y.option = [b] }, "
        "draft = { d.set.x = a, e.set = { x = a, y = b } }, fallback.bera = 3");
    EXPECT_EQ(negotiation.find_party("bera"), PartyId(1));
    EXPECT_EQ(negotiation.find_issue("y"), IssueId(1));
    EXPECT_EQ(negotiation.find_draft("e"), DraftId(1));
    EXPECT_EQ(negotiation.find_party("x"), std::nullopt);
    EXPECT_EQ(negotiation.fallback_entry(PartyId(1)), negotiation.find_entry("fallback.bera"));
    EXPECT_EQ(negotiation.fallback_entry(PartyId(0)), std::nullopt);
    EXPECT_TRUE(negotiation.is_required(PartyId(0)) && negotiation.is_counted(PartyId(1)));
}

TEST(Draft, IsCompleteWithOneOptionForEveryIssue) {
    const Case negotiation = testing::case_of(
        "party.alta = {}, issue = { x.option = [a, b], y.option = [k, l] }, "
        "draft = { d.set.x = a, e.set = { x = a, y = l }, f.set = { x = [a, b], y = l } }");
    EXPECT_FALSE(negotiation.drafts[0].is_complete());
    EXPECT_TRUE(negotiation.drafts[1].is_complete());
    EXPECT_FALSE(negotiation.drafts[2].is_complete());
}

TEST(Problems, StandInOrderOfPlaceOnceEach) {
    const Diagnostics found = {{{}, "nowhere", ""},
                               {{"f", 3, 1}, "third", ""},
                               {{"f", 1, 9}, "first", ""},
                               {{"f", 2, 1}, "second", ""},
                               {{"f", 1, 9}, "first", "said again"},
                               {{"f", 1, 9}, "also first", ""}};
    std::string all;
    for (const Diagnostic& problem : binding::in_order_of_place(found, 0)) {
        all += problem.what + ", ";
    }
    EXPECT_EQ(all, "first, also first, second, third, nowhere, ");
}

TEST(Problems, SayHowManyMoreThereAre) {
    Diagnostics found;
    for (std::uint32_t line = 1; line <= binding::most_problems + 2; ++line) {
        found.push_back({{"f", line, 1}, "wrong", ""});
    }
    const Diagnostics listed = binding::in_order_of_place(found, 5);
    ASSERT_EQ(listed.size(), binding::most_problems + 1);
    EXPECT_EQ(listed.back().what, "there are 7 more problems");
}

} // namespace
} // namespace unbracket
