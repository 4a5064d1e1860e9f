#include "unbracket/robust/reading_sample.hpp"

#include "unbracket/base/side_by_side.hpp"
#include "unbracket/robust/lane_sums.hpp"
#include "unbracket/robust/reading_sampler.hpp"
#include "unbracket/robust/reading_verdicts.hpp"
#include "unbracket/robust/sample_memory.hpp"

#include <algorithm>
#include <atomic>
#include <span>

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

/// The draws of a case, whatever its limits, rules and norms.
struct Draws {
    ReadingSampler sampler;
    BlockMaker maker;

    Draws(const Case& negotiation, const Appraisal& appraisal, const SampleOptions& options,
          WeightTables& tables)
        : sampler(negotiation, appraisal,
                  {.seed = options.seed, .conditions = options.conditions, .tables = &tables}),
          maker(negotiation, appraisal, sampler) {}
};

/// Everything that readings are decided with; immutable but for what is remembered.
class Decider {
public:
    Decider(const Case& negotiation, const Appraisal& appraisal, const Draws& draws,
            const SampleOptions& options)
        : case_(negotiation), appraisal_(appraisal), options_(options), sampler_(draws.sampler),
          maker_(draws.maker), acceptance_(negotiation, appraisal, sampler_, maker_),
          verdicts_(negotiation, appraisal, acceptance_, maker_) {}

    void learn_from(const ReadingVerdicts::Learnt& learnt) { verdicts_.learn_from(learnt); }
    void list_outcomes() { lists_outcomes_ = true; }

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

    /// Learns from some of the first draws.
    void warm_up(const ReadingBlock& block) {
        const LaneMarks all(block.lanes, 1);
        const std::vector<DrawVerdict> found = verdicts_.decide(block, all, verdict_options());
        for (ReadingVerdicts& without : without_) {
            without.decide(block, marks_of(found, DrawVerdict::none), verdict_options());
        }
    }

    /// Goes on from what was learnt, for one chunk of draws.
    class Round {
    public:
        explicit Round(const Decider& decider)
            : decider_(decider), verdicts_(decider.verdicts_), without_(decider.without_),
              tally_(decider.empty_tally()), before_(verdicts_.counts()) {}

        void take(const ReadingBlock& block) {
            const LaneMarks all(block.lanes, 1);
            const VerdictOptions options = decider_.verdict_options();
            const std::vector<DrawVerdict> found = verdicts_.decide(block, all, options);
            count_verdicts(found, tally_);
            decider_.count_acceptance(block, tally_);
            for (std::size_t place = 0; place < without_.size(); ++place) {
                const LaneMarks open = marks_of(found, DrawVerdict::none);
                const auto freed = without_[place].decide(block, open, options);
                tally_.blocks[place] += count_of(freed, DrawVerdict::agreement);
            }
        }

        void cut() { tally_.is_cut = true; }

        SampleTally tally() const {
            SampleTally tally = tally_;
            const VerdictCounts after = verdicts_.counts();
            tally.counts = {after.known_outcomes - before_.known_outcomes,
                            after.known_multipliers - before_.known_multipliers,
                            after.dual - before_.dual, after.search - before_.search};
            return tally;
        }

    private:
        const Decider& decider_;
        ReadingVerdicts verdicts_;
        std::vector<ReadingVerdicts> without_;
        SampleTally tally_;
        VerdictCounts before_;
    };

private:
    VerdictOptions verdict_options() const {
        return {options_.nodes_each, lists_outcomes_, options_.cancel};
    }

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

    static std::uint64_t count_kept(const ReadingBlock& block, const LaneMarks& marks) {
        std::uint32_t count = 0;
        for (const std::uint8_t mark : marks) {
            count += mark;
        }
        const bool none_lost =
            std::find(block.lost.begin(), block.lost.end(), true) == block.lost.end();
        for (std::size_t lane = 0; !none_lost && lane < block.lanes; ++lane) {
            count -= block.lost[lane] ? marks[lane] : 0U;
        }
        return count;
    }

    /// The marks of each counted party and, behind them, those of the agreement rule.
    void mark_everybody(const ReadingBlock& block, const AskedOutcome& asked,
                        std::vector<LaneMarks>& marks) const {
        const std::size_t parties = acceptance_.counted().size();
        marks.resize(parties + 1);
        for (std::size_t place = 0; place < parties; ++place) {
            acceptance_.mark_accepting(block, asked, place, marks[place]);
        }
        acceptance_.mark_agreement(block, asked, std::span(marks).first(parties), marks.back());
    }

    static void tally_marks(const ReadingBlock& block, const std::vector<LaneMarks>& marks,
                            AcceptanceTally& tally) {
        for (std::size_t place = 0; place + 1 < marks.size(); ++place) {
            tally.by_party[place] += count_kept(block, marks[place]);
        }
        tally.agreement += count_kept(block, marks.back());
    }

    void count_acceptance(const ReadingBlock& block, SampleTally& tally) const {
        std::vector<LaneMarks> marks;
        for (std::size_t at = 0; at < outcomes_.size(); ++at) {
            mark_everybody(block, outcomes_[at], marks);
            tally_marks(block, marks, tally.outcomes[at]);
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
                add_marks(marks[place], some[place]);
                keep_marks(marks[place], every[place]);
            }
        }
        tally_marks(block, some, tally.some);
        tally_marks(block, every, tally.every);
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const SampleOptions& options_;
    const ReadingSampler& sampler_;
    const BlockMaker& maker_;
    ReadingAcceptance acceptance_;
    ReadingVerdicts verdicts_;
    std::vector<AskedOutcome> outcomes_;
    std::vector<std::vector<AskedOutcome>> contents_;
    std::vector<ReadingAcceptance> waived_; // by counted party
    std::vector<ReadingVerdicts> without_;  // likewise
    bool lists_outcomes_ = false;
};

