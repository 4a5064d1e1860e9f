#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/bind_context.hpp"

#include <optional>

// The parts of bind_case in the order in which they run. Each reads one section of the document,
// adds what it finds to the case, and reports what is wrong.

namespace unbracket::binding {

// Things with ids, so that everything else can refer to them.
void bind_words(Context& context);
void bind_parties(Context& context);
void bind_persons(Context& context);
void bind_sources(Context& context);
void name_drafts(Context& context);
void name_statements(Context& context);
void name_alternatives(Context& context);
void bind_documents(Context& context);
void bind_points(Context& context);
void bind_issues(Context& context);

// Entries; called in the order in which the sections stand in the document.
void bind_assessments(Context& context);
void bind_fallbacks(Context& context);
void bind_intents(Context& context);
void bind_weight_orders(Context& context);
void bind_rules(Context& context);
void bind_limits(Context& context);
void bind_bonuses(Context& context);
void bind_risks(Context& context);

// What refers to entries and to each other.
void bind_supposed_less(Context& context);
void bind_agreement(Context& context);
void bind_scales(Context& context);
void bind_drafts(Context& context);
void settle_fallbacks(Context& context);
void bind_statements(Context& context);
void bind_entry_notes(Context& context);
void bind_facts(Context& context);
void bind_talks(Context& context);
void bind_changes(Context& context);
void bind_alternatives(Context& context);

/// All of these for a document as it stands, changes and answers left alone. Without a digest.
Result<Case> bind_once(const Node& document, std::optional<Date> as_of, References references);

} // namespace unbracket::binding
