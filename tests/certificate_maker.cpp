#include "tests/certificate_maker.hpp"

#include "tests/reference/acceptance.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace unbracket::testing {

namespace {

Node member(std::string key, Node value) {
    Node table = table_node();
    add_member(table, std::move(key), std::move(value));
    return table;
}

Node names(const Case& given, const std::vector<PartyId>& parties) {
    std::vector<Node> items;
    for (const PartyId party : parties) {
        items.push_back(text_node(given.party(party).key));
    }
    return list_node(std::move(items));
}

/// Tree certificates without any thought: every set of parties, every pattern, every outcome.
class NaiveMaker {
public:
    NaiveMaker(const Case& given, Random& random, ProofStyle style)
        : given_(given), random_(random), style_(style) {}

    Node parts() {
        const auto& rule = given_.agreement;
        if (style_.counts_inside && rule.at_least) {
            add_patterns(rule.required, true);
            return list_node(std::move(parts_));
        }
        const auto asked = static_cast<std::size_t>(rule.at_least.value_or(0));
        for (std::size_t bits = 0; bits < (std::size_t{1} << rule.counted.size()); ++bits) {
            std::vector<PartyId> accepting;
            for (std::size_t i = 0; i < rule.counted.size(); ++i) {
                if ((bits >> i) % 2 == 1) {
                    accepting.push_back(rule.counted[i]);
                }
            }
            const bool has_required = std::includes(accepting.begin(), accepting.end(),
                                                    rule.required.begin(), rule.required.end());
            if (has_required && accepting.size() == std::max(asked, rule.required.size())) {
                add_patterns(accepting, false);
            }
        }
        return list_node(std::move(parts_));
    }

private:
    void add_patterns(const std::vector<PartyId>& accepting, bool counts) {
        const std::size_t split = std::min(style_.split_bonuses, given_.bonuses.size());
        for (std::size_t bits = 0; bits < (std::size_t{1} << split); ++bits) {
            Node part = member("accepting", names(given_, accepting));
            Node bonuses = table_node();
            for (std::size_t i = 0; i < split; ++i) {
                add_member(bonuses, given_.entry(given_.bonuses[i].entry).address,
                           boolean_node((bits >> i) % 2 == 1));
            }
            add_member(part, "bonuses", std::move(bonuses));
            if (counts) {
                add_member(part, "at_least",
                           number_node(std::to_string(*given_.agreement.at_least)));
            }
            add_member(part, "kind", text_node("tree"));
            add_member(part, "weights", lanes(accepting));
            std::vector<Node> order;
            for (const Issue& issue : given_.issues) {
                order.push_back(text_node(issue.key));
            }
            std::reverse(order.begin(), order.end());
            add_member(part, "order", list_node(std::move(order)));
            add_member(part, "nodes", number_node("1000"));
            parts_.push_back(std::move(part));
        }
    }

    Node lanes(const std::vector<PartyId>& accepting) {
        std::vector<Node> lanes;
        for (int i = 0; style_.has_lanes && i < 3; ++i) {
            Node lane = table_node();
            for (const PartyId party : accepting) {
                add_member(lane, given_.party(party).key,
                           number_node(std::to_string(random_.between(0, 4))));
            }
            lanes.push_back(std::move(lane));
        }
        return list_node(std::move(lanes));
    }

    const Case& given_;
    Random& random_;
    ProofStyle style_;
    std::vector<Node> parts_;
};

Node option_node(const Issue& issue, OptionId option) {
    const std::string& key = issue.options[as_index(option)].key;
    return issue.range ? number_node(key) : text_node(key);
}

Node outcome_node(const Case& given, const Outcome& outcome) {
    Node node = table_node();
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        add_member(node, given.issues[i].key, option_node(given.issues[i], outcome[i]));
    }
    return node;
}

/// The reading of one party that is best for an outcome, over all ways to complete a draft.
class BestReading {
public:
    BestReading(const Case& given, PartyId party, const Outcome& outcome)
        : given_(given), party_(party), outcome_(outcome), view_(reference::view_of(given, party)) {
    }

