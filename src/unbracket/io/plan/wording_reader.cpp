#include "unbracket/io/plan/wording_reader.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/plan/bracket_kind.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t none = std::string::npos;

/// Bytes of the passage and the tokens in them.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t first = 0; // token
    std::size_t last = 0;  // behind the last token
};

/// A piece with its bytes.
struct Part {
    Piece piece;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_row = false; // made of brackets side by side
};

bool is_in_or_out(const Piece& piece) {
    return piece.kind == PieceKind::choice && piece.wordings.size() == 1;
}

/// What follows 2, or b, in a list of options.
std::string next_label(const std::string& label) {
    if (is_digit(label[0])) {
        return std::to_string(std::stoi(label) + 1);
    }
    return std::string(1, static_cast<char>(label[0] + 1));
}

class WordingReader {
public:
    WordingReader(const Passage& passage, const MarkedPassage& marked, const std::string& file,
                  const PlanLimits& limits, WordingRemarks& remarks)
        : passage_(passage), text_(passage.text()), tokens_(marked.tokens), file_(file),
          limits_(limits), remarks_(remarks), partner_(marked.tokens.size(), none) {}

    Wording read() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].kind == TokenKind::open) {
                open.push_back(i);
            } else if (tokens_[i].kind == TokenKind::close && !open.empty()) {
                partner_[open.back()] = i;
                open.pop_back();
            }
        }
        Wording whole = wording({0, text_.size(), 0, tokens_.size()}, 0);
        whole.text = text_without_lone_brackets();
        return whole;
    }

