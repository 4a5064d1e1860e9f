#include "unbracket/robust/robust.hpp"

#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/robust/efficient.hpp"
#include "unbracket/robust/reading_sampler.hpp"
#include "unbracket/robust/sample_memory.hpp"
#include "unbracket/zone/central_reading.hpp"

#include <algorithm>
#include <functional>
#include <span>

// How far the answer holds over the readings a file allows. Shares are counted over a sample whose
// every verdict is exact; what needs many samples (each option by itself, each entry at each end,
// each voice left out) gets smaller ones. None of it is a chance of anything: the sample weighs
// readings by a measure that was chosen, not by how likely they are.
//
// Source: Tervonen and Lahdelma (2007), Implementing stochastic multicriteria acceptability
// analysis, for shares of sampled weights and how many draws they need [tervonen2007implementing]

namespace unbracket {

namespace {

constexpr std::size_t most_outcomes = 5;
constexpr std::uint64_t option_draws = 200'000; // of all options together
constexpr std::size_t options_at_once = 16;     // whose samples share their draws
constexpr std::uint64_t wide_draws = 20'000;    // of each draft that leaves much open
constexpr std::uint64_t voice_draws = 1'000;    // of each voice left out
constexpr std::uint64_t end_draws = 2'000;      // of each end of an entry

SampleOptions with_at_most(SampleOptions options, std::uint64_t samples) {
    options.samples = std::min(options.samples, std::max<std::uint64_t>(samples, 100));
    return options;
}

/// All that a draft may turn out to say; nothing where it leaves too much open.
std::optional<std::vector<Outcome>> contents_of(const Draft& draft, std::size_t most) {
    std::vector<Outcome> contents = {{}};
    for (const DraftSetting& setting : draft.content) {
        std::vector<Outcome> longer;
        if (contents.size() * setting.options.size() > most) {
            return std::nullopt;
        }
        for (const Outcome& start : contents) {
            for (const OptionId option : setting.options) {
                longer.push_back(start);
                longer.back().push_back(option);
            }
        }
        contents = std::move(longer);
    }
    return contents;
}

/// Where the contents stand in the list; at its end if they did not yet, as drafts that leave the
/// same open are often many.
std::size_t place_of(std::vector<Outcome> contents, std::vector<std::vector<Outcome>>& list) {
    const auto found = std::find(list.begin(), list.end(), contents);
    const auto place = static_cast<std::size_t>(found - list.begin());
    if (found == list.end()) {
        list.push_back(std::move(contents));
    }
    return place;
}

bool has_same_options(const std::vector<DraftSetting>& a, const std::vector<DraftSetting>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const DraftSetting& x, const DraftSetting& y) { return x.options == y.options; });
}

class Study {
public:
    Study(const LoadedCase& loaded, const RobustOptions& options)
        : loaded_(loaded), case_(loaded.negotiation), options_(options) {}

    RobustResult run() {
        result_.appraisal = appraise(case_);
        result_.seed = options_.sample.seed;
        const Verdict verdict = decide(case_, result_.appraisal, options_.search);
        result_.verdict = kind_of(verdict);
        state_facts();
        const std::function<void()> stages[] = {
            [&] { sample_whole(); },
            [&] { sample_wide_drafts(); },
            [&] { sample_options(); },
            [&] { sample_regimes(); },
            [&] {
                result_.swings = find_swings(loaded_, verdict, options_.search,
                                             with_at_most(options_.sample, end_draws), memory_);
            },
            [&] {
                result_.voices = leave_out_voices(
                    loaded_, options_.search, with_at_most(options_.sample, voice_draws), memory_);
            },
        };
        run_in_turn(stages);
        result_.was_stopped = is_stopped();
        return std::move(result_);
    }

private:
    /// Until somebody stops it; the first is never left out.
    void run_in_turn(std::span<const std::function<void()>> stages) {
        for (unsigned at = 0; at < stages.size() && (at == 0 || !is_stopped()); ++at) {
            if (options_.sample.meter != nullptr) {
                options_.sample.meter->enter(at, static_cast<unsigned>(stages.size()),
                                             at == 0 ? options_.sample.samples : 0);
            }
            stages[at]();
        }
    }

    bool is_stopped() const { return is_raised(options_.sample.cancel); }

    void state_facts() {
        result_.unknown_options = unknown_options(case_, result_.appraisal);
        result_.has_several_readings = has_several_readings(case_, result_.appraisal);
        for (const PartyId party : case_.agreement.counted) {
            if (case_.intent_of(party) == Intent::doubtful) {
                result_.doubtful.push_back(party);
            }
        }
        const ReadingSampler sampler(case_, result_.appraisal, {.seed = options_.sample.seed});
        result_.unjudged = sampler.unjudged();
        options_.sample.may_leave_aside = result_.unjudged;
        for (const PartyId party : case_.agreement.counted) {
            const bool is_bound = !result_.appraisal[as_index(party)].couplings.empty();
            if (is_bound &&
                std::count(result_.unjudged.begin(), result_.unjudged.end(), party) == 0) {
                result_.judged.push_back(party);
            }
        }
    }

