#include "unbracket/unbracket.hpp"

#include "cli/said_fields.hpp"
#include "tests/bind_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace unbracket::cli {
namespace {

const SaidField& field(const std::string& flag) {
    const auto found = std::find_if(said_fields().begin(), said_fields().end(),
                                    [&](const SaidField& one) { return one.flag == flag; });
    EXPECT_NE(found, said_fields().end()) << flag;
    return *found;
}

std::string value_text(const std::string& flag, const std::vector<std::string>& texts) {
    return json_text(field_value(field(flag), texts), JsonLayout::compact);
}

std::string problem(const std::string& flag, const std::string& text) {
    static const Case negotiation = testing::bound(testing::two_parties + R"(
[issue.inspect.stance]
alta = { no = "ideal", joint = "redline" }
)");
    return said_problem(field(flag), text, negotiation);
}

TEST(SaidFields, AreNamedOnceAndExplained) {
    std::set<std::string> flags, keys;
    for (const SaidField& one : said_fields()) {
        EXPECT_TRUE(flags.insert(one.flag).second) << one.flag;
        EXPECT_TRUE(keys.insert(one.key).second) << one.key;
        EXPECT_FALSE(one.help.empty()) << one.flag;
    }
}

TEST(SaidFields, InsistOnWhoWhereAndWhat) {
    std::set<std::string> insisted;
    for (const SaidField& one : said_fields()) {
        if (one.asking == Asking::insists) {
            insisted.insert(one.key);
        }
    }
    EXPECT_EQ(insisted, (std::set<std::string>{"who", "source", "claim"}));
}

TEST(SaidFields, AreKeysOfAStatement) {
    const std::string text = testing::two_parties + R"(
[person]
clerk = { title = "clerk", party = "alta", speaks = true }
[draft.first]
set = { share = 20, inspect = "no" }
[fallback]
alta = 30
[alternative.price]
question = "A price?"
yes = {}
no = {}
[[said]]
id = "s1"
who = "somebody"
claim = "earlier"
)";
    const std::map<std::string, std::string> values = {{"date", "2026-03-01"},
                                                       {"attribution", "named"},
                                                       {"kind", "judgement"},
                                                       {"use", "hypothesis"},
                                                       {"confidence", "low"},
                                                       {"visibility", "public"},
                                                       {"person", "clerk"},
                                                       {"speaks-for", "alta"},
                                                       {"about", "bera"},
                                                       {"relays", "s1"},
                                                       {"same-as", "s1"},
                                                       {"contradicts", "s1"},
                                                       {"supersedes", "s1"},
                                                       {"judgement", "alta=accepts first"},
                                                       {"supports", "fallback.alta"},
                                                       {"suggests", "fallback.alta"},
                                                       {"stance-to-it", "distances"},
                                                       {"differs", "s1"},
                                                       {"points", "inspect"},
                                                       {"alternative", "price"},
                                                       {"bound", "at_least"},
                                                       {"own-strength", "true"}};
    Node document = read_toml(text, "case.toml").value();
    Node& statement = document.find("said")->items.emplace_back(table_node());
    for (const SaidField& one : said_fields()) {
        const auto value = values.find(one.flag);
        add_member(statement, one.key,
                   field_value(one, {value == values.end() ? "new" : value->second}));
    }
    const Result<Case> result = bind_case(document);
    EXPECT_TRUE(result.ok()) << (result ? "" : to_string(result.problems()[0]));
}

TEST(SaidValue, OfATextIsTheLastOneGiven) {
    EXPECT_EQ(value_text("claim", {"no, never"}), "\"no, never\"");
    EXPECT_EQ(value_text("claim", {"first", "second"}), "\"second\"");
}

TEST(SaidValue, OfADateIsADate) {
    EXPECT_EQ(field_value(field("date"), {"2026-03-01"}).kind, NodeKind::date);
}

TEST(SaidValue, OfAListCutsAtCommasAndLeavesBlanksOut) {
    EXPECT_EQ(value_text("about", {"alta"}), R"(["alta"])");
    EXPECT_EQ(value_text("about", {"alta, bera ,coda"}), R"(["alta","bera","coda"])");
    EXPECT_EQ(value_text("about", {"alta", "bera,coda"}), R"(["alta","bera","coda"])");
    EXPECT_EQ(value_text("about", {" , alta,, "}), R"(["alta"])");
    EXPECT_EQ(value_text("about", {""}), "[]");
}

