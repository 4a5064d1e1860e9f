#include "unbracket/zone/find_couplings.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// Which judgements and orders of weights say something about readings, and why others do not.

namespace unbracket {
namespace {

using testing::case_of;

std::string base_case(const std::string& more) {
    return "party = { alta = {}, bera = {} }, fallback = { alta = [10, 50], bera = 5 }, issue.x = "
           "{ "
           "option = [a, b], weight = { alta = [1, 3], bera = 1 }, stance = { alta = { a = 20, b = "
           "80 }, bera = { a = 9, b = 9 } } }, issue.y = { option = [c, d], weight.alta = [1, 3], "
           "stance.alta = { c = 30, d = 70 } }, draft.whole.set = { x = a, y = d }, "
           "draft.part.set.x = a, " +
           more;
}

std::string said(const std::string& judgement, const std::string& more = "",
                 const std::string& party = "alta") {
    return "said = [{ id = s, who = w, speaks_for = " + party +
           ", attribution = named, claim = c, judgement." + party + " = \"" + judgement + "\"" +
           (more.empty() ? "" : ", " + more) + " }]";
}

std::vector<CouplingKind> kinds(const std::string& more, PartyId party = PartyId(0)) {
    const Case negotiation = case_of(base_case(more));
    const Appraisal appraisal = appraise(negotiation);
    std::vector<CouplingKind> found;
    for (const Coupling& coupling : appraisal[as_index(party)].couplings) {
        found.push_back(coupling.kind);
    }
    return found;
}

std::vector<CouplingGap> gaps(const std::string& more) {
    const Case negotiation = case_of(base_case(more));
    std::vector<CouplingGap> found;
    for (const UnusedCoupling& unused : unused_couplings(negotiation, appraise(negotiation))) {
        found.push_back(unused.gap);
    }
    return found;
}

using Kinds = std::vector<CouplingKind>;
using Gaps = std::vector<CouplingGap>;

TEST(Couplings, AreWhatBindingJudgementsSay) {
    EXPECT_EQ(kinds(said("accepts whole")), Kinds{CouplingKind::accepts});
    EXPECT_EQ(kinds(said("rejects whole")), Kinds{CouplingKind::rejects});
    EXPECT_EQ(kinds(said("nothing below whole")), Kinds{CouplingKind::nothing_below});
    EXPECT_EQ(kinds("draft.other.set = { x = b, y = c }, " + said("prefers other to whole")),
              Kinds{CouplingKind::prefers});
    EXPECT_EQ(kinds(said("accepts whole"), PartyId(1)), Kinds{});
    EXPECT_EQ(kinds(said("accepts whole", "use = hypothesis")), Kinds{});
    EXPECT_EQ(kinds(said("accepts whole", "use = record")), Kinds{});
}

TEST(Couplings, AreTheStepsOfAnOrderOfWeights) {
    EXPECT_EQ(kinds("order.weight.alta = \"x > y\""), Kinds{CouplingKind::heavier});
    EXPECT_EQ(kinds("order.weight.alta = \"x = y\""), Kinds{CouplingKind::as_heavy});
}

TEST(Couplings, OfAnOpenDraftSayNothing) {
    EXPECT_EQ(kinds(said("accepts part")), Kinds{});
    EXPECT_EQ(gaps(said("accepts part")), Gaps{CouplingGap::open_draft});
    EXPECT_EQ(kinds(said("accepts part", "", "bera"), PartyId(1)), Kinds{CouplingKind::accepts})
        << "it is settled where Bera rates anything";
    EXPECT_EQ(gaps("bonus = [{ party = bera, when.y = c, value = 3 }], " +
                   said("accepts part", "", "bera")),
              Gaps{CouplingGap::open_draft});
}

TEST(Couplings, OfNotYetSayNothing) {
    EXPECT_EQ(gaps(said("not yet whole")), Gaps{CouplingGap::not_yet});
}

TEST(Couplings, ThatALimitExplainsSayNothing) {
    const std::string limit = "limit = [{ id = l, party = alta, never = { x = a } }], ";
    EXPECT_EQ(gaps(limit + said("rejects whole")), Gaps{CouplingGap::limit});
    EXPECT_EQ(gaps("intent.alta = doubtful, " + said("rejects whole")), Gaps{CouplingGap::limit});
    EXPECT_EQ(kinds(limit + said("nothing below whole")), Kinds{CouplingKind::nothing_below});
}

TEST(Couplings, AreNotOfDraftsOrStatementsThatCameLater) {
    const std::string later =
        "as_of = 2027-01-01, draft.late = { date = 2027-02-01, set = { x = a, "
        "y = c } }, ";
    EXPECT_EQ(kinds(later + said("accepts late")), Kinds{});
    EXPECT_EQ(kinds(later + said("accepts whole", "date = 2027-03-01")), Kinds{});
}

TEST(BrokenAcceptance, IsOfADraftThatTheOwnLimitExcludes) {
    const auto broken = [](const std::string& more) {
        const Case negotiation = case_of(base_case(more));
        const Appraisal appraisal = appraise(negotiation);
        const auto found = broken_acceptance(negotiation, PartyId(0), appraisal[0]);
        return found ? negotiation.entry(found->entry).address : "none";
    };
    const std::string limit = "limit = [{ id = l, party = alta, never = { x = a } }], ";
    EXPECT_EQ(broken(limit + said("accepts whole")), "limit.l");
    EXPECT_EQ(broken(limit + said("rejects whole")), "none");
    EXPECT_EQ(broken(said("accepts whole")), "none");
}

} // namespace
} // namespace unbracket
