#include "unbracket/robust/lint.hpp"

#include "unbracket/robust/ledger.hpp"
#include "unbracket/robust/lint_parts.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/contradiction.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace linting {

namespace {

bool rates_something(const Assessment& assessment) {
    const auto is_given = [](const std::optional<Rating>& rating) { return rating.has_value(); };
    return assessment.curve || assessment.order ||
           std::any_of(assessment.stances.begin(), assessment.stances.end(), is_given) ||
           std::any_of(assessment.scores.begin(), assessment.scores.end(), is_given);
}

bool has_scores(const Assessment& assessment) {
    return std::any_of(assessment.scores.begin(), assessment.scores.end(),
                       [](const std::optional<Rating>& rating) { return rating.has_value(); });
}

bool can_weigh(const WordTable& words, const Weight& weight) {
    return in_numbers(words, weight.quantity).high.sign() > 0;
}

bool is_ordered(const Order& order, OptionId option) {
    const auto holds = [option](const std::vector<OptionId>& options) {
        return std::find(options.begin(), options.end(), option) != options.end();
    };
    return holds(order.red_lines) || std::any_of(order.classes.begin(), order.classes.end(), holds);
}

/// Options that the party's stances and order leave open; none where a curve covers them all.
std::vector<OptionId> unrated_options(const Issue& issue, const Assessment& assessment) {
    std::vector<OptionId> open;
    for (std::size_t i = 0; i < issue.options.size() && !assessment.curve; ++i) {
        const bool has_stance = i < assessment.stances.size() && assessment.stances[i];
        if (!has_stance && !(assessment.order && is_ordered(*assessment.order, OptionId(i)))) {
            open.emplace_back(i);
        }
    }
    return open;
}

void add_assessment_gaps(const Case& negotiation, IssueId issue, const Assessment& assessment,
                         std::vector<Gap>& gaps) {
    if (has_scores(assessment)) {
        return;
    }
    const bool is_rated = rates_something(assessment);
    if (is_rated && !assessment.weight) {
        gaps.push_back({GapKind::weight, assessment.party, issue, {}});
    }
    const bool can_count = !assessment.weight || can_weigh(negotiation.words, *assessment.weight);
    std::vector<OptionId> open = unrated_options(negotiation.issue(issue), assessment);
    if (can_count && !open.empty()) {
        gaps.push_back({GapKind::stance, assessment.party, issue, std::move(open)});
    }
}

void add_party_gaps(const Case& negotiation, PartyId party, std::vector<Gap>& gaps) {
    const bool has_scale = negotiation.party(party).scale != Scale::none;
    if (negotiation.is_required(party) && !has_scale) {
        gaps.push_back({GapKind::scale, party, std::nullopt, {}});
    }
    if (negotiation.is_counted(party) && has_scale &&
        negotiation.fallback_in_force(party) == nullptr) {
        gaps.push_back({GapKind::fallback, party, std::nullopt, {}});
    }
}

bool is_rated_by_a_counted_party(const Case& negotiation, const Issue& issue) {
    return std::any_of(
        issue.assessments.begin(), issue.assessments.end(), [&](const Assessment& assessment) {
            return negotiation.is_counted(assessment.party) && rates_something(assessment);
        });
}

bool is_asked_for_by_a_bonus(const Case& negotiation, const Issue& issue) {
    const auto names_it = [&](const Literal& literal) {
        return &negotiation.issue(literal.issue) == &issue;
    };
    return std::any_of(negotiation.bonuses.begin(), negotiation.bonuses.end(),
                       [&](const Bonus& bonus) {
                           return negotiation.is_counted(bonus.party) &&
                                  std::any_of(bonus.when.begin(), bonus.when.end(), names_it);
                       });
}

/// Judgements that bind and are in force, with the statement each one stands in.
std::vector<std::pair<StatementId, Judgement>> binding_judgements(const Case& negotiation) {
    std::vector<std::pair<StatementId, Judgement>> found;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        const Statement& statement = negotiation.statements[i];
        for (const Judgement& judgement : statement.judgements) {
            if (!statement.is_superseded && judgement.use == JudgementUse::binds) {
                found.emplace_back(StatementId(i), judgement);
            }
        }
    }
    return found;
}

