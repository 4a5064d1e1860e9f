#include "unbracket/report/course_text.hpp"

#include "tests/support/case_sketch.hpp"
#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::holds;

const std::string start = "party = { alta = { name = Alta, role = signatory }, "
                          "bera = { name = Bera, role = signatory } }, "
                          "issue.x = { option = [a, b], score.alta = { a = 10, b = 4 }, "
                          "score.bera = { a = 4, b = 10 } }, fallback.alta = 1, ";

std::string sections(const std::string& text, Lists lists = Lists::shortened) {
    const testing::Sketch sketch(start + text);
    const Result<Timeline> found = find_timeline(
        [&](const Date& date) { return load_case(sketch.document(), date); }, std::nullopt);
    EXPECT_TRUE(found.ok()) << (found ? "" : sketch.describe(found.problems().front()));
    Page page({.width = 100, .lists = lists});
    put_course(found.value(), page);
    return page.text();
}

std::string many(const std::string& element, int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) {
        text += (i > 1 ? ", { id = i" : "{ id = i") + std::to_string(i) + ", " + element + " }";
    }
    return text;
}

TEST(CourseSections, ShowWhatHappenedByDate) {
    const std::string text =
        sections("event = [{ title = Round, date = 2027-01-02 }, { kind = call, "
                 "date = 2027-01-03 }], deadline = [{ title = Snow, party = bera, "
                 "date = 2027-02-01 }]");
    EXPECT_EQ(text, "COURSE    2 Jan 2027  Round\n"
                    "          3 Jan 2027  call\n"
                    "          1 Feb 2027  due: Bera: Snow (soft)\n"
                    "DEADLINES Bera: Snow (soft), 1 Feb 2027.\n");
}

TEST(CourseSections, PutStatementsOfOneDayIntoOneLine) {
    const std::string said = "said = [" + many("who = w, claim = c, date = 2027-01-02", 5) + "]";
    EXPECT_TRUE(holds(sections(said), "said: w (i1), w (i2), w (i3) and 2 more\n"))
        << sections(said);
    EXPECT_TRUE(holds(sections(said, Lists::full), "i5, 2 Jan 2027, claim: \"c\"\n"));
}

TEST(CourseSections, SayWhatNoLongerStands) {
    const std::string said = "said = [{ id = s, who = Aide, claim = c, date = 2027-01-01 }, "
                             "{ id = t, who = Aide, claim = d, date = 2027-01-02, "
                             "supersedes = [s] }]";
    EXPECT_TRUE(holds(sections(said), "said: Aide (t); no longer stands: Aide (s)\n"));
    EXPECT_TRUE(holds(sections(said, Lists::full), "no longer stands: Aide (s)\n"));
}

TEST(CourseSections, ShortenADayWithManyMeetings) {
    const std::string events = "event = [" + many("kind = call, date = 2027-01-02", 7) + "]";
    EXPECT_TRUE(holds(sections(events), "3 more\n")) << sections(events);
    EXPECT_FALSE(holds(sections(events, Lists::full), "more"));
}

TEST(CourseSections, ShortenALongCourse) {
    std::string events;
    for (int day = 10; day <= 24; ++day) {
        events += (events.empty() ? "{ kind = call, date = 2027-01-"
                                  : ", { kind = call, "
                                    "date = 2027-01-") +
                  std::to_string(day) + " }";
    }
    EXPECT_TRUE(
        holds(sections("event = [" + events + "]"), "3 later dates left out; -v lists all.\n"));
}

TEST(CourseSections, KeepWhatHasNoDateApart) {
    const std::string text = sections(
        "draft.d = { title = Text }, event = [{ title = Tour, date = unset, status = planned }], "
        "driver = [{ title = Cost, on = bera, direction = lowers }], "
        "said = [{ id = s, who = w, claim = c }]");
    EXPECT_EQ(text, "UNDATED   Meetings and the like: Tour (planned).\n"
                    "          Drafts: \"Text\".\n"
                    "          Levers and costs: Cost (on Bera; lowers).\n"
                    "          1 statement without a date; -v lists them.\n");
}

TEST(CourseSections, ListUndatedStatementsWhereAllIsAskedFor) {
    EXPECT_TRUE(
        holds(sections("said = [{ id = s, who = w, claim = c }]", Lists::full), "Said: w (s).\n"));
}

TEST(CourseSections, OfNothingAreEmpty) {
    EXPECT_EQ(sections("summary = s"), "");
}

} // namespace
} // namespace unbracket
