#include "unbracket/zone/coupled_contradiction.hpp"

#include "unbracket/zone/coupled_readings.hpp"
#include "unbracket/zone/find_couplings.hpp"

#include <algorithm>
#include <functional>

// A minimal set by deletion: take what the party's entries and judgements say away, one after the
// other, and keep away whatever is not needed for there to be no reading. An entry is taken away by
// letting it say anything: a rating the whole range, a weight any weight, a fallback any total.
// What is left at the end cannot be made smaller. Entries go first, so that what is left is about
// as few of them as can be, beside the judgements that they cannot be reconciled with.
//
// Source: Chinneck and Dravnieks (1991), Locating minimal infeasible constraint sets in linear
// programs, for the deletion filter [chinneck1991locating]

namespace unbracket {

namespace {

/// Something that may be taken away.
struct Member {
    std::vector<EntryId> entries;
    std::optional<StatementId> statement;
    std::function<void(Case&)> relax;
};

/// Beyond anything that the party's numbers add up to.
Rational wide_bound(const PartyAppraisal& own) {
    Rational sum(100);
    for (const IssueAppraisal& issue : own.issues) {
        Rational most;
        for (const OptionAppraisal& option : issue.options) {
            most = std::max({most, option.value.high, -option.value.low});
        }
        sum += most;
    }
    if (const auto* fallback = std::get_if<Interval>(&own.fallback)) {
        sum += std::max(fallback->high, -fallback->low);
    }
    return sum;
}

void widen_fallback(Case& from, PartyId party, const Interval& wide) {
    for (Fallback& fallback : from.fallbacks) {
        for (FallbackPeriod& period : fallback.periods) {
            period.value = fallback.party == party ? StanceQuantity(wide) : period.value;
        }
    }
}

class Filter {
public:
    Filter(const Case& negotiation, const PartyAppraisal& own, PartyId party)
        : relaxed_(negotiation), party_(party), couplings_(own.couplings),
          anything_(own.scale == Scale::stances ? Interval{0, 100}
                                                : Interval{-wide_bound(own), wide_bound(own)}) {
        for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
            if (const Assessment* assessment = negotiation.issues[at].of(party)) {
                add_entries(at, *assessment);
            }
        }
        if (const auto entry = negotiation.fallback_entry(party)) {
            members_.push_back({{*entry},
                                {},
                                [party, wide = Interval{-wide_bound(own), wide_bound(own)}](
                                    Case& from) { widen_fallback(from, party, wide); }});
        }
        add_couplings(own);
    }

    NoReading run() {
        NoReading found{party_, {}, {}, {}};
        for (const Member& member : members_) {
            Case without = relaxed_;
            member.relax(without);
            if (has_reading(without)) {
                found.entries.insert(found.entries.end(), member.entries.begin(),
                                     member.entries.end());
                if (member.statement) {
                    found.statements.push_back(*member.statement);
                }
            } else {
                relaxed_ = std::move(without);
            }
        }
        std::sort(found.entries.begin(), found.entries.end());
        std::sort(found.statements.begin(), found.statements.end());
        return found;
    }

private:
    static Assessment& own_assessment(Case& from, std::size_t issue, PartyId party) {
        auto& all = from.issues[issue].assessments;
        return *std::find_if(all.begin(), all.end(), [&](const Assessment& assessment) {
            return assessment.party == party;
        });
    }

    void add_entries(std::size_t issue, const Assessment& assessment) {
        const PartyId party = party_;
        if (assessment.weight) {
            members_.push_back({{assessment.weight->entry}, {}, [issue, party](Case& from) {
                                    Weight& own = *own_assessment(from, issue, party).weight;
                                    const Interval range = in_numbers(from.words, own.quantity);
                                    own.quantity =
                                        Interval{0, std::max(range.high, Rational(1'000'000))};
                                }});
        }
        if (assessment.order) {
            members_.push_back({{assessment.order->entry}, {}, [issue, party](Case& from) {
                                    own_assessment(from, issue, party).order.reset();
                                }});
        }
        add_ratings(issue, assessment);
        if (assessment.curve && assessment.stances.empty()) {
            std::vector<EntryId> knots;
            for (const Curve::Knot& knot : assessment.curve->knots) {
                knots.push_back(knot.entry);
            }
            members_.push_back({knots, {}, [issue, party, anything = anything_](Case& from) {
                                    Assessment& own = own_assessment(from, issue, party);
                                    const EntryId entry = own.curve->knots.front().entry;
                                    own.stances.assign(from.issues[issue].options.size(),
                                                       Rating{entry, false, anything});
                                    own.curve.reset();
                                }});
        }
    }

