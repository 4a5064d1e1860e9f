#include "unbracket/robust/why.hpp"

#include "unbracket/model/entered.hpp"
#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/zone/best_gain.hpp"
#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/conflict.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

// The reasons of a verdict: its conflicts, the issues they are about, and where only numbers clash,
// by how much. An issue's part in the conflicts is counted, not weighed: in how many of them an
// entry about it takes part. What speakers call decisive stands beside it and is not mixed in.
//
// Source: Liffiton, Previti, Malik and Marques-Silva (2016), Fast, flexible MUS enumeration, for
// the conflicts [liffiton2016fast]

namespace unbracket {

namespace {

bool is_about(const Condition& condition, IssueId issue) {
    return std::any_of(condition.begin(), condition.end(),
                       [&](const Literal& literal) { return literal.issue == issue; });
}

bool is_about(const Rule& rule, IssueId issue) {
    if (const auto* implication = std::get_if<Implication>(&rule.body)) {
        return is_about(implication->premise, issue) || is_about(implication->conclusion, issue);
    }
    if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
        return is_about(exclusion->forbidden, issue);
    }
    const auto& conditions = std::get<AtMost>(rule.body).conditions;
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return is_about(condition, issue); });
}

/// Whether the entry, or the rule or limit it stands for, says something about the issue.
bool is_about(const Case& negotiation, EntryId entry, IssueId issue) {
    if (negotiation.entry(entry).issue == issue) {
        return true;
    }
    if (const Rule* rule = find_entered(negotiation.rules, entry)) {
        return is_about(*rule, issue);
    }
    const Limit* limit = find_entered(negotiation.limits, entry);
    return limit != nullptr && (is_about(limit->premise, issue) || is_about(limit->body, issue));
}

/// By position of the entry: whether any conflict holds it.
std::size_t entries_about(const Case& negotiation, const ConflictList& list, IssueId issue) {
    std::vector<EntryId> found;
    for (const ConflictSet& conflict : list.conflicts) {
        for (const ConflictMember& member : conflict.members) {
            const bool is_new = std::find(found.begin(), found.end(), member.entry) == found.end();
            if (is_new && is_about(negotiation, member.entry, issue)) {
                found.push_back(member.entry);
            }
        }
    }
    return found.size();
}

std::size_t conflicts_about(const Case& negotiation, const ConflictList& list, IssueId issue) {
    return static_cast<std::size_t>(std::count_if(
        list.conflicts.begin(), list.conflicts.end(), [&](const ConflictSet& conflict) {
            return std::any_of(conflict.members.begin(), conflict.members.end(),
                               [&](const ConflictMember& member) {
                                   return is_about(negotiation, member.entry, issue);
                               });
        }));
}

std::vector<StatementId> named_by(const Case& negotiation, IssueId issue) {
    std::vector<StatementId> found;
    for (std::size_t at = 0; at < negotiation.statements.size(); ++at) {
        const Statement& said = negotiation.statements[at];
        const bool names_it =
            std::find(said.issues.begin(), said.issues.end(), issue) != said.issues.end();
        if (names_it && !said.is_superseded && said.kind != StatementKind::question) {
            found.emplace_back(at);
        }
    }
    return found;
}

std::vector<StickingPoint> sticking_points(const Case& negotiation, const ConflictList& list) {
    std::vector<StickingPoint> points;
    for (std::size_t at = 0; at < negotiation.issues.size(); ++at) {
        StickingPoint point{IssueId(at), conflicts_about(negotiation, list, IssueId(at)),
                            entries_about(negotiation, list, IssueId(at)),
                            named_by(negotiation, IssueId(at))};
        if (point.conflicts > 0 || !point.named_by.empty()) {
            points.push_back(std::move(point));
        }
    }
    std::stable_sort(
        points.begin(), points.end(),
        [](const StickingPoint& a, const StickingPoint& b) { return a.conflicts > b.conflicts; });
    return points;
}

std::optional<FallbackGap> gap_of(const CaseView& view, Certainty certainty,
                                  const ConflictSet& conflict, const ClaimOptions& options) {
    FallbackGap gap;
    Omissions omissions(view.negotiation.entries.size(), false);
    for (const EntryId entry : conflict_candidates(view.negotiation, view.appraisal)) {
        omissions[as_index(entry)] = true;
    }
    for (const ConflictMember& member : conflict.members) {
        const Entry& entry = view.negotiation.entry(member.entry);
        if (entry.kind != EntryKind::fallback || !entry.party) {
            return std::nullopt;
        }
        gap.parties.push_back(*entry.party);
        omissions[as_index(member.entry)] = false;
    }
    if (gap.parties.empty()) {
        return std::nullopt;
    }
    const BestGainAnswer answer = find_best_gain(view.negotiation, view.appraisal,
                                                 {certainty, gap.parties, omissions}, options);
    if (!answer.best || answer.best->gain.sign() >= 0) {
        return std::nullopt;
    }
    gap.shortfall = -answer.best->gain;
    gap.outcome = answer.best->outcome;
    gap.is_proved = answer.best->is_optimal;
    return gap;
}

