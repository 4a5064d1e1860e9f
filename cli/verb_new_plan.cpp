#include "cli/verb_new_plan.hpp"

#include "unbracket/authoring.hpp"
#include "unbracket/unbracket.hpp"

#include "cli/problems.hpp"

#include <set>

namespace unbracket::cli {

namespace {

/// `Alta, Bera` as two names.
std::vector<std::string> names_in(const std::string& list) {
    std::vector<std::string> names(1);
    for (const char byte : list) {
        if (byte == ',') {
            names.emplace_back();
        } else if (byte != ' ' || !names.back().empty()) {
            names.back() += byte;
        }
    }
    for (std::string& name : names) {
        while (name.ends_with(' ')) {
            name.pop_back();
        }
    }
    return names;
}

std::string counted(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

Node draft_data(const PlanMatches& draft) {
    Node data = table_node();
    add_member(data, "draft", text_node(draft.draft));
    add_member(data, "file", text_node(draft.file));
    add_member(data, "known", number_node(std::to_string(draft.known)));
    add_member(data, "added", number_node(std::to_string(draft.added)));
    add_member(data, "dropped", number_node(std::to_string(draft.dropped)));
    Node renumbered = list_node({});
    for (const auto& [point, number] : draft.renumbered) {
        Node one = table_node();
        add_member(one, "point", text_node(point));
        add_member(one, "number", text_node(number));
        renumbered.items.push_back(std::move(one));
    }
    add_member(data, "renumbered", std::move(renumbered));
    return data;
}

/// `second.md: 9 clauses known (5 is 8 here), 1 new; 1 dropped`
std::string draft_line(const PlanMatches& draft) {
    constexpr std::size_t most_named = 12;
    std::string numbers;
    for (std::size_t i = 0; i < draft.renumbered.size(); ++i) {
        const auto& [point, number] = draft.renumbered[i];
        if (i == most_named) {
            numbers += ", " + std::to_string(draft.renumbered.size() - i) + " more";
            break;
        }
        numbers += (i == 0 ? "" : ", ") + point + " is " + number + " here";
    }
    return draft.file + ": " + counted(draft.known, "clause") + " known" +
           (numbers.empty() ? "" : " (" + numbers + ")") + ", " + std::to_string(draft.added) +
           " new, " + std::to_string(draft.dropped) + " gone";
}

Node plan_data(const PlanCase& made) {
    Node data = table_node();
    add_member(data, "points", number_node(std::to_string(made.points)));
    add_member(data, "issues", number_node(std::to_string(made.issues)));
    add_member(data, "options", number_node(std::to_string(made.options)));
    Node drafts = list_node({});
    for (const PlanMatches& draft : made.drafts) {
        drafts.items.push_back(draft_data(draft));
    }
    add_member(data, "drafts", std::move(drafts));
    Node unsure = list_node({});
    for (const PlanRemark& remark : made.unsure) {
        Node one = table_node();
        add_member(one, "file", text_node(remark.at.file));
        add_member(one, "line", number_node(std::to_string(remark.at.line)));
        add_member(one, "what", text_node(remark.what));
        unsure.items.push_back(std::move(one));
    }
    add_member(data, "unsure", std::move(unsure));
    return data;
}

} // namespace

std::vector<Flag> plan_flags() {
    return {
        {.name = "from",
         .value = "TEXT",
         .help =
             "a numbered plan in Markdown or plain text whose [brackets] become issues; several "
             "are drafts of one plan, oldest first",
         .kind = ValueKind::file,
         .occurs = Occurs::repeatedly,
         .is_read = true},
        {.name = "match",
         .value = "TEXT:NUMBER=POINT",
         .help =
             "with --from: that clause of a text is this point of the texts before it; or =none",
         .kind = ValueKind::text,
         .occurs = Occurs::repeatedly},
    };
}

Diagnostics wrong_plan_flags(const Invocation& invocation) {
    Diagnostics problems;
    if (invocation.has("match") && !invocation.has("from")) {
        problems.push_back({{}, "--match has no meaning without --from", ""});
    }
    if (invocation.has("from") && invocation.has("random")) {
        problems.push_back({{}, "--from and --random are two kinds of cases", "leave out one"});
    }
    std::set<std::string> names;
    for (const std::string& name : names_in(invocation.value("parties").value_or("x"))) {
        if (invocation.has("from") && !names.insert(name).second && !name.empty()) {
            problems.push_back({{"--parties"},
                                "two parties are called `" + without_control_characters(name) + "`",
                                "give each party its own name"});
        }
        if (invocation.has("from") && (name.empty() || !is_utf8(name))) {
            problems.push_back(
                {{"--parties"}, "a name is empty or not UTF-8", "--parties \"Alta,Bera\""});
        }
    }
    return problems;
}

Result<PlanCase> plan_case(const Invocation& invocation) {
    PlanRequest request{.files = invocation.values("from"),
                        .matches = invocation.values("match"),
                        .title = invocation.value("title").value_or("")};
    if (const auto parties = invocation.value("parties")) {
        request.parties = names_in(*parties);
    }
    return case_from_plans(request);
}

int tell_plan_case(const PlanCase& made, const std::string& file, const Console& console) {
    const bool is_printed = file == "-";
    std::string text = (is_printed ? "made " : "wrote " + file + ": ") +
                       counted(made.points, "point") + ", " + counted(made.issues, "issue") +
                       " with " + counted(made.options, "option") + ", " +
                       counted(made.drafts.size(), "draft");
    for (std::size_t i = 1; i < made.drafts.size(); ++i) {
        text += "\n  " + without_control_characters(draft_line(made.drafts[i]));
    }
    if (!made.unsure.empty()) {
        text += "\nunsure, for you to settle (also at the head of the case):";
    }
    for (const PlanRemark& remark : made.unsure) {
        text += "\n  " + remark.at.file.text() + ":" + std::to_string(remark.at.line) + ": " +
                without_control_characters(remark.what);
    }
    text += "\nEvery stance is unknown so far: put stances in their place, and a [fallback]";
    text += is_printed ? "" : "; next: unbracket lint " + file + ", unbracket check " + file;
    if (is_printed) {
        console.remark(text);
        return answered;
    }
    return console.written({file}, text, plan_data(made));
}

} // namespace unbracket::cli
