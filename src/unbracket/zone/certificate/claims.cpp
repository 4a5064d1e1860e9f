#include "unbracket/zone/certificate/claims.hpp"

#include "unbracket/zone/certificate/coverage.hpp"
#include "unbracket/zone/certificate/judged_claims.hpp"
#include "unbracket/zone/certificate/optimum.hpp"
#include "unbracket/zone/certificate/part.hpp"
#include "unbracket/zone/certificate/reading.hpp"

#include <algorithm>
#include <array>
#include <utility>

// One function for each kind of claim. `sure`: the outcome breaks nothing and enough parties accept
// it at the worst end of everything. `possible`: the same in one reading of each party that is
// named; parties' readings are independent, so they can be taken one by one. `none_possible` and
// `none_sure`: parts that each exclude some outcomes and together all. `some_reading`: these
// parties have one. `no_reading`: the entries named empty the range of some option, or judgements
// leave none (judged_claims.cpp). `optimum`: no outcome is better by a rule (optimum.cpp).
//
// A party whose entries contradict each other accepts in every reading, having none. So as long as
// a counted party has no reading, no claim but that one is granted.

namespace unbracket::certificate {

namespace {

/// What a check of one claim works with.
struct Trial {
    const Facts& facts;
    const Node& claim;
    Budget& budget;
    Objection& objection;
};

void require_readings(const Facts& facts, Objection& objection) {
    for (std::size_t party = 0; party < facts.parties.size(); ++party) {
        const PartyRanges& ranges = facts.parties[party];
        const std::string name = in_quotes(facts.given.parties[party].key);
        if (ranges.contradiction) {
            objection.raise("the entries of party " + name + " on issue " +
                            in_quotes(facts.given.issue(*ranges.contradiction).key) +
                            " contradict each other, so only that can be claimed");
        }
        objection.raise_unless(ranges.has_weights,
                               "party " + name + " has stances but no weight above 0");
        objection.raise_unless(objection.is_raised() ||
                                   !excludes_what_it_accepts(facts, PartyId(party)),
                               "a statement of party " + name +
                                   " accepts what its limits exclude, so only that can be claimed");
    }
}

/// Whether these parties are enough for an agreement.
void require_enough(const Facts& facts, const std::vector<bool>& is_accepting,
                    Objection& objection) {
    int count = 0;
    for (std::size_t party = 0; party < is_accepting.size(); ++party) {
        if (!is_accepting[party] && facts.given.is_required(PartyId(party))) {
            objection.raise("party " + in_quotes(facts.given.parties[party].key) +
                            " is required and not shown to accept the outcome");
        }
        count += is_accepting[party] ? 1 : 0;
    }
    objection.raise_unless(
        count >= facts.given.agreement.at_least.value_or(0),
        "fewer parties are shown to accept the outcome than the agreement rule asks");
}

Outcome read_allowed_outcome(const Trial& trial) {
    Outcome outcome =
        read_outcome(trial.facts.given, member_of(trial.claim, "outcome"), trial.objection);
    trial.objection.raise_unless(is_allowed(trial.facts.plan, outcome),
                                 "the outcome breaks a rule or a norm");
    return outcome;
}

void check_sure(const Trial& trial) {
    const Facts& facts = trial.facts;
    check_keys(trial.claim, {{"claim", "outcome"}, {"never_missed"}}, trial.objection);
    const Outcome outcome = read_allowed_outcome(trial);
    const auto is_never_missed = read_never_missed(facts, trial.claim, outcome, trial.objection);
    std::vector<bool> is_accepting(facts.parties.size(), false);
    for (std::size_t party = 0; party < is_accepting.size(); ++party) {
        const PartyId id(party);
        is_accepting[party] =
            !trial.objection.is_raised() && is_counted(facts, id) &&
            (accepts(facts, id, Question::sure, outcome) == Answer::yes ||
             (is_never_missed[party] && is_open_to(facts, id, Question::sure, outcome)));
    }
    require_enough(facts, is_accepting, trial.objection);
}

void check_accepting_reading(const Trial& trial, PartyId party, const Node& node,
                             const Outcome& outcome) {
    const Reading reading = read_reading(trial.facts, party, node, trial.objection);
    require_judged(trial.facts, party, reading, trial.objection);
    trial.objection.raise_unless(is_open_to(trial.facts, party, Question::possible, outcome),
                                 "the outcome crosses a red line or a limit, or the party refuses");
    if (!trial.objection.is_raised()) {
        trial.objection.raise_unless(reaches_fallback(trial.facts, party, reading, outcome),
                                     "the outcome does not reach the fallback in this reading");
    }
}

void check_possible(const Trial& trial) {
    check_keys(trial.claim, {{"claim", "outcome", "readings"}, {}}, trial.objection);
    const Outcome outcome = read_allowed_outcome(trial);
    const Node& readings = member_of(trial.claim, "readings");
    check_table(readings, "an object of readings", trial.objection);
    std::vector<bool> is_accepting(trial.facts.parties.size(), false);
    for (const Node::Member& member : readings.members) {
        const PartyId party = read_counted_party(trial.facts.given, member.key, trial.objection);
        if (trial.objection.is_raised()) {
            return;
        }
        check_accepting_reading(trial, party, member.value, outcome);
        trial.objection.locate("reading of party " + in_quotes(member.key));
        is_accepting[as_index(party)] = true;
    }
    require_enough(trial.facts, is_accepting, trial.objection);
}

void check_none(const Trial& trial, Question question) {
    check_keys(trial.claim, {{"claim", "parts"}, {}}, trial.objection);
    const auto& items =
        items_of(member_of(trial.claim, "parts"), "a list of parts", trial.objection);
    std::vector<Part> parts;
    for (std::size_t i = 0; i < items.size() && !trial.objection.is_raised(); ++i) {
        parts.push_back(read_part(trial.facts, question, items[i], trial.objection));
        if (!trial.objection.is_raised()) {
            prove_part(trial.facts, question, parts.back(), trial.budget, trial.objection);
        }
        trial.objection.locate("part " + std::to_string(i + 1));
        parts.back().multipliers.clear();
        parts.back().columns.clear();
    }
    if (!trial.objection.is_raised()) {
        check_coverage(trial.facts.given, parts, trial.objection);
    }
}

void check_none_possible(const Trial& trial) {
    check_none(trial, Question::possible);
}

void check_none_sure(const Trial& trial) {
    check_none(trial, Question::sure);
}

void check_no_reading(const Trial& trial) {
    const Case& given = trial.facts.given;
    check_keys(trial.claim,
               {{"claim", "party", "entries"}, {"statements", "judgements", "some_weight"}},
               trial.objection);
    const Node& name = member_of(trial.claim, "party");
    const PartyId party =
        read_party(given, text_of(name, "a party", trial.objection), trial.objection);
    std::vector<bool> counts(given.entries.size(), false);
    const Node& list = member_of(trial.claim, "entries");
    for (const Node& item : items_of(list, "a list of addresses", trial.objection)) {
        const std::string address = text_of(item, "an address", trial.objection);
        const auto entry = given.find_entry(address);
        if (!entry || given.entry(*entry).party != party) {
            trial.objection.raise("the party has no entry " + in_quotes(address));
        } else {
            counts[as_index(*entry)] = true;
        }
    }
    if (trial.claim.find("statements") != nullptr && !trial.objection.is_raised()) {
        check_judged_contradiction(trial.facts, party, trial.claim, counts, trial.objection);
        return;
    }
    bool is_empty = false;
    for (std::size_t issue = 0; issue < given.issues.size(); ++issue) {
        IssueRanges ranges = ranges_on_issue(given, party, IssueId(issue), counts);
        is_empty = is_empty || !narrow(ranges.worth, ranges.ladders);
    }
    trial.objection.raise_unless(is_empty, "these entries leave the party a reading");
}

void check_readings(const Trial& trial) {
    check_keys(trial.claim, {{"claim", "readings"}, {}}, trial.objection);
    check_some_readings(trial.facts, member_of(trial.claim, "readings"), trial.objection);
}

void check_best(const Trial& trial) {
    check_optimum(trial.facts, trial.claim, trial.budget, trial.objection);
}

struct ClaimCheck {
    std::string_view name;
    ClaimKind kind;
    void (*check)(const Trial&);
};

constexpr std::array<ClaimCheck, 7> claim_checks = {{
    {"sure", ClaimKind::sure, check_sure},
    {"possible", ClaimKind::possible, check_possible},
    {"none_possible", ClaimKind::none_possible, check_none_possible},
    {"none_sure", ClaimKind::none_sure, check_none_sure},
    {"some_reading", ClaimKind::some_reading, check_readings},
    {"no_reading", ClaimKind::no_reading, check_no_reading},
    {"optimum", ClaimKind::optimum, check_best},
}};

} // namespace

ClaimKind check_claim(const Facts& facts, const Node& claim, Budget& budget, Objection& objection) {
    const std::string name = text_of(member_of(claim, "claim"), "a claim", objection);
    const auto check =
        std::find_if(claim_checks.begin(), claim_checks.end(),
                     [&name](const ClaimCheck& candidate) { return candidate.name == name; });
    if (objection.is_raised() || check == claim_checks.end()) {
        objection.raise("nothing is known of a claim " + in_quotes(name));
        return ClaimKind::sure;
    }
    if (check->kind != ClaimKind::no_reading) {
        require_readings(facts, objection);
    }
    if (!objection.is_raised()) {
        check->check({facts, claim, budget, objection});
    }
    return check->kind;
}

} // namespace unbracket::certificate
