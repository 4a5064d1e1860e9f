#include "unbracket/robust/swings.hpp"

#include "unbracket/robust/entry_ends.hpp"
#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hard_entries.hpp"
#include "unbracket/robust/hinges.hpp"
#include "unbracket/robust/next_questions.hpp"
#include "unbracket/robust/sample_memory.hpp"
#include "unbracket/robust/trials.hpp"

#include <algorithm>

// Which entry moves the answer most? Each is put at either end of its range while all else is drawn
// as before, with the same random numbers at both ends, so that what differs is due to the entry.
// Drawn as bars, widest first, this is known as a tornado diagram. Hinges are exact, swings are
// shares of a sample: an entry can swing far and settle nothing, or settle the verdict in readings
// so rare that no sample meets them. A question is worth as much as its answers differ.
//
// Source: Howard (1988), Decision analysis: practice and promise, for tornado diagrams
// [howard1988decision]

namespace unbracket {

namespace {

constexpr std::size_t most_paired = 10;
constexpr std::uint64_t all_draws = 200'000;      // of all ends together
constexpr std::uint64_t all_hard_draws = 100'000; // of all that excludes outcomes
constexpr std::uint64_t least_draws = 100;        // of each end

ReadingCount count_of(const SampleTally& tally) {
    return {tally.readings, tally.agreement};
}

class Mover {
public:
    Mover(const LoadedCase& loaded, const ClaimOptions& search, const SampleOptions& sample,
          SampleMemory& memory)
        : loaded_(loaded), case_(loaded.negotiation), appraisal_(appraise(case_)), search_(search),
          sample_(sample), memory_(memory), trials_(case_, search) {}

    Swings move(const Verdict& verdict) {
        Swings swings;
        const auto* depends = std::get_if<DependsVerdict>(&verdict.answer);
        if (depends != nullptr) {
            swings.hinges = find_hinges(case_, appraisal_, depends->possible_outcome, search_,
                                        HingeScope::inside);
        }
        swing_entries(swings);
        if (depends != nullptr) {
            try_pairs(swings);
        }
        ask_alternatives(swings);
        ask_entries(swings);
        ask_hard_entries(swings);
        std::stable_sort(
            swings.questions.begin(), swings.questions.end(),
            [](const RankedQuestion& a, const RankedQuestion& b) { return a.span() > b.span(); });
        return swings;
    }

private:
    ReadingCount sampled(const CaseVersion& version) const {
        if (!version.has_readings() || is_raised(search_.cancel)) {
            return {};
        }
        return count_of(take_sample(version.negotiation, version.appraisal, {}, sample_, memory_));
    }

    void swing_entries(Swings& swings) {
        std::vector<std::pair<EntryId, Interval>> open;
        for (const EntryId entry : verdict_entries(case_, appraisal_)) {
            const auto range = range_of_entry(case_, appraisal_, entry);
            if (range && range->low < range->high) {
                open.emplace_back(entry, *range);
            }
        }
        if (!open.empty()) {
            sample_.samples =
                std::min(sample_.samples, std::max(least_draws, all_draws / (2 * open.size())));
        }
        for (const auto& [entry, range] : open) {
            swings.entries.push_back({entry, range, sampled(with_entry_at(case_, entry, range.low)),
                                      sampled(with_entry_at(case_, entry, range.high))});
        }
        std::stable_sort(swings.entries.begin(), swings.entries.end(),
                         [](const Swing& a, const Swing& b) { return a.span() > b.span(); });
    }

    std::optional<VerdictKind> settled(const Case& negotiation, const Appraisal& appraisal) {
        if (trials_.has_no_outcome(negotiation, appraisal, Certainty::possible)) {
            return VerdictKind::no_agreement;
        }
        const ClaimAnswer sure = trials_.decide(negotiation, appraisal, Certainty::sure);
        return std::holds_alternative<OutcomeFound>(sure.answer)
                   ? std::optional(VerdictKind::agreement)
                   : std::nullopt;
    }

    void try_pair(const Swing& first, const Swing& second, Swings& swings) {
        for (const bool first_high : {false, true}) {
            Case changed = case_;
            if (!set_entry(changed, first.entry, first_high ? first.range.high : first.range.low)) {
                return;
            }
            for (const bool second_high : {false, true}) {
                const CaseVersion version = with_entry_at(
                    changed, second.entry, second_high ? second.range.high : second.range.low);
                if (!version.has_readings() || !trials_.may_try()) {
                    continue;
                }
                if (const auto verdict = settled(version.negotiation, version.appraisal)) {
                    swings.pairs.push_back(
                        {first.entry, second.entry, first_high, second_high, *verdict});
                }
            }
        }
    }

