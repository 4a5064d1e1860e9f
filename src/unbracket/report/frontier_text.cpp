#include "unbracket/report/frontier_text.hpp"

#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/outcomes_apart.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/solutions_text.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_shown = 8;

const Party& party_of(const Case& negotiation, const EfficientOutcomes& efficient,
                      std::size_t column) {
    return negotiation.party(efficient.listed_table().columns[column].party);
}

/// `Alta 12, Bera 3`, what `of` says of each column.
template <class Of>
std::string by_party(const Case& negotiation, const EfficientOutcomes& efficient, Of of) {
    std::string text;
    for (const std::size_t column : efficient.columns_in_file_order()) {
        text += (text.empty() ? "" : ", ") + party_of(negotiation, efficient, column).name + " " +
                of(column);
    }
    return text;
}

void put_strength(const Case& negotiation, const EfficientOutcomes& efficient,
                  const std::vector<Rational>& within, Page& page) {
    std::vector<PartyId> weak;
    for (const std::size_t column : efficient.columns_in_file_order()) {
        if (is_weak(within[column], efficient.listed_table().span(column))) {
            weak.push_back(efficient.listed_table().columns[column].party);
        }
    }
    if (weak.empty()) {
        return;
    }
    page.line("This is a weak guarantee: for " +
              (weak.size() == efficient.listed_table().columns.size() && weak.size() > 1
                   ? "every party"
                   : party_names(negotiation, weak)) +
              " it is more than a quarter of what lies between the worst and the best value. The "
              "list says little of what is missing.");
}

/// Solutions come from a search of their own, which may know more than the list.
void put_solutions_beside(const EfficientOutcomes& efficient, Page& page) {
    const Solutions& solutions = efficient.solutions;
    const bool is_anywhere_known = solutions.of(SolutionKind::utilitarian_anywhere).has_value();
    const bool is_zone_known = solutions.zone == ZoneState::found;
    if (efficient.frontier.size == 0) {
        if (is_zone_known || (is_anywhere_known && !efficient.zone_only)) {
            page.line(std::string("Nothing is listed, but ") +
                      (efficient.zone_only ? "outcomes that the agreement rule accepts"
                                           : "feasible outcomes") +
                      " are known: see SOLUTIONS, which come from a search of their own.");
        }
    } else if (is_zone_known || is_anywhere_known) {
        page.line("SOLUTIONS come from a search of their own and may stand outside this list" +
                  std::string(efficient.tolerance.sign() == 0
                                  ? "; where proved, they are efficient "
                                    "too."
                                  : "."));
    }
}

void put_answer(const Case& negotiation, const EfficientOutcomes& efficient, Page& page) {
    const Frontier& frontier = efficient.frontier;
    page.heading("ANSWER");
    const std::string reading = efficient.is_central ? ", in the central reading" : "";
    const std::string among =
        (efficient.zone_only
             ? "the outcomes that the agreement rule accepts" +
                   std::string(efficient.is_zone_whole ? ""
                                                       : " and that break no limit or red line "
                                                         "of any party that counts")
             : "the outcomes that break no rule, norm, limit or red line") +
        reading;
    if (frontier.size == 0 && frontier.end == FrontierEnd::complete) {
        page.line(efficient.zone_only
                      ? "There are none of " + among + "."
                      : "Every outcome breaks a rule, norm, limit or red line" + reading + ".");
        return;
    }
    if (efficient.is_complete()) {
        page.line(
            counted(frontier.size, "combination of values is", "combinations of values are") +
            " efficient among " + among +
            ": whoever is to have more there, another has to have less. There are no others.");
    } else if (const auto within = efficient.guarantee()) {
        page.line("There are more efficient outcomes than could be searched among " + among + ". " +
                  counted(frontier.size, "outcome is", "outcomes are") +
                  " listed, none better than another for everybody. For each efficient outcome one "
                  "of these gives no party less by more than, for all parties at once: " +
                  by_party(negotiation, efficient,
                           [&](std::size_t column) { return number_text((*within)[column]); }) +
                  ".");
        put_strength(negotiation, efficient, *within, page);
        put_solutions_beside(efficient, page);
    } else {
        page.line("The search could not look at all outcomes; nothing is known of those it "
                  "missed.");
        put_solutions_beside(efficient, page);
    }
}

