#include "unbracket/io/scenario/negmas_function.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/reading.hpp"

#include <algorithm>

namespace unbracket::negmas {

namespace {

class FunctionReader {
public:
    FunctionReader(const std::vector<ScenarioIssue>& issues, ScenarioProfile& profile,
                   TreeReader& reader, Diagnostics& oddities)
        : issues_(issues), profile_(profile), reader_(reader), oddities_(oddities) {}

    void read(const Node& function) {
        profile_.scores.resize(issues_.size());
        profile_.constant = optional_number(function, "bias", 0);
        const std::string kind = kind_of(function);
        if (kind == "LinearAdditiveUtilityFunction") {
            read_additive(function);
        } else if (kind == "LinearUtilityFunction" || kind == "AffineUtilityFunction") {
            read_linear(function);
        } else if (kind == "ConstUtilityFunction") {
            profile_.constant = optional_number(function, "value", profile_.constant);
        } else if (kind == "HyperRectangleUtilityFunction") {
            read_rectangles(function);
        } else {
            reader_.refuse(function.at,
                           "a utility function of the type " + quoted(kind) + " is not read",
                           "known: linear additive, linear, affine, constant, hyper-rectangles");
        }
    }

private:
    Rational optional_number(const Node& node, std::string_view key, const Rational& otherwise) {
        const Node* found = node.find(key);
        return found == nullptr || found->kind == NodeKind::null ? otherwise
                                                                 : reader_.number(*found, key);
    }

    /// The part of a list by position, or of a table by the name of the issue.
    const Node* part_of(const Node* whole, std::size_t issue) const {
        if (whole != nullptr && whole->kind == NodeKind::table) {
            return whole->find(issues_[issue].name);
        }
        return whole != nullptr && whole->kind == NodeKind::list && issue < whole->items.size()
                   ? &whole->items[issue]
                   : nullptr;
    }

    Rational weight_of(const Node& function, std::size_t issue) {
        const Node* weight = part_of(function.find("weights"), issue);
        return weight == nullptr || weight->kind == NodeKind::null
                   ? Rational(1)
                   : reader_.number(*weight, "a weight");
    }

    void read_additive(const Node& function) {
        for (std::size_t i = 0; i < issues_.size(); ++i) {
            const Node* values = part_of(function.find("values"), i);
            if (values == nullptr || values->kind != NodeKind::table) {
                reader_.refuse(function.at,
                               "there are no `values` for issue " + quoted(issues_[i].name),
                               "write a function for each issue");
                continue;
            }
            profile_.scores[i] = scores_of(*values, issues_[i]);
            const Rational weight = weight_of(function, i);
            for (Rational& score : profile_.scores[i]) {
                score *= weight;
            }
        }
    }

    std::vector<Rational> scores_of(const Node& function, const ScenarioIssue& issue) {
        const std::string kind = kind_of(function);
        const Node* mapping = function.find("mapping");
        if (kind == "TableFun" || (kind.empty() && mapping == nullptr)) {
            return table_of(mapping == nullptr ? function : *mapping, issue);
        }
        const bool is_constant = kind == "ConstFun";
        const bool is_known =
            is_constant || kind == "AffineFun" || kind == "LinearFun" || kind == "IdentityFun";
        if (!is_known || (!is_constant && !issue.grid)) {
            reader_.refuse(function.at,
                           "a function of the type " + quoted(kind) + " is not read here",
                           "known: TableFun, ConstFun, and of numbers AffineFun, LinearFun, "
                           "IdentityFun");
            return std::vector<Rational>(issue.values.size());
        }
        const Rational slope = optional_number(function, "slope", 1);
        return line(issue, is_constant ? Rational(0) : slope, optional_number(function, "bias", 0));
    }

    static std::vector<Rational> line(const ScenarioIssue& issue, const Rational& slope,
                                      const Rational& bias) {
        std::vector<Rational> scores(issue.values.size(), bias);
        for (std::size_t i = 0; i < scores.size() && slope.sign() != 0; ++i) {
            scores[i] += slope * *scenario_number(issue.values[i]);
        }
        return scores;
    }

    std::vector<Rational> table_of(const Node& mapping, const ScenarioIssue& issue) {
        ValueTable table(issue, oddities_);
        for (const Node::Member& member : mapping.members) {
            if (member.key == "type") {
                continue;
            }
            table.add(without_outer_blanks(member.key),
                      reader_.number(member.value, "the worth of " + quoted(member.key)),
                      member.at);
        }
        return table.finished(mapping.at);
    }

    void read_linear(const Node& function) {
        for (std::size_t i = 0; i < issues_.size(); ++i) {
            const Rational weight = weight_of(function, i);
            if (!issues_[i].grid && weight.sign() != 0) {
                reader_.refuse(function.at,
                               "a linear function of issue " + quoted(issues_[i].name) +
                                   ", which is no number",
                               "use a table");
                continue;
            }
            profile_.scores[i] =
                weight.sign() == 0 ? std::vector<Rational>() : line(issues_[i], weight, 0);
        }
    }

