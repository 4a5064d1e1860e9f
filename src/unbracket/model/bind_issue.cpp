#include "unbracket/model/bind_range.hpp"
#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <array>

// [issue.ID]: what is to be decided and the options there are. What the parties make of them is
// read later, by bind_assessment.cpp.

namespace unbracket::binding {

namespace {

constexpr std::array<std::string_view, 3> agendas = {"agreed", "proposed", "added"};
constexpr std::string_view reserved_option = "unknown"; // what a draft says where it says nothing

void add_option(Context& context, Issue& issue, const SourcePosition& at, Option option) {
    Names<OptionId>& names = context.options[context.result.issues.size()];
    is_good_id(context, option.key, at);
    if (option.key == reserved_option) {
        context.problems.add(at, "`unknown` is not free for an option",
                             "drafts use the word for content that is not known");
    }
    if (issue.options.size() == most_options) {
        context.problems.add(at, "an issue has at most 4096 options");
        return;
    }
    if (!names.add(option.key)) {
        context.problems.add(at, "option " + quoted(option.key) + " stands twice in issue " +
                                     quoted(issue.key));
        return;
    }
    issue.options.push_back(std::move(option));
}

Option read_option(Context& context, const Node::Member& member) {
    Option option;
    option.key = member.key;
    if (member.value.kind == NodeKind::text) {
        option.title = member.value.text;
    } else {
        Table table(context, member.value, "option " + quoted(member.key),
                    member.key + " = \"its title\"");
        option.title = table.text("title");
        option.text = table.text("text");
        table.find("wording_of"); // read when all options are known
        table.refuse_others();
    }
    if (option.title.empty()) {
        option.title = option.key;
    }
    return option;
}

void read_wordings(Context& context, IssueId issue, const Node& options) {
    for (const Node::Member& member : options.members) {
        const Node* node = member.value.find("wording_of");
        const auto option = context.options[as_index(issue)].find(member.key);
        if (node == nullptr || !option) {
            continue;
        }
        const auto key = read_text(context, *node, "`wording_of`");
        const auto other = key ? find_option(context, issue, *key, node->at) : std::nullopt;
        if (other && *other == *option) {
            context.problems.add(node->at, "an option cannot be another wording of itself");
        } else if (other) {
            context.issue(issue).options[as_index(*option)].wording_of = other;
        }
    }
}

void read_option_section(Context& context, Issue& issue, const Node& node) {
    if (node.kind == NodeKind::table) {
        for (const Node::Member& member : node.members) {
            if (!is_split_number(context, member,
                                 "write range = { min = 10, max = 60, step = 5 } for numbers, or "
                                 "ids of letters with titles")) {
                add_option(context, issue, member.at, read_option(context, member));
            }
        }
    } else if (node.kind == NodeKind::list) {
        for (const Node& item : node.items) {
            const std::string key = read_label(context, item, "an option").value_or("");
            if (!key.empty()) {
                add_option(context, issue, item.at, titled_option(key));
            }
        }
    } else {
        context.problems.add(node.at,
                             "`option` must be a table or a list of options, not " +
                                 std::string(name_of_kind(node.kind)),
                             "write option = [\"one\", \"other\"]");
        return;
    }
    if (items_of(node).empty() || (node.kind == NodeKind::table && node.members.empty())) {
        context.problems.add(node.at, "issue " + quoted(issue.key) + " has no options",
                             "name at least one");
    }
}

void read_choices(Context& context, Issue& issue, const Node* range, const Node* options) {
    if (range != nullptr && options != nullptr) {
        context.problems.add(options->at,
                             "issue " + quoted(issue.key) + " has both `range` and `option`",
                             "an issue is either a number or a choice");
    }
    if (range != nullptr) {
        read_range(context, issue, *range);
    } else if (options != nullptr) {
        read_option_section(context, issue, *options);
    }
}

void bind_issue(Context& context, const Node::Member& member) {
    is_good_id(context, member.key, member.at);
    Table table(context, member.value, "issue " + quoted(member.key),
                "issue." + member.key + " = { option = [\"one\", \"other\"] }");
    Issue issue;
    issue.key = member.key;
    issue.title = table.text("title");
    if (issue.title.empty()) {
        issue.title = issue.key;
    }
    issue.point = table.id("point", context.points);
    issue.document = table.id("document", context.documents);
    issue.agenda = table.word("agenda", agendas, Agenda::agreed);
    issue.between = table.ids("between", context.parties);
    const Node* range = table.find("range");
    const Node* options = table.find("option");
    if (range == nullptr && options == nullptr && table.is_table()) {
        context.problems.add(member.at, "issue " + quoted(issue.key) + " has no options",
                             "add `option = [...]`, or `range` for a number");
    }
    read_choices(context, issue, range, options);
    const Node* status_quo = table.find("status_quo");
    for (const std::string_view key : {"weight", "stance", "score", "curve", "order"}) {
        table.find(key);
    }
    table.refuse_others();

    const IssueId id(context.result.issues.size());
    context.issues.add(member.key);
    context.result.issues.push_back(std::move(issue));
    if (options != nullptr) {
        read_wordings(context, id, *options);
    }
    if (status_quo != nullptr) {
        const auto key = read_label(context, *status_quo, "`status_quo`");
        context.issue(id).status_quo =
            key ? find_option(context, id, *key, status_quo->at) : std::nullopt;
    }
}

} // namespace

void bind_issues(Context& context) {
    for_each_member(context, "issue", [&](const Node::Member& member) {
        if (context.issues.size() == most_issues) {
            context.problems.add(member.at, "a case holds at most 512 issues");
            return;
        }
        context.options.emplace_back("option");
        bind_issue(context, member);
    });
    if (context.issues.size() == 0 && context.document.find("issue") == nullptr) {
        context.problems.add(context.document.at, "the case has no issue",
                             "add one: [issue.ID] with `option` or `range`");
    }
}

} // namespace unbracket::binding
