#include "unbracket/report/sources_text.hpp"

#include "unbracket/model/case_words.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/show_table.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace unbracket {

namespace {

std::size_t source_count(const Case& negotiation, const Ledger& ledger) {
    std::set<std::string> sources;
    for (const StatementId id : ledger.statements) {
        const std::string& source = negotiation.statement(id).source;
        if (!source.empty()) {
            sources.insert(source);
        }
    }
    return sources.size();
}

void put_counts(Page& page, const Case& negotiation, const Ledger& ledger) {
    std::array<std::size_t, speaker_class_count> counts{};
    for (const StatementId id : ledger.statements) {
        ++counts[static_cast<std::size_t>(class_of(negotiation.statement(id)))];
    }
    const auto of = [&](SpeakerClass speaker) {
        return count_text(counts[static_cast<std::size_t>(speaker)]);
    };
    page.heading("LEDGER");
    page.line(counted(ledger.statements.size(), "statement", "statements") + " by " +
              counted(ledger.voices.size(), "voice", "voices") + " in " +
              counted(source_count(negotiation, ledger), "source", "sources") + ": " +
              of(SpeakerClass::party) + " for a party by name or office, " +
              of(SpeakerClass::unnamed) + " without a name, " + of(SpeakerClass::expert) +
              " by experts, " + of(SpeakerClass::narrator) + " by the narrator, " +
              of(SpeakerClass::other) + " by others.");
}

std::string_view heading_of(LedgerOrder order) {
    switch (order) {
    case LedgerOrder::voice:
        return "VOICES";
    case LedgerOrder::speaker:
        return "SPEAKERS";
    case LedgerOrder::source:
        return "SOURCES";
    case LedgerOrder::date:
        return "DATES";
    case LedgerOrder::attribution:
        break;
    }
    return "NAMED AS";
}

/// Everybody of a group once, each with how he speaks.
std::string speakers_of(const Case& negotiation, const std::vector<StatementId>& group) {
    std::vector<std::string> names;
    for (const StatementId id : group) {
        const Statement& statement = negotiation.statement(id);
        const std::string name = phrase::speaker(negotiation, statement) + " (" +
                                 phrase::speaks_as(negotiation, statement) + ")";
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return listed(names, names.size());
}

std::string group_name(const Case& negotiation, const std::vector<StatementId>& group,
                       LedgerOrder order) {
    const Statement& first = negotiation.statement(group.front());
    switch (order) {
    case LedgerOrder::voice:
    case LedgerOrder::speaker:
        break;
    case LedgerOrder::source:
        return first.source.empty() ? "no source" : first.source;
    case LedgerOrder::date:
        return first.date ? to_reading_text(*first.date) : "no date";
    case LedgerOrder::attribution:
        return std::string(case_word(first.attribution));
    }
    return speakers_of(negotiation, group);
}

void put_groups(Page& page, const Case& negotiation, const Ledger& ledger, LedgerOrder order) {
    if (ledger.statements.empty()) {
        return;
    }
    const bool tells_speakers = order == LedgerOrder::voice || order == LedgerOrder::speaker;
    showing::begin_section(page, heading_of(order));
    bool is_first = true;
    for (const std::vector<StatementId>& group : grouped(negotiation, ledger, order)) {
        if (!std::exchange(is_first, false)) {
            page.blank_line();
        }
        page.line(group_name(negotiation, group, order));
        for (const StatementId id : group) {
            const std::string speaker =
                tells_speakers ? "" : speakers_of(negotiation, {id}) + " - ";
            page.item("-", speaker + phrase::statement_line(negotiation, id));
        }
    }
}

void put_pairs(Page& page, const Case& negotiation, std::string_view heading, std::string_view verb,
               const std::vector<StatementPair>& pairs) {
    if (!pairs.empty()) {
        showing::begin_section(page, heading);
    }
    for (const StatementPair& pair : pairs) {
        page.item("-", phrase::statement_with_speaker(negotiation, pair.first) + " " +
                           std::string(verb) + " " +
                           phrase::statement_with_speaker(negotiation, pair.second) +
                           (pair.is_one_voice ? "; both are one voice." : "."));
    }
}

std::string keys(const Case& negotiation, const std::vector<StatementId>& statements) {
    std::vector<std::string> names;
    for (const StatementId id : statements) {
        names.push_back(negotiation.statement(id).key);
    }
    return listed(names, names.size());
}

void put_superseded(Page& page, const Case& negotiation, const Ledger& ledger) {
    if (!ledger.superseded.empty()) {
        showing::begin_section(page, "REPLACED");
    }
    for (const Succession& one : ledger.superseded) {
        const std::string now = one.in_force.empty()
                                    ? "they supersede each other, so none is in force"
                                    : "in force: " + keys(negotiation, one.in_force);
        page.item("-", phrase::statement_with_speaker(negotiation, one.statement) +
                           " was superseded by " + keys(negotiation, one.by) + "; " + now + ".");
    }
}

std::string attitude_words(const std::string& stance_to_it) {
    if (stance_to_it == "distances") {
        return ", keeping its distance";
    }
    if (stance_to_it == "endorses") {
        return ", endorsing it";
    }
    if (stance_to_it == "denies") {
        return ", denying it";
    }
    return stance_to_it.empty() ? ", not saying what it makes of it" : ", taking no side";
}

/// How far the one who passes it on is from who said it first.
std::string distance_words(const Case& negotiation, const Relay& relay) {
    if (relay.is_circle) {
        return "; they pass on each other.";
    }
    const std::string steps =
        "; " + counted(relay.chain.size(), "step", "steps") + " from who said it first";
    return relay.chain.size() == 1
               ? steps + "."
               : steps + ", " + negotiation.statement(relay.chain.back()).key + ".";
}

void put_relayed(Page& page, const Case& negotiation, const Ledger& ledger) {
    if (!ledger.relayed.empty()) {
        showing::begin_section(page, "RELAYED");
    }
    for (const Relay& relay : ledger.relayed) {
        const Statement& statement = negotiation.statement(relay.statement);
        page.item("-",
                  phrase::statement_with_speaker(negotiation, relay.statement) + " passes on " +
                      phrase::statement_with_speaker(negotiation, relay.chain.front()) +
                      attitude_words(statement.stance_to_it) + distance_words(negotiation, relay));
    }
}

std::string standing_words(const Case& negotiation, const QuantityAccount& account,
                           const QuantityClaim& claim) {
    const Quantity& quantity = negotiation.quantities[account.quantity];
    const Quantity::Claim& entered = quantity.claims[claim.position];
    const std::string from = entered.from ? "from " + to_reading_text(*entered.from) : "";
    switch (claim.standing) {
    case ClaimStanding::compared:
        return from;
    case ClaimStanding::superseded:
        return from + (from.empty() ? "" : ", ") + "superseded, not compared";
    case ClaimStanding::conditional:
        break;
    }
    return "on condition: " + negotiation.statement(claim.said).condition + "; not compared";
}

std::string said_by(const Case& negotiation, const Quantity& quantity,
                    const std::vector<std::size_t>& claims) {
    std::vector<StatementId> statements;
    for (const std::size_t claim : claims) {
        statements.push_back(quantity.claims[claim].said);
    }
    return keys(negotiation, statements);
}

/// Whether the claims hold together, and for which numbers.
std::string account_sentence(const Case& negotiation, const QuantityAccount& account) {
    const Quantity& quantity = negotiation.quantities[account.quantity];
    if (account.alternatives.empty()) {
        return "Nothing to compare.";
    }
    if (!account.has_conflict()) {
        const AgreeingClaims& all = account.alternatives.front();
        return all.claims.size() == 1 ? "One claim alone."
                                      : "All of these can hold together: " +
                                            phrase::claimed_range(all.shared, quantity.unit) + ".";
    }
    std::string text = "These cannot all hold: either ";
    for (std::size_t i = 0; i < account.alternatives.size(); ++i) {
        const AgreeingClaims& some = account.alternatives[i];
        text += (i == 0 ? "" : ", or ") + phrase::claimed_range(some.shared, quantity.unit) + " (" +
                said_by(negotiation, quantity, some.claims) + ")";
    }
    return text + ".";
}

void put_quantity(Page& page, const Case& negotiation, const QuantityAccount& account) {
    const Quantity& quantity = negotiation.quantities[account.quantity];
    page.line((quantity.title.empty() ? quantity.key : quantity.title) + " (" + quantity.key + ")");
    for (const QuantityClaim& claim : account.claims) {
        const Statement& statement = negotiation.statement(claim.said);
        const std::string date =
            statement.date ? to_reading_text(*statement.date) : std::string("no date");
        const std::string standing = standing_words(negotiation, account, claim);
        const Quantity::Claim& entered = quantity.claims[claim.position];
        page.item("-", phrase::claimed_value(negotiation, quantity, entered) + ": " +
                           phrase::statement_with_speaker(negotiation, claim.said) + ", " + date +
                           (standing.empty() ? "" : "; " + standing));
    }
    page.line(account_sentence(negotiation, account));
}

void put_quantities(Page& page, const Case& negotiation, const Ledger& ledger) {
    if (!ledger.quantities.empty()) {
        showing::begin_section(page, "FIGURES");
    }
    for (std::size_t i = 0; i < ledger.quantities.size(); ++i) {
        if (i > 0) {
            page.blank_line();
        }
        put_quantity(page, negotiation, ledger.quantities[i]);
    }
}

std::string addresses(const Case& negotiation, const std::vector<EntryId>& entries,
                      std::size_t most) {
    std::vector<std::string> names;
    for (const EntryId id : entries) {
        names.push_back(negotiation.entry(id).address);
    }
    return listed(names, most);
}

/// `3 statements (s1, s2 and s3), 2 entries (fallback.alta and rule.1)`
std::string extent(const Case& negotiation, const Entering& one, std::size_t most) {
    std::string text;
    if (!one.statements.empty()) {
        std::vector<std::string> names;
        for (const StatementId id : one.statements) {
            names.push_back(negotiation.statement(id).key);
        }
        text = counted(names.size(), "statement", "statements") + " (" + listed(names, most) + ")";
    }
    if (!one.entries.empty()) {
        text += (text.empty() ? "" : ", ") + counted(one.entries.size(), "entry", "entries") +
                " (" + addresses(negotiation, one.entries, most) + ")";
    }
    return text;
}

void put_entered(Page& page, const Case& negotiation, const Ledger& ledger) {
    constexpr std::size_t usual_names = 3;
    if (!ledger.entered.empty()) {
        showing::begin_section(page, "ENTERED");
    }
    for (const Entering& one : ledger.entered) {
        const std::string people = phrase::people(one.entered_by, one.checked_by);
        page.item("-", (people.empty() ? "nobody is named" : people) + ": " +
                           extent(negotiation, one, page.most(usual_names)) + ".");
    }
}

} // namespace

std::string_view name(LedgerOrder order) {
    switch (order) {
    case LedgerOrder::voice:
        return "voice";
    case LedgerOrder::speaker:
        return "speaker";
    case LedgerOrder::source:
        return "source";
    case LedgerOrder::date:
        return "date";
    case LedgerOrder::attribution:
        break;
    }
    return "attribution";
}

std::string sources_text(const Case& negotiation, const Ledger& ledger, LedgerOrder order,
                         const ScreenOptions& options) {
    Page page(options);
    page.title(case_heading(negotiation));
    put_counts(page, negotiation, ledger);
    put_groups(page, negotiation, ledger, order);
    put_pairs(page, negotiation, "CONFLICT", "contradicts", ledger.contradictions);
    put_pairs(page, negotiation, "DIFFER", "differs from", ledger.differences);
    put_superseded(page, negotiation, ledger);
    put_relayed(page, negotiation, ledger);
    put_quantities(page, negotiation, ledger);
    put_entered(page, negotiation, ledger);
    return page.text();
}

} // namespace unbracket
