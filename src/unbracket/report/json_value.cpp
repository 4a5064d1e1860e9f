#include "unbracket/report/json_value.hpp"

#include <algorithm>

namespace unbracket {

namespace {

constexpr int most_places = 12;
constexpr std::size_t rounded_digits = 12;
constexpr std::int64_t widest_whole = std::int64_t{1} << 53U;

bool is_exactly(const Rational& number, const std::string& decimal) {
    const auto read = parse_fraction(decimal);
    return read && *read == number;
}

/// Digits from the first that is not 0 on.
std::size_t significant_digits(const std::string& decimal) {
    std::size_t digits = 0;
    for (const char character : decimal) {
        const bool is_digit = '0' <= character && character <= '9';
        digits += is_digit && (digits > 0 || character != '0') ? 1 : 0;
    }
    return digits;
}

/// Rounded to 12 significant digits; digits before the point are never cut.
std::string rounded(const Rational& number) {
    constexpr int last_place = 40;
    const std::string whole = number.to_decimal_text(0);
    const auto before_point = static_cast<int>(significant_digits(whole));
    int places = std::max(most_places - before_point, 0);
    while (places < last_place &&
           significant_digits(number.to_decimal_text(places)) < rounded_digits &&
           number.sign() != 0 && before_point == 0) {
        ++places;
    }
    return number.to_decimal_text(places);
}

bool is_small_whole(const Rational& number) {
    const auto small = number.small();
    return small && small->denominator == 1 && small->numerator <= widest_whole &&
           small->numerator >= -widest_whole;
}

} // namespace

Node json_rational(const Rational& number, const JsonOptions& options) {
    if (options.numbers == JsonNumbers::exact) {
        return is_small_whole(number) ? number_node(number.to_fraction_text())
                                      : text_node(number.to_fraction_text());
    }
    std::string decimal = number.to_decimal_text(most_places);
    return number_node(is_exactly(number, decimal) ? std::move(decimal) : rounded(number));
}

Node json_count(std::uint64_t count) {
    return number_node(std::to_string(count));
}

Node json_proved(bool is_optimal) {
    return text_node(is_optimal ? "optimal" : "cut");
}

Node json_range(const Interval& interval, const JsonOptions& options) {
    if (interval.is_single()) {
        return json_rational(interval.low, options);
    }
    return list_node({json_rational(interval.low, options), json_rational(interval.high, options)});
}

Node json_text_or_null(std::string_view text) {
    return text.empty() ? null_node() : text_node(std::string(text));
}

Node json_texts(const std::vector<std::string>& texts) {
    std::vector<Node> items;
    for (const std::string& text : texts) {
        items.push_back(text_node(text));
    }
    return list_node(std::move(items));
}

Node json_option(const Issue& issue, OptionId option) {
    const Option& chosen = issue.options[as_index(option)];
    return chosen.number ? number_node(chosen.key) : text_node(chosen.key);
}

Node json_options(const Issue& issue, const std::vector<OptionId>& options) {
    if (options.size() == 1) {
        return json_option(issue, options[0]);
    }
    std::vector<Node> items;
    for (const OptionId option : options) {
        items.push_back(json_option(issue, option));
    }
    return list_node(std::move(items));
}

Node json_condition(const Case& negotiation, const Condition& condition) {
    Node node = table_node();
    for (const Literal& literal : condition) {
        const Issue& issue = negotiation.issue(literal.issue);
        add_member(node, issue.key, json_options(issue, literal.options));
    }
    return node;
}

Node json_setting(const Issue& issue, const DraftSetting& setting) {
    return setting.is_unknown ? null_node() : json_options(issue, setting.options);
}

void add_identity(Node& answer, const Case& negotiation) {
    if (!negotiation.view.empty()) {
        add_member(answer, "view", text_node(negotiation.view));
    }
    add_member(answer, "title", json_text_or_null(negotiation.title));
    add_member(answer, "as_of",
               negotiation.as_of ? text_node(to_iso(*negotiation.as_of)) : null_node());
    add_member(answer, "digest", text_node(negotiation.digest));
    if (!negotiation.supposed_less.empty()) {
        Node& less = add_member(answer, "accepts_less", table_node());
        for (const SupposedLess& supposed : negotiation.supposed_less) {
            add_member(less, negotiation.party(supposed.party).key,
                       json_rational(supposed.points, {.numbers = JsonNumbers::exact}));
        }
    }
}

Node json_outcome(const Case& negotiation, const Outcome& outcome) {
    Node node = table_node();
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        const Issue& issue = negotiation.issues[at];
        add_member(node, issue.key, json_option(issue, outcome[at]));
    }
    return node;
}

Node json_addresses(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::vector<Node> items;
    for (const EntryId entry : entries) {
        items.push_back(text_node(negotiation.entry(entry).address));
    }
    return list_node(std::move(items));
}

Node json_statements_under(const Case& negotiation, EntryId entry) {
    std::vector<std::string> statements;
    const Entry& given = negotiation.entry(entry);
    for (const auto* under : {&given.supported_by, &given.suggested_by}) {
        for (const StatementId id : *under) {
            statements.push_back(negotiation.statement(id).key);
        }
    }
    return json_texts(statements);
}

Node json_parties(const Case& negotiation, const std::vector<PartyId>& parties) {
    std::vector<Node> items;
    for (const PartyId party : parties) {
        items.push_back(text_node(negotiation.party(party).key));
    }
    return list_node(std::move(items));
}

} // namespace unbracket
