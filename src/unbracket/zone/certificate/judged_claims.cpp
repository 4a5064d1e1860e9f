#include "unbracket/zone/certificate/judged_claims.hpp"

#include "unbracket/zone/certificate/reading.hpp"

#include <algorithm>

// Claims about the readings that judgements leave. That there is one: a reading that keeps them.
// That there is none, or none in which an outcome is missed: weights under which all that such a
// reading has to keep adds up to nothing above 0, wherever it lies in the ranges. That such weights
// exist whenever the claim is true is Farkas' lemma; here they need only be right.
//
// Source: Farkas (1902), Theorie der einfachen Ungleichungen [farkas1902theorie]

namespace unbracket::certificate {

namespace {

/// Whether no reading can make the sum above 0, or at least 0 where that is not enough for it.
bool has_no_reading(const Facts& facts, PartyId party, const Measure& sum, bool is_strict) {
    const std::vector<Met> bonuses(facts.given.bonuses.size(), Met::no);
    const Fraction most = LargestMeasure(facts, party, sum, 0, bonuses).without_outcome();
    return most < 0 || (is_strict && most == 0);
}

bool is_never_missed(const Facts& facts, PartyId party, const JudgedWeights& weights,
                     const Outcome& outcome) {
    const Fraction times(weights.outcome);
    Measure sum = weights.sum(facts, party);
    sum.add(worth_to_accept(facts, party), times);
    sum.add(worth_of(facts, party, outcome), -times);
    return has_no_reading(facts, party, sum,
                          weights.outcome > 0 || weights.is_strict(facts.judged[as_index(party)]));
}

/// Statements that the claim names, by place.
std::vector<bool> read_statements(const Case& given, const Node& list, Objection& objection) {
    std::vector<bool> is_named(given.statements.size(), false);
    for (const Node& item : items_of(list, "a list of statements", objection)) {
        const std::string key = text_of(item, "the id of a statement", objection);
        const auto at =
            std::find_if(given.statements.begin(), given.statements.end(),
                         [&](const Statement& statement) { return statement.key == key; });
        if (at == given.statements.end()) {
            objection.raise("there is no statement " + in_quotes(key));
            return is_named;
        }
        is_named[static_cast<std::size_t>(at - given.statements.begin())] = true;
    }
    return is_named;
}

} // namespace

std::vector<bool> read_never_missed(const Facts& facts, const Node& claim, const Outcome& outcome,
                                    Objection& objection) {
    std::vector<bool> is_proved(facts.parties.size(), false);
    const Node& table = member_of(claim, "never_missed");
    check_table(table, "an object of weights by party", objection);
    for (const Node::Member& member : table.members) {
        const PartyId party = read_counted_party(facts.given, member.key, objection);
        if (objection.is_raised()) {
            return is_proved;
        }
        const auto& judged = facts.judged[as_index(party)];
        check_keys(member.value, {{"judgements", "outcome"}, {"some_weight"}}, objection);
        objection.raise_unless(!judged.empty(), "nothing binds its readings together");
        const JudgedWeights weights = read_judged_weights(member.value, judged, objection);
        objection.raise_unless(objection.is_raised() ||
                                   is_never_missed(facts, party, weights, outcome),
                               "some reading may miss the outcome");
        objection.locate("party " + in_quotes(member.key));
        is_proved[as_index(party)] = true;
    }
    return is_proved;
}

void check_some_readings(const Facts& facts, const Node& readings, Objection& objection) {
    check_table(readings, "an object of readings", objection);
    for (const Node::Member& member : readings.members) {
        const PartyId party = read_counted_party(facts.given, member.key, objection);
        if (objection.is_raised()) {
            return;
        }
        const Reading reading = read_reading(facts, party, member.value, objection);
        require_judged(facts, party, reading, objection);
        objection.locate("reading of party " + in_quotes(member.key));
    }
}

void check_judged_contradiction(const Facts& facts, PartyId party, const Node& claim,
                                const std::vector<bool>& entries, Objection& objection) {
    const Case& given = facts.given;
    const std::vector<bool> statements =
        read_statements(given, member_of(claim, "statements"), objection);
    const auto& judged =
        is_counted(facts, party) ? facts.judged[as_index(party)] : std::vector<Judged>();
    const JudgedWeights weights = read_judged_weights(claim, judged, objection);
    if (objection.is_raised()) {
        return;
    }
    for (std::size_t at = 0; at < statements.size(); ++at) {
        if (statements[at] && is_counted(facts, party) &&
            accepts_what_it_excludes(facts, party, StatementId(at))) {
            return;
        }
    }
    for (std::size_t at = 0; at < judged.size(); ++at) {
        const bool is_named = judged[at].statement ? statements[as_index(*judged[at].statement)]
                                                   : entries[as_index(judged[at].order)];
        objection.raise_unless(weights.judged[at] == 0 || is_named,
                               in_quotes(judged[at].name) + " has a weight but is not named");
    }
    objection.raise_unless(
        !judged.empty() &&
            has_no_reading(facts, party, weights.sum(facts, party), weights.is_strict(judged)),
        "these statements and entries leave the party a reading");
}

bool excludes_what_it_accepts(const Facts& facts, PartyId party) {
    for (std::size_t at = 0; is_counted(facts, party) && at < facts.given.statements.size(); ++at) {
        if (accepts_what_it_excludes(facts, party, StatementId(at))) {
            return true;
        }
    }
    return false;
}

} // namespace unbracket::certificate
