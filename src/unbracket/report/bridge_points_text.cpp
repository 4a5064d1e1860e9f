#include "unbracket/report/bridge_sections.hpp"
#include "unbracket/report/outcomes_apart.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <optional>

// Movements in points as rows, with bars where they fit: each party's on its own scale, since
// points of different parties cannot be compared. Below them the outcomes they open, which is what
// a reader judges; what all of those share is said once.

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

class PointsSection {
public:
    PointsSection(const Movements& movements, Page& page)
        : case_(movements.negotiation), result_(movements.result), page_(page),
          most_shown_(page.most(12)) {}

    void put() {
        page_.heading("POINTS");
        const auto& bridges = result_.list.bridges;
        if (bridges.empty()) {
            put_none();
            return;
        }
        page_.line("Each row is one movement: how many points less than it has without agreement a "
                   "party would accept, or be compensated by.");
        put_table(bridges);
        put_rest(bridges.size(), most_shown_, end(), page_);
        put_order(bridges);
        put_smallest_largest();
        put_opens(bridges);
    }

private:
    void put_none() {
        if (!result_.list.is_complete) {
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

    ListEnd end() const {
        if (result_.list.is_complete) {
            return ListEnd::complete;
        }
        return result_.list.bridges.size() < result_.most_bridges ? ListEnd::cut : ListEnd::full;
    }

    /// In which order the list came. It depends on the numbers entered, never on names.
    void put_order(const std::vector<Bridge>& bridges) {
        if (bridges.size() < 2) {
            return;
        }
        std::vector<PartyId> parties = case_.agreement.counted;
        DataOrder(case_, result_.appraisal).sort(parties);
        const bool is_one_group = bridges.front().opened == bridges.back().opened;
        page_.line(
            (is_one_group ? "Rows stand in ascending order of"
                          : "Rows that open the same stand together, in ascending order of") +
            std::string(" one party's points after another's: ") + party_names(case_, parties) +
            ". Who comes first there follows from the numbers entered and says nothing "
            "about a party.");
    }

    static Rational largest_of(const Bridge& bridge) {
        return *std::max_element(bridge.burden.begin(), bridge.burden.end());
    }

    /// The first row whose largest burden is that of the movement, if one is listed.
    std::string row_of(const Bridge& bridge) const {
        const auto& bridges = result_.list.bridges;
        const auto at = std::find_if(bridges.begin(), bridges.end(), [&](const Bridge& listed) {
            return listed.opened == bridge.opened && largest_of(listed) == largest_of(bridge);
        });
        const auto row = static_cast<std::size_t>(at - bridges.begin());
        if (row == bridges.size()) {
            return "One movement";
        }
        return "Row " + std::to_string(row + 1) + (row < most_shown_ ? "" : " (shown with -v)");
    }

    void put_smallest_largest() {
        const auto& least = result_.list.smallest_largest;
        if (!least || least->burden.size() < 2) {
            return;
        }
        page_.line(row_of(*least) + " keeps every party at or below " +
                   points_text(largest_of(*least)) +
                   (result_.list.smallest_largest_is_proved
                        ? ", each in its own points; none keeps all below that."
                        : ", each in its own points; whether one keeps all below that was not "
                          "decided within the budget."));
    }

    /// The outcomes of the first rows.
    void put_opens(const std::vector<Bridge>& bridges) {
        const std::size_t shown = std::min(bridges.size(), page_.most(5));
        std::vector<Outcome> outcomes;
        for (std::size_t row = 0; row < shown; ++row) {
            outcomes.push_back(bridges[row].outcome);
        }
        const OutcomesApart apart(case_, std::move(outcomes));
        page_.heading("OPENS");
        const std::string common = apart.common(page_.most(most_issues));
        if (!common.empty()) {
            page_.line((shown < bridges.size() ? "Rows 1 to " + std::to_string(shown) + ": "
                                               : std::string("All rows: ")) +
                       common + ".");
        }
        for (std::size_t row = 0; row < shown; ++row) {
            const std::string own = apart.own(row, page_.most(most_issues));
            if (!own.empty()) {
                page_.item(std::to_string(row + 1), own + ".");
            }
        }
        if (shown < bridges.size()) {
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
            const std::size_t first = rows->size() - std::min(bridges.size(), most_shown_);
            for (std::size_t row = first; row < rows->size(); ++row) {
                (*rows)[row].push_back(opened_text(case_, bridges[row - first].opened));
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
    std::size_t most_shown_;
};

} // namespace

void put_points(const Movements& movements, Page& page) {
    PointsSection(movements, page).put();
}

} // namespace unbracket::screen
