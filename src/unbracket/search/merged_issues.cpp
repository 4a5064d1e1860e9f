#include "unbracket/search/merged_issues.hpp"

#include <algorithm>
#include <optional>
#include <utility>

// Sums know nothing of forbidden combinations: a bound adds up the best row of every issue even
// where these rows may not go together, and a tree finds out by trying. Issues that a combination
// ties together are therefore made one, whose rows are the combinations that are allowed; then
// every bound takes notice. This is the elimination of variables by joining, stopped where the join
// would be large. The combination that makes the fewest rows goes first, and among equals the one
// whose numbers stand before.
//
// Source: Dechter (1999), Bucket elimination: a unifying framework for reasoning
// [dechter1999bucket]

namespace unbracket {

namespace {

using Literals = std::vector<std::vector<Row>>;

struct Group {
    std::vector<std::uint32_t> issues;
    std::vector<RowChoice> rows;
};

bool names(const std::vector<Row>& literal, const RowChoice& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](Row row) {
        return std::find(literal.begin(), literal.end(), row) != literal.end();
    });
}

class Merger {
public:
    Merger(const SearchProblem& problem, std::size_t most_rows)
        : problem_(problem), most_rows_(most_rows), issue_of_(problem.row_count()) {
        for (std::uint32_t issue = 0; issue < problem.issue_count(); ++issue) {
            Group group{{issue}, {}};
            for (Row row = problem.first_row[issue]; row < problem.first_row[issue + 1]; ++row) {
                issue_of_[row] = issue;
                group.rows.push_back({row});
            }
            group_of_.push_back(issue);
            groups_.push_back(std::move(group));
        }
        for (const ForbiddenRows& combination : problem.forbidden) {
            open_.push_back({key_of(combination), combination.literals});
        }
        std::sort(open_.begin(), open_.end());
    }

    MergedIssues run() {
        for (;;) {
            std::size_t best = open_.size(), fewest = most_rows_ + 1;
            for (std::size_t at = 0; at < open_.size(); ++at) {
                if (const std::size_t count = count_of(open_[at].literals); count < fewest) {
                    best = at, fewest = count;
                }
            }
            if (best == open_.size()) {
                return result();
            }
            join(groups_in(open_[best].literals));
            settle();
        }
    }

private:
    struct Combination {
        std::vector<std::int64_t> key; // numbers of its rows
        Literals literals;
        friend auto operator<=>(const Combination&, const Combination&) = default;
    };

    std::vector<std::int64_t> key_of(const ForbiddenRows& combination) const {
        std::vector<std::vector<std::int64_t>> parts;
        for (const std::vector<Row>& literal : combination.literals) {
            std::vector<std::int64_t> part;
            for (const Row row : literal) {
                part.insert(part.end(), problem_.row(row).begin(), problem_.row(row).end());
            }
            parts.push_back(std::move(part));
        }
        std::sort(parts.begin(), parts.end());
        std::vector<std::int64_t> key;
        for (const std::vector<std::int64_t>& part : parts) {
            key.insert(key.end(), part.begin(), part.end());
        }
        return key;
    }

