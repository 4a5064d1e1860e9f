#include "unbracket/robust/reading_verdicts.hpp"

#include "unbracket/robust/lane_sums.hpp"
#include "unbracket/search/find_choice.hpp"
#include "unbracket/search/merged_choice.hpp"
#include "unbracket/zone/bonus_patterns.hpp"
#include "unbracket/zone/central_reading.hpp"
#include "unbracket/zone/party_sets.hpp"

#include <algorithm>
#include <numeric>
#include <span>

// An exact verdict for each of many readings. Most readings of a case resemble each other, so what
// settled one often settles the next: an outcome that was an agreement there is tried first (a
// yes), then multipliers that ruled everything out there (a no, see lane_dual.cpp). Both take the
// time of a few sums, for all draws of a block at once. What is left is bounded side by side, and
// the rest of that is searched like any case. The questions are those of zone/claim.cpp, built
// once: limits, rules and patterns of bonuses are the same in every reading.
//
// Source: Geoffrion and Nauss (1977), Parametric and postoptimality analysis in integer linear
// programming, for solving a family of problems by what earlier members left
// [geoffrion1977parametric]

namespace unbracket {

namespace {

constexpr std::size_t most_outcomes = 128;
/// Once fewer than one in so many draws of a block are open, they are looked at by themselves.
constexpr std::size_t few_draws = 32;
constexpr std::size_t most_multipliers = 12;
/// Where most draws stay open, steps begin where those of the first so many ended, on average; then
/// fewer and shorter ones do.
constexpr std::size_t known_ends = 64;
constexpr int steps_from_ends = 20;
constexpr double reach_from_ends = 0.0025;
constexpr double exact_range = 0x1p53;
/// Numbers of a tree are rounded upwards to so many, which keeps every "no" valid, so that they and
/// short multipliers make short sums (reading_trees.hpp).
constexpr double short_range = 0x1p22;

/// More hits first; so what answers often is asked first.
template <class Known>
void bring_forward(std::vector<Known>& known, std::size_t at) {
    for (; at > 0 && known[at - 1].hits < known[at].hits; --at) {
        std::swap(known[at - 1], known[at]);
    }
}

/// Multipliers that sum to at most this give exact bounds.
double most_exact_sum(const BlockMaker& maker) {
    return static_cast<double>(static_cast<std::int64_t>(exact_range / (2 * maker.largest_sum())));
}

} // namespace

ReadingVerdicts::ReadingVerdicts(const Case& negotiation, const Appraisal& appraisal,
                                 const ReadingAcceptance& acceptance, const BlockMaker& maker)
    : case_(negotiation), acceptance_(acceptance), maker_(maker) {
    const CentralCase central = central_case(negotiation, appraisal);
    const CaseView view{central.negotiation, central.appraisal};
    for (const PartySet& set : party_sets(central.negotiation, central.appraisal)) {
        for (BonusPattern& pattern :
             bonus_patterns(view, parties_that_matter(central.negotiation, set))) {
            Part part = build_part(
                view, {Certainty::possible, set.accepting, std::move(pattern), set.at_least, {}});
            if (!part.is_empty) {
                add_question(negotiation, std::move(part));
            }
        }
    }
}

void ReadingVerdicts::add_question(const Case& negotiation, Part part) {
    Question question{std::move(part), {}, {}, {}, {}};
    const SearchProblem& problem = question.part.problem;
    for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
        for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
            question.cells.push_back(maker_.cell(IssueId(issue), question.part.row_options[row]));
        }
    }
    for (const PartyId party : question.part.columns) {
        const auto& counted = negotiation.agreement.counted;
        const auto place = std::find(counted.begin(), counted.end(), party) - counted.begin();
        question.places.push_back(static_cast<std::size_t>(place));
        question.columns.push_back(acceptance_.column_of(static_cast<std::size_t>(place)));
    }
    questions_.push_back(std::move(question));
}

void ReadingVerdicts::remember(AskedOutcome asked) {
    for (std::size_t at = 0; at < outcomes_.size(); ++at) {
        if (outcomes_[at].asked.outcome == asked.outcome) {
            ++outcomes_[at].hits;
            bring_forward(outcomes_, at);
            return;
        }
    }
    if (outcomes_.size() >= most_outcomes) {
        outcomes_.pop_back();
    }
    outcomes_.push_back({std::move(asked), 1});
    bring_forward(outcomes_, outcomes_.size() - 1);
}

