#include "unbracket/zone/certificate/acceptance.hpp"

// A party accepts an outcome if it wants an agreement at all, the outcome crosses no red line and
// no limit of its own, and its value reaches the fallback. An option whose worth is unknown may
// turn out to be a red line, so an outcome with one is never surely accepted.

namespace unbracket::certificate {

Facts gather_facts(const Case& given) {
    Facts facts{given, {}, plan_constraints(given), {}, {}};
    for (std::size_t party = 0; party < given.parties.size(); ++party) {
        const bool is_counted =
            given.is_counted(PartyId(party)) || given.is_required(PartyId(party));
        facts.parties.push_back(is_counted ? ranges_of(given, PartyId(party)) : PartyRanges{});
        facts.limits.push_back(forbidden_by(given, PartyId(party)));
    }
    for (std::size_t party = 0; party < given.parties.size(); ++party) {
        const bool is_counted = facts.parties[party].issues.size() == given.issues.size();
        facts.judged.push_back(is_counted ? judged_of(facts, PartyId(party))
                                          : std::vector<Judged>());
    }
    return facts;
}

bool is_counted(const Facts& facts, PartyId party) {
    return facts.given.is_counted(party) || facts.given.is_required(party);
}

bool may_accept_anything(const Case& given, PartyId party, Question question) {
    switch (given.intent_of(party)) {
    case Intent::seeks:
        return true;
    case Intent::doubtful:
        return question == Question::possible;
    case Intent::refuses:
        return false;
    }
    return false;
}

bool crosses_limits(const Facts& facts, PartyId party, Question question, const Outcome& outcome) {
    if (meets_any(facts.limits[as_index(party)], outcome)) {
        return true;
    }
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        const IssueRanges& ranges = facts.ranges(party).issues[issue];
        const std::size_t option = as_index(outcome[issue]);
        if (!ranges.is_concerned) {
            continue;
        }
        const bool is_unsure = question == Question::sure && ranges.is_unknown[option];
        if (ranges.is_red_line[option] || is_unsure) {
            return true;
        }
    }
    return false;
}

bool is_open_to(const Facts& facts, PartyId party, Question question, const Outcome& outcome) {
    return may_accept_anything(facts.given, party, question) &&
           !crosses_limits(facts, party, question, outcome);
}

Answer accepts(const Facts& facts, PartyId party, Question question, const Outcome& outcome) {
    if (!is_open_to(facts, party, question, outcome)) {
        return Answer::no;
    }
    return reaches_fallback(facts.given, facts.ranges(party), question, outcome);
}

} // namespace unbracket::certificate
