#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/case_words.hpp"

#include <array>

// What holds whatever anybody prefers, and what combinations are worth: [[rule]], [[limit]],
// [[bonus]], [[risk]]. Those without an id are numbered by their position from 1.

namespace unbracket::binding {

namespace {

constexpr std::array<std::string_view, 2> statuses = {"off", "on"};
enum class Status { off, on };

/// What rules, limits, bonuses and risks have in common: an id, and an entry under it.
struct Item {
    std::string key;
    EntryId entry;
};
Item add_item(Context& context, Table& table, std::string_view section, std::size_t position) {
    Item item;
    const Node* id = table.find("id");
    item.key = std::to_string(position + 1);
    SourcePosition at = table.at();
    if (id != nullptr) {
        item.key = read_text(context, *id, "`id`").value_or(item.key);
        at = id->at;
        is_good_id(context, item.key, at);
    }
    Entry entry;
    entry.address = std::string(section) + "." + item.key;
    entry.at = table.at();
    if (context.entry_at.contains(entry.address)) {
        context.problems.add(at,
                             "two [[" + std::string(section) + "]] have the id " + quoted(item.key),
                             "those without id are numbered from 1");
    }
    item.entry = context.add_entry(std::move(entry));
    return item;
}

/// The forms that a rule can take; one is to be there, in full.
struct RuleParts {
    std::optional<Condition> premise;
    std::optional<Condition> conclusion;
    std::optional<Condition> forbidden;
    const Node* count = nullptr;
    const Node* list = nullptr;

