#include "unbracket/zone/find_couplings.hpp"

#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/reduced.hpp"

#include <algorithm>

namespace unbracket {

namespace {

bool is_settled(const Case& negotiation, PartyId party, const PartyAppraisal& own, DraftId id) {
    const Draft& draft = negotiation.draft(id);
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (own.issues[at].is_concerned() && draft.content[at].options.size() != 1) {
            return false;
        }
    }
    return std::none_of(
        negotiation.bonuses.begin(), negotiation.bonuses.end(), [&](const Bonus& bonus) {
            return bonus.party == party && matches(draft, bonus.when) == Match::maybe;
        });
}

bool contains(const Literal& literal, OptionId option) {
    return std::find(literal.options.begin(), literal.options.end(), option) !=
           literal.options.end();
}

/// Whether the draft may turn out to meet both conditions, and not this literal if one is given.
bool may_meet(const Draft& draft, const Condition& one, const Condition& other,
              const Literal* without) {
    for (std::size_t at = 0; at < draft.content.size(); ++at) {
        const auto fits = [&](OptionId option) {
            const auto is_kept = [&](const Literal& literal) {
                return literal.issue != IssueId(at) || contains(literal, option);
            };
            return std::all_of(one.begin(), one.end(), is_kept) &&
                   std::all_of(other.begin(), other.end(), is_kept) &&
                   (without == nullptr || without->issue != IssueId(at) ||
                    !contains(*without, option));
        };
        const auto& options = draft.content[at].options;
        if (std::none_of(options.begin(), options.end(), fits)) {
            return false;
        }
    }
    return true;
}

bool may_break(const Draft& draft, const Limit& limit) {
    if (limit.sense == LimitSense::never) {
        return may_meet(draft, limit.premise, limit.body, nullptr);
    }
    return std::any_of(limit.body.begin(), limit.body.end(), [&](const Literal& needed) {
        return may_meet(draft, limit.premise, {}, &needed);
    });
}

/// A red line, limit or unknown option of the party's own that the draft may meet.
bool may_break(const Case& negotiation, PartyId party, const PartyAppraisal& own, DraftId id) {
    const Draft& draft = negotiation.draft(id);
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        for (const OptionId option : draft.content[at].options) {
            if (own.issues[at].is_concerned() &&
                (own.issues[at].options[as_index(option)].is_red_line ||
                 own.issues[at].options[as_index(option)].is_unknown)) {
                return true;
            }
        }
    }
    return std::any_of(negotiation.limits.begin(), negotiation.limits.end(),
                       [&](const Limit& limit) {
                           return limit.party == party && limit.is_on && may_break(draft, limit);
                       });
}

/// The entry that makes an option a red line of the party's.
EntryId red_line_entry(const Assessment& assessment, OptionId option) {
    const auto& ratings = assessment.scores.empty() ? assessment.stances : assessment.scores;
    if (!ratings.empty() && ratings[as_index(option)] && ratings[as_index(option)]->is_red_line) {
        return ratings[as_index(option)]->entry;
    }
    const bool by_order =
        assessment.order && std::count(assessment.order->red_lines.begin(),
                                       assessment.order->red_lines.end(), option) > 0;
    return by_order ? assessment.order->entry : assessment.curve->red_line->entry;
}

std::optional<EntryId> broken_red_line(const Case& negotiation, PartyId party,
                                       const PartyAppraisal& own, DraftId draft) {
    const Outcome outcome = contents_of(negotiation, draft);
    for (std::size_t at = 0; at < own.issues.size(); ++at) {
        if (own.issues[at].is_concerned() &&
            own.issues[at].options[as_index(outcome[at])].is_red_line) {
            return red_line_entry(*negotiation.issues[at].of(party), outcome[at]);
        }
    }
    return std::nullopt;
}

using Sorted = std::variant<Coupling, CouplingGap>;

/// Whether it has without agreement what a draft gives that leaves something open.
bool has_open_fallback(const Case& negotiation, PartyId party, const PartyAppraisal& own) {
    const auto* draft = std::get_if<DraftId>(&own.fallback);
    return draft != nullptr && !is_settled(negotiation, party, own, *draft);
}

class Sorter {
public:
    Sorter(const Case& negotiation, PartyId party, const PartyAppraisal& own)
        : case_(negotiation), party_(party), own_(own) {}

    /// What the judgement says, or why it says nothing.
    Sorted sorted(StatementId statement, const Judgement& judgement) const {
        if (judgement.kind == JudgementKind::not_yet) {
            return CouplingGap::not_yet;
        }
        if (own_.scale == Scale::none) {
            return CouplingGap::no_values;
        }
        if (!is_settled(case_, party_, own_, judgement.draft) ||
            (judgement.over && !is_settled(case_, party_, own_, *judgement.over))) {
            return CouplingGap::open_draft;
        }
        if (has_open_fallback(case_, party_, own_)) {
            return CouplingGap::open_fallback;
        }
        if (is_explained_by_limits(judgement)) {
            return CouplingGap::limit;
        }
        return Coupling{.kind = kind_of(judgement.kind),
                        .origin = statement,
                        .draft = judgement.draft,
                        .over = judgement.over};
    }

private:
    static CouplingKind kind_of(JudgementKind kind) {
        switch (kind) {
        case JudgementKind::accepts:
        case JudgementKind::not_yet:
            break;
        case JudgementKind::rejects:
            return CouplingKind::rejects;
        case JudgementKind::prefers:
            return CouplingKind::prefers;
        case JudgementKind::nothing_below:
            return CouplingKind::nothing_below;
        }
        return CouplingKind::accepts;
    }

