#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/ids.hpp"
#include "unbracket/model/draft.hpp"
#include "unbracket/model/entry.hpp"
#include "unbracket/model/issue.hpp"
#include "unbracket/model/party.hpp"
#include "unbracket/model/record.hpp"
#include "unbracket/model/rule.hpp"
#include "unbracket/model/statement.hpp"
#include "unbracket/model/word.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unbracket {

/// Who has to accept: every party in `required`, and at least `at_least` of the counted ones in
/// all. Counted are signatories, parties in `required` and parties with a fallback.
struct AgreementRule {
    std::vector<PartyId> required; // by id; the signatories where the file names none
    std::optional<int> at_least;
    std::vector<PartyId> counted; // by id
    std::string object;           // truce, ceasefire, settlement ...; free text
};

/// A whole case at one date: built by bind_case, validated there, never changed afterwards. Words
/// stand as entered; what they mean as numbers is worked out by whoever needs it.
struct Case {
    std::string title;
    std::string summary;
    std::optional<Date> as_of;
    /// Who sees this, where the file is the part of a case that somebody sees: `public`,
    /// `party:ID`.
    std::string view;
    std::string digest; // SHA-256 of the effective document and its date

    std::vector<Party> parties;
    std::vector<Person> persons;
    std::vector<Source> sources;
    std::vector<Point> points;
    std::vector<TreatyDocument> documents;
    std::vector<Package> packages;
    std::vector<Issue> issues;
    AgreementRule agreement;
    WordTable words;
    std::vector<HouseWord> house_words; // of [words.loaded]

    std::vector<Fallback> fallbacks; // at most one for each party
    std::vector<IntentEntry> intents;
    std::vector<SupposedLess> supposed_less; // at most one for each party
    std::vector<WeightOrder> weight_orders;
    std::vector<Rule> rules;
    std::vector<Limit> limits;
    std::vector<Bonus> bonuses;
    std::vector<Risk> risks;

    std::vector<Draft> drafts;
    std::vector<Statement> statements;
    std::vector<Entry> entries; // in order of appearance
    std::vector<Quantity> quantities;
    std::vector<Driver> drivers;
    std::vector<Event> events;
    std::vector<Step> steps;
    std::vector<Deadline> deadlines;
    std::vector<Ratification> ratifications;
    std::vector<Change> changes;
    std::vector<Alternative> alternatives;
    /// Options that statements stood behind before entries were set anew on the command line; no
    /// statement stands behind the new value, but the options were not made up.
    std::vector<Literal> reported_before;

    const Party& party(PartyId id) const { return parties[as_index(id)]; }
    const Issue& issue(IssueId id) const { return issues[as_index(id)]; }
    const Entry& entry(EntryId id) const { return entries[as_index(id)]; }
    const Draft& draft(DraftId id) const { return drafts[as_index(id)]; }
    const Statement& statement(StatementId id) const { return statements[as_index(id)]; }

    std::optional<PartyId> find_party(std::string_view key) const;
    std::optional<IssueId> find_issue(std::string_view key) const;
    std::optional<DraftId> find_draft(std::string_view key) const;
    std::optional<EntryId> find_entry(std::string_view address) const;

    /// The fallback period in force for a party, or nothing: from its worst to its best total.
    const FallbackPeriod* fallback_in_force(PartyId party) const;
    std::optional<EntryId> fallback_entry(PartyId party) const;
    Intent intent_of(PartyId party) const;
    /// How many points less than its fallback the party is supposed to accept; 0 as a rule.
    Rational supposed_less_of(PartyId party) const;
    bool is_required(PartyId party) const;
    bool is_counted(PartyId party) const;
    /// Whether any limit is a norm, in force or not.
    bool has_norms() const;
};

/// One option for every issue, in the order of the case's issues.
using Outcome = std::vector<OptionId>;

} // namespace unbracket