/// What all of them learn is decided on the same first draws.
void warm_up(const Draws& draws, std::vector<Decider>& deciders, const SampleOptions& options,
             SampleMemory& memory) {
    for (Decider& decider : deciders) {
        if (memory.learnt) {
            decider.learn_from(*memory.learnt);
        }
    }
    const std::uint64_t wanted =
        std::clamp(options.samples / learnt_from, least_learnt, most_learnt);
    const std::uint64_t count = std::min(wanted, options.samples);
    ReadingBlock block;
    for (std::uint64_t first = 0; first < count; first += block_lanes) {
        draws.maker.fill(first, std::min(block_lanes, count - first), block);
        for (Decider& decider : deciders) {
            decider.warm_up(block);
        }
    }
    if (!memory.learnt) {
        memory.learnt = deciders.front().verdicts().learnt();
    }
}

/// One chunk of draws for each decider. `block` is memory.
std::vector<SampleTally> run_chunk(const Draws& draws, const std::vector<Decider>& deciders,
                                   std::uint64_t chunk, const SampleOptions& options,
                                   ReadingBlock& block) {
    const std::uint64_t from = chunk * chunk_draws;
    const std::uint64_t end = std::min(from + chunk_draws, options.samples);
    std::vector<Decider::Round> rounds(deciders.begin(), deciders.end());
    for (std::uint64_t first = from; first < end; first += block_lanes) {
        const bool is_cut = is_raised(options.cancel);
        if (!is_cut) {
            draws.maker.fill(first, std::min(block_lanes, end - first), block);
        }
        for (Decider::Round& round : rounds) {
            is_cut ? round.cut() : round.take(block);
        }
        if (is_cut) {
            break;
        }
    }
    std::vector<SampleTally> tallies;
    for (const Decider::Round& round : rounds) {
        tallies.push_back(round.tally());
    }
    return tallies;
}

/// Whether draws keep what binds every party but those that may be left aside.
bool keeps_enough(const ReadingSampler& sampler, const SampleOptions& options) {
    const auto is_expected = [&](PartyId party) {
        const auto& expected = *options.may_leave_aside;
        return std::find(expected.begin(), expected.end(), party) != expected.end();
    };
    return !options.may_leave_aside ||
           std::all_of(sampler.unjudged().begin(), sampler.unjudged().end(), is_expected);
}

std::vector<SampleTally> sampled(const Draws& draws, std::vector<Decider>& deciders,
                                 const SampleOptions& options, SampleMemory& memory) {
    if (!keeps_enough(draws.sampler, options)) {
        std::vector<SampleTally> none;
        for (const Decider& decider : deciders) {
            none.push_back(decider.empty_tally());
            none.back().lost = options.samples;
        }
        return none;
    }
    warm_up(draws, deciders, options, memory);
    const std::uint64_t chunks = (options.samples + chunk_draws - 1) / chunk_draws;
    std::vector<std::vector<SampleTally>> tallies(chunks);
    std::atomic<std::uint64_t> next{0};
    const auto work = [&] {
        ReadingBlock block;
        for (std::uint64_t chunk = next++; chunk < chunks; chunk = next++) {
            tallies[chunk] = run_chunk(draws, deciders, chunk, options, block);
            if (options.meter != nullptr) {
                options.meter->did(chunk_draws);
            }
        }
    };
    side_by_side(options.threads, work);
    std::vector<SampleTally> sums;
    for (std::size_t at = 0; at < deciders.size(); ++at) {
        sums.push_back(deciders[at].empty_tally());
        for (const std::vector<SampleTally>& each : tallies) {
            sums.back().add(each[at]);
        }
    }
    return sums;
}

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
    SampleMemory memory;
    return take_sample(negotiation, appraisal, question, options, memory);
}

SampleTally take_sample(const Case& negotiation, const Appraisal& appraisal,
                        const SampleQuestion& question, const SampleOptions& options,
                        SampleMemory& memory) {
    const Draws draws(negotiation, appraisal, options, memory.tables);
    std::vector<Decider> deciders;
    deciders.reserve(1);
    deciders.emplace_back(negotiation, appraisal, draws, options).ask(question);
    return sampled(draws, deciders, options, memory).front();
}

std::vector<SampleTally> take_samples(const std::vector<Case>& versions, const Appraisal& appraisal,
                                      const SampleOptions& options, SampleMemory& memory) {
    const Draws draws(versions.front(), appraisal, options, memory.tables);
    std::vector<Decider> deciders;
    deciders.reserve(versions.size());
    for (const Case& version : versions) {
        deciders.emplace_back(version, appraisal, draws, options);
    }
    return sampled(draws, deciders, options, memory);
}

std::vector<Outcome> frequent_agreements(const Case& negotiation, const Appraisal& appraisal,
                                         std::size_t most, const SampleOptions& options) {
    SampleMemory memory;
    return frequent_agreements(negotiation, appraisal, most, options, memory);
}

std::vector<Outcome> frequent_agreements(const Case& negotiation, const Appraisal& appraisal,
                                         std::size_t most, const SampleOptions& options,
                                         SampleMemory& memory) {
    const Draws draws(negotiation, appraisal, options, memory.tables);
    std::vector<Decider> deciders;
    deciders.reserve(1);
    deciders.emplace_back(negotiation, appraisal, draws, options);
    deciders.front().list_outcomes();
    memory.learnt.reset();
    warm_up(draws, deciders, options, memory);
    std::vector<Outcome> outcomes = deciders.front().verdicts().known_outcomes();
    outcomes.resize(std::min(outcomes.size(), most));
    return outcomes;
}

} // namespace unbracket
