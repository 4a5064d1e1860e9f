#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// A document as it stands in a file of that name.
Node layer(std::string_view text, const std::string& file = "base.toml") {
    Node node = parse_setting_value(text);
    EXPECT_EQ(node.kind, NodeKind::table) << text;
    const auto place = [&](auto& self, Node& part) -> void {
        part.at = {file, 1, 1};
        for (Node& item : part.items) {
            self(self, item);
        }
        for (Node::Member& member : part.members) {
            self(self, member.value);
        }
    };
    place(place, node);
    return node;
}

void expect_merged(std::string_view first, std::string_view second, std::string_view expected) {
    const Result<Node> merged = merge_layers({layer(first), layer(second, "later.toml")});
    ASSERT_TRUE(merged.ok()) << to_string(merged.problems().front());
    EXPECT_EQ(canonical_text(merged.value()), canonical_text(layer(expected)));
}

Diagnostic only_problem(std::string_view first, std::string_view second) {
    const Result<Node> merged = merge_layers({layer(first), layer(second, "later.toml")});
    EXPECT_EQ(merged.problems().size(), 1U);
    return merged.ok() ? Diagnostic{} : merged.problems().front();
}

TEST(MergeLayers, LeavesASingleLayerAsItIs) {
    const Node only = layer("{ title = t, limit = [{ id = a, party = p }] }");
    EXPECT_TRUE(merge_layers({only}).value().same_content(only));
}

TEST(MergeLayers, OverridesOneEntryAndKeepsItsNeighbours) {
    expect_merged("{ issue.x.weight = { p = high, q = low }, issue.x.title = t }",
                  "{ issue.x.weight.q = [5, 9] }",
                  "{ issue.x.weight = { p = high, q = [5, 9] }, issue.x.title = t }");
}

TEST(MergeLayers, AddsIdsAtTheEnd) {
    expect_merged("{ issue.x.title = t }", "{ issue.y.title = u, draft.d.set.x = no }",
                  "{ issue.x.title = t, issue.y.title = u, draft.d.set.x = no }");
}

TEST(MergeLayers, ReplacesAFallbackAsAWholeWhateverItsForm) {
    expect_merged("{ fallback.p = { draft = d, trend = falling } }", "{ fallback.p = 40 }",
                  "{ fallback.p = 40 }");
    expect_merged("{ fallback.p = { draft = d, trend = falling } }", "{ fallback.p.draft = e }",
                  "{ fallback.p.draft = e }");
}

TEST(MergeLayers, ReplacesListsOfScalars) {
    expect_merged("{ agreement.required = [p, q] }", "{ agreement.required = [p] }",
                  "{ agreement.required = [p] }");
}

TEST(MergeLayers, ChangesTheElementWithTheSameIdAndAddsTheOthers) {
    expect_merged("{ said = [{ id = s1, who = w }, { id = s2 }] }",
                  "{ said = [{ id = s3 }, { id = s1, checked_by = mo }] }",
                  "{ said = [{ id = s1, who = w, checked_by = mo }, { id = s2 }, { id = s3 }] }");
}

TEST(MergeLayers, AddsElementsWithoutIdEvenWhenTheyAreEqual) {
    expect_merged("{ bonus = [{ party = p, value = 2 }] }",
                  "{ bonus = [{ party = p, value = 2 }] }",
                  "{ bonus = [{ party = p, value = 2 }, { party = p, value = 2 }] }");
}

TEST(MergeLayers, KnowsAnEntryRemarkByItsAddress) {
    expect_merged("{ entry = [{ at = fallback.p, basis = inferred }] }",
                  "{ entry = [{ at = fallback.p, firmness = tested }] }",
                  "{ entry = [{ at = fallback.p, basis = inferred, firmness = tested }] }");
}

TEST(MergeLayers, ReplacesWhatALimitDemandsAndKeepsItsCondition) {
    expect_merged("{ limit = [{ id = l, party = p, if.x = a, needs.y = b }] }",
                  "{ limit = [{ id = l, never.y = c }] }",
                  "{ limit = [{ id = l, party = p, if.x = a, never.y = c }] }");
}

TEST(MergeLayers, ReplacesTheBodyOfARule) {
    expect_merged("{ rule = [{ id = r, title = t, if.x = a, then.y = b }] }",
                  "{ rule = [{ id = r, forbid = { x = a, y = c } }] }",
                  "{ rule = [{ id = r, title = t, forbid = { x = a, y = c } }] }");
}

TEST(MergeLayers, LetsTheLastOfThreeLayersSpeakLast) {
    const Result<Node> merged = merge_layers(
        {layer("{ fallback.p = 1 }"), layer("{ fallback.p = 2 }"), layer("{ fallback.p = 3 }")});
    EXPECT_EQ(canonical_text(merged.value()), canonical_text(layer("{ fallback.p = 3 }")));
}

