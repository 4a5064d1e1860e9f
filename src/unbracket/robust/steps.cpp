#include "unbracket/robust/steps.hpp"

#include "unbracket/zone/reduced.hpp"

#include <algorithm>
#include <utility>

// A step is no limit of anybody, so verdicts do not use it; here they are asked for again with the
// steps kept. Each becomes a rule of the plan: where its second part holds, its first part does. An
// outcome that the engine then finds may still need steps that no order keeps; a minimal set of
// them is forbidden to hold at once, and the question is asked anew. Every answer is one of the
// engine on a case with more rules, so it is exact, and each round forbids another set.
//
// What is at risk is no forecast either: the first part is scored as a text of its own, in which
// everything else stays as it is.
//
// Source: Dantzig, Fulkerson and Johnson (1954), Solution of a large-scale traveling-salesman
// problem, for adding a rule only once an answer breaks it [dantzig1954solution]

namespace unbracket {

namespace {

std::vector<OptionId> options_but(const Issue& issue, const std::vector<OptionId>& options) {
    std::vector<OptionId> others;
    for (std::size_t at = 0; at < issue.options.size(); ++at) {
        if (!std::binary_search(options.begin(), options.end(), OptionId(at))) {
            others.emplace_back(at);
        }
    }
    return others;
}

/// Whether the step matters for the outcome when what is agreed on is of that kind.
bool matters(const Step& step, const Outcome& outcome, const std::string& object) {
    return step.then.empty() ? !object.empty() && step.then_object == object
                             : holds(step.then, outcome);
}

/// Steps that matter once an agreement of that kind is made, and those that then matter because it
/// takes another kind first.
std::vector<const Step*> steps_before(const Case& negotiation, const std::string& object) {
    std::vector<const Step*> steps;
    std::vector<std::string> made = {object};
    for (std::size_t next = 0; next < made.size(); ++next) {
        for (const Step& step : negotiation.steps) {
            const bool is_new = std::find(steps.begin(), steps.end(), &step) == steps.end();
            if (is_new && step.then.empty() && !made[next].empty() &&
                step.then_object == made[next]) {
                steps.push_back(&step);
                made.push_back(step.first_object);
            }
        }
    }
    return steps;
}

/// A case in which steps are rules of the plan.
class OrderedCase {
public:
    OrderedCase(const Case& negotiation, const std::string& object)
        : case_(negotiation), object_(object) {
        for (const Step* step : steps_before(negotiation, object)) {
            require(step->first);
        }
        for (const Step& step : negotiation.steps) {
            if (step.then.empty()) {
                continue;
            }
            add_order(step.then, step.first);
            for (const Step* before : steps_before(negotiation, step.first_object)) {
                add_order(step.then, before->first);
            }
        }
    }

    const Case& negotiation() const { return case_; }

    /// A minimal set of steps that matter for the outcome and that no order keeps, with those that
    /// make others of them matter.
    std::optional<StepSet> conflict_in(const Outcome& outcome) const {
        const Mattering mattering = mattering_in(outcome);
        if (order_keeping(case_, mattering.steps)) {
            return std::nullopt;
        }
        StepSet steps = minimal_conflict(case_, mattering.steps);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const std::optional<std::size_t> cause = mattering.cause[steps[i]];
            if (cause && std::find(steps.begin(), steps.end(), *cause) == steps.end()) {
                steps.push_back(*cause);
            }
        }
        return steps;
    }

    /// Forbids that all of these matter at once; false where they always do.
    bool forbid(const StepSet& steps) {
        const Condition joint = joint_condition(case_, steps).value_or(Condition());
        if (joint.empty()) {
            return false;
        }
        add_rule(Exclusion{joint});
        return true;
    }

private:
    struct Mattering {
        StepSet steps;
        std::vector<std::optional<std::size_t>> cause; // by step: the one that wants its kind first
    };

    /// A kind of agreement that a step wants first is made on the way; so steps that want something
    /// before that kind matter too.
    Mattering mattering_in(const Outcome& outcome) const {
        Mattering found{{}, std::vector<std::optional<std::size_t>>(case_.steps.size())};
        std::vector<std::pair<std::string, std::optional<std::size_t>>> made = {{object_, {}}};
        std::vector<bool> in(case_.steps.size(), false);
        for (std::size_t next = 0; next < made.size(); ++next) {
            const auto [kind, maker] = made[next];
            for (std::size_t at = 0; at < case_.steps.size(); ++at) {
                const Step& step = case_.steps[at];
                if (in[at] || !matters(step, outcome, kind)) {
                    continue;
                }
                in[at] = true;
                found.steps.push_back(at);
                found.cause[at] = step.then.empty() ? maker : std::nullopt;
                if (step.first.empty()) {
                    made.emplace_back(step.first_object, at);
                }
            }
        }
        std::sort(found.steps.begin(), found.steps.end());
        return found;
    }

    void add_order(const Condition& then, const Condition& first) {
        if (!first.empty()) {
            add_rule(Implication{then, first});
        }
    }

    void require(const Condition& condition) {
        for (const Literal& literal : condition) {
            const std::vector<OptionId> others =
                options_but(case_.issue(literal.issue), literal.options);
            if (!others.empty()) {
                add_rule(Exclusion{{{literal.issue, others}}});
            }
        }
    }

