#include "unbracket/report/trace_text.hpp"

#include "tests/support/text.hpp"
#include "tests/value_case.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

using testing::holds;
using testing::lines_of;
using testing::loaded_value;
using testing::shown;

LoadedCase loaded_talks() {
    return loaded_value(R"({
        unbracket = 1, title = Talks, as_of = 2027-05-01,
        party = { alta.name = Alta, bera.name = Bera },
        issue.road = { title = Road, option = [up, both], weight = { alta = 10, bera = 10 },
            stance = { alta = { up = 90, both = 40 }, bera = { up = 20, both = 60 } } },
        fallback = { alta = 50, bera = 55 },
        limit = [{ id = high, party = alta, title = Height, needs.road = up }],
        draft.may = { title = "Text of May", date = 2027-04-01, by = [alta], set.road = both },
        said = [{ id = s1, who = reeve, speaks_for = alta, attribution = named, claim = fifty,
                  supports = fallback.alta },
                { id = s2, who = scribe, claim = "about fifty", relays = s1,
                  suggests = fallback.alta, judgement.bera = "accepts may" },
                { id = s3, who = clerk, claim = later, date = 2027-06-01 }],
        entry = [{ at = fallback.alta, entered_by = kl, checked_by = mo }],
        alternative.height = { question = "How high?", low = { "fallback.alta" = 30 },
                               high = { "fallback.alta" = 95, "limit.high" = off } },
        change = [{ date = 2027-04-02, said = s2, set = { "fallback.bera" = 56 } }]
    })");
}

std::string text_of(const std::string& name, std::size_t width = 160) {
    const LoadedCase loaded = loaded_talks();
    const Result<Traced> thing = traced_thing(loaded.negotiation, name);
    EXPECT_TRUE(thing.ok()) << name;
    return thing ? trace_text(loaded.negotiation, trace(loaded, thing.value()), {.width = width})
                 : "";
}

Node data_of(const std::string& name) {
    const LoadedCase loaded = loaded_talks();
    return trace_json(loaded.negotiation,
                      trace(loaded, traced_thing(loaded.negotiation, name).value()));
}

TEST(TraceText, OfAnEntryKeepsItsOwnWordsApart) {
    const std::string text = text_of("fallback.alta");
    EXPECT_TRUE(holds(text, "ENTRY     fallback.alta: what Alta has without agreement (50; in its "
                            "own words)"))
        << text;
    EXPECT_TRUE(holds(text, "reported by:\n          - reeve (for Alta, by name; its own words) - "
                            "s1, no date, claim: \"fifty\""))
        << text;
    EXPECT_TRUE(holds(text, "inferred from:\n          - scribe (without a name) - s2")) << text;
    EXPECT_TRUE(holds(text, "2 voices in all."));
    EXPECT_TRUE(holds(text, "CARRIES   - asked about by height.")) << text;
    EXPECT_TRUE(holds(text, "VERDICT   as the file stands: no agreement.\n          with it "
                            "unknown: no agreement.\n"))
        << text;
}

TEST(TraceText, OfALimitLeavesItOut) {
    const std::string text = text_of("limit.high");
    EXPECT_TRUE(holds(text, "ENTRY     limit.high: Alta's limit \"Height\" (assumed)")) << text;
    EXPECT_TRUE(holds(text, "No statement stands under it."));
    EXPECT_TRUE(holds(text, "with it left out: "));
}

TEST(TraceText, OfALimitThatIsSwitchedOffSwitchesItOn) {
    const LoadedCase loaded = testing::loaded_value(
        "{ unbracket = 1, party.alta = {}, issue.x = { option = [m, n], score.alta = { m = 9, n = "
        "0 } }, fallback.alta = 5, limit = [{ id = l, party = alta, never.x = m, status = off }] "
        "}");
    const Trace found = trace(loaded, traced_thing(loaded.negotiation, "limit.l").value());
    EXPECT_EQ(found.verdict, VerdictKind::agreement);
    EXPECT_EQ(found.without, VerdictKind::no_agreement);
    const std::string text = trace_text(loaded.negotiation, found, {.width = 160});
    EXPECT_TRUE(holds(text, "VERDICT   as the file stands: agreement.\n          with it switched "
                            "on: no agreement.\n"))
        << text;
    EXPECT_FALSE(holds(text, "No value of it can move the verdict."));
}

