#include "unbracket/zone/least_total.hpp"

#include "unbracket/search/find_choice.hpp"
#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/bonus_patterns.hpp"
#include "unbracket/zone/completion.hpp"
#include "unbracket/zone/coupled_part.hpp"
#include "unbracket/zone/data_order.hpp"
#include "unbracket/zone/part.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>
#include <set>

// Is there an outcome whose burdens add up to at most T? The sum of what parties lack is at most T
// exactly when, for every group of them, the group's gains add up to at least -T: the group of
// those that lack something says it, all others follow. So the question is one about sums that must
// all reach a line, which the engine decides. There are too many groups to write down, and few
// matter: the search begins with the group of all, and whenever an outcome keeps every line and
// still costs more than T, the group that shows it is added, as cutting planes are. The least T is
// then found by halving, and in the end by asking for strictly less.
//
// A gain is a sum over issues for scores and for weights that are single numbers. For weights with
// ranges the sum is divided by the largest total weight: that is no less than the gain where this
// is negative, and not negative where it is not, so that no outcome within the total falls below a
// line. The exact test of outcomes has the last word everywhere, so that lines may also be left out
// where multipliers have no room for them.
//
// Source: Dantzig, Fulkerson and Johnson (1954), Solution of a large-scale traveling-salesman
// problem, for lines added where an answer crosses them [dantzig1954solution]

namespace unbracket {

Rational total_of(const Burden& burden) {
    Rational total;
    for (const Rational& points : burden) {
        total += points;
    }
    return total;
}

namespace {

using Group = std::vector<PartyId>;

Omissions omissions_of(const CaseView& view, const std::vector<EntryId>& opened) {
    Omissions omissions(view.negotiation.entries.size(), false);
    for (const EntryId entry : opened) {
        omissions[as_index(entry)] = true;
    }
    return omissions;
}

/// More than the weights of the party can add up to in any reading; 1 for scores.
Rational largest_weight(const PartyAppraisal& own) {
    if (own.scale != Scale::stances) {
        return 1;
    }
    Rational sum;
    for (const IssueAppraisal& issue : own.issues) {
        sum += issue.is_concerned() ? issue.weight.high : Rational(0);
    }
    return sum;
}

Group group_of(const Part& part) {
    Group group = part.question.accepting;
    std::sort(group.begin(), group.end());
    return group;
}

/// Whether gains are known exactly, and sums as columns: no fallback draft has too many contents to
/// look at each, and no judgement ties entries together.
bool has_sharp_gains(const Case& negotiation, const Appraisal& appraisal) {
    const auto& counted = negotiation.agreement.counted;
    return std::none_of(counted.begin(), counted.end(), [&](PartyId party) {
        return !appraisal[as_index(party)].couplings.empty() ||
               tied_completions(negotiation, appraisal[as_index(party)], party) >
                   most_tied_completions;
    });
}

class TotalSearch {
public:
    TotalSearch(const CaseView& view, Certainty certainty, const Bridge& known,
                const ClaimOptions& options)
        : case_(view.negotiation), appraisal_(view.appraisal), certainty_(certainty),
          options_(options), omissions_(omissions_of(view, known.opened)), best_(known),
          total_(total_of(known.burden)), in_data_order_(view.negotiation.agreement.counted) {
        DataOrder(case_, appraisal_).sort(in_data_order_);
    }

    LeastTotalAnswer run() {
        Rational ruled_out; // nothing is below 0
        const Rational narrow = total_ / Rational(256);
        bool is_proved = true;
        while (total_.sign() > 0) {
            const bool is_narrow = total_ - ruled_out <= narrow;
            const Rational most = is_narrow ? total_ : (total_ + ruled_out) / Rational(2);
            const Reply reply = ask({most, is_narrow ? AtZero::refused : AtZero::suits});
            if (reply == Reply::cut || (reply == Reply::none && is_narrow)) {
                is_proved = reply == Reply::none;
                break;
            }
            if (reply == Reply::none) {
                ruled_out = most;
            }
        }
        return {{best_, total_, is_proved && has_sharp_gains(case_, appraisal_)}, nodes_};
    }

private:
    enum class Reply { found, none, cut };

