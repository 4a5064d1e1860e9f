#include "unbracket/model/view_forms.hpp"

#include "unbracket/base/rational.hpp"
#include "unbracket/base/trimmed.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/view_numbers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

constexpr std::array<std::string_view, 4> knot_words = {"ideal", "acceptable", "tolerable", "bad"};
constexpr std::size_t longest_id = 64;

bool names(const Node& value, std::string_view name) {
    const auto items = one_or_several(value);
    return std::any_of(items.begin(), items.end(),
                       [&](const Node& item) { return item.text == name; });
}

bool is_zero(const Node& number) {
    const ParsedDecimal parsed = parse_decimal(number.text);
    return number.kind == NodeKind::number && parsed.problem == DecimalProblem::none &&
           parsed.value.sign() == 0;
}

bool is_zero_range(const Node& value) {
    return value.kind == NodeKind::list
               ? std::all_of(value.items.begin(), value.items.end(), is_zero)
               : is_zero(value);
}

Rational number_of(std::string_view text) {
    const ParsedDecimal parsed = parse_decimal(text);
    return parsed.problem == DecimalProblem::none ? parsed.value : Rational(0);
}

/// Whether some number of the issue lies behind a red line such as `> 40`: both ends of its range
/// are options.
bool excludes_something(const Node& range, std::string_view line) {
    constexpr std::string_view blanks = " \t";
    const bool is_upper = line.starts_with('>');
    const std::size_t sign = line.starts_with(">=") || line.starts_with("<=") ? 2 : 1;
    const Rational bound = number_of(trimmed(line.substr(sign), blanks));
    const Rational end = number_of(text_of(range, is_upper ? "max" : "min"));
    return end == bound ? sign == 2 : is_upper == (end > bound);
}

/// A curve of which only a red line is left, or only one value.
struct Remnant {
    std::string issue;
    std::string party;
    Node curve;

    std::string address() const { return "issue." + issue + ".curve." + party; }
    std::vector<std::string> words() const {
        std::vector<std::string> found;
        for (const std::string_view word : knot_words) {
            if (curve.find(word) != nullptr) {
                found.emplace_back(word);
            }
        }
        return found;
    }
    bool has_red_line() const {
        const Node* line = curve.find("redline");
        return line != nullptr && line->text != "none";
    }
    bool is_curve() const { return words().size() > 1 || (words().size() == 1 && has_red_line()); }
};

class Forms {
public:
    explicit Forms(Node& document) : document_(document) {}

    void run() {
        for (const Remnant& remnant : take_remnants()) {
            const bool is_line = remnant.words().empty() && remnant.has_red_line();
            const Node& issue = *document_.find("issue")->find(remnant.issue);
            if (is_line &&
                excludes_something(*issue.find("range"), text_of(remnant.curve, "redline"))) {
                put_limit(remnant);
            } else {
                put_stance(remnant);
            }
        }
        drop_orders_of_scores();
        drop_weights_of_nothing();
        lower_demand();
    }

private:
    std::vector<Node::Member>& members_of(std::string_view section) {
        Node* table = document_.find(section);
        return table == nullptr ? nothing_ : table->members;
    }

    std::vector<Remnant> take_remnants() {
        std::vector<Remnant> taken;
        for (Node::Member& issue : members_of("issue")) {
            Node* curves = issue.value.find("curve");
            if (curves == nullptr) {
                continue;
            }
            std::erase_if(curves->members, [&](const Node::Member& member) {
                Remnant remnant{issue.key, member.key, member.value};
                const bool goes = !remnant.is_curve();
                if (goes) {
                    taken.push_back(std::move(remnant));
                }
                return goes;
            });
        }
        return taken;
    }

    std::string free_limit_id(const Remnant& remnant) const {
        std::string id = remnant.issue + "-" + remnant.party + "-redline";
        for (std::size_t i = 1; id.size() > longest_id || find_element(document_, "limit", id);
             ++i) {
            id = "redline-" + std::to_string(i);
        }
        return id;
    }

