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
// Source: Neumaier and Shcherbina (2004), Safe bounds in linear and mixed-integer linear
// programming [neumaier2004safe]

namespace unbracket {

namespace {

constexpr double most_exact = 0x1p50;   // sums; the bits above are for multipliers
constexpr double least_target = 0x1p40; // short sums are brought up to this
constexpr double shifter = 0x1.8p52;    // adding it rounds to a whole number

/// The unit in which all these slots are whole numbers on the whole grid.
Rational unit_of_slots(const std::vector<GridNumber>& numbers,
                       const std::vector<std::size_t>& slots) {
    std::vector<Rational> parts;
    for (const std::size_t slot : slots) {
        parts.push_back(numbers[slot].base);
        parts.push_back(numbers[slot].slope);
        if (const auto& bounds = numbers[slot].bounds) {
            parts.push_back(bounds->low);
            parts.push_back(bounds->high);
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

/// One party's draws, and what several of its cells share.
struct BlockMaker::Columns {
    const PartySampler& own;
    const PartyScale& scale;
    const PartyDraws& draws;
    std::vector<double> fallback;   // what is supposed taken off; 0 for a draft and for scores
    std::vector<double> weight_sum; // 1 for scores

    std::size_t lanes() const { return draws.lanes; }
    /// The same number in every draw, which nothing lowers.
    bool is_known(std::size_t slot) const {
        return own.numbers()[slot].is_constant() && !scale.lines[slot].is_bounded &&
               own.slots().losses.empty();
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
            const GridNumber& number = own.numbers()[slot];
            const Interval bounds = number.bounds.value_or(single(0));
            scale.lines.push_back({(number.base * units[slot]).approximate(),
                                   (number.slope * units[slot]).approximate(),
                                   (bounds.low * units[slot]).approximate(),
                                   (bounds.high * units[slot]).approximate(),
                                   number.bounds.has_value()});
        }
        scale.total = total_of(own, scale);
    };
    take_units();
    if (scale.total > most_exact) {
        scale.is_exact = false;
        weight_unit = value_unit = 1;
        take_units();
    }
    scales_.push_back(std::move(scale));
}

void BlockMaker::set_factors() {
    double target = least_target;
    for (const PartyScale& scale : scales_) {
        while (scale.is_exact && target < scale.total) {
            target *= 2;
        }
    }
    for (PartyScale& scale : scales_) {
        if (!scale.is_exact) {
            scale.factor = target / std::max(scale.total, 1e-300);
        }
        while (scale.is_exact && scale.total > 0 && scale.total * scale.factor * 2 <= target) {
            scale.factor *= 2;
        }
    }
    // Rounding adds at most 3 to each term.
    largest_sum_ = target + 4 * static_cast<double>(case_.issues.size() + 4);
}

double BlockMaker::largest(const PartyScale& scale, std::size_t slot) const {
    const Line& line = scale.lines[slot];
    const double end = line.base + line.slope * grid_steps;
    return std::max(std::fabs(line.base), std::fabs(end));
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

void BlockMaker::fill_values(const Columns& columns, std::size_t slot,
                             std::vector<double>& values) const {
    const Line& line = columns.scale.lines[slot];
    const std::uint32_t* steps = columns.draws.steps.data() + slot * columns.lanes();
    for (std::size_t lane = 0; lane < columns.lanes(); ++lane) {
        values[lane] = line.base + line.slope * static_cast<double>(static_cast<int>(steps[lane]));
    }
    for (std::size_t lane = 0; line.is_bounded && lane < columns.lanes(); ++lane) {
        values[lane] = std::min(std::max(values[lane], line.low), line.high);
    }
}

void BlockMaker::fill_losses(const Columns& columns, IssueId issue, OptionId option,
                             std::vector<double>& values) const {
    std::vector<double> loss(columns.lanes());
    for (const auto& [at, slot] : columns.own.slots().losses) {
        if (!lowers(case_.risks[at], issue, option)) {
            continue;
        }
        fill_values(columns, slot, loss);
        for (std::size_t lane = 0; lane < columns.lanes(); ++lane) {
            values[lane] -= loss[lane];
        }
    }
}

/// Worth of every option of an issue above the fallback, times the weight.
void BlockMaker::fill_issue(const Columns& columns, std::size_t issue, PartyBlock& block) const {
    const std::size_t lanes = columns.lanes();
    const auto& slots = columns.own.slots().values[issue];
    std::vector<double> weight(lanes, 1.0), values(lanes), shift = columns.fallback;
    if (columns.scale.has_weights) {
        fill_values(columns, *columns.own.slots().weights[issue], weight);
    }
    if (!columns.own.contents().empty()) {
        std::vector<std::vector<double>> contents;
        for (const OptionId option : columns.own.contents()[issue]) {
            contents.emplace_back(lanes);
            fill_values(columns, slots[as_index(option)], contents.back());
            fill_losses(columns, IssueId(issue), option, contents.back());
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            shift[lane] += contents[columns.draws.settled[issue * lanes + lane]][lane];
        }
    }
    for (std::size_t option = 0; option < slots.size(); ++option) {
        double* worth = block.worth.data() + (first_cell_[issue] + option) * lanes;
        if (columns.is_known(slots[option])) {
            const double value = columns.scale.lines[slots[option]].base;
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                worth[lane] = weight[lane] * (value - shift[lane]);
            }
            continue;
        }
        fill_values(columns, slots[option], values);
        if (!columns.own.slots().losses.empty()) {
            fill_losses(columns, IssueId(issue), OptionId(option), values);
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            worth[lane] = weight[lane] * (values[lane] - shift[lane]);
        }
    }
}

void BlockMaker::fill_bonuses(const Columns& columns, PartyBlock& block) const {
    const std::size_t lanes = columns.lanes();
    const auto& bonuses = columns.own.slots().bonuses;
    block.bonuses.resize(bonuses.size() * lanes);
    std::vector<double> values(lanes);
    for (std::size_t own = 0; own < bonuses.size(); ++own) {
        fill_values(columns, bonuses[own].second, values);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            block.bonuses[own * lanes + lane] = values[lane] * columns.weight_sum[lane];
        }
    }
    if (columns.own.contents().empty() || bonuses.empty()) {
        return;
    }
    Outcome draft(case_.issues.size());
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        for (std::size_t issue = 0; issue < draft.size(); ++issue) {
            draft[issue] =
                columns.own.contents()[issue][columns.draws.settled[issue * lanes + lane]];
        }
        for (std::size_t own = 0; own < bonuses.size(); ++own) {
            if (holds(case_.bonuses[bonuses[own].first].when, draft)) {
                block.constant[lane] -= block.bonuses[own * lanes + lane];
            }
        }
    }
}

void BlockMaker::scale_up(const PartyScale& scale, std::vector<double>& sums) const {
    for (double& sum : sums) {
        sum *= scale.factor;
    }
    for (std::size_t at = 0; !scale.is_exact && at < sums.size(); ++at) {
        sums[at] = (sums[at] + shifter) - shifter + 2; // at least what it stands for
    }
}

void BlockMaker::settle(const Columns& columns, PartyBlock& block) const {
    fill_bonuses(columns, block);
    scale_up(columns.scale, block.worth);
    scale_up(columns.scale, block.bonuses);
    scale_up(columns.scale, block.constant);
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
        const PartyDraws draws = sampler_.draw(party, first, lanes, block.lost);
        fill_party(party, draws, block.parties[party]);
    }
}

void BlockMaker::fill_party(std::size_t party, const PartyDraws& draws, PartyBlock& block) const {
    const PartySampler& own = sampler_.parties()[party];
    const PartyScale& scale = scales_[party];
    const std::vector<double> none(draws.lanes, 0.0);
    Columns columns{own, scale, draws, none, none};
    block.worth.resize(cell_count() * draws.lanes);
    block.constant = none;
    std::vector<double> values(draws.lanes);
    std::vector<double>& needed = scale.has_weights ? columns.fallback : block.constant;
    if (own.slots().fallback) {
        fill_values(columns, *own.slots().fallback, needed);
    }
    if (own.slots().supposed_less) {
        fill_values(columns, *own.slots().supposed_less, values);
        std::transform(needed.begin(), needed.end(), values.begin(), needed.begin(),
                       std::minus<>());
    }
    for (double& number : block.constant) {
        number = -number;
    }
    columns.weight_sum.assign(draws.lanes, scale.has_weights ? 0.0 : 1.0);
    for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
        const auto& weight = own.slots().weights[issue];
        if (!weight) {
            const auto row = [&](std::size_t cell) {
                return block.worth.begin() + static_cast<std::ptrdiff_t>(cell * draws.lanes);
            };
            std::fill(row(first_cell_[issue]), row(first_cell_[issue + 1]), 0.0);
            continue;
        }
        fill_issue(columns, issue, block);
        fill_values(columns, *weight, values);
        for (std::size_t lane = 0; scale.has_weights && lane < draws.lanes; ++lane) {
            columns.weight_sum[lane] += values[lane];
        }
    }
    settle(columns, block);
}

} // namespace unbracket
