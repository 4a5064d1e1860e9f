#include "unbracket/model/sight.hpp"

#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

constexpr std::string_view party_prefix = "party:";

/// A list, or the one thing that stands for a list of one; nothing where the key is not there.
std::span<const Node> items_at(const Node& table, std::string_view key) {
    const Node* node = table.find(key);
    return node == nullptr ? std::span<const Node>() : one_or_several(*node);
}

std::optional<Date> date_at(const Node& table, std::string_view key) {
    const Node* node = table.find(key);
    return node == nullptr ? std::nullopt : parse_date(node->text);
}

bool is_element_list(std::string_view root) {
    constexpr std::array<std::string_view, 4> lists = {"rule", "limit", "bonus", "risk"};
    return std::find(lists.begin(), lists.end(), root) != lists.end();
}

/// The addresses whose marks hold for an entry, from the widest on: that of all the party's entries
/// on the issue, and its own. Names of options may hold dots, so nothing shorter is cut.
std::vector<std::string> addresses_over(const std::string& entry) {
    constexpr std::size_t party_level = 4; // issue.ISSUE.stance.PARTY
    const std::vector<std::string> parts = address_parts(entry);
    if (parts[0] != "issue" || parts.size() <= party_level) {
        return {entry};
    }
    return {joined_address({parts.begin(), parts.begin() + party_level}), entry};
}

} // namespace

Result<Audience> audience_named(const Node& document, std::string_view name) {
    if (name == "public") {
        return Audience{VisibilityKind::everyone, {}};
    }
    if (name == "mediator") {
        return Audience{};
    }
    if (!name.starts_with(party_prefix)) {
        return Diagnostic{{"--view", 0, 0},
                          "nobody is called `" + std::string(name) + "`",
                          "name public, mediator or party:ID"};
    }
    const std::string party(name.substr(party_prefix.size()));
    const std::vector<std::string> known = member_keys(document.find("party"));
    if (std::find(known.begin(), known.end(), party) != known.end()) {
        return Audience{VisibilityKind::party, party};
    }
    const auto nearest = nearest_spelling(party, known);
    return Diagnostic{{"--view", 0, 0},
                      "unknown party `" + party + "`",
                      nearest ? "did you mean `party:" + *nearest + "`?"
                              : "name a party of the case by its id"};
}

std::string entry_of_address(const Node& document, std::string_view address) {
    const std::vector<std::string> parts = address_parts(address);
    if (is_element_list(parts[0]) && parts.size() > 2) {
        return parts[0] + "." + parts[1];
    }
    return normal_address(document, address);
}

Sight::Sight(const Node& document, Audience audience, const std::optional<Date>& as_of)
    : document_(document), audience_(std::move(audience)) {
    gather_statements(as_of ? as_of : date_at(document, "as_of"));
    gather_remarks();
}

void Sight::gather_statements(const std::optional<Date>& as_of) {
    for (const Node& statement : elements_of(document_, "said")) {
        if (!opened_by_hand(statement).value_or(true)) {
            continue;
        }
        statements_.emplace(text_of(statement, "id"));
        questions_.emplace(text_of(statement, "alternative"));
        const std::optional<Date> date = date_at(statement, "date");
        if (date && as_of && *as_of < *date) {
            continue; // it exists only later
        }
        for (const std::string_view key : {"supports", "suggests"}) {
            for (const Node& address : items_at(statement, key)) {
                marks_[normal_address(document_, address.text)].is_heard = true;
            }
        }
    }
}

void Sight::gather_remarks() {
    for (const Node& remark : elements_of(document_, "entry")) {
        Marks& marks = marks_[normal_address(document_, text_of(remark, "at"))];
        marks.is_open = opened_by_hand(remark);
        if (remark.find("basis") != nullptr) {
            marks.is_assumed = text_of(remark, "basis") == "assumed";
        }
    }
}

std::optional<bool> Sight::opened_by_hand(const Node& thing) const {
    const Node* visibility = thing.find("visibility");
    if (visibility == nullptr) {
        return std::nullopt;
    }
    return visibility->text == "public" ||
           (audience_.kind == VisibilityKind::party &&
            visibility->text == std::string(party_prefix) + audience_.party);
}

bool Sight::is_other_party(std::string_view party) const {
    return audience_.kind == VisibilityKind::party && !party.empty() && party != audience_.party;
}

/// Empty for what is no party's: rules and norms.
std::string Sight::party_of_entry(std::string_view entry) const {
    const std::vector<std::string> parts = address_parts(entry);
    if (is_element_list(parts[0]) && parts.size() > 1) {
        const auto element = find_element(document_, parts[0], parts[1]);
        const std::string party =
            element ? text_of(document_.find(parts[0])->items[*element], "party") : std::string();
        return party == "norm" ? std::string() : party;
    }
    const std::size_t place = parts[0] == "issue" ? 3 : parts[0] == "order" ? 2 : 1;
    return place < parts.size() ? parts[place] : std::string();
}

bool Sight::sees_statement(std::string_view id) const {
    return statements_.contains(id);
}

bool Sight::sees_entry(std::string_view address) const {
    const std::string entry = entry_of_address(document_, address);
    bool is_heard = false;
    std::optional<bool> is_open;
    std::optional<bool> is_assumed;
    for (const std::string& over : addresses_over(entry)) {
        const auto found = marks_.find(over);
        if (found == marks_.end()) {
            continue;
        }
        const Marks& marks = found->second;
        is_heard = is_heard || marks.is_heard;
        is_open = marks.is_open ? marks.is_open : is_open;
        is_assumed = marks.is_assumed ? marks.is_assumed : is_assumed;
    }
    const bool is_supposed = is_assumed.value_or(!is_heard);
    return is_open.value_or(is_heard) && !(is_supposed && is_other_party(party_of_entry(entry)));
}

bool Sight::hears_of(const Node& thing) const {
    const auto said = items_at(thing, "said");
    return std::any_of(said.begin(), said.end(),
                       [&](const Node& id) { return sees_statement(id.text); });
}

bool Sight::sees_thing(const Node& thing) const {
    return opened_by_hand(thing).value_or(hears_of(thing));
}

bool Sight::sees_act(const Node& act) const {
    constexpr std::array<std::string_view, 5> parties = {"by", "through", "on", "party",
                                                         "demanded_by"};
    const bool is_about_others =
        std::any_of(parties.begin(), parties.end(),
                    [&](std::string_view key) { return is_other_party(text_of(act, key)); });
    return sees_thing(act) && (hears_of(act) || !is_about_others);
}

bool Sight::sees_draft(const Node& draft) const {
    const auto authors = items_at(draft, "by");
    const bool is_own = audience_.kind == VisibilityKind::party &&
                        std::any_of(authors.begin(), authors.end(), [&](const Node& author) {
                            return author.text == audience_.party;
                        });
    return opened_by_hand(draft).value_or(is_own || hears_of(draft));
}

bool Sight::sees_event(const Node& event) const {
    const Node* confidential = event.find("confidential");
    const bool is_confidential = confidential != nullptr && confidential->flag;
    return opened_by_hand(event).value_or(!is_confidential && hears_of(event));
}

bool Sight::sees_question(std::string_view id, const Node& question) const {
    return opened_by_hand(question).value_or(questions_.contains(id));
}

} // namespace unbracket
