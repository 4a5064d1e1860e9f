#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_ids.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

/// Every key that may hold an id holds one here. Each kind of thing has an id of its own that
/// appears nowhere else in the text, so that a rename that forgets a place leaves the old id
/// behind.
constexpr std::string_view sample_text = R"({
    party = { PAR = { name = Alta }, bera = { name = Bera } },
    person.PER = { title = minister, party = PAR },
    source.SRC = { title = Radio },
    document.DOC = { title = Protocol, draft = DRA, said = [SAI] },
    point.7 = { title = t, document = DOC },
    agreement.required = [PAR, bera],
    package = [{ sign = all }, { sign = [[DOC], [other, DOC]] }],
    issue = {
        ISS = {
            document = DOC, between = [PAR, bera], status_quo = OPT,
            option = { OPT = one, two = { title = b, wording_of = OPT } },
            weight = { PAR = high, bera = [0, 5] },
            stance = { PAR = { OPT = ideal, two = "redline bad" }, bera = "OPT > two | OPT" },
            score.PAR = { OPT = 5 },
            order.PAR = "two>OPT=OPT",
            curve.PAR = { ideal = 10 }
        },
        flag = { option = [OPT, no] }
    },
    fallback = { PAR = { draft = DRA }, bera = [{ from = 2026-01-01, draft = DRA }] },
    intent.PAR = seeks,
    order.weight.PAR = "ISS > flag",
    rule = [{ id = RUL, if.ISS = OPT, then.flag = no },
            { forbid = { ISS = [OPT, two] } },
            { at_most = 1, of = [{ ISS = OPT }, { flag = no }] }],
    limit = [{ id = LIM, party = PAR, if.ISS = OPT, needs.ISS = [OPT] },
             { party = norm, never.ISS = OPT }],
    bonus = [{ id = BON, party = PAR, when.ISS = OPT, value = 2 }],
    risk = [{ id = RIS, party = PAR, option.ISS = OPT, loss = 2 }],
    draft = {
        DRA = { by = [PAR], said = [SAI], set = { ISS = [OPT, two] }, text.ISS = w, point.ISS = 7 },
        second = { from = DRA, set.ISS = OPT, visibility = "party:PAR" }
    },
    said = [{ id = SAI, person = PER, speaks_for = PAR, about = [PAR, bera], source = SRC,
              supports = ["issue.ISS.stance.PAR.OPT", "fallback.PAR", "limit.LIM", "rule.RUL"],
              suggests = ["issue.ISS.weight.PAR", "bonus.BON", "risk.RIS", "intent.PAR"],
              points = [ISS], judgement = { PAR = "accepts DRA", bera = "prefers second to DRA" },
              visibility = "party:PAR" },
            { id = s2, relays = SAI, same_as = SAI, contradicts = [SAI], supersedes = [SAI],
              differs = [SAI], alternative = ALT,
              judgement = { bera = ["nothing below DRA", "not yet DRA", "rejects DRA"] } }],
    entry = [{ at = "issue.ISS.curve.PAR.ideal", visibility = "party:PAR" }],
    change = [{ said = [SAI], visibility = "party:PAR", set = { "issue.ISS.stance.PAR.OPT" = bad, "limit.LIM" = off } }],
    alternative.ALT = {
        question = q, visibility = "party:PAR",
        a = { "issue.ISS.stance.PAR" = "two > OPT", "draft.DRA.set.ISS" = OPT },
        b = { "fallback.PAR" = { draft = DRA }, "agreement.required" = [PAR],
              "limit.LIM.needs.ISS" = OPT, "limit.LIM.needs" = { ISS = OPT },
              "rule.3.of" = [{ ISS = OPT }], "bonus.BON.party" = PAR,
              "order.weight.PAR" = "ISS > flag", "draft.DRA.on_table" = no, "said.SAI.use" = record,
              "issue.ISS.stance.PAR" = { OPT = bad }, "rule.RUL.then.ISS" = OPT }
    },
    quantity.flow = { issue = ISS, visibility = "party:PAR", claims = [{ said = SAI, value = 3 }] },
    driver = [{ id = d, by = PAR, through = PAR, on = PAR, moves = { "fallback.PAR" = -5 },
                said = [SAI], visibility = "party:PAR" }],
    event = [{ present = [PAR], informed.PAR = 2026-01-02, uninformed = [PAR], drafts = [DRA], documents = [DOC],
               people = { joined = [PER], missing = [PER] }, said = [SAI] }],
    step = [{ first.ISS = OPT, then.ISS = [OPT], demanded_by = PAR, visibility = "party:PAR" }],
    deadline = [{ party = PAR, date = 2026-06-01 }],
    ratify = [{ party = PAR, when.ISS = OPT }]
})";

