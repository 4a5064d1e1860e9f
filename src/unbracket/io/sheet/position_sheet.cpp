#include "unbracket/io/sheet/position_sheet.hpp"

#include "unbracket/io/sheet/cell_value.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

/// The member of a member ... ; nothing where one of them is not there.
template <class... Keys>
const Node* inner(const Node* node, const Keys&... keys) {
    ((node = node == nullptr ? nullptr : node->find(keys)), ...);
    return node;
}

std::string_view inside_parentheses(std::string_view name) {
    return name.substr(1, name.size() - 2);
}

bool is_curve_row(std::string_view option) {
    return std::find(curve_rows.begin(), curve_rows.end(), option) != curve_rows.end();
}

/// Options that a party's table of a numeric issue names, once each.
void add_named_options(const Node* by_party, std::vector<std::string>& names) {
    for (std::size_t i = 0; by_party != nullptr && i < by_party->members.size(); ++i) {
        for (const std::string& key : member_keys(&by_party->members[i].value)) {
            if (std::find(names.begin(), names.end(), key) == names.end()) {
                names.push_back(key);
            }
        }
    }
}

bool has_order(const Node& issue) {
    const Node* stances = issue.find("stance");
    const bool is_stance =
        stances != nullptr &&
        std::any_of(stances->members.begin(), stances->members.end(),
                    [](const Node::Member& member) { return member.value.kind == NodeKind::text; });
    return is_stance || issue.find("order") != nullptr;
}

std::vector<std::string> rows_of_issue(const Node& issue) {
    std::vector<std::string> rows = {std::string(weight_row)};
    if (has_order(issue)) {
        rows.emplace_back(order_row);
    }
    std::vector<std::string> options = option_ids(issue);
    if (issue.find("range") != nullptr) {
        add_named_options(issue.find("stance"), options);
        add_named_options(issue.find("score"), options);
        if (issue.find("curve") != nullptr || options.empty()) {
            rows.insert(rows.end(), curve_rows.begin(), curve_rows.end());
        }
    }
    rows.insert(rows.end(), options.begin(), options.end());
    return rows;
}

SheetRow heading(const std::vector<std::string>& parties) {
    SheetRow row{1, {}};
    for (const std::string_view name : leading_columns) {
        row.cells.push_back({std::string(name), CellKind::text});
    }
    for (const std::string& party : parties) {
        row.cells.push_back({party_heading(party), CellKind::text});
    }
    return row;
}

std::string counted_as(std::size_t count, const std::string& one, const std::string& several) {
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

struct Kind {
    std::string_view key;
    std::string_view one;
    std::string_view several;
};

constexpr std::array<Kind, 18> kinds = {{
    {"limit", "limit", "limits"},
    {"rule", "rule", "rules"},
    {"bonus", "bonus", "bonuses"},
    {"risk", "risk", "risks"},
    {"draft", "draft", "drafts"},
    {"document", "document", "documents"},
    {"said", "statement", "statements"},
    {"entry", "remark on an entry", "remarks on entries"},
    {"alternative", "open question", "open questions"},
    {"quantity", "disputed figure", "disputed figures"},
    {"change", "dated change", "dated changes"},
    {"driver", "lever or cost", "levers and costs"},
    {"event", "event", "events"},
    {"step", "order of steps", "orders of steps"},
    {"deadline", "deadline", "deadlines"},
    {"ratify", "ratification", "ratifications"},
    {"words", "table of words", "tables of words"},
    {"accepts_less", "supposed movement", "supposed movements"},
}};

} // namespace

std::vector<std::string> option_ids(const Node& issue) {
    const Node* options = issue.find("option");
    std::vector<std::string> ids = member_keys(options);
    for (std::size_t i = 0; options != nullptr && i < options->items.size(); ++i) {
        ids.push_back(options->items[i].text);
    }
    return ids;
}

std::string party_heading(const std::string& party) {
    const bool is_taken =
        std::find(leading_columns.begin(), leading_columns.end(), party) != leading_columns.end();
    return is_taken ? "party." + party : party;
}

