#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/draw_rows.hpp"
#include "unbracket/robust/reading_sampler.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unbracket {

/// Readings of one party as whole numbers (kept in doubles, all below 2^53, so that nothing is
/// rounded): it accepts an outcome by value if `constant` plus the `worth` of the chosen options
/// plus the earned `bonuses` is at least 0. Each table has a row of draws for each thing.
struct PartyBlock {
    std::vector<double> worth;    // [cell][lane]; 0 on issues that do not concern the party
    std::vector<double> constant; // [lane]
    std::vector<double> bonuses;  // [own bonus, in the order of the case][lane]
};

/// Some draws of all parties of a sampler.
struct ReadingBlock {
    std::size_t lanes = 0;
    std::vector<std::uint64_t> draws; // their numbers, by lane
    std::vector<PartyBlock> parties;  // as in the sampler
    std::vector<bool> lost;           // draws that were given up
};

/// Those draws of a block alone, in that order.
ReadingBlock narrowed(const ReadingBlock& block, std::span<const std::size_t> lanes);

/// Turns draws into sums over issues. A cell is an option of an issue; cells of an issue follow
/// each other in the order of the case.
class BlockMaker {
public:
    BlockMaker(const Case& negotiation, const Appraisal& appraisal, const ReadingSampler& sampler);

    ReadingBlock block(std::uint64_t first, std::size_t lanes) const;
    /// The same, in the memory of an earlier one.
    void fill(std::uint64_t first, std::size_t lanes, ReadingBlock& block) const;

    std::size_t cell(IssueId issue, OptionId option) const {
        return first_cell_[as_index(issue)] + as_index(option);
    }
    std::size_t cell_count() const { return first_cell_.back(); }
    /// Whether the party's sums are the exact ones times a constant. Where its numbers are too long
    /// for that they are larger: a sum below 0 is below 0, one that is not has to be looked at.
    bool is_exact(std::size_t party) const { return scales_[party].sums.is_exact; }
    /// The sums of the party are at most this much larger than exact ones; 0 where they are exact.
    double most_raised(std::size_t party) const;
    /// Whether the party has one reading.
    bool is_single(std::size_t party) const { return sampler_.parties()[party].is_single(); }
    /// Whether draws with the same numbers in the block accept the same. Readings of a party whose
    /// sums are not exact may share rounded ones.
    bool same_numbers_are_same_verdicts() const;
    /// No sum of a party is larger in size.
    double largest_sum() const { return largest_sum_; }

private:
    struct PartyScale {
        std::vector<GridLine> lines; // by slot
        SumScale sums;
        double total = 0; // largest sum before the factor
        bool has_weights = false;
    };
    struct Columns;
    void add_party(const Case& negotiation, const PartySampler& own, bool has_weights);
    void set_factors();
    double roundings_of(std::size_t party) const;
    double largest(const PartyScale& scale, std::size_t slot) const;
    double total_of(const PartySampler& own, const PartyScale& scale) const;
    void fill_losses(const Columns& columns, IssueId issue, OptionId option,
                     std::vector<double>& values) const;
    std::vector<double> worth_of_draft(const Columns& columns, std::size_t issue) const;
    void fill_issue(const Columns& columns, std::size_t issue, std::span<const double> weight,
                    PartyBlock& block) const;
    void fill_bonuses(const Columns& columns, PartyBlock& block) const;
    void fill_party(Columns columns, PartyBlock& block) const;

    const Case& case_;
    const ReadingSampler& sampler_;
    std::vector<std::size_t> first_cell_; // one more than there are issues
    std::vector<PartyScale> scales_;
    double largest_sum_ = 0;
};

} // namespace unbracket
