#include "unbracket/model/bind_assessment.hpp"
#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/case_words.hpp"

#include <algorithm>

// [fallback]: what a party has without agreement, undated or by date; [intent]: whether it wants
// one at all; [accepts_less]: what it is supposed to give up of the first. A supposition is no
// entry: nobody said it, so nothing can be heard, asked or traced about it.

namespace unbracket::binding {

namespace {

using FallbackValue = std::variant<StanceQuantity, DraftId>;

std::optional<FallbackValue> read_value(Context& context, const Node& node) {
    const auto quantity = read_stance_quantity(context, node, point_bounds, {"a fallback"});
    return quantity ? std::optional<FallbackValue>(*quantity) : std::nullopt;
}

/// `{ value = ... }` or `{ draft = "first" }`, with `from` and `trend`.
std::optional<FallbackPeriod> read_period(Context& context, const Node& node,
                                          const std::string& name) {
    Table table(context, node, name, "{ from = 2026-03-01, value = [20, 40] }");
    const Node* value = table.find("value");
    const Node* draft = table.find("draft");
    FallbackPeriod period;
    period.from = table.date("from");
    if (const Node* trend = table.find("trend")) {
        period.trend =
            read_word<Trend>(context, *trend, trend_words, "`trend`").value_or(Trend::unstated);
    }
    table.refuse_others();
    if (!table.is_table()) {
        return std::nullopt;
    }
    if ((value == nullptr) == (draft == nullptr)) {
        context.problems.add(node.at, name + " needs either `value` or `draft`",
                             "write { value = [20, 40] }, or { draft = \"first\" } for \"as good "
                             "as that draft\"");
        return std::nullopt;
    }
    std::optional<FallbackValue> read;
    if (value != nullptr) {
        read = read_value(context, *value);
    } else if (const auto id = read_id(context, *draft, context.drafts)) {
        read = *id;
    }
    if (!read) {
        return std::nullopt;
    }
    period.value = *read;
    return period;
}

void check_dates(Context& context, const Fallback& fallback, const Node& node) {
    const auto& periods = fallback.periods;
    for (std::size_t i = 1; i < periods.size(); ++i) {
        if (periods[i].from == periods[i - 1].from) {
            context.problems.add(node.at,
                                 "two fallbacks of party " +
                                     quoted(context.party_key(fallback.party)) +
                                     " begin on the same day",
                                 "give each its own `from`");
        }
    }
}

std::vector<FallbackPeriod> read_periods(Context& context, const Node& node,
                                         const std::string& name) {
    std::vector<FallbackPeriod> periods;
    const bool is_dated = node.kind == NodeKind::list &&
                          (node.items.empty() || node.items.front().kind == NodeKind::table);
    if (is_dated) {
        if (node.items.empty()) {
            context.problems.add(node.at, name + " is an empty list");
        }
        for (const Node& item : node.items) {
            if (auto period = read_period(context, item, name)) {
                periods.push_back(std::move(*period));
            }
        }
    } else if (node.kind == NodeKind::table) {
        if (auto period = read_period(context, node, name)) {
            periods.push_back(std::move(*period));
        }
    } else if (const auto value = read_value(context, node)) {
        periods.push_back({.from = {}, .value = *value});
    }
    std::sort(periods.begin(), periods.end(),
              [](const FallbackPeriod& a, const FallbackPeriod& b) { return a.from < b.from; });
    return periods;
}

Entry party_entry(std::string_view section, EntryKind kind, PartyId party,
                  const Node::Member& member) {
    Entry entry;
    entry.address = std::string(section) + "." + member.key;
    entry.kind = kind;
    entry.party = party;
    entry.at = member.value.at;
    return entry;
}

} // namespace

void bind_fallbacks(Context& context) {
    for_each_member(context, "fallback", [&](const Node::Member& member) {
        const auto party = find_id(context, member.key, member.at, context.parties);
        if (!party) {
            return;
        }
        Fallback fallback;
        fallback.party = *party;
        fallback.entry =
            context.add_entry(party_entry("fallback", EntryKind::fallback, *party, member));
        fallback.periods =
            read_periods(context, member.value, "the fallback of party " + quoted(member.key));
        check_dates(context, fallback, member.value);
        context.result.fallbacks.push_back(std::move(fallback));
    });
}

void settle_fallbacks(Context& context) {
    for (Fallback& fallback : context.result.fallbacks) {
        for (std::size_t i = 0; i < fallback.periods.size(); ++i) {
            const FallbackPeriod& period = fallback.periods[i];
            const auto* draft = std::get_if<DraftId>(&period.value);
            const bool draft_exists =
                draft == nullptr || context.result.drafts[as_index(*draft)].exists;
            if (context.exists_at(period.from) && draft_exists) {
                fallback.in_force = i;
            }
        }
    }
}

void bind_intents(Context& context) {
    for_each_member(context, "intent", [&](const Node::Member& member) {
        const auto party = find_id(context, member.key, member.at, context.parties);
        const auto intent = read_word<Intent>(context, member.value, intent_words, "an intent");
        if (!party) {
            return;
        }
        IntentEntry entry;
        entry.party = *party;
        entry.entry = context.add_entry(party_entry("intent", EntryKind::intent, *party, member));
        entry.intent = intent.value_or(Intent::seeks);
        context.result.intents.push_back(entry);
    });
}

void bind_supposed_less(Context& context) {
    for_each_member(context, "accepts_less", [&](const Node::Member& member) {
        const auto party = find_id(context, member.key, member.at, context.parties);
        const auto points = read_number(context, member.value, {0, point_bounds.high},
                                        "what party " + quoted(member.key) + " accepts less");
        if (party && points) {
            context.result.supposed_less.push_back({*party, *points});
        }
    });
}

} // namespace unbracket::binding
