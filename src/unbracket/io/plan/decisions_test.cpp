#include "unbracket/io/plan/decisions.hpp"
#include "unbracket/io/plan/plan_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

std::vector<PlanText> texts_of(const Lines& texts) {
    std::vector<PlanText> plans;
    for (const std::string& text : texts) {
        plans.push_back(read_plan(text, "plan.md").value());
    }
    return plans;
}

Lines names_of(std::size_t count) {
    Lines names;
    for (std::size_t i = 0; i < count; ++i) {
        names.emplace_back(1, static_cast<char>('s' + i));
    }
    return names;
}

std::vector<Decision> decided(const Lines& texts) {
    const std::vector<PlanText> plans = texts_of(texts);
    const Lines names = names_of(plans.size());
    const Result<CommonPlan> plan = common_plan(plans, names, {});
    return decisions_of(plan.value(), plans, names);
}

std::string ids(const Decision& decision, const std::vector<std::size_t>& options) {
    std::string text;
    for (const std::size_t i : options) {
        text += (text.empty() ? "" : " ") + decision.options[i].id;
    }
    return text;
}

/// `p1 in out; s: in out` and for what is within `p1-2 < p1 in`.
Lines sketches(const Lines& texts) {
    const std::vector<Decision> decisions = decided(texts);
    Lines lines;
    for (const Decision& decision : decisions) {
        std::string line = decision.id + ":";
        for (const DecisionOption& option : decision.options) {
            line += " " + option.id;
        }
        if (decision.within) {
            const Decision& outer = decisions[decision.within->decision];
            line += " < " + outer.id + " " + ids(outer, decision.within->options);
        }
        for (std::size_t text = 0; text < texts.size(); ++text) {
            line += "; " + ids(decision, decision.drafts[text]);
        }
        lines.push_back(line);
    }
    return lines;
}

/// How many ways there are to decide everything.
std::size_t outcome_count(const std::vector<Decision>& decisions) {
    std::vector<std::size_t> chosen(decisions.size(), 0);
    std::size_t count = 0;
    const auto fits = [&](std::size_t i) {
        const Decision& one = decisions[i];
        if (!one.within) {
            return true;
        }
        const auto& options = one.within->options;
        const bool matters =
            std::ranges::find(options, chosen[one.within->decision]) != options.end();
        return matters ? !(one.is_none_of_its_own && chosen[i] == one.none) : chosen[i] == one.none;
    };
    while (true) {
        bool is_good = true;
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            is_good = is_good && fits(i);
        }
        count += is_good ? 1U : 0U;
        std::size_t next = 0;
        while (next < decisions.size() && ++chosen[next] == decisions[next].options.size()) {
            chosen[next++] = 0;
        }
        if (next == decisions.size()) {
            return count;
        }
    }
}

std::size_t text_count(const Wording& wording) {
    std::size_t product = 1;
    for (const Piece& piece : wording.pieces) {
        if (piece.kind == PieceKind::choice) {
            std::size_t sum = piece.wordings.size() == 1 ? 1 : 0;
            for (const Wording& inner : piece.wordings) {
                sum += text_count(inner);
            }
            product *= sum;
        }
    }
    return product;
}

TEST(Decisions, OfABracketAreInOrOutOrItsAlternatives) {
    EXPECT_EQ(sketches({"1. ships [and boats] pay [10 / 20 thousand] EUR"}),
              (Lines{"p1: in out; in out", "p1-2: 10 20-thousand; 10 20-thousand"}));
    const std::vector<Decision> decisions = decided({"1. ships [and boats] pay [10 / ] EUR"});
    EXPECT_EQ(decisions[0].title, "1: \"and boats\"");
    EXPECT_EQ(decisions[0].options[0].text, "and boats");
    EXPECT_EQ(decisions[1].title, "1: pay [...]");
    EXPECT_EQ(decisions[1].options[1].title, "nothing here");
}

TEST(Decisions, InsideOthersMatterOnlyWithThem) {
    EXPECT_EQ(sketches({"1. [a [b / c]] d"}),
              (Lines{"p1: in out; in out", "p1-2: b c none < p1 in; b c none"}));
    EXPECT_EQ(sketches({"1. [a [b] / c] d"}),
              (Lines{"p1: a-b c; a-b c", "p1-2: in out < p1 a-b; in out"}));
}

