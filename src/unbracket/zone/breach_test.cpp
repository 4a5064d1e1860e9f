#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/breach.hpp"
#include "unbracket/zone/reduced.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string issues =
    "party = { alta = {}, bera = {} }, issue = { x = { option = [a, b, c], stance.alta = { "
    "a = 1, b = redline, c = 2 }, stance.bera = { a = redline, b = 3, c = redline } }, "
    "y = { option = [k, l] }, z = { option = [p, q], order.bera = \"p > q\" } }";

bool is_in(const Breach& breach, const Outcome& outcome) {
    return holds(breach.holding, outcome) &&
           (breach.failing.empty() || !holds(breach.failing, outcome));
}

/// By definition: accepted only with the entry left out, all other limits and rules aside.
class Opened {
public:
    Opened(const std::string& text, const std::string& address)
        : case_(testing::case_of(text)), entry_(*case_.find_entry(address)),
          appraisal_(appraise(case_)), all_(case_.entries.size(), true), but_one_(all_) {
        but_one_[as_index(entry_)] = false;
    }

    std::optional<Breach> breach() const { return breach_of({case_, appraisal_, all_}, entry_); }

    bool is_broken_by(const Outcome& outcome) const {
        return !is_agreement(case_, appraisal_, outcome, {Certainty::possible, but_one_});
    }

    void expect_exact() const {
        ASSERT_TRUE(breach().has_value());
        for (std::size_t at = 0; at < 12; ++at) {
            const Outcome outcome = {OptionId(at / 4), OptionId(at / 2 % 2), OptionId(at % 2)};
            EXPECT_EQ(is_in(*breach(), outcome), is_broken_by(outcome)) << at;
        }
    }

private:
    Case case_;
    EntryId entry_;
    Appraisal appraisal_;
    Omissions all_, but_one_;
};

TEST(Breach, OfARedLineTakesTheOptionItBars) {
    Opened(issues, "issue.x.stance.alta.b").expect_exact();
    Opened(issues, "issue.x.stance.bera.a").expect_exact();
    Opened(issues, "issue.x.stance.bera.c").expect_exact();
}

TEST(Breach, OfALimitMeetsWhatItForbidsOrMissesWhatItNeeds) {
    const std::string text =
        issues +
        ", limit = [{ id = n, party = alta, if.x = [a, b], never = { x = [b, c], y = k } }, "
        "{ id = m, party = bera, needs = { y = k, z = p } }, "
        "{ id = o, party = norm, if.y = l, needs.x = c }]";
    for (const char* address : {"limit.n", "limit.m", "limit.o"}) {
        SCOPED_TRACE(address);
        Opened(text, address).expect_exact();
    }
}

TEST(Breach, OfARuleMeetsItsPremiseAndNotItsConclusion) {
    const std::string text = issues +
                             ", rule = [{ id = i, if = { x = [a, c] }, then = { y = k, z = p } }, "
                             "{ id = f, forbid = { x = b, z = q } }]";
    Opened(text, "rule.i").expect_exact();
    Opened(text, "rule.f").expect_exact();
}

TEST(Breach, IsUnknownWhereItIsNoCombination) {
    const std::string text = issues +
                             ", rule = [{ id = m, at_most = 1, of = [{ x = a }, { y = k }] }], "
                             "fallback.alta = 1, intent.bera = refuses";
    for (const char* address : {"rule.m", "fallback.alta", "intent.bera"}) {
        EXPECT_FALSE(Opened(text, address).breach().has_value()) << address;
    }
}

TEST(Breach, IsUnknownForAnEntryThatBarsNothing) {
    EXPECT_FALSE(Opened(issues, "issue.x.stance.alta.a").breach().has_value());
    EXPECT_FALSE(Opened(issues + ", limit = [{ id = n, party = alta, never.x = a, status = off }]",
                        "limit.n")
                     .breach()
                     .has_value());
}

} // namespace
} // namespace unbracket
