#include "unbracket/report/lint_layers.hpp"

#include "unbracket/report/json_value.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/show_table.hpp"

#include <string>
#include <utility>

namespace unbracket::linting {

namespace {

std::string value_text(const LayerValue& value) {
    if (!value.value) {
        return "taken out";
    }
    const bool is_text = value.value->kind == NodeKind::text || value.value->kind == NodeKind::date;
    return is_text ? value.value->text : canonical_text(*value.value);
}

std::string place(const LayerValue& value) {
    return to_string(SourcePosition{value.at.file, value.at.line, 0});
}

bool counts(const LayerConflict& conflict, const LayerValue& value) {
    return &value == &conflict.values.back();
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const LayerConflict& conflict) {
    Rows rows;
    for (const LayerValue& value : conflict.values) {
        rows.push_back({"- " + value_text(value), place(value),
                        phrase::people(value.entered_by, value.checked_by),
                        counts(conflict, value) ? "counts" : ""});
    }
    return rows;
}

/// In columns where they fit, else one sentence for each value.
void put_values(Page& page, const LayerConflict& conflict) {
    const Rows rows = rows_of(conflict);
    if (page.fits(rows)) {
        page.table(rows);
        return;
    }
    for (const LayerValue& value : conflict.values) {
        const std::string people = phrase::people(value.entered_by, value.checked_by);
        page.item("-", value_text(value) + " (" + place(value) + (people.empty() ? "" : ", ") +
                           people + ")" + (counts(conflict, value) ? ", which counts" : ""));
    }
}

} // namespace

void put_layers(Page& page, const std::vector<LayerConflict>& conflicts) {
    if (conflicts.empty()) {
        return;
    }
    showing::begin_section(page, "LAYERS");
    page.line("The files do not say the same; of each address the last file counts.");
    for (const LayerConflict& conflict : conflicts) {
        page.line(conflict.address);
        put_values(page, conflict);
    }
}

Node layer_conflict_node(const LayerConflict& conflict) {
    Node node = table_node();
    add_member(node, "address", text_node(conflict.address));
    add_member(node, "values", json_list(conflict.values, [&](const LayerValue& value) {
                   Node one = table_node();
                   add_member(one, "value",
                              value.value ? text_node(value_text(value)) : null_node());
                   add_member(one, "file", text_node(value.at.file));
                   add_member(one, "line", json_count(value.at.line));
                   add_member(one, "entered_by", json_text_or_null(value.entered_by));
                   add_member(one, "checked_by", json_text_or_null(value.checked_by));
                   add_member(one, "counts", boolean_node(counts(conflict, value)));
                   return one;
               }));
    return node;
}

} // namespace unbracket::linting
