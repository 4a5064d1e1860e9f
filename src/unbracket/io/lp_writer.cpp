// A case as a pure 0-1 program. One column an option, one of them 1 in each issue. A literal
// ("share is 35 or 40") is the sum of its columns, so conditions over several issues are counted:
// of n literals all hold when their sums add up to n. Where a combination has points of its own, or
// is itself counted, it gets a column with y <= each literal and y >= their sum - (n - 1), which in
// 0-1 points is exactly "all hold" (Williams, Model Building in Mathematical Programming, chapter
// 9).

#include "unbracket/io/lp_writer.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/lp_problems.hpp"
#include "unbracket/io/lp_row.hpp"
#include "unbracket/io/lp_values.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {
namespace {

class LpWriter {
public:
    explicit LpWriter(const Case& negotiation) : case_(negotiation), problems_(negotiation) {}

    Result<std::string> write() {
        if (case_.issues.empty()) {
            problems_.refuse("the case has no issues");
            return problems_.list();
        }
        add_issues();
        for (const Rule& rule : case_.rules) {
            add_rule(rule);
        }
        const std::vector<PartyId> parties = accepting_parties();
        for (const PartyId party : parties) {
            add_party(party);
        }
        for (const Limit& limit : case_.limits) {
            if (limit.is_on && (!limit.party || holds(parties, *limit.party))) {
                add_limit(limit);
            }
        }
        const std::string rows = rows_as_text();
        if (!problems_.list().empty()) {
            return problems_.in_order();
        }
        return legend() + "Minimize\n nothing: 0 x_1_1\nSubject To\n" + rows + "Binaries\n" +
               columns() + "End\n";
    }

private:
    static bool holds(const std::vector<PartyId>& parties, PartyId party) {
        return std::ranges::find(parties, party) != parties.end();
    }

    /// Those who all have to accept; where others may stand in for them the program has no row.
    std::vector<PartyId> accepting_parties() {
        const AgreementRule& rule = case_.agreement;
        const auto least = static_cast<std::size_t>(std::max(0, rule.at_least.value_or(0)));
        if (least <= rule.required.size()) {
            return rule.required;
        }
        if (least > rule.counted.size()) {
            add_impossible("at_least");
        } else if (least < rule.counted.size()) {
            problems_.refuse("`agreement.at_least` leaves open which parties accept");
        }
        return rule.counted;
    }

    LpRow& add_row(const std::string& name, LpSense sense, const Rational& bound) {
        rows_.emplace_back(name + "_" + std::to_string(rows_.size() + 1), sense, bound);
        return rows_.back();
    }

    void add_issues() {
        for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
            LpRow& row = add_row("issue", LpSense::equal, 1);
            for (std::size_t option = 0; option < case_.issues[issue].options.size(); ++option) {
                row.add(option_column(IssueId(issue), OptionId(option)), 1);
            }
        }
    }

    void add_impossible(const std::string& name) {
        add_row(name, LpSense::at_least, 2).add(option_column(IssueId(0), OptionId(0)), 1);
    }

    static void add_literal(LpRow& row, const Literal& literal, const Rational& factor) {
        for (const OptionId option : literal.options) {
            row.add(option_column(literal.issue, option), factor);
        }
    }

    /// Not all of these literals hold.
    void add_exclusion(const std::string& name, const Condition& first, const Condition& second) {
        const std::size_t count = first.size() + second.size();
        LpRow& row =
            add_row(name, LpSense::at_most, Rational(static_cast<std::int64_t>(count)) - 1);
        for (const Literal& literal : first) {
            add_literal(row, literal, 1);
        }
        for (const Literal& literal : second) {
            add_literal(row, literal, 1);
        }
    }

    /// If all of the premise holds, then all of the conclusion.
    void add_implication(const std::string& name, const Condition& premise,
                         const Condition& conclusion) {
        const auto count = static_cast<std::int64_t>(premise.size());
        for (const Literal& needed : conclusion) {
            LpRow& row = add_row(name, LpSense::at_most, Rational(count - 1));
            for (const Literal& literal : premise) {
                add_literal(row, literal, 1);
            }
            add_literal(row, needed, -1);
        }
    }

