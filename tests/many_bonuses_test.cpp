#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/reference/verdict.hpp"
#include "tests/support/case_sketch.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

// Cases with more bonuses than the search splits: verdicts are those of enumeration, and their
// proofs are granted.

namespace unbracket {

namespace {

constexpr std::array issues = {"w", "x", "y", "z"};
constexpr std::array options = {"a", "b", "c"};

/// `{ x = [a, c], z = [b] }`: one to three issues, one or two options each.
std::string drawn_condition(Random& random) {
    std::string text;
    const std::int64_t first = random.between(0, 3), count = random.between(1, 3);
    for (std::int64_t at = 0; at < count; ++at) {
        const auto issue = static_cast<std::size_t>((first + at) % 4);
        const auto left_out = static_cast<std::size_t>(random.between(0, 2));
        text += (text.empty() ? "" : ", ") + std::string(issues.at(issue)) + " = [" +
                options.at((left_out + 1) % 3) +
                (random.chance(1, 2) ? std::string(", ") + options.at((left_out + 2) % 3) : "") +
                "]";
    }
    return "{ " + text + " }";
}

std::string drawn_score(Random& random) {
    std::string text;
    for (const char* option : options) {
        text += (text.empty() ? "" : ", ") + std::string(option) + " = " +
                std::to_string(random.between(0, 9));
    }
    return "{ " + text + " }";
}

/// Now and then a range.
std::string drawn_value(Random& random) {
    const std::int64_t low = random.between(-6, 12);
    return random.chance(1, 4) ? "[" + std::to_string(low) + ", " + std::to_string(low + 3) + "]"
                               : std::to_string(low);
}

/// Two parties, one of which may have stances in place of scores, and seven to twelve bonuses.
std::string drawn_case(Random& random) {
    const std::string kinds[] = {"score.alta", random.chance(1, 4) ? "stance.bera" : "score.bera"};
    std::string text = "party = { alta = {}, bera = {} }, fallback = { alta = " +
                       std::to_string(random.between(20, 60)) +
                       ", bera = " + std::to_string(random.between(10, 55)) + " }";
    for (std::size_t at = 0; at < issues.size(); ++at) {
        text += std::string(", issue.") + issues.at(at) + " = { option = [a, b, c]";
        for (const std::string& kind : kinds) {
            // An issue that is nothing to a party but for bonuses.
            text += at == 0 && random.chance(1, 2) ? "" : ", " + kind + " = " + drawn_score(random);
        }
        text += " }";
    }
    text += ", bonus = [";
    for (std::int64_t count = random.between(7, 12); count > 0; --count) {
        text += std::string("{ party = ") + (random.chance(1, 2) ? "alta" : "bera") +
                ", when = " + drawn_condition(random) + ", value = " + drawn_value(random) + " }, ";
    }
    return text + "]";
}

} // namespace

TEST(ManyBonuses, HaveTheVerdictOfEnumerationAndAProofThatIsGranted) {
    std::size_t agreements = 0, refusals = 0;
    for (std::size_t index = 0; index < testing::shared_count(4'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("ManyBonuses.*"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        const std::string text = drawn_case(random);
        const Case negotiation = testing::case_of(text);
        const Verdict verdict = decide(negotiation, appraise(negotiation));
        const reference::Report report = reference::solve(negotiation);
        ASSERT_EQ(to_text(kind_of(verdict)), reference::to_text(report.answer)) << text;
        const auto refusal =
            certificate::verify(negotiation, write_certificate(negotiation, verdict));
        ASSERT_FALSE(refusal.has_value()) << refusal->reason << "\n" << text;
        agreements += report.sure > 0 ? 1 : 0;
        refusals += report.possible == 0 ? 1 : 0;
    }
    EXPECT_GT(agreements, testing::shared_count(4'000) / 10);
    EXPECT_GT(refusals, testing::shared_count(4'000) / 10);
}

} // namespace unbracket