    std::vector<std::uint32_t> groups_in(const Literals& literals) const {
        std::vector<std::uint32_t> found;
        for (const std::vector<Row>& literal : literals) {
            found.push_back(group_of_[issue_of_[literal.front()]]);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    std::size_t count_of(const Literals& literals) const {
        std::size_t count = 1;
        for (const std::uint32_t group : groups_in(literals)) {
            count = std::min(count * groups_[group].rows.size(), most_rows_ + 1);
        }
        return count;
    }

    void join(const std::vector<std::uint32_t>& parts) {
        Group& first = groups_[parts.front()];
        for (std::size_t at = 1; at < parts.size(); ++at) {
            Group other = std::exchange(groups_[parts[at]], {});
            std::vector<RowChoice> rows;
            for (const RowChoice& front : first.rows) {
                for (const RowChoice& back : other.rows) {
                    rows.push_back(front);
                    rows.back().insert(rows.back().end(), back.begin(), back.end());
                }
            }
            first.rows = std::move(rows);
            for (const std::uint32_t issue : other.issues) {
                first.issues.push_back(issue);
                group_of_[issue] = parts.front();
            }
        }
    }

    /// Combinations within one group take rows away and are settled.
    void settle() {
        std::erase_if(open_, [&](const Combination& combination) {
            const std::vector<std::uint32_t> parts = groups_in(combination.literals);
            if (parts.size() > 1) {
                return false;
            }
            std::erase_if(groups_[parts.front()].rows, [&](const RowChoice& rows) {
                return std::all_of(combination.literals.begin(), combination.literals.end(),
                                   [&](const auto& literal) { return names(literal, rows); });
            });
            return true;
        });
    }

    void add_group(Group& group, MergedIssues& merged) const {
        for (RowChoice& rows : group.rows) {
            for (std::size_t party = 0; party < problem_.party_count; ++party) {
                std::int64_t sum = 0;
                for (const Row row : rows) {
                    sum += problem_.row(row)[party];
                }
                merged.problem.values.push_back(sum);
            }
            merged.rows.push_back(std::move(rows));
        }
        merged.problem.first_row.push_back(static_cast<Row>(merged.rows.size()));
        merged.groups.push_back(std::move(group.issues));
    }

    /// The same condition about merged rows, a literal for each group; nothing where no row of some
    /// group meets it.
    std::optional<Literals> translated(const Literals& literals, const MergedIssues& merged) const {
        Literals result;
        const auto is_empty = [](const std::vector<Row>& literal) { return literal.empty(); };
        if (std::any_of(literals.begin(), literals.end(), is_empty)) {
            return std::nullopt;
        }
        for (const std::uint32_t group : groups_in(literals)) {
            std::vector<Row> allowed;
            for (Row row = 0; row < merged.rows.size(); ++row) {
                if (group_of_[issue_of_[merged.rows[row].front()]] == group &&
                    meets(merged.rows[row], literals, group)) {
                    allowed.push_back(row);
                }
            }
            if (allowed.empty()) {
                return std::nullopt;
            }
            result.push_back(std::move(allowed));
        }
        return result;
    }

    bool meets(const RowChoice& rows, const Literals& literals, std::uint32_t group) const {
        return std::all_of(literals.begin(), literals.end(), [&](const std::vector<Row>& literal) {
            return group_of_[issue_of_[literal.front()]] != group || names(literal, rows);
        });
    }

    MergedIssues result() {
        MergedIssues merged;
        merged.problem.party_count = problem_.party_count;
        merged.problem.required_count = problem_.required_count;
        merged.problem.optional_needed = problem_.optional_needed;
        merged.problem.constants = problem_.constants;
        merged.problem.first_row.push_back(0);
        for (Group& group : groups_) {
            if (!group.issues.empty()) {
                add_group(group, merged);
            }
        }
        for (const Combination& combination : open_) {
            if (auto literals = translated(combination.literals, merged)) {
                merged.problem.forbidden.push_back({std::move(*literals)});
            }
        }
        for (const AtMostRows& rule : problem_.at_most) {
            AtMostRows rows{rule.count, {}};
            for (const Literals& condition : rule.conditions) {
                if (auto literals = translated(condition, merged)) {
                    rows.conditions.push_back(std::move(*literals));
                }
            }
            merged.problem.at_most.push_back(std::move(rows));
        }
        return merged;
    }

    const SearchProblem& problem_;
    std::size_t most_rows_;
    std::vector<std::uint32_t> issue_of_; // of each row
    std::vector<std::uint32_t> group_of_; // of each issue
    std::vector<Group> groups_;           // without issues once it is part of another
    std::vector<Combination> open_;       // not settled
};

} // namespace

RowChoice MergedIssues::unmerged(const RowChoice& choice) const {
    RowChoice result;
    for (std::size_t at = 0; at < choice.size(); ++at) {
        for (std::size_t part = 0; part < groups[at].size(); ++part) {
            result.resize(std::max<std::size_t>(result.size(), groups[at][part] + 1U));
            result[groups[at][part]] = rows[choice[at]][part];
        }
    }
    return result;
}

std::optional<RowChoice> MergedIssues::merged(const RowChoice& first) const {
    RowChoice result;
    for (std::size_t issue = 0; issue < groups.size(); ++issue) {
        RowChoice wanted;
        for (const std::uint32_t part : groups[issue]) {
            wanted.push_back(first[part]);
        }
        const auto begin = rows.begin() + problem.first_row[issue];
        const auto end = rows.begin() + problem.first_row[issue + 1];
        const auto at = std::find(begin, end, wanted);
        if (at == end) {
            return std::nullopt;
        }
        result.push_back(static_cast<Row>(at - rows.begin()));
    }
    return result;
}

bool MergedIssues::is_empty() const {
    return std::adjacent_find(problem.first_row.begin(), problem.first_row.end()) !=
           problem.first_row.end();
}

MergedIssues merge_tied_issues(const SearchProblem& problem, std::size_t most_rows) {
    return Merger(problem, most_rows).run();
}

} // namespace unbracket
