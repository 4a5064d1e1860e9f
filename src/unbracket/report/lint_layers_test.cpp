#include "unbracket/report/lint_layers.hpp"

#include "tests/value_case.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

std::vector<LayerConflict> conflicts() {
    return {{"fallback.alta",
             {{parse_setting_value("[40, 50]"), {"base.toml", 12, 3}, "kl", "mo"},
              {parse_setting_value("54"), {"week.toml", 3, 1}, "mo", ""}}},
            {"limit.a.needs",
             {{parse_setting_value("{ x = u }"), {"base.toml", 20, 1}, "", ""},
              {std::nullopt, {"week.toml", 5, 1}, "", ""}}}};
}

std::string text_of(std::size_t width) {
    Page page({.width = width});
    linting::put_layers(page, conflicts());
    return page.text();
}

TEST(LintLayers, StandSideBySideWithFileLineAndPeople) {
    EXPECT_EQ(text_of(110),
              "\n"
              "LAYERS    The files do not say the same; of each address the last file counts.\n"
              "          fallback.alta\n"
              "          - [40,50]  base.toml:12  entered by kl, checked by mo\n"
              "          - 54       week.toml:3   entered by mo, checked by nobody  counts\n"
              "          limit.a.needs\n"
              "          - {\"x\":\"u\"}  base.toml:20\n"
              "          - taken out  week.toml:5      counts\n");
}

TEST(LintLayers, AreSentencesWhereColumnsDoNotFit) {
    EXPECT_NE(text_of(60).find("          - 54 (week.toml:3, entered by mo, checked by\n"
                               "            nobody), which counts\n"),
              std::string::npos)
        << text_of(60);
}

TEST(LintLayers, AreNothingWithoutConflicts) {
    Page page({});
    linting::put_layers(page, {});
    EXPECT_EQ(page.text(), "");
}

TEST(LintLayers, AreAlsoData) {
    EXPECT_EQ(
        testing::shown(linting::layer_conflict_node(conflicts()[1])),
        "{address: \"limit.a.needs\", values: [{value: \"{\"x\":\"u\"}\", file: "
        "\"base.toml\", line: 20, entered_by: null, checked_by: null, counts: false}, {value: "
        "null, file: \"week.toml\", line: 5, entered_by: null, checked_by: null, counts: "
        "true}]}");
}

} // namespace
} // namespace unbracket
