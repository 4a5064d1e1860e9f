#include "tests/reference/explicit_program.hpp"

#include <cstddef>

namespace unbracket::reference {

namespace {

/// Rows of slack variables in terms of the others: slack = constant + sum of coefficient *
/// variable, as in a dictionary. Places 0 .. n-1 are variables, then one slack a row, then the
/// auxiliary one.
class Dictionary {
public:
    Dictionary(const LinearRow& objective, const std::vector<LinearRow>& rows)
        : width_(objective.coefficients.size()), objective_(objective), rows_(rows) {
        for (std::size_t at = 0; at < width_; ++at) {
            outside_.push_back(at);
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            inside_.push_back(width_ + row);
        }
    }

    std::optional<Rational> solve() {
        if (!find_start()) {
            return std::nullopt;
        }
        climb();
        return objective_.constant;
    }

private:
    std::size_t auxiliary() const { return width_ + rows_.size(); }

    /// The row's variable changes places with the one outside.
    void exchange(std::size_t row, std::size_t place) {
        LinearRow& own = rows_[row];
        const Rational pivot = own.coefficients[place];
        for (Rational& coefficient : own.coefficients) {
            coefficient = coefficient / -pivot;
        }
        own.constant = own.constant / -pivot;
        own.coefficients[place] = Rational(1) / pivot;
        for (std::size_t other = 0; other < rows_.size(); ++other) {
            if (other != row) {
                substitute(rows_[other], own, place);
            }
        }
        substitute(objective_, own, place);
        std::swap(inside_[row], outside_[place]);
    }

    static void substitute(LinearRow& into, const LinearRow& own, std::size_t place) {
        const Rational times = into.coefficients[place];
        into.coefficients[place] = 0;
        for (std::size_t at = 0; at < own.coefficients.size(); ++at) {
            into.coefficients[at] += times * own.coefficients[at];
        }
        into.constant += times * own.constant;
    }

    void climb() {
        for (;;) {
            std::optional<std::size_t> place;
            for (std::size_t at = 0; at < outside_.size(); ++at) {
                if (objective_.coefficients[at].sign() > 0 &&
                    (!place || outside_[at] < outside_[*place])) {
                    place = at;
                }
            }
            if (!place) {
                return;
            }
            exchange(blocking_row(*place), *place);
        }
    }

    std::size_t blocking_row(std::size_t place) const {
        std::optional<std::size_t> best;
        Rational least;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (rows_[row].coefficients[place].sign() >= 0) {
                continue;
            }
            const Rational ratio = rows_[row].constant / -rows_[row].coefficients[place];
            if (!best || ratio < least || (ratio == least && inside_[row] < inside_[*best])) {
                best = row, least = ratio;
            }
        }
        return best.value();
    }

    /// With one more variable, which every row may borrow from, and which is made as small as it
    /// can be.
    bool find_start() {
        std::size_t worst = 0;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            worst = rows_[row].constant < rows_[worst].constant ? row : worst;
        }
        if (rows_.empty() || rows_[worst].constant.sign() >= 0) {
            return true;
        }
        const LinearRow wanted = objective_;
        for (LinearRow& row : rows_) {
            row.coefficients.emplace_back(1);
        }
        outside_.push_back(auxiliary());
        objective_ = {std::vector<Rational>(outside_.size()), 0};
        objective_.coefficients.back() = -1;
        exchange(worst, outside_.size() - 1);
        climb();
        if (objective_.constant.sign() < 0) {
            return false;
        }
        leave_auxiliary();
        rebuild(wanted);
        return true;
    }

    void leave_auxiliary() {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            for (std::size_t at = 0; inside_[row] == auxiliary() && at < outside_.size(); ++at) {
                if (rows_[row].coefficients[at].sign() != 0) {
                    exchange(row, at);
                }
            }
        }
        for (std::size_t at = 0; at < outside_.size(); ++at) {
            if (outside_[at] == auxiliary()) {
                for (LinearRow& row : rows_) {
                    row.coefficients[at] = 0;
                }
                frozen_ = at;
            }
        }
    }

    /// The objective in terms of what is outside now.
    void rebuild(const LinearRow& wanted) {
        objective_ = {std::vector<Rational>(outside_.size()), wanted.constant};
        for (std::size_t variable = 0; variable < width_; ++variable) {
            const Rational& times = wanted.coefficients[variable];
            for (std::size_t at = 0; at < outside_.size(); ++at) {
                objective_.coefficients[at] += outside_[at] == variable ? times : Rational(0);
            }
            for (std::size_t row = 0; row < rows_.size(); ++row) {
                add_to_objective(rows_[row], inside_[row] == variable ? times : Rational(0));
            }
        }
        if (frozen_) {
            objective_.coefficients[*frozen_] = 0;
        }
    }

    void add_to_objective(const LinearRow& row, const Rational& times) {
        objective_.constant += times * row.constant;
        for (std::size_t at = 0; at < outside_.size(); ++at) {
            objective_.coefficients[at] += times * row.coefficients[at];
        }
    }

    std::size_t width_;
    LinearRow objective_;
    std::vector<LinearRow> rows_;
    std::vector<std::size_t> outside_, inside_;
    std::optional<std::size_t> frozen_;
};

} // namespace

std::optional<Rational> largest(const LinearRow& objective, const std::vector<LinearRow>& rows) {
    return Dictionary(objective, rows).solve();
}

} // namespace unbracket::reference