    void add_rule(std::variant<Implication, Exclusion, AtMost> body) {
        Entry entry;
        entry.kind = EntryKind::rule;
        entry.address = "rule.of-step-" + std::to_string(case_.rules.size() + 1);
        const EntryId id(case_.entries.size());
        case_.entries.push_back(std::move(entry));
        case_.rules.push_back({id, "", "", std::move(body)});
    }

    Case case_;
    const std::string& object_;
};

std::optional<Outcome> outcome_of(const Verdict& verdict) {
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        return agreement->outcome;
    }
    const auto* depends = std::get_if<DependsVerdict>(&verdict.answer);
    return depends != nullptr ? std::optional(depends->possible_outcome) : std::nullopt;
}

/// More sets of steps than that collide in no case of people.
constexpr int most_rounds = 200;

ObjectVerdict verdict_on(const Case& negotiation, std::string object, const ClaimOptions& options) {
    ObjectVerdict result{.object = std::move(object)};
    OrderedCase ordered(negotiation, result.object);
    std::uint64_t nodes = 0;
    for (int round = 0; round < most_rounds; ++round) {
        if (round > 0 && is_spent(options, nodes)) {
            break;
        }
        const Case& whole = ordered.negotiation();
        const Verdict verdict = decide(whole, appraise(whole), what_is_left(options, nodes));
        nodes += verdict.nodes + 1;
        const std::optional<Outcome> outcome = outcome_of(verdict);
        const std::optional<StepSet> conflict =
            outcome ? ordered.conflict_in(*outcome) : std::nullopt;
        if (!conflict) {
            result.kept = kind_of(verdict);
            result.outcome = outcome;
            return result;
        }
        if (!ordered.forbid(*conflict)) {
            result.kept = VerdictKind::no_agreement;
            return result;
        }
    }
    return result;
}

/// The kinds of agreement that steps name, in the order of the file.
std::vector<std::string> objects_of(const Case& negotiation) {
    std::vector<std::string> objects;
    for (const Step& step : negotiation.steps) {
        for (const std::string* object : {&step.first_object, &step.then_object}) {
            if (!object->empty() &&
                std::find(objects.begin(), objects.end(), *object) == objects.end()) {
                objects.push_back(*object);
            }
        }
    }
    return objects;
}

using Contents = std::vector<DraftSetting>;

/// A text in which everything stays as it is, less what a step was to bring.
Contents as_it_is(const Case& negotiation, const Condition& then) {
    Contents contents;
    for (const Issue& issue : negotiation.issues) {
        const bool is_known = issue.status_quo.has_value();
        contents.push_back(
            {is_known ? std::vector<OptionId>{*issue.status_quo} : options_but(issue, {}),
             is_known ? DraftOrigin::status_quo : DraftOrigin::unknown, !is_known});
    }
    for (const Literal& literal : then) {
        DraftSetting& setting = contents[as_index(literal.issue)];
        const auto others = options_but(negotiation.issue(literal.issue), literal.options);
        if (setting.is_unknown && !others.empty()) {
            setting.options = others;
        }
    }
    return contents;
}

void carry_out(const Condition& condition, Contents& contents) {
    for (const Literal& literal : condition) {
        contents[as_index(literal.issue)] = {literal.options, DraftOrigin::set, false};
    }
}

StepReport report_on(const Case& negotiation, const Appraisal& appraisal, std::size_t at) {
    const Step& step = negotiation.steps[at];
    StepReport report;
    const std::optional<Condition> joint = joint_condition(negotiation, {at});
    report.can_hold_both = joint.has_value();
    for (const PartyId party : negotiation.agreement.counted) {
        if (step.demanded_by != party) {
            report.movers.push_back(party);
        }
    }
    if (step.first.empty()) {
        return report;
    }
    Contents contents = as_it_is(negotiation, step.then);
    carry_out(step.first, contents);
    for (std::size_t issue = 0; issue < contents.size(); ++issue) {
        if (contents[issue].is_unknown) {
            report.without_status_quo.emplace_back(issue);
        }
    }
    report.after_first = score_contents(negotiation, appraisal, contents);
    if (!step.then.empty() && joint) {
        carry_out(*joint, contents);
        report.after_both = score_contents(negotiation, appraisal, contents);
    }
    return report;
}

} // namespace

StepsResult find_steps(const LoadedCase& loaded, const ClaimOptions& options) {
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    StepsResult result;
    StepSet all;
    for (std::size_t at = 0; at < negotiation.steps.size(); ++at) {
        all.push_back(at);
        result.steps.push_back(report_on(negotiation, appraisal, at));
    }
    result.conflicts = find_step_conflicts(negotiation);
    result.order = order_keeping(negotiation, all);
    result.without_steps = kind_of(decide(negotiation, appraisal, options));
    result.verdicts.push_back(verdict_on(negotiation, "", options));
    for (std::string& object : objects_of(negotiation)) {
        result.verdicts.push_back(verdict_on(negotiation, std::move(object), options));
    }
    result.was_stopped = is_raised(options.cancel);
    return result;
}

} // namespace unbracket
