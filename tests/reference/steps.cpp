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

} // namespace

bool keeps_steps(const Case& whole, const Outcome& outcome, const std::string& object) {
    std::vector<Step> mattering;
    Sequence sequence;
    for (const Step& step : whole.steps) {
        const bool matters =
            step.then.empty() ? step.then_object == object : is_met(step.then, outcome);
        if (!matters) {
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
