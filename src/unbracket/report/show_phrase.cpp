#include "unbracket/report/show_phrase.hpp"

#include "unbracket/model/entered.hpp"

#include <algorithm>

namespace unbracket::phrase {

namespace {

std::string options(const Issue& issue, const std::vector<OptionId>& options) {
    std::vector<std::string> names;
    for (const OptionId option : options) {
        names.push_back(issue.options[as_index(option)].key);
    }
    return list(names, "or");
}

std::string_view symbol(Comparison comparison) {
    switch (comparison) {
    case Comparison::less:
        return "< ";
    case Comparison::at_most:
        return "<= ";
    case Comparison::greater:
        return "> ";
    case Comparison::at_least:
        return ">= ";
    }
    return "";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : std::string(between)) + part;
    }
    return text;
}

/// Classes from the first on, those of one class tied: `five > ten = nine`.
template <class Id, class Key>
std::string ranked(const std::vector<std::vector<Id>>& classes, Key key) {
    std::vector<std::string> ranks;
    for (const std::vector<Id>& same : classes) {
        std::vector<std::string> keys;
        for (const Id id : same) {
            keys.push_back(key(id));
        }
        ranks.push_back(joined(keys, " = "));
    }
    return joined(ranks, " > ");
}

std::string ordered_red_lines(const Issue& issue, const Order& order) {
    return issue.key + " = " + options(issue, order.red_lines);
}

} // namespace

std::string range(const Interval& interval) {
    const std::string low = interval.low.to_decimal_text();
    return interval.is_single() ? low : low + ".." + interval.high.to_decimal_text();
}

std::string quantity(const StanceQuantity& quantity) {
    const auto* word = std::get_if<StanceWord>(&quantity);
    return word ? std::string(to_text(*word)) : range(std::get<Interval>(quantity));
}

std::string quantity(const WeightQuantity& quantity) {
    const auto* word = std::get_if<WeightWord>(&quantity);
    return word ? std::string(to_text(*word)) : range(std::get<Interval>(quantity));
}

std::string list(const std::vector<std::string>& names, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool is_last = i + 1 == names.size();
        text += i == 0 ? "" : is_last ? " " + std::string(conjunction) + " " : ", ";
        text += names[i];
    }
    return text;
}

std::string statements(const Case& negotiation, const std::vector<StatementId>& statements) {
    std::vector<std::string> names;
    for (const StatementId statement : statements) {
        names.push_back(negotiation.statement(statement).key);
    }
    return list(names);
}

std::string literal(const Case& negotiation, const Literal& literal) {
    const Issue& issue = negotiation.issue(literal.issue);
    return issue.key + " = " + options(issue, literal.options);
}

std::string condition(const Case& negotiation, const Condition& condition) {
    std::vector<std::string> parts;
    for (const Literal& one : condition) {
        parts.push_back(literal(negotiation, one));
    }
    return list(parts);
}

std::string rule(const Case& negotiation, const Rule& rule, ConditionWords words) {
    if (const auto* implication = std::get_if<Implication>(&rule.body)) {
        return "if " + words(negotiation, implication->premise) + ", then " +
               words(negotiation, implication->conclusion);
    }
    if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
        return "never " + words(negotiation, exclusion->forbidden);
    }
    const AtMost& at_most = std::get<AtMost>(rule.body);
    std::string text = "at most " + std::to_string(at_most.count) + " of:";
    for (std::size_t i = 0; i < at_most.conditions.size(); ++i) {
        text += (i == 0 ? " " : "; ") + words(negotiation, at_most.conditions[i]);
    }
    return text;
}

std::string limit_on(const Case& negotiation, const Limit& limit, ConditionWords words) {
    return (limit.premise.empty() ? "" : "if " + words(negotiation, limit.premise) + ", ") +
           (limit.sense == LimitSense::needs ? "needs " : "never ") +
           words(negotiation, limit.body);
}

std::string limit(const Case& negotiation, const Limit& limit) {
    return limit_on(negotiation, limit) + (limit.is_on ? "" : " (off)");
}

std::string bonus(const Case& negotiation, const Bonus& bonus) {
    return condition(negotiation, bonus.when) + " is worth another " + range(bonus.value);
}

std::string risk(const Case& negotiation, const Risk& risk) {
    return literal(negotiation, risk.option) + " may lose " + range(risk.loss) + " after signature";
}

