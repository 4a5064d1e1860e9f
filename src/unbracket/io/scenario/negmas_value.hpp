#pragma once

#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/io/scenario/weighted.hpp"
#include "unbracket/model/document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unbracket::negmas {

/// The name of the class, without the modules it stands in; empty where there is none.
std::string kind_of(const Node& node);

/// A value of an issue as a word: a text, a number as written, true or false; empty for anything
/// else.
std::string word_of(const Node& value);

/// The number behind a key, or the other one where there is none.
Rational optional_number(const Node& node, const char* key, const Rational& otherwise,
                         TreeReader& reader);

/// The same where there must be one; 0 after a report.
Rational needed_number(const Node& node, const char* key, TreeReader& reader);

/// What functions of one issue make of its values: tables and constants; of numbers identity,
/// linear, affine, quadratic and polynomial functions (up to the power of 16), triangles and
/// trapezoids; biased functions and weighted sums of any of these. Refused with a reason are
/// functions given as code, which is not run, and those whose values are no fractions
/// (exponential, logarithm, sine, cosine, Gaussian). All exact; up to 4,000,000 values in all.
class ValueFunctions {
public:
    ValueFunctions(TreeReader& reader, const Findings& findings)
        : reader_(reader), findings_(findings) {}

    /// By value of the issue; zeros after a report.
    std::vector<Rational> scores(const Node& function, const ScenarioIssue& issue);
    /// The issue's values as numbers; nothing after a report that one is none.
    std::vector<Rational> numbers(const ScenarioIssue& issue, const SourcePosition& at);
    /// The same behind a table of values.
    std::vector<Rational> table(const Node& mapping, const ScenarioIssue& issue);

private:
    std::vector<Rational> by_number(const std::string& kind, const Node& function,
                                    const ScenarioIssue& issue);
    std::vector<Rational> sum(const Node& function, const ScenarioIssue& issue);
    std::vector<Rational> biased(const Node& function, const ScenarioIssue& issue);
    std::vector<Rational> coefficients(const std::string& kind, const Node& function);
    bool is_normalised(const Node& function);

    TreeReader& reader_;
    Findings findings_;
    std::size_t values_ = 0; // looked at so far
};

} // namespace unbracket::negmas
