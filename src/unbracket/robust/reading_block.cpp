#include "unbracket/robust/reading_block.hpp"

#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

// Acceptance in one reading is sum_j w_j (v_j(x_j) - f + B(x)) >= 0, because weights sum to
// something positive (zone/reduced.cpp); against a fallback draft f is what the draft is worth on
// the same issue. Drawn numbers stand on a grid, so with common denominators taken out every term
// is a whole number. Doubles hold whole numbers below 2^53 exactly, and processors multiply and add
// many of them at a time, which they do not do with long integers. Parties are brought to sums of
// about the same size by powers of two, so that small whole multipliers weigh them well. Where a
// file's numbers are too long for 2^50, terms are rounded upwards instead, which keeps every "not
// accepted" valid, as in zone/part.cpp.
//
// How much upwards? Let u be 2^-53. Bases and slopes of lines are within 4 u of the exact ones, so
// that a number, base + slope * step, is within 18 u of the largest one of its line; a sum of n
// weights within (18 + n) u of its largest. A term of a party is a product of a weight, or their
// sum, with a sum of values, losses and the fallback, times the factor; the constant adds up terms
// of bonuses. So with n issues, b bonuses and l losses each term is within (48 + n + b + l) u of
// the largest sum, and that many units, rounded up, and one for rounding to a whole number are
// what it is raised by.
//
// Source: Neumaier and Shcherbina (2004), Safe bounds in linear and mixed-integer linear
// programming [neumaier2004safe]

namespace unbracket {

namespace {

constexpr double most_exact = 0x1p50;   // sums; the bits above are for multipliers
constexpr double least_target = 0x1p40; // short sums are brought up to this
/// So many draws of a party are made together, so that what they pass through stays in the fastest
/// memory.
constexpr std::size_t drawn_together = 64;

/// The unit in which all these slots are whole numbers on the whole grid.
Rational unit_of_slots(const std::vector<GridNumber>& numbers,
                       const std::vector<std::size_t>& slots) {
    std::vector<Rational> parts;
    for (const std::size_t slot : slots) {
        parts.push_back(numbers[slot].base);
        parts.push_back(numbers[slot].slope);
        for (const GridPiece& piece : numbers[slot].pieces) {
            parts.push_back(piece.base);
            parts.push_back(piece.slope);
        }
    }
    return whole_number_unit(parts);
}

std::vector<std::size_t> weight_slots(const PartySampler& own) {
    std::vector<std::size_t> slots;
    for (const auto& slot : own.slots().weights) {
        if (slot) {
            slots.push_back(*slot);
        }
    }
    return slots;
}

std::vector<std::size_t> value_slots(const PartySampler& own) {
    std::vector<std::size_t> slots;
    for (const auto& issue : own.slots().values) {
        slots.insert(slots.end(), issue.begin(), issue.end());
    }
    for (const auto& slot : {own.slots().fallback, own.slots().supposed_less}) {
        if (slot) {
            slots.push_back(*slot);
        }
    }
    for (const auto* list : {&own.slots().bonuses, &own.slots().losses}) {
        for (const auto& [at, slot] : *list) {
            slots.push_back(slot);
        }
    }
    return slots;
}

} // namespace

/// Some draws of one party, where they stand in the block, and what several cells share.
struct BlockMaker::Columns {
    const PartySampler& own;
    const PartyScale& scale;
    const PartyDraws& draws;
    std::size_t first = 0;               // lane of the block
    std::size_t stride = 0;              // lanes of the block
    std::vector<double> fallback = {};   // less what is supposed; 0 for scores
    std::vector<double> weight_sum = {}; // 1 for scores