std::string rating(const Rating& rating) {
    if (!rating.is_red_line) {
        return quantity(rating.worth);
    }
    const auto* worth = std::get_if<Interval>(&rating.worth);
    const bool is_worth_nothing = worth != nullptr && *worth == Interval{};
    return is_worth_nothing ? "red line" : "red line (" + quantity(rating.worth) + ")";
}

std::string red_line(const Curve::RedLine& red_line) {
    return red_line.bound ? std::string(symbol(red_line.bound->first)) +
                                red_line.bound->second.to_decimal_text()
                          : "none";
}

std::string order(const Issue& issue, const Order& order) {
    const auto key = [&issue](OptionId option) { return issue.options[as_index(option)].key; };
    std::vector<std::string> behind;
    for (const OptionId option : order.red_lines) {
        behind.push_back(key(option));
    }
    return ranked(order.classes, key) + (behind.empty() ? "" : " | " + joined(behind, ", "));
}

std::string order(const Case& negotiation, const WeightOrder& order) {
    return ranked(order.classes, [&](IssueId issue) { return negotiation.issue(issue).key; });
}

std::string fallback(const Case& negotiation, const FallbackPeriod& period) {
    const auto* draft = std::get_if<DraftId>(&period.value);
    std::string text = draft ? "as good as draft " + negotiation.draft(*draft).key
                             : quantity(std::get<StanceQuantity>(period.value));
    return text +
           (period.trend == Trend::unstated ? "" : " (" + std::string(name(period.trend)) + ")");
}

std::string setting(const Issue& issue, const DraftSetting& setting) {
    return setting.is_unknown ? "unknown" : options(issue, setting.options);
}

std::string hard_limit(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (const Limit* one = find_entered(negotiation.limits, id)) {
        return limit(negotiation, *one);
    }
    if (!entry.issue || !entry.party) {
        return entry.kind == EntryKind::intent ? "refuses any agreement" : entry.address;
    }
    const Issue& issue = negotiation.issue(*entry.issue);
    const Assessment* assessment = issue.of(*entry.party);
    if (entry.option) {
        return issue.key + " = " + issue.options[as_index(*entry.option)].key;
    }
    if (assessment != nullptr && entry.kind == EntryKind::order && assessment->order) {
        return ordered_red_lines(issue, *assessment->order);
    }
    const bool is_curve = assessment != nullptr && assessment->curve && assessment->curve->red_line;
    return is_curve ? issue.key + " " + red_line(*assessment->curve->red_line) : entry.address;
}

std::string_view name(Role role) {
    switch (role) {
    case Role::signatory:
        return "signatory";
    case Role::mediator:
        return "mediator";
    case Role::guarantor:
        return "guarantor";
    case Role::affected:
        return "affected";
    case Role::observer:
        return "observer";
    }
    return "";
}

std::string_view name(Basis basis) {
    switch (basis) {
    case Basis::reported:
        return "reported";
    case Basis::inferred:
        return "inferred";
    case Basis::assumed:
        return "assumed";
    }
    return "";
}

std::string_view name(Firmness firmness) {
    switch (firmness) {
    case Firmness::unstated:
        return "";
    case Firmness::declared:
        return "declared";
    case Firmness::long_held:
        return "long held";
    case Firmness::tested:
        return "tested";
    case Firmness::suspected:
        return "suspected";
    }
    return "";
}

std::string_view name(Trend trend) {
    switch (trend) {
    case Trend::unstated:
        return "";
    case Trend::rising:
        return "rising";
    case Trend::steady:
        return "steady";
    case Trend::falling:
        return "falling";
    }
    return "";
}

std::string_view name(Intent intent) {
    switch (intent) {
    case Intent::seeks:
        return "seeks an agreement";
    case Intent::doubtful:
        return "doubtful whether it wants one";
    case Intent::refuses:
        return "refuses any agreement";
    }
    return "";
}

std::string_view name(OnTable on_table) {
    switch (on_table) {
    case OnTable::yes:
        return "yes";
    case OnTable::no:
        return "no";
    case OnTable::unsure:
        return "unsure";
    }
    return "";
}

std::string_view remark_on(OnTable on_table) {
    switch (on_table) {
    case OnTable::yes:
        return "";
    case OnTable::no:
        return "not on the table";
    case OnTable::unsure:
        return "unsure whether on the table";
    }
    return "";
}

} // namespace unbracket::phrase
