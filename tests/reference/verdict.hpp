#pragma once

#include "tests/reference/view.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace unbracket::reference {

enum class Answer { agreement, no_agreement, depends, contradiction };

std::string_view to_text(Answer answer);

/// The answer by definition, with how many outcomes stand behind it.
struct Report {
    Answer answer = Answer::no_agreement;
    std::uint64_t outcomes = 0; // all of them, rules or not
    std::uint64_t possible = 0; // accepted in some reading
    std::uint64_t sure = 0;     // accepted in every reading
    std::optional<Outcome> first_possible;
    std::optional<Outcome> first_sure;
    std::vector<PartyId> without_reading; // counted parties that contradict themselves
};

/// Looks at every outcome. Cost: outcomes times parties times 2^issues.
Report solve(const Case& whole);

/// Which parties accept an outcome in some reading, and which in all of theirs.
struct AcceptingSets {
    std::vector<PartyId> possibly;
    std::vector<PartyId> surely;
};
AcceptingSets accepting_sets(const Case& whole, const Outcome& outcome);

/// No rule or norm is broken, and enough parties accept in some reading (in every reading).
bool is_possible(const Case& whole, const Outcome& outcome);
bool is_sure(const Case& whole, const Outcome& outcome);

/// All outcomes in the order of an odometer, the last issue turning fastest.
std::vector<Outcome> all_outcomes(const Case& whole);

} // namespace unbracket::reference
