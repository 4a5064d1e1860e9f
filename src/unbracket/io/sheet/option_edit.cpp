#include "unbracket/io/sheet/option_edit.hpp"

#include "unbracket/base/rational.hpp"
#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/toml_value.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_added = 5000; // options of an issue and issues, as many as a case holds

const Node* issue_named(const Node& document, const std::string& name) {
    const Node* issues = document.find("issue");
    return issues == nullptr ? nullptr : issues->find(name);
}

Node& issue_in(Node& document, const std::string& name) {
    return *document.find("issue")->find(name);
}

/// The options as a table, whose titles are the ids where there were none.
Node& option_table(Node& issue, const SourcePosition& at) {
    Node* options = issue.find("option");
    if (options == nullptr) {
        return add_member(issue, "option", table_node(at), at);
    }
    if (options->kind == NodeKind::list) {
        Node table = table_node(options->at);
        for (const Node& item : options->items) {
            add_member(table, item.text, text_node(item.text, item.at), item.at);
        }
        *options = std::move(table);
    }
    return *options;
}

void set_title(Node& option, const std::string& title, const SourcePosition& at) {
    if (option.kind != NodeKind::table) {
        option = text_node(title, at);
    } else if (Node* own = option.find("title")) {
        *own = text_node(title, at);
    } else {
        add_member(option, "title", text_node(title, at), at);
    }
}

} // namespace

void OptionEdit::finish(std::vector<SheetChange>& changes, Diagnostics& problems) {
    for (const PositionRow& row : position_rows(before_)) {
        known_.insert(row);
    }
    find_gone();
    for (const PositionLine* line : lines_) {
        if (line->row.option == weight_row && !line->title.empty()) {
            marked_.insert(line->row.issue);
        }
    }
    for (const PositionLine* line : lines_) {
        if (line->row.issue.empty()) {
            continue;
        }
        if (added_ > most_added) {
            refused_.insert(line->row);
            continue;
        }
        if (issue_named(after_, line->row.issue) == nullptr) {
            if (!marked_.contains(line->row.issue)) {
                refuse_issue(*line, problems);
                continue;
            }
            add_issue(*line, changes);
        }
        take_clause(*line, problems);
        if (known_.contains(line->row)) {
            take_title(*line, changes);
        } else if (!line->row.option.starts_with('(')) {
            take_new(*line, changes, problems);
        } else if (line->row.option == weight_row) {
            take_title(*line, changes);
        }
    }
}

void OptionEdit::take_clause(const PositionLine& line, Diagnostics& problems) const {
    const std::string own = position_clause(after_, line.row);
    if (!line.clause.empty() && line.clause != own &&
        issue_named(before_, line.row.issue) != nullptr) {
        problems.push_back({line.at,
                            "this row has " + quoted(line.clause) +
                                " under `point`, and the case " +
                                (own.empty() ? "nothing" : quoted(own)),
                            "the clause of an issue is changed in the case file"});
    }
}

void OptionEdit::take_title(const PositionLine& line, std::vector<SheetChange>& changes) {
    const std::string own = position_title(after_, line.row);
    const std::string& option = line.row.option;
    const bool is_option = !option.starts_with('(');
    Node& issue = issue_in(after_, line.row.issue);
    const bool has_title = option == weight_row || (is_option && issue.find("option") != nullptr);
    if (has_title && line.has_title_cell && line.title.empty() && !bare_text(own).empty()) {
        emptied_.push_back("the emptied title of " + line.row.issue +
                           (is_option ? "." + option : ""));
    }
    if (!has_title || line.title.empty() || same_in_cells(line.title, own) ||
        (own.empty() && line.title == option)) {
        return;
    }
    if (is_option) {
        set_title(*option_table(issue, line.at).find(option), line.title, line.at);
    } else {
        set_title(issue, line.title, line.at);
    }
    const std::string address = "issue." + line.row.issue;
    changes.push_back({address + (is_option ? ".option." + option : "") + ".title",
                       own.empty() ? "" : toml_quoted(own), toml_quoted(line.title)});
}

void OptionEdit::add_issue(const PositionLine& line, std::vector<SheetChange>& changes) {
    Node* issues = after_.find("issue");
    if (issues == nullptr) {
        issues = &add_member(after_, "issue", table_node(line.at), line.at);
    }
    Node& issue = add_member(*issues, line.row.issue, table_node(line.at), line.at);
    if (!line.clause.empty()) {
        add_member(issue, "point", text_node(line.clause, line.at), line.at);
    }
    changes.push_back({"issue." + line.row.issue, "", "a new issue"});
    added_ += 8; // an issue costs as much as a few options
}

void OptionEdit::refuse_issue(const PositionLine& line, Diagnostics& problems) {
    refused_.insert(line.row);
    if (!unknown_.insert(line.row.issue).second) {
        return; // told once
    }
    const auto nearest = nearest_spelling(line.row.issue, member_keys(before_.find("issue")));
    refuse(line, "there is no issue " + quoted(line.row.issue),
           (nearest ? "did you mean `" + *nearest + "`? " : std::string()) +
               "a new issue has a row (weight) with its title under `title`",
           problems);
}

void OptionEdit::refuse(const PositionLine& line, std::string what, std::string hint,
                        Diagnostics& problems) {
    refused_.insert(line.row);
    problems.push_back({line.at, std::move(what), std::move(hint)});
}

void OptionEdit::find_gone() {
    std::set<PositionRow> there;
    for (const PositionLine* line : lines_) {
        there.insert(line->row);
    }
    for (const PositionRow& row : known_) {
        const std::string title = position_title(before_, row);
        if (!there.contains(row) && !title.empty() && !row.option.starts_with('(')) {
            gone_.emplace(PositionRow{row.issue, title}, row.option);
        }
    }
}

void OptionEdit::take_new(const PositionLine& line, std::vector<SheetChange>& changes,
                          Diagnostics& problems) {
    Node& issue = issue_in(after_, line.row.issue);
    const std::string what =
        "the issue " + quoted(line.row.issue) + " has no option " + quoted(line.row.option);
    if (issue.find("range") != nullptr) {
        if (parse_decimal(line.row.option).problem != DecimalProblem::none) {
            refuse(line, what, "its options are numbers", problems);
        }
        return; // whether it is a step of the range, binding will tell
    }
    if (++added_ > most_added) {
        refuse(line, "more than " + std::to_string(most_added) + " new options",
               "a case of that size is not read", problems);
        return;
    }
    if (line.title.empty()) {
        const auto nearest = nearest_spelling(line.row.option, option_ids(issue));
        refuse(line, what,
               (nearest ? "did you mean `" + *nearest + "`? " : std::string()) +
                   "a new option needs a text under `title`",
               problems);
        return;
    }
    if (const auto old = gone_.find({line.row.issue, line.title}); old != gone_.end()) {
        refuse(line, what + ", and " + quoted(old->second) + " with the same title no row",
               "keep the id; `unbracket rename` changes it in the case file", problems);
        return;
    }
    add_member(option_table(issue, line.at), line.row.option, text_node(line.title, line.at),
               line.at);
    changes.push_back(
        {"issue." + line.row.issue + ".option." + line.row.option, "", toml_quoted(line.title)});
}

} // namespace unbracket
