#include "unbracket/base/odometer.hpp"
#include "unbracket/frontier/coalition_conditions.hpp"
#include "unbracket/frontier/coalition_counts.hpp"

#include <algorithm>
#include <limits>

// Counting without looking at outcomes. How many choices on some issues give each combination of
// sums is a table that is built issue by issue; a sum needs to be known only up to what the party
// needs, since values are never negative, and a barred option puts the party's sum for good into a
// place of its own below all others. Once the table holds, for each combination, how many choices
// reach at least it, the number that any set of parties accepts is one entry.
//
// Issues that a condition looks at stay out of the table. They are turned through one by one, and
// at each choice the table says how many choices on all other issues go with it.
//
// Source: Bellman (1957), Dynamic programming, chapter I [bellman1957dynamic]

namespace unbracket {

namespace {

__extension__ using Count = unsigned __int128;

constexpr double most_states = 4e6;
constexpr double most_lookups = 3e8;
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

Rational to_rational(Count count) {
    const Rational half(std::int64_t{1} << 62U);
    const auto low = static_cast<std::int64_t>(count & ((Count{1} << 62U) - 1));
    const Count high = count >> 62U;
    const auto middle = static_cast<std::int64_t>(high & ((Count{1} << 62U) - 1));
    const auto top = static_cast<std::int64_t>(high >> 62U);
    return (Rational(top) * half + Rational(middle)) * half + Rational(low);
}

struct Plan {
    IssueSplit split; // wheels: what conditions look at; block: in the table
    /// By party: sums from 0 to this are told apart; below 0 for one that needs nothing of them.
    std::vector<std::int64_t> most;
    double states = 1;
    double choices = 1; // on the wheels
};

std::int64_t most_of(const AcceptanceTable& table, const AcceptingRows& own, std::size_t issue) {
    const auto begin = own.values.begin();
    return *std::max_element(begin + static_cast<std::ptrdiff_t>(table.first_row[issue]),
                             begin + static_cast<std::ptrdiff_t>(table.first_row[issue + 1]));
}

Plan plan_of(const AcceptanceTable& table) {
    Plan plan;
    const std::vector<std::size_t> conditions = conditions_on_issues(table);
    for (std::size_t issue = 0; issue < table.issue_count(); ++issue) {
        (conditions[issue] > 0 ? plan.split.wheels : plan.split.block).push_back(issue);
    }
    for (const std::size_t issue : plan.split.wheels) {
        plan.choices *= static_cast<double>(table.first_row[issue + 1] - table.first_row[issue]);
    }
    for (std::size_t place = 0; place < table.parties.size(); ++place) {
        const AcceptingRows& own = table.parties[place];
        std::int64_t needed = own.needed, reachable = 0;
        for (const RowCombination& combination : table.combinations) {
            const bool costs = combination.party == place && combination.amount.value_or(0) < 0;
            needed -= costs ? *combination.amount : 0;
        }
        for (const std::size_t issue : plan.split.block) {
            reachable += most_of(table, own, issue);
        }
        // Nothing above what can be reached has to be told apart from what cannot.
        plan.most.push_back(own.refuses ? 0 : std::clamp<std::int64_t>(needed, 0, reachable + 1));
        plan.states *= static_cast<double>(plan.most.back()) + 2;
    }
    return plan;
}

/// Combinations of sums, each party's one up to its most, with how many choices reach at least it.
class SumTable {
public:
    SumTable(const AcceptanceTable& table, const Plan& plan) : table_(table), plan_(plan) {
        std::size_t size = 1;
        for (const std::int64_t most : plan.most) {
            strides_.push_back(size);
            size *= static_cast<std::size_t>(most) + 2;
        }
        counts_.assign(size, 0);
        counts_[start()] = 1;
    }

    bool fill(const CancelFlag* cancel) {
        for (const std::size_t issue : plan_.split.block) {
            if (cancel != nullptr && cancel->is_raised()) {
                return false;
            }
            add_issue(issue);
        }
        accumulate();
        return true;
    }