    void put_limit(const Remnant& remnant) {
        const std::string id = free_limit_id(remnant);
        Node never = table_node();
        add_member(never, remnant.issue, *remnant.curve.find("redline"));
        Node limit = table_node();
        add_member(limit, "id", text_node(id));
        add_member(limit, "party", text_node(remnant.party));
        add_member(limit, "never", std::move(never));
        Node* limits = document_.find("limit");
        limits = limits != nullptr ? limits : &add_member(document_, "limit", list_node({}));
        limits->items.push_back(std::move(limit));
        const std::string address = "limit." + id;
        change_settings(remnant, [&](Node::Member& setting) {
            if (setting.key != remnant.address() + ".redline") {
                return false;
            }
            if (setting.value.text == "none") {
                setting = {address, setting.at, text_node("off")};
                return true;
            }
            Node condition = table_node();
            add_member(condition, remnant.issue, setting.value);
            setting = {address + ".never", setting.at, std::move(condition)};
            return true;
        });
        refer_instead(remnant, address, address);
    }

    /// A lone value off the grid of the issue, or a red line beyond its ends, says nothing of any
    /// option.
    void put_stance(const Remnant& remnant) {
        const std::vector<std::string> words = remnant.words();
        Node& issue = *document_.find("issue")->find(remnant.issue);
        const auto option = words.empty()
                                ? std::nullopt
                                : find_option(issue, remnant.curve.find(words.front())->text);
        change_settings(remnant, [](const Node::Member&) { return false; });
        if (!option) {
            return;
        }
        Node* stances = issue.find("stance");
        stances = stances != nullptr ? stances : &add_member(issue, "stance", table_node());
        Node table = table_node();
        add_member(table, *option, text_node(words.front()));
        add_member(*stances, remnant.party, std::move(table));
        const std::string address = "issue." + remnant.issue + ".stance." + remnant.party;
        if (Node* remarks = document_.find("entry"); remarks && remarks->items.size() > 1) {
            std::erase_if(remarks->items, [&](const Node& remark) {
                const Node* at = remark.find("at"); // on a line that excludes nothing and is gone
                return at != nullptr && at->text == remnant.address() + ".redline";
            });
        }
        refer_instead(remnant, address, address + "." + *option);
    }

    void refer_instead(const Remnant& remnant, const std::string& whole, const std::string& part) {
        const std::string old = remnant.address();
        if (whole == part) {
            merge_remarks(old);
        }
        change_addresses(document_, [&](std::string& address) {
            address = address == old ? whole : covers(old, address) ? part : address;
        });
    }

    /// Of a curve with one entry left there is one remark: that on the entry, and what that on the
    /// curve adds to it.
    void merge_remarks(const std::string& curve) {
        Node* remarks = document_.find("entry");
        if (remarks == nullptr) {
            return;
        }
        const auto is_on = [](const Node& remark, const std::string& address) {
            const Node* at = remark.find("at");
            return at != nullptr && at->text == address;
        };
        const auto on_curve =
            std::find_if(remarks->items.begin(), remarks->items.end(),
                         [&](const Node& remark) { return is_on(remark, curve); });
        const auto on_line =
            std::find_if(remarks->items.begin(), remarks->items.end(),
                         [&](const Node& remark) { return is_on(remark, curve + ".redline"); });
        if (on_curve == remarks->items.end() || on_line == remarks->items.end()) {
            return;
        }
        for (const Node::Member& member : on_curve->members) {
            if (on_line->find(member.key) == nullptr) {
                add_member(*on_line, member.key, member.value);
            }
        }
        remarks->items.erase(on_curve);
    }

    /// Lets `change` rewrite each setting of the curve. Where it cannot, the setting goes, and a
    /// question that has it among its answers too.
    template <class Change>
    void change_settings(const Remnant& remnant, const Change& change) {
        const auto goes = [&](Node::Member& setting) {
            return covers(remnant.address(), setting.key) && !change(setting);
        };
        for (Node& element : elements_of(document_, "change")) {
            if (Node* set = element.find("set")) {
                std::erase_if(set->members, goes);
            }
        }
        for (Node& element : elements_of(document_, "driver")) {
            if (Node* moves = element.find("moves")) {
                std::erase_if(moves->members, [&](const Node::Member& move) {
                    return covers(remnant.address(), move.key);
                });
            }
        }
        std::erase_if(members_of("alternative"), [&](Node::Member& question) {
            bool any = false;
            for (Node::Member& answer : question.value.members) {
                any = std::erase_if(answer.value.members, goes) > 0 || any;
            }
            return any;
        });
    }