    bool is_one_rule() const {
        const bool implies = premise || conclusion;
        const bool bounds = count != nullptr || list != nullptr;
        return int{implies} + int{bounds} + int{forbidden.has_value()} == 1 &&
               premise.has_value() == conclusion.has_value() &&
               (count == nullptr) == (list == nullptr);
    }
};

std::optional<Condition> find_condition(Context& context, Table& table, std::string_view key) {
    const Node* node = table.find(key);
    return node == nullptr ? std::nullopt
                           : std::optional(read_condition(context, *node, quoted(key)));
}

AtMost read_at_most(Context& context, const Node& count, const Node& list) {
    AtMost at_most;
    at_most.count = read_count(context, count, 1'000'000, "`at_most`").value_or(0);
    if (list.kind != NodeKind::list || list.items.empty()) {
        context.problems.add(list.at, "`of` must be a list of conditions",
                             "write of = [ { issue = \"option\" }, ... ]");
        return at_most;
    }
    for (const Node& item : list.items) {
        at_most.conditions.push_back(read_condition(context, item, "a condition of `of`"));
    }
    return at_most;
}

void bind_rule(Context& context, const Node& node, std::size_t position) {
    Table table(context, node, "[[rule]]", "{ forbid = { ISSUE = \"OPTION\" } }");
    const Item item = add_item(context, table, "rule", position);
    context.entry(item.entry).kind = EntryKind::rule;
    Rule rule;
    rule.entry = item.entry;
    rule.key = item.key;
    rule.title = table.text("title");
    RuleParts parts;
    parts.premise = find_condition(context, table, "if");
    parts.conclusion = find_condition(context, table, "then");
    parts.forbidden = find_condition(context, table, "forbid");
    parts.count = table.find("at_most");
    parts.list = table.find("of");
    table.refuse_others();
    if (!parts.is_one_rule()) {
        if (table.is_table()) {
            context.problems.add(node.at, "rule " + quoted(item.key) + " is not one rule",
                                 "write `if` and `then`, or `forbid`, or `at_most` and `of`");
        }
        return;
    }
    if (parts.premise) {
        rule.body = Implication{*parts.premise, *parts.conclusion};
    } else if (parts.count != nullptr) {
        rule.body = read_at_most(context, *parts.count, *parts.list);
    } else {
        rule.body = Exclusion{*parts.forbidden};
    }
    context.result.rules.push_back(std::move(rule));
}

void read_limit_party(Context& context, const Node* node, Limit& limit) {
    Entry& entry = context.entry(limit.entry);
    entry.kind = EntryKind::limit;
    if (node == nullptr) {
        return;
    }
    if (node->kind == NodeKind::text && node->text == norm_word) {
        entry.kind = EntryKind::norm;
        return;
    }
    limit.party = read_id(context, *node, context.parties);
    context.entry(limit.entry).party = limit.party;
}

void read_limit_body(Context& context, Table& table, Limit& limit) {
    const Node* premise = table.find("if");
    const Node* needs = table.find("needs");
    const Node* never = table.find("never");
    if (premise != nullptr) {
        limit.premise = read_condition(context, *premise, "`if`");
    }
    if ((needs == nullptr) == (never == nullptr)) {
        if (table.is_table()) {
            context.problems.add(table.at(),
                                 "limit " + quoted(limit.key) + " needs either `needs` or `never`",
                                 "write needs = { issue = \"option\" }");
        }
        return;
    }
    limit.sense = needs != nullptr ? LimitSense::needs : LimitSense::never;
    limit.body = read_condition(context, needs != nullptr ? *needs : *never,
                                needs != nullptr ? "`needs`" : "`never`");
}

void bind_limit(Context& context, const Node& node, std::size_t position) {
    Table table(context, node, "[[limit]]",
                "{ party = \"PARTY\", never = { ISSUE = \"OPTION\" } }");
    const Item item = add_item(context, table, "limit", position);
    Limit limit;
    limit.entry = item.entry;
    limit.key = item.key;
    limit.title = table.text("title");
    read_limit_party(context, table.need("party"), limit);
    read_limit_body(context, table, limit);
    if (const Node* firmness = table.find("firmness")) {
        context.entry(item.entry).firmness =
            read_word<Firmness>(context, *firmness, firmness_words, "`firmness`")
                .value_or(Firmness::unstated);
    }
    if (const Node* since = table.find("since")) {
        const bool is_date = since->kind == NodeKind::date;
        limit.since = is_date ? since->text : read_label(context, *since, "`since`").value_or("");
    }
    limit.is_on = table.word("status", statuses, Status::on) == Status::on;
    table.refuse_others();
    context.result.limits.push_back(std::move(limit));
}

std::optional<PartyId> read_owner(Context& context, Table& table, EntryId entry) {
    const Node* node = table.need("party");
    const auto party = node == nullptr ? std::nullopt : read_id(context, *node, context.parties);
    context.entry(entry).party = party;
    return party;
}

void bind_bonus(Context& context, const Node& node, std::size_t position) {
    Table table(context, node, "[[bonus]]",
                "{ party = \"PARTY\", when = { ISSUE = \"OPTION\" }, value = 5 }");
    const Item item = add_item(context, table, "bonus", position);
    context.entry(item.entry).kind = EntryKind::bonus;
    const auto party = read_owner(context, table, item.entry);
    const Node* when = table.need("when");
    const Node* value = table.need("value");
    table.refuse_others();
    if (when == nullptr || value == nullptr) {
        return;
    }
    const Condition condition = read_condition(context, *when, "`when`");
    const auto range = read_interval(context, *value, point_bounds, "`value`");
    if (party && range) {
        context.result.bonuses.push_back({item.entry, item.key, *party, condition, *range});
    }
}

void bind_risk(Context& context, const Node& node, std::size_t position) {
    Table table(context, node, "[[risk]]",
                "{ party = \"PARTY\", option = { ISSUE = \"OPTION\" }, loss = 5 }");
    const Item item = add_item(context, table, "risk", position);
    context.entry(item.entry).kind = EntryKind::risk;
    const auto party = read_owner(context, table, item.entry);
    const Node* option = table.need("option");
    const Node* loss = table.need("loss");
    table.refuse_others();
    if (option == nullptr || loss == nullptr) {
        return;
    }
    const Condition condition = read_condition(context, *option, "`option`");
    const auto range = read_interval(context, *loss, loss_bounds, "`loss`");
    if (condition.size() > 1) {
        context.problems.add(option->at, "a risk is that of one issue",
                             "write a [[risk]] for each, or a [[bonus]] for the combination");
    } else if (party && range && condition.size() == 1) {
        context.result.risks.push_back({item.entry, item.key, *party, condition.front(), *range});
    }
}

template <class Bind>
void bind_items(Context& context, std::string_view section, Bind bind) {
    const std::span<const Node> items = section_items(context, section, ReportKind::yes);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == most_things) {
            context.problems.add(items[i].at, "a case holds at most 100,000 of [[" +
                                                  std::string(section) + "]]");
            return;
        }
        bind(context, items[i], i);
    }
}

} // namespace

void bind_rules(Context& context) {
    bind_items(context, "rule", bind_rule);
}

void bind_limits(Context& context) {
    bind_items(context, "limit", bind_limit);
}

void bind_bonuses(Context& context) {
    bind_items(context, "bonus", bind_bonus);
}

void bind_risks(Context& context) {
    bind_items(context, "risk", bind_risk);
}

} // namespace unbracket::binding
