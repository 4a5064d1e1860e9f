#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/standing_json.hpp"
#include "unbracket/report/what_if_text.hpp"

#include <utility>

namespace unbracket {

namespace {

Node row_node(const WhatIfTable& table, const WhatIfRow& row, const JsonOptions& options) {
    const Case& changed = row.what_if.changed.negotiation;
    const CasePair cases{table.base.negotiation, changed, "", ""};
    Node node = table_node();
    add_member(node, "label", text_node(row.what_if.label));
    add_member(node, "changes", text_node(row.what_if.asked));
    add_member(node, "digest", text_node(changed.digest));
    add_member(node, "standing", row.standing ? standing_json(*row.standing) : null_node());
    add_member(node, "entries", json_list(row.changes.entries, [&](const EntryChange& change) {
                   return differing::entry_change_node(cases, change, options);
               }));
    return node;
}

} // namespace

Node what_if_json(const WhatIfTable& table, const JsonOptions& options) {
    Node answer = table_node();
    add_identity(answer, table.base.negotiation);
    add_member(answer, "standing", standing_json(table.standing));
    add_member(answer, "what_ifs", json_list(table.rows, [&](const WhatIfRow& row) {
                   return row_node(table, row, options);
               }));
    add_member(answer, "complete", boolean_node(!table.was_stopped));
    return answer;
}

} // namespace unbracket
