#include "unbracket/robust/better_outcome.hpp"

#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>
#include <utility>

// Dominance over a text as a question about agreement. "Worth at least as much in every reading" is
// what a party asks whose fallback is as good as that text; so every counted party gets the text as
// its fallback, all have to accept, and the engine decides whether an outcome is sure. Two parties
// of single numbers are added, which nobody counts in the answer. One has the sum of what all have
// above the text at most, and wants more than 0: since none of them can have less than 0, this says
// that somebody has more in some reading. The other has a point for every issue where the outcome
// keeps to the text, and a fallback that rises from answer to answer until there is no outcome with
// fewer changes.
//
// A bonus of a party whose weights are ranges is no constant in its sum; there the question is
// asked for every pattern of such bonuses. With more than six of them, and where the text leaves a
// bonus open, the sum is but a bound from above: what it finds is looked at by itself, and where
// that is not better the answer is that nothing is proved.
//
// Sources: Weber (1987), Decision making with incomplete information [weber1987incomplete]; Raiffa
// (1982), The Art and Science of Negotiation, on improving a text for all [raiffa1982art]

namespace unbracket {

namespace {

using IssueValues = std::vector<std::vector<Rational>>; // [issue][option]; empty: not concerned

/// What a point of a bonus is in the party's sum; nothing where that differs with the reading.
std::optional<Rational> bonus_factor(const PartyAppraisal& own) {
    if (own.scale != Scale::stances) {
        return Rational(1);
    }
    Rational sum;
    for (const IssueAppraisal& issue : own.issues) {
        if (issue.is_concerned() && !issue.weight.is_single()) {
            return std::nullopt;
        }
        sum += issue.is_concerned() ? issue.weight.low : Rational(0);
    }
    return sum;
}

/// What all parties can have above the text at most, as the values of one more party; exact for
/// outcomes that keep its limits.
struct MostTogether {
    IssueValues values;
    Rational constant;
    std::vector<Bonus> bonuses;
    std::vector<Limit> limits;
};

/// Adds up the most that each of some parties can have above their fallback.
class MostAdder {
public:
    /// Of the bonuses in `split` only outcomes that meet the pattern are looked at.
    MostAdder(const CaseView& view, PartyId into, BonusPattern pattern,
              const std::vector<std::size_t>& split)
        : view_(view), into_(into), pattern_(std::move(pattern)) {
        for (const Issue& issue : view.negotiation.issues) {
            most_.values.emplace_back(issue.options.size(), Rational(0));
        }
        for (const std::size_t at : split) {
            keep_to_pattern(at);
        }
    }

    void add(PartyId party) {
        const ReducedValues own =
            reduce(view_.negotiation, view_.appraisal, party, Certainty::possible, pattern_);
        std::vector<Bonus> bonuses = bonuses_of(party);
        const Rational unit = unit_of(own, bonuses);
        for (std::size_t at = 0; at < own.values.size(); ++at) {
            for (std::size_t option = 0; option < own.values[at].size(); ++option) {
                most_.values[at][option] += own.values[at][option] * unit;
            }
        }
        most_.constant += own.constant * unit;
        for (Bonus& bonus : bonuses) {
            bonus.value = single(bonus.value.low * unit);
            most_.bonuses.push_back(std::move(bonus));
        }
    }

    MostTogether take() { return std::move(most_); }

private:
    void keep_to_pattern(std::size_t at) {
        if (pattern_[at] == BonusState::undecided) {
            return;
        }
        Limit limit;
        limit.party = into_;
        limit.body = view_.negotiation.bonuses[at].when;
        limit.sense = pattern_[at] == BonusState::on ? LimitSense::needs : LimitSense::never;
        most_.limits.push_back(std::move(limit));
    }

    /// What the party's bonuses raise its sum by, where that does not depend on the reading.
    std::vector<Bonus> bonuses_of(PartyId party) const {
        const PartyAppraisal& own = view_.appraisal[as_index(party)];
        const std::optional<Rational> factor = bonus_factor(own);
        std::vector<Bonus> bonuses;
        for (const Bonus& bonus : view_.negotiation.bonuses) {
            if (bonus.party == party && factor) {
                const Rational rise = bonus_range(view_.negotiation, own, bonus, true).high -
                                      bonus_range(view_.negotiation, own, bonus, false).high;
                bonuses.push_back(bonus);
                bonuses.back().party = into_;
                bonuses.back().value = single(rise * *factor);
            }
        }
        return bonuses;
    }

