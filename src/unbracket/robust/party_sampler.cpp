#include "unbracket/robust/party_sampler.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/robust/draw_rows.hpp"

#include <algorithm>
#include <functional>
#include <memory>

// One party's readings, drawn piece by piece, since the pieces are independent: weights (see
// weight_measure.cpp), the values of each issue, and single numbers. Values that an order ranks in
// one line are a chain (chain_measure.cpp); options that are worth the same are one number of it,
// and options with a single number drop out, since ranges were tightened around them. Where an
// order and a curve together rank options in no single line, one line is drawn after the other and
// the draw is thrown away if it breaks the rest: plain rejection, exact as well.
//
// Source: Devroye (1986), Non-uniform random variate generation, chapter II.3, for rejection
// [devroye1986nonuniform]

namespace unbracket {

namespace {

/// Options that are worth the same in every reading, and what each such group is worth.
struct Group {
    std::vector<std::size_t> options;
    Interval range;
};

bool is_above(const IssueAppraisal& issue, const Group& above, const Group& below) {
    return is_at_least(issue, OptionId(above.options.front()), OptionId(below.options.front()));
}

/// The groups that an order ranks and whose value is not known.
std::vector<Group> ranked_groups(const IssueAppraisal& issue) {
    std::vector<Group> groups;
    std::vector<bool> is_ranked(issue.options.size(), false);
    for (const auto& [better, worse] : issue.at_least) {
        is_ranked[as_index(better)] = is_ranked[as_index(worse)] = true;
    }
    for (std::size_t option = 0; option < issue.options.size(); ++option) {
        const Interval& range = issue.options[option].value;
        if (!is_ranked[option] || range.is_single()) {
            continue;
        }
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            const OptionId other(group.options.front());
            return is_at_least(issue, OptionId(option), other) &&
                   is_at_least(issue, other, OptionId(option));
        });
        if (same == groups.end()) {
            groups.push_back({{option}, range});
        } else {
            same->options.push_back(option);
        }
    }
    return groups;
}

/// Takes a longest run of groups, each above the one before, out of the list. Curves and orders are
/// lines, so that taking each next group that still fits finds all of a line.
std::vector<Group> take_line(const IssueAppraisal& issue, std::vector<Group>& groups) {
    std::vector<Group> line, rest;
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::pair(a.range.low, a.range.high) < std::pair(b.range.low, b.range.high);
    });
    for (Group& group : groups) {
        const auto place = std::find_if(line.begin(), line.end(), [&](const Group& other) {
            return is_above(issue, other, group);
        });
        const bool fits = std::all_of(line.begin(), place,
                                      [&](const Group& g) { return is_above(issue, group, g); }) &&
                          std::all_of(place, line.end(),
                                      [&](const Group& g) { return is_above(issue, g, group); });
        if (fits) {
            line.insert(place, std::move(group));
        } else {
            rest.push_back(std::move(group));
        }
    }
    groups = std::move(rest);
    return line;
}

/// Issues whose weights are equal in every reading, and the range they have in common.
struct Equals {
    std::vector<std::size_t> issues;
    Interval range;
};

