#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <array>
#include <unordered_set>

// What is recorded about the course of the talks: [[driver]], [[event]], [[step]], [[deadline]],
// [[ratify]].

namespace unbracket::binding {

namespace {

constexpr std::array<std::string_view, 2> directions = {"raises", "lowers"};
constexpr std::array<std::string_view, 3> event_states = {"held", "planned", "called_off"};

using Keys = std::unordered_set<std::string>;

/// The id of an item, optional here; reports one that stands twice.
std::string read_item_id(Context& context, Table& table, Keys& keys) {
    const Node* node = table.find("id");
    if (node == nullptr) {
        return {};
    }
    std::string key = read_text(context, *node, "`id`").value_or("");
    is_good_id(context, key, node->at);
    if (!keys.insert(key).second) {
        context.problems.add(node->at, "the id " + quoted(key) + " stands twice");
    }
    return key;
}

/// Drivers move entries; the fallback of a party may be moved before anybody has entered it.
bool can_move(const Context& context, const std::string& address) {
    constexpr std::string_view prefix = "fallback.";
    return context.references == References::may_dangle || context.entry_at.contains(address) ||
           (address.starts_with(prefix) &&
            context.parties.find(std::string_view(address).substr(prefix.size())));
}

void read_moves(Context& context, Table& table, Driver& driver) {
    const Node* node = table.find("moves");
    if (node == nullptr) {
        return;
    }
    const Table inner(context, *node, "`moves` of a driver",
                      "moves = { \"fallback.PARTY\" = [-10, 0] }");
    for (const Node::Member& member : inner.members()) {
        if (!can_move(context, member.key)) {
            context.problems.add(
                member.at, "a driver moves " + quoted(member.key) + ", but there is no such entry",
                context.problems.suggestion(member.key, context.addresses));
        }
        const auto points = read_interval(context, member.value, point_bounds, "a movement");
        if (points) {
            driver.moves.emplace_back(member.key, *points);
        }
    }
}

/// Moves that belie the party or the direction of their driver.
void check_moves(Context& context, const Node& node, const Driver& driver) {
    if (!driver.on || driver.moves.empty()) {
        return;
    }
    const std::string& party = context.party_key(*driver.on);
    const std::string own = "fallback." + party;
    const auto is_own = [&](const auto& move) {
        const std::string address = move.first + ".";
        return address.find("." + party + ".") != std::string::npos;
    };
    if (std::none_of(driver.moves.begin(), driver.moves.end(), is_own)) {
        context.problems.add(node.find("moves")->at,
                             "a driver `on` a party moves others' entries only",
                             "add \"" + own + "\", or leave `on` out");
        return;
    }
    const auto is_against = [&](const auto& move) {
        return move.first == own && ((driver.direction == "lowers" && move.second.low.sign() > 0) ||
                                     (driver.direction == "raises" && move.second.high.sign() < 0));
    };
    if (std::any_of(driver.moves.begin(), driver.moves.end(), is_against)) {
        context.problems.add(node.find("direction")->at,
                             "`direction` says " + quoted(driver.direction) +
                                 ", and the points of " + quoted(own) + " the contrary",
                             "mend one of them, or leave `direction` out");
    }
}

void bind_driver(Context& context, const Node& node, Keys& keys) {
    Table table(context, node, "[[driver]]",
                "{ on = \"PARTY\", moves = { \"fallback.PARTY\" = [-10, 0] } }");
    Driver driver;
    driver.key = read_item_id(context, table, keys);
    driver.title = table.text("title");
    driver.by = table.id("by", context.parties);
    driver.through = table.id("through", context.parties);
    driver.on = table.id("on", context.parties);
    driver.from = table.date("from");
    driver.full = table.date("full");
    read_moves(context, table, driver);
    if (const Node* direction = table.find("direction")) {
        const auto position = read_choice(context, *direction, directions, "`direction`");
        driver.direction = position ? directions[*position] : "";
    }
    check_moves(context, node, driver);
    driver.size = table.label("size");
    driver.said = table.ids("said", context.statements);
    table.check_visibility();
    table.refuse_others();
    if (driver.from && driver.full && *driver.full < *driver.from) {
        context.problems.add(node.at, "a driver is in full force before it begins",
                             "swap `from` and `full`");
    }
    driver.exists = context.exists_at(driver.from);
    context.result.drivers.push_back(std::move(driver));
}

/// `informed = { bera = 2026-02-21 }`, or the parties alone where the day is not known.
void read_informed(Context& context, const Node* node, Event& event) {
    if (node == nullptr) {
        return;
    }
    if (node->kind != NodeKind::table) {
        for (const PartyId party : read_ids(context, *node, context.parties)) {
            event.informed.emplace_back(party, std::nullopt);
        }
        return;
    }
    for (const Node::Member& member : node->members) {
        const auto party = find_id(context, member.key, member.at, context.parties);
        const auto date = read_date(context, member.value, "the day of informing");
        if (party) {
            event.informed.emplace_back(*party, date);
        }
    }
}

void read_event_date(Context& context, const Node* node, Event& event) {
    const bool unset = node == nullptr || (node->kind == NodeKind::text && node->text == "unset");
    if (!unset) {
        event.date = read_date(context, *node, "`date`");
    }
}

void bind_event(Context& context, const Node& node, Keys& keys) {
    Table table(context, node, "[[event]]", "{ date = 2026-03-01, kind = \"meeting\" }");
    Event event;
    event.key = read_item_id(context, table, keys);
    event.title = table.text("title");
    read_event_date(context, table.find("date"), event);
    event.place = table.text("place");
    event.kind = table.text("kind");
    event.via = table.text("via");
    event.status = table.word("status", event_states, EventStatus::held);
    event.present = table.ids("present", context.parties);
    read_informed(context, table.find("informed"), event);
    event.uninformed = table.ids("uninformed", context.parties);
    event.drafts = table.ids("drafts", context.drafts);
    event.documents = table.ids("documents", context.documents);
    if (const Node* people = table.find("people")) {
        Table inner(context, *people, "`people` of an event", "people = { joined = [\"PERSON\"] }");
        event.joined = inner.ids("joined", context.persons);
        event.missing = inner.ids("missing", context.persons);
        inner.refuse_others();
    }
    event.is_confidential = table.flag("confidential");
    event.said = table.ids("said", context.statements);
    table.check_visibility();
    table.refuse_others();
    // What is planned is known before its day.
    event.exists = event.status != EventStatus::held || context.exists_at(event.date);
    context.result.events.push_back(std::move(event));
}

/// A side of a step is options or an object.
void refuse_both(Context& context, const Node* options, const std::string& object,
                 const std::string& side) {
    if (options != nullptr && !object.empty()) {
        context.problems.add(options->at,
                             "[[step]] has both `" + side + "` and `" + side + "_object`",
                             "keep one, or write two steps");
    }
}

void bind_step(Context& context, const Node& node) {
    Table table(context, node, "[[step]]",
                "{ first = { ISSUE = \"OPTION\" }, then = { ISSUE = \"OPTION\" } }");
    Step step;
    step.title = table.text("title");
    const Node* first = table.find("first");
    const Node* then = table.find("then");
    step.first_object = table.text("first_object");
    step.then_object = table.text("then_object");
    step.demanded_by = table.id("demanded_by", context.parties);
    step.said = table.ids("said", context.statements);
    table.check_visibility();
    table.refuse_others();
    if (first != nullptr) {
        step.first = read_condition(context, *first, "`first`");
    } else if (step.first_object.empty() && table.is_table()) {
        context.problems.add(node.at, "[[step]] does not say what comes first",
                             "add first = { issue = \"option\" }, or first_object = \"ceasefire\"");
    }
    if (then != nullptr) {
        step.then = read_condition(context, *then, "`then`");
    } else if (step.then_object.empty() && table.is_table()) {
        context.problems.add(node.at, "[[step]] does not say what comes after",
                             "add then = { issue = \"option\" }, or then_object = \"ceasefire\"");
    }
    refuse_both(context, first, step.first_object, "first");
    refuse_both(context, then, step.then_object, "then");
    context.result.steps.push_back(std::move(step));
}

void bind_deadline(Context& context, const Node& node) {
    Table table(context, node, "[[deadline]]", "{ party = \"PARTY\", date = 2026-06-01 }");
    Deadline deadline;
    deadline.title = table.text("title");
    deadline.party = table.id("party", context.parties);
    deadline.date = table.date("date");
    deadline.pace = table.text("pace");
    deadline.is_hard = table.flag("hard");
    deadline.said = table.ids("said", context.statements);
    table.check_visibility();
    if (table.is_table() && table.find("date") == nullptr && deadline.pace.empty()) {
        context.problems.add(node.at, "[[deadline]] has neither `date` nor `pace`",
                             "write date = 2026-06-01, or pace = \"quick\"");
    }
    table.refuse_others();
    context.result.deadlines.push_back(std::move(deadline));
}

void bind_ratification(Context& context, const Node& node) {
    Table table(context, node, "[[ratify]]", "{ party = \"PARTY\", by = \"...\" }");
    Ratification ratification;
    const Node* party = table.need("party");
    if (party != nullptr) {
        ratification.party = read_id(context, *party, context.parties).value_or(PartyId());
    }
    ratification.by = table.text("by");
    if (const Node* when = table.find("when")) {
        ratification.when = read_condition(context, *when, "`when`");
    }
    ratification.said = table.ids("said", context.statements);
    table.check_visibility();
    table.refuse_others();
    context.result.ratifications.push_back(std::move(ratification));
}

template <class Bind>
void bind_all(Context& context, std::string_view section, Bind bind) {
    std::size_t count = 0;
    for (const Node& node : section_items(context, section, ReportKind::yes)) {
        if (++count > most_things) {
            context.problems.add(node.at, "a case holds at most 100,000 of [[" +
                                              std::string(section) + "]]");
            return;
        }
        bind(context, node);
    }
}

} // namespace

void bind_talks(Context& context) {
    Keys drivers;
    Keys events;
    bind_all(context, "driver",
             [&](Context& all, const Node& node) { bind_driver(all, node, drivers); });
    bind_all(context, "event",
             [&](Context& all, const Node& node) { bind_event(all, node, events); });
    bind_all(context, "step", bind_step);
    bind_all(context, "deadline", bind_deadline);
    bind_all(context, "ratify", bind_ratification);
}

} // namespace unbracket::binding
