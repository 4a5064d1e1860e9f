#include "unbracket/report/show_table.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::showing {

namespace {

constexpr std::size_t least_column = 14;
constexpr std::size_t widest_name = 24;
constexpr std::size_t gap = 2;

/// Width of the column of names: what the longest needs, but no more than a third of the room.
std::size_t name_width(const Page& page, const std::vector<Row>& rows) {
    std::size_t widest = 0;
    for (const Row& row : rows) {
        widest = std::max(widest, column_count(row.name) + gap);
    }
    return std::min({widest, widest_name, room_of(page) / 3});
}

bool rates_something(const Case& negotiation, PartyId party) {
    return std::any_of(negotiation.issues.begin(), negotiation.issues.end(),
                       [party](const Issue& issue) { return issue.of(party) != nullptr; });
}

std::vector<std::string> row_cells(const Row& row, std::size_t first, std::size_t last) {
    std::vector<std::string> cells = {row.name};
    for (std::size_t i = first; i < last; ++i) {
        const std::string cell = row.cell(i);
        cells.push_back(cell.empty() ? "-" : cell);
    }
    return cells;
}

bool is_empty(const Row& row, std::size_t columns) {
    for (std::size_t i = 0; i < columns; ++i) {
        if (!row.cell(i).empty()) {
            return false;
        }
    }
    return true;
}

} // namespace

void begin_section(Page& page, std::string_view heading) {
    page.paragraph("");
    page.heading(heading);
}

std::size_t room_of(const Page& page) {
    constexpr std::size_t heading_width = 10;
    return page.width() - heading_width;
}

void put_cells(Page& page, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(wrapped(cells[i], widths[i] - gap));
        height = std::max(height, columns.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string row;
        for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
            const std::string cell = line < columns[i].size() ? columns[i][line] : std::string();
            row += cell + std::string(widths[i] - std::min(widths[i], column_count(cell)), ' ');
        }
        const std::vector<std::string>& last = columns.back();
        const std::string text = line < last.size() ? last[line] : std::string();
        if (row.empty()) {
            page.line(text);
        } else {
            row.pop_back(); // the page puts one blank behind it
            page.item(row, text);
        }
    }
}

void put_table(Page& page, const std::vector<std::string>& columns, const std::vector<Row>& rows) {
    const std::size_t names = name_width(page, rows);
    const std::size_t space = room_of(page) - names;
    const std::size_t at_a_time =
        std::clamp<std::size_t>(space / least_column, 1, std::max<std::size_t>(1, columns.size()));
    std::vector<std::size_t> widths(at_a_time + 1, space / at_a_time);
    widths[0] = names;
    std::vector<const Row*> filled;
    for (const Row& row : rows) {
        if (!is_empty(row, columns.size())) {
            filled.push_back(&row);
        }
    }
    for (std::size_t first = 0; first < columns.size(); first += at_a_time) {
        const std::size_t last = std::min(columns.size(), first + at_a_time);
        std::vector<std::string> header = {""};
        header.insert(header.end(), columns.begin() + static_cast<std::ptrdiff_t>(first),
                      columns.begin() + static_cast<std::ptrdiff_t>(last));
        put_cells(page, header, widths);
        for (const Row* row : filled) {
            put_cells(page, row_cells(*row, first, last), widths);
        }
    }
}

std::vector<PartyId> shown_parties(const Case& negotiation) {
    std::vector<PartyId> shown;
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        if (negotiation.is_counted(PartyId(i)) || rates_something(negotiation, PartyId(i))) {
            shown.emplace_back(i);
        }
    }
    return shown;
}

std::vector<std::string> names_of(const Case& negotiation, const std::vector<PartyId>& parties) {
    std::vector<std::string> names;
    for (const PartyId party : parties) {
        names.push_back(negotiation.party(party).name);
    }
    return names;
}

std::string with_basis(const Case& negotiation, EntryId entry, std::string text) {
    switch (negotiation.entry(entry).basis) {
    case Basis::reported:
        return std::move(text) + "*";
    case Basis::inferred:
        return std::move(text) + "~";
    case Basis::assumed:
        break;
    }
    return text;
}

} // namespace unbracket::showing
