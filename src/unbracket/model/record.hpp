#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/ids.hpp"
#include "unbracket/base/interval.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/rule.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

// What a case records about the talks without any bearing on the verdict yet: sources, clauses,
// documents, events, levers, deadlines. Commands over time and evidence read them.

namespace unbracket {

struct Source {
    std::string key;
    std::string title;
    std::optional<Date> date;
    std::string kind;
    std::string url; // kept as text; nothing is ever fetched
};

struct Point {
    std::string key; // clause number as written
    std::string title;
    std::optional<DocumentId> document; // the document that the clause went into
    bool content_is_unknown = false;
};

/// One of the texts that a plan is split into.
struct TreatyDocument {
    std::string key;
    std::string title;
    std::string basis; // reported, inferred, assumed: whether such a document is known to exist
    std::optional<DraftId> draft; // the plan it was taken from
    bool content_is_unknown = false;
    std::vector<StatementId> said;
};

/// Which documents have to be signed for an agreement to count.
struct Package {
    enum class Sign { all, any, groups };
    Sign sign = Sign::all;
    std::vector<std::vector<DocumentId>> groups;
};

struct Quantity {
    struct Claim {
        StatementId said;
        std::string value; // canonical text: a range, or a bound such as "> 95"
        std::optional<Date> from;
    };
    std::string key;
    std::string title;
    std::string unit;
    std::optional<IssueId> issue;
    std::vector<Claim> claims;
};

/// A lever or a cost that moves a fallback.
struct Driver {
    std::string key;
    std::string title;
    std::optional<PartyId> by;
    std::optional<PartyId> through;
    std::optional<PartyId> on;
    std::optional<Date> from;
    std::optional<Date> full;
    std::vector<std::pair<std::string, Interval>> moves; // address, points
    std::string direction; // raises | lowers, where no points are entered
    std::string size;
    std::vector<StatementId> said;
    bool exists = true;
};

enum class EventStatus { held, planned, called_off };

struct Event {
    std::string key;
    std::string title;
    std::optional<Date> date; // nothing: "unset"
    std::string place;
    std::string kind;
    std::string via; // telephone, in person ...
    EventStatus status = EventStatus::held;
    std::vector<PartyId> present;
    std::vector<std::pair<PartyId, std::optional<Date>>> informed;
    std::vector<PartyId> uninformed;
    std::vector<DraftId> drafts;
    std::vector<DocumentId> documents;
    std::vector<PersonId> joined;
    std::vector<PersonId> missing;
    bool is_confidential = false;
    std::vector<StatementId> said;
    bool exists = true;
};

/// Something has to be done before something else: options carried out, or an agreement of a kind
/// reached (truce, settlement ...), named by free text.
struct Step {
    std::string title;
    Condition first;
    std::string first_object; // where `first` is empty
    Condition then;
    std::string then_object; // where `then` is empty
    std::optional<PartyId> demanded_by;
    std::vector<StatementId> said;
};

/// A date by which a party wants or has to be done, or how fast it wants to be.
struct Deadline {
    std::string title;
    std::optional<PartyId> party;
    std::optional<Date> date;
    std::string pace;
    bool is_hard = false;
    std::vector<StatementId> said;
};

/// Somebody at home has to say yes; under `when` only, or always where it is empty.
struct Ratification {
    PartyId party;
    std::string by;
    Condition when;
    std::vector<StatementId> said;
};

/// One new value for one address, as written.
struct Setting {
    std::string address;
    Node value;
    SourcePosition at;
};

/// A dated movement of entries.
struct Change {
    std::string title;
    Date date;
    std::vector<StatementId> said;
    std::vector<Setting> settings;
    bool exists = true;
};

/// A question the file leaves open, with its possible answers.
struct Alternative {
    struct Answer {
        std::string key;
        std::vector<Setting> settings;
        SourcePosition at;
    };
    std::string key;
    std::string question;
    std::vector<Answer> answers;
};

} // namespace unbracket
