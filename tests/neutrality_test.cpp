#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/zone/bridge.hpp"

#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

// The same case written down in another way: parties, their tables and constraints in another
// order, ids exchanged. The engine must find the same outcome, not just the same verdict, and rest
// it on the same entries.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

const std::vector<std::string> constraint_lists = {"rule", "limit", "bonus", "risk"};

template <class Items>
void shuffle(Items& items, Random& random, std::size_t first = 0) {
    for (std::size_t i = items.size(); i > first + 1; --i) {
        const auto other =
            random.between(static_cast<std::int64_t>(first), static_cast<std::int64_t>(i) - 1);
        std::swap(items[i - 1], items[static_cast<std::size_t>(other)]);
    }
}

void shuffle_table(Node& table, const std::string& key, Random& random) {
    if (Node* inner = table.find(key)) {
        shuffle(inner->members, random);
        shuffle(inner->items, random);
    }
}

/// One spelling for one constraint: issues sorted, one option as a list of one.
Node in_one_spelling(Node condition) {
    std::sort(condition.members.begin(), condition.members.end(),
              [](const Node::Member& a, const Node::Member& b) { return a.key < b.key; });
    for (Node::Member& member : condition.members) {
        const bool is_list = member.value.kind == NodeKind::list;
        const bool is_table = member.value.kind == NodeKind::table;
        member.value = is_list || is_table ? in_one_spelling(std::move(member.value))
                                           : list_node({member.value});
    }
    std::transform(condition.items.begin(), condition.items.end(), condition.items.begin(),
                   in_one_spelling);
    std::sort(condition.items.begin(), condition.items.end(), [](const Node& a, const Node& b) {
        return canonical_text(list_node({a})) <
               canonical_text(list_node({b})); // no list has an order
    });
    return condition;
}

/// Keeps one of several constraints that say the same: which of them a conflict names is open.
void drop_repeated_constraints(Node& document) {
    for (const std::string& list : constraint_lists) {
        std::set<std::string> seen;
        const auto is_repeated = [&](const Node& constraint) {
            Node plain = constraint;
            std::erase_if(plain.members, [](const auto& member) { return member.key == "id"; });
            return !seen.insert(canonical_text(in_one_spelling(plain))).second;
        };
        if (Node* constraints = document.find(list)) {
            std::erase_if(constraints->items, is_repeated);
        }
    }
}

/// Ids for what would be numbered by position.
void name_constraints(Node& document) {
    for (const std::string& list : constraint_lists) {
        Node* constraints = document.find(list);
        for (std::size_t i = 0; constraints != nullptr && i < constraints->items.size(); ++i) {
            if (constraints->items[i].find("id") == nullptr) {
                add_member(constraints->items[i], "id",
                           text_node(list + "-" + std::to_string(i + 1)));
            }
        }
    }
}

/// Often several sets of parties would do.
void let_some_suffice(Node& document, Random& random) {
    if (random.chance(1, 2)) {
        return;
    }
    const auto& parties = document.find("party")->members;
    const auto signatories =
        std::count_if(parties.begin(), parties.end(), [](const Node::Member& party) {
            return party.value.find("role")->text == "signatory";
        });
    std::erase_if(document.members,
                  [](const Node::Member& member) { return member.key == "agreement"; });
    Node& agreement = add_member(document, "agreement", table_node());
    add_member(agreement, "required", list_node({text_node(parties[0].key)}));
    add_member(agreement, "at_least", number_node(std::to_string(random.between(1, signatories))));
}

/// The document with everything that has no order put into another one.
Node reordered(Node document, Random& random) {
    for (const std::string& list : constraint_lists) {
        shuffle_table(document, list, random);
    }
    for (const char* table : {"party", "fallback", "intent"}) {
        shuffle_table(document, table, random);
    }
    for (Node::Member& issue : document.find("issue")->members) {
        for (const char* table : {"weight", "stance", "score", "curve", "order"}) {
            shuffle_table(issue.value, table, random);
        }
    }
    if (Node* agreement = document.find("agreement")) {
        shuffle_table(*agreement, "required", random);
    }
    constexpr std::size_t after_the_version = 1;
    shuffle(document.members, random, after_the_version);
    return document;
}

std::vector<std::string> ids_of(const Node& document, const std::string& section) {
    std::vector<std::string> ids;
    if (const Node* found = document.find(section)) {
        for (const Node::Member& member : found->members) {
            ids.push_back(member.key);
        }
        for (const Node& item : found->items) {
            ids.push_back(item.find("id")->text);
        }
    }
    return ids;
}

