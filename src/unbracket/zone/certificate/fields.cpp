#include "unbracket/zone/certificate/fields.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::certificate {

std::string in_quotes(std::string_view text) {
    constexpr std::size_t most = 60;
    const std::string result = "\"" + std::string(text.substr(0, most));
    return result + (text.size() > most ? "...\"" : "\"");
}

void check_table(const Node& node, std::string_view what, Objection& objection) {
    if (node.kind != NodeKind::table) {
        objection.raise("this is not " + std::string(what));
    }
    std::vector<std::string_view> seen;
    for (const Node::Member& member : node.members) {
        seen.push_back(member.key);
    }
    std::sort(seen.begin(), seen.end());
    const auto twice = std::adjacent_find(seen.begin(), seen.end());
    if (twice != seen.end()) {
        objection.raise("the key " + in_quotes(*twice) + " occurs twice");
    }
}

void check_keys(const Node& node, const Keys& keys, Objection& objection) {
    const auto is_in = [](const auto& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    check_table(node, "an object", objection);
    for (const Node::Member& member : node.members) {
        if (!is_in(keys.required, member.key) && !is_in(keys.optional, member.key)) {
            objection.raise("unknown key " + in_quotes(member.key));
        }
    }
    for (const std::string_view key : keys.required) {
        if (node.find(key) == nullptr) {
            objection.raise("the key " + in_quotes(key) + " is missing");
        }
    }
}

const Node& member_of(const Node& table, std::string_view key) {
    static const Node empty;
    const Node* found = table.find(key);
    return found == nullptr ? empty : *found;
}

const std::vector<Node>& items_of(const Node& node, std::string_view what, Objection& objection) {
    static const std::vector<Node> none;
    objection.raise_unless(node.kind == NodeKind::list, "this is not " + std::string(what));
    return node.kind == NodeKind::list ? node.items : none;
}

std::string text_of(const Node& node, std::string_view what, Objection& objection) {
    objection.raise_unless(node.kind == NodeKind::text, "this is not " + std::string(what));
    return node.text;
}

PartyId read_party(const Case& given, std::string_view key, Objection& objection) {
    const auto party = given.find_party(key);
    if (!party) {
        objection.raise("the case has no party " + in_quotes(key));
    }
    return party.value_or(PartyId());
}

PartyId read_counted_party(const Case& given, std::string_view key, Objection& objection) {
    const PartyId party = read_party(given, key, objection);
    if (!given.is_counted(party) && !given.is_required(party)) {
        objection.raise("the agreement rule does not count party " + in_quotes(key));
    }
    return party;
}

IssueId read_issue(const Case& given, std::string_view key, Objection& objection) {
    const auto issue = given.find_issue(key);
    if (!issue) {
        objection.raise("the case has no issue " + in_quotes(key));
    }
    return issue.value_or(IssueId());
}

OptionId read_option_key(const Issue& issue, std::string_view key, Objection& objection) {
    const auto number = issue.range ? read_number(key) : std::nullopt;
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        const Option& known = issue.options[i];
        const bool is_it = issue.range ? number && known.number && exact(*known.number) == *number
                                       : known.key == key;
        if (is_it) {
            return OptionId(i);
        }
    }
    objection.raise("issue " + in_quotes(issue.key) + " has no option " + in_quotes(key));
    return OptionId();
}

Outcome read_outcome(const Case& given, const Node& node, Objection& objection) {
    Outcome outcome(given.issues.size());
    check_table(node, "an outcome", objection);
    for (const Node::Member& member : node.members) {
        const IssueId id = read_issue(given, member.key, objection);
        const Issue& issue = given.issue(id);
        if (member.value.kind != (issue.range ? NodeKind::number : NodeKind::text)) {
            objection.raise("an option of issue " + in_quotes(issue.key) + " is written as " +
                            (issue.range ? "a number" : "text"));
        }
        outcome[as_index(id)] = read_option_key(issue, member.value.text, objection);
    }
    objection.raise_unless(node.members.size() == given.issues.size(),
                           "an outcome names one option for every issue");
    return outcome;
}

namespace {

bool is_number_or_text(const Node& node) {
    return node.kind == NodeKind::number || node.kind == NodeKind::text;
}

/// What stands where a number belongs; a list, a table, true or false has no text to show.
std::string found_instead(const Node& node) {
    return is_number_or_text(node) ? in_quotes(node.text) : "this";
}

} // namespace

std::uint64_t read_count(const Node& node, std::uint64_t most, Objection& objection) {
    const auto number = node.kind == NodeKind::number ? read_whole(node.text) : std::nullopt;
    if (!number || *number > most) {
        objection.raise(found_instead(node) + " is not a whole number from 0 to " +
                        std::to_string(most));
        return 0;
    }
    return static_cast<std::uint64_t>(*number);
}

Integer read_multiplier(const Node& node, Objection& objection) {
    const auto number = is_number_or_text(node) ? read_whole(node.text) : std::nullopt;
    if (!number) {
        objection.raise(found_instead(node) + " is not a whole number from 0 on");
    }
    return number.value_or(0);
}

Fraction read_fraction(const Node& node, Objection& objection) {
    const auto number = is_number_or_text(node) ? read_number(node.text) : std::nullopt;
    if (!number) {
        objection.raise(found_instead(node) + " is not a number that can be read exactly");
    }
    return number.value_or(Fraction());
}

} // namespace unbracket::certificate
