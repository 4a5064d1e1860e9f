// YAML as far as it is read here: words stay words, aliases stay within the budget.

#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/yaml.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

std::string problem_of(const std::string& text, const DocumentLimits& limits = {}) {
    const Result<Node> root = read_yaml(text, "f.yml", limits);
    return root ? "it was read" : to_string(root.problems().front());
}

std::string json_of(const std::string& text) {
    const Result<Node> root = read_yaml(text, "f.yml");
    return root ? write_json(root.value(), JsonStyle::compact).value() : problem_of(text);
}

TEST(YamlReader, KeepsWordsAsTheyAre) {
    EXPECT_EQ(json_of("a: [no, yes, on, 2026-01-01, -.inf, 0.1.2]\n"),
              R"({"a":["no","yes","on","2026-01-01","-.inf","0.1.2"]})");
    EXPECT_EQ(json_of("a: [1, -0.25, 1e3, true, false, null, ~, '1', \"true\", ]\n"),
              R"({"a":[1,-0.25,1e3,true,false,null,null,"1","true"]})");
    EXPECT_EQ(json_of("1: x\ntrue: y\nnull: z\n"), R"({"1":"x","true":"y","null":"z"})");
}

TEST(YamlReader, RefusesNumbersThatOtherReadersTakeForOthers) {
    for (const std::string number :
         {"017", "-007", "0x1F", "0b11", "1_000", "12:30", "00", "+1:00"}) {
        const std::string problem = problem_of("a: [1, " + number + "]\n");
        EXPECT_NE(problem.find("`" + number + "` is not the same number"), std::string::npos)
            << problem;
        EXPECT_EQ(json_of("a: '" + number + "'\n"), "{\"a\":\"" + number + "\"}");
    }
    EXPECT_EQ(json_of("[0, 10, 0.5, 1e3, 08, 2026-11-29, a_1, 12a, 0xyz]"),
              R"([0,10,0.5,1e3,"08","2026-11-29","a_1","12a","0xyz"])");
}

TEST(YamlReader, PassesOverTags) {
    EXPECT_EQ(json_of("a: !!python/tuple [1, 2]\nb: !thing {c: d}\n"),
              R"({"a":[1,2],"b":{"c":"d"}})");
}

TEST(YamlReader, CopiesWhatAnAliasNames) {
    EXPECT_EQ(json_of("a: &x [1, {b: 2}]\nc: *x\n"), R"({"a":[1,{"b":2}],"c":[1,{"b":2}]})");
}

