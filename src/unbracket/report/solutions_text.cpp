#include "unbracket/report/solutions_text.hpp"

#include "unbracket/report/outcomes_apart.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/solutions_words.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_choices = 4;         // of one rule's own
constexpr std::size_t most_common_choices = 12; // of all rules' together

class Writer {
public:
    Writer(const Case& negotiation, const EfficientOutcomes& efficient, Page& page)
        : case_(negotiation), efficient_(efficient), page_(page), apart_(picked_outcomes()) {}

    void put() {
        page_.heading("SOLUTIONS");
        const bool has_zone = efficient_.solutions.zone == ZoneState::found;
        page_.line(has_zone ? "Rules that pick among the outcomes that all who are counted accept. "
                              "None says what is right. Gains in each party's own points:"
                            : without_zone());
        if (tells_common()) {
            page_.line("In all of these, " + apart_.common(most_common_choices) + ".");
        }
        for (const SolutionKind kind : all_solution_kinds) {
            if (efficient_.solutions.of(kind) && !is_told_earlier(kind)) {
                put_solution(kind);
            }
        }
        put_tolerance();
    }

private:
    /// Why there is nothing that all who are counted accept, and what there is beside it.
    std::string without_zone() const {
        const Solutions& solutions = efficient_.solutions;
        if (efficient_.table.is_empty) {
            return "None: every outcome breaks a rule, norm, limit or red line.";
        }
        if (efficient_.table.columns.empty()) {
            return "Nobody who is counted has stances or scores, so there are no gains to pick by.";
        }
        const std::string rest =
            solutions.of(SolutionKind::utilitarian_anywhere)
                ? " Gains in each party's own points, by the rule that asks nobody to accept:"
                : "";
        if (solutions.zone == ZoneState::undecided) {
            return "The search was ended before it met an outcome that all who are counted "
                   "accept." +
                   rest;
        }
        return std::string("None") + (efficient_.is_central ? " in the central reading" : "") +
               ": no outcome is acceptable to all who are counted." + rest;
    }

    void put_tolerance() const {
        const auto& all = efficient_.solutions.by_kind;
        if (std::none_of(all.begin(), all.end(), [](const auto& solution) {
                return solution && solution->proved == Proved::within;
            })) {
            return;
        }
        std::string points;
        for (const std::size_t column : efficient_.columns_in_file_order()) {
            const PartyId party = efficient_.listed_table().columns[column].party;
            points += (points.empty() ? "" : ", ") + case_.party(party).name + " " +
                      number_text(efficient_.tolerance * efficient_.table.span(column));
        }
        page_.line("The tolerance of " + number_text(efficient_.tolerance * Rational(100)) +
                   "% is, in each party's own points: " + points +
                   ". Proved within it means: nothing measures more than the outcome shown would, "
                   "if every party gained so much more.");
    }

    OutcomesApart picked_outcomes() const {
        std::vector<Outcome> outcomes;
        for (const auto& solution : efficient_.solutions.by_kind) {
            if (solution) {
                outcomes.push_back(efficient_.table.outcome_of(solution->ties.front().choice));
            }
        }
        return {case_, std::move(outcomes)};
    }

    std::string gains_text(SolutionKind kind) const {
        const SolutionPoint& point = efficient_.solutions.of(kind)->ties.front();
        const auto& ranges = efficient_.solution_ranges[static_cast<std::size_t>(kind)];
        std::string text;
        for (const std::size_t column : efficient_.columns_in_file_order()) {
            const GainColumn& own = efficient_.table.columns[column];
            const Rational gain = efficient_.table.gain(column, point.totals);
            text += (text.empty() ? "" : ", ") + case_.party(own.party).name + " " +
                    (gain.sign() > 0 ? "+" : "") + range_text({gain, gain}, Places::one);
            if (efficient_.is_central) {
                text += " [" + range_text(ranges[column], Places::one) + "]";
            }
        }
        return text;
    }

    /// What sets the outcome apart from those of other rules; all of it where there is no other.
    std::string choices_text(const SolutionPoint& point) const {
        const Outcome outcome = efficient_.table.outcome_of(point.choice);
        const std::string own = apart_.own_of(outcome, most_choices);
        if (!own.empty()) {
            return " - " + own;
        }
        return tells_common() ? "" : " - " + outcome_text(case_, outcome, most_common_choices);
    }

    /// Whether several lines share choices, which are then told once.
    bool tells_common() const {
        const auto lines = std::count_if(
            all_solution_kinds.begin(), all_solution_kinds.end(), [&](SolutionKind kind) {
                return efficient_.solutions.of(kind) && !is_told_earlier(kind);
            });
        return lines > 1 && !apart_.common(1).empty();
    }

    /// Whether both pick the same totals and are as well proved, so that one line tells both.
    bool coincide(SolutionKind a, SolutionKind b) const {
        const auto& one = efficient_.solutions.of(a);
        const auto& other = efficient_.solutions.of(b);
        return one && other && one->ties.front().totals == other->ties.front().totals &&
               proof_text(a) == proof_text(b);
    }

    bool is_told_earlier(SolutionKind kind) const {
        const auto end = std::find(all_solution_kinds.begin(), all_solution_kinds.end(), kind);
        return std::any_of(all_solution_kinds.begin(), end,
                           [&](SolutionKind other) { return coincide(other, kind); });
    }

    /// Where the bound leaves no room for more, and yet not all was gone through.
    std::string cut_text(SolutionKind kind, const Solution& solution) const {
        const std::string ended = "the search was ended before ";
        if (solution.gap != Rational() || efficient_.tolerance.sign() > 0) {
            return " (best found; " + ended + "it was proved)";
        }
        if (!words_of(kind).first_place.empty()) {
            return " (no outcome has a larger smallest " +
                   std::string(kind == SolutionKind::egalitarian ? "gain" : "share") + "; " +
                   ended + "the next smallest was proved)";
        }
        return " (nothing measures more, by a bound; " + ended + "that was gone through)";
    }

    std::string proof_text(SolutionKind kind) const {
        const Solution& solution = *efficient_.solutions.of(kind);
        switch (solution.proved) {
        case Proved::optimal:
            break;
        case Proved::within:
            return " (proved within the tolerance)";
        case Proved::cut:
            return cut_text(kind, solution);
        }
        const std::size_t others = solution.ties.size() - 1;
        if (others > 0) {
            return " (" + std::string(solution.has_all_ties ? "" : "at least ") +
                   counted(others, "other combination of values is", "other combinations are") +
                   " as good)";
        }
        return solution.has_all_ties ? "" : " (perhaps not the only one)";
    }

    void put_solution(SolutionKind kind) {
        std::string names;
        for (const SolutionKind other : all_solution_kinds) {
            if (coincide(kind, other)) {
                names += (names.empty() ? "" : "; ") + words_of(other).name + ", " +
                         definition_of(other, efficient_.solutions.of(other)->proved);
            }
        }
        const Solution& solution = *efficient_.solutions.of(kind);
        page_.item("-", names + ": " + gains_text(kind) + choices_text(solution.ties.front()) +
                            proof_text(kind));
    }

    const Case& case_;
    const EfficientOutcomes& efficient_;
    Page& page_;
    OutcomesApart apart_;
};

} // namespace

void put_solutions(const Case& negotiation, const EfficientOutcomes& efficient, Page& page) {
    Writer(negotiation, efficient, page).put();
}

} // namespace unbracket