Node sample() {
    const Node document = parse_setting_value(sample_text);
    EXPECT_EQ(document.kind, NodeKind::table);
    return document;
}

std::string replaced_everywhere(std::string text, std::string_view old_id,
                                std::string_view new_id) {
    for (std::size_t at = text.find(old_id); at != std::string::npos; at = text.find(old_id, at)) {
        text.replace(at, old_id.size(), new_id);
        at += new_id.size();
    }
    return text;
}

void expect_renamed_everywhere(std::string_view path, std::string_view old_id) {
    const Result<Node> renamed = with_renamed(sample(), path, "fresh_id");
    ASSERT_TRUE(renamed.ok()) << to_string(renamed.problems().front());
    EXPECT_EQ(canonical_text(renamed.value()),
              replaced_everywhere(canonical_text(sample()), old_id, "fresh_id"));
}

TEST(Rename, ReachesEveryPlaceThatNamesAParty) {
    expect_renamed_everywhere("party.PAR", "PAR");
}

TEST(Rename, ReachesEveryPlaceThatNamesAnIssue) {
    expect_renamed_everywhere("issue.ISS", "ISS");
}

TEST(Rename, ReachesEveryPlaceThatNamesADraft) {
    expect_renamed_everywhere("draft.DRA", "DRA");
}

TEST(Rename, ReachesEveryPlaceThatNamesAStatement) {
    expect_renamed_everywhere("said.SAI", "SAI");
}

TEST(Rename, ReachesEveryPlaceThatNamesAPersonASourceOrADocument) {
    expect_renamed_everywhere("person.PER", "PER");
    expect_renamed_everywhere("source.SRC", "SRC");
    expect_renamed_everywhere("document.DOC", "DOC");
}

TEST(Rename, ReachesEveryPlaceThatNamesALimitARuleABonusOrARisk) {
    expect_renamed_everywhere("limit.LIM", "LIM");
    expect_renamed_everywhere("rule.RUL", "RUL");
    expect_renamed_everywhere("bonus.BON", "BON");
    expect_renamed_everywhere("risk.RIS", "RIS");
}

TEST(Rename, ReachesEveryPlaceThatNamesAnAlternative) {
    expect_renamed_everywhere("alternative.ALT", "ALT");
}

TEST(Rename, ReachesEveryUseOfAnOptionAndLeavesOtherIssuesAlone) {
    const Result<Node> renamed = with_renamed(sample(), "issue.ISS.OPT", "fresh_id");
    Node expected = sample();
    expected.find("issue")->find("flag")->find("option")->items[0].text = "KEPT";
    std::string text = replaced_everywhere(canonical_text(expected), "OPT", "fresh_id");
    EXPECT_EQ(canonical_text(renamed.value()), replaced_everywhere(text, "KEPT", "OPT"));
}

TEST(Rename, BackAgainGivesTheSameDocument) {
    for (const auto& [path, back, old_id] :
         {std::tuple("party.PAR", "party.x", "PAR"), std::tuple("issue.ISS", "issue.x", "ISS"),
          std::tuple("issue.ISS.OPT", "issue.ISS.x", "OPT"),
          std::tuple("draft.DRA", "draft.x", "DRA")}) {
        const Node renamed = with_renamed(sample(), path, "x").value();
        EXPECT_TRUE(with_renamed(renamed, back, old_id).value().same_content(sample())) << path;
    }
}

TEST(Rename, TakesTheNewIdWithThePathOfTheOldOneToo) {
    EXPECT_TRUE(with_renamed(sample(), "issue.ISS.OPT", "issue.ISS.x")
                    .value()
                    .same_content(with_renamed(sample(), "issue.ISS.OPT", "x").value()));
}

TEST(Rename, GivesAnIdToARuleThatWasKnownByItsNumber) {
    const Node renamed = with_renamed(sample(), "rule.3", "few").value();
    EXPECT_EQ(renamed.find("rule")->items[2].find("id")->text, "few");
    const Node* answer = renamed.find("alternative")->find("ALT")->find("b");
    EXPECT_NE(answer->find("rule.few.of"), nullptr);
}

