#include "unbracket/frontier/conditional_sums.hpp"

#include "tests/support/gain_tables.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

namespace unbracket {
namespace {

/// More conditional gains than fit one word of bits, too.
TEST(ConditionalSums, AreTheTotalsOfEveryChoice) {
    Random random(testing::suite_seed() * 1'000'003);
    for (const int rounds : {0, 1, 40, 150}) {
        GainTable table = testing::table_of(
            {{{1, 0}, {0, 3}}, {{2, 2}, {0, 1}, {4, 0}}, {{5, 1}, {0, 0}}}, {-3, -2});
        for (int round = 0; round < rounds; ++round) {
            testing::draw_conditions(table, random);
        }
        const ConditionalSums sums(table);
        testing::for_each_choice(table.problem, [&](const RowChoice& choice) {
            EXPECT_EQ(sums.totals(choice), testing::plain_totals(table, choice))
                << rounds << " draws, " << testing::repeat_command("ConditionalSums.*");
        });
    }
}

} // namespace
} // namespace unbracket
