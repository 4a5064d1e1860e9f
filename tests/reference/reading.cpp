#include "tests/reference/reading.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

constexpr std::int64_t grid = 4;

Rational draw(const Interval& range, Random& random) {
    return range.low + (range.high - range.low) * Rational(random.between(0, grid), grid);
}

Rational draw_end(const Interval& range, Random& random) {
    return random.chance(1, 2) ? range.low : range.high;
}

bool lies_in(const Rational& number, const Interval& range) {
    return range.contains(number);
}

Rational losses_on(const Case& whole, PartyId party, const Reading& reading, std::size_t issue,
                   OptionId option) {
    Rational sum = 0;
    for (std::size_t i = 0; i < whole.risks.size(); ++i) {
        if (whole.risks[i].party == party && holds(whole.risks[i].option, IssueId(issue), option)) {
            sum += reading.losses[i];
        }
    }
    return sum;
}

Rational bonuses_for(const Case& whole, PartyId party, const Reading& reading,
                     const Outcome& outcome) {
    Rational sum = 0;
    for (std::size_t i = 0; i < whole.bonuses.size(); ++i) {
        if (whole.bonuses[i].party == party && holds(whole.bonuses[i].when, outcome)) {
            sum += reading.bonuses[i];
        }
    }
    return sum;
}

Rational sum_of(const std::vector<Rational>& numbers) {
    Rational sum = 0;
    for (const Rational& number : numbers) {
        sum += number;
    }
    return sum;
}

bool fits_issue(const IssueView& issue, const Reading& reading, std::size_t index) {
    const std::vector<Rational>& values = reading.values[index];
    for (std::size_t a = 0; a < values.size(); ++a) {
        if (!lies_in(values[a], issue.value[a])) {
            return false;
        }
        const bool is_red = reading.red_lines[index][a];
        if (is_red != issue.is_red_line[a] && !(is_red && issue.may_be_red_line[a])) {
            return false;
        }
        for (std::size_t b = 0; b < values.size(); ++b) {
            if (issue.at_least[a][b] && values[a] < values[b]) {
                return false;
            }
        }
    }
    return lies_in(reading.weights[index], issue.weight);
}

bool fits_fallback(const Case& whole, const PartyView& view, const Reading& reading) {
    if (const auto* range = std::get_if<Interval>(&view.fallback)) {
        const auto* number = std::get_if<Rational>(&reading.fallback);
        return number != nullptr && lies_in(*number, *range);
    }
    if (const auto* draft = std::get_if<DraftId>(&view.fallback)) {
        const auto* settled = std::get_if<Outcome>(&reading.fallback);
        const std::vector<Outcome> all = completions(whole.draft(*draft));
        return settled != nullptr && std::find(all.begin(), all.end(), *settled) != all.end();
    }
    return std::holds_alternative<std::monostate>(reading.fallback);
}

/// The values of one issue while they are being chosen: what is left to each option.
class ValueChoice {
public:
    explicit ValueChoice(const IssueView& issue) : issue_(issue), left_(issue.value) {}

    const Interval& left(std::size_t option) const { return left_[option]; }

    /// Fixes one option and takes from the others what the order then excludes.
    void fix(std::size_t option, const Rational& value) {
        left_[option] = single(value);
        for (std::size_t other = 0; other < left_.size(); ++other) {
            if (issue_.at_least[other][option]) {
                left_[other].low = std::max(left_[other].low, value);
            }
            if (issue_.at_least[option][other]) {
                left_[other].high = std::min(left_[other].high, value);
            }
        }
    }

    std::vector<Rational> values() const {
        std::vector<Rational> numbers;
        numbers.reserve(left_.size());
        for (const Interval& range : left_) {
            numbers.push_back(range.low);
        }
        return numbers;
    }

private:
    const IssueView& issue_;
    std::vector<Interval> left_;
};

void draw_rest(ValueChoice& choice, std::size_t options, Random& random) {
    for (std::size_t option = 0; option < options; ++option) {
        choice.fix(option, draw(choice.left(option), random));
    }
}

