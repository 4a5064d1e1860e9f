#include "unbracket/robust/timeline.hpp"

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

const std::string start = "party = { alta = { role = signatory }, bera = { role = signatory } }, "
                          "issue.x = { option = [a, b], score.alta = { a = 10, b = 4 }, "
                          "score.bera = { a = 4, b = 10 } }, ";

Timeline timeline(const std::string& text, std::optional<Date> end = std::nullopt,
                  const ClaimOptions& options = {}) {
    const testing::Sketch sketch(start + text);
    Result<Timeline> found = find_timeline(
        [&](const Date& date) { return load_case(sketch.document(), date); }, end, options);
    EXPECT_TRUE(found.ok()) << (found ? "" : sketch.describe(found.problems().front()));
    return std::move(found).value();
}

/// `2027-01-01 agreement!`: the verdict after each date that is read, with ! where it was searched.
std::string verdicts(const Timeline& course) {
    std::string text;
    if (course.start.standing) {
        text = std::string("start ") + std::string(to_text(course.start.standing->verdict));
    }
    for (std::size_t i = 0; i < course.dates.size(); ++i) {
        const TimelineDate& date = course.dates[i];
        const Standing* standing = standing_after(course, i);
        text += (text.empty() ? "" : ", ") + to_iso(date.date) + " " +
                (!date.is_read ? "ahead"
                 : !standing   ? "nothing"
                               : to_text(standing->verdict)) +
                (date.standing ? "!" : "");
    }
    return text;
}

const std::string falling =
    "fallback = { alta = [{ value = 5 }, { from = 2027-02-01, value = 3 }], "
    "bera = 6 }, said = [{ id = s, who = w, claim = c, "
    "date = 2027-01-01 }, { id = t, who = w, claim = c, "
    "date = 2027-03-01 }]";

TEST(Timeline, SearchesOnlyWhereAnEntryChanges) {
    EXPECT_EQ(verdicts(timeline(falling)),
              "start no_agreement, 2027-01-01 no_agreement, 2027-02-01 agreement!, "
              "2027-03-01 agreement");
}

TEST(Timeline, EndsWhereItIsAskedTo) {
    EXPECT_EQ(verdicts(timeline(falling, Date{2027, 1, 15})),
              "start no_agreement, 2027-01-01 no_agreement");
    EXPECT_EQ(verdicts(timeline(falling, Date{2027, 2, 1})),
              "start no_agreement, 2027-01-01 no_agreement, 2027-02-01 agreement!");
}

TEST(Timeline, OfACaseWithoutDatesIsEmpty) {
    const Timeline course = timeline("fallback.alta = 1, event = [{ kind = k, date = unset }]");
    EXPECT_TRUE(course.dates.empty());
    EXPECT_EQ(course.undated, (std::vector<Occurrence>{{OccurrenceKind::event, 0}}));
}

TEST(Timeline, TellsWhichEntriesChanged) {
    const Timeline course = timeline("fallback = { alta = 5, bera = 6 }, "
                                     "change = [{ date = 2027-02-01, "
                                     "set = { \"fallback.alta\" = 3, \"issue.x.score.bera.a\" = 7 "
                                     "} }], said = [{ id = s, who = w, claim = c, "
                                     "date = 2027-01-01 }]");
    ASSERT_EQ(course.dates.size(), 2U);
    std::vector<std::string> addresses;
    for (const EntryChange& change : course.dates[1].changes.entries) {
        addresses.push_back(change.address);
    }
    EXPECT_EQ(addresses, (std::vector<std::string>{"issue.x.score.bera.a", "fallback.alta"}));
    EXPECT_EQ(case_before(course, 1), &*course.start.known);
    EXPECT_EQ(case_before(course, 7), &*course.dates[1].known);
}

TEST(Timeline, KeepsTheCaseWithoutASearchWhereOnlyABasisChanges) {
    const Timeline course =
        timeline("fallback = { alta = 5, bera = 3 }, said = [{ id = s, who = w, claim = c, "
                 "date = 2027-01-01 }, { id = t, who = w, claim = c, date = 2027-02-01, "
                 "supports = [\"fallback.alta\"] }]");
    EXPECT_EQ(verdicts(course), "start agreement, 2027-01-01 agreement, 2027-02-01 agreement");
    EXPECT_TRUE(course.dates[1].known.has_value());
    EXPECT_EQ(course.dates[1].changes.entries.size(), 1U);
}

