#include "unbracket/robust/score.hpp"

#include "unbracket/base/odometer.hpp"
#include "unbracket/robust/red_line.hpp"
#include "unbracket/robust/suits_together.hpp"
#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>
#include <limits>
#include <utility>

// A text with open contents stands for all outcomes it may turn out to be. While these are few,
// each is judged by itself, exactly. When they are many, what is additive is still exact: the best
// and the worst content are chosen issue by issue. Limits and bonuses that tie issues together are
// then only known to hold for sure, never, or perhaps; and so are acceptances.
//
// Surely and possibly are meant as in elections with incomplete ballots: whatever the rest turns
// out to be, or in some way to complete it.
//
// Source: Konczak and Lang (2005), Voting procedures with incomplete preferences, for possible and
// necessary winners [konczak2005voting]

namespace unbracket {

namespace {

/// Of a party whose numbers judgements or orders tie: two linear programmes each.
constexpr std::uint64_t most_coupled_completions = 16;

struct Text {
    Draft draft; // only its content counts
    std::uint64_t completions = 1;
    bool is_tried = true; // each completion is looked at
};

std::uint64_t count_completions(const Draft& draft) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t count = 1;
    for (const DraftSetting& setting : draft.content) {
        count = count > most / setting.options.size() ? most : count * setting.options.size();
    }
    return count;
}

Match both(Match a, Match b) {
    return std::min(a, b);
}

Match negated(Match match) {
    switch (match) {
    case Match::no:
        return Match::yes;
    case Match::maybe:
        return Match::maybe;
    case Match::yes:
        break;
    }
    return Match::no;
}

Match breaking(const Draft& text, const Limit& limit) {
    if (!limit.is_on) {
        return Match::no;
    }
    const Match body = matches(text, limit.body);
    return both(matches(text, limit.premise),
                limit.sense == LimitSense::never ? body : negated(body));
}

Match breaking(const Draft& text, const AtMost& rule) {
    int surely = 0, perhaps = 0;
    for (const Condition& condition : rule.conditions) {
        const Match match = matches(text, condition);
        surely += match == Match::yes ? 1 : 0;
        perhaps += match == Match::maybe ? 1 : 0;
    }
    return surely > rule.count             ? Match::yes
           : surely + perhaps > rule.count ? Match::maybe
                                           : Match::no;
}

Match breaking(const Draft& text, const Rule& rule) {
    if (const auto* implication = std::get_if<Implication>(&rule.body)) {
        return both(matches(text, implication->premise),
                    negated(matches(text, implication->conclusion)));
    }
    if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
        return matches(text, exclusion->forbidden);
    }
    return breaking(text, std::get<AtMost>(rule.body));
}

std::optional<EntryId> stance_entry(const Assessment* assessment, OptionId option) {
    if (assessment == nullptr || assessment->stances.empty() ||
        !assessment->stances[as_index(option)]) {
        return std::nullopt;
    }
    return assessment->stances[as_index(option)]->entry;
}

/// All outcomes a text may turn out to be, one after the other.
template <class Visit>
void for_each_completion(const Draft& text, Visit visit) {
    std::vector<std::size_t> sizes;
    for (const DraftSetting& setting : text.content) {
        sizes.push_back(setting.options.size());
    }
    Odometer odometer(std::move(sizes));
    Outcome outcome(text.content.size());
    do {
        for (std::size_t at = 0; at < outcome.size(); ++at) {
            outcome[at] = text.content[at].options[odometer[at]];
        }
        visit(std::as_const(outcome));
    } while (odometer.advance());
}

class PartyScorer {
public:
    PartyScorer(const Case& negotiation, const Appraisal& appraisal, const Text& text,
                PartyId party)
        : case_(negotiation), appraisal_(appraisal), text_(text), own_(appraisal[as_index(party)]) {
        score_.party = party;
        score_.is_required = negotiation.is_required(party);
        score_.is_counted = negotiation.is_counted(party);
    }

    PartyScore score() {
        if (own_.gap) {
            score_.acceptance = Acceptance::no_reading;
            return std::move(score_);
        }
        add_intent();
        for (std::size_t at = 0; at < own_.issues.size(); ++at) {
            add_options(IssueId(at));
        }
        add_limits();
        if (own_.scale != Scale::none) {
            score_.surplus = surplus_range();
            add_value();
        }
        score_.acceptance = text_.is_tried ? tried() : concluded();
        settle_lone_value();
        if (score_.acceptance == Acceptance::surely) {
            score_.objections.clear(); // a surplus that was bounded too low
        }
        return std::move(score_);
    }

private:
    /// Below what it has without agreement in every reading, though readings come near to it.
    void settle_lone_value() {
        auto& objections = score_.objections;
        const bool is_lone = objections.size() == 1 && objections[0].kind == Refusal::value;
        if (is_lone && score_.acceptance == Acceptance::never) {
            objections[0].is_certain = true;
        }
    }

    void add_intent() {
        for (const IntentEntry& intent : case_.intents) {
            if (intent.party == score_.party && intent.intent != Intent::seeks) {
                score_.objections.push_back(
                    {Refusal::intent, intent.entry, {}, {}, intent.intent == Intent::refuses});
            }
        }
    }