    Node write() {
        if (view_.scale == Scale::none) {
            return table_node();
        }
        const auto* draft = std::get_if<DraftId>(&view_.fallback);
        if (draft == nullptr) {
            return written(std::nullopt);
        }
        std::optional<Outcome> best;
        for (const Outcome& completion : reference::completions(given_.draft(*draft))) {
            if (!best || gain(completion) > gain(*best)) {
                best = completion;
            }
        }
        return written(best);
    }

private:
    Rational loss(std::size_t risk) const { return losses_[risk]; }
    bool lowers(const Risk& risk, std::size_t issue, OptionId option) const {
        return as_index(risk.option.issue) == issue &&
               std::binary_search(risk.option.options.begin(), risk.option.options.end(), option);
    }
    bool is_met(const Condition& when, const Outcome& outcome) const {
        return std::all_of(when.begin(), when.end(), [&](const Literal& literal) {
            return std::binary_search(literal.options.begin(), literal.options.end(),
                                      outcome[as_index(literal.issue)]);
        });
    }

    /// Every number at the end that helps the outcome against the fallback.
    void choose(const std::optional<Outcome>& draft) {
        bonuses_.clear(), losses_.clear(), values_.clear(), weights_.clear();
        for (const Bonus& bonus : given_.bonuses) {
            const bool hurts = draft && is_met(bonus.when, *draft);
            bonuses_.push_back(hurts ? bonus.value.low : bonus.value.high);
        }
        for (const Risk& risk : given_.risks) {
            const std::size_t issue = as_index(risk.option.issue);
            const bool helps = draft && lowers(risk, issue, (*draft)[issue]);
            losses_.push_back(helps ? risk.loss.high : risk.loss.low);
        }
        for (std::size_t i = 0; i < outcome_.size(); ++i) {
            choose_values(i, draft);
        }
        for (std::size_t i = 0; i < outcome_.size(); ++i) {
            const Interval& weight = view_.issues[i].weight;
            weights_.push_back(margin(i, draft) >= Rational(0) ? weight.high : weight.low);
        }
    }

    /// The chosen option as high, the draft's as low as goes, the others as low as both allow.
    void choose_values(std::size_t issue, const std::optional<Outcome>& draft) {
        const reference::IssueView& view = view_.issues[issue];
        const std::size_t chosen = as_index(outcome_[issue]);
        std::vector<Rational> values;
        if (view.value.empty()) {
            values_.push_back(values);
            return;
        }
        const std::size_t other = draft ? as_index((*draft)[issue]) : chosen;
        const Rational high = view.value[chosen].high;
        Rational low = chosen == other ? high : view.value[other].low;
        if (chosen != other && view.at_least[other][chosen]) {
            low = std::max(low, high);
        }
        for (std::size_t option = 0; option < view.value.size(); ++option) {
            Rational value = view.value[option].low;
            if (option == other || view.at_least[option][other]) {
                value = std::max(value, low);
            }
            if (option == chosen || view.at_least[option][chosen]) {
                value = std::max(value, high);
            }
            values.push_back(value);
        }
        values_.push_back(std::move(values));
    }

    Rational net(std::size_t issue, OptionId option) const {
        Rational value = values_[issue].empty() ? Rational(0) : values_[issue][as_index(option)];
        for (std::size_t i = 0; i < given_.risks.size(); ++i) {
            if (given_.risks[i].party == party_ && lowers(given_.risks[i], issue, option)) {
                value -= losses_[i];
            }
        }
        return value;
    }

    Rational bonus(const Outcome& outcome) const {
        Rational sum(0);
        for (std::size_t i = 0; i < given_.bonuses.size(); ++i) {
            if (given_.bonuses[i].party == party_ && is_met(given_.bonuses[i].when, outcome)) {
                sum += bonuses_[i];
            }
        }
        return sum;
    }

    Rational anyway(const std::optional<Outcome>& draft) const {
        const Rational needed = draft ? bonus(*draft) : std::get<Interval>(view_.fallback).low;
        return bonus(outcome_) - needed + view_.supposed_less;
    }

    Rational margin(std::size_t issue, const std::optional<Outcome>& draft) const {
        const Rational there = draft ? net(issue, (*draft)[issue]) : Rational(0);
        return net(issue, outcome_[issue]) - there + anyway(draft);
    }

