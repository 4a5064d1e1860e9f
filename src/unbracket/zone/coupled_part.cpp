#include "unbracket/zone/coupled_part.hpp"

#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/coupled_readings.hpp"

#include <algorithm>

// The search adds up columns, and what judgements say about outcomes is no column: an outcome is
// refused in every reading for one of very many reasons, and accepted in every reading when none of
// very many readings is against it. Each single reason, and each single reading, is a column. So a
// few are enough: search with those known, and when the outcome found is refused after all, learn
// the column that refuses it and search again. Columns are what cutting planes are elsewhere. They
// are corners of the party's polytope and its dual, of which there are finitely many, so this ends;
// where room runs out earlier, outcomes are tested one by one, which is slower and still exact.
//
// Source: Kelley (1960), The cutting-plane method for solving convex programs [kelley1960cutting]

namespace unbracket {

namespace {

bool has_couplings(const CaseView& context, PartyId party) {
    return !context.appraisal[as_index(party)].couplings.empty() &&
           !is_fallback_omitted(context.negotiation, context.omissions, party);
}

bool reaches(const ScaledColumn& column, const Part& part, const Outcome& outcome) {
    std::int64_t sum = column.constant;
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        for (Row row = part.problem.first_row[issue]; row < part.problem.first_row[issue + 1];
             ++row) {
            sum += part.row_options[row] == outcome[issue] ? column.values[row] : 0;
        }
    }
    return sum >= 0;
}

RowValues over_rows(const ReducedValues& reduced, const Part& part) {
    RowValues values{reduced.constant, std::vector<Rational>(part.problem.row_count())};
    for (std::size_t issue = 0; issue < reduced.values.size(); ++issue) {
        for (Row row = part.problem.first_row[issue];
             row < part.problem.first_row[issue + 1] && !reduced.values[issue].empty(); ++row) {
            values.values[row] = reduced.values[issue][as_index(part.row_options[row])];
        }
    }
    return values;
}

/// Multipliers near those given that take few digits; still none is negative.
ReadingRefusal in_few_digits(const ReadingRefusal& refusal) {
    Rational largest = refusal.outcome;
    for (const Rational& weight : refusal.rows) {
        largest = std::max(largest, weight);
    }
    const auto rounded = [&](const Rational& weight) {
        constexpr std::int64_t unit = 4'096;
        const Rational share = weight / largest * Rational(unit);
        return Rational(share.ceil_to_int64().value_or(unit));
    };
    ReadingRefusal few = refusal;
    few.outcome = rounded(refusal.outcome);
    for (Rational& weight : few.rows) {
        weight = rounded(weight);
    }
    return few;
}

} // namespace

SearchProblem with_columns(const SearchProblem& problem, const std::vector<ScaledColumn>& more) {
    SearchProblem wide = problem;
    const std::size_t required = problem.required_count;
    wide.party_count += more.size();
    wide.required_count += more.size();
    wide.constants.resize(required);
    wide.values.clear();
    for (const ScaledColumn& column : more) {
        wide.constants.push_back(column.constant);
    }
    wide.constants.insert(wide.constants.end(),
                          problem.constants.begin() + static_cast<std::ptrdiff_t>(required),
                          problem.constants.end());
    for (Row row = 0; row < problem.row_count(); ++row) {
        const auto values = problem.row(row);
        wide.values.insert(wide.values.end(), values.begin(),
                           values.begin() + static_cast<std::ptrdiff_t>(required));
        for (const ScaledColumn& column : more) {
            wide.values.push_back(column.values[row]);
        }
        wide.values.insert(wide.values.end(),
                           values.begin() + static_cast<std::ptrdiff_t>(required), values.end());
    }
    return wide;
}

CoupledPart::CoupledPart(const CaseView& context, PartQuestion question) : context_(context) {
    for (const PartyId party : context.negotiation.agreement.counted) {
        if (!has_couplings(context, party)) {
            continue;
        }
        if (ranges_.empty()) {
            ranges_ = context.appraisal;
        }
        ranges_[as_index(party)].couplings.clear();
        const auto& accepting = question.accepting;
        if (std::find(accepting.begin(), accepting.end(), party) != accepting.end()) {
            coupled_.push_back(party);
        }
        if (question.certainty == Certainty::sure) {
            stand_in(party, question);
        }
    }
    part_ = build_part(context, std::move(question));
}

