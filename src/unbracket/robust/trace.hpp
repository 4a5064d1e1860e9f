#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/robust/ledger.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unbracket {

/// What a name stands for: one thing of the case, or all entries below an address.
using Traced = std::variant<EntryId, std::vector<EntryId>, StatementId, DraftId, AlternativeId>;

/// The thing with that address or id. Statements, drafts and alternatives are found by their id
/// alone or behind `said.`, `draft.` and `alternative.`; where several have the id, only so. A
/// problem names up to three of the nearest addresses and ids.
Result<Traced> traced_thing(const Case& negotiation, std::string_view name);

/// Things of the case that hold a statement or an address without being entries.
enum class RecordKind {
    quantity,
    draft,
    document,
    driver,
    change,
    event,
    step,
    deadline,
    ratification
};
struct Record {
    RecordKind kind = RecordKind::quantity;
    std::size_t position = 0; // in the case's list of such things
};

/// A minimal conflict: why no outcome is possible, or why none is sure.
struct TracedConflict {
    Certainty question = Certainty::possible;
    std::vector<EntryId> entries;
};

/// Where one thing of a case comes from and what hangs on it.
struct Trace {
    Traced thing;

    // Where it comes from: the statements that report it and those it was inferred from. Of a draft
    // those about the text, of an alternative those that speak to the question.
    std::vector<StatementId> reported_by;
    std::vector<StatementId> inferred_from;
    std::size_t voices = 0; // behind both

    // What hangs on it.
    std::vector<EntryId> entries; // of a statement: under which it stands; of a draft: fallbacks as
                                  // good as it; of an alternative: entries its answers set
    std::vector<EntryId> alone;   // of a statement: entries that nothing else stands under
    std::vector<StatementId> judged_by; // of a draft: statements that judge it
    std::vector<PartyId> binds; // of a statement: parties whose readings its judgements limit
    std::vector<StatementId> relayed_by;     // of a statement: those that pass it on
    std::vector<StatementId> superseded_by;  // of a statement
    std::vector<StatementId> contradicts;    // of a statement: whoever of the two says so
    std::vector<AlternativeId> alternatives; // an answer of which sets it, or it speaks to
    std::vector<Record> records;             // that name it
    /// Minimal conflicts of the case that hold the entry, or one of these entries.
    std::vector<TracedConflict> conflicts;
    bool conflicts_are_all = true;

    bool can_move_verdict = false; // of an entry
    VerdictKind verdict = VerdictKind::undecided;
    /// The verdict with an entry unknown or a limit, rule, bonus, risk or intent left out, with a
    /// limit that is switched off in force; without a statement and what rests on it alone. Nothing
    /// for other things, where what is left is no valid case, and for a statement behind a dated
    /// change that was made already.
    std::optional<VerdictKind> without;
    std::vector<AnswerVerdict> answers; // of an alternative, each by itself
};

/// Whether an entry of that kind is left out whole where its effect is asked for; others are made
/// unknown.
bool is_left_out_whole(EntryKind kind);

/// Cost: two decisions and a search for conflicts; for an alternative one decision an answer.
Trace trace(const LoadedCase& loaded, const Traced& thing, const ClaimOptions& options = {});

} // namespace unbracket
