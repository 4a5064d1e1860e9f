#include "unbracket/zone/breach.hpp"

#include "unbracket/zone/acceptance.hpp"

#include <algorithm>
#include <vector>

// Where a question was answered with an entry held and is asked again with that entry open, all
// that is new are outcomes that break it: those that take an option the red line bars, or that meet
// a rule's premise and not its conclusion. So the second question looks only there, and one issue
// or two are as good as decided before the search begins. Van Maaren and Wieringa add the opposite
// of a clause for the same reason when they try to do without it; here entries are conditions on
// options, and a party's fallback, whose opposite would be a sum, is left as it is.
//
// Source: van Maaren and Wieringa (2008), Finding guaranteed MUSes fast [vanmaaren2008finding]

namespace unbracket {

namespace {

std::optional<Breach> breach_of(const Rule& rule) {
    if (const auto* implication = std::get_if<Implication>(&rule.body)) {
        return Breach{implication->premise, implication->conclusion};
    }
    if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
        return Breach{exclusion->forbidden, {}};
    }
    return std::nullopt;
}

std::optional<Breach> breach_of(const Limit& limit) {
    if (!limit.is_on) {
        return std::nullopt;
    }
    if (limit.sense == LimitSense::needs) {
        return Breach{limit.premise, limit.body};
    }
    Breach breach{limit.premise, {}};
    breach.holding.insert(breach.holding.end(), limit.body.begin(), limit.body.end());
    return breach;
}

/// The options that are red lines by this entry alone.
std::optional<Breach> red_line_breach(const CaseView& view, const Entry& entry, EntryId id) {
    Omissions held = view.omissions;
    held.resize(view.negotiation.entries.size(), false);
    held[as_index(id)] = false;
    const CaseView with_it{view.negotiation, view.appraisal, held};
    std::vector<OptionId> barred;
    for (std::size_t at = 0; at < view.negotiation.issue(*entry.issue).options.size(); ++at) {
        if (is_red_line(with_it, *entry.party, *entry.issue, OptionId(at)) &&
            !is_red_line(view, *entry.party, *entry.issue, OptionId(at))) {
            barred.emplace_back(at);
        }
    }
    return barred.empty() ? std::nullopt : std::optional(Breach{{{*entry.issue, barred}}, {}});
}

/// The one of them that this entry is; nothing where it is none or several.
template <class Constraint>
std::optional<Breach> only_breach(const std::vector<Constraint>& constraints, EntryId entry) {
    const auto is_it = [&](const Constraint& constraint) { return constraint.entry == entry; };
    const auto found = std::find_if(constraints.begin(), constraints.end(), is_it);
    return std::count_if(constraints.begin(), constraints.end(), is_it) == 1 ? breach_of(*found)
                                                                             : std::nullopt;
}

} // namespace

std::optional<Breach> breach_of(const CaseView& view, EntryId entry) {
    const Entry& about = view.negotiation.entry(entry);
    switch (about.kind) {
    case EntryKind::stance:
    case EntryKind::score:
    case EntryKind::order:
    case EntryKind::curve_redline:
        return about.party && about.issue ? red_line_breach(view, about, entry) : std::nullopt;
    case EntryKind::rule:
        return only_breach(view.negotiation.rules, entry);
    case EntryKind::limit:
    case EntryKind::norm:
        return only_breach(view.negotiation.limits, entry);
    case EntryKind::fallback:
    case EntryKind::intent:
    case EntryKind::weight:
    case EntryKind::curve_value:
    case EntryKind::weight_order:
    case EntryKind::bonus:
    case EntryKind::risk:
        break;
    }
    return std::nullopt;
}

} // namespace unbracket
