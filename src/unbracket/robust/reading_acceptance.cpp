#include "unbracket/robust/reading_acceptance.hpp"

#include "unbracket/robust/lane_sums.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>

// Acceptance of one outcome in many readings at once: limits are looked at once, values are sums of
// whole numbers over all draws of a block side by side. Where those numbers were rounded upwards a
// sum that reaches 0, by no more than they may have been raised, is looked at again as the
// definition has it, in fractions.
//
// Source: Keeney and Raiffa (1976), Decisions with multiple objectives, chapter 3, for additive
// values [keeney1976decisions]

namespace unbracket {

Rational gain_in(const Case& negotiation, Scale scale, const PartyReading& reading,
                 const Outcome& outcome) {
    const auto value = [&](std::size_t issue, OptionId option) {
        Rational sum = reading.values[issue][as_index(option)];
        for (const auto& [at, loss] : reading.losses) {
            if (lowers(negotiation.risks[at], IssueId(issue), option)) {
                sum -= loss;
            }
        }
        return sum;
    };
    const auto total = [&](const Outcome& whole) {
        Rational sum, weights = scale == Scale::stances ? 0 : 1;
        for (std::size_t issue = 0; issue < whole.size(); ++issue) {
            if (reading.values[issue].empty()) {
                continue;
            }
            const Rational weight = scale == Scale::stances ? reading.weights[issue] : Rational(1);
            sum += weight * value(issue, whole[issue]);
            weights += scale == Scale::stances ? weight : Rational(0);
        }
        for (const auto& [at, bonus] : reading.bonuses) {
            if (holds(negotiation.bonuses[at].when, whole)) {
                sum += weights * bonus;
            }
        }
        return std::pair(sum, weights);
    };
    const auto [sum, weights] = total(outcome);
    const Rational needed =
        reading.fallback ? weights * *reading.fallback : total(reading.fallback_completion).first;
    return sum - needed + weights * negotiation.supposed_less_of(reading.party);
}

ReadingAcceptance::ReadingAcceptance(const Case& negotiation, const Appraisal& appraisal,
                                     const ReadingSampler& sampler, const BlockMaker& maker,
                                     std::optional<std::size_t> waived)
    : case_(negotiation), appraisal_(appraisal), sampler_(sampler), maker_(maker) {
    for (const PartyId party : counted()) {
        columns_.emplace_back();
        is_required_.push_back(negotiation.is_required(party));
        for (std::size_t column = 0; column < sampler.parties().size(); ++column) {
            const bool is_own = sampler.parties()[column].party() == party;
            if (is_own && columns_.size() != waived.value_or(counted().size()) + 1) {
                columns_.back() = column;
            }
        }
    }
}

AskedOutcome ReadingAcceptance::ask(const Outcome& outcome) const {
    AskedOutcome asked{outcome, breaks_plan(case_, outcome), {}, {}};
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        asked.cells.push_back(maker_.cell(IssueId(issue), outcome[issue]));
    }
    for (std::size_t place = 0; place < counted().size(); ++place) {
        AskedOutcome::Party own;
        own.may_accept = refusal_by_limits(case_, appraisal_, counted()[place], outcome,
                                           Certainty::possible) == Refusal::none;
        std::size_t position = 0;
        for (const Bonus& bonus : case_.bonuses) {
            if (bonus.party != counted()[place]) {
                continue;
            }
            if (holds(bonus.when, outcome)) {
                own.bonuses.push_back(position);
            }
            ++position;
        }
        asked.parties.push_back(std::move(own));
    }
    return asked;
}

bool ReadingAcceptance::accepts_exactly(std::size_t place, const Outcome& outcome,
                                        std::uint64_t draw) const {
    const auto reading = sampler_.reading(*columns_[place], draw);
    const Scale scale = appraisal_[as_index(counted()[place])].scale;
    return reading && gain_in(case_, scale, *reading, outcome).sign() >= 0;
}

bool ReadingAcceptance::keep_accepting(const ReadingBlock& block, const AskedOutcome& asked,
                                       std::size_t place, LaneMarks& marks) const {
    const AskedOutcome::Party& own = asked.parties[place];
    if (!own.may_accept) {
        std::fill(marks.begin(), marks.end(), 0);
    }
    if (!own.may_accept || !columns_[place]) {
        return own.may_accept;
    }
    const PartyBlock& party = block.parties[*columns_[place]];
    LaneSums sums{party.constant.data(), {}};
    sums.rows.reserve(asked.cells.size() + own.bonuses.size());
    for (const std::size_t cell : asked.cells) {
        sums.rows.push_back(party.worth.data() + cell * block.lanes);
    }
    for (const std::size_t bonus : own.bonuses) {
        sums.rows.push_back(party.bonuses.data() + bonus * block.lanes);
    }
    bool is_left = clear_below_zero(sums, marks);
    if (is_left && !maker_.is_exact(*columns_[place])) {
        is_left = keep_exactly_accepting(block, asked, place, sums, marks);
    }
    return is_left;
}

