#pragma once

#include "unbracket/base/interval.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unbracket {

/// How a party rates an option, in words. `open` was said to be negotiable; `unknown` may be
/// anything from 0 to 100 or a red line.
enum class StanceWord { ideal, acceptable, tolerable, bad, open, unknown };
inline constexpr std::size_t stance_word_count = 6;

enum class WeightWord { highest, high, medium, low, none };
inline constexpr std::size_t weight_word_count = 5;

std::optional<StanceWord> parse_stance_word(std::string_view text);
std::optional<WeightWord> parse_weight_word(std::string_view text);
std::string_view to_text(StanceWord word);
std::string_view to_text(WeightWord word);

/// What the words mean as ranges: stances on 0..100, weights on a scale of their own. A case file
/// changes the table under `[words]`.
struct WordTable {
    std::array<Interval, stance_word_count> stance = {Interval{100, 100}, Interval{60, 90},
                                                      Interval{30, 60},   Interval{0, 30},
                                                      Interval{0, 100},   Interval{0, 100}};
    std::array<Interval, weight_word_count> weight = {
        Interval{30, 40}, Interval{20, 30}, Interval{10, 20}, Interval{5, 10}, Interval{0, 0}};

    const Interval& operator[](StanceWord word) const {
        return stance[static_cast<std::size_t>(word)];
    }
    const Interval& operator[](WeightWord word) const {
        return weight[static_cast<std::size_t>(word)];
    }
};

/// A word that `lint` looks for in this case, with what says the same without taking sides; or a
/// word that it passes over here, though usually looked for.
struct HouseWord {
    std::string word; // in small letters
    std::optional<std::string> instead;
};

/// Weight of a party on an issue for which it has stances but no weight.
inline const Interval missing_weight{0, 40};

} // namespace unbracket
