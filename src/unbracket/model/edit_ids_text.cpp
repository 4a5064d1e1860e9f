#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_ids.hpp"

#include <algorithm>
#include <array>
#include <utility>

// Ids inside texts: addresses (issue.term.stance.alta.five), orders (five > ten = nine | open) and
// judgements (prefers second to first). Everything between the ids stays as it was written.

namespace unbracket {

namespace {

using Parts = std::vector<std::string>;

void visit_part(Parts& parts, std::size_t i, NamedKind kind, const IdVisitor& visitor) {
    if (i < parts.size()) {
        visitor({kind, {}, parts[i]});
    }
}

void visit_issue_address(Parts& parts, const IdVisitor& visitor) {
    const bool has_option = parts.size() > 4 && (parts[2] == "stance" || parts[2] == "score");
    if (has_option) {
        std::string option = joined_address(parts, 4);
        visitor({NamedKind::option, parts[1], option});
        parts.resize(4);
        parts.push_back(std::move(option));
    }
    visit_part(parts, 3, NamedKind::party, visitor);
    visit_part(parts, 1, NamedKind::issue, visitor);
}

constexpr std::array<std::pair<std::string_view, NamedKind>, 4> element_kinds = {{
    {"limit", NamedKind::limit},
    {"rule", NamedKind::rule},
    {"bonus", NamedKind::bonus},
    {"risk", NamedKind::risk},
}};

/// Calls `visit` with every stretch of text without a separator, and puts the text together again.
template <class Visit>
void visit_tokens(std::string& text, std::string_view separators, const Visit& visit) {
    std::string result;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        if (end > begin) {
            std::string token = text.substr(begin, end - begin);
            visit(token);
            result += token;
        }
        if (end < text.size()) {
            result += text[end];
        }
        begin = end + 1;
    }
    text = std::move(result);
}

} // namespace

void visit_ids_of_address(std::string& address, const IdVisitor& visitor) {
    Parts parts = address_parts(address);
    if (parts[0] == "issue") {
        visit_issue_address(parts, visitor);
    } else if (parts[0] == "fallback" || parts[0] == "intent" || parts[0] == "accepts_less") {
        visit_part(parts, 1, NamedKind::party, visitor);
    } else if (parts[0] == "order") {
        visit_part(parts, 2, NamedKind::party, visitor);
    } else if (parts[0] == "draft") {
        visit_part(parts, 3, NamedKind::issue, visitor);
        visit_part(parts, 1, NamedKind::draft, visitor);
    } else if (parts[0] == "said") {
        visit_part(parts, 1, NamedKind::statement, visitor);
    }
    for (const auto& [root, kind] : element_kinds) {
        if (parts[0] == root) {
            visit_part(parts, 3, NamedKind::issue, visitor);
            visit_part(parts, 1, kind, visitor);
        }
    }
    address = joined_address(parts);
}

void visit_ids_of_order(std::string& order, NamedKind kind, std::string_view issue,
                        const IdVisitor& visitor) {
    visit_tokens(order, ">=|, \t\r\n", [&](std::string& token) { visitor({kind, issue, token}); });
}

void visit_ids_of_judgement(std::string& judgement, const IdVisitor& visitor) {
    constexpr std::string_view blanks = " \t";
    Parts words;
    std::string copy = judgement;
    visit_tokens(copy, blanks, [&](const std::string& word) { words.push_back(word); });
    const bool prefers = words.size() == 4 && words[0] == "prefers";
    const bool is_judgement =
        prefers || (words.size() == 2 && (words[0] == "accepts" || words[0] == "rejects")) ||
        (words.size() == 3 && ((words[0] == "nothing" && words[1] == "below") ||
                               (words[0] == "not" && words[1] == "yet")));
    if (!is_judgement) {
        return;
    }
    std::size_t position = 0;
    visit_tokens(judgement, blanks, [&](std::string& word) {
        const bool is_draft = position + 1 == words.size() || (prefers && position == 1);
        if (is_draft) {
            visitor({NamedKind::draft, {}, word});
        }
        ++position;
    });
}

} // namespace unbracket
