#include "tests/reference/verdict.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

std::vector<PartyView> all_views(const Case& whole) {
    std::vector<PartyView> views;
    views.reserve(whole.parties.size());
    for (std::size_t i = 0; i < whole.parties.size(); ++i) {
        views.push_back(view_of(whole, PartyId(i)));
    }
    return views;
}

AcceptingSets accepting_sets(const Case& whole, const std::vector<PartyView>& views,
                             const Outcome& outcome) {
    AcceptingSets sets;
    for (const PartyView& view : views) {
        if (possibly_accepts(whole, view, outcome)) {
            sets.possibly.push_back(view.party);
        }
        if (surely_accepts(whole, view, outcome)) {
            sets.surely.push_back(view.party);
        }
    }
    return sets;
}

/// The agreement rule, given who accepts.
bool suffices(const Case& whole, const std::vector<PartyId>& accepting) {
    const auto accepts = [&](PartyId party) {
        return std::find(accepting.begin(), accepting.end(), party) != accepting.end();
    };
    const AgreementRule& rule = whole.agreement;
    return std::all_of(rule.required.begin(), rule.required.end(), accepts) &&
           std::count_if(rule.counted.begin(), rule.counted.end(), accepts) >=
               rule.at_least.value_or(0);
}

bool advance(const Case& whole, Outcome& outcome) {
    for (std::size_t i = outcome.size(); i-- > 0;) {
        const std::size_t next = as_index(outcome[i]) + 1;
        if (next < whole.issues[i].options.size()) {
            outcome[i] = OptionId(next);
            return true;
        }
        outcome[i] = OptionId(0);
    }
    return false;
}

void count(Report& report, const Outcome& outcome, bool possible, bool sure) {
    if (possible && report.possible++ == 0) {
        report.first_possible = outcome;
    }
    if (sure && report.sure++ == 0) {
        report.first_sure = outcome;
    }
}

Answer answer_of(const Report& report) {
    if (!report.without_reading.empty()) {
        return Answer::contradiction;
    }
    if (report.sure > 0) {
        return Answer::agreement;
    }
    return report.possible > 0 ? Answer::depends : Answer::no_agreement;
}

} // namespace

std::string_view to_text(Answer answer) {
    switch (answer) {
    case Answer::agreement:
        return "agreement";
    case Answer::no_agreement:
        return "no_agreement";
    case Answer::depends:
        return "depends";
    case Answer::contradiction:
        return "contradiction";
    }
    return {};
}

Report solve(const Case& whole) {
    const std::vector<PartyView> views = all_views(whole);
    Report report;
    for (const PartyView& view : views) {
        if (!view.has_reading && whole.is_counted(view.party)) {
            report.without_reading.push_back(view.party);
        }
    }
    Outcome outcome(whole.issues.size());
    do {
        ++report.outcomes;
        if (is_permitted(whole, outcome)) {
            const AcceptingSets sets = accepting_sets(whole, views, outcome);
            count(report, outcome, suffices(whole, sets.possibly), suffices(whole, sets.surely));
        }
    } while (advance(whole, outcome));
    report.answer = answer_of(report);
    return report;
}

AcceptingSets accepting_sets(const Case& whole, const Outcome& outcome) {
    return accepting_sets(whole, all_views(whole), outcome);
}

bool is_possible(const Case& whole, const Outcome& outcome) {
    return is_permitted(whole, outcome) && suffices(whole, accepting_sets(whole, outcome).possibly);
}

bool is_sure(const Case& whole, const Outcome& outcome) {
    return is_permitted(whole, outcome) && suffices(whole, accepting_sets(whole, outcome).surely);
}

std::vector<Outcome> all_outcomes(const Case& whole) {
    std::vector<Outcome> all;
    Outcome outcome(whole.issues.size());
    do {
        all.push_back(outcome);
    } while (advance(whole, outcome));
    return all;
}

} // namespace unbracket::reference
