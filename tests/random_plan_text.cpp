#include "tests/random_plan_text.hpp"

namespace unbracket::testing {

RandomPlanText::RandomPlanText(std::uint64_t seed, std::size_t first_word)
    : random_(seed), next_word_(first_word) {
    draw();
}

std::size_t RandomPlanText::below(std::size_t bound) {
    return static_cast<std::size_t>(random_.between(0, static_cast<std::int64_t>(bound) - 1));
}

/// Six letters that are no word of any language the reader knows, and no part of another one.
std::string RandomPlanText::word() {
    constexpr std::string_view letters = "bcdfghjklm";
    std::string made = "qa";
    for (std::size_t rest = next_word_++, i = 0; i < 4; ++i, rest /= letters.size()) {
        made += letters[rest % letters.size()];
    }
    words.push_back({made, 0, clause_, clause_line_, outer_line_});
    return made;
}

std::string RandomPlanText::large_word() {
    std::string made = word();
    made[0] = 'Q';
    return made;
}

std::string RandomPlanText::some_words() {
    std::string made = word();
    for (std::size_t more = below(12) == 0 ? 30 : below(4); more > 0; --more) {
        made += (below(9) == 0 ? ", " : " ") + word();
    }
    return made;
}

std::string RandomPlanText::sentence() {
    std::string made = large_word() + " " + some_words();
    for (std::size_t more = below(4); more > 0; --more) {
        made += " " + (below(3) == 0 ? odd_bracket() : bracket(1)) + " " + some_words();
    }
    made += below(4) == 0 ? " " + marked() : "";
    return made + (below(3) == 0 ? "" : below(3) == 0 ? ";" : ".");
}

std::string RandomPlanText::bracket(std::size_t depth) {
    const auto inner = [&] {
        return some_words() + (depth < 3 && below(3) == 0 ? " " + bracket(depth + 1) : "");
    };
    switch (below(5)) {
    case 0:
        return "[" + inner() + " / " + inner() + (below(3) == 0 ? " / " : "") + "]";
    case 1:
        return "[" + inner() + "] [" + inner() + "]";
    case 2:
        return "[" + inner() + "] or [" + inner() + "]";
    default:
        return "[" + inner() + "]";
    }
}

std::string RandomPlanText::odd_bracket() {
    switch (below(11)) {
    case 0:
        return "[...]";
    case 1:
        return "[to be decided by " + word() + "]";
    case 2:
        return "30 [60]";
    case 3:
        return "30[60]";
    case 4:
        return "[Option A: " + some_words() + "] [Option B: " + some_words() + "]";
    case 5:
        return "[Option A: " + some_words() + "]";
    case 6:
        return "[Note: " + some_words() + "]";
    case 7:
        return "[" + word() + "] [ALTA]";
    case 8:
        return "[" + large_word() + ": " + some_words() + "]";
    case 9:
        return "[" + word() + "/" + word() + "]";
    default:
        return "[Option 1: " + some_words() + " Option 2: " + some_words() + "]";
    }
}

std::string RandomPlanText::marked() {
    switch (below(8)) {
    case 0:
        return "[" + word() + "](https://a.example/" + word() + ")";
    case 1:
        return "`" + word() + "`";
    case 2:
        return "**" + word() + "**";
    case 3:
        return "\\[" + word() + "\\]";
    case 4:
        return word() + "[^" + std::to_string(++notes_) + "]";
    case 5:
        return "<!-- " + word() + " -->";
    case 6:
        return "Option A: " + word() + ". Option B: " + word() + ". " + large_word();
    default:
        return word() + "[7]";
    }
}

void RandomPlanText::put(const std::string& line) {
    text += line + line_end_;
    for (; placed_ < words.size(); ++placed_) {
        words[placed_].line = line_;
    }
    ++line_;
}

void RandomPlanText::end_paragraph() {
    if (gaps_ == Gaps::always || (gaps_ == Gaps::at_random && below(2) == 0)) {
        put("");
    }
}

void RandomPlanText::draw() {
    style_ = static_cast<Style>(below(8));
    gaps_ = static_cast<Gaps>(below(3));
    line_end_ = below(4) == 0 ? "\r\n" : "\n";
    add_head();
    for (std::size_t clauses = 1 + below(6); clauses > 0; --clauses) {
        if (below(5) == 0) {
            add_heading();
        }
        add_clause();
    }
    clause_.clear();
    if (is_in_bracket_) {
        put(word() + "]");
    }
    put("");
    put("# " + large_word()); // the last one leaves something open in any case
    put("");
    put("99. " + large_word() + " [" + word() + " / " + word() + "].");
    put("");
    add_notes();
    if (below(6) == 0) {
        put("## " + large_word());
    }
}

void RandomPlanText::add_head() {
    switch (below(5)) {
    case 0:
        put("# " + large_word() + " " + some_words());
        put("");
        break;
    case 1:
        put(large_word() + " " + some_words());
        put("");
        break;
    case 2:
        put(large_word() + " " + some_words()); // may look like a title
        put(some_words() + ".");
        put("");
        break;
    case 3:
        put(large_word() + " " + word() + ", [" + some_words() + "] " + word() + ":");
        put("");
        break;
    default:
        break;
    }
}

std::string RandomPlanText::next_label() {
    number_ += below(8) == 0 ? 2U : 1U;
    if (style_ == Style::chapters && below(4) == 0) {
        ++chapter_;
        number_ = 1;
    }
    const std::string number = std::to_string(number_);
    clause_ = number;
    clause_line_ = line_;
    outer_line_ = line_;
    switch (style_) {
    case Style::dot:
        return number + ". ";
    case Style::closed:
        return number + ") ";
    case Style::enclosed:
        return "(" + number + ") ";
    case Style::article:
        return (below(4) == 0 ? "**Article " + number + "** " : "Article " + number + " ");
    case Style::section:
        return "\u00a7 " + number + " ";
    case Style::colon:
        return number + ": ";
    case Style::dash:
        return number + " \u2013 ";
    case Style::chapters:
        clause_ = std::to_string(chapter_) + "." + number;
        return clause_ + " ";
    }
    return "";
}

void RandomPlanText::add_clause() {
    const std::string label = next_label();
    const bool opens = !is_in_bracket_ && below(10) == 0;
    is_in_bracket_ = is_in_bracket_ || opens;
    const bool closes = is_in_bracket_ && below(3) > 0;
    has_bracket_round_clauses = has_bracket_round_clauses || (opens && !closes);
    is_in_bracket_ = is_in_bracket_ && !closes;
    put((opens ? "[" : "") + label + sentence() + (closes ? "]" : ""));
    if (below(3) == 0) {
        put("   " + some_words() + (below(2) == 0 ? "." : ""));
    }
    end_paragraph();
    if (below(4) == 0) {
        add_parts();
    }
    for (std::size_t more = below(3); more > 0; --more) {
        below(4) == 0 ? add_options() : add_extra();
        end_paragraph();
    }
}

void RandomPlanText::add_parts() {
    const std::string outer = clause_;
    const std::string indent(3 * below(2), ' ');
    for (char letter = 'a'; letter < 'd' && below(4) != 0; ++letter) {
        clause_ = std::string(1, letter);
        clause_line_ = line_;
        put(indent + "(" + clause_ + ") " + sentence());
        end_paragraph();
        if (below(4) == 0) {
            add_small_parts(indent);
        }
    }
    clause_.clear(); // what follows may be of the part or of the whole
}

void RandomPlanText::add_small_parts(const std::string& indent) {
    const std::uint32_t outer = outer_line_;
    outer_line_ = clause_line_;
    for (const char* number : {"i", "ii", "iii"}) {
        clause_ = number;
        clause_line_ = line_;
        put(indent + std::string(3 * below(2), ' ') + clause_ + ") " + sentence());
        end_paragraph();
    }
    outer_line_ = outer;
}

void RandomPlanText::add_heading() {
    clause_.clear();
    put("");
    switch (below(7)) {
    case 0:
        put("## " + large_word() + " " + word());
        break;
    case 5:
        put("# " + large_word());
        number_ = 0; // numbers that stand twice
        chapter_ = 1;
        break;
    case 6:
        put("## " + std::to_string(number_ + 1) + ". " + large_word() + " " + word());
        break;
    case 1:
        put("PART " + std::string(1 + below(3), 'I'));
        put(large_word());
        break;
    case 2:
        put("Annex A " + large_word());
        number_ = 0;
        break;
    case 3:
        put(large_word() + " " + word());
        put("-----");
        break;
    default:
        put("### " + large_word() + " [" + word() + "]");
        break;
    }
    put("");
}

void RandomPlanText::add_options() {
    const std::string indent(3 * below(2), ' ');
    const bool is_heading = indent.empty() && below(4) == 0;
    const std::size_t count = 1 + below(3);
    for (std::size_t i = 1; i <= count; ++i) {
        if (is_heading) {
            put("");
            put("#### Option " + std::to_string(i));
            put("");
            put(sentence());
        } else {
            put(indent + "Option " + std::to_string(i) + ": " + sentence());
        }
        if (below(4) == 0) {
            put(indent + "   1. " + word());
            put(indent + "   2. " + word());
        }
        end_paragraph();
    }
    if (below(2) == 0) {
        put(std::string(3 * below(2), ' ') + sentence());
    }
}

void RandomPlanText::add_extra() {
    switch (below(9)) {
    case 0:
        put("- " + sentence());
        put("- [ ] " + some_words());
        break;
    case 1:
        put("> " + sentence());
        break;
    case 2:
        put("<!-- " + some_words());
        put(some_words() + " --> " + (below(2) == 0 ? some_words() : ""));
        break;
    case 3:
        put("```");
        put(word() + "[" + word() + "]");
        put("```");
        break;
    case 4:
        put("| " + word() + " | [" + word() + "] |");
        break;
    case 5:
        clause_.clear(); // numbers that may be some or none
        put(std::to_string(number_ + 1) + " " + large_word() + " " + some_words());
        break;
    case 6:
        put("Article 9 of " + some_words() + ".");
        break;
    case 7:
        put("");
        put(sentence());
        break;
    default:
        clause_.clear();
        put("B. " + large_word());
        break;
    }
}

void RandomPlanText::add_notes() {
    clause_.clear();
    if (below(4) == 0) {
        put("## Notes");
        put("");
        put("[1] " + some_words());
        put(large_word() + ", behind a note.");
    }
    for (std::size_t i = 1; i <= notes_; ++i) {
        put("[^" + std::to_string(i) + "]: " + sentence());
        if (below(3) == 0) {
            put("    " + some_words());
        }
    }
    if (below(3) == 0) {
        put("[" + word() + "]: https://a.example/" + word() + " \"" + word() + "\"");
    }
}

} // namespace unbracket::testing
