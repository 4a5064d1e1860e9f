#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

// The distance is that of Damerau (1964) in its restricted form, "optimal string alignment": one
// insertion, deletion, replacement or swap of neighbours counts 1, and no letter is moved twice.
// It is computed row by row (Wagner and Fischer, 1974); only the last three rows are kept. Where
// only distances up to a limit matter, no more than a band round the diagonal is filled in
// (Ukkonen, 1985).
//
// Sources: [damerau1964technique], [wagner1974string], [ukkonen1985algorithms]

namespace unbracket {

namespace {

constexpr std::size_t longest_compared = 64;

/// Up to a third of the letters may be wrong, at least one.
std::size_t farthest_near(std::string_view wanted) {
    return std::max<std::size_t>(1, (wanted.size() + 1) / 3);
}

/// Distances of short texts, as far as a limit.
class NearDistance {
public:
    /// More than the limit where the distance is. Both texts have at most `longest_compared` bytes.
    std::size_t operator()(std::string_view a, std::string_view b, std::size_t limit) {
        const std::size_t beyond = limit + 1;
        for (std::size_t j = 0; j <= b.size(); ++j) {
            row()[j] = std::min(j, beyond);
        }
        for (std::size_t i = 1; i <= a.size(); ++i) {
            newest_ = (newest_ + 1) % rows_.size();
            const std::size_t first = i > limit ? i - limit : 1;
            const std::size_t end = std::min(b.size(), i + limit) + 1;
            row()[first - 1] = first == 1 ? std::min(i, beyond) : beyond;
            std::size_t least = row()[first - 1];
            for (std::size_t j = first; j < end; ++j) {
                row()[j] = std::min(beyond, cell(a, b, i, j));
                least = std::min(least, row()[j]);
            }
            if (end <= b.size()) {
                row()[end] = beyond;
            }
            if (least == beyond) {
                return beyond; // nor is a swap a way round: the row before has nothing below the
                               // limit
            }
        }
        return row()[b.size()];
    }

private:
    using Row = std::array<std::size_t, longest_compared + 1>;

    Row& row(std::size_t back = 0) { return rows_[(newest_ + rows_.size() - back) % rows_.size()]; }

    std::size_t cell(std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
        const std::size_t replaced = row(1)[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        const std::size_t shorter = std::min(row(1)[j], row()[j - 1]) + 1;
        const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return std::min({shorter, replaced, is_swap ? row(2)[j - 2] + 1 : replaced});
    }

    std::array<Row, 3> rows_{};
    std::size_t newest_ = 0;
};

} // namespace

std::size_t spelling_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

std::optional<std::string> nearest_spelling(std::string_view wanted,
                                            const std::vector<std::string>& known) {
    NearDistance distance_to;
    const std::string* nearest = nullptr;
    std::size_t nearest_distance = farthest_near(wanted) + 1;
    for (const std::string& candidate : known) {
        if (candidate == wanted) {
            return candidate;
        }
        const std::size_t longer = std::max(candidate.size(), wanted.size());
        const std::size_t shorter = std::min(candidate.size(), wanted.size());
        if (longer > longest_compared || longer - shorter >= nearest_distance) {
            continue;
        }
        const std::size_t distance = distance_to(wanted, candidate, nearest_distance - 1);
        if (distance < nearest_distance && distance < longer) {
            nearest = &candidate;
            nearest_distance = distance;
        }
    }
    return nearest == nullptr ? std::nullopt : std::optional(*nearest);
}

std::string known_hint(std::string_view wanted, const std::vector<std::string>& known) {
    constexpr std::size_t most_named = 12;
    if (const auto nearest = nearest_spelling(wanted, known); nearest && *nearest != wanted) {
        return "did you mean `" + *nearest + "`?";
    }
    std::string list = known.empty() ? "none" : "";
    for (std::size_t i = 0; i < std::min(known.size(), most_named); ++i) {
        list += (i == 0 ? "" : ", ") + known[i];
    }
    return "known: " + list +
           (known.size() > most_named
                ? " and " + std::to_string(known.size() - most_named) + " more"
                : "");
}

} // namespace unbracket