std::vector<Equals> equal_weights(const PartyAppraisal& own) {
    std::vector<std::size_t> first(own.issues.size()); // issue of the group
    for (std::size_t issue = 0; issue < first.size(); ++issue) {
        first[issue] = issue;
    }
    for (const Coupling& coupling : own.couplings) {
        if (coupling.kind == CouplingKind::as_heavy) {
            const std::size_t one = first[as_index(*coupling.first)];
            const std::size_t other = first[as_index(*coupling.second)];
            std::replace(first.begin(), first.end(), std::max(one, other), std::min(one, other));
        }
    }
    std::vector<Equals> groups;
    for (std::size_t start = 0; start < first.size(); ++start) {
        Equals group;
        bool is_nothing = false; // one of them has no weight
        for (std::size_t issue = start; issue < first.size(); ++issue) {
            if (first[issue] != start) {
                continue;
            }
            if (!own.issues[issue].is_concerned()) {
                is_nothing = true;
                continue;
            }
            const Interval& range = own.issues[issue].weight;
            group.range = group.issues.empty() ? range
                                               : Interval{std::max(group.range.low, range.low),
                                                          std::min(group.range.high, range.high)};
            group.issues.push_back(issue);
        }
        if (!group.issues.empty()) {
            group.range = is_nothing ? single(0) : group.range;
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

bool has_same_range(const GridNumber& one, const GridNumber& other) {
    return one.base == other.base && one.slope == other.slope;
}

} // namespace

PartySampler::PartySampler(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                           WeightTables* tables)
    : party_(party) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    UNBRACKET_REQUIRE(own.scale != Scale::none && !own.gap, "only a party with a reading is drawn");
    add_weights(own, tables);
    for (const IssueAppraisal& issue : own.issues) {
        add_values(issue);
    }
    if (const auto* range = std::get_if<Interval>(&own.fallback)) {
        slots_.fallback = add(grid_number(*range));
        free_.push_back(*slots_.fallback);
    } else {
        for (const auto& setting : negotiation.draft(std::get<DraftId>(own.fallback)).content) {
            contents_.push_back(setting.options);
        }
    }
    if (own.supposed_less.sign() > 0) {
        slots_.supposed_less = add(grid_number(single(own.supposed_less)));
    }
    add_bonuses_and_losses(negotiation);
    count_units();
}

void PartySampler::add_bonuses_and_losses(const Case& negotiation) {
    for (std::size_t at = 0; at < negotiation.bonuses.size(); ++at) {
        if (negotiation.bonuses[at].party == party_) {
            slots_.bonuses.emplace_back(at, add(grid_number(negotiation.bonuses[at].value)));
            free_.push_back(slots_.bonuses.back().second);
        }
    }
    for (std::size_t at = 0; at < negotiation.risks.size(); ++at) {
        if (negotiation.risks[at].party == party_) {
            slots_.losses.emplace_back(at, add(grid_number(negotiation.risks[at].loss)));
            free_.push_back(slots_.losses.back().second);
        }
    }
}

std::size_t PartySampler::add(GridNumber number) {
    numbers_.push_back(std::move(number));
    return numbers_.size() - 1;
}

void PartySampler::add_weights(const PartyAppraisal& own, WeightTables* tables) {
    const std::vector<Equals> equals = equal_weights(own);
    std::vector<Interval> box;
    std::vector<std::size_t> place_of_issue(own.issues.size(), own.issues.size());
    slots_.weights.resize(own.issues.size());
    for (const Equals& group : equals) {
        const bool has_weight = group.range.high.sign() > 0;
        if (has_weight) {
            const Rational count(static_cast<std::int64_t>(group.issues.size()));
            box.push_back({group.range.low * count, group.range.high * count});
            weighed_.emplace_back();
        }
        for (const std::size_t issue : group.issues) {
            slots_.weights[issue] = add(grid_number(group.range));
            if (has_weight) {
                weighed_.back().push_back(*slots_.weights[issue]);
                place_of_issue[issue] = weighed_.size() - 1;
            }
        }
    }
    if (own.scale == Scale::stances) {
        weights_.emplace(box, tables);
        add_ranked_weights(own, place_of_issue);
    }
}

/// Chains of weights that are ranked and have the same range: sorting such draws leaves the measure
/// of those that keep the order. Other orders are left to rejection.
void PartySampler::add_ranked_weights(const PartyAppraisal& own,
                                      const std::vector<std::size_t>& place_of_issue) {
    std::vector<bool> is_taken(weighed_.size(), false);
    for (const Coupling& coupling : own.couplings) {
        if (coupling.kind != CouplingKind::heavier) {
            continue;
        }
        const std::size_t more = place_of_issue[as_index(*coupling.first)];
        const std::size_t less = place_of_issue[as_index(*coupling.second)];
        const std::size_t none = own.issues.size();
        if (more == none || less == none || weighed_[more].size() != weighed_[less].size() ||
            !has_same_range(numbers_[weighed_[more].front()], numbers_[weighed_[less].front()])) {
            continue;
        }
        const bool goes_on = !ranked_weights_.empty() && ranked_weights_.back().back() == more;
        if (is_taken[less] || (is_taken[more] && !goes_on)) {
            continue;
        }
        if (!goes_on) {
            ranked_weights_.push_back({more});
        }
        ranked_weights_.back().push_back(less);
        is_taken[more] = is_taken[less] = true;
    }
}

void PartySampler::add_values(const IssueAppraisal& issue) {
    std::vector<std::size_t> slots;
    for (const OptionAppraisal& option : issue.options) {
        slots.push_back(add(grid_number(option.value)));
    }
    add_chains(issue, slots);
    std::vector<bool> is_in_chain(numbers_.size(), false);
    for (const Chain& chain : chains_) {
        for (std::size_t at = 0; at < chain.slots.size(); ++at) {
            is_in_chain[chain.slots[at]] = true;
            for (const std::size_t slot : chain.tied[at]) {
                is_in_chain[slot] = true;
            }
        }
    }
    std::copy_if(slots.begin(), slots.end(), std::back_inserter(free_),
                 [&](std::size_t slot) { return !is_in_chain[slot]; });
    slots_.values.push_back(std::move(slots));
}

void PartySampler::add_chains(const IssueAppraisal& issue, const std::vector<std::size_t>& slots) {
    std::vector<Group> groups = ranked_groups(issue);
    const std::vector<Group> all = groups;
    std::size_t lines = 0;
    while (!groups.empty()) {
        const std::vector<Group> line = take_line(issue, groups);
        std::vector<Interval> ranges;
        for (const Group& group : line) {
            ranges.push_back(group.range);
        }
        Chain chain{ChainMeasure(ranges), {}, {}};
        for (std::size_t at = 0; at < line.size(); ++at) {
            chain.tied.emplace_back();
            for (const std::size_t option : line[at].options) {
                numbers_[slots[option]] = chain.measure.numbers()[at];
                chain.tied.back().push_back(slots[option]);
            }
            chain.slots.push_back(chain.tied.back().front());
        }
        chains_.push_back(std::move(chain));
        ++lines;
    }
    for (const auto& [better, worse] : issue.at_least) {
        if (lines > 1 && slots[as_index(better)] != slots[as_index(worse)]) {
            checked_.emplace_back(slots[as_index(better)], slots[as_index(worse)]);
        }
    }
}

void PartySampler::count_units() {
    std::erase_if(free_, [&](std::size_t slot) { return numbers_[slot].is_constant(); });
    units_needed_ = free_.size() + (weights_ ? weights_->units_needed() : 0);
    for (const Chain& chain : chains_) {
        units_needed_ += chain.measure.units_needed();
    }
    for (const std::vector<OptionId>& options : contents_) {
        units_needed_ += options.size() > 1 ? std::size_t{1} : std::size_t{0};
    }
}

bool PartySampler::keeps_orders(const PartyDraws& draws, std::size_t lane) const {
    return std::all_of(checked_.begin(), checked_.end(), [&](const auto& pair) {
        const auto number = [&](std::size_t slot) {
            return numbers_[slot].at(draws.steps[slot * draws.lanes + lane]);
        };
        return number(pair.first) >= number(pair.second);
    });
}

namespace {

/// Sorts these rows in every lane, the largest first.
void sort_down(std::span<double> rows, const std::vector<std::size_t>& ranked, std::size_t lanes) {
    std::vector<double> column(ranked.size());
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        for (std::size_t at = 0; at < ranked.size(); ++at) {
            column[at] = rows[ranked[at] * lanes + lane];
        }
        std::sort(column.begin(), column.end(), std::greater<>());
        for (std::size_t at = 0; at < ranked.size(); ++at) {
            rows[ranked[at] * lanes + lane] = column[at];
        }
    }
}

} // namespace

