#include "tests/reference/relaxed.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

/// The entries that each make an option a red line, given that it is one.
std::vector<EntryId> sources_of(const Assessment& assessment, OptionId option) {
    std::vector<EntryId> sources;
    for (const auto* ratings : {&assessment.stances, &assessment.scores}) {
        if (!ratings->empty() && (*ratings)[as_index(option)] &&
            (*ratings)[as_index(option)]->is_red_line) {
            sources.push_back((*ratings)[as_index(option)]->entry);
        }
    }
    if (assessment.order) {
        const auto& lines = assessment.order->red_lines;
        if (std::find(lines.begin(), lines.end(), option) != lines.end()) {
            sources.push_back(assessment.order->entry);
        }
    }
    if (sources.empty() && assessment.curve && assessment.curve->red_line) {
        sources.push_back(assessment.curve->red_line->entry);
    }
    return sources;
}

} // namespace

Relaxed::Relaxed(const Case& whole, const Kept& kept) : whole_(whole), kept_(kept) {
    std::erase_if(whole_.rules, [&](const Rule& rule) { return !holds(rule.entry); });
    std::erase_if(whole_.limits, [&](const Limit& limit) { return !holds(limit.entry); });
    for (const PartyId party : whole.agreement.counted) {
        views_.push_back(relaxed_view(whole, party));
    }
}

bool Relaxed::has_outcome(Certainty certainty) const {
    const std::vector<Outcome> all = all_outcomes(whole_);
    return std::any_of(all.begin(), all.end(),
                       [&](const Outcome& outcome) { return suits(outcome, certainty); });
}

PartyView Relaxed::relaxed_view(const Case& whole, PartyId party) const {
    PartyView view = view_of(whole, party);
    const auto fallback = whole.fallback_entry(party);
    if (fallback && !holds(*fallback)) {
        view.scale = Scale::none; // any value suits it; limits and red lines stay
    }
    for (const IntentEntry& intent : whole.intents) {
        if (intent.party == party && !holds(intent.entry)) {
            view.intent = Intent::seeks;
        }
    }
    for (std::size_t at = 0; at < whole.issues.size(); ++at) {
        if (const Assessment* assessment = whole.issues[at].of(party)) {
            open_red_lines(*assessment, view.issues[at].is_red_line);
        }
    }
    return view;
}

void Relaxed::open_red_lines(const Assessment& assessment, std::vector<bool>& is_red_line) const {
    for (std::size_t option = 0; option < is_red_line.size(); ++option) {
        const std::vector<EntryId> sources = sources_of(assessment, OptionId(option));
        is_red_line[option] =
            is_red_line[option] &&
            std::any_of(sources.begin(), sources.end(), [&](EntryId e) { return holds(e); });
    }
}

bool Relaxed::keeps_to_plan(const Outcome& outcome) const {
    return is_permitted(whole_, outcome);
}

std::optional<Rational> Relaxed::burden(std::size_t place, const Outcome& outcome,
                                        Certainty certainty) const {
    PartyView suited_by_any_value = views_[place];
    suited_by_any_value.scale = Scale::none;
    const bool accepts = certainty == Certainty::possible
                             ? possibly_accepts(whole_, suited_by_any_value, outcome)
                             : surely_accepts(whole_, suited_by_any_value, outcome);
    if (!accepts) {
        return std::nullopt;
    }
    if (views_[place].scale == Scale::none) {
        return 0;
    }
    const Interval range = surplus(whole_, views_[place], outcome);
    const Rational gain = certainty == Certainty::possible ? range.high : range.low;
    return gain.sign() < 0 ? -gain : Rational(0);
}

bool Relaxed::suits(const Outcome& outcome, Certainty certainty) const {
    if (!is_permitted(whole_, outcome)) {
        return false;
    }
    int accepting = 0;
    for (const PartyView& view : views_) {
        const bool accepts = certainty == Certainty::possible
                                 ? possibly_accepts(whole_, view, outcome)
                                 : surely_accepts(whole_, view, outcome);
        if (!accepts && whole_.is_required(view.party)) {
            return false;
        }
        accepting += accepts ? 1 : 0;
    }
    return accepting >= whole_.agreement.at_least.value_or(0);
}

} // namespace unbracket::reference
