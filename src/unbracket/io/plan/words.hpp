#pragma once

#include "unbracket/io/plan/plan_text.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// When two clauses say the same, and how much alike they are.

namespace unbracket {

/// The words of a text in small letters (Latin, Greek, Cyrillic), without punctuation. Digits,
/// signs of numbers, `%`, `=` and the like are words too.
std::vector<std::string> words_of(std::string_view text);

/// A word with its bytes in the text, from `begin` to before `end`.
struct PlacedWord {
    std::string word;
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<PlacedWord> placed_words(std::string_view text);

/// Whether two wordings differ at most in blanks, case and punctuation; remarks in brackets do not
/// count, alternatives do.
bool same_words(const Wording& left, const Wording& right);

/// For each choice of a pattern that counts, which of its wordings a text leaves; 1 behind 0 means
/// left out where there is one wording only.
using Resolution = std::map<const Piece*, std::vector<std::size_t>>;

/// How the text comes from the pattern by deciding some of its brackets, or nothing where it does
/// not. Choices inside a wording that is not chosen are not in the answer. Gives up behind
/// 100,000 words looked at, and where more than 400 brackets follow each other.
std::optional<Resolution> resolution(const Wording& pattern, const Wording& text);

/// What stands where a wording has a blank: words as they are printed, or a choice.
struct Filling {
    std::string words;
    const Piece* choice = nullptr; // one of the text that fills in
};
using Fillings = std::map<const Piece*, Filling>; // by blank, those that are filled

/// How the text comes from the pattern by filling in blanks that are in no bracket, with at most 24
/// words each, and by deciding brackets; or nothing where it does not. Gives up as above.
std::optional<Fillings> fillings(const Wording& pattern, const Wording& text);

/// The resolution of a wording that leaves all of its choices as they are.
Resolution nothing_decided(const Wording& wording);

/// Numbers that stand for the words and pairs of neighbouring words of a text, sorted; of the first
/// 128 words.
std::vector<std::uint64_t> features_of(std::string_view text);

/// Twice the features that two texts share over all they have, in thousandths, rounded down: 1000
/// for the same words in the same order. 0 where both are empty. The coefficient of Dice.
/// Source: Dice (1945), Measures of the amount of ecologic association between species
/// [dice1945association]
int likeness(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right);

/// How many of the features of `part` are in `whole` and not in `taken`, in thousandths of `part`.
int containment(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole,
                const std::vector<std::uint64_t>& taken);

} // namespace unbracket