    /// Choices that reach the line of each party; a line below 0 lets barred options pass.
    Count reaching(const std::vector<std::int64_t>& lines) const {
        std::size_t place = 0;
        for (std::size_t party = 0; party < lines.size(); ++party) {
            if (lines[party] > plan_.most[party]) {
                return 0;
            }
            place += static_cast<std::size_t>(lines[party] + 1) * strides_[party];
        }
        return counts_[place];
    }

private:
    /// All sums at 0: place 1 of each party, 0 being that of barred options.
    std::size_t start() const {
        std::size_t place = 0;
        for (const std::size_t stride : strides_) {
            place += stride;
        }
        return place;
    }

    std::size_t width(std::size_t party) const {
        return static_cast<std::size_t>(plan_.most[party]) + 2;
    }

    /// Where each place of a party goes with the row, times its stride.
    std::vector<std::size_t> moves(std::size_t party, Row row) const {
        const AcceptingRows& own = table_.parties[party];
        std::vector<std::size_t> to(width(party), 0);
        for (std::size_t at = 1; at < to.size() && !own.is_barred[row]; ++at) {
            const std::int64_t raised =
                static_cast<std::int64_t>(at - 1) + std::min(own.values[row], plan_.most[party]);
            to[at] = static_cast<std::size_t>(std::min(raised, plan_.most[party]) + 1);
        }
        for (std::size_t& place : to) {
            place *= strides_[party];
        }
        return to;
    }

    void add_issue(std::size_t issue) {
        std::vector<Count> next(counts_.size(), 0);
        for (Row row = table_.first_row[issue]; row < table_.first_row[issue + 1]; ++row) {
            std::vector<std::vector<std::size_t>> to;
            for (std::size_t party = 0; party < strides_.size(); ++party) {
                to.push_back(moves(party, row));
            }
            add_row(to, next);
        }
        counts_ = std::move(next);
    }

    void add_row(const std::vector<std::vector<std::size_t>>& to, std::vector<Count>& next) const {
        std::vector<std::size_t> places(strides_.size(), 0);
        const std::size_t inner = width(0);
        for (std::size_t at = 0; at < counts_.size(); at += inner) {
            std::size_t base = 0;
            for (std::size_t party = 1; party < places.size(); ++party) {
                base += to[party][places[party]];
            }
            for (std::size_t place = 0; place < inner; ++place) {
                next[base + to[0][place]] += counts_[at + place];
            }
            for (std::size_t party = 1; party < places.size(); ++party) {
                if (++places[party] < width(party)) {
                    break;
                }
                places[party] = 0;
            }
        }
    }

    /// From "exactly these sums" to "at least these", one party after the other.
    void accumulate() {
        for (std::size_t party = 0; party < strides_.size(); ++party) {
            const std::size_t stride = strides_[party];
            for (std::size_t at = counts_.size(); at-- > 0;) {
                if (at / stride % width(party) + 1 < width(party)) {
                    counts_[at] += counts_[at + stride];
                }
            }
        }
    }

