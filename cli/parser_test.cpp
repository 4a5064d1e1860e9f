#include "cli/parser.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using Words = std::vector<std::string>;

/// A verb with a flag of every kind.
const Verb& sample_verb() {
    static const Verb verb = {
        .name = "weigh",
        .operands = {{.name = "BOAT", .help = ""},
                     {.name = "ANCHOR", .help = "", .at_least = 0, .at_most = 1}},
        .flags = {{.name = "output", .value = "FILE", .letter = 'o', .kind = ValueKind::file},
                  {.name = "set",
                   .value = "ADDRESS=VALUE",
                   .kind = ValueKind::text,
                   .occurs = Occurs::repeatedly},
                  {.name = "as-of", .value = "DATE", .kind = ValueKind::date},
                  {.name = "nodes", .value = "COUNT", .kind = ValueKind::count},
                  {.name = "crew", .value = "COUNT", .kind = ValueKind::count, .least = 3},
                  {.name = "share", .value = "PERCENT", .kind = ValueKind::number},
                  {.name = "form",
                   .value = "FORM",
                   .kind = ValueKind::choice,
                   .choices = {"text", "json"}},
                  {.name = "quiet", .letter = 'q'},
                  {.name = "verbose", .letter = 'v'},
                  {.name = "help", .letter = 'h'}}};
    return verb;
}

Invocation parsed(const Words& words) {
    const Result<Invocation> result = parse_words(sample_verb(), words);
    EXPECT_TRUE(result.ok()) << (result ? "" : to_string(result.problems().front()));
    return result ? result.value() : Invocation{};
}

/// One problem a line: `what; hint`.
std::string problems_of(const Words& words) {
    const Result<Invocation> result = parse_words(sample_verb(), words);
    std::string text;
    for (const Diagnostic& problem : result.problems()) {
        text += problem.what + (problem.hint.empty() ? "" : "; " + problem.hint) + "\n";
    }
    return text;
}

std::string problem_of_verb(const Words& words) {
    const Result<ChosenVerb> chosen = choose_verb(words);
    return chosen ? "" : chosen.problems()[0].what + "; " + chosen.problems()[0].hint;
}

TEST(ChooseVerb, TakesTheFirstWord) {
    const Result<ChosenVerb> chosen = choose_verb({"check", "ferry.toml", "-q"});
    ASSERT_TRUE(chosen.ok());
    EXPECT_EQ(chosen.value().verb->name, "check");
    EXPECT_EQ(chosen.value().rest, (Words{"ferry.toml", "-q"}));
}

TEST(ChooseVerb, TakesTwoWordsWhereTheVerbHasTwo) {
    const Result<ChosenVerb> chosen = choose_verb({"said", "add", "ferry.toml"});
    ASSERT_TRUE(chosen.ok());
    EXPECT_EQ(chosen.value().verb->name, "said add");
    EXPECT_EQ(chosen.value().rest, (Words{"ferry.toml"}));
}

TEST(ChooseVerb, NeedsOnlyTheFirstOfTwoWordsForHelp) {
    for (const char* help : {"--help", "-h"}) {
        const Result<ChosenVerb> chosen = choose_verb({"said", help});
        ASSERT_TRUE(chosen.ok()) << help;
        EXPECT_EQ(chosen.value().verb->name, "said add");
        EXPECT_EQ(chosen.value().rest, (Words{help}));
    }
}

TEST(ChooseVerb, AsksForTheSecondWord) {
    const std::string asked = "`said` needs a second word; write `unbracket said add`";
    EXPECT_EQ(problem_of_verb({"said"}), asked);
    EXPECT_EQ(problem_of_verb({"said", "ferry.toml"}), asked);
}

TEST(ChooseVerb, SuggestsTheNearestVerb) {
    EXPECT_EQ(problem_of_verb({"chekc"}), "unknown verb `chekc`; did you mean `check`?");
    EXPECT_EQ(problem_of_verb({"verfy", "a"}), "unknown verb `verfy`; did you mean `verify`?");
    EXPECT_EQ(problem_of_verb({"negotiate"}),
              "unknown verb `negotiate`; unbracket --help lists them");
}

TEST(ChooseVerb, RunsWhatIsHiddenButDoesNotSuggestIt) {
    EXPECT_TRUE(choose_verb({"bench"}).ok());
    EXPECT_EQ(problem_of_verb({"manul"}), "unknown verb `manul`; unbracket --help lists them");
}

