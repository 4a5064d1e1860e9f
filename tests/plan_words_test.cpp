#include "unbracket/authoring_plan.hpp"
#include "unbracket/io/toml_reader.hpp"

#include "tests/random_plan_text.hpp"
#include "tests/support/suite.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

// No word of a plan is lost: each stands in the case that is made of it, or in what is listed for
// the analyst, with its line. And none is put silently into another clause.

namespace unbracket {
namespace {

using testing::PrintedWord;
using testing::RandomPlanText;

std::string small(std::string text) {
    for (char& byte : text) {
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return text;
}

/// All texts of a document, comments and keys left out.
void add_texts(const Node& node, std::string& all) {
    all += node.kind == NodeKind::text ? small(node.text) + "\n" : "";
    for (const Node& item : node.items) {
        add_texts(item, all);
    }
    for (const Node::Member& member : node.members) {
        add_texts(member.value, all);
    }
}

class MadeCase {
public:
    explicit MadeCase(const PlanCase& made)
        : document_(read_toml(made.text, "case.toml").value()), unsure_(made.unsure) {
        add_texts(document_, texts_);
    }

    bool holds(const std::string& word) const { return texts_.find(word) != std::string::npos; }

    bool is_listed(const std::string& word) const {
        return std::ranges::any_of(unsure_, [&](const PlanRemark& remark) {
            return small(remark.what).find(word) != std::string::npos && remark.at.line > 0;
        });
    }

    bool lists_line(std::uint32_t line) const {
        return std::ranges::any_of(
            unsure_, [&](const PlanRemark& remark) { return remark.at.line == line; });
    }

    /// Whether the word stands in a point of that number, or in no point at all.
    bool is_at_home(const PrintedWord& one) const {
        bool is_in_point = false;
        for (const Node::Member& point : document_.find("point")->members) {
            std::string texts;
            add_texts(point.value, texts);
            if (texts.find(one.word) == std::string::npos) {
                continue;
            }
            is_in_point = true;
            const std::string key = "." + point.key + "-";
            if (key.find("." + one.clause + "-") != std::string::npos) {
                return true;
            }
        }
        return !is_in_point;
    }

private:
    Node document_;
    std::vector<PlanRemark> unsure_;
    std::string texts_;
};

std::string words_lost(const std::vector<PrintedWord>& words, const MadeCase& made) {
    std::string lost;
    for (const PrintedWord& one : words) {
        if (!made.holds(one.word) && !made.is_listed(one.word)) {
            lost += " " + one.word + " (line " + std::to_string(one.line) + ")";
        }
    }
    return lost;
}

/// Lines that were put into another clause, and neither they nor a clause around them are listed: a
/// clause that is taken as words takes its own clauses with it.
std::string lines_misplaced(const std::vector<PrintedWord>& words, const MadeCase& made) {
    std::map<std::uint32_t, std::uint32_t> around; // line of a clause: of the one around it
    for (const PrintedWord& one : words) {
        around[one.clause_line] = one.outer_line;
    }
    const auto is_listed = [&](std::uint32_t line) {
        std::set<std::uint32_t> seen;
        while (!made.lists_line(line) && around.contains(line) && seen.insert(line).second) {
            line = around[line];
        }
        return made.lists_line(line);
    };
    std::string misplaced;
    for (const PrintedWord& one : words) {
        if (!one.clause.empty() && !made.is_at_home(one) && !made.lists_line(one.line) &&
            !is_listed(one.clause_line)) {
            misplaced +=
                " " + one.word + " of " + one.clause + " (line " + std::to_string(one.line) + ")";
        }
    }
    return misplaced;
}

Result<PlanCase> made_of(const std::vector<std::string>& texts) {
    const testing::TemporaryFolder folder("plan_words");
    PlanRequest request;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        request.files.push_back(folder.put("text" + std::to_string(i) + ".md", texts[i]));
    }
    return case_from_plans(request);
}

bool is_of_brackets(const Diagnostics& problems) {
    return std::ranges::all_of(problems, [](const Diagnostic& one) {
        return one.where.line > 0 && (one.what.starts_with("the bracket opened here") ||
                                      one.what.starts_with("a `]` that closes nothing"));
    });
}

TEST(WordsOfAPlan, AllStandInTheCaseOrInTheList) {
    const std::size_t cases = testing::shared_count(5000);
    for (std::size_t i = 0; i < cases; ++i) {
        const RandomPlanText plan(testing::suite_seed() * 1'000'003 + i, 0);
        SCOPED_TRACE(testing::repeat_command("WordsOfAPlan.*"));
        SCOPED_TRACE(plan.text);
        const Result<PlanCase> made = made_of({plan.text});
        if (plan.has_bracket_round_clauses && !made) {
            ASSERT_TRUE(is_of_brackets(made.problems()));
            continue;
        }
        ASSERT_TRUE(made.ok()) << to_string(made.problems()[0]);
        const MadeCase read(made.value());
        ASSERT_EQ(words_lost(plan.words, read), "") << made.value().text;
        ASSERT_EQ(lines_misplaced(plan.words, read), "") << made.value().text;
    }
}

/// Another text of the same plan: some lines gone, some brackets decided, some words new.
std::string edited(const std::string& text, Random& random) {
    std::string made;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
        const std::string line = text.substr(start, end - start);
        start = end;
        const bool is_plain = line.find_first_of("[]<>`") == std::string::npos;
        if (is_plain && random.chance(1, 8)) {
            continue;
        }
        for (const char byte : line) {
            const bool is_changed = byte == 'q' && random.chance(1, 12);
            made += is_changed ? 'z' : byte;
        }
    }
    return made;
}

/// The words that stand in a text, whatever its lines.
std::vector<PrintedWord> words_in(const std::string& text) {
    std::vector<PrintedWord> words;
    const std::string all = small(text);
    for (std::size_t at = 0; at + 6 <= all.size(); ++at) {
        const bool is_word = (all[at] == 'q' || all[at] == 'z') && all[at + 1] == 'a';
        if (is_word) {
            words.push_back({all.substr(at, 6)});
        }
    }
    return words;
}

TEST(WordsOfSeveralTexts, AllStandInTheCaseOrInTheList) {
    const std::size_t cases = testing::shared_count(1500);
    for (std::size_t i = 0; i < cases; ++i) {
        const std::uint64_t seed = testing::suite_seed() * 1'000'003 + i;
        const RandomPlanText first(seed, 0);
        Random random(seed + 1);
        const RandomPlanText other(seed + 7, 5000);
        const bool takes_other = !other.has_bracket_round_clauses && random.chance(1, 6);
        const std::string second = takes_other ? other.text : edited(first.text, random);
        SCOPED_TRACE(testing::repeat_command("WordsOfSeveralTexts.*"));
        SCOPED_TRACE(first.text + "\n======== second\n" + second);
        const Result<PlanCase> made = made_of({first.text, second});
        if (first.has_bracket_round_clauses && !made) {
            ASSERT_TRUE(is_of_brackets(made.problems()));
            continue;
        }
        ASSERT_TRUE(made.ok()) << to_string(made.problems()[0]);
        const MadeCase read(made.value());
        ASSERT_EQ(words_lost(words_in(first.text), read), "") << made.value().text;
        ASSERT_EQ(words_lost(words_in(second), read), "") << made.value().text;
    }
}

} // namespace
} // namespace unbracket
