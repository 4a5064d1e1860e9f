#include "unbracket/base/odometer.hpp"
#include "unbracket/base/require.hpp"
#include "unbracket/frontier/coalition_conditions.hpp"
#include "unbracket/frontier/coalition_counts.hpp"
#include "unbracket/frontier/coalition_kernel.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>

// Plain enumeration, as fast as it can be. The choices on some issues stand side by side in a block
// of a few thousand: for every party one array of its sums. The other issues are wheels of a
// counter; at each of its places a party's sum on the wheels moves the line that its sums in the
// block are compared with, and nothing else. Comparing is what vector instructions do well.
//
// Issues that conditions look at become wheels as far as possible, so that most conditions are
// settled there. One that looks at both kinds is open at some places of the wheels only; there the
// block is copied, the sums and permissions that the condition changes are changed, and the copy is
// compared.
//
// Source: Knuth (2011), The art of computer programming, volume 4A, section 7.2.1.1, algorithm M,
// for the counter [knuth2011art]

namespace unbracket {

namespace {

/// Issues go into the block, those that fewest conditions look at first, while it has room.
IssueSplit split_issues(const AcceptanceTable& table, std::size_t most_in_block) {
    const std::vector<std::size_t> conditions = conditions_on_issues(table);
    std::vector<std::size_t> order(table.issue_count());
    for (std::size_t issue = 0; issue < order.size(); ++issue) {
        order[issue] = issue;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return conditions[a] < conditions[b]; });
    IssueSplit split;
    std::size_t size = 1;
    for (const std::size_t issue : order) {
        const std::size_t options = table.first_row[issue + 1] - table.first_row[issue];
        const bool fits = size * options <= most_in_block;
        (fits ? split.block : split.wheels).push_back(issue);
        size *= fits ? options : 1;
    }
    return split;
}

/// Calls `visit` with a row for each of the issues, `no_row` elsewhere; stops where it says false.
template <class Visit>
bool for_each_choice(const AcceptanceTable& table, const std::vector<std::size_t>& issues,
                     Visit visit) {
    std::vector<std::size_t> sizes;
    for (const std::size_t issue : issues) {
        sizes.push_back(table.first_row[issue + 1] - table.first_row[issue]);
    }
    Odometer odometer(std::move(sizes));
    std::vector<Row> choice(table.issue_count(), no_row);
    do {
        for (std::size_t at = 0; at < issues.size(); ++at) {
            choice[issues[at]] = table.first_row[issues[at]] + static_cast<Row>(odometer[at]);
        }
        if (!visit(choice)) {
            return false;
        }
    } while (odometer.advance());
    return true;
}

using Literals = std::vector<std::vector<Row>>;

/// A condition that some wheels and some issues of the block decide together, or, of an at-most
/// rule, any that the block has a part in.
struct SplitCondition {
    const Literals* literals = nullptr;
    std::vector<std::uint8_t> holds; // by place in the block: its part there is met
};

template <class Sum>
class Block {
public:
    Block(const AcceptanceTable& table, const IssueSplit& split) : table_(table) {
        std::vector<bool> is_wheel(table.issue_count(), false);
        for (const std::size_t issue : split.wheels) {
            is_wheel[issue] = true;
        }
        sort_conditions(is_wheel);
        sums_.resize(table.parties.size());
        for_each_choice(table, split.block, [&](const std::vector<Row>& choice) {
            add(choice);
            return true;
        });
        permitted_.assign(size_, 1);
        codes_.resize(size_);
    }

    std::size_t size() const { return size_; }

    /// Adds what the place of the wheels contributes to `codes` of outcomes.
    void count(const std::vector<Row>& wheels, std::array<std::uint64_t, 256>& tally) {
        const Settled settled = settle(wheels);
        if (!settled.is_permitted || size_ == 0) {
            return;
        }
        if (!settled.open.empty() || settled.has_open_rule) {
            count_open(settled, tally);
        } else if (sums_.size() == 2 && !std::is_same_v<Sum, std::int64_t>) {
            count_pair(settled.lines, tally);
        } else {
            count_codes(settled.lines, tally);
        }
    }

private:
    static constexpr Sum dead = std::numeric_limits<Sum>::min();

    /// Sums in the block that reach the line are accepted.
    static Sum line_at(std::int64_t needed) {
        constexpr std::int64_t least = std::int64_t{dead} + 1;
        constexpr std::int64_t most = std::numeric_limits<Sum>::max();
        return static_cast<Sum>(std::clamp(needed, least, most));
    }

    struct Settled {
        bool is_permitted = true;
        std::vector<Sum> lines;
        std::vector<std::size_t> open; // split combinations whose part on the wheels is met
        bool has_open_rule = false;
        std::vector<Row> wheels;
    };

    bool is_decided_by(const Literals& literals, const std::vector<bool>& is_wheel,
                       bool wheels) const {
        return std::any_of(literals.begin(), literals.end(), [&](const std::vector<Row>& rows) {
            return !rows.empty() && is_wheel[issue_of(table_, rows.front())] == wheels;
        });
    }

