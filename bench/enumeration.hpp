#pragma once

#include "unbracket/model/document.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Plain enumeration of a synthetic score case, as a careful user's own program would do it: the
// numbers of the file in arrays, every outcome looked at once, totals kept up to date rather than
// added anew, the number of parties known to the compiler. Nothing of the engine is used but the
// reader's tree. Totals are at most 1,000 and parties at most five, so that products of gains and
// of largest gains stay below 2^50.

namespace unbracket::bench {

template <std::size_t parties>
using Totals = std::array<std::int64_t, parties>;

template <std::size_t parties>
Totals<parties> operator+(Totals<parties> one, const Totals<parties>& other) {
    for (std::size_t party = 0; party < parties; ++party) {
        one[party] += other[party];
    }
    return one;
}

/// Parties in the order of the file.
template <std::size_t parties>
struct Scores {
    std::vector<std::vector<Totals<parties>>> issues; // what each option is worth
    Totals<parties> fallback{};
};

template <std::size_t parties>
Scores<parties> scores_of(const Node& document) {
    Scores<parties> scores;
    for (const Node::Member& issue : document.find("issue")->members) {
        const auto& by_party = issue.value.find("score")->members;
        auto& options = scores.issues.emplace_back(by_party[0].value.members.size());
        for (std::size_t party = 0; party < parties; ++party) {
            for (std::size_t option = 0; option < options.size(); ++option) {
                options[option][party] =
                    std::stoll(by_party[party].value.members[option].value.text);
            }
        }
    }
    for (std::size_t party = 0; party < parties; ++party) {
        scores.fallback[party] = std::stoll(document.find("fallback")->members[party].value.text);
    }
    return scores;
}

/// Calls `look` with what each outcome adds to `start`: an odometer over all issues but the last,
/// whose options are tried in a plain loop.
template <std::size_t parties, class Look>
void for_each_outcome(const Scores<parties>& scores, Totals<parties> start, Look look) {
    const auto& last = scores.issues.back();
    const std::size_t wheels = scores.issues.size() - 1;
    std::vector<std::size_t> places(wheels, 0);
    // What turning a wheel by one changes; the last place turns back to the first.
    std::vector<std::vector<Totals<parties>>> turns(wheels);
    for (std::size_t wheel = 0; wheel < wheels; ++wheel) {
        const auto& options = scores.issues[wheel];
        start = start + options[0];
        for (std::size_t place = 0; place < options.size(); ++place) {
            Totals<parties> turn = options[(place + 1) % options.size()];
            for (std::size_t party = 0; party < parties; ++party) {
                turn[party] -= options[place][party];
            }
            turns[wheel].push_back(turn);
        }
    }
    for (std::size_t wheel = 0; wheel < wheels;) {
        for (const Totals<parties>& option : last) {
            look(start + option);
        }
        for (wheel = 0; wheel < wheels; ++wheel) {
            std::size_t& place = places[wheel];
            start = start + turns[wheel][place];
            place = (place + 1) % turns[wheel].size();
            if (place != 0) {
                break;
            }
        }
    }
}

/// How many gain anything, then the product of what they gain.
struct Product {
    std::int64_t gainers = -1;
    std::int64_t of_gains = 0;
    auto operator<=>(const Product&) const = default;
};

template <std::size_t parties>
Product product_of(const Totals<parties>& gains) {
    Product product{0, 1};
    for (const std::int64_t gain : gains) {
        product.gainers += gain > 0 ? 1 : 0;
        product.of_gains *= gain > 0 ? gain : 1;
    }
    return product;
}

template <std::size_t parties>
std::int64_t sum_of(const Totals<parties>& gains) {
    std::int64_t sum = 0;
    for (const std::int64_t gain : gains) {
        sum += gain;
    }
    return sum;
}

template <std::size_t parties>
Totals<parties> ascending(Totals<parties> gains) {
    std::sort(gains.begin(), gains.end());
    return gains;
}

/// Of two lists in ascending order the larger one in the first place where they differ.
template <std::size_t parties>
void keep_larger(Totals<parties>& best, const Totals<parties>& gains) {
    if (*std::min_element(gains.begin(), gains.end()) >= best[0]) {
        best = std::max(best, ascending(gains));
    }
}

/// The best of each solution over the outcomes that give nobody less than its fallback.
template <std::size_t parties>
struct Optima {
    bool is_found = false;     // whether there is such an outcome
    Totals<parties> largest{}; // gain of each party
    Product product;
    std::int64_t sum = -1;
    Totals<parties> gains{-1};  // ascending, where they are largest from the first on
    Totals<parties> shares{-1}; // the same of shares of the largest gains, as parts of `whole`
    std::int64_t whole = 1;     // the product of largest gains, those above 0