    std::size_t lanes() const { return draws.lanes; }
    /// The same number in every draw, which nothing lowers.
    bool is_known(std::size_t slot) const {
        return own.numbers()[slot].is_constant() && own.slots().losses.empty();
    }
    void read(std::size_t slot, std::span<double> numbers) const {
        read_line(scale.lines[slot], draws.steps_of(slot), numbers);
    }
    /// Their part of a row of a table of the block.
    std::span<double> part_of(std::vector<double>& table, std::size_t row) const {
        return std::span(table).subspan(row * stride + first, lanes());
    }
};

BlockMaker::BlockMaker(const Case& negotiation, const Appraisal& appraisal,
                       const ReadingSampler& sampler)
    : case_(negotiation), sampler_(sampler) {
    first_cell_.push_back(0);
    for (const Issue& issue : negotiation.issues) {
        first_cell_.push_back(first_cell_.back() + issue.options.size());
    }
    for (const PartySampler& own : sampler.parties()) {
        add_party(negotiation, own, appraisal[as_index(own.party())].scale == Scale::stances);
    }
    set_factors();
}

void BlockMaker::add_party(const Case&, const PartySampler& own, bool has_weights) {
    PartyScale scale;
    scale.has_weights = has_weights;
    Rational weight_unit = has_weights ? unit_of_slots(own.numbers(), weight_slots(own)) : 1;
    Rational value_unit = unit_of_slots(own.numbers(), value_slots(own));
    const auto take_units = [&] {
        std::vector<Rational> units(own.numbers().size(), value_unit);
        for (const std::size_t slot : weight_slots(own)) {
            units[slot] = weight_unit;
        }
        scale.lines.clear();
        for (std::size_t slot = 0; slot < units.size(); ++slot) {
            scale.lines.push_back(grid_line(own.numbers()[slot], units[slot]));
        }
        scale.total = total_of(own, scale);
    };
    take_units();
    if (scale.total > most_exact) {
        scale.sums.is_exact = false;
        weight_unit = value_unit = 1;
        take_units();
    }
    scales_.push_back(std::move(scale));
}

void BlockMaker::set_factors() {
    double target = least_target;
    for (const PartyScale& scale : scales_) {
        while (scale.sums.is_exact && target < scale.total) {
            target *= 2;
        }
    }
    for (PartyScale& scale : scales_) {
        if (!scale.sums.is_exact) {
            scale.sums.factor = target / std::max(scale.total, 1e-300);
        }
        while (scale.sums.is_exact && scale.total > 0 &&
               scale.total * scale.sums.factor * 2 <= target) {
            scale.sums.factor *= 2;
        }
    }
    double most = 4 * static_cast<double>(case_.issues.size() + 4);
    for (std::size_t party = 0; party < scales_.size(); ++party) {
        PartyScale& scale = scales_[party];
        if (!scale.sums.is_exact) {
            scale.sums.raise = 1 + std::ceil(roundings_of(party) * target * 0x1p-53);
            most = std::max(most, most_raised(party));
        }
    }
    largest_sum_ = target + most;
}

double BlockMaker::roundings_of(std::size_t party) const {
    const PartySampler::Slots& slots = sampler_.parties()[party].slots();
    return static_cast<double>(48 + case_.issues.size() + slots.bonuses.size() +
                               slots.losses.size());
}

double BlockMaker::most_raised(std::size_t party) const {
    if (is_exact(party)) {
        return 0;
    }
    const std::size_t bonuses = sampler_.parties()[party].slots().bonuses.size();
    const auto terms = static_cast<double>(case_.issues.size() + bonuses + 1);
    return 2 * scales_[party].sums.raise * terms;
}

bool BlockMaker::same_numbers_are_same_verdicts() const {
    for (std::size_t party = 0; party < scales_.size(); ++party) {
        if (!is_exact(party) && !is_single(party)) {
            return false;
        }
    }
    return true;
}

double BlockMaker::largest(const PartyScale& scale, std::size_t slot) const {
    const GridLine& line = scale.lines[slot];
    const auto largest_of = [](double base, double slope) {
        return std::max(std::fabs(base), std::fabs(base + slope * grid_steps));
    };
    double most = largest_of(line.base, line.slope);
    for (const GridLine::Piece& piece : line.pieces) {
        most = std::max(most, largest_of(piece.base, piece.slope));
    }
    return most;
}

double BlockMaker::total_of(const PartySampler& own, const PartyScale& scale) const {
    const PartySampler::Slots& slots = own.slots();
    double shift = slots.fallback ? largest(scale, *slots.fallback) : 0.0;
    shift += slots.supposed_less ? largest(scale, *slots.supposed_less) : 0.0;
    double losses = 0;
    for (const auto& [at, slot] : slots.losses) {
        losses += largest(scale, slot);
    }
    for (const auto& [at, slot] : slots.bonuses) {
        shift += 2 * largest(scale, slot); // by the outcome, and by a fallback draft
    }
    double total = scale.has_weights ? 0.0 : shift;
    for (std::size_t issue = 0; issue < slots.values.size(); ++issue) {
        double most = 0;
        for (const std::size_t slot : slots.values[issue]) {
            most = std::max(most, largest(scale, slot) + losses);
        }
        const double sides = slots.fallback ? 1 : 2;
        const double weight =
            scale.has_weights && slots.weights[issue] ? largest(scale, *slots.weights[issue]) : 1.0;
        total += weight * (sides * most + (scale.has_weights ? shift : 0.0));
    }
    return total;
}

void BlockMaker::fill_losses(const Columns& columns, IssueId issue, OptionId option,
                             std::vector<double>& values) const {
    std::vector<double> loss(columns.lanes());
    for (const auto& [at, slot] : columns.own.slots().losses) {
        if (!lowers(case_.risks[at], issue, option)) {
            continue;
        }
        columns.read(slot, loss);
        for (std::size_t lane = 0; lane < columns.lanes(); ++lane) {
            values[lane] -= loss[lane];
        }
    }
}

/// What the fallback draft is worth on an issue, less what is supposed of a party with weights.
std::vector<double> BlockMaker::worth_of_draft(const Columns& columns, std::size_t issue) const {
    const std::size_t lanes = columns.lanes();
    std::vector<std::vector<double>> contents;
    for (const OptionId option : columns.own.contents()[issue]) {
        contents.emplace_back(lanes);
        columns.read(columns.own.slots().values[issue][as_index(option)], contents.back());
        fill_losses(columns, IssueId(issue), option, contents.back());
    }
    std::vector<double> worth(lanes);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        worth[lane] =
            columns.fallback[lane] + contents[columns.draws.settled[issue * lanes + lane]][lane];
    }
    return worth;
}

