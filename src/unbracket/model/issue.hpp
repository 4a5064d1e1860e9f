#pragma once

#include "unbracket/base/ids.hpp"
#include "unbracket/base/interval.hpp"
#include "unbracket/model/word.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// A range on the party's scale, as a word or in numbers.
using StanceQuantity = std::variant<StanceWord, Interval>;
using WeightQuantity = std::variant<WeightWord, Interval>;

/// The range behind a word or a number.
template <class Word>
Interval in_numbers(const WordTable& words, const std::variant<Word, Interval>& quantity) {
    const Word* word = std::get_if<Word>(&quantity);
    return word != nullptr ? words[*word] : std::get<Interval>(quantity);
}

struct Option {
    std::string key;   // id in the file; of a numeric issue the number as written by the program
    std::string title; // for reading; the key where none was given
    std::string text;  // wording, where known
    std::optional<OptionId> wording_of; // differs from that option in wording only
    std::optional<Rational> number;     // of a numeric issue
};

struct NumericRange {
    Rational minimum;
    Rational maximum;
    Rational step;
    std::string unit;
};

/// How one party rates one option, as entered. A red line is a limit; `worth` is then what the
/// option counts once the limit is opened.
struct Rating {
    EntryId entry;
    bool is_red_line = false;
    StanceQuantity worth = Interval{};
};

struct Weight {
    EntryId entry;
    WeightQuantity quantity;
};

enum class Comparison { less, at_most, greater, at_least };

/// Words named at values of a numeric issue, from the best word on; values strictly rising or
/// strictly falling. Between two knots both ends of the words' ranges are linear; beyond the best
/// knot constant; beyond the last knot `bad`. `direction` is +1 when worse options have larger
/// numbers.
struct Curve {
    struct Knot {
        EntryId entry;
        StanceWord word = StanceWord::ideal;
        Rational at;
    };
    struct RedLine {
        EntryId entry;
        /// Nothing when the entry says "none".
        std::optional<std::pair<Comparison, Rational>> bound;
    };
    std::vector<Knot> knots;
    int direction = 1;
    std::optional<RedLine> red_line;
};

/// Only the order of the options is known: classes from best to worst, ties within a class, closed
/// (a better class is worth at least as much). Red lines stand apart, unordered.
struct Order {
    EntryId entry;
    std::vector<std::vector<OptionId>> classes;
    std::vector<OptionId> red_lines;
};

/// All that one party has on one issue. Stances and scores hold one place for each option of the
/// issue, or none at all.
struct Assessment {
    PartyId party;
    std::optional<Weight> weight;
    std::vector<std::optional<Rating>> stances;
    std::vector<std::optional<Rating>> scores;
    std::optional<Curve> curve;
    std::optional<Order> order;
};

enum class Agenda { agreed, proposed, added };

struct Issue {
    std::string key;
    std::string title;
    std::optional<PointId> point;
    std::optional<DocumentId> document;
    std::optional<NumericRange> range;
    std::vector<Option> options;
    std::optional<OptionId> status_quo;
    Agenda agenda = Agenda::agreed;
    std::vector<PartyId> between;        // a side deal of these only; empty = of all
    std::vector<Assessment> assessments; // at most one for each party, by party id

    /// The party's assessment, or nothing where it has none.
    const Assessment* of(PartyId party) const;
};

} // namespace unbracket