TEST(Timeline, SearchesWhereAJudgementOfADraftComesOrGoes) {
    const std::string judged = "fallback = { alta = 3, bera = 3 }, draft.d = { set.x = a }, "
                               "said = [{ id = r, who = w, claim = c, date = 2027-01-01 }, "
                               "{ id = s, who = w, speaks_for = bera, attribution = official, "
                               "claim = c, date = 2027-02-01, judgement.bera = \"accepts d\" }, "
                               "{ id = t, who = w, claim = c, date = 2027-03-01, "
                               "supersedes = [s] }]";
    const Timeline course = timeline(judged);
    EXPECT_EQ(verdicts(course), "start agreement, 2027-01-01 agreement, 2027-02-01 agreement!, "
                                "2027-03-01 agreement!");
    ASSERT_EQ(course.dates[2].superseded.size(), 1U);
    EXPECT_EQ(course.whole.negotiation.statement(course.dates[2].superseded[0]).key, "s");
}

TEST(Timeline, ListsPlansAndDuesWithoutReadingTheCaseOnTheirDay) {
    const Timeline course =
        timeline("fallback.alta = 1, event = [{ kind = k, date = 2027-01-01 }, "
                 "{ kind = l, date = 2027-05-01, status = planned }], "
                 "deadline = [{ party = alta, date = 2027-06-01 }], "
                 "driver = [{ on = alta, from = 2027-01-01, full = 2027-07-01 }]",
                 Date{2027, 1, 1});
    EXPECT_EQ(verdicts(course),
              "start agreement, 2027-01-01 agreement, 2027-05-01 ahead, 2027-06-01 ahead, "
              "2027-07-01 ahead");
    EXPECT_EQ(course.dates[0].occurrences,
              (std::vector<Occurrence>{{OccurrenceKind::event, 0}, {OccurrenceKind::driver, 0}}));
    EXPECT_EQ(course.dates[3].occurrences, (std::vector<Occurrence>{{OccurrenceKind::full, 0}}));
}

TEST(Timeline, KnowsWhoIsInformedWhenAndWhenClaimsBegin) {
    const Timeline course =
        timeline("fallback.alta = 1, event = [{ kind = k, date = 2027-01-01, "
                 "informed = { bera = 2027-01-03 } }], said = [{ id = s, who = w, claim = c }], "
                 "quantity.q = { claims = [{ said = s, value = 3, from = 2027-01-04 }] }");
    ASSERT_EQ(course.dates.size(), 3U);
    EXPECT_EQ(course.dates[1].occurrences,
              (std::vector<Occurrence>{{OccurrenceKind::informed, 0, 0}}));
    EXPECT_EQ(course.dates[2].occurrences,
              (std::vector<Occurrence>{{OccurrenceKind::claim, 0, 0}}));
}

TEST(Timeline, ShowsAValueThatALaterChangeReplaced) {
    const Timeline course = timeline("fallback = { alta = [{ value = 5 }, { from = 2027-02-01, "
                                     "value = 3 }], bera = 6 }, change = [{ date = 2027-03-01, "
                                     "set = { \"fallback.alta\" = 9 } }], said = [{ id = s, "
                                     "who = w, claim = c, date = 2027-01-01 }]");
    EXPECT_EQ(verdicts(course),
              "start no_agreement, 2027-01-01 no_agreement, 2027-02-01 agreement!, "
              "2027-03-01 no_agreement!");
    EXPECT_TRUE(course.dates[1].occurrences.empty());
}

