#include "unbracket/model/case.hpp"

#include <algorithm>

namespace unbracket {

namespace {

template <class IdType, class Things>
std::optional<IdType> find_by_key(const Things& things, std::string_view key) {
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].key == key) {
            return IdType(i);
        }
    }
    return std::nullopt;
}

bool holds(const std::vector<PartyId>& parties, PartyId party) {
    return std::find(parties.begin(), parties.end(), party) != parties.end();
}

} // namespace

const Assessment* Issue::of(PartyId party) const {
    for (const Assessment& assessment : assessments) {
        if (assessment.party == party) {
            return &assessment;
        }
    }
    return nullptr;
}

bool Party::has_role(Role role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool Draft::is_complete() const {
    return std::all_of(content.begin(), content.end(),
                       [](const DraftSetting& setting) { return setting.options.size() == 1; });
}

std::optional<PartyId> Case::find_party(std::string_view key) const {
    return find_by_key<PartyId>(parties, key);
}

std::optional<IssueId> Case::find_issue(std::string_view key) const {
    return find_by_key<IssueId>(issues, key);
}

std::optional<DraftId> Case::find_draft(std::string_view key) const {
    return find_by_key<DraftId>(drafts, key);
}

std::optional<EntryId> Case::find_entry(std::string_view address) const {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].address == address) {
            return EntryId(i);
        }
    }
    return std::nullopt;
}

const FallbackPeriod* Case::fallback_in_force(PartyId party) const {
    for (const Fallback& fallback : fallbacks) {
        if (fallback.party == party && fallback.in_force) {
            return &fallback.periods[*fallback.in_force];
        }
    }
    return nullptr;
}

std::optional<EntryId> Case::fallback_entry(PartyId party) const {
    for (const Fallback& fallback : fallbacks) {
        if (fallback.party == party) {
            return fallback.entry;
        }
    }
    return std::nullopt;
}

Intent Case::intent_of(PartyId party) const {
    for (const IntentEntry& intent : intents) {
        if (intent.party == party) {
            return intent.intent;
        }
    }
    return Intent::seeks;
}

Rational Case::supposed_less_of(PartyId party) const {
    for (const SupposedLess& less : supposed_less) {
        if (less.party == party) {
            return less.points;
        }
    }
    return 0;
}

bool Case::is_required(PartyId party) const {
    return holds(agreement.required, party);
}

bool Case::has_norms() const {
    return std::any_of(limits.begin(), limits.end(),
                       [](const Limit& limit) { return !limit.party; });
}

bool Case::is_counted(PartyId party) const {
    return holds(agreement.counted, party);
}

} // namespace unbracket
