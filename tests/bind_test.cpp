#include "tests/bind_text.hpp"

#include <variant>

// What a case file means: each section as it arrives in the Case.

namespace unbracket::testing {
namespace {

const Assessment& assessment(const Case& talks, std::string_view issue, std::string_view party) {
    const Assessment* found = talks.issue(*talks.find_issue(issue)).of(*talks.find_party(party));
    EXPECT_NE(found, nullptr);
    return *found;
}

OptionId option(const Case& talks, std::string_view issue, std::string_view key) {
    const auto& options = talks.issue(*talks.find_issue(issue)).options;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].key == key) {
            return OptionId(i);
        }
    }
    ADD_FAILURE() << "no option " << key;
    return OptionId();
}

std::string address_of(const Case& talks, EntryId entry) {
    return talks.entry(entry).address;
}

TEST(Bind, PartiesHaveRolesNamesAndASideThatTheyRateOn) {
    const Case talks = bound("unbracket = 1\n"
                             "title = \"Talks\"\n"
                             "party.alta = { name = \"Alta\", names = [\"the upper state\"] }\n"
                             "party.bera = {}\n"
                             "party.coda = { role = [\"mediator\", \"guarantor\"] }\n"
                             "[issue.a]\n"
                             "option = [\"x\", \"y\"]\n"
                             "stance.alta = { x = 1 }\n"
                             "score.bera = { x = 1, y = [-2, 3.5] }\n");
    EXPECT_EQ(talks.title, "Talks");
    ASSERT_EQ(talks.parties.size(), 3U);
    EXPECT_EQ(talks.parties[0].name, "Alta");
    EXPECT_EQ(talks.parties[0].other_names, std::vector<std::string>{"the upper state"});
    EXPECT_TRUE(talks.parties[0].has_role(Role::signatory));
    EXPECT_EQ(talks.parties[0].scale, Scale::stances);
    EXPECT_EQ(talks.parties[1].name, "bera");
    EXPECT_EQ(talks.parties[1].scale, Scale::scores);
    EXPECT_TRUE(talks.parties[2].has_role(Role::guarantor));
    EXPECT_FALSE(talks.parties[2].has_role(Role::signatory));
    EXPECT_EQ(talks.parties[2].scale, Scale::none);
    EXPECT_EQ(talks.agreement.required, (std::vector<PartyId>{PartyId(0), PartyId(1)}));
}

TEST(Bind, TheAgreementRuleCountsSignatoriesRequiredPartiesAndThoseWithAFallback) {
    const Case talks = bound("unbracket = 1\n"
                             "party.a = { role = \"observer\" }\n"
                             "party.b = {}\n"
                             "party.c = { role = \"mediator\" }\n"
                             "party.d = { role = \"affected\" }\n"
                             "issue.x.option = [\"y\"]\n"
                             "[agreement]\n"
                             "required = [\"d\"]\n"
                             "at_least = 2\n"
                             "object = \"truce\"\n"
                             "[fallback]\n"
                             "a = 0\n");
    EXPECT_EQ(talks.agreement.required, std::vector<PartyId>{PartyId(3)});
    EXPECT_EQ(talks.agreement.counted, (std::vector<PartyId>{PartyId(0), PartyId(1), PartyId(3)}));
    EXPECT_EQ(talks.agreement.at_least, 2);
    EXPECT_EQ(talks.agreement.object, "truce");
}

TEST(Bind, TheOptionsOfANumberAreItsSteps) {
    const Case talks =
        bound("unbracket = 1\nparty.a = {}\n"
              "issue.x.range = { min = -0.50, max = 1, step = 0.25, unit = \"km\" }\n"
              "issue.x.status_quo = 0.5\n"
              "issue.y.range = { min = 1e3, max = 3_000, step = 1000.0 }\n");
    std::vector<std::string> keys;
    for (const Option& each : talks.issues[0].options) {
        keys.push_back(each.key);
    }
    EXPECT_EQ(keys, (std::vector<std::string>{"-0.5", "-0.25", "0", "0.25", "0.5", "0.75", "1"}));
    EXPECT_EQ(talks.issues[0].options[1].number, Rational(-1, 4));
    EXPECT_EQ(talks.issues[0].range->unit, "km");
    EXPECT_EQ(talks.issues[0].status_quo, OptionId(4));
    EXPECT_EQ(talks.issues[1].options[2].key, "3000");
}