void PartySampler::place_weights(std::span<const double> units, PartyDraws& draws) const {
    const std::size_t lanes = draws.lanes;
    const auto room = std::make_unique_for_overwrite<double[]>(weighed_.size() * lanes);
    const std::span<double> places(room.get(), weighed_.size() * lanes);
    weights_->place(units, lanes, places);
    for (const std::vector<std::size_t>& ranked : ranked_weights_) {
        sort_down(places, ranked, lanes);
    }
    for (std::size_t at = 0; at < weighed_.size(); ++at) {
        for (const std::size_t slot : weighed_[at]) {
            place_steps(places.subspan(at * lanes, lanes), draws.steps_of(slot));
        }
    }
}

void PartySampler::place_chain(const Chain& chain, std::span<const double> units,
                               PartyDraws& draws) const {
    std::vector<double> own(chain.measure.units_needed());
    std::vector<std::uint32_t> steps(chain.measure.size());
    for (std::size_t lane = 0; lane < draws.lanes; ++lane) {
        for (std::size_t at = 0; at < own.size(); ++at) {
            own[at] = units[at * draws.lanes + lane];
        }
        chain.measure.place(own, steps);
        for (std::size_t at = 0; at < steps.size(); ++at) {
            for (const std::size_t slot : chain.tied[at]) {
                draws.steps[slot * draws.lanes + lane] = steps[at];
            }
        }
    }
}

