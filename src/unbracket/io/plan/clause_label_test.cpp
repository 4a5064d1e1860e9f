#include "unbracket/io/plan/clause_label.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

using Names = std::vector<std::string>;

/// `5.2 (4)`: each reading with how many bytes it takes.
Names labels(const std::string& line) {
    Names names;
    for (const ClauseLabel& label : clause_labels(line)) {
        names.push_back(label.own + " (" + std::to_string(label.length) + ")");
    }
    return names;
}

TEST(ClauseLabel, IsANumberWithAMark) {
    EXPECT_EQ(labels("5. a"), Names{"5 (3)"});
    EXPECT_EQ(labels("5) a"), Names{"5 (3)"});
    EXPECT_EQ(labels("(5) a"), Names{"5 (4)"});
    EXPECT_EQ(labels("5.2.1 a"), Names{"5.2.1 (6)"});
    EXPECT_EQ(labels("5.2. a"), Names{"5.2 (5)"});
    EXPECT_EQ(labels("5 bis. a"), Names{"5-bis (7)"});
    EXPECT_EQ(labels("5a. a"), Names{"5a (4)"});
}

TEST(ClauseLabel, IsANumberWithAColonOrADash) {
    EXPECT_EQ(labels("8: eight"), Names{"8 (3)"});
    EXPECT_EQ(labels("7 \u2013 seven"), Names{"7 (6)"});
    EXPECT_EQ(labels("7 - seven"), Names{"7 (4)"});
    EXPECT_EQ(labels("5.2 \u2014 seven"), Names{"5.2 (8)"});
    EXPECT_TRUE(clause_labels("8: eight")[0].has_end);
    EXPECT_EQ(clause_labels("8: eight")[0].style, clause_labels("8. eight")[0].style);
    for (const char* line : {"8:30 sharp", "8: 30 ships", "7 \u2013 12 days", "7 -",
                             "2027 - a year", "7-day week", "7 : a", "a: b", "V - b"}) {
        EXPECT_EQ(labels(line), Names{}) << line;
    }
}

TEST(ClauseLabel, OfALetterMayBeARomanNumber) {
    EXPECT_EQ(labels("(a) x"), Names{"a (4)"});
    EXPECT_EQ(labels("(i) x"), (Names{"i (4)", "i (4)"}));
    EXPECT_EQ(labels("IV. x"), Names{"IV (4)"});
    EXPECT_EQ(clause_labels("(xiv) x")[0].values, std::vector<int>{14});
    EXPECT_EQ(labels("(iiii) x"), Names{});
}

TEST(ClauseLabel, MayHaveAWord) {
    EXPECT_EQ(labels("Article 5"), Names{"5 (9)"});
    EXPECT_EQ(labels("ARTICLE 5: Seat"), Names{"5 (11)"});
    EXPECT_EQ(labels("Part II"), Names{"part-ii (7)"});
    EXPECT_EQ(labels("Annex"), Names{"annex (5)"});
    EXPECT_EQ(labels("\u00a7 7 Seat"), Names{"7 (5)"});
}

TEST(ClauseLabel, IsNoPartOfAWordADateOrAnAmount) {
    for (const char* line :
         {"5 ships", "5.2per cent", "2027-01-01 is", "12345. a", "Articles 5", "a. b.c"}) {
        const Names found = labels(line);
        EXPECT_TRUE(found.empty() || found == Names{"a (3)"}) << line;
    }
    EXPECT_FALSE(clause_labels("5.2 million")[0].has_end);
    EXPECT_FALSE(clause_labels("Article 5 of the Charter")[0].has_end);
    EXPECT_TRUE(clause_labels("Article 5. Seat")[0].has_end);
}

TEST(ClauseLabel, MayLackTheBlankBehindIt) {
    const auto own = [](const std::string& line) {
        const std::vector<ClauseLabel> found = tight_labels(line);
        return found.empty() ? "" : found[0].own;
    };
    EXPECT_EQ(own("2.Boats pay"), "2");
    EXPECT_EQ(own("(b)Boats pay"), "b");
    EXPECT_EQ(own("5.2.[ten]"), "5.2");
    EXPECT_EQ(own("Article 7.Boats"), "7");
    for (const char* const line : {"2. Boats", "2.5", "2", "Boats.Ships", "", "2.", "10 km.h"}) {
        EXPECT_EQ(own(line), "") << line;
    }
}

TEST(HeadingSlug, HasLettersDigitsAndDashes) {
    EXPECT_EQ(slug_of(" The Port, of 2027! "), "the-port-of-2027");
    EXPECT_EQ(slug_of(std::string(40, 'a')), std::string(32, 'a'));
    EXPECT_EQ(slug_of("?"), "");
}

} // namespace
} // namespace unbracket
