#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"

// What the file records and the answer does not use, so that nobody takes it for counted.

namespace unbracket::screen {

namespace {

std::string named(const char* what, const std::vector<std::string>& names, std::size_t most) {
    return std::string(what) + " (" + listed(names, most) + ")";
}

/// Names of the parties that these entries belong to.
std::vector<std::string> owners(const Case& negotiation, const std::vector<std::string>& entries) {
    std::vector<std::string> names;
    for (const std::string& address : entries) {
        const auto entry = negotiation.find_entry(address);
        if (entry && negotiation.entry(*entry).party) {
            names.push_back(negotiation.party(*negotiation.entry(*entry).party).name);
        }
    }
    return names;
}

/// A phrase for the list of what is not used; empty for notes that stand elsewhere.
std::string unused_phrase(const Checked& checked, const Note& note) {
    const Case& negotiation = checked.negotiation;
    const std::size_t most_names = checked.most(4);
    switch (note.kind) {
    case NoteKind::judgements_left_out:
        return named("binding judgements of drafts that are partly open, or that say \"not yet\"",
                     note.names, most_names);
    case NoteKind::weight_orders_left_out:
        return named("orders between weights", owners(negotiation, note.names), most_names);
    case NoteKind::drivers_not_applied:
        return counted(note.names.size(), "lever or cost", "levers and costs") +
               " that may move a fallback (see timeline)";
    case NoteKind::steps_not_applied:
        return "the order of steps (see the verb steps)";
    case NoteKind::ratification_not_applied: // RATIFY and DEADLINES show them
    case NoteKind::deadlines_not_applied:
    case NoteKind::no_norms:
    case NoteKind::rests_on_cut:
    case NoteKind::verdict_only:
        return "";
    }
    return "";
}

} // namespace

void put_notes(const Checked& checked, Page& page) {
    std::vector<std::string> phrases;
    for (const Note& note : checked.result.notes) {
        std::string phrase = unused_phrase(checked, note);
        if (!phrase.empty()) {
            phrases.push_back(std::move(phrase));
        }
    }
    page.heading("NOT USED");
    if (!phrases.empty()) {
        page.line("Recorded in this file, but not used for this answer: " + listed_apart(phrases) +
                  ".");
    }
}

} // namespace unbracket::screen
