#include "unbracket/model/entered.hpp"
#include "unbracket/robust/ledger.hpp"
#include "unbracket/robust/lint_parts.hpp"

#include <algorithm>
#include <optional>

// What stands under entries: nothing under a bare number, nobody with a name, only the other side,
// only what was said long ago.

namespace unbracket::linting {

namespace {

bool is_one_number(const StanceQuantity& quantity) {
    const auto* range = std::get_if<Interval>(&quantity);
    return range != nullptr && range->is_single();
}

bool is_bare_rating(const std::vector<std::optional<Rating>>& ratings, OptionId option) {
    const std::size_t at = as_index(option);
    return at < ratings.size() && ratings[at] && !ratings[at]->is_red_line &&
           is_one_number(ratings[at]->worth);
}

bool is_one_fallback(const Case& negotiation, PartyId party) {
    const FallbackPeriod* period = negotiation.fallback_in_force(party);
    const auto* quantity =
        period == nullptr ? nullptr : std::get_if<StanceQuantity>(&period->value);
    return quantity != nullptr && is_one_number(*quantity);
}

bool is_one_weight(const Assessment& assessment) {
    const auto* range =
        assessment.weight ? std::get_if<Interval>(&assessment.weight->quantity) : nullptr;
    return range != nullptr && range->is_single();
}

/// An entry whose value could be a range, and is one number.
bool is_one_number(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const Assessment* assessment =
        entry.party && entry.issue ? negotiation.issue(*entry.issue).of(*entry.party) : nullptr;
    switch (entry.kind) {
    case EntryKind::weight:
        return assessment != nullptr && is_one_weight(*assessment);
    case EntryKind::stance:
        return assessment != nullptr && is_bare_rating(assessment->stances, *entry.option);
    case EntryKind::score:
        return assessment != nullptr && is_bare_rating(assessment->scores, *entry.option);
    case EntryKind::fallback:
        return is_one_fallback(negotiation, *entry.party);
    case EntryKind::bonus: {
        const Bonus* bonus = find_entered(negotiation.bonuses, id);
        return bonus != nullptr && bonus->value.is_single();
    }
    case EntryKind::risk: {
        const Risk* risk = find_entered(negotiation.risks, id);
        return risk != nullptr && risk->loss.is_single();
    }
    case EntryKind::order:
    case EntryKind::curve_value:
    case EntryKind::curve_redline:
    case EntryKind::weight_order:
    case EntryKind::limit:
    case EntryKind::norm:
    case EntryKind::rule:
    case EntryKind::intent:
        break;
    }
    return false;
}

/// All statements under an entry, each once.
std::vector<StatementId> statements_under(const Entry& entry) {
    std::vector<StatementId> under = entry.supported_by;
    under.insert(under.end(), entry.suggested_by.begin(), entry.suggested_by.end());
    std::sort(under.begin(), under.end());
    under.erase(std::unique(under.begin(), under.end()), under.end());
    return under;
}

bool is_unnamed(const Statement& statement) {
    return class_of(statement) == SpeakerClass::unnamed;
}

/// Speaks for another party whose acceptance counts, as against a mediator or an expert.
bool is_adverse(const Case& negotiation, const Entry& entry, const Statement& statement) {
    return entry.party && negotiation.is_counted(*entry.party) && statement.speaks_for &&
           statement.speaks_for != entry.party && negotiation.is_counted(*statement.speaks_for);
}

std::optional<OneSided> one_sided(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    OneSided found{id, OneSidedKind::mixed, statements_under(entry)};
    std::size_t unnamed = 0, adverse = 0, either = 0;
    for (const StatementId statement : found.statements) {
        const bool has_no_name = is_unnamed(negotiation.statement(statement));
        const bool is_other_side = is_adverse(negotiation, entry, negotiation.statement(statement));
        unnamed += has_no_name ? 1U : 0U;
        adverse += is_other_side ? 1U : 0U;
        either += has_no_name || is_other_side ? 1U : 0U;
    }
    if (found.statements.empty() || either < found.statements.size()) {
        return std::nullopt;
    }
    found.kind = adverse == either   ? OneSidedKind::adverse
                 : unnamed == either ? OneSidedKind::unnamed
                                     : OneSidedKind::mixed;
    return found;
}

/// Days since some day long ago, counted in the Gregorian calendar: years begin in March here, so
/// that leap days are the last of a year.
int day_number(const Date& date) {
    const int year = date.month > 2 ? date.year : date.year - 1;
    const int month = date.month > 2 ? date.month - 3 : date.month + 9;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day;
}

} // namespace

std::vector<EntryId> find_bare_numbers(const Case& negotiation) {
    std::vector<EntryId> found;
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const Entry& entry = negotiation.entries[i];
        if (statements_under(entry).empty() && is_one_number(negotiation, EntryId(i))) {
            found.emplace_back(i);
        }
    }
    return found;
}

std::vector<OneSided> find_one_sided(const Case& negotiation) {
    std::vector<OneSided> all;
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        if (auto found = one_sided(negotiation, EntryId(i))) {
            all.push_back(std::move(*found));
        }
    }
    return all;
}

std::vector<AgeingEntry> find_ageing(const Case& negotiation, int days) {
    std::vector<AgeingEntry> found;
    for (std::size_t i = 0; negotiation.as_of && i < negotiation.entries.size(); ++i) {
        std::vector<StatementId> under = statements_under(negotiation.entries[i]);
        std::erase_if(under, [&](StatementId id) { return !negotiation.statement(id).date; });
        const auto latest =
            std::max_element(under.begin(), under.end(), [&](StatementId a, StatementId b) {
                return negotiation.statement(a).date < negotiation.statement(b).date;
            });
        if (latest == under.end()) {
            continue;
        }
        const int age =
            day_number(*negotiation.as_of) - day_number(*negotiation.statement(*latest).date);
        if (age > days) {
            found.push_back({EntryId(i), *latest, age});
        }
    }
    return found;
}

} // namespace unbracket::linting
