#include "unbracket/io/lp_writer.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace unbracket {
namespace {

Case bound(const std::string& text) {
    const Result<Node> document = read_toml(text, "case.toml");
    EXPECT_TRUE(document.ok());
    Result<Case> negotiation = bind_case(document.value());
    EXPECT_TRUE(negotiation.ok()) << to_string(negotiation.problems().front());
    return negotiation.ok() ? negotiation.value() : Case{};
}

/// A written program, read back by the few rules that the writer keeps.
class Program {
public:
    explicit Program(const std::string& text) {
        std::istringstream words(text.substr(text.find("Subject To\n") + 11));
        Row row;
        std::int64_t sign = 1;
        std::int64_t size = 1;
        for (std::string word; words >> word && word != "Binaries";) {
            if (word == "+" || word == "-") {
                sign = word == "+" ? 1 : -1;
            } else if (word[0] == 'x' || word[0] == 'y') {
                row.terms[word] += sign * size;
                size = 1;
            } else if (word.ends_with(':')) {
                row = {};
            } else if (word == "<=" || word == "=" || word == ">=") {
                row.sense = word;
                words >> row.bound;
                rows_.push_back(row);
            } else {
                size = std::stoll(word);
            }
        }
        for (std::string word; words >> word && word != "End";) {
            names_.push_back(word);
        }
    }

    /// How many 0-1 points keep every row.
    int solutions() const {
        int count = 0;
        for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << names_.size()); ++bits) {
            std::map<std::string, std::int64_t> point;
            for (std::size_t i = 0; i < names_.size(); ++i) {
                point[names_[i]] = static_cast<std::int64_t>(bits >> i & 1U);
            }
            count += keeps_every_row(point) ? 1 : 0;
        }
        return count;
    }

private:
    struct Row {
        std::map<std::string, std::int64_t> terms;
        std::string sense;
        std::int64_t bound = 0;
    };

    bool keeps_every_row(const std::map<std::string, std::int64_t>& point) const {
        for (const Row& row : rows_) {
            std::int64_t sum = 0;
            for (const auto& [name, coefficient] : row.terms) {
                sum += coefficient * point.at(name);
            }
            const bool kept = row.sense == "<="  ? sum <= row.bound
                              : row.sense == "=" ? sum == row.bound
                                                 : sum >= row.bound;
            if (!kept) {
                return false;
            }
        }
        return true;
    }

    std::vector<Row> rows_;
    std::vector<std::string> names_;
};

/// Outcomes that the written program accepts; every combination column follows from the options.
int solutions(const std::string& text) {
    const Result<std::string> program = write_lp(bound(text));
    EXPECT_TRUE(program.ok()) << to_string(program.problems().front());
    return program.ok() ? Program(program.value()).solutions() : -1;
}

std::vector<std::string> problems(const std::string& text) {
    const Result<std::string> program = write_lp(bound(text));
    std::vector<std::string> lines;
    for (const Diagnostic& problem : program.problems()) {
        lines.push_back(problem.what);
    }
    return lines;
}

const std::string head = R"(unbracket = 1
title = "small"
party.a = { name = "A", role = "signatory" }
party.b = { name = "B", role = "signatory" }
party.c = { name = "C", role = "mediator" }
)";

const std::string scores = head + R"(
[issue.i]
option = ["x", "y", "z"]
score.a = { x = 0, y = 1.5, z = 3 }
score.b = { x = 10, y = 6, z = 0 }
[issue.j]
option = ["x", "y"]
score.a = { x = 0, y = 2 }
score.b = { x = 5, y = 0 }
)";

TEST(LpWriter, WritesColumnsRowsAndALegend) {
    EXPECT_EQ(write_lp(bound(scores + "[fallback]\na = 2.5\nb = 6\n")).value(),
              R"(\ `small`
\ x_1_1: `i` is `x`
\ x_1_2: `i` is `y`
\ x_1_3: `i` is `z`
\ x_2_1: `j` is `x`
\ x_2_2: `j` is `y`
\ value_1: `a`
\ value_2: `b`
\ value_3: `c`
Minimize
 nothing: 0 x_1_1
Subject To
 issue_1: + x_1_1 + x_1_2 + x_1_3 = 1
 issue_2: + x_2_1 + x_2_2 = 1
 value_1: + 3 x_1_2 + 6 x_1_3 + 4 x_2_2 >= 5
 value_2: + 10 x_1_1 + 6 x_1_2 + 5 x_2_1 >= 6
Binaries
 x_1_1
 x_1_2
 x_1_3
 x_2_1
 x_2_2
End
)");
}