/// Asked about every reading, the worst of the ranges may be none that judgements leave. One
/// reading that they leave takes its place.
void CoupledPart::stand_in(PartyId party, PartQuestion& question) {
    const CoupledReadings readings(context_.negotiation, context_.appraisal, party);
    const auto some = readings.some();
    if (const auto* reading = std::get_if<WeightedReading>(&some)) {
        question.instead.emplace_back(party, readings.in_reading(*reading, question.pattern));
        pins_.push_back({party, readings.as_entered(*reading)});
    }
}

std::vector<CoupledColumn> CoupledPart::columns() const {
    std::vector<CoupledColumn> columns = pins_;
    columns.insert(columns.end(), learned_.begin(), learned_.end());
    return columns;
}

std::pair<std::variant<PartyId, std::size_t>, Rational>
CoupledPart::origin_of(std::size_t column) const {
    const std::size_t required = part_.problem.required_count;
    if (column >= required && column < required + rows_.size()) {
        return {pins_.size() + column - required, rows_[column - required].unit};
    }
    const std::size_t own = column < required ? column : column - rows_.size();
    const auto pin = std::find_if(pins_.begin(), pins_.end(), [&](const CoupledColumn& pinned) {
        return pinned.party == part_.columns[own];
    });
    if (pin != pins_.end()) {
        return {static_cast<std::size_t>(pin - pins_.begin()), part_.units[own]};
    }
    return {part_.columns[own], part_.units[own]};
}

bool CoupledPart::may_accept(PartyId party, const Outcome& outcome) const {
    const Asked asked{part_.question.certainty, context_.omissions};
    const Refusal refused = refusal(context_.negotiation, ranges_, party, outcome, asked);
    const bool is_open = asked.certainty == Certainty::sure && has_couplings(context_, party);
    return refused == Refusal::none || (is_open && refused == Refusal::value);
}

bool CoupledPart::is_refused_without_judgements(const Outcome& outcome) const {
    if (ranges_.empty() || breaks_plan(context_.negotiation, outcome, context_.omissions)) {
        return true;
    }
    const auto may = [&](PartyId party) { return may_accept(party, outcome); };
    const auto& accepting = part_.question.accepting;
    const auto& counted = context_.negotiation.agreement.counted;
    return !std::all_of(accepting.begin(), accepting.end(), may) ||
           std::count_if(counted.begin(), counted.end(), may) < part_.question.at_least.value_or(0);
}

bool CoupledPart::is_refused_by_value(PartyId party, const Outcome& outcome) const {
    return refusal(context_.negotiation, context_.appraisal, party, outcome,
                   {part_.question.certainty, context_.omissions}) == Refusal::value;
}

bool CoupledPart::can_learn_from(const Outcome& outcome) const {
    return may_learn_ && part_.problem.party_count + rows_.size() < most_columns &&
           std::any_of(
               coupled_.begin(), coupled_.end(),
               [&](PartyId party) { return is_refused_by_value(party, outcome); });
}

bool CoupledPart::learn_from(const Outcome& outcome) {
    for (const PartyId party : coupled_) {
        if (is_refused_by_value(party, outcome)) {
            may_learn_ = learn_from(party, outcome);
            return may_learn_;
        }
    }
    return false;
}

bool CoupledPart::learn_from(PartyId party, const Outcome& outcome) {
    const CoupledReadings readings(context_.negotiation, context_.appraisal, party);
    const bool wants_more = context_.appraisal[as_index(party)].wants_more;
    const auto learn = [&](const ReducedValues& reduced, AtZero at_zero, const auto& source) {
        ScaledColumn column =
            scaled_column(over_rows(reduced, part_), part_.problem.first_row, at_zero);
        if (reaches(column, part_, outcome)) {
            return false;
        }
        rows_.push_back(std::move(column));
        wide_ = with_columns(part_.problem, rows_);
        learned_.push_back({party, source()});
        return true;
    };
    if (part_.question.certainty == Certainty::sure) {
        const auto answer = readings.missing(outcome);
        const auto& reading = std::get<WeightedReading>(answer);
        return learn(readings.in_reading(reading, part_.question.pattern),
                     wants_more ? AtZero::refused : AtZero::suits,
                     [&] { return readings.as_entered(reading); });
    }
    const auto answer = readings.reaching(outcome);
    const auto& refusal = std::get<ReadingRefusal>(answer);
    for (const ReadingRefusal& weights : {in_few_digits(refusal), refusal}) {
        const bool is_strict = weights.is_strict || (wants_more && weights.outcome.sign() > 0);
        if (learn(readings.at_most(weights, part_.question.pattern),
                  is_strict ? AtZero::refused : AtZero::suits,
                  [&] { return readings.named(weights); })) {
            return true;
        }
    }
    return false;
}

} // namespace unbracket