/// All but the values: nothing depends on the outcome yet.
Reading draw_frame(const Case& whole, const PartyView& view, Random& random) {
    Reading reading;
    reading.wants_agreement =
        view.intent == Intent::seeks || (view.intent == Intent::doubtful && random.chance(1, 2));
    for (const IssueView& issue : view.issues) {
        reading.weights.push_back(draw(issue.weight, random));
        std::vector<bool> red_lines = issue.is_red_line;
        for (std::size_t i = 0; i < red_lines.size(); ++i) {
            if (issue.may_be_red_line[i]) {
                red_lines[i] = random.chance(1, grid);
            }
        }
        reading.red_lines.push_back(std::move(red_lines));
    }
    for (const Bonus& bonus : whole.bonuses) {
        reading.bonuses.push_back(bonus.party == view.party ? draw(bonus.value, random) : 0);
    }
    for (const Risk& risk : whole.risks) {
        reading.losses.push_back(risk.party == view.party ? draw(risk.loss, random) : 0);
    }
    if (const auto* range = std::get_if<Interval>(&view.fallback)) {
        reading.fallback = draw(*range, random);
    } else if (const auto* draft = std::get_if<DraftId>(&view.fallback)) {
        const std::vector<Outcome> all = completions(whole.draft(*draft));
        const auto last = static_cast<std::int64_t>(all.size()) - 1;
        reading.fallback = all[static_cast<std::size_t>(random.between(0, last))];
    }
    return reading;
}

/// Weights that are all 0 are no reading: one that can be above 0 is then set to its highest.
void mend_weights(const PartyView& view, Reading& reading) {
    for (std::size_t i = 0; i < view.issues.size() && sum_of(reading.weights).sign() == 0; ++i) {
        reading.weights[i] = view.issues[i].weight.high;
    }
}

struct Leaning {
    const Case& whole;
    const PartyView& view;
    const Outcome& outcome;
    bool favourable;

    const Rational& end(const Interval& range) const { return favourable ? range.high : range.low; }
    const Rational& other_end(const Interval& range) const {
        return favourable ? range.low : range.high;
    }
};

/// Bonuses that count for the outcome and not for the draft stand at the good end, those the other
/// way round at the bad one; losses likewise, the other way round.
void lean_numbers(const Leaning& lean, Reading& reading) {
    const auto* draft = std::get_if<Outcome>(&reading.fallback);
    for (std::size_t i = 0; i < lean.whole.bonuses.size(); ++i) {
        const Bonus& bonus = lean.whole.bonuses[i];
        if (bonus.party == lean.view.party) {
            const bool counts = holds(bonus.when, lean.outcome);
            reading.bonuses[i] = counts ? lean.end(bonus.value) : lean.other_end(bonus.value);
        }
    }
    for (std::size_t i = 0; i < lean.whole.risks.size(); ++i) {
        const Risk& risk = lean.whole.risks[i];
        if (risk.party == lean.view.party) {
            const bool counts = holds(risk.option, lean.outcome);
            reading.losses[i] = counts ? lean.other_end(risk.loss) : lean.end(risk.loss);
        }
    }
    if (const auto* range = std::get_if<Interval>(&lean.view.fallback); range && !draft) {
        reading.fallback = lean.other_end(*range);
    }
}

/// The option of the outcome at one end, that of the draft at the other; which of the two is chosen
/// first decides where an order between them lets both stand.
void lean_values(const Leaning& lean, Reading& reading, Random& random) {
    const auto* draft = std::get_if<Outcome>(&reading.fallback);
    for (std::size_t i = 0; i < lean.view.issues.size(); ++i) {
        ValueChoice choice(lean.view.issues[i]);
        const std::size_t option = as_index(lean.outcome[i]);
        const bool draft_first = draft != nullptr && random.chance(1, 2);
        if (draft_first) {
            const std::size_t drafted = as_index((*draft)[i]);
            choice.fix(drafted, lean.other_end(choice.left(drafted)));
        }
        choice.fix(option, lean.end(choice.left(option)));
        if (draft != nullptr && !draft_first) {
            const std::size_t drafted = as_index((*draft)[i]);
            choice.fix(drafted, lean.other_end(choice.left(drafted)));
        }
        draw_rest(choice, lean.view.issues[i].value.size(), random);
        reading.values.push_back(choice.values());
        reading.weights[i] = draw_end(lean.view.issues[i].weight, random);
        if (lean.view.issues[i].may_be_red_line[option]) {
            reading.red_lines[i][option] = !lean.favourable;
        }
    }
}

} // namespace

