#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/sight.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace unbracket {
namespace {

const std::string parties = "party = { alta = {}, bera = {} }, ";

Node document(const std::string& rest) {
    return parse_setting_value("{ " + parties + rest + " }");
}

Audience named(const Node& whole, std::string_view name) {
    return audience_named(whole, name).value();
}

/// Who of the public, Alta and Bera sees that entry, as "pab" with dots for those who do not.
std::string viewers(const std::string& rest, std::string_view entry) {
    const Node whole = document(rest);
    std::string seen;
    for (const auto& [name, letter] : std::vector<std::pair<std::string, char>>{
             {"public", 'p'}, {"party:alta", 'a'}, {"party:bera", 'b'}}) {
        const Sight sight(whole, named(whole, name), std::nullopt);
        seen += sight.sees_entry(entry) ? letter : '.';
    }
    return seen;
}

std::string said(const std::string& id, const std::string& rest) {
    return "{ id = " + id + ", who = w, claim = c, " + rest + " }";
}

TEST(AudienceNamed, IsThePublicTheMediatorOrAParty) {
    const Node whole = document("");
    EXPECT_EQ(named(whole, "public"), (Audience{VisibilityKind::everyone, {}}));
    EXPECT_EQ(named(whole, "mediator"), Audience{});
    EXPECT_EQ(named(whole, "party:bera"), (Audience{VisibilityKind::party, "bera"}));
}

TEST(AudienceNamed, NamesTheNearestParty) {
    const auto complaint = [](std::string_view name) {
        return to_string(audience_named(document(""), name).problems().front());
    };
    EXPECT_EQ(complaint("party:alto"), "--view: unknown party `alto`; did you mean `party:alta`?");
    EXPECT_EQ(complaint("party:zeta-line"),
              "--view: unknown party `zeta-line`; name a party of the case by its id");
    EXPECT_EQ(complaint("bera"),
              "--view: nobody is called `bera`; name public, mediator or party:ID");
}

TEST(SightOfEntries, NobodySeesWhatNoStatementStandsUnder) {
    EXPECT_EQ(viewers("fallback.alta = 3", "fallback.alta"), "...");
}

TEST(SightOfEntries, WhoeverSeesAStatementSeesWhatStandsOnIt) {
    const auto with = [](const std::string& statements) {
        return viewers("fallback.alta = 3, said = [" + statements + "]", "fallback.alta");
    };
    EXPECT_EQ(with(said("s1", "supports = fallback.alta")), "pab");
    EXPECT_EQ(with(said("s1", "suggests = [fallback.alta]")), "pab");
    EXPECT_EQ(with(said("s1", "supports = fallback.bera")), "...");
    EXPECT_EQ(with(said("s1", "supports = fallback.alta, visibility = mediator")), "...");
    EXPECT_EQ(with(said("s1", "supports = fallback.alta, visibility = \"party:bera\"")), "..b");
    EXPECT_EQ(with(said("s1", "supports = fallback.alta, visibility = \"party:bera\"") + ", " +
                   said("s2", "suggests = fallback.alta, visibility = mediator") + ", " +
                   said("s3", "suggests = fallback.alta, visibility = \"party:alta\"")),
              ".ab");
}

TEST(SightOfEntries, ARemarkByHandDecides) {
    const std::string heard = "said = [" + said("s1", "supports = issue.x.stance.alta") + "], ";
    const auto with = [&](const std::string& remarks) {
        return viewers(heard +
                           "issue.x = { option = [a, b], stance.alta = { a = 1, b = 2 } }, "
                           "entry = [" +
                           remarks + "]",
                       "issue.x.stance.alta.a");
    };
    EXPECT_EQ(with(""), "pab");
    EXPECT_EQ(with("{ at = issue.x.stance.alta, visibility = mediator }"), "...");
    EXPECT_EQ(with("{ at = issue.x.stance.alta, visibility = \"party:alta\" }"), ".a.");
    const std::string all = "{ at = issue.x.stance.alta, visibility = mediator }";
    const std::string one = "{ at = issue.x.stance.alta.a, visibility = public }";
    EXPECT_EQ(with(all + ", " + one), "pab") << "what is said of it alone holds";
    EXPECT_EQ(with(one + ", " + all), "pab");
    EXPECT_EQ(with("{ at = issue.x.stance.alta.b, visibility = mediator }"), "pab");
}

TEST(SightOfEntries, APartySeesNoAssumptionsAboutOthers) {
    const std::string open = "fallback.alta = 3, entry = [{ at = fallback.alta, visibility = ";
    EXPECT_EQ(viewers(open + "public }]", "fallback.alta"), "pa.");
    EXPECT_EQ(viewers(open + "\"party:bera\" }]", "fallback.alta"), "...");
    EXPECT_EQ(viewers(open + "public, basis = reported }]", "fallback.alta"), "pab");
    EXPECT_EQ(viewers(open + "public, basis = assumed }], said = [" +
                          said("s1", "supports = fallback.alta") + "]",
                      "fallback.alta"),
              "pa.");
    const std::string limits =
        "limit = [{ id = l, party = alta }, { id = n, party = norm }], "
        "rule = [{ id = r }], entry = [{ at = limit.l, visibility = public }, "
        "{ at = limit.n, visibility = public }, "
        "{ at = rule.r, visibility = public }]";
    EXPECT_EQ(viewers(limits, "limit.l"), "pa.");
    EXPECT_EQ(viewers(limits, "limit.l.status"), "pa.");
    EXPECT_EQ(viewers(limits, "limit.n"), "pab");
    EXPECT_EQ(viewers(limits, "rule.r"), "pab");
    EXPECT_EQ(viewers("order.weight.bera = \"x > y\", entry = [{ at = order.weight.bera, "
                      "visibility = public }]",
                      "order.weight.bera"),
              "p.b");
}

TEST(SightOfEntries, OneOptionIsNotMistakenForAnotherThatBeginsLikeIt) {
    const std::string rest =
        "issue.x = { range = { min = 0, max = 1, step = 0.5 }, stance.alta = { 0 = 1, \"0.5\" = 2 "
        "} }, said = [" +
        said("s1", "supports = issue.x.stance.alta.0") + "]";
    EXPECT_EQ(viewers(rest, "issue.x.stance.alta.0"), "pab");
    EXPECT_EQ(viewers(rest, "issue.x.stance.alta.0.5"), "...");
    EXPECT_EQ(viewers(rest, "issue.x.stance.alta.0.0"), "pab") << "another spelling of 0";
}

TEST(SightOfEntries, WhatIsSaidLaterSaysNothingYet) {
    const Node whole = document("as_of = 2026-03-01, fallback.alta = 3, said = [" +
                                said("s1", "date = 2026-04-01, supports = fallback.alta") + "]");
    const Audience audience = named(whole, "public");
    EXPECT_FALSE(Sight(whole, audience, std::nullopt).sees_entry("fallback.alta"));
    EXPECT_TRUE(Sight(whole, audience, Date{2026, 4, 1}).sees_entry("fallback.alta"));
}

TEST(SightOfThings, GoesByHandThenByStatements) {
    const Node whole =
        document("said = [" + said("s1", "alternative = asked") + ", " +
                 said("s2", "visibility = mediator, alternative = whispered") +
                 "], thing = [{ said = s1 }, "
                 "{ said = [s2] }, { said = [s2, s1] }, {}, { said = s1, visibility = mediator }, "
                 "{ visibility = public }, { visibility = \"party:alta\" }]");
    const Sight sight(whole, named(whole, "public"), std::nullopt);
    std::string seen;
    for (const Node& thing : elements_of(whole, "thing")) {
        seen += sight.sees_thing(thing) ? 'x' : '.';
    }
    EXPECT_EQ(seen, "x.x..x.");
    EXPECT_TRUE(sight.sees_statement("s1"));
    EXPECT_FALSE(sight.sees_statement("s2"));
    EXPECT_FALSE(sight.sees_statement("s3"));
    EXPECT_TRUE(sight.sees_question("asked", table_node()));
    EXPECT_FALSE(sight.sees_question("whispered", table_node()));
    EXPECT_TRUE(sight.sees_question("other", parse_setting_value("{ visibility = public }")));
}

TEST(SightOfThings, WhatIsSupposedOfAnotherPartyIsNotSeenByOne) {
    const Node whole = document("said = [" + said("s1", "date = 2026-01-01") + "]");
    const Sight sight(whole, named(whole, "party:alta"), std::nullopt);
    const auto sees = [&](const std::string& act) {
        return sight.sees_act(parse_setting_value(act));
    };
    EXPECT_TRUE(sees("{ on = alta, visibility = public }"));
    EXPECT_TRUE(sees("{ visibility = public }"));
    EXPECT_FALSE(sees("{ on = bera, visibility = public }"));
    EXPECT_FALSE(sees("{ demanded_by = bera, visibility = \"party:alta\" }"));
    EXPECT_TRUE(sees("{ on = bera, said = s1 }"));
}

TEST(SightOfThings, AuthorsSeeTheirDraftsAndNobodyWhatWasConfidential) {
    const Node whole = document("said = [" + said("s1", "date = 2026-01-01") + "]");
    const Sight alta(whole, named(whole, "party:alta"), std::nullopt);
    const auto draft = [&](const std::string& text) {
        return alta.sees_draft(parse_setting_value(text));
    };
    EXPECT_TRUE(draft("{ by = [bera, alta] }"));
    EXPECT_FALSE(draft("{ by = bera }"));
    EXPECT_FALSE(draft("{ by = alta, visibility = mediator }"));
    EXPECT_TRUE(draft("{ by = bera, said = s1 }"));
    const auto event = [&](const std::string& text) {
        return alta.sees_event(parse_setting_value(text));
    };
    EXPECT_TRUE(event("{ said = s1 }"));
    EXPECT_FALSE(event("{ said = s1, confidential = true }"));
    EXPECT_TRUE(event("{ confidential = true, visibility = public }"));
    EXPECT_FALSE(event("{ present = alta }"));
}

} // namespace
} // namespace unbracket