    /// The widest of those that settle nothing by themselves.
    void try_pairs(Swings& swings) {
        std::vector<Swing> tried;
        const auto& hinges = swings.hinges.entries;
        for (const Swing& swing : swings.entries) {
            const bool is_hinge =
                std::find(hinges.begin(), hinges.end(), swing.entry) != hinges.end();
            if (!is_hinge && tried.size() < most_paired) {
                tried.push_back(swing);
            }
        }
        swings.paired = tried.size();
        for (std::size_t i = 0; i < tried.size(); ++i) {
            for (std::size_t j = i + 1; j < tried.size(); ++j) {
                // A curve's word can be moved only as the second of a pair.
                const bool is_curve = case_.entry(tried[i].entry).kind == EntryKind::curve_value;
                try_pair(tried[is_curve ? j : i], tried[is_curve ? i : j], swings);
            }
        }
        swings.are_pairs_complete = trials_.is_complete();
    }

    RankedQuestion::Answer answer_of(const Alternative::Answer& answer) const {
        RankedQuestion::Answer found{answer.key, {}, {}, {}};
        const Result<LoadedCase> changed = with_changes(loaded_, answer.settings);
        if (!changed) {
            found.problem = changed.problems().front().what;
            return found;
        }
        const Case& negotiation = changed.value().negotiation;
        const Appraisal appraisal = appraise(negotiation);
        found.verdict = kind_of(decide(negotiation, appraisal, search_));
        found.count = sampled({negotiation, appraisal});
        return found;
    }

    void ask_alternatives(Swings& swings) const {
        for (std::size_t at = 0; at < case_.alternatives.size(); ++at) {
            const AlternativeId id(at);
            RankedQuestion question{id, who_can_answer(case_, id), {}};
            for (const Alternative::Answer& answer : case_.alternatives[at].answers) {
                question.answers.push_back(answer_of(answer));
            }
            swings.questions.push_back(std::move(question));
        }
    }

    void ask_entries(Swings& swings) const {
        for (const Swing& swing : swings.entries) {
            const auto& party = case_.entry(swing.entry).party;
            RankedQuestion question{
                swing.entry, party ? std::vector<PartyId>{*party} : std::vector<PartyId>{}, {}};
            question.answers = {{{}, swing.at_low, {}, {}}, {{}, swing.at_high, {}, {}}};
            for (const Hinge& hinge : swings.hinges.hinges) {
                if (hinge.entry == swing.entry) {
                    question.answers[0].verdict = hinge.at_low;
                    question.answers[1].verdict = hinge.at_high;
                }
            }
            swings.questions.push_back(std::move(question));
        }
    }

    RankedQuestion::Answer answer_of(std::string key, const CaseVersion& version) {
        const bool may_decide = version.has_readings() && trials_.may_try();
        const std::optional<VerdictKind> verdict =
            may_decide ? settled(version.negotiation, version.appraisal) : std::nullopt;
        return {std::move(key), sampled(version), verdict, {}};
    }

    /// What holds or does not, instead of lying in a range.
    void ask_hard_entries(Swings& swings) {
        const std::vector<EntryId> hard = hard_entries_to_ask(case_, appraisal_);
        std::vector<RankedQuestion*> unsure;
        for (RankedQuestion& question : swings.questions) {
            const auto* entry = std::get_if<EntryId>(&question.about);
            if (entry != nullptr && may_be_red_line(case_, appraisal_, *entry)) {
                unsure.push_back(&question);
            }
        }
        const std::uint64_t versions = 2 * hard.size() + unsure.size();
        sample_.samples =
            std::min(sample_.samples, std::max(least_draws, all_hard_draws / (versions + 1)));
        for (RankedQuestion* question : unsure) {
            const EntryId entry = std::get<EntryId>(question->about);
            question->answers.push_back(
                answer_of("red_line", with_hard_entry(case_, appraisal_, entry, HardState::holds)));
        }
        for (const EntryId entry : hard) {
            const auto& party = case_.entry(entry).party;
            RankedQuestion question{
                entry, party ? std::vector<PartyId>{*party} : std::vector<PartyId>{}, {}};
            question.answers.push_back(
                answer_of("holds", with_hard_entry(case_, appraisal_, entry, HardState::holds)));
            question.answers.push_back(
                answer_of("open", with_hard_entry(case_, appraisal_, entry, HardState::open)));
            swings.questions.push_back(std::move(question));
        }
    }

    const LoadedCase& loaded_;
    const Case& case_;
    Appraisal appraisal_;
    const ClaimOptions& search_;
    SampleOptions sample_;
    SampleMemory& memory_;
    Trials trials_;
};

} // namespace

double ReadingCount::share() const {
    return readings == 0 ? 0.0 : static_cast<double>(agreement) / static_cast<double>(readings);
}

double Swing::span() const {
    if (at_low.readings == 0 || at_high.readings == 0) {
        return 0;
    }
    return std::max(at_low.share(), at_high.share()) - std::min(at_low.share(), at_high.share());
}

double RankedQuestion::span() const {
    double least = 1, most = 0;
    for (const Answer& answer : answers) {
        if (answer.count.readings > 0) {
            least = std::min(least, answer.count.share());
            most = std::max(most, answer.count.share());
        }
    }
    return std::max(most - least, 0.0);
}

Swings find_swings(const LoadedCase& loaded, const Verdict& verdict, const ClaimOptions& search,
                   const SampleOptions& sample, SampleMemory& memory) {
    return Mover(loaded, search, sample, memory).move(verdict);
}

} // namespace unbracket
