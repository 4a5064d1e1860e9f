#include "unbracket/io/plan/clause_tree.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/plan/open_clauses.hpp"
#include "unbracket/io/plan/option_lines.hpp"
#include "unbracket/io/plan/section_headings.hpp"
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

constexpr std::size_t longest_heading = 100;
constexpr std::size_t longest_title = 120;

bool is_group(Kind kind) {
    return kind == Kind::section || kind == Kind::annex;
}

bool is_word(const ClauseLabel& label) {
    return label.style.kind == Kind::word || is_group(label.style.kind);
}

class TreeBuilder {
public:
    TreeBuilder(const std::string& file, const PlanLimits& limits) : file_(file), limits_(limits) {}

    ClauseTree build(const PlanLines& all) {
        const std::vector<PlanLine>& lines = all.lines;
        found_.unsure = all.unsure;
        for (const PlanComment& comment : all.comments) {
            found_.footnotes.push_back({Footnote::Kind::comment,
                                        {},
                                        plain_text(comment.words),
                                        comment.line,
                                        std::nullopt});
        }
        for (std::size_t i = 0; i < lines.size() && found_.problems.empty(); ++i) {
            next_ = i + 1 < lines.size() ? &lines[i + 1] : nullptr;
            read(lines[i]);
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
        case LineKind::address:
            found_.footnotes.push_back({Footnote::Kind::address, line.mark, plain_text(line.words),
                                        line.at.line, std::nullopt});
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
            found_.footnotes.push_back(
                {Footnote::Kind::footnote, line.mark, words, line.at.line, std::nullopt});
            return;
        }
        std::string& text = found_.footnotes.back().text;
        text += (text.empty() ? "" : " ") + words;
        if (!clause_labels(line.words).empty()) {
            note_unsure(line, "the line below footnote " + found_.footnotes.back().mark +
                                  " begins with a number and further to the right; it was taken as "
                                  "part of the footnote: " +
                                  quoted(words));
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
        if (!best && line.kind == LineKind::words) {
            note_rejected(line, labels, words);
        }
        if (best && options_.may_continue_list(line, *best)) {
            note_unsure(line,
                        "the line was taken as a clause, and may go on the list in the option "
                        "before it: " +
                            quoted(words) + "; indent that list if it does");
        }
        return best;
    }

    /// What may be a number, and was taken as words.
    void note_rejected(const PlanLine& line, const std::vector<ClauseLabel>& labels,
                       std::string_view words) {
        if (options_.is_open() && std::ranges::any_of(labels, [&](const ClauseLabel& label) {
                return label.has_end && options_.takes(line, label);
            })) {
            return; // the option's own list
        }
        const bool may_be_number =
            std::ranges::any_of(labels,
                                [&](const ClauseLabel& label) {
                                    return label.has_end || follows(label) > 0 ||
                                           begins_large(words.substr(label.length));
                                }) ||
            (labels.empty() && begins_with_bare_number(line, words));
        if (may_be_number) {
            note_unsure(line, "the line begins with a number that follows no clause, and was taken "
                              "as words: " +
                                  quoted(words));
        } else if (labels.empty() && begins_with_tight_number(line, words)) {
            note_unsure(line, "the line begins with a number that no blank follows, and was taken "
                              "as words: " +
                                  quoted(words));
        }
    }

    /// `2.Ships pay`, `(b)Ships pay`: begins a paragraph with digits, or continues a list.
    bool begins_with_tight_number(const PlanLine& line, std::string_view words) const {
        return std::ranges::any_of(tight_labels(words), [&](const ClauseLabel& label) {
            const Kind kind = label.style.kind;
            const bool has_digits = kind == Kind::decimal || kind == Kind::dotted;
            return follows(label) > 0 || (has_digits && begins_paragraph(line));
        });
    }

    /// `8 Ships pay`, at the beginning of a paragraph or behind clause 7.
    bool begins_with_bare_number(const PlanLine& line, std::string_view words) const {
        constexpr std::size_t longest = 3;
        const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
        if (digits == 0 || digits > longest || digits == words.size() ||
            !is_blank_byte(words[digits]) || !begins_large(words.substr(digits))) {
            return false;
        }
        const int value = std::stoi(std::string(words.substr(0, digits)));
        return begins_paragraph(line) || std::ranges::any_of(open_, [&](const OpenClause& open) {
                   return open.style.kind == Kind::decimal && open.values.back() + 1 == value;
               });
    }

    /// 0: no number. 3: the next of an open list. 2: begins a list. 1: some other number.
    int fit_of(const PlanLine& line, const ClauseLabel& label, std::string_view words) const {
        if (continues_words(line, label, words)) {
            return 0;
        }
        const int how = follows(label);
        if (options_.holds(line, label, open_, how)) {
            return 0;
        }
        if (label.is_first || how > 0) {
            return std::max(how, label.is_first ? 2 : 1);
        }
        const bool is_number = label.style.kind == Kind::decimal ||
                               label.style.kind == Kind::dotted || label.style.kind == Kind::word ||
                               is_group(label.style.kind);
        const bool is_marked = is_number || label.style.marks != Marks::dot;
        return begins_paragraph(line) && is_marked ? 1 : 0;
    }

    /// Of what is open, or, where nothing is, of what was before the last heading.
    int follows(const ClauseLabel& label) const {
        return how_it_follows(open_.empty() ? before_heading_ : open_, label);
    }

    bool is_first_of_style(const ClauseLabel& label) const {
        const auto is_alike = [&](const OpenClause& one) { return one.style == label.style; };
        return std::ranges::none_of(open_, is_alike) &&
               std::ranges::none_of(before_heading_, is_alike);
    }

    /// Also below a heading.
    bool begins_paragraph(const PlanLine& line) const {
        return line.begins_paragraph ||
               (!found_.clauses.empty() && found_.passages.back().is_empty());
    }

    /// `Article 5 of the Charter`, `5.2 million`: words, unless they stand as a number would.
    bool continues_words(const PlanLine& line, const ClauseLabel& label,
                         std::string_view words) const {
        if (line.kind == LineKind::heading || label.has_end) {
            return false;
        }
        const std::string_view rest = without_outer_blanks(words.substr(label.length));
        const int how = follows(label);
        if (!begins_paragraph(line)) {
            const std::string_view before =
                found_.passages.empty() ? std::string_view() : found_.passages.back().text();
            const bool is_behind_sentence = ends_sentence(before) && !before.ends_with(']');
            return !begins_large(rest) || how < (is_behind_sentence ? 1 : 3);
        }
        const bool begins_small = !rest.empty() && rest[0] >= 'a' && rest[0] <= 'z';
        const bool is_sentence = rest.size() > longest_heading || rest.ends_with('.');
        return begins_small || (is_word(label) && is_sentence && !label.is_first && how == 0 &&
                                !is_first_of_style(label));
    }

    std::string key_prefix() const {
        return group_.empty() || !is_group_named_ ? "" : group_ + ".";
    }

    void open_clause(const PlanLine& line, const ClauseLabel& label, std::size_t marks) {
        if (is_group(label.style.kind)) {
            leave_open_clauses();
            leave_headings(line, label);
        }
        close_for(open_, line, label);
        if (line.kind == LineKind::heading && !is_group(label.style.kind)) {
            headings_.close(line.level);
        }
        options_.close();
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
        if (is_group(label.style.kind)) {
            open_group(line, label);
        } else {
            open_.push_back({found_.clauses.size() - 1, label.style, line.indent,
                             line.kind == LineKind::heading ? line.level : 0, label.values,
                             label.word});
        }
        add_rest(line, label, marks);
    }

    /// At a heading: numbers may go on behind it.
    void leave_open_clauses() {
        if (!open_.empty()) {
            before_heading_ = std::move(open_);
        }
        open_.clear();
    }

    /// Those that a part or an annex does not stand under.
    void leave_headings(const PlanLine& line, const ClauseLabel& label) {
        if (label.style.kind == Kind::annex) {
            headings_ = {};
        }
        headings_.close_for(line.kind == LineKind::heading ? line.level : 0, label.word);
    }

    void open_group(const PlanLine& line, const ClauseLabel& label) {
        headings_.open(found_.clauses.size() - 1, line.kind == LineKind::heading ? line.level : 0,
                       label.word);
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
                Joint::blank);
        }
        if (is_heading && rest.find_first_of("[]") == std::string_view::npos) {
            found_.clauses.back().heading = plain_text(rest);
            return;
        }
        PlanLine behind_number = line;
        behind_number.words = rest;
        options_.join(behind_number, {});
        found_.passages.back().add(rest, at, Joint::blank);
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
        above_.push_back(headings_.clauses());
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
            if (words.find_first_of("[]") != std::string::npos) {
                note_unsure(line, "the brackets of the title were taken as words");
            }
            return;
        }
        const bool is_option = bracket_tokens(line.words, {}).tokens.size() == 1 &&
                               bracket_tokens(line.words, {}).tokens[0].kind == TokenKind::option;
        if (is_option) { // #### Option 1
            open_preamble(line);
            options_.open_heading();
            found_.passages.back().add(line.words, line.at, Joint::line);
            return;
        }
        leave_open_clauses();
        options_.close();
        group_ = slug_of(words);
        is_group_named_ = false;
        Clause clause;
        clause.number = group_.empty() ? "section" : group_;
        clause.own = clause.number;
        clause.line = line.at.line;
        headings_.close_for(line.level, "");
        if (add_clause(std::move(clause), line)) {
            is_section_.back() = true;
            headings_.open(found_.clauses.size() - 1, line.level, "");
            const bool has_brackets = line.words.find_first_of("[]") != std::string_view::npos;
            if (has_brackets) {
                found_.passages.back().add(line.words, line.at, Joint::blank);
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
        note_table(line);
        open_preamble(line);
        Passage& passage = found_.passages.back();
        const Joint joint = options_.join(line, passage.text());
        if (line.is_item) {
            passage.add("- " + std::string(line.words),
                        {line.at.line, line.at.column < 2 ? 1 : line.at.column - 2}, Joint::line);
        } else {
            passage.add(line.words, line.at, joint);
        }
    }

    /// Clauses that stand in the rows of a table are not found.
    void note_table(const PlanLine& line) {
        const bool is_row = line.words.starts_with('|') && line.words.rfind('|') > 0;
        if (is_row && !std::exchange(has_table_, true)) {
            note_unsure(line, "a table is taken as words: clauses begin with their number");
        }
    }

    /// The first line of a text, short and no sentence, and a paragraph of its own.
    bool is_title(const PlanLine& line) const {
        constexpr std::string_view sentence_marks = ".,;:";
        return found_.title.empty() && found_.clauses.empty() && line.begins_paragraph &&
               !line.is_item && !line.words.empty() && line.words.size() <= longest_title &&
               sentence_marks.find(without_outer_blanks(line.words).back()) ==
                   std::string_view::npos &&
               line.words.find_first_of("[]") == std::string_view::npos && next_begins();
    }

    bool next_begins() const {
        return next_ == nullptr || next_->begins_paragraph || next_->kind != LineKind::words ||
               !clause_labels(next_->words.substr(opening_marks(next_->words))).empty();
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
        name_sections();
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
            if (is_dropped(i)) {
                continue;
            }
            if (!is_section_[i] && found_.passages[i].is_empty() && !is_parent[i]) {
                found_.passages[i].add(clause.heading, {clause.line, 1}, Joint::blank);
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

    bool is_dropped(std::size_t i) const {
        return is_section_[i] && is_heading_only(found_.passages[i].text());
    }

    /// Tells each clause under which headings it stands, and lists those without any clause.
    void name_sections() {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < found_.clauses.size(); ++i) {
            const Clause& clause = found_.clauses[i];
            const std::string& words = found_.passages[i].text();
            std::string name = clause.label;
            name += (name.empty() || clause.heading.empty() ? "" : " ") + clause.heading;
            if (is_section_[i] && is_heading_only(words)) {
                name += (name.empty() || words.empty() ? "" : " ") + plain_text(words);
            }
            names.push_back(is_section_[i] ? std::move(name) : std::string());
        }
        std::vector<bool> is_told(found_.clauses.size(), false);
        for (std::size_t i = 0; i < found_.clauses.size(); ++i) {
            if (is_section_[i] && !is_dropped(i)) {
                found_.clauses[i].heading = names[i]; // its words are in no other clause
                found_.clauses[i].label.clear();
            }
            for (const std::size_t section :
                 is_dropped(i) ? std::vector<std::size_t>{} : above_[i]) {
                std::string& under = found_.clauses[i].under;
                under += (under.empty() || names[section].empty() ? "" : " / ") + names[section];
                is_told[section] = true;
            }
        }
        for (std::size_t i = 0; i < found_.clauses.size(); ++i) {
            if (is_dropped(i) && !is_told[i] && !is_notes_heading(names[i])) {
                found_.unsure.push_back({found_.clauses[i].line,
                                         "the heading \"" + names[i] +
                                             "\" has no words and no clause below it, and is no "
                                             "point"});
            }
        }
    }

    const std::string& file_;
    const PlanLimits& limits_;
    ClauseTree found_;
    bool has_table_ = false;
    std::vector<OpenClause> open_;
    std::vector<OpenClause> before_heading_; // those that were open there
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::string group_;           // of the part, annex or heading that is open
    bool is_group_named_ = false; // numbers in it begin with its name
    OptionLines options_;
    SectionHeadings headings_;
    const PlanLine* next_ = nullptr;
    std::vector<bool> is_section_; // by clause: a part, an annex, a heading without a number
    std::vector<std::vector<std::size_t>> above_; // by clause: sections it stands under
};

} // namespace

ClauseTree clause_tree(const PlanLines& lines, const std::string& file, const PlanLimits& limits) {
    return TreeBuilder(file, limits).build(lines);
}

} // namespace unbracket
