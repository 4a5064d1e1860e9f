#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/model/case.hpp"

#include <string>
#include <string_view>
#include <vector>

// Short phrases for what stands in a case, as `show`, `lint` and `diff` print them. Ids are used
// rather than titles, since they are what one types; `show` lists both.

namespace unbracket::phrase {

/// `40`, `20..30`
std::string range(const Interval& interval);
std::string quantity(const StanceQuantity& quantity);
std::string quantity(const WeightQuantity& quantity);

/// `alta, bera and coda`; `or` where that is the conjunction.
std::string list(const std::vector<std::string>& names, std::string_view conjunction = "and");
std::string statements(const Case& negotiation, const std::vector<StatementId>& statements);

/// `inspect = no or joint`
std::string literal(const Case& negotiation, const Literal& literal);
/// `share = 35 and inspect = no`
std::string condition(const Case& negotiation, const Condition& condition);
/// How conditions are told: with ids as above, or in other words.
using ConditionWords = std::string (*)(const Case& negotiation, const Condition& condition);
/// `never share = 60 and inspect = no`
std::string rule(const Case& negotiation, const Rule& rule, ConditionWords words = condition);
/// The same of a limit, whether it is on or not.
std::string limit_on(const Case& negotiation, const Limit& limit, ConditionWords words = condition);
/// The same; one that is off says so.
std::string limit(const Case& negotiation, const Limit& limit);
/// `inspect = no is worth another 5`
std::string bonus(const Case& negotiation, const Bonus& bonus);
/// `inspect = no may lose 5..10 after signature`
std::string risk(const Case& negotiation, const Risk& risk);

/// `bad`, `60..80`, `red line`, `red line (bad)`
std::string rating(const Rating& rating);
/// `> 40`, or `none`
std::string red_line(const Curve::RedLine& red_line);
/// `five > ten = nine | open`
std::string order(const Issue& issue, const Order& order);
/// `share > term = inspect`, an order of weights
std::string order(const Case& negotiation, const WeightOrder& order);

/// `as good as draft first (falling)`
std::string fallback(const Case& negotiation, const FallbackPeriod& period);

/// What a draft says about an issue: `30`, `five or ten`, `unknown`.
std::string setting(const Issue& issue, const DraftSetting& setting);

/// The hard limit behind an entry: `share > 40`, `inspect = third`, the text of a limit.
std::string hard_limit(const Case& negotiation, EntryId id);

std::string_view name(Role role);
std::string_view name(Basis basis);
std::string_view name(Firmness firmness);
std::string_view name(Trend trend);
std::string_view name(Intent intent);
std::string_view name(OnTable on_table);
/// What is to be said of a draft that is not surely on the table; empty for others.
std::string_view remark_on(OnTable on_table);

} // namespace unbracket::phrase
