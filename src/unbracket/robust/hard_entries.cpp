#include "unbracket/robust/hard_entries.hpp"

#include "unbracket/model/entered.hpp"
#include "unbracket/robust/lint_parts.hpp"
#include "unbracket/robust/red_line.hpp"
#include "unbracket/robust/trials.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/bridge.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>

// What excludes outcomes has no ends between which it could be moved: it holds or it does not. So
// it is asked about by itself. A limit that is switched off belongs here too: somebody entered it
// because it may hold, and where no alternative asks whether it does, nobody would.
//
// Source: Keeney and Raiffa (1976), Decisions with multiple objectives, for must-haves beside
// values [keeney1976decisions]

namespace unbracket {

namespace {

void add_limits_switched_off(const Case& negotiation, std::vector<EntryId>& entries) {
    for (const Limit& limit : negotiation.limits) {
        const bool is_counted = limit.party && negotiation.is_counted(*limit.party);
        if (!limit.is_on && is_counted &&
            std::find(entries.begin(), entries.end(), limit.entry) == entries.end()) {
            entries.push_back(limit.entry);
        }
    }
}

void add_doubtful_intents(const Case& negotiation, std::vector<EntryId>& entries) {
    for (const IntentEntry& each : negotiation.intents) {
        if (each.intent == Intent::doubtful && negotiation.is_counted(each.party)) {
            entries.push_back(each.entry);
        }
    }
}

/// The option that is rated, or all that the red line stands before.
void set_red_lines(const Case& negotiation, const Entry& entry, EntryId id, bool holds,
                   Appraisal& appraisal) {
    std::vector<OptionAppraisal>& options =
        appraisal[as_index(*entry.party)].issues[as_index(*entry.issue)].options;
    const Assessment& own = *negotiation.issue(*entry.issue).of(*entry.party);
    for (std::size_t at = 0; at < options.size(); ++at) {
        const bool is_rated = entry.option && as_index(*entry.option) == at;
        if (!is_rated && red_line_entry(own, OptionId(at)) != id) {
            continue;
        }
        options[at].is_unknown = false;
        options[at].is_red_line = holds && (options[at].is_red_line || is_rated);
    }
}

/// Whether nothing is accepted any more, with such certainty, where the entry holds.
bool loses_all(const CaseVersion& version, const Outcome& known, Certainty certainty,
               Trials& trials) {
    return !is_agreement(version.negotiation, version.appraisal, known, certainty) &&
           trials.has_no_outcome(version.negotiation, version.appraisal, certainty);
}

} // namespace

std::vector<EntryId> hard_entries_to_ask(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<EntryId> entries = openable_entries(negotiation, appraisal);
    add_limits_switched_off(negotiation, entries);
    add_doubtful_intents(negotiation, entries);
    std::erase_if(entries, [&](EntryId id) {
        const Entry& entry = negotiation.entry(id);
        const bool is_no_line =
            entry.kind == EntryKind::curve_redline && !linting::is_hard_limit(negotiation, id);
        return is_no_line || !linting::alternatives_on(negotiation, entry).empty();
    });
    DataOrder(negotiation, appraisal).sort(entries);
    return entries;
}

bool may_be_red_line(const Case& negotiation, const Appraisal& appraisal, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (!entry.party || !entry.issue || !entry.option || !negotiation.is_counted(*entry.party)) {
        return false;
    }
    const auto& options = appraisal[as_index(*entry.party)].issues[as_index(*entry.issue)].options;
    return !options.empty() && options[as_index(*entry.option)].is_unknown;
}

bool is_switched_off(const Case& negotiation, EntryId id) {
    const Limit* limit = find_entered(negotiation.limits, id);
    return limit != nullptr && !limit->is_on;
}

CaseVersion with_hard_entry(const Case& negotiation, const Appraisal& appraisal, EntryId id,
                            HardState state) {
    const Entry& entry = negotiation.entry(id);
    const bool holds = state == HardState::holds;
    CaseVersion version{negotiation, appraisal};
    if (entry.kind == EntryKind::limit) {
        find_entered(version.negotiation.limits, id)->is_on = holds;
    } else if (entry.kind == EntryKind::rule) {
        std::erase_if(version.negotiation.rules,
                      [&](const Rule& rule) { return !holds && rule.entry == id; });
    } else if (entry.kind == EntryKind::intent) {
        find_entered(version.negotiation.intents, id)->intent =
            holds ? Intent::refuses : Intent::seeks;
    } else {
        set_red_lines(negotiation, entry, id, holds, version.appraisal);
    }
    return version;
}

std::vector<EntryId> find_decisive_limits(const Case& negotiation, const Appraisal& appraisal,
                                          const Verdict& verdict, const ClaimOptions& options) {
    const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer);
    const auto* depends = std::get_if<DependsVerdict>(&verdict.answer);
    std::vector<EntryId> found;
    if (agreement == nullptr && depends == nullptr) {
        return found;
    }
    const Outcome& known = agreement != nullptr ? agreement->outcome : depends->possible_outcome;
    const Certainty lost = agreement != nullptr ? Certainty::sure : Certainty::possible;
    Trials trials(negotiation, options);
    for (const EntryId id : hard_entries_to_ask(negotiation, appraisal)) {
        const bool holds = !is_switched_off(negotiation, id);
        const bool may_matter = depends != nullptr || !holds;
        if (!may_matter || negotiation.entry(id).kind == EntryKind::intent || !trials.may_try()) {
            continue; // a doubtful intent is a hinge
        }
        const CaseVersion version =
            with_hard_entry(negotiation, appraisal, id, holds ? HardState::open : HardState::holds);
        const bool decides =
            holds
                ? std::holds_alternative<OutcomeFound>(
                      trials.decide(version.negotiation, version.appraisal, Certainty::sure).answer)
                : loses_all(version, known, lost, trials);
        if (decides) {
            found.push_back(id);
        }
    }
    return found;
}

} // namespace unbracket
