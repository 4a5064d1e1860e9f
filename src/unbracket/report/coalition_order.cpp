#include "unbracket/report/coalition_order.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace unbracket {

std::vector<PartyId> members_of(const std::vector<PartyId>& parties, std::size_t set) {
    std::vector<PartyId> members;
    for (std::size_t at = 0; at < parties.size(); ++at) {
        if ((set >> at & 1U) != 0) {
            members.push_back(parties[at]);
        }
    }
    return members;
}

std::vector<std::size_t> sets_in_order(std::size_t parties) {
    std::vector<std::size_t> sets(std::size_t{1} << parties);
    std::iota(sets.begin(), sets.end(), std::size_t{0});
    const auto places = [&](std::size_t set) {
        std::vector<std::size_t> members;
        for (std::size_t at = 0; at < parties; ++at) {
            if ((set >> at & 1U) != 0) {
                members.push_back(at);
            }
        }
        return members;
    };
    std::sort(sets.begin(), sets.end(), [&](std::size_t a, std::size_t b) {
        const auto sizes = std::pair(std::popcount(a), std::popcount(b));
        return sizes.first != sizes.second ? sizes.first < sizes.second : places(a) < places(b);
    });
    return sets;
}

} // namespace unbracket