TEST(YamlReader, EndsAliasesThatUnfold) {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int j = 0; j < 8; ++j) {
            bomb += ", " + before;
        }
        bomb += "]\n";
    }
    EXPECT_NE(problem_of(bomb, {.nodes = 10'000}).find("more than 10000 values"),
              std::string::npos);
    EXPECT_NE(problem_of("a: &a [*a]\n"), "it was read");
}

TEST(YamlReader, SharesTheMemoryOfAliasesBetweenFiles) {
    std::string text = "a: &a [" + std::string(100, 'x');
    for (int i = 0; i < 99; ++i) {
        text += ", x";
    }
    text += "]\nb: [*a";
    for (int i = 0; i < 99; ++i) {
        text += ", *a";
    }
    text += "]\n";
    AliasBudget budget{.bytes = 2'000'000};
    EXPECT_TRUE(read_yaml(text, "f.yml", {}, budget).ok()) << "10,100 values of about 150 bytes";
    EXPECT_LT(budget.bytes, 1'000'000U);
    const Result<Node> second = read_yaml(text, "g.yml", {}, budget);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.problems().front().what, "anchors and aliases repeat more than can be held");
    EXPECT_EQ(second.problems().front().where.line, 2U);
    AliasBudget small{.bytes = 1'000};
    EXPECT_FALSE(read_yaml("a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n", "f.yml", {}, small).ok());
    EXPECT_TRUE(read_yaml("a: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n", "f.yml", {}, small).ok());
}

TEST(YamlReader, LeavesNothingOutBehindTheFirstDocument) {
    EXPECT_EQ(problem_of("a: 1\n---\nb: 2\n"), "f.yml:3:1: a second document, behind `---`; keep "
                                               "one of them, or put each into a file of its own");
    EXPECT_NE(problem_of("---\na: 1\n---\n---\n[1]\n").find("f.yml:5:1: a second document"),
              std::string::npos);
    EXPECT_NE(problem_of("a: 1\n---\nb: [\n"), "it was read");
    for (const char* const text :
         {"---\na: 1\n", "a: 1\n...\n", "a: 1\n---\n", "%YAML 1.2\n---\na: 1\n"}) {
        EXPECT_EQ(problem_of(text), "it was read") << text;
    }
}

TEST(YamlReader, RefusesTablesThatMerge) {
    EXPECT_NE(problem_of("c: &c {a: 1}\nd:\n  <<: *c\n").find("f.yml:3:3: a key `<<`"),
              std::string::npos);
}

TEST(YamlReader, RefusesWithAPlace) {
    EXPECT_NE(problem_of("a: [1\nb: 2\n").find("f.yml:2:"), std::string::npos);
    EXPECT_EQ(problem_of("a: 1\na: 2\n"), "f.yml:2:1: the key `a` stands twice; keep one of them");
    EXPECT_EQ(problem_of("? [a]\n: 1\n"),
              "f.yml:1:3: a key that is a table or a list; keys are words or numbers");
    EXPECT_NE(problem_of("a: *b\n"), "it was read");
    EXPECT_NE(problem_of("").find("there is nothing in the file"), std::string::npos);
    EXPECT_NE(problem_of("\xFF").find("not UTF-8"), std::string::npos);
}

TEST(YamlReader, SaysInItsOwnWordsWhatIsNoYaml) {
    const std::vector<std::pair<std::string, std::string>> mistakes = {
        {"a: [1, 2\n", "a `[` before it is not closed; close it with `]`"},
        {"a: {b: 1\n", "a `{` before it is not closed; close it with `}`"},
        {"a: 1]\n", ""}, // words
        {"a: \"b\n---\nc: 1\n", "`---` or `...` stands inside a text in quotation marks; close the "
                                "quotation mark before it"},
        {"a:\n\tb: 1\n", "a tab indents this line; indent with blanks"},
        {"a: b: c\n", "a `:` stands where none can be; put the text it is in into quotation marks"},
        {"a: *b\n",
         "an alias `*name` that nothing is named by; name it with `&name` before, or put "
         "the text into quotation marks"},
        {"a: \"\\q\"\n",
         "a backslash in double quotation marks with what it cannot mean; write two "
         "backslashes for one, or single quotation marks round the text"},
        {"a: `b`\n", "a sign that begins nothing in YAML; put the text it begins into quotation "
                     "marks"},
        {"a: &\n",
         "what stands here, or is not closed before it, cannot be read; put texts with "
         "signs such as `&`, `*`, `!`, `%`, `:` into quotation marks, or have the program "
         "that wrote the file write it again"}};
    for (const auto& [text, told] : mistakes) {
        const std::string problem = problem_of(text);
        const std::size_t what = problem.find("this is no YAML: ");
        EXPECT_EQ(what == std::string::npos ? "" : problem.substr(what + 17), told) << text;
    }
}

TEST(YamlReader, KeepsLimits) {
    EXPECT_EQ(problem_of("[[1]]", {.depth = 2}), "it was read");
    EXPECT_NE(problem_of("[[[1]]]", {.depth = 1}).find("nested more than 1 deep"),
              std::string::npos);
    EXPECT_EQ(problem_of("[1, 2]", {.nodes = 3}), "it was read");
    EXPECT_NE(problem_of("[1, 2]", {.nodes = 2}).find("more than 2 values"), std::string::npos);
    EXPECT_NE(problem_of("[1, 2]", {.bytes = 3}).find("bytes"), std::string::npos);
    EXPECT_NE(problem_of(std::string(100'000, '['), {.depth = 1'000'000}), "it was read");
}

} // namespace
} // namespace unbracket
