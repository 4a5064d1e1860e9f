#include "unbracket/report/trace_text.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/entry_value.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/show_table.hpp"
#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hard_entries.hpp"

#include <vector>

namespace unbracket {

namespace {

class TraceText {
public:
    TraceText(const Case& negotiation, const Trace& trace, const ScreenOptions& options)
        : case_(negotiation), trace_(trace), page_(options) {}

    std::string text() {
        page_.title(case_heading(case_));
        std::visit([this](const auto& one) { put_head(one); }, trace_.thing);
        put_origin();
        put_uses();
        put_verdict();
        return page_.text();
    }

private:
    static std::string place_words(const SourcePosition& at) {
        return at.file.empty() ? "place not known: set on the command line or by an answer, or "
                                 "seen through a view"
                               : to_string(SourcePosition{at.file, at.line, 0});
    }

    void put_head(EntryId id) {
        const Entry& entry = case_.entry(id);
        page_.heading("ENTRY");
        page_.line(entry.address + ": " + entry_with_basis(case_, id));
        page_.line("says " + written_value(case_, id).text + "; " + place_words(entry.at));
        put_people(entry);
    }

    template <class Thing>
    void put_people(const Thing& thing) {
        const std::string people = phrase::people(thing.entered_by, thing.checked_by);
        if (!people.empty()) {
            page_.line(people);
        }
    }

    void put_head(const std::vector<EntryId>& entries) {
        page_.heading("ENTRIES");
        page_.line(counted(entries.size(), "entry stands", "entries stand") + " below it:");
        for (const EntryId id : entries) {
            page_.item("-", case_.entry(id).address + ": " + entry_with_basis(case_, id));
        }
    }

    void put_head(StatementId id) {
        const Statement& statement = case_.statement(id);
        page_.heading("STATEMENT");
        page_.line(phrase::speaker(case_, statement) + " (" + phrase::speaks_as(case_, statement) +
                   ")");
        page_.line(phrase::statement_line(case_, id));
        if (!statement.at.file.empty()) {
            page_.line(place_words(statement.at));
        }
        put_people(statement);
    }

    void put_head(DraftId id) {
        const Draft& draft = case_.draft(id);
        page_.heading("DRAFT");
        std::string line = draft.key + (draft.title.empty() ? "" : ": " + draft_name(draft));
        line += draft.date ? ", " + to_reading_text(*draft.date) : ", no date";
        line += draft.by.empty() ? "" : ", by " + party_names(case_, draft.by);
        line += draft.from ? ", made from " + case_.draft(*draft.from).key : "";
        page_.line(line);
    }

    void put_head(AlternativeId id) {
        const Alternative& alternative = case_.alternatives[as_index(id)];
        page_.heading("QUESTION");
        page_.line(alternative.key + ": " + alternative.question);
    }

    /// A statement with its speaker; where it is under one entry, whether these are the party's own
    /// words.
    std::string told(StatementId id) const {
        const Statement& statement = case_.statement(id);
        const auto* entry = std::get_if<EntryId>(&trace_.thing);
        const bool is_own = entry != nullptr && is_own_word(statement, case_.entry(*entry));
        return phrase::speaker(case_, statement) + " (" + phrase::speaks_as(case_, statement) +
               (is_own ? "; its own words" : "") + ") - " + phrase::statement_line(case_, id);
    }

    void put_statements(const std::string& lead, const std::vector<StatementId>& statements) {
        if (!statements.empty()) {
            page_.line(lead);
        }
        for (const StatementId id : statements) {
            page_.item("-", told(id));
        }
    }

    void put_origin() {
        if (std::holds_alternative<StatementId>(trace_.thing)) {
            return;
        }
        showing::begin_section(page_, "FROM");
        const bool is_alternative = std::holds_alternative<AlternativeId>(trace_.thing);
        const bool is_draft = std::holds_alternative<DraftId>(trace_.thing);
        put_statements(is_alternative ? "statements that speak to it:"
                       : is_draft     ? "statements about the text:"
                                      : "reported by:",
                       trace_.reported_by);
        put_statements("inferred from:", trace_.inferred_from);
        if (trace_.reported_by.empty() && trace_.inferred_from.empty()) {
            page_.line("No statement stands under it.");
        } else {
            page_.line(counted(trace_.voices, "voice", "voices") + " in all.");
        }
    }

    std::string keys(const std::vector<StatementId>& statements) const {
        std::vector<std::string> names;
        for (const StatementId id : statements) {
            names.push_back(phrase::statement_with_speaker(case_, id));
        }
        return listed(names, names.size());
    }

