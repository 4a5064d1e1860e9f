#include "unbracket/robust/voices.hpp"

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/efficient.hpp"
#include "unbracket/robust/ledger.hpp"
#include "unbracket/robust/sample_memory.hpp"

#include <algorithm>

// Does the answer hang on one voice? Each is left out in turn, as --without does it, and the case
// is decided and sampled again: the jackknife of statistics, with voices instead of observations.
// Statements that are one voice, as the ledger has it, go together, or a voice heard twice would
// never be missed; each of them is left out by itself as well.
//
// Source: Efron (1982), The jackknife, the bootstrap and other resampling plans, chapter 2
// [efron1982jackknife]

namespace unbracket {

namespace {

class Voices {
public:
    explicit Voices(const Case& negotiation) : case_(negotiation) {}

    std::vector<LeftOutVoice> collect() {
        add_voices();
        for (std::size_t source = 0; source < case_.sources.size(); ++source) {
            add({VoiceKind::source, case_.sources[source].key, {}},
                [&](const Statement& said) { return said.source_id == SourceId(source); });
        }
        for (std::size_t at = 0; at < case_.parties.size(); ++at) {
            const PartyId party(at);
            add({VoiceKind::speaker, {}, party},
                [&](const Statement& said) { return said.speaks_for == party; });
        }
        add({VoiceKind::anonymous, {}, {}},
            [](const Statement& said) { return said.attribution == Attribution::anonymous; });
        for (std::size_t at = 0; at < case_.parties.size(); ++at) {
            const PartyId party(at);
            add({VoiceKind::others_about, {}, party}, [&](const Statement& said) {
                return said.speaks_for != party &&
                       std::find(said.about.begin(), said.about.end(), party) != said.about.end();
            });
            add({VoiceKind::own_strength, {}, party}, [&](const Statement& said) {
                return said.speaks_for == party && said.is_about_own_strength;
            });
        }
        return std::move(voices_);
    }

private:
    template <class Condition>
    void add(LeftOutVoice voice, const Condition& belongs) {
        for (const Statement& statement : case_.statements) {
            if (belongs(statement)) {
                voice.statements.push_back(statement.key);
            }
        }
        if (!voice.statements.empty()) {
            voices_.push_back(std::move(voice));
        }
    }

    void add_voices() {
        for (const std::vector<StatementId>& statements : take_ledger(case_).voices) {
            LeftOutVoice voice{VoiceKind::voice, case_.statement(statements.front()).key, {}};
            for (const StatementId id : statements) {
                voice.statements.push_back(case_.statement(id).key);
            }
            const std::vector<std::string> parts = voice.statements;
            voices_.push_back(std::move(voice));
            for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i) {
                voices_.push_back({VoiceKind::statement, parts[i], {}, {parts[i]}});
            }
        }
    }

    const Case& case_;
    std::vector<LeftOutVoice> voices_;
};

std::size_t entries_missing(const Case& whole, const Case& left) {
    return static_cast<std::size_t>(
        std::count_if(whole.entries.begin(), whole.entries.end(), [&](const Entry& entry) {
            return !left.find_entry(entry.address).has_value();
        }));
}

void decide_without(const LoadedCase& loaded, const ClaimOptions& search,
                    const SampleOptions& sample, SampleMemory& memory, LeftOutVoice& voice) {
    const Result<Node> document = without_statements(loaded.document, voice.statements);
    const Result<Case> left = document ? bind_effective(document.value(), loaded.as_of)
                                       : Result<Case>(document.problems());
    if (!left) {
        voice.problem = left.problems().front().what;
        return;
    }
    const Case& negotiation = left.value();
    const Appraisal appraisal = appraise(negotiation);
    voice.entries = entries_missing(loaded.negotiation, negotiation);
    voice.verdict = kind_of(decide(negotiation, appraisal, search));
    if (!problem_without_reading(negotiation, appraisal)) {
        const SampleTally tally = take_sample(negotiation, appraisal, {}, sample, memory);
        voice.readings = tally.readings, voice.agreement = tally.agreement;
    }
}

} // namespace

std::vector<LeftOutVoice> leave_out_voices(const LoadedCase& loaded, const ClaimOptions& search,
                                           const SampleOptions& sample, SampleMemory& memory) {
    std::vector<LeftOutVoice> voices = Voices(loaded.negotiation).collect();
    for (LeftOutVoice& voice : voices) {
        if (!is_raised(search.cancel)) {
            decide_without(loaded, search, sample, memory, voice);
        }
    }
    return voices;
}

} // namespace unbracket
