#include "unbracket/robust/reading_sample.hpp"

#include "unbracket/base/side_by_side.hpp"
#include "unbracket/robust/reading_sampler.hpp"
#include "unbracket/robust/reading_verdicts.hpp"

#include <algorithm>
#include <atomic>

// A sample of readings in chunks. Draws are numbered and each is made from its number alone, so the
// chunks can be shared out among threads in any way. What settled earlier draws is tried first on
// later ones; it is learnt on the first draws, then each chunk goes on from a copy of that, so that
// even where a search is cut short the answer is the same for every number of threads.
//
// Source: Lahdelma, Hokkanen and Salminen (1998), SMAA: stochastic multiobjective acceptability
// analysis, for shares of a weight space in which something is acceptable [lahdelma1998smaa]

namespace unbracket {

namespace {

constexpr std::uint64_t block_lanes = 256;
constexpr std::uint64_t chunk_draws = 2'048;
/// Chunks learn from one in so many draws, at least and at most so many.
constexpr std::uint64_t learnt_from = 32;
constexpr std::uint64_t least_learnt = 256;
constexpr std::uint64_t most_learnt = 4'096;

void add_counts(std::vector<std::uint64_t>& sums, const std::vector<std::uint64_t>& others) {
    for (std::size_t at = 0; at < sums.size(); ++at) {
        sums[at] += others[at];
    }
}

void add_tally(AcceptanceTally& sum, const AcceptanceTally& other) {
    sum.agreement += other.agreement;
    add_counts(sum.by_party, other.by_party);
}

/// Everything that readings are decided with; immutable but for what is remembered.
class Decider {
public:
    Decider(const Case& negotiation, const Appraisal& appraisal, const SampleOptions& options)
        : case_(negotiation), appraisal_(appraisal), options_(options),
          sampler_(negotiation, appraisal,
                   {.seed = options.seed, .conditions = options.conditions}),
          maker_(negotiation, appraisal, sampler_),
          acceptance_(negotiation, appraisal, sampler_, maker_),
          verdicts_(negotiation, appraisal, acceptance_, maker_) {}

    void ask(const SampleQuestion& question) {
        for (const Outcome& outcome : question.outcomes) {
            outcomes_.push_back(acceptance_.ask(outcome));
        }
        for (const std::vector<Outcome>& contents : question.contents) {
            contents_.emplace_back();
            for (const Outcome& outcome : contents) {
                contents_.back().push_back(acceptance_.ask(outcome));
            }
        }
        const std::size_t parties = acceptance_.counted().size();
        waived_.reserve(parties);
        for (std::size_t place = 0; question.asks_who_blocks && place < parties; ++place) {
            waived_.emplace_back(case_, appraisal_, sampler_, maker_, place);
            without_.emplace_back(case_, appraisal_, waived_.back(), maker_);
        }
    }

    SampleTally empty_tally() const {
        const std::size_t parties = acceptance_.counted().size();
        const AcceptanceTally none{0, std::vector<std::uint64_t>(parties, 0)};
        SampleTally tally;
        tally.outcomes.assign(outcomes_.size(), none);
        tally.contents.assign(contents_.size(), {none, none});
        tally.blocks.assign(without_.size(), 0);
        return tally;
    }

    const ReadingVerdicts& verdicts() const { return verdicts_; }

    /// Learns from the first draws.
    void warm_up() {
        const std::uint64_t wanted =
            std::clamp(options_.samples / learnt_from, least_learnt, most_learnt);
        const std::uint64_t count = std::min(wanted, options_.samples);
        for (std::uint64_t first = 0; first < count; first += block_lanes) {
            const ReadingBlock block = maker_.block(first, std::min(block_lanes, count - first));
            const LaneMarks all(block.lanes, 1);
            const std::vector<DrawVerdict> found = verdicts_.decide(block, all, verdict_options());
            for (ReadingVerdicts& without : without_) {
                without.decide(block, marks_of(found, DrawVerdict::none), verdict_options());
            }
        }
    }

    SampleTally run_chunk(std::uint64_t from, std::uint64_t end) const {
        SampleTally tally = empty_tally();
        ReadingVerdicts verdicts = verdicts_;
        std::vector<ReadingVerdicts> without = without_;
        const VerdictCounts before = verdicts.counts();
        ReadingBlock block;
        for (std::uint64_t first = from; first < end; first += block_lanes) {
            if (is_raised(options_.cancel)) {
                tally.is_cut = true;
                break;
            }
            maker_.fill(first, std::min(block_lanes, end - first), block);
            const LaneMarks all(block.lanes, 1);
            const std::vector<DrawVerdict> found = verdicts.decide(block, all, verdict_options());
            count_verdicts(found, tally);
            count_acceptance(block, tally);
            for (std::size_t place = 0; place < without.size(); ++place) {
                const LaneMarks open = marks_of(found, DrawVerdict::none);
                const auto freed = without[place].decide(block, open, verdict_options());
                tally.blocks[place] += count_of(freed, DrawVerdict::agreement);
            }
        }
        const VerdictCounts after = verdicts.counts();
        tally.counts = {after.known_outcomes - before.known_outcomes,
                        after.known_multipliers - before.known_multipliers,
                        after.dual - before.dual, after.search - before.search};
        return tally;
    }

private:
    VerdictOptions verdict_options() const { return {options_.nodes_each, options_.cancel}; }

    static LaneMarks marks_of(const std::vector<DrawVerdict>& verdicts, DrawVerdict wanted) {
        LaneMarks marks;
        for (const DrawVerdict verdict : verdicts) {
            marks.push_back(verdict == wanted ? 1 : 0);
        }
        return marks;
    }