    bool is_explained_by_limits(const Judgement& judgement) const {
        if (judgement.kind == JudgementKind::rejects) {
            return case_.intent_of(party_) != Intent::seeks ||
                   may_break(case_, party_, own_, judgement.draft);
        }
        return judgement.kind == JudgementKind::prefers &&
               (may_break(case_, party_, own_, judgement.draft) ||
                may_break(case_, party_, own_, *judgement.over));
    }

    const Case& case_;
    PartyId party_;
    const PartyAppraisal& own_;
};

/// Calls `use(statement, judgement)` for every binding judgement of the party.
template <class Use>
void for_binding(const Case& negotiation, PartyId party, const Use& use) {
    for (std::size_t at = 0; at < negotiation.statements.size(); ++at) {
        const Statement& statement = negotiation.statements[at];
        for (const Judgement& judgement : statement.judgements) {
            const bool exists = statement.exists && negotiation.draft(judgement.draft).exists &&
                                (!judgement.over || negotiation.draft(*judgement.over).exists);
            if (exists && judgement.party == party && judgement.use == JudgementUse::binds) {
                use(StatementId(at), judgement);
            }
        }
    }
}

void add_weight_orders(const Case& negotiation, PartyId party, const PartyAppraisal& own,
                       std::vector<Coupling>& couplings) {
    if (own.scale != Scale::stances || has_open_fallback(negotiation, party, own)) {
        return;
    }
    for (const WeightOrder& order : negotiation.weight_orders) {
        if (order.party != party) {
            continue;
        }
        std::optional<IssueId> heavier;
        for (const std::vector<IssueId>& group : order.classes) {
            if (heavier) {
                couplings.push_back({.kind = CouplingKind::heavier,
                                     .origin = order.entry,
                                     .first = heavier,
                                     .second = group.front()});
            }
            for (std::size_t at = 1; at < group.size(); ++at) {
                couplings.push_back({.kind = CouplingKind::as_heavy,
                                     .origin = order.entry,
                                     .first = group[at - 1],
                                     .second = group[at]});
            }
            heavier = group.front();
        }
    }
}

} // namespace

Outcome contents_of(const Case& negotiation, DraftId draft) {
    Outcome outcome;
    for (const DraftSetting& setting : negotiation.draft(draft).content) {
        outcome.push_back(setting.options.front());
    }
    return outcome;
}

std::vector<Coupling> couplings_of(const Case& negotiation, PartyId party,
                                   const PartyAppraisal& own) {
    std::vector<Coupling> couplings;
    const Sorter sorter(negotiation, party, own);
    for_binding(negotiation, party, [&](StatementId statement, const Judgement& judgement) {
        const Sorted sorted = sorter.sorted(statement, judgement);
        if (const auto* coupling = std::get_if<Coupling>(&sorted)) {
            couplings.push_back(*coupling);
        }
    });
    add_weight_orders(negotiation, party, own, couplings);
    return couplings;
}

std::vector<UnusedCoupling> unused_couplings(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<UnusedCoupling> unused;
    for (const PartyId party : negotiation.agreement.counted) {
        const PartyAppraisal& own = appraisal[as_index(party)];
        const Sorter sorter(negotiation, party, own);
        for_binding(negotiation, party, [&](StatementId statement, const Judgement& judgement) {
            const Sorted sorted = sorter.sorted(statement, judgement);
            if (const auto* gap = std::get_if<CouplingGap>(&sorted)) {
                unused.push_back({party, statement, *gap});
            }
        });
        const bool is_open = has_open_fallback(negotiation, party, own);
        for (const WeightOrder& order : negotiation.weight_orders) {
            if (order.party == party && is_open) {
                unused.push_back({party, order.entry, CouplingGap::open_fallback});
            }
        }
    }
    return unused;
}

bool would_tie(const Case& negotiation, const Appraisal& appraisal, StatementId statement) {
    const auto& judgements = negotiation.statement(statement).judgements;
    return std::any_of(judgements.begin(), judgements.end(), [&](const Judgement& judgement) {
        return negotiation.is_counted(judgement.party) &&
               std::holds_alternative<Coupling>(
                   Sorter(negotiation, judgement.party, appraisal[as_index(judgement.party)])
                       .sorted(statement, judgement));
    });
}

std::optional<BrokenAcceptance> broken_acceptance(const Case& negotiation, PartyId party,
                                                  const PartyAppraisal& own) {
    std::optional<BrokenAcceptance> found;
    for_binding(negotiation, party, [&](StatementId statement, const Judgement& judgement) {
        if (found || judgement.kind != JudgementKind::accepts ||
            !is_settled(negotiation, party, own, judgement.draft)) {
            return;
        }
        const Draft& draft = negotiation.draft(judgement.draft);
        if (const auto red_line = broken_red_line(negotiation, party, own, judgement.draft)) {
            found = BrokenAcceptance{statement, *red_line};
        }
        for (const Limit& limit : negotiation.limits) {
            const Match body = matches(draft, limit.body);
            const Match broken = limit.sense == LimitSense::never ? Match::yes : Match::no;
            if (!found && limit.party == party && limit.is_on &&
                matches(draft, limit.premise) == Match::yes && body == broken) {
                found = BrokenAcceptance{statement, limit.entry};
            }
        }
    });
    return found;
}

} // namespace unbracket