/// In a case written as JSON dates are texts.
TEST(Timeline, ShowsAValueThatALaterChangeReplacedWhereDatesAreTexts) {
    const auto with = [](const std::string& quote) {
        return "fallback = { alta = [{ value = 5 }, { from = " + quote + "2027-02-01" + quote +
               ", value = 3 }], bera = 6 }, change = [{ date = " + quote + "2027-03-01" + quote +
               ", set = { \"fallback.alta\" = 4 } }]";
    };
    EXPECT_EQ(verdicts(timeline(with("\""))), verdicts(timeline(with(""))));
    EXPECT_EQ(timeline(with("\"")).dates.size(), 2U);
}

TEST(Timeline, SaysWhyADateIsNoValidCase) {
    // Before its fallback begins coda is not counted, and three cannot accept.
    const std::string coda =
        "party.coda.role = observer, issue.y = { option = [a], score.coda.a = 1 }, "
        "agreement.at_least = 3, fallback = { alta = 1, bera = 1, "
        "coda = [{ from = 2027-02-01, value = 0 }] }, "
        "said = [{ id = s, who = w, claim = c, date = 2027-01-01 }]";
    const Timeline course = timeline(coda);
    EXPECT_EQ(verdicts(course), "2027-01-01 nothing, 2027-02-01 agreement!");
    ASSERT_EQ(course.dates[0].problems.size(), 1U);
    EXPECT_NE(course.dates[0].problems[0].what.find("only 2 are counted"), std::string::npos);
}

TEST(Timeline, StopsWhereItIsStopped) {
    CancelFlag flag;
    flag.raise();
    const Timeline course = timeline(falling, std::nullopt, {.cancel = &flag});
    EXPECT_TRUE(course.was_stopped);
    EXPECT_EQ(standing_after(course, 2), nullptr);
}

TEST(Timeline, IsNoneWhereTheFileIsNoCase) {
    const testing::Sketch sketch(start + "fallback.alta = nonsense");
    const auto open = [&](const Date& date) { return load_case(sketch.document(), date); };
    EXPECT_EQ(find_timeline(open, std::nullopt).problems().size(), 1U);
}

TEST(Standing, NamesTheQuestionsThatDecideAndWhatTheAnswerRestsOn) {
    const testing::Sketch sketch(start + "fallback = { alta = 5, bera = 6 }, "
                                         "alternative.price = { question = q, yes = {}, "
                                         "no = { \"fallback.alta\" = 0 } }");
    const Standing standing = stand(load_case(sketch.document()).value());
    EXPECT_EQ(standing.verdict, VerdictKind::no_agreement);
    EXPECT_EQ(standing.questions, (std::vector<std::string>{"price"}));
    EXPECT_EQ(standing.rests_on, (std::vector<std::string>{"fallback.alta", "fallback.bera"}));
    EXPECT_EQ(standing.count.outcomes, 2U);
    EXPECT_EQ(standing, stand(load_case(sketch.document()).value()));
}

TEST(Standing, NamesWhatBindsOfDrafts) {
    const testing::Sketch sketch(
        "party = { alta = {}, bera = {} }, issue.x = { option = [u, v], score = { alta = { u = "
        "[5, 9], v = 0 }, bera = { u = 9, v = 0 } } }, fallback = { alta = 6, bera = 5 }, draft.d "
        "= { set.x = u }, said = [{ id = s, who = w, speaks_for = alta, attribution = official, "
        "claim = c, judgement.alta = \"rejects d\" }]");
    const Standing standing = stand(load_case(sketch.document()).value());
    EXPECT_EQ(standing.verdict, VerdictKind::no_agreement);
    EXPECT_EQ(standing.rests_on_said, std::vector<std::string>{"s"});
    EXPECT_EQ(standing.grounds().back(), "s");
}

TEST(Timeline, BeginsWithWhatHasNoDate) {
    const Timeline course = timeline(falling);
    ASSERT_TRUE(course.start.standing.has_value());
    EXPECT_EQ(course.start.standing->verdict, VerdictKind::no_agreement);
    EXPECT_TRUE(course.start.occurrences.empty());
    EXPECT_TRUE(course.start.changes.entries.empty());
    EXPECT_EQ(standing_before(course, 0), &*course.start.standing);
    EXPECT_EQ(standing_after(course, 0), &*course.start.standing) << "only a statement";
    EXPECT_EQ(case_before(course, 0), &*course.start.known);
}