/// Worth of every option of an issue above the fallback, times the weight.
void BlockMaker::fill_issue(const Columns& columns, std::size_t issue,
                            std::span<const double> weight, PartyBlock& block) const {
    const auto& slots = columns.own.slots().values[issue];
    const bool has_draft = !columns.own.contents().empty();
    const std::vector<double> draft =
        has_draft ? worth_of_draft(columns, issue) : std::vector<double>{};
    const WorthRows rows{weight, has_draft ? draft : columns.fallback, columns.scale.sums};
    std::vector<double> values;
    for (std::size_t option = 0; option < slots.size(); ++option) {
        const std::span<double> worth = columns.part_of(block.worth, first_cell_[issue] + option);
        if (columns.is_known(slots[option])) {
            const double value = columns.scale.lines[slots[option]].at(0);
            weigh(rows, value, worth);
            continue;
        }
        values.resize(columns.lanes());
        columns.read(slots[option], values);
        if (!columns.own.slots().losses.empty()) {
            fill_losses(columns, IssueId(issue), OptionId(option), values);
        }
        weigh(rows, values, worth);
    }
}

void BlockMaker::fill_bonuses(const Columns& columns, PartyBlock& block) const {
    const std::size_t lanes = columns.lanes();
    const auto& bonuses = columns.own.slots().bonuses;
    for (std::size_t own = 0; own < bonuses.size(); ++own) {
        const std::span<double> worth = columns.part_of(block.bonuses, own);
        columns.read(bonuses[own].second, worth);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            worth[lane] *= columns.weight_sum[lane];
        }
    }
    if (columns.own.contents().empty() || bonuses.empty()) {
        return;
    }
    const std::span<double> constant = columns.part_of(block.constant, 0);
    Outcome draft(case_.issues.size());
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        for (std::size_t issue = 0; issue < draft.size(); ++issue) {
            draft[issue] =
                columns.own.contents()[issue][columns.draws.settled[issue * lanes + lane]];
        }
        for (std::size_t own = 0; own < bonuses.size(); ++own) {
            if (holds(case_.bonuses[bonuses[own].first].when, draft)) {
                constant[lane] -= columns.part_of(block.bonuses, own)[lane];
            }
        }
    }
}

