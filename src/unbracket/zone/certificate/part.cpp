#include "unbracket/zone/certificate/part.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::certificate {

namespace {

std::vector<PartyId> read_accepting(const Case& given, const Node& node, Objection& objection) {
    std::vector<PartyId> accepting;
    for (const Node& item : items_of(node, "a list of parties", objection)) {
        const std::string key = text_of(item, "the id of a party", objection);
        const PartyId party = read_counted_party(given, key, objection);
        if (std::find(accepting.begin(), accepting.end(), party) != accepting.end()) {
            objection.raise("party " + in_quotes(key) + " is named twice");
        }
        accepting.push_back(party);
    }
    return accepting;
}

std::vector<Met> read_bonuses(const Case& given, const Node& node, Objection& objection) {
    std::vector<Met> bonuses(given.bonuses.size(), Met::either);
    check_table(node, "an object of bonuses", objection);
    for (const Node::Member& member : node.members) {
        std::size_t bonus = 0;
        while (bonus < bonuses.size() &&
               given.entry(given.bonuses[bonus].entry).address != member.key) {
            ++bonus;
        }
        if (bonus == bonuses.size() || member.value.kind != NodeKind::boolean) {
            objection.raise(in_quotes(member.key) +
                            " is no bonus, or not said to be met by true or false");
        } else {
            bonuses[bonus] = member.value.flag ? Met::yes : Met::no;
        }
    }
    return bonuses;
}

/// The place of a column named `#1`, `#2`, ...; past the end for any other name.
std::size_t place_of_column(std::string_view name, std::size_t count) {
    std::size_t place = 0;
    while (place < count && name != "#" + std::to_string(place + 1)) {
        ++place;
    }
    return place;
}

/// The place of what a multiplier is of; past the end where it is of nothing that needs 0.
std::size_t place_of(const Case& given, const Part& part, std::string_view key,
                     Objection& objection) {
    if (key.starts_with('#')) {
        const std::size_t column = place_of_column(key, part.columns.size());
        const bool is_one = column < part.columns.size();
        objection.raise_unless(is_one, "the part has no column " + in_quotes(key));
        const auto& accepting = part.accepting;
        objection.raise_unless(!is_one || std::find(accepting.begin(), accepting.end(),
                                                    part.columns[column].party) != accepting.end(),
                               "column " + in_quotes(key) + " is of a party that need not accept");
        return accepting.size() + column;
    }
    const PartyId party = read_party(given, key, objection);
    const auto at = std::find(part.accepting.begin(), part.accepting.end(), party);
    objection.raise_unless(at != part.accepting.end(),
                           "party " + in_quotes(key) + " has a weight but need not accept");
    return static_cast<std::size_t>(at - part.accepting.begin());
}

std::vector<Integer> read_multipliers(const Case& given, const Part& part, const Node& node,
                                      Objection& objection) {
    std::vector<Integer> multipliers(part.accepting.size() + part.columns.size());
    check_table(node, "an object of weights", objection);
    for (const Node::Member& member : node.members) {
        const std::size_t place = place_of(given, part, member.key, objection);
        if (!objection.is_raised()) {
            multipliers[place] = read_multiplier(member.value, objection);
        }
    }
    return multipliers;
}

std::vector<IssueId> read_order(const Case& given, const Node& node, Objection& objection) {
    std::vector<IssueId> order;
    for (const Node& item : items_of(node, "a list of issues", objection)) {
        order.push_back(
            read_issue(given, text_of(item, "the id of an issue", objection), objection));
    }
    std::vector<IssueId> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    const bool is_distinct = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
    objection.raise_unless(is_distinct && order.size() == given.issues.size(),
                           "\"order\" does not name every issue once");
    return order;
}

bool read_at_least(const Case& given, const Node& node, Objection& objection) {
    const std::uint64_t count = read_count(node, given.parties.size(), objection);
    if (given.agreement.at_least != static_cast<int>(count)) {
        objection.raise("the agreement rule does not ask for at least " + std::to_string(count));
    }
    return true;
}

} // namespace

Part read_part(const Facts& facts, std::optional<Question> question, const Node& node,
               Objection& objection) {
    const Case& given = facts.given;
    Part part;
    const Node& kind = member_of(node, "kind");
    part.is_tree = kind.kind == NodeKind::text && kind.text == "tree";
    const bool is_root = kind.kind == NodeKind::text && kind.text == "root";
    objection.raise_unless(part.is_tree || is_root, "a part is of kind \"root\" or \"tree\"");
    Keys keys{{"accepting", "kind", "weights"}, {"bonuses", "at_least"}};
    if (part.is_tree) {
        keys.required.insert(keys.required.end(), {"order", "nodes"});
        part.order = read_order(given, member_of(node, "order"), objection);
        part.nodes = read_count(member_of(node, "nodes"), Budget().nodes, objection);
    }
    if (question) {
        keys.optional.emplace_back("columns");
    }
    check_keys(node, keys, objection);
    part.accepting = read_accepting(given, member_of(node, "accepting"), objection);
    part.bonuses = read_bonuses(given, member_of(node, "bonuses"), objection);
    if (node.find("at_least") != nullptr) {
        part.counts_at_least = read_at_least(given, member_of(node, "at_least"), objection);
    }
    if (question && node.find("columns") != nullptr) {
        part.columns = read_columns(facts, *question, member_of(node, "columns"), objection);
    }
    constexpr std::size_t most_vectors = 1024;
    const auto& vectors = items_of(member_of(node, "weights"), "a list of weights", objection);
    objection.raise_unless(vectors.size() <= most_vectors, "more than 1024 objects of weights");
    for (std::size_t i = 0; i < vectors.size() && !objection.is_raised(); ++i) {
        part.multipliers.push_back(read_multipliers(given, part, vectors[i], objection));
    }
    return part;
}

} // namespace unbracket::certificate
