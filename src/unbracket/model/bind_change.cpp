#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

// [[change]] and [alternative.ID]: settings of addresses, by date or as answers to a question. Here
// they are only read; bind.cpp applies them.

namespace unbracket::binding {

namespace {

std::vector<Setting> read_settings(Context& context, const Node& node, const std::string& name) {
    std::vector<Setting> settings;
    const Table table(context, node, name, "{ \"fallback.PARTY\" = 40 }");
    for (const Node::Member& member : table.members()) {
        if (member.key.find('.') == std::string::npos) {
            context.problems.add(member.at, quoted(member.key) + " is no address",
                                 "write the whole address in quotes: \"fallback.alta\" = 40");
        } else {
            settings.push_back({member.key, member.value, member.at});
        }
    }
    return settings;
}

void bind_change(Context& context, const Node& node) {
    Table table(context, node, "[[change]]",
                "{ date = 2026-03-01, set = { \"fallback.PARTY\" = 40 } }");
    Change change;
    change.title = table.text("title");
    if (const Node* date = table.need("date")) {
        change.date = read_date(context, *date, "`date`").value_or(Date{});
    }
    change.said = table.ids("said", context.statements);
    table.check_visibility();
    if (const Node* set = table.need("set")) {
        change.settings = read_settings(context, *set, "`set` of a change");
    }
    table.refuse_others();
    change.exists = context.exists_at(change.date);
    context.result.changes.push_back(std::move(change));
}

void bind_alternative(Context& context, const Node::Member& member) {
    Table table(context, member.value, "alternative " + quoted(member.key),
                "alternative." + member.key +
                    " = { question = \"...\", ANSWER = { \"ADDRESS\" = 40 } }");
    Alternative alternative;
    alternative.key = member.key;
    alternative.question = table.text("question");
    if (table.is_table() && alternative.question.empty()) {
        context.problems.add(member.at, table.name() + " asks no question",
                             "add question = \"...\"");
    }
    table.check_visibility();
    for (const Node::Member& answer : table.members()) {
        if (answer.key == "question" || answer.key == "visibility") {
            continue;
        }
        is_good_id(context, answer.key, answer.at);
        alternative.answers.push_back(
            {answer.key,
             read_settings(context, answer.value,
                           "answer " + quoted(answer.key) + " of " + table.name()),
             answer.at});
    }
    constexpr std::size_t fewest_answers = 2;
    if (table.is_table() && alternative.answers.size() < fewest_answers) {
        context.problems.add(member.at, table.name() + " has fewer than two answers",
                             "an answer that changes nothing is written `name = {}`");
    }
    context.result.alternatives.push_back(std::move(alternative));
}

} // namespace

void name_alternatives(Context& context) {
    for_each_member(context, "alternative", [&](const Node::Member& member) {
        is_good_id(context, member.key, member.at);
        context.alternatives.add(member.key);
    });
}

void bind_changes(Context& context) {
    for (const Node& node : section_items(context, "change", ReportKind::yes)) {
        bind_change(context, node);
    }
}

void bind_alternatives(Context& context) {
    for_each_member(context, "alternative",
                    [&](const Node::Member& member) { bind_alternative(context, member); });
}

} // namespace unbracket::binding
