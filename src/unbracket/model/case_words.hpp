#pragma once

#include "unbracket/model/draft.hpp"
#include "unbracket/model/entry.hpp"
#include "unbracket/model/party.hpp"
#include "unbracket/model/statement.hpp"

#include <array>
#include <cstddef>
#include <string_view>

// The words of the case file for what it chooses from a list, in the order of the enumerations.
// Files are read with them and answers in JSON say the same. An empty word cannot be written: it
// stands for a key that is left out.

namespace unbracket {

inline constexpr std::array<std::string_view, 3> basis_words = {"reported", "inferred", "assumed"};
inline constexpr std::array<std::string_view, 5> firmness_words = {"", "declared", "long_held",
                                                                   "tested", "suspected"};
inline constexpr std::array<std::string_view, 5> role_words = {"signatory", "mediator", "guarantor",
                                                               "affected", "observer"};
inline constexpr std::array<std::string_view, 4> trend_words = {"", "rising", "steady", "falling"};
inline constexpr std::array<std::string_view, 3> intent_words = {"seeks", "doubtful", "refuses"};
inline constexpr std::array<std::string_view, 3> on_table_words = {"yes", "no", "unsure"};
inline constexpr std::array<std::string_view, 5> attribution_words = {
    "named", "official", "anonymous", "expert", "narrator"};
inline constexpr std::array<std::string_view, 10> statement_kind_words = {
    "position", "claim", "judgement", "forecast", "diagnosis",
    "question", "lever", "event",     "note",     "framing"};

inline constexpr std::array<std::string_view, 4> confidence_words = {"", "low", "moderate", "high"};
inline constexpr std::array<std::string_view, 3> use_words = {"binds", "hypothesis", "record"};
inline constexpr std::array<std::string_view, 4> attitude_words = {"endorses", "distances",
                                                                   "denies", "neutral"};
inline constexpr std::array<std::string_view, 4> bound_words = {"at_least", "at_most", "about",
                                                                "exactly"};

/// Whose limit binds everybody.
inline constexpr std::string_view norm_word = "norm";

constexpr std::string_view case_word(Basis basis) {
    return basis_words[static_cast<std::size_t>(basis)];
}
constexpr std::string_view case_word(Firmness firmness) {
    return firmness_words[static_cast<std::size_t>(firmness)];
}
constexpr std::string_view case_word(Role role) {
    return role_words[static_cast<std::size_t>(role)];
}
constexpr std::string_view case_word(Trend trend) {
    return trend_words[static_cast<std::size_t>(trend)];
}
constexpr std::string_view case_word(Intent intent) {
    return intent_words[static_cast<std::size_t>(intent)];
}
constexpr std::string_view case_word(OnTable on_table) {
    return on_table_words[static_cast<std::size_t>(on_table)];
}
constexpr std::string_view case_word(Attribution attribution) {
    return attribution_words[static_cast<std::size_t>(attribution)];
}
constexpr std::string_view case_word(StatementKind kind) {
    return statement_kind_words[static_cast<std::size_t>(kind)];
}

} // namespace unbracket
