#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/case_words.hpp"

#include <algorithm>
#include <array>

// Who takes part: [party], [person], [source], and [agreement], the rule of who has to accept.

namespace unbracket::binding {

namespace {

std::vector<Role> read_roles(Context& context, const Node* node) {
    if (node == nullptr) {
        return {Role::signatory};
    }
    std::vector<Role> found;
    for (const Node& item : items_of(*node)) {
        const auto role = read_word<Role>(context, item, role_words, "a role");
        if (role && std::find(found.begin(), found.end(), *role) == found.end()) {
            found.push_back(*role);
        }
    }
    return found;
}

void bind_party(Context& context, const Node::Member& member) {
    if (context.parties.size() == most_parties) {
        context.problems.add(member.at, "a case holds at most 128 parties");
        return;
    }
    is_good_id(context, member.key, member.at);
    if (member.key == norm_word) {
        context.problems.add(member.at, "`norm` is not free for a party",
                             "limits of `norm` are limits that nobody may trade away");
    }
    context.parties.add(member.key);
    Table table(context, member.value, "party " + quoted(member.key),
                "party." + member.key + " = { name = \"...\" }");
    Party party;
    party.key = member.key;
    party.name = table.text("name");
    if (party.name.empty()) {
        party.name = member.key;
    }
    party.roles = read_roles(context, table.find("role"));
    if (const Node* names = table.find("names")) {
        for (const Node& item : items_of(*names)) {
            party.other_names.push_back(read_text(context, item, "a name").value_or(""));
        }
    }
    table.refuse_others();
    context.result.parties.push_back(std::move(party));
}

std::vector<PartyId> signatories(const Case& result) {
    std::vector<PartyId> found;
    for (std::size_t i = 0; i < result.parties.size(); ++i) {
        if (result.parties[i].has_role(Role::signatory)) {
            found.push_back(PartyId(i));
        }
    }
    return found;
}

std::vector<PartyId> counted_parties(const Case& result) {
    std::vector<PartyId> counted = signatories(result);
    counted.insert(counted.end(), result.agreement.required.begin(),
                   result.agreement.required.end());
    for (const Fallback& fallback : result.fallbacks) {
        counted.push_back(fallback.party);
    }
    std::sort(counted.begin(), counted.end());
    counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
    return counted;
}

void check_agreement(Context& context, const SourcePosition& at, const Node* required) {
    const AgreementRule& rule = context.result.agreement;
    const bool names_nobody = required == nullptr || items_of(*required).empty();
    if (names_nobody && rule.required.empty() && !rule.at_least &&
        !context.result.parties.empty()) {
        context.problems.add(at, "nobody has to accept an agreement",
                             "give a party the role `signatory`, or name parties under "
                             "`required` of [agreement]");
    }
    if (rule.at_least == 0) {
        context.problems.add(at, "`at_least` must be at least 1", "leave it out to demand nothing");
    }
    if (rule.at_least && static_cast<std::size_t>(*rule.at_least) > rule.counted.size()) {
        context.problems.add(at,
                             "`at_least` asks for " + std::to_string(*rule.at_least) +
                                 " parties, but only " + std::to_string(rule.counted.size()) +
                                 " are counted",
                             "counted are signatories, required parties and parties with a "
                             "fallback");
    }
}

constexpr const char* layer_hint = "; if the file is a layer, name the case that it changes before "
                                   "it: CASE.toml LAYER.toml";

/// Whether a file without parties says something that would make sense on top of a case.
bool may_be_layer(const Node& document) {
    constexpr std::array<std::string_view, 4> head = {"unbracket", "title", "summary", "as_of"};
    return std::any_of(document.members.begin(), document.members.end(),
                       [&](const Node::Member& member) {
                           return std::find(head.begin(), head.end(), member.key) == head.end();
                       });
}

} // namespace

void bind_parties(Context& context) {
    for_each_member(context, "party",
                    [&](const Node::Member& member) { bind_party(context, member); });
    if (context.parties.size() == 0 && context.document.find("party") == nullptr) {
        context.problems.add(context.document.at, "the case has no party",
                             std::string("add one: party.alta = { name = \"Alta\" }") +
                                 (may_be_layer(context.document) ? layer_hint : ""));
    }
}

void bind_persons(Context& context) {
    for_each_member(context, "person", [&](const Node::Member& member) {
        is_good_id(context, member.key, member.at);
        context.persons.add(member.key);
        Table table(context, member.value, "person " + quoted(member.key),
                    "person." + member.key + " = { title = \"...\" }");
        Person person;
        person.key = member.key;
        person.title = table.text("title");
        person.party = table.id("party", context.parties);
        person.speaks = table.flag("speaks");
        person.decides = table.flag("decides");
        table.refuse_others();
        context.result.persons.push_back(std::move(person));
    });
}

void bind_sources(Context& context) {
    for_each_member(context, "source", [&](const Node::Member& member) {
        is_good_id(context, member.key, member.at);
        context.sources.add(member.key);
        Table table(context, member.value, "source " + quoted(member.key),
                    "source." + member.key + " = { title = \"...\" }");
        Source source;
        source.key = member.key;
        source.title = table.text("title");
        source.date = table.date("date");
        source.kind = table.text("kind");
        source.url = table.text("url");
        table.refuse_others();
        context.result.sources.push_back(std::move(source));
    });
}

void bind_agreement(Context& context) {
    AgreementRule& rule = context.result.agreement;
    const Node* node = context.document.find("agreement");
    const Node* required = nullptr;
    if (node != nullptr) {
        Table table(context, *node, "[agreement]", "agreement = { required = [\"PARTY\"] }");
        required = table.find("required");
        if (required != nullptr) {
            rule.required = read_ids(context, *required, context.parties);
        }
        if (const Node* count = table.find("at_least")) {
            rule.at_least = read_count(context, *count, most_parties, "`at_least`");
        }
        rule.object = table.text("object");
        table.refuse_others();
    }
    if (required == nullptr) {
        rule.required = signatories(context.result);
    }
    std::sort(rule.required.begin(), rule.required.end());
    rule.counted = counted_parties(context.result);
    check_agreement(context, node == nullptr ? context.document.at : node->at, required);
}

} // namespace unbracket::binding
