#include "unbracket/io/plan/plan_reader.hpp"
#include "unbracket/io/plan/variants.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Lines = std::vector<std::string>;

/// `0: 0 2` for each wording: whose it is, and which texts have it; a text without the point is
/// empty.
Lines variants(const Lines& texts) {
    std::vector<PlanText> plans;
    CommonPoint point;
    for (const std::string& text : texts) {
        plans.push_back(read_plan("1. " + (text.empty() ? "x" : text), "plan.md").value());
        point.clauses.emplace_back(text.empty() ? std::nullopt : std::optional<std::size_t>(0));
    }
    Lines lines;
    for (const Variant& variant : variants_of(point, plans)) {
        std::string line = std::to_string(variant.text) + ":";
        for (std::size_t text = 0; text < texts.size(); ++text) {
            line += variant.resolutions[text] ? " " + std::to_string(text) : "";
        }
        lines.push_back(line);
    }
    return lines;
}

TEST(Variants, AreOneWhereTextsDifferInBracketsTheyDecide) {
    EXPECT_EQ(variants({"pay [ten / two]", "pay ten", "Pay two!"}), Lines{"0: 0 1 2"});
    EXPECT_EQ(variants({"pay ten", "pay [ten / two]"}), Lines{"1: 0 1"});
}

TEST(Variants, AreSeveralWhereTheWordsDiffer) {
    EXPECT_EQ(variants({"pay ten", "pay two", "pay ten"}), (Lines{"0: 0 2", "1: 1"}));
    EXPECT_EQ(variants({"pay [ten / two]", "pay six"}), (Lines{"0: 0", "1: 1"}));
}

TEST(Variants, StandInTheOrderOfTheirFirstTexts) {
    EXPECT_EQ(variants({"pay six", "pay [ten / two]", "pay ten"}), (Lines{"0: 0", "1: 1 2"}));
    EXPECT_EQ(variants({"pay ten", "pay six", "pay [ten / two]"}), (Lines{"2: 0 2", "1: 1"}));
}

TEST(Variants, LeaveOutTextsWithoutThePoint) {
    EXPECT_EQ(variants({"", "pay ten", ""}), Lines{"1: 1"});
}

} // namespace
} // namespace unbracket
