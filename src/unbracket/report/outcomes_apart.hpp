#pragma once

#include "unbracket/model/case.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace unbracket {

/// Outcomes side by side: what they have in common is said once. Lists are shortened to `most`
/// issues.
class OutcomesApart {
public:
    OutcomesApart(const Case& negotiation, std::vector<Outcome> outcomes);

    /// Empty where nothing is common, or where there is but one outcome.
    std::string common(std::size_t most) const;
    /// What sets one apart; empty where nothing does.
    std::string own(std::size_t at, std::size_t most) const;
    std::string own_of(const Outcome& outcome, std::size_t most) const;
    std::size_t size() const { return outcomes_.size(); }

private:
    enum class Part { common, own };
    std::string text(const Outcome& outcome, Part part, std::size_t most) const;

    const Case& case_;
    std::vector<Outcome> outcomes_;
    std::vector<bool> is_common_; // by issue
};

} // namespace unbracket
