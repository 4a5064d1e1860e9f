#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/contradiction.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/reference/explicit_program.hpp"
#include "tests/support/case_sketch.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// Readings under judgements of whole drafts and orders of weights, against linear programmes with a
// variable for every weight, every weight times value, and the fallback times all weights: written
// down from the definition, over numbers that were drawn and not read back from the case.

namespace unbracket {
namespace {

using reference::LinearRow;

struct Range {
    std::int64_t low = 0, high = 0;
};

struct Drawn {
    std::size_t issues = 2, options = 2;
    bool has_scores = false;
    std::vector<Range> weights;
    std::vector<std::vector<Range>> values;
    std::vector<bool> is_ordered; // option 0 at least option 1 at least ...
    Range fallback;
    std::vector<Outcome> drafts;
    struct Said {
        std::string kind; // accepts, rejects, prefers, nothing below
        std::size_t draft = 0, over = 0;
    };
    std::vector<Said> said;
    bool first_is_heavier = false;
    std::optional<Range> bonus; // for option 0 of the first two issues
};

Range drawn_range(Random& random, std::int64_t most, std::int64_t width) {
    const std::int64_t low = random.between(0, most);
    return {low, std::min(most, low + random.between(0, width))};
}

Drawn draw(Random& random) {
    Drawn drawn;
    drawn.issues = static_cast<std::size_t>(random.between(2, 3));
    drawn.options = static_cast<std::size_t>(random.between(2, 3));
    drawn.has_scores = random.chance(1, 4);
    for (std::size_t issue = 0; issue < drawn.issues; ++issue) {
        drawn.weights.push_back(drawn_range(random, 6, 6));
        drawn.values.emplace_back();
        for (std::size_t option = 0; option < drawn.options; ++option) {
            drawn.values.back().push_back(drawn_range(random, 100, 80));
        }
        drawn.is_ordered.push_back(random.chance(1, 4));
    }
    drawn.weights.front().high = std::max<std::int64_t>(1, drawn.weights.front().high);
    drawn.fallback = drawn_range(
        random, drawn.has_scores ? 100 * static_cast<std::int64_t>(drawn.issues) : 100, 60);
    for (int draft = 0; draft < 3; ++draft) {
        drawn.drafts.emplace_back();
        for (std::size_t issue = 0; issue < drawn.issues; ++issue) {
            drawn.drafts.back().emplace_back(static_cast<std::size_t>(
                random.between(0, static_cast<std::int64_t>(drawn.options) - 1)));
        }
    }
    const std::vector<std::string> kinds = {"accepts", "rejects", "prefers", "nothing below"};
    for (std::int64_t count = random.between(1, 3); count > 0; --count) {
        drawn.said.push_back({kinds[static_cast<std::size_t>(random.between(0, 3))],
                              static_cast<std::size_t>(random.between(0, 2)),
                              static_cast<std::size_t>(random.between(0, 2))});
    }
    drawn.first_is_heavier = !drawn.has_scores && random.chance(1, 3);
    if (random.chance(1, 4)) {
        const std::int64_t low = random.between(-30, 20);
        drawn.bonus = Range{low, low + random.between(0, 20)};
    }
    return drawn;
}

std::string text_of(const Range& range) {
    return "[" + std::to_string(range.low) + ", " + std::to_string(range.high) + "]";
}
std::string issue_name(std::size_t at) {
    return "i" + std::to_string(at);
}
std::string option_name(OptionId option) {
    return "o" + std::to_string(as_index(option));
}

std::string issue_text(const Drawn& drawn, std::size_t at) {
    std::string options, values, order;
    for (std::size_t option = 0; option < drawn.options; ++option) {
        const std::string name = option_name(OptionId(option));
        options += (option == 0 ? "" : ", ") + name;
        values += (option == 0 ? "" : ", ") + name + " = " + text_of(drawn.values[at][option]);
        order += (option == 0 ? "" : " > ") + name;
    }
    return "issue." + issue_name(at) + " = { option = [" + options + "], " +
           (drawn.has_scores ? "score" : "stance") + ".alta = { " + values + " }" +
           (drawn.has_scores ? "" : ", weight.alta = " + text_of(drawn.weights[at])) +
           (drawn.is_ordered[at] ? ", order.alta = \"" + order + "\"" : "") + " }, ";
}

std::string case_text(const Drawn& drawn) {
    std::string text = "party.alta = {}, ";
    for (std::size_t at = 0; at < drawn.issues; ++at) {
        text += issue_text(drawn, at);
    }
    for (std::size_t at = 0; at < drawn.drafts.size(); ++at) {
        text += "draft.d" + std::to_string(at) + ".set = { ";
        for (std::size_t issue = 0; issue < drawn.issues; ++issue) {
            text += (issue == 0 ? "" : ", ") + issue_name(issue) + " = " +
                    option_name(drawn.drafts[at][issue]);
        }
        text += " }, ";
    }
    std::string said;
    for (const Drawn::Said& one : drawn.said) {
        const std::string draft = " d" + std::to_string(one.draft);
        said +=
            std::string(said.empty() ? "" : ", ") + "{ id = s" +
            std::to_string(&one - drawn.said.data()) +
            ", who = w, speaks_for = alta, attribution = named, claim = c, judgement.alta = \"" +
            one.kind + draft + (one.kind == "prefers" ? " to d" + std::to_string(one.over) : "") +
            "\" }";
    }
    text += "said = [" + said + "], ";
    if (drawn.first_is_heavier) {
        text += "order.weight.alta = \"i1 > i0\", ";
    }
    if (drawn.bonus) {
        text += "bonus = [{ party = alta, when = { i0 = o0, i1 = o0 }, value = " +
                text_of(*drawn.bonus) + " }], ";
    }
    return text + "fallback.alta = " + text_of(drawn.fallback);
}

/// Variables: weights, products by issue and option, fallback and bonus under all weights (these
/// two from a line low enough to be at least 0), and a margin.
class Program {
public:
    explicit Program(const Drawn& drawn) : drawn_(drawn) {
        for (std::size_t issue = 0; issue < drawn.issues; ++issue) {
            bound(weight(issue), drawn.has_scores ? Range{1, 1} : drawn.weights[issue],
                  constant(1));
            for (std::size_t option = 0; option < drawn.options; ++option) {
                bound(product(issue, option), drawn.values[issue][option], weight(issue));
                if (drawn.is_ordered[issue] && option > 0) {
                    rows_.push_back(minus(product(issue, option - 1), product(issue, option)));
                }
            }
        }
        bound(variable(fallback_place()), drawn.fallback, whole());
        bound(bonus(), drawn.bonus.value_or(Range{}), whole());
        rows_.push_back(minus(constant(1), variable(margin_place())));
        for (const Drawn::Said& said : drawn.said) {
            add(said);
        }
        if (drawn.first_is_heavier) {
            rows_.push_back(minus(weight(1), weight(0)));
        }
        rows_.push_back(minus(whole(), variable(margin_place()))); // some weight
    }