TEST(ParseWords, TakesFlagsAnywhereBetweenOperands) {
    const Invocation invocation = parsed({"-q", "ferry", "--nodes", "5", "anchor", "--form=json"});
    EXPECT_EQ(invocation.operands, (Words{"ferry", "anchor"}));
    EXPECT_TRUE(invocation.has("quiet"));
    EXPECT_EQ(invocation.count("nodes"), 5U);
    EXPECT_EQ(invocation.value("form"), "json");
    EXPECT_FALSE(invocation.has("verbose"));
}

TEST(ParseWords, TakesLettersAloneTogetherAndWithTheirValue) {
    const Invocation invocation = parsed({"-qv", "-o", "out.txt", "ferry"});
    EXPECT_TRUE(invocation.has("quiet"));
    EXPECT_TRUE(invocation.has("verbose"));
    EXPECT_EQ(invocation.value("output"), "out.txt");
    EXPECT_EQ(parsed({"-oout.txt", "ferry"}).value("output"), "out.txt");
}

TEST(ParseWords, KeepsEveryValueOfAFlagThatMayBeRepeated) {
    const Invocation invocation = parsed({"ferry", "--set", "a=1", "--set=b=2=3"});
    EXPECT_EQ(invocation.values("set"), (Words{"a=1", "b=2=3"}));
}

TEST(ParseWords, TakesADashAsAnOperand) {
    EXPECT_EQ(parsed({"-"}).operands, (Words{"-"}));
    EXPECT_EQ(parsed({"ferry", "-o", "-"}).value("output"), "-");
}

TEST(ParseWords, TakesWhateverStandsBehindTwoDashesAsOperands) {
    const Invocation invocation = parsed({"-q", "--", "--odd.toml", "-v"});
    EXPECT_EQ(invocation.operands, (Words{"--odd.toml", "-v"}));
    EXPECT_FALSE(invocation.has("verbose"));
}

TEST(ParseWords, KeepsAnEmptyValueEmpty) {
    EXPECT_EQ(parsed({"--set=", "ferry"}).values("set"), (Words{""}));
    EXPECT_EQ(parsed({"--set", "", "ferry"}).values("set"), (Words{""}));
}

TEST(ParseWords, NamesEveryUnknownFlag) {
    EXPECT_EQ(problems_of({"--sett", "x", "ferry", "--thread=2", "-z"}),
              "`weigh` has no flag `--sett`; did you mean `--set`?\n"
              "`weigh` has no flag `--thread`; unbracket weigh --help\n"
              "`weigh` has no flag `-z`; unbracket weigh --help\n");
}

TEST(ParseWords, NamesAValueThatIsMissing) {
    EXPECT_EQ(problems_of({"ferry", "--nodes"}), "--nodes needs a value: --nodes COUNT\n");
    EXPECT_EQ(problems_of({"ferry", "-o"}), "--output needs a value: --output FILE\n");
}

TEST(ParseWords, WantsADate) {
    const std::string hint = ": not a date; write it as 2026-03-01\n";
    EXPECT_EQ(problems_of({"ferry", "--as-of", "1.3.2026"}), "--as-of 1.3.2026" + hint);
    EXPECT_EQ(problems_of({"ferry", "--as-of", "2026-02-29"}), "--as-of 2026-02-29" + hint);
    EXPECT_EQ(problems_of({"ferry", "--as-of="}), "--as-of \"\"" + hint);
    EXPECT_EQ(problems_of({"ferry", "--as-of", "2024-02-29"}), "");
}

TEST(ParseWords, WantsAWholeNumber) {
    const std::string what = ": not a whole number of at most 18 digits\n";
    for (const char* wrong : {"many", "-1", "1.5", "1e3", "+3", "0x10", "1234567890123456789"}) {
        const std::string word = "--nodes=" + std::string(wrong);
        EXPECT_EQ(problems_of({"ferry", word}), "--nodes " + std::string(wrong) + what);
    }
    EXPECT_EQ(problems_of({"ferry", "--nodes", "999999999999999999"}), "");
    EXPECT_EQ(problems_of({"ferry", "--nodes", "0"}), "");
}

TEST(ParseWords, WantsAtLeastAsManyAsTheFlagSays) {
    EXPECT_EQ(problems_of({"ferry", "--crew", "2"}), "--crew 2: less than 3\n");
    EXPECT_EQ(problems_of({"ferry", "--crew", "3"}), "");
}