TEST(Bind, OptionsHaveTitlesTextsAndWordings) {
    const Case talks = bound("unbracket = 1\nparty.a = {}\n"
                             "[issue.x.option]\n"
                             "no = \"none\"\n"
                             "weak = { text = \"may inspect\", wording_of = \"strong\" }\n"
                             "strong = { title = \"inspect\", text = \"shall inspect\" }\n");
    const auto& options = talks.issues[0].options;
    EXPECT_EQ(options[0].title, "none");
    EXPECT_EQ(options[1].title, "weak");
    EXPECT_EQ(options[1].text, "may inspect");
    EXPECT_EQ(options[1].wording_of, OptionId(2));
    EXPECT_EQ(options[2].title, "inspect");
    EXPECT_FALSE(options[2].wording_of);
}

TEST(Bind, StancesAreWordsNumbersRangesOrRedLines) {
    const Case talks =
        bound(two_parties + "weight = { alta = \"high\", bera = [0, 5] }\n"
                            "stance.alta = { no = \"ideal\", joint = [60, 80.5], third = "
                            "\"redline bad\" }\n"
                            "stance.bera = { no = \"redline\", joint = \"redline 12.5\", third = "
                            "\"unknown\" }\n");
    const Assessment& alta = assessment(talks, "inspect", "alta");
    EXPECT_EQ(std::get<WeightWord>(alta.weight->quantity), WeightWord::high);
    EXPECT_EQ(address_of(talks, alta.weight->entry), "issue.inspect.weight.alta");
    EXPECT_EQ(std::get<StanceWord>(alta.stances[0]->worth), StanceWord::ideal);
    EXPECT_EQ(std::get<Interval>(alta.stances[1]->worth), (Interval{60, Rational(161, 2)}));
    EXPECT_TRUE(alta.stances[2]->is_red_line);
    EXPECT_EQ(std::get<StanceWord>(alta.stances[2]->worth), StanceWord::bad);
    EXPECT_EQ(address_of(talks, alta.stances[2]->entry), "issue.inspect.stance.alta.third");
    const Assessment& bera = assessment(talks, "inspect", "bera");
    EXPECT_EQ(std::get<Interval>(bera.weight->quantity), (Interval{0, 5}));
    EXPECT_EQ(std::get<Interval>(bera.stances[0]->worth), single(0));
    EXPECT_EQ(std::get<Interval>(bera.stances[1]->worth), single(Rational(25, 2)));
    EXPECT_FALSE(bera.stances[2]->is_red_line);
    EXPECT_EQ(std::get<StanceWord>(bera.stances[2]->worth), StanceWord::unknown);
}

TEST(Bind, ScoresMayBeNegativeAndRedLinesMayHaveAWorth) {
    const Case talks =
        bound(two_parties + "score.alta = { no = -3, joint = \"redline -7\", third = "
                            "[0, 2] }\n");
    const Assessment& alta = assessment(talks, "inspect", "alta");
    EXPECT_EQ(std::get<Interval>(alta.scores[0]->worth), single(-3));
    EXPECT_TRUE(alta.scores[1]->is_red_line);
    EXPECT_EQ(std::get<Interval>(alta.scores[1]->worth), single(-7));
    EXPECT_EQ(address_of(talks, alta.scores[2]->entry), "issue.inspect.score.alta.third");
    EXPECT_TRUE(alta.stances.empty());
}

TEST(Bind, ACurveHasKnotsARedLineAndADirection) {
    const Case talks = bound("unbracket = 1\nparty.alta = {}\nparty.bera = {}\nparty.coda = {}\n"
                             "[issue.share]\n"
                             "range = { min = 10, max = 60, step = 5 }\n"
                             "curve.alta = { tolerable = 35, ideal = 10, redline = \"> 40\" }\n"
                             "curve.bera = { acceptable = 45.5, bad = 20, redline = \"none\" }\n"
                             "curve.coda = { ideal = 60, redline = \"<=12\" }\n");
    const Curve& alta = *assessment(talks, "share", "alta").curve;
    ASSERT_EQ(alta.knots.size(), 2U);
    EXPECT_EQ(alta.knots[0].word, StanceWord::ideal);
    EXPECT_EQ(alta.knots[1].at, Rational(35));
    EXPECT_EQ(alta.direction, 1);
    EXPECT_EQ(alta.red_line->bound, std::pair(Comparison::greater, Rational(40)));
    EXPECT_EQ(address_of(talks, alta.knots[1].entry), "issue.share.curve.alta.tolerable");
    EXPECT_EQ(address_of(talks, alta.red_line->entry), "issue.share.curve.alta.redline");
    const Curve& bera = *assessment(talks, "share", "bera").curve;
    EXPECT_EQ(bera.direction, -1);
    EXPECT_FALSE(bera.red_line->bound);
    const Curve& coda = *assessment(talks, "share", "coda").curve;
    EXPECT_EQ(coda.direction, -1);
    EXPECT_EQ(coda.red_line->bound, std::pair(Comparison::at_most, Rational(12)));
}