/// Of lanes whose rounded sums reach 0.
bool ReadingAcceptance::keep_exactly_accepting(const ReadingBlock& block, const AskedOutcome& asked,
                                               std::size_t place, LaneSums sums,
                                               LaneMarks& marks) const {
    const std::size_t column = *columns_[place];
    const double raised = maker_.most_raised(column);
    std::vector<double> lowered(sums.first, sums.first + block.lanes);
    std::for_each(lowered.begin(), lowered.end(), [&](double& number) { number -= raised; });
    sums.first = lowered.data();
    LaneMarks is_sure = marks;
    clear_below_zero(sums, is_sure);
    bool accepts = false, is_known = false, is_left = false;
    for (std::size_t lane = 0; lane < block.lanes; ++lane) {
        if (marks[lane] != 0 && is_sure[lane] == 0) {
            if (!is_known) {
                accepts = accepts_exactly(place, asked.outcome, block.draws[lane]);
                is_known = maker_.is_single(column); // the same in all
            }
            marks[lane] = accepts ? 1 : 0;
        }
        is_left = is_left || marks[lane] != 0;
    }
    return is_left;
}

void ReadingAcceptance::mark_accepting(const ReadingBlock& block, const AskedOutcome& asked,
                                       std::size_t place, LaneMarks& marks) const {
    marks.assign(block.lanes, 1);
    keep_accepting(block, asked, place, marks);
}

namespace {

/// Counts in who accepts, which are fewer parties than a mark can count; where a party that has to
/// does not, there is no agreement.
void count_in(const LaneMarks& own, bool is_required, LaneMarks& accepting, LaneMarks& marks) {
    count_marks(own, accepting);
    if (is_required) {
        keep_marks(own, marks);
    }
}

void keep_where_enough_accept(std::span<const std::uint8_t> accepting, int needed,
                              std::span<std::uint8_t> marks) {
    for (std::size_t lane = 0; lane < marks.size(); ++lane) {
        marks[lane] = accepting[lane] >= needed ? marks[lane] : std::uint8_t{0};
    }
}

} // namespace

void ReadingAcceptance::keep_all_required(const ReadingBlock& block, const AskedOutcome& asked,
                                          LaneMarks& marks) const {
    bool is_left = true;
    for (std::size_t place = 0; is_left && place < counted().size(); ++place) {
        is_left = !is_required_[place] || keep_accepting(block, asked, place, marks);
    }
}

void ReadingAcceptance::keep_agreement(const ReadingBlock& block, const AskedOutcome& asked,
                                       LaneMarks& marks) const {
    if (asked.breaks_plan) {
        std::fill(marks.begin(), marks.end(), 0);
        return;
    }
    const int needed = case_.agreement.at_least.value_or(0);
    const bool counts = needed > static_cast<int>(case_.agreement.required.size());
    if (!counts) {
        keep_all_required(block, asked, marks);
        return;
    }
    LaneMarks accepting(block.lanes, 0);
    for (std::size_t place = 0; place < counted().size(); ++place) {
        LaneMarks own = marks;
        keep_accepting(block, asked, place, own);
        count_in(own, is_required_[place], accepting, marks);
    }
    keep_where_enough_accept(accepting, needed, marks);
}

void ReadingAcceptance::mark_agreement(const ReadingBlock& block, const AskedOutcome& asked,
                                       LaneMarks& marks) const {
    marks.assign(block.lanes, 1);
    keep_agreement(block, asked, marks);
}

void ReadingAcceptance::mark_agreement(const ReadingBlock& block, const AskedOutcome& asked,
                                       std::span<const LaneMarks> accepting,
                                       LaneMarks& marks) const {
    marks.assign(block.lanes, asked.breaks_plan ? 0 : 1);
    LaneMarks counts(block.lanes, 0);
    for (std::size_t place = 0; place < accepting.size(); ++place) {
        count_in(accepting[place], is_required_[place], counts, marks);
    }
    keep_where_enough_accept(counts, case_.agreement.at_least.value_or(0), marks);
}

} // namespace unbracket