Rational value(const Case& whole, const PartyView& view, const Reading& reading,
               const Outcome& outcome) {
    Rational total = 0;
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        const Rational worth = reading.values[i][as_index(outcome[i])] -
                               losses_on(whole, view.party, reading, i, outcome[i]);
        total += view.scale == Scale::scores ? worth : reading.weights[i] * worth;
    }
    if (view.scale == Scale::stances) {
        total /= sum_of(reading.weights);
    }
    return total + bonuses_for(whole, view.party, reading, outcome);
}

Rational accepted_from(const Case& whole, const Reading& reading, PartyId party) {
    return std::get<Rational>(reading.fallback) - whole.supposed_less_of(party);
}

bool accepts(const Case& whole, const PartyView& view, const Reading& reading,
             const Outcome& outcome) {
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        if (reading.red_lines[i][as_index(outcome[i])]) {
            return false;
        }
    }
    if (!reading.wants_agreement || !keeps_limits_of(whole, view.party, outcome)) {
        return false;
    }
    if (const auto* number = std::get_if<Rational>(&reading.fallback)) {
        return value(whole, view, reading, outcome) >= *number - view.supposed_less;
    }
    if (const auto* draft = std::get_if<Outcome>(&reading.fallback)) {
        return value(whole, view, reading, outcome) >=
               value(whole, view, reading, *draft) - view.supposed_less;
    }
    return true;
}

bool is_reading_of(const Case& whole, const PartyView& view, const Reading& reading) {
    for (std::size_t i = 0; i < view.issues.size(); ++i) {
        if (!fits_issue(view.issues[i], reading, i)) {
            return false;
        }
    }
    for (std::size_t i = 0; i < whole.bonuses.size(); ++i) {
        const Bonus& bonus = whole.bonuses[i];
        if (bonus.party == view.party && !lies_in(reading.bonuses[i], bonus.value)) {
            return false;
        }
    }
    for (std::size_t i = 0; i < whole.risks.size(); ++i) {
        const Risk& risk = whole.risks[i];
        if (risk.party == view.party && !lies_in(reading.losses[i], risk.loss)) {
            return false;
        }
    }
    const bool may_want = view.intent != Intent::refuses;
    const bool may_not_want = view.intent != Intent::seeks;
    return (reading.wants_agreement ? may_want : may_not_want) &&
           (view.scale != Scale::stances || sum_of(reading.weights).sign() > 0) &&
           fits_fallback(whole, view, reading);
}

Reading draw_reading(const Case& whole, const PartyView& view, Random& random) {
    Reading reading = draw_frame(whole, view, random);
    for (const IssueView& issue : view.issues) {
        ValueChoice choice(issue);
        draw_rest(choice, issue.value.size(), random);
        reading.values.push_back(choice.values());
    }
    mend_weights(view, reading);
    return reading;
}

Reading draw_reading(const Case& whole, const PartyView& view, const Outcome& outcome, Mood mood,
                     Random& random) {
    const Leaning lean{whole, view, outcome, mood == Mood::favourable};
    Reading reading = draw_frame(whole, view, random);
    if (view.intent == Intent::doubtful) {
        reading.wants_agreement = lean.favourable;
    }
    lean_numbers(lean, reading);
    lean_values(lean, reading, random);
    mend_weights(view, reading);
    return reading;
}

} // namespace unbracket::reference
