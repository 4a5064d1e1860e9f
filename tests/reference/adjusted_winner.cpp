#include "tests/reference/adjusted_winner.hpp"

#include <cstddef>
#include <optional>

namespace unbracket::reference {

namespace {

/// What a party has by these shares of the first.
Rational points_of(const std::vector<IssuePoints>& issues, const std::vector<Rational>& shares,
                   std::size_t party) {
    Rational sum;
    for (std::size_t at = 0; at < issues.size(); ++at) {
        sum += issues[at][party] * (party == 0 ? shares[at] : Rational(1) - shares[at]);
    }
    return sum;
}

/// The whole issue of the one who is ahead that costs it least for what the other gets.
std::optional<std::size_t> next_to_hand_over(const std::vector<IssuePoints>& issues,
                                             const std::vector<Rational>& shares,
                                             std::size_t ahead) {
    std::optional<std::size_t> best;
    for (std::size_t at = 0; at < issues.size(); ++at) {
        const bool has_it = shares[at] == Rational(ahead == 0 ? 1 : 0);
        const Rational& own = issues[at][ahead];
        const Rational& other = issues[at][1 - ahead];
        if (has_it && other.sign() > 0 &&
            (!best || own * issues[*best][1 - ahead] < issues[*best][ahead] * other)) {
            best = at;
        }
    }
    return best;
}

} // namespace

std::vector<Rational> adjusted_winner(const std::vector<IssuePoints>& issues) {
    std::vector<Rational> shares;
    for (const IssuePoints& points : issues) {
        shares.emplace_back(points[0] >= points[1] ? 1 : 0);
    }
    const std::size_t ahead = points_of(issues, shares, 0) >= points_of(issues, shares, 1) ? 0 : 1;
    for (;;) {
        const Rational lead =
            points_of(issues, shares, ahead) - points_of(issues, shares, 1 - ahead);
        const auto at = next_to_hand_over(issues, shares, ahead);
        if (lead.sign() <= 0 || !at) {
            return shares;
        }
        // Handing over a part closes the gap by that part of both parties' points.
        const Rational gap = issues[*at][0] + issues[*at][1];
        const Rational part = lead < gap ? lead / gap : Rational(1);
        shares[*at] += ahead == 0 ? -part : part;
        if (part < Rational(1)) {
            return shares;
        }
    }
}

} // namespace unbracket::reference
