#include "unbracket/robust/formalities.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = {}, bera = {} }, issue = { "
                          "x = { option = [a, b, c] }, y = { option = [a, b] } }, ";

/// `needed open ...`: of an outcome by its options; nothing: whatever will be agreed on.
std::string needs(const std::string& when, const std::optional<Outcome>& outcome) {
    const Case negotiation =
        testing::case_of(start + "ratify = [{ party = alta, by = assembly" +
                         (when.empty() ? "" : ", when = { " + when + " }") + " }]");
    return to_text(formalities_of(negotiation, outcome).ratifications.front());
}

const Outcome aa{OptionId(0), OptionId(0)}, cb{OptionId(2), OptionId(1)};

TEST(Formalities, SayWhetherAnOutcomeNeedsRatification) {
    EXPECT_EQ(needs("", aa), "always");
    EXPECT_EQ(needs("x = [a, b]", aa), "needed");
    EXPECT_EQ(needs("x = [a, b]", cb), "not_needed");
    EXPECT_EQ(needs("x = a, y = b", aa), "not_needed") << "all issues of a condition";
    EXPECT_EQ(needs("x = c, y = b", cb), "needed");
}

TEST(Formalities, AreOpenWhereNothingIsSettled) {
    EXPECT_EQ(needs("", std::nullopt), "always");
    EXPECT_EQ(needs("x = a", std::nullopt), "open");
    EXPECT_EQ(needs("x = [a, b, c]", std::nullopt), "needed") << "whatever is agreed on";
}

TEST(Formalities, OfATextDependOnWhatItLeavesOpen) {
    const Case negotiation = testing::case_of(
        start +
        "draft.d = { set = { x = [a, b], y = a } }, ratify = [{ party = alta, when.x = a }, "
        "{ party = alta, when.x = [a, b] }, { party = bera, when.x = c }]");
    EXPECT_EQ(formalities_of(negotiation, negotiation.drafts.front().content).ratifications,
              (std::vector<RatificationNeed>{RatificationNeed::open, RatificationNeed::needed,
                                             RatificationNeed::not_needed}));
}

/// `passed today ahead`, with a dash for what is not known.
std::string deadlines(const std::string& as_of) {
    const Case negotiation =
        testing::case_of(start + as_of +
                         "deadline = [{ date = 2027-01-01 }, { date = 2027-01-02 }, "
                         "{ date = 2027-01-03 }, { pace = quick }]");
    std::string text;
    for (const DeadlineState state : formalities_of(negotiation, std::nullopt).deadlines) {
        const std::string name = to_text(state);
        text += (text.empty() ? "" : " ") + (name.empty() ? "-" : name);
    }
    return text;
}

TEST(Formalities, SayHowDeadlinesLieToTheDateOfTheCase) {
    EXPECT_EQ(deadlines("as_of = 2027-01-02, "), "passed today ahead -");
    EXPECT_EQ(deadlines(""), "- - - -");
}

TEST(Formalities, AreEmptyWhereNoneAreEntered) {
    EXPECT_TRUE(formalities_of(testing::case_of(start + "summary = s"), aa).is_empty());
}

} // namespace
} // namespace unbracket