TEST(Bind, OrdersStandAloneOrBesideATable) {
    const Case talks = bound(two_parties + "stance.alta = \"no > joint = third\"\n"
                                           "stance.bera = { no = 10 }\n"
                                           "order.bera = \"third > no\"\n"
                                           "[issue.n]\n"
                                           "range = { min = 0, max = 1, step = 0.5 }\n"
                                           "stance.alta = \"0.5 > 0 | 1\"\n");
    const Order& alone = *assessment(talks, "inspect", "alta").order;
    EXPECT_EQ(alone.classes,
              (std::vector<std::vector<OptionId>>{{OptionId(0)}, {OptionId(1), OptionId(2)}}));
    EXPECT_EQ(address_of(talks, alone.entry), "issue.inspect.stance.alta");
    const Assessment& beside = assessment(talks, "inspect", "bera");
    EXPECT_EQ(address_of(talks, beside.order->entry), "issue.inspect.order.bera");
    EXPECT_TRUE(beside.stances[0].has_value());
    EXPECT_FALSE(beside.stances[1].has_value());
    const Order& numbers = *assessment(talks, "n", "alta").order;
    EXPECT_EQ(numbers.red_lines, std::vector<OptionId>{OptionId(2)});
}

TEST(Bind, AssessmentsStandInOrderOfPartiesAndEntriesInOrderOfAppearance) {
    const Case talks = bound("unbracket = 1\nparty.a = {}\nparty.b = {}\n"
                             "[fallback]\nb = 1\n"
                             "[issue.x]\noption = [\"y\"]\nstance.b = { y = 1 }\nweight.a = 1\n"
                             "[[rule]]\nforbid = { x = \"y\" }\n");
    std::vector<std::string> addresses;
    addresses.reserve(talks.entries.size());
    for (const Entry& entry : talks.entries) {
        addresses.push_back(entry.address);
    }
    EXPECT_EQ(addresses, (std::vector<std::string>{"fallback.b", "issue.x.stance.b.y",
                                                   "issue.x.weight.a", "rule.1"}));
    EXPECT_EQ(talks.issues[0].assessments[0].party, PartyId(0));
    EXPECT_EQ(talks.issues[0].assessments[1].party, PartyId(1));
    EXPECT_EQ(talks.entries[1].kind, EntryKind::stance);
    EXPECT_EQ(talks.entries[1].party, PartyId(1));
    EXPECT_EQ(talks.entries[1].option, OptionId(0));
    EXPECT_EQ(talks.entries[1].at.line, 8U);
}

TEST(Bind, FallbacksAreValuesWordsDraftsOrDated) {
    const Case talks = bound(two_parties + "[fallback]\n"
                                           "alta = { draft = \"first\", trend = \"falling\" }\n"
                                           "bera = [30.5, 40]\n"
                                           "coda = \"bad\"\n"
                                           "[party.coda]\n"
                                           "[draft.first]\n");
    ASSERT_EQ(talks.fallbacks.size(), 3U);
    const FallbackPeriod& alta = *talks.fallback_in_force(PartyId(0));
    EXPECT_EQ(std::get<DraftId>(alta.value), DraftId(0));
    EXPECT_EQ(alta.trend, Trend::falling);
    const auto& bera = std::get<StanceQuantity>(talks.fallback_in_force(PartyId(1))->value);
    EXPECT_EQ(std::get<Interval>(bera), (Interval{Rational(61, 2), 40}));
    const auto& coda = std::get<StanceQuantity>(talks.fallback_in_force(PartyId(2))->value);
    EXPECT_EQ(std::get<StanceWord>(coda), StanceWord::bad);
    EXPECT_EQ(address_of(talks, *talks.fallback_entry(PartyId(2))), "fallback.coda");
}