    LinearRow surplus(const Outcome& outcome) const {
        return minus(value(outcome), variable(fallback_place()));
    }
    /// Whether some reading keeps the row, strictly or not.
    bool has_reading(const LinearRow& row, bool is_strict) const {
        std::vector<LinearRow> rows = rows_;
        rows.push_back(is_strict ? minus(row, variable(margin_place())) : row);
        const auto most = reference::largest(variable(margin_place()), rows);
        return most && most->sign() > 0;
    }
    bool has_reading() const { return has_reading(constant(0), false); }

private:
    static constexpr std::int64_t shift = 1'000; // of the bonus, which may be negative
    std::size_t fallback_place() const { return drawn_.issues * (drawn_.options + 1); }
    std::size_t margin_place() const { return fallback_place() + 2; }

    LinearRow constant(const Rational& number) const {
        return {std::vector<Rational>(margin_place() + 1), number};
    }
    LinearRow variable(std::size_t place) const {
        LinearRow row = constant(0);
        row.coefficients[place] = 1;
        return row;
    }
    LinearRow weight(std::size_t issue) const { return variable(issue); }
    LinearRow product(std::size_t issue, std::size_t option) const {
        return variable(drawn_.issues + issue * drawn_.options + option);
    }
    LinearRow bonus() const {
        return plus(variable(fallback_place() + 1), whole(), Rational(-shift));
    }
    LinearRow whole() const {
        if (drawn_.has_scores) {
            return constant(1);
        }
        LinearRow sum = constant(0);
        for (std::size_t issue = 0; issue < drawn_.issues; ++issue) {
            sum = plus(sum, weight(issue), 1);
        }
        return sum;
    }
    static LinearRow plus(LinearRow one, const LinearRow& other, const Rational& times) {
        for (std::size_t at = 0; at < one.coefficients.size(); ++at) {
            one.coefficients[at] += times * other.coefficients[at];
        }
        one.constant += times * other.constant;
        return one;
    }
    static LinearRow minus(const LinearRow& one, const LinearRow& other) {
        return plus(one, other, -1);
    }

