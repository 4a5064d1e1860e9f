#include "unbracket/zone/certificate/root_domain.hpp"

#include <algorithm>
#include <utility>

// Proves that no outcome suits a given set of parties. If every party's surplus has to be at least
// 0, so has each sum of surpluses with nonnegative multipliers, and the largest value of such a sum
// is found issue by issue (weak duality; Geoffrion, 1974). When it is below 0, one line of
// arithmetic proves that nothing suits all: that is a root part. When it is not, options are tried
// one issue after the other, and each branch needs its own reason: that is a tree part, whose walk
// is in replay.cpp. Before either, options that red lines, limits, rules and norms exclude are
// taken away; if none is left, that alone is the proof.
//
// All surpluses are brought to one common denominator first. Each party that has to accept also
// bounds the walk by itself, whether the certificate says so or not: a walk can only get shorter by
// that.

namespace unbracket::certificate {

namespace {

/// The surplus of some parties over a domain, and columns, in whole numbers on one common scale.
/// Rows are the accepting parties, then columns, then other parties.
struct Table {
    std::vector<Integer> constants;                        // by row
    std::vector<std::vector<std::vector<Integer>>> values; // by row, issue, place in the domain
};

Integer scaled(const Fraction& number, const Integer& scale) {
    return number.bottom() == 1 ? Integer(number.top() * scale)
                                : Integer(number.top() * (scale / number.bottom()));
}

/// A number that makes all of them whole.
Integer common_scale(const std::vector<ColumnValues>& rows) {
    Integer scale = 1;
    const auto widen = [&scale](const Fraction& number) {
        if (number.bottom() != 1) {
            scale = lcm(scale, number.bottom());
        }
    };
    for (const ColumnValues& row : rows) {
        widen(row.constant);
        for (const std::vector<Fraction>& values : row.values) {
            std::for_each(values.begin(), values.end(), widen);
        }
    }
    return scale;
}

/// One piece of a proof under way.
class Proof {
public:
    Proof(const Facts& facts, Question question, const Part& part, Budget& budget,
          Objection& objection)
        : facts_(facts), question_(question), part_(part), budget_(budget), objection_(objection),
          players_(part.accepting) {}

    void run();

private:
    bool find_domain();
    ColumnValues range_values(PartyId party) const;
    void fill_table();
    Lane combine(const std::vector<Integer>& multipliers) const;
    Lane alone(std::size_t row) const;
    void add_own_lanes(Tree& tree) const;
    Tree plant_tree() const;
    bool has_open_value(PartyId party) const;
    bool may_accept(PartyId party, const Outcome& outcome) const;
    bool may_be_accepted(const Outcome& outcome) const;
    std::size_t own_row(std::size_t player) const;
    void check_root();
    void check_tree();

