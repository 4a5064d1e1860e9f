#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_later.hpp"
#include "unbracket/robust/timeline.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// The timeline of random cases with dated changes, statements and no-agreement values: on every
// date it says what the definition says of the case as it stood then, whether it searched or not.

namespace unbracket {
namespace {

const testing::RandomCaseOptions small{
    .most_parties = 3, .most_issues = 3, .most_outcomes = 24, .most_completions = 4};

std::string day_text(std::int64_t day) {
    return "2026-05-0" + std::to_string(day);
}

Node dated(Random& random) {
    Node table = table_node();
    add_member(table, "date", date_node(day_text(random.between(1, 6))));
    return table;
}

/// Some entry of the case on some day: a fallback of a number of points, or an entry taken out.
Node random_change(Random& random, const Case& negotiation) {
    Node change = dated(random);
    Node settings = table_node();
    const auto last = static_cast<std::int64_t>(negotiation.entries.size()) - 1;
    const auto party = static_cast<std::int64_t>(negotiation.parties.size()) - 1;
    if (random.between(0, 2) == 0 && last >= 0) {
        const auto at = static_cast<std::size_t>(random.between(0, last));
        add_member(settings, negotiation.entries[at].address, text_node("missing"));
    } else {
        const auto at = static_cast<std::size_t>(random.between(0, party));
        add_member(settings, "fallback." + negotiation.parties[at].key,
                   number_node(std::to_string(random.between(-5, 80))));
    }
    add_member(change, "set", std::move(settings));
    return change;
}

Node random_statement(Random& random, std::size_t number) {
    Node statement = dated(random);
    add_member(statement, "id", text_node("z" + std::to_string(number)));
    add_member(statement, "who", text_node("somebody"));
    add_member(statement, "claim", text_node("something"));
    if (number > 0 && random.between(0, 1) == 0) {
        add_member(statement, "differs", text_node("z" + std::to_string(number - 1)));
    }
    return statement;
}

void add_to(Node& document, const char* section, Node element) {
    if (document.find(section) == nullptr) {
        add_member(document, section, list_node({}));
    }
    document.find(section)->items.push_back(std::move(element));
}

/// The same case with a course of its own; nothing where a change takes out what it cannot.
std::optional<Node> with_course(Random& random, Node document) {
    const Result<Case> bound = bind_case(document);
    const auto changes = random.between(1, 4);
    for (std::int64_t i = 0; i < changes; ++i) {
        add_to(document, "change", random_change(random, bound.value()));
    }
    for (std::size_t i = 0; i < 3; ++i) {
        add_to(document, "said", random_statement(random, i));
    }
    return load_case(document, Date{2026, 5, 9}).ok() ? std::optional(document) : std::nullopt;
}

/// The case of that day, made as the words say: changes up to it done, later things crossed out.
Result<Case> case_of_day(const Node& document, const Date& day) {
    Result<Node> changed = effective_document(document, day);
    if (!changed) {
        return changed.problems();
    }
    return bind_effective(without_later(changed.value(), day).value_or(changed.value()), day);
}

void expect_definition_on_each_date(const Node& document) {
    const Result<Timeline> course =
        find_timeline([&](const Date& date) { return load_case(document, date); }, std::nullopt);
    ASSERT_TRUE(course.ok()) << to_string(course.problems().front());
    for (std::size_t i = 0; i < course.value().dates.size(); ++i) {
        const TimelineDate& date = course.value().dates[i];
        const Result<Case> then = case_of_day(document, date.date);
        EXPECT_EQ(then.ok(), date.problems.empty()) << to_iso(date.date);
        if (then && date.is_read) {
            ASSERT_NE(standing_after(course.value(), i), nullptr);
            EXPECT_EQ(to_text(standing_after(course.value(), i)->verdict),
                      std::string(reference::to_text(reference::solve(then.value()).answer)))
                << to_iso(date.date) << (date.standing ? " searched" : " kept");
        }
    }
}

TEST(TimelineAgainstReference, SaysOnEachDateWhatTheDefinitionSaysOfThatDay) {
    SCOPED_TRACE(testing::repeat_command(
        "TimelineAgainstReference.SaysOnEachDateWhatTheDefinitionSaysOfThatDay"));
    std::size_t valid = 0;
    for (std::uint64_t i = 0; i < testing::shared_count(400); ++i) {
        Random random(testing::suite_seed() * 1'000'003 + i);
        const auto document = with_course(random, testing::random_case_document(random, small));
        if (!document) {
            continue;
        }
        ++valid;
        expect_definition_on_each_date(*document);
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i << "\n"
                                                    << canonical_text(*document);
    }
    EXPECT_GT(valid, 0U);
}

const TimelineDate* date_of(const Timeline& timeline, const Date& date) {
    for (const TimelineDate& each : timeline.dates) {
        if (each.date == date) {
            return &each;
        }
    }
    return nullptr;
}

TEST(TimelineAgainstReference, OfACaseEndedEarlierIsItsBeginning) {
    SCOPED_TRACE(
        testing::repeat_command("TimelineAgainstReference.OfACaseEndedEarlierIsItsBeginning"));
    for (std::uint64_t i = 0; i < testing::shared_count(100); ++i) {
        Random random(testing::suite_seed() * 1'000'211 + i);
        const auto document = with_course(random, testing::random_case_document(random, small));
        const Date end{2026, 5, 3};
        if (!document || !load_case(*document, end).ok()) {
            continue;
        }
        const auto open = [&](const Date& date) { return load_case(*document, date); };
        const Timeline whole = find_timeline(open, std::nullopt).value();
        const Timeline part = find_timeline(open, end).value();
        for (const TimelineDate& date : part.dates) {
            EXPECT_LE(date.date, end);
            const TimelineDate* same = date_of(whole, date.date);
            // A value that begins anew as it was, and is replaced later, is no date of the whole.
            EXPECT_TRUE(same != nullptr || (!date.standing && date.changes.entries.empty()));
            if (same != nullptr) {
                EXPECT_EQ(date.standing, same->standing);
                EXPECT_EQ(date.changes.entries.size(), same->changes.entries.size());
            }
            ASSERT_FALSE(::testing::Test::HasFailure())
                << "case " << i << " on " << to_iso(date.date) << "\n"
                << canonical_text(*document);
        }
    }
}

} // namespace
} // namespace unbracket
