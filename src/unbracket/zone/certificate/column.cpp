#include "unbracket/zone/certificate/column.hpp"

#include <algorithm>
#include <utility>

// Judgements are no sums over issues, but what follows from them is. If a party accepts an outcome
// in some reading, then in that reading everything it has to keep, and its gain, are at least 0,
// and so is any weighing of them; and that is at most a sum over the outcome's options
// (measure.cpp). If a party accepts in every reading, it accepts in this one. Whatever weights or
// reading the certificate names, such a sum excludes nothing that is accepted; poor ones only
// exclude little.

namespace unbracket::certificate {

namespace {

constexpr std::size_t most_columns = 256;

Column read_column(const Facts& facts, Question question, const Node& node, Objection& objection) {
    const std::string name = text_of(member_of(node, "party"), "the id of a party", objection);
    Column column{read_counted_party(facts.given, name, objection), {}};
    if (objection.is_raised()) {
        return column;
    }
    objection.raise_unless(!facts.judged[as_index(column.party)].empty(),
                           "nothing binds the readings of party " + in_quotes(name) + " together");
    if (question == Question::sure) {
        check_keys(node, {{"party", "reading"}, {}}, objection);
        Reading reading = read_reading(facts, column.party, member_of(node, "reading"), objection);
        require_judged(facts, column.party, reading, objection);
        column.source = std::move(reading);
    } else {
        check_keys(node, {{"party", "judgements", "outcome"}, {"some_weight"}}, objection);
        column.source = read_judged_weights(node, facts.judged[as_index(column.party)], objection);
    }
    return column;
}

/// What all sums are multiples of: 0 where all numbers are 0.
Fraction step_of(const ColumnValues& column) {
    Integer top = 0, bottom = 1;
    const auto take = [&](const Fraction& number) {
        const Integer wide = lcm(bottom, number.bottom());
        top = gcd(Integer(top * (wide / bottom)),
                  Integer(abs(number.top()) * (wide / number.bottom())));
        bottom = wide;
    };
    take(column.constant);
    for (const std::vector<Fraction>& values : column.values) {
        std::for_each(values.begin(), values.end(), take);
    }
    return {top, bottom};
}

ColumnValues weighed(const Facts& facts, PartyId party, const JudgedWeights& weights,
                     const std::vector<Met>& bonuses, const Domain& domain) {
    const Fraction times(weights.outcome);
    Measure measure = weights.sum(facts, party);
    measure.add(worth_to_accept(facts, party), -times);
    const LargestMeasure largest(facts, party, measure, times, bonuses);
    ColumnValues column{largest.constant(), {}};
    for (std::size_t issue = 0; issue < domain.size(); ++issue) {
        std::vector<Fraction>& values = column.values.emplace_back();
        for (const OptionId option : domain[issue]) {
            values.push_back(largest.at(issue, as_index(option)));
        }
    }
    if (weights.is_strict(facts.judged[as_index(party)])) {
        const Fraction step = step_of(column);
        column.constant -= step == 0 ? Fraction(1) : step;
    }
    return column;
}

/// The worth of one option in the reading, losses off, times its weight.
Fraction worth_in(const Facts& facts, PartyId party, const Reading& reading, std::size_t issue,
                  OptionId option) {
    const IssueRanges& here = facts.ranges(party).issues[issue];
    if (!here.is_concerned) {
        return 0;
    }
    Fraction worth = reading.values[issue][as_index(option)];
    for (const std::size_t risk : here.risks) {
        if (lowers(facts.given.risks[risk], as_index(option))) {
            worth -= reading.losses[risk];
        }
    }
    return reading.weights[issue] * worth;
}

ColumnValues in_reading(const Facts& facts, PartyId party, const Reading& reading,
                        const std::vector<Met>& bonuses, const Domain& domain) {
    const Measure needed = worth_to_accept(facts, party);
    ColumnValues column{-measured(facts, party, needed, reading), {}};
    Measure whole(facts, party);
    whole.whole = 1;
    const Fraction weight = measured(facts, party, whole, reading);
    for (const std::size_t bonus : facts.ranges(party).bonuses) {
        const bool counts = bonuses[bonus] == Met::yes ||
                            (bonuses[bonus] == Met::either && reading.bonuses[bonus] > 0);
        column.constant += counts ? weight * reading.bonuses[bonus] : Fraction(0);
    }
    for (std::size_t issue = 0; issue < domain.size(); ++issue) {
        std::vector<Fraction>& values = column.values.emplace_back();
        for (const OptionId option : domain[issue]) {
            values.push_back(worth_in(facts, party, reading, issue, option));
        }
    }
    return column;
}

} // namespace

std::vector<Column> read_columns(const Facts& facts, Question question, const Node& list,
                                 Objection& objection) {
    std::vector<Column> columns;
    const auto& items = items_of(list, "a list of columns", objection);
    objection.raise_unless(items.size() <= most_columns, "more than 256 columns");
    for (std::size_t at = 0; at < items.size() && !objection.is_raised(); ++at) {
        columns.push_back(read_column(facts, question, items[at], objection));
        objection.locate("column " + std::to_string(at + 1));
    }
    return columns;
}

ColumnValues column_values(const Facts& facts, const Column& column,
                           const std::vector<Met>& bonuses, const Domain& domain) {
    if (const auto* weights = std::get_if<JudgedWeights>(&column.source)) {
        return weighed(facts, column.party, *weights, bonuses, domain);
    }
    return in_reading(facts, column.party, std::get<Reading>(column.source), bonuses, domain);
}

} // namespace unbracket::certificate
