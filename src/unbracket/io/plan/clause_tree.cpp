#include "unbracket/io/plan/clause_tree.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/model/id_text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

// A plan is a list of lines, some of which begin with a number. Which number is below which one no
// mark says: `(a)` may be a part of 5, or the next of its own list. So there is a stack of open
// clauses, each with its style and indentation. A number whose style is on the stack closes what is
// above and continues there, unless it begins anew (1, a, i) further to the right; any other number
// opens a level. Two readings of a letter such as (i) are decided by what comes next in an open
// list.

namespace unbracket {

namespace {

using Kind = LabelStyle::Kind;
using Marks = LabelStyle::Marks;

constexpr int largest_gap = 20;      // of numbers in the middle of a paragraph
constexpr std::size_t deeper_by = 2; // columns that make a list a part of the one before it
constexpr std::size_t longest_heading = 100;
constexpr std::size_t longest_title = 120;

struct OpenClause {
    std::size_t clause = 0;
    LabelStyle style;
    std::size_t indent = 0;
    std::size_t level = 0; // of a heading, else 0
    std::vector<int> values;
};

std::string slug_of(std::string_view words) {
    std::string slug;
    for (const char byte : words) {
        if (is_ascii_letter(byte) || is_digit(byte)) {
            slug += lower_byte(byte);
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    constexpr std::size_t longest = 32;
    slug.resize(std::min(slug.size(), longest));
    while (slug.ends_with('-')) {
        slug.pop_back();
    }
    return slug;
}

bool is_group(Kind kind) {
    return kind == Kind::section || kind == Kind::annex;
}

bool is_word(const ClauseLabel& label) {
    return label.style.kind == Kind::word || is_group(label.style.kind);
}

class TreeBuilder {
public:
    TreeBuilder(const std::string& file, const PlanLimits& limits) : file_(file), limits_(limits) {}

    ClauseTree build(const std::vector<PlanLine>& lines) {
        for (const PlanLine& line : lines) {
            read(line);
            if (!found_.problems.empty()) {
                break;
            }
        }
        drop_empty();
        return std::move(found_);
    }

private:
    void read(const PlanLine& line) {
        switch (line.kind) {
        case LineKind::rule:
            return;
        case LineKind::code:
            open_preamble(line);
            found_.passages.back().add_literally(line.words, line.at);
            return;
        case LineKind::footnote:
            read_footnote(line);
            return;
        case LineKind::heading:
        case LineKind::words:
            break;
        }
        const std::size_t marks = opening_marks(line.words);
        const std::optional<ClauseLabel> label = chosen_label(line, line.words.substr(marks));
        if (label) {
            open_clause(line, *label, marks);
        } else if (line.kind == LineKind::heading) {
            open_section(line);
        } else {
            add_words(line);
        }
    }

    void read_footnote(const PlanLine& line) {
        const std::string words = plain_text(line.words);
        if (!line.mark.empty()) {
            found_.footnotes.push_back({line.mark, words, line.at.line, std::nullopt});
        } else if (!found_.footnotes.empty()) {
            std::string& text = found_.footnotes.back().text;
            text += (text.empty() ? "" : " ") + words;
        }
    }

    /// Brackets and emphasis before a number: `[**5.**`.
    static std::size_t opening_marks(std::string_view words) {
        const std::size_t end = words.find_first_not_of("[*_ ");
        return end == std::string_view::npos ? words.size() : end;
    }

    /// The number that the line begins with, of all readings the one that fits best.
    std::optional<ClauseLabel> chosen_label(const PlanLine& line, std::string_view words) {
        std::optional<ClauseLabel> best;
        int best_fit = 0;
        const std::vector<ClauseLabel> labels = clause_labels(words);
        for (const ClauseLabel& label : labels) {
            const int fit = fit_of(line, label, words);
            if (fit > best_fit) {
                best = label;
                best_fit = fit;
            }
        }
        if (!best && !begins_paragraph(line) && !labels.empty() && labels[0].has_end) {
            note_unsure(line, "the line begins with a number that follows no clause, and was taken "
                              "as words: " +
                                  quoted(words));
        }
        return best;
    }

    /// 0: no number. 3: the next of an open list. 2: begins a list. 1: some other number.
    int fit_of(const PlanLine& line, const ClauseLabel& label, std::string_view words) const {
        if (continues_words(line, label, words)) {
            return 0;
        }
        const int follows = how_it_follows(label);
        if (is_in_options_ && line.kind == LineKind::words && follows < 3 && !is_word(label)) {
            return 0; // the option's own list
        }
        if (label.is_first || follows > 0) {
            return std::max(follows, label.is_first ? 2 : 1);
        }
        const bool is_number = label.style.kind == Kind::decimal ||
                               label.style.kind == Kind::dotted || label.style.kind == Kind::word ||
                               is_group(label.style.kind);
        const bool is_marked = is_number || label.style.marks != Marks::dot;
        return begins_paragraph(line) && is_marked ? 1 : 0;
    }

    /// Also below a heading.
    bool begins_paragraph(const PlanLine& line) const {
        return line.begins_paragraph ||
               (!found_.clauses.empty() && found_.passages.back().is_empty());
    }

    static bool begins_large(std::string_view words) {
        const std::string_view rest = without_outer_blanks(words);
        return !rest.empty() && (rest[0] < 'a' || rest[0] > 'z') && !is_digit(rest[0]);
    }

    /// `Article 5 of the Charter`, `5.2 million`: words, unless they stand as a number would.
    bool continues_words(const PlanLine& line, const ClauseLabel& label,
                         std::string_view words) const {
        if (line.kind == LineKind::heading || label.has_end) {
            return false;
        }
        if (!begins_paragraph(line)) {
            return how_it_follows(label) < 3 || !begins_large(words.substr(label.length));
        }
        const std::string_view rest = without_outer_blanks(words.substr(label.length));
        const bool begins_small = !rest.empty() && rest[0] >= 'a' && rest[0] <= 'z';
        return begins_small ||
               (is_word(label) && (rest.size() > longest_heading || rest.ends_with('.')));
    }

    /// 3: the next number of an open list; 1: a later one; 0: none.
    int how_it_follows(const ClauseLabel& label) const {
        int found = 0;
        for (const OpenClause& open : open_) {
            const bool is_alike = open.style == label.style;
            if (label.style.kind == Kind::dotted) {
                found = std::max(found, how_parts_follow(open, label));
            } else if (is_alike && !open.values.empty()) {
                const int step = label.values.back() - open.values.back();
                const bool is_inserted = step == 0 && label.own.size() > 1;
                found = std::max(found, step == 1 || is_inserted          ? 3
                                        : step > 1 && step <= largest_gap ? 1
                                                                          : 0);
            }
        }
        return found;
    }

    /// 5.3 follows 5.2, and 5.1 follows 5.
    static int how_parts_follow(const OpenClause& open, const ClauseLabel& label) {
        const std::vector<int>& values = label.values;
        const bool is_beside = open.values.size() == values.size();
        const std::size_t shared = values.size() - 1;
        const bool is_below = open.values.size() == shared;
        if ((!is_beside && !is_below) ||
            !std::equal(values.begin(), values.end() - 1, open.values.begin())) {
            return 0;
        }
        const int step = values.back() - (is_beside ? open.values.back() : 0);
        const bool is_inserted =
            step == 0 && label.own.find_first_not_of("0123456789.") != std::string::npos;
        return step == 1 || is_inserted ? 3 : step > 1 && step <= largest_gap ? 1 : 0;
    }

    std::string key_prefix() const {
        return group_.empty() || !is_group_named_ ? "" : group_ + ".";
    }

    void close_for(const PlanLine& line, const ClauseLabel& label) {
        if (is_group(label.style.kind)) {
            open_.clear();
            return;
        }
        if (line.kind == LineKind::heading) {
            while (!open_.empty() &&
                   (open_.back().level == 0 || open_.back().level >= line.level)) {
                open_.pop_back();
            }
            return;
        }
        if (label.style.kind == Kind::dotted) {
            close_for_parts(label);
            return;
        }
        const std::optional<std::size_t> level = level_of(line, label);
        if (!level || (label.is_first && line.indent >= open_[*level].indent + deeper_by)) {
            close_left_of(line, label);
        } else {
            open_.resize(*level);
        }
    }

    /// The open clause that this number comes after: the last one of its style that is not further
    /// to the right, else the last one of its style.
    std::optional<std::size_t> level_of(const PlanLine& line, const ClauseLabel& label) const {
        std::optional<std::size_t> found;
        for (std::size_t i = open_.size(); i-- > 0;) {
            const OpenClause& open = open_[i];
            if (open.level != 0 || open.style != label.style) {
                continue;
            }
            if (open.indent < line.indent + deeper_by) {
                return i;
            }
            found = found ? found : i;
        }
        return found;
    }

    /// A new style further to the left than an open clause is none of its parts.
    void close_left_of(const PlanLine& line, const ClauseLabel& label) {
        if (label.style.kind == Kind::word) {
            std::erase_if(open_, [](const OpenClause& open) { return open.level == 0; });
            return;
        }
        while (open_.size() > 1 && open_.back().level == 0 && open_.back().indent > line.indent) {
            open_.pop_back();
        }
    }

    void close_for_parts(const ClauseLabel& label) {
        while (!open_.empty()) {
            const std::vector<int>& values = open_.back().values;
            const bool is_above = values.size() < label.values.size() && !values.empty() &&
                                  (open_.back().style.kind == Kind::decimal ||
                                   open_.back().style.kind == Kind::dotted ||
                                   open_.back().style.kind == Kind::word) &&
                                  std::equal(values.begin(), values.end(), label.values.begin());
            if (is_above) {
                return;
            }
            open_.pop_back();
        }
    }

    void open_clause(const PlanLine& line, const ClauseLabel& label, std::size_t marks) {
        close_for(line, label);
        is_in_options_ = false;
        Clause clause;
        clause.label = without_outer_blanks(line.words.substr(marks, label.length));
        clause.line = line.at.line;
        clause.own = label.own;
        if (is_group(label.style.kind)) {
            group_ = label.own;
            is_group_named_ = label.style.kind == Kind::annex;
            clause.number = label.own;
        } else {
            clause.number = number_of(label);
        }
        if (!open_.empty()) {
            clause.parent = open_.back().clause;
            clause.depth = found_.clauses[*clause.parent].depth + 1;
        }
        if (!add_clause(std::move(clause), line)) {
            return;
        }
        is_section_.back() = is_group(label.style.kind);
        if (!is_group(label.style.kind)) {
            open_.push_back({found_.clauses.size() - 1, label.style, line.indent,
                             line.kind == LineKind::heading ? line.level : 0, label.values});
        }
        add_rest(line, label, marks);
    }

    std::string number_of(const ClauseLabel& label) const {
        if (open_.empty()) {
            return key_prefix() + label.own;
        }
        const std::string& above = found_.clauses[open_.back().clause].number;
        const bool is_whole =
            label.style.kind == Kind::dotted && label.own.starts_with(above + ".");
        const bool is_whole_behind_group =
            label.style.kind == Kind::dotted && (key_prefix() + label.own).starts_with(above + ".");
        return is_whole                ? label.own
               : is_whole_behind_group ? key_prefix() + label.own
                                       : above + "." + label.own;
    }

    /// The words behind the number: a heading, or the clause itself.
    void add_rest(const PlanLine& line, const ClauseLabel& label, std::size_t marks) {
        std::string_view rest = line.words.substr(marks + label.length);
        const std::string_view opening = line.words.substr(0, marks);
        std::string brackets;
        for (const char byte : opening) {
            brackets += byte == '[' ? "[" : "";
        }
        while (rest.starts_with("*") || rest.starts_with("_ ")) { // the end of **5.**
            rest.remove_prefix(1);
        }
        const auto behind = static_cast<std::uint32_t>(line.words.size() - rest.size());
        const TextPlace at{line.at.line, line.at.column + behind};
        const bool is_heading =
            line.kind == LineKind::heading ||
            (is_word(label) && rest.size() <= longest_heading && !rest.ends_with('.') &&
             !rest.ends_with(';') && !rest.ends_with(','));
        if (!brackets.empty()) {
            const std::size_t first = line.words.find('[');
            found_.passages.back().add(
                brackets, {line.at.line, line.at.column + static_cast<std::uint32_t>(first)},
                false);
        }
        if (is_heading && rest.find_first_of("[]") == std::string_view::npos) {
            found_.clauses.back().heading = plain_text(rest);
            return;
        }
        begin_options(rest);
        found_.passages.back().add(rest, at, false);
    }

    /// A line that begins with `Option 1:`.
    void begin_options(std::string_view words) {
        constexpr std::size_t list_mark = 2;
        const MarkedPassage marked = bracket_tokens(words, {});
        if (marked.tokens.empty() || marked.tokens[0].kind != TokenKind::option) {
            return;
        }
        const BracketToken& token = marked.tokens[0];
        const bool is_first = token.label == "1" || token.label == "a";
        const bool begins = without_outer_blanks(words.substr(0, token.offset)).size() <= list_mark;
        is_in_options_ = is_in_options_ || (is_first && begins);
    }

    bool add_clause(Clause clause, const PlanLine& line) {
        const SourcePosition at{file_, line.at.line, line.at.column};
        if (found_.clauses.size() == limits_.clauses) {
            found_.problems.push_back(
                {at, "the text has more than " + std::to_string(limits_.clauses) + " clauses",
                 "cut it into several texts, a case for each"});
            return false;
        }
        if (clause.depth >= limits_.clause_depth) {
            found_.problems.push_back(
                {at,
                 "clauses are nested more than " + std::to_string(limits_.clause_depth) + " deep",
                 "number the parts of this clause as clauses of their own"});
            return false;
        }
        make_unique(clause);
        if (!is_id(clause.number, IdKind::clause)) {
            found_.problems.push_back({at, "the number " + quoted(clause.number) + " is too long",
                                       "shorten it, or nest clauses less deep"});
            return false;
        }
        found_.clauses.push_back(std::move(clause));
        found_.passages.emplace_back();
        is_section_.push_back(false);
        return true;
    }

    /// A number that is taken gets the name of its part or chapter before it, or a count behind it.
    void make_unique(Clause& clause) {
        const std::string wanted = clause.number;
        if (numbers_.contains(wanted) && !group_.empty() && !is_group_named_ && !clause.parent) {
            clause.number = group_ + "." + wanted;
        }
        std::size_t& count = numbers_[wanted];
        ++count;
        while (clause.number == wanted ? count > 1 : numbers_.contains(clause.number)) {
            clause.number = wanted + "-" + std::to_string(count);
            if (!numbers_.contains(clause.number)) {
                break;
            }
            ++count;
        }
        if (clause.number != wanted) {
            numbers_[clause.number] = 1;
            found_.unsure.push_back(
                {clause.line,
                 "number " + wanted + " stands twice; this clause is called " + clause.number});
        }
    }

    void open_section(const PlanLine& line) {
        const std::string words = plain_text(line.words);
        if (found_.title.empty() && found_.clauses.empty() && line.level == 1) {
            found_.title = words;
            return;
        }
        const bool is_option = bracket_tokens(line.words, {}).tokens.size() == 1 &&
                               bracket_tokens(line.words, {}).tokens[0].kind == TokenKind::option;
        if (is_option) { // #### Option 1
            is_in_options_ = true;
            open_preamble(line);
            found_.passages.back().add(line.words, line.at, true);
            return;
        }
        open_.clear();
        is_in_options_ = false;
        group_ = slug_of(words);
        is_group_named_ = false;
        Clause clause;
        clause.number = group_.empty() ? "section" : group_;
        clause.own = clause.number;
        clause.line = line.at.line;
        if (add_clause(std::move(clause), line)) {
            is_section_.back() = true;
            const bool has_brackets = line.words.find_first_of("[]") != std::string_view::npos;
            if (has_brackets) {
                found_.passages.back().add(line.words, line.at, false);
            } else {
                found_.clauses.back().heading = words;
            }
        }
    }

    void open_preamble(const PlanLine& line) {
        if (!found_.clauses.empty()) {
            return;
        }
        Clause clause;
        clause.number = "preamble";
        clause.own = clause.number;
        clause.line = line.at.line;
        add_clause(std::move(clause), line);
    }

    void add_words(const PlanLine& line) {
        if (is_title(line)) {
            found_.title = plain_text(line.words);
            return;
        }
        open_preamble(line);
        begin_options(line.words);
        const bool begins_line = line.begins_paragraph || is_in_options_;
        if (line.is_item) {
            found_.passages.back().add("- " + std::string(line.words),
                                       {line.at.line, line.at.column < 2 ? 1 : line.at.column - 2},
                                       true);
        } else {
            found_.passages.back().add(line.words, line.at, begins_line);
        }
    }

    /// The first line of a text, short and no sentence.
    bool is_title(const PlanLine& line) const {
        constexpr std::string_view sentence_marks = ".,;:";
        return found_.title.empty() && found_.clauses.empty() && line.begins_paragraph &&
               !line.is_item && !line.words.empty() && line.words.size() <= longest_title &&
               sentence_marks.find(without_outer_blanks(line.words).back()) ==
                   std::string_view::npos &&
               line.words.find_first_of("[]") == std::string_view::npos;
    }

    void note_unsure(const PlanLine& line, std::string what) {
        found_.unsure.push_back({line.at.line, std::move(what)});
    }

    /// `PART I` and below it `GENERAL`, or nothing.
    static bool is_heading_only(std::string_view words) {
        constexpr std::string_view sentence_marks = ".,;:";
        return words.empty() || (words.size() <= longest_heading &&
                                 words.find_first_of("[]\n") == std::string_view::npos &&
                                 sentence_marks.find(words.back()) == std::string_view::npos);
    }

    /// Headings without words below them are no clauses; of a numbered one they are the words.
    void drop_empty() {
        std::vector<bool> is_parent(found_.clauses.size(), false);
        for (const Clause& clause : found_.clauses) {
            if (clause.parent) {
                is_parent[*clause.parent] = true;
            }
        }
        ClauseTree kept;
        std::vector<std::size_t> moved(found_.clauses.size(), 0);
        for (std::size_t i = 0; i < found_.clauses.size(); ++i) {
            Clause& clause = found_.clauses[i];
            if (is_section_[i] && is_heading_only(found_.passages[i].text())) {
                continue;
            }
            if (!is_section_[i] && found_.passages[i].is_empty() && !is_parent[i]) {
                found_.passages[i].add(clause.heading, {clause.line, 1}, false);
                clause.heading.clear();
            }
            moved[i] = kept.clauses.size();
            if (clause.parent) {
                clause.parent = moved[*clause.parent];
            }
            kept.clauses.push_back(std::move(clause));
            kept.passages.push_back(std::move(found_.passages[i]));
        }
        found_.clauses = std::move(kept.clauses);
        found_.passages = std::move(kept.passages);
    }

    const std::string& file_;
    const PlanLimits& limits_;
    ClauseTree found_;
    std::vector<OpenClause> open_;
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::string group_;           // of the part, annex or heading that is open
    bool is_group_named_ = false; // numbers in it begin with its name
    bool is_in_options_ = false;
    std::vector<bool> is_section_; // by clause: a part, an annex, a heading without a number
};

} // namespace

ClauseTree clause_tree(const PlanLines& lines, const std::string& file, const PlanLimits& limits) {
    return TreeBuilder(file, limits).build(lines.lines);
}

} // namespace unbracket
