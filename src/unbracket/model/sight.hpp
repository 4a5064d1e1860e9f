#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/model/entry.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace unbracket {

/// Who looks at a case. The mediator sees all of it.
struct Audience {
    VisibilityKind kind = VisibilityKind::mediator;
    std::string party; // its id, only for VisibilityKind::party

    friend bool operator==(const Audience&, const Audience&) = default;
};

/// `public`, `mediator` or `party:ID` with a party of the document; else a problem of `--view`.
Result<Audience> audience_named(const Node& document, std::string_view name);

/// What an audience other than the mediator sees of a valid document. The one place where it is
/// decided; docs/methods/views.md gives the rules. Nothing here depends on what the audience does
/// not see: an entry is hidden or not whatever its value, and whether it is there or not.
///
/// Statements dated after `as_of` (without it: the date of the document) say nothing yet about
/// entries, as everywhere.
class Sight {
public:
    Sight(const Node& document, Audience audience, const std::optional<Date>& as_of);

    bool sees_statement(std::string_view id) const;
    /// The address of an entry, of all entries of a party on an issue, or of a field of a rule,
    /// limit, bonus or risk; whether it is there or not.
    bool sees_entry(std::string_view address) const;
    /// By its `visibility`; else, where it names statements under `said`, with one of them.
    bool sees_thing(const Node& thing) const;
    /// The same for levers, steps, deadlines and ratifications, which are about parties: nobody
    /// sees what is merely supposed about another party.
    bool sees_act(const Node& act) const;
    /// A draft is also seen by those who wrote it, unless its `visibility` says otherwise.
    bool sees_draft(const Node& draft) const;
    /// What was confidential is seen only where its `visibility` says so.
    bool sees_event(const Node& event) const;
    /// By its `visibility`, else with a statement that speaks to it.
    bool sees_question(std::string_view id, const Node& question) const;

private:
    /// What is said of the entries at and below an address.
    struct Marks {
        bool is_heard = false;          // from a statement that is seen
        std::optional<bool> is_open;    // visibility by hand
        std::optional<bool> is_assumed; // basis by hand
    };

    std::optional<bool> opened_by_hand(const Node& thing) const;
    bool hears_of(const Node& thing) const;
    bool is_other_party(std::string_view party) const;
    std::string party_of_entry(std::string_view entry) const;
    void gather_statements(const std::optional<Date>& as_of);
    void gather_remarks();

    const Node& document_;
    Audience audience_;
    std::set<std::string, std::less<>> statements_;   // seen
    std::set<std::string, std::less<>> questions_;    // that they speak to
    std::map<std::string, Marks, std::less<>> marks_; // by normal address
};

/// The address of the entry that an address belongs to: `limit.x` for `limit.x.status`.
std::string entry_of_address(const Node& document, std::string_view address);

} // namespace unbracket
