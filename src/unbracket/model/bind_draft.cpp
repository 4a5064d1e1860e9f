#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/case_words.hpp"

#include <array>

// [draft.ID]: what each text says about each issue. A draft says what it sets itself, then what the
// draft it comes from says, and `rest` is for what neither sets. Drafts are filled in from the
// oldest ancestor on, so a chain of any length costs one pass.

namespace unbracket::binding {

namespace {

constexpr std::array<std::string_view, 2> rest_words = {"unknown", "status_quo"};
enum class Rest { unknown, status_quo };

/// What the file says of one draft, before inheritance.
struct DraftText {
    std::vector<std::pair<IssueId, DraftSetting>> settings;
    std::optional<Rest> rest;
    SourcePosition at;
};

DraftSetting unknown_setting(const Issue& issue, DraftOrigin origin) {
    DraftSetting setting;
    setting.origin = origin;
    setting.is_unknown = true;
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        setting.options.push_back(OptionId(i));
    }
    return setting;
}

/// Counts what is kept of drafts; false, reported once, where it is too much.
bool fits(Context& context, std::size_t options, const SourcePosition& at) {
    if (context.settled_cells > most_draft_cells) {
        return false;
    }
    context.settled_cells += options + 1;
    if (context.settled_cells > most_draft_cells) {
        context.problems.add(at, "the drafts hold more than 20,000,000 options in all",
                             "take larger steps, or fewer drafts");
        return false;
    }
    return true;
}

void read_settings(Context& context, const Node* node, DraftText& text) {
    if (node == nullptr) {
        return;
    }
    const Table table(context, *node, "`set` of a draft", "set = { ISSUE = \"OPTION\" }");
    for (const Node::Member& member : table.members()) {
        const auto issue = find_id(context, member.key, member.at, context.issues);
        if (!issue) {
            continue;
        }
        const bool unknown = member.value.kind == NodeKind::text && member.value.text == "unknown";
        if (!fits(context, unknown ? context.issue(*issue).options.size() : 1, member.at)) {
            return;
        }
        DraftSetting setting =
            unknown ? unknown_setting(context.issue(*issue), DraftOrigin::set) : DraftSetting{};
        if (!unknown) {
            setting.options = read_options(context, *issue, member.value);
            setting.origin = DraftOrigin::set;
        }
        text.settings.emplace_back(*issue, std::move(setting));
    }
}

/// `text.inspect = "..."` and `point.inspect = 7`.
void read_by_issue(Context& context, Table& table, std::string_view key,
                   std::vector<std::pair<IssueId, std::string>>& into) {
    const Node* node = table.find(key);
    if (node == nullptr) {
        return;
    }
    const Table inner(context, *node, quoted(key) + " of " + table.name(),
                      std::string(key) + ".ISSUE = \"...\"");
    for (const Node::Member& member : inner.members()) {
        const auto issue = find_id(context, member.key, member.at, context.issues);
        const auto label = read_label(context, member.value, quoted(key));
        if (issue && label) {
            into.emplace_back(*issue, *label);
        }
    }
}

std::vector<std::string> read_labels(Context& context, const Node& node, std::string_view what) {
    std::vector<std::string> labels;
    for (const Node& item : items_of(node)) {
        if (auto label = read_label(context, item, what)) {
            labels.push_back(std::move(*label));
        }
    }
    return labels;
}

void read_points(Context& context, Table& table, Draft& draft) {
    read_by_issue(context, table, "point", draft.point_numbers);
    if (const Node* dropped = table.find("dropped")) {
        draft.dropped = read_labels(context, *dropped, "a clause number");
    }
    if (const Node* merged = table.find("merged")) {
        const Table inner(context, *merged, "`merged` of " + table.name(),
                          "merged = { \"5\" = [\"5\", \"10\"] }");
        for (const Node::Member& member : inner.members()) {
            if (is_split_number(context, member)) {
                continue;
            }
            draft.merged.emplace_back(member.key,
                                      read_labels(context, member.value, "a clause number"));
        }
    }
    if (const Node* count = table.find("point_count")) {
        draft.point_count = read_count(context, *count, 1'000'000, "`point_count`");
    }
}

DraftText read_draft(Context& context, const Node::Member& member, Draft& draft) {
    Table table(context, member.value, "draft " + quoted(member.key),
                "draft." + member.key + " = { set = { ISSUE = \"OPTION\" } }");
    DraftText text;
    text.at = member.at;
    draft.title = table.text("title");
    draft.date = table.date("date");
    draft.by = table.ids("by", context.parties);
    draft.from = table.id("from", context.drafts);
    draft.object = table.text("object");
    draft.said = table.ids("said", context.statements);
    if (const Node* on_table = table.find("on_table")) {
        draft.on_table_was_entered = true;
        draft.on_table = read_word<OnTable>(context, *on_table, on_table_words, "`on_table`")
                             .value_or(OnTable::yes);
    }
    read_settings(context, table.find("set"), text);
    if (const Node* rest = table.find("rest")) {
        text.rest = read_word<Rest>(context, *rest, rest_words, "`rest`");
    }
    read_by_issue(context, table, "text", draft.texts);
    read_points(context, table, draft);
    table.check_visibility();
    table.refuse_others();
    draft.exists = context.exists_at(draft.date);
    return text;
}

/// What a draft says on an issue that neither it nor an ancestor sets.
DraftSetting rest_setting(Context& context, IssueId id, Rest rest, const DraftText& text) {
    const Issue& issue = context.issue(id);
    if (rest == Rest::status_quo && issue.status_quo) {
        return {{*issue.status_quo}, DraftOrigin::status_quo, false};
    }
    if (rest == Rest::status_quo) {
        context.problems.add(text.at,
                             "a draft leaves issue " + quoted(issue.key) +
                                 " to the status quo, which the issue does not name",
                             "add `status_quo` to the issue, or set the issue in the draft");
    }
    if (!fits(context, issue.options.size(), text.at)) {
        return {};
    }
    return unknown_setting(issue, DraftOrigin::unknown);
}

void fill_in(Context& context, std::size_t index, const DraftText& text) {
    Draft& draft = context.result.drafts[index];
    const Draft* parent = draft.from ? &context.result.draft(*draft.from) : nullptr;
    std::vector<const DraftSetting*> own(context.issues.size());
    for (const auto& [issue, setting] : text.settings) {
        own[as_index(issue)] = &setting;
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
        const DraftSetting* inherited = parent == nullptr ? nullptr : &parent->content[i];
        const bool was_set = inherited != nullptr && (inherited->origin == DraftOrigin::set ||
                                                      inherited->origin == DraftOrigin::inherited);
        if (own[i] != nullptr) {
            draft.content.push_back(*own[i]);
        } else if (inherited != nullptr && (was_set || !text.rest)) {
            const bool room = fits(context, inherited->options.size(), text.at);
            draft.content.push_back(room ? *inherited : DraftSetting{});
            draft.content.back().origin = was_set ? DraftOrigin::inherited : inherited->origin;
        } else {
            draft.content.push_back(
                rest_setting(context, IssueId(i), text.rest.value_or(Rest::unknown), text));
        }
    }
}

void report_cycle(Context& context, std::size_t start, const std::vector<DraftText>& texts) {
    std::string chain = quoted(context.result.drafts[start].key);
    std::size_t at = start;
    constexpr int most_named = 8;
    for (int named = 0; named < most_named; ++named) {
        at = as_index(*context.result.drafts[at].from);
        chain += " from " + quoted(context.result.drafts[at].key);
        if (at == start) {
            break;
        }
    }
    context.problems.add(texts[start].at, "drafts inherit from each other: " + chain,
                         "one of them must not have `from`");
}

/// Ancestors first. One draft of a cycle loses its `from` after the report.
std::vector<std::size_t> in_order_of_descent(Context& context,
                                             const std::vector<DraftText>& texts) {
    enum class State { waiting, open, placed };
    std::vector<State> states(texts.size(), State::waiting);
    std::vector<std::size_t> order;
    for (std::size_t start = 0; start < texts.size(); ++start) {
        std::vector<std::size_t> line;
        for (std::size_t at = start; states[at] != State::placed;) {
            if (states[at] == State::open) {
                report_cycle(context, at, texts);
                context.result.drafts[line.back()].from.reset();
                break;
            }
            states[at] = State::open;
            line.push_back(at);
            const auto& from = context.result.drafts[at].from;
            at = from ? as_index(*from) : at;
            if (!from) {
                break;
            }
        }
        for (auto draft = line.rbegin(); draft != line.rend(); ++draft) {
            states[*draft] = State::placed;
            order.push_back(*draft);
        }
    }
    return order;
}

} // namespace

void name_drafts(Context& context) {
    for_each_member(context, "draft", [&](const Node::Member& member) {
        if (context.drafts.size() == most_things) {
            context.problems.add(member.at, "a case holds at most 100,000 drafts");
            return;
        }
        is_good_id(context, member.key, member.at);
        context.drafts.add(member.key);
        Draft draft;
        draft.key = member.key;
        context.result.drafts.push_back(std::move(draft));
    });
}

void bind_drafts(Context& context) {
    const Node* section = context.document.find("draft");
    if (section == nullptr) {
        return;
    }
    std::vector<DraftText> texts;
    for (const Node::Member& member : section->members) {
        if (texts.size() < context.drafts.size()) {
            texts.push_back(read_draft(context, member, context.result.drafts[texts.size()]));
        }
    }
    for (const std::size_t draft : in_order_of_descent(context, texts)) {
        fill_in(context, draft, texts[draft]);
    }
}

} // namespace unbracket::binding
