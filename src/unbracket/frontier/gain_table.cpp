#include "unbracket/frontier/gain_table.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/frontier/feasible_part.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <cstdlib>

// In a case of single numbers a party's gain is a sum over issues, up to its bonuses and one
// factor: the total weight. From every issue the least value is taken off and put into one
// constant; what is left has a greatest common divisor, the step, and is a whole number of steps.
// This makes tables as coarse as the entries are: with ratings in tens and small weights a party
// has a few hundred different totals, whatever its fallback. The constant is cut between steps so
// that a gain is negative exactly where its total is.
//
// Numbers with many places have a divisor so small that 64 bits do not hold the sums; profiles
// written by programs are like that. Then the step is a power of two times the divisor, and what
// numbers leave of a step stands in digits beside them. Sums of both are exact, and bounds may do
// with the whole steps.
//
// A bonus that one issue decides belongs to that issue's rows. Others stay apart as conditions, or
// are decided by splitting the outcomes into patterns.
//
// Source: Keeney and Raiffa (1976), Decisions with multiple objectives, chapter 3, for additive
// values and what may be taken off them without changing any comparison [keeney1976decisions]

namespace unbracket {

namespace {

const Rational most_steps(std::int64_t{1} << 62U);
const Rational digit_base(std::int64_t{1} << bits_of_digit);

/// The gains of one party as fractions, times the total of its weights.
struct ExactColumn {
    PartyId party;
    Rational constant;
    std::vector<Rational> values;                          // by row
    std::vector<std::pair<std::size_t, Rational>> amounts; // by place in the list of conditions
    Rational total_weight;
};

Rational total_weight_of(const PartyAppraisal& own) {
    Rational sum;
    for (const IssueAppraisal& issue : own.issues) {
        sum += own.scale == Scale::stances ? issue.weight.low : Rational(0);
    }
    return sum.sign() > 0 ? sum : Rational(1);
}

class TableBuilder {
public:
    TableBuilder(const CentralCase& central, const std::vector<PartyId>& bound, GainTable& table)
        : central_(central), bound_(bound), table_(table) {}

    void build() {
        const Case& negotiation = central_.negotiation;
        Part part = feasible_part(central_, bound_,
                                  BonusPattern(negotiation.bonuses.size(), BonusState::undecided));
        table_.is_empty = part.is_empty;
        table_.is_refused = some_refuse(negotiation.agreement.counted);
        table_.is_rejected = some_refuse(negotiation.agreement.required);
        if (part.is_empty) {
            return;
        }
        table_.problem.first_row = part.problem.first_row;
        table_.problem.forbidden = std::move(part.problem.forbidden);
        table_.problem.at_most = std::move(part.problem.at_most);
        table_.row_options = std::move(part.row_options);
        std::vector<PartyId> parties = negotiation.agreement.counted;
        std::int64_t accepting = negotiation.agreement.at_least.value_or(0);
        std::erase_if(parties, [&](PartyId party) {
            const bool has_no_values = central_.appraisal[as_index(party)].scale == Scale::none;
            accepting -= has_no_values && may_accept(party) ? 1 : 0;
            return has_no_values;
        });
        table_.accepting = static_cast<std::size_t>(std::max<std::int64_t>(accepting, 0));
        DataOrder(negotiation, central_.appraisal).sort(parties);
        for (const PartyId party : parties) {
            add_bonuses(exact_columns_.emplace_back(exact_column(party)));
        }
        table_.problem.party_count = table_.problem.required_count = exact_columns_.size();
        table_.problem.values.resize(table_.row_options.size() * exact_columns_.size());
        table_.problem.constants.resize(exact_columns_.size());
        for (std::size_t at = 0; at < exact_columns_.size(); ++at) {
            write(at, exact_columns_[at]);
        }
        write_digits();
        std::erase_if(table_.conditionals, is_nothing);
    }

private:
    bool some_refuse(const std::vector<PartyId>& parties) const {
        return std::any_of(parties.begin(), parties.end(), [&](PartyId party) {
            return central_.negotiation.intent_of(party) == Intent::refuses;
        });
    }

    /// A party whose limits are not looked at is not said to accept anything.
    bool may_accept(PartyId party) const {
        const bool is_bound = std::find(bound_.begin(), bound_.end(), party) != bound_.end();
        return !some_refuse({party}) && (is_bound || !has_limits(central_, party));
    }

    std::pair<Row, Row> rows_of(std::size_t issue) const {
        return {table_.problem.first_row[issue], table_.problem.first_row[issue + 1]};
    }