/// Exchanges ids of one kind among each other and notes the new name of each.
void exchange_ids(Node& document, const std::string& section, Random& random,
                  std::map<std::string, std::string>& new_names) {
    const std::vector<std::string> ids = ids_of(document, section);
    std::vector<std::string> others = ids;
    shuffle(others, random);
    for (const std::string& id : ids) {
        document = with_renamed(document, section + "." + id, "was_" + id).value();
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        document = with_renamed(document, section + ".was_" + ids[i], others[i]).value();
        new_names[ids[i]] = others[i];
    }
}

std::string with_names(const std::string& address,
                       const std::map<std::string, std::string>& new_names) {
    std::string result, part;
    for (const char byte : address + ".") {
        if (byte != '.') {
            part += byte;
            continue;
        }
        const auto known = new_names.find(part);
        result += (result.empty() ? "" : ".") + (known == new_names.end() ? part : known->second);
        part.clear();
    }
    return result;
}

/// What the check of a case says, without labels.
struct Said {
    VerdictKind verdict = VerdictKind::undecided;
    Outcome outcome;
    std::uint64_t nodes = 0;
    std::vector<std::string> rests_on; // addresses, sorted
};

Said said_of(const Node& document, const std::map<std::string, std::string>& new_names) {
    const LoadedCase loaded = load_case(document).value();
    const CheckResult result = check(loaded);
    Said said{kind_of(result.verdict), {}, result.verdict.nodes, {}};
    if (const Outcome* outcome = result.shown_outcome()) {
        said.outcome = *outcome;
    }
    for (const EntryId entry : result.rests_on) {
        said.rests_on.push_back(with_names(loaded.negotiation.entry(entry).address, new_names));
    }
    std::sort(said.rests_on.begin(), said.rests_on.end());
    return said;
}

void expect_same_answer(Node document, Random& random) {
    name_constraints(document);
    drop_repeated_constraints(document);
    let_some_suffice(document, random);
    Node other = reordered(document, random);
    std::map<std::string, std::string> new_names;
    for (const char* section : {"party", "rule", "limit"}) {
        exchange_ids(other, section, random, new_names);
    }
    const Said before = said_of(document, new_names), after = said_of(other, {});
    EXPECT_EQ(before.verdict, after.verdict);
    EXPECT_EQ(before.outcome, after.outcome);
    EXPECT_EQ(before.nodes, after.nodes);
    EXPECT_EQ(before.rests_on, after.rests_on);
}

} // namespace

TEST(Neutrality, AnotherOrderOfTheFileAndOtherIdsChangeNothingButLabels) {
    const std::string name = "Neutrality.AnotherOrderOfTheFileAndOtherIdsChangeNothingButLabels";
    for (std::uint64_t index = 0; index < shared_count(10'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'039 + index);
        const Node document = testing::random_case_document(random, {.most_outcomes = 64});
        expect_same_answer(document, random);
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

namespace {

/// What rows of the list of movements ask, without labels: how many limits are opened, which
/// burdens there are.
std::multiset<std::pair<std::size_t, Burden>> rows_of(const Node& document, std::size_t places) {
    const Case negotiation = bind_case(document).value();
    const Appraisal appraisal = appraise(negotiation);
    std::multiset<std::pair<std::size_t, Burden>> rows;
    if (kind_of(decide(negotiation, appraisal)) != VerdictKind::no_agreement) {
        return rows;
    }
    for (Bridge& row :
         find_bridges(negotiation, appraisal, Certainty::possible, {.most_bridges = places})
             .bridges) {
        std::sort(row.burden.begin(), row.burden.end());
        rows.emplace(row.opened.size(), std::move(row.burden));
    }
    return rows;
}

} // namespace

TEST(Neutrality, AShortListOfMovementsIsTheSameInAnotherOrderOfTheFile) {
    const std::string name = "Neutrality.AShortListOfMovementsIsTheSameInAnotherOrderOfTheFile";
    std::size_t with_limits = 0;
    for (std::uint64_t index = 0; index < shared_count(5'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(name));
        Random random(suite_seed() * 1'000'211 + index);
        Node document = testing::random_case_document(random, {.most_outcomes = 64});
        name_constraints(document);
        drop_repeated_constraints(document);
        const Node other = reordered(document, random);
        const auto places = static_cast<std::size_t>(random.between(1, 6));
        const auto rows = rows_of(document, places);
        EXPECT_EQ(rows, rows_of(other, places));
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
        with_limits += !rows.empty() && rows.rbegin()->first > 0 ? 1U : 0U;
    }
    EXPECT_GT(with_limits, shared_count(5'000) / 100) << "what is opened is to be shared out too";
}

} // namespace unbracket
