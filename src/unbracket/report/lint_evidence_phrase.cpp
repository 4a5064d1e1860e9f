#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/lint_phrase.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"

// Sentences about words, and about what stands under entries.

namespace unbracket::linting {

std::string sentence(const Case& /*negotiation*/, const LoadedWord& loaded) {
    return loaded.place + " says \"" + loaded.advice.word +
           "\"; without taking sides: " + loaded.advice.instead + ".";
}

std::string sentence(const Case& negotiation, const OneSided& one_sided) {
    const std::string who = one_sided.kind == OneSidedKind::unnamed ? "only speakers without a name"
                            : one_sided.kind == OneSidedKind::adverse
                                ? "only speakers for other parties that are counted"
                                : "only speakers without a name or for other parties that are "
                                  "counted";
    return "Under " + negotiation.entry(one_sided.entry).address + " stand " + who + ": " +
           phrase::statements(negotiation, one_sided.statements) + ".";
}

std::string sentence(const Case& negotiation, const NamedParties& named) {
    const bool is_draft = std::holds_alternative<DraftId>(named.thing);
    return std::string(is_draft ? "The title of " : "The question ") + name(negotiation, named) +
           " names " + party_names(negotiation, named.parties, named.parties.size()) +
           (is_draft ? "; an id and a date name nobody." : ".");
}

std::string sentence(const Case& negotiation, const DoubledLimit& doubled) {
    const std::string& wider = negotiation.entry(doubled.wider).address;
    const std::string& narrower = negotiation.entry(doubled.narrower).address;
    return doubled.is_same
               ? wider + " and " + narrower + " exclude the same."
               : narrower + " excludes nothing that " + wider + " does not exclude already.";
}

std::string sentence(const Case& negotiation, const AgeingEntry& ageing) {
    return "The latest statement under " + negotiation.entry(ageing.entry).address + ", " +
           negotiation.statement(ageing.latest).key + ", is " + std::to_string(ageing.days) +
           " days old.";
}

std::string name(OneSidedKind kind) {
    switch (kind) {
    case OneSidedKind::unnamed:
        return "unnamed";
    case OneSidedKind::adverse:
        return "adverse";
    case OneSidedKind::mixed:
        break;
    }
    return "mixed";
}

std::string name(const Case& negotiation, const NamedParties& named) {
    return std::visit(Overloaded{[&](DraftId id) { return "draft." + negotiation.draft(id).key; },
                                 [&](AlternativeId id) {
                                     return "alternative." +
                                            negotiation.alternatives[as_index(id)].key;
                                 }},
                      named.thing);
}

} // namespace unbracket::linting