ReadingBlock narrowed(const ReadingBlock& block, std::span<const std::size_t> lanes) {
    const auto pick = [&](const std::vector<double>& numbers) {
        std::vector<double> picked;
        picked.reserve(numbers.size() / block.lanes * lanes.size());
        for (std::size_t row = 0; row < numbers.size(); row += block.lanes) {
            for (const std::size_t lane : lanes) {
                picked.push_back(numbers[row + lane]);
            }
        }
        return picked;
    };
    ReadingBlock narrow;
    narrow.lanes = lanes.size();
    for (const std::size_t lane : lanes) {
        narrow.draws.push_back(block.draws[lane]);
        narrow.lost.push_back(block.lost[lane]);
    }
    for (const PartyBlock& party : block.parties) {
        narrow.parties.push_back({pick(party.worth), pick(party.constant), pick(party.bonuses)});
    }
    return narrow;
}

ReadingBlock BlockMaker::block(std::uint64_t first, std::size_t lanes) const {
    ReadingBlock block;
    fill(first, lanes, block);
    return block;
}

void BlockMaker::fill(std::uint64_t first, std::size_t lanes, ReadingBlock& block) const {
    block.lanes = lanes;
    block.draws.resize(lanes);
    std::iota(block.draws.begin(), block.draws.end(), first);
    block.lost.assign(lanes, false);
    block.parties.resize(scales_.size());
    for (std::size_t party = 0; party < scales_.size(); ++party) {
        PartyBlock& own = block.parties[party];
        own.worth.resize(cell_count() * lanes);
        own.constant.resize(lanes);
        own.bonuses.resize(sampler_.parties()[party].slots().bonuses.size() * lanes);
        PartyDraws draws;
        for (std::size_t from = 0; from < lanes; from += drawn_together) {
            draws.lanes = std::min(drawn_together, lanes - from);
            sampler_.draw(party, first + from, draws,
                          block.lost.begin() + static_cast<std::ptrdiff_t>(from));
            fill_party({sampler_.parties()[party], scales_[party], draws, from, lanes}, own);
        }
    }
}

void BlockMaker::fill_party(Columns columns, PartyBlock& block) const {
    const bool has_weights = columns.scale.has_weights;
    const PartySampler::Slots& slots = columns.own.slots();
    const std::span<double> constant = columns.part_of(block.constant, 0);
    std::vector<double> numbers(columns.lanes(), 0.0);
    columns.fallback = numbers;
    std::vector<double>& needed = has_weights ? columns.fallback : numbers;
    if (slots.fallback) {
        columns.read(*slots.fallback, needed);
    }
    if (slots.supposed_less) {
        std::vector<double> less(columns.lanes());
        columns.read(*slots.supposed_less, less);
        std::transform(needed.begin(), needed.end(), less.begin(), needed.begin(), std::minus<>());
    }
    std::transform(numbers.begin(), numbers.end(), constant.begin(), std::negate<>());
    columns.weight_sum.assign(columns.lanes(), has_weights ? 0.0 : 1.0);
    std::fill(numbers.begin(), numbers.end(), 1.0);
    for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
        if (!slots.weights[issue]) {
            for (std::size_t cell = first_cell_[issue]; cell < first_cell_[issue + 1]; ++cell) {
                const std::span<double> worth = columns.part_of(block.worth, cell);
                std::fill(worth.begin(), worth.end(), 0.0);
                scale_up(columns.scale.sums, worth);
            }
            continue;
        }
        if (has_weights) {
            columns.read(*slots.weights[issue], numbers);
            std::transform(numbers.begin(), numbers.end(), columns.weight_sum.begin(),
                           columns.weight_sum.begin(), std::plus<>());
        }
        fill_issue(columns, issue, numbers, block);
    }
    fill_bonuses(columns, block);
    for (std::size_t own = 0; own < slots.bonuses.size(); ++own) {
        scale_up(columns.scale.sums, columns.part_of(block.bonuses, own));
    }
    scale_up(columns.scale.sums, constant);
}

} // namespace unbracket