    ExactColumn exact_column(PartyId party) const {
        const Case& negotiation = central_.negotiation;
        const ReducedValues reduced =
            reduce(negotiation, central_.appraisal, party, Certainty::possible,
                   BonusPattern(negotiation.bonuses.size(), BonusState::off));
        ExactColumn column{party, reduced.constant, {}, {}, {}};
        column.values.resize(table_.row_options.size());
        column.total_weight = total_weight_of(central_.appraisal[as_index(party)]);
        for (std::size_t issue = 0; issue < reduced.values.size(); ++issue) {
            const auto [first, end] = rows_of(issue);
            for (Row row = first; row < end && !reduced.values[issue].empty(); ++row) {
                column.values[row] = reduced.values[issue][as_index(table_.row_options[row])];
            }
        }
        return column;
    }

    /// The rows that are left of a literal; nothing where it holds whatever is chosen.
    std::optional<std::vector<Row>> open_rows(const Literal& literal) const {
        const auto [first, end] = rows_of(as_index(literal.issue));
        std::vector<Row> rows;
        for (Row row = first; row < end; ++row) {
            if (std::binary_search(literal.options.begin(), literal.options.end(),
                                   table_.row_options[row])) {
                rows.push_back(row);
            }
        }
        return rows.size() == end - first ? std::nullopt : std::optional(rows);
    }

    void add_bonus(std::size_t at, ExactColumn& column) {
        const Bonus& bonus = central_.negotiation.bonuses[at];
        std::vector<std::vector<Row>> literals;
        for (const Literal& literal : bonus.when) {
            if (auto rows = open_rows(literal)) {
                literals.push_back(std::move(*rows));
            }
        }
        const auto is_impossible = [](const std::vector<Row>& rows) { return rows.empty(); };
        if (std::any_of(literals.begin(), literals.end(), is_impossible)) {
            return;
        }
        const Rational amount = bonus.value.low * column.total_weight;
        if (literals.empty()) {
            column.constant += amount;
        } else if (literals.size() == 1) {
            for (const Row row : literals.front()) {
                column.values[row] += amount;
            }
        } else {
            column.amounts.emplace_back(table_.conditionals.size(), amount);
            table_.conditionals.push_back({exact_columns_.size() - 1, at, std::move(literals), 0});
        }
    }

    void add_bonuses(ExactColumn& column) {
        std::vector<std::size_t> own;
        for (std::size_t at = 0; at < central_.negotiation.bonuses.size(); ++at) {
            if (central_.negotiation.bonuses[at].party == column.party) {
                own.push_back(at);
            }
        }
        if (own.size() > 1) {
            DataOrder(central_.negotiation, central_.appraisal).sort_bonuses(own);
        }
        for (const std::size_t at : own) {
            add_bonus(at, column);
        }
    }

    /// Takes the least value off every issue and returns the largest sum of magnitudes.
    Rational lower_to_zero(ExactColumn& column) const {
        Rational largest;
        for (std::size_t issue = 0; issue < table_.problem.issue_count(); ++issue) {
            const auto [first, end] = rows_of(issue);
            const auto begin = column.values.begin();
            const auto [least, most] = std::minmax_element(begin + first, begin + end);
            const Rational taken = *least;
            largest += *most - taken;
            column.constant += taken;
            for (Row row = first; row < end; ++row) {
                column.values[row] -= taken;
            }
        }
        for (const auto& [at, amount] : column.amounts) {
            largest += amount.sign() < 0 ? -amount : amount;
        }
        return largest + (column.constant.sign() < 0 ? -column.constant : column.constant);
    }

    /// The largest number that divides all values and amounts, and the constant where asked for.
    static Rational common_step(const ExactColumn& column, bool with_constant) {
        std::vector<Rational> numbers = column.values;
        for (const auto& [at, amount] : column.amounts) {
            numbers.push_back(amount);
        }
        if (with_constant) {
            numbers.push_back(column.constant);
        }
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return Rational(1) / whole_number_unit(numbers);
    }

    static std::int64_t rounded_down(const Rational& number) {
        const auto whole = number.floor_to_int64();
        UNBRACKET_ASSERT(whole.has_value());
        return *whole;
    }

    /// The step, with digits where 64 bits do not hold this many.
    static void set_step(const ExactColumn& exact, const Rational& largest, GainColumn& column) {
        const auto is_too_fine = [&] { return largest / column.step + Rational(1) >= most_steps; };
        column.step = common_step(exact, false);
        if (!is_too_fine()) {
            return;
        }
        column.step = common_step(exact, true);
        std::size_t doublings = 0;
        for (; is_too_fine(); ++doublings) {
            column.step *= Rational(2);
        }
        column.digits = (doublings + bits_of_digit - 1) / bits_of_digit;
    }