TEST(Rename, LeavesAloneWhatTheValidationOfTheCaseWillRefuse) {
    const Node document = parse_setting_value("{ rule = [5], limit = 3, issue = x, party = [p] }");
    EXPECT_TRUE(with_renamed(document, "rule.1", "x").value().same_content(document));
    EXPECT_FALSE(with_renamed(document, "limit.1", "x").ok());
    EXPECT_FALSE(with_renamed(document, "issue.x.y", "z").ok());
    EXPECT_FALSE(with_renamed(document, "party.p", "z").ok());
}

TEST(Rename, DoesNotTouchTextThatOnlyLooksTheSame) {
    const Node document = parse_setting_value("{ title = alta, party.alta.name = alta, said = [{ "
                                              "id = alta, claim = alta, who = alta }] }");
    EXPECT_EQ(canonical_text(with_renamed(document, "party.alta", "gora").value()),
              R"({"title":"alta","party":{"gora":{"name":"alta"}},)"
              R"("said":[{"id":"alta","claim":"alta","who":"alta"}]})");
}

TEST(Rename, KeepsTheSpacingOfOrdersAndJudgements) {
    std::string order = " a>b =a  | c , a";
    const IdVisitor visitor = [](const IdUse& use) { use.id = use.id == "a" ? "long" : use.id; };
    visit_ids_of_order(order, NamedKind::option, "x", visitor);
    EXPECT_EQ(order, " long>b =long  | c , long");
    order = "a >\n b\r\n| a\n";
    visit_ids_of_order(order, NamedKind::option, "x", visitor);
    EXPECT_EQ(order, "long >\n b\r\n| long\n");
    std::string judgement = " prefers  a to a ";
    visit_ids_of_judgement(judgement, visitor);
    EXPECT_EQ(judgement, " prefers  long to long ");
    std::string other = "considers a";
    visit_ids_of_judgement(other, visitor);
    EXPECT_EQ(other, "considers a");
}

std::string hint_of(std::string_view old_id, std::string_view new_id) {
    const Result<Node> renamed = with_renamed(sample(), old_id, new_id);
    return renamed.ok() ? "(renamed)" : renamed.problems().front().hint;
}

TEST(Rename, RefusesUnknownIdsWithTheNearestSpelling) {
    EXPECT_EQ(hint_of("party.bear", "x"), "did you mean `bera`?");
    EXPECT_EQ(hint_of("isue.ISS", "x"), "did you mean `issue`?");
    EXPECT_EQ(hint_of("issue.ISS.tow", "x"), "did you mean `two`?");
    EXPECT_EQ(hint_of("issue.nowhere.two", "x"), "nothing has that id");
    EXPECT_NE(hint_of("alta", "x").find("party.ID"), std::string::npos);
}

TEST(Rename, RefusesAnIdThatIsTakenReservedOrMalformed) {
    EXPECT_EQ(hint_of("party.PAR", "bera"), "take another id");
    EXPECT_EQ(hint_of("party.PAR", "norm"), "take another id");
    EXPECT_EQ(hint_of("issue.ISS.OPT", "unknown"), "take another id");
    EXPECT_EQ(hint_of("rule.RUL", "2"), "take another id");
    EXPECT_EQ(hint_of("party.PAR", ""), "use 1 to 64 letters, digits, `_` and `-`");
    EXPECT_EQ(hint_of("party.PAR", "a.b"), "use 1 to 64 letters, digits, `_` and `-`");
}

TEST(Rename, RefusesAnIdThatIsTooLong) {
    EXPECT_EQ(hint_of("party.PAR", std::string(64, 'x')), "(renamed)");
    EXPECT_EQ(hint_of("party.PAR", std::string(65, 'x')),
              "use 1 to 64 letters, digits, `_` and `-`");
}

TEST(Rename, OfASourceDoesNotCaptureStatementsWhoseSourceIsFreeText) {
    const Node document = parse_setting_value(
        "{ source.b.title = BBC, said = [{ id = s1, source = bbc }, { id = s2, source = b }] }");
    const Result<Node> captured = with_renamed(document, "source.b", "bbc");
    ASSERT_FALSE(captured.ok());
    EXPECT_EQ(captured.problems()[0].what, "there is free text `bbc` already, as a source");
    EXPECT_TRUE(with_renamed(document, "source.b", "bbc1").ok());
}

TEST(Rename, RefusesOptionsThatAreNumbers) {
    const Node document =
        parse_setting_value("{ issue.share.range = { min = 0, max = 10, step = 5 } }");
    EXPECT_EQ(with_renamed(document, "issue.share.5", "x").problems().front().hint,
              "change its range instead");
}

} // namespace
} // namespace unbracket
