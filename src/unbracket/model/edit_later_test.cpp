#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_later.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

constexpr Date day{2026, 2, 1};

/// What is left of a document on 1 Feb 2026, as canonical text; the text itself where nothing goes.
std::string known(const std::string& text) {
    const Node document = parse_setting_value(text);
    EXPECT_EQ(document.kind, NodeKind::table) << "not well formed: " << text;
    const std::optional<Node> left = without_later(document, day);
    return canonical_text(left.value_or(document));
}

std::string canonical(const std::string& text) {
    return canonical_text(parse_setting_value(text));
}

const std::string start = "unbracket = 1, party = { alta = {}, bera = {} }, "
                          "issue.x = { option = [a, b], stance.alta = { a = 10, b = 20 } }";

/// That these members become those.
void expect_known(const std::string& members, const std::string& left) {
    EXPECT_EQ(known("{ " + start + ", " + members + " }"),
              canonical("{ " + start + (left.empty() ? "" : ", ") + left + " }"))
        << members;
}

TEST(WithoutLater, LeavesADocumentThatHasNothingToCome) {
    const Node document = parse_setting_value(
        "{ " + start + ", said = [{ id = a, date = 2026-02-01 }], fallback.alta = 3 }");
    EXPECT_FALSE(without_later(document, day).has_value());
}

TEST(WithoutLater, DropsWhatHasALaterDay) {
    expect_known("said = [{ id = a, date = 2026-02-02 }]", "");
    expect_known("draft = { d = { date = 2026-02-02 } }", "");
    expect_known("change = [{ date = 2026-02-02, set = { \"fallback.alta\" = 1 } }]", "");
    expect_known("driver = [{ on = alta, from = 2026-02-02 }]", "");
    expect_known("event = [{ kind = k, date = 2026-02-02 }]", "");
    expect_known("source = { s = { date = 2026-02-02 } }", "");
    expect_known("fallback.alta = [{ from = 2026-02-02, value = 1 }]", "");
    expect_known("fallback.alta = { from = 2026-02-02, value = 1 }", "");
}

TEST(WithoutLater, KeepsWhatIsOfThatDayOrOfNone) {
    const std::string all = "said = [{ id = a, date = 2026-02-01 }, { id = b }], "
                            "draft = { d = { date = 2026-01-31 }, e = {} }, "
                            "driver = [{ on = alta, full = 2027-01-01 }], "
                            "event = [{ kind = k, date = unset }], "
                            "fallback.alta = [{ value = 1 }, { from = 2026-02-01, value = 2 }]";
    expect_known(all, all);
}

TEST(WithoutLater, KeepsPlansAndDuesThatAreKnownByThen) {
    const std::string known_by_then = "event = [{ status = planned, date = 2026-06-01 }], "
                                      "deadline = [{ party = alta, date = 2026-06-01 }], "
                                      "said = [{ id = a }]";
    expect_known(known_by_then, known_by_then);
    expect_known("event = [{ status = planned, date = 2026-06-01, said = [z] }], "
                 "deadline = [{ party = alta, date = 2026-06-01, said = z }], "
                 "said = [{ id = z, date = 2026-02-02 }]",
                 "");
}

TEST(WithoutLater, ForgetsLaterStatementsWhereverTheyAreNamed) {
    expect_known("said = [{ id = a, same_as = z, supersedes = [z], relays = z, "
                 "stance_to_it = distances }, { id = z, date = 2026-02-02 }], "
                 "draft.d = { said = [a, z] }, document.w = { said = [z] }, "
                 "event = [{ kind = k, date = 2026-01-01, said = [z] }], "
                 "driver = [{ on = alta, said = [z, a] }, { on = bera, said = [z] }], "
                 "change = [{ date = 2026-01-01, said = [z], set = { \"fallback.alta\" = 1 } }]",
                 "said = [{ id = a, supersedes = [] }], draft.d = { said = [a] }, "
                 "document.w = {}, event = [{ kind = k, date = 2026-01-01 }], "
                 "driver = [{ on = alta, said = [a] }], "
                 "change = [{ date = 2026-01-01, set = { \"fallback.alta\" = 1 } }]");
}

TEST(WithoutLater, DropsDraftsMadeFromLaterOnesAndWhatIsSaidOfThem) {
    expect_known("draft = { c = { from = b }, b = { from = z }, z = { date = 2026-02-02 }, "
                 "y = { date = 2026-01-01 } }, "
                 "said = [{ id = a, judgement = { alta = [\"accepts c\", \"accepts y\"], "
                 "bera = \"prefers y to b\" } }, "
                 "{ id = b, judgement.alta = \"rejects z\", use = binds }], "
                 "fallback = { alta = { draft = b }, bera = [{ value = 2 }, { draft = z }] }, "
                 "event = [{ kind = k, drafts = [y, z] }], document.w = { draft = c }",
                 "draft = { y = { date = 2026-01-01 } }, "
                 "said = [{ id = a, judgement.alta = [\"accepts y\"] }, { id = b }], "
                 "fallback.bera = [{ value = 2 }], "
                 "event = [{ kind = k, drafts = [y] }], document.w = {}");
}

TEST(WithoutLater, DropsLaterClaimsAndFiguresOfWhichNothingElseIsKnown) {
    expect_known("said = [{ id = a }, { id = z, date = 2026-02-02 }], quantity = { "
                 "p = { claims = [{ said = a, value = 1 }, { said = z, value = 2 }, "
                 "{ said = a, value = 3, from = 2026-02-02 }] }, "
                 "q = { claims = [{ said = z, value = 1 }] }, r = { claims = [] } }",
                 "said = [{ id = a }], quantity = { p = { claims = [{ said = a, value = 1 }] }, "
                 "r = { claims = [] } }");
}

TEST(WithoutLater, ForgetsWhoWillBeInformed) {
    expect_known("event = [{ kind = k, informed = { alta = 2026-01-02, bera = 2026-02-02 } }, "
                 "{ kind = l, informed = { bera = 2026-02-02 } }]",
                 "event = [{ kind = k, informed = { alta = 2026-01-02 } }, { kind = l }]");
}

TEST(WithoutLater, ForgetsAnswersThatWouldSetLaterThings) {
    expect_known("draft.z = { date = 2026-02-02 }, fallback.alta = 1, "
                 "alternative.q = { question = q, m = { \"draft.z.set.x\" = a, "
                 "\"fallback.alta\" = { draft = z } }, n = { \"fallback.alta\" = 4 } }",
                 "fallback.alta = 1, "
                 "alternative.q = { question = q, m = {}, n = { \"fallback.alta\" = 4 } }");
}

TEST(WithoutLater, KeepsALaterSourceThatAnEarlierStatementNames) {
    expect_known("source = { s = { date = 2026-02-02 }, t = { date = 2026-02-02 } }, "
                 "said = [{ id = a, source = s }]",
                 "source = { s = { date = 2026-02-02 } }, said = [{ id = a, source = s }]");
}

TEST(WithoutLater, LeavesReferencesThatWereWrongBefore) {
    expect_known("said = [{ id = a, supports = [\"fallback.bera\", \"fallback.gone\"] }], "
                 "fallback.bera = [{ from = 2026-02-02, value = 1 }]",
                 "said = [{ id = a, supports = [\"fallback.gone\"] }]");
}

} // namespace
} // namespace unbracket
