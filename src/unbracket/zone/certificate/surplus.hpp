#pragma once

#include "unbracket/zone/certificate/ranges.hpp"

#include <cstdint>
#include <vector>

namespace unbracket::certificate {

/// Whether some reading accepts, or every reading does.
enum class Question { possible, sure };

/// Whether the combination of a bonus is met.
enum class Met { no, yes, either };

/// What a draft may say about each issue: the options it may mean.
using DraftContent = std::vector<std::vector<OptionId>>;

/// A party's value above its fallback as a sum over issues: the party accepts an outcome in some
/// (every) reading only if constant + sum of at(issue, chosen option) is not negative. Where the
/// state of every bonus is `yes` or `no`, and what the draft of the fallback says about the issues
/// of bonuses is settled, the sum decides exactly, but for `rises_somewhere`.
class Surplus {
public:
    struct Circumstances {
        Question question = Question::possible;
        std::vector<Met> bonuses; // one for each bonus of the case
        DraftContent draft;       // used only by a fallback "as good as that draft"
    };

    Surplus(const Case& given, const PartyRanges& ranges, Circumstances circumstances);

    const Fraction& constant() const { return constant_; }
    Fraction at(std::size_t issue, std::size_t option) const;
    Fraction sum(const Outcome& outcome) const;
    /// Weights have a sum above 0: where all of them may be 0, some issue with a weight that need
    /// not be 0 has to carry the acceptance. Always true for `sure` and for parties with scores.
    bool rises_somewhere(const Outcome& outcome) const;

private:
    Fraction margin(std::size_t issue, std::size_t option) const;
    Range difference(std::size_t issue, std::size_t option, std::size_t other) const;
    Fraction bonus_shift();
    bool is_shared_out(std::size_t bonus) const;
    void share_out(std::size_t bonus);
    const Fraction& needed_end(const Range& range) const {
        return circumstances_.question == Question::possible ? range.high : range.low;
    }

    const Case& given_;
    const PartyRanges& ranges_;
    Circumstances circumstances_;
    Fraction shift_;    // bonuses less fallback
    Fraction constant_; // shift_ of a party with scores
    /// What bonuses that may be met add to options at most, by issue; of a party with scores.
    std::vector<std::vector<Fraction>> shares_;
};

/// Whether a draft of that content meets a condition.
Met met_by(const DraftContent& draft, const Condition& when);

/// The content of the draft that the party's fallback names; empty where it names none.
DraftContent fallback_draft(const Case& given, const PartyRanges& ranges);

enum class Answer { no, yes, unclear };

/// Exact for an outcome; `unclear` only where the draft of the fallback leaves more than 50,000
/// combinations of options open that bear on bonuses, and only if no bound decides. Cost: one sum
/// over issues for each of completions_to_try().
Answer reaches_fallback(const Case& given, const PartyRanges& ranges, Question question,
                        const Outcome& outcome);

/// How many ways to complete the draft of the fallback have to be tried for an outcome.
std::size_t completions_to_try(const Case& given, const PartyRanges& ranges);

/// Whether the outcome has all options that the condition names.
bool holds(const Condition& condition, const Outcome& outcome);

} // namespace unbracket::certificate
