#include "tests/bind_text.hpp"

// The ledger of statements, what entries rest on, and what is recorded about the talks.

namespace unbracket::testing {
namespace {

const std::string ledger = two_parties + R"(stance.alta = { no = "ideal", joint = "bad" }
[source.radio]
title = "Radio Sel"
kind = "press"
[person.minister]
title = "water minister"
party = "alta"
speaks = true
[person.adviser]
title = "adviser"
party = "alta"
[draft.first]
[draft.second]
[alternative.floor]
question = "Is it a floor?"
yes = {}
no = { "issue.inspect.stance.alta.no" = "bad" }
[[said]]
id = "s1"
person = "minister"
source = "radio"
claim = "no to inspections"
supports = "issue.inspect.stance.alta.no"
judgement = { alta = "rejects first", bera = ["accepts first", "prefers second to first"] }
)";

const Statement& statement(const Case& talks, std::string_view key) {
    for (const Statement& each : talks.statements) {
        if (each.key == key) {
            return each;
        }
    }
    ADD_FAILURE() << "no statement " << key;
    return talks.statements.front();
}

TEST(Evidence, APersonGivesAStatementItsSpeakerAndParty) {
    const Case talks = bound(ledger);
    const Statement& said = talks.statements[0];
    EXPECT_EQ(said.who, "water minister");
    EXPECT_EQ(said.speaks_for, PartyId(0));
    EXPECT_EQ(said.attribution, Attribution::named);
    EXPECT_EQ(said.source, "Radio Sel");
    EXPECT_TRUE(said.source_id.has_value());
    EXPECT_EQ(said.kind, StatementKind::judgement);
    EXPECT_EQ(said.visibility.kind, VisibilityKind::everyone);
}

TEST(Evidence, APersonWhoDoesNotSpeakForThePartySpeaksForNobody) {
    const Case talks = bound(ledger + "[[said]]\nid = \"s2\"\nperson = \"adviser\"\nclaim = \"c\"\n"
                                      "judgement.alta = \"accepts first\"\n");
    EXPECT_FALSE(talks.statements[1].speaks_for);
    EXPECT_EQ(talks.statements[1].judgements[0].use, JudgementUse::hypothesis);
}

TEST(Evidence, AJudgementBindsOnlyInThePartysOwnVoice) {
    const Case talks = bound(ledger);
    const auto& judgements = talks.statements[0].judgements;
    ASSERT_EQ(judgements.size(), 3U);
    EXPECT_EQ(judgements[0].kind, JudgementKind::rejects);
    EXPECT_EQ(judgements[0].use, JudgementUse::binds);
    EXPECT_EQ(judgements[1].use, JudgementUse::hypothesis);
    EXPECT_EQ(judgements[2].kind, JudgementKind::prefers);
    EXPECT_EQ(judgements[2].draft, DraftId(1));
    EXPECT_EQ(judgements[2].over, DraftId(0));
}

TEST(Evidence, AnAnonymousVoiceBindsNobody) {
    const Case talks = bound(ledger + "[[said]]\nid = \"s2\"\nwho = \"a diplomat\"\nspeaks_for = "
                                      "\"bera\"\nclaim = \"c\"\njudgement.bera = \"nothing below "
                                      "second\"\n");
    EXPECT_EQ(talks.statements[1].attribution, Attribution::anonymous);
    EXPECT_EQ(talks.statements[1].judgements[0].kind, JudgementKind::nothing_below);
    EXPECT_EQ(talks.statements[1].judgements[0].use, JudgementUse::hypothesis);
}

TEST(Evidence, UseOverridesHowAJudgementCounts) {
    const Case talks = bound(ledger + "use = \"record\"\n");
    EXPECT_EQ(talks.statements[0].judgements[0].use, JudgementUse::record);
}

TEST(Evidence, ASupersededJudgementNoLongerBinds) {
    const Case talks = bound(ledger + "date = 2026-01-01\n[[said]]\nid = \"s2\"\nperson = "
                                      "\"minister\"\nclaim = \"c\"\ndate = 2026-02-01\nsupersedes "
                                      "= \"s1\"\njudgement.alta = \"not yet first\"\n");
    EXPECT_TRUE(statement(talks, "s1").is_superseded);
    EXPECT_EQ(statement(talks, "s1").judgements[0].use, JudgementUse::hypothesis);
    EXPECT_EQ(statement(talks, "s2").judgements[0].use, JudgementUse::binds);
    const Case before = bound(ledger + "date = 2026-01-01\n[[said]]\nid = \"s2\"\nperson = "
                                       "\"minister\"\nclaim = \"c\"\ndate = 2026-02-01\nsupersedes "
                                       "= \"s1\"\njudgement.alta = \"not yet first\"\n",
                              Date{2026, 1, 15});
    EXPECT_FALSE(statement(before, "s1").is_superseded);
    EXPECT_EQ(statement(before, "s1").judgements[0].use, JudgementUse::binds);
    EXPECT_FALSE(statement(before, "s2").exists);
}

TEST(Evidence, ContradictionsHoldBothWaysUntilOneIsSuperseded) {
    const std::string two = ledger + "[[said]]\nid = \"s2\"\nwho = \"x\"\nclaim = \"c\"\n"
                                     "contradicts = \"s1\"\n";
    const Case talks = bound(two);
    EXPECT_TRUE(statement(talks, "s1").is_contradicted);
    EXPECT_TRUE(statement(talks, "s2").is_contradicted);
    EXPECT_EQ(statement(talks, "s1").judgements[0].use, JudgementUse::hypothesis);
    const Case settled =
        bound(two + "[[said]]\nid = \"s3\"\nwho = \"x\"\nclaim = \"c\"\nsupersedes = \"s2\"\n");
    EXPECT_FALSE(statement(settled, "s1").is_contradicted);
    EXPECT_EQ(statement(settled, "s1").judgements[0].use, JudgementUse::binds);
}

TEST(Evidence, AStatementHasRoomForAllThatIsKnownAboutIt) {
    const Case talks = bound(ledger + R"([[said]]
id = "s2"
who = "the headline"
attribution = "narrator"
about = ["alta", "bera"]
place = "Coda city"
via = "print"
kind = "framing"
claim = "c"
relays = "s1"
stance_to_it = "distances"
same_as = "s1"
points = ["share", "inspect"]
differs = "s1"
alternative = "floor"
condition = "if the dam is built"
bound = "at_least"
horizon = "two years"
own_strength = true
confidence = "moderate"
visibility = "party:bera"
entered_by = "kl"
checked_by = "mo"
)");
    const Statement& said = talks.statements[1];
    EXPECT_EQ(said.attribution, Attribution::narrator);
    EXPECT_EQ(said.about.size(), 2U);
    EXPECT_EQ(said.place + said.via, "Coda cityprint");
    EXPECT_EQ(said.kind, StatementKind::framing);
    EXPECT_EQ(said.relays, StatementId(0));
    EXPECT_EQ(said.stance_to_it, "distances");
    EXPECT_EQ(said.same_as, StatementId(0));
    EXPECT_EQ(said.issues, (std::vector<IssueId>{IssueId(0), IssueId(1)}));
    EXPECT_EQ(said.differs, std::vector<StatementId>{StatementId(0)});
    EXPECT_EQ(said.alternative, AlternativeId(0));
    EXPECT_EQ(said.condition + said.bound + said.horizon, "if the dam is builtat_leasttwo years");
    EXPECT_TRUE(said.is_about_own_strength);
    EXPECT_EQ(said.confidence, Confidence::moderate);
    EXPECT_EQ(said.visibility, (Visibility{VisibilityKind::party, PartyId(1)}));
    EXPECT_EQ(said.entered_by + said.checked_by, "klmo");
}

TEST(Evidence, AnEntryIsReportedInferredOrAssumed) {
    const Case talks = bound(ledger + "[[said]]\nid = \"s2\"\nwho = \"x\"\nclaim = \"c\"\nsuggests "
                                      "= [\"issue.inspect.stance.alta\"]\nvisibility = "
                                      "\"mediator\"\n[fallback]\nalta = 1\n");
    const Entry& no = talks.entry(*talks.find_entry("issue.inspect.stance.alta.no"));
    EXPECT_EQ(no.basis, Basis::reported);
    EXPECT_EQ(no.supported_by, std::vector<StatementId>{StatementId(0)});
    EXPECT_EQ(no.suggested_by, std::vector<StatementId>{StatementId(1)});
    const Entry& joint = talks.entry(*talks.find_entry("issue.inspect.stance.alta.joint"));
    EXPECT_EQ(joint.basis, Basis::inferred);
    const Entry& fallback = talks.entry(*talks.find_entry("fallback.alta"));
    EXPECT_EQ(fallback.basis, Basis::assumed);
}

TEST(Evidence, AnEntryNoteOverridesWhatFollowsFromStatements) {
    const Case talks = bound(ledger + "[[entry]]\nat = \"issue.inspect.stance.alta.no\"\nbasis = "
                                      "\"assumed\"\nfirmness = \"tested\"\n");
    const Entry& no = talks.entry(*talks.find_entry("issue.inspect.stance.alta.no"));
    EXPECT_EQ(no.basis, Basis::assumed);
    EXPECT_EQ(no.firmness, Firmness::tested);
}

TEST(Records, ClausesDocumentsAndPackages) {
    const Case talks = bound(two_parties + R"(point = 4
document = "water"
agenda = "added"
between = ["alta", "bera"]
[point]
4 = "Use of the water"
"5.1" = { title = "Annex", content = "unknown", document = "water" }
[document.water]
title = "Water protocol"
basis = "reported"
draft = "first"
content = "unknown"
[draft.first]
[[package]]
sign = [["water"]]
[[package]]
sign = "any"
)");
    EXPECT_EQ(talks.issues[1].point, PointId(0));
    EXPECT_EQ(talks.issues[1].document, DocumentId(0));
    EXPECT_EQ(talks.issues[1].agenda, Agenda::added);
    EXPECT_EQ(talks.issues[1].between.size(), 2U);
    EXPECT_TRUE(talks.points[1].content_is_unknown);
    EXPECT_EQ(talks.points[1].document, DocumentId(0));
    EXPECT_EQ(talks.documents[0].draft, DraftId(0));
    EXPECT_TRUE(talks.documents[0].content_is_unknown);
    EXPECT_EQ(talks.packages[0].groups.size(), 1U);
    EXPECT_EQ(talks.packages[1].sign, Package::Sign::any);
}

TEST(Records, ClaimsOnAQuantityKeepTheirSigns) {
    const Case talks =
        bound(ledger + "[quantity.flow]\nunit = \"m3/s\"\nissue = \"share\"\nclaims = "
                       "[ { said = \"s1\", value = \"> 95.0\" }, { said = \"s1\", "
                       "value = [60, 80], from = 2026-02-01 }, { said = \"s1\", "
                       "value = \">=1..2\" }, { said = \"s1\", value = 7 } ]\n");
    const auto& claims = talks.quantities[0].claims;
    ASSERT_EQ(claims.size(), 4U);
    EXPECT_EQ(claims[0].value, "> 95");
    EXPECT_EQ(claims[1].value, "60..80");
    EXPECT_EQ(claims[1].from, (Date{2026, 2, 1}));
    EXPECT_EQ(claims[2].value, ">= 1..2");
    EXPECT_EQ(claims[3].value, "7");
}

TEST(Records, DriversEventsStepsDeadlinesAndRatifications) {
    const Case talks = bound(ledger + R"([[driver]]
id = "ban"
by = "bera"
through = "bera"
on = "alta"
from = 2026-06-01
full = 2027-12-31
moves = { "fallback.alta" = [-10, 0] }
direction = "lowers"
size = "19 percent"
said = "s1"
[[event]]
id = "e1"
date = 2026-02-20
kind = "meeting"
present = ["alta"]
informed = { bera = 2026-02-21 }
drafts = "first"
people = { joined = "minister", missing = ["adviser"] }
confidential = true
[[event]]
date = "unset"
status = "planned"
informed = ["bera"]
[[step]]
first = { inspect = "joint" }
then = { share = [30, 35] }
demanded_by = "bera"
[[step]]
first = { inspect = "no" }
then_object = "truce"
[[deadline]]
party = "bera"
pace = "quick"
[[ratify]]
party = "alta"
by = "parliament"
when = { share = 45 }
)");
    EXPECT_EQ(talks.drivers[0].moves[0].second, (Interval{-10, 0}));
    EXPECT_EQ(talks.drivers[0].direction + " " + talks.drivers[0].size, "lowers 19 percent");
    EXPECT_EQ(talks.drivers[0].through, PartyId(1));
    EXPECT_EQ(talks.events[0].informed[0].second, (Date{2026, 2, 21}));
    EXPECT_EQ(talks.events[0].joined, std::vector<PersonId>{PersonId(0)});
    EXPECT_TRUE(talks.events[0].is_confidential);
    EXPECT_FALSE(talks.events[1].date);
    EXPECT_FALSE(talks.events[1].informed[0].second);
    EXPECT_EQ(talks.steps[0].demanded_by, PartyId(1));
    EXPECT_EQ(talks.steps[1].then_object, "truce");
    EXPECT_EQ(talks.deadlines[0].pace, "quick");
    EXPECT_EQ(talks.ratifications[0].by, "parliament");
    EXPECT_EQ(talks.ratifications[0].when.size(), 1U);
}

} // namespace
} // namespace unbracket::testing
