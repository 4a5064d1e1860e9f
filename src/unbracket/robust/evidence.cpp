#include "unbracket/robust/evidence.hpp"

#include "unbracket/model/entered.hpp"
#include "unbracket/robust/hard_entries.hpp"
#include "unbracket/robust/lint_parts.hpp"
#include "unbracket/zone/find_couplings.hpp"

#include <algorithm>

namespace unbracket {

namespace {

bool can_weigh(const Case& negotiation, const Appraisal& appraisal, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (!entry.party || !entry.issue) {
        return true;
    }
    const PartyAppraisal& own = appraisal[as_index(*entry.party)];
    const IssueAppraisal& issue = own.issues[as_index(*entry.issue)];
    if (!issue.is_concerned()) {
        return false;
    }
    const bool is_red_line =
        entry.kind == EntryKind::curve_redline ||
        (entry.kind == EntryKind::order && linting::is_hard_limit(negotiation, id)) ||
        (entry.option && issue.options[as_index(*entry.option)].is_red_line);
    return is_red_line || issue.weight.high.sign() > 0;
}

bool is_of_a_kind_that_counts(const Case& negotiation, const Appraisal& appraisal, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    switch (entry.kind) {
    case EntryKind::rule:
    case EntryKind::norm:
        return true;
    case EntryKind::weight_order:
        return false;
    case EntryKind::weight:
    case EntryKind::stance:
    case EntryKind::score:
    case EntryKind::order:
    case EntryKind::curve_value:
    case EntryKind::curve_redline:
    case EntryKind::fallback:
    case EntryKind::limit:
    case EntryKind::bonus:
    case EntryKind::risk:
    case EntryKind::intent:
        break;
    }
    return entry.party && negotiation.is_counted(*entry.party) &&
           can_weigh(negotiation, appraisal, id);
}

/// Calls and announcements of the days after talks do not hide who was missing at the talks: what
/// counts first is whether texts lay on the table.
bool is_later_room(const Event& event, const Event& other) {
    const auto had_texts = [](const Event& each) {
        return !each.drafts.empty() || !each.documents.empty();
    };
    return had_texts(event) != had_texts(other) ? had_texts(event) : other.date < event.date;
}

/// Higher is firmer.
int basis_rank(const Case& negotiation, const Entry& entry) {
    switch (entry.basis) {
    case Basis::assumed:
        return 0;
    case Basis::inferred:
        return 1;
    case Basis::reported:
        break;
    }
    return in_own_words(negotiation, entry) ? 3 : 2;
}

int firmness_rank(Firmness firmness) {
    switch (firmness) {
    case Firmness::suspected:
        return 0;
    case Firmness::unstated:
        return 1;
    case Firmness::declared:
        return 2;
    case Firmness::tested:
        return 3;
    case Firmness::long_held:
        break;
    }
    return 4;
}

std::pair<int, int> rank_of(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    return {basis_rank(negotiation, entry), firmness_rank(entry.firmness)};
}

template <class Things, class Name>
void add_note(std::vector<Note>& notes, NoteKind kind, const Things& things, Name name) {
    Note note{kind, {}};
    for (const auto& thing : things) {
        if (const std::optional<std::string> text = name(thing)) {
            note.names.push_back(*text);
        }
    }
    if (!note.names.empty()) {
        notes.push_back(std::move(note));
    }
}

/// What is said of drafts that are partly open, and of talks that are not there yet.
void add_unused_couplings(const Case& negotiation, const Appraisal& appraisal,
                          std::vector<Note>& notes) {
    Note judgements{NoteKind::judgements_left_out, {}},
        orders{NoteKind::weight_orders_left_out, {}};
    const auto add_once = [](Note& note, const std::string& name) {
        if (std::find(note.names.begin(), note.names.end(), name) == note.names.end()) {
            note.names.push_back(name);
        }
    };
    for (const UnusedCoupling& unused : unused_couplings(negotiation, appraisal)) {
        if (unused.gap == CouplingGap::limit || unused.gap == CouplingGap::no_values) {
            continue;
        }
        if (const auto* statement = std::get_if<StatementId>(&unused.origin)) {
            add_once(judgements, negotiation.statement(*statement).key);
        } else {
            add_once(orders, negotiation.entry(std::get<EntryId>(unused.origin)).address);
        }
    }
    for (Note* note : {&judgements, &orders}) {
        if (!note->names.empty()) {
            notes.push_back(std::move(*note));
        }
    }
}

} // namespace

bool is_own_word(const Statement& statement, const Entry& entry) {
    const bool speaks_itself = statement.attribution == Attribution::named ||
                               statement.attribution == Attribution::official;
    return speaks_itself && entry.party && statement.speaks_for == entry.party;
}

bool can_move_verdict(const Case& negotiation, const Appraisal& appraisal, EntryId id) {
    return is_of_a_kind_that_counts(negotiation, appraisal, id) &&
           !is_switched_off(negotiation, id);
}

bool in_own_words(const Case& negotiation, const Entry& entry) {
    return std::any_of(entry.supported_by.begin(), entry.supported_by.end(), [&](StatementId id) {
        const Statement& statement = negotiation.statement(id);
        return is_own_word(statement, entry);
    });
}

WhoseWords whose_words(const Case& negotiation, const Entry& entry) {
    const auto any_is = [&](Attribution attribution) {
        return std::any_of(
            entry.supported_by.begin(), entry.supported_by.end(),
            [&](StatementId id) { return negotiation.statement(id).attribution == attribution; });
    };
    if (in_own_words(negotiation, entry)) {
        return WhoseWords::own;
    }
    if (any_is(Attribution::named) || any_is(Attribution::official) ||
        any_is(Attribution::anonymous)) {
        return WhoseWords::others;
    }
    return any_is(Attribution::expert)     ? WhoseWords::experts
           : any_is(Attribution::narrator) ? WhoseWords::narrator
                                           : WhoseWords::others;
}

std::vector<EntryId> verdict_entries(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<EntryId> entries;
    for (std::size_t at = 0; at < negotiation.entries.size(); ++at) {
        if (can_move_verdict(negotiation, appraisal, EntryId(at))) {
            entries.emplace_back(at);
        }
    }
    return entries;
}

std::vector<EntryId> weakest(const Case& negotiation, const std::vector<EntryId>& entries,
                             std::size_t count) {
    std::vector<EntryId> ranked = entries;
    std::stable_sort(ranked.begin(), ranked.end(), [&](EntryId a, EntryId b) {
        return rank_of(negotiation, a) < rank_of(negotiation, b);
    });
    std::size_t taken = std::min(count, ranked.size());
    while (taken > 0 && taken < ranked.size() &&
           rank_of(negotiation, ranked[taken]) == rank_of(negotiation, ranked[taken - 1])) {
        ++taken;
    }
    ranked.resize(taken);
    return ranked;
}

namespace {

std::uint64_t& reported_count(Coverage& coverage, WhoseWords words) {
    switch (words) {
    case WhoseWords::own:
        return coverage.own_words;
    case WhoseWords::experts:
        return coverage.experts;
    case WhoseWords::narrator:
        return coverage.narrator;
    case WhoseWords::others:
        break;
    }
    return coverage.others_words;
}

} // namespace

Coverage take_coverage(const Case& negotiation, const Appraisal& appraisal) {
    Coverage coverage;
    for (const EntryId id : verdict_entries(negotiation, appraisal)) {
        const Entry& entry = negotiation.entry(id);
        ++coverage.entries;
        switch (entry.basis) {
        case Basis::reported:
            ++reported_count(coverage, whose_words(negotiation, entry));
            break;
        case Basis::inferred:
            ++coverage.inferred;
            break;
        case Basis::assumed:
            ++coverage.assumed;
            break;
        }
    }
    return coverage;
}

RoomReport look_into_the_room(const Case& negotiation) {
    RoomReport room;
    for (std::size_t at = 0; at < negotiation.events.size(); ++at) {
        const Event& event = negotiation.events[at];
        const bool is_meeting =
            event.status == EventStatus::held && event.date && !event.present.empty();
        if (is_meeting && (!room.event || is_later_room(event, negotiation.events[*room.event]))) {
            room.event = at;
        }
    }
    if (!room.event) {
        return room;
    }
    const auto& present = negotiation.events[*room.event].present;
    for (const PartyId party : negotiation.agreement.counted) {
        if (std::find(present.begin(), present.end(), party) == present.end()) {
            room.absent.push_back(party);
        }
    }
    return room;
}

std::vector<Note> notes_on(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<Note> notes;
    add_unused_couplings(negotiation, appraisal, notes);
    add_note(notes, NoteKind::drivers_not_applied, negotiation.drivers,
             [](const Driver& driver) { return std::optional(driver.key); });
    add_note(notes, NoteKind::steps_not_applied, negotiation.steps,
             [](const Step&) { return std::optional<std::string>("step"); });
    add_note(notes, NoteKind::ratification_not_applied, negotiation.ratifications,
             [&](const Ratification& ratification) {
                 return std::optional(negotiation.party(ratification.party).key);
             });
    add_note(notes, NoteKind::deadlines_not_applied, negotiation.deadlines,
             [](const Deadline&) { return std::optional<std::string>("deadline"); });
    if (!negotiation.has_norms()) {
        notes.push_back({NoteKind::no_norms, {}});
    }
    return notes;
}

} // namespace unbracket
