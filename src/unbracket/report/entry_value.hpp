#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <string>

// What entries say: `value` for programs, in the form of the case file (a number, [low, high], a
// word, or a table of conditions), and `text`, the same in words for reading.

namespace unbracket {

struct EntryValue {
    Node value;
    std::string text;
};

EntryValue written_value(const Weight& weight);
/// The word `redline` for a red line; its text also says what the option is worth once opened.
EntryValue written_value(const Rating& rating);
EntryValue written_value(const Curve::Knot& knot);
EntryValue written_value(const Curve::RedLine& red_line);
EntryValue written_value(const Issue& issue, const Order& order);
EntryValue written_value(const Case& negotiation, const WeightOrder& order);
EntryValue written_value(const Case& negotiation, const FallbackPeriod& period);
EntryValue written_value(const IntentEntry& intent);
EntryValue written_value(const Case& negotiation, const Limit& limit);
EntryValue written_value(const Case& negotiation, const Rule& rule);
EntryValue written_value(const Case& negotiation, const Bonus& bonus);
EntryValue written_value(const Case& negotiation, const Risk& risk);

/// The same for any entry. Cost: a look through the list that holds it.
EntryValue written_value(const Case& negotiation, EntryId id);

/// A number, [low, high] or a word.
Node json_quantity(const StanceQuantity& quantity);

/// Adds `value`, `text`, `basis` and `firmness` (null where none is stated).
void add_entry(Node& into, const Case& negotiation, EntryId id, EntryValue said);

} // namespace unbracket