TEST(ParseWords, WantsANumberThatIsNotNegative) {
    EXPECT_EQ(problems_of({"ferry", "--share=-1"}), "--share -1: not a number that is 0 or more\n");
    EXPECT_EQ(problems_of({"ferry", "--share", "half"}),
              "--share half: not a number that is 0 or more\n");
    EXPECT_EQ(problems_of({"ferry", "--share", "12.5"}), "");
    EXPECT_EQ(problems_of({"ferry", "--share", "0"}), "");
}

TEST(ParseWords, WantsOneOfTheChoices) {
    EXPECT_EQ(problems_of({"ferry", "--form", "jsn"}),
              "--form jsn: not known here; did you mean `json`?\n");
    EXPECT_EQ(problems_of({"ferry", "--form", "xml"}),
              "--form xml: not known here; known: text, json\n");
    EXPECT_EQ(problems_of({"ferry", "--form", "JSON"}).substr(0, 12), "--form JSON:");
}

TEST(ParseWords, WantsAFileName) {
    EXPECT_EQ(problems_of({"ferry", "--output="}), "--output \"\": no file name\n");
}

TEST(ParseWords, RefusesAFlagGivenTwice) {
    EXPECT_EQ(problems_of({"ferry", "--nodes", "1", "--nodes", "2", "--nodes=3"}),
              "--nodes is given 3 times; give it once\n");
}

TEST(ParseWords, CountsOperands) {
    EXPECT_EQ(problems_of({}), "`weigh` needs BOAT ANCHOR; unbracket weigh --help\n");
    EXPECT_EQ(problems_of({"a", "b", "c", "d"}),
              "`weigh` has no place for `c`; unbracket weigh --help\n");
    EXPECT_EQ(problems_of({"a", "b"}), "");
    const Verb pair = {.name = "pair", .operands = {{.name = "CASE"}, {.name = "OTHER"}}};
    const Result<Invocation> one = parse_words(pair, {"ferry.toml"});
    ASSERT_FALSE(one.ok());
    EXPECT_EQ(one.problems()[0].what, "`pair` needs CASE OTHER, not only ferry.toml");
}

TEST(ParseWords, TakesAnyNumberOfOpenOperands) {
    const Verb layers = {.name = "layers", .operands = {{.name = "CASE", .at_most = 0}}};
    EXPECT_TRUE(parse_words(layers, Words(20, "case.toml")).ok());
    EXPECT_FALSE(parse_words(layers, {}).ok());
}

TEST(ParseWords, NamesEverythingThatIsWrongAtOnce) {
    EXPECT_EQ(problems_of({"--as-of", "soon", "--form", "xml", "--nodes", "some"}),
              "--as-of soon: not a date; write it as 2026-03-01\n"
              "--nodes some: not a whole number of at most 18 digits\n"
              "--form xml: not known here; known: text, json\n"
              "`weigh` needs BOAT ANCHOR; unbracket weigh --help\n");
}

TEST(ParseWords, RefusesAValueOfAFlagThatTakesNone) {
    EXPECT_EQ(problems_of({"ferry.toml", "anchor.toml", "--quiet=no"}),
              "--quiet takes no value; write --quiet, or leave it out\n");
}

TEST(ParseWords, ForgivesEverythingElseWhereHelpIsAskedFor) {
    EXPECT_TRUE(parsed({"--help", "--nodes", "some"}).has("help"));
    EXPECT_TRUE(parsed({"-h"}).has("help"));
}

/// Words of a command as a shell cuts them, up to a pipe or a redirection.
Words shell_words(const std::string& command) {
    Words words;
    bool is_quoted = false, is_open = false;
    for (const char letter : command) {
        if (letter == '"') {
            is_quoted = !is_quoted;
        } else if (letter == ' ' && !is_quoted) {
            is_open = false;
        } else if (!is_quoted && (letter == '|' || letter == '>')) {
            break;
        } else {
            words.resize(is_open ? words.size() : words.size() + 1);
            words.back() += letter;
            is_open = true;
        }
    }
    return words;
}

TEST(ParseWords, TakesEveryExampleOfTheHelp) {
    for (const Verb& verb : all_verbs()) {
        for (const Example& example : verb.examples) {
            Words words = shell_words(example.command);
            ASSERT_EQ(words.at(0), "unbracket") << example.command;
            words.erase(words.begin());
            const Result<ChosenVerb> chosen = choose_verb(words);
            ASSERT_TRUE(chosen.ok()) << example.command;
            EXPECT_EQ(chosen.value().verb, &verb) << example.command;
            EXPECT_TRUE(parse_words(verb, chosen.value().rest).ok()) << example.command;
        }
    }
}

} // namespace
} // namespace unbracket::cli