    void write(std::size_t at, ExactColumn& exact) {
        const Rational largest = lower_to_zero(exact);
        GainColumn column;
        column.party = exact.party;
        set_step(exact, largest, column);
        const std::int64_t constant = rounded_down(exact.constant / column.step);
        if (column.digits == 0) {
            column.rest = exact.constant - column.step * Rational(constant);
        }
        table_.problem.constants[at] = constant;
        for (Row row = 0; row < exact.values.size(); ++row) {
            table_.problem.values[row * exact_columns_.size() + at] =
                rounded_down(exact.values[row] / column.step);
        }
        for (const auto& [condition, amount] : exact.amounts) {
            table_.conditionals[condition].amount = rounded_down(amount / column.step);
        }
        column.first_digit = exact_columns_.size() + table_.digit_count;
        table_.digit_count += column.digits;
        column.step /= exact.total_weight;
        column.rest /= exact.total_weight;
        const PartyAppraisal& own = central_.appraisal[as_index(exact.party)];
        column.fallback = std::get<Interval>(own.fallback).low - own.supposed_less;
        column.is_required = central_.negotiation.is_required(exact.party);
        column.refuses = !may_accept(exact.party);
        table_.columns.push_back(std::move(column));
    }

    /// What the number leaves of a step.
    static std::vector<std::int64_t> digits_of(const Rational& number, const Rational& step,
                                               std::size_t count) {
        Rational rest = number / step;
        rest -= Rational(rounded_down(rest));
        std::vector<std::int64_t> digits;
        while (digits.size() < count) {
            rest *= digit_base;
            digits.push_back(rounded_down(rest));
            rest -= Rational(digits.back());
        }
        UNBRACKET_ASSERT(rest.sign() == 0);
        return digits;
    }

    void write_digits() {
        const std::size_t count = table_.digit_count;
        table_.row_digits.assign(count * table_.row_options.size(), 0);
        table_.constant_digits.assign(count, 0);
        for (std::size_t at = 0; at < exact_columns_.size(); ++at) {
            if (table_.columns[at].digits > 0) {
                write_digits_of(at);
            }
        }
    }

    void write_digits_of(std::size_t at) {
        const ExactColumn& exact = exact_columns_[at];
        const GainColumn& column = table_.columns[at];
        const Rational step = column.step * exact.total_weight;
        const auto place = static_cast<std::ptrdiff_t>(column.first_digit - exact_columns_.size());
        const auto put = [&](const Rational& number, auto to) {
            const auto digits = digits_of(number, step, column.digits);
            std::copy(digits.begin(), digits.end(), to + place);
        };
        put(exact.constant, table_.constant_digits.begin());
        for (Row row = 0; row < exact.values.size(); ++row) {
            put(exact.values[row],
                table_.row_digits.begin() + static_cast<std::ptrdiff_t>(row * table_.digit_count));
        }
        for (const auto& [condition, amount] : exact.amounts) {
            table_.conditionals[condition].digits = digits_of(amount, step, column.digits);
        }
    }

    static bool is_nothing(const ConditionalGain& gain) {
        return gain.amount == 0 && std::all_of(gain.digits.begin(), gain.digits.end(),
                                               [](std::int64_t digit) { return digit == 0; });
    }

    const CentralCase& central_;
    const std::vector<PartyId>& bound_;
    GainTable& table_;
    std::vector<ExactColumn> exact_columns_;
};

/// The choice has one row an issue, so they stand in ascending order, as those of a literal do.
bool is_met(const std::vector<std::vector<Row>>& literals, const RowChoice& choice) {
    return std::all_of(literals.begin(), literals.end(), [&](const std::vector<Row>& rows) {
        const auto chosen = std::lower_bound(choice.begin(), choice.end(), rows.front());
        return chosen != choice.end() && std::binary_search(rows.begin(), rows.end(), *chosen);
    });
}

/// Steps, and what is left of one.
Rational with_digits(std::int64_t steps, std::span<const std::int64_t> digits) {
    Rational left;
    for (std::size_t at = digits.size(); at-- > 0;) {
        left = (left + Rational(digits[at])) / digit_base;
    }
    return Rational(steps) + left;
}

} // namespace

bool GainTable::is_in_zone(std::span<const std::int64_t> totals) const {
    std::size_t agreeing = 0;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const bool agrees = totals[at] >= 0 && !columns[at].refuses;
        if (!agrees && columns[at].is_required) {
            return false;
        }
        agreeing += agrees ? 1 : 0;
    }
    return agreeing >= accepting && !is_rejected;
}

Outcome GainTable::outcome_of(const RowChoice& choice) const {
    Outcome outcome;
    for (const Row row : choice) {
        outcome.push_back(row_options[row]);
    }
    return outcome;
}

