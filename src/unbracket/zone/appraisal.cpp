#include "unbracket/zone/appraisal.hpp"

#include "unbracket/zone/curve_values.hpp"
#include "unbracket/zone/find_couplings.hpp"
#include "unbracket/zone/total_range.hpp"

#include <algorithm>

// From entries to ranges, after the definitions of docs/concepts.md. Orders and curves only say "at
// least as much as"; together with boxes such statements form a lattice, so tightening every bound
// along them until nothing moves leaves exactly the bounds that occur in some reading, and all
// upper bounds (or all lower ones) occur together in one (Dechter, Meiri and Pearl 1991, section 3,
// for the general simple temporal problem). The range of a difference of two options follows from
// the same shortest-path argument: the difference of the ends, cut at 0 where one is at least the
// other.
//
// Source: Dechter, Meiri and Pearl (1991), Temporal constraint networks, section 3
// [dechter1991temporal]

namespace unbracket {

namespace {

class Appraiser {
public:
    Appraiser(const Case& negotiation, const std::optional<EntryOverride>& change)
        : case_(negotiation), change_(change) {}

    PartyAppraisal appraise_party(PartyId party) const;

private:
    bool is_overridden(EntryId entry) const { return change_ && change_->entry == entry; }
    Interval quantity(EntryId entry, const StanceQuantity& quantity) const;
    Interval weight_of(const Assessment& assessment) const;
    OptionAppraisal rated(const Rating& rating, Scale scale) const;
    bool has_risk_only(const Issue& issue, PartyId party) const;
    IssueAppraisal appraise_issue(const Issue& issue, PartyId party, Scale scale) const;
    void apply_order(const Assessment& assessment, IssueAppraisal& appraisal) const;
    void set_fallback(PartyId party, PartyAppraisal& appraisal) const;

