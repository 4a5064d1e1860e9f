#include "unbracket/report/timeline_text.hpp"

#include "unbracket/report/course_text.hpp"
#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/trend_text.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// What was found from one date on.
struct Spell {
    std::optional<std::size_t> date; // nothing: before the first one
    VerdictKind verdict;
};

class TimelineScreen {
public:
    TimelineScreen(const Timeline& timeline, const ScreenOptions& options)

        : timeline_(timeline), page_(options), is_full_(options.lists == Lists::full) {
        take_spell(std::nullopt, timeline_.start.standing);
        for (std::size_t i = 0; i < timeline_.dates.size(); ++i) {
            take_spell(i, timeline_.dates[i].standing);
        }
    }

    std::string text() {
        page_.title(phrase::timeline_heading(timeline_));
        put_answer();
        put_changes();
        put_trend(timeline_, page_);
        put_course(timeline_, page_);
        if (timeline_.was_stopped) {
            page_.paragraph("Stopped before the end: later dates were not decided.");
        }
        page_.paragraph("More: check --as-of DATE, diff CASE@DATE CASE@DATE, sources --by date; "
                        "all: -v");
        return page_.text();
    }

private:
    std::string date_text(std::size_t at) const { return phrase::date_text(timeline_, at); }

    void take_spell(std::optional<std::size_t> date, const std::optional<Standing>& standing) {
        if (standing && (spells_.empty() || spells_.back().verdict != standing->verdict)) {
            spells_.push_back({date, standing->verdict});
        }
    }

    void put_answer() {
        page_.heading("ANSWER");
        if (!has_read_dates()) {
            put_undated_answer();
        } else if (spells_.empty()) {
            page_.line("No date could be decided; check --as-of DATE answers for one day.");
        } else if (spells_.size() == 1) {
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

    /// Where there is no date: how the case stands under what has none.
    void put_undated_answer() {
        page_.line(timeline_.end
                       ? "Nothing here is dated up to " + to_reading_text(*timeline_.end) + "."
                   : timeline_.dates.empty() ? "Nothing in this file has a date."
                                             : "Only plans and dues have a date in this file.");
        const TimelineDate& start = timeline_.start;
        if (start.standing) {
            page_.line(
                "Under the entries without a date: " + verdict_words(start.standing->verdict) +
                "; " + grounds(start, nullptr) + ".");
        } else if (!start.problems.empty()) {
            page_.line("What has no date is no valid case: " + start.problems.front().what + ".");
        }
    }

    std::vector<std::string> spell_texts() const {
        std::vector<std::string> texts;
        for (const Spell& spell : spells_) {
            texts.push_back(verdict_words(spell.verdict) +
                            (spell.date ? " from " + date_text(*spell.date) : " at first"));
        }
        return texts;
    }

    template <class Holds>
    std::size_t count_of(const Holds& holds) const {
        return static_cast<std::size_t>(
            std::count_if(timeline_.dates.begin(), timeline_.dates.end(), holds));
    }

    /// Whether anything gets known on some date; else there are only plans and dues, or nothing.
    bool has_read_dates() const {
        return count_of([](const TimelineDate& date) { return date.is_read; }) > 0;
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
        const LoadedCase* before = case_before(timeline_, at);
        if (before == nullptr) {
            return {"first date that could be read"};
        }
        std::vector<std::string> lines;
        std::vector<std::string> bases;
        const CasePair cases{before->negotiation, date.known->negotiation, "", ""};
        for (const EntryChange& change : differing::limits_first(date.changes.entries)) {
            const bool is_line = change.value_changed || is_full_;
            (is_line ? lines : bases)
                .push_back(is_line ? differing::entry_line(cases, change) : change.address);
        }
        add_judgements(*before, *date.known, lines);
        if (!bases.empty()) {
            lines.push_back("in basis only: " + listed(bases, 2));
        }
        if (lines.empty()) {
            lines.emplace_back("no entry; drafts or the questions");
        }
        return lines;
    }

    static std::vector<std::string> binding(const Case& negotiation) {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < negotiation.statements.size(); ++at) {
            const auto& judgements = negotiation.statements[at].judgements;
            if (std::any_of(judgements.begin(), judgements.end(), [](const Judgement& each) {
                    return each.use == JudgementUse::binds;
                })) {
                lines.push_back(phrase::statement_line(negotiation, StatementId(at)));
            }
        }
        return lines;
    }

    /// Statements that bind on one of the days alone.
    static void add_judgements(const LoadedCase& before, const LoadedCase& after,
                               std::vector<std::string>& lines) {
        const std::vector<std::string> was = binding(before.negotiation);
        const std::vector<std::string> is = binding(after.negotiation);
        const auto add = [&](const std::string& how, const auto& these, const auto& others) {
            for (const std::string& each : these) {
                if (std::find(others.begin(), others.end(), each) == others.end()) {
                    lines.push_back(how + each);
                }
            }
        };
        add("binds from now on: ", is, was);
        add("binds no longer: ", was, is);
    }

    /// Whether a reader has to see that date: a value changed, or the answer or its grounds.
    bool is_news(std::size_t at) const {
        const TimelineDate& date = timeline_.dates[at];
        const Standing* before = standing_before(timeline_, at);
        const auto& entries = date.changes.entries;
        return !date.problems.empty() || before == nullptr ||
               (date.standing && *date.standing != *before) ||
               std::any_of(entries.begin(), entries.end(),
                           [](const EntryChange& change) { return change.value_changed; });
    }

    std::string grounds(const TimelineDate& date, const Standing* before) const {
        const Standing& standing = *date.standing;
        if (before != nullptr && before->has_same_grounds(standing)) {
            return "turns on the same";
        }
        const std::vector<std::string> names = standing.grounds();
        return names.empty() ? "turns on no single entry or question"
                             : "turns on: " + listed(names, page_.most(6));
    }

    /// The row of what has no date, and a row on what that turns on.
    Rows start_rows() const {
        const TimelineDate& start = timeline_.start;
        if (!start.problems.empty()) {
            return {{"before", "not answered", "", "",
                     "not valid without what is dated: " + start.problems.front().what}};
        }
        if (!start.standing) {
            return {};
        }
        Rows rows = {{"before", verdict_words(start.standing->verdict), "", "",
                      "the entries without a date"},
                     {"", "", "", "", grounds(start, nullptr)}};
        put_counts(*start.standing, rows[0]);
        return rows;
    }

    static void put_counts(const Standing& standing, std::vector<std::string>& row) {
        row[2] = count_cell(standing.count, standing.count.possible);
        row[3] = count_cell(standing.count, standing.count.sure);
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
            rows.push_back({"", "", "", "", grounds(date, standing_before(timeline_, at))});
        }
        rows[0][0] = date_text(at);
        rows[0][1] = standing == nullptr ? "" : verdict_words(standing->verdict);
        if (date.standing) {
            put_counts(*date.standing, rows[0]);
        }
        return rows;
    }

