#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/zone/certificate/numbers.hpp"
#include "unbracket/zone/certificate/objection.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Strict reading of a certificate's values: nothing is guessed or mended. Every function that can
// fail takes an Objection; after one is raised, what a function returns is some valid value without
// meaning, so that callers need to look only where they would go on to do work.

namespace unbracket::certificate {

/// In quotation marks, cut after 60 bytes.
std::string in_quotes(std::string_view text);

struct Keys {
    std::vector<std::string_view> required;
    std::vector<std::string_view> optional;
};
/// A table with all required keys, no others than those named, and none twice.
void check_keys(const Node& node, const Keys& keys, Objection& objection);
/// A table without a key twice.
void check_table(const Node& node, std::string_view what, Objection& objection);
/// The member's value, or an empty table where there is none.
const Node& member_of(const Node& table, std::string_view key);

/// Empty where the node is no list.
const std::vector<Node>& items_of(const Node& node, std::string_view what, Objection& objection);
std::string text_of(const Node& node, std::string_view what, Objection& objection);
PartyId read_party(const Case& given, std::string_view key, Objection& objection);
/// A party that the agreement rule counts.
PartyId read_counted_party(const Case& given, std::string_view key, Objection& objection);
IssueId read_issue(const Case& given, std::string_view key, Objection& objection);
/// As a key: text; for a numeric issue the text of a number.
OptionId read_option_key(const Issue& issue, std::string_view key, Objection& objection);
/// One option for every issue: a number for a numeric issue, text for any other.
Outcome read_outcome(const Case& given, const Node& node, Objection& objection);
/// A whole number from 0 to `most`, written as a number.
std::uint64_t read_count(const Node& node, std::uint64_t most, Objection& objection);
/// A whole number from 0 on of any width, as a number or as text.
Integer read_multiplier(const Node& node, Objection& objection);
/// A fraction or decimal, as a number or as text.
Fraction read_fraction(const Node& node, Objection& objection);

} // namespace unbracket::certificate
