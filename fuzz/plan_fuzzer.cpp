// Whatever bytes come in: a text is refused with places and hints, or it is a plan, and then a case
// file that can be bound is made of it, alone, beside a text without its last line, and beside one
// in which a blank is filled.

#include "unbracket/io/plan/filled_blanks.hpp"
#include "unbracket/io/plan/plan_case.hpp"
#include "unbracket/io/plan/plan_reader.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include "fuzz/demand.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using unbracket::PlanText;
using unbracket::Result;
using unbracket::fuzzing::demand;

constexpr std::size_t most_issues = 512;

void demand_case(std::vector<PlanText> texts) {
    unbracket::ReadPlans plans;
    plans.texts = std::move(texts);
    for (std::size_t i = 0; i < plans.texts.size(); ++i) {
        plans.names.push_back(i == 0 ? "first" : "second");
    }
    Result<unbracket::CommonPlan> common = unbracket::common_plan(plans.texts, plans.names, {});
    demand(common.ok(), "texts without pairs settled by hand are matched");
    plans.plan = std::move(common).value();
    unbracket::fill_blanks(plans.plan, plans.texts);
    plans.decisions = unbracket::decisions_of(plans.plan, plans.texts, plans.names);
    if (plans.decisions.empty() || plans.decisions.size() > most_issues) {
        return;
    }
    const std::string text = unbracket::plan_case_text(plans, unbracket::notices_of(plans));
    const auto document = unbracket::read_toml(text, "made.toml");
    demand(document.ok(), "what is written is TOML");
    demand(unbracket::bind_case(document.value()).ok(), "and a case");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result<PlanText> plan = unbracket::read_plan(bytes, "first.md");
    for (const unbracket::Diagnostic& problem : plan.problems()) {
        demand(!problem.what.empty() && !problem.hint.empty(), "a refusal says what and how");
        demand(problem.where.file == "first.md", "and in which file");
    }
    if (!plan) {
        return 0;
    }
    demand_case({plan.value()});
    const std::string_view shorter = bytes.substr(0, bytes.find_last_of('\n'));
    const Result<PlanText> other = unbracket::read_plan(shorter, "second.md");
    if (other) {
        demand_case({plan.value(), other.value()});
    }
    std::string filled(bytes);
    if (const std::size_t blank = filled.find("[x]"); blank != std::string::npos) {
        filled.replace(blank, 3, "30");
        const Result<PlanText> third = unbracket::read_plan(filled, "second.md");
        if (third) {
            demand_case({plan.value(), third.value()});
        }
    }
    return 0;
}
