#include "unbracket/base/date.hpp"
#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/trace_text.hpp"
#include "unbracket/robust/evidence.hpp"

namespace unbracket::tracing {

namespace {

std::string named(const std::string& key, const std::string& title, std::size_t position) {
    return !key.empty() ? key : !title.empty() ? title : std::to_string(position + 1);
}

} // namespace

std::string_view kind_name(const Traced& thing) {
    return std::visit(
        Overloaded{[](EntryId) -> std::string_view { return "entry"; },
                   [](const std::vector<EntryId>&) -> std::string_view { return "entries"; },
                   [](StatementId) -> std::string_view { return "statement"; },
                   [](DraftId) -> std::string_view { return "draft"; },
                   [](AlternativeId) -> std::string_view { return "alternative"; }},
        thing);
}

std::string_view name(RecordKind kind) {
    switch (kind) {
    case RecordKind::quantity:
        return "quantity";
    case RecordKind::draft:
        return "draft";
    case RecordKind::document:
        return "document";
    case RecordKind::driver:
        return "driver";
    case RecordKind::change:
        return "change";
    case RecordKind::event:
        return "event";
    case RecordKind::step:
        return "step";
    case RecordKind::deadline:
        return "deadline";
    case RecordKind::ratification:
        break;
    }
    return "ratification";
}

std::string record_name(const Case& negotiation, const Record& record) {
    const std::size_t at = record.position;
    switch (record.kind) {
    case RecordKind::quantity:
        return negotiation.quantities[at].key;
    case RecordKind::draft:
        return negotiation.drafts[at].key;
    case RecordKind::document:
        return negotiation.documents[at].key;
    case RecordKind::driver:
        return named(negotiation.drivers[at].key, negotiation.drivers[at].title, at);
    case RecordKind::change:
        return to_iso(negotiation.changes[at].date);
    case RecordKind::event:
        return named(negotiation.events[at].key, negotiation.events[at].title, at);
    case RecordKind::step:
        return named("", negotiation.steps[at].title, at);
    case RecordKind::deadline:
        return named("", negotiation.deadlines[at].title, at);
    case RecordKind::ratification:
        break;
    }
    return named("", negotiation.ratifications[at].by, at);
}

std::string_view undone(EntryKind kind) {
    return is_left_out_whole(kind) ? "left out" : "unknown";
}

namespace {

std::string_view words_name(WhoseWords words) {
    switch (words) {
    case WhoseWords::own:
        return "own_words";
    case WhoseWords::experts:
        return "experts";
    case WhoseWords::narrator:
        return "narrator";
    case WhoseWords::others:
        break;
    }
    return "others_words";
}

} // namespace

std::string_view coverage_of(const Case& negotiation, EntryId entry) {
    const Entry& given = negotiation.entry(entry);
    switch (given.basis) {
    case Basis::reported:
        return words_name(whose_words(negotiation, given));
    case Basis::inferred:
        return "inferred";
    case Basis::assumed:
        break;
    }
    return "assumed";
}

} // namespace unbracket::tracing
