#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <array>

// What is recorded about the plan and the facts: [point], [document], [[package]], [quantity].

namespace unbracket::binding {

namespace {

constexpr std::array<std::string_view, 3> bases = {"reported", "inferred", "assumed"};
constexpr std::array<std::string_view, 2> contents = {"known", "unknown"};

bool content_is_unknown(Context& context, Table& table) {
    const Node* content = table.find("content");
    return content != nullptr && read_choice(context, *content, contents, "`content`") == 1;
}

/// The groups of `sign = [["water"], ["energy", "trade"]]`.
std::vector<std::vector<DocumentId>> read_groups(Context& context, const Node& node) {
    std::vector<std::vector<DocumentId>> groups;
    for (const Node& item : items_of(node)) {
        groups.push_back(read_ids(context, item, context.documents));
        if (groups.back().empty() && item.kind == NodeKind::list && item.items.empty()) {
            context.problems.add(item.at, "a group of documents is empty");
        }
    }
    if (groups.empty()) {
        context.problems.add(node.at, "`sign` names no document",
                             "write \"all\", \"any\", or groups such as [[\"a\"], [\"b\", \"c\"]]");
    }
    return groups;
}

void bind_package(Context& context, const Node& node) {
    Table table(context, node, "[[package]]", "{ sign = \"all\" }");
    const Node* sign = table.need("sign");
    table.refuse_others();
    if (sign == nullptr) {
        return;
    }
    Package package;
    if (sign->kind == NodeKind::text && sign->text == "all") {
        package.sign = Package::Sign::all;
    } else if (sign->kind == NodeKind::text && sign->text == "any") {
        package.sign = Package::Sign::any;
    } else {
        package.sign = Package::Sign::groups;
        package.groups = read_groups(context, *sign);
    }
    context.result.packages.push_back(std::move(package));
}

struct RangeText {
    std::string_view low;
    std::string_view high;
};
RangeText split_range(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        return {text, text};
    }
    return {text.substr(0, dots), text.substr(dots + 2)};
}

/// `60`, `60..80`
std::string canonical_range(const Interval& range) {
    constexpr int enough_digits = 30;
    const std::string low = range.low.to_decimal_text(enough_digits);
    return range.is_single() ? low : low + ".." + range.high.to_decimal_text(enough_digits);
}

std::string read_claimed_text(Context& context, const Node& node) {
    const auto comparison = split_comparison(node.text);
    const RangeText ends = split_range(comparison ? comparison->number : node.text);
    const auto low = read_number_text(context, ends.low, node.at, any_bounds, "the value");
    const auto high = ends.low == ends.high
                          ? low
                          : read_number_text(context, ends.high, node.at, any_bounds, "the value");
    if (!low || !high) {
        return {};
    }
    if (*low > *high) {
        context.problems.add(node.at,
                             "the low end of " + quoted(node.text) + " is above its high end");
        return {};
    }
    const std::string range = canonical_range({*low, *high});
    if (!comparison) {
        return range;
    }
    constexpr std::array<std::string_view, 4> signs = {"<", "<=", ">", ">="};
    return std::string(signs[static_cast<std::size_t>(comparison->comparison)]) + " " + range;
}

std::string read_claimed_value(Context& context, const Node& node) {
    if (node.kind == NodeKind::text) {
        return read_claimed_text(context, node);
    }
    const auto range = read_interval(context, node, any_bounds, "the value");
    return range ? canonical_range(*range) : std::string();
}

void read_claim(Context& context, const Node& node, Quantity& quantity) {
    Table table(context, node, "a claim on quantity " + quoted(quantity.key),
                "claims = [{ said = \"STATEMENT\", value = [60, 80] }]");
    Quantity::Claim claim;
    if (const Node* said = table.need("said")) {
        claim.said = read_id(context, *said, context.statements).value_or(StatementId());
    }
    if (const Node* value = table.need("value")) {
        claim.value = read_claimed_value(context, *value);
    }
    claim.from = table.date("from");
    table.refuse_others();
    quantity.claims.push_back(std::move(claim));
}

void bind_quantity(Context& context, const Node::Member& member) {
    is_good_id(context, member.key, member.at);
    Table table(context, member.value, "quantity " + quoted(member.key),
                "quantity." + member.key + " = { title = \"...\" }");
    Quantity quantity;
    quantity.key = member.key;
    quantity.title = table.text("title");
    quantity.unit = table.text("unit");
    quantity.issue = table.id("issue", context.issues);
    const Node* claims = table.need("claims");
    table.check_visibility();
    table.refuse_others();
    if (claims != nullptr) {
        for (const Node& claim : items_of(*claims)) {
            read_claim(context, claim, quantity);
        }
    }
    context.result.quantities.push_back(std::move(quantity));
}

} // namespace

void bind_documents(Context& context) {
    // Documents name drafts, and clauses name documents.
    for_each_member(context, "document", [&](const Node::Member& member) {
        is_good_id(context, member.key, member.at);
        context.documents.add(member.key);
        Table table(context, member.value, "document " + quoted(member.key),
                    "document." + member.key + " = { title = \"...\" }");
        TreatyDocument document;
        document.key = member.key;
        document.title = table.text("title");
        if (const Node* basis = table.find("basis")) {
            const auto position = read_choice(context, *basis, bases, "`basis`");
            document.basis = position ? bases[*position] : "";
        }
        document.draft = table.id("draft", context.drafts);
        document.content_is_unknown = content_is_unknown(context, table);
        document.said = table.ids("said", context.statements);
        table.check_visibility();
        table.refuse_others();
        context.result.documents.push_back(std::move(document));
    });
}

void bind_points(Context& context) {
    for_each_member(context, "point", [&](const Node::Member& member) {
        if (is_split_number(context, member)) {
            return;
        }
        is_good_id(context, member.key, member.at, IdKind::clause);
        context.points.add(member.key);
        Point point;
        point.key = member.key;
        if (member.value.kind == NodeKind::text) {
            point.title = member.value.text;
        } else {
            Table table(context, member.value, "point " + quoted(member.key),
                        "point." + member.key + " = \"its title\"");
            point.title = table.text("title");
            point.document = table.id("document", context.documents);
            point.content_is_unknown = content_is_unknown(context, table);
            table.text("text"); // for readers of the file: no answer looks at these two
            table.text("under");
            table.refuse_others();
        }
        context.result.points.push_back(std::move(point));
    });
}

void bind_facts(Context& context) {
    for (const Node& node : section_items(context, "package", ReportKind::yes)) {
        bind_package(context, node);
    }
    for_each_member(context, "quantity",
                    [&](const Node::Member& member) { bind_quantity(context, member); });
}

} // namespace unbracket::binding
