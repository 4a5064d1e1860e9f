#include "unbracket/report/bridge_text.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"

#include <algorithm>
#include <optional>

// What would open an agreement, side by side and unranked. The words are those of movements, not of
// concessions: nobody is told to make one, and no party's no-agreement value is touched.

namespace unbracket {

namespace {

constexpr std::size_t widest_bar = 10;
constexpr std::size_t narrowest_bar = 3;

std::string points_text(const Rational& points) {
    return number_text(points) + (points == Rational(1) ? " point" : " points");
}

/// The burden beside the party's largest one of the list: `####......`.
std::string bar(const Rational& points, const Rational& largest, std::size_t width) {
    std::size_t filled = 0;
    if (largest.sign() > 0) {
        const auto share =
            (points * Rational(static_cast<std::int64_t>(width)) / largest).ceil_to_int64();
        filled = static_cast<std::size_t>(share.value_or(0));
    }
    return std::string(filled, '#') + std::string(width - filled, '.');
}

std::string longest_word(const std::string& name) {
    std::string longest;
    for (std::size_t start = 0; start <= name.size();) {
        const std::size_t end = std::min(name.find(' ', start), name.size());
        const std::string word = name.substr(start, end - start);
        longest = column_count(word) > column_count(longest) ? word : longest;
        start = end + 1;
    }
    return longest;
}

class BridgePage {
public:
    BridgePage(const Case& negotiation, const BridgesResult& result, Page& page)
        : case_(negotiation), result_(result), page_(page), most_shown_(page.most(12)) {}

