#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/base/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unbracket {

/// What the files of other programs for negotiations have in common: issues with their values, and
/// for each party what every value is worth to it and what it has without agreement. A reader of
/// one of those formats makes this of its files; scenario_document.hpp makes a case of it, and
/// scenario_of_case.hpp goes the other way. All numbers are exact.
struct ScenarioIssue {
    /// Numbers from `low` on, `step` apart; as many as the issue has values.
    struct Grid {
        Rational low;
        Rational step;
    };

    std::string name;
    std::vector<std::string> values; // as written; of a grid its numbers, in decimals
    std::optional<Grid> grid;
    SourcePosition at;

    /// Of a grid: the number that a value is, and that of the last one.
    Rational number_at(std::size_t value) const {
        return grid->low + grid->step * Rational(static_cast<std::int64_t>(value));
    }
    Rational last_number() const { return number_at(values.size() - 1); }
};

/// Is worth something where every one of these issues has one of these values; at least one issue,
/// each with at least one value and not with all of them.
struct ScenarioPattern {
    struct Literal {
        std::size_t issue = 0;
        std::vector<std::size_t> values; // ascending
    };
    std::vector<Literal> when; // by issue
    Rational worth;
};

struct ScenarioProfile {
    std::string name;
    SourcePosition at;
    /// What each value of each issue is worth; no values for an issue that does not matter.
    std::vector<std::vector<Rational>> scores;
    std::vector<ScenarioPattern> patterns;
    Rational constant; // part of every outcome's worth
    Rational fallback;
};

struct Scenario {
    std::string name;
    std::vector<ScenarioIssue> issues;
    std::vector<ScenarioProfile> profiles;
};

/// How the numbers of Genius files are understood; docs/methods/scenarios.md has the differences.
enum class Semantics { genius, negmas };

struct ScenarioOptions {
    Semantics semantics = Semantics::genius;
    std::vector<std::string> parties; // names or ids of the profiles to take; empty: all
    std::size_t grid_steps = 10;      // of an issue that is a real number
};

/// What a reader has to tell although it could read.
struct ScenarioNotes {
    /// How the files were read: a sentence each, about all files together.
    std::vector<std::string> remarks;
    /// What was taken for what the files lack or cannot decide, so that another choice could change
    /// the answer: sentences that are also told where remarks are not asked for. They count, and
    /// name neither parties nor values.
    std::vector<std::string> assumptions;
    /// What is odd in the files, place by place. Their hints are empty.
    Diagnostics oddities;
};

/// The longest number of a file, and as a fraction such as 3/8 of a case, in characters.
inline constexpr std::size_t longest_number = 400;

/// The number that a file has there, exactly: digits with a sign, a point, an exponent. Nothing for
/// anything else, and for what is longer than `longest_number` as it stands or as a fraction, so
/// that the smallest number is about 1e-398 and the largest below 1e400.
std::optional<Rational> scenario_number(std::string_view text);

/// What is wrong with a text that scenario_number() gives nothing for, as the end of a sentence:
/// "is no number", "is too long a number".
struct NumberProblem {
    std::string what;
    std::string hint;
    bool is_number = false; // one that is longer than numbers may be
};
NumberProblem number_problem(std::string_view text);

/// The number in decimals, exactly, which scenario_number() reads back; nothing where there is no
/// such text.
std::optional<std::string> scenario_decimal(const Rational& number);

/// Whether its fraction has at most `longest_number` characters.
bool fits_in_case(const Rational& number);

bool is_whole(const Rational& number);

/// Without blanks at both ends.
std::string without_outer_blanks(const std::string& text);

} // namespace unbracket