    const Case& case_;
    const std::optional<EntryOverride>& change_;
};

const Interval whole_stance_range{0, 100};

Interval Appraiser::quantity(EntryId entry, const StanceQuantity& quantity) const {
    if (is_overridden(entry)) {
        return change_->value.value_or(whole_stance_range);
    }
    return in_numbers(case_.words, quantity);
}

Interval Appraiser::weight_of(const Assessment& assessment) const {
    if (!assessment.weight) {
        return missing_weight;
    }
    if (is_overridden(assessment.weight->entry)) {
        return change_->value.value_or(missing_weight);
    }
    return in_numbers(case_.words, assessment.weight->quantity);
}

OptionAppraisal Appraiser::rated(const Rating& rating, Scale scale) const {
    OptionAppraisal option{quantity(rating.entry, rating.worth), false, rating.is_red_line};
    const auto* word = std::get_if<StanceWord>(&rating.worth);
    const bool is_open_question = word != nullptr && *word == StanceWord::unknown;
    const bool is_made_unknown = is_overridden(rating.entry) && !change_->value;
    option.is_unknown = !rating.is_red_line && (is_open_question || is_made_unknown);
    if (is_overridden(rating.entry) && change_->value) {
        option.is_unknown = false;
    }
    if (scale == Scale::scores && is_made_unknown) {
        option.value = in_numbers(case_.words, rating.worth);
    }
    return option;
}

bool is_rated(const Assessment& assessment, OptionId option) {
    const auto& ratings = assessment.scores.empty() ? assessment.stances : assessment.scores;
    return assessment.curve || (!ratings.empty() && ratings[as_index(option)]);
}

/// Links the options of one class with each other and below the class above.
void link_class(const std::vector<OptionId>& tied, std::optional<OptionId> above,
                IssueAppraisal& appraisal) {
    if (above) {
        appraisal.at_least.emplace_back(*above, tied.front());
    }
    for (std::size_t i = 1; i < tied.size(); ++i) {
        appraisal.at_least.emplace_back(tied[i - 1], tied[i]);
        appraisal.at_least.emplace_back(tied[i], tied[i - 1]);
    }
}

void Appraiser::apply_order(const Assessment& assessment, IssueAppraisal& appraisal) const {
    const Order& order = *assessment.order;
    if (is_overridden(order.entry)) {
        return;
    }
    for (const OptionId option : order.red_lines) {
        OptionAppraisal& marked = appraisal.options[as_index(option)];
        if (!is_rated(assessment, option)) {
            marked.value = single(0);
        }
        marked.is_red_line = true, marked.is_unknown = false;
    }
    std::optional<OptionId> above;
    for (std::vector<OptionId> tied : order.classes) {
        std::erase_if(
            tied, [&](OptionId option) { return appraisal.options[as_index(option)].is_red_line; });
        for (const OptionId option : tied) {
            if (!is_rated(assessment, option)) {
                appraisal.options[as_index(option)] = {whole_stance_range, false, false};
            }
        }
        if (!tied.empty()) {
            link_class(tied, above, appraisal);
            above = tied.front();
        }
    }
}

/// Moves bounds along the order until nothing changes. Each pass settles at least one option.
void tighten(IssueAppraisal& appraisal) {
    bool moved = !appraisal.at_least.empty();
    for (std::size_t pass = 0; moved && pass <= 2 * appraisal.options.size(); ++pass) {
        moved = false;
        for (const auto& [better, worse] : appraisal.at_least) {
            Interval& above = appraisal.options[as_index(better)].value;
            Interval& below = appraisal.options[as_index(worse)].value;
            if (above.low < below.low) {
                above.low = below.low, moved = true;
            }
            if (below.high > above.high) {
                below.high = above.high, moved = true;
            }
        }
    }
}

/// Scores of 0 everywhere that risks still lower.
bool Appraiser::has_risk_only(const Issue& issue, PartyId party) const {
    const Assessment* assessment = issue.of(party);
    const bool has_scores =
        assessment != nullptr && (!assessment->scores.empty() || assessment->order);
    return !has_scores &&
           std::any_of(case_.risks.begin(), case_.risks.end(), [&](const Risk& risk) {
               return risk.party == party && &case_.issue(risk.option.issue) == &issue;
           });
}

IssueAppraisal Appraiser::appraise_issue(const Issue& issue, PartyId party, Scale scale) const {
    IssueAppraisal appraisal;
    if (scale == Scale::scores && has_risk_only(issue, party)) {
        appraisal.weight = single(1);
        appraisal.options.assign(issue.options.size(), {single(0), false, false});
        return appraisal;
    }
    const Assessment* assessment = issue.of(party);
    if (assessment == nullptr || scale == Scale::none) {
        return appraisal;
    }
    const auto& ratings = scale == Scale::scores ? assessment->scores : assessment->stances;
    const bool has_values = !ratings.empty() || assessment->curve || assessment->order;
    appraisal.weight = scale == Scale::scores ? single(1) : weight_of(*assessment);
    if (!has_values && (scale == Scale::scores || appraisal.weight.high.sign() == 0)) {
        return {};
    }
    appraisal.options.assign(issue.options.size(), {case_.words[StanceWord::unknown],
                                                    appraisal.weight.high.sign() > 0, false});
    for (std::size_t option = 0; option < ratings.size(); ++option) {
        if (ratings[option]) {
            appraisal.options[option] = rated(*ratings[option], scale);
        }
    }
    if (assessment->curve) {
        appraise_curve(issue, *assessment->curve, {case_.words, change_ ? &*change_ : nullptr},
                       appraisal);
    }
    if (assessment->order) {
        apply_order(*assessment, appraisal);
    }
    tighten(appraisal);
    return appraisal;
}

void Appraiser::set_fallback(PartyId party, PartyAppraisal& appraisal) const {
    const FallbackPeriod* period = case_.fallback_in_force(party);
    const auto entry = case_.fallback_entry(party);
    const bool is_changed = entry && is_overridden(*entry);
    appraisal.has_fallback_entry = period != nullptr;
    if (period == nullptr || (is_changed && !change_->value)) {
        appraisal.fallback = total_range(case_, party, appraisal);
    } else if (is_changed) {
        appraisal.fallback = *change_->value;
    } else if (const auto* draft = std::get_if<DraftId>(&period->value)) {
        appraisal.fallback = *draft;
    } else {
        appraisal.fallback = in_numbers(case_.words, std::get<StanceQuantity>(period->value));
    }
}

PartyAppraisal Appraiser::appraise_party(PartyId party) const {
    PartyAppraisal appraisal;
    appraisal.scale = case_.party(party).scale;
    for (std::size_t at = 0; at < case_.issues.size(); ++at) {
        appraisal.issues.push_back(appraise_issue(case_.issues[at], party, appraisal.scale));
        const auto& options = appraisal.issues.back().options;
        const auto empty = std::find_if(options.begin(), options.end(), [](const auto& option) {
            return option.value.low > option.value.high;
        });
        if (empty != options.end() && !appraisal.gap) {
            appraisal.gap = ReadingGap{IssueId(at),
                                       OptionId(static_cast<std::size_t>(empty - options.begin()))};
        }
    }
    set_fallback(party, appraisal);
    appraisal.supposed_less = case_.supposed_less_of(party);
    if (!appraisal.gap) {
        appraisal.couplings = couplings_of(case_, party, appraisal);
        std::erase_if(appraisal.couplings, [&](const Coupling& coupling) {
            const auto* entry = std::get_if<EntryId>(&coupling.origin);
            return entry != nullptr && is_overridden(*entry);
        });
    }
    return appraisal;
}

} // namespace

Appraisal appraise(const Case& negotiation, const std::optional<EntryOverride>& change) {
    const Appraiser appraiser(negotiation, change);
    Appraisal appraisal;
    for (std::size_t party = 0; party < negotiation.parties.size(); ++party) {
        appraisal.push_back(appraiser.appraise_party(PartyId(party)));
    }
    return appraisal;
}

PartyAppraisal appraise_party(const Case& negotiation, PartyId party,
                              const std::optional<EntryOverride>& change) {
    return Appraiser(negotiation, change).appraise_party(party);
}

bool may_lack_weight(const PartyAppraisal& own) {
    return own.scale == Scale::stances &&
           std::all_of(own.issues.begin(), own.issues.end(), [](const IssueAppraisal& issue) {
               return !issue.is_concerned() || issue.weight.low.sign() == 0;
           });
}

bool is_at_least(const IssueAppraisal& issue, OptionId better, OptionId worse) {
    if (better == worse) {
        return true;
    }
    std::vector<bool> reached(issue.options.size(), false);
    std::vector<OptionId> open = {better};
    reached[as_index(better)] = true;
    while (!open.empty()) {
        const OptionId from = open.back();
        open.pop_back();
        for (const auto& [above, below] : issue.at_least) {
            if (above == from && !reached[as_index(below)]) {
                reached[as_index(below)] = true;
                open.push_back(below);
            }
        }
    }
    return reached[as_index(worse)];
}

Interval difference(const IssueAppraisal& issue, OptionId first, OptionId second) {
    if (first == second) {
        return single(0);
    }
    Interval range = issue.options[as_index(first)].value - issue.options[as_index(second)].value;
    if (issue.at_least.empty()) {
        return range;
    }
    if (range.low.sign() < 0 && is_at_least(issue, first, second)) {
        range.low = 0;
    }
    if (range.high.sign() > 0 && is_at_least(issue, second, first)) {
        range.high = 0;
    }
    return range;
}

} // namespace unbracket
