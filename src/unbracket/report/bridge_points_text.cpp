#include "unbracket/report/bridge_sections.hpp"
#include "unbracket/report/outcomes_apart.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

// Movements in points as rows, with bars where they fit: each party's on its own scale, since
// points of different parties cannot be compared. Below them the outcomes they open, which is what
// a reader judges; what all of those share is said once. Where rows are left out, as many are shown
// of each set of limits that is opened, whoever entered it.

namespace unbracket::screen {

namespace {

constexpr std::size_t widest_bar = 10;
constexpr std::size_t narrowest_bar = 3;

/// The burden beside the party's largest one of the list: `####......`. Only the largest fills it,
/// and nothing but 0 leaves it empty.
std::string bar(const Rational& points, const Rational& largest, std::size_t width) {
    std::size_t filled = 0;
    if (largest.sign() > 0) {
        const auto share =
            (points * Rational(static_cast<std::int64_t>(width)) / largest).floor_to_int64();
        filled = static_cast<std::size_t>(
            std::max<std::int64_t>(share.value_or(0), points.sign() > 0 ? 1 : 0));
    }
    return std::string(filled, '#') + std::string(width - filled, '.');
}

Rational largest_of(const Bridge& bridge) {
    return *std::max_element(bridge.burden.begin(), bridge.burden.end());
}

/// The first row whose largest burden is the smallest one, if it is listed.
std::optional<std::size_t> smallest_row(const BridgeList& list) {
    const auto& least = list.smallest_largest;
    if (!least || least->burden.empty()) {
        return std::nullopt;
    }
    const auto at = std::find_if(list.bridges.begin(), list.bridges.end(), [&](const Bridge& row) {
        return row.opened == least->opened && largest_of(row) == largest_of(*least);
    });
    return at == list.bridges.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(at - list.bridges.begin()));
}

/// Positions of the rows shown where only so many are: that which keeps the largest burden small,
/// then one of each set opened, then another, and so on. A shorter choice is part of a longer one.
std::vector<std::size_t> chosen_rows(const BridgeList& list, std::size_t most) {
    const std::vector<Bridge>& rows = list.bridges;
    std::vector<std::size_t> rounds(rows.size(), 1), chosen(rows.size());
    for (std::size_t row = 1; row < rows.size(); ++row) {
        rounds[row] = rows[row].opened == rows[row - 1].opened ? rounds[row - 1] + 1 : 1;
    }
    if (const auto smallest = smallest_row(list)) {
        rounds[*smallest] = 0;
    }
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](std::size_t a, std::size_t b) { return rounds[a] < rounds[b]; });
    chosen.resize(std::min(chosen.size(), most));
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

/// `Rows 1 to 5`, `Rows 1, 2 and 13`
std::string rows_text(const std::vector<std::size_t>& rows) {
    std::vector<std::string> numbers;
    for (const std::size_t row : rows) {
        numbers.push_back(std::to_string(row + 1));
    }
    const bool is_range = rows.size() > 2 && rows.back() - rows.front() + 1 == rows.size();
    return "Rows " +
           (is_range ? numbers.front() + " to " + numbers.back() : listed(numbers, numbers.size()));
}

class PointsSection {
public:
    PointsSection(const Movements& movements, Page& page)
        : case_(movements.negotiation), result_(movements.result), page_(page),
          shown_(chosen_rows(result_.list, page.most(12))) {}

    void put() {
        page_.heading("POINTS");
        const auto& bridges = result_.list.bridges;
        if (bridges.empty()) {
            put_none();
            return;
        }
        page_.line("Each row is one movement" +
                   std::string(case_.supposed_less.empty() ? "" : ", on top of what is supposed") +
                   ": how many points less than it has without agreement a party would accept, or "
                   "be compensated by.");
        put_table(bridges);
        put_strict();
        put_rest(bridges.size(), shown_.size(), ending(), page_);
        put_sets();
        put_order(bridges);
        put_smallest_largest();
        put_opens(bridges);
    }

private:
    void put_none() {
        if (!result_.list.is_complete()) {
            page_.line("No movement was found within the budget; there may be some.");
            return;
        }
        const std::vector<std::string> obstacles = unmoved_obstacles({case_, result_}, page_);
        page_.line("Nothing that parties could accept less of is enough, whatever limits are "
                   "opened." +
                   (obstacles.empty() ? std::string()
                                      : " No movement changes this: " +
                                            listed_apart(obstacles, obstacles.size()) + "."));
    }

    void put_strict() {
        const std::vector<PartyId> strict = strictly_judged(case_, result_.appraisal);
        if (!strict.empty()) {
            page_.line("What binds of " + party_names(case_, strict) +
                       " excludes equality: where that is what stops it, the points shown are a "
                       "limit, and it would have to accept less by more than that, however "
                       "little more.");
        }
    }

    Ending ending() const {
        const std::size_t count = result_.list.bridges.size();
        return {result_.list.end, count < result_.most_bridges
                                      ? sets_are_full()
                                      : "The list ends with " + std::to_string(count) +
                                            ", as many as it may hold; there may be others."};
    }