TEST(Decisions, HaveOneOutcomeForEachText) {
    for (const char* text :
         {"[a [b [c / d]] / e] f [g]", "[a [b] d [c]] e [f / g [h] / i]", "[[[a] b] c] d"}) {
        const std::string line = "1. w " + std::string(text);
        const Wording wording = texts_of({line})[0].clauses[0].wording;
        EXPECT_EQ(outcome_count(decided({line})), text_count(wording)) << text;
    }
}

TEST(Decisions, RoundWholeClausesPutThemInOrOutTogether) {
    EXPECT_EQ(sketches({"1. a\n[2. b [c]\n3. d]\n"}),
              (Lines{"p2: in out; in out", "p2-2: in out < p2 in; in out"}));
    EXPECT_EQ(decided({"1. a\n[2. b\n3. d]\n"})[0].options[0].text, "b\n3. d");
    EXPECT_EQ(sketches({"1. a\n[[2. b]\n3. d]\n"})[0], "p2: in out; in out");
}

TEST(DecisionsOfTexts, AreMadeWhereOneDecidesTheOthersBrackets) {
    EXPECT_EQ(sketches({"1. ships of all coasts pay [ten / twenty] EUR [at once]",
                        "1. Ships of all coasts pay twenty EUR, [at once]"}),
              (Lines{"p1: ten twenty; ten twenty; twenty", "p1-2: in out; in out; in out"}));
}

TEST(DecisionsOfTexts, AreNoneWhereTheySayTheSame) {
    EXPECT_TRUE(sketches({"1. Ships pay; all of them.\n", "(1) ships PAY all of  them\n"}).empty());
}

TEST(DecisionsOfTexts, AreTheWordingsWhereTheySayDifferentThings) {
    EXPECT_EQ(sketches({"1. ships of all coasts pay [ten / twenty] EUR",
                        "1. ships of all coasts pay thirty EUR"}),
              (Lines{"p1: s t; s; t", "p1-2: ten twenty none < p1 s; ten twenty; none"}));
}

TEST(DecisionsOfTexts, PutInOrOutWhatIsNotInAll) {
    EXPECT_EQ(
        sketches({"1. ships pay ten EUR a day\n2. boats pay [five / six] EUR a day\n(a) in May\n",
                  "1. ships pay ten EUR a day\n"}),
        (Lines{"p2: in out; in; out", "p2-2: five six none < p2 in; five six; none"}));
}

TEST(DecisionsOfTexts, LeaveOpenWhatOnePutsIntoBracketsAsAWhole) {
    EXPECT_EQ(sketches({"1. all fish here\n[2. boats pay five EUR a day\n(a) in May]\n",
                        "1. all fish here\n2. boats pay five EUR a day\n(a) in May\n",
                        "1. all fish here\n"}),
              (Lines{"p2: in out; in out; in; out"}));
}

TEST(CommonPlan, KeepsTheOrderOfTheTextsAndFreesNumbers) {
    const std::vector<PlanText> plans = texts_of(
        {"1. ships pay ten EUR a day\n2. boats pay five EUR a day\n",
         "1. nobody builds a dam\n2. ships pay ten EUR a day\n3. boats pay five EUR a day\n"});
    const Result<CommonPlan> plan = common_plan(plans, names_of(2), {});
    Lines numbers;
    for (const std::size_t i : plan.value().order) {
        numbers.push_back(plan.value().points[i].number);
    }
    EXPECT_EQ(numbers, (Lines{"t.1", "1", "2"}));
}

TEST(CommonPlan, NamesNumbersThatAreNotThere) {
    const std::vector<PlanText> plans = texts_of({"1. ships pay\n", "1. boats\n"});
    const std::vector<SettledPair> settled = {{1, "4", "1"}, {1, "1", "8"}};
    const Diagnostics problems = common_plan(plans, names_of(2), settled).problems();
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].what, "there is no clause `4`");
    EXPECT_EQ(problems[1].what, "no text before it has a point `8`");
    const std::vector<SettledPair> good = {{1, "1", "1"}};
    EXPECT_EQ(common_plan(plans, names_of(2), good).value().points.size(), 1U);
}

} // namespace
} // namespace unbracket