Totals GainTable::totals(const RowChoice& choice) const {
    Totals sums = start();
    for (const Row row : choice) {
        add_row(row, sums);
    }
    for (const ConditionalGain& gain : conditionals) {
        if (is_met(gain.literals, choice)) {
            add_amount(gain, sums);
        }
    }
    carry(sums);
    return sums;
}

Rational GainTable::gain(std::size_t column, std::span<const std::int64_t> totals) const {
    const GainColumn& own = columns[column];
    const auto digits = totals.subspan(own.digits == 0 ? totals.size() : own.first_digit);
    return own.rest + own.step * with_digits(totals[column], digits.first(own.digits));
}

Rational GainTable::value(std::size_t column, std::span<const std::int64_t> totals) const {
    return columns[column].fallback + gain(column, totals);
}

Totals GainTable::start() const {
    Totals sums = problem.constants;
    sums.insert(sums.end(), constant_digits.begin(), constant_digits.end());
    return sums;
}

void GainTable::add_row(Row row, std::span<std::int64_t> totals) const {
    const std::size_t width = columns.size();
    const auto values = problem.row(row);
    for (std::size_t at = 0; at < width; ++at) {
        totals[at] += values[at];
    }
    for (std::size_t at = 0; at < digit_count; ++at) {
        totals[width + at] += row_digits[row * digit_count + at];
    }
}

void GainTable::add_amount(const ConditionalGain& gain, std::span<std::int64_t> totals) const {
    totals[gain.column] += gain.amount;
    for (std::size_t at = 0; at < gain.digits.size(); ++at) {
        totals[columns[gain.column].first_digit + at] += gain.digits[at];
    }
}

void GainTable::carry(std::span<std::int64_t> totals) const {
    for (std::size_t column = 0; column < columns.size() && digit_count > 0; ++column) {
        std::int64_t carried = 0;
        for (std::size_t at = columns[column].digits; at-- > 0;) {
            std::int64_t& digit = totals[columns[column].first_digit + at];
            digit += carried;
            carried = digit >> bits_of_digit;
            digit -= carried << bits_of_digit;
        }
        totals[column] += carried;
    }
}

Rational GainTable::row_value(std::size_t column, Row row) const {
    const GainColumn& own = columns[column];
    const std::size_t first = row * digit_count + own.first_digit - columns.size();
    return with_digits(problem.row(row)[column],
                       own.digits == 0 ? std::span<const std::int64_t>()
                                       : std::span(row_digits).subspan(first, own.digits));
}

Interval GainTable::gain_range(std::size_t column) const {
    const Rational least = gain(column, start());
    Rational steps;
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        Rational most;
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            most = std::max(most, row_value(column, row));
        }
        steps += most;
    }
    return {least, least + steps * columns[column].step};
}

Rational GainTable::span(std::size_t column) const {
    Rational steps;
    for (const ConditionalGain& gain : conditionals) {
        const Rational amount =
            gain.column == column ? with_digits(gain.amount, gain.digits) : Rational();
        steps += amount.sign() < 0 ? -amount : amount;
    }
    const Interval range = gain_range(column);
    return range.high - range.low + steps * columns[column].step;
}

std::vector<Row> GainTable::rows_of(const SearchProblem& part,
                                    const std::vector<OptionId>& part_options) const {
    std::vector<Row> rows;
    for (std::size_t issue = 0; issue < part.issue_count(); ++issue) {
        Row in_table = problem.first_row[issue];
        for (Row row = part.first_row[issue]; row < part.first_row[issue + 1]; ++row) {
            while (row_options[in_table] != part_options[row]) {
                ++in_table;
            }
            rows.push_back(in_table);
        }
    }
    return rows;
}

bool has_limits(const CentralCase& central, PartyId party) {
    const auto& limits = central.negotiation.limits;
    const auto& issues = central.appraisal[as_index(party)].issues;
    const auto is_red = [](const OptionAppraisal& option) { return option.is_red_line; };
    return std::any_of(limits.begin(), limits.end(),
                       [&](const Limit& limit) { return limit.is_on && limit.party == party; }) ||
           std::any_of(issues.begin(), issues.end(), [&](const IssueAppraisal& issue) {
               return std::any_of(issue.options.begin(), issue.options.end(), is_red);
           });
}

GainTable gain_table(const CentralCase& central, const std::vector<PartyId>& bound) {
    GainTable table;
    TableBuilder(central, bound, table).build();
    return table;
}

GainTable gain_table(const CentralCase& central) {
    return gain_table(central, central.negotiation.agreement.counted);
}

} // namespace unbracket