TEST(Timeline, EndedBeforeItsFirstDateIsItsStart) {
    const Timeline course = timeline(falling, Date{2020, 1, 1});
    EXPECT_TRUE(course.dates.empty());
    EXPECT_EQ(course.end, (Date{2020, 1, 1}));
    ASSERT_TRUE(course.start.standing.has_value());
    EXPECT_EQ(course.start.standing, timeline(falling).start.standing);
    EXPECT_EQ(course.whole.negotiation.as_of, course.end);
}

TEST(Timeline, OpensEachDateOnce) {
    const testing::Sketch sketch(start + falling);
    std::vector<Date> opened;
    const auto open = [&](const Date& date) {
        opened.push_back(date);
        return load_case(sketch.document(), date);
    };
    const Timeline course = find_timeline(open, std::nullopt).value();
    EXPECT_EQ(opened.size(), 5U) << "the end, the start, three dates";
    EXPECT_EQ(course.whole.negotiation.as_of, (Date{2027, 3, 1}));
    opened.clear();
    EXPECT_TRUE(find_timeline(open, Date{2027, 2, 1}).ok());
    EXPECT_EQ(opened.size(), 3U) << "the end, which is a date too, the start, one date";
}

TEST(Timeline, StoppedIsOfItsLastDateAllTheSame) {
    CancelFlag flag;
    flag.raise();
    const Timeline course = timeline(falling, std::nullopt, {.cancel = &flag});
    EXPECT_EQ(course.whole.negotiation.as_of, (Date{2027, 3, 1}));
    EXPECT_FALSE(course.start.standing.has_value());
}

TEST(Timeline, SaysWhyItsStartIsNoValidCase) {
    const Timeline course =
        timeline("party.coda.role = observer, issue.y = { option = [a], score.coda.a = 1 }, "
                 "agreement.at_least = 3, fallback = { alta = 1, bera = 1, "
                 "coda = [{ from = 2027-02-01, value = 0 }] }");
    EXPECT_EQ(course.start.problems.size(), 1U);
    EXPECT_EQ(standing_before(course, 0), nullptr);
    EXPECT_EQ(case_before(course, 0), nullptr);
    EXPECT_TRUE(course.dates[0].standing.has_value());
}

/// `start 2027-02-01`: where stands were worked out anew.
std::string dates_with_stands(const Timeline& course) {
    std::string text = course.start.stands ? "start" : "none";
    for (const TimelineDate& date : course.dates) {
        text += date.stands ? " " + to_iso(date.date) : "";
    }
    return text;
}

TEST(Timeline, WorksOutStandsWhereAValueOrALeverChanges) {
    EXPECT_EQ(dates_with_stands(timeline(falling)), "start 2027-02-01");
    const std::string ban = ", driver = [{ on = alta, from = 2027-02-15, full = 2027-05-01, "
                            "moves = { \"fallback.alta\" = -2 } }]";
    const Timeline course = timeline(falling + ban);
    EXPECT_EQ(dates_with_stands(course), "start 2027-02-01 2027-02-15 2027-05-01");
    EXPECT_EQ(course.dates.back().stands->front().moved_by, single(-2)) << "in full force";
    EXPECT_FALSE(course.dates.back().is_read);
}

TEST(Timeline, HasNoStandsUnderAContradiction) {
    const Timeline course =
        timeline("fallback = { alta = 3, bera = 3 }, draft.d = { set.x = a }, "
                 "said = [{ id = s, who = w, speaks_for = bera, attribution = official, claim = c, "
                 "date = 2027-02-01, judgement.bera = \"accepts d\" }, "
                 "{ id = t, who = w, speaks_for = bera, attribution = official, claim = c, "
                 "date = 2027-02-02, judgement.bera = \"rejects d\" }]");
    for (std::size_t i = 0; i < course.dates.size(); ++i) {
        const bool contradicts = standing_after(course, i)->verdict == VerdictKind::contradiction;
        EXPECT_TRUE(!contradicts || !course.dates[i].stands) << i;
    }
}

} // namespace
} // namespace unbracket
