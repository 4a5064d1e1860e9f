#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/frontier/gain_table.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/bind_text.hpp"
#include "tests/central_readings.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/reading.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// The central reading and the whole numbers made of it, against the definitions of the reference.

namespace unbracket {

namespace {

PartyReading central_of(const std::string& text) {
    const Case whole = testing::bound(text);
    return central_reading(whole, appraise(whole), PartyId(0));
}

std::string one_issue(const std::string& rest) {
    return "unbracket = 1\nparty.a.name = \"A\"\nissue.x.option = [\"m\", \"n\", \"o\"]\n" + rest;
}

/// Refuses an outcome for another reason than its value or the party's intent.
bool is_feasible(const Case& whole, const Appraisal& appraisal, const Outcome& outcome) {
    return reference::is_permitted(whole, outcome) &&
           std::all_of(
               whole.agreement.counted.begin(), whole.agreement.counted.end(), [&](PartyId party) {
                   const auto& own = appraisal[as_index(party)];
                   bool is_open = reference::keeps_limits_of(whole, party, outcome);
                   for (std::size_t at = 0; at < outcome.size(); ++at) {
                       is_open =
                           is_open && (!own.issues[at].is_concerned() ||
                                       !own.issues[at].options[as_index(outcome[at])].is_red_line);
                   }
                   return is_open;
               });
}

std::optional<RowChoice> choice_of(const SearchProblem& problem,
                                   const std::vector<OptionId>& row_options,
                                   const Outcome& outcome) {
    RowChoice choice;
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        const auto begin = row_options.begin() + problem.first_row[at];
        const auto end = row_options.begin() + problem.first_row[at + 1];
        const auto found = std::find(begin, end, outcome[at]);
        if (found == end) {
            return std::nullopt;
        }
        choice.push_back(static_cast<Row>(found - row_options.begin()));
    }
    return breaks_no_constraint(problem, choice) ? std::optional(choice) : std::nullopt;
}

void expect_parts_say_the_same(const GainTable& table, const std::vector<GainPart>& parts,
                               const Outcome& outcome, const std::vector<std::int64_t>& totals) {
    std::size_t holding = 0;
    for (const GainPart& part : parts) {
        const auto choice = choice_of(part.problem, part.row_options, outcome);
        if (!choice) {
            continue;
        }
        ++holding;
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            std::int64_t sum = part.problem.constants[at];
            for (const Row row : *choice) {
                sum += part.problem.row(row)[at];
            }
            EXPECT_TRUE(part.is_bound ? sum >= totals[at] : sum == totals[at]);
        }
    }
    EXPECT_EQ(holding, 1U);
}

void expect_table_is_right(const Case& whole) {
    const Appraisal appraisal = appraise(whole);
    const CentralCase central = central_case(whole, appraisal);
    const GainTable table = gain_table(central);
    const std::vector<GainPart> parts =
        table.is_empty ? std::vector<GainPart>{} : gain_parts(central, table);
    for (const Outcome& outcome : reference::all_outcomes(whole)) {
        const auto choice =
            table.is_empty ? std::nullopt : choice_of(table.problem, table.row_options, outcome);
        ASSERT_EQ(choice.has_value(), is_feasible(whole, appraisal, outcome));
        if (!choice) {
            continue;
        }
        const auto totals = table.totals(*choice);
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            const PartyId party = table.columns[at].party;
            const PartyReading reading = central_reading(whole, appraisal, party);
            const Rational value =
                reference::value(whole, reference::view_of(whole, party),
                                 testing::as_reference(whole, appraisal, party), outcome);
            EXPECT_EQ(table.value(at, totals), value);
            const Rational needed = *reading.fallback - whole.supposed_less_of(party);
            EXPECT_EQ(table.gain(at, totals), value - needed);
            EXPECT_EQ(totals[at] >= 0, value >= needed);
        }
        expect_parts_say_the_same(table, parts, outcome, totals);
    }
}

} // namespace

TEST(CentralReading, TakesTheMiddleOfEveryRange) {
    const PartyReading reading =
        central_of(one_issue("issue.x.weight.a = [10, 20]\n"
                             "issue.x.stance.a = { m = [20, 40], n = 7, o = \"unknown\" }\n"
                             "[fallback]\na = [30, 33]\n"));
    EXPECT_EQ(reading.weights[0], Rational(15));
    EXPECT_EQ(reading.values[0], (std::vector<Rational>{30, 7, 50}));
    EXPECT_EQ(reading.fallback, Rational(63, 2));
    EXPECT_TRUE(reading.red_lines.empty());
}

TEST(CentralReading, SpreadsTheClassesOfAnOrderEqually) {
    const PartyReading reading =
        central_of(one_issue("issue.x.weight.a = 1\nissue.x.order.a = \"n > m = o\"\n"
                             "[fallback]\na = 0\n"));
    EXPECT_EQ(reading.values[0],
              (std::vector<Rational>{Rational(100, 3), Rational(200, 3), Rational(100, 3)}));
}

TEST(CentralReading, OfAnOrderWithRedLinesLeavesThemOut) {
    const PartyReading reading =
        central_of(one_issue("issue.x.weight.a = 1\nissue.x.order.a = \"n > m | o\"\n"
                             "[fallback]\na = 0\n"));
    EXPECT_EQ(reading.values[0],
              (std::vector<Rational>{Rational(100, 3), Rational(200, 3), Rational(0)}));
}

TEST(CentralReading, GivesADraftItsOwnValueAndAnOpenOneTheMiddleOfItsRange) {
    const std::string scores = "issue.x.score.a = { m = 10, n = 20, o = 60 }\n";
    const std::string fallback = "[fallback]\na.draft = \"d\"\n";
    EXPECT_EQ(central_of(one_issue(scores + "draft.d.set.x = \"n\"\n" + fallback)).fallback,
              Rational(20));
    EXPECT_EQ(central_of(one_issue(scores + "draft.d.set.x = \"unknown\"\n" + fallback)).fallback,
              Rational(35));
}

TEST(CentralReading, IsAReadingOfEveryRandomCaseAndItsTableIsExact) {
    for (std::uint64_t index = 0; index < testing::shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("CentralReading.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const Case whole = bind_case(testing::random_case_document(random)).value();
        const Appraisal appraisal = appraise(whole);
        if (find_contradiction(whole, appraisal)) {
            continue;
        }
        for (const PartyReading& reading : central_readings(whole, appraisal)) {
            reference::Reading same = testing::as_reference(whole, appraisal, reading.party);
            const reference::PartyView view = reference::view_of(whole, reading.party);
            if (std::holds_alternative<DraftId>(view.fallback)) {
                same.fallback =
                    reference::completions(whole.draft(std::get<DraftId>(view.fallback))).front();
            }
            for (const reference::IssueView& issue : view.issues) {
                same.red_lines.push_back(issue.is_red_line);
            }
            for (std::size_t at = 0; at < view.issues.size() && view.scale == Scale::scores; ++at) {
                same.weights[at] = view.issues[at].weight.low;
            }
            same.wants_agreement = view.intent != Intent::refuses;
            EXPECT_TRUE(reference::is_reading_of(whole, view, same));
        }
        expect_table_is_right(whole);
        if (HasFailure()) {
            return;
        }
    }
}

} // namespace unbracket
