#pragma once

#include "unbracket/base/interval.hpp"
#include "unbracket/base/rational.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// `decimal`: JSON numbers, exact where 12 places suffice, else rounded to 12 significant digits.
/// `exact`: text such as "100/3" wherever the number is no whole number or is too long for a
/// double; whole numbers stay JSON numbers.
enum class JsonNumbers { decimal, exact };
enum class JsonTimings { absent, present };

struct JsonOptions {
    JsonNumbers numbers = JsonNumbers::decimal;
    JsonTimings timings = JsonTimings::absent;
};

Node json_rational(const Rational& number, const JsonOptions& options);
Node json_count(std::uint64_t count);
/// `optimal`, or `cut` where something better may exist.
Node json_proved(bool is_optimal);
/// One number where the interval is single, else [low, high].
Node json_range(const Interval& interval, const JsonOptions& options);
/// Null for an empty text: there is none.
Node json_text_or_null(std::string_view text);
Node json_texts(const std::vector<std::string>& texts);
/// What `write` makes of each thing, in a list.
template <class Things, class Write>
Node json_list(const Things& things, Write write) {
    Node list = list_node({});
    for (const auto& thing : things) {
        list.items.push_back(write(thing));
    }
    return list;
}

/// A JSON number for an option of a numeric issue, else its id.
Node json_option(const Issue& issue, OptionId option);
/// One option where there is one only, else a list of them.
Node json_options(const Issue& issue, const std::vector<OptionId>& options);
/// {issue: option or list of options, ...}
Node json_condition(const Case& negotiation, const Condition& condition);
/// What a draft says: one option, several where it leaves a choice, null where that is not known.
Node json_setting(const Issue& issue, const DraftSetting& setting);
/// `title` (null where the file has none), `as_of` and `digest`, with which each answer about a
/// case begins: which case, at which date, in which version.
void add_identity(Node& answer, const Case& negotiation);
/// {issue: option, ...}
Node json_outcome(const Case& negotiation, const Outcome& outcome);
/// [address, ...]
Node json_addresses(const Case& negotiation, const std::vector<EntryId>& entries);
/// The statements under an entry that exist at the case's date: [id, ...]
Node json_statements_under(const Case& negotiation, EntryId entry);
/// [party, ...]
Node json_parties(const Case& negotiation, const std::vector<PartyId>& parties);

} // namespace unbracket