    const Facts& facts_;
    Question question_;
    const Part& part_;
    Budget& budget_;
    Objection& objection_;
    std::vector<PartyId> players_; // accepting parties, then the other counted ones if they matter
    Constraints constraints_;
    Domain domain_;
    Table table_;
};

/// False: nothing is left, so the part is proved.
bool Proof::find_domain() {
    for (const PartyId party : part_.accepting) {
        if (!may_accept_anything(facts_.given, party, question_)) {
            return false;
        }
    }
    RootDomain root = root_domain(facts_, question_, part_);
    constraints_ = std::move(root.constraints);
    domain_ = std::move(root.domain);
    return !root.is_empty;
}

/// Asked about every reading, the ranges of a party whose readings are bound together say nothing:
/// their worst reading may be none.
bool Proof::has_open_value(PartyId party) const {
    return question_ == Question::sure && !facts_.judged[as_index(party)].empty();
}

ColumnValues Proof::range_values(PartyId party) const {
    ColumnValues values{0, std::vector<std::vector<Fraction>>(domain_.size())};
    const PartyRanges& ranges = facts_.ranges(party);
    const Surplus surplus(facts_.given, ranges,
                          {question_, part_.bonuses, fallback_draft(facts_.given, ranges)});
    const bool is_open = has_open_value(party);
    values.constant = is_open ? Fraction(0) : surplus.constant();
    for (std::size_t issue = 0; issue < domain_.size(); ++issue) {
        for (const OptionId option : domain_[issue]) {
            values.values[issue].push_back(is_open ? Fraction(0)
                                                   : surplus.at(issue, as_index(option)));
        }
    }
    return values;
}

void Proof::fill_table() {
    std::vector<ColumnValues> rows;
    for (std::size_t player = 0; player < part_.accepting.size(); ++player) {
        rows.push_back(range_values(players_[player]));
    }
    for (const Column& column : part_.columns) {
        rows.push_back(column_values(facts_, column, part_.bonuses, domain_));
    }
    for (std::size_t player = part_.accepting.size(); player < players_.size(); ++player) {
        rows.push_back(range_values(players_[player]));
    }
    const Integer scale = common_scale(rows);
    for (const ColumnValues& row : rows) {
        table_.constants.push_back(scaled(row.constant, scale));
        auto& by_issue = table_.values.emplace_back(domain_.size());
        for (std::size_t issue = 0; issue < domain_.size(); ++issue) {
            for (const Fraction& value : row.values[issue]) {
                by_issue[issue].push_back(scaled(value, scale));
            }
        }
    }
}

/// The lane of some multipliers, one for each of the first rows.
Lane Proof::combine(const std::vector<Integer>& multipliers) const {
    Integer start = 0;
    for (std::size_t player = 0; player < multipliers.size(); ++player) {
        start += multipliers[player] * table_.constants[player];
    }
    std::vector<std::vector<Integer>> sums;
    for (std::size_t issue = 0; issue < domain_.size(); ++issue) {
        std::vector<Integer>& values = sums.emplace_back(domain_[issue].size());
        for (std::size_t player = 0; player < multipliers.size(); ++player) {
            for (std::size_t place = 0; multipliers[player] != 0 && place < values.size();
                 ++place) {
                values[place] += multipliers[player] * table_.values[player][issue][place];
            }
        }
    }
    return lane_of(std::move(start), std::move(sums));
}

Lane Proof::alone(std::size_t row) const {
    std::vector<Integer> multipliers(row + 1);
    multipliers[row] = 1;
    return combine(multipliers);
}

/// The row that stands for a party by itself: a column where its ranges say nothing.
std::size_t Proof::own_row(std::size_t player) const {
    const std::size_t accepting = part_.accepting.size();
    const auto column =
        std::find_if(part_.columns.begin(), part_.columns.end(),
                     [&](const Column& one) { return one.party == players_[player]; });
    if (has_open_value(players_[player]) && column != part_.columns.end()) {
        return accepting + static_cast<std::size_t>(column - part_.columns.begin());
    }
    return player < accepting ? player : player + part_.columns.size();
}

void Proof::check_root() {
    if (part_.multipliers.size() != 1) {
        objection_.raise("a root part has exactly one object of weights");
    } else if (combine(part_.multipliers.front()).start >= 0) {
        objection_.raise(
            "the weighted sum of the parties' needs can be met, so it excludes nothing");
    }
}

bool Proof::may_accept(PartyId party, const Outcome& outcome) const {
    return has_open_value(party) ? is_open_to(facts_, party, question_, outcome)
                                 : accepts(facts_, party, question_, outcome) != Answer::no;
}

bool Proof::may_be_accepted(const Outcome& outcome) const {
    const auto may = [&](PartyId party) { return may_accept(party, outcome); };
    if (!std::all_of(part_.accepting.begin(), part_.accepting.end(), may)) {
        return false;
    }
    return !part_.counts_at_least ||
           std::count_if(players_.begin(), players_.end(), may) >= *facts_.given.agreement.at_least;
}

/// Each party and each column that has to be at least 0 bounds by itself.
void Proof::add_own_lanes(Tree& tree) const {
    std::vector<bool> has_own_lane(part_.accepting.size() + part_.columns.size(), false);
    for (const std::vector<Integer>& multipliers : part_.multipliers) {
        if (std::count(multipliers.begin(), multipliers.end(), 0) + 1 == std::ssize(multipliers)) {
            const auto only = std::find_if(multipliers.begin(), multipliers.end(),
                                           [](const Integer& number) { return number != 0; });
            has_own_lane[static_cast<std::size_t>(only - multipliers.begin())] = true;
        }
    }
    const auto is_accepting = [&](PartyId party) {
        return std::find(part_.accepting.begin(), part_.accepting.end(), party) !=
               part_.accepting.end();
    };
    for (std::size_t row = 0; row < has_own_lane.size(); ++row) {
        const bool counts = row < part_.accepting.size() ||
                            is_accepting(part_.columns[row - part_.accepting.size()].party);
        if (!has_own_lane[row] && counts) {
            tree.lanes.push_back(alone(row));
        }
    }
}

Tree Proof::plant_tree() const {
    Tree tree{domain_, part_.order, {}, {}, 0, constraints_, {}};
    for (const std::vector<Integer>& multipliers : part_.multipliers) {
        tree.lanes.push_back(combine(multipliers));
    }
    add_own_lanes(tree);
    if (part_.counts_at_least) {
        tree.at_least = static_cast<std::size_t>(*facts_.given.agreement.at_least);
        for (std::size_t player = 0; player < players_.size(); ++player) {
            tree.own.push_back(alone(own_row(player)));
        }
    }
    for (const PartyId party : players_) {
        tree.leaf_cost += completions_to_try(facts_.given, facts_.ranges(party));
    }
    tree.may_be_accepted = [this](const Outcome& outcome) { return may_be_accepted(outcome); };
    return tree;
}

void Proof::check_tree() {
    const Replayed replayed = replay(plant_tree(), part_.nodes, budget_);
    raise_unless_proved(facts_.given, replayed, "may be accepted", objection_);
}

void Proof::run() {
    if (!find_domain()) {
        return;
    }
    for (const PartyId party : facts_.given.agreement.counted) {
        const bool is_new = std::find(players_.begin(), players_.end(), party) == players_.end();
        if (part_.counts_at_least && is_new) {
            players_.push_back(party);
        }
    }
    const std::size_t columns =
        part_.multipliers.size() + 3 * (players_.size() + part_.columns.size());
    if (!claim_cells(domain_, columns, budget_, objection_)) {
        return;
    }
    fill_table();
    if (part_.is_tree) {
        check_tree();
    } else {
        check_root();
    }
}

} // namespace

void prove_part(const Facts& facts, Question question, const Part& part, Budget& budget,
                Objection& objection) {
    Proof(facts, question, part, budget, objection).run();
}

} // namespace unbracket::certificate
