#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/result.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Everything that changes a case is an edit of its document, which is then bound anew: layers,
/// --set, --without, the answers of alternatives, dated changes, renaming. So there is one reader
/// of values and one validation for all of them.

/// Later layers override entries by address and add ids; elements of [[...]] lists are the same
/// when their id is. Two layers contradict each other where one gives a table and the other a
/// scalar, where both give scores and stances for one party's issue, or where their format versions
/// differ; each such place is a problem that names both files. An entry whose value a later layer
/// changes keeps no statements but those of that layer, and who entered or checked the old value no
/// longer stands for the new one. There is at least one layer.
Result<Node> merge_layers(const std::vector<Node>& layers);

/// What one layer says at an address, or that it takes away what was there.
struct LayerValue {
    std::optional<Node> value; // nothing: taken away
    SourcePosition at;
    std::string entered_by; // empty: the layer does not say
    std::string checked_by;
};

/// An address at which layers do not say the same. Its values are in the order of the layers, so
/// that the last one counts.
struct LayerConflict {
    std::string address; // as in the merged document: `fallback.west`, `said.s1.claim`
    std::vector<LayerValue> values;
};

/// The layers as one document, and where they do not agree; what a file says of itself (title,
/// summary, date, who entered and checked it) is no conflict.
struct LayeredDocument {
    Node document;
    std::vector<LayerConflict> conflicts; // in order of appearance
};
Result<LayeredDocument> lay_over(const std::vector<Node>& layers);

/// Sets each address to its value, in order. An address that names nothing in the case is a problem
/// with the nearest spelling as hint; the entry itself may be new. "none" opens the red line of a
/// curve and keeps the entry, "missing" removes the entry, "off" a rule. References to what is
/// removed go too, and the numbers of rules, limits, bonuses and risks without id stay.
Result<Node> with_settings(const Node& document, const std::vector<Setting>& settings);

/// The same as far as it is possible: every good setting is made, every other one is a problem.
struct ChangedDocument {
    Node document;
    Diagnostics problems;
};
ChangedDocument with_good_settings(const Node& document, const std::vector<Setting>& settings);

/// Drops statements: `s1`, `anonymous` and the other attributions, `source:ID`, `speaker:PARTY`. An
/// entry, a dated change or a lever whose statements are all dropped goes with them, and so do
/// their judgements and references to them; what never had a statement stays.
Result<Node> without_statements(const Node& document, const std::vector<std::string>& selectors);

/// Renames an id everywhere it stands, addresses included. `old_id` is dotted where needed:
/// `party.alta`, `issue.share`, `issue.term.five`, `draft.first`, `said.s1`, `limit.x`, `rule.y`.
Result<Node> with_renamed(const Node& document, std::string_view old_id, std::string_view new_id);

/// Parses the value of `--set ADDRESS=VALUE`: a number, a range `[a, b]` or `a..b`, a date, or
/// text.
Node parse_setting_value(std::string_view text);

/// Canonical bytes of a document: the same for the same content whatever format it came from.
std::string canonical_text(const Node& document);

} // namespace unbracket
