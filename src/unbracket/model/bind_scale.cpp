#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_value.hpp"

// What can be said about a party only when all its assessments are known: it has scores or stances,
// never both; scores leave no option out; a curve, a table and an order do not stand for each
// other; some weight is above 0.

namespace unbracket::binding {

namespace {

/// First entries of a party on either scale.
struct ScaleEvidence {
    const Entry* stances = nullptr;
    const Entry* scores = nullptr;
    const Entry* orders = nullptr; // fit either
};

const Entry* first_rating(const Case& result, const std::vector<std::optional<Rating>>& ratings) {
    for (const auto& rating : ratings) {
        if (rating) {
            return &result.entry(rating->entry);
        }
    }
    return nullptr;
}

/// The first entry of this assessment that belongs to stances alone.
const Entry* stance_entry(const Case& result, const Assessment& assessment) {
    if (assessment.weight) {
        return &result.entry(assessment.weight->entry);
    }
    if (assessment.curve) {
        return &result.entry(assessment.curve->knots.front().entry);
    }
    return first_rating(result, assessment.stances);
}

bool stands_alone(const Case& result, const Issue& issue, const Assessment& assessment) {
    const Entry& entry = result.entry(assessment.order->entry);
    return entry.address == "issue." + issue.key + ".stance." + result.party(assessment.party).key;
}

void gather_orders(const Case& result, const Issue& issue, const Assessment& assessment,
                   ScaleEvidence& evidence) {
    if (!assessment.order) {
        return;
    }
    const Entry* entry = &result.entry(assessment.order->entry);
    if (stands_alone(result, issue, assessment) && evidence.stances == nullptr) {
        evidence.stances = entry;
    } else if (evidence.orders == nullptr) {
        evidence.orders = entry;
    }
}

std::vector<ScaleEvidence> gather_evidence(const Case& result) {
    std::vector<ScaleEvidence> all(result.parties.size());
    for (const Issue& issue : result.issues) {
        for (const Assessment& assessment : issue.assessments) {
            ScaleEvidence& evidence = all[as_index(assessment.party)];
            if (evidence.stances == nullptr) {
                evidence.stances = stance_entry(result, assessment);
            }
            if (evidence.scores == nullptr) {
                evidence.scores = first_rating(result, assessment.scores);
            }
            gather_orders(result, issue, assessment, evidence);
        }
    }
    return all;
}

void settle_scale(Context& context, PartyId party, const ScaleEvidence& evidence) {
    Party& whole = context.result.parties[as_index(party)];
    if (evidence.stances != nullptr && evidence.scores != nullptr) {
        const bool scores_come_later = evidence.stances->at < evidence.scores->at;
        const Entry& later = scores_come_later ? *evidence.scores : *evidence.stances;
        const Entry& earlier = scores_come_later ? *evidence.stances : *evidence.scores;
        context.problems.add(later.at,
                             "party " + quoted(whole.key) +
                                 " has both scores and stances or weights: " + later.address +
                                 " beside " + earlier.address,
                             "a party has scores, or weights and stances");
    }
    if (evidence.scores != nullptr) {
        whole.scale = Scale::scores;
    } else if (evidence.stances != nullptr || evidence.orders != nullptr) {
        whole.scale = Scale::stances;
    }
}

/// The score stands in the file, but could not be read.
bool was_reported(const Context& context, const Issue& issue, const Assessment& assessment,
                  std::size_t option) {
    return context.entry_at.contains("issue." + issue.key + ".score." +
                                     context.party_key(assessment.party) + "." +
                                     issue.options[option].key);
}

void check_scores(Context& context, const Issue& issue, const Assessment& assessment) {
    std::string missing;
    std::size_t count = 0;
    constexpr std::size_t most_named = 5;
    for (std::size_t i = 0; i < assessment.scores.size(); ++i) {
        if (assessment.scores[i] || was_reported(context, issue, assessment, i)) {
            continue;
        }
        if (++count <= most_named) {
            missing += (count == 1 ? "" : ", ") + quoted(issue.options[i].key);
        }
    }
    const Entry* first = first_rating(context.result, assessment.scores);
    if (count == 0 || first == nullptr) {
        return;
    }
    if (count > most_named) {
        missing += " and " + std::to_string(count - most_named) + " more";
    }
    const std::string& party = context.party_key(assessment.party);
    context.problems.add(first->at,
                         "party " + quoted(party) + " has no score in issue " + quoted(issue.key) +
                             " for " + missing,
                         "score every option of an issue that concerns the party");
}

/// One party's issue is rated in one way: by a table, a curve or an order in its place.
void check_ways_of_rating(Context& context, const Issue& issue, const Assessment& assessment) {
    const bool has_table = !assessment.stances.empty() || !assessment.scores.empty();
    const std::string whose =
        "party " + quoted(context.party_key(assessment.party)) + " on issue " + quoted(issue.key);
    if (assessment.curve && has_table) {
        const Entry& entry = context.result.entry(assessment.curve->knots.front().entry);
        context.problems.add(entry.at, whose + " has a curve and a table", "keep one of them");
    }
    if (!assessment.order) {
        return;
    }
    const Entry& order = context.result.entry(assessment.order->entry);
    const bool alone = stands_alone(context.result, issue, assessment);
    if (alone && (assessment.curve || has_table)) {
        context.problems.add(order.at, whose + " has an order and a curve or table under `stance`",
                             "write the order under `order` to have both");
    }
    if (!alone && !assessment.order->red_lines.empty() && (assessment.curve || has_table)) {
        context.problems.add(order.at, whose + " has red lines in an order beside a table or curve",
                             "put them into the table or curve");
    }
}

void check_order_of_scores(Context& context, const Issue& issue, const Assessment& assessment) {
    const Party& party = context.result.party(assessment.party);
    if (assessment.order && party.scale == Scale::scores && assessment.scores.empty()) {
        context.problems.add(context.result.entry(assessment.order->entry).at,
                             "party " + quoted(party.key) + " has scores, but in issue " +
                                 quoted(issue.key) + " an order alone",
                             "add `score." + party.key + "` to the issue");
    }
}

/// Largest weight that the party may have on the issue.
Rational largest_weight(const Case& result, const Assessment& assessment) {
    if (!assessment.weight) {
        return missing_weight.high;
    }
    const WeightQuantity& quantity = assessment.weight->quantity;
    if (const auto* word = std::get_if<WeightWord>(&quantity)) {
        return result.words[*word].high;
    }
    return std::get<Interval>(quantity).high;
}

void check_weights(Context& context) {
    std::vector<bool> has_weight(context.result.parties.size());
    for (const Issue& issue : context.result.issues) {
        for (const Assessment& assessment : issue.assessments) {
            if (largest_weight(context.result, assessment) > Rational(0)) {
                has_weight[as_index(assessment.party)] = true;
            }
        }
    }
    const std::vector<ScaleEvidence> evidence = gather_evidence(context.result);
    for (const PartyId party : context.result.agreement.counted) {
        const Party& whole = context.result.party(party);
        const Entry* stances = evidence[as_index(party)].stances;
        if (whole.scale == Scale::stances && stances != nullptr && !has_weight[as_index(party)]) {
            context.problems.add(stances->at,
                                 "the weights of party " + quoted(whole.key) + " can only be 0",
                                 "a party that is counted needs an issue that matters to it");
        }
    }
}

/// Words are ranges of stances; points on a score sheet have none.
void check_words_of_fallbacks(Context& context) {
    for (const Fallback& fallback : context.result.fallbacks) {
        if (context.result.party(fallback.party).scale != Scale::scores) {
            continue;
        }
        for (const FallbackPeriod& period : fallback.periods) {
            const auto* quantity = std::get_if<StanceQuantity>(&period.value);
            if (quantity != nullptr && std::holds_alternative<StanceWord>(*quantity)) {
                context.problems.add(context.entry(fallback.entry).at,
                                     "party " + quoted(context.party_key(fallback.party)) +
                                         " has scores, and a word as fallback",
                                     "give a number or a range of its own points");
            }
        }
    }
}

} // namespace

void bind_scales(Context& context) {
    const std::vector<ScaleEvidence> evidence = gather_evidence(context.result);
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        settle_scale(context, PartyId(i), evidence[i]);
    }
    for (const Issue& issue : context.result.issues) {
        for (const Assessment& assessment : issue.assessments) {
            check_scores(context, issue, assessment);
            check_ways_of_rating(context, issue, assessment);
            check_order_of_scores(context, issue, assessment);
        }
    }
    check_weights(context);
    check_words_of_fallbacks(context);
}

} // namespace unbracket::binding
