#include "unbracket/zone/certificate/reading.hpp"

#include <algorithm>
#include <utility>

// A reading is checked against the entries number by number: each lies in its range, and the values
// of an issue agree with its ladders (each range shrunk to the chosen number, narrowing must leave
// none empty; so knots of a curve beside the grid are respected too). Then the value of the outcome
// is the definition itself: the weighted mean of stances, or the sum of scores, less losses, plus
// the bonuses met, compared with the fallback. Nothing here depends on the bounds of surplus.cpp.

namespace unbracket::certificate {

namespace {

/// Sums of fractions with many long denominators grow without end; no honest reading needs them.
constexpr std::size_t long_number = 40;
constexpr std::size_t most_long_digits = 20'000;

class ReadingReader {
public:
    ReadingReader(const Facts& facts, PartyId party, const Node& node, Objection& objection)
        : facts_(facts), ranges_(facts.ranges(party)), node_(node), objection_(objection) {}

    Reading read();

private:
    Fraction read_in_range(const Node& node, const Range& range, const std::string& name);
    void read_weights(const Node& weights);
    void read_values(const Node& values);
    void read_values_of(std::size_t issue, const Node& node);
    void read_fallback();
    void read_draft(const Node& node);
    void read_bonuses(const Node& bonuses);
    void read_losses(const Node& losses);
    bool must_be_valued(std::size_t issue) const;
    std::size_t concerned_issue(const std::string& key);

