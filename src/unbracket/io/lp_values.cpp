#include "unbracket/io/lp_values.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>

namespace unbracket {
namespace {

bool crosses(Comparison comparison, const Rational& number, const Rational& bound) {
    switch (comparison) {
    case Comparison::less:
        return number < bound;
    case Comparison::at_most:
        return number <= bound;
    case Comparison::greater:
        return number > bound;
    case Comparison::at_least:
        return number >= bound;
    }
    return false;
}

Rational between(const Rational& from, const Rational& to, const Rational& part) {
    return from + (to - from) * part;
}

} // namespace

SingleValues::SingleValues(const Case& negotiation, PartyId party, LpProblems& problems)
    : case_(negotiation), party_(party), problems_(problems),
      kind_(negotiation.party(party).scale) {
    for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
        rows_.push_back(read_row(IssueId(issue)));
        scale_ += kind_ == Scale::stances ? rows_.back().weight : Rational(0);
    }
    if (kind_ == Scale::scores) {
        scale_ = 1;
    }
}

SingleValues::Row SingleValues::read_row(IssueId at) const {
    const Issue& issue = case_.issue(at);
    Row row{0, std::vector<Cell>(issue.options.size())};
    const Assessment* assessment = issue.of(party_);
    row.weight = kind_ == Scale::scores ? 1 : 0;
    if (assessment == nullptr) {
        return row;
    }
    if (kind_ == Scale::stances) {
        row.weight = read_weight(issue, *assessment);
    }
    if (assessment->order) {
        problems_.refuse(assessment->order->entry, "is an order");
    }
    const auto& ratings = assessment->scores.empty() ? assessment->stances : assessment->scores;
    for (std::size_t option = 0; option < ratings.size(); ++option) {
        if (ratings[option]) {
            row.cells[option] = read_rating(*ratings[option]);
        }
    }
    for (std::size_t option = 0; assessment->curve && option < row.cells.size(); ++option) {
        if (const std::optional<Rational>& number = issue.options[option].number) {
            row.cells[option] = read_curve(*assessment->curve, *number);
        }
    }
    return row;
}

SingleValues::Cell SingleValues::read_rating(const Rating& rating) const {
    const StanceWord* word = std::get_if<StanceWord>(&rating.worth);
    return {.is_red_line = rating.is_red_line,
            .entry = rating.entry,
            .is_unknown = word != nullptr && *word == StanceWord::unknown,
            .worth = in_numbers(case_.words, rating.worth)};
}

SingleValues::Cell SingleValues::read_curve(const Curve& curve, const Rational& number) const {
    if (curve.knots.empty()) {
        return {false, curve.red_line->entry, true, {}};
    }
    Cell cell{false, curve.knots.front().entry, false, {}};
    if (curve.red_line && curve.red_line->bound) {
        const auto& [comparison, bound] = *curve.red_line->bound;
        cell.is_red_line = crosses(comparison, number, bound);
    }
    const Rational direction(curve.direction);
    std::size_t beyond = 0; // the first knot at a worse place than the number
    while (beyond < curve.knots.size() &&
           (curve.knots[beyond].at - number) * direction <= Rational(0)) {
        ++beyond;
    }
    if (beyond == 0) {
        cell.worth = case_.words[curve.knots.front().word];
        return cell;
    }
    const Curve::Knot& better = curve.knots[beyond - 1];
    const Interval& above = case_.words[better.word];
    cell.entry = better.entry;
    if (better.at == number || beyond == curve.knots.size()) {
        cell.worth = better.at == number ? above : case_.words[StanceWord::bad];
        return cell;
    }
    const Curve::Knot& worse = curve.knots[beyond];
    const Interval& below = case_.words[worse.word];
    const Rational part = (number - better.at) / (worse.at - better.at);
    cell.entry = above.is_single() ? worse.entry : better.entry;
    cell.worth = {between(above.low, below.low, part), between(above.high, below.high, part)};
    return cell;
}

Rational SingleValues::read_weight(const Issue& issue, const Assessment& assessment) const {
    if (!assessment.weight) {
        const std::string party = case_.party(party_).key;
        problems_.refuse("`issue." + issue.key + ".weight." + party + "` is missing");
        return 0;
    }
    return single_number(assessment.weight->entry,
                         in_numbers(case_.words, assessment.weight->quantity));
}

Rational SingleValues::single_number(EntryId entry, const Interval& range) const {
    if (!range.is_single()) {
        problems_.refuse(entry, "is a range");
        return 0;
    }
    return range.low;
}

Rational SingleValues::loss(IssueId issue, OptionId option) const {
    Rational sum;
    for (const Risk& risk : case_.risks) {
        const bool hits =
            risk.party == party_ && risk.option.issue == issue &&
            std::ranges::find(risk.option.options, option) != risk.option.options.end();
        sum += hits ? single_number(risk.entry, risk.loss) : Rational(0);
    }
    return sum;
}

Rational SingleValues::points(IssueId at, OptionId option) const {
    const Rational& weight = rows_[as_index(at)].weight;
    const Cell& value = cell(at, option);
    if (value.is_unknown) {
        problems_.refuse(*value.entry, "is unknown");
    } else if (weight.sign() == 0) {
        return 0;
    } else if (value.entry) {
        return weight * (single_number(*value.entry, value.worth) - loss(at, option));
    } else if (kind_ == Scale::scores) {
        return -loss(at, option);
    } else {
        const Issue& issue = case_.issue(at);
        problems_.refuse("`issue." + issue.key + ".stance." + case_.party(party_).key + "." +
                         issue.options[as_index(option)].key + "` is missing");
    }
    return 0;
}

Rational SingleValues::bonus(const Bonus& bonus) const {
    return scale_ * single_number(bonus.entry, bonus.value);
}

Rational SingleValues::total_of(const Draft& draft, EntryId fallback) const {
    if (!draft.is_complete()) {
        problems_.refuse(fallback, "names a draft that leaves issues open");
        return 0;
    }
    Rational total;
    for (std::size_t issue = 0; issue < draft.content.size(); ++issue) {
        total += points(IssueId(issue), draft.content[issue].options.front());
    }
    const auto holds = [&](const Literal& literal) {
        const OptionId set = draft.content[as_index(literal.issue)].options.front();
        return std::ranges::find(literal.options, set) != literal.options.end();
    };
    for (const Bonus& extra : case_.bonuses) {
        if (extra.party == party_ && std::ranges::all_of(extra.when, holds)) {
            total += bonus(extra);
        }
    }
    return total;
}

Rational SingleValues::accepted_from() const {
    const FallbackPeriod* period = case_.fallback_in_force(party_);
    if (period == nullptr) {
        problems_.refuse("`fallback." + case_.party(party_).key + "` is missing");
        return 0;
    }
    const EntryId entry = *case_.fallback_entry(party_);
    const Rational less = scale_ * case_.supposed_less_of(party_);
    if (const DraftId* draft = std::get_if<DraftId>(&period->value)) {
        return total_of(case_.draft(*draft), entry) - less;
    }
    const Interval number = in_numbers(case_.words, std::get<StanceQuantity>(period->value));
    return scale_ * single_number(entry, number) - less;
}

} // namespace unbracket