    /// Adds `points` to the row wherever the whole condition holds.
    void add_combination(LpRow& row, const Condition& condition, const Rational& points) {
        if (condition.size() == 1) {
            add_literal(row, condition.front(), points);
            return;
        }
        const LpColumn product{LpColumn::Kind::product, combinations_++, 0};
        row.add(product, points);
        const auto count = static_cast<std::int64_t>(condition.size());
        LpRow all("all_" + std::to_string(combinations_), LpSense::at_least, Rational(1 - count));
        all.add(product, 1);
        for (const Literal& literal : condition) {
            LpRow each("each_" + std::to_string(combinations_), LpSense::at_most, 0);
            each.add(product, 1);
            add_literal(each, literal, -1);
            links_.push_back(std::move(each));
            add_literal(all, literal, -1);
        }
        links_.push_back(std::move(all));
    }

    void add_rule(const Rule& rule) {
        std::visit(
            Overloaded{[&](const Implication& body) {
                           add_implication("rule", body.premise, body.conclusion);
                       },
                       [&](const Exclusion& body) { add_exclusion("rule", body.forbidden, {}); },
                       [&](const AtMost& body) {
                           LpRow& row = add_row("rule", LpSense::at_most, body.count);
                           for (const Condition& condition : body.conditions) {
                               add_combination(row, condition, 1);
                           }
                       }},
            rule.body);
    }

    void add_limit(const Limit& limit) {
        if (limit.sense == LimitSense::needs) {
            add_implication("limit", limit.premise, limit.body);
        } else {
            add_exclusion("limit", limit.premise, limit.body);
        }
    }

    void add_party(PartyId party) {
        for (const IntentEntry& intent : case_.intents) {
            if (intent.party == party && intent.intent == Intent::refuses) {
                add_impossible("refuses");
            } else if (intent.party == party && intent.intent == Intent::doubtful) {
                problems_.refuse(intent.entry, "is doubtful");
            }
        }
        const SingleValues values(case_, party, problems_);
        LpRow total("value_" + case_number(party), LpSense::at_least, 0);
        for (std::size_t at = 0; at < case_.issues.size(); ++at) {
            add_options(IssueId(at), values, total);
        }
        if (case_.party(party).scale == Scale::none) {
            return;
        }
        for (const Bonus& bonus : case_.bonuses) {
            if (bonus.party == party) {
                add_combination(total, bonus.when, values.bonus(bonus));
            }
        }
        total.move_bound(values.accepted_from());
        rows_.push_back(std::move(total));
    }

    void add_options(IssueId issue, const SingleValues& values, LpRow& total) {
        for (std::size_t at = 0; at < case_.issue(issue).options.size(); ++at) {
            const OptionId option(at);
            if (values.is_red_line(issue, option)) {
                add_row("red", LpSense::equal, 0).add(option_column(issue, option), 1);
            } else {
                total.add(option_column(issue, option), values.points(issue, option));
            }
        }
    }

    static std::string case_number(PartyId party) { return std::to_string(as_index(party) + 1); }

    std::string rows_as_text() {
        rows_.insert(rows_.end(), links_.begin(), links_.end());
        std::string text;
        for (const LpRow& row : rows_) {
            const std::optional<std::string> line = row.to_text();
            if (!line) {
                problems_.refuse("the row " + row.name() + " needs more than 15 digits");
            }
            text += line.value_or("");
        }
        return text;
    }

    std::string legend() const {
        std::string text = "\\ " + quoted(case_.title) + "\n";
        for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
            const Issue& named = case_.issues[issue];
            for (std::size_t option = 0; option < named.options.size(); ++option) {
                text += "\\ " + to_lp_name(option_column(IssueId(issue), OptionId(option))) + ": " +
                        quoted(named.key) + " is " + quoted(named.options[option].key) + "\n";
            }
        }
        for (std::size_t party = 0; party < case_.parties.size(); ++party) {
            text += "\\ value_" + case_number(PartyId(party)) + ": " +
                    quoted(case_.parties[party].key) + "\n";
        }
        return text;
    }

    std::string columns() const {
        std::string text;
        for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
            for (std::size_t option = 0; option < case_.issues[issue].options.size(); ++option) {
                text += " " + to_lp_name(option_column(IssueId(issue), OptionId(option))) + "\n";
            }
        }
        for (std::size_t product = 0; product < combinations_; ++product) {
            text += " " + to_lp_name({LpColumn::Kind::product, product, 0}) + "\n";
        }
        return text;
    }

    const Case& case_;
    LpProblems problems_;
    std::vector<LpRow> rows_;
    std::vector<LpRow> links_; // what ties the columns of combinations to their literals
    std::size_t combinations_ = 0;
};

} // namespace

Result<std::string> write_lp(const Case& negotiation) {
    return LpWriter(negotiation).write();
}

} // namespace unbracket