    Rational gain(const Outcome& draft) {
        choose(draft);
        Rational sum = view_.scale == Scale::scores ? anyway(draft) : Rational(0);
        for (std::size_t i = 0; i < outcome_.size(); ++i) {
            sum += view_.scale == Scale::scores ? net(i, outcome_[i]) - net(i, draft[i])
                                                : weights_[i] * margin(i, draft);
        }
        // Where no weight is above 0 the completion is of no use.
        const bool has_weight =
            view_.scale == Scale::scores ||
            std::any_of(weights_.begin(), weights_.end(),
                        [](const Rational& weight) { return weight.sign() > 0; });
        return has_weight ? sum : Rational(-1'000'000'000);
    }

    bool is_concerned(std::size_t issue) const {
        const Assessment* assessment = given_.issues[issue].of(party_);
        if (view_.scale == Scale::scores) {
            return assessment != nullptr && !assessment->scores.empty();
        }
        return view_.issues[issue].weight.high.sign() > 0;
    }

    Node written(const std::optional<Outcome>& draft) {
        choose(draft);
        Node reading = table_node();
        Node& weights = add_member(reading, "weights", table_node());
        for (std::size_t i = 0; view_.scale == Scale::stances && i < weights_.size(); ++i) {
            if (is_concerned(i)) {
                add_member(weights, given_.issues[i].key,
                           text_node(weights_[i].to_fraction_text()));
            }
        }
        Node& values = add_member(reading, "values", table_node());
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (!is_concerned(i)) {
                continue;
            }
            Node& options = add_member(values, given_.issues[i].key, table_node());
            for (std::size_t option = 0; option < values_[i].size(); ++option) {
                add_member(options, given_.issues[i].options[option].key,
                           text_node(values_[i][option].to_fraction_text()));
            }
        }
        if (draft) {
            add_member(reading, "fallback_draft", outcome_node(given_, *draft));
        } else {
            const Rational& low = std::get<Interval>(view_.fallback).low;
            add_member(reading, "fallback", text_node(low.to_fraction_text()));
        }
        write_extras(reading);
        return reading;
    }

    void write_extras(Node& reading) const {
        Node& bonuses = add_member(reading, "bonuses", table_node());
        for (std::size_t i = 0; i < given_.bonuses.size(); ++i) {
            if (given_.bonuses[i].party == party_) {
                add_member(bonuses, given_.entry(given_.bonuses[i].entry).address,
                           text_node(bonuses_[i].to_fraction_text()));
            }
        }
        Node& losses = add_member(reading, "losses", table_node());
        for (std::size_t i = 0; i < given_.risks.size(); ++i) {
            if (given_.risks[i].party == party_) {
                add_member(losses, given_.entry(given_.risks[i].entry).address,
                           text_node(losses_[i].to_fraction_text()));
            }
        }
    }

    const Case& given_;
    PartyId party_;
    const Outcome& outcome_;
    reference::PartyView view_;
    std::vector<Rational> bonuses_;
    std::vector<Rational> losses_;
    std::vector<std::vector<Rational>> values_;
    std::vector<Rational> weights_;
};

} // namespace

Node none_claim(const Case& given, const char* name, ProofStyle style, Random& random) {
    Node claim = member("claim", text_node(name));
    add_member(claim, "parts", NaiveMaker(given, random, style).parts());
    return claim;
}

Node sure_claim(const Case& given, const Outcome& outcome) {
    Node claim = member("claim", text_node("sure"));
    add_member(claim, "outcome", outcome_node(given, outcome));
    return claim;
}

Node possible_claim(const Case& given, const Outcome& outcome) {
    Node readings = table_node();
    for (const PartyId party : given.agreement.counted) {
        if (reference::possibly_accepts(given, party, outcome)) {
            add_member(readings, given.party(party).key,
                       BestReading(given, party, outcome).write());
        }
    }
    Node claim = member("claim", text_node("possible"));
    add_member(claim, "outcome", outcome_node(given, outcome));
    add_member(claim, "readings", std::move(readings));
    return claim;
}

Node no_reading_claim(const Case& given, PartyId party) {
    std::vector<Node> entries;
    for (const Entry& entry : given.entries) {
        if (entry.party == party) {
            entries.push_back(text_node(entry.address));
        }
    }
    Node claim = member("claim", text_node("no_reading"));
    add_member(claim, "party", text_node(given.party(party).key));
    add_member(claim, "entries", list_node(std::move(entries)));
    return claim;
}

} // namespace unbracket::testing
