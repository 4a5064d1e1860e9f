#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_authors.hpp"

#include <gtest/gtest.h>

#include <string>

namespace unbracket {
namespace {

const std::string talks = "unbracket = 1, party = { alta = {}, bera = {} }, issue.x = { option = "
                          "[a, b], weight.alta = 20, stance.alta = { a = 10, b = 90 } }, ";

/// A document as it stands in a file of that name, so that heads are told apart by file.
Node layer(const std::string& text, const std::string& file) {
    Node node = parse_setting_value("{ " + text + " }");
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

Case merged(const std::string& first, const std::string& second) {
    const Result<Node> document =
        merge_layers({layer(talks + first, "one.toml"), layer(second, "two.toml")});
    EXPECT_TRUE(document.ok()) << to_string(document.problems().front());
    Result<Case> bound = bind_case(document.value());
    EXPECT_TRUE(bound.ok()) << to_string(bound.problems().front());
    return std::move(bound).value();
}

/// `kl/mo` for entered by kl and checked by mo.
std::string people(const Case& negotiation, const std::string& address) {
    const Entry& entry = negotiation.entry(*negotiation.find_entry(address));
    return entry.entered_by + "/" + entry.checked_by;
}

std::string people_of(const Case& negotiation, std::size_t statement) {
    return negotiation.statements.at(statement).entered_by + "/" +
           negotiation.statements.at(statement).checked_by;
}

TEST(Authors, OfAFileAreThoseOfAllThatSaysNothingElse) {
    const Result<Case> bound = bind_case(
        layer(talks + "entered_by = kl, fallback = { alta = 40, bera = 5 }, "
                      "said = [{ id = s, who = w, claim = c, entered_by = mo }, "
                      "{ id = t, who = w, claim = c }], "
                      "entry = [{ at = fallback.bera, entered_by = an, checked_by = mo }]",
              "one.toml"));
    ASSERT_TRUE(bound.ok()) << to_string(bound.problems().front());
    EXPECT_EQ(people(bound.value(), "fallback.alta"), "kl/");
    EXPECT_EQ(people(bound.value(), "fallback.bera"), "an/mo");
    EXPECT_EQ(people_of(bound.value(), 0), "mo/");
    EXPECT_EQ(people_of(bound.value(), 1), "kl/");
}

TEST(Authors, OfEachLayerStayWithWhatItAddsOrChanges) {
    const Case both = merged("entered_by = kl, checked_by = mo, fallback = { alta = 40, bera = 5 }",
                             "entered_by = an, fallback.alta = 50");
    EXPECT_EQ(people(both, "fallback.alta"), "an/");
    EXPECT_EQ(people(both, "fallback.bera"), "kl/mo");
    EXPECT_EQ(people(both, "issue.x.weight.alta"), "kl/mo");
}

TEST(Authors, AreNobodyWhereALayerWithoutPeopleChangesAValue) {
    const Case both = merged("entered_by = kl, checked_by = mo, fallback = { alta = 40, bera = 5 }",
                             "fallback.alta = 50");
    EXPECT_EQ(people(both, "fallback.alta"), "/");
    EXPECT_EQ(people(both, "fallback.bera"), "kl/mo");
}

TEST(Authors, StayWhereALayerSaysTheSameAgain) {
    EXPECT_EQ(people(merged("entered_by = kl, checked_by = mo, fallback.alta = 40",
                            "entered_by = an, fallback.alta = 40"),
                     "fallback.alta"),
              "kl/mo");
}

TEST(Authors, CanCheckWithALayerThatSaysNothingElse) {
    const Case both = merged("entered_by = kl, fallback.alta = 40, "
                             "said = [{ id = s, who = w, claim = c }]",
                             "entered_by = an, entry = [{ at = fallback.alta, checked_by = mo }], "
                             "said = [{ id = s, checked_by = mo }]");
    EXPECT_EQ(people(both, "fallback.alta"), "kl/mo");
    EXPECT_EQ(people_of(both, 0), "kl/mo");
}

TEST(Authors, OfAStatementGoWithItsOldWords) {
    const std::string first = "said = [{ id = s, who = w, claim = c, entered_by = kl, "
                              "checked_by = mo }]";
    EXPECT_EQ(people_of(merged(first, "entered_by = an, said = [{ id = s, claim = d }]"), 0),
              "an/");
    EXPECT_EQ(people_of(merged(first, "said = [{ id = s, claim = d, checked_by = jo }]"), 0),
              "/jo");
    EXPECT_EQ(
        people_of(merged(first, "entered_by = an, said = [{ id = t, who = v, claim = d }]"), 1),
        "an/");
}

TEST(Authors, OfSeveralEntriesTogetherHoldForEach) {
    const Case both = merged("entered_by = kl, entry = [{ at = issue.x.stance.alta, entered_by = "
                             "an, basis = inferred }]",
                             "fallback.alta = 3");
    EXPECT_EQ(people(both, "issue.x.stance.alta.a"), "an/");
    EXPECT_EQ(people(both, "issue.x.weight.alta"), "kl/");
    EXPECT_EQ(both.entry(*both.find_entry("issue.x.stance.alta.a")).basis, Basis::inferred);
}

TEST(Authors, LeaveTheHeadOfWhatIsMerged) {
    const Result<Node> document = merge_layers(
        {layer(talks + "entered_by = kl", "one.toml"), layer("checked_by = mo", "two.toml")});
    ASSERT_TRUE(document.ok());
    EXPECT_EQ(document.value().find("entered_by"), nullptr);
    EXPECT_EQ(document.value().find("checked_by"), nullptr);
}

TEST(Authors, OfAHeadSayNothingOfWhatIsSetOnTop) {
    const Node file =
        layer(talks + "entered_by = kl, fallback = { alta = 40, bera = 5 }", "one.toml");
    const Result<Node> changed =
        with_settings(file, {{"fallback.alta", parse_setting_value("50"), {}}});
    const Result<Case> bound = bind_case(changed.value());
    ASSERT_TRUE(bound.ok());
    EXPECT_EQ(people(bound.value(), "fallback.alta"), "/");
    EXPECT_EQ(people(bound.value(), "fallback.bera"), "kl/");
}

TEST(Authors, AreNamedForWhatALayerSays) {
    const Node one = layer("entered_by = kl, said = [{ id = s, entered_by = mo }], "
                           "entry = [{ at = issue.x.stance.alta, entered_by = an }]",
                           "one.toml");
    EXPECT_EQ(author_of(one, "said.s.claim", "entered_by"), "mo");
    EXPECT_EQ(author_of(one, "said.t.claim", "entered_by"), "kl");
    EXPECT_EQ(author_of(one, "issue.x.stance.alta.b", "entered_by"), "an");
    EXPECT_EQ(author_of(one, "draft.d.set.x", "entered_by"), "kl");
    EXPECT_EQ(author_of(one, "draft.d.set.x", "checked_by"), "");
}

TEST(ForgetAuthors, LeavesNoTraceOfThem) {
    Node document = layer("entered_by = kl, said = [{ id = s, checked_by = mo }], "
                          "entry = [{ at = fallback.alta, entered_by = an }, "
                          "{ at = fallback.bera, basis = inferred, checked_by = an }]",
                          "one.toml");
    forget_authors(document);
    EXPECT_EQ(canonical_text(document),
              canonical_text(parse_setting_value(
                  "{ said = [{ id = s }], entry = [{ at = fallback.bera, basis = inferred }] }")));
}

} // namespace
} // namespace unbracket
