#pragma once

#include "unbracket/robust/lane_sums.hpp"
#include "unbracket/robust/reading_block.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace unbracket {

/// What the outcome is worth to the party above its fallback in this reading; for stances times the
/// sum of weights. Limits are not looked at. The definition, in fractions.
Rational gain_in(const Case& negotiation, Scale scale, const PartyReading& reading,
                 const Outcome& outcome);

/// An outcome with all that does not depend on the reading worked out.
struct AskedOutcome {
    struct Party {
        bool may_accept = false; // it does not refuse everything, and no limit of its own is broken
        std::vector<std::size_t> bonuses; // own ones that the outcome earns, as in PartyBlock
    };
    Outcome outcome;
    bool breaks_plan = false;
    std::vector<std::size_t> cells;
    std::vector<Party> parties; // by place among the counted ones
};

/// One mark for each draw of a block.
using LaneMarks = std::vector<std::uint8_t>;

/// Who accepts an outcome in which draw, exactly.
class ReadingAcceptance {
public:
    /// `waived`: the place among the counted parties of one that any value suits.
    ReadingAcceptance(const Case& negotiation, const Appraisal& appraisal,
                      const ReadingSampler& sampler, const BlockMaker& maker,
                      std::optional<std::size_t> waived = std::nullopt);

    AskedOutcome ask(const Outcome& outcome) const;
    /// Whether the counted party at that place accepts it. Rules and norms are not looked at.
    void mark_accepting(const ReadingBlock& block, const AskedOutcome& asked, std::size_t place,
                        LaneMarks& marks) const;
    /// Whether the agreement rule accepts it.
    void mark_agreement(const ReadingBlock& block, const AskedOutcome& asked,
                        LaneMarks& marks) const;
    /// Clears the marks of draws in which the agreement rule does not accept it; what is not marked
    /// is not looked at.
    void keep_agreement(const ReadingBlock& block, const AskedOutcome& asked,
                        LaneMarks& marks) const;
    /// Whether it does, where each counted party's marks are at hand, in `accepting`.
    void mark_agreement(const ReadingBlock& block, const AskedOutcome& asked,
                        std::span<const LaneMarks> accepting, LaneMarks& marks) const;

    /// Place of the party in the sampler; nothing for a party that any value suits.
    std::optional<std::size_t> column_of(std::size_t place) const { return columns_[place]; }
    const std::vector<PartyId>& counted() const { return case_.agreement.counted; }

private:
    /// Clears the marks of draws in which the party does not accept it; false where none is left.
    bool keep_accepting(const ReadingBlock& block, const AskedOutcome& asked, std::size_t place,
                        LaneMarks& marks) const;
    void keep_all_required(const ReadingBlock& block, const AskedOutcome& asked,
                           LaneMarks& marks) const;
    bool keep_exactly_accepting(const ReadingBlock& block, const AskedOutcome& asked,
                                std::size_t place, LaneSums sums, LaneMarks& marks) const;
    bool accepts_exactly(std::size_t place, const Outcome& outcome, std::uint64_t draw) const;

    const Case& case_;
    const Appraisal& appraisal_;
    const ReadingSampler& sampler_;
    const BlockMaker& maker_;
    std::vector<std::optional<std::size_t>> columns_; // by counted party
    std::vector<bool> is_required_;
};

} // namespace unbracket
