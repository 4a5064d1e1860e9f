#include "unbracket/report/timeline_phrase.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <utility>

namespace unbracket::phrase {

namespace {

/// Parts that are not empty, with `; ` between them, in parentheses.
std::string in_parentheses(const std::vector<std::string>& parts) {
    std::string inside;
    for (const std::string& part : parts) {
        inside += (inside.empty() || part.empty() ? "" : "; ") + part;
    }
    return inside.empty() ? "" : " (" + inside + ")";
}

std::string with_word(const char* word, const std::string& text) {
    return text.empty() ? "" : std::string(word) + ": " + text;
}

std::string people(const Case& negotiation, const std::vector<PersonId>& persons) {
    std::vector<std::string> names;
    for (const PersonId id : persons) {
        const Person& person = negotiation.persons[as_index(id)];
        names.push_back(person.title.empty() ? person.key : person.title);
    }
    return names.empty() ? "" : listed(names);
}

std::string draft_names(const Case& negotiation, const std::vector<DraftId>& drafts) {
    std::vector<std::string> names;
    for (const DraftId id : drafts) {
        names.push_back(draft_name(negotiation.draft(id)));
    }
    return names.empty() ? "" : listed(names);
}

std::string parties(const Case& negotiation, const std::vector<PartyId>& ids) {
    return ids.empty() ? "" : party_names(negotiation, ids);
}

std::string event_name(const Event& event) {
    return !event.title.empty() ? event.title : !event.kind.empty() ? event.kind : event.key;
}

std::string status_of(const Event& event) {
    return event.status == EventStatus::planned      ? "planned"
           : event.status == EventStatus::called_off ? "called off"
                                                     : "";
}

std::string event_text(const Case& negotiation, const Event& event) {
    std::vector<PartyId> informed;
    for (const auto& [party, date] : event.informed) {
        if (!date) {
            informed.push_back(party);
        }
    }
    return event_name(event) +
           in_parentheses({status_of(event), event.place, event.via,
                           with_word("present", parties(negotiation, event.present)),
                           with_word("told afterwards", parties(negotiation, informed)),
                           with_word("not told", parties(negotiation, event.uninformed)),
                           with_word("joined", people(negotiation, event.joined)),
                           with_word("not there", people(negotiation, event.missing)),
                           with_word("drafts", draft_names(negotiation, event.drafts)),
                           event.is_confidential ? "contents kept back" : ""});
}

std::string informed_text(const Case& negotiation, const Occurrence& occurrence) {
    const Event& event = negotiation.events[occurrence.position];
    return negotiation.party(event.informed[occurrence.part].first).name +
           " is told of: " + event_name(event);
}

std::string draft_text(const Case& negotiation, const Draft& draft) {
    return draft_name(draft) + in_parentheses({with_word("by", parties(negotiation, draft.by)),
                                               std::string(remark_on(draft.on_table))});
}

/// The entry in words; its address where the case does not have it any more.
std::string entry_name(const Case& negotiation, const std::string& address) {
    const auto entry = negotiation.find_entry(address);
    return entry ? entry_phrase(negotiation, *entry) : address;
}

std::string change_text(const Case& negotiation, const Change& change) {
    if (!change.title.empty()) {
        return change.title;
    }
    std::vector<std::string> names;
    for (const Setting& setting : change.settings) {
        names.push_back(entry_name(negotiation, setting.address));
    }
    return listed(names, 3);
}

std::string fallback_text(const Case& negotiation, const Occurrence& occurrence) {
    const Fallback& fallback = negotiation.fallbacks[occurrence.position];
    return possessive(negotiation.party(fallback.party).name) + " no-agreement value: " +
           phrase::fallback(negotiation, fallback.periods[occurrence.part]);
}

std::string driver_name(const Driver& driver) {
    return driver.title.empty() ? driver.key : driver.title;
}

std::string driver_text(const Case& negotiation, const Driver& driver) {
    const auto party = [&](const std::optional<PartyId>& id) {
        return id ? negotiation.party(*id).name : std::string();
    };
    return driver_name(driver) +
           in_parentheses({with_word("by", party(driver.by)),
                           with_word("through", party(driver.through)),
                           with_word("on", party(driver.on)), effect_of(driver), driver.size});
}

/// Who speaks, and the id by which other verbs know the statement.
std::string statement_text(const Case& negotiation, const Statement& statement) {
    return with_remark(speaker(negotiation, statement), statement.key);
}

std::string claim_text(const Case& negotiation, const Occurrence& occurrence) {
    const Quantity& quantity = negotiation.quantities[occurrence.position];
    const Quantity::Claim& claim = quantity.claims[occurrence.part];
    const Statement& statement = negotiation.statement(claim.said);
    return (quantity.title.empty() ? quantity.key : quantity.title) + ": " +
           claimed_value(negotiation, quantity, claim) +
           in_parentheses({speaker(negotiation, statement), statement.key});
}

std::string deadline_text(const Case& negotiation, const Deadline& deadline) {
    const std::string whose =
        deadline.party ? negotiation.party(*deadline.party).name : "nobody in particular";
    return whose + (deadline.title.empty() ? "" : ": " + deadline.title) + " (" +
           firmness_of(deadline) + ")";
}

} // namespace

std::string_view name(OccurrenceKind kind) {
    switch (kind) {
    case OccurrenceKind::event:
        return "event";
    case OccurrenceKind::informed:
        return "informed";
    case OccurrenceKind::draft:
        return "draft";
    case OccurrenceKind::change:
        return "change";
    case OccurrenceKind::fallback:
        return "fallback";
    case OccurrenceKind::driver:
        return "driver";
    case OccurrenceKind::full:
        return "full";
    case OccurrenceKind::deadline:
        return "deadline";
    case OccurrenceKind::claim:
        return "claim";
    case OccurrenceKind::statement:
        return "statement";
    }
    return "";
}

std::string occurrence_id(const Case& negotiation, const Occurrence& occurrence) {
    const std::size_t at = occurrence.position;
    switch (occurrence.kind) {
    case OccurrenceKind::event:
    case OccurrenceKind::informed:
        return negotiation.events[at].key;
    case OccurrenceKind::draft:
        return negotiation.drafts[at].key;
    case OccurrenceKind::fallback:
        return negotiation.party(negotiation.fallbacks[at].party).key;
    case OccurrenceKind::driver:
    case OccurrenceKind::full:
        return negotiation.drivers[at].key;
    case OccurrenceKind::claim:
        return negotiation.quantities[at].key;
    case OccurrenceKind::statement:
        return negotiation.statements[at].key;
    case OccurrenceKind::change:
    case OccurrenceKind::deadline:
        break;
    }
    return "";
}

std::string occurrence_text(const Case& negotiation, const Occurrence& occurrence) {
    const std::size_t at = occurrence.position;
    switch (occurrence.kind) {
    case OccurrenceKind::event:
        return event_text(negotiation, negotiation.events[at]);
    case OccurrenceKind::informed:
        return informed_text(negotiation, occurrence);
    case OccurrenceKind::draft:
        return draft_text(negotiation, negotiation.drafts[at]);
    case OccurrenceKind::change:
        return change_text(negotiation, negotiation.changes[at]);
    case OccurrenceKind::fallback:
        return fallback_text(negotiation, occurrence);
    case OccurrenceKind::driver:
        return driver_text(negotiation, negotiation.drivers[at]);
    case OccurrenceKind::full:
        return driver_name(negotiation.drivers[at]) + ": in full force";
    case OccurrenceKind::deadline:
        return deadline_text(negotiation, negotiation.deadlines[at]);
    case OccurrenceKind::claim:
        return claim_text(negotiation, occurrence);
    case OccurrenceKind::statement:
        break;
    }
    return statement_text(negotiation, negotiation.statements[at]);
}

std::string occurrence_name(const Case& negotiation, const Occurrence& occurrence) {
    if (occurrence.kind == OccurrenceKind::event) {
        const Event& event = negotiation.events[occurrence.position];
        return event_name(event) + in_parentheses({status_of(event)});
    }
    if (occurrence.kind == OccurrenceKind::driver) {
        const Driver& driver = negotiation.drivers[occurrence.position];
        const std::string whom = driver.on ? "on " + negotiation.party(*driver.on).name : "";
        return driver_name(driver) + in_parentheses({whom, effect_of(driver)});
    }
    return occurrence_text(negotiation, occurrence);
}

std::string firmness_of(const Deadline& deadline) {
    return std::string(deadline.is_hard ? "hard" : "soft") +
           (deadline.pace.empty() ? "" : ", " + deadline.pace);
}

std::string effect_of(const Driver& driver) {
    if (!driver.moves.empty()) {
        return range(driver.moves.front().second) + " points";
    }
    return driver.direction;
}

} // namespace unbracket::phrase
