#include "unbracket/report/solutions_json.hpp"

#include "unbracket/report/solutions_words.hpp"

#include <limits>

namespace unbracket {

namespace {

class Writer {
public:
    Writer(const Case& negotiation, const EfficientOutcomes& efficient, const JsonOptions& options)
        : case_(negotiation), efficient_(efficient), options_(options) {}

    Node solutions() const {
        const Solutions& solutions = efficient_.solutions;
        Node node = table_node();
        add_member(node, "acceptable_to_all", text_node(zone_word()));
        add_member(node, "tolerance", json_rational(efficient_.tolerance, options_));
        const bool is_known = !solutions.largest_gains.empty();
        add_member(node, "largest_gains",
                   is_known ? by_party([&](std::size_t column) {
                       return json_rational(solutions.largest_gains[column], options_);
                   })
                            : null_node());
        add_member(node, "largest_gains_at_most",
                   is_known ? by_party([&](std::size_t column) {
                       const auto& most = solutions.largest_gains_at_most[column];
                       return most ? json_rational(*most, options_) : null_node();
                   })
                            : null_node());
        add_member(node, "largest_gains_proved",
                   boolean_node(is_known && solutions.are_largest_gains_exact));
        for (const SolutionKind kind : all_solution_kinds) {
            add_member(node, words_of(kind).key, solution(kind));
        }
        return node;
    }

    Node negmas() const {
        if (efficient_.negmas_state != NegmasState::known) {
            return null_node();
        }
        const auto places = [&](const std::vector<std::size_t>& all) {
            return json_list(all, [&](std::size_t place) {
                const EfficientPoint& listed = efficient_.frontier.points[place];
                return point({listed.totals, listed.choice, listed.outcomes});
            });
        };
        Node node = table_node();
        add_member(node, "nash_points", places(efficient_.negmas.nash));
        add_member(node, "kalai_points", places(efficient_.negmas.kalai));
        add_member(node, "ks_points", places(efficient_.negmas.kalai_smorodinsky));
        add_member(node, "max_welfare_points", places(efficient_.negmas.welfare));
        return node;
    }

private:
    std::string zone_word() const {
        switch (efficient_.solutions.zone) {
        case ZoneState::found:
            return "found";
        case ZoneState::empty:
            return "empty";
        case ZoneState::undecided:
            break;
        }
        return "undecided";
    }

    /// {party: what `write` makes of its column, ...}
    template <class Write>
    Node by_party(Write write) const {
        Node node = table_node();
        for (const std::size_t column : efficient_.columns_in_file_order()) {
            add_member(node, case_.party(efficient_.listed_table().columns[column].party).key,
                       write(column));
        }
        return node;
    }

    void add_point(Node& node, const SolutionPoint& point) const {
        const GainTable& table = efficient_.table;
        add_member(node, "outcome", json_outcome(case_, table.outcome_of(point.choice)));
        add_member(node, "values", by_party([&](std::size_t column) {
                       return json_rational(table.value(column, point.totals), options_);
                   }));
        add_member(node, "gains", by_party([&](std::size_t column) {
                       return json_rational(table.gain(column, point.totals), options_);
                   }));
        const bool is_saturated = point.outcomes == std::numeric_limits<std::uint64_t>::max();
        add_member(node, "alike", is_saturated ? null_node() : json_count(point.outcomes));
    }

    Node point(const SolutionPoint& point) const {
        Node node = table_node();
        add_point(node, point);
        return node;
    }

    /// What the rule does with points of different parties, where it depends on their scales.
    static std::string done_across_parties(SolutionKind kind) {
        switch (kind) {
        case SolutionKind::nash:
        case SolutionKind::kalai_smorodinsky:
            return "";
        case SolutionKind::egalitarian:
            return "compared";
        case SolutionKind::utilitarian:
        case SolutionKind::utilitarian_anywhere:
            break;
        }
        return "added";
    }

    Node solution(SolutionKind kind) const {
        const auto& solution = efficient_.solutions.of(kind);
        if (!solution) {
            return null_node();
        }
        Node node = table_node();
        add_member(node, "definition", text_node(definition_of(kind, solution->proved)));
        add_member(node, "source", text_node(words_of(kind).source));
        add_point(node, solution->ties.front());
        if (efficient_.is_central) {
            const auto& ranges = efficient_.solution_ranges[static_cast<std::size_t>(kind)];
            add_member(node, "gain_ranges", by_party([&](std::size_t column) {
                           return json_range(ranges[column], options_);
                       }));
        }
        add_member(node, "measure", json_rational(solution->measure, options_));
        add_member(node, "proved", text_node(word_of(solution->proved)));
        add_member(node, "gap",
                   solution->gap ? json_rational(*solution->gap, options_) : null_node());
        add_member(node, "all_ties", boolean_node(solution->has_all_ties));
        Node& ties = add_member(node, "ties", list_node({}));
        for (std::size_t at = 1; at < solution->ties.size(); ++at) {
            ties.items.push_back(point(solution->ties[at]));
        }
        if (const std::string done = done_across_parties(kind); !done.empty()) {
            add_member(node, "warning",
                       text_node("points of different parties are " + done +
                                 " here, as if they were the same"));
        }
        return node;
    }

    const Case& case_;
    const EfficientOutcomes& efficient_;
    const JsonOptions& options_;
};

} // namespace

Node solutions_json(const Case& negotiation, const EfficientOutcomes& efficient,
                    const JsonOptions& options) {
    return Writer(negotiation, efficient, options).solutions();
}

Node negmas_json(const Case& negotiation, const EfficientOutcomes& efficient,
                 const JsonOptions& options) {
    return Writer(negotiation, efficient, options).negmas();
}

Node negmas_reason_json(const EfficientOutcomes& efficient) {
    switch (efficient.negmas_state) {
    case NegmasState::known:
        break;
    case NegmasState::not_listed:
        return text_node("the frontier is not complete, or not all of it is listed");
    case NegmasState::beyond:
        return text_node("the list holds outcomes that break limits of parties that count");
    case NegmasState::conditional:
        return text_node("values depend on several issues at once");
    case NegmasState::empty:
        return text_node("no efficient outcome is acceptable to all who are counted");
    }
    return null_node();
}

} // namespace unbracket
