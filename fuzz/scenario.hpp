#pragma once

#include "unbracket/io/scenario/parse.hpp"
#include "unbracket/io/scenario/scenario_document.hpp"
#include "unbracket/io/scenario/scenario_format.hpp"
#include "unbracket/model/bind.hpp"

#include "fuzz/demand.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// What holds for every format of scenarios, whatever bytes come in.

namespace unbracket::fuzzing {

inline void demand_places(const Diagnostics& problems) {
    for (const Diagnostic& problem : problems) {
        demand(!problem.what.empty() && !problem.hint.empty(), "a refusal says what and how");
    }
}

/// A file by itself is refused with a reason, or makes a case; what can be written of it can be
/// read again.
inline void try_scenario(std::string_view name, const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ScenarioFormat& format = *scenario_format_named(name);
    const Result<Node> root = parse_scenario_file(bytes, "input");
    if (!root) {
        demand_places(root.problems());
        return;
    }
    if (format.role(root.value()) != FileRole::profile) {
        return;
    }
    for (const Semantics semantics : {Semantics::genius, Semantics::negmas}) {
        ScenarioNotes notes;
        const Result<Scenario> scenario = format.read({{"input", FileRole::profile, root.value()}},
                                                      {.semantics = semantics}, notes);
        if (!scenario) {
            demand_places(scenario.problems());
            continue;
        }
        const Result<Node> document = scenario_document(scenario.value(), "title", "summary");
        if (!document) {
            demand_places(document.problems());
            continue;
        }
        const Result<Case> bound = bind_case(document.value());
        for (const Diagnostic& problem : bound.problems()) {
            demand(!problem.what.empty(), "a case that is refused says why");
        }
        const Result<std::vector<NamedText>> texts = format.write(scenario.value());
        for (std::size_t i = 0; texts && i < texts.value().size(); ++i) {
            const Result<Node> again = parse_scenario_file(texts.value()[i].bytes, "again");
            demand(again && format.role(again.value()) != FileRole::none,
                   "what is written is a file of the format");
        }
    }
}

} // namespace unbracket::fuzzing
