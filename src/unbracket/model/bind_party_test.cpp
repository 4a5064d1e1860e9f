// Parties, persons, sources, the agreement rule and issues.

#include "tests/support/case_sketch.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::case_of;
using testing::complaints_about;

const std::string issue = ", issue.x = { option = [a, b] }";

TEST(BindParty, TakesNamesAndRoles) {
    const Case negotiation =
        case_of("party = { alta = { name = \"The Alta\", role = [guarantor, mediator, guarantor], "
                "names = [Hills, \"the north\"] }, bera = {} }" +
                issue);
    const Party& alta = negotiation.parties[0];
    EXPECT_EQ(alta.name, "The Alta");
    EXPECT_EQ(alta.roles, (std::vector<Role>{Role::guarantor, Role::mediator}));
    EXPECT_EQ(alta.other_names, (std::vector<std::string>{"Hills", "the north"}));
    EXPECT_EQ(negotiation.parties[1].name, "bera");
    EXPECT_TRUE(negotiation.parties[1].has_role(Role::signatory));
    EXPECT_FALSE(alta.has_role(Role::signatory));
}

TEST(BindParty, RefusesBadIdsRolesAndNames) {
    EXPECT_EQ(complaints_about("party = { norm = {} }" + issue),
              "key party.norm: `norm` is not free for a party; limits of `norm` are limits that "
              "nobody may trade away\n");
    EXPECT_EQ(complaints_about("party = { alta.role = signator, bera = {} }" + issue),
              "party.alta.role: a role cannot be `signator`; did you mean `signatory`?\n");
    EXPECT_EQ(complaints_about("party = { alta.names = [x, 5] }" + issue),
              "party.alta.names[1]: a name must be a text, not a number\n");
    EXPECT_EQ(complaints_about("party = { alta = here }" + issue),
              "party.alta: party `alta` must be a table, not a text; write party.alta = { name = "
              "\"...\" }\n");
    EXPECT_EQ(complaints_about("party = { alta.nmae = x }" + issue),
              "key party.alta.nmae: unknown key `nmae` in party `alta`; did you mean `name`?\n");
    EXPECT_EQ(complaints_about("title = t" + issue),
              "the case has no party; add one: party.alta = { name = \"Alta\" }; if the file is a "
              "layer, name the case that it changes before it: CASE.toml LAYER.toml\n");
}

TEST(BindParty, HoldsAtMost128) {
    const auto many = [](int count) {
        std::string parties;
        for (int at = 0; at < count; ++at) {
            parties += "p" + std::to_string(at) + " = {}, ";
        }
        return complaints_about("party = { " + parties + "}" + issue);
    };
    EXPECT_EQ(many(128), "");
    EXPECT_EQ(many(129), "key party.p128: a case holds at most 128 parties\n");
}

TEST(BindPerson, SpeaksAndDecidesOnlyWhereItIsSaid) {
    const Case negotiation =
        case_of("party.alta = {}, person = { ann = { title = minister, party = "
                "alta, speaks = true }, bob = {} }" +
                issue);
    EXPECT_EQ(negotiation.persons[0].party, PartyId(0));
    EXPECT_TRUE(negotiation.persons[0].speaks);
    EXPECT_FALSE(negotiation.persons[0].decides);
    EXPECT_FALSE(negotiation.persons[1].party.has_value());
    EXPECT_EQ(
        complaints_about("party.alta = {}, person.ann = { party = beta, speaks = yes }" + issue),
        "person.ann.party: unknown party `beta`; known: alta\n"
        "person.ann.speaks: `speaks` must be true or false, not a text\n");
}

TEST(BindSource, IsKeptAsItIs) {
    const Case negotiation = case_of("party.alta = {}, source.post = { title = Post, date = "
                                     "2027-05-03, kind = press, url = \"https://example.org\" }" +
                                     issue);
    EXPECT_EQ(negotiation.sources[0].url, "https://example.org");
    EXPECT_EQ(negotiation.sources[0].date, (Date{2027, 5, 3}));
}

std::vector<PartyId> ids(std::initializer_list<std::size_t> parties) {
    std::vector<PartyId> all;
    for (const std::size_t party : parties) {
        all.emplace_back(party);
    }
    return all;
}

const std::string four =
    "party = { alta = {}, mira.role = mediator, coda.role = observer, bera = {} "
    "}" +
    issue;

TEST(BindAgreement, RequiresAllSignatoriesUnlessItSaysOtherwise) {
    EXPECT_EQ(case_of(four).agreement.required, ids({0, 3}));
    EXPECT_EQ(case_of(four + ", agreement.required = [mira, alta]").agreement.required,
              ids({0, 1}));
    EXPECT_EQ(case_of(four + ", agreement.required = bera").agreement.required, ids({3}));
    EXPECT_EQ(case_of(four + ", agreement = { required = [], at_least = 1 }").agreement.required,
              ids({}));
}

TEST(BindAgreement, CountsSignatoriesRequiredPartiesAndThoseWithAFallback) {
    EXPECT_EQ(case_of(four).agreement.counted, ids({0, 3}));
    EXPECT_EQ(case_of(four + ", fallback.coda = 3").agreement.counted, ids({0, 2, 3}));
    EXPECT_EQ(case_of(four + ", agreement.required = mira").agreement.counted, ids({0, 1, 3}));
}