std::vector<Outcome> ReadingVerdicts::known_outcomes() const {
    std::vector<Outcome> outcomes;
    for (const KnownOutcome& known : outcomes_) {
        outcomes.push_back(known.asked.outcome);
    }
    return outcomes;
}

ReadingVerdicts::Learnt ReadingVerdicts::learnt() const {
    Learnt learnt{known_outcomes(), {}, {}};
    for (const Question& question : questions_) {
        learnt.multipliers.emplace_back();
        for (const KnownMultipliers& known : question.known) {
            learnt.multipliers.back().push_back(known.numbers);
        }
        learnt.lanes.push_back(question.trees.lanes());
    }
    return learnt;
}

void ReadingVerdicts::learn_from(const Learnt& learnt) {
    for (const Outcome& outcome : learnt.outcomes) {
        outcomes_.push_back({acceptance_.ask(outcome), 0});
    }
    for (std::size_t at = 0; at < std::min(questions_.size(), learnt.multipliers.size()); ++at) {
        const std::size_t columns = questions_[at].part.problem.required_count;
        for (const std::vector<double>& numbers : learnt.multipliers[at]) {
            const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
            if (numbers.size() == columns && sum <= most_exact_sum(maker_)) {
                questions_[at].known.push_back({numbers, 0});
            }
        }
        const std::vector<Multipliers>& lanes = learnt.lanes[at];
        if (std::all_of(lanes.begin(), lanes.end(),
                        [&](const Multipliers& lane) { return lane.size() == columns; })) {
            questions_[at].trees.learn_from(lanes);
        }
    }
}

/// Closes the draws in which that remembered outcome is an agreement.
void ReadingVerdicts::try_outcome(std::size_t at, const ReadingBlock& block, OpenDraws& draws) {
    draws.marks.assign(block.lanes, 0);
    for (const std::size_t lane : draws.lanes) {
        draws.marks[lane] = 1;
    }
    acceptance_.keep_agreement(block, outcomes_[at].asked, draws.marks);
    const auto is_hit = [&](std::size_t lane) { return draws.marks[lane] != 0; };
    for (const std::size_t lane : draws.lanes) {
        draws.verdicts[lane] = is_hit(lane) ? DrawVerdict::agreement : draws.verdicts[lane];
    }
    const std::uint64_t hits = std::erase_if(draws.lanes, is_hit);
    counts_.known_outcomes += hits;
    outcomes_[at].hits += hits;
    bring_forward(outcomes_, at);
}

/// At most `dual_lanes` draws while they are being decided. The last may stand in the block several
/// times, so that sums are formed for eight draws at a time (lane_sums.hpp).
class GroupRound {
public:
    GroupRound(ReadingVerdicts& verdicts, const ReadingBlock& block, std::size_t draws,
               const VerdictOptions& options)
        : all_(verdicts), block_(block), options_(options) {
        draws_.verdicts.assign(draws, DrawVerdict::undecided);
        draws_.lanes.resize(draws);
        std::iota(draws_.lanes.begin(), draws_.lanes.end(), 0U);
    }

    /// Remembered outcomes before that one have been tried.
    std::vector<DrawVerdict> decide(std::size_t next_outcome) {
        for (std::size_t at = next_outcome; at < all_.outcomes_.size() && !draws_.lanes.empty();
             ++at) {
            all_.try_outcome(at, block_, draws_);
        }
        if (!draws_.lanes.empty()) {
            ask_questions(draws_.lanes);
        }
        return std::move(draws_.verdicts);
    }

private:
    using Lanes = std::vector<std::size_t>;
    using Question = ReadingVerdicts::Question;

    /// Whether the outcome is an agreement in that draw.
    bool suits(std::size_t lane, const Outcome& outcome) {
        draws_.marks.assign(block_.lanes, 0);
        draws_.marks[lane] = 1;
        all_.acceptance_.keep_agreement(block_, all_.acceptance_.ask(outcome), draws_.marks);
        return draws_.marks[lane] != 0;
    }

