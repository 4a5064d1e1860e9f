#include "unbracket/zone/certificate/better.hpp"

#include <algorithm>
#include <utility>

// Proves that no outcome of a part would be better. It is the proof that none is acceptable
// (proof.cpp) with other needs: a weighed sum of gains has to reach what the aim says of it, and
// where its largest value does not, nothing better is left. Each party's own gain bounds the walk
// as well, and whatever no bound closes is tested by the definition.

namespace unbracket::certificate {

namespace {

class Proof {
public:
    Proof(const BetterQuestion& question, const Part& part, Budget& budget, Objection& objection)
        : question_(question), part_(part), budget_(budget), objection_(objection),
          root_(root_domain(question.facts, Question::possible, part)) {}

    void run() {
        const std::size_t columns = part_.multipliers.size() + 2 * question_.gains.size() + 1;
        if (root_.is_empty || !claim_cells(root_.domain, columns, budget_, objection_)) {
            return;
        }
        const Fraction beyond = beyond_all(question_.gains);
        for (const PartyGains& gains : question_.gains) {
            grids_.push_back(
                grid_of({question_.facts.given, part_.bonuses, beyond}, gains, root_.domain));
        }
        if (part_.is_tree) {
            check_tree();
        } else {
            check_root();
        }
    }

private:
    /// One number for each party with gains, of those that the part gives one for each accepting
    /// party.
    std::vector<Integer> weights_of(const std::vector<Integer>& multipliers) const {
        std::vector<Integer> weights;
        for (const PartyGains& gains : question_.gains) {
            const auto at = std::find(part_.accepting.begin(), part_.accepting.end(), gains.party);
            weights.push_back(multipliers[static_cast<std::size_t>(at - part_.accepting.begin())]);
        }
        return weights;
    }

    void claim_work(const Weighing& weighing) {
        const std::uint64_t work = question_.aim.work(weighing);
        if (budget_.cancel != nullptr && budget_.cancel->is_raised()) {
            objection_.raise("the check was stopped before it was finished");
        } else if (work > budget_.need_work) {
            objection_.raise("what better outcomes need takes too long to work out");
        }
        budget_.need_work -= std::min(work, budget_.need_work);
    }

    /// A lane without meaning once an objection is raised.
    Lane lane_of(std::vector<Integer> weights) {
        const Weighing weighing = weigh(grids_, std::move(weights));
        claim_work(weighing);
        if (objection_.is_raised()) {
            return {};
        }
        std::vector<std::vector<Integer>> sums;
        for (std::size_t issue = 0; issue < root_.domain.size(); ++issue) {
            std::vector<Integer>& values = sums.emplace_back(root_.domain[issue].size());
            for (std::size_t at = 0; at < grids_.size(); ++at) {
                for (std::size_t place = 0; weighing.shares[at] != 0 && place < values.size();
                     ++place) {
                    values[place] += weighing.shares[at] * grids_[at].steps[issue][place];
                }
            }
        }
        return certificate::lane_of(-question_.aim.need(weighing), std::move(sums));
    }

    void check_root() {
        if (part_.multipliers.size() != 1) {
            objection_.raise("a root part has exactly one object of weights");
        } else if (lane_of(weights_of(part_.multipliers.front())).start >= 0) {
            objection_.raise("the weighed gains may reach what is better, so they exclude nothing");
        }
    }

    bool may_be_better(const Outcome& outcome) const {
        std::vector<Fraction> gains;
        for (const PartyGains& party : question_.gains) {
            gains.push_back(gain_of(question_.facts.given, party, outcome));
        }
        return question_.aim.is_met(gains);
    }

    void check_tree() {
        Tree tree{root_.domain, part_.order, {}, {}, 0, root_.constraints, {}};
        for (const std::vector<Integer>& multipliers : part_.multipliers) {
            tree.lanes.push_back(lane_of(weights_of(multipliers)));
        }
        for (std::size_t at = 0; at < grids_.size(); ++at) {
            std::vector<Integer> alone(grids_.size());
            alone[at] = 1;
            tree.lanes.push_back(lane_of(std::move(alone)));
        }
        if (objection_.is_raised()) {
            return;
        }
        tree.leaf_cost = std::max<std::uint64_t>(grids_.size(), 1);
        tree.may_be_accepted = [this](const Outcome& outcome) { return may_be_better(outcome); };
        raise_unless_proved(question_.facts.given, replay(tree, part_.nodes, budget_),
                            "would be better", objection_);
    }

    const BetterQuestion& question_;
    const Part& part_;
    Budget& budget_;
    Objection& objection_;
    RootDomain root_;
    std::vector<GainGrid> grids_;
};

} // namespace

void prove_none_better(const BetterQuestion& question, const Part& part, Budget& budget,
                       Objection& objection) {
    Proof(question, part, budget, objection).run();
}

} // namespace unbracket::certificate
