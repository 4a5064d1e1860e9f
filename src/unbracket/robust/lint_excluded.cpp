#include "unbracket/robust/lint_parts.hpp"
#include "unbracket/robust/red_line.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

// Red lines and limits held against what the same party rates best.

namespace unbracket::linting {

namespace {

using Excluders = std::vector<std::optional<EntryId>>; // by option; nothing: it is left

/// Ranges are compared end by end: above is at least as high at both ends, and higher at one.
bool is_above(const Interval& a, const Interval& b) {
    return a.low >= b.low && a.high >= b.high && a != b;
}

void exclude_by_limit(const Limit& limit, IssueId issue, Excluders& excluders) {
    const bool decides_alone = limit.sense == LimitSense::needs || limit.body.size() == 1;
    for (const Literal& literal : limit.body) {
        for (std::size_t i = 0; i < excluders.size(); ++i) {
            const bool is_named =
                std::binary_search(literal.options.begin(), literal.options.end(), OptionId(i));
            const bool is_excluded = is_named == (limit.sense == LimitSense::never);
            if (literal.issue == issue && decides_alone && is_excluded && !excluders[i]) {
                excluders[i] = limit.entry;
            }
        }
    }
}

Excluders excluders_of(const Case& negotiation, const IssueAppraisal& own, PartyId party,
                       IssueId issue) {
    const Assessment* assessment = negotiation.issue(issue).of(party);
    Excluders excluders(own.options.size());
    for (std::size_t i = 0; i < excluders.size(); ++i) {
        if (own.options[i].is_red_line && assessment != nullptr) {
            excluders[i] = red_line_entry(*assessment, OptionId(i));
        }
    }
    for (const Limit& limit : negotiation.limits) {
        if (limit.party == party && limit.is_on && limit.premise.empty()) {
            exclude_by_limit(limit, issue, excluders);
        }
    }
    return excluders;
}

/// Whether an option of this value is above every option that is left.
class LeftOptions {
public:
    LeftOptions(const IssueAppraisal& own, const Excluders& excluders) {
        for (std::size_t i = 0; i < excluders.size(); ++i) {
            if (excluders[i]) {
                continue;
            }
            const Interval& value = own.options[i].value;
            const Interval ends =
                top_ ? Interval{std::max(top_->low, value.low), std::max(top_->high, value.high)}
                     : value;
            is_reached_ = value == ends || (is_reached_ && top_ == ends);
            top_ = ends;
        }
    }

    bool are_below(const Interval& value) const {
        return !top_ || is_above(value, *top_) || (value == *top_ && !is_reached_);
    }

private:
    std::optional<Interval> top_; // the largest low end and the largest high end
    bool is_reached_ = false;     // some option has both
};

/// Those options to which no other is preferred; the highest low end decides, then the high end.
std::vector<OptionId> best_of(const IssueAppraisal& own, const std::vector<OptionId>& options) {
    std::optional<Interval> best;
    for (const OptionId option : options) {
        const Interval& value = own.options[as_index(option)].value;
        if (!best || std::pair(value.low, value.high) > std::pair(best->low, best->high)) {
            best = value;
        }
    }
    std::vector<OptionId> found;
    std::copy_if(options.begin(), options.end(), std::back_inserter(found), [&](OptionId option) {
        return !is_above(*best, own.options[as_index(option)].value);
    });
    return found;
}

ExcludedBest excluded_best(const Case& negotiation, const IssueAppraisal& own, PartyId party,
                           IssueId issue) {
    const Excluders excluders = excluders_of(negotiation, own, party, issue);
    const LeftOptions left(own, excluders);
    std::vector<OptionId> above;
    for (std::size_t i = 0; i < excluders.size(); ++i) {
        if (excluders[i] && left.are_below(own.options[i].value)) {
            above.emplace_back(i);
        }
    }
    ExcludedBest found{party, issue, best_of(own, above), {}};
    for (const OptionId option : found.options) {
        found.limits.push_back(*excluders[as_index(option)]);
    }
    std::sort(found.limits.begin(), found.limits.end());
    found.limits.erase(std::unique(found.limits.begin(), found.limits.end()), found.limits.end());
    return found;
}

} // namespace

std::vector<ExcludedBest> find_excluded_best(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<ExcludedBest> all;
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        for (const Assessment& assessment : negotiation.issues[i].assessments) {
            const PartyAppraisal& own = appraisal[as_index(assessment.party)];
            if (own.gap || !own.issues[i].is_concerned()) {
                continue;
            }
            ExcludedBest found =
                excluded_best(negotiation, own.issues[i], assessment.party, IssueId(i));
            if (!found.options.empty()) {
                all.push_back(std::move(found));
            }
        }
    }
    return all;
}

} // namespace unbracket::linting
