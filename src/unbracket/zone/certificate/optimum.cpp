#include "unbracket/zone/certificate/optimum.hpp"

#include "unbracket/zone/certificate/better.hpp"
#include "unbracket/zone/certificate/coverage.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <utility>

// An `optimum` claim names a rule and an outcome. First the outcome itself: it is feasible and, but
// for `utilitarian_anywhere`, accepted by all who are counted. Then whatever would be better by the
// rule is excluded, part by part. Two rules need more than that. Kalai and Smorodinsky measure
// gains by the largest gain of each party, each of which is a claim of its own. And where Nash's
// product is 0 for everybody together, most parties that gain count first: so no more of them may
// gain at once, and no other set of as many may have a larger product.

namespace unbracket::certificate {

namespace {

using Members = std::vector<bool>; // by party with gains

/// A set of parties whose gains a part of a Nash claim speaks of.
struct Circle {
    Members gaining;
    bool is_none = false; // that all of them gain at once is excluded, whatever the product
    friend auto operator<=>(const Circle&, const Circle&) = default;
};

std::size_t size_of(const Members& members) {
    return static_cast<std::size_t>(std::count(members.begin(), members.end(), true));
}

bool is_subset(const Members& inner, const Members& outer) {
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] && !outer[at]) {
            return false;
        }
    }
    return true;
}

/// Calls `use` with every set of so many of `count`, until it says false.
void for_each_set(std::size_t count, std::size_t size,
                  const std::function<bool(const Members&)>& use) {
    Members members(count, false);
    std::fill(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(size), true);
    while (use(members) && std::prev_permutation(members.begin(), members.end())) {
    }
}

class OptimumCheck {
public:
    OptimumCheck(const Facts& facts, const Node& claim, Budget& budget, Objection& objection)
        : facts_(facts), given_(facts.given), claim_(claim), budget_(budget), objection_(objection),
          gains_(central_gains(facts)) {}

    void run() {
        const std::string rule = text_of(member_of(claim_, "solution"), "a solution", objection_);
        objection_.raise_unless(!gains_.empty(), "nobody who is counted has stances or scores");
        Keys keys{{"claim", "solution", "outcome", "parts"}, {"tolerance"}};
        if (rule == "kalai_smorodinsky") {
            keys.required.emplace_back("largest");
        }
        check_keys(claim_, keys, objection_);
        if (objection_.is_raised()) {
            return;
        }
        read_tolerance();
        const std::vector<Fraction> own =
            read_gains(member_of(claim_, "outcome"), rule == "utilitarian_anywhere");
        if (!objection_.is_raised()) {
            check_rule(rule, own);
        }
    }

private:
    void check_rule(const std::string& rule, const std::vector<Fraction>& own) {
        const Members all(gains_.size(), true);
        const std::vector<Node>& parts = parts_of(claim_);
        if (rule == "nash") {
            check_product(own, parts);
        } else if (rule == "egalitarian") {
            prove_scores(own, Units(gains_.size(), Unit{1, 1}), parts);
        } else if (rule == "kalai_smorodinsky") {
            const Units units = read_largest();
            if (!objection_.is_raised()) {
                prove_scores(own, units, parts);
            }
        } else if (rule == "utilitarian" || rule == "utilitarian_anywhere") {
            const bool is_anywhere = rule != "utilitarian";
            prove(*aim_at_sum({all, sum_of(raised(own), all), is_anywhere}), parts);
        } else {
            objection_.raise("nothing is known of a solution " + in_quotes(rule));
        }
    }

    /// A part about all who are counted.
    Part whole_part() const {
        Part part;
        part.accepting = given_.agreement.counted;
        part.bonuses.assign(given_.bonuses.size(), Met::either);
        return part;
    }

