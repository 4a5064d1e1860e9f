#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_address.hpp"
#include "unbracket/model/edit_ids.hpp"
#include "unbracket/model/edit_tree.hpp"

#include <gtest/gtest.h>

// Addresses, the places they lead to, and the ids inside them.

namespace unbracket {
namespace {

using Parts = std::vector<std::string>;

TEST(AddressParts, AreCutAtDotsAndJoinedAgain) {
    EXPECT_EQ(address_parts("issue.term.stance.alta.five"),
              (Parts{"issue", "term", "stance", "alta", "five"}));
    EXPECT_EQ(address_parts("fallback"), (Parts{"fallback"}));
    EXPECT_EQ(address_parts("a..b"), (Parts{"a", "", "b"}));
    EXPECT_EQ(joined_address({"a", "b", "c"}), "a.b.c");
    EXPECT_EQ(joined_address({"a", "b", "c"}, 1), "b.c");
    EXPECT_EQ(joined_address({"a"}, 1), "");
}

Node document() {
    return parse_setting_value(R"({
        party = { alta = {}, bera = {} },
        issue = { share = { range = { min = 10, max = 20, step = 2.5 } },
                  term = { option = { five = five, "2.5" = short }, stance.alta.five = 4 },
                  seats = { option = [few, many] } },
        rule = [{ forbid.term = five }, { id = second, forbid.seats = few }, { forbid.share = 10 }],
        limit = [{ id = joint, party = alta, never.term = five }],
        bonus = [{ party = alta, when.term = five, value = 2 }]
    })");
}

std::string option_of(const char* issue, std::string_view option) {
    const Node whole = document();
    return find_option(*whole.find("issue")->find(issue), option).value_or("-");
}

TEST(FindOption, TakesNamesAsTheyStand) {
    EXPECT_EQ(option_of("term", "five"), "five");
    EXPECT_EQ(option_of("seats", "many"), "many");
    EXPECT_EQ(option_of("seats", "most"), "-");
}

TEST(FindOption, TakesNumbersOfARangeByValue) {
    EXPECT_NE(option_of("share", "12.5"), "-");
    EXPECT_EQ(option_of("share", "12.50"), option_of("share", "12.5"));
    EXPECT_NE(option_of("share", "10"), "-") << "the least";
    EXPECT_NE(option_of("share", "20"), "-") << "the most";
    EXPECT_EQ(option_of("share", "12"), "-") << "between two steps";
    EXPECT_EQ(option_of("share", "22.5"), "-") << "above the range";
    EXPECT_EQ(option_of("share", "7.5"), "-") << "below it";
}

TEST(FindElement, TakesAnIdOrThePositionOfElementsWithoutOne) {
    EXPECT_EQ(find_element(document(), "rule", "second"), 1U);
    EXPECT_EQ(find_element(document(), "rule", "1"), 0U);
    EXPECT_EQ(find_element(document(), "rule", "3"), 2U);
    EXPECT_EQ(find_element(document(), "rule", "2"), std::nullopt) << "that one has an id";
    EXPECT_EQ(find_element(document(), "rule", "4"), std::nullopt);
    EXPECT_EQ(find_element(document(), "rule", "0"), std::nullopt);
    EXPECT_EQ(find_element(document(), "risk", "1"), std::nullopt);
}

TEST(ElementName, IsTheIdOrThePosition) {
    const Node whole = document();
    EXPECT_EQ(element_name(*whole.find("rule"), 0), "1");
    EXPECT_EQ(element_name(*whole.find("rule"), 1), "second");
    EXPECT_EQ(element_name(*whole.find("rule"), 2), "3");
}

PlaceKind kind_of_place(std::string_view address) {
    const Result<Place> place = find_place(document(), address, {"--set", 1, 1});
    EXPECT_TRUE(place) << address;
    return place ? place.value().kind : PlaceKind::member;
}

TEST(FindPlace, KnowsWhatSettingAnAddressMeans) {
    EXPECT_EQ(kind_of_place("fallback.bera"), PlaceKind::member);
    EXPECT_EQ(kind_of_place("issue.term.stance.alta.five"), PlaceKind::member);
    EXPECT_EQ(kind_of_place("rule.second"), PlaceKind::rule);
    EXPECT_EQ(kind_of_place("limit.joint"), PlaceKind::limit);
    EXPECT_EQ(kind_of_place("bonus.1"), PlaceKind::element);
}

TEST(FindPlace, OfSomethingThatIsNotThereNamesTheNearest) {
    const SourcePosition at{"--set", 3, 1};
    const auto refusal = [&](std::string_view address) {
        const Result<Place> place = find_place(document(), address, at);
        EXPECT_FALSE(place) << address;
        EXPECT_EQ(place.problems().size(), 1U);
        EXPECT_EQ(place.problems().front().where, at);
        return place.problems().front().what + "; " + place.problems().front().hint;
    };
    EXPECT_NE(refusal("fallback.berra").find("bera"), std::string::npos);
    EXPECT_NE(refusal("issue.trem.weight.alta").find("term"), std::string::npos);
    EXPECT_NE(refusal("rule.secnd").find("second"), std::string::npos);
    EXPECT_NE(refusal("issue.term.stance.alta.fife").find("five"), std::string::npos);
}

const Node* value_at(const Node& whole, std::string_view address) {
    return node_at(whole, find_place(whole, address, {}).value().steps);
}

TEST(NodeAt, IsWhatStandsThereOrNothing) {
    const Node whole = document();
    EXPECT_EQ(value_at(whole, "issue.term.stance.alta.five")->text, "4");
    EXPECT_EQ(value_at(whole, "fallback.alta"), nullptr);
    EXPECT_EQ(node_at(whole, {}), &whole);
}

TEST(PutAt, AddsTheTablesAboveAValue) {
    Node whole = document();
    const Place place = find_place(whole, "issue.seats.weight.bera", {}).value();
    put_at(whole, place.steps, number_node("3"));
    EXPECT_EQ(value_at(whole, "issue.seats.weight.bera")->text, "3");
    put_at(whole, place.steps, number_node("4"));
    EXPECT_EQ(value_at(whole, "issue.seats.weight.bera")->text, "4");
}

TEST(TakeOut, RemovesTablesThatItEmptiesButNoWholeIssue) {
    Node whole = document();
    take_out(whole, find_place(whole, "issue.term.stance.alta.five", {}).value().steps);
    EXPECT_EQ(whole.find("issue")->find("term")->find("stance"), nullptr);
    EXPECT_NE(whole.find("issue")->find("term"), nullptr);
}

TEST(TakeOut, GivesLaterElementsTheirPositionAsId) {
    Node whole = document();
    take_out(whole, {{"rule", std::nullopt}, {"", 0}});
    EXPECT_EQ(elements_of(whole, "rule").size(), 2U);
    EXPECT_EQ(find_element(whole, "rule", "second"), 0U);
    EXPECT_EQ(find_element(whole, "rule", "3"), 1U) << "the address keeps its meaning";
    EXPECT_EQ(find_element(whole, "rule", "1"), std::nullopt);
}

TEST(TakeOut, OfWhatIsNotThereChangesNothing) {
    Node whole = document();
    take_out(whole, {{"fallback", std::nullopt}, {"alta", std::nullopt}});
    take_out(whole, {{"rule", std::nullopt}, {"", 9}});
    EXPECT_TRUE(whole.same_content(document()));
}

TEST(ElementsOf, AreNoneWhereThereIsNoList) {
    Node whole = document();
    EXPECT_EQ(elements_of(whole, "limit").size(), 1U);
    EXPECT_TRUE(elements_of(whole, "said").empty());
}

/// Every id that is met, with a letter for what it names, and all of them written in capitals.
struct Met {
    std::string text;
    std::string ids;
};
Met met_in(std::string text, const std::function<void(std::string&, const IdVisitor&)>& visit) {
    Met met;
    visit(text, [&](const IdUse& use) {
        met.ids += (met.ids.empty() ? "" : " ") + use.id;
        met.ids += use.issue.empty() ? "" : "@" + std::string(use.issue);
        for (char& letter : use.id) {
            letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
        }
    });
    met.text = std::move(text);
    return met;
}

TEST(VisitIds, OfAnAddressAreItsPartyIssueAndOption) {
    const Met met = met_in("issue.term.stance.alta.five", visit_ids_of_address);
    EXPECT_EQ(met.text, "issue.TERM.stance.ALTA.FIVE");
    EXPECT_NE(met.ids.find("five@term"), std::string::npos) << met.ids;
    EXPECT_EQ(met_in("fallback.alta", visit_ids_of_address).text, "fallback.ALTA");
    EXPECT_EQ(met_in("limit.joint", visit_ids_of_address).text, "limit.JOINT");
}

TEST(VisitIds, OfAnOrderKeepItsSigns) {
    const Met met = met_in("five > ten = nine | open", [](std::string& text, const IdVisitor& see) {
        visit_ids_of_order(text, NamedKind::option, "term", see);
    });
    EXPECT_EQ(met.text, "FIVE > TEN = NINE | OPEN");
    EXPECT_EQ(met.ids, "five@term ten@term nine@term open@term");
}

TEST(VisitIds, OfAJudgementAreItsDraftsAlone) {
    EXPECT_EQ(met_in("prefers first to second", visit_ids_of_judgement).text,
              "prefers FIRST to SECOND");
    EXPECT_EQ(met_in("nothing below first", visit_ids_of_judgement).text, "nothing below FIRST");
    EXPECT_EQ(met_in("not yet first", visit_ids_of_judgement).text, "not yet FIRST");
    EXPECT_EQ(met_in("rejects second", visit_ids_of_judgement).text, "rejects SECOND");
}

} // namespace
} // namespace unbracket