    const AcceptanceTable& table_;
    const Plan& plan_;
    std::vector<std::size_t> strides_;
    std::vector<Count> counts_;
};

/// What is left to reach for each party at a choice on the wheels; nothing where the plan forbids
/// the choice.
std::optional<std::vector<std::int64_t>> lines_at(const AcceptanceTable& table,
                                                  const std::vector<Row>& choice) {
    std::vector<std::int64_t> lines;
    for (const AcceptingRows& own : table.parties) {
        std::int64_t left = own.needed;
        bool is_barred = own.refuses;
        for (const Row row : choice) {
            left -= row == no_row ? 0 : own.values[row];
            is_barred = is_barred || (row != no_row && own.is_barred[row]);
        }
        lines.push_back(is_barred ? never : left);
    }
    for (const RowCombination& combination : table.combinations) {
        if (left_of(table, combination.literals, choice) != Left::met) {
            continue;
        }
        if (!combination.party) {
            return std::nullopt;
        }
        std::int64_t& line = lines[*combination.party];
        line = !combination.amount || line == never ? never : line - *combination.amount;
    }
    for (const AtMostRows& rule : table.at_most) {
        const auto met = std::count_if(
            rule.conditions.begin(), rule.conditions.end(),
            [&](const auto& condition) { return left_of(table, condition, choice) == Left::met; });
        if (static_cast<std::size_t>(met) > rule.count) {
            return std::nullopt;
        }
    }
    return lines;
}

/// Adds for each set of parties the outcomes that all of it accept.
void add_sets(const SumTable& sums, const std::vector<std::int64_t>& lines,
              std::vector<Count>& at_least) {
    std::vector<std::int64_t> asked(lines.size());
    for (std::size_t set = 0; set < at_least.size(); ++set) {
        for (std::size_t party = 0; party < lines.size(); ++party) {
            const bool is_in = (set >> party & 1U) != 0;
            asked[party] = is_in ? std::max<std::int64_t>(lines[party], 0) : -1;
        }
        at_least[set] += sums.reaching(asked);
    }
}

/// From "at least this set" to "exactly this set".
void take_larger_sets_off(std::vector<Count>& counts) {
    for (std::size_t bit = 1; bit < counts.size(); bit *= 2) {
        for (std::size_t set = 0; set < counts.size(); ++set) {
            if ((set & bit) == 0) {
                counts[set] -= counts[set | bit];
            }
        }
    }
}

} // namespace

std::optional<TableCost> tabled_cost(const AcceptanceTable& table) {
    const std::size_t parties = table.parties.size();
    if (parties == 0 || parties > most_listed_parties || table.is_empty || !table.is_exact ||
        table.size() >= Rational(std::int64_t{1} << 62U) * Rational(std::int64_t{1} << 62U)) {
        return std::nullopt;
    }
    const Plan plan = plan_of(table);
    const double lookups = plan.choices * static_cast<double>(std::size_t{1} << parties) *
                           static_cast<double>(parties);
    if (plan.states > most_states || lookups > most_lookups) {
        return std::nullopt;
    }
    double rows = 0;
    for (const std::size_t issue : plan.split.block) {
        rows += static_cast<double>(table.first_row[issue + 1] - table.first_row[issue]);
    }
    return TableCost{plan.states * (rows + static_cast<double>(parties)) + lookups};
}

std::optional<CoalitionTally> table_coalitions(const AcceptanceTable& table,
                                               const CancelFlag* cancel) {
    const Plan plan = plan_of(table);
    SumTable sums(table, plan);
    if (!sums.fill(cancel)) {
        return std::nullopt;
    }
    std::vector<Count> counts(std::size_t{1} << table.parties.size(), 0);
    std::vector<std::size_t> sizes;
    for (const std::size_t issue : plan.split.wheels) {
        sizes.push_back(table.first_row[issue + 1] - table.first_row[issue]);
    }
    Odometer odometer(std::move(sizes));
    std::vector<Row> choice(table.issue_count(), no_row);
    do {
        for (std::size_t at = 0; at < plan.split.wheels.size(); ++at) {
            const std::size_t issue = plan.split.wheels[at];
            choice[issue] = table.first_row[issue] + static_cast<Row>(odometer[at]);
        }
        if (const auto lines = lines_at(table, choice)) {
            add_sets(sums, *lines, counts);
        }
        if (cancel != nullptr && cancel->is_raised()) {
            return std::nullopt;
        }
    } while (odometer.advance());
    take_larger_sets_off(counts);
    std::vector<Rational> exactly;
    for (const Count count : counts) {
        exactly.push_back(to_rational(count));
    }
    return tally_of(std::move(exactly));
}

} // namespace unbracket
