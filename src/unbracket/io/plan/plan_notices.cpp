#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plan_case.hpp"
#include "unbracket/io/plan/words.hpp"

#include <algorithm>
#include <set>

namespace unbracket {

namespace {

class NoticeList {
public:
    explicit NoticeList(const ReadPlans& plans) : plans_(plans) {}

    std::vector<PlanNotice> collect() {
        for (std::size_t text = 0; text < plans_.texts.size(); ++text) {
            const std::size_t first = found_.size();
            add_readings(plans_.texts[text]);
            add_headings(text);
            add_matches(text);
            std::stable_sort(
                found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
                [](const PlanNotice& a, const PlanNotice& b) { return a.line < b.line; });
        }
        return std::move(found_);
    }

private:
    void add(const PlanText& text, std::uint32_t line, std::string what) {
        found_.push_back({text.file, line, std::move(what)});
    }

    void add_readings(const PlanText& text) {
        for (const UnsureReading& one : text.unsure) {
            add(text, one.line, one.what);
        }
        for (const AuthorMark& one : text.attributions) {
            add(text, one.line,
                quoted(one_line(one.text)) +
                    " tells whose words these are; kept as they stand, and no stance "
                    "was made of it");
        }
        for (const Clause& clause : text.clauses) {
            add_gaps(text, clause, clause.wording);
        }
        for (const Footnote& note : text.footnotes) {
            const bool has_mark = note.kind != Footnote::Kind::comment;
            if (!note.clause && has_mark) {
                const bool is_address = note.kind == Footnote::Kind::address;
                add(text, note.line,
                    (is_address ? "the address of [" + note.mark + "]" : "footnote " + note.mark) +
                        " is marked nowhere in the text");
            }
        }
    }

    /// Headings that are others in the latest text, and so in the case.
    void add_headings(std::size_t text) {
        std::set<std::string> told;
        for (const CommonPoint& point : plans_.plan.points) {
            const Clause& latest = latest_clause(point, plans_.texts);
            if (!point.clauses[text]) {
                continue;
            }
            const Clause& own = plans_.texts[text].clauses[*point.clauses[text]];
            if (!own.heading.empty() && words_of(own.heading) != words_of(latest.heading)) {
                add(plans_.texts[text], own.line,
                    "the heading of clause " + own.number + " is " + in_quotes(own.heading) +
                        " here, and " + in_quotes(latest.heading) + " in the case");
            }
            if (!own.under.empty() && words_of(own.under) != words_of(latest.under) &&
                told.insert(own.under).second) {
                add(plans_.texts[text], own.line,
                    "clause " + own.number + " stands under " + in_quotes(own.under) +
                        " here, and " +
                        (latest.under.empty() ? "under no heading"
                                              : "under " + in_quotes(latest.under)) +
                        " in the case");
            }
        }
    }

    /// Never cut: the words may stand nowhere else.
    static std::string whole(const std::string& words) { return "`" + one_line(words) + "`"; }
    static std::string in_quotes(const std::string& words) { return "\"" + one_line(words) + "\""; }

    void add_gaps(const PlanText& text, const Clause& clause, const Wording& wording) {
        for (const Piece& piece : wording.pieces) {
            if (piece.kind == PieceKind::blank) {
                add(text, piece.line,
                    whole(piece.text) + " in " + clause.number +
                        " is to be filled in, and no option; make it an issue if it "
                        "is to be negotiated");
            } else if (piece.kind == PieceKind::note &&
                       std::ranges::none_of(text.attributions, [&](const AuthorMark& one) {
                           return one.text.ends_with(piece.text);
                       })) {
                add(text, piece.line,
                    whole(piece.text) + " was taken as a remark, not as words of the plan");
            } else if (!piece.blank.empty()) {
                add(text, piece.line,
                    whole(piece.blank) + " in " + clause.number +
                        (piece.kind == PieceKind::choice
                             ? " is filled in by the other texts, and open in this one"
                             : " is filled in by another text with " + whole(piece.text) +
                                   "; no text says otherwise, so it is no issue"));
            }
            for (const Wording& inner : piece.wordings) {
                add_gaps(text, clause, inner);
            }
        }
    }

    std::string number_in(std::size_t text, std::size_t point) const {
        const auto clause = plans_.plan.points[point].clauses[text];
        return clause ? plans_.texts[text].clauses[*clause].number
                      : plans_.plan.points[point].number;
    }

    void add_matches(std::size_t text) {
        const PlanText& own = plans_.texts[text];
        const auto line_of = [&](std::size_t point) {
            const auto clause = plans_.plan.points[point].clauses[text];
            return clause ? own.clauses[*clause].line : 0;
        };
        for (const UnsurePair& pair : plans_.plan.unsure) {
            if (pair.text != text) {
                continue;
            }
            const std::string number = number_in(text, pair.second);
            const std::string& other = plans_.plan.points[pair.first].number;
            add(own, line_of(pair.second),
                "clause " + number + " may be point " + other + " (" +
                    std::to_string(pair.likeness / 10) + "% alike" +
                    (pair.has_same_number ? ", same number" : "") +
                    "); kept apart; settle it with --match " + plans_.names[text] + ":" + number +
                    "=" + other + " or =none");
        }
        for (const MergedPoint& one : plans_.plan.merged) {
            if (one.text == text && !one.is_sure) {
                add(own, line_of(one.into),
                    "clause " + number_in(text, one.into) + " may hold the words of point " +
                        plans_.plan.points[one.from].number + "; add it to `merged` if so");
            }
        }
    }

    const ReadPlans& plans_;
    std::vector<PlanNotice> found_;
};

} // namespace

std::vector<PlanNotice> notices_of(const ReadPlans& plans) {
    return NoticeList(plans).collect();
}

} // namespace unbracket
