#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"

#include <string>

// What entries say: `value` for programs, in the form of the case file (a number, [low, high], a
// word, or a table of conditions), and `text`, the same in words for reading. Options say how
// numbers of `value` are written.

namespace unbracket {

struct EntryValue {
    Node value;
    std::string text;
};

EntryValue written_value(const Weight& weight, const JsonOptions& options = {});
/// The word `redline` for a red line; its text also says what the option is worth once opened.
EntryValue written_value(const Rating& rating, const JsonOptions& options = {});
EntryValue written_value(const Curve::Knot& knot, const JsonOptions& options = {});
EntryValue written_value(const Curve::RedLine& red_line);
EntryValue written_value(const Issue& issue, const Order& order);
EntryValue written_value(const Case& negotiation, const WeightOrder& order);
EntryValue written_value(const Case& negotiation, const FallbackPeriod& period,
                         const JsonOptions& options = {});
EntryValue written_value(const IntentEntry& intent);
EntryValue written_value(const Case& negotiation, const Limit& limit);
EntryValue written_value(const Case& negotiation, const Rule& rule);
EntryValue written_value(const Case& negotiation, const Bonus& bonus,
                         const JsonOptions& options = {});
EntryValue written_value(const Case& negotiation, const Risk& risk,
                         const JsonOptions& options = {});

/// The same for any entry. Cost: a look through the list that holds it.
EntryValue written_value(const Case& negotiation, EntryId id, const JsonOptions& options = {});

/// A number, [low, high] or a word.
Node json_quantity(const StanceQuantity& quantity, const JsonOptions& options);

/// Adds `value`, `text`, `basis` and `firmness` (null where none is stated).
void add_entry(Node& into, const Case& negotiation, EntryId id, EntryValue said);

} // namespace unbracket
