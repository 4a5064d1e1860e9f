#pragma once

#include "unbracket/robust/alternatives.hpp"
#include "unbracket/robust/answer_rules.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/signings.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace unbracket {

/// How many outcomes there are and how many are accepted; counted by looking at each while there
/// are at most `count_limit`.
struct ZoneCount {
    std::uint64_t outcomes = 0; // saturates at UINT64_MAX
    bool is_saturated = false;
    bool is_counted = false;
    std::uint64_t sure = 0;
    std::uint64_t possible = 0;
};
inline constexpr std::uint64_t count_limit = 200'000;

/// What a party's numbers exclude: outcomes that break no limit of its own, no rule and no norm,
/// but are not accepted by it in any reading (never), or not in every reading (not_always).
struct ValueExclusion {
    PartyId party;
    bool is_counted = false; // else the two numbers are not known, only whether they are 0
    std::uint64_t never = 0;
    std::uint64_t not_always = 0;
    bool excludes_none_possible = false;
    bool excludes_none_sure = false;
};

/// Where the entries that can affect the verdict come from.
struct Coverage {
    std::uint64_t entries = 0;
    std::uint64_t own_words = 0;    // reported, in a statement by somebody who speaks for the party
    std::uint64_t others_words = 0; // reported by others, and not by these two alone:
    std::uint64_t experts = 0;      // reported as experts' judgement
    std::uint64_t narrator = 0;     // reported by the narrator alone
    std::uint64_t inferred = 0;
    std::uint64_t assumed = 0;
};

/// The latest meeting held before the case's date, and who of the counted parties was not there.
/// Meetings at which drafts or documents lay on the table count before all others.
struct RoomReport {
    std::optional<std::size_t> event; // by position in the case
    std::vector<PartyId> absent;
};

/// For depends: an entry some end of whose own range settles the verdict.
struct Hinge {
    EntryId entry;
    /// The ends that were tried, less what orders and judgements rule out; nothing for a doubtful
    /// intent, which refuses at the low end and seeks an agreement at the high one.
    std::optional<Interval> tried;
    std::optional<VerdictKind> at_low; // verdict with the entry at its lower end, where it differs
    std::optional<VerdictKind> at_high;
    /// A number between the ends at which no outcome is possible; looked for by `robust` alone.
    std::optional<Rational> none_at = std::nullopt;
};

struct PartySurplus {
    PartyId party;
    Interval surplus;
};

/// Things a reader has to know about what the verdict does not use.
enum class NoteKind {
    judgements_left_out, // binding judgements of drafts that are partly open
    weight_orders_left_out,
    drivers_not_applied,
    steps_not_applied,
    ratification_not_applied,
    deadlines_not_applied,
    no_norms,
    rests_on_cut, // the analysis behind rests_on stopped at its budget
    verdict_only  // nothing but the verdict was asked for
};
struct Note {
    NoteKind kind;
    std::vector<std::string> names; // ids or addresses it is about
};

/// What counted parties are known to say of drafts that are partly open; no verdict uses it, so
/// that an answer that depends may be firmer than it looks.
struct LeftOut {
    bool judgements = false; // binding ones of whole drafts
    bool weight_orders = false;
};

/// What, beside red lines, limits and rules, can exclude outcomes in the claim that was proved
/// without any weighing of points.
struct HardReasons {
    bool unknown_options = false;
    bool intent = false; // doubtful, or refusal
};

/// Something to ask, and whom; nobody: it is to be found out.
struct NextQuestion {
    /// A question of the table, by position; an entry; or the value without agreement of a party
    /// for which nothing is entered.
    std::variant<std::size_t, EntryId, PartyId> about;
    std::vector<PartyId> asked;
};

/// How much is asked: everything on the first screen, or the verdict and its proof without counts,
/// alternatives and what it rests on.
enum class CheckScope { whole, verdict_only };

struct CheckOptions {
    ClaimOptions search;
    CheckScope scope = CheckScope::whole;
};

/// Everything `unbracket check` says, as data.
struct CheckResult {
    Verdict verdict;
    Appraisal appraisal;
    ZoneCount count;
    std::vector<PartySurplus> surplus; // of the outcome shown, for each counted party
    /// For no_agreement one minimal conflict; for agreement the entries which, each made unknown,
    /// lose it; for depends the hinges; for contradiction its entries.
    std::vector<EntryId> rests_on;
    /// Of agreement and no_agreement: binding judgements and orders of weights with which the
    /// answer stands, all entries as they are, while without any one of these it would be another.
    std::vector<CouplingOrigin> rests_on_said;
    bool rests_on_is_complete = true;
    std::vector<EntryId> weakest; // of these: those with the weakest basis, at least two
    /// Somebody stopped it (Ctrl-C): what is missing is not for want of a larger budget.
    bool was_stopped = false;
    CheckScope scope = CheckScope::whole;
    std::vector<Hinge> hinges;
    AlternativesTable alternatives;
    AnswerRules answer_rules;      // the table summed up
    std::vector<Signing> signings; // where not all documents have to be signed
    /// First the open questions and limits that decide, then what the answer rests on, by the
    /// weakest basis, then values without agreement and limits that exclude something.
    std::vector<NextQuestion> next;
    bool has_several_readings = false; // some number of a counted party is not known exactly
    LeftOut left_out;
    HardReasons hard_reasons; // of no_agreement and depends
    Coverage coverage;
    std::vector<ValueExclusion> exclusions;
    RoomReport room;
    std::vector<Note> notes;
    double engine_seconds = 0; // of the verdict itself; shown only on request

    /// The outcome the verdict shows: agreed on, or possible; nothing where there is none.
    const Outcome* shown_outcome() const;
};

CheckResult check(const LoadedCase& loaded, const CheckOptions& options = {});

} // namespace unbracket
