#include "unbracket/base/random.hpp"
#include "unbracket/robust/why_draft.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/central_reading.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/bind_text.hpp"
#include "tests/random_case.hpp"
#include "tests/reference/acceptance.hpp"
#include "tests/reference/drafts.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What `why --draft` says of a draft, against a look at every reading, completion and outcome.

namespace unbracket {

namespace {

using reference::Standing;

Standing standing(Acceptance acceptance) {
    return acceptance == Acceptance::surely     ? Standing::in_all
           : acceptance == Acceptance::possibly ? Standing::in_some
                                                : Standing::in_none;
}

/// A draft that settles most issues, leaves some to two options and few to all of them.
Draft random_draft(const Case& whole, Random& random) {
    constexpr std::int64_t in_all = 10;
    Draft draft;
    draft.key = "random";
    for (const Issue& issue : whole.issues) {
        const auto last = static_cast<std::int64_t>(issue.options.size()) - 1;
        const std::int64_t chosen = random.between(0, last);
        const std::int64_t kind = random.between(1, in_all);
        DraftSetting setting{{OptionId(static_cast<std::size_t>(chosen))}, DraftOrigin::set, false};
        if (kind == in_all) {
            setting = {{}, DraftOrigin::unknown, true};
            for (std::size_t option = 0; option < issue.options.size(); ++option) {
                setting.options.emplace_back(option);
            }
        } else if (kind == in_all - 1 && chosen < last) {
            setting.options.emplace_back(static_cast<std::size_t>(chosen + 1));
        }
        draft.content.push_back(std::move(setting));
    }
    return draft;
}

LoadedCase with_draft(const Node& document, Random& random) {
    LoadedCase loaded = load_case(document).value();
    loaded.negotiation.drafts.push_back(random_draft(loaded.negotiation, random));
    return loaded;
}

DraftId last_draft(const LoadedCase& loaded) {
    return DraftId(loaded.negotiation.drafts.size() - 1);
}

template <class Visit>
void for_each_random_draft(std::size_t full, const testing::RandomCaseOptions& options,
                           Visit visit) {
    for (std::uint64_t index = 0; index < testing::shared_count(full); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command("Draft.*"));
        Random random(testing::suite_seed() * 4'000'037 + index);
        const Node document = testing::random_case_document(random, options);
        const LoadedCase loaded = with_draft(document, random);
        if (!find_contradiction(loaded.negotiation, appraise(loaded.negotiation))) {
            visit(loaded, last_draft(loaded));
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

constexpr testing::RandomCaseOptions small_cases{
    .most_parties = 4, .most_issues = 4, .most_outcomes = 24, .most_completions = 4};

std::size_t helpful_changes(const Case& whole, const Draft& draft, const SingleChanges& changes) {
    std::size_t helpful = 0;
    for (std::size_t issue = 0; issue < draft.content.size(); ++issue) {
        for (std::size_t option = 0; option < whole.issues[issue].options.size(); ++option) {
            const Draft other = reference::with_change(draft, IssueId(issue), OptionId(option));
            const auto is_it = [&](const SingleChange& change) {
                return change.issue == IssueId(issue) && change.option == OptionId(option);
            };
            const auto found = std::find_if(changes.helpful.begin(), changes.helpful.end(), is_it);
            bool any = reference::agreement(whole, other) < reference::agreement(whole, draft);
            for (std::size_t at = 0; at < whole.parties.size(); ++at) {
                const bool is_judged =
                    whole.is_counted(PartyId(at)) || whole.parties[at].scale != Scale::none;
                any = any || (is_judged && reference::acceptance(whole, PartyId(at), other) <
                                               reference::acceptance(whole, PartyId(at), draft));
            }
            EXPECT_EQ(any, found != changes.helpful.end());
            helpful += any ? 1 : 0;
            if (found == changes.helpful.end()) {
                continue;
            }
            EXPECT_EQ(standing(found->agreement), reference::agreement(whole, other));
            for (const auto& [party, acceptance] : found->parties) {
                EXPECT_EQ(standing(acceptance), reference::acceptance(whole, party, other));
            }
        }
    }
    return helpful;
}

/// A draft that leaves a bonus open may leave the answer unproved; what is found is better anyway.
void expect_as_enumerated(const Case& whole, const Draft& draft, const BetterAnswer& answer) {
    if (answer.better) {
        EXPECT_TRUE(reference::is_better_for_all(whole, draft, answer.better->outcome));
    }
    if (!answer.is_proved) {
        return;
    }
    const std::optional<std::size_t> fewest = reference::fewest_changes(whole, draft);
    ASSERT_EQ(answer.better.has_value(), fewest.has_value());
    if (!fewest) {
        return;
    }
    EXPECT_TRUE(answer.better->is_fewest);
    EXPECT_EQ(answer.better->changed.size(), *fewest);
    EXPECT_EQ(reference::changes(draft, answer.better->outcome), *fewest);
}

/// The case whose only reading is the central one, written out.
Case written_centrally(const Case& whole, const Appraisal& exact) {
    Case central = whole;
    for (std::size_t at = 0; at < central.issues.size(); ++at) {
        for (Assessment& own : central.issues[at].assessments) {
            const PartyAppraisal& party = exact[as_index(own.party)];
            if (!whole.is_counted(own.party) || !party.issues[at].is_concerned()) {
                continue;
            }
            own.order.reset(), own.curve.reset();
            std::vector<std::optional<Rating>>& ratings =
                party.scale == Scale::scores ? own.scores : own.stances;
            ratings.resize(central.issues[at].options.size());
            for (std::size_t option = 0; option < ratings.size(); ++option) {
                const OptionAppraisal& said = party.issues[at].options[option];
                ratings[option].emplace();
                ratings[option]->worth = said.value;
                ratings[option]->is_red_line = said.is_red_line;
            }
            own.weight.emplace();
            own.weight->quantity = party.issues[at].weight;
        }
    }
    return central;
}

/// Whether the one draft is better than the other whatever each turns out to say.
bool is_better_by_enumeration(const Case& whole, const Draft& better, const Draft& worse) {
    const std::vector<Outcome> all = reference::completions(better);
    const std::vector<PartyId>& counted = whole.agreement.counted;
    return std::all_of(all.begin(), all.end(),
                       [&](const Outcome& outcome) {
                           return reference::is_clear(whole, worse, outcome) &&
                                  std::all_of(counted.begin(), counted.end(), [&](PartyId party) {
                                      return reference::is_never_worse(whole, party, worse,
                                                                       outcome);
                                  });
                       }) &&
           std::any_of(all.begin(), all.end(), [&](const Outcome& outcome) {
               return std::any_of(counted.begin(), counted.end(), [&](PartyId party) {
                   return reference::is_sometimes_better(whole, party, worse, outcome);
               });
           });
}

} // namespace

TEST(Draft, IsBetterThanAnotherExactlyWhereEnumerationSaysSo) {
    std::size_t found = 0;
    std::uint64_t seed = 0;
    for_each_random_draft(3'000, small_cases, [&](const LoadedCase& loaded, DraftId id) {
        Case whole = loaded.negotiation;
        Random random(++seed);
        whole.drafts.push_back(random_draft(whole, random));
        const DraftId other(whole.drafts.size() - 1);
        const bool is_better = is_better_draft(whole, appraise(whole), id, other);
        const bool expected = is_better_by_enumeration(whole, whole.draft(id), whole.draft(other));
        const bool is_settled = whole.draft(id).is_complete() && whole.draft(other).is_complete();
        EXPECT_TRUE(is_settled ? is_better == expected : !is_better || expected);
        found += is_better ? 1 : 0;
    });
    EXPECT_GT(found, 0U);
}

TEST(Draft, IsAcceptedAsALookAtEveryCompletionSays) {
    for_each_random_draft(2'000, {.most_outcomes = 64}, [](const LoadedCase& loaded, DraftId id) {
        const Case& whole = loaded.negotiation;
        const DraftScore score = score_draft(whole, appraise(whole), id);
        ASSERT_TRUE(score.is_exact);
        EXPECT_EQ(standing(score.agreement), reference::agreement(whole, whole.draft(id)));
        for (const PartyScore& party : score.parties) {
            if (party.acceptance != Acceptance::no_reading) {
                EXPECT_EQ(standing(party.acceptance),
                          reference::acceptance(whole, party.party, whole.draft(id)));
            }
        }
    });
}

TEST(Draft, IsHelpedByTheSingleChangesThatEnumerationFinds) {
    std::size_t helpful = 0;
    for_each_random_draft(1'500, small_cases, [&](const LoadedCase& loaded, DraftId id) {
        const Case& whole = loaded.negotiation;
        const Appraisal appraisal = appraise(whole);
        const Draft& draft = whole.draft(id);
        const SingleChanges changes =
            single_changes(whole, appraisal, score_draft(whole, appraisal, id), draft.content);
        EXPECT_TRUE(changes.are_looked_at && changes.is_exact);
        helpful += helpful_changes(whole, draft, changes);
    });
    EXPECT_GT(helpful, 0U);
}

