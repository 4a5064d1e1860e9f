#include "tests/reference/solutions.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::reference {

namespace {

/// Those with the largest worth.
template <class Worth>
GainCounts best_by(const GainCounts& all, Worth worth) {
    GainCounts best;
    for (const auto& [gains, count] : all) {
        const bool is_beaten = std::any_of(all.begin(), all.end(), [&](const auto& other) {
            return worth(other.first) > worth(gains);
        });
        if (!is_beaten) {
            best.emplace(gains, count);
        }
    }
    return best;
}

Gains sorted(Gains gains) {
    std::sort(gains.begin(), gains.end());
    return gains;
}

Gains largest_gains(const GainCounts& zone) {
    Gains largest = zone.begin()->first;
    for (const auto& [gains, count] : zone) {
        for (std::size_t at = 0; at < gains.size(); ++at) {
            largest[at] = std::max(largest[at], gains[at]);
        }
    }
    return largest;
}

} // namespace

GainCounts nash(const GainCounts& zone) {
    return best_by(zone, [](const Gains& gains) {
        int winners = 0;
        Rational product(1);
        for (const Rational& gain : gains) {
            winners += gain.sign() > 0 ? 1 : 0;
            product *= gain.sign() > 0 ? gain : Rational(1);
        }
        return std::pair(winners, product);
    });
}

GainCounts egalitarian(const GainCounts& zone) {
    return best_by(zone, sorted);
}

GainCounts kalai_smorodinsky(const GainCounts& zone) {
    if (zone.empty()) {
        return {};
    }
    const Gains largest = largest_gains(zone);
    return best_by(zone, [&](const Gains& gains) {
        Gains shares;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            if (largest[at].sign() > 0) {
                shares.push_back(gains[at] / largest[at]);
            }
        }
        return sorted(shares);
    });
}

GainCounts utilitarian(const GainCounts& outcomes) {
    return best_by(outcomes, [](const Gains& gains) {
        Rational sum;
        for (const Rational& gain : gains) {
            sum += gain;
        }
        return sum;
    });
}

} // namespace unbracket::reference