    void drop_orders_of_scores() {
        std::set<std::string> scored;
        for (const Node::Member& issue : members_of("issue")) {
            if (const Node* scores = issue.value.find("score")) {
                for (const Node::Member& party : scores->members) {
                    scored.insert(party.key);
                }
            }
        }
        for (Node::Member& issue : members_of("issue")) {
            const Node* scores = issue.value.find("score");
            if (Node* orders = issue.value.find("order")) {
                std::erase_if(orders->members, [&](const Node::Member& order) {
                    const bool has_table = scores != nullptr && scores->find(order.key) != nullptr;
                    return scored.contains(order.key) && !has_table;
                });
            }
        }
    }

    bool is_signatory(const Node& party) const {
        const Node* role = party.find("role");
        return role == nullptr || names(*role, "signatory");
    }

    std::set<std::string> counted_parties() {
        std::set<std::string> counted;
        for (const Node::Member& party : members_of("party")) {
            if (is_signatory(party.value)) {
                counted.insert(party.key);
            }
        }
        for (const Node::Member& fallback : members_of("fallback")) {
            counted.insert(fallback.key);
        }
        const Node* agreement = document_.find("agreement");
        const Node* required = agreement == nullptr ? nullptr : agreement->find("required");
        if (required != nullptr) {
            for (const Node::Member& party : members_of("party")) {
                if (names(*required, party.key)) {
                    counted.insert(party.key);
                }
            }
        }
        return counted;
    }

    bool can_only_be_0(const Node& weight) {
        const Node* words = document_.find("words");
        const Node* table = words == nullptr ? nullptr : words->find("weight");
        const Node* word = table == nullptr ? nullptr : table->find(weight.text);
        return is_zero_range(weight) || weight.text == "none" ||
               (weight.kind == NodeKind::text && word != nullptr && is_zero_range(*word));
    }

    /// Whether a party has weights, and nothing that could weigh more than 0.
    bool weighs_nothing(const std::string& party) {
        bool has_weight = false;
        for (const Node::Member& issue : members_of("issue")) {
            const auto own = [&](std::string_view part) {
                const Node* table = issue.value.find(part);
                return table == nullptr ? nullptr : table->find(party);
            };
            const Node* weight = own("weight");
            const bool is_rated = own("stance") != nullptr || own("curve") != nullptr ||
                                  own("order") != nullptr || own("score") != nullptr;
            if (weight == nullptr ? is_rated : !can_only_be_0(*weight)) {
                return false;
            }
            has_weight = has_weight || weight != nullptr;
        }
        return has_weight;
    }

    void drop_weights_of_nothing() {
        for (const std::string& party : counted_parties()) {
            if (!weighs_nothing(party)) {
                continue;
            }
            for (Node::Member& issue : members_of("issue")) {
                if (Node* weights = issue.value.find("weight")) {
                    erase_member(*weights, party);
                }
            }
        }
    }

    void lower_demand() {
        Node* agreement = document_.find("agreement");
        Node* demand = agreement == nullptr ? nullptr : agreement->find("at_least");
        if (demand == nullptr) {
            return;
        }
        const std::size_t counted = counted_parties().size();
        const ParsedDecimal parsed = parse_decimal(demand->text);
        if (parsed.problem == DecimalProblem::none && counted > 0 &&
            parsed.value > Rational(static_cast<std::int64_t>(counted))) {
            *demand = number_node(std::to_string(counted));
        }
    }

    Node& document_;
    std::vector<Node::Member> nothing_;
};

} // namespace

void make_valid_again(Node& document) {
    Forms(document).run();
}

} // namespace unbracket
