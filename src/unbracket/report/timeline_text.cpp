#include "unbracket/report/timeline_text.hpp"

#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/timeline_phrase.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// What was found from one date on.
struct Spell {
    std::size_t date;
    VerdictKind verdict;
};

class TimelineScreen {
public:
    TimelineScreen(const Timeline& timeline, const ScreenOptions& options)
        : timeline_(timeline), case_(timeline.whole.negotiation), page_(options),
          is_full_(options.lists == Lists::full) {
        for (std::size_t i = 0; i < timeline_.dates.size(); ++i) {
            const auto& standing = timeline_.dates[i].standing;
            if (standing && (spells_.empty() || spells_.back().verdict != standing->verdict)) {
                spells_.push_back({i, standing->verdict});
            }
        }
    }

    std::string text() {
        page_.title(phrase::timeline_heading(timeline_));
        put_answer();
        put_changes();
        put_course();
        put_deadlines();
        put_undated();
        if (timeline_.was_stopped) {
            page_.paragraph("Stopped before the end: later dates were not decided.");
        }
        page_.paragraph("More: check --as-of DATE, diff CASE@DATE CASE@DATE, sources --by date; "
                        "all: -v");
        return page_.text();
    }

private:
    std::string date_text(std::size_t at) const {
        const TimelineDate& date = timeline_.dates[at];
        const std::optional<Date> own = phrase::own_date(timeline_);
        const bool is_ahead = own && date.is_read && date.date > *own;
        return to_reading_text(date.date) + (is_ahead ? "*" : "");
    }

    void put_answer() {
        page_.heading("ANSWER");
        if (spells_.empty()) {
            page_.line(timeline_.dates.empty()
                           ? "Nothing in this file has a date."
                           : "Nothing here is dated up to that day, or no date could be decided; "
                             "check --as-of DATE answers for one day.");
            return;
        }
        if (spells_.size() == 1) {
            page_.line("The same after every date, under the entries of that date: " +
                       verdict_words(spells_[0].verdict) + ".");
        } else {
            page_.line(counted(spells_.size() - 1, "change", "changes") +
                       " of the answer, under "
                       "the entries of each date: " +
                       listed_apart(spell_texts(), page_.most(6)) + ".");
        }
        put_effort();
    }

    std::vector<std::string> spell_texts() const {
        std::vector<std::string> texts;
        for (const Spell& spell : spells_) {
            texts.push_back(verdict_words(spell.verdict) + " from " + date_text(spell.date));
        }
        return texts;
    }

    template <class Holds>
    std::size_t count_of(const Holds& holds) const {
        return static_cast<std::size_t>(
            std::count_if(timeline_.dates.begin(), timeline_.dates.end(), holds));
    }

    /// Which dates were decided anew, and that the others needed no search.
    void put_effort() {
        const auto is_read = [](const TimelineDate& date) { return date.is_read; };
        const auto is_kept = [](const TimelineDate& date) {
            return date.is_read && !date.standing && date.problems.empty();
        };
        const auto read = count_of(is_read);
        const auto kept = count_of(is_kept);
        if (kept > 0 && !timeline_.was_stopped) {
            page_.line(count_text(kept) + " of " + counted(read, "date", "dates") +
                       (kept == 1 ? " leaves every value as it was and keeps"
                                  : " leave every value as it was and keep") +
                       " the answer without a new search.");
        }
        if (const std::optional<Date> own = phrase::own_date(timeline_)) {
            page_.line("* After the file's own date, " + to_reading_text(*own) +
                       ": entered ahead, not observed.");
        }
    }

    /// Values that changed, one line each, then what only rests on something else.
    std::vector<std::string> changed_entries(std::size_t at) const {
        const TimelineDate& date = timeline_.dates[at];
        const auto before = at == 0 ? std::nullopt : date_with_case(timeline_, at - 1);
        if (!before) {
            return {"first date"};
        }
        std::vector<std::string> lines;
        std::vector<std::string> bases;
        const CasePair cases{timeline_.dates[*before].known->negotiation, date.known->negotiation,
                             "", ""};
        for (const EntryChange& change : differing::limits_first(date.changes.entries)) {
            const bool is_line = change.value_changed || is_full_;
            (is_line ? lines : bases)
                .push_back(is_line ? differing::entry_line(cases, change) : change.address);
        }
        if (!bases.empty()) {
            lines.push_back("in basis only: " + listed(bases, 2));
        }
        if (lines.empty()) {
            lines.emplace_back("no entry; what is said of drafts, or the questions");
        }
        return lines;
    }