    void read_rectangles(const Node& function) {
        const Node* ranges = function.find("outcome_ranges");
        const Node* mappings = function.find("mappings");
        if (ranges == nullptr || ranges->kind != NodeKind::list || mappings == nullptr ||
            mappings->kind != NodeKind::list || mappings->items.size() != ranges->items.size()) {
            reader_.refuse(function.at,
                           "`outcome_ranges` and `mappings` are no lists of one length",
                           "write a range and a number for each rectangle");
            return;
        }
        const Node* weights = function.find("weights");
        for (std::size_t i = 0; i < ranges->items.size(); ++i) {
            const bool is_weighted =
                weights != nullptr && weights->kind == NodeKind::list && i < weights->items.size();
            const Rational weight =
                is_weighted ? reader_.number(weights->items[i], "a weight") : Rational(1);
            const Node& mapping = mappings->items[i];
            const Node* constant = mapping.find("bias");
            add_rectangle(
                ranges->items[i],
                weight * reader_.number(constant == nullptr ? mapping : *constant, "a mapping"));
        }
    }

    void add_rectangle(const Node& ranges, const Rational& worth) {
        ScenarioPattern pattern;
        pattern.worth = worth;
        for (const Node::Member& member : ranges.members) {
            const auto index = scenario_number(member.key);
            const auto issue = index ? index->floor_to_int64() : std::nullopt;
            if (!issue || *issue < 0 || static_cast<std::size_t>(*issue) >= issues_.size()) {
                reader_.refuse(member.at, "the range " + quoted(member.key) + " names no issue",
                               "issues are counted from 0");
                return;
            }
            const auto at = static_cast<std::size_t>(*issue);
            std::vector<std::size_t> held = held_by(member.value, issues_[at]);
            held_values_ += held.size();
            if (held.empty()) {
                return; // never holds
            }
            if (held.size() < issues_[at].values.size()) {
                pattern.when.push_back({at, std::move(held)});
            }
        }
        if (held_values_ > most_held_values) {
            reader_.refuse(ranges.at, "the rectangles hold more than 4,000,000 values",
                           "narrow the issues");
            return;
        }
        std::sort(pattern.when.begin(), pattern.when.end(),
                  [](const auto& a, const auto& b) { return a.issue < b.issue; });
        const auto twice =
            std::adjacent_find(pattern.when.begin(), pattern.when.end(),
                               [](const auto& a, const auto& b) { return a.issue == b.issue; });
        if (twice != pattern.when.end()) {
            reader_.refuse(ranges.at, "a rectangle has two ranges for one issue", "keep one");
        } else if (pattern.when.empty()) {
            profile_.constant += worth;
        } else {
            profile_.patterns.push_back(std::move(pattern));
        }
    }

    /// Values strictly between two numbers, or those listed, or the one.
    std::vector<std::size_t> held_by(const Node& range, const ScenarioIssue& issue) {
        std::vector<std::size_t> held;
        const bool is_list = range.kind == NodeKind::list;
        if (issue.grid && is_list && range.items.size() == 2) {
            const Rational low = reader_.number(range.items[0], "an end of a range");
            const Rational high = reader_.number(range.items[1], "an end of a range");
            for (std::size_t i = 0; i < issue.values.size(); ++i) {
                const Rational number = *scenario_number(issue.values[i]);
                if (low < number && number < high) {
                    held.push_back(i);
                }
            }
            return held;
        }
        const std::span<const Node> named = is_list ? std::span(range.items) : std::span(&range, 1);
        for (std::size_t i = 0; i < issue.values.size(); ++i) {
            const bool is_named = std::any_of(named.begin(), named.end(), [&](const Node& value) {
                return value.text == issue.values[i];
            });
            if (is_named) {
                held.push_back(i);
            }
        }
        return held;
    }

    static constexpr std::size_t most_held_values = 4'000'000;

    const std::vector<ScenarioIssue>& issues_;
    ScenarioProfile& profile_;
    TreeReader& reader_;
    Diagnostics& oddities_;
    std::size_t held_values_ = 0;
};

} // namespace

std::string kind_of(const Node& node) {
    const Node* type = node.find("type");
    if (type == nullptr || type->kind != NodeKind::text) {
        return {};
    }
    return type->text.substr(type->text.rfind('.') + 1); // npos + 1 is 0
}

const Node& without_discounts(const Node& function, std::size_t& discounts) {
    const Node* inner = function.find("ufun");
    if (inner == nullptr || inner->kind != NodeKind::table) {
        return function;
    }
    ++discounts;
    return without_discounts(*inner, discounts);
}

void read_function(const Node& function, const std::vector<ScenarioIssue>& issues,
                   ScenarioProfile& profile, TreeReader& reader, Diagnostics& oddities) {
    FunctionReader(issues, profile, reader, oddities).read(function);
}

} // namespace unbracket::negmas