TEST(TraceText, OfAStatementSaysWhatRestsOnIt) {
    EXPECT_TRUE(holds(text_of("s1"), "STATEMENT reeve (for Alta, by name)\n"));
    EXPECT_TRUE(holds(text_of("s1"), "- passed on by s2 (scribe; without a name).\n"));
    EXPECT_TRUE(holds(text_of("s1"), "without it, and without what rests on it alone: "));
    EXPECT_TRUE(holds(text_of("s2"), "- named by change 2027-04-02.\n"));
    EXPECT_TRUE(holds(text_of("s2"), "--without s2 shows the case without both.\n"));
}

TEST(TraceText, OfADraftAndAQuestionSaysWhoSpeaksOfIt) {
    EXPECT_TRUE(holds(text_of("may"), "DRAFT     may: \"Text of May\", 1 Apr 2027, by Alta\n"));
    EXPECT_TRUE(holds(text_of("may"), "- judged by s2 (scribe; without a name).\n"));
    EXPECT_TRUE(holds(text_of("height"), "QUESTION  height: How high?\n"));
    EXPECT_TRUE(holds(text_of("height"), "- its answers set limit.high and fallback.alta.\n") ||
                holds(text_of("height"), "- its answers set fallback.alta and limit.high.\n"))
        << text_of("height");
    EXPECT_TRUE(holds(text_of("height"), "answered high: "));
}

TEST(TraceText, OfAnAddressAboveEntriesListsThem) {
    const std::string text = text_of("fallback");
    EXPECT_TRUE(holds(text, "ENTRIES   2 entries stand below it:\n"));
    EXPECT_TRUE(holds(text, "- set by change 2027-04-02.\n")) << text;
}

TEST(TraceText, NamesWhoEnteredAndCheckedIt) {
    EXPECT_TRUE(holds(text_of("fallback.alta"), "          entered by kl, checked by mo\n"))
        << text_of("fallback.alta");
    EXPECT_EQ(shown(data_of("fallback.alta"), "entered_by"), "\"kl\"");
    EXPECT_EQ(shown(data_of("s1"), "entered_by"), "null");
    EXPECT_FALSE(holds(text_of("s1"), "entered by"));
}

TEST(TraceText, KeepsToEveryWidth) {
    for (const char* name : {"fallback.alta", "s1", "may", "height", "fallback"}) {
        for (const std::string& line : lines_of(text_of(name, 60))) {
            EXPECT_LE(column_count(line), 60U) << line;
        }
    }
}

TEST(TraceJson, HoldsTheSame) {
    const Node data = data_of("fallback.alta");
    EXPECT_EQ(shown(data, "kind"), "\"entry\"");
    EXPECT_EQ(shown(data, "name"), "\"fallback.alta\"");
    EXPECT_EQ(shown(data, "entry.coverage"), "\"own_words\"");
    EXPECT_EQ(shown(data, "reported_by"), "[\"s1\"]");
    EXPECT_EQ(shown(data, "inferred_from"), "[\"s2\"]");
    EXPECT_EQ(shown(data, "verdict"), "\"no_agreement\"");
    EXPECT_EQ(shown(data_of("s2"), "without"), "null");
    EXPECT_EQ(shown(data_of("s2"), "records"), R"([{kind: "change", name: "2027-04-02"}])");
    EXPECT_EQ(shown(data_of("fallback"), "name"), "null");
    EXPECT_EQ(data_of("height").find("answers")->items.size(), 2U);
}

} // namespace
} // namespace unbracket
