#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/reading.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// Some outcome is accepted in every reading.
struct AgreementVerdict {
    Outcome outcome;
    /// Of parties whose ranges alone would leave readings in which it is not accepted: why
    /// judgements leave none.
    std::vector<CoupledColumn> refusals;
};
/// No outcome is accepted in any reading.
struct NoAgreementVerdict {
    NoOutcome proof;
};
/// An outcome is accepted in some reading, none in every reading.
struct DependsVerdict {
    Outcome possible_outcome;
    std::vector<PartyReading> possible_reading; // of the parties that accept in it
    NoOutcome none_sure;
    /// A reading in which no outcome is accepted, where one was found.
    std::optional<std::vector<PartyReading>> failing_reading;
};
/// Why nothing was decided: somebody stopped the search, the node budget ran out, or the draft that
/// is a party's fallback leaves more contents open that bonuses tie together than are enumerated.
enum class UndecidedReason { stopped, budget, open_fallback };

/// Cut short; what was proved until then.
struct UndecidedVerdict {
    std::optional<Outcome> possible_outcome;
    std::vector<PartyReading> possible_reading;
    UndecidedReason reason = UndecidedReason::budget;
    std::optional<PartyId> party; // of open_fallback
};
/// A party's entries leave it no reading.
struct ContradictionVerdict {
    PartyId party;
    std::vector<EntryId> entries; // minimal, together with the statements
    std::vector<StatementId> statements;
    /// Where ranges alone leave a reading: why the statements, and orders of weights among the
    /// entries, leave none. Nothing: a statement accepts what breaks a limit.
    std::optional<RowWeights> refusal;
};

using VerdictVariant = std::variant<AgreementVerdict, NoAgreementVerdict, DependsVerdict,
                                    UndecidedVerdict, ContradictionVerdict>;

struct Verdict {
    VerdictVariant answer;
    std::uint64_t nodes = 0;
    /// Of every counted party with judgements or orders of weights: one that they leave.
    std::vector<PartyReading> some_readings;
};

enum class VerdictKind { agreement, no_agreement, depends, undecided, contradiction };
VerdictKind kind_of(const Verdict& verdict);
/// Whether a certificate can carry the whole proof.
bool is_certifiable(const Verdict& verdict);
/// `agreement`, `no_agreement`, `depends`, `undecided`, `contradiction`.
std::string to_text(VerdictKind kind);

/// Decides the case, as docs/concepts.md defines it. `appraisal` is that of the case. The failing
/// reading is not looked for here; see find_failing_reading.
Verdict decide(const Case& negotiation, const Appraisal& appraisal,
               const ClaimOptions& options = {});

/// Looks for a reading in which no outcome is accepted: every party as hard to please as its
/// entries allow, with a few choices of weights. Nothing found proves nothing.
std::optional<std::vector<PartyReading>> find_failing_reading(const Case& negotiation,
                                                              const Appraisal& appraisal,
                                                              const Outcome& possible_outcome,
                                                              const ClaimOptions& options = {});

/// The appraisal of a case in which every counted party has exactly this reading.
Appraisal pinned(const Appraisal& appraisal, const std::vector<PartyReading>& readings);
/// The case itself with the numbers of these readings that stand outside of appraisals: bonuses,
/// losses, and what drafts that are fallbacks turn out to say.
Case pinned(Case negotiation, const std::vector<PartyReading>& readings);

} // namespace unbracket