    void put() {
        put_norms();
        put_answer();
        put_openings();
        put_points();
        put_alone();
        put_totals();
        put_effects();
        put_curve();
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

    void put_answer() {
        page_.heading("ANSWER");
        switch (kind_of(result_.verdict)) {
        case VerdictKind::agreement:
            page_.line("No movement is needed: in this file a combination is acceptable in every "
                       "reading to all who have to agree.");
            return;
        case VerdictKind::undecided:
            page_.line("Not decided within the budget. Allow a longer search: --nodes N.");
            return;
        case VerdictKind::contradiction:
            page_.line("What is entered about a party contradicts itself; see check.");
            return;
        case VerdictKind::no_agreement:
        case VerdictKind::depends:
            break;
        }
        const std::string end = result_.certainty == Certainty::possible
                                    ? "acceptable in some reading"
                                    : "acceptable in every reading";
        page_.line("These are movements after which a combination is " + end +
                   " to all who have to agree. They are not ranked: points of different parties "
                   "cannot be compared, and none of them is advice.");
    }

    std::string opened_text(const std::vector<EntryId>& entries) const {
        std::vector<std::string> names;
        for (const EntryId entry : entries) {
            names.push_back(entry_with_basis(case_, entry));
        }
        return listed_apart(names);
    }

    void put_openings() {
        if (!is_open()) {
            return;
        }
        page_.heading("LIMITS");
        const auto& openings = result_.list.openings;
        if (openings.empty()) {
            page_.line(result_.list.openings_are_complete
                           ? "Opening red lines, limits and rules alone is not enough, whichever."
                           : "No set of limits that is enough was found within the budget.");
            return;
        }
        page_.line("Without any movement in points, each of these openings is enough:");
        for (std::size_t at = 0; at < std::min(openings.size(), most_shown_); ++at) {
            page_.item(std::to_string(at + 1), opened_text(openings[at].entries) + ".");
        }
        put_rest(openings.size(), result_.list.openings_are_complete);
    }

    void put_rest(std::size_t count, bool is_complete) {
        if (count > most_shown_) {
            page_.line(std::to_string(count - most_shown_) + " more: -v, or --format json.");
        }
        page_.line(is_complete ? "These are all." : "There may be others.");
    }

    std::vector<Rational> largest_burdens() const {
        std::vector<Rational> largest(case_.agreement.counted.size());
        for (const Bridge& bridge : result_.list.bridges) {
            for (std::size_t at = 0; at < largest.size(); ++at) {
                largest[at] = std::max(largest[at], bridge.burden[at]);
            }
        }
        return largest;
    }

    void put_points() {
        if (!is_open()) {
            return;
        }
        page_.heading("POINTS");
        const auto& bridges = result_.list.bridges;
        if (bridges.empty()) {
            page_.line(result_.list.is_complete
                           ? "Nothing that parties could accept less of is enough, whatever limits "
                             "are opened: norms or a refusal stand in the way."
                           : "No movement was found within the budget.");
            return;
        }
        page_.line("Each row is one movement: how many points less than it has without agreement a "
                   "party would accept, or be compensated by.");
        put_table(bridges);
        put_rest(bridges.size(), result_.list.is_complete);
        if (result_.list.smallest_largest) {
            page_.line("In points as they stand, the largest of a party's movements can be as "
                       "small as " +
                       points_text(*std::max_element(result_.list.smallest_largest->burden.begin(),
                                                     result_.list.smallest_largest->burden.end())) +
                       (result_.list.smallest_largest_is_proved ? "." : " (perhaps smaller)."));
        }
    }

    using Rows = std::vector<std::vector<std::string>>;

    /// The numbers with bars of that width, or without; no headings, no limits.
    Rows burden_rows(const std::vector<Bridge>& bridges, std::size_t width) const {
        const std::vector<Rational> largest = largest_burdens();
        Rows rows;
        for (std::size_t row = 0; row < std::min(bridges.size(), most_shown_); ++row) {
            rows.push_back({std::to_string(row + 1)});
            for (std::size_t at = 0; at < largest.size(); ++at) {
                const Rational& points = bridges[row].burden[at];
                const std::string drawn = width == 0 ? "" : bar(points, largest[at], width) + " ";
                rows.back().push_back(drawn + number_text(points));
            }
        }
        return rows;
    }

    /// Names over the numbers, broken between words so that no column gets wider by them.
    Rows head_rows(const Rows& body) const {
        std::vector<std::vector<std::string>> columns;
        std::size_t height = 0;
        for (std::size_t at = 0; at < case_.agreement.counted.size(); ++at) {
            const std::string& name = case_.party(case_.agreement.counted[at]).name;
            std::size_t width = column_count(longest_word(name));
            for (const auto& row : body) {
                width = std::max(width, column_count(row[at + 1]));
            }
            columns.push_back(wrapped(name, width));
            height = std::max(height, columns.back().size());
        }
        Rows heads(height, {""});
        for (std::size_t line = 0; line < height; ++line) {
            for (const auto& column : columns) {
                heads[line].push_back(line < column.size() ? column[line] : "");
            }
        }
        return heads;
    }

    static bool holds_bars(const Rows& rows) { return rows.back()[1].find_first_of("#.") == 0; }

    /// With the widest bars that fit on the page beside the numbers, no word of a name cut; nothing
    /// where not even the numbers fit.
    std::optional<Rows> fitting_rows(const std::vector<Bridge>& bridges,
                                     std::size_t reserved) const {
        for (std::size_t width = widest_bar + 1; width-- > 0;) {
            if (width > 0 && width < narrowest_bar) {
                continue;
            }
            const Rows body = burden_rows(bridges, width);
            Rows rows = head_rows(body);
            rows.insert(rows.end(), body.begin(), body.end());
            rows.push_back(std::vector<std::string>(rows.front().size()));
            rows.back().push_back(std::string(reserved, 'x'));
            if (page_.fits(rows)) {
                rows.pop_back();
                return rows;
            }
        }
        return std::nullopt;
    }

    /// For more parties than have room side by side: only those that would move.
    void put_as_sentences(const std::vector<Bridge>& bridges) {
        for (std::size_t row = 0; row < std::min(bridges.size(), most_shown_); ++row) {
            std::vector<std::string> parts;
            for (std::size_t at = 0; at < bridges[row].burden.size(); ++at) {
                if (bridges[row].burden[at].sign() != 0) {
                    parts.push_back(case_.party(case_.agreement.counted[at]).name + " " +
                                    number_text(bridges[row].burden[at]));
                }
            }
            const std::string opened =
                bridges[row].opened.empty() ? "" : "; opened: " + opened_text(bridges[row].opened);
            page_.item(std::to_string(row + 1), listed(parts, parts.size()) + opened + ".");
        }
    }

    void put_table(const std::vector<Bridge>& bridges) {
        const bool opens = std::any_of(bridges.begin(), bridges.end(),
                                       [](const Bridge& bridge) { return !bridge.opened.empty(); });
        constexpr std::size_t room_for_limits = 24;
        std::optional<Rows> rows = fitting_rows(bridges, opens ? room_for_limits : 0);
        if (!rows) {
            put_as_sentences(bridges);
            return;
        }
        if (opens) {
            rows->front().emplace_back("with this opened");
            const std::size_t first = rows->size() - std::min(bridges.size(), most_shown_);
            for (std::size_t row = first; row < rows->size(); ++row) {
                (*rows)[row].push_back(opened_text(bridges[row - first].opened));
            }
        }
        if (holds_bars(*rows)) {
            page_.line("A full bar is the party's largest movement of this list.");
        }
        page_.table(*rows);
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
                page_.item("-", name + ": nothing it alone could bear is enough" +
                                    (alone.is_proved ? "." : ", as far as was searched."));
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
            const std::string lead = least.bridge.opened.empty()
                                         ? "The smallest total is "
                                         : "With this opened: " + opened_text(least.bridge.opened) +
                                               ": the smallest total is ";
            page_.item("-", lead + points_text(least.total) + (least.is_proved ? "" : " or less") +
                                ": " + burden_text(least.bridge) + ".");
        }
        if (result_.list.least_totals.empty() && result_.list.least_totals_are_complete) {
            page_.line("There is none: nothing that parties could accept less of is enough.");
        } else if (!result_.list.least_totals_are_complete) {
            page_.line("There may be others.");
        }
    }

