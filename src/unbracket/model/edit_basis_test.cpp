#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_basis.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace unbracket {
namespace {

constexpr std::string_view entries = "party = { p.name = P, q.name = Q }, "
                                     "issue.x.weight = { p = 10, q = low }, "
                                     "issue.x.curve.p = { ideal = 8, bad = 2, redline = \"< 2\" }, "
                                     "limit = [{ id = l, party = p, needs.x = 4, title = t }]";

Node document(const std::string& remarks) {
    Node node = parse_setting_value("{ " + std::string(entries) + ", " + remarks + " }");
    EXPECT_EQ(node.kind, NodeKind::table) << remarks;
    return node;
}

/// What is left of the remarks once that entry has another value.
void expect_left(const std::string& remarks, const Setting& setting, const std::string& left) {
    const Node before = document(remarks);
    Node after = with_settings(before, {setting}).value();
    Node expected = with_settings(document(left), {setting}).value();
    drop_basis_of_changed_values(before, after);
    EXPECT_EQ(canonical_text(after), canonical_text(expected));
}

Setting set(std::string address, std::string_view value) {
    return {std::move(address), parse_setting_value(value), {}};
}

TEST(BasisOfChangedValues, IsGoneWhereAStatementSupportsOrSuggestsTheOldValue) {
    expect_left("said = [{ id = s, supports = [issue.x.weight.p, issue.x.weight.q] }]",
                set("issue.x.weight.p", "20"),
                "said = [{ id = s, supports = [issue.x.weight.q] }]");
    expect_left("said = [{ id = s, suggests = issue.x.weight.p }]", set("issue.x.weight.p", "20"),
                "said = [{ id = s }]");
}

TEST(BasisOfChangedValues, StaysWhereTheSameValueIsSetAgain) {
    const std::string said = "said = [{ id = s, supports = issue.x.weight.p }]";
    expect_left(said, set("issue.x.weight.p", "10"), said);
    expect_left(said, set("issue.x.weight.q", "high"), said);
}

TEST(BasisOfChangedValues, OfOneKnotLeavesTheOthersOfTheCurve) {
    expect_left("said = [{ id = s, supports = issue.x.curve.p }]", set("issue.x.curve.p.bad", "3"),
                "said = [{ id = s, supports = [issue.x.curve.p.ideal, issue.x.curve.p.redline] }]");
    expect_left("said = [{ id = s, supports = issue.x.curve.p }]",
                set("issue.x.curve.p.tolerable", "5"),
                "said = [{ id = s, supports = [issue.x.curve.p.bad, issue.x.curve.p.ideal, "
                "issue.x.curve.p.redline] }]");
}

TEST(BasisOfChangedValues, IsGoneFromRemarksWithTheirFirmnessKept) {
    expect_left("entry = [{ at = issue.x.weight.p, basis = reported, firmness = tested }]",
                set("issue.x.weight.p", "20"),
                "entry = [{ at = issue.x.weight.p, firmness = tested }]");
    expect_left("entry = [{ at = issue.x.weight.p, basis = reported }], "
                "summary = t",
                set("issue.x.weight.p", "20"), "summary = t");
}

TEST(BasisOfChangedValues, OfALimitFollowsWhatItDemandsAndNotItsTitle) {
    const std::string said = "said = [{ id = s, supports = limit.l }]";
    expect_left(said, set("limit.l.title", "other"), said);
    expect_left(said, set("limit.l.needs", "{ x = 6 }"), "said = [{ id = s }]");
}

TEST(BasisOfChangedValues, InALayerIsWhatThatLayerSays) {
    const Node base = document("said = [{ id = s, supports = issue.x.weight }]");
    const Node layer = parse_setting_value(
        "{ issue.x.weight.p = 20, said = [{ id = n, suggests = issue.x.weight.p }] }");
    const Node merged = merge_layers({base, layer}).value();
    EXPECT_EQ(canonical_text(*merged.find("said")),
              canonical_text(parse_setting_value("[{ id = s, supports = [issue.x.weight.q] }, "
                                                 "{ id = n, suggests = issue.x.weight.p }]")));
}

} // namespace
} // namespace unbracket
