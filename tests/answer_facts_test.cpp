#include "unbracket/robust/answer_facts.hpp"

#include "tests/bind_text.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

using testing::bound;

/// Two signatories with single numbers, and a mediator that nobody counts.
const std::string exact_case = R"(unbracket = 1
party.alta = { name = "Alta", role = "signatory" }
party.bera = { name = "Bera", role = "signatory" }
party.coda = { name = "Coda", role = "mediator" }
fallback = { alta = 20, bera = 30 }
[issue.hours]
option = ["few", "many"]
weight = { alta = 10, bera = 10, coda = [5, 10] }
stance.alta = { few = 80, many = 10 }
stance.bera = { few = 10, many = 90 }
stance.coda = { few = [10, 90], many = "unknown" }
[draft.text]
set.hours = "few"
)";

bool has_several_readings_of(const std::string& text) {
    const Case negotiation = bound(text);
    return has_several_readings(negotiation, appraise(negotiation));
}

TEST(SeveralReadings, AreThoseOfCountedParties) {
    EXPECT_FALSE(has_several_readings_of(exact_case));
    EXPECT_TRUE(has_several_readings_of(exact_case + "[intent]\nalta = \"doubtful\"\n"));
    EXPECT_FALSE(has_several_readings_of(exact_case + "[intent]\ncoda = \"doubtful\"\n"));
    const std::string bonus = "when = { hours = \"few\" }\nvalue = [1, 2]\n";
    EXPECT_TRUE(has_several_readings_of(exact_case + "[[bonus]]\nparty = \"bera\"\n" + bonus));
    EXPECT_FALSE(has_several_readings_of(exact_case + "[[bonus]]\nparty = \"coda\"\n" + bonus));
}

TEST(LeftOut, AreBindingJudgementsAndWeightOrdersOfCountedParties) {
    const auto said = [](const std::string& party) {
        return "[[said]]\nid = \"s\"\nwho = \"a minister\"\nspeaks_for = \"" + party +
               "\"\nattribution = \"official\"\nclaim = \"good\"\njudgement = { " + party +
               " = \"accepts text\" }\n";
    };
    EXPECT_TRUE(find_left_out(bound(exact_case + said("alta"))).judgements);
    EXPECT_FALSE(find_left_out(bound(exact_case + said("coda"))).judgements);
    const std::string second = "[issue.pay]\noption = [\"low\", \"high\"]\nweight = { alta = 5, "
                               "coda = 5 }\nstance.alta = { low = 0, high = 9 }\nstance.coda = { "
                               "low = 0, high = 9 }\n[order.weight]\n";
    const LeftOut alta = find_left_out(bound(exact_case + second + "alta = \"hours > pay\"\n"));
    EXPECT_TRUE(alta.weight_orders);
    EXPECT_FALSE(alta.judgements);
    EXPECT_FALSE(
        find_left_out(bound(exact_case + second + "coda = \"hours > pay\"\n")).weight_orders);
}

TEST(HardReasons, AreWiderWhereEveryReadingIsMeant) {
    const auto reasons = [](const std::string& text, Certainty certainty) {
        const Case negotiation = bound(text);
        return find_hard_reasons(negotiation, appraise(negotiation), certainty);
    };
    EXPECT_FALSE(reasons(exact_case, Certainty::sure).unknown_options) << "Coda is not counted";
    const std::string unsure = exact_case + "[intent]\nalta = \"doubtful\"\n[issue.pay]\noption = "
                                            "[\"low\", \"high\"]\nweight.bera = 5\nstance.bera = "
                                            "{ low = 5, high = \"unknown\" }\n";
    EXPECT_TRUE(reasons(unsure, Certainty::sure).unknown_options);
    EXPECT_TRUE(reasons(unsure, Certainty::sure).intent);
    EXPECT_FALSE(reasons(unsure, Certainty::possible).unknown_options);
    EXPECT_FALSE(reasons(unsure, Certainty::possible).intent);
    const std::string refusing = exact_case + "[intent]\nbera = \"refuses\"\n";
    EXPECT_TRUE(reasons(refusing, Certainty::possible).intent);
}

} // namespace
} // namespace unbracket
