#include "unbracket/base/random.hpp"
#include "unbracket/io/toml_layout.hpp"
#include "unbracket/io/toml_patch.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"

#include "tests/support/random_document.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace unbracket {
namespace {

std::string patched(const std::string& text, const std::function<void(Node&)>& change) {
    const Node before = read_toml(text, "c.toml").value();
    Node after = before;
    change(after);
    const Result<std::string> result = patched_toml(text, before, after);
    return result ? result.value() : result.problems().front().what;
}

Node& inner(Node& node, const std::string& key) {
    return *node.find(key);
}

void erase(Node& table, const std::string& key) {
    std::erase_if(table.members, [&](const Node::Member& member) { return member.key == key; });
}

TEST(TomlPatch, ReplacesAValueAndKeepsEverythingElse) {
    EXPECT_EQ(patched("# head\na =  1   # one\n\nb.c = { d = 'x',  e = [1, # two\n 2] }\n",
                      [](Node& root) {
                          inner(root, "a") = number_node("7.50");
                          inner(inner(inner(root, "b"), "c"), "d") = text_node("y\"");
                          inner(inner(inner(root, "b"), "c"), "e").items[1] = number_node("3");
                      }),
              "# head\na =  7.50   # one\n\nb.c = { d = \"y\\\"\",  e = [1, # two\n 3] }\n");
}

TEST(TomlPatch, PutsALineBehindItsNeighbours) {
    const auto add = [](Node& root) {
        add_member(inner(inner(root, "issue"), "x"), "weight", number_node("5"));
        add_member(inner(inner(inner(root, "issue"), "x"), "stance"), "b", text_node("ideal"));
    };
    EXPECT_EQ(
        patched("[issue.x] # x\ntitle = 't'\n  stance.a = 'bad' # why\n\n[fallback]\na = 1", add),
        "[issue.x] # x\ntitle = 't'\nweight = 5\n  stance.a = 'bad' # why\n  stance.b = "
        "\"ideal\"\n\n"
        "[fallback]\na = 1");
}

TEST(TomlPatch, PutsALineBehindAHeaderWithoutLines) {
    EXPECT_EQ(patched("[a]\n[a.b]\nc = 1\n",
                      [](Node& root) { add_member(inner(root, "a"), "d", number_node("2")); }),
              "[a]\nd = 2\n[a.b]\nc = 1\n");
}

TEST(TomlPatch, PutsATableWithTablesOnALineForEach) {
    EXPECT_EQ(
        patched("[issue.x]\ntitle = 't'",
                [](Node& root) {
                    Node& stance =
                        add_member(inner(inner(root, "issue"), "x"), "stance", table_node());
                    add_member(add_member(stance, "a", table_node()), "one", number_node("1"));
                    add_member(add_member(stance, "b c", table_node()), "one", number_node("2"));
                }),
        "[issue.x]\ntitle = 't'\nstance.a = { one = 1 }\nstance.\"b c\" = { one = 2 }\n");
}

TEST(TomlPatch, PutsNewSectionsAtTheEnd) {
    EXPECT_EQ(patched("a = 1\r\n[issue.x]\r\nb = 2\r\n[[said]]\r\nid = 's1'",
                      [](Node& root) {
                          add_member(add_member(root, "fallback", table_node()), "p",
                                     number_node("5"));
                          add_member(add_member(inner(root, "issue"), "y", table_node()), "t",
                                     text_node("u"));
                          Node said = table_node();
                          add_member(said, "id", text_node("s2"));
                          inner(root, "said").items.push_back(said);
                      }),
              "a = 1\r\n[issue.x]\r\nb = 2\r\n[[said]]\r\nid = 's1'\r\n\r\n[issue.y]\r\nt = "
              "\"u\"\r\n\r\n[[said]]"
              "\r\nid = \"s2\"\r\n\r\n[fallback]\r\np = 5\r\n");
}

TEST(TomlPatch, TakesLinesOutAndWritesShortTablesAnew) {
    const auto take = [](Node& root) {
        erase(inner(root, "a"), "b");
        erase(inner(root, "a"), "c");
        erase(inner(inner(root, "a"), "d"), "e");
    };
    EXPECT_EQ(
        patched("[a]\nb = 1 # gone\nc.x = 1\nc.y = 2\n# stays\nd = { e = 1,  f = 2 }\n", take),
        "[a]\n# stays\nd = { f = 2 }\n");
}

TEST(TomlPatch, ChangesElementsOfListsOfTables) {
    EXPECT_EQ(patched("[[said]]\nid = 's1'\n[[said]]\n# second\nid = 's2'\n",
                      [](Node& root) {
                          add_member(inner(root, "said").items[0], "claim", text_node("c"));
                          inner(inner(root, "said").items[1], "id") = text_node("s3");
                      }),
              "[[said]]\nid = 's1'\nclaim = \"c\"\n[[said]]\n# second\nid = \"s3\"\n");
}

TEST(TomlPatch, RefusesWhatTheLayoutDoesNotAllow) {
    const std::string refusal = "the file is laid out in a way that cannot be changed in place";
    EXPECT_EQ(patched("[a]\nb = 1\n", [](Node& root) { erase(root, "a"); }), refusal);
    EXPECT_EQ(patched("[[a]]\nb = 1\n", [](Node& root) { inner(root, "a").items.clear(); }),
              refusal);
    EXPECT_EQ(
        patched("[a]\nb.c.d = 1\n",
                [](Node& root) { add_member(inner(inner(root, "a"), "b"), "e", text_node("f")); }),
        refusal);
}

TEST(TomlPatch, OfNothingIsTheSameBytes) {
    for (std::size_t i = 0; i < testing::shared_count(2000); ++i) {
        SCOPED_TRACE(testing::repeat_command("TomlPatch.OfNothingIsTheSameBytes"));
        const std::string text =
            write_toml(testing::RandomDocument(testing::suite_seed() * 1'000'003 + i).make());
        const Node document = read_toml(text, "c.toml").value();
        EXPECT_TRUE(toml_layout(text, document).has_value()) << text;
        EXPECT_EQ(patched_toml(text, document, document).value(), text);
    }
}

/// Changes, adds or takes out a few things somewhere.
void spoil(Node& node, Random& random, int depth) {
    if (node.kind == NodeKind::table && random.chance(1, 3)) {
        const std::string key = "new" + std::to_string(random.between(0, 9));
        if (node.find(key) == nullptr) {
            add_member(node, key,
                       random.chance(1, 2) ? number_node("5") : list_node({text_node("x")}));
        }
    }
    if (node.kind == NodeKind::table && !node.members.empty() && random.chance(1, 6)) {
        node.members.erase(node.members.begin() +
                           random.between(0, static_cast<std::int64_t>(node.members.size()) - 1));
    }
    if (node.kind == NodeKind::text || node.kind == NodeKind::number) {
        node = random.chance(1, 3) ? text_node("changed\n\"x\"") : node;
    }
    for (Node& item : node.items) {
        depth > 0 ? spoil(item, random, depth - 1) : void();
    }
    for (Node::Member& member : node.members) {
        depth > 0 ? spoil(member.value, random, depth - 1) : void();
    }
}

TEST(TomlPatch, ReadsAsWantedOrIsRefused) {
    std::size_t good = 0;
    const std::size_t count = testing::shared_count(5000);
    for (std::size_t i = 0; i < count; ++i) {
        SCOPED_TRACE(testing::repeat_command("TomlPatch.ReadsAsWantedOrIsRefused"));
        Random random(testing::suite_seed() * 1'000'003 + i);
        const std::string text =
            write_toml(testing::RandomDocument(testing::suite_seed() * 7919 + i).make());
        const Node before = read_toml(text, "c.toml").value();
        Node after = before;
        spoil(after, random, 3);
        const Result<std::string> result = patched_toml(text, before, after);
        if (result) {
            ++good;
            EXPECT_TRUE(same_in_any_order(read_toml(result.value(), "c.toml").value(), after));
        }
    }
    EXPECT_GT(good, count / 4);
}

TEST(SameInAnyOrder, LooksAtKeysAndNotAtTheirOrder) {
    const Node one = read_toml("a = 1\nb = [1, 2]\n", "c.toml").value();
    EXPECT_TRUE(same_in_any_order(one, read_toml("b = [1, 2]\na = 1\n", "c.toml").value()));
    EXPECT_FALSE(same_in_any_order(one, read_toml("b = [2, 1]\na = 1\n", "c.toml").value()));
    EXPECT_FALSE(same_in_any_order(one, read_toml("b = [1, 2]\na = 1.0\n", "c.toml").value()));
    EXPECT_FALSE(same_in_any_order(one, read_toml("b = [1, 2]\nc = 1\n", "c.toml").value()));
    EXPECT_FALSE(same_in_any_order(one, read_toml("a = 1\nb = [1, 2]\nc = 1\n", "c.toml").value()));
}

} // namespace
} // namespace unbracket