    /// Which sets of limits have rows that are not shown, or may have others; where there is but
    /// one, all that was said.
    void put_sets() {
        const std::vector<OpenedSet>& sets = result_.list.sets;
        std::vector<std::string> notes;
        std::size_t row = 0;
        for (const OpenedSet& set : sets) {
            const auto hidden = set.listed - static_cast<std::size_t>(std::count_if(
                                                 shown_.begin(), shown_.end(), [&](std::size_t at) {
                                                     return at >= row && at < row + set.listed;
                                                 }));
            row += set.listed;
            if (hidden > 0 || set.end != ListEnd::complete) {
                notes.push_back(opened_text(case_, set.entries) + ": " + left_out(set, hidden));
            }
        }
        if (sets.size() < 2 || notes.empty()) {
            return;
        }
        page_.line("Of these sets of limits not all rows stand here:");
        const std::size_t named = std::min({notes.size(), page_.most(4), result_.most_bridges});
        for (std::size_t at = 0; at < named; ++at) {
            page_.item("-", notes[at] + ".");
        }
        if (named < notes.size()) {
            page_.item("-", counted(notes.size() - named, "other set", "other sets") + ".");
        }
    }

    static std::string left_out(const OpenedSet& set, std::size_t hidden) {
        const std::string shown = std::to_string(hidden) + " not shown";
        if (set.end == ListEnd::complete) {
            return shown;
        }
        return (hidden > 0 ? shown + "; " : std::string()) +
               (set.listed == 0 ? "there may be some" : "there may be others");
    }

    /// In which order the list came. It depends on the numbers entered, never on names.
    void put_order(const std::vector<Bridge>& bridges) {
        if (bridges.size() < 2) {
            return;
        }
        const bool is_one_group = bridges.front().opened == bridges.back().opened;
        page_.line((is_one_group
                        ? "Rows stand in ascending order of"
                        : "Rows that open the same stand together, in ascending order of") +
                   std::string(" one party's points after another's: ") +
                   party_names(case_, result_.row_order) +
                   ". Who comes first there follows from the numbers entered and says nothing "
                   "about a party.");
    }

    /// Of the movement that keeps the largest burden small: its row, or what it opens.
    std::string smallest_name(const Bridge& bridge) const {
        const auto row = smallest_row(result_.list);
        if (!row) {
            return bridge.opened.empty()
                       ? "One movement"
                       : "With this opened: " + opened_text(case_, bridge.opened) +
                             ": one movement";
        }
        const bool is_shown = std::binary_search(shown_.begin(), shown_.end(), *row);
        return "Row " + std::to_string(*row + 1) + (is_shown ? "" : " (shown with -v)");
    }

    void put_smallest_largest() {
        const auto& least = result_.list.smallest_largest;
        if (!least || least->burden.size() < 2) {
            return;
        }
        page_.line(smallest_name(*least) + " keeps every party at or below " +
                   points_text(largest_of(*least)) +
                   (result_.list.smallest_largest_is_proved
                        ? ", each in its own points; none keeps all below that."
                        : ", each in its own points; whether one keeps all below that was not "
                          "decided within the budget."));
    }

    /// The outcomes of the first rows.
    void put_opens(const std::vector<Bridge>& bridges) {
        const std::vector<std::size_t> rows = chosen_rows(result_.list, page_.most(5));
        std::vector<Outcome> outcomes;
        for (const std::size_t row : rows) {
            outcomes.push_back(bridges[row].outcome);
        }
        const OutcomesApart apart(case_, std::move(outcomes));
        page_.heading("OPENS");
        const std::string common = apart.common(page_.most(most_issues));
        if (!common.empty()) {
            page_.line((rows.size() < bridges.size() ? rows_text(rows) : "All rows") + ": " +
                       common + ".");
        }
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const std::string own = apart.own(at, page_.most(most_issues));
            if (!own.empty()) {
                page_.item(std::to_string(rows[at] + 1), own + ".");
            }
        }
        if (rows.size() < bridges.size()) {
            page_.line("What the other rows open: -v.");
        }
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

    using Rows = std::vector<std::vector<std::string>>;

    /// The numbers with bars of that width, or without; no headings, no limits.
    Rows burden_rows(const std::vector<Bridge>& bridges, std::size_t width) const {
        const std::vector<Rational> largest = largest_burdens();
        Rows rows;
        for (const std::size_t row : shown_) {
            rows.push_back({std::to_string(row + 1)});
            for (std::size_t at = 0; at < largest.size(); ++at) {
                const Rational& points = bridges[row].burden[at];
                const std::string drawn = width == 0 ? "" : bar(points, largest[at], width) + " ";
                rows.back().push_back(drawn + number_text(points));
            }
        }
        return rows;
    }

    std::vector<std::string> counted_names() const {
        std::vector<std::string> names;
        for (const PartyId party : case_.agreement.counted) {
            names.push_back(case_.party(party).name);
        }
        return names;
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
            Rows rows = head_rows(counted_names(), body);
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
        for (const std::size_t row : shown_) {
            std::vector<std::string> parts;
            for (std::size_t at = 0; at < bridges[row].burden.size(); ++at) {
                if (bridges[row].burden[at].sign() != 0) {
                    parts.push_back(case_.party(case_.agreement.counted[at]).name + " " +
                                    number_text(bridges[row].burden[at]));
                }
            }
            const std::string opened = bridges[row].opened.empty()
                                           ? ""
                                           : "; opened: " + opened_text(case_, bridges[row].opened);
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
            const std::size_t first = rows->size() - shown_.size();
            for (std::size_t at = 0; at < shown_.size(); ++at) {
                (*rows)[first + at].push_back(opened_text(case_, bridges[shown_[at]].opened));
            }
        }
        if (holds_bars(*rows)) {
            page_.line("A full bar is the party's largest movement of this list.");
        }
        page_.table(*rows);
    }

    const Case& case_;
    const BridgesResult& result_;
    Page& page_;
    std::vector<std::size_t> shown_; // rows of the list
};

} // namespace

void put_points(const Movements& movements, Page& page) {
    PointsSection(movements, page).put();
}

} // namespace unbracket::screen