    std::string addresses(const std::vector<EntryId>& entries) const {
        std::vector<std::string> names;
        for (const EntryId id : entries) {
            names.push_back(case_.entry(id).address);
        }
        return listed(names, names.size());
    }

    void put_use(const std::string& lead, const std::string& list) {
        if (!list.empty()) {
            page_.item("-", lead + " " + list + ".");
        }
    }

    void put_uses() {
        showing::begin_section(page_, "CARRIES");
        const std::size_t before = page_.text().size();
        if (!std::holds_alternative<std::vector<EntryId>>(trace_.thing)) {
            put_use(entries_lead(), addresses(trace_.entries));
        }
        put_use("alone under", addresses(trace_.alone));
        put_use("judged by", keys(trace_.judged_by));
        put_use("its judgements bind: they limit the readings of",
                trace_.binds.empty() ? "" : party_names(case_, trace_.binds));
        put_use("passed on by", keys(trace_.relayed_by));
        put_use("superseded by", keys(trace_.superseded_by));
        put_use("in contradiction with", keys(trace_.contradicts));
        put_use("asked about by", questions());
        for (const Record& record : trace_.records) {
            put_use(record_lead(record.kind) + std::string(tracing::name(record.kind)),
                    tracing::record_name(case_, record));
        }
        put_conflicts();
        if (page_.text().size() == before) {
            page_.line("Nothing refers to it.");
        }
    }

    /// Changes set entries, levers move them; everything else names a thing.
    std::string record_lead(RecordKind kind) const {
        const bool is_entry = std::holds_alternative<EntryId>(trace_.thing) ||
                              std::holds_alternative<std::vector<EntryId>>(trace_.thing);
        return !is_entry ? "named by " : kind == RecordKind::change ? "set by " : "moved by ";
    }

    std::string entries_lead() const {
        if (std::holds_alternative<StatementId>(trace_.thing)) {
            return "stands under";
        }
        return std::holds_alternative<DraftId>(trace_.thing) ? "as good as it:" : "its answers set";
    }

    std::string questions() const {
        std::vector<std::string> names;
        for (const AlternativeId id : trace_.alternatives) {
            names.push_back(case_.alternatives[as_index(id)].key);
        }
        return listed(names, names.size());
    }

    void put_conflicts() {
        for (const TracedConflict& conflict : trace_.conflicts) {
            const bool is_sure = conflict.question == Certainty::sure;
            put_use(std::string("in a conflict; these cannot all hold") +
                        (is_sure ? " in every reading:" : ":"),
                    addresses(conflict.entries));
        }
        if (!trace_.conflicts_are_all) {
            page_.item("-", "Not all conflicts were listed; `why --all` lists them.");
        }
    }

    void put_verdict() {
        showing::begin_section(page_, "VERDICT");
        page_.line("as the file stands: " + verdict_words(trace_.verdict) + ".");
        std::visit([this](const auto& one) { put_change(one); }, trace_.thing);
    }

    void put_change(EntryId id) {
        const bool is_off = is_switched_off(case_, id);
        const std::string how =
            "with it " +
            (is_off ? "switched on" : std::string(tracing::undone(case_.entry(id).kind))) + ": ";
        page_.line(how + (trace_.without ? verdict_words(*trace_.without) : "no valid case") + ".");
        const bool is_order = case_.entry(id).kind == EntryKind::weight_order;
        if (!trace_.can_move_verdict && !is_off && !is_order) {
            page_.line("No value of it can move the verdict.");
        }
    }

    void put_change(const std::vector<EntryId>& /*entries*/) {
        page_.line("Trace one of these entries to see the verdict without it.");
    }

    void put_change(StatementId id) {
        const Statement& statement = case_.statement(id);
        if (trace_.without) {
            page_.line("without it, and without what rests on it alone: " +
                       verdict_words(*trace_.without) + ".");
        } else {
            page_.line("A dated change that rests on it was made already: --without " +
                       statement.key + " shows the case without both.");
        }
    }

    void put_change(DraftId id) {
        page_.line("How it fares: unbracket score --draft " + case_.draft(id).key +
                   ", unbracket why --draft " + case_.draft(id).key + ".");
    }

    void put_change(AlternativeId /*id*/) {
        for (const AnswerVerdict& answer : trace_.answers) {
            page_.line("answered " + answer.key + ": " +
                       (answer.verdict ? verdict_words(*answer.verdict) + "."
                                       : "no valid case, " + answer.problem));
        }
    }

    const Case& case_;
    const Trace& trace_;
    Page page_;
};

} // namespace

std::string trace_text(const Case& negotiation, const Trace& trace, const ScreenOptions& options) {
    return TraceText(negotiation, trace, options).text();
}

} // namespace unbracket
