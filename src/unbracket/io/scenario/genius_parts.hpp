#pragma once

#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <string>
#include <vector>

// What stands in one file of Genius, taken apart but not yet understood: numbers are read, indices
// and names are not matched.

namespace unbracket::genius {

enum class IssueKind { discrete, integer, real };

struct Item {
    std::string value; // without blanks at its ends
    std::optional<Rational> evaluation;
    SourcePosition at;
};

/// A function of a number; `parameters` as they stand, those that it does not need are 0.
struct Evaluator {
    std::string kind; // linear, constant, triangular
    std::vector<Rational> parameters;
    SourcePosition at;
};

struct Issue {
    std::string name;
    std::string index;
    IssueKind kind = IssueKind::discrete;
    std::vector<Item> items; // of a discrete one
    Rational low;            // of the others
    Rational high;
    std::optional<Evaluator> evaluator;
    SourcePosition at;
};

struct Weight {
    std::string index;
    Rational value;
    SourcePosition at;
};

struct Bound {
    std::string index;
    Rational low;
    Rational high;
    SourcePosition at;
};

struct Rectangle {
    bool excludes = false;
    Rational worth; // utility times weight, times the weights of the functions around it
    std::vector<Bound> bounds;
    SourcePosition at;
};

struct Space {
    std::vector<Issue> issues;
    std::vector<Weight> weights;
    std::vector<Rectangle> rectangles;
    Rational divisor = 1;                      // the `maxutility` of rectangles
    bool is_nonlinear = false;                 // called so, or with rectangles
    std::optional<SourcePosition> function_at; // of the element that the rectangles stand in
    std::optional<Rational> reservation;
    std::optional<Rational> discount;
    SourcePosition at;
};

/// The element that the rest stands in: `utility_space`, at the top of a profile, inside a domain.
const Node* space_of(const Node& root);

/// Takes it apart; what is wrong goes to `problems`, what is odd but readable to the oddities.
Space read_space(const Node& root, Diagnostics& problems, Diagnostics& oddities);

} // namespace unbracket::genius
