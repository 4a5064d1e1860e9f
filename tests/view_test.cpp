#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit_entries.hpp"
#include "unbracket/model/edit_tree.hpp"
#include "unbracket/model/edit_view.hpp"
#include "unbracket/model/view_numbers.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// Views of random cases with random statements and remarks: what is left is a case, seen again it
// is the same, and it stays byte for byte what it is when hidden values change or go.

namespace unbracket {
namespace {

const testing::RandomCaseOptions small{
    .most_parties = 4, .most_issues = 4, .most_outcomes = 64, .most_completions = 4};

std::string any_visibility(Random& random, const std::vector<std::string>& parties) {
    const std::int64_t drawn = random.between(0, 3);
    return drawn == 0   ? "mediator"
           : drawn == 1 ? "party:" + parties[static_cast<std::size_t>(random.between(
                                         0, static_cast<std::int64_t>(parties.size()) - 1))]
                        : "public";
}

std::vector<std::string> parties_of(const Node& document) {
    std::vector<std::string> parties;
    for (const Node::Member& party : document.find("party")->members) {
        parties.push_back(party.key);
    }
    return parties;
}

/// Half of the entries stand on a statement, some are opened or closed by hand.
void add_evidence(Node& document, Random& random) {
    const std::vector<std::string> parties = parties_of(document);
    std::vector<Node> said;
    for (int i = 0; i < 4; ++i) {
        Node statement = table_node();
        add_member(statement, "id", text_node("s" + std::to_string(i)));
        add_member(statement, "who", text_node("speaker"));
        add_member(statement, "claim", text_node("words"));
        add_member(statement, "supports", list_node({}));
        add_member(statement, "visibility", text_node(any_visibility(random, parties)));
        said.push_back(std::move(statement));
    }
    Node remarks = list_node({});
    for (const EntryPlace& entry : entry_places(document)) {
        const std::int64_t drawn = random.between(0, 9);
        if (drawn < 5) {
            Node& statement = said[static_cast<std::size_t>(random.between(0, 3))];
            statement.find("supports")->items.push_back(text_node(entry.address));
        } else if (drawn < 7) {
            Node remark = table_node();
            add_member(remark, "at", text_node(entry.address));
            add_member(remark, "visibility", text_node(any_visibility(random, parties)));
            remarks.items.push_back(std::move(remark));
        }
    }
    erase_member(document, "said");
    erase_member(document, "entry");
    add_member(document, "said", list_node(std::move(said)));
    add_member(document, "entry", std::move(remarks));
}

std::vector<Audience> audiences_of(const Node& document) {
    std::vector<Audience> all = {{VisibilityKind::everyone, {}}};
    for (const std::string& party : parties_of(document)) {
        all.push_back({VisibilityKind::party, party});
    }
    return all;
}

template <class Check>
void for_random_views(const std::string& test, std::size_t full, const Check& check) {
    SCOPED_TRACE(testing::repeat_command(test));
    for (std::uint64_t i = 0; i < testing::shared_count(full); ++i) {
        Random random(testing::suite_seed() * 1'000'121 + i);
        Node document = testing::random_case_document(random, small);
        add_evidence(document, random);
        ASSERT_TRUE(bind_case(document).ok()) << to_string(bind_case(document).problems().front());
        for (const Audience& audience : audiences_of(document)) {
            check(document, audience);
            ASSERT_FALSE(::testing::Test::HasFailure())
                << "case " << i << ", for " << audience.party << "\n"
                << canonical_text(document);
        }
    }
}

TEST(ViewsOfRandomCases, AreCasesAndTheSameWhenSeenAgain) {
    const std::string name = "ViewsOfRandomCases.AreCasesAndTheSameWhenSeenAgain";
    for_random_views(name, 1000, [](const Node& document, const Audience& audience) {
        const Node seen = visible_part(document, audience);
        const Result<Case> bound = bind_case(seen);
        if (!bound) {
            // Nobody may be left who has to accept: then there is no such case.
            EXPECT_EQ(bound.problems().front().what, "nobody has to accept an agreement");
            return;
        }
        EXPECT_EQ(canonical_text(visible_part(seen, audience)), canonical_text(seen));
        const Result<std::string> written = write_document(seen, "toml");
        ASSERT_TRUE(written.ok());
    });
}

/// Rules and the like behind it move up.
Node as_if_never_written(Node document, const std::string& address) {
    const auto numbered = name_by_number(document);
    Node without = with_settings(document, {{address, text_node("missing"), {}}}).value();
    number_anew(without, numbered);
    return without;
}

/// Takes out what one entry after another that is not seen holds, wherever a case is left.
TEST(ViewsOfRandomCases, DoNotDependOnWhetherHiddenEntriesAreThere) {
    const std::string name = "ViewsOfRandomCases.DoNotDependOnWhetherHiddenEntriesAreThere";
    for_random_views(name, 300, [](const Node& document, const Audience& audience) {
        const std::string kept = canonical_text(visible_part(document, audience));
        const Sight sight(document, audience, std::nullopt);
        for (const EntryPlace& entry : entry_places(document)) {
            if (sight.sees_entry(entry.address)) {
                continue;
            }
            const Node without = as_if_never_written(document, entry.address);
            if (bind_case(without).ok()) {
                EXPECT_EQ(canonical_text(visible_part(without, audience)), kept) << entry.address;
            }
        }
    });
}

Node other_value(const Node& value) {
    if (value.kind == NodeKind::number) {
        return number_node(value.text == "7" ? "8" : "7");
    }
    return value.kind == NodeKind::text ? text_node("open") : number_node("9");
}

TEST(ViewsOfRandomCases, DoNotDependOnHiddenValues) {
    const std::string name = "ViewsOfRandomCases.DoNotDependOnHiddenValues";
    for_random_views(name, 300, [](const Node& document, const Audience& audience) {
        const std::string kept = canonical_text(visible_part(document, audience));
        const Sight sight(document, audience, std::nullopt);
        for (const EntryPlace& entry : entry_places(document)) {
            const bool is_value = !entry.steps.back().element;
            if (sight.sees_entry(entry.address) || !is_value) {
                continue;
            }
            Node changed = document;
            put_at(changed, entry.steps, other_value(*node_at(document, entry.steps)));
            if (bind_case(changed).ok()) {
                EXPECT_EQ(canonical_text(visible_part(changed, audience)), kept) << entry.address;
            }
        }
    });
}

TEST(ViewsOfRandomCases, HaveTheDigestOfTheFileThatIsPassedOn) {
    const std::string name = "ViewsOfRandomCases.HaveTheDigestOfTheFileThatIsPassedOn";
    const Audience everyone{VisibilityKind::everyone, {}};
    for_random_views(name, 200, [&](const Node& document, const Audience& audience) {
        if (audience != everyone) {
            return;
        }
        const Result<LoadedCase> seen = open_case(document, {.files = {}, .view = "public"});
        const Node left = visible_part(document, audience);
        if (seen) {
            EXPECT_EQ(seen.value().negotiation.digest,
                      open_case(left, {}).value().negotiation.digest);
        }
    });
}

} // namespace
} // namespace unbracket