    /// The same; remembers it then.
    bool is_agreement(std::size_t lane, const Outcome& outcome) {
        if (!suits(lane, outcome)) {
            return false;
        }
        draws_.verdicts[lane] = DrawVerdict::agreement;
        all_.remember(all_.acceptance_.ask(outcome));
        return true;
    }

    /// Question by question; a draw has no agreement once all are answered with no.
    void ask_questions(Lanes lanes) {
        std::vector<bool> is_cut(draws_.verdicts.size(), false);
        for (Question& question : all_.questions_) {
            LaneProblem problem = lane_problem(question, lanes);
            try_multipliers(question, problem);
            bound(question, lanes, problem);
            for (std::size_t at = 0; at < lanes.size(); ++at) {
                if (problem.is_open[at] && draws_.verdicts[lanes[at]] == DrawVerdict::undecided) {
                    const bool is_settled = search(question, lanes[at], roots_[at]);
                    is_cut[lanes[at]] = !is_settled || is_cut[lanes[at]];
                }
            }
            std::erase_if(lanes, [&](std::size_t lane) {
                return draws_.verdicts[lane] == DrawVerdict::agreement;
            });
        }
        for (const std::size_t lane : lanes) {
            draws_.verdicts[lane] = is_cut[lane] ? DrawVerdict::undecided : DrawVerdict::none;
        }
    }

    /// What the bonuses of the pattern add to a column's constant, at most.
    double constant_of(const Question& question, std::size_t column, std::size_t lane) const {
        if (!question.columns[column]) {
            return 0;
        }
        const PartyBlock& party = block_.parties[*question.columns[column]];
        double constant = party.constant[lane];
        std::size_t own = 0;
        for (std::size_t at = 0; at < all_.case_.bonuses.size(); ++at) {
            if (all_.case_.bonuses[at].party != question.part.columns[column]) {
                continue;
            }
            const double worth = party.bonuses[own * block_.lanes + lane];
            const BonusState state = question.part.question.pattern[at];
            constant += state == BonusState::on          ? worth
                        : state == BonusState::undecided ? std::max(worth, 0.0)
                                                         : 0.0;
            ++own;
        }
        return constant;
    }

    LaneProblem lane_problem(const Question& question, const Lanes& lanes) const {
        const SearchProblem& shape = question.part.problem;
        LaneProblem problem;
        problem.parties = shape.required_count;
        problem.first_row = shape.first_row;
        problem.values.assign(shape.row_count() * problem.parties, {});
        problem.constants.assign(problem.parties, {});
        for (std::size_t party = 0; party < problem.parties; ++party) {
            for (std::size_t at = 0; at < lanes.size(); ++at) {
                problem.constants[party][at] = constant_of(question, party, lanes[at]);
            }
            for (Row row = 0; question.columns[party] && row < shape.row_count(); ++row) {
                const double* worth = block_.parties[*question.columns[party]].worth.data() +
                                      question.cells[row] * block_.lanes;
                LaneNumbers& values = problem.values[row * problem.parties + party];
                for (std::size_t at = 0; at < lanes.size(); ++at) {
                    values[at] = worth[lanes[at]];
                }
            }
        }
        std::fill_n(problem.is_open.begin(), lanes.size(), true);
        return problem;
    }

    void try_multipliers(Question& question, LaneProblem& problem) {
        for (std::size_t at = 0; at < question.known.size() && problem.any_open(); ++at) {
            const LaneNumbers bounds = lane_bounds(problem, question.known[at].numbers);
            std::uint64_t hits = 0;
            for (std::size_t lane = 0; lane < dual_lanes; ++lane) {
                hits += problem.is_open[lane] && bounds[lane] < 0 ? 1U : 0U;
                problem.is_open[lane] = problem.is_open[lane] && bounds[lane] >= 0;
            }
            all_.counts_.known_multipliers += hits;
            question.known[at].hits += hits;
            bring_forward(question.known, at);
        }
    }