    void add_options(IssueId issue) {
        const IssueAppraisal& own = own_.issues[as_index(issue)];
        if (!own.is_concerned()) {
            return;
        }
        const auto& options = text_.draft.content[as_index(issue)].options;
        const bool all_red = std::all_of(options.begin(), options.end(), [&](OptionId option) {
            return own.options[as_index(option)].is_red_line;
        });
        const Assessment* assessment = case_.issue(issue).of(score_.party);
        for (const OptionId option : options) {
            if (own.options[as_index(option)].is_red_line) {
                score_.objections.push_back({Refusal::red_line, red_line_entry(*assessment, option),
                                             issue, option, all_red});
            } else if (own.options[as_index(option)].is_unknown) {
                score_.objections.push_back({Refusal::unknown_option,
                                             stance_entry(assessment, option), issue, option,
                                             false});
            }
        }
    }

    void add_limits() {
        for (const Limit& limit : case_.limits) {
            const Match match =
                limit.party == score_.party ? breaking(text_.draft, limit) : Match::no;
            if (match != Match::no) {
                score_.objections.push_back(
                    {Refusal::limit, limit.entry, {}, {}, match == Match::yes});
            }
        }
    }

    void add_value() {
        if (score_.surplus->low.sign() < 0) {
            score_.objections.push_back({Refusal::value,
                                         case_.fallback_entry(score_.party),
                                         {},
                                         {},
                                         score_.surplus->high.sign() < 0});
        }
    }

    /// Range of the party's advantage on one issue over the contents the text leaves open.
    Interval open_advantage(IssueId issue) const {
        std::optional<Interval> range;
        for (const OptionId option : text_.draft.content[as_index(issue)].options) {
            const Interval own = advantage(case_, appraisal_, score_.party, issue, option);
            range = range ? hull(*range, own) : own;
        }
        return *range;
    }

    Interval range_without_bonuses() const {
        std::vector<RangedTerm> terms;
        for (std::size_t at = 0; at < own_.issues.size(); ++at) {
            if (own_.issues[at].is_concerned()) {
                terms.push_back({own_.issues[at].weight, open_advantage(IssueId(at))});
            }
        }
        const Interval total = combined(own_.scale, terms);
        const auto* fallback = std::get_if<Interval>(&own_.fallback);
        const Interval above = fallback != nullptr ? total - *fallback : total;
        return above + single(own_.supposed_less);
    }

    Interval surplus_range() {
        bool is_tied = false, is_open_fallback = false;
        Interval range = range_without_bonuses();
        for (const Bonus& bonus : case_.bonuses) {
            if (bonus.party != score_.party) {
                continue;
            }
            const Match match = matches(text_.draft, bonus.when);
            is_open_fallback = is_open_fallback || is_open_in_fallback(bonus);
            is_tied = is_tied || match == Match::maybe || is_open_fallback;
            const Interval off = bonus_range(case_, own_, bonus, false);
            const Interval on = bonus_range(case_, own_, bonus, true);
            range = range + (match == Match::yes ? on : match == Match::no ? off : hull(off, on));
        }
        const bool is_coupled = !own_.couplings.empty();
        const bool is_tried =
            text_.is_tried && (!is_coupled || text_.completions <= most_coupled_completions);
        is_tied = is_tied || is_coupled || has_unused_order();
        if (is_tied && is_tried) {
            range = tried_surplus();
        }
        const bool is_exact = !is_open_fallback ||
                              tied_completions(case_, own_, score_.party) <= most_tied_completions;
        score_.surplus_is_attained = !is_tied || (is_tried && is_exact && !has_unused_order());
        return range;
    }

    /// An order of weights that could not be used leaves readings in that it speaks against.
    bool has_unused_order() const {
        return own_.couplings.empty() &&
               std::any_of(case_.weight_orders.begin(), case_.weight_orders.end(),
                           [&](const WeightOrder& order) { return order.party == score_.party; });
    }

    /// The ends over the completions, where bonuses tie issues together or judgements and orders
    /// of weights tie numbers.
    Interval tried_surplus() const {
        std::optional<Interval> range;
        for_each_completion(text_.draft, [&](const Outcome& outcome) {
            const Interval own = surplus(case_, appraisal_, score_.party, outcome);
            range = range ? hull(*range, own) : own;
        });
        return *range;
    }

    bool is_open_in_fallback(const Bonus& bonus) const {
        const auto* draft = std::get_if<DraftId>(&own_.fallback);
        return draft != nullptr && matches(case_.draft(*draft), bonus.when) == Match::maybe;
    }

    /// What follows from the objections alone.
    Acceptance concluded() const {
        const auto& objections = score_.objections;
        const bool is_never = std::any_of(objections.begin(), objections.end(),
                                          [](const Objection& o) { return o.is_certain; });
        return is_never             ? Acceptance::never
               : objections.empty() ? Acceptance::surely
                                    : Acceptance::possibly;
    }

