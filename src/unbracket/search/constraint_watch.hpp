#pragma once

#include "unbracket/search/problem.hpp"

#include <cstdint>
#include <vector>

namespace unbracket {

/// Follows the constraints along a path: each chosen row may complete a forbidden combination or a
/// condition of an at-most rule. Choosing and taking back cost one step per literal that names the
/// row.
class ConstraintWatch {
public:
    explicit ConstraintWatch(const SearchProblem& problem);

    bool is_idle() const { return hits_.empty(); }
    /// Records the row; false when a constraint is now broken. Every `choose` needs a `take_back`.
    bool choose(Row row);
    void take_back(Row row);

private:
    void watch(const std::vector<std::vector<Row>>& literals, std::size_t rule);

    static constexpr std::size_t no_rule = SIZE_MAX;
    struct Combination {
        std::size_t open_literals = 0;
        std::size_t rule = no_rule;
    };
    std::vector<std::vector<std::uint32_t>> hits_; // combinations a row holds a literal of
    std::vector<Combination> combinations_;
    std::vector<std::size_t> allowed_; // of each at-most rule
    std::vector<std::size_t> held_;
    std::size_t broken_ = 0;
};

} // namespace unbracket