    const Facts& facts_;
    const PartyRanges& ranges_;
    const Node& node_;
    Objection& objection_;
    Reading reading_;
    std::size_t long_digits_ = 0;
};

Fraction ReadingReader::read_in_range(const Node& node, const Range& range,
                                      const std::string& name) {
    long_digits_ += node.text.size() > long_number ? node.text.size() : 0;
    objection_.raise_unless(long_digits_ <= most_long_digits, "the numbers are too long");
    const Fraction number = read_fraction(node, objection_);
    if (!range.contains(number)) {
        objection_.raise(in_quotes(node.text) + " for " + in_quotes(name) +
                         " lies outside its range");
    }
    return number;
}

/// A weight that can only be 0 makes the issue's numbers immaterial, so they may be left out.
bool ReadingReader::must_be_valued(std::size_t issue) const {
    const IssueRanges& here = ranges_.issues[issue];
    return here.is_concerned && (ranges_.scale == Scale::scores || here.weight.high > 0);
}

std::size_t ReadingReader::concerned_issue(const std::string& key) {
    const std::size_t issue = as_index(read_issue(facts_.given, key, objection_));
    if (!ranges_.issues[issue].is_concerned) {
        objection_.raise("issue " + in_quotes(key) + " does not concern the party");
    }
    return issue;
}

void ReadingReader::read_weights(const Node& weights) {
    reading_.weights.assign(ranges_.issues.size(), Fraction());
    if (ranges_.scale == Scale::scores) {
        objection_.raise_unless(weights.members.empty(), "a party with scores has no weights");
        std::fill(reading_.weights.begin(), reading_.weights.end(), Fraction(1));
        return;
    }
    for (const Node::Member& member : weights.members) {
        const std::size_t issue = concerned_issue(member.key);
        reading_.weights[issue] =
            read_in_range(member.value, ranges_.issues[issue].weight, member.key);
    }
    Fraction sum;
    for (std::size_t issue = 0; issue < ranges_.issues.size(); ++issue) {
        const std::string& key = facts_.given.issues[issue].key;
        if (must_be_valued(issue) && weights.find(key) == nullptr) {
            objection_.raise("no weight for issue " + in_quotes(key));
        }
        sum += reading_.weights[issue];
    }
    objection_.raise_unless(sum > 0, "the weights have the sum 0");
}

void ReadingReader::read_values_of(std::size_t issue, const Node& node) {
    const Issue& asked = facts_.given.issues[issue];
    const IssueRanges& ranges = ranges_.issues[issue];
    check_table(node, "an object of values", objection_);
    std::vector<Range> chosen = ranges.worth;
    std::vector<bool> is_given(asked.options.size(), false);
    for (const Node::Member& member : node.members) {
        const std::size_t option = as_index(read_option_key(asked, member.key, objection_));
        if (objection_.is_raised() || is_given[option]) {
            objection_.raise("option " + in_quotes(member.key) + " is valued twice");
            return;
        }
        const Fraction value = read_in_range(member.value, ranges.worth[option], member.key);
        is_given[option] = true;
        reading_.values[issue][option] = value;
        chosen[option] = {value, value};
    }
    for (std::size_t option = 0; option < is_given.size(); ++option) {
        if (!is_given[option]) {
            objection_.raise("no value for option " + in_quotes(asked.options[option].key));
        }
    }
    objection_.raise_unless(narrow(chosen, ranges.ladders), "the values go against an order");
}

void ReadingReader::read_values(const Node& values) {
    for (const Issue& issue : facts_.given.issues) {
        reading_.values.emplace_back(issue.options.size());
    }
    for (const Node::Member& member : values.members) {
        const std::size_t issue = concerned_issue(member.key);
        if (objection_.is_raised()) {
            return;
        }
        read_values_of(issue, member.value);
        if (objection_.is_raised()) {
            objection_.locate("issue " + in_quotes(member.key));
            return;
        }
    }
    for (std::size_t issue = 0; issue < ranges_.issues.size(); ++issue) {
        const std::string& key = facts_.given.issues[issue].key;
        if (must_be_valued(issue) && values.find(key) == nullptr) {
            objection_.raise("no values for issue " + in_quotes(key));
        }
    }
}

void ReadingReader::read_draft(const Node& node) {
    const Outcome draft = read_outcome(facts_.given, node, objection_);
    const DraftContent content = fallback_draft(facts_.given, ranges_);
    for (std::size_t issue = 0; issue < content.size(); ++issue) {
        const auto& options = content[issue];
        if (std::find(options.begin(), options.end(), draft[issue]) == options.end()) {
            objection_.raise("the draft of the fallback says otherwise on issue " +
                             in_quotes(facts_.given.issues[issue].key));
        }
    }
    reading_.fallback_draft = draft;
}

void ReadingReader::read_fallback() {
    const Node* number = node_.find("fallback");
    const Node* draft = node_.find("fallback_draft");
    if (const auto* range = std::get_if<Range>(&ranges_.fallback)) {
        objection_.raise_unless(number != nullptr && draft == nullptr,
                                "the fallback is a number: \"fallback\" alone");
        reading_.fallback = read_in_range(member_of(node_, "fallback"), *range, "fallback");
    } else {
        objection_.raise_unless(number == nullptr && draft != nullptr,
                                "the fallback is as good as a draft: \"fallback_draft\" alone");
        read_draft(member_of(node_, "fallback_draft"));
    }
}

void ReadingReader::read_bonuses(const Node& bonuses) {
    reading_.bonuses.resize(facts_.given.bonuses.size());
    for (const std::size_t position : ranges_.bonuses) {
        const Bonus& bonus = facts_.given.bonuses[position];
        const std::string& address = facts_.given.entry(bonus.entry).address;
        reading_.bonuses[position] =
            read_in_range(member_of(bonuses, address), exact(bonus.value), address);
    }
    objection_.raise_unless(bonuses.members.size() == ranges_.bonuses.size(),
                            "\"bonuses\" names what is no bonus of the party");
}

void ReadingReader::read_losses(const Node& losses) {
    reading_.losses.resize(facts_.given.risks.size());
    std::size_t used = 0;
    for (std::size_t position = 0; position < facts_.given.risks.size(); ++position) {
        const Risk& risk = facts_.given.risks[position];
        const std::string& address = facts_.given.entry(risk.entry).address;
        const bool is_own = risk.party == ranges_.party;
        const bool is_given = losses.find(address) != nullptr;
        if (is_own && (is_given || must_be_valued(as_index(risk.option.issue)))) {
            reading_.losses[position] =
                read_in_range(member_of(losses, address), exact(risk.loss), address);
            ++used;
        }
    }
    objection_.raise_unless(losses.members.size() == used,
                            "\"losses\" names what is no risk of the party");
}

Reading ReadingReader::read() {
    check_keys(node_,
               {{}, {"weights", "values", "fallback", "fallback_draft", "bonuses", "losses"}},
               objection_);
    for (const std::string_view key : {"weights", "values", "bonuses", "losses"}) {
        check_table(member_of(node_, key), "an object of numbers", objection_);
    }
    if (ranges_.scale == Scale::none) {
        objection_.raise_unless(node_.members.empty(), "the party has nothing to read");
        return {};
    }
    read_weights(member_of(node_, "weights"));
    read_values(member_of(node_, "values"));
    read_fallback();
    read_bonuses(member_of(node_, "bonuses"));
    read_losses(member_of(node_, "losses"));
    return std::move(reading_);
}

} // namespace

Reading read_reading(const Facts& facts, PartyId party, const Node& node, Objection& objection) {
    return ReadingReader(facts, party, node, objection).read();
}

namespace {

/// Sum over issues of weight times value, bonuses with the whole weight.
Fraction weighted_total(const Facts& facts, PartyId party, const Reading& reading,
                        const Outcome& outcome, const Fraction& whole_weight) {
    const PartyRanges& ranges = facts.ranges(party);
    Fraction total = 0;
    for (std::size_t issue = 0; issue < outcome.size(); ++issue) {
        const std::size_t option = as_index(outcome[issue]);
        if (!ranges.issues[issue].is_concerned) {
            continue;
        }
        Fraction value = reading.values[issue][option];
        for (const std::size_t risk : ranges.issues[issue].risks) {
            if (lowers(facts.given.risks[risk], option)) {
                value -= reading.losses[risk];
            }
        }
        total += reading.weights[issue] * value;
    }
    for (const std::size_t bonus : ranges.bonuses) {
        if (holds(facts.given.bonuses[bonus].when, outcome)) {
            total += whole_weight * reading.bonuses[bonus];
        }
    }
    return total;
}

} // namespace

bool reaches_fallback(const Facts& facts, PartyId party, const Reading& reading,
                      const Outcome& outcome) {
    const Scale scale = facts.ranges(party).scale;
    if (scale == Scale::none) {
        return true;
    }
    Fraction whole_weight = 1;
    if (scale == Scale::stances) {
        whole_weight = 0;
        for (const Fraction& weight : reading.weights) {
            whole_weight += weight;
        }
    }
    const Fraction total = weighted_total(facts, party, reading, outcome, whole_weight);
    const Fraction needed =
        reading.fallback_draft
            ? weighted_total(facts, party, reading, *reading.fallback_draft, whole_weight)
            : Fraction(whole_weight * reading.fallback);
    return total >= needed - whole_weight * facts.ranges(party).supposed_less;
}

} // namespace unbracket::certificate
