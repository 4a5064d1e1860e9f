#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/document.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the readers of formats in JSON share: values of a tree with complaints, and profiles that
// have a weight for each issue and a table of what its values are worth.

namespace unbracket {

/// Reads values; what is wrong goes to the list.
class TreeReader {
public:
    explicit TreeReader(Diagnostics& problems) : problems_(problems) {}

    void refuse(const SourcePosition& at, std::string what, std::string hint);
    /// Refuses each key of a table that is none of these: it may be a misspelt one, left out
    /// without a word. One that begins with `@`, such as `@class`, is passed over. `what` begins a
    /// sentence.
    void refuse_unknown(const Node& table, const std::string& what,
                        const std::vector<std::string>& known);
    /// The table behind a key; nothing after a report that it is missing or something else.
    const Node* table(const Node& from, std::string_view key);
    /// A number, also where it stands in a text; 0 after a report, on `what` or on "`what` `name`".
    Rational number(const Node& node, std::string_view what);
    Rational number_of(const Node& node, std::string_view what, std::string_view name);
    /// A text, or a number as it is written; empty after a report.
    std::string label(const Node& node, std::string_view what);

private:
    Diagnostics& problems_;
};

struct WeightedProfile {
    struct Weight {
        Rational value;
        SourcePosition at;
    };
    struct Item {
        std::string value;
        Rational worth;
        SourcePosition at;
    };
    struct Row {
        std::string issue;
        std::vector<Item> items;
        SourcePosition at;
    };

    std::string name;
    SourcePosition at;
    std::map<std::string, Weight> weights; // by issue
    std::vector<Row> rows;
    Rational fallback;
};

/// The profiles as a scenario of these issues, or where none are given those of the first profile,
/// each matched by name. A problem for each issue, value and weight that a profile lacks or has
/// beyond them. The issues' names and numbers of values are checked here.
Result<Scenario> weighted_scenario(std::vector<ScenarioIssue> issues,
                                   const std::vector<WeightedProfile>& profiles,
                                   ScenarioNotes& notes);

/// The `issue: { value: worth }` of a table.
std::vector<WeightedProfile::Item> weighted_items(const Node& table, TreeReader& reader);

/// The `issue: weight` of a table.
std::map<std::string, WeightedProfile::Weight> weights_by_issue(const Node& table,
                                                                TreeReader& reader);

} // namespace unbracket