bool are_opposed(const Judgement& a, const Judgement& b) {
    const auto is_no = [](JudgementKind kind) {
        return kind == JudgementKind::rejects || kind == JudgementKind::not_yet;
    };
    return a.party == b.party && a.draft == b.draft &&
           ((a.kind == JudgementKind::accepts && is_no(b.kind)) ||
            (b.kind == JudgementKind::accepts && is_no(a.kind)));
}

void add_opposed_judgements(const Case& negotiation, std::vector<Contradiction>& found) {
    const auto judgements = binding_judgements(negotiation);
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        for (std::size_t j = i + 1; j < judgements.size(); ++j) {
            const auto& [first, judged] = judgements[i];
            const auto& [second, judged_again] = judgements[j];
            if (are_opposed(judged, judged_again)) {
                found.push_back({ContradictionKind::judgements,
                                 judged.party,
                                 judged.draft,
                                 {},
                                 {first, second}});
            }
        }
    }
}

void add_contradicting_statements(const Case& negotiation, std::vector<Contradiction>& found) {
    for (const StatementPair& pair : statement_pairs(negotiation, &Statement::contradicts)) {
        found.push_back({ContradictionKind::statements,
                         std::nullopt,
                         std::nullopt,
                         {},
                         {pair.first, pair.second}});
    }
}

} // namespace

std::vector<Gap> find_gaps(const Case& negotiation) {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < negotiation.issues.size(); ++i) {
        for (const Assessment& assessment : negotiation.issues[i].assessments) {
            add_assessment_gaps(negotiation, IssueId(i), assessment, gaps);
        }
        const Issue& issue = negotiation.issues[i];
        if (!is_rated_by_a_counted_party(negotiation, issue) &&
            !is_asked_for_by_a_bonus(negotiation, issue)) {
            gaps.push_back({GapKind::issue, std::nullopt, IssueId(i), {}});
        }
    }
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        add_party_gaps(negotiation, PartyId(i), gaps);
    }
    return gaps;
}

std::vector<Contradiction> find_contradictions(const Case& negotiation,
                                               const Appraisal& appraisal) {
    std::vector<Contradiction> found;
    if (const auto none = find_contradiction(negotiation, appraisal)) {
        found.push_back({ContradictionKind::no_reading, none->party, std::nullopt, none->entries,
                         none->statements});
    }
    add_contradicting_statements(negotiation, found);
    add_opposed_judgements(negotiation, found);
    return found;
}

} // namespace linting

LintResult lint(const Case& negotiation, const LintOptions& options) {
    const Appraisal appraisal = appraise(negotiation);
    LintResult result;
    result.gaps = linting::find_gaps(negotiation);
    result.contradictions = linting::find_contradictions(negotiation, appraisal);
    result.without_statement = linting::entries_without_statement(negotiation);
    result.idle_statements = linting::find_idle_statements(negotiation);
    result.limits = linting::list_limits(negotiation);
    result.unequal_codings = linting::find_unequal_codings(negotiation);
    result.excluded_best = linting::find_excluded_best(negotiation, appraisal);
    result.missing_alternatives = linting::find_missing_alternatives(negotiation);
    result.unused = linting::find_unused(negotiation, appraisal);
    result.loaded_words = linting::find_loaded_words(
        negotiation, options.words ? *options.words : loaded_words(negotiation));
    result.bare_numbers = linting::find_bare_numbers(negotiation);
    result.one_sided = linting::find_one_sided(negotiation);
    result.named_parties = linting::find_named_parties(negotiation);
    result.doubled_limits = linting::find_doubled_limits(negotiation);
    result.ageing = linting::find_ageing(negotiation, options.ageing_days);
    result.layer_conflicts = options.layer_conflicts;
    return result;
}

} // namespace unbracket