    /// Who can gain nothing has the whole, which changes no comparison.
    Totals<parties> shares_of(const Totals<parties>& all) const {
        Totals<parties> parts;
        for (std::size_t party = 0; party < parties; ++party) {
            parts[party] = largest[party] > 0 ? all[party] * (whole / largest[party]) : whole;
        }
        return parts;
    }
};

/// Two passes, since shares need the largest gains.
template <std::size_t parties>
Optima<parties> enumerate_solutions(const Scores<parties>& scores) {
    Optima<parties> best;
    Totals<parties> start;
    for (std::size_t party = 0; party < parties; ++party) {
        start[party] = -scores.fallback[party];
    }
    const auto suits_all = [](const Totals<parties>& gains) {
        return std::all_of(gains.begin(), gains.end(), [](std::int64_t gain) { return gain >= 0; });
    };
    for_each_outcome(scores, start, [&](const Totals<parties>& gains) {
        if (suits_all(gains)) {
            best.is_found = true;
            best.product = std::max(best.product, product_of(gains));
            best.sum = std::max(best.sum, sum_of(gains));
            keep_larger(best.gains, gains);
            for (std::size_t party = 0; party < parties; ++party) {
                best.largest[party] = std::max(best.largest[party], gains[party]);
            }
        }
    });
    best.whole = product_of(best.largest).of_gains;
    for_each_outcome(scores, start, [&](const Totals<parties>& gains) {
        if (suits_all(gains)) {
            keep_larger(best.shares, best.shares_of(gains));
        }
    });
    return best;
}

/// All combinations of totals of two or three parties that none improves on, in ascending order:
/// for each total of the others the best one of the last party, then one sweep from the top.
template <std::size_t parties>
std::vector<Totals<parties>> enumerate_frontier(const Scores<parties>& scores) {
    Totals<parties> sizes{};
    for (const auto& options : scores.issues) {
        for (std::size_t party = 0; party < parties; ++party) {
            const auto less = [party](const auto& a, const auto& b) { return a[party] < b[party]; };
            sizes[party] += (*std::max_element(options.begin(), options.end(), less))[party];
        }
    }
    constexpr std::size_t inner = parties - 2; // the last but one; the first, if any, is outer
    const auto width = static_cast<std::size_t>(sizes[inner]) + 1;
    const std::size_t height = parties == 3 ? static_cast<std::size_t>(sizes[0]) + 1 : 1;
    std::vector<std::int32_t> best(width * height, -1);
    for_each_outcome(scores, Totals<parties>{}, [&](const Totals<parties>& totals) {
        const auto row = parties == 3 ? static_cast<std::size_t>(totals[0]) : 0;
        auto& cell = best[row * width + static_cast<std::size_t>(totals[inner])];
        cell = std::max(cell, static_cast<std::int32_t>(totals[parties - 1]));
    });
    std::vector<Totals<parties>> front;
    // The best last total among what gives the others at least as much.
    std::vector<std::int32_t> above(width + 1, -1);
    for (std::size_t row = height; row-- > 0;) {
        for (std::size_t at = width; at-- > 0;) {
            above[at] = std::max(above[at], above[at + 1]);
            if (const std::int32_t found = best[row * width + at]; found > above[at]) {
                above[at] = found;
                Totals<parties>& totals = front.emplace_back();
                totals[0] = static_cast<std::int64_t>(row);
                totals[inner] = static_cast<std::int64_t>(at);
                totals[parties - 1] = found;
            }
        }
    }
    std::reverse(front.begin(), front.end());
    return front;
}

} // namespace unbracket::bench