TEST(SaidValue, OfJudgementsGathersThemByParty) {
    EXPECT_EQ(value_text("judgement", {"alta=accepts first"}), R"({"alta":["accepts first"]})");
    EXPECT_EQ(value_text("judgement",
                         {"alta=accepts first", "bera=not yet first", "alta=rejects second"}),
              R"({"alta":["accepts first","rejects second"],"bera":["not yet first"]})");
}

TEST(SaidProblem, OfAFreeTextIsNone) {
    EXPECT_EQ(problem("claim", "anything, at all = 1"), "");
    EXPECT_EQ(problem("place", ""), "");
}

TEST(SaidProblem, NamesTheChoices) {
    EXPECT_EQ(problem("attribution", "official"), "");
    EXPECT_EQ(problem("attribution", "offical"),
              "unknown attribution `offical`; did you mean `official`?");
    EXPECT_EQ(problem("confidence", "extreme"),
              "unknown confidence `extreme`; known: low, moderate, high");
}

TEST(SaidProblem, WantsTrueOrFalse) {
    EXPECT_EQ(problem("own-strength", "true"), "");
    EXPECT_EQ(problem("own-strength", "yes"), "write true or false");
}

TEST(SaidProblem, WantsADate) {
    EXPECT_EQ(problem("date", "2026-03-01"), "");
    EXPECT_EQ(problem("date", "yesterday"), "not a date; write it as 2026-03-01");
    EXPECT_EQ(problem("date", "2026-13-01"), "not a date; write it as 2026-03-01");
}

TEST(SaidProblem, WantsPartiesOfTheFile) {
    EXPECT_EQ(problem("speaks-for", "alta"), "");
    EXPECT_EQ(problem("speaks-for", "atla"), "unknown party `atla`; did you mean `alta`?");
    EXPECT_EQ(problem("about", "alta, bera"), "");
    EXPECT_EQ(problem("about", "alta, zed"), "unknown party `zed`; known: alta, bera");
}

TEST(SaidProblem, WantsEntriesOfTheFileOrTheirBeginning) {
    EXPECT_EQ(problem("supports", "issue.inspect.stance.alta.no"), "");
    EXPECT_EQ(problem("supports", "issue.inspect.stance.alta"), "");
    EXPECT_EQ(problem("suggests", "issue.inspect.stance.alta.no,issue.inspect"), "");
    EXPECT_EQ(problem("supports", "issue.inspect.stance.alta.now"),
              "unknown entry `issue.inspect.stance.alta.now`; did you mean "
              "`issue.inspect.stance.alta.no`?");
    EXPECT_EQ(problem("supports", "issue.insp"),
              "unknown entry `issue.insp`; known: issue.inspect.stance.alta.no, "
              "issue.inspect.stance.alta.joint");
}

TEST(SaidProblem, WantsAPartyAndAJudgement) {
    EXPECT_EQ(problem("judgement", "alta=accepts first"), "");
    EXPECT_EQ(problem("judgement", "altta=accepts first"),
              "unknown party `altta`; did you mean `alta`?");
    EXPECT_EQ(problem("judgement", "accepts first"),
              "write it as PARTY=accepts DRAFT (or rejects, prefers D1 to D2, nothing below D, "
              "not yet D)");
}

TEST(SaidProblem, ListsNoMoreThanADozenNames) {
    std::string text = "unbracket = 1\n[issue.share]\nrange = { min = 0, max = 5, step = 1 }\n";
    for (int i = 10; i < 30; ++i) {
        text += "[party.p" + std::to_string(i) + "]\nname = \"P" + std::to_string(i) + "\"\n";
    }
    EXPECT_EQ(said_problem(field("speaks-for"), "somebody", testing::bound(text)),
              "unknown party `somebody`; known: p10, p11, p12, p13, p14, p15, p16, p17, p18, "
              "p19, p20, p21 and 8 more");
}

TEST(KnownAnswers, AreThoseOfTheFormatOrFewIdsOfTheCase) {
    const Case few = testing::bound(testing::two_parties);
    EXPECT_EQ(known_answers(field("speaks-for"), few), (std::vector<std::string>{"alta", "bera"}));
    EXPECT_EQ(known_answers(field("about"), few), (std::vector<std::string>{"alta", "bera"}));
    EXPECT_EQ(known_answers(field("confidence"), few),
              (std::vector<std::string>{"low", "moderate", "high"}));
    EXPECT_EQ(known_answers(field("kind"), few).size(), 10U);
    EXPECT_TRUE(known_answers(field("source"), few).empty());
    EXPECT_TRUE(known_answers(field("claim"), few).empty());
    Case many = few;
    many.parties.resize(9, many.parties.front());
    EXPECT_TRUE(known_answers(field("about"), many).empty());
}

} // namespace
} // namespace unbracket::cli
