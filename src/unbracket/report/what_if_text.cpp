#include "unbracket/report/what_if_text.hpp"

#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> row_of(const std::string& label, const Standing& standing,
                                const Standing* base, std::size_t most) {
    const std::vector<std::string> names = standing.grounds();
    const bool is_same = base != nullptr && base->has_same_grounds(standing);
    return {label, verdict_words(standing.verdict),
            count_cell(standing.count, standing.count.possible),
            count_cell(standing.count, standing.count.sure),
            is_same         ? "the same"
            : names.empty() ? "no single entry or question"
                            : listed(names, most)};
}

bool changes_verdict(const WhatIfTable& table, const WhatIfRow& row) {
    return row.standing && row.standing->verdict != table.standing.verdict;
}

void put_answer(const WhatIfTable& table, Page& page) {
    std::vector<std::string> changing;
    for (const WhatIfRow& row : table.rows) {
        if (changes_verdict(table, row)) {
            changing.push_back(row.what_if.label + ": " + verdict_words(row.standing->verdict));
        }
    }
    page.heading("ANSWER");
    const std::string as_is =
        "Under the entries as they are: " + verdict_words(table.standing.verdict) + ". ";
    page.line(changing.empty() ? as_is + "None of the what-ifs changes that."
                               : as_is + count_text(changing.size()) + " of " +
                                     counted(table.rows.size(), "what-if", "what-ifs") +
                                     (changing.size() == 1 ? " changes that: " : " change that: ") +
                                     listed_apart(changing, page.most(6)) + ".");
}

void put_table(const WhatIfTable& table, Page& page) {
    Rows rows = {{"case", "answer", "possible", "sure", "turns on"}};
    rows.push_back(row_of("as it is", table.standing, nullptr, page.most(6)));
    for (const WhatIfRow& row : table.rows) {
        if (row.standing) {
            rows.push_back(row_of(row.what_if.label, *row.standing, &table.standing, page.most(6)));
        } else {
            rows.push_back({row.what_if.label, "not decided", "", "", ""});
        }
    }
    page.heading("WHAT IF");
    page.table(rows);
}

void put_changes(const WhatIfTable& table, Page& page) {
    page.heading("CHANGED");
    for (const WhatIfRow& row : table.rows) {
        const CasePair cases{table.base.negotiation, row.what_if.changed.negotiation, "", ""};
        std::vector<std::string> lines;
        for (const EntryChange& change : row.changes.entries) {
            lines.push_back(differing::entry_line(cases, change));
        }
        const bool is_told = row.what_if.label == row.what_if.asked;
        page.item("-", row.what_if.label + (is_told ? "" : " (" + row.what_if.asked + ")") + ": " +
                           (lines.empty() ? "no entry" : listed_apart(lines, page.most(3))) + ".");
    }
}

} // namespace

std::string what_if_text(const WhatIfTable& table, const ScreenOptions& options) {
    Page page(options);
    page.title(case_heading(table.base.negotiation));
    put_answer(table, page);
    put_table(table, page);
    put_changes(table, page);
    if (table.was_stopped) {
        page.paragraph("Stopped before the end: some rows were not decided.");
    }
    page.paragraph("Each row changes the case as it is; none says what is likely. All: -v");
    return page.text();
}

std::vector<std::vector<std::string>> what_if_table(const WhatIfTable& table) {
    const auto row = [](const std::string& label, const std::string& asked,
                        const Standing& standing, const CaseChanges& changes) {
        std::string entries;
        for (const EntryChange& change : changes.entries) {
            entries += (entries.empty() ? "" : " ") + change.address;
        }
        std::string grounds;
        for (const std::string& name : standing.grounds()) {
            grounds += (grounds.empty() ? "" : " ") + name;
        }
        return std::vector<std::string>{label,
                                        asked,
                                        to_text(standing.verdict),
                                        count_cell(standing.count, standing.count.possible),
                                        count_cell(standing.count, standing.count.sure),
                                        grounds,
                                        entries};
    };
    Rows rows = {{"case", "changes", "verdict", "possible", "sure", "turns_on", "entries"}};
    rows.push_back(row("as it is", "", table.standing, {}));
    for (const WhatIfRow& one : table.rows) {
        rows.push_back(row(one.what_if.label, one.what_if.asked, one.standing.value_or(Standing{}),
                           one.changes));
    }
    return rows;
}

} // namespace unbracket
