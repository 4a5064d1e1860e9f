#include "unbracket/report/bridge_text.hpp"

#include "unbracket/report/bridge_sections.hpp"
#include "unbracket/report/outcomes_apart.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/robust/answer_facts.hpp"

#include <algorithm>

// What would open an agreement, side by side and unranked. The words are those of movements, not of
// concessions: nobody is told to make one, and no party's no-agreement value is touched.

namespace unbracket {

namespace screen {

std::string opened_text(const Case& negotiation, const std::vector<EntryId>& entries) {
    std::vector<std::string> names;
    for (const EntryId entry : entries) {
        names.push_back(entry_with_basis(negotiation, entry));
    }
    return listed_apart(names);
}

std::string sets_are_full() {
    return "The search ends at " + count_text(most_opened_sets) +
           " sets of limits, or conflicts; there may be others.";
}

void put_rest(std::size_t count, std::size_t shown, const Ending& ending, Page& page) {
    const std::string hidden =
        count > shown ? ", " + std::to_string(count - shown) + " not shown: -v" : "";
    const std::string found =
        hidden.empty() ? "" : std::to_string(count) + " found" + hidden + ". ";
    switch (ending.end) {
    case ListEnd::complete:
        page.line(hidden.empty() ? "These are all."
                                 : std::to_string(count) + " in all" + hidden + ".");
        return;
    case ListEnd::full:
        page.line(found + ending.when_full);
        return;
    case ListEnd::cut:
        page.line(found + "There may be others: the search was cut. Allow a longer "
                          "one: --nodes N.");
    }
}

} // namespace screen

namespace {

using screen::Movements;
using screen::opened_text;
using screen::put_rest;

class BridgePage {
public:
    BridgePage(const Case& negotiation, const BridgesResult& result, Page& page)
        : case_(negotiation), result_(result), movements_{negotiation, result}, page_(page),
          most_shown_(page.most(12)) {}

    void put() {
        put_norms();
        put_answer();
        put_openings();
        if (is_open()) {
            put_points(movements_, page_);
        }
        put_alone();
        put_totals();
        put_effects(movements_, page_);
        put_curve(movements_, page_);
        put_questions();
    }

private:
    void put_norms() {
        page_.heading("NORMS");
        page_.line(result_.has_norms
                       ? "The file holds norms; no movement here trades them away."
                       : "None are entered, so nothing here is measured against law or human "
                         "rights. Movements below may break them.");
    }

    bool is_open() const {
        const VerdictKind kind = kind_of(result_.verdict);
        return kind == VerdictKind::no_agreement || kind == VerdictKind::depends;
    }

    /// ` in every reading`; empty where there is but one.
    std::string in_readings(Certainty certainty) const {
        if (!has_several_readings(case_, result_.appraisal)) {
            return "";
        }
        return certainty == Certainty::possible ? " in some reading" : " in every reading";
    }

    void put_answer() {
        page_.heading("ANSWER");
        switch (kind_of(result_.verdict)) {
        case VerdictKind::agreement:
            page_.line("No movement is needed: in this file a combination is acceptable" +
                       in_readings(Certainty::sure) + " to all who have to agree.");
            return;
        case VerdictKind::undecided:
            page_.line("Not decided within the budget. Allow a longer search: --nodes N.");
            return;
        case VerdictKind::contradiction:
            page_.line("What is entered about a party contradicts itself; see check.");
            return;
        case VerdictKind::no_agreement:
        case VerdictKind::depends:
            put_movements();
        }
    }

    void put_movements() {
        const std::string end =
            "acceptable" + in_readings(result_.certainty) + " to all who have to agree";
        const BridgeList& list = result_.list;
        if (!list.bridges.empty() || !list.openings.empty()) {
            page_.line("After each of these movements a combination is " + end +
                       ". They are not ranked: points of different parties cannot be compared, and "
                       "none of them is advice.");
        } else if (list.is_complete() && list.openings_are_complete()) {
            page_.line("There is no movement after which a combination is " + end + ".");
        } else {
            const bool is_cut = list.end == ListEnd::cut || list.openings_end == ListEnd::cut;
            page_.line("No movement was found within the budget after which a combination is " +
                       end + "; there may be some." +
                       (is_cut ? " Allow a longer search: --nodes N." : ""));
        }
    }

