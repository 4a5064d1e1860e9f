#include "unbracket/io/file.hpp"
#include "unbracket/io/scenario/scenario_file.hpp"
#include "unbracket/io/scenario/scenario_format.hpp"
#include "unbracket/io/scenario/scenario_of_case.hpp"
#include "unbracket/spreadsheet.hpp"

// A page holds one case and no files of other programs; the program has read them before.

namespace unbracket {

bool is_scenario(const std::string&) {
    return false;
}

Result<ReadScenario> read_scenario(const std::vector<std::string>&, const ScenarioOptions&) {
    return Diagnostic{{}, "a page reads no files of other programs", ""};
}

Result<Node> read_scenario_document(const std::vector<std::string>&, const ScenarioOptions&) {
    return Diagnostic{{}, "a page reads no files of other programs", ""};
}

std::span<const ScenarioFormat> scenario_formats() {
    return {};
}

const ScenarioFormat* scenario_format_named(std::string_view) {
    return nullptr;
}

Result<Scenario> scenario_of_case(const Case&, const std::string&, ScenarioNotes&) {
    return Diagnostic{{}, "a page writes no files of other programs", ""};
}

bool is_workbook(std::string_view) {
    return false;
}

Result<SheetCase> open_workbook_case(const std::string&) {
    return Diagnostic{{}, "a page reads no workbooks", ""};
}

Result<SheetCase> open_with_sheet(const std::string&, const std::string&) {
    return Diagnostic{{}, "a page reads no tables of positions", ""};
}

Result<std::string> case_workbook(const Node&, std::string_view) {
    return Diagnostic{{}, "a page writes no workbooks", "convert the saved case with unbracket"};
}

std::string case_text(const std::string& path) {
    Result<std::string> text = read_file(path);
    return text ? std::move(text).value() : std::string();
}

std::string positions_csv(const Node&) {
    return {};
}

std::string beside_positions_text(const Node&) {
    return {};
}

} // namespace unbracket
