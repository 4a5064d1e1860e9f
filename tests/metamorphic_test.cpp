#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/zone/synthetic.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// At full size, 28 issues and 5 parties, nothing can be enumerated. What can be said is how
// verdicts of related cases relate.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

struct Decided {
    VerdictKind kind = VerdictKind::undecided;
    Outcome outcome;
};

Decided decided(const Node& document) {
    const Result<Case> bound = bind_case(document);
    EXPECT_TRUE(bound.ok()) << to_string(bound.problems().front());
    const Case& negotiation = bound.value();
    const Verdict verdict = decide(negotiation, appraise(negotiation));
    Decided result{kind_of(verdict), {}};
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        result.outcome = agreement->outcome;
    }
    if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        result.outcome = depends->possible_outcome;
    }
    return result;
}

SyntheticOptions full_size(std::uint64_t index) {
    Random random(suite_seed() * 7'919 + index);
    SyntheticOptions options;
    options.kind = static_cast<SyntheticClass>(random.between(0, 3));
    options.planted = random.chance(1, 2) ? Planted::yes : Planted::no;
    options.margin = static_cast<int>(random.between(2, 6));
    options.seed = random.next();
    options.range = random.between(0, 2);
    return options;
}

Node full_size_case(std::uint64_t index) {
    const Result<Node> document = synthetic_document(full_size(index));
    EXPECT_TRUE(document.ok());
    return document.value();
}

/// Calls `change(party, number)` for every score and `change(party, number)` for every fallback.
template <class ChangeScore, class ChangeFallback>
void change_numbers(Node& document, ChangeScore change_score, ChangeFallback change_fallback) {
    for (Node::Member& issue : document.find("issue")->members) {
        for (Node::Member& party : issue.value.find("score")->members) {
            for (Node::Member& option : party.value.members) {
                change_score(party.key, option.value);
            }
        }
    }
    for (Node::Member& party : document.find("fallback")->members) {
        change_fallback(party.key, party.value);
    }
}

std::int64_t whole(const Node& number) {
    return std::stoll(number.text);
}

void as_range(Node& number, std::int64_t below, std::int64_t above) {
    std::int64_t low = 0, high = 0;
    if (number.kind == NodeKind::list) {
        low = whole(number.items[0]), high = whole(number.items[1]);
    } else {
        low = high = whole(number);
    }
    number = list_node(
        {number_node(std::to_string(low - below)), number_node(std::to_string(high + above))});
}

void times(Node& number, std::int64_t factor) {
    if (number.kind == NodeKind::list) {
        for (Node& end : number.items) {
            times(end, factor);
        }
    } else {
        number.text = std::to_string(whole(number) * factor);
    }
}

Node range_node(std::int64_t low, std::int64_t high) {
    return list_node({number_node(std::to_string(low)), number_node(std::to_string(high))});
}

/// Five parties with weights and stances as ranges on 28 issues of four options; the weights of the
/// first party are multiplied by `factor`.
Node stance_case(std::uint64_t index, std::int64_t factor) {
    Random random(suite_seed() * 104'729 + index);
    Node document = table_node();
    add_member(document, "unbracket", number_node("1"));
    add_member(document, "title", text_node("Stances at full size"));
    Node parties = table_node(), issues = table_node(), fallbacks = table_node();
    for (int party = 1; party <= 5; ++party) {
        Node& own = add_member(parties, "p" + std::to_string(party), table_node());
        add_member(own, "role", text_node("signatory"));
        const std::int64_t need = random.between(40, 70);
        add_member(fallbacks, "p" + std::to_string(party), range_node(need, need + 4));
    }
    for (int issue = 1; issue <= 28; ++issue) {
        Node own = table_node(), weights = table_node(), stances = table_node();
        add_member(own, "option",
                   list_node({text_node("a"), text_node("b"), text_node("c"), text_node("d")}));
        for (int party = 1; party <= 5; ++party) {
            const std::string key = "p" + std::to_string(party);
            const std::int64_t weight = random.between(0, 20), by = party == 1 ? factor : 1;
            add_member(weights, key, range_node(weight * by, (weight + 3) * by));
            Node& row = add_member(stances, key, table_node());
            for (const char* option : {"a", "b", "c", "d"}) {
                const std::int64_t stance = random.between(0, 95);
                add_member(row, option, range_node(stance, stance + 5));
            }
        }
        add_member(own, "weight", std::move(weights));
        add_member(own, "stance", std::move(stances));
        add_member(issues, "i" + std::to_string(issue), std::move(own));
    }
    add_member(document, "party", std::move(parties));
    add_member(document, "issue", std::move(issues));
    add_member(document, "fallback", std::move(fallbacks));
    return document;
}

template <class Check>
void for_each_case(std::size_t full_count, const char* test, Check check) {
    for (std::uint64_t index = 0; index < shared_count(full_count); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(test));
        check(full_size_case(index));
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

bool is_sure(VerdictKind kind) {
    return kind == VerdictKind::agreement || kind == VerdictKind::no_agreement;
}

} // namespace

TEST(FullSize, WideningEveryRangeNeverMakesAnAnswerSure) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node wide = document;
        const auto widen = [](const std::string&, Node& number) { as_range(number, 3, 3); };
        change_numbers(wide, widen, widen);
        const Decided narrow = decided(document), widened = decided(wide);
        if (is_sure(widened.kind)) {
            EXPECT_EQ(widened.kind, narrow.kind);
        }
    });
}

