#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/diff_cases.hpp"
#include "unbracket/robust/diff_drafts.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// Two versions of a case and what to call them (file names, dates).
struct CasePair {
    const Case& before;
    const Case& after;
    std::string name_before;
    std::string name_after;
};

namespace differing {

/// `fallback.alta: 30 -> 35, assumed -> reported`
std::string entry_line(const CasePair& cases, const EntryChange& change);

/// What rules something out or says what is enough, before what is wanted; else as they were.
std::vector<EntryChange> limits_first(std::vector<EntryChange> changes);
/// The same as data: `entry`, `change`, `before` and `after`.
Node entry_change_node(const CasePair& cases, const EntryChange& change,
                       const JsonOptions& options);

/// Two drafts point by point, with what each party gains or loses: a title and sections.
void put_drafts(Page& page, const Case& negotiation, const DraftDiff& diff);

} // namespace differing

/// Adds what docs/schema/diff-drafts.schema.json says of one step, from `before` to `totals`.
void add_difference(Node& whole, const Case& negotiation, const DraftDiff& diff,
                    const JsonOptions& options);
/// The same as a table: a row for each issue, the first row names the columns.
std::vector<std::vector<std::string>> diff_table(const Case& negotiation, const DraftDiff& diff);

/// What changed between two versions of a case, and the verdict on both.
std::string diff_text(const CasePair& cases, const CaseDiff& diff,
                      const ScreenOptions& options = {});
/// The object that docs/schema/diff-cases.schema.json describes.
Node diff_json(const CasePair& cases, const CaseDiff& diff, const JsonOptions& options = {});

} // namespace unbracket
