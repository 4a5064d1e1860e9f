#include "unbracket/model/word.hpp"

namespace unbracket {

namespace {

constexpr std::array<std::string_view, stance_word_count> stance_texts = {
    "ideal", "acceptable", "tolerable", "bad", "open", "unknown"};
constexpr std::array<std::string_view, weight_word_count> weight_texts = {"highest", "high",
                                                                          "medium", "low", "none"};

template <class Word, std::size_t size>
std::optional<Word> position_in(const std::array<std::string_view, size>& texts,
                                std::string_view text) {
    for (std::size_t i = 0; i < size; ++i) {
        if (texts[i] == text) {
            return static_cast<Word>(i);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<StanceWord> parse_stance_word(std::string_view text) {
    return position_in<StanceWord>(stance_texts, text);
}

std::optional<WeightWord> parse_weight_word(std::string_view text) {
    return position_in<WeightWord>(weight_texts, text);
}

std::string_view to_text(StanceWord word) {
    return stance_texts[static_cast<std::size_t>(word)];
}

std::string_view to_text(WeightWord word) {
    return weight_texts[static_cast<std::size_t>(word)];
}

} // namespace unbracket