    /// Whether a reader has to see that date: a value changed, or the answer or its grounds.
    bool is_news(std::size_t at) const {
        const TimelineDate& date = timeline_.dates[at];
        const Standing* before = at == 0 ? nullptr : standing_after(timeline_, at - 1);
        const auto& entries = date.changes.entries;
        return !date.problems.empty() || before == nullptr ||
               (date.standing && *date.standing != *before) ||
               std::any_of(entries.begin(), entries.end(),
                           [](const EntryChange& change) { return change.value_changed; });
    }

    std::string grounds(std::size_t at) const {
        const Standing& standing = *timeline_.dates[at].standing;
        const Standing* before = at == 0 ? nullptr : standing_after(timeline_, at - 1);
        if (before != nullptr && before->has_same_grounds(standing)) {
            return "turns on the same";
        }
        const std::vector<std::string> names = standing.grounds();
        return names.empty() ? "turns on no single entry or question"
                             : "turns on: " + listed(names, page_.most(6));
    }

    Rows rows_of(std::size_t at) const {
        const TimelineDate& date = timeline_.dates[at];
        const Standing* standing = standing_after(timeline_, at);
        if (!date.problems.empty()) {
            return {{date_text(at), "not answered", "", "",
                     "not valid as known then: " + date.problems.front().what}};
        }
        Rows rows;
        std::vector<std::string> lines = changed_entries(at);
        const std::size_t shown = std::min(lines.size(), page_.most(4));
        for (std::size_t i = 0; i < shown; ++i) {
            rows.push_back({"", "", "", "", lines[i]});
        }
        if (shown < lines.size()) {
            rows.push_back({"", "", "", "", count_text(lines.size() - shown) + " more entries"});
        }
        if (date.standing) {
            rows.push_back({"", "", "", "", grounds(at)});
        }
        rows[0][0] = date_text(at);
        rows[0][1] = standing == nullptr ? "" : verdict_words(standing->verdict);
        if (date.standing) {
            const ZoneCount& count = date.standing->count;
            rows[0][2] = count_cell(count, count.possible);
            rows[0][3] = count_cell(count, count.sure);
        }
        return rows;
    }

    void put_changes() {
        Rows rows = {{"from", "answer", "possible", "sure", "what changed"}};
        std::vector<std::string> quiet;
        std::size_t shown = 0;
        std::size_t left = 0;
        for (std::size_t i = 0; i < timeline_.dates.size(); ++i) {
            const TimelineDate& date = timeline_.dates[i];
            if (!date.known && date.problems.empty()) {
                continue;
            }
            if (!is_full_ && !is_news(i)) {
                quiet.push_back(date_text(i));
                continue;
            }
            if (shown == page_.most(6)) {
                ++left;
                continue;
            }
            ++shown;
            const Rows more = rows_of(i);
            rows.insert(rows.end(), more.begin(), more.end());
        }
        if (shown == 0) {
            return;
        }
        page_.heading("CHANGES");
        page_.table(rows);
        if (left > 0) {
            page_.line(counted(left, "more date changes", "more dates change") +
                       " something; -v lists all.");
        }
        if (!quiet.empty()) {
            page_.line("Only what entries rest on, or what is said of drafts, changes on " +
                       listed(quiet, 6) + "; the answer and what it turns on do not.");
        }
    }

    static const char* lead(OccurrenceKind kind) {
        switch (kind) {
        case OccurrenceKind::draft:
            return "draft ";
        case OccurrenceKind::change:
            return "entries: ";
        case OccurrenceKind::driver:
        case OccurrenceKind::full:
            return "lever: ";
        case OccurrenceKind::deadline:
            return "due: ";
        case OccurrenceKind::claim:
            return "figure: ";
        case OccurrenceKind::event:
        case OccurrenceKind::informed:
        case OccurrenceKind::fallback:
        case OccurrenceKind::statement:
            break;
        }
        return "";
    }

    /// The statements of one date: in one line, or one line each.
    std::vector<std::string> said_on(const TimelineDate& date) const {
        std::vector<std::string> said;
        for (const Occurrence& occurrence : date.occurrences) {
            if (occurrence.kind == OccurrenceKind::statement) {
                said.push_back(is_full_
                                   ? phrase::statement_line(case_, StatementId(occurrence.position))
                                   : phrase::occurrence_text(case_, occurrence));
            }
        }
        std::vector<std::string> keys;
        for (const StatementId id : date.superseded) {
            keys.push_back(case_.statement(id).key);
        }
        const std::string gone = keys.empty() ? "" : "no longer stands: " + listed(keys, 4);
        if (!is_full_ && !said.empty()) {
            return {"said: " + listed(said, 3) + (gone.empty() ? "" : "; " + gone)};
        }
        if (!gone.empty()) {
            said.push_back(gone);
        }
        return said;
    }