void put_reading(const EfficientOutcomes& efficient, Page& page) {
    page.heading("READING");
    if (!efficient.is_central) {
        page.line("Every number of this file is single.");
        return;
    }
    page.line("Values are those of the central reading: the middle of every range, the classes of "
              "an order equally far apart. Other readings have other efficient outcomes; what each "
              "party gains over all readings stands in brackets.");
    if (efficient.unknown_options > 0) {
        page.line(counted(efficient.unknown_options, "unknown option is", "unknown options are") +
                  " taken at the middle of what they may be worth, and not as red lines.");
    }
}

OutcomesApart listed_outcomes(const Case& negotiation, const EfficientOutcomes& efficient) {
    std::vector<Outcome> outcomes;
    for (const EfficientPoint& point : efficient.frontier.points) {
        outcomes.push_back(efficient.listed_table().outcome_of(point.choice));
    }
    return {negotiation, std::move(outcomes)};
}

std::string gain_text(const EfficientOutcomes& efficient, std::size_t at, std::size_t column) {
    const EfficientPoint& point = efficient.frontier.points[at];
    const Rational exact = efficient.listed_table().gain(column, point.totals);
    const std::string text = range_text({exact, exact}, Places::one);
    return (exact.sign() > 0 ? "+" + text : text) +
           (efficient.is_central
                ? " [" + range_text(efficient.gain_ranges[at][column], Places::one) + "]"
                : "");
}

/// What the outcome decides otherwise than others of the list, and how many have the same gains.
std::string outcome_text(const Case& negotiation, const EfficientOutcomes& efficient,
                         std::size_t at, const OutcomesApart& apart) {
    const EfficientPoint& point = efficient.frontier.points[at];
    std::string text = apart.own(at, most_listed);
    if (const auto& broken = efficient.limits_broken[at]; !broken.empty()) {
        text += " (" + party_names(negotiation, broken) + (broken.size() == 1 ? " has" : " have") +
                " a limit broken)";
    }
    if (point.outcomes == std::numeric_limits<std::uint64_t>::max()) {
        text += " (and very many alike)";
    } else if (point.outcomes > 1) {
        text += std::string(" (and ") + (efficient.frontier.is_counted ? "" : "at least ") +
                count_text(point.outcomes - 1) + " alike)";
    }
    return text;
}

bool is_accepted(const EfficientOutcomes& efficient, const EfficientPoint& point) {
    return efficient.listed_table().is_in_zone(point.totals);
}

/// A star marks what the agreement rule accepts, where that is not said of all.
std::string mark_of(const EfficientOutcomes& efficient, std::size_t at) {
    return !efficient.zone_only && is_accepted(efficient, efficient.frontier.points[at]) ? "*"
                                                                                         : "-";
}

/// A column for each party, then the choices; without room for these the page does not fit.
std::vector<std::vector<std::string>> gain_rows(const Case& negotiation,
                                                const EfficientOutcomes& efficient,
                                                const std::vector<std::size_t>& shown,
                                                const std::vector<std::string>& outcomes) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t row = 0; row < shown.size(); ++row) {
        rows.push_back({mark_of(efficient, shown[row])});
        for (const std::size_t column : efficient.columns_in_file_order()) {
            rows.back().push_back(gain_text(efficient, shown[row], column));
        }
        rows.back().push_back(outcomes[row]);
    }
    std::vector<std::string> names;
    for (const std::size_t column : efficient.columns_in_file_order()) {
        names.push_back(party_of(negotiation, efficient, column).name);
    }
    std::vector<std::vector<std::string>> all = head_rows(names, rows);
    all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

void put_rows(const Case& negotiation, const EfficientOutcomes& efficient,
              const OutcomesApart& apart, const std::vector<std::size_t>& shown, Page& page) {
    constexpr std::size_t room_for_choices = 30;
    std::vector<std::string> outcomes;
    for (const std::size_t at : shown) {
        outcomes.push_back(outcome_text(negotiation, efficient, at, apart));
    }
    const std::vector<std::string> widest(shown.size(), std::string(room_for_choices, 'x'));
    if (page.fits(gain_rows(negotiation, efficient, shown, widest))) {
        page.table(gain_rows(negotiation, efficient, shown, outcomes));
        return;
    }
    for (std::size_t row = 0; row < shown.size(); ++row) {
        const auto gain = [&](std::size_t column) {
            return gain_text(efficient, shown[row], column);
        };
        page.item(mark_of(efficient, shown[row]),
                  by_party(negotiation, efficient, gain) + " - " + outcomes[row]);
    }
}

