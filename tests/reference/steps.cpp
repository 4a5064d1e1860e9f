#include "tests/reference/steps.hpp"

#include "tests/reference/condition.hpp"

#include <algorithm>
#include <vector>

namespace unbracket::reference {

namespace {

bool is_met(const Condition& condition, const Outcome& outcome) {
    return std::all_of(condition.begin(), condition.end(), [&](const Literal& literal) {
        return std::find(literal.options.begin(), literal.options.end(),
                         outcome[as_index(literal.issue)]) != literal.options.end();
    });
}

/// Issues and kinds of agreement as texts, in the sequence in which they are carried out.
using Sequence = std::vector<std::string>;

Sequence parts_of(const Case& whole, const Condition& condition, const std::string& object) {
    Sequence parts;
    for (const Literal& literal : condition) {
        parts.push_back("issue " + whole.issue(literal.issue).key);
    }
    if (condition.empty()) {
        parts.push_back("kind " + object);
    }
    return parts;
}

/// When the last of these parts is done.
std::ptrdiff_t completed(const Sequence& sequence, const Sequence& parts) {
    std::ptrdiff_t last = 0;
    for (const std::string& part : parts) {
        last = std::max(last, std::find(sequence.begin(), sequence.end(), part) - sequence.begin());
    }
    return last;
}

/// Whether the step matters where agreements of these kinds are made.
bool is_asked(const Step& step, const Outcome& outcome, const std::vector<std::string>& made) {
    return step.then.empty() ? std::find(made.begin(), made.end(), step.then_object) != made.end()
                             : is_met(step.then, outcome);
}

/// What is agreed on, and the kinds that have to come before: those that steps that matter want
/// first, over and over until there are no more.
std::vector<std::string> kinds_made(const Case& whole, const Outcome& outcome,
                                    const std::string& object) {
    std::vector<std::string> made = {object};
    for (std::size_t before = 0; before != made.size();) {
        before = made.size();
        for (const Step& step : whole.steps) {
            const bool is_new =
                !step.first_object.empty() &&
                std::find(made.begin(), made.end(), step.first_object) == made.end();
            if (is_new && is_asked(step, outcome, made)) {
                made.push_back(step.first_object);
            }
        }
    }
    return made;
}

} // namespace

bool keeps_steps(const Case& whole, const Outcome& outcome, const std::string& object) {
    std::vector<Step> mattering;
    Sequence sequence;
    const std::vector<std::string> made = kinds_made(whole, outcome, object);
    for (const Step& step : whole.steps) {
        if (!is_asked(step, outcome, made)) {
            continue;
        }
        if (!is_met(step.first, outcome)) {
            return false;
        }
        mattering.push_back(step);
        for (const auto& parts : {parts_of(whole, step.first, step.first_object),
                                  parts_of(whole, step.then, step.then_object)}) {
            sequence.insert(sequence.end(), parts.begin(), parts.end());
        }
    }
    std::sort(sequence.begin(), sequence.end());
    sequence.erase(std::unique(sequence.begin(), sequence.end()), sequence.end());
    const auto keeps_all = [&] {
        return std::all_of(mattering.begin(), mattering.end(), [&](const Step& step) {
            return completed(sequence, parts_of(whole, step.first, step.first_object)) <
                   completed(sequence, parts_of(whole, step.then, step.then_object));
        });
    };
    do {
        if (keeps_all()) {
            return true;
        }
    } while (std::next_permutation(sequence.begin(), sequence.end()));
    return false;
}

Answer answer_with_steps(const Case& whole, const std::string& object) {
    Answer answer = Answer::no_agreement;
    for (const Outcome& outcome : all_outcomes(whole)) {
        if (!keeps_steps(whole, outcome, object)) {
            continue;
        }
        if (is_sure(whole, outcome)) {
            return Answer::agreement;
        }
        if (is_possible(whole, outcome)) {
            answer = Answer::depends;
        }
    }
    return answer;
}

} // namespace unbracket::reference
