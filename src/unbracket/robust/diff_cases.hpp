#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/change_kind.hpp"
#include "unbracket/robust/diff_questions.hpp"
#include "unbracket/robust/diff_records.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/zone/claim.hpp"
#include "unbracket/zone/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// An entry that is not the same in both cases. The ids belong to the case before and after; an id
/// is missing where the entry is.
struct EntryChange {
    ChangeKind kind = ChangeKind::changed;
    std::string address;
    std::optional<EntryId> before;
    std::optional<EntryId> after;
    bool value_changed = false; // else only its basis or firmness
    bool basis_changed = false;
};

struct StatementChange {
    ChangeKind kind = ChangeKind::changed;
    std::string id;
    std::optional<StatementId> before;
    std::optional<StatementId> after;
};

/// Parties, issues, options, drafts, questions and supposed movements that only one of the cases
/// has, or whose content differs (drafts, questions, movements).
enum class ThingKind { party, issue, option, draft, question, movement };
struct ThingChange {
    ChangeKind kind = ChangeKind::changed;
    ThingKind thing = ThingKind::party;
    std::string id; // of an option: issue.option; of a movement its party
};

struct CaseChanges {
    std::vector<ThingChange> things;
    std::vector<EntryChange> entries;        // in the order of the case after, then what is removed
    std::vector<StatementChange> statements; // what exists at each case's date
};

struct CaseDiff : CaseChanges {
    VerdictKind before = VerdictKind::undecided;
    VerdictKind after = VerdictKind::undecided;
    std::vector<RecordChange> records;
    QuestionChanges questions;
};

/// What changed between two versions of a case: two files, or one file at two dates. Cost: about
/// linear in both documents.
CaseChanges compare_cases(const LoadedCase& before, const LoadedCase& after);

/// The same, the verdict on both, what is recorded of the talks, and the questions that the
/// verdicts turn on.
CaseDiff diff_cases(const LoadedCase& before, const LoadedCase& after,
                    const ClaimOptions& options = {});

} // namespace unbracket
