#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_view.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/zone/bridge.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/bind_text.hpp"
#include "tests/random_cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// A movement that is supposed: what bridges list is enough, what a party has without agreement does
// not move, and nothing of it is said to anybody else.

namespace unbracket {

namespace {

using testing::bound;
using testing::for_each_random_case;

const std::string talks = testing::two_parties + R"(
[issue.inspect.stance]
alta = { no = 30, joint = 20, third = 0 }
bera = { no = 0, joint = 20, third = 60 }
[issue.inspect.weight]
alta = 10
bera = 10
[draft.first]
set = { inspect = "no" }
rest = "unknown"
)";

Verdict verdict_of(const Case& whole) {
    return decide(whole, appraise(whole));
}

VerdictKind kind(const std::string& text) {
    return kind_of(verdict_of(bound(text)));
}

Rational& points_of(Case& whole, PartyId party) {
    for (SupposedLess& less : whole.supposed_less) {
        if (less.party == party) {
            return less.points;
        }
    }
    return whole.supposed_less.emplace_back(SupposedLess{party, Rational(0)}).points;
}

/// The case with what parties bear supposed.
Case moved(Case whole, const Bridge& bridge) {
    for (std::size_t at = 0; at < bridge.burden.size(); ++at) {
        points_of(whole, whole.agreement.counted[at]) += bridge.burden[at];
    }
    return whole;
}

void expect_enough(const Case& whole, const Appraisal& appraisal, Certainty certainty) {
    for (const Bridge& bridge : find_bridges(whole, appraisal, certainty).bridges) {
        Omissions opened(whole.entries.size(), false);
        for (const EntryId entry : bridge.opened) {
            opened[as_index(entry)] = true;
        }
        const Case after = moved(whole, bridge);
        const Appraisal ranges = appraise(after);
        EXPECT_TRUE(is_agreement(after, ranges, bridge.outcome, {certainty, opened}));
        const bool bears = std::any_of(bridge.burden.begin(), bridge.burden.end(),
                                       [](const Rational& points) { return points.sign() > 0; });
        EXPECT_EQ(is_agreement(whole, appraisal, bridge.outcome, {certainty, opened}), !bears);
    }
}

} // namespace

TEST(SupposedLess, OfWhatABridgeListsIsEnoughAndNothingLess) {
    for_each_random_case(3'000, {.most_outcomes = 24}, "SupposedLess.OfWhatABridgeListsIsEnough*",
                         [](const Case& whole) {
                             const Appraisal appraisal = appraise(whole);
                             expect_enough(whole, appraisal, Certainty::sure);
                             expect_enough(whole, appraisal, Certainty::possible);
                         });
}

TEST(SupposedLess, IsALowerFallbackWhereNothingElseNamesIt) {
    for_each_random_case(
        3'000, {.most_outcomes = 64}, "SupposedLess.IsALowerFallback*", [](const Case& whole) {
            Case lower = whole;
            for (Fallback& fallback : lower.fallbacks) {
                for (FallbackPeriod& period : fallback.periods) {
                    const auto* quantity = std::get_if<StanceQuantity>(&period.value);
                    const auto* range = quantity ? std::get_if<Interval>(quantity) : nullptr;
                    if (range != nullptr) {
                        const Interval less = single(whole.supposed_less_of(fallback.party));
                        period.value = StanceQuantity(*range - less);
                    }
                }
            }
            std::erase_if(lower.supposed_less, [&](const SupposedLess& less) {
                const FallbackPeriod* period = whole.fallback_in_force(less.party);
                const auto* quantity =
                    period ? std::get_if<StanceQuantity>(&period->value) : nullptr;
                return quantity != nullptr && std::holds_alternative<Interval>(*quantity);
            });
            const Appraisal ranges = appraise(whole), lowered = appraise(lower);
            EXPECT_EQ(kind_of(decide(whole, ranges)), kind_of(decide(lower, lowered)));
            const Outcome first(whole.issues.size(), OptionId(0));
            for (const PartyId party : whole.agreement.counted) {
                EXPECT_EQ(surplus(whole, ranges, party, first),
                          surplus(lower, lowered, party, first));
            }
        });
}

