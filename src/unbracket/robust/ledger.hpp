#pragma once

#include "unbracket/robust/quantity_claims.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace unbracket {

/// Who speaks in a statement. What a party says itself, what is said without a name, what experts
/// and what the narrator say is kept apart wherever statements are shown.
enum class SpeakerClass {
    party,   // by name or office, for a party of the case
    other,   // by name or office, for no party of the case
    unnamed, // without a name, for whomever
    expert,
    narrator
};
inline constexpr std::size_t speaker_class_count = 5;
SpeakerClass class_of(const Statement& statement);

/// Two statements one of which is marked as contradicting the other, or as differing from it.
struct StatementPair {
    StatementId first; // the one that says so; the earlier of the file where both do
    StatementId second;
    bool is_one_voice = false;
};

/// What became of a statement that was superseded.
struct Succession {
    StatementId statement;
    std::vector<StatementId> by;       // directly
    std::vector<StatementId> in_force; // at the end of every line; empty where they run in a circle
};

/// A statement that passes on another.
struct Relay {
    StatementId statement;
    /// What it passes on, then what that one passes on, down to who said it first.
    std::vector<StatementId> chain;
    bool is_circle = false; // nobody said it first
};

/// What was entered and checked by the same people.
struct Entering {
    std::string entered_by; // empty: nobody is named
    std::string checked_by;
    std::vector<StatementId> statements;
    std::vector<EntryId> entries;
};

/// All statements, and how they stand to each other.
struct Ledger {
    std::vector<StatementId> statements; // as in the file
    /// Statements of one voice, each in one list: joined by `same_as` in any number of steps, of
    /// one person, or the narrator's of one source. By first appearance.
    std::vector<std::vector<StatementId>> voices;
    std::vector<StatementPair> contradictions;
    std::vector<StatementPair> differences;
    std::vector<Succession> superseded;
    std::vector<Relay> relayed;
    std::vector<QuantityAccount> quantities;
    std::vector<Entering> entered; // by first appearance; empty where nobody is named at all
};

/// Cost: linear in the statements and their references, but for sorting the claims on quantities.
Ledger take_ledger(const Case& negotiation);

/// What the ledger is arranged by.
enum class LedgerOrder { voice, speaker, source, date, attribution };

/// The statements in groups: dates ascending and the undated last, voices and speakers in the order
/// of SpeakerClass, anything else by first appearance. A speaker is a person, or else the words for
/// one together with the party spoken for and the attribution.
std::vector<std::vector<StatementId>> grouped(const Case& negotiation, const Ledger& ledger,
                                              LedgerOrder order);

/// The pairs behind one kind of reference, each once.
std::vector<StatementPair> statement_pairs(const Case& negotiation,
                                           std::vector<StatementId> Statement::* references);

} // namespace unbracket
