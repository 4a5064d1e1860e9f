#include "unbracket/io/plan/plan_reader.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/plan/bracket_tokens.hpp"
#include "unbracket/io/plan/clause_tree.hpp"
#include "unbracket/io/plan/plan_lines.hpp"
#include "unbracket/io/plan/wording_reader.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_problems = 1'000;

std::string place_text(const TextPlace& at) {
    return "line " + std::to_string(at.line) + ", column " + std::to_string(at.column);
}

/// A bracket that is open at the end of a clause.
struct OpenBracket {
    std::size_t clause = 0;
    TextPlace at;
};

class PlanReader {
public:
    PlanReader(const std::string& file, const PlanLimits& limits) : file_(file), limits_(limits) {}

    Result<PlanText> read(std::string_view text) {
        const PlanLines lines = plan_lines(text);
        ClauseTree tree = clause_tree(lines, file_, limits_);
        passages_ = std::move(tree.passages);
        plan_.file = file_;
        plan_.title = std::move(tree.title);
        plan_.clauses = std::move(tree.clauses);
        plan_.footnotes = std::move(tree.footnotes);
        plan_.unsure = std::move(tree.unsure);
        Diagnostics problems = std::move(tree.problems);
        if (problems.empty()) {
            for (std::size_t i = 0; i < plan_.clauses.size(); ++i) {
                read_clause(i, lines.references);
            }
            report_open();
            problems = std::move(remarks_.problems);
        }
        if (problems.empty() && plan_.clauses.empty()) {
            problems.push_back({{file_},
                                "there are no clauses in this text",
                                "a plan is numbered: 1., (a), Article 5"});
        }
        if (tokens_ > 2 * limits_.brackets) {
            problems.push_back(
                {{file_},
                 "the text has more than " + std::to_string(limits_.brackets) + " brackets",
                 "cut it into several texts"});
        }
        if (!problems.empty()) {
            problems.resize(std::min(problems.size(), most_problems));
            return problems;
        }
        finish();
        return std::move(plan_);
    }

private:
    void problem(const TextPlace& at, std::string what, std::string hint) {
        remarks_.problems.push_back(
            {{file_, at.line, at.column}, std::move(what), std::move(hint)});
    }

    void read_clause(std::size_t i, const References& references) {
        const Passage& passage = passages_[i];
        const MarkedPassage marked = bracket_tokens(passage.text(), references);
        tokens_ += marked.tokens.size();
        if (tokens_ > 2 * limits_.brackets) {
            return; // reported at the end
        }
        escaped_ += marked.escaped;
        first_escaped_ =
            first_escaped_ == 0 && marked.escaped > 0 ? plan_.clauses[i].line : first_escaped_;
        for (const std::size_t offset : marked.unopened) {
            close_bracket(i, passage, offset);
        }
        for (const std::size_t offset : marked.unclosed) {
            open_bracket(i, passage, offset);
        }
        for (const std::size_t offset : marked.unsure_marks) {
            plan_.unsure.push_back({passage.place(offset).line,
                                    "a number in brackets behind a word was taken as the mark of a "
                                    "footnote, and there is no such note"});
        }
        for (const std::string& mark : marked.footnotes) {
            footnote_clauses_.emplace(mark, i);
        }
        const std::size_t before = remarks_.attributions.size();
        plan_.clauses[i].wording = read_wording(passage, marked, file_, limits_, remarks_);
        for (std::size_t k = before; k < remarks_.attributions.size(); ++k) {
            remarks_.attributions[k].clause = i;
        }
    }

    /// Only a bracket that begins a clause may close in a later one.
    void open_bracket(std::size_t clause, const Passage& passage, std::size_t offset) {
        const TextPlace at = passage.place(offset);
        const std::string_view before = std::string_view(passage.text()).substr(0, offset);
        if (before.find_first_not_of("[*_ ") == std::string_view::npos) {
            open_.push_back({clause, at});
            return;
        }
        problem(at,
                "the bracket opened here is not closed in clause " + plan_.clauses[clause].number,
                "close it with `]`, or write `\\[` where it is no bracket of a draft");
    }

    void close_bracket(std::size_t clause, const Passage& passage, std::size_t offset) {
        const TextPlace at = passage.place(offset);
        if (open_.empty()) {
            problem(at, "a `]` that closes nothing in clause " + plan_.clauses[clause].number,
                    "open it with `[`, or write `\\]` where it is no bracket of a draft");
            return;
        }
        const OpenBracket from = open_.back();
        open_.pop_back();
        plan_.bracketed.push_back({from.clause, clause, from.at.line, from.at.column});
        const std::string_view rest = std::string_view(passage.text()).substr(offset + 1);
        if (rest.find_first_not_of("]*_.;, \n") != std::string_view::npos) {
            plan_.unsure.push_back(
                {at.line, "the bracket opened at " + place_text(from.at) +
                              " closes inside a clause; it was taken to the end of clause " +
                              plan_.clauses[clause].number});
        }
    }

    void report_open() {
        for (const OpenBracket& open : open_) {
            problem(open.at,
                    "the bracket opened here, before clause " + plan_.clauses[open.clause].number +
                        ", is never closed",
                    "close it with `]` in this clause or a later one");
        }
        std::ranges::sort(remarks_.problems, [](const Diagnostic& a, const Diagnostic& b) {
            return std::pair(a.where.line, a.where.column) <
                   std::pair(b.where.line, b.where.column);
        });
    }

    void finish() {
        plan_.attributions = std::move(remarks_.attributions);
        for (Footnote& note : plan_.footnotes) {
            const auto clause = footnote_clauses_.find(note.mark);
            note.clause = clause == footnote_clauses_.end() ? note.clause : clause->second;
        }
        for (UnsureReading& one : remarks_.unsure) {
            plan_.unsure.push_back(std::move(one));
        }
        if (escaped_ > 0 && remarks_.brackets == 0) {
            plan_.unsure.push_back(
                {first_escaped_, "all brackets of this text are escaped, `\\[`, as some converters "
                                 "write them; take the backslashes away if they are a draft's"});
        }
        const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
        std::ranges::stable_sort(plan_.unsure, by_line);
        std::ranges::stable_sort(plan_.bracketed,
                                 [](const BracketedClauses& a, const BracketedClauses& b) {
                                     return std::pair(a.first, b.last) < std::pair(b.first, a.last);
                                 });
    }

    const std::string& file_;
    const PlanLimits& limits_;
    PlanText plan_;
    std::vector<Passage> passages_;
    std::vector<OpenBracket> open_;
    WordingRemarks remarks_;
    std::map<std::string, std::size_t, std::less<>> footnote_clauses_; // by mark
    std::size_t tokens_ = 0;
    std::size_t escaped_ = 0;
    std::uint32_t first_escaped_ = 0;
};

} // namespace

Result<PlanText> read_plan(std::string_view bytes, const std::string& file,
                           const PlanLimits& limits) {
    const Result<std::string_view> text = checked_text(bytes, file, {.bytes = limits.bytes});
    return text ? PlanReader(file, limits).read(text.value()) : Result<PlanText>(text.problems());
}

} // namespace unbracket
