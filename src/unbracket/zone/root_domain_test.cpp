#include "unbracket/zone/root_domain.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// What is left of a case: options by their ids, issues in order, then forbidden combinations.
class Left {
public:
    explicit Left(const std::string& text) : case_(testing::case_of(text)) {
        question_.accepting = case_.agreement.required;
        question_.pattern.assign(case_.bonuses.size(), BonusState::undecided);
    }

    Left& accepting(std::vector<PartyId> parties) {
        question_.accepting = std::move(parties);
        return *this;
    }
    Left& surely() {
        question_.certainty = Certainty::sure;
        return *this;
    }
    Left& bonus(BonusState state) {
        question_.pattern[0] = state;
        return *this;
    }
    Left& without(const std::string& address) {
        omissions_.assign(case_.entries.size(), false);
        omissions_[as_index(*case_.find_entry(address))] = true;
        return *this;
    }

    /// Left out, and asked to be broken.
    Left& breaking(const std::string& address) {
        question_.breaking = case_.find_entry(address);
        return without(address);
    }

    RootDomain domain() const {
        const Appraisal appraisal = appraise(case_);
        return root_domain({case_, appraisal, omissions_}, question_);
    }
    std::string text() const {
        const RootDomain left = domain();
        if (left.is_empty) {
            return "empty";
        }
        std::string all;
        for (std::size_t at = 0; at < left.options.size(); ++at) {
            all += (at == 0 ? "" : " ") + keys({IssueId(at), left.options[at]});
        }
        for (const Conjunction& conjunction : left.forbidden) {
            all += " not";
            for (const Literal& literal : conjunction.literals) {
                all += "(" + keys(literal) + ")";
            }
        }
        return all;
    }

private:
    std::string keys(const Literal& literal) const {
        std::string all;
        for (const OptionId option : literal.options) {
            all += case_.issue(literal.issue).options[as_index(option)].key;
        }
        return all;
    }

    Case case_;
    PartQuestion question_;
    Omissions omissions_;
};

const std::string issues =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b, c] }, "
    "y = { option = [k, l] }, z = { option = [p, q] } }";

TEST(RootDomain, WithoutConstraintsHoldsEveryOption) {
    EXPECT_EQ(Left(issues).text(), "abc kl pq");
}

TEST(RootDomain, LosesRedLinesOfAcceptingPartiesOnly) {
    const std::string text =
        "party = { alta = {}, bera = {} }, issue.x = { option = [a, b, c], "
        "stance = { alta = { a = redline, b = 1, c = 2 }, bera = { a = 1, b = redline, c = 2 } } }";
    EXPECT_EQ(Left(text).text(), "c");
    EXPECT_EQ(Left(text).accepting({PartyId(0)}).text(), "bc");
    EXPECT_EQ(Left(text).accepting({}).text(), "abc");
    EXPECT_EQ(Left(text).without("issue.x.stance.bera.b").text(), "bc");
}

TEST(RootDomain, LosesUnknownOptionsWhereEveryReadingIsAskedFor) {
    const std::string text = "party.alta = {}, issue.x = { option = [a, b], weight.alta = 1, "
                             "stance.alta = { a = 1, b = unknown } }";
    EXPECT_EQ(Left(text).text(), "ab");
    EXPECT_EQ(Left(text).surely().text(), "a");
}

TEST(RootDomain, IsEmptyWhereAPartyIsUnwilling) {
    EXPECT_EQ(Left(issues + ", intent.bera = refuses").text(), "empty");
    EXPECT_EQ(Left(issues + ", intent.bera = refuses").accepting({PartyId(0)}).text(), "abc kl pq");
    EXPECT_EQ(Left(issues + ", intent.bera = doubtful").text(), "abc kl pq");
    EXPECT_EQ(Left(issues + ", intent.bera = doubtful").surely().text(), "empty");
}

TEST(RootDomain, KeepsForbiddenCombinationsOfSeveralIssues) {
    EXPECT_EQ(Left(issues + ", rule = [{ forbid = { x = [a, b], y = k } }]").text(),
              "abc kl pq not(ab)(k)");
    EXPECT_EQ(Left(issues + ", rule = [{ if.x = a, then = { y = k, z = p } }]").text(),
              "abc kl pq not(a)(l) not(a)(q)");
    EXPECT_EQ(Left(issues + ", limit = [{ party = alta, if.x = a, never.y = k }]").text(),
              "abc kl pq not(a)(k)");
    EXPECT_EQ(Left(issues + ", limit = [{ party = norm, if.x = a, needs.y = k }]").text(),
              "abc kl pq not(a)(l)");
}

