#include "unbracket/zone/part.hpp"

#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/root_domain.hpp"
#include "unbracket/zone/shared_bonuses.hpp"

#include <algorithm>

// From a question about a case to rows and columns that the search adds up: an option that limits
// and rules leave is a row, a party's reduced values are a column of whole numbers. Where these had
// to be rounded they were rounded upwards, which only makes parties easier to please: bounds stay
// bounds, and an outcome that looks acceptable meets the exact test at the leaf. So no verdict
// depends on it.
//
// Each party has its own unit, since points of different parties are not comparable. Columns stand
// in the order of their numbers, so that neither names nor the order of the file enter.
//
// Source: Neumaier and Shcherbina (2004), Safe bounds in linear and mixed-integer linear
// programming [neumaier2004safe]

namespace unbracket {

namespace {

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

ReducedValues reduced_values(const CaseView& context, const PartQuestion& question, PartyId party) {
    for (const auto& [other, instead] : question.instead) {
        if (other == party) {
            return instead;
        }
    }
    ReducedValues reduced =
        reduce(context.negotiation, context.appraisal, party, question.certainty, question.pattern);
    share_out_bonuses(context, party, question.certainty, question.pattern, reduced);
    return reduced;
}

/// A party's column in whole numbers.
struct PartyColumn {
    PartyId party;
    ScaledColumn scaled;
};

PartyColumn party_column(const CaseView& context, const Part& part, PartyId party) {
    const bool wants_more =
        context.appraisal[as_index(party)].wants_more && !is_suited_by_any_value(context, party);
    return {party, scaled_column(row_values(context, part, party), part.problem.first_row,
                                 wants_more ? AtZero::refused : AtZero::suits)};
}

/// Columns in the order of their numbers, so that neither names nor the order of the file matter.
std::vector<PartyColumn> in_order_of_data(const CaseView& context, const Part& part,
                                          const std::vector<PartyId>& parties) {
    std::vector<PartyColumn> columns;
    for (const PartyId party : parties) {
        columns.push_back(party_column(context, part, party));
    }
    std::stable_sort(columns.begin(), columns.end(),
                     [](const PartyColumn& a, const PartyColumn& b) {
                         return stands_before(a.scaled, b.scaled);
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
    std::vector<PartyColumn> columns = in_order_of_data(context, part, part.question.accepting);
    part.problem.required_count = columns.size();
    if (part.question.at_least) {
        const auto others = other_counted_parties(context.negotiation, part.question.accepting);
        for (PartyColumn& column : in_order_of_data(context, part, others)) {
            columns.push_back(std::move(column));
        }
        const auto needed = static_cast<std::size_t>(*part.question.at_least);
        part.problem.optional_needed = needed - std::min(needed, part.question.accepting.size());
    }
    part.problem.party_count = columns.size();
    part.problem.values.resize(part.problem.row_count() * columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        part.columns.push_back(columns[at].party);
        part.units.push_back(columns[at].scaled.unit);
        part.problem.constants.push_back(columns[at].scaled.constant);
        for (Row row = 0; row < part.problem.row_count(); ++row) {
            part.problem.values[row * columns.size() + at] = columns[at].scaled.values[row];
        }
    }
}

/// An outcome is tested bonus by bonus; about as many literals as this are looked at in the time
/// that an option takes.
constexpr std::uint64_t literals_for_a_node = 4;

/// What testing an outcome counts as, where bonuses are undecided.
std::uint64_t nodes_for_a_test(const Case& negotiation, const BonusPattern& pattern) {
    std::uint64_t literals = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        literals += pattern[at] == BonusState::undecided ? negotiation.bonuses[at].when.size() : 0;
    }
    return literals / literals_for_a_node;
}

} // namespace

RowValues row_values(const CaseView& context, const Part& part, PartyId party) {
    RowValues column;
    column.values.resize(part.problem.row_count());
    if (is_suited_by_any_value(context, party)) {
        return column;
    }
    const ReducedValues reduced = reduced_values(context, part.question, party);
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
    part.problem.leaf_nodes = nodes_for_a_test(context.negotiation, part.question.pattern);
    return part;
}

} // namespace unbracket