    void put_openings() {
        if (!is_open()) {
            return;
        }
        page_.heading("LIMITS");
        const auto& openings = result_.list.openings;
        if (openings.empty()) {
            page_.line(none_opened());
            return;
        }
        page_.line("Without any movement in points, each of these openings is enough:");
        const std::size_t shown = std::min(openings.size(), most_shown_);
        const std::size_t with_outcomes = std::min(shown, page_.most(5));
        std::vector<Outcome> outcomes;
        for (std::size_t at = 0; at < with_outcomes; ++at) {
            outcomes.push_back(openings[at].outcome);
        }
        const OutcomesApart apart(case_, std::move(outcomes));
        for (std::size_t at = 0; at < shown; ++at) {
            const std::string own =
                at < with_outcomes ? apart.own(at, page_.most(screen::most_issues)) : std::string();
            page_.item(std::to_string(at + 1), opened_text(case_, openings[at].entries) +
                                                   (own.empty() ? "." : ". Opens: " + own + "."));
        }
        if (const std::string common = apart.common(page_.most(screen::most_issues));
            !common.empty()) {
            page_.line((with_outcomes < openings.size()
                            ? "Opened by 1 to " + std::to_string(with_outcomes) + ": "
                            : std::string("Opened by each: ")) +
                       common + ".");
        }
        if (with_outcomes < shown) {
            page_.line("What the other openings open: -v.");
        }
        put_rest(openings.size(), most_shown_, {result_.list.openings_end, screen::sets_are_full()},
                 page_);
    }

    std::string none_opened() const {
        const bool has_limits =
            std::any_of(result_.effects.begin(), result_.effects.end(),
                        [](const LimitEffect& effect) { return effect.entry.has_value(); });
        if (!has_limits) {
            return "None are entered that could be opened.";
        }
        return result_.list.openings_are_complete()
                   ? "Opening red lines, limits and rules alone is not enough, whichever."
                   : "No set of limits that is enough was found within the budget; there may be "
                     "some.";
    }

    void put_alone() {
        if (result_.list.alone.empty()) {
            return;
        }
        page_.heading("ALONE");
        for (std::size_t at = 0; at < result_.list.alone.size(); ++at) {
            const AloneBurden& alone = result_.list.alone[at];
            const std::string& name = case_.party(alone.party).name;
            if (!alone.bridge) {
                page_.item("-", name + (alone.is_proved ? ": nothing it alone could bear is enough."
                                                        : ": not decided within the budget."));
                continue;
            }
            page_.item("-", name + ": " + points_text(alone.bridge->burden[at]) +
                                (alone.is_proved ? "." : " or less."));
        }
    }

    std::string burden_text(const Bridge& bridge) const {
        std::vector<std::string> parts;
        for (std::size_t at = 0; at < bridge.burden.size(); ++at) {
            parts.push_back(case_.party(case_.agreement.counted[at]).name + " " +
                            number_text(bridge.burden[at]));
        }
        return listed(parts, parts.size());
    }

    void put_totals() {
        if (result_.sums == PointSums::left_out || !is_open()) {
            return;
        }
        page_.heading("TOTAL");
        page_.line("Asked for with --sum-points. Points of different parties are added here as if "
                   "they were one unit. They are not: who has many points on its scale weighs more "
                   "in such a total, so it shows nobody's share to be fair.");
        for (const LeastTotal& least : result_.list.least_totals) {
            const std::string lead =
                least.bridge.opened.empty()
                    ? "The smallest total is "
                    : "With this opened: " + opened_text(case_, least.bridge.opened) +
                          ": the smallest total is ";
            page_.item("-", lead + points_text(least.total) + (least.is_proved ? "" : " or less") +
                                ": " + burden_text(least.bridge) + ".");
        }
        if (result_.list.least_totals.empty() && result_.list.least_totals_are_complete) {
            page_.line("There is none: nothing that parties could accept less of is enough.");
        } else if (result_.list.least_totals.empty()) {
            page_.line("None was found within the budget; there may be some.");
        } else if (!result_.list.least_totals_are_complete) {
            page_.line("There may be others.");
        }
    }

    void put_questions() {
        if (result_.to_ask.empty()) {
            return;
        }
        std::vector<std::string> names;
        for (const EntryId entry : result_.to_ask) {
            names.push_back(entry_with_basis(case_, entry));
        }
        page_.heading("ASK");
        page_.line("No movement, but a question: some value inside its own range settles the "
                   "answer for " +
                   listed_apart(names) + ".");
    }

    const Case& case_;
    const BridgesResult& result_;
    Movements movements_;
    Page& page_;
    std::size_t most_shown_;
};

} // namespace

std::string bridge_text(const LoadedCase& loaded, const BridgesResult& result,
                        const ScreenOptions& options) {
    Page page(options);
    page.title(case_heading(loaded.negotiation));
    BridgePage(loaded.negotiation, result, page).put();
    page.paragraph(
        "A movement is about what a party accepts; what it has without agreement stays as "
        "entered. More: why, check, score");
    return page.text();
}

} // namespace unbracket
