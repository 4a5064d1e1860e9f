#include "unbracket/search/maximin.hpp"

#include "unbracket/search/dual.hpp"
#include "unbracket/search/find_choice.hpp"

#include <algorithm>
#include <numeric>

// The largest t that every party can reach at once, by bisection: is there a choice that gives
// everybody at least t? Each question is an exact decision of the kind the search is made for, and
// an answer moves the lower bound up to what was really reached, not just to what was asked.
// Edmonds and Fulkerson solve such bottleneck problems by threshold questions over the values that
// occur; sums over issues are too many to list, so the threshold is halved instead. A cut decision
// leaves a gap that is reported: both bounds stay proved.
//
// Source: Edmonds and Fulkerson (1970), Bottleneck extrema [edmonds1970bottleneck]

namespace unbracket {

namespace {

SearchProblem with_needs(const SearchProblem& problem, const std::vector<std::int64_t>& needs) {
    SearchProblem changed = problem;
    for (std::size_t party = 0; party < needs.size(); ++party) {
        changed.constants[party] = -needs[party];
    }
    return changed;
}

std::int64_t smallest_sum(const SearchProblem& problem, const RowChoice& choice) {
    std::vector<std::int64_t> sums(problem.party_count, 0);
    for (const Row row : choice) {
        for (std::size_t party = 0; party < problem.party_count; ++party) {
            sums[party] += problem.row(row)[party];
        }
    }
    return *std::min_element(sums.begin(), sums.end());
}

bool is_ruled_out_at_the_root(const SearchProblem& problem) {
    std::vector<std::uint32_t> issues(problem.issue_count());
    std::iota(issues.begin(), issues.end(), 0U);
    return Dual(problem).minimise({problem.constants, issues}, {.steps = 400}).bound < 0;
}

} // namespace

std::vector<std::int64_t> best_sums(const SearchProblem& problem) {
    std::vector<std::int64_t> sums(problem.party_count, 0);
    for (std::size_t party = 0; party < problem.party_count; ++party) {
        for (std::size_t issue = 0; issue < problem.issue_count(); ++issue) {
            std::int64_t best = problem.row(problem.first_row[issue])[party];
            for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
                best = std::max(best, problem.row(row)[party]);
            }
            sums[party] += best;
        }
    }
    return sums;
}

MaximinBounds common_maximin(const SearchProblem& problem, const TreeOptions& options) {
    const std::vector<std::int64_t> best = best_sums(problem);
    MaximinBounds bounds{0, *std::min_element(best.begin(), best.end()) + 1};
    std::int64_t unsettled = bounds.excluded; // decisions from here on were cut
    while (unsettled - bounds.reached > 1) {
        const std::int64_t middle = bounds.reached + (unsettled - bounds.reached) / 2;
        const SearchProblem question =
            with_needs(problem, std::vector<std::int64_t>(problem.party_count, middle));
        const SearchAnswer answer =
            find_choice(question, [](const RowChoice&) { return true; }, options);
        if (const auto* found = std::get_if<ChoiceFound>(&answer.answer)) {
            bounds.reached = smallest_sum(problem, found->choice);
            continue;
        }
        unsettled = middle;
        if (std::holds_alternative<NoChoice>(answer.answer)) {
            bounds.excluded = middle;
        }
    }
    return bounds;
}

std::int64_t bound_threshold(const SearchProblem& problem) {
    const std::vector<std::int64_t> best = best_sums(problem);
    std::int64_t open = 0, ruled_out = 10'001;
    while (ruled_out - open > 1) {
        const std::int64_t middle = (open + ruled_out) / 2;
        std::vector<std::int64_t> needs;
        for (const std::int64_t sum : best) {
            needs.push_back((sum * middle + 9'999) / 10'000);
        }
        (is_ruled_out_at_the_root(with_needs(problem, needs)) ? ruled_out : open) = middle;
    }
    return open;
}

} // namespace unbracket