    /// low * under <= row <= high * under
    void bound(const LinearRow& row, const Range& range, const LinearRow& under) {
        rows_.push_back(plus(row, under, -range.low));
        rows_.push_back(minus(plus(constant(0), under, range.high), row));
    }

    LinearRow value(const Outcome& outcome) const {
        LinearRow sum = constant(0);
        for (std::size_t issue = 0; issue < drawn_.issues; ++issue) {
            sum = plus(sum, product(issue, as_index(outcome[issue])), 1);
        }
        const bool is_earned =
            drawn_.bonus && as_index(outcome[0]) == 0 && as_index(outcome[1]) == 0;
        return is_earned ? plus(sum, bonus(), 1) : sum;
    }

    void add(const Drawn::Said& said) {
        const LinearRow above = surplus(drawn_.drafts[said.draft]);
        const LinearRow below = minus(constant(0), above);
        if (said.kind == "accepts") {
            rows_.push_back(above);
        } else if (said.kind == "nothing below") {
            rows_.push_back(below);
        } else if (said.kind == "rejects") {
            rows_.push_back(minus(below, variable(margin_place())));
        } else {
            rows_.push_back(
                minus(minus(value(drawn_.drafts[said.draft]), value(drawn_.drafts[said.over])),
                      variable(margin_place())));
        }
    }

    const Drawn& drawn_;
    std::vector<LinearRow> rows_;
};

bool can_fall(const std::vector<Range>& values) {
    for (std::size_t worse = 0; worse < values.size(); ++worse) {
        for (std::size_t better = 0; better < worse; ++better) {
            if (values[better].high < values[worse].low) {
                return false;
            }
        }
    }
    return true;
}

bool is_in_ranges(const Drawn& drawn) {
    for (std::size_t issue = 0; issue < drawn.issues; ++issue) {
        if (drawn.is_ordered[issue] && !can_fall(drawn.values[issue])) {
            return false;
        }
    }
    return true;
}

void expect_acceptance(const Case& negotiation, const Program& program) {
    const Appraisal appraisal = appraise(negotiation);
    bool is_possible = false, is_sure = false;
    std::vector<std::size_t> sizes;
    for (const Issue& issue : negotiation.issues) {
        sizes.push_back(issue.options.size());
    }
    Odometer odometer(sizes);
    do {
        Outcome outcome;
        for (std::size_t issue = 0; issue < sizes.size(); ++issue) {
            outcome.emplace_back(odometer[issue]);
        }
        const LinearRow above = program.surplus(outcome);
        LinearRow below = above;
        for (Rational& coefficient : below.coefficients) {
            coefficient = -coefficient;
        }
        below.constant = -below.constant;
        const bool reaches = program.has_reading(above, false);
        const bool always = !program.has_reading(below, true);
        is_possible = is_possible || reaches, is_sure = is_sure || always;
        EXPECT_EQ(accepts(negotiation, appraisal, PartyId(0), outcome, Certainty::possible),
                  reaches);
        EXPECT_EQ(accepts(negotiation, appraisal, PartyId(0), outcome, Certainty::sure), always);
        const Interval gain = surplus(negotiation, appraisal, PartyId(0), outcome);
        EXPECT_TRUE(gain.low <= gain.high);
        EXPECT_TRUE(!reaches || gain.high.sign() >= 0);
        EXPECT_EQ(always, gain.low.sign() >= 0);
    } while (odometer.advance());
    const VerdictKind kind = kind_of(decide(negotiation, appraisal));
    EXPECT_EQ(kind, is_sure       ? VerdictKind::agreement
                    : is_possible ? VerdictKind::depends
                                  : VerdictKind::no_agreement);
}

TEST(CoupledReadings, AreThoseOfLinearProgrammesWrittenDownFromTheDefinition) {
    int contradictions = 0, others = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(5'000); ++index) {
        SCOPED_TRACE(testing::repeat_command("CoupledReadings"));
        Random random(testing::suite_seed() * 1'000'081 + index);
        const Drawn drawn = draw(random);
        if (!is_in_ranges(drawn)) {
            continue;
        }
        SCOPED_TRACE(case_text(drawn));
        const Case negotiation = testing::case_of(case_text(drawn));
        const Program program(drawn);
        const bool is_contradiction =
            find_contradiction(negotiation, appraise(negotiation)).has_value();
        EXPECT_EQ(is_contradiction, !program.has_reading());
        ++(is_contradiction ? contradictions : others);
        if (!is_contradiction) {
            expect_acceptance(negotiation, program);
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
    EXPECT_GT(contradictions, 0);
    EXPECT_GT(others, 0);
}

} // namespace
} // namespace unbracket