    static void append(const Rows& more, Rows& rows) {
        rows.insert(rows.end(), more.begin(), more.end());
    }

    void put_changes() {
        if (!has_read_dates()) {
            return;
        }
        Rows rows = {{"from", "answer", "possible", "sure", "what changed"}};
        append(start_rows(), rows);
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
            append(rows_of(i), rows);
        }
        if (rows.size() == 1) {
            return;
        }
        page_.heading("CHANGES");
        page_.table(rows, 1);
        if (left > 0) {
            page_.line(counted(left, "more date changes", "more dates change") +
                       " something; -v lists all.");
        }
        if (!quiet.empty()) {
            page_.line("Only what entries rest on, or what is said of drafts, changes on " +
                       listed(quiet, 6) + "; the answer and what it turns on do not.");
        }
    }

    const Timeline& timeline_;
    Page page_;
    bool is_full_;
    std::vector<Spell> spells_;
};

} // namespace

namespace phrase {

std::string timeline_heading(const Timeline& timeline) {
    const Case& whole = timeline.whole.negotiation;
    std::string heading = case_title(whole) + supposed_movements(whole);
    if (timeline.dates.empty()) {
        return heading;
    }
    const std::string first = to_reading_text(timeline.dates.front().date);
    const std::string last = to_reading_text(timeline.dates.back().date);
    return heading + " - " + (first == last ? first : first + " to " + last) + " - " +
           counted(timeline.dates.size(), "date", "dates");
}

std::string date_text(const Timeline& timeline, std::size_t at) {
    const TimelineDate& date = timeline.dates[at];
    const std::optional<Date> own = own_date(timeline);
    const bool is_ahead = own && date.is_read && date.date > *own;
    return to_reading_text(date.date) + (is_ahead ? "*" : "");
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
