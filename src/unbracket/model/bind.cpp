#include "unbracket/base/require.hpp"
#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <algorithm>
#include <array>

// The order of the parts. First everything that has an id, so that the rest may refer to it in any
// order; then the entries, section by section as they stand in the document; then what refers to
// entries. Problems are collected all along, and a case comes out only if there is none.

namespace unbracket::binding {

namespace {

struct EntrySection {
    std::string_view key;
    void (*bind)(Context&);
};
constexpr std::array<EntrySection, 8> entry_sections = {{
    {"issue", bind_assessments},
    {"fallback", bind_fallbacks},
    {"intent", bind_intents},
    {"order", bind_weight_orders},
    {"rule", bind_rules},
    {"limit", bind_limits},
    {"bonus", bind_bonuses},
    {"risk", bind_risks},
}};
constexpr std::array<std::string_view, 25> other_sections = {
    "unbracket",  "title",      "as_of",       "summary",      "party",  "person", "source",
    "agreement",  "point",      "document",    "package",      "words",  "draft",  "said",
    "entry",      "change",     "alternative", "quantity",     "driver", "event",  "step",
    "entered_by", "checked_by", "view",        "accepts_less",
};
constexpr std::array<std::string_view, 2> last_sections = {"deadline", "ratify"};

/// False where nothing else should be read: the file is of another format or version.
bool is_this_format(Context& context) {
    const Node& document = context.document;
    const bool is_json = document.at.file.text().ends_with(".json");
    const std::string first_line =
        is_json ? "begin the object with \"unbracket\": 1" : "begin the file with `unbracket = 1`";
    if (document.kind != NodeKind::table || document.members.empty()) {
        context.problems.add(document.at, "the file is empty", first_line);
        return false;
    }
    const Node* version = document.find("unbracket");
    if (version == nullptr) {
        context.problems.add(document.at, "the file does not name its format version", first_line);
        return true;
    }
    if (version->kind != NodeKind::number || version->text != "1") {
        const std::string what = version->kind == NodeKind::number
                                     ? "format version " + quoted(version->text) + " is not known"
                                     : "the format version is " +
                                           std::string(name_of_kind(version->kind)) +
                                           ", not a number";
        context.problems.add(version->at, what,
                             is_json ? "this program reads \"unbracket\": 1"
                                     : "this program reads `unbracket = 1`");
        return false;
    }
    return true;
}

void bind_head(Context& context) {
    Table table(context, context.document, "the case", "{ unbracket = 1, ... }");
    for (const auto sections : {std::span<const std::string_view>(other_sections),
                                std::span<const std::string_view>(last_sections)}) {
        for (const std::string_view key : sections) {
            table.find(key);
        }
    }
    for (const EntrySection& section : entry_sections) {
        table.find(section.key);
    }
    context.result.title = table.text("title");
    context.result.summary = table.text("summary");
    table.text("entered_by"); // read with the entries
    table.text("checked_by");
    const std::optional<Date> date = table.date("as_of");
    context.as_of = context.as_of ? context.as_of : date;
    context.result.as_of = context.as_of;
    table.refuse_others();
}

/// The part of a case says whose part it is; the whole says nothing.
void bind_view(Context& context) {
    const Node* view = context.document.find("view");
    if (view == nullptr) {
        return;
    }
    const Visibility audience = read_visibility(context, *view);
    if (view->text == "mediator") {
        context.problems.add(view->at, "the mediator sees the whole case, and `view` marks a part",
                             "leave it out");
    } else if (audience.kind != VisibilityKind::mediator) {
        context.result.view = view->text;
    }
}

void bind_ids(Context& context) {
    bind_words(context);
    bind_parties(context);
    bind_view(context);
    bind_persons(context);
    bind_sources(context);
    name_drafts(context);
    name_statements(context);
    name_alternatives(context);
    bind_documents(context);
    bind_points(context);
    bind_issues(context);
}

void bind_entries(Context& context) {
    for (const Node::Member& member : context.document.members) {
        for (const EntrySection& section : entry_sections) {
            if (section.key == member.key) {
                section.bind(context);
            }
        }
    }
}

/// What find_entered() relies on.
template <class Things>
bool is_in_order_of_entries(const Things& things) {
    return std::is_sorted(things.begin(), things.end(),
                          [](const auto& a, const auto& b) { return a.entry < b.entry; });
}

bool is_in_order_of_entries(const Case& negotiation) {
    return is_in_order_of_entries(negotiation.rules) &&
           is_in_order_of_entries(negotiation.limits) &&
           is_in_order_of_entries(negotiation.bonuses) &&
           is_in_order_of_entries(negotiation.risks) &&
           is_in_order_of_entries(negotiation.intents) &&
           is_in_order_of_entries(negotiation.weight_orders);
}

} // namespace

Result<Case> bind_once(const Node& document, std::optional<Date> as_of, References references) {
    Context context(document, as_of);
    context.references = references;
    if (is_this_format(context)) {
        bind_head(context);
        bind_ids(context);
        bind_entries(context);
        bind_supposed_less(context);
        bind_agreement(context);
        bind_scales(context);
        bind_drafts(context);
        settle_fallbacks(context);
        bind_statements(context);
        bind_entry_notes(context);
        bind_facts(context);
        bind_talks(context);
        bind_changes(context);
        bind_alternatives(context);
    }
    if (!context.problems.empty()) {
        return context.problems.in_order();
    }
    UNBRACKET_ASSERT(is_in_order_of_entries(context.result));
    return std::move(context.result);
}

} // namespace unbracket::binding