std::vector<bool> PartySampler::place(std::span<const double> units, PartyDraws& draws) const {
    const std::size_t lanes = draws.lanes;
    draws.steps.resize(numbers_.size() * lanes);
    draws.settled.assign(contents_.size() * lanes, 0);
    if (weights_) {
        place_weights(units, draws);
        units = units.subspan(weights_->units_needed() * lanes);
    }
    for (const std::size_t slot : free_) {
        place_steps(units.first(lanes), draws.steps_of(slot));
        units = units.subspan(lanes);
    }
    for (const Chain& chain : chains_) {
        place_chain(chain, units, draws);
        units = units.subspan(chain.measure.units_needed() * lanes);
    }
    for (std::size_t issue = 0; issue < contents_.size(); ++issue) {
        const std::size_t count = contents_[issue].size();
        for (std::size_t lane = 0; count > 1 && lane < lanes; ++lane) {
            draws.settled[issue * lanes + lane] =
                static_cast<std::uint32_t>(units[lane] * static_cast<double>(count));
        }
        units = units.subspan(count > 1 ? lanes : std::size_t{0});
    }
    std::vector<bool> is_kept(lanes, true);
    for (std::size_t lane = 0; !checked_.empty() && lane < lanes; ++lane) {
        is_kept[lane] = keeps_orders(draws, lane);
    }
    return is_kept;
}

PartyReading PartySampler::reading(const PartyDraws& draws, std::size_t lane) const {
    const auto number = [&](std::size_t slot) {
        return numbers_[slot].at(draws.steps[slot * draws.lanes + lane]);
    };
    PartyReading reading;
    reading.party = party_;
    for (std::size_t issue = 0; issue < slots_.values.size(); ++issue) {
        const auto& weight = slots_.weights[issue];
        reading.weights.push_back(weight ? number(*weight) : Rational(0));
        reading.values.emplace_back();
        for (const std::size_t slot : slots_.values[issue]) {
            reading.values.back().push_back(number(slot));
        }
    }
    if (slots_.fallback) {
        reading.fallback = number(*slots_.fallback);
    }
    for (std::size_t issue = 0; issue < contents_.size(); ++issue) {
        reading.fallback_completion.push_back(
            contents_[issue][draws.settled[issue * draws.lanes + lane]]);
    }
    for (const auto& [at, slot] : slots_.bonuses) {
        reading.bonuses.emplace_back(at, number(slot));
    }
    for (const auto& [at, slot] : slots_.losses) {
        reading.losses.emplace_back(at, number(slot));
    }
    return reading;
}

} // namespace unbracket
