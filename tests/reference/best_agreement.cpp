#include "tests/reference/best_agreement.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

PartyView moved_view(const Case& whole, PartyId party, const Interval& lever) {
    PartyView view = view_of(whole, party);
    if (auto* fallback = std::get_if<Interval>(&view.fallback)) {
        *fallback = *fallback + lever;
    }
    return view;
}

using Accepts = bool (*)(const Case&, const PartyView&, const Outcome&);

/// Enough others accept, and the party's own limits are kept.
bool is_open(const Case& whole, PartyId party, const std::vector<PartyView>& views,
             const Outcome& outcome, Accepts accepts) {
    int count = 0;
    for (PartyView view : views) {
        const bool is_own = view.party == party;
        view.scale = is_own ? Scale::none : view.scale; // any value suits it
        const bool agrees = accepts(whole, view, outcome);
        if (!agrees && (is_own || whole.is_required(view.party))) {
            return false;
        }
        count += agrees && whole.is_counted(view.party) ? 1 : 0;
    }
    return count >= whole.agreement.at_least.value_or(0);
}

void raise(std::optional<Rational>& most, const Rational& gain) {
    most = most ? std::max(*most, gain) : gain;
}

} // namespace

BestAgreementView best_agreement(const Case& whole, PartyId party,
                                 const std::vector<Interval>& levers) {
    std::vector<PartyView> views;
    for (std::size_t at = 0; at < whole.parties.size(); ++at) {
        views.push_back(moved_view(whole, PartyId(at), levers[at]));
    }
    BestAgreementView best;
    for (const Outcome& outcome : all_outcomes(whole)) {
        if (!is_permitted(whole, outcome)) {
            continue;
        }
        const Interval gain = surplus(whole, views[as_index(party)], outcome);
        if (is_open(whole, party, views, outcome, surely_accepts)) {
            raise(best.sure, gain.low);
        }
        if (is_open(whole, party, views, outcome, possibly_accepts)) {
            raise(best.possible, gain.high);
        }
    }
    return best;
}

} // namespace unbracket::reference
