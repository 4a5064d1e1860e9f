#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/document.hpp"

#include "tests/random_case.hpp"

#include <cstdint>
#include <string>
#include <vector>

// What the two halves of random_case_document share. Nothing else includes this.

namespace unbracket::testing {

/// How exactly a case is filled in.
enum class Precision { single_numbers, narrow_ranges, anything };

struct RandomIssue {
    std::string key;
    std::vector<std::string> options;
    bool is_numeric = false; // options 0, 10, 20, ...
};

struct RandomParty {
    std::string key;
    bool has_scores = false;
    bool is_signatory = true;
    // Of a party with scores: sums over its issues of the lowest and the highest score.
    std::int64_t lowest_total = 0;
    std::int64_t highest_total = 0;
};

/// A case while it is being drawn.
struct RandomCase {
    Random& random;
    RandomCaseOptions options;
    Node document = table_node();
    Precision precision = Precision::anything;
    std::int64_t level = 50;          // of fallbacks, in percent of what a party may get
    std::int64_t red_lines_in_20 = 1; // of twenty options
    std::vector<RandomIssue> issues;
    std::vector<RandomParty> parties;

    bool chance(std::int64_t numerator, std::int64_t denominator) {
        return random.chance(numerator, denominator);
    }
    std::size_t index(std::size_t size) {
        return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(size) - 1));
    }
    const std::string& pick(const std::vector<std::string>& texts) {
        return texts[index(texts.size())];
    }
};

Node whole_number(std::int64_t number);
Node range_node(std::int64_t low, std::int64_t high);
Node option_node(const RandomIssue& issue, const std::string& option);

/// A number or a range around it, as the precision of the case has it.
Node draw_quantity(RandomCase& draft, std::int64_t low, std::int64_t high);

/// The table below that key, added where it is missing.
Node& inner_table(Node& table, const std::string& key);

/// [issue.ID] with weights, stances, scores, curves and orders of all parties.
void draw_issues(RandomCase& draft);
/// [[rule]], [[limit]], [[bonus]], [[risk]].
void draw_constraints(RandomCase& draft);
/// [fallback], [draft.ID], [intent].
void draw_fallbacks(RandomCase& draft);

} // namespace unbracket::testing