    void sample_whole() {
        SampleQuestion question;
        question.asks_who_blocks = true;
        question.outcomes =
            frequent_agreements(case_, result_.appraisal, most_outcomes, options_.sample, memory_);
        std::vector<std::pair<std::size_t, std::size_t>>
            asked; // a draft, its place in the question
        for (std::size_t at = 0; at < case_.drafts.size(); ++at) {
            auto contents = contents_of(case_.drafts[at], options_.contents);
            result_.drafts.push_back({DraftId(at), contents ? contents->size() : 0, {}, {}});
            if (contents) {
                asked.emplace_back(at, place_of(std::move(*contents), question.contents));
            }
        }
        result_.tally = take_sample(case_, result_.appraisal, question, options_.sample, memory_);
        for (const auto& [draft, place] : asked) {
            result_.drafts[draft].tally = result_.tally.contents[place];
        }
        for (std::size_t at = 0; at < question.outcomes.size(); ++at) {
            result_.outcomes.push_back({question.outcomes[at], result_.tally.outcomes[at]});
        }
        std::stable_sort(result_.outcomes.begin(), result_.outcomes.end(),
                         [](const OutcomeShare& a, const OutcomeShare& b) {
                             return a.tally.agreement > b.tally.agreement;
                         });
    }

    /// Drafts that leave the same open are sampled once.
    void sample_wide_drafts() {
        const SampleOptions sample = with_at_most(options_.sample, wide_draws);
        for (DraftShare& share : result_.drafts) {
            if (share.tally || is_stopped()) {
                continue;
            }
            const std::vector<DraftSetting>& contents = case_.draft(share.draft).content;
            const auto same = std::find_if(
                result_.drafts.begin(), result_.drafts.end(), [&](const DraftShare& other) {
                    return other.wide &&
                           has_same_options(case_.draft(other.draft).content, contents);
                });
            share.wide = same != result_.drafts.end()
                             ? same->wide
                             : sample_contents(case_, result_.appraisal, contents, sample, memory_);
        }
    }

    void sample_options() {
        std::uint64_t count = 0;
        for (const Issue& issue : case_.issues) {
            count += issue.options.size();
        }
        const SampleOptions sample =
            with_at_most(options_.sample, option_draws / std::max<std::uint64_t>(count, 1));
        for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
            for (std::size_t at = 0; at < case_.issues[issue].options.size(); ++at) {
                result_.options.push_back({{IssueId(issue), OptionId(at)}, 0, 0});
            }
        }
        const std::span<OptionShare> all = result_.options;
        for (std::size_t from = 0; from < all.size(); from += options_at_once) {
            sample_some(all.subspan(from, std::min(options_at_once, all.size() - from)), sample);
        }
    }

    void sample_some(std::span<OptionShare> shares, const SampleOptions& sample) {
        std::vector<Case> versions;
        for (const OptionShare& share : shares) {
            versions.push_back(with_option(case_, share.option));
        }
        const std::vector<SampleTally> tallies =
            take_samples(versions, result_.appraisal, sample, memory_);
        for (std::size_t at = 0; at < shares.size(); ++at) {
            shares[at].readings = tallies[at].readings;
            shares[at].agreement = tallies[at].agreement;
        }
    }

    void sample_regimes() {
        RegimeShares& regimes = result_.regimes;
        regimes.unsupported = find_unsupported(case_, result_.appraisal);
        const auto& [invented, unknown, has_statements] = regimes.unsupported;
        const SampleOptions sample = with_at_most(options_.sample, option_draws / 10);
        const auto sampled = [&](bool leaves_invented, bool leaves_unknown) {
            return take_sample(leaves_invented ? without_options(case_, invented) : case_,
                               leaves_unknown ? without_issues(result_.appraisal, unknown)
                                              : result_.appraisal,
                               {}, sample, memory_);
        };
        if (!invented.empty()) {
            regimes.without_invented = sampled(true, false);
        }
        if (!unknown.empty()) {
            regimes.without_unknown = sampled(false, true);
        }
        if (!invented.empty() && !unknown.empty()) {
            regimes.without_both = sampled(true, true);
        }
    }

    const LoadedCase& loaded_;
    const Case& case_;
    RobustOptions options_;
    SampleMemory memory_;
    RobustResult result_;
};

} // namespace

Result<RobustResult> find_robust(const LoadedCase& loaded, const RobustOptions& options) {
    if (auto problem = problem_without_reading(loaded.negotiation, appraise(loaded.negotiation))) {
        return *problem;
    }
    return Study(loaded, options).run();
}

} // namespace unbracket