    struct Line {
        Rational most;
        AtZero at_line = AtZero::suits; // whether exactly that much is enough
        bool is_kept_by(const Rational& total) const {
            return at_line == AtZero::suits ? total <= most : total < most;
        }
    };

    /// Looks for an outcome within the line; found, it is the best one known.
    Reply ask(const Line& line) {
        asked_ = appraisal_;
        for (const PartyId party : case_.agreement.counted) {
            asked_[as_index(party)].accepts_less = line.most;
            asked_[as_index(party)].wants_more = line.at_line == AtZero::refused;
        }
        for (const PartySet& set : party_sets(case_, asked_)) {
            for (BonusPattern& pattern :
                 bonus_patterns({case_, asked_, omissions_}, parties_that_matter(case_, set))) {
                const Reply reply =
                    ask_part({certainty_, set.accepting, std::move(pattern), set.at_least}, line);
                if (reply != Reply::none) {
                    return reply;
                }
            }
        }
        return Reply::none;
    }

    Reply ask_part(PartQuestion question, const Line& line) {
        const Part part = build_part({case_, asked_, omissions_}, std::move(question));
        if (part.is_empty) {
            return Reply::none;
        }
        groups_.insert(group_of(part));
        for (;;) {
            const SearchProblem problem = with_columns(part.problem, columns_of(part, line));
            may_add_ = problem.party_count < most_columns;
            const Reply reply = search(part, problem, line);
            if (reply != Reply::found) {
                return reply;
            }
            const std::optional<Burden> burden = burden_in(part, outcome_);
            if (line.is_kept_by(total_of(*burden))) {
                best_ = {best_.opened, *burden, outcome_};
                total_ = total_of(*burden);
                return reply;
            }
            groups_.insert(lacking(part, *burden));
        }
    }

    Reply search(const Part& part, const SearchProblem& problem, const Line& line) {
        if (is_spent(options_, nodes_)) {
            return Reply::cut;
        }
        const LeafTest leaf = [&](const RowChoice& choice) {
            return is_wanted(part, part.outcome_of(choice), line);
        };
        const SearchAnswer answer = find_choice(
            problem, leaf,
            {what_is_left(options_, nodes_).node_budget, options_.threads, options_.cancel});
        nodes_ += answer.nodes + 1;
        if (const auto* found = std::get_if<ChoiceFound>(&answer.answer)) {
            outcome_ = part.outcome_of(found->choice);
            return Reply::found;
        }
        return std::holds_alternative<NoChoice>(answer.answer) ? Reply::none : Reply::cut;
    }

    /// Whether the outcome costs no more than the line allows, or shows a group that was not asked
    /// about yet.
    bool is_wanted(const Part& part, const Outcome& outcome, const Line& line) const {
        const std::optional<Burden> burden = burden_in(part, outcome);
        if (!burden) {
            return false;
        }
        if (line.is_kept_by(total_of(*burden))) {
            return is_enough(*burden, outcome);
        }
        const Group group = lacking(part, *burden);
        return may_add_ && group.size() > 1 && !groups_.contains(group);
    }

    /// The part's parties that bear something.
    Group lacking(const Part& part, const Burden& burden) const {
        const Group accepting = group_of(part);
        Group group;
        for (std::size_t at = 0; at < burden.size(); ++at) {
            const PartyId party = case_.agreement.counted[at];
            if (burden[at].sign() > 0 &&
                std::binary_search(accepting.begin(), accepting.end(), party)) {
                group.push_back(party);
            }
        }
        return group;
    }

