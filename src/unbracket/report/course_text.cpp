#include "unbracket/report/course_text.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/timeline_phrase.hpp"
#include "unbracket/report/timeline_text.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Rows = std::vector<std::vector<std::string>>;

class CourseSections {
public:
    CourseSections(const Timeline& timeline, Page& page)
        : timeline_(timeline), case_(timeline.whole.negotiation), page_(page) {}

    void put() {
        put_course();
        put_deadlines();
        put_undated();
    }

private:
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
                said.push_back(page_.is_full()
                                   ? phrase::statement_line(case_, StatementId(occurrence.position))
                                   : phrase::occurrence_text(case_, occurrence));
            }
        }
        std::vector<std::string> keys;
        for (const StatementId id : date.superseded) {
            keys.push_back(
                phrase::occurrence_text(case_, {OccurrenceKind::statement, as_index(id)}));
        }
        const std::string gone = keys.empty() ? "" : "no longer stands: " + listed(keys, 4);
        if (!page_.is_full() && !said.empty()) {
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
            std::string date = phrase::date_text(timeline_, i);
            for (const std::string& line : lines_of(timeline_.dates[i])) {
                rows.push_back({date, line});
                date.clear();
            }
        }
        if (!rows.empty()) {
            page_.heading("COURSE");
            page_.table(rows, 1);
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
                texts.push_back(page_.is_full() ? phrase::occurrence_text(case_, occurrence)
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
        if (page_.is_full()) {
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
    Page& page_;
};

} // namespace

void put_course(const Timeline& timeline, Page& page) {
    CourseSections(timeline, page).put();
}

} // namespace unbracket
