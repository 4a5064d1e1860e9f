#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/diagnostic.hpp"
#include "unbracket/base/ids.hpp"
#include "unbracket/model/entry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unbracket {

enum class Attribution { named, official, anonymous, expert, narrator };
enum class StatementKind {
    position,
    claim,
    judgement,
    forecast,
    diagnosis,
    question,
    lever,
    event,
    note,
    framing
};
enum class Confidence { unstated, low, moderate, high };

enum class JudgementKind { accepts, rejects, prefers, nothing_below, not_yet };
enum class JudgementUse { binds, hypothesis, record };

/// What a statement says a party makes of a whole draft.
struct Judgement {
    PartyId party;
    JudgementKind kind = JudgementKind::accepts;
    DraftId draft;
    std::optional<DraftId> over; // of prefers
    JudgementUse use = JudgementUse::hypothesis;
};

/// Something said or reported.
struct Statement {
    std::string key;
    std::string who;
    std::optional<PersonId> person;
    std::optional<PartyId> speaks_for;
    Attribution attribution = Attribution::named;
    std::vector<PartyId> about;
    std::optional<Date> date;
    std::string place;
    std::string source; // the source's title or the free text
    std::optional<SourceId> source_id;
    std::string via;
    StatementKind kind = StatementKind::claim;
    std::string claim;
    std::vector<std::string> supports;
    std::vector<std::string> suggests;
    std::vector<Judgement> judgements;
    std::optional<StatementId> relays;
    std::string stance_to_it;
    std::optional<StatementId> same_as;
    std::vector<IssueId> issues; // `points`: what the deal is said to turn on
    std::vector<StatementId> contradicts;
    std::vector<StatementId> supersedes;
    std::vector<StatementId> differs;         // other figures or forecasts, but no contradiction
    std::optional<AlternativeId> alternative; // the open question of the file that it speaks to
    std::string condition;                    // of a conditional claim or forecast
    std::string bound;                        // of a forecast: at_least, at_most, about, exactly
    std::string horizon;                      // of a forecast
    bool is_about_own_strength = false;
    Confidence confidence = Confidence::unstated;
    Visibility visibility;
    std::string entered_by;
    std::string checked_by;
    SourcePosition at;
    bool exists = true;         // false: dated after the case's date
    bool is_superseded = false; // by a later statement that exists
    bool is_contradicted = false;
    bool use_was_entered = false; // how its judgements count was set by hand
};

} // namespace unbracket
