#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

// Whom to ask what: first the open questions that decide, then the numbers and entries that carry
// the answer and rest on the least. Questions only, never advice what to give up.

namespace unbracket::screen {

namespace {

constexpr std::size_t most_sentences = 3;

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

/// Those who can answer: named by what the answers change, authors of the draft, judged.
std::vector<PartyId> asked_about(const Case& negotiation, const QuestionSubject& subject) {
    std::vector<PartyId> parties;
    if (const auto* id = std::get_if<AlternativeId>(&subject)) {
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

std::string question_sentence(const Case& negotiation, const OpenQuestion& question) {
    const std::vector<PartyId> asked = asked_about(negotiation, question.subject);
    const std::string to_whom =
        asked.empty() ? "Find out" : "Ask " + party_names(negotiation, asked);
    return to_whom + ": " + question_text(negotiation, question);
}

/// What to ask the party itself about one of its entries.
std::string asked_about(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (is_limit(negotiation, id)) {
        return "whether it would hold, whatever it is offered, to " + entry_phrase(negotiation, id);
    }
    if (entry.kind == EntryKind::fallback) {
        return "what it has without agreement (" + fallback_phrase(negotiation, *entry.party) + ")";
    }
    if (entry.kind == EntryKind::weight) {
        return "how much \"" + issue_name(negotiation.issue(*entry.issue)) + "\" matters to it";
    }
    if (entry.kind == EntryKind::intent) {
        return "whether it wants an agreement";
    }
    return "whether this is right: " + entry_phrase(negotiation, id);
}

std::string entry_question(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (!entry.party) {
        return "Find out how firm " + entry_phrase(negotiation, id) + " is.";
    }
    const std::string question =
        with_remark(asked_about(negotiation, id), basis_phrase(negotiation, id) + " so far");
    return "Ask " + negotiation.party(*entry.party).name + " " + question + ".";
}

class Questions {
public:
    explicit Questions(const Checked& checked)
        : case_(checked.negotiation), result_(checked.result) {}

    std::vector<std::string> collect() {
        for (const OpenQuestion& question : result_.alternatives.questions) {
            if (question.is_evaluated && (question.decisive > 0 || question.changes_verdict())) {
                add(question_sentence(case_, question));
            }
        }
        for (const EntryId entry : weakest(case_, result_.rests_on, result_.rests_on.size())) {
            const bool is_known = case_.entry(entry).basis == Basis::reported;
            if (!is_known || result_.rests_on.size() <= 2) {
                add(entry_question(case_, entry));
            }
        }
        if (kind_of(result_.verdict) == VerdictKind::depends) {
            add_fallbacks();
        }
        return std::move(sentences_);
    }

private:
    /// Values without agreement that exclude something and are not known exactly.
    void add_fallbacks() {
        for (const ValueExclusion& exclusion : result_.exclusions) {
            if (exclusion.excludes_none_sure) {
                continue;
            }
            const auto entry = case_.fallback_entry(exclusion.party);
            add(entry ? entry_question(case_, *entry)
                      : "Ask " + case_.party(exclusion.party).name +
                            " what it has without agreement (nothing is entered so far).");
        }
    }

    void add(std::string sentence) {
        const bool is_new =
            std::find(sentences_.begin(), sentences_.end(), sentence) == sentences_.end();
        if (is_new && sentences_.size() < most_sentences) {
            sentences_.push_back(std::move(sentence));
        }
    }

    const Case& case_;
    const CheckResult& result_;
    std::vector<std::string> sentences_;
};

} // namespace

void put_next(const Checked& checked, Page& page) {
    page.heading("NEXT");
    for (const std::string& sentence : Questions(checked).collect()) {
        page.line(sentence);
    }
    if (kind_of(checked.result.verdict) == VerdictKind::undecided) {
        page.line(checked.result.was_stopped ? "Run it again and let it finish."
                                             : "Allow a longer search: --nodes N.");
    }
}

} // namespace unbracket::screen
