#include "tests/bind_text.hpp"

// Each kind of mistake in a case file is named with its place and how to mend it.

namespace unbracket::testing {
namespace {

std::string problems_after(const std::string& added) {
    return problems_of(two_parties + added);
}

TEST(BindErrors, TheCaseThatTheseTestsSpoilIsGood) {
    EXPECT_EQ(problems_of(two_parties), "");
}

TEST(BindErrors, AnEmptyFileIsNamedAsSuch) {
    EXPECT_EQ(problems_of(""), "case.toml:1:1: the file is empty; begin the file with "
                               "`unbracket = 1`\n");
}

TEST(BindErrors, AnotherFormatVersionIsRefusedAndNothingElseIsRead) {
    EXPECT_EQ(problems_of("unbracket = 2\nnonsense = 1\n"),
              "case.toml:1:13: format version `2` is not known; this program reads `unbracket = "
              "1`\n");
}

TEST(BindErrors, AMissingFormatVersionAndMissingSectionsAreNamedTogether) {
    EXPECT_EQ(problems_of("title = \"x\"\n"),
              "case.toml:1:1: the file does not name its format version; begin the file with "
              "`unbracket = 1`\n"
              "case.toml:1:1: the case has no party; add one: party.alta = { name = \"Alta\" }\n"
              "case.toml:1:1: the case has no issue; add one: [issue.ID] with `option` or "
              "`range`\n");
}

TEST(BindErrors, UnknownKeysAreNamedOnEveryLevelWithTheNearestKnownOne) {
    EXPECT_EQ(problems_of("unbracket = 1\n"
                          "titel = \"x\"\n"
                          "party.alta = { nam = \"Alta\" }\n"
                          "[issue.share]\n"
                          "wieght = { alta = 1 }\n"
                          "range = { min = 1, max = 2, step = 1, units = \"%\" }\n"
                          "curve.alta = { ideal = 1, bad = 2, redlin = \"> 1\" }\n"
                          "[agreement]\n"
                          "atleast = 1\n"
                          "[[event]]\n"
                          "people = { joins = [] }\n"),
              "case.toml:2:1: unknown key `titel` in the case; did you mean `title`?\n"
              "case.toml:3:16: unknown key `nam` in party `alta`; did you mean `name`?\n"
              "case.toml:5:1: unknown key `wieght` in issue `share`; did you mean `weight`?\n"
              "case.toml:6:39: unknown key `units` in `range` of issue `share`; did you mean "
              "`unit`?\n"
              "case.toml:7:36: unknown key `redlin` in `issue.share.curve.alta`; did you mean "
              "`redline`?\n"
              "case.toml:9:1: unknown key `atleast` in [agreement]; did you mean `at_least`?\n"
              "case.toml:11:12: unknown key `joins` in `people` of an event; did you mean "
              "`joined`?\n");
}

TEST(BindErrors, AnUnknownOptionComesWithTheNearestKnownOne) {
    EXPECT_EQ(problems_after("stance.alta = { jont = \"bad\" }\n"),
              "case.toml:9:17: unknown option `jont` of issue `inspect`; did you mean `joint`?\n");
}

TEST(BindErrors, AWrongKindOfValueSaysWhatIsWanted) {
    EXPECT_EQ(
        problems_of("unbracket = 1\n"
                    "title = 3\n"
                    "as_of = \"2026-02-30\"\n"
                    "party.alta = \"Alta\"\n"
                    "draft = \"first\"\n"
                    "rule = { forbid = {} }\n"
                    "[issue.share]\n"
                    "option = \"no\"\n"),
        "case.toml:2:9: `title` must be a text, not a number\n"
        "case.toml:3:9: `2026-02-30` is not a day of the calendar; write it like "
        "2026-03-01, without a time\n"
        "case.toml:4:14: party `alta` must be a table, not a text; write party.alta = { name = "
        "\"...\" }\n"
        "case.toml:5:9: `draft` must be a table, not a text; write [draft.ID]\n"
        "case.toml:6:8: `rule` must be a list of tables, not a table; write [[rule]]\n"
        "case.toml:8:10: `option` must be a table or a list of options, not a text; write option = "
        "[\"one\", \"other\"]\n");
}

TEST(BindErrors, IdsMustBeTakenOnceAndBeMadeOfLetters) {
    EXPECT_EQ(problems_after("[issue.term]\n"
                             "option = [\"five\", \"ten\", \"five\", \"a b\", \"unknown\"]\n"
                             "[[rule]]\n"
                             "id = \"x\"\n"
                             "forbid = { term = \"five\" }\n"
                             "[[rule]]\n"
                             "id = \"x\"\n"
                             "forbid = { term = \"ten\" }\n"
                             "[[said]]\n"
                             "id = \"s1\"\n"
                             "who = \"a\"\n"
                             "claim = \"b\"\n"
                             "[[said]]\n"
                             "id = \"s1\"\n"
                             "who = \"a\"\n"
                             "claim = \"b\"\n"
                             "[party.norm]\n"
                             "[[event]]\n"
                             "id = \"e\"\n"
                             "[[event]]\n"
                             "id = \"e\"\n"),
              "case.toml:10:26: option `five` stands twice in issue `term`\n"
              "case.toml:10:34: `a b` cannot be an id; an id has 1 to 64 letters a-z, A-Z, digits, "
              "`_` and `-`\n"
              "case.toml:10:41: `unknown` is not free for an option; drafts use the word for "
              "content that is not known\n"
              "case.toml:15:6: two [[rule]] have the id `x`; those without id are numbered from 1\n"
              "case.toml:22:6: two statements have the id `s1`\n"
              "case.toml:25:8: `norm` is not free for a party; limits of `norm` are limits that "
              "nobody may trade away\n"
              "case.toml:29:6: the id `e` stands twice\n");
}

TEST(BindErrors, AnIdMayNotBeTheNumberOfAnotherItem) {
    EXPECT_EQ(
        problems_after("[[bonus]]\n"
                       "id = \"2\"\n"
                       "party = \"alta\"\n"
                       "when = { inspect = \"no\" }\n"
                       "value = 1\n"
                       "[[bonus]]\n"
                       "party = \"alta\"\n"
                       "when = { inspect = \"joint\" }\n"
                       "value = 1\n"),
        "case.toml:14:1: two [[bonus]] have the id `2`; those without id are numbered from 1\n");
}

TEST(BindErrors, ReferencesToNothingAreNamed) {
    EXPECT_EQ(problems_after("point = 4\n"
                             "document = \"water\"\n"
                             "between = [\"alta\", \"coda\"]\n"
                             "weight.delta = 3\n"
                             "[person.x]\n"
                             "party = \"gamma\"\n"
                             "[agreement]\n"
                             "required = [\"alto\"]\n"
                             "[fallback]\n"
                             "alta = { draft = \"first\" }\n"
                             "[draft.one]\n"
                             "from = \"zero\"\n"
                             "set = { shore = 10 }\n"
                             "[[said]]\n"
                             "id = \"s1\"\n"
                             "person = \"y\"\n"
                             "claim = \"c\"\n"
                             "judgement = { alta = \"accepts two\" }\n"
                             "relays = \"s0\"\n"),
              "case.toml:9:9: unknown point `4`\n"
              "case.toml:10:12: unknown document `water`\n"
              "case.toml:11:20: unknown party `coda`; known: alta, bera\n"
              "case.toml:12:8: unknown party `delta`; did you mean `alta`?\n"
              "case.toml:14:9: unknown party `gamma`; known: alta, bera\n"
              "case.toml:16:13: unknown party `alto`; did you mean `alta`?\n"
              "case.toml:18:18: unknown draft `first`; known: one\n"
              "case.toml:20:8: unknown draft `zero`; known: one\n"
              "case.toml:21:9: unknown issue `shore`; did you mean `share`?\n"
              "case.toml:24:10: unknown person `y`; known: x\n"
              "case.toml:26:22: unknown draft `two`; known: one\n"
              "case.toml:27:10: unknown statement `s0`; did you mean `s1`?\n");
}

TEST(BindErrors, AnIssueNeedsOptions) {
    EXPECT_EQ(problems_after("[issue.a]\noption = []\n[issue.b]\noption = {}\n[issue.c]\n"
                             "title = \"c\"\n[issue.d]\noption = [\"x\"]\n"
                             "range = { min = 1, max = 2, step = 1 }\n"),
              "case.toml:10:10: issue `a` has no options; name at least one\n"
              "case.toml:12:10: issue `b` has no options; name at least one\n"
              "case.toml:13:8: issue `c` has no options; add `option = [...]`, or `range` for a "
              "number\n"
              "case.toml:16:10: issue `d` has both `range` and `option`; an issue is either a "
              "number or a choice\n");
}

TEST(BindErrors, ARangeOfOptionsMustReachItsEndInSteps) {
    const auto range = [](const std::string& numbers) {
        return problems_of("unbracket = 1\nparty.a = {}\nissue.x.range = { " + numbers + " }\n");
    };
    EXPECT_EQ(range("min = 0, max = 1, step = 0.3"),
              "case.toml:3:17: steps of 0.3 from 0 miss `max`, which is 1; the last step is 0.9\n");
    EXPECT_EQ(range("min = 2, max = 1, step = 1"),
              "case.toml:3:25: `min` is above `max`; swap them\n");
    EXPECT_EQ(range("min = 0, max = 1, step = 0"), "case.toml:3:44: `step` must be above 0\n");
    EXPECT_EQ(range("min = 0, max = 1"), "case.toml:3:17: `range` of issue `x` has no `step`\n");
    EXPECT_EQ(range("min = 0, max = 4096, step = 1"),
              "case.toml:3:17: the range has more than 4096 options; take a larger step\n");
    EXPECT_EQ(range("min = 0, max = 4095, step = 1"), "");
    EXPECT_EQ(range("min = 1000000000, max = 1000000000.0000005, step = 0.0000005"),
              "case.toml:3:43: `1000000000.0000005` has more than 15 significant digits; numbers "
              "are taken exactly; round it\n");
}

TEST(BindErrors, ARangeMayHoldNoNumberThatCannotBeWritten) {
    EXPECT_EQ(problems_of("unbracket = 1\nparty.a = {}\n"
                          "issue.x.range = { min = 0, max = 399999999999.998, "
                          "step = 99999999999.9995 }\n"),
              "case.toml:3:17: the range holds 299999999999.9985, a number of more than 15 "
              "significant digits; give `min` and `step` fewer digits\n");
}

TEST(BindErrors, NumbersOutOfRangeOrWithTooManyDigitsAreRefused) {
    EXPECT_EQ(problems_after("stance.alta = { no = 101, joint = -1, third = 1.234567890123456 }\n"
                             "weight = { alta = -0.5, bera = 1000001 }\n"
                             "[fallback]\n"
                             "alta = nan\n"
                             "bera = [-inf, inf]\n"
                             "[[risk]]\n"
                             "party = \"alta\"\n"
                             "option = { inspect = \"no\" }\n"
                             "loss = -1\n"
                             "[[bonus]]\n"
                             "party = \"alta\"\n"
                             "when = { inspect = \"no\" }\n"
                             "value = 1e10\n"),
              "case.toml:9:22: a stance must lie between 0 and 100, not `101`\n"
              "case.toml:9:35: a stance must lie between 0 and 100, not `-1`\n"
              "case.toml:9:47: `1.234567890123456` has more than 15 significant digits; numbers "
              "are taken exactly; round it\n"
              "case.toml:10:19: a weight must lie between 0 and 1000000, not `-0.5`\n"
              "case.toml:10:32: a weight must lie between 0 and 1000000, not `1000001`\n"
              "case.toml:12:8: a fallback must be a finite number, not `nan`\n"
              "case.toml:13:9: a fallback must be a finite number, not `-inf`\n"
              "case.toml:13:15: a fallback must be a finite number, not `inf`\n"
              "case.toml:17:8: `loss` must lie between 0 and 1000000000, not `-1`\n"
              "case.toml:21:9: `value` must lie between -1000000000 and 1000000000, not `1e10`\n");
}

TEST(BindErrors, ARangeWhoseEndsAreSwappedIsShownTheRightWayRound) {
    EXPECT_EQ(problems_after("stance.alta = { no = [80, 60], joint = [1], third = [1, \"x\"] }\n"),
              "case.toml:9:22: a stance is a range whose low end is above its high end; did you "
              "mean [60, 80]?\n"
              "case.toml:9:40: a stance must be a range of two numbers; write [low, high]\n"
              "case.toml:9:57: a stance must be a number, not a text\n");
}

TEST(BindErrors, UnknownWordsComeWithTheNearestKnownOne) {
    EXPECT_EQ(
        problems_after("stance.alta = { no = \"idael\", joint = \"redline nonsense\", third = "
                       "\"redline unknown\" }\n"
                       "weight = { alta = \"hihg\" }\n"
                       "agenda = \"agred\"\n"
                       "[party.coda]\n"
                       "role = [\"mediater\"]\n"),
        "case.toml:9:22: a stance cannot be `idael`; did you mean `ideal`?\n"
        "case.toml:9:39: `redline nonsense` is no red line; write \"redline\", or what the "
        "option is worth once the limit is opened: \"redline bad\", \"redline 10\"\n"
        "case.toml:9:67: `redline unknown` is no red line; write \"redline\", or what the "
        "option is worth once the limit is opened: \"redline bad\", \"redline 10\"\n"
        "case.toml:10:19: unknown weight word `hihg`; did you mean `high`?\n"
        "case.toml:11:10: `agenda` cannot be `agred`; did you mean `agreed`?\n"
        "case.toml:13:9: a role cannot be `mediater`; did you mean `mediator`?\n");
}

TEST(BindErrors, ScoresAndStancesOfOnePartyDoNotMix) {
    EXPECT_EQ(problems_after("stance.alta = { no = 50 }\n"
                             "score.alta = { no = 1, joint = 2, third = 3 }\n"
                             "score.bera = { no = 1, joint = 2, third = 3 }\n"
                             "[issue.term]\n"
                             "option = [\"five\", \"ten\"]\n"
                             "weight.bera = \"high\"\n"),
              "case.toml:10:21: party `alta` has both scores and stances or weights: "
              "issue.inspect.score.alta.no beside issue.inspect.stance.alta.no; a party has "
              "scores, or weights and stances\n"
              "case.toml:14:15: party `bera` has both scores and stances or weights: "
              "issue.term.weight.bera beside issue.inspect.score.bera.no; a party has scores, or "
              "weights and stances\n");
}

TEST(BindErrors, AScoreSheetLeavesNoOptionOut) {
    EXPECT_EQ(problems_after("score.alta = { no = 1 }\n"
                             "score.bera = { no = \"bad\", joint = 1, third = 2 }\n"),
              "case.toml:9:21: party `alta` has no score in issue `inspect` for `joint`, `third`; "
              "score every option of an issue that concerns the party\n"
              "case.toml:10:21: a score cannot be `bad`; scores are numbers, ranges, \"redline\" "
              "or \"redline NUMBER\"\n");
}

TEST(BindErrors, AWordIsNoFallbackOnAScoreSheet) {
    EXPECT_EQ(problems_after("score.alta = { no = 1, joint = 2, third = 3 }\n"
                             "[fallback]\nalta = \"bad\"\nbera = \"bad\"\n"),
              "case.toml:11:8: party `alta` has scores, and a word as fallback; give a number or a "
              "range of its own points\n");
}

TEST(BindErrors, ARedLineIsNoFallbackAndIsNotProposedAsOne) {
    const std::string words = "write a number, a range such as [20, 40], or one of: ideal, "
                              "acceptable, tolerable, bad, open, unknown";
    EXPECT_EQ(problems_after("stance.alta = { no = 50 }\n[fallback]\nalta = \"redline\"\n"),
              "case.toml:11:8: a fallback cannot be `redline`; " + words + "\n");
    EXPECT_EQ(problems_after("stance.alta = { no = \"redlin\" }\n"),
              "case.toml:9:22: a stance cannot be `redlin`; did you mean `redline`?\n");
}

TEST(BindErrors, ACountedPartyNeedsAWeightAboveZero) {
    EXPECT_EQ(problems_after("stance.alta = { no = 50 }\n"
                             "weight = { alta = \"none\", bera = 0 }\n"
                             "[party.coda]\n"
                             "role = \"observer\"\n"
                             "[issue.term]\n"
                             "option = [\"five\"]\n"
                             "weight.coda = 0\n"),
              "case.toml:10:19: the weights of party `alta` can only be 0; a party that is counted "
              "needs an issue that matters to it\n"
              "case.toml:10:34: the weights of party `bera` can only be 0; a party that is counted "
              "needs an issue that matters to it\n");
}

TEST(BindErrors, CurvesNeedNumbersThatRunOneWay) {
    const std::string issue = "unbracket = 1\nparty.a = {}\n"
                              "issue.n.range = { min = 0, max = 10, step = 1 }\n"
                              "issue.o.option = [\"x\"]\n";
    EXPECT_EQ(problems_of(issue + "issue.n.curve.a = { ideal = 3, acceptable = 5, bad = 4 }\n"),
              "case.toml:5:19: the values of a curve must rise or fall from the best word on; each "
              "later word needs a value farther from that of the first\n");
    EXPECT_EQ(problems_of(issue + "issue.n.curve.a = { ideal = 3 }\n"),
              "case.toml:5:19: this curve does not say which way is worse; name a second value, or "
              "a red line such as \"> 40\"\n");
    EXPECT_EQ(
        problems_of(issue + "issue.n.curve.a = { ideal = 3, bad = 11, redline = \"40\" }\n"),
        "case.toml:5:38: the value for `bad` must lie between 0 and 10, not `11`\n"
        "case.toml:5:52: `40` is no red line of a curve; write \"> 40\", \">= 40\", \"< 40\", "
        "\"<= 40\" or \"none\"\n");
    EXPECT_EQ(problems_of(issue + "issue.n.curve.a = { redline = \"> 4\" }\n"),
              "case.toml:5:19: `issue.n.curve.a` names no value for a word; for a red line alone "
              "write a [[limit]]\n");
    EXPECT_EQ(problems_of(issue + "issue.o.curve.a = { ideal = 3 }\n"),
              "case.toml:5:19: issue `o` is no number; a curve needs `range`; rate options under "
              "`stance`\n");
}

TEST(BindErrors, OrdersNameEachOptionOnceAndLeaveNoGap) {
    EXPECT_EQ(problems_after("stance.alta = \"no > jont = joint > no | third\"\n"
                             "stance.bera = \"no > > joint\"\n"),
              "case.toml:9:15: unknown option `jont` of issue `inspect`; did you mean `joint`?\n"
              "case.toml:9:15: `no` stands twice in the order\n"
              "case.toml:10:15: `no > > joint` is no order; write \"best > next = as good | red "
              "line\"\n");
}

TEST(BindErrors, AnOrderACurveAndATableDoNotReplaceEachOther) {
    EXPECT_EQ(problems_after("stance.alta = \"no > joint\"\n"
                             "order.alta = \"joint > no\"\n"
                             "stance.bera = { no = 1 }\n"
                             "order.bera = \"joint > no | third\"\n"
                             "[issue.n]\n"
                             "range = { min = 0, max = 1, step = 1 }\n"
                             "curve.alta = { ideal = 0, bad = 1 }\n"
                             "stance.alta = { 0 = 1 }\n"),
              "case.toml:10:14: party `alta` has two orders of issue `inspect`\n"
              "case.toml:12:14: party `bera` on issue `inspect` has red lines in an order beside a "
              "table or curve; put them into the table or curve\n"
              "case.toml:15:24: party `alta` on issue `n` has a curve and a table; keep one of "
              "them\n");
}

TEST(BindErrors, ConditionsNameIssuesAndOptions) {
    EXPECT_EQ(problems_after("[[rule]]\n"
                             "if = {}\n"
                             "then = { share = 12 }\n"
                             "[[rule]]\n"
                             "forbid = { share = [] }\n"
                             "[[rule]]\n"
                             "at_most = 1\n"
                             "[[rule]]\n"
                             "at_most = 1.5\n"
                             "of = [ { inspect = [\"no\", \"no\"] }, 3 ]\n"
                             "[[limit]]\n"
                             "party = \"alta\"\n"
                             "[[limit]]\n"
                             "party = \"alta\"\n"
                             "needs = { share = \"> 60\" }\n"),
              "case.toml:10:6: `if` names no issue; write { issue = \"option\" }\n"
              "case.toml:11:18: unknown option `12` of issue `share`; the options run from 10 to "
              "60 in steps of 5\n"
              "case.toml:13:20: the list of options of issue `share` is empty; name at least one "
              "option\n"
              "case.toml:14:1: rule `3` is not one rule; write `if` and `then`, or `forbid`, or "
              "`at_most` and `of`\n"
              "case.toml:17:11: `at_most` must be a whole number\n"
              "case.toml:18:27: option `no` stands twice in one list\n"
              "case.toml:18:36: a condition of `of` must be a table of issues and options; write { "
              "issue = \"option\" }\n"
              "case.toml:19:1: limit `1` needs either `needs` or `never`; write needs = { issue = "
              "\"option\" }\n"
              "case.toml:23:19: no option of issue `share` is `> 60`\n");
}

TEST(BindErrors, DraftsThatInheritInACircleAreNamed) {
    EXPECT_EQ(problems_after("[draft.a]\nfrom = \"b\"\n[draft.b]\nfrom = \"c\"\n[draft.c]\n"
                             "from = \"b\"\n[draft.d]\nfrom = \"d\"\n"),
              "case.toml:11:8: drafts inherit from each other: `b` from `c` from `b`; one of them "
              "must not have `from`\n"
              "case.toml:15:8: drafts inherit from each other: `d` from `d`; one of them must not "
              "have `from`\n");
}

TEST(BindErrors, ADraftCannotLeaveAnIssueToAStatusQuoThatIsNotNamed) {
    EXPECT_EQ(problems_after("[draft.a]\nrest = \"status_quo\"\n"),
              "case.toml:9:8: a draft leaves issue `share` to the status quo, which the issue does "
              "not name; add `status_quo` to the issue, or set the issue in the draft\n");
}

TEST(BindErrors, StatementsUnderNothingAreNamedWithTheNearestEntry) {
    EXPECT_EQ(
        problems_after("stance.alta = { joint = \"bad\" }\n"
                       "[[said]]\n"
                       "id = \"s1\"\n"
                       "who = \"a\"\n"
                       "claim = \"b\"\n"
                       "supports = [\"issue.inspect.stance.alta.jont\"]\n"
                       "suggests = [\"issue.inspect\"]\n"
                       "[[entry]]\n"
                       "at = \"fallback.alta\"\n"
                       "[[driver]]\n"
                       "moves = { \"fallback.coda\" = 1 }\n"),
        "case.toml:14:13: statement `s1` names `issue.inspect.stance.alta.jont`, but there is "
        "no such entry; did you mean `issue.inspect.stance.alta.joint`?\n"
        "case.toml:15:13: statement `s1` names `issue.inspect`, but there is no such entry; "
        "known: issue.inspect.stance.alta.joint\n"
        "case.toml:17:6: [[entry]] names `fallback.alta`, but there is no such entry; known: "
        "issue.inspect.stance.alta.joint\n"
        "case.toml:19:11: a driver moves `fallback.coda`, but there is no such entry; known: "
        "issue.inspect.stance.alta.joint\n");
}

TEST(BindErrors, NobodyAskedMeansNoAgreementRule) {
    EXPECT_EQ(problems_of("unbracket = 1\nparty.a = { role = \"observer\" }\n"
                          "issue.x.option = [\"y\"]\n"),
              "case.toml:1:1: nobody has to accept an agreement; give a party the role "
              "`signatory`, or name parties under `required` of [agreement]\n");
    EXPECT_EQ(problems_after("[agreement]\nat_least = 3\n"),
              "case.toml:9:2: `at_least` asks for 3 parties, but only 2 are counted; counted are "
              "signatories, required parties and parties with a fallback\n");
    EXPECT_EQ(problems_after("[agreement]\nat_least = 0\n"),
              "case.toml:9:2: `at_least` must be at least 1; leave it out to demand nothing\n");
}

TEST(BindErrors, WordTablesKeepTheirOrder) {
    EXPECT_EQ(problems_after("[words.stance]\ntolerable = [50, 95]\nunknown = 5\n"
                             "[words.weight]\nlow = 25\nmedum = 3\n"),
              "case.toml:9:8: the word `tolerable` may be worth more than `acceptable`; both ends "
              "of the ranges must fall from the best word on\n"
              "case.toml:11:1: unknown stance word `unknown`; words that may be set: ideal, "
              "acceptable, tolerable, bad, open\n"
              "case.toml:12:8: the word `low` may be worth more than `medium`; both ends of the "
              "ranges must fall from the best word on\n"
              "case.toml:14:1: unknown weight word `medum`; words that may be set: highest, high, "
              "medium, low\n");
}

TEST(BindErrors, JudgementsHaveFiveForms) {
    EXPECT_EQ(problems_after("[draft.a]\n[[said]]\nid = \"s\"\nwho = \"x\"\nclaim = \"y\"\n"
                             "judgement = { alta = \"likes a\", bera = \"prefers a\" }\n"
                             "[[said]]\nid = \"t\"\nwho = \"x\"\nclaim = \"y\"\nuse = \"binds\"\n"),
              "case.toml:14:22: `likes a` is no judgement; write \"accepts D\", \"rejects D\", "
              "\"prefers D to E\", \"nothing below D\" or \"not yet D\" with the id of a draft\n"
              "case.toml:14:40: `prefers a` is no judgement; write \"accepts D\", \"rejects D\", "
              "\"prefers D to E\", \"nothing below D\" or \"not yet D\" with the id of a draft\n"
              "case.toml:19:7: `use` says how a judgement counts, but there is none; add "
              "`judgement`, or drop `use`\n");
}

TEST(BindErrors, StatementsDoNotReferToThemselvesAndAreSupersededByLaterOnes) {
    EXPECT_EQ(problems_after("[[said]]\nid = \"s\"\nwho = \"x\"\nclaim = \"y\"\nsame_as = \"s\"\n"
                             "date = 2026-01-01\nsupersedes = \"t\"\n"
                             "[[said]]\nid = \"t\"\nwho = \"x\"\nclaim = \"y\"\n"
                             "date = 2026-01-02\n"),
              "case.toml:9:1: statement `s` refers to itself\n"
              "case.toml:9:1: statement `s` supersedes `t`, which is of a later day; swap them, or "
              "correct a date\n");
}

TEST(BindErrors, MoreThan128PartiesAreRefused) {
    std::string text = "unbracket = 1\nissue.x.option = [\"y\"]\n";
    for (int i = 0; i < 128; ++i) {
        text += "party.p" + std::to_string(i) + " = {}\n";
    }
    EXPECT_EQ(problems_of(text), "");
    EXPECT_EQ(problems_of(text + "party.q = {}\n"),
              "case.toml:131:7: a case holds at most 128 parties\n");
}

TEST(BindErrors, MoreThan512IssuesAreRefused) {
    std::string text = "unbracket = 1\nparty.a = {}\n";
    for (int i = 0; i < 512; ++i) {
        text += "issue.i" + std::to_string(i) + ".option = [\"y\"]\n";
    }
    EXPECT_EQ(problems_of(text), "");
    EXPECT_EQ(problems_of(text + "issue.q.option = [\"y\"]\n"),
              "case.toml:515:7: a case holds at most 512 issues\n");
}

TEST(BindErrors, MoreThan4096OptionsAreRefused) {
    std::string text = "unbracket = 1\nparty.a = {}\nissue.x.option = [\"o0\"";
    for (int i = 1; i < 4096; ++i) {
        text += ", \"o" + std::to_string(i) + "\"";
    }
    EXPECT_EQ(problems_of(text + "]\n"), "");
    EXPECT_EQ(problems_of(text + ",\n\"q\"]\n"),
              "case.toml:4:1: an issue has at most 4096 options\n");
}

TEST(BindErrors, AFileFullOfMistakesIsCutAfterTenThousandOfThem) {
    std::string text = two_parties;
    for (int i = 0; i < 12'000; ++i) {
        text += "[draft.a" + std::to_string(i) + "]\nform = 1\n";
    }
    const Result<Case> result = bind_text(text);
    ASSERT_EQ(result.problems().size(), 10'001U);
    EXPECT_EQ(to_string(result.problems()[0]),
              "case.toml:10:1: unknown key `form` in draft `a0`; did you mean `from`?");
    EXPECT_EQ(to_string(result.problems().back()),
              "there are 2000 more problems; mend these first, then read the file again");
}

TEST(BindErrors, MoreAssessedOptionsThanFitAreRefusedOnce) {
    std::string text = "unbracket = 1\n";
    for (int i = 0; i < 10; ++i) {
        text += "party.p" + std::to_string(i) + " = {}\n";
    }
    for (int i = 0; i < 100; ++i) {
        text += "[issue.i" + std::to_string(i) + "]\n";
        text += "range = { min = 1, max = 4096, step = 1 }\n";
        for (int party = 0; party < 10; ++party) {
            text += "weight.p" + std::to_string(party) + " = 1\n";
        }
    }
    EXPECT_EQ(problems_of(text), "case.toml:1184:13: the parties assess more than 4,000,000 "
                                 "options in all; take larger steps, or fewer parties\n");
}

TEST(BindErrors, DraftsThatHoldMoreOptionsThanFitAreRefusedOnce) {
    std::string text = "unbracket = 1\nparty.a = {}\n";
    for (int i = 0; i < 500; ++i) {
        text += "issue.i" + std::to_string(i) + ".range = { min = 1, max = 4096, step = 1 }\n";
    }
    for (int i = 0; i < 12; ++i) {
        text += "draft.d" + std::to_string(i) + " = {}\n";
    }
    EXPECT_EQ(problems_of(text), "case.toml:512:7: the drafts hold more than 20,000,000 options in "
                                 "all; take larger steps, or fewer drafts\n");
}

TEST(BindErrors, NameLoadedWordsThatSayNothing) {
    const std::string hint = "; write regime = \"government\", or ultimatum = false where the word "
                             "is plain in this case\n";
    EXPECT_EQ(problems_after("[words.loaded]\nregime = \"\"\nheist = true\nold = 3\n"),
              "case.toml:10:1: no word with what may stand instead of it" + hint +
                  "case.toml:11:1: no word with what may stand instead of it" + hint +
                  "case.toml:12:1: no word with what may stand instead of it" + hint);
    EXPECT_EQ(problems_after("[words.loaded]\nRegime = \"a\"\nregime = \"b\"\n"),
              "case.toml:11:1: the word `regime` stands twice; capital letters make no difference: "
              "keep one of them\n");
}

TEST(BindErrors, NameAViewThatIsNobodys) {
    EXPECT_EQ(problems_after("[order]\n"), "");
    EXPECT_EQ(problems_of("view = \"mediator\"\n" + two_parties),
              "case.toml:1:8: the mediator sees the whole case, and `view` marks a part; leave it "
              "out\n");
    EXPECT_NE(problems_of("view = \"party:gamma\"\n" + two_parties), "");
}

} // namespace
} // namespace unbracket::testing