    /// By how much each party's gain may be missed.
    void read_tolerance() {
        spans_.assign(gains_.size(), Fraction(0));
        if (claim_.find("tolerance") == nullptr) {
            return;
        }
        const Node& node = member_of(claim_, "tolerance");
        const Fraction share = read_fraction(node, objection_);
        objection_.raise_unless(share > 0 && share <= 1,
                                in_quotes(node.text) + " is not above 0 and up to 1");
        objection_.locate("`tolerance`, a share such as \"1/100\"");
        const RootDomain root = root_domain(facts_, Question::possible, whole_part());
        for (std::size_t at = 0; at < gains_.size() && !root.is_empty; ++at) {
            spans_[at] = share * span_of(given_, gains_[at], root.domain);
        }
        is_tolerant_ = true;
    }

    std::vector<Fraction> raised(std::vector<Fraction> gains) const {
        for (std::size_t at = 0; at < gains.size(); ++at) {
            gains[at] += spans_[at];
        }
        return gains;
    }

    bool is_feasible(const Outcome& outcome) const {
        const auto crosses = [&](PartyId party) {
            return crosses_limits(facts_, party, Question::possible, outcome);
        };
        const auto& counted = given_.agreement.counted;
        return is_allowed(facts_.plan, outcome) &&
               std::none_of(counted.begin(), counted.end(), crosses);
    }

    /// The gains of an outcome that is feasible and, unless `is_anywhere`, accepted by all.
    std::vector<Fraction> read_gains(const Node& node, bool is_anywhere) {
        const Outcome outcome = read_outcome(given_, node, objection_);
        std::vector<Fraction> gains;
        if (objection_.is_raised()) {
            return gains;
        }
        objection_.raise_unless(is_feasible(outcome),
                                "the outcome crosses a rule, a norm, a red line or a limit");
        for (const PartyGains& party : gains_) {
            gains.push_back(gain_of(given_, party, outcome));
            objection_.raise_unless(is_anywhere || gains.back() >= 0,
                                    "a party loses by the outcome in the central reading");
        }
        for (const PartyId party : given_.agreement.counted) {
            objection_.raise_unless(is_anywhere ||
                                        may_accept_anything(given_, party, Question::possible),
                                    "a party that has to accept refuses any agreement");
        }
        return gains;
    }

    const std::vector<Node>& parts_of(const Node& node) {
        return items_of(member_of(node, "parts"), "a list of parts", objection_);
    }

    /// What a party's gains are divided by: anything from `least` to `most`.
    struct Unit {
        Fraction least, most;
    };
    using Units = std::vector<std::optional<Unit>>;

    void prove_scores(const std::vector<Fraction>& own, const Units& units,
                      const std::vector<Node>& parts) {
        prove(*aim_at_scores(is_tolerant_ ? smallest_score(raised(own), units)
                                          : scores_of(own, units)),
              parts);
    }

    static Scores scores_of(const std::vector<Fraction>& gains, const Units& units) {
        Scores scores;
        for (std::size_t at = 0; at < units.size(); ++at) {
            scores.units.push_back(units[at] ? std::optional(units[at]->least) : std::nullopt);
            if (units[at]) {
                scores.ascending.push_back(gains[at] / units[at]->least);
            }
        }
        std::sort(scores.ascending.begin(), scores.ascending.end());
        return scores;
    }

    /// Outcomes whose smallest score is larger than that of these gains, for some units: each party
    /// i then has more than what makes its score, for i's least and j's most unit, as large as that
    /// of some j.
    static Scores smallest_score(const std::vector<Fraction>& gains, const Units& units) {
        Scores scores;
        for (std::size_t at = 0; at < units.size(); ++at) {
            std::optional<Fraction> passed;
            for (std::size_t other = 0; other < units.size() && units[at]; ++other) {
                if (units[other]) {
                    const Fraction own =
                        other == at
                            ? gains[at]
                            : Fraction(units[at]->least * gains[other] / units[other]->most);
                    passed = passed ? std::min(*passed, own) : own;
                }
            }
            scores.units.push_back(passed);
            if (passed) {
                scores.ascending.assign(1, 1);
            }
        }
        return scores;
    }

