// Whatever bytes come in: the reader of YAML and that of NegMAS files neither crash nor run away,
// and what they read over a fixed domain makes a case or is refused with a reason.

#include "unbracket/io/scenario/yaml.hpp"

#include "fuzz/scenario.hpp"

namespace {

constexpr std::string_view domain = "type: OutcomeSpace\n"
                                    "issues:\n"
                                    "- {name: term, type: CategoricalIssue, values: [no, yes]}\n"
                                    "- {name: price, type: ContiguousIssue, values: [1, 4]}\n";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    unbracket::fuzzing::try_scenario("negmas", data, size);
    const auto root = unbracket::read_yaml(bytes, "input");
    if (!root) {
        unbracket::fuzzing::demand_places(root.problems());
        return 0;
    }
    const auto role = unbracket::scenario_format_named("negmas")->role(root.value());
    if (role != unbracket::FileRole::profile) {
        return 0;
    }
    const auto space = unbracket::read_yaml(domain, "domain");
    unbracket::ScenarioNotes notes;
    const auto scenario = unbracket::scenario_format_named("negmas")->read(
        {{"domain", unbracket::FileRole::domain, space.value()}, {"input", role, root.value()}}, {},
        notes);
    if (!scenario) {
        unbracket::fuzzing::demand_places(scenario.problems());
        return 0;
    }
    const auto document = unbracket::scenario_document(scenario.value(), "title", "summary");
    unbracket::fuzzing::demand(document.ok(), "a scenario over a good domain makes a document");
    return 0;
}
