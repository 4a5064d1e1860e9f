#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/ids.hpp"
#include "unbracket/base/interval.hpp"
#include "unbracket/model/issue.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

enum class Role { signatory, mediator, guarantor, affected, observer };

/// How a party's values are entered. `none`: it has neither scores nor stances anywhere.
enum class Scale { none, stances, scores };

struct Party {
    std::string key;
    std::string name;
    std::vector<Role> roles;
    std::vector<std::string> other_names;
    Scale scale = Scale::none;

    bool has_role(Role role) const;
};

struct Person {
    std::string key;
    std::string title;
    std::optional<PartyId> party;
    bool speaks = false;
    bool decides = false;
};

enum class Trend { unstated, rising, steady, falling };

/// What a party has without agreement from a date on: a number or range on its own scale, a word,
/// or "as good as that draft".
struct FallbackPeriod {
    std::optional<Date> from;
    std::variant<StanceQuantity, DraftId> value;
    Trend trend = Trend::unstated;
};

struct Fallback {
    EntryId entry;
    PartyId party;
    std::vector<FallbackPeriod> periods; // by date, the undated one first
    /// The period that holds at the case's date; nothing when all begin later.
    std::optional<std::size_t> in_force;
};

/// Whether a party wants an agreement at all. `refuses` accepts no outcome; `doubtful` may.
enum class Intent { seeks, doubtful, refuses };
struct IntentEntry {
    EntryId entry;
    PartyId party;
    Intent intent = Intent::seeks;
};

/// A movement that is supposed, not known: the party accepts that many points less than it has
/// without agreement (or is compensated by as many). The no-agreement value itself does not move.
struct SupposedLess {
    PartyId party;
    Rational points; // at least 0
};

/// Weights of a party in order: classes from the heaviest on. Read and kept; a verdict does not use
/// it yet and says so.
struct WeightOrder {
    EntryId entry;
    PartyId party;
    std::vector<std::vector<IssueId>> classes;
};

} // namespace unbracket
