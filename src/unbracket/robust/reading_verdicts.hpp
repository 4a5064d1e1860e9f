#pragma once

#include "unbracket/base/cancel.hpp"
#include "unbracket/robust/lane_dual.hpp"
#include "unbracket/robust/reading_acceptance.hpp"
#include "unbracket/robust/reading_block.hpp"
#include "unbracket/robust/reading_sample.hpp"
#include "unbracket/robust/reading_trees.hpp"
#include "unbracket/zone/part.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// Whether some outcome is accepted in one reading of the case. `lost`: the draw was given up by
/// the sampler; `undecided`: the node budget of the draw ran out.
enum class DrawVerdict : std::uint8_t { none, agreement, undecided, lost };

struct VerdictOptions {
    std::uint64_t nodes_each = 1'000'000; // of the search for one draw
    /// Which outcomes are found depends on the draws alone, as where they are listed, and not on
    /// what makes searches short; takes longer.
    bool lists_outcomes = false;
    const CancelFlag* cancel = nullptr;
};

/// Decides one block of draws after the other, exactly, and remembers what answered before.
/// Verdicts do not depend on what is remembered, unless the budget of a draw runs out; so whoever
/// shares a sample among threads gives each chunk of it a copy of its own.
class ReadingVerdicts {
public:
    ReadingVerdicts(const Case& negotiation, const Appraisal& appraisal,
                    const ReadingAcceptance& acceptance, const BlockMaker& maker);

    /// Of those draws of the block that are `asked` about; for the others `lost`.
    std::vector<DrawVerdict> decide(const ReadingBlock& block, const LaneMarks& asked,
                                    const VerdictOptions& options);

    /// What answered so far, for a case with the same issues and options. It makes verdicts there
    /// faster and changes none.
    struct Learnt {
        std::vector<Outcome> outcomes;
        std::vector<std::vector<std::vector<double>>> multipliers; // by question
        std::vector<std::vector<Multipliers>> lanes;               // likewise, of trees
    };
    Learnt learnt() const;
    void learn_from(const Learnt& learnt);

    /// Outcomes that were agreements in some draw, those first that were so most often.
    std::vector<Outcome> known_outcomes() const;
    const VerdictCounts& counts() const { return counts_; }

private:
    struct KnownOutcome {
        AskedOutcome asked;
        std::uint64_t hits = 0;
    };
    struct KnownMultipliers {
        std::vector<double> numbers; // whole, one for each required column
        std::uint64_t hits = 0;
    };
    /// One search of the question, the same in every reading but for its numbers.
    struct Question {
        Part part;
        std::vector<std::size_t> cells;                  // by row
        std::vector<std::optional<std::size_t>> columns; // of the sampler, by column of the part
        std::vector<std::size_t> places;                 // among the counted, by column
        std::vector<KnownMultipliers> known;
        std::vector<double> ends; // mean weights of the first draws whose bound stays open
        std::size_t end_count = 0;
        std::size_t bounded = 0; // draws that were bounded until then
        ReadingTrees trees;
    };
    friend class GroupRound;
    /// Draws of a block that are still open, and the verdicts of all.
    struct OpenDraws {
        std::vector<std::size_t> lanes;
        std::vector<DrawVerdict> verdicts;
        LaneMarks marks; // for use by whoever asks
    };
    void add_question(const Case& negotiation, Part part);
    void remember(AskedOutcome asked);
    void try_outcome(std::size_t at, const ReadingBlock& block, OpenDraws& draws);
    /// Decides the first open draw by itself where the last one has the same numbers, and remembers
    /// them where there is no agreement.
    void learn_alike(const ReadingBlock& block, OpenDraws& draws, std::size_t next_outcome,
                     const VerdictOptions& options);
    /// Where the same numbers are the same verdicts, that there is no agreement holds for every
    /// draw with the same ones. In a case without ranges all draws are alike.
    void answer_alike(const ReadingBlock& block, OpenDraws& draws) const;

    const Case& case_;
    const ReadingAcceptance& acceptance_;
    const BlockMaker& maker_;
    std::vector<Question> questions_;
    std::vector<KnownOutcome> outcomes_;
    std::vector<double> alike_; // numbers of draws without an agreement; empty: none known
    VerdictCounts counts_;
};

} // namespace unbracket
