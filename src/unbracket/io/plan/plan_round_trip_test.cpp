#include "unbracket/io/plan/plan_reader.hpp"

#include "tests/support/plan_sketch.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace unbracket {
namespace {

/// Draws plans, and writes down what a reader has to find.
class RandomPlan {
public:
    explicit RandomPlan(std::uint64_t seed) : state_(seed) {}

    std::string text;
    std::vector<std::string> expected;

    void draw() {
        const bool is_markdown = below(2) == 0;
        line_end_ = below(3) == 0 ? "\r\n" : "\n";
        text = is_markdown ? "# Plan" + line_end_ + line_end_ : "";
        const std::size_t clauses = 1 + below(5);
        for (std::size_t i = 1; i <= clauses; ++i) {
            const std::string number = std::to_string(i);
            add_clause(number, number + (is_markdown ? ". " : ") "), 0);
            const std::size_t parts = below(3);
            for (std::size_t k = 0; k < parts; ++k) {
                const std::string letter(1, static_cast<char>('a' + k));
                add_clause(number + "." + letter, "(" + letter + ") ", below(2) * 3);
            }
        }
    }

private:
    std::size_t below(std::size_t bound) {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t value = state_;
        value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
        return static_cast<std::size_t>((value ^ (value >> 31U)) % bound);
    }

    std::string word() {
        constexpr const char* words[] = {"ships", "harbour", "m3/s", "and/or",
                                         "5.2",   "pay",     "the",  "\u00e9t\u00e9",
                                         "24/7",  "toll",    "x",    "Option"};
        return words[below(std::size(words))];
    }

    std::string words() {
        std::string all = word();
        for (std::size_t i = below(3); i > 0; --i) {
            all += " " + word();
        }
        return all;
    }

    /// Words and brackets in turn, so that no two brackets are side by side.
    void add_wording(std::string& written, std::string& sketch, std::size_t depth) {
        const std::string first = "the " + words();
        written += first;
        sketch += first;
        for (std::size_t i = below(depth == 0 ? 3 : 2); i > 0 && depth < 3; --i) {
            add_bracket(written, sketch, depth);
            const std::string next = words();
            written += gap() + next;
            sketch += " " + next;
        }
    }

    void add_bracket(std::string& written, std::string& sketch, std::size_t depth) {
        if (below(5) == 0) {
            written += gap() + "[...]";
            sketch += " <gap>";
            return;
        }
        const std::size_t count = 1 + below(3);
        written += gap() + "[";
        sketch += " {";
        for (std::size_t i = 0; i < count; ++i) {
            const std::string number = std::to_string(i + 1) + "st "; // no two are alike
            written += (i == 0 ? "" : gap() + "/" + gap()) + number;
            sketch += (i == 0 ? "" : "|") + number;
            add_wording(written, sketch, depth + 1);
        }
        written += "]";
        sketch += "}";
    }

    /// A blank, or a line end inside the clause.
    std::string gap() { return below(6) == 0 ? line_end_ + "     " : " "; }

    void add_clause(const std::string& number, const std::string& label, std::size_t indent) {
        std::string sketch = number + ": ";
        text += std::string(indent, ' ') + label;
        add_wording(text, sketch, 0);
        text += line_end_ + (below(2) == 0 ? line_end_ : "");
        expected.push_back(sketch);
    }

    std::uint64_t state_;
    std::string line_end_;
};

TEST(PlanRoundTrip, GivesBackTheTreeThatWasWritten) {
    const std::size_t cases = testing::shared_count(5000);
    for (std::size_t i = 0; i < cases; ++i) {
        RandomPlan plan(testing::suite_seed() * 1'000'003 + i);
        plan.draw();
        SCOPED_TRACE(testing::repeat_command("PlanRoundTrip.*"));
        SCOPED_TRACE(plan.text);
        const Result<PlanText> read = read_plan(plan.text, "plan.md");
        ASSERT_TRUE(read.ok()) << to_string(read.problems()[0]);
        ASSERT_EQ(testing::sketch(read.value()), plan.expected);
    }
}

} // namespace
} // namespace unbracket
