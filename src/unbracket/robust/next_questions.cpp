#include "unbracket/robust/next_questions.hpp"

#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hard_entries.hpp"

#include <algorithm>
#include <optional>
#include <string>

// Whom to ask what: first the open questions and limits that decide, then the entries that carry
// the answer and rest on the least, then values without agreement, then all other red lines, limits
// and rules. Reported entries are asked about only where the answer rests on one or two.

namespace unbracket {

namespace {

void add_once(std::vector<PartyId>& parties, PartyId party) {
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) {
        parties.push_back(party);
    }
}

/// The party that an address of an alternative speaks of.
std::optional<PartyId> party_of_address(const Case& negotiation, const std::string& address) {
    if (const auto entry = negotiation.find_entry(address)) {
        return negotiation.entry(*entry).party;
    }
    for (const Entry& entry : negotiation.entries) {
        const bool is_part =
            entry.address.starts_with(address + ".") || address.starts_with(entry.address + ".");
        if (is_part) {
            return entry.party;
        }
    }
    return std::nullopt;
}

void add_parties_of(const Case& negotiation, const Alternative::Answer& answer,
                    std::vector<PartyId>& parties) {
    for (const Setting& setting : answer.settings) {
        if (const auto party = party_of_address(negotiation, setting.address)) {
            add_once(parties, *party);
        }
    }
}

bool sets_content_of(const Alternative::Answer& answer, const Draft& draft) {
    return std::any_of(answer.settings.begin(), answer.settings.end(), [&](const Setting& setting) {
        return setting.address.starts_with("draft." + draft.key + ".");
    });
}

/// The authors of a draft whose content the answers set; entries changed beside it only follow.
std::vector<PartyId> authors_asked(const Case& negotiation, const Alternative& alternative) {
    std::vector<PartyId> authors;
    for (const Draft& draft : negotiation.drafts) {
        const bool is_asked = std::any_of(
            alternative.answers.begin(), alternative.answers.end(),
            [&](const Alternative::Answer& answer) { return sets_content_of(answer, draft); });
        const std::vector<PartyId> by = is_asked ? draft.by : std::vector<PartyId>{};
        for (const PartyId author : by) {
            add_once(authors, author);
        }
    }
    return authors;
}

/// Those who can answer: authors of the draft, else named by what the answers change, judged.
std::vector<PartyId> asked_about(const Case& negotiation, const QuestionSubject& subject) {
    std::vector<PartyId> parties;
    if (const auto* id = std::get_if<AlternativeId>(&subject)) {
        parties = authors_asked(negotiation, negotiation.alternatives[as_index(*id)]);
        if (!parties.empty()) {
            return parties;
        }
        for (const auto& answer : negotiation.alternatives[as_index(*id)].answers) {
            add_parties_of(negotiation, answer, parties);
        }
    } else if (const auto* draft = std::get_if<DraftId>(&subject)) {
        parties = negotiation.draft(*draft).by;
    } else {
        for (const Judgement& judgement :
             negotiation.statement(std::get<StatementId>(subject)).judgements) {
            add_once(parties, judgement.party);
        }
    }
    return parties;
}

std::vector<PartyId> asked_about(const Case& negotiation, EntryId entry) {
    const std::optional<PartyId> party = negotiation.entry(entry).party;
    return party ? std::vector<PartyId>{*party} : std::vector<PartyId>();
}

class Questions {
public:
    Questions(const Case& negotiation, const CheckResult& result, const ClaimOptions& options)
        : case_(negotiation), result_(result), options_(options) {}

    std::vector<NextQuestion> collect() {
        const auto& questions = result_.alternatives.questions;
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const OpenQuestion& question = questions[i];
            if (question.is_evaluated && (question.decisive > 0 || question.changes_verdict())) {
                found_.push_back({i, asked_about(case_, question.subject)});
            }
        }
        for (const EntryId entry :
             find_decisive_limits(case_, result_.appraisal, result_.verdict, options_)) {
            add(entry);
        }
        for (const EntryId entry :
             weakest(case_, most_excluding_first(), result_.rests_on.size())) {
            const bool is_known = case_.entry(entry).basis == Basis::reported;
            if (!is_known || result_.rests_on.size() <= 2) {
                add(entry);
            }
        }
        if (kind_of(result_.verdict) == VerdictKind::depends) {
            add_fallbacks();
            add_limits();
        }
        return std::move(found_);
    }

private:
    std::uint64_t excluded_by(EntryId id) const {
        const Entry& entry = case_.entry(id);
        for (const ValueExclusion& exclusion : result_.exclusions) {
            if (entry.kind == EntryKind::fallback && entry.party == exclusion.party) {
                return exclusion.not_always;
            }
        }
        return 0;
    }

    /// What the answer rests on; of values without agreement first those that exclude most
    /// combinations, whatever the order of the parties in the file.
    std::vector<EntryId> most_excluding_first() const {
        std::vector<EntryId> entries = result_.rests_on;
        std::stable_sort(entries.begin(), entries.end(),
                         [this](EntryId a, EntryId b) { return excluded_by(a) > excluded_by(b); });
        return entries;
    }

    /// Values without agreement that exclude something and are not known exactly.
    void add_fallbacks() {
        std::vector<ValueExclusion> exclusions = result_.exclusions;
        std::stable_sort(exclusions.begin(), exclusions.end(),
                         [](const ValueExclusion& a, const ValueExclusion& b) {
                             return a.not_always > b.not_always;
                         });
        for (const ValueExclusion& exclusion : exclusions) {
            if (exclusion.excludes_none_sure) {
                continue;
            }
            if (const auto entry = case_.fallback_entry(exclusion.party)) {
                add(*entry);
            } else {
                found_.push_back({exclusion.party, {exclusion.party}});
            }
        }
    }

    /// What excludes something whatever is offered, or would, and no alternative asks about.
    void add_limits() {
        for (const EntryId entry : hard_entries_to_ask(case_, result_.appraisal)) {
            if (case_.entry(entry).kind != EntryKind::intent) {
                add(entry);
            }
        }
    }

    void add(EntryId entry) {
        const bool is_new =
            std::none_of(found_.begin(), found_.end(), [&](const NextQuestion& question) {
                const auto* known = std::get_if<EntryId>(&question.about);
                return known != nullptr && *known == entry;
            });
        if (is_new) {
            found_.push_back({entry, asked_about(case_, entry)});
        }
    }

    const Case& case_;
    const CheckResult& result_;
    const ClaimOptions& options_;
    std::vector<NextQuestion> found_;
};

} // namespace

std::vector<PartyId> who_can_answer(const Case& negotiation, const QuestionSubject& subject) {
    return asked_about(negotiation, subject);
}

std::vector<NextQuestion> find_next_questions(const Case& negotiation, const CheckResult& result,
                                              const ClaimOptions& options) {
    return Questions(negotiation, result, options).collect();
}

} // namespace unbracket