    /// Makes all of it whole and as small as can be, so that units of points do not matter.
    static Rational unit_of(const ReducedValues& own, const std::vector<Bonus>& bonuses) {
        std::vector<Rational> numbers = {own.constant};
        for (const auto& values : own.values) {
            numbers.insert(numbers.end(), values.begin(), values.end());
        }
        for (const Bonus& bonus : bonuses) {
            numbers.push_back(bonus.value.low);
        }
        return whole_number_unit(numbers);
    }

    CaseView view_;
    PartyId into_;
    BonusPattern pattern_;
    MostTogether most_;
};

class BetterSearch {
public:
    BetterSearch(const Case& negotiation, const Appraisal& appraisal, DraftId draft)
        : case_(negotiation), ranges_(appraisal), draft_(draft),
          parties_(negotiation.agreement.counted), limit_count_(negotiation.limits.size()),
          bonus_count_(negotiation.bonuses.size()) {
        case_.intents.clear();
        case_.agreement.at_least.reset();
        for (const PartyId party : parties_) {
            take_text_as_fallback(party);
        }
        add_wish_to_keep();
        add_wish_for_more();
        case_.agreement.required = case_.agreement.counted;
    }

    BetterAnswer run(const ClaimOptions& options) {
        std::size_t most_changes = case_.issues.size();
        bool is_cut = !are_comparable(case_, ranges_, 1);
        while (!is_cut) {
            const std::optional<Outcome> found = ask(most_changes, options, is_cut);
            if (!found) {
                break;
            }
            answer_.better = {*found, changes_of(*found), true};
            if (answer_.better->changed.empty()) {
                break;
            }
            most_changes = answer_.better->changed.size() - 1;
        }
        if (answer_.better) {
            answer_.better->is_fewest = !is_cut;
        }
        answer_.is_proved = answer_.better || !is_cut;
        return std::move(answer_);
    }

private:
    const Draft& text() const { return case_.draft(draft_); }

    void take_text_as_fallback(PartyId party) {
        PartyAppraisal& own = ranges_[as_index(party)];
        own.fallback = draft_;
        own.supposed_less = own.accepts_less = 0, own.wants_more = false;
        for (std::size_t at = 0; at < own.issues.size(); ++at) {
            const std::vector<OptionId>& options = text().content[at].options;
            if (own.issues[at].is_concerned() && options.size() == 1) {
                own.issues[at].options[as_index(options.front())].is_unknown = false;
            }
        }
    }

    PartyId add_party() {
        const PartyId id(case_.parties.size());
        Party party;
        party.scale = Scale::scores;
        case_.parties.push_back(std::move(party));
        case_.agreement.counted.push_back(id);
        ranges_.emplace_back().scale = Scale::scores;
        return id;
    }

    /// Gives an added party single scores and a fallback.
    void set_values(PartyId party, const IssueValues& values, const Rational& fallback) {
        PartyAppraisal& own = ranges_[as_index(party)];
        own.fallback = single(fallback);
        own.issues.clear();
        for (const std::vector<Rational>& scores : values) {
            IssueAppraisal issue{single(1), {}, {}};
            for (const Rational& score : scores) {
                issue.options.push_back({single(score), false, false});
            }
            own.issues.push_back(std::move(issue));
        }
    }

    void add_wish_for_more() {
        const CaseView view{case_, ranges_};
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < case_.bonuses.size(); ++at) {
            const PartyId party = case_.bonuses[at].party;
            const bool is_asked =
                std::find(parties_.begin(), parties_.end(), party) != parties_.end();
            if (is_asked && !bonus_factor(ranges_[as_index(party)])) {
                open.push_back(at);
            }
        }
        more_ = PartyId(case_.parties.size());
        for (const BonusPattern& pattern : patterns_over(open)) {
            MostAdder adder(view, more_, pattern, open);
            for (const PartyId party : parties_) {
                if (ranges_[as_index(party)].scale != Scale::none) {
                    adder.add(party);
                }
            }
            questions_.push_back(adder.take());
        }
        add_party();
        ranges_.back().wants_more = true;
    }