    static Fraction sum_of(const std::vector<Fraction>& gains, const Members& added) {
        Fraction sum = 0;
        for (std::size_t at = 0; at < gains.size(); ++at) {
            sum += added[at] ? gains[at] : Fraction(0);
        }
        return sum;
    }

    /// The largest gain of each party, proved; nothing where it is 0. With a tolerance a gain that
    /// may be too small by more than that is a range.
    Units read_largest() {
        const Node& largest = member_of(claim_, "largest");
        check_table(largest, "an object of largest gains", objection_);
        Units units(gains_.size());
        objection_.raise_unless(largest.members.size() == gains_.size(),
                                "\"largest\" does not name every party with stances or scores");
        for (std::size_t at = 0; at < gains_.size() && !objection_.is_raised(); ++at) {
            const std::string& key = given_.party(gains_[at].party).key;
            units[at] = read_largest_of(at, member_of(largest, key));
            objection_.locate("largest gain of party " + in_quotes(key));
        }
        return units;
    }

    std::optional<Unit> read_largest_of(std::size_t at, const Node& own) {
        Keys keys{{"outcome", "parts"}, {}};
        if (is_tolerant_) {
            keys.optional.emplace_back("at_most");
        }
        check_keys(own, keys, objection_);
        const std::vector<Fraction> gains = read_gains(member_of(own, "outcome"), false);
        if (objection_.is_raised()) {
            return std::nullopt;
        }
        const Fraction& found = gains[at];
        const Fraction near = found + spans_[at];
        const Node* given = own.find("at_most");
        const Fraction at_most = given != nullptr ? read_fraction(*given, objection_) : near;
        objection_.raise_unless(at_most >= found, "\"at_most\" is less than the outcome gives");
        objection_.raise_unless(found > 0 || at_most <= near,
                                "a party that gains nothing may gain more than the tolerance");
        if (objection_.is_raised()) {
            return std::nullopt;
        }
        Members alone(gains_.size(), false);
        alone[at] = true;
        prove(*aim_at_sum({alone, at_most}), parts_of(own));
        return found > 0 ? std::optional(Unit{found, at_most <= near ? found : at_most})
                         : std::nullopt;
    }

    Part read_whole(const Node& node) {
        Part part = read_part(facts_, std::nullopt, node, objection_);
        std::vector<PartyId> accepting = part.accepting;
        std::sort(accepting.begin(), accepting.end());
        objection_.raise_unless(accepting == given_.agreement.counted && !part.counts_at_least,
                                "the parties that accept are not all who are counted");
        return part;
    }

    /// Proves the parts, and that together they are all outcomes.
    void prove(const Aim& aim, const std::vector<Node>& nodes) {
        std::vector<Part> parts;
        for (std::size_t i = 0; i < nodes.size() && !objection_.is_raised(); ++i) {
            parts.push_back(read_whole(nodes[i]));
            prove_part(aim, parts.back(), i);
        }
        require_cover(parts);
    }

    void prove_part(const Aim& aim, Part& part, std::size_t at) {
        if (!objection_.is_raised()) {
            prove_none_better({facts_, gains_, aim}, part, budget_, objection_);
        }
        objection_.locate("part " + std::to_string(at + 1));
        part.multipliers.clear();
    }

    void require_cover(const std::vector<Part>& parts) {
        objection_.raise_unless(objection_.is_raised() || covers_all_bonuses(given_, parts),
                                "the parts leave out some pattern of bonuses");
    }