    void bound(Question& question, const Lanes& lanes, LaneProblem& problem) {
        if (!problem.any_open()) {
            return;
        }
        LaneDualOptions options;
        const bool most_stay_open =
            question.end_count >= known_ends && question.bounded < 2 * known_ends;
        if (most_stay_open && !options_.lists_outcomes) {
            options.steps = steps_from_ends, options.reach = reach_from_ends;
            options.start = question.ends;
        }
        if (question.end_count < known_ends) {
            question.bounded += static_cast<std::size_t>(
                std::count(problem.is_open.begin(), problem.is_open.end(), true));
        }
        options.most_multipliers = most_exact_sum(all_.maker_);
        options.on_choice = [&](std::size_t at, const RowChoice& choice) {
            const bool is_found = is_agreement(lanes[at], question.part.outcome_of(choice));
            all_.counts_.dual += is_found ? 1U : 0U;
            return is_found;
        };
        options.on_proof = [&](std::size_t, std::span<const double> multipliers) {
            ++all_.counts_.dual;
            if (question.known.size() >= most_multipliers) {
                question.known.pop_back();
            }
            question.known.push_back({{multipliers.begin(), multipliers.end()}, 1});
            bring_forward(question.known, question.known.size() - 1);
        };
        options.on_open = [&](std::size_t at, const LaneEnd& end) {
            roots_[at] = end.multipliers;
            note_end(question, end.weights);
        };
        minimise_lanes(problem, options);
    }

    static void note_end(Question& question, const std::vector<double>& weights) {
        if (question.end_count >= known_ends) {
            return;
        }
        question.ends.resize(weights.size(), 0.0);
        for (std::size_t column = 0; column < weights.size(); ++column) {
            question.ends[column] += weights[column] / static_cast<double>(known_ends);
        }
        ++question.end_count;
    }

    /// The numbers of one draw in the question's search problem. Where sums are too long for it
    /// they are divided by a power of two and rounded upwards.
    SearchProblem problem_of(const Question& question, std::size_t lane, double limit) const {
        SearchProblem problem = question.part.problem;
        double unit = 1;
        while (all_.maker_.largest_sum() / unit + static_cast<double>(problem.issue_count()) + 1 >=
               limit) {
            unit *= 2;
        }
        const auto rounded = [&](double number) {
            const auto whole = static_cast<std::int64_t>(number / unit);
            return static_cast<double>(whole) * unit < number ? whole + 1 : whole;
        };
        for (std::size_t column = 0; column < problem.party_count; ++column) {
            problem.constants[column] = rounded(constant_of(question, column, lane));
            for (Row row = 0; row < problem.row_count(); ++row) {
                const auto& own = question.columns[column];
                const double worth =
                    own ? block_.parties[*own].worth[question.cells[row] * block_.lanes + lane] : 0;
                problem.values[row * problem.party_count + column] = rounded(worth);
            }
        }
        return problem;
    }

    /// False where the budget ran out.
    bool search(Question& question, std::size_t lane, const Multipliers& root) {
        ++all_.counts_.search;
        const LeafTest leaf = [&](const RowChoice& choice) {
            return is_agreement(lane, question.part.outcome_of(choice));
        };
        std::uint64_t nodes = 0;
        if (question.part.problem.required_count > 0 &&
            search_tree_of(question, lane, root, nodes) != SearchEnd::cut) {
            return true;
        }
        const SearchProblem problem = problem_of(question, lane, static_cast<double>(value_limit));
        const std::uint64_t left = options_.nodes_each - std::min(nodes, options_.nodes_each);
        const SearchAnswer answer =
            find_choice_merged(problem, leaf, {.node_budget = left, .cancel = options_.cancel});
        return !std::holds_alternative<SearchCut>(answer.answer);
    }

    SearchEnd search_tree_of(Question& question, std::size_t lane, const Multipliers& root,
                             std::uint64_t& nodes) {
        const auto parties = static_cast<double>(question.part.problem.required_count);
        const SearchProblem problem = problem_of(question, lane, short_range / parties);
        const Multipliers own = shortened(root);
        const TreeOptions options{.node_budget = options_.nodes_each, .cancel = options_.cancel};
        const LeafTest leaf = [&](const RowChoice& choice) {
            return is_agreement(lane, question.part.outcome_of(choice));
        };
        if (!options_.lists_outcomes) {
            return question.trees.search(problem, own, leaf, options, nodes);
        }
        RowChoice some;
        const LeafTest noted = [&](const RowChoice& choice) {
            some = choice;
            return suits(lane, question.part.outcome_of(choice));
        };
        const SearchEnd end = question.trees.search(problem, own, noted, options, nodes);
        if (end == SearchEnd::found &&
            question.trees.find_first(problem, own, leaf, options) == SearchEnd::cut) {
            leaf(some);
        }
        return end;
    }