TEST(RootDomain, DrawsTheConsequencesOfWhatIsForbidden) {
    // c is all that the limit leaves, so the rules force l, and l forces p.
    EXPECT_EQ(Left(issues + ", limit = [{ party = alta, needs.x = c }], "
                            "rule = [{ if.y = l, then.z = p }, { forbid = { x = c, y = k } }]")
                  .text(),
              "c l p");
}

TEST(RootDomain, DropsACombinationThatCanNoLongerOccur) {
    EXPECT_EQ(Left(issues + ", rule = [{ forbid.x = a }, { forbid = { x = a, y = k } }]").text(),
              "bc kl pq");
}

TEST(RootDomain, IsEmptyWhereConsequencesClash) {
    EXPECT_EQ(Left(issues + ", rule = [{ forbid.y = k }, { forbid.y = l }]").text(), "empty");
    EXPECT_EQ(Left(issues + ", limit = [{ party = alta, needs.x = a }, "
                            "{ party = bera, never.x = a }]")
                  .text(),
              "empty");
    EXPECT_EQ(Left(issues + ", rule = [{ forbid = { x = [a, b, c], y = [k, l] } }]").text(),
              "empty");
}

TEST(RootDomain, LeavesOutLimitsThatAreOffOrOfOthersOrLeftOut) {
    EXPECT_EQ(Left(issues + ", limit = [{ party = alta, never.x = a, status = off }]").text(),
              "abc kl pq");
    const std::string of_bera = issues + ", limit = [{ party = bera, never.x = a }]";
    EXPECT_EQ(Left(of_bera).accepting({PartyId(0)}).text(), "abc kl pq");
    EXPECT_EQ(Left(of_bera).without("limit.1").text(), "abc kl pq");
    EXPECT_EQ(Left(of_bera).text(), "bc kl pq");
}

TEST(RootDomain, AsksForABonusThatIsOnAndForbidsOneThatIsOff) {
    const std::string text =
        issues + ", bonus = [{ party = alta, when = { x = [a, b], y = k }, value = 1 }]";
    EXPECT_EQ(Left(text).text(), "abc kl pq");
    EXPECT_EQ(Left(text).bonus(BonusState::on).text(), "ab k pq");
    EXPECT_EQ(Left(text).bonus(BonusState::off).text(), "abc kl pq not(ab)(k)");
}

TEST(RootDomain, IsEmptyWhereABonusCannotBeEarned) {
    const std::string text = "party.alta = {}, issue.x = { option = [a, b], stance.alta = "
                             "{ a = redline, b = 1 } }, "
                             "bonus = [{ party = alta, when.x = a, value = 1 }]";
    EXPECT_EQ(Left(text).bonus(BonusState::on).text(), "empty");
    EXPECT_EQ(Left(text).bonus(BonusState::off).text(), "b");
}

TEST(RootDomain, MergesLiteralsOfOneIssue) {
    // If x is a or b it may not be b or c: b goes, a and c stay.
    EXPECT_EQ(Left(issues + ", limit = [{ party = alta, if.x = [a, b], never.x = [b, c] }]").text(),
              "ac kl pq");
}

TEST(RootDomain, HoldsOnlyWhatBreaksAnEntryThatIsToBeBroken) {
    const std::string never = issues + ", limit = [{ party = alta, never.x = [a, b] }]";
    EXPECT_EQ(Left(never).breaking("limit.1").text(), "ab kl pq");
    const std::string rule = issues + ", rule = [{ if.x = a, then = { y = k, z = p } }]";
    EXPECT_EQ(Left(rule).breaking("rule.1").text(), "a kl pq not(k)(p)");
    EXPECT_EQ(Left(rule + ", limit = [{ party = bera, needs.y = k }]").breaking("rule.1").text(),
              "a k q");
    EXPECT_EQ(Left(rule + ", limit = [{ party = bera, never.x = a }]").breaking("rule.1").text(),
              "empty");
}

TEST(RootDomain, LeavesAtMostRulesToTheSearch) {
    const RootDomain domain =
        Left(issues + ", rule = [{ at_most = 1, of = [{ x = a }, { y = k }] }]").domain();
    ASSERT_EQ(domain.at_most.size(), 1U);
    EXPECT_EQ(domain.at_most[0].count, 1);
    EXPECT_TRUE(domain.forbidden.empty());
}

} // namespace
} // namespace unbracket
