#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/edit.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unbracket {

/// What a case leaves out, so that a wide range stands in for it.
enum class GapKind {
    weight,   // stances without a weight: 0 to 40 is taken
    stance,   // a weight, and options without a stance: unknown
    fallback, // a counted party without one: from its worst to its best total
    scale,    // a required party that rates nothing: it accepts whatever breaks no limit of its own
    issue     // no counted party rates any option of the issue
};

struct Gap {
    GapKind kind = GapKind::weight;
    std::optional<PartyId> party;
    std::optional<IssueId> issue;
    std::vector<OptionId> options; // of a stance gap
};

enum class ContradictionKind {
    no_reading, // entries that leave a party no reading
    statements, // one statement is marked as contradicting the other
    judgements  // a party is said to accept and to reject the same draft, and both bind
};

struct Contradiction {
    ContradictionKind kind = ContradictionKind::statements;
    std::optional<PartyId> party;
    std::optional<DraftId> draft;
    std::vector<EntryId> entries;
    std::vector<StatementId> statements;
};

/// The hard limits of one party, or the norms where `party` is empty: red lines, limits, intent.
struct PartyLimits {
    std::optional<PartyId> party;
    std::vector<EntryId> entries;     // in force, in order of appearance
    std::vector<EntryId> if_answered; // limits that are off and that some alternative switches on
};

/// On this issue some counted parties have a hard limit, others only a price. Where `alternatives`
/// is empty, the file does not ask whether that is more than a difference in coding.
struct UnequalCoding {
    IssueId issue;
    std::vector<PartyId> with_limit;
    std::vector<PartyId> without_limit;
    std::vector<AlternativeId> alternatives; // those that set an entry of the issue
};

/// A party's own red lines, or limits without condition, leave it nothing on an issue that it rates
/// as high as an option they exclude: perhaps the wrong side of a number was meant.
struct ExcludedBest {
    PartyId party;
    IssueId issue;
    std::vector<OptionId> options; // excluded, and rated above whatever is left
    std::vector<EntryId> limits;   // that exclude them
};

/// Two statements about one entry contradict each other, and no alternative sets the entry.
struct MissingAlternative {
    EntryId entry;
    StatementId first;
    StatementId second;
};

/// Kinds of things that are recorded, but that nothing uses.
enum class UnusedKind {
    driver,       // no verdict uses it yet
    step,         // no verdict uses it yet
    deadline,     // no verdict uses it yet
    ratification, // no verdict uses it yet
    weight_order, // no verdict can use it
    judgement,    // binding ones of drafts that are partly open, or "not yet"
    source,       // no statement names it
    person,       // no statement and no event names it
    document,     // no issue, point, package or event names it
    clause,       // numbers that a draft drops or merges and that no point of the case has
    switched_off  // limits with status off that no alternative sets
};

struct Unused {
    UnusedKind kind = UnusedKind::driver;
    std::vector<std::string> names; // ids, addresses or titles, in order of appearance
};

/// A word that one side would not use of itself, and what says the same without taking sides.
struct WordAdvice {
    std::string word; // in small letters; may be several words
    std::string instead;
};

/// Where the file uses such a word: `draft.first.title`, `said.s1.claim`.
struct LoadedWord {
    std::string place;
    WordAdvice advice;
};

/// Whom the statements under an entry come from.
enum class OneSidedKind {
    unnamed, // nobody of them has a name
    adverse, // all speak for other parties that are counted
    mixed    // each of them is one or the other
};

/// An entry under which there are statements, and none that would stand by itself.
struct OneSided {
    EntryId entry;
    OneSidedKind kind = OneSidedKind::unnamed;
    std::vector<StatementId> statements;
};

/// A draft or a question whose title names parties.
struct NamedParties {
    std::variant<DraftId, AlternativeId> thing;
    std::vector<PartyId> parties;
};

/// Two limits of one party, one of which excludes nothing that the other does not.
struct DoubledLimit {
    EntryId wider;
    EntryId narrower;
    bool is_same = false; // they exclude the same
};

/// An entry whose latest statement is old.
struct AgeingEntry {
    EntryId entry;
    StatementId latest;
    int days = 0; // before the case's date
};

struct LintResult {
    std::vector<Gap> gaps;
    std::vector<Contradiction> contradictions;
    std::vector<EntryId> without_statement; // in order of appearance
    /// Statements that stand under nothing and that nothing refers to; notes, questions and framing
    /// are meant to stand alone and are not listed.
    std::vector<StatementId> idle_statements;
    std::vector<PartyLimits> limits; // every counted party, others and norms where they have any
    std::vector<UnequalCoding> unequal_codings;
    std::vector<ExcludedBest> excluded_best;
    std::vector<MissingAlternative> missing_alternatives;
    std::vector<Unused> unused;
    std::vector<LoadedWord> loaded_words;
    std::vector<EntryId> bare_numbers; // single numbers that no statement stands under
    std::vector<OneSided> one_sided;
    std::vector<NamedParties> named_parties;
    std::vector<DoubledLimit> doubled_limits;
    std::vector<AgeingEntry> ageing;
    std::vector<LayerConflict> layer_conflicts;
};

/// The words that are looked for in every case; docs/how-to/lint-words.md lists them.
const std::vector<WordAdvice>& loaded_words();

/// The same as the case changes them under `[words.loaded]`.
std::vector<WordAdvice> loaded_words(const Case& negotiation);

struct LintOptions {
    std::optional<std::vector<WordAdvice>> words; // instead of loaded_words(negotiation)
    int ageing_days = 180;                        // older ones are named
    std::vector<LayerConflict> layer_conflicts;   // of the files that the case is made of
};

/// Looks for what a valid case lacks, contradicts or treats unequally. Nothing here changes an
/// answer. Cost: linear in the case, but for contradictions of orders, which look at pairs of
/// options.
LintResult lint(const Case& negotiation, const LintOptions& options = {});

namespace linting {

/// The alternatives an answer of which switches the limit on.
std::vector<AlternativeId> switching_alternatives(const Case& negotiation, EntryId limit);

} // namespace linting

} // namespace unbracket