TEST(Bind, IntentsAndWeightOrdersAreEntries) {
    const Case talks = bound(two_parties + "[intent]\nalta = \"doubtful\"\n"
                                           "[order]\nweight.bera = \"inspect > share\"\n");
    EXPECT_EQ(talks.intent_of(PartyId(0)), Intent::doubtful);
    EXPECT_EQ(talks.intent_of(PartyId(1)), Intent::seeks);
    EXPECT_TRUE(talks.find_entry("intent.alta"));
    ASSERT_EQ(talks.weight_orders.size(), 1U);
    EXPECT_EQ(talks.weight_orders[0].classes,
              (std::vector<std::vector<IssueId>>{{IssueId(1)}, {IssueId(0)}}));
    EXPECT_EQ(talks.entry(*talks.find_entry("order.weight.bera")).kind, EntryKind::weight_order);
}

TEST(Bind, RulesHaveThreeForms) {
    const Case talks =
        bound(two_parties + "[[rule]]\nid = \"long\"\nif = { inspect = \"third\" }\n"
                            "then = { share = [30, 25], inspect = [\"third\"] }\n"
                            "[[rule]]\nforbid = { share = \">= 50\", inspect = \"no\" }\n"
                            "[[rule]]\nat_most = 1\nof = [ { inspect = \"no\" }, { share = 10 } "
                            "]\n");
    ASSERT_EQ(talks.rules.size(), 3U);
    const auto& implication = std::get<Implication>(talks.rules[0].body);
    EXPECT_EQ(implication.premise, (Condition{{IssueId(1), {OptionId(2)}}}));
    EXPECT_EQ(implication.conclusion,
              (Condition{{IssueId(0), {OptionId(3), OptionId(4)}}, {IssueId(1), {OptionId(2)}}}));
    const auto& exclusion = std::get<Exclusion>(talks.rules[1].body);
    EXPECT_EQ(exclusion.forbidden[0].options,
              (std::vector<OptionId>{OptionId(8), OptionId(9), OptionId(10)}));
    const auto& at_most = std::get<AtMost>(talks.rules[2].body);
    EXPECT_EQ(at_most.count, 1);
    EXPECT_EQ(at_most.conditions.size(), 2U);
    EXPECT_EQ(address_of(talks, talks.rules[0].entry), "rule.long");
    EXPECT_EQ(address_of(talks, talks.rules[2].entry), "rule.3");
}

TEST(Bind, LimitsBelongToAPartyOrAreNorms) {
    const Case talks =
        bound(two_parties + "[[limit]]\nid = \"l\"\nparty = \"alta\"\nif = { share = [35, 40] }\n"
                            "needs = { inspect = [\"no\", \"joint\"] }\nfirmness = \"long_held\"\n"
                            "since = 2019\nstatus = \"off\"\n"
                            "[[limit]]\nparty = \"norm\"\nnever = { inspect = \"no\" }\n");
    ASSERT_EQ(talks.limits.size(), 2U);
    EXPECT_EQ(talks.limits[0].party, PartyId(0));
    EXPECT_EQ(talks.limits[0].sense, LimitSense::needs);
    EXPECT_FALSE(talks.limits[0].is_on);
    EXPECT_EQ(talks.limits[0].since, "2019");
    EXPECT_EQ(talks.entry(talks.limits[0].entry).firmness, Firmness::long_held);
    EXPECT_EQ(talks.entry(talks.limits[0].entry).kind, EntryKind::limit);
    EXPECT_FALSE(talks.limits[1].party);
    EXPECT_TRUE(talks.limits[1].is_on);
    EXPECT_EQ(talks.limits[1].sense, LimitSense::never);
    EXPECT_EQ(talks.entry(talks.limits[1].entry).kind, EntryKind::norm);
    EXPECT_EQ(address_of(talks, talks.limits[1].entry), "limit.2");
}

TEST(Bind, BonusesAndRisksAreInThePartysOwnPoints) {
    const Case talks =
        bound(two_parties + "[[bonus]]\nparty = \"bera\"\nwhen = { share = [45, 50], inspect = "
                            "\"joint\" }\nvalue = [-2, 6]\n"
                            "[[risk]]\nparty = \"bera\"\noption = { inspect = \"no\" }\nloss = "
                            "[0, 20]\n");
    ASSERT_EQ(talks.bonuses.size(), 1U);
    EXPECT_EQ(talks.bonuses[0].value, (Interval{-2, 6}));
    EXPECT_EQ(talks.bonuses[0].when.size(), 2U);
    EXPECT_EQ(talks.entry(talks.bonuses[0].entry).party, PartyId(1));
    ASSERT_EQ(talks.risks.size(), 1U);
    EXPECT_EQ(talks.risks[0].option, (Literal{IssueId(1), {OptionId(0)}}));
    EXPECT_EQ(talks.risks[0].loss, (Interval{0, 20}));
    EXPECT_EQ(address_of(talks, talks.risks[0].entry), "risk.1");
}

