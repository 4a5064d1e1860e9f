#include "unbracket/robust/draft_changes.hpp"

#include "unbracket/zone/losses.hpp"
#include "unbracket/zone/reduced.hpp"
#include "unbracket/zone/weighted_mean.hpp"

#include <algorithm>

// What a text costs each party, and what one change of it would do: the two things a mediator looks
// at before passing a text round again. A cost is a regret: the best the party could have on that
// issue, less what the text gives it there. Values inside an issue are ranges tied by orders, and
// there is one reading where every difference to the text's option is smallest, one where every
// difference is largest; so the largest of the differences has the largest of their ends as its
// ends. The weight of the issue against the others is a reading of its own.
//
// Single changes are judged like any text, one by one; with two changes at once there would be too
// many to read.
//
// Sources: Savage (1951), The theory of statistical decision, for the regret
// [savage1951statistical]; Raiffa (1982), The Art and Science of Negotiation, for the single text
// that is changed step by step [raiffa1982art]

namespace unbracket {

namespace {

/// The largest advantage over an option that the party can have on the issue.
Interval regret(const Case& negotiation, const IssueAppraisal& own, PartyId party,
                const Literal& at) {
    const OptionId chosen = at.options.front();
    Interval most = single(0);
    for (std::size_t option = 0; option < own.options.size(); ++option) {
        if (!own.options[option].is_red_line) {
            const Interval more =
                difference(own, OptionId(option), chosen) -
                loss_difference(negotiation, party, at.issue, OptionId(option), chosen);
            most = {std::max(most.low, more.low), std::max(most.high, more.high)};
        }
    }
    return most;
}

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    return b != 0 && a > most_change_steps / b ? most_change_steps + 1 : a * b;
}

std::uint64_t count_changes(const Case& negotiation, const std::vector<DraftSetting>& content) {
    std::uint64_t count = 0;
    for (std::size_t at = 0; at < content.size(); ++at) {
        count += negotiation.issues[at].options.size() - (content[at].options.size() == 1 ? 1 : 0);
    }
    return count;
}

std::vector<DraftSetting> with_change(std::vector<DraftSetting> content, IssueId issue,
                                      OptionId option) {
    content[as_index(issue)] = {{option}, DraftOrigin::set, false};
    return content;
}

std::vector<std::pair<PartyId, Acceptance>> acceptances(const DraftScore& score) {
    std::vector<std::pair<PartyId, Acceptance>> all;
    for (const PartyScore& party : score.parties) {
        all.emplace_back(party.party, party.acceptance);
    }
    return all;
}

bool helps(const SingleChange& change, const DraftScore& before) {
    bool any = is_surer(change.agreement, before.agreement);
    for (std::size_t at = 0; at < before.parties.size(); ++at) {
        any = any || is_surer(change.parties[at].second, before.parties[at].acceptance);
    }
    return any;
}

int rank(Acceptance acceptance) {
    switch (acceptance) {
    case Acceptance::surely:
        return 2;
    case Acceptance::possibly:
        return 1;
    case Acceptance::never:
    case Acceptance::no_reading:
        break;
    }
    return 0;
}

} // namespace

bool is_surer(Acceptance one, Acceptance other) {
    return rank(one) > rank(other);
}

std::vector<IssueCost> costs_of(const Case& negotiation, const Appraisal& appraisal, PartyId party,
                                const std::vector<DraftSetting>& content) {
    const PartyAppraisal& own = appraisal[as_index(party)];
    std::vector<RangedTerm> terms;
    std::vector<IssueId> issues;
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (own.issues[at].is_concerned()) {
            terms.push_back({own.issues[at].weight, single(0)});
            issues.emplace_back(at);
        }
    }
    std::vector<IssueCost> costs;
    for (std::size_t at = 0; at < issues.size(); ++at) {
        const IssueAppraisal& issue = own.issues[as_index(issues[at])];
        std::optional<Interval> range;
        for (const OptionId option : content[as_index(issues[at])].options) {
            const Interval one = regret(negotiation, issue, party, {issues[at], {option}});
            range = range ? hull(*range, one) : one;
        }
        terms[at].value = *range;
        const Interval cost = combined(own.scale, terms);
        terms[at].value = single(0);
        if (cost.high.sign() > 0) {
            costs.push_back({issues[at], cost});
        }
    }
    std::stable_sort(costs.begin(), costs.end(), [](const IssueCost& a, const IssueCost& b) {
        return a.cost.high != b.cost.high ? a.cost.high > b.cost.high : a.cost.low > b.cost.low;
    });
    return costs;
}

SingleChanges single_changes(const Case& negotiation, const Appraisal& appraisal,
                             const DraftScore& score, const std::vector<DraftSetting>& content,
                             const CancelFlag* cancel) {
    SingleChanges result;
    result.count = count_changes(negotiation, content);
    const std::uint64_t steps = times(times(result.count, score.parties.size()), content.size());
    if (steps > most_change_steps) {
        result.are_looked_at = false;
        return result;
    }
    const std::uint64_t completions =
        std::min(most_scored_completions, most_change_steps / std::max<std::uint64_t>(steps, 1));
    for (std::size_t at = 0; at < content.size(); ++at) {
        for (std::size_t option = 0; option < negotiation.issues[at].options.size(); ++option) {
            if (cancel != nullptr && cancel->is_raised()) {
                result.was_stopped = true;
                return result;
            }
            if (content[at].options == std::vector{OptionId(option)}) {
                continue;
            }
            const DraftScore changed =
                score_contents(negotiation, appraisal,
                               with_change(content, IssueId(at), OptionId(option)), completions);
            result.is_exact = result.is_exact && changed.is_exact;
            SingleChange change{IssueId(at), OptionId(option), changed.agreement,
                                acceptances(changed)};
            if (helps(change, score)) {
                result.helpful.push_back(std::move(change));
            }
        }
    }
    return result;
}

} // namespace unbracket