std::vector<PositionRow> position_rows(const Node& document) {
    std::vector<PositionRow> rows;
    const Node* issues = document.find("issue");
    for (std::size_t i = 0; issues != nullptr && i < issues->members.size(); ++i) {
        for (std::string& option : rows_of_issue(issues->members[i].value)) {
            rows.push_back({issues->members[i].key, std::move(option)});
        }
    }
    rows.push_back({"", std::string(fallback_row)});
    rows.push_back({"", std::string(intent_row)});
    rows.push_back({"", std::string(weight_order_row)});
    return rows;
}

std::vector<std::string> position_parties(const Node& document) {
    return member_keys(document.find("party"));
}

const Node* position_at(const Node& document, const PositionRow& row, const std::string& party) {
    if (row.option == weight_order_row) {
        return inner(&document, "order", "weight", party);
    }
    if (row.issue.empty()) {
        return inner(&document, inside_parentheses(row.option), party);
    }
    const Node* issue = inner(&document, "issue", row.issue);
    if (row.option == weight_row) {
        return inner(issue, "weight", party);
    }
    const Node* stance = inner(issue, "stance", party);
    if (row.option == order_row) {
        return stance != nullptr && stance->kind == NodeKind::text ? stance
                                                                   : inner(issue, "order", party);
    }
    if (is_curve_row(row.option)) {
        return inner(issue, "curve", party, inside_parentheses(row.option));
    }
    const Node* score = inner(issue, "score", party, row.option);
    return score != nullptr ? score : inner(stance, row.option);
}

std::string position_title(const Node& document, const PositionRow& row) {
    const Node* issue = inner(&document, "issue", row.issue);
    if (row.option == weight_row) {
        const Node* title = inner(issue, "title");
        return title == nullptr ? "" : title->text;
    }
    const Node* option = inner(issue, "option", row.option);
    const Node* title =
        option == nullptr || option->kind == NodeKind::text ? option : option->find("title");
    return title == nullptr ? "" : title->text;
}

std::string position_clause(const Node& document, const PositionRow& row) {
    const Node* point = inner(&document, "issue", row.issue, "point");
    return point == nullptr ? "" : point->text;
}

Sheet position_sheet(const Node& document) {
    const std::vector<std::string> parties = position_parties(document);
    constexpr std::uint32_t frozen = leading_columns.size();
    Sheet sheet{std::string(positions_name), {}, {heading(parties)}, {{8, 16, 18, 40}, frozen}};
    sheet.look.widths.insert(sheet.look.widths.end(), parties.size(), 18);
    for (const PositionRow& row : position_rows(document)) {
        const auto number = static_cast<std::uint32_t>(sheet.rows.size() + 1);
        SheetRow& written = sheet.rows.emplace_back(SheetRow{number, {}});
        written.cells = {{position_clause(document, row), CellKind::text},
                         {row.issue, CellKind::text},
                         {row.option, CellKind::text},
                         {position_title(document, row), CellKind::text}};
        for (const std::string& party : parties) {
            const Node* value = position_at(document, row, party);
            written.cells.push_back(value == nullptr ? SheetCell() : cell_of(*value));
        }
    }
    return sheet;
}

std::vector<std::string> beside_positions(const Node& document) {
    std::vector<std::string> phrases;
    for (const Kind& kind : kinds) {
        const Node* found = document.find(kind.key);
        if (found != nullptr) {
            const std::size_t count = kind.key == "words"             ? 1
                                      : found->kind == NodeKind::list ? found->items.size()
                                                                      : found->members.size();
            phrases.push_back(counted_as(count, std::string(kind.one), std::string(kind.several)));
        }
    }
    return phrases;
}

std::size_t position_count(const Node& document) {
    std::size_t count = 0;
    for (const PositionRow& row : position_rows(document)) {
        for (const std::string& party : position_parties(document)) {
            count += position_at(document, row, party) != nullptr ? 1U : 0U;
        }
    }
    return count;
}

} // namespace unbracket
