#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/case_words.hpp"

#include <algorithm>

// What each entry rests on: the statements under it, or what [[entry]] says. Who may see it is read
// from the same places by model/sight.

namespace unbracket::binding {

namespace {

/// The entries that an address names: one, or all of one party on one issue where the address stops
/// there.
std::vector<EntryId> entries_named(const Context& context, const std::string& address) {
    if (const auto found = context.entry_at.find(address); found != context.entry_at.end()) {
        return {found->second};
    }
    const auto below = context.entries_below.find(address);
    return below == context.entries_below.end() ? std::vector<EntryId>{} : below->second;
}

void report_unknown_address(Context& context, const std::string& address, const SourcePosition& at,
                            const std::string& who) {
    if (context.references == References::may_dangle) {
        return;
    }
    context.problems.add(at, who + " names " + quoted(address) + ", but there is no such entry",
                         context.problems.suggestion(address, context.addresses));
}

/// Where an address stands in the list of a statement; of the statement itself where it is unclear.
const SourcePosition& place_of(const Node& statement, std::string_view key, std::size_t index) {
    const Node* list = statement.find(key);
    if (list == nullptr) {
        return statement.at;
    }
    const auto items = items_of(*list);
    return index < items.size() ? items[index].at : list->at;
}

struct Link {
    std::string_view key; // "supports" or "suggests"
    const std::vector<std::string> Statement::* addresses;
    std::vector<StatementId> Entry::* under;
};

void link_statement(Context& context, StatementId id, const Node& node, const Link& link) {
    const Statement& statement = context.result.statements[as_index(id)];
    if (!statement.exists) {
        return; // what it names may not exist yet either
    }
    const std::vector<std::string>& addresses = statement.*link.addresses;
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const std::vector<EntryId> named = entries_named(context, addresses[i]);
        if (named.empty()) {
            report_unknown_address(context, addresses[i], place_of(node, link.key, i),
                                   "statement " + quoted(statement.key));
        }
        for (const EntryId entry : named) {
            std::vector<StatementId>& under = context.entry(entry).*link.under;
            if (under.empty() || under.back() != id) {
                under.push_back(id);
            }
        }
    }
}

void link_statements(Context& context) {
    const std::span<const Node> items = section_items(context, "said", ReportKind::no);
    for (std::size_t i = 0; i < context.result.statements.size(); ++i) {
        const StatementId id(i);
        link_statement(context, id, items[i],
                       {"supports", &Statement::supports, &Entry::supported_by});
        link_statement(context, id, items[i],
                       {"suggests", &Statement::suggests, &Entry::suggested_by});
    }
}

void settle_basis(Entry& entry) {
    if (!entry.supported_by.empty()) {
        entry.basis = Basis::reported;
    } else if (!entry.suggested_by.empty()) {
        entry.basis = Basis::inferred;
    }
}

/// What one [[entry]] says of the entries it names.
struct EntryNote {
    std::vector<EntryId> named;
    std::optional<Basis> basis;
    std::optional<Firmness> firmness;
    std::string entered_by;
    std::string checked_by;
};

EntryNote read_entry_note(Context& context, const Node& node,
                          std::unordered_map<std::string, bool>& seen) {
    Table table(context, node, "[[entry]]", "{ at = \"fallback.PARTY\", basis = \"inferred\" }");
    const Node* at = table.need("at");
    const Node* basis = table.find("basis");
    const Node* firmness = table.find("firmness");
    EntryNote note;
    note.entered_by = table.text("entered_by");
    note.checked_by = table.text("checked_by");
    table.check_visibility();
    table.refuse_others();
    const auto address = at == nullptr ? std::nullopt : read_text(context, *at, "`at`");
    if (!address) {
        return note;
    }
    note.named = entries_named(context, *address);
    if (note.named.empty()) {
        report_unknown_address(context, *address, at->at, "[[entry]]");
    }
    if (!seen.emplace(*address, true).second) {
        context.problems.add(at->at, "two [[entry]] speak of " + quoted(*address),
                             "put all that is to be said into one");
    }
    if (basis != nullptr) {
        note.basis = read_word<Basis>(context, *basis, basis_words, "`basis`");
    }
    if (firmness != nullptr) {
        note.firmness = read_word<Firmness>(context, *firmness, firmness_words, "`firmness`");
    }
    return note;
}

void apply(Context& context, const EntryNote& note) {
    for (const EntryId id : note.named) {
        Entry& entry = context.entry(id);
        entry.basis = note.basis.value_or(entry.basis);
        entry.firmness = note.firmness.value_or(entry.firmness);
        entry.entered_by = note.entered_by.empty() ? entry.entered_by : note.entered_by;
        entry.checked_by = note.checked_by.empty() ? entry.checked_by : note.checked_by;
    }
}

/// What the head of a file says holds for what stands in that file, and not for what was set on top
/// of it.
template <class Thing>
void apply_head(const Context& context, std::string_view key, std::string Thing::* author,
                std::vector<Thing>& things) {
    const Node* head = context.document.find(key);
    for (Thing& thing : things) {
        if (head != nullptr && (thing.*author).empty() && thing.at.file == head->at.file) {
            thing.*author = head->text;
        }
    }
}

void apply_heads(Context& context) {
    Case& result = context.result;
    apply_head(context, "entered_by", &Entry::entered_by, result.entries);
    apply_head(context, "checked_by", &Entry::checked_by, result.entries);
    apply_head(context, "entered_by", &Statement::entered_by, result.statements);
    apply_head(context, "checked_by", &Statement::checked_by, result.statements);
}

} // namespace

void bind_entry_notes(Context& context) {
    link_statements(context);
    for (Entry& entry : context.result.entries) {
        settle_basis(entry);
    }
    std::unordered_map<std::string, bool> seen;
    std::vector<EntryNote> notes;
    for (const Node& node : section_items(context, "entry", ReportKind::yes)) {
        notes.push_back(read_entry_note(context, node, seen));
    }
    // What is said of one entry alone holds against what is said of several.
    std::stable_partition(notes.begin(), notes.end(),
                          [](const EntryNote& note) { return note.named.size() > 1; });
    for (const EntryNote& note : notes) {
        apply(context, note);
    }
    apply_heads(context);
}

} // namespace unbracket::binding