private:
    /// Those that are round whole clauses.
    std::string text_without_lone_brackets() const {
        std::string kept;
        std::size_t at = 0;
        for (const std::size_t i : own_tokens({0, text_.size(), 0, tokens_.size()})) {
            const bool is_bracket =
                tokens_[i].kind == TokenKind::open || tokens_[i].kind == TokenKind::close;
            if (is_bracket && partner_[i] == none) {
                kept += text_.substr(at, tokens_[i].offset - at);
                at = tokens_[i].offset + 1;
            }
        }
        return plain_text(kept + std::string(text_.substr(at)));
    }

    std::string plain(std::size_t begin, std::size_t end) const {
        return plain_text(text_.substr(begin, end - begin));
    }
    std::uint32_t line(std::size_t offset) const { return passage_.place(offset).line; }
    void note_unsure(std::size_t offset, std::string what) {
        const std::uint32_t at = line(offset);
        const bool is_said = std::ranges::any_of(remarks_.unsure, [&](const auto& other) {
            return other.line == at && other.what == what;
        });
        if (!is_said) {
            remarks_.unsure.push_back({at, std::move(what)});
        }
    }

    Wording wording(const Stretch& stretch, std::size_t depth) {
        std::vector<Part> found = parts(stretch, depth);
        mark_names(found);
        join_neighbours(found);
        join_numbers(found);
        Wording made;
        for (Part& part : found) {
            made.pieces.push_back(std::move(part.piece));
        }
        made.text = plain(stretch.begin, stretch.end);
        return made;
    }

    /// Tokens of this level, with a bracket as its opening token alone.
    std::vector<std::size_t> own_tokens(const Stretch& stretch) const {
        std::vector<std::size_t> own;
        for (std::size_t i = stretch.first; i < stretch.last; ++i) {
            own.push_back(i);
            i = partner_[i] == none ? i : partner_[i];
        }
        return own;
    }

    void add_text(std::size_t begin, std::size_t end, std::vector<Part>& found) const {
        std::string words = plain(begin, end);
        if (words.empty()) {
            return;
        }
        while (begin < end && is_blank_byte(text_[begin])) {
            ++begin;
        }
        const TextPlace at = passage_.place(begin);
        found.push_back(
            {{PieceKind::text, std::move(words), at.line, at.column, {}, {}}, begin, end});
    }

    /// The tokens that begin an option: 1, 2, 3 or a, b, c in this order, two at least.
    std::vector<std::size_t> option_chain(const std::vector<std::size_t>& own) {
        std::vector<std::size_t> chain;
        for (const std::size_t i : own) {
            if (tokens_[i].kind != TokenKind::option) {
                continue;
            }
            const std::string& label = tokens_[i].label;
            if (chain.empty() ? label == "1" || label == "a"
                              : label == next_label(tokens_[chain.back()].label)) {
                chain.push_back(i);
            } else {
                note_unsure(tokens_[i].offset,
                            "`" + plain(tokens_[i].offset, tokens_[i].offset + tokens_[i].length) +
                                "` does not follow the option before it, and was taken as words");
            }
        }
        if (chain.size() == 1) {
            note_unsure(tokens_[chain[0]].offset, "an option without a second one: taken as words");
            chain.clear();
        }
        return chain;
    }

    std::vector<Part> parts(const Stretch& stretch, std::size_t depth) {
        std::vector<Part> found;
        for (const Stretch& one : cut_at_lines_apart(stretch)) {
            add_parts(one, depth, found);
        }
        return found;
    }

    /// A block of options ends before a line that stands apart and is in no bracket.
    std::vector<Stretch> cut_at_lines_apart(const Stretch& stretch) const {
        std::vector<Stretch> cut;
        Stretch next = stretch;
        std::size_t token = stretch.first;
        const std::vector<std::size_t>& lines = passage_.lines_apart();
        auto line = std::ranges::upper_bound(lines, stretch.begin);
        for (; line != lines.end() && *line < stretch.end; ++line) {
            while (token < stretch.last && tokens_[token].offset < *line) {
                const bool is_pair = partner_[token] != none;
                token = is_pair ? partner_[token] + 1 : token + 1;
            }
            const bool is_inside = token > next.first && tokens_[token - 1].offset >= *line;
            if (!is_inside) {
                cut.push_back({next.begin, *line, next.first, token});
                next = {*line, stretch.end, token, stretch.last};
            }
        }
        cut.push_back(next);
        return cut;
    }

    void add_parts(const Stretch& stretch, std::size_t depth, std::vector<Part>& found) {
        const std::vector<std::size_t> own = own_tokens(stretch);
        const std::vector<std::size_t> chain = option_chain(own);
        const std::size_t block = chain.empty() ? stretch.end : tokens_[chain[0]].offset;
        std::size_t at = stretch.begin;
        for (const std::size_t i : own) {
            const BracketToken& token = tokens_[i];
            if (token.offset >= block) {
                break;
            }
            if (token.kind == TokenKind::slash || token.kind == TokenKind::option) {
                continue;
            }
            if (token.offset < at) {
                continue; // in a row of options that was taken as one
            }
            add_text(at, token.offset, found);
            at = token.offset + 1;
            if (partner_[i] != none) {
                const std::vector<std::size_t> row = bracketed_options(i, block);
                found.push_back(row.size() > 1 ? options_in_brackets(row, depth + 1)
                                               : bracket(i, depth + 1));
                at = found.back().end;
            }
        }
        add_text(at, block, found);
        if (!chain.empty()) {
            found.push_back(option_block(stretch, chain, depth + 1));
        }
    }

    /// The option that a bracket holds, and nothing before it.
    std::size_t option_in(std::size_t open) const {
        const std::size_t option = open + 1;
        const bool is_option = partner_[open] != none && option < partner_[open] &&
                               tokens_[option].kind == TokenKind::option;
        return is_option && plain(tokens_[open].offset + 1, tokens_[option].offset).empty() ? option
                                                                                            : none;
    }

    /// `[Option A: ...] [Option B: ...]`: the brackets from one on and before `block` that hold
    /// options in a row, with nothing but `or` or a slash between them.
    std::vector<std::size_t> bracketed_options(std::size_t open, std::size_t block) const {
        std::vector<std::size_t> row;
        for (std::size_t i = open; i < tokens_.size() && tokens_[i].offset < block;
             i = partner_[i] == none ? i + 1 : partner_[i] + 1) {
            if (tokens_[i].kind == TokenKind::slash) {
                continue;
            }
            const std::size_t option = tokens_[i].kind == TokenKind::open ? option_in(i) : none;
            if (option == none) {
                break;
            }
            const std::string& label = tokens_[option].label;
            const bool is_next =
                row.empty()
                    ? label == "1" || label == "a"
                    : label == next_label(tokens_[row.back() + 1].label) &&
                          joins(plain(tokens_[partner_[row.back()]].offset + 1, tokens_[i].offset));
            if (!is_next) {
                break;
            }
            row.push_back(i);
        }
        return row;
    }

    Part options_in_brackets(const std::vector<std::size_t>& row, std::size_t depth) {
        const std::size_t begin = tokens_[row.front()].offset;
        const std::size_t end = tokens_[partner_[row.back()]].offset + 1;
        Part part{choice_at(begin), begin, end};
        part.piece.text = plain(begin, end);
        if (is_too_deep(begin, depth)) {
            return part;
        }
        std::vector<Stretch> stretches;
        for (const std::size_t open : row) {
            const BracketToken& option = tokens_[open + 1];
            stretches.push_back({option.offset + option.length, tokens_[partner_[open]].offset,
                                 open + 2, partner_[open]});
        }
        add_wordings(stretches, depth, part.piece);
        return part;
    }

    Part option_block(const Stretch& stretch, const std::vector<std::size_t>& chain,
                      std::size_t depth) {
        const std::size_t last = tokens_[chain.back()].offset + tokens_[chain.back()].length;
        Part part{choice_at(tokens_[chain[0]].offset), tokens_[chain[0]].offset, stretch.end};
        note_doubtful_end(part.begin, last, stretch.end);
        if (is_too_deep(part.begin, depth)) {
            return part;
        }
        std::vector<Stretch> stretches;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            const BracketToken& token = tokens_[chain[i]];
            const bool is_last = i + 1 == chain.size();
            stretches.push_back({token.offset + token.length,
                                 is_last ? stretch.end : tokens_[chain[i + 1]].offset, chain[i] + 1,
                                 is_last ? stretch.last : chain[i + 1]});
        }
        add_wordings(stretches, depth, part.piece);
        part.piece.text = plain(part.begin, part.end);
        return part;
    }

    /// Words behind the last option may belong to it, or to the clause.
    void note_doubtful_end(std::size_t first, std::size_t last, std::size_t end) {
        const std::vector<std::size_t>& lines = passage_.doubtful_lines();
        const auto line = std::ranges::lower_bound(lines, last);
        std::size_t doubtful = line != lines.end() && *line < end ? *line : none;
        const bool begins_line = first == 0 || text_[first - 1] == '\n';
        for (std::size_t i = last; i + 2 < end && !begins_line && doubtful == none; ++i) {
            const bool is_sentence = text_[i] == '.' && is_blank_byte(text_[i + 1]) &&
                                     text_[i + 2] >= 'A' && text_[i + 2] <= 'Z';
            doubtful = is_sentence ? i + 2 : none;
        }
        if (doubtful != none) {
            note_unsure(doubtful,
                        "these words behind the last option were taken as part of it: " +
                            quoted(one_line(plain(doubtful, end))) +
                            "; begin them further to the left than the options, or with a number, "
                            "if they are none");
        }
    }

    Piece choice_at(std::size_t offset) const {
        const TextPlace at = passage_.place(offset);
        return {PieceKind::choice, {}, at.line, at.column, {}, {}};
    }

    bool is_too_deep(std::size_t offset, std::size_t depth) {
        ++remarks_.brackets;
        if (depth <= limits_.bracket_depth) {
            return false;
        }
        const TextPlace at = passage_.place(offset);
        remarks_.problems.push_back(
            {{file_, at.line, at.column},
             "brackets are nested more than " + std::to_string(limits_.bracket_depth) + " deep",
             "take apart what is decided first, or write out the alternatives"});
        return true;
    }

    void add_wordings(const std::vector<Stretch>& stretches, std::size_t depth, Piece& choice) {
        for (const Stretch& stretch : stretches) {
            if (choice.wordings.size() == limits_.wordings) {
                remarks_.problems.push_back(
                    {{file_, choice.line, choice.column},
                     "one bracket has more than " + std::to_string(limits_.wordings) +
                         " alternatives",
                     "a number between two ends is better entered as an issue with a range"});
                return;
            }
            Wording one = wording(stretch, depth);
            if (stretches.size() > 1 && one.pieces.size() == 1 && is_in_or_out(one.pieces[0])) {
                Wording inner = std::move(one.pieces[0].wordings[0]);
                one = std::move(inner);
            }
            const bool is_there = std::ranges::any_of(
                choice.wordings, [&](const Wording& other) { return same_content(one, other); });
            if (is_there) {
                note_unsure(stretch.begin,
                            one.text.empty()
                                ? "two alternatives here have no words, and were taken as one"
                                : "the alternative " + quoted(one.text) +
                                      " stands twice and was taken once");
            } else {
                note_author(stretch, one);
                choice.wordings.push_back(std::move(one));
            }
        }
    }

    void note_author(const Stretch& stretch, const Wording& wording) {
        if (tells_author(wording.text)) {
            remarks_.attributions.push_back({line(stretch.begin), 0, wording.text});
        }
    }

    Part bracket(std::size_t open, std::size_t depth) {
        const std::size_t begin = tokens_[open].offset;
        const std::size_t end = tokens_[partner_[open]].offset;
        Part part{choice_at(begin), begin, end + 1};
        part.piece.text = plain(begin, end + 1);
        const Stretch inner{begin + 1, end, open + 1, partner_[open]};
        const std::string words = plain(inner.begin, inner.end);
        if (is_gap(words) || is_remark(words)) {
            part.piece.kind = is_gap(words) ? PieceKind::blank : PieceKind::note;
            return part;
        }
        if (is_too_deep(begin, depth)) {
            return part;
        }
        const std::vector<Stretch> alternatives = cut_at_slashes(inner);
        add_wordings(alternatives, depth, part.piece);
        if (alternatives.size() == 1 && is_joined_by_slash(words)) {
            note_unsure(begin,
                        part.piece.text +
                            " has a slash without blanks: one stretch of words, in or out; put "
                            "blanks round the slash if these are alternatives");
        }
        const bool holds_no_bracket = partner_[open] - open == alternatives.size();
        if (holds_no_bracket && has_half_parting_slash(words)) {
            note_unsure(begin, part.piece.text +
                                   " has a slash with a blank on one side alone, which parts "
                                   "nothing; put blanks on both sides if it parts alternatives");
        }
        if (is_parted_by_bar(words)) {
            note_unsure(begin, part.piece.text +
                                   " has a bar, which parts nothing; put a slash between blanks in "
                                   "its place if these are alternatives");
        }
        settle(part);
        return part;
    }

    /// A bracket round nothing but options is these options; one round nothing is a gap.
    static void settle(Part& part) {
        std::vector<Wording>& wordings = part.piece.wordings;
        if (wordings.size() != 1) {
            return;
        }
        if (wordings[0].pieces.empty()) {
            part.piece.kind = PieceKind::blank;
            wordings.clear();
        } else if (wordings[0].pieces.size() == 1 && wordings[0].pieces[0].wordings.size() > 1 &&
                   !wordings[0].pieces[0].text.starts_with('[')) {
            std::vector<Wording> options = std::move(wordings[0].pieces[0].wordings);
            wordings = std::move(options);
        }
    }

    std::vector<Stretch> cut_at_slashes(const Stretch& inner) const {
        std::vector<Stretch> cut;
        Stretch next = inner;
        for (const std::size_t i : own_tokens(inner)) {
            if (tokens_[i].kind == TokenKind::slash) {
                next.end = tokens_[i].offset;
                next.last = i;
                cut.push_back(next);
                next = {tokens_[i].offset + 1, inner.end, i + 1, inner.last};
            }
        }
        cut.push_back(next);
        return cut;
    }

    /// `[twelve days] [ALTA]`: the second names whose words the first are.
    void mark_names(std::vector<Part>& found) {
        for (std::size_t i = 1; i < found.size(); ++i) {
            Piece& piece = found[i].piece;
            if (!is_in_or_out(piece) || !is_names(piece.wordings[0].text) ||
                found[i - 1].piece.kind != PieceKind::choice ||
                (is_in_or_out(found[i - 1].piece) &&
                 is_names(found[i - 1].piece.wordings[0].text))) {
                continue;
            }
            remarks_.attributions.push_back(
                {piece.line, 0, found[i - 1].piece.text + " " + piece.text});
            piece.kind = PieceKind::note;
            piece.wordings.clear();
        }
    }

    static bool joins(const Piece& piece) {
        return piece.kind == PieceKind::text && !piece.text.empty() && joins(piece.text);
    }
    static bool joins(const std::string& words) {
        return words.empty() || same_letters(words, "or") || words == "/";
    }

    /// How many parts from `i` on are brackets side by side, each in or out, with names and `or`
    /// between them; the end of the last bracket.
    static std::size_t neighbours_end(const std::vector<Part>& found, std::size_t i) {
        std::size_t end = i + 1;
        for (std::size_t next = i + 1; next < found.size(); ++next) {
            const Piece& piece = found[next].piece;
            if (is_in_or_out(piece)) {
                end = next + 1;
            } else if (!joins(piece) && (piece.kind != PieceKind::note || !is_name_note(piece))) {
                break;
            }
        }
        return end;
    }

    static bool is_name_note(const Piece& note) {
        return note.text.size() > 2 && is_names(note.text.substr(1, note.text.size() - 2));
    }

    void join_neighbours(std::vector<Part>& found) {
        std::vector<Part> joined;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const std::size_t end = is_in_or_out(found[i].piece) ? neighbours_end(found, i) : i + 1;
            if (end == i + 1) {
                joined.push_back(std::move(found[i]));
                continue;
            }
            joined.push_back(alternatives_of(found, i, end));
            for (std::size_t k = i; k < end; ++k) {
                if (found[k].piece.kind == PieceKind::note) {
                    joined.push_back(std::move(found[k]));
                }
            }
            i = end - 1;
        }
        found = std::move(joined);
    }

    Part alternatives_of(std::vector<Part>& found, std::size_t begin, std::size_t end) {
        Part all{choice_at(found[begin].begin), found[begin].begin, found[end - 1].end, true};
        all.piece.text = plain(all.begin, all.end);
        bool is_said = true;
        for (std::size_t i = begin; i < end; ++i) {
            Piece& piece = found[i].piece;
            if (is_in_or_out(piece)) {
                is_said = is_said && (i == begin || joins(found[i - 1].piece));
                all.piece.wordings.push_back(std::move(piece.wordings[0]));
            }
        }
        if (!is_said) {
            note_unsure(all.begin,
                        all.piece.text +
                            " were taken as alternatives, as brackets side by side mostly are; "
                            "if each is in or out by itself, put words between them");
        }
        return all;
    }

    static bool is_figure(std::string_view words) {
        constexpr std::string_view marks = ".,";
        return !words.empty() && is_digit(words.front()) && is_digit(words.back()) &&
               std::ranges::all_of(words, [&](char byte) {
                   return is_digit(byte) || marks.find(byte) != std::string_view::npos;
               });
    }

    /// `30 [60] days`, `30[60] days`: of a figure and figures in brackets behind it one holds.
    void join_numbers(std::vector<Part>& found) {
        for (std::size_t i = 1; i < found.size(); ++i) {
            Piece& text = found[i - 1].piece;
            Piece& choice = found[i].piece;
            const bool is_row = is_in_or_out(choice) || found[i].is_row;
            const auto is_number = [](const Wording& one) { return is_figure(one.text); };
            const std::string figure = last_figure(text);
            if (!is_row || figure.empty() || !std::ranges::all_of(choice.wordings, is_number)) {
                continue;
            }
            text.text.resize(text.text.size() - figure.size());
            text.text = std::string(without_outer_blanks(text.text));
            const TextPlace at = passage_.place(found[i - 1].end - figure.size());
            choice.wordings.insert(
                choice.wordings.begin(),
                {{{PieceKind::text, figure, at.line, at.column, {}, {}}}, figure});
            choice.text = figure + " " + choice.text;
            note_unsure(found[i].begin, choice.text +
                                            " were taken as alternatives, as a number in brackets "
                                            "behind a number mostly is; if both are to stand, put "
                                            "words between them");
        }
        std::erase_if(found, [](const Part& part) {
            return part.piece.kind == PieceKind::text && part.piece.text.empty();
        });
    }

    /// The figure that a text ends with, or nothing.
    static std::string last_figure(const Piece& text) {
        const std::string_view words = text.text;
        const std::size_t blank = words.find_last_of(" \n");
        const std::string_view last = words.substr(blank == none ? 0 : blank + 1);
        return text.kind == PieceKind::text && is_figure(last) ? std::string(last) : std::string();
    }

    const Passage& passage_;
    std::string_view text_;
    const std::vector<BracketToken>& tokens_;
    const std::string& file_;
    const PlanLimits& limits_;
    WordingRemarks& remarks_;
    std::vector<std::size_t> partner_; // of an opening token, the closing one
};

} // namespace

Wording read_wording(const Passage& passage, const MarkedPassage& marked, const std::string& file,
                     const PlanLimits& limits, WordingRemarks& remarks) {
    return WordingReader(passage, marked, file, limits, remarks).read();
}

bool same_content(const Wording& left, const Wording& right) {
    return std::ranges::equal(left.pieces, right.pieces, [](const Piece& a, const Piece& b) {
        const bool is_alike = a.kind == b.kind && a.wordings.size() == b.wordings.size();
        const bool has_words = a.kind != PieceKind::choice;
        return is_alike && (!has_words || a.text == b.text) &&
               std::ranges::equal(a.wordings, b.wordings, same_content);
    });
}

} // namespace unbracket
