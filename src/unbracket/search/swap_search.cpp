#include "unbracket/search/swap_search.hpp"

#include <utility>
#include <vector>

// Local search. As long as some change of one issue is an improvement the best such change is made;
// then pairs of changes are tried and the first that helps is made. For sums that are to be large
// for several parties at once most of the way is single changes; pairs trade a loss on one issue
// against a gain on another, which is what the last steps need. Doubles decide here: whatever is
// found is judged exactly elsewhere.
//
// Source: Lin and Kernighan (1973), An effective heuristic algorithm for the traveling-salesman
// problem, for local search by exchanges [lin1973effective]

namespace unbracket {

namespace {

class Climb {
public:
    Climb(const SearchProblem& problem, RowChoice start, const Appeal& appeal,
          const CancelFlag* cancel)
        : problem_(problem), appeal_(appeal), cancel_(cancel), choice_(std::move(start)),
          sums_(width()), trial_(width()) {
        is_free_ = problem.forbidden.empty() && problem.at_most.empty();
        values_.assign(problem.values.begin(), problem.values.end());
        for (std::size_t party = 0; party < width(); ++party) {
            sums_[party] = static_cast<double>(problem.constants[party]);
            for (const Row row : choice_) {
                sums_[party] += value(row, party);
            }
        }
        best_ = appeal_(sums_);
    }

    RowChoice run() {
        do {
            while (change_one()) {
            }
        } while (change_two());
        return std::move(choice_);
    }

private:
    std::size_t width() const { return problem_.party_count; }
    double value(Row row, std::size_t party) const { return values_[row * width() + party]; }

    double appeal_with(const std::vector<double>& sums, std::size_t issue, Row row) {
        for (std::size_t party = 0; party < width(); ++party) {
            trial_[party] = sums[party] + value(row, party) - value(choice_[issue], party);
        }
        return appeal_(trial_);
    }

    bool is_allowed(std::size_t issue, Row row) {
        if (is_free_) {
            return true;
        }
        const Row before = std::exchange(choice_[issue], row);
        const bool is_kept = breaks_no_constraint(problem_, choice_);
        choice_[issue] = before;
        return is_kept;
    }

    void change(std::size_t issue, Row row) {
        for (std::size_t party = 0; party < width(); ++party) {
            sums_[party] += value(row, party) - value(choice_[issue], party);
        }
        choice_[issue] = row;
    }

    bool change_one() {
        std::size_t best_issue = choice_.size();
        Row best_row = 0;
        for (std::size_t issue = 0; issue < choice_.size(); ++issue) {
            if (is_raised(cancel_)) {
                return false;
            }
            for (Row row = problem_.first_row[issue]; row < problem_.first_row[issue + 1]; ++row) {
                const double appeal = appeal_with(sums_, issue, row);
                if (appeal > best_ && is_allowed(issue, row)) {
                    best_ = appeal, best_issue = issue, best_row = row;
                }
            }
        }
        if (best_issue == choice_.size()) {
            return false;
        }
        change(best_issue, best_row);
        return true;
    }

    bool change_with(std::size_t issue, Row row, const std::vector<double>& sums) {
        for (std::size_t other = issue + 1; other < choice_.size(); ++other) {
            for (Row second = problem_.first_row[other]; second < problem_.first_row[other + 1];
                 ++second) {
                const double appeal = appeal_with(sums, other, second);
                if (appeal <= best_) {
                    continue;
                }
                const Row before = std::exchange(choice_[issue], row);
                const bool is_kept = is_allowed(other, second);
                choice_[issue] = before;
                if (is_kept) {
                    change(issue, row);
                    change(other, second);
                    best_ = appeal;
                    return true;
                }
            }
        }
        return false;
    }

    bool change_two() {
        std::vector<double> sums(width());
        for (std::size_t issue = 0; issue + 1 < choice_.size(); ++issue) {
            for (Row row = problem_.first_row[issue]; row < problem_.first_row[issue + 1]; ++row) {
                if (row == choice_[issue]) {
                    continue;
                }
                if (is_raised(cancel_)) {
                    return false;
                }
                for (std::size_t party = 0; party < width(); ++party) {
                    sums[party] = sums_[party] + value(row, party) - value(choice_[issue], party);
                }
                if (change_with(issue, row, sums)) {
                    return true;
                }
            }
        }
        return false;
    }

    const SearchProblem& problem_;
    const Appeal& appeal_;
    const CancelFlag* cancel_;
    RowChoice choice_;
    std::vector<double> values_;
    std::vector<double> sums_;
    std::vector<double> trial_;
    double best_ = 0;
    bool is_free_ = true;
};

} // namespace

RowChoice climb_by_swaps(const SearchProblem& problem, RowChoice start, const Appeal& appeal,
                         const CancelFlag* cancel) {
    return Climb(problem, std::move(start), appeal, cancel).run();
}

} // namespace unbracket
