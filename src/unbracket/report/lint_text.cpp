#include "unbracket/report/lint_text.hpp"

#include "unbracket/report/lint_layers.hpp"
#include "unbracket/report/lint_phrase.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/show_table.hpp"

#include <algorithm>

namespace unbracket {

namespace linting {

namespace {

/// A section of sentences, left out where there is nothing to say.
template <class Found>
void put_section(Page& page, const Case& negotiation, std::string_view heading,
                 const std::vector<Found>& found) {
    if (!found.empty()) {
        showing::begin_section(page, heading);
    }
    for (const Found& one : found) {
        page.item("-", sentence(negotiation, one));
    }
}

void put_unsupported(Page& page, const Case& negotiation, const LintResult& result,
                     LintDetail detail) {
    showing::begin_section(page, "NOT SAID");
    page.line(counted(result.without_statement.size(), "entry", "entries") + " of " +
              std::to_string(negotiation.entries.size()) + " without a statement" +
              (detail == LintDetail::full || result.without_statement.empty()
                   ? "."
                   : "; -v lists them."));
    if (detail == LintDetail::full) {
        for (const EntryId entry : result.without_statement) {
            page.item("-", negotiation.entry(entry).address);
        }
    }
    if (!result.idle_statements.empty()) {
        page.line("Statements that stand under nothing: " +
                  phrase::statements(negotiation, result.idle_statements) + ".");
    }
}

void put_bare_numbers(Page& page, const Case& negotiation, const LintResult& result,
                      LintDetail detail) {
    if (result.bare_numbers.empty()) {
        return;
    }
    const bool is_full = detail == LintDetail::full;
    showing::begin_section(page, "BARE");
    page.line(counted(result.bare_numbers.size(), "single number", "single numbers") +
              " without a statement, where a range would say how far it is known" +
              (is_full ? "." : "; -v lists them."));
    for (std::size_t i = 0; is_full && i < result.bare_numbers.size(); ++i) {
        page.item("-", negotiation.entry(result.bare_numbers[i]).address);
    }
}

void put_unused(Page& page, const LintResult& result) {
    if (!result.unused.empty()) {
        showing::begin_section(page, "UNUSED");
    }
    for (const Unused& unused : result.unused) {
        page.item("-", sentence(unused));
    }
}

std::string limit_text(const Case& negotiation, EntryId id, const std::string& remark) {
    const Entry& entry = negotiation.entry(id);
    const std::string_view firmness = phrase::name(entry.firmness);
    return phrase::hard_limit(negotiation, id) + " (" + std::string(phrase::name(entry.basis)) +
           (firmness.empty() ? "" : ", " + std::string(firmness)) + remark + ")";
}

/// Limits in force, then those that wait for an answer; "none" only where there is neither.
std::string limit_cell(const Case& negotiation, const PartyLimits& limits, std::size_t row) {
    if (row < limits.entries.size()) {
        return limit_text(negotiation, limits.entries[row], "");
    }
    const std::size_t waiting = row - limits.entries.size();
    if (waiting >= limits.if_answered.size()) {
        return row == 0 ? "none" : "";
    }
    const EntryId id = limits.if_answered[waiting];
    return limit_text(negotiation, id,
                      "; on by an answer to " + listed(switching_questions(negotiation, id)));
}

/// Side by side, as many parties at a time as are readable.
void put_limits(Page& page, const Case& negotiation, const LintResult& result) {
    constexpr std::size_t least_column = 24;
    if (result.limits.empty()) {
        return;
    }
    showing::begin_section(page, "LIMITS");
    const std::size_t room = showing::room_of(page);
    const std::size_t at_a_time =
        std::clamp<std::size_t>(room / least_column, 1, result.limits.size());
    const std::vector<std::size_t> widths(at_a_time, room / at_a_time);
    for (std::size_t first = 0; first < result.limits.size(); first += at_a_time) {
        const std::size_t last = std::min(result.limits.size(), first + at_a_time);
        std::vector<std::string> header;
        std::size_t rows = 1;
        for (std::size_t i = first; i < last; ++i) {
            const std::optional<PartyId> party = result.limits[i].party;
            header.push_back(party ? negotiation.party(*party).name : "norms");
            rows = std::max(rows,
                            result.limits[i].entries.size() + result.limits[i].if_answered.size());
        }
        showing::put_cells(page, header, widths);
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<std::string> cells;
            for (std::size_t i = first; i < last; ++i) {
                cells.push_back(limit_cell(negotiation, result.limits[i], row));
            }
            showing::put_cells(page, cells, widths);
        }
    }
}

} // namespace

} // namespace linting

std::string lint_text(const Case& negotiation, const LintResult& result,
                      const ScreenOptions& options, LintDetail detail) {
    Page page(options);
    page.title(case_title(negotiation) + supposed_movements(negotiation) + ": no errors; " +
               counted(result.gaps.size(), "gap", "gaps") + ", " +
               counted(result.contradictions.size(), "contradiction", "contradictions") + ".");
    linting::put_section(page, negotiation, "CONFLICT", result.contradictions);
    linting::put_layers(page, result.layer_conflicts);
    linting::put_section(page, negotiation, "TO ASK", result.missing_alternatives);
    linting::put_section(page, negotiation, "UNEQUAL", result.unequal_codings);
    linting::put_section(page, negotiation, "EXCLUDED", result.excluded_best);
    linting::put_section(page, negotiation, "TWICE", result.doubled_limits);
    linting::put_section(page, negotiation, "GAPS", result.gaps);
    linting::put_section(page, negotiation, "ONE SIDE", result.one_sided);
    linting::put_section(page, negotiation, "OLD", result.ageing);
    linting::put_bare_numbers(page, negotiation, result, detail);
    linting::put_unsupported(page, negotiation, result, detail);
    linting::put_section(page, negotiation, "WORDS", result.loaded_words);
    linting::put_section(page, negotiation, "NAMES", result.named_parties);
    linting::put_unused(page, result);
    linting::put_limits(page, negotiation, result);
    return page.text();
}

} // namespace unbracket
