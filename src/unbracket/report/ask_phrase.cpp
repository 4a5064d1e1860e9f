#include "unbracket/report/ask_phrase.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/robust/hard_entries.hpp"

namespace unbracket {

namespace {

/// The entry as one speaks to its own party: "its stance" instead of "Alta's stance".
std::string own_phrase(const Case& negotiation, EntryId id) {
    const std::string phrase = entry_phrase(negotiation, id);
    const std::string owner = possessive(negotiation.party(*negotiation.entry(id).party).name);
    return phrase.starts_with(owner + " ") ? "its" + phrase.substr(owner.size()) : phrase;
}

/// What was said itself is known; the rest is what the file holds until somebody answers.
std::string basis_so_far(const Case& negotiation, EntryId id) {
    const bool is_reported = negotiation.entry(id).basis == Basis::reported;
    return basis_phrase(negotiation, id) + (is_reported ? "" : " so far") +
           (is_switched_off(negotiation, id) ? "; switched off in this file" : "");
}

/// What to ask the party itself about one of its entries.
std::string asked_about(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    if (is_limit(negotiation, id)) {
        return "whether it would hold, whatever it is offered, to " + own_phrase(negotiation, id);
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
    return "about " + own_phrase(negotiation, id);
}

} // namespace

std::string entry_question(const Case& negotiation, EntryId id) {
    if (!negotiation.entry(id).party) {
        return "how firm " + entry_phrase(negotiation, id) + " is.";
    }
    return with_remark(asked_about(negotiation, id), basis_so_far(negotiation, id)) + ".";
}

} // namespace unbracket
