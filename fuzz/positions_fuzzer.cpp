// Whatever bytes come in as a table of positions for a case: the reader neither crashes nor runs
// away. What it refuses it refuses with a place; what it takes either makes a valid case, from
// which the same table is written as read back changes nothing, or is refused when bound.

#include "unbracket/io/sheet/position_edit.hpp"
#include "unbracket/io/sheet/position_sheet.hpp"
#include "unbracket/io/sheet/sheet_csv.hpp"
#include "unbracket/io/toml_patch.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include "fuzz/demand.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using unbracket::Diagnostic;
using unbracket::EditedDocument;
using unbracket::Node;
using unbracket::Result;
using unbracket::Sheet;
using unbracket::fuzzing::demand;

constexpr std::string_view case_text = R"(unbracket = 1
party.alta = {}
party.bera = { name = "Bera" }
[issue.share] # a number
range = { min = 10, max = 40, step = 15 }
weight = { alta = "high" }
curve.alta = { ideal = 10, acceptable = 25, redline = "> 30" }
score.bera = { 10 = 1, 25 = 2, 40 = "100/3" }
[issue.term]
title = "Term"
option = { five = "5 years", ten = "10 years", open = "open end" }
weight.alta = 5
stance.alta = "five > ten | open"
score.bera = { five = 4, ten = 2.5, open = "redline" }
[fallback]
alta = 20
bera = 1
)";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const Node document = unbracket::read_toml(case_text, "case.toml").value();
    const Result<Sheet> sheet = unbracket::read_sheet_csv(bytes, "fuzz.csv");
    if (!sheet) {
        return 0;
    }
    const Result<EditedDocument> edited = unbracket::with_positions(document, sheet.value());
    for (const Diagnostic& problem : edited.problems()) {
        demand(!problem.what.empty(), "a refusal says what is wrong");
        demand(problem.where.line > 0, "a refusal names its cell");
    }
    if (!edited || !unbracket::bind_case(edited.value().document)) {
        return 0;
    }
    const Node& after = edited.value().document;
    const Result<EditedDocument> again =
        unbracket::with_positions(after, unbracket::position_sheet(after));
    demand(again.ok() && again.value().changes.empty(),
           "a table that nobody touched says the same");
    const Result<std::string> patched = unbracket::patched_toml(case_text, document, after);
    demand(!patched.ok() || unbracket::same_in_any_order(
                                unbracket::read_toml(patched.value(), "again.toml").value(), after),
           "the changed text reads as the changed case");
    return 0;
}