    void sort_conditions(const std::vector<bool>& is_wheel) {
        for (std::size_t at = 0; at < table_.combinations.size(); ++at) {
            const Literals& literals = table_.combinations[at].literals;
            const bool on_wheels = is_decided_by(literals, is_wheel, true);
            const bool in_block = is_decided_by(literals, is_wheel, false);
            if (on_wheels && in_block) {
                split_.push_back(at);
                split_conditions_.push_back({&literals, {}});
            } else {
                (on_wheels ? on_wheels_ : in_block_).push_back(at);
            }
        }
        for (const AtMostRows& rule : table_.at_most) {
            auto& conditions = rule_conditions_.emplace_back();
            for (const Literals& literals : rule.conditions) {
                conditions.push_back({&literals, {}});
            }
        }
    }

    void add(const std::vector<Row>& choice) {
        std::vector<Sum> sums;
        for (const AcceptingRows& own : table_.parties) {
            std::int64_t sum = 0;
            bool is_barred = own.refuses;
            for (const Row row : choice) {
                sum += row == no_row ? 0 : own.values[row];
                is_barred = is_barred || (row != no_row && own.is_barred[row]);
            }
            sums.push_back(is_barred ? dead : static_cast<Sum>(sum));
        }
        for (const std::size_t at : in_block_) {
            const RowCombination& combination = table_.combinations[at];
            if (left_of(table_, combination.literals, choice) != Left::met) {
                continue;
            }
            if (!combination.party) {
                return; // forbidden
            }
            change(sums[*combination.party], combination);
        }
        ++size_;
        for (std::size_t party = 0; party < sums.size(); ++party) {
            sums_[party].push_back(sums[party]);
        }
        note_conditions(choice);
    }

    static void change(Sum& sum, const RowCombination& combination) {
        if (!combination.amount) {
            sum = dead;
        } else if (sum != dead) {
            sum = static_cast<Sum>(sum + *combination.amount);
        }
    }

    void note_conditions(const std::vector<Row>& choice) {
        const auto note = [&](SplitCondition& condition) {
            const bool holds = left_of(table_, *condition.literals, choice) != Left::broken;
            condition.holds.push_back(holds ? 1 : 0);
        };
        std::for_each(split_conditions_.begin(), split_conditions_.end(), note);
        for (auto& conditions : rule_conditions_) {
            std::for_each(conditions.begin(), conditions.end(), note);
        }
    }

    Settled settle(const std::vector<Row>& wheels) const {
        Settled settled;
        settled.wheels = wheels;
        std::vector<std::int64_t> needed;
        for (const AcceptingRows& own : table_.parties) {
            std::int64_t left = own.needed;
            for (const Row row : wheels) {
                left -= row == no_row ? 0 : own.values[row];
                if (row != no_row && own.is_barred[row]) {
                    left = std::numeric_limits<std::int64_t>::max() / 2;
                }
            }
            needed.push_back(left);
        }
        settle_combinations(wheels, settled, needed);
        for (std::size_t at = 0; at < table_.at_most.size(); ++at) {
            const std::size_t met = count_left(at, wheels, Left::met);
            const std::size_t open = count_left(at, wheels, Left::open);
            settled.is_permitted = settled.is_permitted && met <= table_.at_most[at].count;
            settled.has_open_rule =
                settled.has_open_rule || (open > 0 && met + open > table_.at_most[at].count);
        }
        for (const std::int64_t line : needed) {
            settled.lines.push_back(line_at(line));
        }
        return settled;
    }

    void settle_combinations(const std::vector<Row>& wheels, Settled& settled,
                             std::vector<std::int64_t>& needed) const {
        for (const std::size_t at : on_wheels_) {
            const RowCombination& combination = table_.combinations[at];
            if (left_of(table_, combination.literals, wheels) != Left::met) {
                continue;
            }
            if (!combination.party) {
                settled.is_permitted = false;
            } else if (combination.amount) {
                needed[*combination.party] -= *combination.amount;
            } else {
                needed[*combination.party] = std::numeric_limits<std::int64_t>::max() / 2;
            }
        }
        for (std::size_t at = 0; at < split_.size(); ++at) {
            if (left_of(table_, *split_conditions_[at].literals, wheels) == Left::open) {
                settled.open.push_back(at);
            }
        }
    }

    std::size_t count_left(std::size_t rule, const std::vector<Row>& wheels, Left left) const {
        const auto& conditions = rule_conditions_[rule];
        return static_cast<std::size_t>(
            std::count_if(conditions.begin(), conditions.end(), [&](const auto& condition) {
                return left_of(table_, *condition.literals, wheels) == left;
            }));
    }

    void count_pair(const std::vector<Sum>& lines, std::array<std::uint64_t, 256>& tally) const {
        if constexpr (!std::is_same_v<Sum, std::int64_t>) {
            const PairTally pair =
                tally_pairs(sums_[0].data(), sums_[1].data(), size_, lines[0], lines[1]);
            tally[0] += size_ + pair.both - pair.first - pair.second;
            tally[1] += pair.first - pair.both;
            tally[2] += pair.second - pair.both;
            tally[3] += pair.both;
        }
    }