TEST(LpWriter, AcceptsTheOutcomesThatSuitAllRequiredParties) {
    EXPECT_EQ(solutions(scores + "[fallback]\na = 2.5\nb = 6\n"), 1);       // y y
    EXPECT_EQ(solutions(scores + "[fallback]\na = 2.5\nb = 5\n"), 2);       // y y, z x
    EXPECT_EQ(solutions(scores + "[fallback]\na = 2.5\nb = 6.5\n"), 0);     // none
    EXPECT_EQ(solutions(scores + "[fallback]\na = -1\nb = 0\nc = 7\n"), 6); // c is not required
}

TEST(LpWriter, CountsBonusesRisksAndRedLines) {
    const std::string low = scores + "[fallback]\na = 2.5\nb = 5\n";
    EXPECT_EQ(solutions(low + "[[bonus]]\nparty = \"a\"\nwhen = { i = \"x\", j = \"y\" }\n"
                              "value = 0.5\n"),
              3); // and x y
    EXPECT_EQ(solutions(low + "[[bonus]]\nparty = \"a\"\nwhen = { i = [\"y\", \"z\"], j = \"y\" }\n"
                              "value = -9\n"),
              1); // z x
    EXPECT_EQ(solutions(low + "[[bonus]]\nparty = \"b\"\nwhen = { i = \"z\" }\nvalue = -1\n"), 1);
    EXPECT_EQ(solutions(low + "[[risk]]\nparty = \"a\"\noption = { i = \"z\" }\nloss = 0.6\n"), 1);
    EXPECT_EQ(solutions(head + "[issue.i]\noption = [\"x\", \"y\"]\n"
                               "score.a = { x = 1, y = \"redline 5\" }\n"
                               "score.b = { x = 0, y = 1 }\n[fallback]\na = 0\nb = 0\n"),
              1); // x
}

TEST(LpWriter, CarriesRulesLimitsAndNorms) {
    const std::string all = scores + "[fallback]\na = -100\nb = -100\n";
    ASSERT_EQ(solutions(all), 6);
    EXPECT_EQ(solutions(all + "[[rule]]\nif = { i = \"x\" }\nthen = { j = \"y\" }\n"), 5);
    EXPECT_EQ(solutions(all + "[[rule]]\nforbid = { i = [\"x\", \"y\"], j = \"y\" }\n"), 4);
    EXPECT_EQ(solutions(all + "[[rule]]\nat_most = 0\nof = [{ i = \"x\", j = \"x\" }, { i = "
                              "\"z\" }]\n"),
              3);
    EXPECT_EQ(solutions(all + "[[limit]]\nparty = \"a\"\nneeds = { i = [\"y\", \"z\"], j = \"x\" "
                              "}\n"),
              2);
    EXPECT_EQ(solutions(all + "[[limit]]\nparty = \"norm\"\nif = { i = \"x\" }\nnever = { j = "
                              "\"x\" }\n"),
              5);
    EXPECT_EQ(solutions(all + "[[limit]]\nparty = \"c\"\nnever = { j = \"x\" }\n"), 6);
    EXPECT_EQ(
        solutions(all + "[[limit]]\nparty = \"a\"\nstatus = \"off\"\nnever = { j = \"x\" }\n"), 6);
}

const std::string stances = head + R"(
[words.stance]
acceptable = 75
bad = 10
[issue.i]
option = ["x", "y"]
weight = { a = 30, b = 10 }
stance.a = { x = "ideal", y = 40 }
stance.b = { x = "bad", y = "acceptable" }
[issue.n]
range = { min = 0, max = 40, step = 10, unit = "%" }
weight = { a = 10, b = 40 }
curve.a = { ideal = 10, acceptable = 20, bad = 30, redline = "> 30" }
curve.b = { ideal = 30, bad = 10 }
)";