/// The case as it were if nothing unknown were a red line.
Appraisal without_unknown(const Case& negotiation, Appraisal appraisal) {
    for (const PartyId party : negotiation.agreement.counted) {
        for (IssueAppraisal& issue : appraisal[as_index(party)].issues) {
            for (OptionAppraisal& option : issue.options) {
                option.is_unknown = false;
            }
        }
    }
    return appraisal;
}

std::vector<UnknownStop::Option> unknown_in(const CaseView& view, const Outcome& outcome) {
    std::vector<UnknownStop::Option> unknown;
    for (const PartyId party : view.negotiation.agreement.counted) {
        const auto& issues = view.appraisal[as_index(party)].issues;
        for (std::size_t at = 0; at < issues.size(); ++at) {
            if (issues[at].is_concerned() && issues[at].options[as_index(outcome[at])].is_unknown) {
                unknown.push_back({party, IssueId(at), outcome[at]});
            }
        }
    }
    return unknown;
}

std::optional<UnknownStop> unknown_stop_of(const CaseView& view, Certainty certainty,
                                           const ConflictSet& conflict,
                                           const ClaimOptions& options) {
    if (certainty == Certainty::possible) {
        return std::nullopt; // in some reading no unknown option is a red line
    }
    Omissions omissions(view.negotiation.entries.size(), false);
    for (const EntryId entry : conflict_candidates(view.negotiation, view.appraisal)) {
        omissions[as_index(entry)] = true;
    }
    for (const ConflictMember& member : conflict.members) {
        omissions[as_index(member.entry)] = false;
    }
    const ClaimAnswer answer =
        decide_claim(view.negotiation, without_unknown(view.negotiation, view.appraisal), certainty,
                     options, omissions);
    const auto* found = std::get_if<OutcomeFound>(&answer.answer);
    if (found == nullptr) {
        return std::nullopt;
    }
    UnknownStop stop{found->outcome, unknown_in(view, found->outcome)};
    return stop.unknown.empty() ? std::nullopt : std::optional(std::move(stop));
}

/// What is spent on listing all conflicts where just some reason was asked for. On one thread, so
/// that whether it is enough does not depend on how many there are.
constexpr std::uint64_t budget_for_all = 3'000;

ConflictList conflicts_of(const CaseView& view, Certainty certainty, const WhyOptions& options) {
    if (!options.wants_all) {
        ClaimOptions small = options.search;
        small.node_budget = std::min(small.node_budget, budget_for_all);
        small.threads = 1;
        ConflictList all =
            find_conflicts(view.negotiation, view.appraisal, certainty, {.claim = small});
        if (all.is_complete()) {
            return all;
        }
    }
    ConflictOptions conflict_options{.claim = options.search};
    if (!options.wants_all) {
        conflict_options.most_conflicts = 1;
    }
    return find_conflicts(view.negotiation, view.appraisal, certainty, conflict_options);
}

WhyQuestion explained(const CaseView& view, Certainty certainty, const WhyOptions& options) {
    WhyQuestion question{certainty, conflicts_of(view, certainty, options), {}, {}};
    for (const ConflictSet& conflict : question.list.conflicts) {
        question.gaps.push_back(gap_of(view, certainty, conflict, options.search));
        question.unknown.push_back(unknown_stop_of(view, certainty, conflict, options.search));
    }
    return question;
}

} // namespace

WhyResult why(const LoadedCase& loaded, const WhyOptions& options) {
    const Case& negotiation = loaded.negotiation;
    WhyResult result;
    result.wants_all = options.wants_all;
    result.appraisal = appraise(negotiation);
    result.verdict = decide(negotiation, result.appraisal, options.search);
    const CaseView view{negotiation, result.appraisal};
    const VerdictKind kind = kind_of(result.verdict);
    if (kind == VerdictKind::no_agreement) {
        result.questions.push_back(explained(view, Certainty::possible, options));
    }
    const bool asks_sure =
        kind == VerdictKind::depends ||
        (kind == VerdictKind::no_agreement && has_several_readings(negotiation, result.appraisal));
    if (asks_sure) {
        result.questions.push_back(explained(view, Certainty::sure, options));
    }
    result.sticking = sticking_points(
        negotiation, result.questions.empty() ? ConflictList() : result.questions.front().list);
    return result;
}

} // namespace unbracket