    std::vector<std::string> lines_of(const TimelineDate& date) const {
        std::vector<std::string> lines;
        std::size_t left = 0;
        for (const Occurrence& occurrence : date.occurrences) {
            if (occurrence.kind == OccurrenceKind::statement) {
                continue;
            }
            if (lines.size() == page_.most(4)) {
                ++left;
                continue;
            }
            lines.push_back(lead(occurrence.kind) + phrase::occurrence_text(case_, occurrence));
        }
        if (left > 0) {
            lines.push_back(count_text(left) + " more");
        }
        const std::vector<std::string> said = said_on(date);
        lines.insert(lines.end(), said.begin(), said.end());
        return lines;
    }

    void put_course() {
        Rows rows;
        const std::size_t shown = std::min(timeline_.dates.size(), page_.most(12));
        for (std::size_t i = 0; i < shown; ++i) {
            std::string date = date_text(i);
            for (const std::string& line : lines_of(timeline_.dates[i])) {
                rows.push_back({date, line});
                date.clear();
            }
        }
        if (!rows.empty()) {
            page_.heading("COURSE");
            page_.table(rows);
        }
        if (shown < timeline_.dates.size()) {
            page_.line(counted(timeline_.dates.size() - shown, "later date", "later dates") +
                       " left out; -v lists all.");
        }
    }

    void put_deadlines() {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < case_.deadlines.size(); ++i) {
            const auto& date = case_.deadlines[i].date;
            lines.push_back(phrase::occurrence_text(case_, {OccurrenceKind::deadline, i}) +
                            (date ? ", " + to_reading_text(*date) : ", no date"));
        }
        if (!lines.empty()) {
            page_.heading("DEADLINES");
            page_.line(listed_apart(lines, page_.most(6)) + ".");
        }
    }

    void put_undated_kind(OccurrenceKind kind, const char* word, std::size_t usual) {
        std::vector<std::string> texts;
        for (const Occurrence& occurrence : timeline_.undated) {
            if (occurrence.kind == kind) {
                texts.push_back(is_full_ ? phrase::occurrence_text(case_, occurrence)
                                         : phrase::occurrence_name(case_, occurrence));
            }
        }
        if (!texts.empty()) {
            page_.line(std::string(word) + ": " + listed_apart(texts, page_.most(usual)) + ".");
        }
    }

    void put_undated_statements() {
        const auto is_said = [](const Occurrence& one) {
            return one.kind == OccurrenceKind::statement;
        };
        const auto count =
            std::count_if(timeline_.undated.begin(), timeline_.undated.end(), is_said);
        if (is_full_) {
            put_undated_kind(OccurrenceKind::statement, "Said", 0);
        } else if (count > 0) {
            page_.line(counted(static_cast<std::size_t>(count), "statement", "statements") +
                       " without a date; -v lists them.");
        }
    }

    void put_undated() {
        page_.heading("UNDATED");
        put_undated_kind(OccurrenceKind::event, "Meetings and the like", 4);
        put_undated_kind(OccurrenceKind::draft, "Drafts", 4);
        put_undated_kind(OccurrenceKind::driver, "Levers and costs", 4);
        put_undated_statements();
    }

    const Timeline& timeline_;
    const Case& case_;
    Page page_;
    bool is_full_;
    std::vector<Spell> spells_;
};

} // namespace

namespace phrase {

std::string timeline_heading(const Timeline& timeline) {
    std::string heading = case_title(timeline.whole.negotiation);
    if (timeline.dates.empty()) {
        return heading;
    }
    const std::string first = to_reading_text(timeline.dates.front().date);
    const std::string last = to_reading_text(timeline.dates.back().date);
    return heading + " - " + (first == last ? first : first + " to " + last) + " - " +
           counted(timeline.dates.size(), "date", "dates");
}

std::optional<Date> own_date(const Timeline& timeline) {
    const Node* node = timeline.whole.document.find("as_of");
    const std::optional<Date> date = node == nullptr ? std::nullopt : parse_date(node->text);
    const bool has_later = date && std::any_of(timeline.dates.begin(), timeline.dates.end(),
                                               [&](const TimelineDate& one) {
                                                   return one.is_read && one.date > *date;
                                               });
    return has_later ? date : std::nullopt;
}

} // namespace phrase

std::string timeline_text(const Timeline& timeline, const ScreenOptions& options) {
    return TimelineScreen(timeline, options).text();
}

} // namespace unbracket