    void add_ratings(std::size_t issue, const Assessment& assessment) {
        const bool has_scores = !assessment.scores.empty();
        const auto& ratings = has_scores ? assessment.scores : assessment.stances;
        for (std::size_t option = 0; option < ratings.size(); ++option) {
            if (!ratings[option]) {
                continue;
            }
            members_.push_back(
                {{ratings[option]->entry},
                 {},
                 [issue, option, has_scores, party = party_, anything = anything_](Case& from) {
                     Assessment& own = own_assessment(from, issue, party);
                     (has_scores ? own.scores : own.stances)[option]->worth = anything;
                 }});
        }
    }

    void add_couplings(const PartyAppraisal& own) {
        std::vector<CouplingOrigin> known;
        for (const Coupling& coupling : own.couplings) {
            if (std::find(known.begin(), known.end(), coupling.origin) != known.end()) {
                continue;
            }
            known.push_back(coupling.origin);
            if (const auto* entry = std::get_if<EntryId>(&coupling.origin)) {
                members_.push_back({{*entry}, {}, [id = *entry](Case& from) {
                                        std::erase_if(from.weight_orders, [&](const auto& order) {
                                            return order.entry == id;
                                        });
                                    }});
                continue;
            }
            const StatementId statement = std::get<StatementId>(coupling.origin);
            members_.push_back({{}, statement, [statement](Case& from) {
                                    from.statements[as_index(statement)].judgements.clear();
                                }});
        }
    }

    bool has_reading(const Case& relaxed) const {
        Appraisal appraisal(relaxed.parties.size());
        appraisal[as_index(party_)] = appraise_party(relaxed, party_);
        PartyAppraisal& own = appraisal[as_index(party_)];
        // Without an entry an issue may concern the party no longer, which settles more drafts.
        std::erase_if(own.couplings, [&](const Coupling& coupling) {
            return std::find(couplings_.begin(), couplings_.end(), coupling) == couplings_.end();
        });
        if (own.gap || broken_acceptance(relaxed, party_, own)) {
            return false;
        }
        return std::holds_alternative<WeightedReading>(
            CoupledReadings(relaxed, appraisal, party_).some());
    }

    Case relaxed_;
    PartyId party_;
    std::vector<Coupling> couplings_; // of the whole case
    Interval anything_;
    std::vector<Member> members_;
};

template <class Id>
void add_once(std::vector<Id>& ids, Id id) {
    const auto place = std::lower_bound(ids.begin(), ids.end(), id);
    if (place == ids.end() || *place != id) {
        ids.insert(place, id);
    }
}

/// Why the judgements and orders of weights that were found leave no reading; where taking an entry
/// away narrowed others, all of them.
RowWeights refusal_of(const Case& negotiation, const Appraisal& whole, NoReading& found) {
    Appraisal appraisal = whole;
    std::erase_if(appraisal[as_index(found.party)].couplings, [&](const Coupling& coupling) {
        const auto* statement = std::get_if<StatementId>(&coupling.origin);
        return statement != nullptr
                   ? std::count(found.statements.begin(), found.statements.end(), *statement) == 0
                   : std::count(found.entries.begin(), found.entries.end(),
                                std::get<EntryId>(coupling.origin)) == 0;
    });
    const CoupledReadings readings(negotiation, appraisal, found.party);
    const auto answer = readings.some();
    if (const auto* refusal = std::get_if<ReadingRefusal>(&answer)) {
        return readings.named(*refusal);
    }
    const CoupledReadings all(negotiation, whole, found.party);
    const RowWeights weights = all.named(std::get<ReadingRefusal>(all.some()));
    for (const auto& [name, weight] : weights.rows) {
        if (const auto* statement = std::get_if<StatementId>(&name.origin)) {
            add_once(found.statements, *statement);
        } else {
            add_once(found.entries, std::get<EntryId>(name.origin));
        }
    }
    return weights;
}

} // namespace

std::optional<NoReading> find_coupled_contradiction(const Case& negotiation,
                                                    const Appraisal& appraisal, PartyId party) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    if (own.scale == Scale::none || own.gap) {
        return std::nullopt;
    }
    if (const auto broken = broken_acceptance(negotiation, party, own)) {
        return NoReading{party, {broken->entry}, {broken->statement}, {}};
    }
    if (own.couplings.empty() || std::holds_alternative<WeightedReading>(
                                     CoupledReadings(negotiation, appraisal, party).some())) {
        return std::nullopt;
    }
    NoReading found = Filter(negotiation, own, party).run();
    found.refusal = refusal_of(negotiation, appraisal, found);
    return found;
}

} // namespace unbracket
