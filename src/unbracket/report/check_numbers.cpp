#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/robust/rests_on.hpp"

#include <algorithm>

// What the entered numbers do: which combinations they exclude beyond what limits exclude anyway,
// what the combination shown leaves each party, and which number would settle the answer. One row
// for each party, all alike.

namespace unbracket::screen {

namespace {

std::string excluded_count(const ValueExclusion& exclusion, bool has_several_readings) {
    if (exclusion.excludes_none_possible && exclusion.excludes_none_sure) {
        return "none";
    }
    if (!exclusion.is_counted) {
        return "not counted";
    }
    if (!has_several_readings || exclusion.never == exclusion.not_always) {
        return count_text(exclusion.never);
    }
    const std::string sometimes = count_text(exclusion.not_always) + " in some";
    return exclusion.never == 0 ? sometimes
                                : count_text(exclusion.never) + " in every reading, " + sometimes;
}

std::string fallback_cell(const Case& negotiation, PartyId party) {
    const auto entry = negotiation.fallback_entry(party);
    const std::string value = fallback_phrase(negotiation, party);
    return entry ? value + " (" + basis_phrase(negotiation, *entry) + ")" : value;
}

std::string surplus_cell(const Checked& checked, PartyId party) {
    for (const PartySurplus& surplus : checked.result.surplus) {
        if (surplus.party == party && checked.negotiation.party(party).scale != Scale::none) {
            return range_text(surplus.surplus, Places::one);
        }
    }
    return "-";
}

void put_rows(const Checked& checked, Page& page) {
    const Case& negotiation = checked.negotiation;
    const auto& exclusions = checked.result.exclusions;
    const bool has_outcome = checked.result.shown_outcome() != nullptr;
    const bool has_several_readings = checked.result.has_several_readings;
    std::vector<std::vector<std::string>> rows = {{"(own points)", "without agreement"}};
    if (has_outcome) {
        rows.back().emplace_back("gain as shown");
    }
    rows.back().emplace_back("excludes");
    const std::size_t most = checked.most();
    for (std::size_t i = 0; i < exclusions.size() && i < most; ++i) {
        const PartyId party = exclusions[i].party;
        rows.push_back({negotiation.party(party).name, fallback_cell(negotiation, party)});
        if (has_outcome) {
            rows.back().push_back(surplus_cell(checked, party));
        }
        rows.back().push_back(excluded_count(exclusions[i], has_several_readings));
    }
    page.table(rows);
    if (exclusions.size() > most) {
        page.line("and " + counted(exclusions.size() - most, "more party", "more parties"));
    }
}

std::string hinge_text(const Case& negotiation, const Hinge& hinge) {
    std::vector<std::string> ends;
    const auto end = [&hinge](const Rational& number, const char* intent) {
        return hinge.tried ? " at " + number_text(number) : std::string(intent);
    };
    const Interval tried = hinge.tried.value_or(Interval{});
    if (hinge.at_low) {
        ends.push_back(verdict_words(*hinge.at_low) + end(tried.low, " if it refuses"));
    }
    if (hinge.at_high) {
        ends.push_back(verdict_words(*hinge.at_high) + end(tried.high, " if it does"));
    }
    return entry_with_basis(negotiation, hinge.entry) + ": " + listed(ends);
}

void put_hinges(const Checked& checked, Page& page) {
    const auto& hinges = checked.result.hinges;
    const std::size_t most_hinges = checked.most(3);
    if (hinges.empty()) {
        page.line(checked.result.rests_on_is_complete
                      ? "No entry alone settles the answer at an end of its own range."
                      : "Whether an entry alone settles the answer was not tried for each.");
        return;
    }
    page.line("One entry alone would settle it, at an end of its own range:");
    const std::size_t shown = hinges.size() <= most_hinges + 1 ? hinges.size() : most_hinges;
    for (std::size_t i = 0; i < shown; ++i) {
        page.item("-", hinge_text(checked.negotiation, hinges[i]));
    }
    if (shown < hinges.size()) {
        page.item("-", std::to_string(hinges.size() - shown) + " more entries");
    }
}

} // namespace

void put_numbers(const Checked& checked, Page& page) {
    page.heading("NUMBERS");
    if (!checked.result.exclusions.empty()) {
        put_rows(checked, page);
    }
    if (kind_of(checked.result.verdict) == VerdictKind::depends) {
        put_hinges(checked, page);
    }
}

} // namespace unbracket::screen
