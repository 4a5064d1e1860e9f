// TOML against the contract that every format of case files keeps, and the layout of what is
// written.

#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"

#include "tests/support/format_conformance.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

const char* const sample = R"(# a comment
unbracket = 1
title = "River \u00e9 \"Sel\"" # another
as_of = 2026-03-01
party.alta = { name = 'Alta', role = ["signatory", "mediator"], speaks = true }
"quoted key" = """
two
lines \
   in fact"""
[issue.share]
range = { min = -1_0, max = 6.0e+1, step = 0x5 }
words = [
    'one', # of them
    ["two", inf],
]
[[rule]]
forbid = { share = 60 }
[[rule]]
text = '''
raw'''
[rule.if]
a.b = false
)";

testing::FormatUnderTest toml() {
    testing::FormatUnderTest format;
    format.read = [](std::string_view bytes, const DocumentLimits& limits) {
        return read_toml(bytes, "f", limits);
    };
    format.write = [](const Node& document) { return Result<std::string>(write_toml(document)); };
    format.sample = sample;
    return format;
}

TEST(TomlFormat, ComesBackAsItWasWritten) {
    testing::expect_round_trips(toml(), "TomlFormat.ComesBackAsItWasWritten");
}

TEST(TomlFormat, IsReadOrRefusedWhereverItEnds) {
    testing::expect_survives_truncation(toml());
}

TEST(TomlFormat, RefusesBytesThatAreNoText) {
    testing::expect_refuses_bad_bytes(toml());
}

TEST(TomlFormat, KeepsItsLimits) {
    testing::expect_keeps_limits(toml());
}

std::string rewritten(const std::string& text) {
    const Result<Node> document = read_toml(text, "f");
    EXPECT_TRUE(document.ok()) << testing::problem_of(document);
    return document ? write_toml(document.value()) : "";
}

TEST(TomlWriter, LaysACaseOutAsPeopleWriteIt) {
    const std::string written = R"(unbracket = 1
title = "River Sel water talks"
as_of = 2026-03-01
party.alta = { name = "Alta", role = "signatory", names = ["Alta City", "the upper state"] }
party.bera = { name = "Bera", role = "signatory" }

[agreement]
required = ["alta", "bera"]
at_least = 2

[point]
4 = "Use of the water"
5 = { title = "Annex", content = "unknown" }

[issue.share]
title = "Alta's share of the dry-season flow"
range = { min = 10, max = 60, step = 5, unit = "%" }
weight = { alta = "high", bera = "highest", coda = [0, 5] }
curve.alta = { ideal = 10, acceptable = 25, tolerable = 35, redline = "> 40", unknown = "below" }
curve.bera = { ideal = 60, acceptable = 45, tolerable = 30, redline = "< 25" }

[issue.inspect]
option = ["no", "joint"]

[fallback]
alta = { draft = "first", trend = "falling" }
bera = [
    { from = 2026-01-01, value = [25, 40] },
    { from = 2026-02-15, value = [30, 45], trend = "falling" },
]

[[rule]]
id = "long-inspection"
if = { inspect = "third" }
then = { term = ["ten", "open_end"] }

[draft.first]
set = { share = 30 }

[document]
water = { title = "Water protocol" }

[[entry]]
note = """
one
"two" three
"""

[alternative.redline-or-price]
condition = {}
price = { "issue.share.curve.alta.redline" = "none" }
)";
    EXPECT_EQ(rewritten(written), written);
}

TEST(TomlWriter, KeepsTheOrderOfPlainKeysBehindTables) {
    EXPECT_EQ(rewritten("t.a = 1\nt.u.v = 2\nr = [{}, {a = 1}]\nb = 2\n[t2]\nx = 1\n"),
              "t = { a = 1, u = { v = 2 } }\nr = [{}, { a = 1 }]\nb = 2\n\n[t2]\nx = 1\n");
}

TEST(TomlWriter, WritesAnEmptyDocumentAsNothing) {
    EXPECT_EQ(write_toml(table_node()), "");
    EXPECT_EQ(rewritten("a = {}\nb = []\n"), "a = {}\nb = []\n");
}

} // namespace
} // namespace unbracket
