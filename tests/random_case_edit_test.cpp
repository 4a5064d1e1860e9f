#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/model/edit_entries.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// Edits of random cases: the addresses that edits know are those of the bound case, and what
// changes only names changes no answer.

namespace unbracket {
namespace {

const testing::RandomCaseOptions small{
    .most_parties = 4, .most_issues = 4, .most_outcomes = 36, .most_completions = 4};

template <class Check>
void for_random_documents(const std::string& test, std::size_t full, const Check& check) {
    SCOPED_TRACE(testing::repeat_command(test));
    for (std::uint64_t i = 0; i < testing::shared_count(full); ++i) {
        Random random(testing::suite_seed() * 1'000'033 + i);
        const Node document = testing::random_case_document(random, small);
        check(document, bind_case(document).value());
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << i << "\n"
                                                    << canonical_text(document);
    }
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return texts;
}

TEST(EditsOfRandomCases, KnowTheAddressesOfTheBoundCase) {
    const std::string name = "EditsOfRandomCases.KnowTheAddressesOfTheBoundCase";
    for_random_documents(name, 1000, [](const Node& document, const Case& whole) {
        std::vector<std::string> edited, bound;
        for (const EntryPlace& entry : entry_places(document)) {
            edited.push_back(entry.address);
        }
        for (const Entry& entry : whole.entries) {
            bound.push_back(entry.address);
        }
        EXPECT_EQ(sorted(edited), sorted(bound));
    });
}

TEST(EditsOfRandomCases, RemoveEachEntryByItsAddressAndNoOther) {
    const std::string name = "EditsOfRandomCases.RemoveEachEntryByItsAddressAndNoOther";
    for_random_documents(name, 300, [](const Node& document, const Case& whole) {
        for (const Entry& entry : whole.entries) {
            const Result<Node> edited =
                with_settings(document, {{entry.address, text_node("missing"), {}}});
            ASSERT_TRUE(edited.ok()) << to_string(edited.problems().front());
            const std::vector<EntryPlace> left = entry_places(edited.value());
            EXPECT_EQ(left.size() + 1, whole.entries.size()) << entry.address;
            EXPECT_TRUE(std::none_of(left.begin(), left.end(), [&](const EntryPlace& other) {
                return other.address == entry.address;
            })) << entry.address;
        }
    });
}

TEST(EditsOfRandomCases, CanSetWeightsAndFallbacksThatTheFileLacks) {
    const std::string name = "EditsOfRandomCases.CanSetWeightsAndFallbacksThatTheFileLacks";
    for_random_documents(name, 300, [](const Node& document, const Case& whole) {
        std::vector<Setting> settings;
        for (const Party& party : whole.parties) {
            if (party.scale == Scale::stances) {
                settings.push_back({"fallback." + party.key, number_node("0"), {}});
                settings.push_back(
                    {"issue.i1.weight." + party.key, parse_setting_value("[1, 2]"), {}});
            }
        }
        const Result<Node> edited = with_settings(document, settings);
        ASSERT_TRUE(edited.ok()) << to_string(edited.problems().front());
        const Result<Case> bound = bind_case(edited.value());
        ASSERT_TRUE(bound.ok()) << to_string(bound.problems().front());
        for (const Setting& setting : settings) {
            EXPECT_TRUE(bound.value().find_entry(setting.address)) << setting.address;
        }
    });
}

/// The answer and the counts, which do not depend on names.
std::string answer_of(const Case& whole) {
    const reference::Report report = reference::solve(whole);
    return std::string(reference::to_text(report.answer)) + " " + std::to_string(report.possible) +
           " " + std::to_string(report.sure) + " of " + std::to_string(report.outcomes);
}

TEST(EditsOfRandomCases, GiveTheSameAnswerUnderOtherNames) {
    const std::string name = "EditsOfRandomCases.GiveTheSameAnswerUnderOtherNames";
    for_random_documents(name, 300, [](const Node& document, const Case& whole) {
        std::vector<std::pair<std::string, std::string>> names = {{"draft.first", "text"}};
        for (const Issue& issue : whole.issues) {
            for (const Option& option : issue.options) {
                if (!issue.range) {
                    names.emplace_back("issue." + issue.key + "." + option.key, "o-" + option.key);
                }
            }
            names.emplace_back("issue." + issue.key, "issue-" + issue.key);
        }
        for (const Party& party : whole.parties) {
            names.emplace_back("party." + party.key, "z" + party.key);
        }
        Node renamed = document;
        for (const auto& [old_id, new_id] : names) {
            const Result<Node> next = with_renamed(renamed, old_id, new_id);
            ASSERT_TRUE(next.ok()) << to_string(next.problems().front());
            renamed = next.value();
        }
        const Result<Case> bound = bind_case(renamed);
        ASSERT_TRUE(bound.ok()) << to_string(bound.problems().front());
        EXPECT_EQ(answer_of(bound.value()), answer_of(whole));
    });
}

TEST(EditsOfRandomCases, GiveTheSameDocumentWhenALayerRepeatsIt) {
    const std::string name = "EditsOfRandomCases.GiveTheSameDocumentWhenALayerRepeatsIt";
    for_random_documents(name, 300, [](const Node& document, const Case&) {
        Node tables = document; // elements without an id would be added again
        for (const char* list : {"rule", "limit", "bonus", "risk"}) {
            std::erase_if(tables.members,
                          [&](const Node::Member& member) { return member.key == list; });
        }
        EXPECT_TRUE(merge_layers({tables, tables}).value().same_content(tables));
    });
}

/// All values of a document, the document itself first.
void gather(Node& node, std::vector<Node*>& all) {
    all.push_back(&node);
    for (Node& item : node.items) {
        gather(item, all);
    }
    for (Node::Member& member : node.members) {
        gather(member.value, all);
    }
}

/// Some values take the form of others: an order where a table was, a number where a list was.
Node spoiled(Node document, Random& random) {
    for (int i = 0; i < 3; ++i) {
        std::vector<Node*> all;
        gather(document, all);
        const auto pick = [&] {
            const auto last = static_cast<std::int64_t>(all.size()) - 1;
            return all[static_cast<std::size_t>(random.between(1, last))];
        };
        const Node copy = *pick();
        *pick() = copy;
    }
    return document;
}

TEST(EditsOfRandomCases, EndWithAResultOnDocumentsOfAnyForm) {
    const std::string name = "EditsOfRandomCases.EndWithAResultOnDocumentsOfAnyForm";
    Random random(testing::suite_seed());
    std::size_t done = 0, refused = 0;
    for_random_documents(name, 1000, [&](const Node& document, const Case& whole) {
        const Node other = spoiled(document, random);
        const auto count = [&](const Result<Node>& result) {
            ++(result.ok() ? done : refused);
            EXPECT_EQ(result.ok(), result.problems().empty());
        };
        count(merge_layers({document, other}));
        count(merge_layers({other, document}));
        count(without_statements(other, {"anonymous"}));
        for (const Entry& entry : whole.entries) {
            count(with_settings(other, {{entry.address, number_node("3"), {}}}));
            count(with_settings(other, {{entry.address, text_node("missing"), {}}}));
        }
        for (const char* id : {"party.p1", "issue.i1", "issue.i1.a", "draft.first", "rule.1",
                               "limit.1", "bonus.1", "risk.2"}) {
            count(with_renamed(other, id, "fresh"));
        }
    });
    EXPECT_GT(done, 0U);
    EXPECT_GT(refused, 0U);
}

} // namespace
} // namespace unbracket