    ReadingVerdicts& all_;
    const ReadingBlock& block_;
    const VerdictOptions& options_;
    ReadingVerdicts::OpenDraws draws_;
    std::array<Multipliers, dual_lanes> roots_; // of the group's lanes that stay open
};

namespace {

std::vector<double> numbers_of(const ReadingBlock& block, std::size_t lane) {
    std::vector<double> numbers;
    for (const PartyBlock& party : block.parties) {
        for (const std::vector<double>* row : {&party.worth, &party.constant, &party.bonuses}) {
            for (std::size_t at = lane; at < row->size(); at += block.lanes) {
                numbers.push_back((*row)[at]);
            }
        }
    }
    return numbers;
}

ReadingBlock group_of(const ReadingBlock& block, std::span<const std::size_t> lanes) {
    std::vector<std::size_t> filled(lanes.begin(), lanes.end());
    filled.resize((lanes.size() + lanes_at_once - 1) / lanes_at_once * lanes_at_once, lanes.back());
    return narrowed(block, filled);
}

} // namespace

void ReadingVerdicts::answer_alike(const ReadingBlock& block, OpenDraws& draws) const {
    if (alike_.empty()) {
        return;
    }
    std::erase_if(draws.lanes, [&](std::size_t lane) {
        const bool is_known = numbers_of(block, lane) == alike_;
        draws.verdicts[lane] = is_known ? DrawVerdict::none : draws.verdicts[lane];
        return is_known;
    });
}

void ReadingVerdicts::learn_alike(const ReadingBlock& block, OpenDraws& draws,
                                  std::size_t next_outcome, const VerdictOptions& options) {
    const std::size_t lane = draws.lanes.front();
    std::vector<double> numbers = numbers_of(block, lane);
    if (numbers != numbers_of(block, draws.lanes.back())) {
        return;
    }
    const ReadingBlock group = group_of(block, std::span(&draws.lanes.front(), 1));
    draws.verdicts[lane] = GroupRound(*this, group, 1, options).decide(next_outcome).front();
    draws.lanes.erase(draws.lanes.begin());
    if (draws.verdicts[lane] == DrawVerdict::none) {
        alike_ = std::move(numbers);
    }
}

std::vector<DrawVerdict> ReadingVerdicts::decide(const ReadingBlock& block, const LaneMarks& asked,
                                                 const VerdictOptions& options) {
    OpenDraws draws{{}, std::vector<DrawVerdict>(block.lanes, DrawVerdict::lost), {}};
    for (std::size_t lane = 0; lane < block.lanes; ++lane) {
        if (asked[lane] != 0 && !block.lost[lane]) {
            draws.lanes.push_back(lane);
        }
    }
    std::size_t next = 0;
    while (next < outcomes_.size() && draws.lanes.size() * few_draws > block.lanes) {
        try_outcome(next++, block, draws);
    }
    const bool may_learn = draws.lanes.size() > 1 && alike_.empty();
    if (may_learn && maker_.same_numbers_are_same_verdicts()) {
        learn_alike(block, draws, next, options);
    }
    answer_alike(block, draws);
    const std::span<const std::size_t> left = draws.lanes;
    for (std::size_t from = 0; from < left.size(); from += dual_lanes) {
        const auto lanes = left.subspan(from, std::min(dual_lanes, left.size() - from));
        const ReadingBlock group = group_of(block, lanes);
        const std::vector<DrawVerdict> found =
            GroupRound(*this, group, lanes.size(), options).decide(next);
        for (std::size_t at = 0; at < lanes.size(); ++at) {
            draws.verdicts[lanes[at]] = found[at];
        }
    }
    return std::move(draws.verdicts);
}

} // namespace unbracket
