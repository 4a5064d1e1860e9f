#include "unbracket/frontier/acceptance_table.hpp"

#include "unbracket/frontier/gain_table.hpp"
#include "unbracket/zone/root_domain.hpp"

#include <algorithm>

// Counting who accepts asks for two things that a gain table mixes: which outcomes the plan allows,
// and which of these each party accepts. So the table of gains is made of the case without any
// party's red lines and limits, and these are put back party by party: what its limits exclude on a
// single issue bars a row, what they exclude together is a combination. The rows that limits leave
// are those of the search, by the one-literal rule.
//
// Source: Davis, Logemann and Loveland (1962), A machine program for theorem-proving, the rule for
// one-literal clauses [davis1962machine]

namespace unbracket {

namespace {

/// The case as if no party had a red line or limit, or refused; norms and rules stay.
CentralCase plan_only(const CentralCase& central) {
    CentralCase plan = central;
    std::erase_if(plan.negotiation.limits,
                  [](const Limit& limit) { return limit.party.has_value(); });
    for (PartyAppraisal& own : plan.appraisal) {
        for (IssueAppraisal& issue : own.issues) {
            for (OptionAppraisal& option : issue.options) {
                option.is_red_line = false;
            }
        }
    }
    return plan;
}

/// The case with the limits of one party alone.
Case limits_only(const Case& negotiation, PartyId party) {
    Case own = negotiation;
    own.rules.clear();
    std::erase_if(own.limits, [&](const Limit& limit) { return limit.party != party; });
    return own;
}

class TableMaker {
public:
    TableMaker(const CentralCase& central, AcceptanceTable& table)
        : central_(central), table_(table), gains_(gain_table(plan_only(central))) {}

    void make() {
        table_.is_empty = gains_.is_empty;
        table_.is_exact = gains_.digit_count == 0;
        table_.first_row = {0};
        if (table_.is_empty) {
            for (const PartyId party : central_.negotiation.agreement.counted) {
                table_.parties.push_back({party, true, 0, {}, {}});
            }
            return;
        }
        table_.first_row = gains_.problem.first_row;
        table_.row_options = gains_.row_options;
        table_.at_most = gains_.problem.at_most;
        for (const ForbiddenRows& forbidden : gains_.problem.forbidden) {
            table_.combinations.push_back({forbidden.literals, std::nullopt, std::nullopt});
        }
        for (const PartyId party : central_.negotiation.agreement.counted) {
            add_party(party);
        }
    }

private:
    void add_party(PartyId party) {
        const std::size_t place = table_.parties.size();
        const std::size_t rows = table_.row_options.size();
        AcceptingRows& own = table_.parties.emplace_back();
        own.party = party;
        own.values.assign(rows, 0);
        own.is_barred.assign(rows, false);
        for (std::size_t column = 0; column < gains_.columns.size(); ++column) {
            if (gains_.columns[column].party == party) {
                add_values(column, place);
            }
        }
        add_limits(place);
    }

    void add_values(std::size_t column, std::size_t place) {
        AcceptingRows& own = table_.parties[place];
        own.needed = -gains_.problem.constants[column];
        for (Row row = 0; row < own.values.size(); ++row) {
            own.values[row] = gains_.problem.row(row)[column];
        }
        for (const ConditionalGain& gain : gains_.conditionals) {
            if (gain.column == column) {
                table_.combinations.push_back({gain.literals, place, gain.amount});
            }
        }
    }

    void add_limits(std::size_t place) {
        AcceptingRows& own = table_.parties[place];
        const Case limits = limits_only(central_.negotiation, own.party);
        const BonusPattern pattern(limits.bonuses.size(), BonusState::undecided);
        const RootDomain domain = root_domain({limits, central_.appraisal},
                                              {Certainty::possible, {own.party}, pattern, {}});
        own.refuses = domain.is_empty;
        for (std::size_t issue = 0; issue < table_.issue_count() && !domain.is_empty; ++issue) {
            for (const Row row : rows_of(issue)) {
                own.is_barred[row] =
                    !std::binary_search(domain.options[issue].begin(), domain.options[issue].end(),
                                        table_.row_options[row]);
            }
        }
        for (const Conjunction& conjunction : domain.forbidden) {
            add_limit(conjunction, place);
        }
    }

    std::vector<Row> rows_of(std::size_t issue) const {
        std::vector<Row> rows;
        for (Row row = table_.first_row[issue]; row < table_.first_row[issue + 1]; ++row) {
            rows.push_back(row);
        }
        return rows;
    }

    void add_limit(const Conjunction& conjunction, std::size_t place) {
        std::vector<std::vector<Row>> literals;
        for (const Literal& literal : conjunction.literals) {
            std::vector<Row> rows = rows_of(as_index(literal.issue));
            const std::size_t all = rows.size();
            std::erase_if(rows, [&](Row row) {
                return !std::binary_search(literal.options.begin(), literal.options.end(),
                                           table_.row_options[row]);
            });
            if (rows.empty()) {
                return; // the plan leaves no outcome that breaks it
            }
            if (rows.size() < all) {
                literals.push_back(std::move(rows));
            }
        }
        if (literals.size() > 1) {
            table_.combinations.push_back({std::move(literals), place, std::nullopt});
            return;
        }
        table_.parties[place].refuses = table_.parties[place].refuses || literals.empty();
        for (std::size_t at = 0; !literals.empty() && at < literals[0].size(); ++at) {
            table_.parties[place].is_barred[literals[0][at]] = true;
        }
    }

    const CentralCase& central_;
    AcceptanceTable& table_;
    GainTable gains_;
};

} // namespace

Rational AcceptanceTable::size() const {
    Rational size(is_empty ? 0 : 1);
    for (std::size_t issue = 0; issue < issue_count(); ++issue) {
        size *= Rational(static_cast<std::int64_t>(first_row[issue + 1] - first_row[issue]));
    }
    return size;
}

AcceptanceTable acceptance_table(const CentralCase& central) {
    AcceptanceTable table;
    TableMaker(central, table).make();
    return table;
}

} // namespace unbracket