TEST(MergeLayers, RefusesATableAgainstAScalarAndNamesBothFiles) {
    const Diagnostic problem =
        only_problem("{ issue.x.stance.p = \"a > b\" }", "{ issue.x.stance.p.a = ideal }");
    EXPECT_EQ(problem.where.file, "later.toml");
    EXPECT_NE(problem.what.find("`issue.x.stance.p`"), std::string::npos);
    EXPECT_NE(problem.what.find("base.toml"), std::string::npos);
}

TEST(MergeLayers, RefusesDifferentFormatVersions) {
    const Diagnostic problem = only_problem("{ unbracket = 1 }", "{ unbracket = 2 }");
    EXPECT_EQ(problem.where.file, "later.toml");
    EXPECT_NE(problem.what.find("base.toml"), std::string::npos);
    expect_merged("{ unbracket = 1 }", "{ unbracket = 1 }", "{ unbracket = 1 }");
}

TEST(MergeLayers, RefusesScoresAndStancesOfOnePartyOnOneIssue) {
    const Diagnostic with_table =
        only_problem("{ issue.x.stance.p.a = ideal }", "{ issue.x.score.p.a = 5 }");
    EXPECT_EQ(with_table.where.file, "later.toml");
    EXPECT_NE(with_table.what.find("base.toml"), std::string::npos);
    const Diagnostic with_curve =
        only_problem("{ issue.x.score.p.a = 5 }", "{ issue.x.curve.p.ideal = 10 }");
    EXPECT_NE(with_curve.what.find("later.toml"), std::string::npos);
}

TEST(MergeLayers, LeavesAMixtureInsideOneFileToTheValidationOfTheCase) {
    expect_merged("{ issue.x = { score.p.a = 5, stance.p.a = bad } }", "{ title = t }",
                  "{ issue.x = { score.p.a = 5, stance.p.a = bad }, title = t }");
}

TEST(MergeLayers, ReportsEveryContradictionAtOnce) {
    const Result<Node> merged = merge_layers(
        {layer("{ unbracket = 1, title = t }"), layer("{ unbracket = 2, title.a = b }")});
    EXPECT_EQ(merged.problems().size(), 2U);
}

/// `address: value (file) value (file); `, with a dash for what is taken away.
std::string conflicts(const std::vector<std::string>& texts) {
    std::vector<Node> layers;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        layers.push_back(layer(texts[i], std::to_string(i + 1)));
    }
    const Result<LayeredDocument> layered = lay_over(layers);
    EXPECT_TRUE(layered.ok());
    std::string text;
    for (const LayerConflict& conflict : layered.value().conflicts) {
        text += conflict.address + ":";
        for (const LayerValue& value : conflict.values) {
            text += " " + (value.value ? canonical_text(*value.value) : "-") + " (" +
                    value.at.file.text() + value.entered_by + ")";
        }
        text += "; ";
    }
    return text;
}

TEST(LayerConflicts, AreValuesThatDifferAtOneAddress) {
    EXPECT_EQ(conflicts({"{ fallback.p = 40, issue.x.weight.p = high }",
                         "{ fallback.p = [40, 50], issue.x.weight = { p = high, q = low } }"}),
              "fallback.p: 40 (1) [40,50] (2); ");
    EXPECT_EQ(conflicts({"{ fallback.p = 40 }", "{ fallback.p = 40.0 }"}), "");
    EXPECT_EQ(conflicts({"{ fallback.p = 40 }"}), "");
}

TEST(LayerConflicts, ShowTheValueOfEachLayerInTheirOrder) {
    EXPECT_EQ(conflicts({"{ fallback.p = 1 }", "{ fallback.q = 5 }", "{ fallback.p = 2 }",
                         "{ fallback.p = 1 }"}),
              "fallback.p: 1 (1) 2 (3) 1 (4); ");
}

TEST(LayerConflicts, HoldWhatOneLayerTakesAwayFromAnother) {
    EXPECT_EQ(
        conflicts({"{ limit = [{ id = a, needs.x = u }] }", "{ limit = [{ id = a, needs.x = v }] }",
                   "{ limit = [{ id = a, never.x = w }] }"}),
        "limit.a.needs: {\"x\":\"u\"} (1) {\"x\":\"v\"} (2) - (3); ");
}

TEST(LayerConflicts, NameThePeopleOfEachLayer) {
    EXPECT_EQ(conflicts({"{ entered_by = kl, said = [{ id = s, claim = c }] }",
                         "{ said = [{ id = s, claim = d, entered_by = mo }] }"}),
              "said.s.claim: \"c\" (1kl) \"d\" (2mo); ");
}

TEST(LayerConflicts, AreNoneInWhatFilesSayOfThemselves) {
    EXPECT_EQ(conflicts({"{ title = t, as_of = 2026-01-01, entered_by = kl, "
                         "said = [{ id = s, checked_by = an }] }",
                         "{ title = u, as_of = 2026-02-01, entered_by = mo, "
                         "said = [{ id = s, checked_by = jo }] }"}),
              "");
}

} // namespace
} // namespace unbracket