TEST(Bind, DraftsSetInheritAndLeaveTheRest) {
    const Case talks =
        bound(two_parties + "[draft.child]\nfrom = \"first\"\nset = { share = 35 }\n"
                            "on_table = \"unsure\"\n"
                            "[draft.first]\nset = { share = [30, 35] }\nrest = \"status_quo\"\n"
                            "by = \"alta\"\ntext.inspect = \"as before\"\npoint.inspect = 7\n"
                            "dropped = [3]\nmerged = { 5 = [5, 10] }\npoint_count = 28\n"
                            "[draft.bare]\nset = { share = \"unknown\" }\n"
                            "[draft.late]\nfrom = \"child\"\nrest = \"unknown\"\n");
    const Draft& child = talks.draft(*talks.find_draft("child"));
    EXPECT_EQ(child.content[0].options, std::vector<OptionId>{option(talks, "share", "35")});
    EXPECT_EQ(child.content[0].origin, DraftOrigin::set);
    EXPECT_EQ(child.content[1].options, std::vector<OptionId>{OptionId(0)});
    EXPECT_EQ(child.content[1].origin, DraftOrigin::status_quo);
    EXPECT_TRUE(child.is_complete());
    EXPECT_EQ(child.on_table, OnTable::unsure);
    const Draft& first = talks.draft(*talks.find_draft("first"));
    EXPECT_EQ(first.content[0].options.size(), 2U);
    EXPECT_FALSE(first.content[0].is_unknown);
    EXPECT_EQ(first.texts[0].second, "as before");
    EXPECT_EQ(first.point_numbers[0].second, "7");
    EXPECT_EQ(first.dropped, std::vector<std::string>{"3"});
    EXPECT_EQ(first.merged[0].second, (std::vector<std::string>{"5", "10"}));
    EXPECT_EQ(first.point_count, 28);
    EXPECT_FALSE(first.on_table_was_entered);
    const Draft& bare = talks.draft(*talks.find_draft("bare"));
    EXPECT_TRUE(bare.content[0].is_unknown);
    EXPECT_EQ(bare.content[0].origin, DraftOrigin::set);
    EXPECT_EQ(bare.content[0].options.size(), 11U);
    EXPECT_EQ(bare.content[1].origin, DraftOrigin::unknown);
    const Draft& late = talks.draft(*talks.find_draft("late"));
    EXPECT_EQ(late.content[0].origin, DraftOrigin::inherited);
    EXPECT_TRUE(late.content[1].is_unknown);
}

TEST(Bind, WordsCanBeSetAnew) {
    const Case talks =
        bound(two_parties + "[words.stance]\nacceptable = [55, 90]\n[words.weight]\nlow = 7\n");
    EXPECT_EQ(talks.words[StanceWord::acceptable], (Interval{55, 90}));
    EXPECT_EQ(talks.words[StanceWord::tolerable], (Interval{30, 60}));
    EXPECT_EQ(talks.words[WeightWord::low], single(7));
    const Case house =
        bound(two_parties + "[words.loaded]\nRegime = \"government\"\nfree = false\n");
    ASSERT_EQ(house.house_words.size(), 2U);
    EXPECT_EQ(house.house_words[0].word, "regime");
    EXPECT_EQ(house.house_words[0].instead, "government");
    EXPECT_FALSE(house.house_words[1].instead.has_value());
}

TEST(Bind, TheDigestDependsOnContentAndDateAndOnNothingElse) {
    const Case talks = bound(two_parties);
    EXPECT_EQ(talks.digest.size(), 64U);
    EXPECT_EQ(bound("# a comment\n" + two_parties).digest, talks.digest);
    EXPECT_NE(bound(two_parties + "weight.alta = 1\n").digest, talks.digest);
    EXPECT_NE(bound(two_parties, Date{2026, 1, 1}).digest, talks.digest);
}

} // namespace
} // namespace unbracket::testing