    std::string effect_text(const LimitEffect& effect) const {
        std::vector<std::string> parts;
        for (const PartyBest& own : effect.best) {
            parts.push_back(case_.party(own.party).name + " " +
                            (own.gain ? number_text(*own.gain) : std::string("none")));
        }
        std::string text = "gain at best: " + listed_apart(parts, parts.size());
        if (!effect.smallest_gain) {
            return text + "; no combination keeps to the other limits";
        }
        const bool is_short = effect.smallest_gain->sign() < 0;
        return text +
               (is_short ? "; smallest shortfall of the worst off " : "; best smallest gain ") +
               number_text(is_short ? -*effect.smallest_gain : *effect.smallest_gain);
    }

    static bool differs(const LimitEffect& a, const LimitEffect& b) {
        const bool same_best =
            std::equal(a.best.begin(), a.best.end(), b.best.begin(),
                       [](const PartyBest& x, const PartyBest& y) { return x.gain == y.gain; });
        return !same_best || a.smallest_gain != b.smallest_gain;
    }

    void put_effects() {
        if (result_.effects.empty()) {
            return;
        }
        const LimitEffect& entered = result_.effects.front();
        page_.heading("EFFECTS");
        page_.item("-", "As entered: " + effect_text(entered) + ".");
        std::vector<std::string> idle;
        for (const LimitEffect& effect : result_.effects) {
            if (!effect.entry) {
                continue;
            }
            if (differs(effect, entered)) {
                page_.item("-", "Without " + entry_with_basis(case_, *effect.entry) + ": " +
                                    effect_text(effect) + ".");
            } else {
                idle.push_back(entry_phrase(case_, *effect.entry));
            }
        }
        if (!idle.empty()) {
            page_.line("No effect alone: " + listed_apart(idle) + ".");
        }
    }

    void put_curve() {
        if (!result_.curve) {
            return;
        }
        page_.heading("CURVE");
        std::vector<std::vector<std::string>> rows = {{"own gain", "smallest gain of the others"}};
        for (const GainStep& step : result_.curve->steps) {
            rows.push_back({number_text(step.own), number_text(step.others)});
        }
        page_.table(rows);
        page_.line(result_.curve->is_complete ? "These are all steps." : "There are more steps.");
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
    Page& page_;
    std::size_t most_shown_;
};

} // namespace

std::string bridge_text(const LoadedCase& loaded, const BridgesResult& result,
                        const ScreenOptions& options) {
    Page page(options);
    page.title(case_heading(loaded.negotiation));
    BridgePage(loaded.negotiation, result, page).put();
    page.paragraph("A movement is asked of what a party accepts, not of what it has without "
                   "agreement. More: why, check, score");
    return page.text();
}

} // namespace unbracket
