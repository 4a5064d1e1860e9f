#include "unbracket/base/random.hpp"
#include "unbracket/robust/quantity_claims.hpp"

#include "tests/reference/claims.hpp"
#include "tests/support/case_sketch.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

// Which claims can hold together, against looking at every number.

namespace unbracket {
namespace {

constexpr int largest_number = 5;

reference::Claim random_claim(Random& random) {
    static const std::vector<std::string> signs = {"", "", "<", "<=", ">", ">="};
    const Rational low(random.between(0, largest_number));
    const Rational high = low + Rational(random.between(0, 2));
    return {signs[static_cast<std::size_t>(random.between(0, 5))], low,
            high <= Rational(largest_number) ? high : low};
}

std::string as_value(const reference::Claim& claim) {
    const std::string low = claim.low.to_fraction_text();
    return claim.sign.empty() ? "[" + low + ", " + claim.high.to_fraction_text() + "]"
                              : "\"" + claim.sign + " " + low + "\"";
}

Case case_with(const std::vector<reference::Claim>& claims) {
    std::string list;
    for (const reference::Claim& claim : claims) {
        list +=
            std::string(list.empty() ? "" : ", ") + "{ said = s, value = " + as_value(claim) + " }";
    }
    return testing::case_of("party.alta = {}, issue.x.option = [y], said = [{ id = s, who = w, "
                            "claim = c }], quantity.q.claims = [" +
                            list + "]");
}

bool contains(const ClaimedRange& range, const Rational& number) {
    const bool is_above =
        !range.low || range.low->at < number || (range.low->at == number && !range.low->is_open);
    const bool is_below = !range.high || number < range.high->at ||
                          (range.high->at == number && !range.high->is_open);
    return is_above && is_below;
}

/// The shared range holds exactly the numbers for which all of these claims hold.
void expect_shared(const AgreeingClaims& agreeing, const std::vector<reference::Claim>& claims) {
    for (int halves = -1; halves <= 2 * largest_number + 1; ++halves) {
        const Rational number(halves, 2);
        bool all_hold = true;
        for (const std::size_t claim : agreeing.claims) {
            all_hold = all_hold && reference::holds(claims[claim], number);
        }
        EXPECT_EQ(contains(agreeing.shared, number), all_hold) << number.to_fraction_text();
    }
}

TEST(QuantityClaimsAgainstReference, FindTheLargestSetsThatHoldTogether) {
    for (std::uint64_t index = 0; index < testing::shared_count(5'000); ++index) {
        SCOPED_TRACE("claims " + std::to_string(index) + ": " +
                     testing::repeat_command(
                         "QuantityClaimsAgainstReference.FindTheLargestSetsThatHoldTogether"));
        Random random(testing::suite_seed() * 1'000'037 + index);
        std::vector<reference::Claim> claims(static_cast<std::size_t>(random.between(1, 6)));
        for (reference::Claim& claim : claims) {
            claim = random_claim(random);
        }
        const QuantityAccount account = account_of(case_with(claims), 0);
        std::vector<std::vector<std::size_t>> found;
        for (const AgreeingClaims& agreeing : account.alternatives) {
            found.push_back(agreeing.claims);
            expect_shared(agreeing, claims);
        }
        EXPECT_EQ(found, reference::largest_agreeing(claims, largest_number));
        ASSERT_FALSE(HasFailure());
    }
}

} // namespace
} // namespace unbracket
