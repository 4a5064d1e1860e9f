#include "unbracket/io/plan/open_clauses.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

ClauseLabel label_of(const std::string& line) {
    return clause_labels(line)[0];
}

/// Clauses that are open, each with its indentation.
std::vector<OpenClause> opened(const std::vector<std::pair<std::string, std::size_t>>& lines) {
    std::vector<OpenClause> open;
    for (const auto& [line, indent] : lines) {
        const ClauseLabel label = label_of(line);
        open.push_back({open.size(), label.style, indent, 0, label.values, label.word});
    }
    return open;
}

int follows(const std::string& before, const std::string& line) {
    return how_it_follows(opened({{before, 0}}), label_of(line));
}

/// How many stay open.
std::size_t left_by(std::vector<OpenClause> open, const std::string& line, std::size_t indent) {
    PlanLine at;
    at.indent = indent;
    close_for(open, at, label_of(line));
    return open.size();
}

TEST(OpenClauses, AreFollowedByTheNextNumberOfTheirList) {
    EXPECT_EQ(follows("1. a", "2. b"), 3);
    EXPECT_EQ(follows("1. a", "3. b"), 1);
    EXPECT_EQ(follows("1. a", "22. b"), 0);
    EXPECT_EQ(follows("2. a", "1. b"), 0);
    EXPECT_EQ(follows("1. a", "2) b"), 0); // another list
    EXPECT_EQ(follows("5. a", "5 bis. b"), 3);
    EXPECT_EQ(follows("(a) a", "(b) b"), 3);
    EXPECT_EQ(follows("Article 1 A", "Article 2 B"), 3);
}

TEST(OpenClauses, AreFollowedByPartsAndByWhatIsBesideThem) {
    EXPECT_EQ(follows("5. a", "5.1 B"), 3);
    EXPECT_EQ(follows("5.1 A", "5.2 B"), 3);
    EXPECT_EQ(follows("5.1 A", "5.3 B"), 1);
    EXPECT_EQ(follows("5.1 A", "5.1 bis B"), 3);
    EXPECT_EQ(follows("5.1 A", "7.1 B"), 0);
    EXPECT_EQ(follows("5. a", "6.1 B"), 0);
}

TEST(OpenClauses, AreFollowedByTheFirstPartOfTheNext) {
    EXPECT_EQ(follows("1.4 A", "2.1 B"), 3);
    EXPECT_EQ(follows("1.4 A", "2.2 B"), 0);
    EXPECT_EQ(follows("1.4.2 A", "1.5 B"), 3);
    EXPECT_EQ(follows("1.4.2 A", "2.1.1 B"), 3);
    EXPECT_EQ(follows("1.4 A", "2. B"), 3);
    EXPECT_EQ(follows("1.4 A", "3. B"), 0);
}

TEST(OpenClauses, AreClosedByWhatContinuesAboveThem) {
    const auto open = opened({{"1. a", 0}, {"(a) b", 0}, {"(iv) c", 0}});
    EXPECT_EQ(left_by(open, "2. d", 0), 0U);
    EXPECT_EQ(left_by(open, "(b) d", 0), 1U);
    EXPECT_EQ(left_by(open, "1) d", 0), 3U); // a new style is below
    EXPECT_EQ(left_by(open, "Article 2", 0), 0U);
    EXPECT_EQ(left_by(open, "Annex B", 0), 0U);
    EXPECT_EQ(left_by(opened({{"1. a", 0}}), "1. b", 3), 1U); // a list of its own
    EXPECT_EQ(left_by(opened({{"1. a", 0}}), "1. b", 0), 0U);
}

TEST(OpenClauses, OfPartsAreClosedByTheNextWhole) {
    EXPECT_EQ(left_by(opened({{"1.4 A", 0}}), "2. B", 0), 0U);
    EXPECT_EQ(left_by(opened({{"1. a", 0}, {"1.4 A", 0}}), "2. B", 0), 0U);
    EXPECT_EQ(left_by(opened({{"1.4 A", 0}}), "1. B", 0), 1U); // a list in it
    EXPECT_EQ(left_by(opened({{"1. a", 0}, {"1.4 A", 0}}), "1.5 B", 0), 1U);
    EXPECT_EQ(left_by(opened({{"1. a", 0}, {"1.4 A", 0}}), "2.1 B", 0), 0U);
}

std::vector<OpenClause>
with_headings(const std::vector<std::pair<std::string, std::size_t>>& lines) {
    std::vector<OpenClause> open = opened(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        open[i].indent = 0;
        open[i].level = lines[i].second;
    }
    return open;
}

TEST(OpenClauses, GoOnWhetherTheirNumbersStandInHeadingsOrNot) {
    EXPECT_EQ(left_by(with_headings({{"Article III", 3}}), "Article IV", 0), 0U);
    EXPECT_EQ(left_by(with_headings({{"Article III", 3}}), "Article VI Six", 0), 0U);
    EXPECT_EQ(left_by(with_headings({{"Article 3", 3}, {"1. a", 0}}), "Article 4", 0), 0U);
    EXPECT_EQ(left_by(with_headings({{"Article 3", 3}, {"1. a", 0}}), "2. b", 0), 1U);
    EXPECT_EQ(left_by(with_headings({{"Article 3", 3}}), "Art. 4", 0), 0U);
    EXPECT_EQ(left_by(with_headings({{"3. Fees", 2}}), "4. Boats", 0), 0U);
    EXPECT_EQ(left_by(with_headings({{"3. Fees", 2}}), "1. Boats", 0), 1U) << "a part of 3";
    EXPECT_EQ(left_by(with_headings({{"Section 3", 2}}), "Article 4", 0), 1U) << "another word";
    PlanLine deeper;
    deeper.kind = LineKind::heading;
    deeper.level = 3;
    std::vector<OpenClause> open = with_headings({{"Article 3", 2}});
    close_for(open, deeper, label_of("Article 4"));
    EXPECT_TRUE(open.empty());
    open = with_headings({{"1. a", 2}});
    close_for(open, deeper, label_of("2. b"));
    EXPECT_EQ(open.size(), 1U) << "the second of its parts, the first of which has no number";
}

} // namespace
} // namespace unbracket