TEST(SupposedLess, LeavesJudgementsAboutTheFallback) {
    // Alta rejects a text that is worth 30 to it: a fallback of 20 would contradict that.
    const std::string said =
        "[[said]]\nid = \"s1\"\nclaim = \"not that\"\nwho = \"Alta\"\nspeaks_for = \"alta\"\n"
        "judgement = { alta = \"rejects first\" }\nuse = \"binds\"\n";
    const std::string text = talks + said + "[fallback]\nbera = 0\n";
    EXPECT_EQ(kind(text + "alta = 40\n"), VerdictKind::no_agreement);
    EXPECT_EQ(kind(text + "alta = 20\n"), VerdictKind::contradiction);
    EXPECT_EQ(kind(text + "alta = 40\n[accepts_less]\nalta = 20\n"), VerdictKind::agreement);
}

TEST(SupposedLess, IsPossibleWhateverTheFallbackIs) {
    const std::string text = talks + "[fallback]\nbera = 20\n";
    const std::string enough = "[accepts_less]\nalta = 10\n",
                      short_by_one = "[accepts_less]\nalta = 9\n";
    for (const std::string fallback : {"alta = 30\n", "alta = { draft = \"first\" }\n", ""}) {
        EXPECT_NE(kind(text + fallback), VerdictKind::agreement) << fallback;
        EXPECT_EQ(kind(text + fallback + "[accepts_less]\nalta = 30\n"), VerdictKind::agreement);
    }
    EXPECT_EQ(kind(text + "alta = { draft = \"first\" }\n" + enough), VerdictKind::agreement);
    EXPECT_EQ(kind(text + "alta = { draft = \"first\" }\n" + short_by_one),
              VerdictKind::no_agreement);
}

TEST(SupposedLess, GainsCountFromWhereThePartyAccepts) {
    const Case whole = bound(talks + "[fallback]\nalta = 30\nbera = 0\n[accepts_less]\nalta = 7\n");
    const Outcome none(whole.issues.size(), OptionId(0));
    EXPECT_EQ(surplus(whole, appraise(whole), PartyId(0), none), single(7));
}

TEST(SupposedLess, IsSetTakenBackRenamedAndAnAnswer) {
    const Node document =
        testing::loaded_text(talks + "[fallback]\nalta = 30\nbera = 20\n").document;
    const auto with = [&](const char* value) {
        return with_settings(document, {{"accepts_less.alta", parse_setting_value(value), {}}});
    };
    const Node set = with("25/2").value();
    EXPECT_EQ(bind_case(set).value().supposed_less_of(PartyId(0)), Rational(25, 2));
    const Node back = with_settings(set, {{"accepts_less.alta", text_node("missing"), {}}}).value();
    EXPECT_TRUE(bind_case(back).value().supposed_less.empty());
    EXPECT_FALSE(with_settings(document, {{"accepts_less.atla", number_node("1"), {}}}).ok());
    const Case asks = bound(talks + "[alternative.q]\nquestion = \"?\"\nno = {}\n"
                                    "yes = { \"accepts_less.alta\" = 10 }\n");
    EXPECT_EQ(asks.alternatives.size(), 1U);
}

TEST(SupposedLess, IsNotSeenByAnybodyElse) {
    const Node document =
        testing::loaded_text(
            talks + "[accepts_less]\nalta = 10\n[alternative.q]\nquestion = \"?\"\nno = {}\n"
                    "yes = { \"accepts_less.alta\" = 10 }\n")
            .document;
    for (const Audience& audience :
         {Audience{VisibilityKind::everyone, {}}, Audience{VisibilityKind::party, "alta"}}) {
        const Node seen = visible_part(document, audience);
        EXPECT_EQ(seen.find("accepts_less"), nullptr);
        EXPECT_EQ(seen.find("alternative"), nullptr);
    }
}

TEST(SupposedLess, IsNamedInHeadingsAndBesideTheFallback) {
    const Case whole = bound(talks + "[fallback]\nalta = 30\n[accepts_less]\nalta = 1\n");
    EXPECT_TRUE(case_heading(whole).ends_with(
        " - supposing that Alta accepts 1 point less, from where its gains count"));
    EXPECT_EQ(fallback_phrase(whole, PartyId(0)), "30, less 1 point as supposed");
}

} // namespace unbracket
