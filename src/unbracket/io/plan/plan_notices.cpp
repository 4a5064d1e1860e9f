#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plan_case.hpp"

#include <algorithm>

namespace unbracket {

namespace {

class NoticeList {
public:
    explicit NoticeList(const ReadPlans& plans) : plans_(plans) {}

    std::vector<PlanNotice> collect() {
        for (std::size_t text = 0; text < plans_.texts.size(); ++text) {
            const std::size_t first = found_.size();
            add_readings(plans_.texts[text]);
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
            if (!note.clause) {
                add(text, note.line, "footnote " + note.mark + " is marked nowhere in the text");
            }
        }
    }

    void add_gaps(const PlanText& text, const Clause& clause, const Wording& wording) {
        for (const Piece& piece : wording.pieces) {
            if (piece.kind == PieceKind::blank) {
                add(text, piece.line,
                    quoted(one_line(piece.text)) + " in " + clause.number +
                        " is to be filled in, and no option; make it an issue if it "
                        "is to be negotiated");
            } else if (piece.kind == PieceKind::note &&
                       std::ranges::none_of(text.attributions, [&](const AuthorMark& one) {
                           return one.text.ends_with(piece.text);
                       })) {
                add(text, piece.line,
                    quoted(one_line(piece.text)) +
                        " was taken as a remark, not as words of the plan");
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