    /// A fallback draft with too many open contents may show a larger gain than there is.
    bool is_enough(const Burden& burden, const Outcome& outcome) const {
        Appraisal moved = appraisal_;
        for (std::size_t at = 0; at < burden.size(); ++at) {
            moved[as_index(case_.agreement.counted[at])].accepts_less = burden[at];
        }
        return is_agreement(case_, moved, outcome, {certainty_, omissions_});
    }

    Rational burden_of(PartyId party, const Outcome& outcome) const {
        if (appraisal_[as_index(party)].scale == Scale::none) {
            return 0;
        }
        const Rational gain = gain_in(case_, appraisal_, party, outcome, certainty_);
        return gain.sign() < 0 ? -gain : Rational(0);
    }

    bool keeps_limits(PartyId party, const Outcome& outcome) const {
        return refusal_by_limits(case_, appraisal_, party, outcome, {certainty_, omissions_}) ==
               Refusal::none;
    }

    /// What the part's parties bear, and where it counts as many others as are needed, those that
    /// lack the least; nothing where limits keep too many out.
    std::optional<Burden> burden_in(const Part& part, const Outcome& outcome) const {
        const auto& counted = case_.agreement.counted;
        const Group accepting = group_of(part);
        Burden burden(counted.size());
        std::vector<std::pair<Rational, std::size_t>> others;
        for (const PartyId party : in_data_order_) {
            const Rational points = burden_of(party, outcome);
            const auto at = static_cast<std::size_t>(
                std::lower_bound(counted.begin(), counted.end(), party) - counted.begin());
            if (std::binary_search(accepting.begin(), accepting.end(), party)) {
                burden[at] = points;
            } else if (part.question.at_least && keeps_limits(party, outcome)) {
                others.emplace_back(points, at);
            }
        }
        const std::size_t needed = part.problem.optional_needed;
        if (others.size() < needed) {
            return std::nullopt;
        }
        std::stable_sort(others.begin(), others.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t at = 0; at < needed; ++at) {
            burden[others[at].second] = others[at].first;
        }
        return burden;
    }

    std::vector<ScaledColumn> columns_of(const Part& part, const Line& line) const {
        const Group accepting = group_of(part);
        std::vector<ScaledColumn> columns;
        for (const Group& group : groups_) {
            if (std::includes(accepting.begin(), accepting.end(), group.begin(), group.end())) {
                columns.push_back(scaled_column(sum_of(part, group, line.most),
                                                part.problem.first_row, line.at_line));
            }
        }
        std::sort(columns.begin(), columns.end(), stands_before);
        const std::size_t room = most_columns - std::min(most_columns, part.problem.party_count);
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(std::min(room, columns.size())),
                      columns.end());
        return columns;
    }

    /// The gains of a group at its largest total weights, added up, and the line.
    RowValues sum_of(const Part& part, const Group& group, const Rational& most) const {
        RowValues sum{most, std::vector<Rational>(part.problem.row_count())};
        for (const PartyId party : group) {
            const PartyAppraisal& own = appraisal_[as_index(party)];
            if (own.scale == Scale::none) {
                continue;
            }
            const Rational weight = largest_weight(own);
            const RowValues values = row_values({case_, appraisal_, omissions_}, part, party);
            sum.constant += values.constant / weight;
            for (std::size_t row = 0; row < sum.values.size(); ++row) {
                sum.values[row] += values.values[row] / weight;
            }
        }
        return sum;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    Certainty certainty_;
    const ClaimOptions& options_;
    Omissions omissions_;
    Appraisal asked_;
    std::set<Group> groups_; // parties in the order of their ids
    bool may_add_ = true;
    Outcome outcome_; // found last
    Bridge best_;
    Rational total_;
    std::vector<PartyId> in_data_order_; // the counted ones
    std::uint64_t nodes_ = 0;
};

} // namespace

LeastTotalAnswer find_least_total(const CaseView& view, Certainty certainty, const Bridge& known,
                                  const ClaimOptions& options) {
    return TotalSearch(view, certainty, known, options).run();
}

} // namespace unbracket