    void count_codes(const std::vector<Sum>& lines, std::array<std::uint64_t, 256>& tally) {
        std::fill(codes_.begin(), codes_.end(), std::uint8_t{0});
        for (std::size_t party = 0; party < sums_.size(); ++party) {
            add_codes(sums_[party].data(), size_, lines[party], code_of(party), codes_.data());
        }
        tally_codes(codes_.data(), permitted_.data(), size_, tally.data());
    }

    /// The party's bit, or one more that accept.
    std::uint8_t code_of(std::size_t party) const {
        return static_cast<std::uint8_t>(
            sums_.size() <= most_listed_parties ? std::size_t{1} << party : 1);
    }

    /// With copies of what the open conditions change.
    void count_open(const Settled& settled, std::array<std::uint64_t, 256>& tally) {
        const std::vector<std::vector<Sum>> kept_sums = sums_;
        const std::vector<std::uint8_t> kept_permitted = permitted_;
        for (const std::size_t at : settled.open) {
            apply(table_.combinations[split_[at]], split_conditions_[at].holds);
        }
        for (std::size_t at = 0; at < table_.at_most.size() && settled.has_open_rule; ++at) {
            apply_rule(at, settled.wheels);
        }
        count_codes(settled.lines, tally);
        sums_ = kept_sums;
        permitted_ = kept_permitted;
    }

    void apply(const RowCombination& combination, const std::vector<std::uint8_t>& holds) {
        for (std::size_t at = 0; at < size_; ++at) {
            if (holds[at] == 0) {
                continue;
            }
            if (!combination.party) {
                permitted_[at] = 0;
            } else {
                change(sums_[*combination.party][at], combination);
            }
        }
    }

    void apply_rule(std::size_t rule, const std::vector<Row>& wheels) {
        std::vector<std::size_t> met(size_, count_left(rule, wheels, Left::met));
        for (const SplitCondition& condition : rule_conditions_[rule]) {
            if (left_of(table_, *condition.literals, wheels) != Left::open) {
                continue;
            }
            for (std::size_t at = 0; at < size_; ++at) {
                met[at] += condition.holds[at];
            }
        }
        for (std::size_t at = 0; at < size_; ++at) {
            permitted_[at] = met[at] > table_.at_most[rule].count ? 0 : permitted_[at];
        }
    }

    const AcceptanceTable& table_;
    std::size_t size_ = 0;
    std::vector<std::vector<Sum>> sums_; // by party and place
    std::vector<std::uint8_t> permitted_;
    std::vector<std::uint8_t> codes_;
    std::vector<std::size_t> on_wheels_; // combinations by who decides them
    std::vector<std::size_t> in_block_;
    std::vector<std::size_t> split_;
    std::vector<SplitCondition> split_conditions_;
    std::vector<std::vector<SplitCondition>> rule_conditions_;
};

/// No sum in a block is larger than this in magnitude.
std::int64_t largest_in_block(const AcceptanceTable& table, const IssueSplit& split) {
    std::int64_t largest = 0;
    for (const AcceptingRows& own : table.parties) {
        std::int64_t sum = 0;
        for (const std::size_t issue : split.block) {
            sum += *std::max_element(
                own.values.begin() + static_cast<std::ptrdiff_t>(table.first_row[issue]),
                own.values.begin() + static_cast<std::ptrdiff_t>(table.first_row[issue + 1]));
        }
        for (const RowCombination& combination : table.combinations) {
            const std::int64_t amount = combination.amount.value_or(0);
            sum += amount < 0 ? -amount : amount;
        }
        largest = std::max(largest, sum);
    }
    return largest;
}

template <class Sum>
std::optional<CoalitionTally> enumerate(const AcceptanceTable& table, const IssueSplit& split,
                                        const CancelFlag* cancel) {
    Block<Sum> block(table, split);
    std::array<std::uint64_t, 256> tally{};
    const bool is_done = for_each_choice(table, split.wheels, [&](const std::vector<Row>& wheels) {
        block.count(wheels, tally);
        return cancel == nullptr || !cancel->is_raised();
    });
    if (!is_done) {
        return std::nullopt;
    }
    return tally_of_codes(tally, table.parties.size());
}

} // namespace

std::optional<CoalitionTally> enumerate_coalitions(const AcceptanceTable& table,
                                                   const CancelFlag* cancel,
                                                   std::size_t most_in_block) {
    UNBRACKET_REQUIRE(most_in_block <= most_sums, "a block is no longer than kernels take");
    if (table.is_empty) {
        return tally_of_codes({}, table.parties.size());
    }
    const IssueSplit split = split_issues(table, most_in_block);
    const std::int64_t largest = largest_in_block(table, split);
    if (largest < std::numeric_limits<std::int16_t>::max()) {
        return enumerate<std::int16_t>(table, split, cancel);
    }
    if (largest < std::numeric_limits<std::int32_t>::max()) {
        return enumerate<std::int32_t>(table, split, cancel);
    }
    return enumerate<std::int64_t>(table, split, cancel);
}

} // namespace unbracket
