#pragma once

#include "unbracket/frontier/gain_table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace unbracket {

/// What a choice on the first issues of an order means for the conditions that also look at later
/// ones: forbidden combinations, at-most rules and conditional gains. Choices in the same state
/// have the same continuations, and earn the same on them.
class ConditionStates {
public:
    explicit ConditionStates(const GainTable& table);

    struct Step {
        bool is_allowed = true;
        std::uint32_t state = 0;
        std::vector<std::size_t> earned; // conditional gains, by their place in the table
    };

    /// The issues in the order in which fewest conditions stay open; as they stand without any.
    const std::vector<std::size_t>& order() const { return order_; }
    static constexpr std::uint32_t start = 0;
    /// What becomes of a state when the issue at this place of the order takes this row.
    const Step& step(std::size_t place, std::uint32_t state, Row row);
    /// Whether so many states were met that more would fill the memory: some 400 MB.
    bool are_too_many() const {
        constexpr std::size_t most_marks = 100'000'000;
        return states_.size() > most_marks / (states_.front().size() + 1);
    }

private:
    /// All of the literals hold; the last of them in the order decides.
    struct Combination {
        std::vector<std::pair<std::size_t, std::vector<Row>>> literals; // by issue
        std::size_t last_place = 0;
        std::size_t rule = none; // of an at-most rule
        std::size_t gain = none; // of a conditional gain; neither: forbidden
    };
    /// Open combinations count 1, dead and finished ones 0; behind them what each rule has held.
    using State = std::vector<std::uint16_t>;

    static constexpr std::size_t none = SIZE_MAX;
    void add(const std::vector<std::vector<Row>>& literals, std::size_t rule, std::size_t gain);
    void choose_order();
    std::size_t opened_by(std::size_t issue, const std::vector<bool>& is_done) const;
    Step make_step(std::size_t place, std::uint32_t state, Row row);
    bool finish(const Combination& combination, State& state, Step& step) const;
    std::uint32_t number_of(const State& state);

    const GainTable& table_;
    std::vector<Combination> combinations_;
    std::vector<std::vector<std::size_t>> by_issue_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> last_of_rule_; // last place that a rule looks at
    std::map<State, std::uint32_t> numbers_;
    std::vector<State> states_;
    std::map<std::pair<std::uint32_t, Row>, Step> steps_;
};

} // namespace unbracket
