#include "unbracket/zone/part.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/root_domain.hpp"

#include <algorithm>

// From exact fractions to the whole numbers that the search adds up. A party's reduced values are
// multiplied by the smallest unit that makes them all whole; where sums would then leave the
// search's width, by a power of two instead, and rounded upwards. Rounding up only makes parties
// easier to please: bounds stay bounds, and an outcome that looks acceptable meets the exact test
// at the leaf. So no verdict depends on the rounding. The idea is that of safe bounds in
// mixed-integer programming, where it serves doubles; with whole numbers one direction of rounding
// is enough.
//
// Each party has its own unit, since points of different parties are not comparable. Columns stand
// in the order of their numbers, so that neither names nor the order of the file enter.
//
// Source: Neumaier and Shcherbina (2004), Safe bounds in linear and mixed-integer linear
// programming [neumaier2004safe]

namespace unbracket {

namespace {

constexpr std::int64_t exact_limit = value_limit / 2;

Rational magnitude(const Rational& number) {
    return number.sign() < 0 ? -number : number;
}

/// The reduced values of one party over the rows of a part.
struct Column {
    Rational constant;
    std::vector<Rational> values; // by row
};

/// Sum over issues of the largest magnitude plus the constant's: no sum along a path exceeds it.
Rational largest_sum(const Column& column, const std::vector<Row>& first_row) {
    Rational sum = magnitude(column.constant);
    for (std::size_t issue = 0; issue + 1 < first_row.size(); ++issue) {
        Rational largest;
        for (Row row = first_row[issue]; row < first_row[issue + 1]; ++row) {
            largest = std::max(largest, magnitude(column.values[row]));
        }
        sum += largest;
    }
    return sum;
}

/// The smallest unit that makes all values whole, divided by what they then have in common.
Rational whole_number_unit(const Column& column) {
    Rational denominator(1);
    const auto widen = [&](const Rational& number) {
        const auto small = number.small();
        if (!small || small->denominator != 1) {
            denominator = common_denominator(Rational(1) / denominator, number);
        }
    };
    widen(column.constant);
    std::for_each(column.values.begin(), column.values.end(), widen);
    Rational divisor;
    const auto narrow = [&](const Rational& number) {
        if (number.sign() != 0 && divisor != Rational(1)) {
            divisor = greatest_common_divisor(divisor, number * denominator);
        }
    };
    narrow(column.constant);
    std::for_each(column.values.begin(), column.values.end(), narrow);
    return divisor.sign() == 0 ? denominator : denominator / divisor;
}

/// Exact unit where the sums then fit, else the largest power of two that does, to be rounded up.
Rational choose_unit(const Column& column, const std::vector<Row>& first_row) {
    const Rational largest = largest_sum(column, first_row);
    const Rational exact = whole_number_unit(column);
    if (largest * exact < Rational(exact_limit)) {
        return exact;
    }
    Rational unit(1);
    while (largest * unit >= Rational(exact_limit)) {
        unit /= Rational(2);
    }
    while (largest * unit * Rational(2) < Rational(exact_limit)) {
        unit *= Rational(2);
    }
    return unit;
}

std::int64_t rounded_up(const Rational& number) {
    const auto whole = number.ceil_to_int64();
    UNBRACKET_ASSERT(whole.has_value());
    return *whole;
}

std::vector<std::vector<Row>> literal_rows(const Condition& condition, const RootDomain& domain,
                                           const std::vector<Row>& first_row) {
    std::vector<std::vector<Row>> literals;
    for (const Literal& literal : condition) {
        const auto& left = domain.options[as_index(literal.issue)];
        std::vector<Row> rows;
        for (std::size_t at = 0; at < left.size(); ++at) {
            if (std::binary_search(literal.options.begin(), literal.options.end(), left[at])) {
                rows.push_back(first_row[as_index(literal.issue)] + static_cast<Row>(at));
            }
        }
        literals.push_back(std::move(rows));
    }
    return literals;
}

void add_constraints(const RootDomain& domain, SearchProblem& problem) {
    for (const Conjunction& conjunction : domain.forbidden) {
        problem.forbidden.push_back(
            {literal_rows(conjunction.literals, domain, problem.first_row)});
    }
    for (const AtMost& rule : domain.at_most) {
        AtMostRows rows{static_cast<std::size_t>(rule.count), {}};
        for (const Condition& condition : rule.conditions) {
            rows.conditions.push_back(literal_rows(condition, domain, problem.first_row));
        }
        problem.at_most.push_back(std::move(rows));
    }
}

bool is_suited_by_any_value(const CaseView& context, PartyId party) {
    return context.negotiation.party(party).scale == Scale::none ||
           is_fallback_omitted(context.negotiation, context.omissions, party);
}

Column column_of(const CaseView& context, const Part& part, PartyId party) {
    Column column;
    column.values.resize(part.problem.row_count());
    if (is_suited_by_any_value(context, party)) {
        return column;
    }
    const ReducedValues reduced = reduce(context.negotiation, context.appraisal, party,
                                         part.question.certainty, part.question.pattern);
    column.constant = reduced.constant;
    for (std::size_t issue = 0; issue < reduced.values.size(); ++issue) {
        if (reduced.values[issue].empty()) {
            continue;
        }
        const Row first = part.problem.first_row[issue];
        for (Row row = first; row < part.problem.first_row[issue + 1]; ++row) {
            column.values[row] = reduced.values[issue][as_index(part.row_options[row])];
        }
    }
    return column;
}

struct ScaledColumn {
    PartyId party;
    Rational unit;
    std::int64_t constant = 0;
    std::vector<std::int64_t> values;
};

ScaledColumn scaled(const CaseView& context, const Part& part, PartyId party) {
    const Column column = column_of(context, part, party);
    ScaledColumn result{party, choose_unit(column, part.problem.first_row), 0, {}};
    // A whole number above 0 is at least 1, also where values were rounded up.
    const bool wants_more =
        context.appraisal[as_index(party)].wants_more && !is_suited_by_any_value(context, party);
    result.constant = rounded_up(column.constant * result.unit) - (wants_more ? 1 : 0);
    for (const Rational& value : column.values) {
        result.values.push_back(rounded_up(value * result.unit));
    }
    return result;
}

/// Columns in the order of their numbers, so that neither names nor the order of the file matter.
std::vector<ScaledColumn> in_order_of_data(const CaseView& context, const Part& part,
                                           const std::vector<PartyId>& parties) {
    std::vector<ScaledColumn> columns;
    for (const PartyId party : parties) {
        columns.push_back(scaled(context, part, party));
    }
    std::stable_sort(
        columns.begin(), columns.end(), [](const ScaledColumn& a, const ScaledColumn& b) {
            return a.constant != b.constant ? a.constant < b.constant : a.values < b.values;
        });
    return columns;
}

std::vector<PartyId> other_counted_parties(const Case& negotiation,
                                           const std::vector<PartyId>& accepting) {
    std::vector<PartyId> others;
    for (const PartyId party : negotiation.agreement.counted) {
        if (std::find(accepting.begin(), accepting.end(), party) == accepting.end()) {
            others.push_back(party);
        }
    }
    return others;
}

void add_columns(const CaseView& context, Part& part) {
    std::vector<ScaledColumn> columns = in_order_of_data(context, part, part.question.accepting);
    part.problem.required_count = columns.size();
    if (part.question.at_least) {
        const auto others = other_counted_parties(context.negotiation, part.question.accepting);
        for (ScaledColumn& column : in_order_of_data(context, part, others)) {
            columns.push_back(std::move(column));
        }
        const auto needed = static_cast<std::size_t>(*part.question.at_least);
        part.problem.optional_needed = needed - std::min(needed, part.question.accepting.size());
    }
    part.problem.party_count = columns.size();
    part.problem.values.resize(part.problem.row_count() * columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        part.columns.push_back(columns[at].party);
        part.units.push_back(columns[at].unit);
        part.problem.constants.push_back(columns[at].constant);
        for (Row row = 0; row < part.problem.row_count(); ++row) {
            part.problem.values[row * columns.size() + at] = columns[at].values[row];
        }
    }
}

} // namespace

Outcome Part::outcome_of(const RowChoice& choice) const {
    Outcome outcome;
    for (const Row row : choice) {
        outcome.push_back(row_options[row]);
    }
    return outcome;
}

Part build_part(const CaseView& context, PartQuestion question) {
    Part part;
    part.question = std::move(question);
    const RootDomain domain = root_domain(context, part.question);
    if (domain.is_empty) {
        part.is_empty = true;
        return part;
    }
    part.problem.first_row.push_back(0);
    for (const std::vector<OptionId>& options : domain.options) {
        part.row_options.insert(part.row_options.end(), options.begin(), options.end());
        part.problem.first_row.push_back(static_cast<Row>(part.row_options.size()));
    }
    add_columns(context, part);
    add_constraints(domain, part.problem);
    return part;
}

} // namespace unbracket