TEST(Draft, HasABetterOutcomeForAllExactlyWhereEnumerationFindsOne) {
    std::size_t with_one = 0, without = 0, unproved = 0;
    for_each_random_draft(2'000, small_cases, [&](const LoadedCase& loaded, DraftId id) {
        const Case& whole = loaded.negotiation;
        const BetterAnswer answer = find_better(whole, appraise(whole), id);
        expect_as_enumerated(whole, whole.draft(id), answer);
        ++(answer.better ? with_one : without);
        unproved += answer.is_proved ? 0 : 1;
    });
    EXPECT_LE(unproved * 20, with_one + without);
    EXPECT_GT(with_one, 0U);
    EXPECT_GT(without, 0U);
}

TEST(Draft, HasABetterOutcomeInTheCentralReadingExactlyWhereEnumerationFindsOne) {
    std::size_t proved = 0, unproved = 0;
    for_each_random_draft(1'000, small_cases, [&](const LoadedCase& loaded, DraftId id) {
        const Case& whole = loaded.negotiation;
        const CentralCase central = central_case(whole, appraise(whole));
        const Case written = written_centrally(central.negotiation, central.appraisal);
        const BetterAnswer answer = find_better(central.negotiation, central.appraisal, id);
        expect_as_enumerated(written, whole.draft(id), answer);
        ++(answer.is_proved ? proved : unproved);
    });
    EXPECT_LE(unproved * 20, proved);
}

} // namespace unbracket
