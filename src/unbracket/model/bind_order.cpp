#include "unbracket/base/trimmed.hpp"
#include "unbracket/model/bind_assessment.hpp"
#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <set>

// Orders: `five > ten = nine | open` for the options of an issue, and [order] weight.PARTY for the
// issues of a party by their weight.

namespace unbracket::binding {

namespace {

constexpr std::string_view blanks = " \t\r\n"; // an order may stand on several lines

std::vector<std::string_view> split_at(std::string_view text, std::string_view signs) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find_first_of(signs, start);
        parts.push_back(trimmed(text.substr(start, end - start), blanks));
        if (end == std::string_view::npos) {
            return parts;
        }
        start = end + 1;
    }
}

bool has_empty(const std::vector<std::string_view>& parts) {
    for (const std::string_view part : parts) {
        if (part.empty()) {
            return true;
        }
    }
    return false;
}

/// Reads the names of an order through `find` and reports what stands in it twice.
template <class IdType, class Find>
std::vector<IdType> read_class(const std::vector<std::string_view>& names, std::set<IdType>& seen,
                               Find find, Problems& problems, const SourcePosition& at) {
    std::vector<IdType> ids;
    for (const std::string_view name : names) {
        const auto id = find(name);
        if (id && !seen.insert(*id).second) {
            problems.add(at, quoted(name) + " stands twice in the order");
        } else if (id) {
            ids.push_back(*id);
        }
    }
    return ids;
}

void report_malformed(Context& context, const Node& node) {
    const bool has_comma = node.text.substr(0, node.text.find('|')).find(',') != std::string::npos;
    context.problems.add(node.at, quoted(node.text) + " is no order",
                         has_comma ? "between options write > where the first is better, = where "
                                     "they are as good: \"best > next = as good | red line\""
                                   : "write \"best > next = as good | red line\"");
}

} // namespace

OrderText split_order(std::string_view text) {
    OrderText order;
    const std::size_t bar = text.find('|');
    order.has_bar = bar != std::string_view::npos;
    const std::string_view ranked = trimmed(text.substr(0, bar), blanks);
    if (!ranked.empty()) {
        order.is_well_formed = ranked.find(',') == std::string_view::npos;
        for (const std::string_view part : split_at(ranked, ">")) {
            order.classes.push_back(split_at(part, "="));
            order.is_well_formed = order.is_well_formed && !has_empty(order.classes.back());
        }
    }
    if (order.has_bar) {
        order.red_lines = split_at(text.substr(bar + 1), ",=");
        order.is_well_formed = order.is_well_formed && !has_empty(order.red_lines);
    } else if (ranked.empty()) {
        order.is_well_formed = false;
    }
    return order;
}

void bind_order(Context& context, const Place& place, const Node& node, OrderPlace where) {
    const bool beside = where == OrderPlace::beside;
    const EntryId entry =
        add_entry_at(context, place, EntryKind::order,
                     address_of(context, place, beside ? "order" : "stance"), node.at);
    const auto text = read_text(context, node, "an order");
    Assessment* assessment = assessment_at(context, place, node.at);
    if (!text || assessment == nullptr) {
        return;
    }
    const OrderText parts = split_order(*text);
    if (!parts.is_well_formed) {
        report_malformed(context, node);
        return;
    }
    if (assessment->order) {
        context.problems.add(node.at, "party " + quoted(context.party_key(place.party)) +
                                          " has two orders of issue " +
                                          quoted(context.issue_key(place.issue)));
    }
    Order order;
    order.entry = entry;
    std::set<OptionId> seen;
    const auto find = [&](std::string_view name) {
        return find_option(context, place.issue, name, node.at);
    };
    for (const auto& names : parts.classes) {
        order.classes.push_back(read_class<OptionId>(names, seen, find, context.problems, node.at));
    }
    order.red_lines = read_class<OptionId>(parts.red_lines, seen, find, context.problems, node.at);
    assessment->order = std::move(order);
}

void bind_weight_orders(Context& context) {
    Table section(context, *context.document.find("order"), "[order]",
                  "order.weight.PARTY = \"ISSUE > ISSUE\"");
    const Node* weights = section.find("weight");
    section.refuse_others();
    if (weights == nullptr) {
        return;
    }
    const Table table(context, *weights, "`order.weight`",
                      "order.weight.PARTY = \"ISSUE > ISSUE\"");
    for (const Node::Member& member : table.members()) {
        const auto party = find_id(context, member.key, member.at, context.parties);
        const auto text = read_text(context, member.value, "an order");
        if (!party || !text) {
            continue;
        }
        WeightOrder order;
        order.party = *party;
        Entry entry;
        entry.address = "order.weight." + member.key;
        entry.kind = EntryKind::weight_order;
        entry.party = party;
        entry.at = member.value.at;
        order.entry = context.add_entry(std::move(entry));
        const OrderText parts = split_order(*text);
        if (!parts.is_well_formed || parts.has_bar) {
            report_malformed(context, member.value);
            continue;
        }
        std::set<IssueId> seen;
        const auto find = [&](std::string_view name) {
            return find_id(context, name, member.value.at, context.issues);
        };
        for (const auto& names : parts.classes) {
            order.classes.push_back(
                read_class<IssueId>(names, seen, find, context.problems, member.value.at));
        }
        context.result.weight_orders.push_back(std::move(order));
    }
}

} // namespace unbracket::binding
