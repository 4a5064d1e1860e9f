#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/robust/reading_verdicts.hpp"
#include "unbracket/zone/synthetic.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_cases.hpp"
#include "tests/reference/sampled.hpp"
#include "tests/reference/verdict.hpp"

#include <gtest/gtest.h>

// Sampled readings and their verdicts against the reference, on random small cases with every kind
// of entry: each reading agrees with the entries, and enumerating outcomes gives the same verdict.

namespace unbracket {
namespace {

using reference::CaseReading;
using reference::PartyView;
using reference::Reading;

constexpr std::size_t lanes = 24;

/// The same reading in the words of the reference.
Reading as_reference(const Case& whole, const PartyView& view, const PartyReading& reading) {
    Reading same;
    same.wants_agreement = view.intent != Intent::refuses;
    same.weights = reading.weights;
    same.values = reading.values;
    for (std::size_t issue = 0; issue < view.issues.size(); ++issue) {
        same.red_lines.push_back(view.issues[issue].is_red_line);
        if (view.scale == Scale::scores) {
            same.weights[issue] = view.issues[issue].weight.low; // no part of a sum of scores
        }
    }
    same.bonuses.assign(whole.bonuses.size(), 0);
    for (const auto& [at, value] : reading.bonuses) {
        same.bonuses[at] = value;
    }
    same.losses.assign(whole.risks.size(), 0);
    for (const auto& [at, value] : reading.losses) {
        same.losses[at] = value;
    }
    if (reading.fallback) {
        same.fallback = *reading.fallback;
    } else {
        same.fallback = reading.fallback_completion;
    }
    return same;
}

/// Empty values where the reference has them at 0 for an issue that does not concern the party.
void fill_gaps(const PartyView& view, Reading& reading) {
    for (std::size_t issue = 0; issue < view.issues.size(); ++issue) {
        if (reading.values[issue].size() != view.issues[issue].value.size()) {
            for (const Interval& range : view.issues[issue].value) {
                reading.values[issue].push_back(range.low);
            }
            reading.weights[issue] = view.issues[issue].weight.low;
        }
    }
}

CaseReading reading_of_draw(const Case& whole, const ReadingSampler& sampler, std::uint64_t draw) {
    CaseReading readings;
    for (std::size_t at = 0; at < sampler.parties().size(); ++at) {
        const PartyView view = reference::view_of(whole, sampler.parties()[at].party());
        Reading reading = as_reference(whole, view, *sampler.reading(at, draw));
        fill_gaps(view, reading);
        EXPECT_TRUE(reference::is_reading_of(whole, view, reading))
            << whole.party(view.party).key << ", draw " << draw;
        readings.push_back(std::move(reading));
    }
    return readings;
}

/// All that deciding draws of one case takes.
struct Drawn {
    explicit Drawn(const Case& whole)
        : appraisal(appraise(whole)), sampler(whole, appraisal, {.seed = 7}),
          maker(whole, appraisal, sampler), acceptance(whole, appraisal, sampler, maker),
          verdicts(whole, appraisal, acceptance, maker), block(maker.block(1'000, lanes)) {}

    Appraisal appraisal;
    ReadingSampler sampler;
    BlockMaker maker;
    ReadingAcceptance acceptance;
    ReadingVerdicts verdicts;
    ReadingBlock block;
};

TEST(ReadingSample, DrawsAgreeWithAllEntries) {
    testing::for_each_random_case(
        400, {}, "ReadingSample.DrawsAgreeWithAllEntries", [](const Case& whole) {
            const ReadingSampler sampler(whole, appraise(whole), {.seed = 3});
            for (std::uint64_t draw = 0; draw < 6; ++draw) {
                reading_of_draw(whole, sampler, draw);
            }
        });
}

TEST(ReadingSample, AcceptanceIsThatOfTheDefinition) {
    testing::for_each_random_case(
        200, {.most_outcomes = 48}, "ReadingSample.AcceptanceIsThatOfTheDefinition",
        [](const Case& whole) {
            const Drawn drawn(whole);
            LaneMarks marks;
            for (const Outcome& outcome : reference::all_outcomes(whole)) {
                const AskedOutcome asked = drawn.acceptance.ask(outcome);
                drawn.acceptance.mark_agreement(drawn.block, asked, marks);
                for (std::size_t lane = 0; lane < 4; ++lane) {
                    const CaseReading readings =
                        reading_of_draw(whole, drawn.sampler, drawn.block.draws[lane]);
                    ASSERT_EQ(marks[lane] != 0, reference::is_agreement(whole, readings, outcome));
                }
            }
        });
}

/// Sixty issues of party a, all options of which are worth its fallback less what a bonus adds;
/// those of the last issue named by their difference from that. Sums of b are whole numbers as
/// large as such sums may be.
Case worth_the_fallback() {
    std::string text = "unbracket = 1\nparty = { a = { name = \"A\" }, b = { name = \"B\" } }\n"
                       "fallback = { a = 50.0000000000001, b = 499999999.999998 }\n"
                       "bonus = [{ party = \"a\", when.x0 = \"p\", value = 3.3333333333333 }]\n";
    for (int issue = 0; issue < 60; ++issue) {
        const std::string name = "x" + std::to_string(issue);
        text += "[issue." + name + "]\noption = [\"p\", \"less\"]\n" +
                "weight.a = [0.123456789012345, 7.12345678901234]\n" +
                "stance.a = { p = 46.6666666666668, less = 46.6666666666667 }\n" +
                (issue == 0 ? "score.b = { p = 499999999.999999, less = 0 }\n" : "");
    }
    Result<Node> document = read_toml(text, "case.toml");
    EXPECT_TRUE(document.ok());
    Result<Case> bound = bind_case(document.value());
    EXPECT_TRUE(bound.ok()) << (bound.ok() ? "" : to_string(bound.problems().front()));
    return bound.value();
}

TEST(ReadingSample, RoundedSumsTellWhatIsWorthJustTheFallback) {
    const Case whole = worth_the_fallback();
    const Drawn drawn(whole);
    ASSERT_FALSE(drawn.maker.is_exact(0));
    ASSERT_TRUE(drawn.maker.is_exact(1));
    EXPECT_FALSE(drawn.maker.same_numbers_are_same_verdicts());
    Outcome outcome(whole.issues.size(), OptionId(0));
    LaneMarks marks;
    drawn.acceptance.mark_agreement(drawn.block, drawn.acceptance.ask(outcome), marks);
    EXPECT_EQ(marks, LaneMarks(lanes, 1));
    outcome.back() = OptionId(1);
    drawn.acceptance.mark_agreement(drawn.block, drawn.acceptance.ask(outcome), marks);
    EXPECT_EQ(marks, LaneMarks(lanes, 0));
}

TEST(ReadingSample, RoundedSumsAreRaisedByWhatRoundingsCanAddUpTo) {
    const Drawn drawn(worth_the_fallback());
    // 60 issues and a bonus: a term is off by up to 109 times 2^-53 of a sum up to 2^50.
    const double a_term = 109.0 / 8;
    EXPECT_GE(drawn.maker.most_raised(0), 62 * 2 * a_term);
    EXPECT_EQ(drawn.maker.most_raised(1), 0);
    EXPECT_GE(drawn.maker.largest_sum(), 0x1p49 + drawn.maker.most_raised(0));
    EXPECT_LT(drawn.maker.largest_sum(), 0x1p51);
}

TEST(ReadingSample, SomeDrawsOfABlockAcceptWhatTheyDoInTheWhole) {
    testing::for_each_random_case(
        200, {.most_outcomes = 48}, "ReadingSample.SomeDrawsOfABlockAcceptWhatTheyDoInTheWhole",
        [](const Case& whole) {
            const Drawn drawn(whole);
            const std::vector<std::size_t> some = {7, 2, 20};
            const ReadingBlock narrow = narrowed(drawn.block, some);
            ASSERT_EQ(narrow.draws, (std::vector<std::uint64_t>{1'007, 1'002, 1'020}));
            LaneMarks marks, narrow_marks;
            for (const Outcome& outcome : reference::all_outcomes(whole)) {
                const AskedOutcome asked = drawn.acceptance.ask(outcome);
                drawn.acceptance.mark_agreement(drawn.block, asked, marks);
                drawn.acceptance.mark_agreement(narrow, asked, narrow_marks);
                for (std::size_t at = 0; at < some.size(); ++at) {
                    ASSERT_EQ(narrow_marks[at], marks[some[at]]);
                }
            }
        });
}

TEST(ReadingSample, VerdictsAreThoseOfEnumeration) {
    std::array<std::size_t, 4> met{};
    testing::for_each_random_case(
        600, {.most_outcomes = 64}, "ReadingSample.VerdictsAreThoseOfEnumeration",
        [&](const Case& whole) {
            Drawn drawn(whole);
            const auto verdicts =
                drawn.verdicts.decide(drawn.block, LaneMarks(lanes, 1), VerdictOptions{});
            for (std::size_t lane = 0; lane < lanes; lane += 5) {
                const CaseReading readings =
                    reading_of_draw(whole, drawn.sampler, drawn.block.draws[lane]);
                ASSERT_EQ(verdicts[lane], reference::has_agreement(whole, readings)
                                              ? DrawVerdict::agreement
                                              : DrawVerdict::none);
                ++met[static_cast<std::size_t>(verdicts[lane])];
            }
        });
    EXPECT_GT(met[static_cast<std::size_t>(DrawVerdict::none)], 0U);
    EXPECT_GT(met[static_cast<std::size_t>(DrawVerdict::agreement)], 0U);
}

/// Ranges around numbers whose fallbacks are the largest that can be met.
LoadedCase case_at_the_threshold(std::string_view kind, int issues) {
    SyntheticOptions options;
    options.kind = *parse_synthetic_class(kind);
    options.issues = issues;
    options.planted = Planted::yes;
    options.range = 4;
    return load_case(synthetic_document(options).value()).value();
}

/// The verdict of one draw, decided as a case of single numbers.
DrawVerdict decided_alone(const Case& whole, const Drawn& drawn, std::uint64_t draw) {
    std::vector<PartyReading> readings;
    for (std::size_t party = 0; party < whole.parties.size(); ++party) {
        readings.push_back(*drawn.sampler.reading(party, draw));
    }
    const ClaimAnswer alone = decide_claim(pinned(whole, readings),
                                           pinned(drawn.appraisal, readings), Certainty::sure, {});
    return std::holds_alternative<OutcomeFound>(alone.answer) ? DrawVerdict::agreement
                                                              : DrawVerdict::none;
}

TEST(ReadingSample, VerdictsNearTheThresholdAreThoseOfEachReadingByItself) {
    std::array<std::size_t, 4> met{};
    for (const std::string_view kind : {"rand", "opp", "nzs"}) {
        const LoadedCase loaded = case_at_the_threshold(kind, 14);
        Drawn drawn(loaded.negotiation);
        const ReadingBlock block = drawn.maker.block(0, 96);
        const auto verdicts = drawn.verdicts.decide(block, LaneMarks(block.lanes, 1), {});
        for (std::size_t draw = 0; draw < block.lanes; ++draw) {
            ASSERT_EQ(verdicts[draw], decided_alone(loaded.negotiation, drawn, draw))
                << kind << ", draw " << draw;
            ++met[static_cast<std::size_t>(verdicts[draw])];
        }
        EXPECT_GT(drawn.verdicts.counts().search, 20U) << kind;
    }
    EXPECT_GT(met[static_cast<std::size_t>(DrawVerdict::none)], 20U);
    EXPECT_GT(met[static_cast<std::size_t>(DrawVerdict::agreement)], 20U);
}

TEST(ReadingSample, OutcomesThatAreListedDoNotDependOnWhatMakesSearchesShort) {
    const LoadedCase loaded = case_at_the_threshold("opp", 16);
    const VerdictOptions listing{.lists_outcomes = true};
    Drawn plain(loaded.negotiation), hasty(loaded.negotiation), taught(loaded.negotiation);
    const ReadingBlock many = plain.maker.block(0, 256), some = plain.maker.block(256, 96);
    const LaneMarks all(many.lanes, 1), few(some.lanes, 1);
    hasty.verdicts.decide(many, all, {});
    ReadingVerdicts::Learnt learnt = hasty.verdicts.learnt();
    learnt.outcomes.clear();
    taught.verdicts.learn_from(learnt);
    EXPECT_EQ(plain.verdicts.decide(some, few, listing),
              taught.verdicts.decide(some, few, listing));
    EXPECT_GT(plain.verdicts.counts().search, 10U);
    EXPECT_GT(plain.verdicts.known_outcomes().size(), 1U);
    EXPECT_EQ(plain.verdicts.known_outcomes(), taught.verdicts.known_outcomes());
}

TEST(ReadingSample, IsTheSameForEveryNumberOfThreadsWhereBudgetsRunOut) {
    const LoadedCase loaded = case_at_the_threshold("nzs", 20);
    const Appraisal appraisal = appraise(loaded.negotiation);
    const auto sampled = [&](unsigned threads) {
        SampleOptions options;
        options.samples = 5'000, options.threads = threads, options.nodes_each = 4'000;
        return take_sample(loaded.negotiation, appraisal, {}, options);
    };
    const SampleTally one = sampled(1);
    EXPECT_GT(one.undecided, 0U);
    EXPECT_LT(one.undecided, one.readings);
    for (const unsigned threads : {2U, 8U}) {
        const SampleTally many = sampled(threads);
        EXPECT_EQ(many.agreement, one.agreement);
        EXPECT_EQ(many.undecided, one.undecided);
        EXPECT_EQ(many.counts.search, one.counts.search);
    }
}

TEST(ReadingSample, DrawsOfACaseWithoutRangesAreDecidedByOneSearch) {
    SyntheticOptions options;
    options.kind = *parse_synthetic_class("opp");
    options.issues = 14;
    options.planted = Planted::no;
    const LoadedCase loaded = load_case(synthetic_document(options).value()).value();
    Drawn drawn(loaded.negotiation);
    for (int block = 0; block < 2; ++block) {
        const auto verdicts = drawn.verdicts.decide(drawn.block, LaneMarks(lanes, 1), {});
        EXPECT_EQ(verdicts, std::vector<DrawVerdict>(lanes, DrawVerdict::none));
        EXPECT_EQ(drawn.verdicts.counts().search, 1U);
    }
}

TEST(ReadingSample, IsTheSameForEveryNumberOfThreads) {
    testing::for_each_random_case(
        40, {}, "ReadingSample.IsTheSameForEveryNumberOfThreads", [](const Case& whole) {
            const Appraisal appraisal = appraise(whole);
            const SampleQuestion question{.outcomes = {Outcome(whole.issues.size())},
                                          .contents = {},
                                          .asks_who_blocks = true};
            const auto sampled = [&](unsigned threads) {
                return take_sample(whole, appraisal, question,
                                   {.samples = 5'000, .seed = 2, .threads = threads});
            };
            const SampleTally one = sampled(1);
            for (const unsigned threads : {2U, 8U}) {
                const SampleTally many = sampled(threads);
                EXPECT_EQ(many.agreement, one.agreement);
                EXPECT_EQ(many.readings, one.readings);
                EXPECT_EQ(many.blocks, one.blocks);
                EXPECT_EQ(many.outcomes.front().by_party, one.outcomes.front().by_party);
            }
        });
}

TEST(ReadingSample, AnAgreementInEveryReadingIsOneInEachDraw) {
    testing::for_each_random_case(
        200, {}, "ReadingSample.AnAgreementInEveryReadingIsOneInEachDraw", [](const Case& whole) {
            const Appraisal appraisal = appraise(whole);
            const VerdictKind kind = kind_of(decide(whole, appraisal));
            const SampleTally tally = take_sample(whole, appraisal, {}, {.samples = 300});
            if (kind == VerdictKind::agreement) {
                EXPECT_EQ(tally.agreement, tally.readings);
            } else if (kind == VerdictKind::no_agreement) {
                EXPECT_EQ(tally.agreement, 0U);
            }
        });
}

} // namespace
} // namespace unbracket