    std::vector<BonusPattern> patterns_over(const std::vector<std::size_t>& open) const {
        constexpr std::size_t most_split_bonuses = 6;
        std::vector<BonusPattern> patterns = {BonusPattern(bonus_count_, BonusState::off)};
        for (const std::size_t at : open) {
            const std::size_t count = patterns.size();
            for (std::size_t i = 0; i < count; ++i) {
                if (open.size() > most_split_bonuses) {
                    patterns[i][at] = BonusState::undecided;
                } else {
                    patterns.push_back(patterns[i]);
                    patterns.back()[at] = BonusState::on;
                }
            }
        }
        return patterns;
    }

    void add_wish_to_keep() {
        for (std::size_t at = 0; at < case_.issues.size(); ++at) {
            kept_.emplace_back(case_.issues[at].options.size(), Rational(0));
            for (const OptionId option : text().content[at].options) {
                kept_.back()[as_index(option)] = 1;
            }
        }
        near_ = add_party();
    }

    /// A better outcome with at most so many changes, or nothing; `is_cut` where there may be one.
    std::optional<Outcome> ask(std::size_t most_changes, const ClaimOptions& options,
                               bool& is_cut) {
        const std::size_t kept = case_.issues.size() - most_changes;
        set_values(near_, kept_, Rational(static_cast<std::int64_t>(kept)));
        for (const MostTogether& question : questions_) {
            if (is_spent(options, answer_.nodes)) {
                is_cut = true;
                return std::nullopt;
            }
            put(question);
            const ClaimAnswer claim =
                decide_claim(case_, ranges_, Certainty::sure, what_is_left(options, answer_.nodes));
            answer_.nodes += claim.nodes + 1;
            const auto* found = std::get_if<OutcomeFound>(&claim.answer);
            if (found != nullptr && gives_more(found->outcome)) {
                is_cut = false;
                return found->outcome;
            }
            is_cut = is_cut || !std::holds_alternative<NoOutcome>(claim.answer);
        }
        return std::nullopt;
    }

    void put(const MostTogether& question) {
        set_values(more_, question.values, -question.constant);
        case_.limits.resize(limit_count_);
        case_.limits.insert(case_.limits.end(), question.limits.begin(), question.limits.end());
        case_.bonuses.resize(bonus_count_);
        case_.bonuses.insert(case_.bonuses.end(), question.bonuses.begin(), question.bonuses.end());
    }

    bool gives_more(const Outcome& outcome) const {
        return std::any_of(parties_.begin(), parties_.end(), [&](PartyId party) {
            if (ranges_[as_index(party)].scale == Scale::none) {
                return false;
            }
            const Outcome completion =
                extreme_completion(case_, ranges_, party, outcome, Certainty::possible);
            return compare_with({case_, ranges_}, party, outcome, completion, Certainty::possible)
                       .sum.sign() > 0;
        });
    }

    std::vector<IssueId> changes_of(const Outcome& outcome) const {
        std::vector<IssueId> changed;
        for (std::size_t at = 0; at < outcome.size(); ++at) {
            const std::vector<OptionId>& options = text().content[at].options;
            if (std::find(options.begin(), options.end(), outcome[at]) == options.end()) {
                changed.emplace_back(at);
            }
        }
        return changed;
    }

    Case case_;
    Appraisal ranges_;
    DraftId draft_;
    std::vector<PartyId> parties_;
    std::size_t limit_count_;
    std::size_t bonus_count_;
    IssueValues kept_;
    PartyId near_, more_; // the two added parties
    std::vector<MostTogether> questions_;
    BetterAnswer answer_;
};

} // namespace

BetterAnswer find_better(const Case& negotiation, const Appraisal& appraisal, DraftId draft,
                         const ClaimOptions& options) {
    return BetterSearch(negotiation, appraisal, draft).run(options);
}

} // namespace unbracket