    Acceptance tried() const {
        bool any = false, all = true;
        for_each_completion(text_.draft, [&](const Outcome& outcome) {
            any = any || accepts(case_, appraisal_, score_.party, outcome, Certainty::possible);
            all = all && accepts(case_, appraisal_, score_.party, outcome, Certainty::sure);
        });
        return all ? Acceptance::surely : any ? Acceptance::possibly : Acceptance::never;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const Text& text_;
    const PartyAppraisal& own_;
    PartyScore score_;
};

std::vector<Objection> broken_by(const Case& negotiation, const Draft& text) {
    std::vector<Objection> broken;
    const auto add = [&](EntryId entry, Match match) {
        if (match != Match::no) {
            broken.push_back({Refusal::none, entry, {}, {}, match == Match::yes});
        }
    };
    for (const Rule& rule : negotiation.rules) {
        add(rule.entry, breaking(text, rule));
    }
    for (const Limit& limit : negotiation.limits) {
        if (!limit.party) {
            add(limit.entry, breaking(text, limit));
        }
    }
    return broken;
}

bool is_contradicted(const DraftScore& score) {
    return std::any_of(score.parties.begin(), score.parties.end(), [](const PartyScore& party) {
        return party.is_counted && party.acceptance == Acceptance::no_reading;
    });
}

/// What follows from the parties' acceptances; they may not come together in one completion.
Acceptance concluded(const Case& negotiation, const DraftScore& score) {
    const bool breaks_surely = std::any_of(score.broken.begin(), score.broken.end(),
                                           [](const Objection& o) { return o.is_certain; });
    int surely = 0, possibly = 0;
    bool all_surely = score.broken.empty(), all_possibly = !breaks_surely;
    for (const PartyScore& party : score.parties) {
        const bool is_sure = party.acceptance == Acceptance::surely;
        const bool is_possible = is_sure || party.acceptance == Acceptance::possibly;
        surely += party.is_counted && is_sure ? 1 : 0;
        possibly += party.is_counted && is_possible ? 1 : 0;
        all_surely = all_surely && (is_sure || !party.is_required);
        all_possibly = all_possibly && (is_possible || !party.is_required);
    }
    const int needed = negotiation.agreement.at_least.value_or(0);
    if (all_surely && surely >= needed) {
        return Acceptance::surely;
    }
    return all_possibly && possibly >= needed ? Acceptance::possibly : Acceptance::never;
}

Acceptance tried(const Case& negotiation, const Appraisal& appraisal, const Draft& text) {
    bool any = false, all = true;
    for_each_completion(text, [&](const Outcome& outcome) {
        any = any || is_agreement(negotiation, appraisal, outcome, Certainty::possible);
        all = all && is_agreement(negotiation, appraisal, outcome, Certainty::sure);
    });
    return all ? Acceptance::surely : any ? Acceptance::possibly : Acceptance::never;
}

DraftScore score_text(const Case& negotiation, const Appraisal& appraisal, const Text& text) {
    DraftScore score;
    score.completions = text.completions;
    score.is_exact = text.is_tried;
    score.broken = broken_by(negotiation, text.draft);
    for (std::size_t at = 0; at < negotiation.parties.size(); ++at) {
        if (negotiation.is_counted(PartyId(at)) || negotiation.parties[at].scale != Scale::none) {
            score.parties.push_back(PartyScorer(negotiation, appraisal, text, PartyId(at)).score());
        }
    }
    score.agreement = is_contradicted(score) ? Acceptance::no_reading
                      : score.is_exact       ? tried(negotiation, appraisal, text.draft)
                                             : concluded(negotiation, score);
    if (!score.is_exact && score.agreement == Acceptance::possibly) {
        const bool is_decidable = are_comparable(negotiation, appraisal, 1);
        const auto does = is_decidable ? suits_together(negotiation, appraisal, text.draft.content)
                                       : std::nullopt;
        score.is_possibly_proved = does.has_value();
        score.agreement = does.value_or(true) ? Acceptance::possibly : Acceptance::never;
    }
    return score;
}

} // namespace

DraftScore score_contents(const Case& negotiation, const Appraisal& appraisal,
                          const std::vector<DraftSetting>& contents,
                          std::uint64_t most_completions) {
    Text text;
    text.draft.content = contents;
    text.completions = count_completions(text.draft);
    text.is_tried = text.completions <= most_completions &&
                    are_comparable(negotiation, appraisal, text.completions);
    return score_text(negotiation, appraisal, text);
}

DraftScore score_draft(const Case& negotiation, const Appraisal& appraisal, DraftId draft,
                       std::uint64_t most_completions) {
    DraftScore score =
        score_contents(negotiation, appraisal, negotiation.draft(draft).content, most_completions);
    score.draft = draft;
    return score;
}

DraftScore score_outcome(const Case& negotiation, const Appraisal& appraisal,
                         const Outcome& outcome) {
    std::vector<DraftSetting> contents;
    for (const OptionId option : outcome) {
        contents.push_back({{option}, DraftOrigin::set, false});
    }
    return score_contents(negotiation, appraisal, contents);
}

} // namespace unbracket
