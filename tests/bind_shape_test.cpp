#include "tests/bind_text.hpp"

#include <utility>
#include <vector>

// Something else where the case file wants a table, and numbers in keys without quotation marks:
// what is wrong, and how to write it.

namespace unbracket::testing {
namespace {

/// What is said of what is added to a good case, without the place.
std::string problem_after(const std::string& line) {
    const std::string problems = problems_of("unbracket = 1\n"
                                             "party.alta = {}\n"
                                             "issue.share.option = ['none', 'half']\n" +
                                             line + "\n");
    const std::size_t place = problems.find(": ");
    return place == std::string::npos ? problems : problems.substr(place + 2);
}

struct Shape {
    std::string line;
    std::string what;
    std::string example;
};

void expect_examples(const std::vector<Shape>& shapes) {
    for (const auto& [line, what, example] : shapes) {
        EXPECT_EQ(problem_after(line),
                  what + " must be a table, not a text; write " + example + "\n")
            << line;
    }
}

TEST(BindShape, OfASectionWithIdsIsShownByAnExample) {
    expect_examples({
        {"party.coda = 'x'", "party `coda`", "party.coda = { name = \"...\" }"},
        {"issue.term = 'x'", "issue `term`", "issue.term = { option = [\"one\", \"other\"] }"},
        {"draft.d = 'x'", "draft `d`", "draft.d = { set = { ISSUE = \"OPTION\" } }"},
        {"person.p = 'x'", "person `p`", "person.p = { title = \"...\" }"},
        {"source.s = 'x'", "source `s`", "source.s = { title = \"...\" }"},
        {"document.d = 'x'", "document `d`", "document.d = { title = \"...\" }"},
        {"quantity.q = 'x'", "quantity `q`", "quantity.q = { title = \"...\" }"},
        {"alternative.a = 'x'", "alternative `a`",
         "alternative.a = { question = \"...\", ANSWER = { \"ADDRESS\" = 40 } }"},
    });
}

TEST(BindShape, OfAnItemOfAListIsShownByAnExample) {
    expect_examples({
        {"rule = ['x']", "[[rule]]", "{ forbid = { ISSUE = \"OPTION\" } }"},
        {"limit = ['x']", "[[limit]]", "{ party = \"PARTY\", never = { ISSUE = \"OPTION\" } }"},
        {"bonus = ['x']", "[[bonus]]",
         "{ party = \"PARTY\", when = { ISSUE = \"OPTION\" }, value = 5 }"},
        {"risk = ['x']", "[[risk]]",
         "{ party = \"PARTY\", option = { ISSUE = \"OPTION\" }, loss = 5 }"},
        {"package = ['x']", "[[package]]", "{ sign = \"all\" }"},
        {"entry = ['x']", "[[entry]]", "{ at = \"fallback.PARTY\", basis = \"inferred\" }"},
        {"change = ['x']", "[[change]]",
         "{ date = 2026-03-01, set = { \"fallback.PARTY\" = 40 } }"},
        {"driver = ['x']", "[[driver]]",
         "{ on = \"PARTY\", moves = { \"fallback.PARTY\" = [-10, 0] } }"},
        {"event = ['x']", "[[event]]", "{ date = 2026-03-01, kind = \"meeting\" }"},
        {"step = ['x']", "[[step]]",
         "{ first = { ISSUE = \"OPTION\" }, then = { ISSUE = \"OPTION\" } }"},
        {"deadline = ['x']", "[[deadline]]", "{ party = \"PARTY\", date = 2026-06-01 }"},
        {"ratify = ['x']", "[[ratify]]", "{ party = \"PARTY\", by = \"...\" }"},
        {"said = ['x']", "[[said]]", "{ id = \"s1\", who = \"...\", claim = \"...\" }"},
    });
}

TEST(BindShape, OfATableInsideIsShownByAnExample) {
    expect_examples({
        {"agreement = 'x'", "[agreement]", "agreement = { required = [\"PARTY\"] }"},
        {"words = 'x'", "[words]", "words.stance = { acceptable = [55, 90] }"},
        {"words.stance = 'x'", "[words.stance]", "{ WORD = [55, 90] }"},
        {"order = 'x'", "[order]", "order.weight.PARTY = \"ISSUE > ISSUE\""},
        {"order.weight = 'x'", "`order.weight`", "order.weight.PARTY = \"ISSUE > ISSUE\""},
        {"draft.d.set = 'x'", "`set` of a draft", "set = { ISSUE = \"OPTION\" }"},
        {"draft.d.text = 'x'", "`text` of draft `d`", "text.ISSUE = \"...\""},
        {"draft.d.merged = 'x'", "`merged` of draft `d`", "merged = { \"5\" = [\"5\", \"10\"] }"},
        {"issue.n.range = 'x'", "`range` of issue `n`", "range = { min = 10, max = 60, step = 5 }"},
        {"issue.n = { option = ['a'], weight = 'x' }", "`weight` of issue `n`",
         "weight.PARTY = \"high\""},
        {"issue.n = { option = ['a'], score = 'x' }", "`score` of issue `n`",
         "score.PARTY = { OPTION = 40 }"},
        {"issue.n = { option = ['a'], order = 'x' }", "`order` of issue `n`",
         "order.PARTY = \"OPTION > OPTION\""},
        {"issue.n = { option = ['a'], score.alta = 'x' }", "`issue.n.score.alta`",
         "issue.n.score.alta = { OPTION = 40 }"},
        {"event = [{ people = 'x' }]", "`people` of an event",
         "people = { joined = [\"PERSON\"] }"},
        {"quantity.q.claims = 'x'", "a claim on quantity `q`",
         "claims = [{ said = \"STATEMENT\", value = [60, 80] }]"},
        {"alternative.a = { question = 'q', yes = 'x', no = {} }",
         "answer `yes` of alternative `a`", "{ \"fallback.PARTY\" = 40 }"},
    });
}

TEST(BindShape, OfAnOptionOrAClauseMayBeItsTitle) {
    EXPECT_EQ(problem_after("point.4 = 'Water'"), "");
    EXPECT_EQ(problem_after("point.4 = 7"),
              "point `4` must be a table, not a number; write point.4 = \"its title\"\n");
    EXPECT_EQ(problem_after("issue.n.option = { a = 'A', b = 7 }"),
              "option `b` must be a table, not a number; write b = \"its title\"\n");
    EXPECT_EQ(problem_after("issue.n.option = 7"),
              "`option` must be a table or a list of options, not a number; write option = "
              "[\"one\", \"other\"]\n");
}

std::string split(const std::string& whole, const std::string& inner, const std::string& outer) {
    return "`" + whole + "` without quotation marks is the key `" + inner + "` in a table `" +
           outer + "`; write ";
}

TEST(BareNumbers, OfClausesNeedQuotationMarks) {
    EXPECT_EQ(problem_after("point.4.1 = 'Water'"), split("4.1", "1", "4") + "\"4.1\" = ...\n");
    EXPECT_EQ(problem_after("[point]\n12.30 = { title = 'Water' }"),
              split("12.30", "30", "12") + "\"12.30\" = ...\n");
    EXPECT_EQ(problem_after("draft.d.merged = { 5.1 = [5, 10] }"),
              split("5.1", "1", "5") + "\"5.1\" = ...\n");
    EXPECT_EQ(problem_after("point.\"4.1\" = 'Water'\ndraft.d.merged = { \"5.1\" = [5, 10] }"), "");
}

TEST(BareNumbers, OfOptionsAreForARange) {
    EXPECT_EQ(problem_after("issue.n.option = { 0.5 = 'half' }"),
              split("0.5", "5", "0") +
                  "range = { min = 10, max = 60, step = 5 } for numbers, or ids of letters with "
                  "titles\n");
    EXPECT_EQ(problem_after("issue.n.option = { 2.title = 'two', 3 = 'three' }"), "");
}

} // namespace
} // namespace unbracket::testing
