#include "unbracket/io/scenario/scenario_format.hpp"

#include "unbracket/io/scenario/genius.hpp"
#include "unbracket/io/scenario/geniusweb.hpp"
#include "unbracket/io/scenario/negmas.hpp"
#include "unbracket/io/scenario/negolog.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"

#include <algorithm>
#include <array>

namespace unbracket {

namespace {

constexpr std::array formats = {
    ScenarioFormat{"genius", "Genius", genius_role, read_genius, write_genius, changed_by_genius},
    ScenarioFormat{"geniusweb", "GeniusWeb", geniusweb_role, read_geniusweb, write_geniusweb,
                   changed_by_geniusweb},
    ScenarioFormat{"negmas", "NegMAS", negmas_role, read_negmas, write_negmas, changed_by_negmas},
    ScenarioFormat{"negolog", "NegoLog", negolog_role, read_negolog, write_negolog,
                   changed_by_negolog},
    ScenarioFormat{"scores", "score sheets", score_sheet_role, read_score_sheets,
                   write_score_sheets, changed_by_score_sheets},
};

} // namespace

std::span<const ScenarioFormat> scenario_formats() {
    return formats;
}

const ScenarioFormat* scenario_format_named(std::string_view name) {
    const auto* const found =
        std::find_if(formats.begin(), formats.end(),
                     [&](const ScenarioFormat& format) { return format.name == name; });
    return found == formats.end() ? nullptr : found;
}

} // namespace unbracket
