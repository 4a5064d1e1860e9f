#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/ids.hpp"
#include "unbracket/base/interval.hpp"
#include "unbracket/model/entry.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// One issue takes one of these options; options ascending and distinct, never empty.
struct Literal {
    IssueId issue;
    std::vector<OptionId> options;
    friend bool operator==(const Literal&, const Literal&) = default;
};

/// All of its literals hold; one literal an issue.
using Condition = std::vector<Literal>;

struct Implication {
    Condition premise;
    Condition conclusion;
};
struct Exclusion {
    Condition forbidden;
};
struct AtMost {
    int count = 0;
    std::vector<Condition> conditions;
};

/// A constraint of the plan itself.
struct Rule {
    EntryId entry;
    std::string key;
    std::string title;
    std::variant<Implication, Exclusion, AtMost> body;
};

enum class LimitSense { needs, never };

/// A hard limit of one party, or a norm where `party` is empty. Under `premise` (empty: always) an
/// outcome must satisfy every literal of `body` (needs), or must not satisfy all of them (never).
struct Limit {
    EntryId entry;
    std::string key;
    std::string title;
    std::optional<PartyId> party;
    Condition premise;
    LimitSense sense = LimitSense::needs;
    Condition body;
    bool is_on = true;
    std::string since; // as written: a year or a date
};

/// Worth of a combination, in the party's own points; may be negative.
struct Bonus {
    EntryId entry;
    std::string key;
    PartyId party;
    Condition when;
    Interval value;
};

/// What may be lost on an option after signature; lowers the option for that party. loss >= 0.
struct Risk {
    EntryId entry;
    std::string key;
    PartyId party;
    Literal option;
    Interval loss;
};

} // namespace unbracket