    Members read_gaining(const Node* node) {
        if (node == nullptr) {
            return Members(gains_.size(), true);
        }
        Members gaining(gains_.size(), false);
        for (const Node& item : items_of(*node, "a list of parties", objection_)) {
            const std::string key = text_of(item, "the id of a party", objection_);
            const PartyId party = read_counted_party(given_, key, objection_);
            const auto at = std::find_if(gains_.begin(), gains_.end(),
                                         [&](const PartyGains& own) { return own.party == party; });
            if (at == gains_.end()) {
                objection_.raise("party " + in_quotes(key) + " has no gains");
            } else {
                gaining[static_cast<std::size_t>(at - gains_.begin())] = true;
            }
        }
        return gaining;
    }

    /// Takes what only parts of a Nash claim have out of the node.
    Circle take_circle(Node& node) {
        Circle circle{read_gaining(node.find("gaining")), false};
        if (const Node* none = node.find("none")) {
            objection_.raise_unless(none->kind == NodeKind::boolean && none->flag,
                                    "\"none\" is true or not there");
            circle.is_none = true;
        }
        std::erase_if(node.members, [](const Node::Member& member) {
            return member.key == "gaining" || member.key == "none";
        });
        return circle;
    }

    void check_product(const std::vector<Fraction>& own, const std::vector<Node>& nodes) {
        Members winners;
        Fraction product = 1;
        const std::vector<Fraction> gains = raised(own);
        for (std::size_t at = 0; at < own.size(); ++at) {
            winners.push_back(own[at] > 0);
            product *= winners.back() ? gains[at] : Fraction(1);
        }
        std::map<Circle, std::vector<Part>> circles;
        for (std::size_t i = 0; i < nodes.size() && !objection_.is_raised(); ++i) {
            check_table(nodes[i], "a part", objection_);
            Node node = nodes[i];
            const Circle circle = take_circle(node);
            objection_.raise_unless(circle.is_none || size_of(circle.gaining) == size_of(winners),
                                    "a product is of as many gains as the outcome's");
            Part part = read_whole(node);
            const auto aim = aim_at_product(circle.gaining,
                                            circle.is_none ? std::nullopt : std::optional(product));
            prove_part(*aim, part, i);
            circles[circle].push_back(std::move(part));
        }
        for (const auto& [circle, parts] : circles) {
            require_cover(parts);
        }
        if (!objection_.is_raised()) {
            require_circles(circles, size_of(winners));
        }
    }

    /// Sets of that many parties and of one more: each has to be looked at.
    void require_circles(const std::map<Circle, std::vector<Part>>& circles, std::size_t size) {
        constexpr std::uint64_t most_steps = 20'000'000;
        std::uint64_t steps = 0;
        const auto is_looked_at = [&](const Members& set, bool by_product) {
            steps += circles.size() * set.size() + 1;
            return std::any_of(circles.begin(), circles.end(), [&](const auto& looked_at) {
                const Circle& circle = looked_at.first;
                return circle.is_none ? is_subset(circle.gaining, set)
                                      : by_product && circle.gaining == set;
            });
        };
        bool is_complete = true;
        for (const std::size_t more : {std::size_t{0}, std::size_t{1}}) {
            if (size + more == 0 || size + more > gains_.size()) {
                continue;
            }
            for_each_set(gains_.size(), size + more, [&](const Members& set) {
                is_complete = is_complete && is_looked_at(set, more == 0);
                return is_complete && steps < most_steps;
            });
        }
        objection_.raise_unless(steps < most_steps, "the sets of parties are too many to look at");
        objection_.raise_unless(is_complete,
                                "the parts leave out some set of parties that may gain");
    }

    const Facts& facts_;
    const Case& given_;
    const Node& claim_;
    Budget& budget_;
    Objection& objection_;
    std::vector<PartyGains> gains_;
    std::vector<Fraction> spans_; // shares of them: by how much a gain may be missed
    bool is_tolerant_ = false;
};

} // namespace

void check_optimum(const Facts& facts, const Node& claim, Budget& budget, Objection& objection) {
    OptimumCheck(facts, claim, budget, objection).run();
}

} // namespace unbracket::certificate
