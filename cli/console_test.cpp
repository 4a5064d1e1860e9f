#include "cli/console.hpp"
#include "tests/support/captured.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace unbracket::cli {
namespace {

using testing::captured;
using testing::Captured;
using Flags = std::map<std::string, std::vector<std::string>>;

Invocation with(const Flags& flags) {
    Invocation invocation;
    invocation.flags.insert(flags.begin(), flags.end());
    return invocation;
}

/// The screen of a console that is made while standard output is no terminal.
ScreenOptions screen_of(const Flags& flags) {
    ScreenOptions screen;
    captured([&] {
        screen = Console(with(flags)).screen();
        return answered;
    });
    return screen;
}

/// What a console with these flags prints.
template <class Use>
Captured printed(const Flags& flags, Use use) {
    return captured([&] { return use(Console(with(flags))); });
}

/// The variable has this value as long as it lives.
class Variable {
public:
    Variable(const char* name, const char* value) : name_(name) {
        const char* before = std::getenv(name);
        was_set_ = before != nullptr;
        before_ = was_set_ ? before : "";
        setenv(name, value, 1);
    }
    ~Variable() {
        if (was_set_) {
            setenv(name_, before_.c_str(), 1);
        } else {
            unsetenv(name_);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
    bool was_set_ = false;
    std::string before_;
};

TEST(ConsoleFormat, IsTextUnlessAsked) {
    EXPECT_EQ(Console(Invocation{}).format(), Format::text);
    EXPECT_EQ(Console(with({{"format", {"text"}}})).format(), Format::text);
    EXPECT_EQ(Console(with({{"format", {"json"}}})).format(), Format::json);
    EXPECT_EQ(Console(with({{"format", {"csv"}}})).format(), Format::csv);
    EXPECT_EQ(Console(with({{"format", {"md"}}})).format(), Format::markdown);
}

TEST(ConsoleWidth, IsTheOneAskedForButNeverBelowSixty) {
    const Variable columns("COLUMNS", "100");
    EXPECT_EQ(screen_of({{"width", {"72"}}}).width, 72U);
    EXPECT_EQ(screen_of({{"width", {"59"}}}).width, 60U);
    EXPECT_EQ(screen_of({{"width", {"0"}}}).width, 60U);
    EXPECT_EQ(screen_of({{"width", {"1000"}}}).width, 1000U);
}

TEST(ConsoleWidth, IsThatOfTheEnvironmentOtherwise) {
    const Variable columns("COLUMNS", "100");
    EXPECT_EQ(screen_of({}).width, 100U);
    const Variable narrow("COLUMNS", "20");
    EXPECT_EQ(screen_of({}).width, 60U);
}

TEST(ConsoleWidth, IsEightyWhereTheEnvironmentMakesNoSense) {
    for (const char* value : {"", "wide", "-100", "1e3", "99999", " 100"}) {
        const Variable columns("COLUMNS", value);
        EXPECT_EQ(screen_of({}).width, 80U) << value;
    }
}

TEST(ConsoleWidth, OfAFileDoesNotDependOnTheTerminal) {
    const Variable columns("COLUMNS", "100");
    EXPECT_EQ(screen_of({{"output", {"out.txt"}}}).width, 80U);
    EXPECT_EQ(screen_of({{"output", {"out.txt"}}, {"width", {"90"}}}).width, 90U);
    EXPECT_EQ(screen_of({{"output", {"-"}}}).width, 100U);
}

TEST(ConsoleEmphasis, IsPlainInAPipeUnlessAsked) {
    EXPECT_EQ(screen_of({}).emphasis, Emphasis::plain);
    EXPECT_EQ(screen_of({{"color", {"auto"}}}).emphasis, Emphasis::plain);
    EXPECT_EQ(screen_of({{"color", {"never"}}}).emphasis, Emphasis::plain);
    EXPECT_EQ(screen_of({{"color", {"always"}}}).emphasis, Emphasis::bold);
}

TEST(ConsoleEmphasis, ThatIsAskedForWinsOverTheEnvironment) {
    const Variable no_color("NO_COLOR", "1");
    EXPECT_EQ(screen_of({{"color", {"always"}}}).emphasis, Emphasis::bold);
}

TEST(ConsoleAnswer, GoesToStandardOutputWithItsCode) {
    const Captured result =
        printed({}, [](const Console& console) { return console.answer("Yes.\n", 11); });
    EXPECT_EQ(result.code, 11);
    EXPECT_EQ(result.out, "Yes.\n");
    EXPECT_EQ(result.err, "");
}

TEST(ConsoleAnswer, OfANodeIsIndentedJson) {
    Node node = table_node();
    add_member(node, "verdict", text_node("depends"));
    const Captured result =
        printed({}, [&](const Console& console) { return console.answer(node); });
    EXPECT_EQ(result.out, "{\n  \"verdict\": \"depends\"\n}\n");
}

TEST(ConsoleAnswer, BeginsWithWhoItIsFor) {
    const auto said = [](const Flags& flags) {
        const Captured result =
            printed(flags, [](const Console& console) { return console.answer("Yes.\n"); });
        return result.out;
    };
    EXPECT_EQ(said({{"view", {"public"}}}),
              "Seen by the public: entries not visible are treated as missing and not counted,\n"
              "so the answer may be surer than that of the whole file.\n\nYes.\n");
    EXPECT_EQ(said({{"view", {"party:alta"}}, {"format", {"md"}}}),
              "Seen by party:alta: entries not visible are treated as missing and not counted,\n"
              "so the answer may be surer than that of the whole file.\n\nYes.\n");
    EXPECT_EQ(said({{"view", {"mediator"}}}),
              "Seen by the mediator: all that the file holds.\n\nYes.\n");
    EXPECT_EQ(
        said({{"view", {"public"}}, {"width", {"60"}}}),
        "Seen by the public: entries not visible are treated as\nmissing and not counted, so the "
        "answer may be surer than\nthat of the whole file.\n\nYes.\n");
    EXPECT_EQ(said({{"view", {"public"}}, {"format", {"csv"}}}), "Yes.\n");
}

TEST(ConsoleAnswer, OfANodeNamesWhoItIsForFirst) {
    Node node = table_node();
    add_member(node, "verdict", text_node("depends"));
    const Captured result = printed({{"view", {"public"}}},
                                    [&](const Console& console) { return console.answer(node); });
    EXPECT_EQ(result.out, "{\n  \"view\": \"public\",\n  \"verdict\": \"depends\"\n}\n");
}

TEST(ConsolePut, WritesWhatOtherProgramsReadAsItIs) {
    const Captured result = printed({{"view", {"public"}}}, [](const Console& console) {
        return console.put("<svg/>\n", refused);
    });
    EXPECT_EQ(result.out, "<svg/>\n");
    EXPECT_EQ(result.code, refused);
}

TEST(ConsoleAnswer, OfManyBytesIsWhole) {
    const std::string text(300'000, 'x');
    const Captured result =
        printed({}, [&](const Console& console) { return console.answer(text); });
    EXPECT_EQ(result.out, text);
}

TEST(ConsoleAnswer, GoesToTheFileInstead) {
    const testing::TemporaryFolder folder("console_test");
    const Captured result =
        printed({{"output", {folder.path("out.txt")}}}, [](const Console& console) {
            EXPECT_TRUE(console.writes_to_file());
            return console.answer("Yes.\n", 10);
        });
    EXPECT_EQ(result.code, 10);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(folder.content("out.txt"), "Yes.\n");
}

TEST(ConsoleSave, TellsABadNameFromAFailureOfTheMachine) {
    const testing::TemporaryFolder folder("console_test");
    const auto code_of = [&](const std::string& path) {
        const Captured result =
            printed({}, [&](const Console& console) { return console.save(path, "x"); });
        EXPECT_NE(result.err, "") << path;
        return result.code;
    };
    EXPECT_EQ(code_of(folder.path("")), bad_input);
    EXPECT_EQ(code_of(folder.path("none/out.txt")), bad_input);
    EXPECT_EQ(code_of("/dev/full"), failed);
    EXPECT_EQ(folder.file_count(), 0U);
}

TEST(ConsoleSave, WritesNothingOverAFileThatChangedMeanwhile) {
    const testing::TemporaryFolder folder("console_test");
    const std::string path = folder.put("ferry.toml", "later");
    const auto save = [&](const std::string& before) {
        return printed(
            {}, [&](const Console& console) { return console.save({{path, "new", before}}); });
    };
    const Captured refused_save = save("earlier");
    EXPECT_EQ(refused_save.code, failed);
    EXPECT_NE(refused_save.err, "");
    EXPECT_EQ(folder.content("ferry.toml"), "later");
    EXPECT_EQ(save("later").code, answered);
    EXPECT_EQ(folder.content("ferry.toml"), "new");
}

TEST(ConsoleRemark, IsOneLineOnStandardErrorUnlessQuiet) {
    const auto remark = [](const Console& console) {
        console.remark("wrote mine.toml");
        return answered;
    };
    EXPECT_EQ(printed({}, remark).err, "wrote mine.toml\n");
    EXPECT_EQ(printed({}, remark).out, "");
    EXPECT_EQ(printed({{"quiet", {}}}, remark).err, "");
}

TEST(ConsoleWritten, IsARemarkOrData) {
    const auto tell = [](const Console& console) {
        Node data = table_node();
        add_member(data, "added", text_node("said.s4"));
        return console.written({"a.toml", "b.toml"}, "added s4", std::move(data));
    };
    EXPECT_EQ(printed({}, tell).err, "added s4\n");
    EXPECT_EQ(printed({}, tell).out, "");
    const Captured json = printed({{"format", {"json"}}}, tell);
    EXPECT_EQ(json.err, "");
    EXPECT_EQ(json.out,
              "{\n  \"added\": \"said.s4\",\n  \"written\": [\"a.toml\", \"b.toml\"]\n}\n");
}

TEST(ConsoleWritten, SaysNothingWhereThereIsNoRemark) {
    const Captured result =
        printed({}, [](const Console& console) { return console.written({"a.toml"}, ""); });
    EXPECT_EQ(result.err + result.out, "");
}

TEST(ConsoleFail, NamesEveryProblemOnStandardError) {
    const Captured result = printed({{"quiet", {}}}, [](const Console& console) {
        return console.fail(
            {{{"a.toml", 2, 5}, "unknown key `x`", "remove it"}, {{}, "and y", ""}});
    });
    EXPECT_EQ(result.code, bad_input);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "a.toml:2:5: unknown key `x`; remove it\nunbracket: and y\n2 problems\n");
}

TEST(ConsoleFail, InJsonHoldsTheSame) {
    const Captured result = printed({{"format", {"json"}}}, [](const Console& console) {
        return console.fail({{{"a.toml", 2, 5}, "unknown key `x`", ""}});
    });
    EXPECT_EQ(result.code, bad_input);
    EXPECT_EQ(result.err, "{\n"
                          "  \"errors\": [\n"
                          "    {\n"
                          "      \"file\": \"a.toml\",\n"
                          "      \"line\": 2,\n"
                          "      \"column\": 5,\n"
                          "      \"what\": \"unknown key `x`\",\n"
                          "      \"hint\": \"\"\n"
                          "    }\n"
                          "  ]\n"
                          "}\n");
}

} // namespace
} // namespace unbracket::cli