    static std::uint64_t count_of(const std::vector<DrawVerdict>& verdicts, DrawVerdict wanted) {
        return static_cast<std::uint64_t>(std::count(verdicts.begin(), verdicts.end(), wanted));
    }

    static void count_verdicts(const std::vector<DrawVerdict>& found, SampleTally& tally) {
        tally.lost += count_of(found, DrawVerdict::lost);
        tally.readings += found.size() - count_of(found, DrawVerdict::lost);
        tally.agreement += count_of(found, DrawVerdict::agreement);
        tally.undecided += count_of(found, DrawVerdict::undecided);
    }

    std::uint64_t count_marks(const ReadingBlock& block, const LaneMarks& marks) const {
        std::uint64_t count = 0;
        for (std::size_t lane = 0; lane < block.lanes; ++lane) {
            count += marks[lane] != 0 && !block.lost[lane] ? 1U : 0U;
        }
        return count;
    }

    /// The marks of each counted party and, behind them, those of the agreement rule.
    void mark_everybody(const ReadingBlock& block, const AskedOutcome& asked,
                        std::vector<LaneMarks>& marks) const {
        const std::size_t parties = acceptance_.counted().size();
        marks.resize(parties);
        for (std::size_t place = 0; place < parties; ++place) {
            acceptance_.mark_accepting(block, asked, place, marks[place]);
        }
        LaneMarks together;
        acceptance_.mark_agreement(block, asked, marks, together);
        marks.push_back(std::move(together));
    }

    void add_marks(const ReadingBlock& block, const std::vector<LaneMarks>& marks,
                   AcceptanceTally& tally) const {
        for (std::size_t place = 0; place + 1 < marks.size(); ++place) {
            tally.by_party[place] += count_marks(block, marks[place]);
        }
        tally.agreement += count_marks(block, marks.back());
    }

    void count_acceptance(const ReadingBlock& block, SampleTally& tally) const {
        std::vector<LaneMarks> marks;
        for (std::size_t at = 0; at < outcomes_.size(); ++at) {
            mark_everybody(block, outcomes_[at], marks);
            add_marks(block, marks, tally.outcomes[at]);
        }
        for (std::size_t at = 0; at < contents_.size(); ++at) {
            count_contents(block, contents_[at], tally.contents[at]);
        }
    }

    void count_contents(const ReadingBlock& block, const std::vector<AskedOutcome>& contents,
                        ContentTally& tally) const {
        const std::size_t places = acceptance_.counted().size() + 1;
        std::vector<LaneMarks> some(places, LaneMarks(block.lanes, 0));
        std::vector<LaneMarks> every(places, LaneMarks(block.lanes, 1));
        std::vector<LaneMarks> marks;
        for (const AskedOutcome& content : contents) {
            mark_everybody(block, content, marks);
            for (std::size_t place = 0; place < places; ++place) {
                for (std::size_t lane = 0; lane < block.lanes; ++lane) {
                    some[place][lane] |= marks[place][lane];
                    every[place][lane] &= marks[place][lane];
                }
            }
        }
        add_marks(block, some, tally.some);
        add_marks(block, every, tally.every);
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const SampleOptions& options_;
    ReadingSampler sampler_;
    BlockMaker maker_;
    ReadingAcceptance acceptance_;
    ReadingVerdicts verdicts_;
    std::vector<AskedOutcome> outcomes_;
    std::vector<std::vector<AskedOutcome>> contents_;
    std::vector<ReadingAcceptance> waived_; // by counted party
    std::vector<ReadingVerdicts> without_;  // likewise
};

} // namespace

void SampleTally::add(const SampleTally& other) {
    readings += other.readings, agreement += other.agreement;
    undecided += other.undecided, lost += other.lost;
    for (std::size_t at = 0; at < outcomes.size(); ++at) {
        add_tally(outcomes[at], other.outcomes[at]);
    }
    for (std::size_t at = 0; at < contents.size(); ++at) {
        add_tally(contents[at].some, other.contents[at].some);
        add_tally(contents[at].every, other.contents[at].every);
    }
    add_counts(blocks, other.blocks);
    counts.known_outcomes += other.counts.known_outcomes;
    counts.known_multipliers += other.counts.known_multipliers;
    counts.dual += other.counts.dual, counts.search += other.counts.search;
    is_cut = is_cut || other.is_cut;
}

SampleTally take_sample(const Case& negotiation, const Appraisal& appraisal,
                        const SampleQuestion& question, const SampleOptions& options) {
    Decider decider(negotiation, appraisal, options);
    decider.ask(question);
    decider.warm_up();
    const std::uint64_t chunks = (options.samples + chunk_draws - 1) / chunk_draws;
    std::vector<SampleTally> tallies(chunks);
    std::atomic<std::uint64_t> next{0};
    const auto work = [&] {
        for (std::uint64_t chunk = next++; chunk < chunks; chunk = next++) {
            const std::uint64_t from = chunk * chunk_draws;
            tallies[chunk] = decider.run_chunk(from, std::min(from + chunk_draws, options.samples));
        }
    };
    side_by_side(options.threads, work);
    SampleTally sum = decider.empty_tally();
    for (const SampleTally& tally : tallies) {
        sum.add(tally);
    }
    return sum;
}

std::vector<Outcome> frequent_agreements(const Case& negotiation, const Appraisal& appraisal,
                                         std::size_t most, const SampleOptions& options) {
    Decider decider(negotiation, appraisal, options);
    decider.warm_up();
    std::vector<Outcome> outcomes = decider.verdicts().known_outcomes();
    outcomes.resize(std::min(outcomes.size(), most));
    return outcomes;
}

} // namespace unbracket