TEST(BindAgreement, RefusesNumbersThatCannotBeMet) {
    EXPECT_EQ(complaints_about(four + ", agreement.at_least = 3"),
              "agreement: `at_least` asks for 3 parties, but only 2 are counted; counted are "
              "signatories, required parties and parties with a fallback\n");
    EXPECT_EQ(complaints_about(four + ", agreement.at_least = 0"),
              "agreement: `at_least` must be at least 1; leave it out to demand nothing\n");
    EXPECT_EQ(complaints_about(four + ", agreement = { required = [], object = treaty }"),
              "agreement: nobody has to accept an agreement; give a party the role `signatory`, or "
              "name parties under `required` of [agreement]\n");
    EXPECT_EQ(
        complaints_about("party.mira.role = mediator" + issue),
        "nobody has to accept an agreement; give a party the role `signatory`, or name parties "
        "under `required` of [agreement]\n");
    EXPECT_EQ(complaints_about(four + ", agreement.required = [alta, alta]"),
              "agreement.required[1]: party `alta` stands twice in one list\n");
}

const std::string alta = "party.alta = {}, ";

TEST(BindIssue, TakesOptionsAsATableOrAList) {
    const Case table = case_of(
        alta + "document.t = {}, point.4 = p, issue.x = { title = X, point = 4, document = t, "
               "agenda = added, between = alta, status_quo = b, option = { a = first, "
               "b = { title = second, text = w, wording_of = a }, c = {} } }");
    const Issue& x = table.issues[0];
    EXPECT_EQ(x.options[0].title, "first");
    EXPECT_EQ(x.options[1].text, "w");
    EXPECT_EQ(x.options[1].wording_of, OptionId(0));
    EXPECT_EQ(x.options[2].title, "c");
    EXPECT_EQ(x.status_quo, OptionId(1));
    EXPECT_EQ(x.agenda, Agenda::added);
    EXPECT_EQ(x.point, PointId(0));
    const Issue list = case_of(alta + "issue.y = { option = [k, 5] }").issues[0];
    EXPECT_EQ(list.title, "y");
    EXPECT_EQ(list.options[1].key, "5");
    EXPECT_FALSE(list.status_quo.has_value());
}

TEST(BindIssue, NamesTheStepsOfANumber) {
    const auto keys = [](const std::string& range) {
        const Case negotiation = case_of(alta + "issue.n.range = { " + range + " }");
        std::string all;
        for (const Option& option : negotiation.issues[0].options) {
            all += (all.empty() ? "" : " ") + option.key;
        }
        return all;
    };
    EXPECT_EQ(keys("min = 0, max = 1, step = 0.25"), "0 0.25 0.5 0.75 1");
    EXPECT_EQ(keys("min = -1.5, max = 0.5, step = 1"), "-1.5 -0.5 0.5");
    EXPECT_EQ(keys("min = 5, max = 5, step = 7"), "5");
    EXPECT_EQ(keys("min = 1e3, max = 3e3, step = 1e3"), "1000 2000 3000");
    EXPECT_EQ(keys("min = -0.05, max = 0.05, step = 0.05"), "-0.05 0 0.05");
}

TEST(BindIssue, RefusesOptionsThatCannotBe) {
    EXPECT_EQ(complaints_about(alta + "issue.x = { option = [a, a, unknown] }"),
              "issue.x.option[1]: option `a` stands twice in issue `x`\n"
              "issue.x.option[2]: `unknown` is not free for an option; drafts use the word for "
              "content that is not known\n");
    EXPECT_EQ(
        complaints_about(alta + "issue.x = { option = { a.wording_of = a, b.wording_of = c } }"),
        "issue.x.option.a.wording_of: an option cannot be another wording of itself\n"
        "issue.x.option.b.wording_of: unknown option `c` of issue `x`; known: a, b\n");
    EXPECT_EQ(complaints_about(alta + "issue.x = { option = a }"),
              "issue.x.option: `option` must be a table or a list of options, not a text; write "
              "option = [\"one\", \"other\"]\n");
    EXPECT_EQ(complaints_about(alta + "issue.x = { option = [a], status_quo = b }"),
              "issue.x.status_quo: unknown option `b` of issue `x`; known: a\n");
    EXPECT_EQ(complaints_about(alta + "issue.x = { title = t }"),
              "key issue.x: issue `x` has no options; add `option = [...]`, or `range` for a "
              "number\n");
}

TEST(BindWords, ChangeRangesThatStayInOrder) {
    const Case negotiation =
        case_of(alta + "issue.x.option = [a], words = { stance = { tolerable = 45, open = [10, 90] "
                       "}, weight = { low = [0, 10] } }");
    EXPECT_EQ(negotiation.words[StanceWord::tolerable], single(45));
    EXPECT_EQ(negotiation.words[StanceWord::open], (Interval{10, 90}));
    EXPECT_EQ(negotiation.words[WeightWord::low], (Interval{0, 10}));
    const auto refused = [](const std::string& words) {
        return complaints_about(alta + "issue.x.option = [a], words = { " + words + " }");
    };
    EXPECT_EQ(refused("stance.bad = [0, 70]"),
              "words.stance: the word `bad` may be worth more than `tolerable`; both ends of the "
              "ranges must fall from the best word on\n");
    EXPECT_EQ(refused("weight.high = [5, 30]"),
              "words.weight: the word `medium` may be worth more than `high`; both ends of the "
              "ranges must fall from the best word on\n");
    EXPECT_EQ(refused("stance.unknown = 5"),
              "key words.stance.unknown: unknown stance word `unknown`; words that may be set: "
              "ideal, acceptable, tolerable, bad, open\n");
    EXPECT_EQ(refused("weight.none = 1"),
              "key words.weight.none: unknown weight word `none`; words "
              "that may be set: highest, high, medium, low\n");
}

} // namespace
} // namespace unbracket