TEST(LpWriter, ComparesWeightedMeansWithTheFallback) {
    // a: x 100, y 40, weight 30; 0: 100, 10: 100, 20: 75, 30: 10, 40: red, weight 10.
    // b: x 10, y 75, weight 10; 0: 10, 10: 10, 20: 55, 30: 100, 40: 100, weight 40.
    EXPECT_EQ(solutions(stances + "[fallback]\na = 55\nb = 50\n"), 1);    // x 30: 77.5, 82
    EXPECT_EQ(solutions(stances + "[fallback]\na = 48.75\nb = 59\n"), 2); // and y 20: 48.75, 59
    EXPECT_EQ(solutions(stances + "[fallback]\na = 48.76\nb = 59\n"), 1);
    EXPECT_EQ(solutions(stances + "[fallback]\na = 0\nb = \"bad\"\n"), 8); // all but two red lines
}

TEST(LpWriter, TakesADraftForAFallback) {
    const std::string draft = "[draft.d]\nset = { i = \"y\", n = 20 }\n[fallback]\nb = 0\n";
    EXPECT_EQ(solutions(stances + draft + "a = { draft = \"d\" }\n"),
              7); // all but y 30 and red lines
    EXPECT_EQ(problems(stances + "[draft.d]\nset = { i = \"y\" }\n[fallback]\nb = 0\na = { draft = "
                                 "\"d\" }\n"),
              std::vector<std::string>{"`fallback.a` names a draft that leaves issues open"});
}

TEST(LpWriter, HasNoSolutionWhereAPartyRefusesOrTooManyAreAsked) {
    const std::string all = scores + "[fallback]\na = -100\nb = -100\nc = 0\n";
    EXPECT_EQ(solutions(all + "[intent]\na = \"refuses\"\n"), 0);
    EXPECT_EQ(solutions(all + "[intent]\nc = \"refuses\"\n"), 6);
    EXPECT_EQ(solutions(all + "[agreement]\nat_least = 2\n"), 6);
    EXPECT_EQ(solutions(all + "[agreement]\nat_least = 3\n[intent]\nc = \"refuses\"\n"), 0);
}

TEST(LpWriter, NamesEverythingItCannotCarry) {
    const std::vector<std::string> expected = {
        "`issue.i.stance.b` is an order",  "`issue.i.stance.a.y` is a range",
        "`issue.i.stance.a.z` is unknown", "`issue.j.stance.a.y` is missing",
        "`fallback.a` is a range",         "`issue.i.weight.b` is a range",
        "`fallback.b` is missing",
    };
    std::vector<std::string> found = problems(head + R"(
[issue.i]
option = ["x", "y", "z"]
weight = { a = 10, b = "high" }
stance.a = { x = 50, y = "tolerable", z = "unknown" }
stance.b = "x > y | z"
[issue.j]
option = ["x", "y"]
weight = { a = 10 }
stance.a = { x = 50 }
[fallback]
a = [20, 30]
[intent]
a = "seeks"
)");
    for (const std::string& problem : expected) {
        EXPECT_EQ(std::ranges::count(found, problem), 1) << problem;
    }
    const Result<std::string> program =
        write_lp(bound(scores + "[fallback]\na = [1, 2]\nb = 3\n[agreement]\nat_least = 2\n"));
    ASSERT_EQ(program.problems().size(), 1U);
    EXPECT_EQ(program.problems()[0].where.line, 16U);
    EXPECT_FALSE(program.problems()[0].hint.empty());
}

TEST(LpWriter, LeavesOutAlternativesToTheRequiredParties) {
    EXPECT_EQ(problems(scores + "[fallback]\na = 0\nb = 0\n[agreement]\nrequired = [\"a\"]\n"
                                "at_least = 2\n"),
              std::vector<std::string>{});
    EXPECT_EQ(problems(scores + "[fallback]\na = 0\nb = 0\nc = 0\n[agreement]\nrequired = "
                                "[\"a\"]\nat_least = 2\n"),
              std::vector<std::string>{"`agreement.at_least` leaves open which parties accept"});
}

TEST(LpWriter, RefusesNumbersThatASolverWouldRound) {
    EXPECT_EQ(problems(head + "[issue.i]\noption = [\"x\", \"y\"]\n"
                              "score.a = { x = 1000000, y = 0.0000000001 }\n"
                              "score.b = { x = 0, y = 1 }\n[fallback]\na = 1\nb = 0\n"),
              std::vector<std::string>{"the row value_1 needs more than 15 digits"});
}

} // namespace
} // namespace unbracket
