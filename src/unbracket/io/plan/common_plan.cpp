#include "unbracket/io/plan/common_plan.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/plan/words.hpp"

#include <algorithm>
#include <set>

namespace unbracket {

namespace {

std::vector<std::uint64_t> clause_features(const Clause& clause) {
    return features_of(clause.heading + " " + clause.wording.text);
}

class CommonPlanBuilder {
public:
    CommonPlanBuilder(std::span<const PlanText> texts, std::span<const std::string> names,
                      std::span<const SettledPair> settled)
        : texts_(texts), names_(names), settled_(settled) {}

    Result<CommonPlan> build() {
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            add(text);
        }
        if (!problems_.empty()) {
            return std::move(problems_);
        }
        return std::move(found_);
    }

private:
    void add(std::size_t text) {
        const std::vector<MatchedClause> left = known_clauses();
        const std::vector<MatchedClause> right = clauses_of(texts_[text]);
        const ClauseMatches matches = match_clauses(left, right, settled_of(text, right));
        std::vector<std::size_t> points;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const auto partner = matches.partner[i];
            const std::size_t point = partner ? *partner : new_point(text, i, points);
            found_.points[point].clauses[text] = i;
            points.push_back(point);
        }
        for (const UnsureMatch& pair : matches.unsure) {
            found_.unsure.push_back(
                {text, pair.left, points[pair.right], pair.likeness, pair.has_same_number});
        }
        for (const MergedClause& one : matches.merged) {
            found_.merged.push_back({text, points[one.right], one.left, one.is_sure});
        }
    }

    /// All points so far, each as in the latest text that has it.
    std::vector<MatchedClause> known_clauses() const {
        std::vector<MatchedClause> clauses;
        for (const CommonPoint& point : found_.points) {
            const Clause& clause = latest_clause(point, texts_);
            clauses.push_back({clause.number, clause.own, point.parent, clause.depth,
                               clause_features(clause), &clause.wording});
        }
        return clauses;
    }

    static std::vector<MatchedClause> clauses_of(const PlanText& text) {
        std::vector<MatchedClause> clauses;
        for (const Clause& clause : text.clauses) {
            clauses.push_back({clause.number, clause.own, clause.parent, clause.depth,
                               clause_features(clause), &clause.wording});
        }
        return clauses;
    }

    std::vector<SettledMatch> settled_of(std::size_t text,
                                         const std::vector<MatchedClause>& right) {
        std::vector<SettledMatch> matches;
        for (const SettledPair& pair : settled_) {
            if (pair.text != text) {
                continue;
            }
            const auto clause = std::ranges::find(right, pair.number, &MatchedClause::number);
            if (clause == right.end()) {
                problems_.push_back({{texts_[text].file},
                                     "there is no clause " + quoted(pair.number),
                                     "write the number as in the case: 5, 5.2, 5.2.a"});
                continue;
            }
            SettledMatch match{static_cast<std::size_t>(clause - right.begin()), std::nullopt};
            if (pair.point) {
                const auto point =
                    std::ranges::find(found_.points, *pair.point, &CommonPoint::number);
                if (point == found_.points.end()) {
                    problems_.push_back({{texts_[text].file},
                                         "no text before it has a point " + quoted(*pair.point),
                                         "write the number as in the case, or `none`"});
                    continue;
                }
                match.left = static_cast<std::size_t>(point - found_.points.begin());
            }
            matches.push_back(match);
        }
        return matches;
    }

    /// Behind the point of the clause before it.
    std::size_t new_point(std::size_t text, std::size_t clause,
                          const std::vector<std::size_t>& points) {
        const Clause& own = texts_[text].clauses[clause];
        CommonPoint point;
        point.number = free_number(own.number, text);
        point.heading = own.heading;
        point.clauses.resize(texts_.size());
        if (own.parent) {
            point.parent = points[*own.parent];
        }
        auto place = points.empty() ? found_.order.begin()
                                    : std::ranges::find(found_.order, points.back()) + 1;
        if (text == 0) {
            place = found_.order.end();
        }
        found_.order.insert(place, found_.points.size());
        found_.points.push_back(std::move(point));
        return found_.points.size() - 1;
    }

    std::string free_number(const std::string& number, std::size_t text) {
        std::string free = number;
        constexpr std::size_t longest = 64;
        for (std::size_t count = 1; !numbers_.insert(free).second; ++count) {
            free = names_[text] + "." + number + (count > 1 ? "-" + std::to_string(count) : "");
            free = free.size() > longest
                       ? std::to_string(text) + "." + std::to_string(numbers_.size() + count)
                       : free;
        }
        return free;
    }

    std::span<const PlanText> texts_;
    std::span<const std::string> names_;
    std::span<const SettledPair> settled_;
    CommonPlan found_;
    Diagnostics problems_;
    std::set<std::string, std::less<>> numbers_;
};

} // namespace

Result<CommonPlan> common_plan(std::span<const PlanText> texts, std::span<const std::string> names,
                               std::span<const SettledPair> settled) {
    return CommonPlanBuilder(texts, names, settled).build();
}

const Clause& latest_clause(const CommonPoint& point, std::span<const PlanText> texts) {
    std::size_t text = texts.size() - 1;
    while (text > 0 && !point.clauses[text]) {
        --text;
    }
    return texts[text].clauses[*point.clauses[text]];
}

} // namespace unbracket
