#include "tests/reference/drafts.hpp"

#include "tests/reference/acceptance.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/verdict.hpp"

#include <algorithm>

namespace unbracket::reference {

namespace {

Standing standing(bool in_some, bool in_all) {
    return in_all ? Standing::in_all : in_some ? Standing::in_some : Standing::in_none;
}

/// Whether one outcome is worth at least as much as another in every reading of the party, limits
/// and red lines left aside: whether the party would surely accept it instead.
bool is_always_at_least(const Case& whole, PartyId party, const Outcome& one,
                        const Outcome& other) {
    Case pair = whole;
    pair.limits.clear();
    Draft draft;
    for (const OptionId option : other) {
        draft.content.push_back({{option}, DraftOrigin::set, false});
    }
    pair.drafts.push_back(draft);
    PartyView view = view_of(whole, party);
    view.fallback = DraftId(pair.drafts.size() - 1);
    view.supposed_less = 0;
    view.intent = Intent::seeks;
    for (IssueView& issue : view.issues) {
        issue.is_red_line.assign(issue.is_red_line.size(), false);
        issue.may_be_red_line.assign(issue.may_be_red_line.size(), false);
    }
    return surely_accepts(pair, view, one);
}

bool is_clear_for(const Case& whole, PartyId party, const Draft& draft, const Outcome& outcome) {
    const PartyView view = view_of(whole, party);
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        const std::size_t option = as_index(outcome[at]);
        const bool is_settled = draft.content[at].options == std::vector{outcome[at]};
        if (view.issues[at].is_red_line[option] ||
            (view.issues[at].may_be_red_line[option] && !is_settled)) {
            return false;
        }
    }
    return keeps_limits_of(whole, party, outcome);
}

} // namespace

Standing acceptance(const Case& whole, PartyId party, const Draft& draft) {
    bool in_some = false, in_all = true;
    for (const Outcome& outcome : completions(draft)) {
        in_some = in_some || possibly_accepts(whole, party, outcome);
        in_all = in_all && surely_accepts(whole, party, outcome);
    }
    return standing(in_some, in_all);
}

Standing agreement(const Case& whole, const Draft& draft) {
    bool in_some = false, in_all = true;
    for (const Outcome& outcome : completions(draft)) {
        in_some = in_some || is_possible(whole, outcome);
        in_all = in_all && is_sure(whole, outcome);
    }
    return standing(in_some, in_all);
}

Draft with_change(Draft draft, IssueId issue, OptionId option) {
    draft.content[as_index(issue)] = {{option}, DraftOrigin::set, false};
    return draft;
}

bool is_clear(const Case& whole, const Draft& draft, const Outcome& outcome) {
    const std::vector<PartyId>& counted = whole.agreement.counted;
    return is_permitted(whole, outcome) &&
           std::all_of(counted.begin(), counted.end(),
                       [&](PartyId party) { return is_clear_for(whole, party, draft, outcome); });
}

bool is_never_worse(const Case& whole, PartyId party, const Draft& draft, const Outcome& outcome) {
    const std::vector<Outcome> all = completions(draft);
    return std::all_of(all.begin(), all.end(), [&](const Outcome& completion) {
        return is_always_at_least(whole, party, outcome, completion);
    });
}

bool is_sometimes_better(const Case& whole, PartyId party, const Draft& draft,
                         const Outcome& outcome) {
    const std::vector<Outcome> all = completions(draft);
    return std::any_of(all.begin(), all.end(), [&](const Outcome& completion) {
        return !is_always_at_least(whole, party, completion, outcome);
    });
}

bool is_better_for_all(const Case& whole, const Draft& draft, const Outcome& outcome) {
    const std::vector<PartyId>& counted = whole.agreement.counted;
    return is_clear(whole, draft, outcome) &&
           std::all_of(
               counted.begin(), counted.end(),
               [&](PartyId party) { return is_never_worse(whole, party, draft, outcome); }) &&
           std::any_of(counted.begin(), counted.end(), [&](PartyId party) {
               return is_sometimes_better(whole, party, draft, outcome);
           });
}

std::size_t changes(const Draft& draft, const Outcome& outcome) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < outcome.size(); ++at) {
        const std::vector<OptionId>& options = draft.content[at].options;
        if (std::find(options.begin(), options.end(), outcome[at]) == options.end()) {
            ++count;
        }
    }
    return count;
}

std::optional<std::size_t> fewest_changes(const Case& whole, const Draft& draft) {
    std::optional<std::size_t> fewest;
    for (const Outcome& outcome : all_outcomes(whole)) {
        const std::size_t count = changes(draft, outcome);
        if ((!fewest || count < *fewest) && is_better_for_all(whole, draft, outcome)) {
            fewest = count;
        }
    }
    return fewest;
}

} // namespace unbracket::reference
