#include "unbracket/report/lint_phrase.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"

namespace unbracket::linting {

namespace {

std::string party_name(const Case& negotiation, const std::optional<PartyId>& party) {
    return party ? negotiation.party(*party).name : std::string();
}

std::string issue_key(const Case& negotiation, const std::optional<IssueId>& issue) {
    return issue ? negotiation.issue(*issue).key : std::string();
}

std::string option_list(const Issue& issue, const std::vector<OptionId>& options) {
    std::vector<std::string> names;
    constexpr std::size_t most_named = 6;
    for (std::size_t i = 0; i < options.size() && i < most_named; ++i) {
        names.push_back(issue.options[as_index(options[i])].key);
    }
    if (options.size() > most_named) {
        names.push_back(std::to_string(options.size() - most_named) + " more");
    }
    return phrase::list(names);
}

std::string unrated_options(const Case& negotiation, const Gap& gap) {
    const Issue& issue = negotiation.issue(*gap.issue);
    return gap.options.size() == issue.options.size() ? "any option"
                                                      : option_list(issue, gap.options);
}

std::string entry_list(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::vector<std::string> addresses;
    for (const EntryId entry : entries) {
        addresses.push_back(negotiation.entry(entry).address);
    }
    return phrase::list(addresses);
}

std::string verb_for(std::size_t count, std::string_view one, std::string_view several) {
    return std::string(count == 1 ? one : several);
}

} // namespace

std::string sentence(const Case& negotiation, const Gap& gap) {
    const std::string party = party_name(negotiation, gap.party);
    const std::string issue = issue_key(negotiation, gap.issue);
    switch (gap.kind) {
    case GapKind::weight:
        return party + " rates " + issue + " but has no weight there: 0..40 is taken.";
    case GapKind::stance:
        return party + " has no stance on " + unrated_options(negotiation, gap) + " of " + issue +
               ": unknown, so it never surely accepts " +
               verb_for(gap.options.size(), "it.", "them.");
    case GapKind::fallback:
        return party + " has no value without agreement: anything from its worst to its best total "
                       "is taken.";
    case GapKind::scale:
        return party + " has to accept but rates nothing: it accepts whatever breaks no limit of "
                       "its own.";
    case GapKind::issue:
        return "No counted party rates any option of " + issue + ".";
    }
    return {};
}

std::string sentence(const Case& negotiation, const Contradiction& contradiction) {
    const std::string statements = phrase::statements(negotiation, contradiction.statements);
    switch (contradiction.kind) {
    case ContradictionKind::no_reading:
        return "No numbers for " + party_name(negotiation, contradiction.party) +
               " agree with all of its entries: " + entry_list(negotiation, contradiction.entries) +
               ".";
    case ContradictionKind::statements:
        return statements + " contradict each other.";
    case ContradictionKind::judgements:
        return statements + " say that " + party_name(negotiation, contradiction.party) +
               " accepts and does not accept draft " +
               (contradiction.draft ? negotiation.draft(*contradiction.draft).key : "") + ".";
    }
    return {};
}

std::string sentence(const Case& negotiation, const UnequalCoding& coding) {
    std::string text = "On " + negotiation.issue(coding.issue).key + " a hard limit for " +
                       party_names(negotiation, coding.with_limit) + ", only a price for " +
                       party_names(negotiation, coding.without_limit);
    std::vector<std::string> names;
    for (const AlternativeId alternative : coding.alternatives) {
        names.push_back(negotiation.alternatives[as_index(alternative)].key);
    }
    return text + (names.empty() ? "; no alternative asks whether it should be so."
                                 : "; asked by " + phrase::list(names) + ".");
}

std::string sentence(const Case& negotiation, const ExcludedBest& excluded) {
    const Issue& issue = negotiation.issue(excluded.issue);
    return negotiation.party(excluded.party).name + " rates " +
           option_list(issue, excluded.options) + " of " + issue.key +
           " above whatever its own limits leave: see " + entry_list(negotiation, excluded.limits) +
           ".";
}

std::string sentence(const Case& negotiation, const MissingAlternative& missing) {
    return phrase::statements(negotiation, {missing.first, missing.second}) +
           " contradict each other about " + negotiation.entry(missing.entry).address +
           ", and no [alternative] keeps both.";
}

std::string sentence(const Unused& unused) {
    const std::string names = ": " + phrase::list(unused.names) + ".";
    const std::string yet = ", not used by the verdict yet";
    switch (unused.kind) {
    case UnusedKind::driver:
        return "Levers and costs" + yet + names;
    case UnusedKind::step:
        return "Steps and their order" + yet + names;
    case UnusedKind::deadline:
        return "Deadlines" + yet + names;
    case UnusedKind::ratification:
        return "Ratifications" + yet + names;
    case UnusedKind::weight_order:
        return "Orders of weights of which no verdict can make use" + names;
    case UnusedKind::judgement:
        return "Judgements that bind, but of drafts that are partly open or only \"not yet\", so "
               "that no verdict uses them" +
               names;
    case UnusedKind::source:
        return "Sources that no statement names" + names;
    case UnusedKind::person:
        return "Persons that no statement and no event names" + names;
    case UnusedKind::document:
        return "Documents that nothing names" + names;
    case UnusedKind::clause:
        return "Clauses that drafts drop or merge and that stand nowhere under [point], so that "
               "diff "
               "does not follow them" +
               names;
    case UnusedKind::switched_off:
        return "Limits that are off and that no alternative switches on" + names;
    }
    return {};
}

std::vector<std::string> switching_questions(const Case& negotiation, EntryId limit) {
    std::vector<std::string> names;
    for (const AlternativeId alternative : switching_alternatives(negotiation, limit)) {
        names.push_back(negotiation.alternatives[as_index(alternative)].key);
    }
    return names;
}

std::string name(GapKind kind) {
    switch (kind) {
    case GapKind::weight:
        return "weight";
    case GapKind::stance:
        return "stance";
    case GapKind::fallback:
        return "fallback";
    case GapKind::scale:
        return "scale";
    case GapKind::issue:
        return "issue";
    }
    return {};
}

std::string name(ContradictionKind kind) {
    switch (kind) {
    case ContradictionKind::no_reading:
        return "no_reading";
    case ContradictionKind::statements:
        return "statements";
    case ContradictionKind::judgements:
        return "judgements";
    }
    return {};
}

std::string name(UnusedKind kind) {
    switch (kind) {
    case UnusedKind::driver:
        return "driver";
    case UnusedKind::step:
        return "step";
    case UnusedKind::deadline:
        return "deadline";
    case UnusedKind::ratification:
        return "ratification";
    case UnusedKind::weight_order:
        return "weight_order";
    case UnusedKind::judgement:
        return "judgement";
    case UnusedKind::source:
        return "source";
    case UnusedKind::person:
        return "person";
    case UnusedKind::document:
        return "document";
    case UnusedKind::clause:
        return "clause";
    case UnusedKind::switched_off:
        return "switched_off";
    }
    return {};
}

} // namespace unbracket::linting