TEST(FullSize, RaisingAFallbackNeverCreatesAnAgreement) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node raised = document;
        const auto keep = [](const std::string&, Node&) {};
        change_numbers(raised, keep, [](const std::string& party, Node& number) {
            if (party == "p2") {
                as_range(number, -9, 9);
            }
        });
        const Decided before = decided(document), after = decided(raised);
        if (after.kind == VerdictKind::agreement) {
            EXPECT_EQ(before.kind, VerdictKind::agreement);
        }
        if (before.kind == VerdictKind::no_agreement) {
            EXPECT_EQ(after.kind, VerdictKind::no_agreement);
        }
    });
}

TEST(FullSize, AnotherUnitOfOnePartysPointsChangesNothing) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node scaled = document;
        const auto triple = [](const std::string& party, Node& number) {
            times(number, party == "p3" ? 3 : 1);
        };
        change_numbers(scaled, triple, triple);
        const Decided before = decided(document), after = decided(scaled);
        EXPECT_EQ(before.kind, after.kind);
    });
}

TEST(FullSize, AnotherUnitOfOnePartysWeightsChangesNothing) {
    for (std::uint64_t index = 0; index < shared_count(300); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command("FullSize.*"));
        const Decided before = decided(stance_case(index, 1));
        const Decided after = decided(stance_case(index, 7));
        ASSERT_EQ(before.kind, after.kind);
        ASSERT_EQ(before.outcome, after.outcome);
    }
}

TEST(FullSize, TheOrderOfIssuesChangesNothing) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node turned = document;
        auto& issues = turned.find("issue")->members;
        std::reverse(issues.begin(), issues.end());
        EXPECT_EQ(decided(document).kind, decided(turned).kind);
    });
}

TEST(FullSize, ADuplicatedOptionChangesNothing) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node doubled = document;
        Node& issue = doubled.find("issue")->members.front().value;
        issue.find("option")->items.push_back(text_node("twin"));
        for (Node::Member& party : issue.find("score")->members) {
            Node twin = party.value.members.front().value;
            add_member(party.value, "twin", std::move(twin));
        }
        EXPECT_EQ(decided(document).kind, decided(doubled).kind);
    });
}

TEST(FullSize, SwappingPartiesSwapsNothingButLabels) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node swapped = document;
        auto& parties = swapped.find("party")->members;
        std::reverse(parties.begin(), parties.end());
        const Decided before = decided(document), after = decided(swapped);
        EXPECT_EQ(before.kind, after.kind);
        EXPECT_EQ(before.outcome, after.outcome);
    });
}

TEST(FullSize, RangesOfWidthZeroEqualSingleNumbers) {
    for_each_case(300, "FullSize.*", [](const Node& document) {
        Node ranged = document;
        const auto as_written = [](const std::string&, Node& number) { as_range(number, 0, 0); };
        change_numbers(ranged, as_written, as_written);
        const Decided before = decided(document), after = decided(ranged);
        EXPECT_EQ(before.kind, after.kind);
        EXPECT_EQ(before.outcome, after.outcome);
    });
}

} // namespace unbracket