/// How many are shown, how these were chosen, and where the others are.
void put_shown(const EfficientOutcomes& efficient, std::size_t shown, Page& page) {
    const Frontier& frontier = efficient.frontier;
    if (shown == frontier.size) {
        return;
    }
    std::string text = "Shown are " + count_text(shown) + " of " + count_text(frontier.size) +
                       ", evenly spread over the list in order of gains; ";
    if (shown < frontier.points.size()) {
        text += "-v or --format json shows " + count_text(frontier.points.size());
        text += frontier.points.size() < frontier.size ? ", and " : "";
    }
    if (frontier.points.size() < frontier.size) {
        text += "--list COUNT lists more of them";
    }
    page.line(text + ".");
}

/// How many of the list are accepted, as the central reading has it.
void put_accepted(const EfficientOutcomes& efficient, Page& page) {
    const auto& points = efficient.frontier.points;
    if (efficient.zone_only) {
        return;
    }
    const auto accepted = static_cast<std::size_t>(
        std::count_if(points.begin(), points.end(),
                      [&](const EfficientPoint& point) { return is_accepted(efficient, point); }));
    const std::string of_all = " of the " + count_text(points.size()) + " listed";
    if (accepted == 0) {
        page.line("None" + of_all + " is accepted by the agreement rule.");
    } else if (accepted == points.size()) {
        page.line("All of these are accepted by the agreement rule (*).");
    } else {
        page.line(count_text(accepted) + of_all + (accepted == 1 ? " is" : " are") +
                  " accepted by the agreement rule (*); --zone lists what it accepts.");
    }
}

void put_outcomes(const Case& negotiation, const EfficientOutcomes& efficient, Page& page) {
    const auto& points = efficient.frontier.points;
    const OutcomesApart apart = listed_outcomes(negotiation, efficient);
    const std::string in_all = apart.common(most_listed);
    page.heading("GAINS");
    page.line("Over what each has without agreement" + less_supposed(negotiation) +
              ", in its own points" +
              (in_all.empty() ? "." : "; in all of these, " + in_all + "."));
    put_accepted(efficient, page);
    const std::vector<std::size_t> shown = evenly_spread(points.size(), page.most(most_shown));
    put_shown(efficient, shown.size(), page);
    put_rows(negotiation, efficient, apart, shown, page);
}

std::string plot_text(const Case& negotiation, const EfficientOutcomes& efficient,
                      const PlotColumns& columns, std::size_t width) {
    std::string text;
    for (const std::string& line : plot_lines(negotiation, efficient, columns, width)) {
        text += line + "\n";
    }
    text +=
        "o one outcome, # several, dotted: without agreement" + less_supposed(negotiation) + ".\n";
    if (const std::string remark = drawing_remark(efficient); !remark.empty()) {
        text += remark + "\n";
    }
    if (efficient.listed_table().columns.size() > 2) {
        text += "What other parties gain is not seen here.\n";
    }
    return text;
}

} // namespace

std::string frontier_text(const Case& negotiation, const EfficientOutcomes& efficient,
                          const std::optional<PlotColumns>& plotted, const ScreenOptions& options,
                          const std::string& more) {
    Page page(options);
    page.title(case_heading(negotiation));
    put_answer(negotiation, efficient, page);
    put_reading(efficient, page);
    std::string plot;
    if (!efficient.frontier.points.empty()) {
        put_outcomes(negotiation, efficient, page);
        if (plotted) {
            plot = "\n" + plot_text(negotiation, efficient, *plotted, page.width());
        }
    }
    put_solutions(negotiation, efficient, page);
    put_formalities(negotiation, formalities_of(negotiation, std::nullopt), page);
    Page foot(options);
    foot.paragraph(
        "Efficient says nothing about fair. Each party's points are its own; a line that compares "
        "or adds those of several parties says so. More: check, score");
    return page.text() + plot + (plot.empty() || more.empty() ? "" : "\n") + more + foot.text();
}

} // namespace unbracket
