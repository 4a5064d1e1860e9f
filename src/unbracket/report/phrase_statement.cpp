#include "unbracket/report/phrase_statement.hpp"

#include "unbracket/model/case_words.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <algorithm>
#include <vector>

namespace unbracket::phrase {

namespace {

std::string for_party(const Case& negotiation, const Statement& statement) {
    return statement.speaks_for ? "for " + negotiation.party(*statement.speaks_for).name : "";
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() || part.empty() ? "" : ", ") + part;
    }
    return text;
}

/// Of whom it speaks; `itself` where a party speaks of itself.
std::string about(const Case& negotiation, const Statement& statement) {
    std::vector<std::string> names;
    for (const PartyId party : statement.about) {
        const bool is_own =
            class_of(statement) == SpeakerClass::party && statement.speaks_for == party;
        names.push_back(is_own ? "itself" : negotiation.party(party).name);
    }
    return names.empty() ? "" : "of " + listed(names, names.size());
}

std::string bound_words(const std::string& bound) {
    return bound == "at_least" ? "at least" : bound == "at_most" ? "at most" : bound;
}

/// What is to be kept in mind with it, in brackets behind.
std::string reservations(const Case& negotiation, const Statement& statement) {
    std::vector<std::string> parts;
    if (!statement.condition.empty()) {
        parts.push_back("on condition: " + statement.condition);
    }
    const std::string bound = bound_words(statement.bound);
    if (!bound.empty() || !statement.horizon.empty()) {
        parts.push_back(bound + (bound.empty() || statement.horizon.empty() ? "" : " ") +
                        statement.horizon);
    }
    if (statement.is_about_own_strength) {
        parts.emplace_back("a claim about its own strength");
    }
    if (statement.is_superseded) {
        parts.emplace_back("superseded");
    }
    if (statement.alternative) {
        parts.push_back("on the question " +
                        negotiation.alternatives[as_index(*statement.alternative)].key);
    }
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text.empty() ? "" : " (" + text + ")";
}

std::string source_words(const Case& negotiation, const Statement& statement) {
    if (statement.source_id) {
        return "in " + negotiation.sources[as_index(*statement.source_id)].key;
    }
    return statement.source.empty() ? "" : "in " + statement.source;
}

std::string number(const Rational& at) {
    return at.to_decimal_text();
}

std::string with_unit(const std::string& unit) {
    return unit.empty() ? "" : " " + unit;
}

std::string sign_words(const std::string& sign) {
    return sign == "<" ? "below" : sign == "<=" ? "at most" : sign == ">" ? "above" : "at least";
}

} // namespace

std::string_view name(SpeakerClass speaker) {
    switch (speaker) {
    case SpeakerClass::party:
        return "party";
    case SpeakerClass::unnamed:
        return "unnamed";
    case SpeakerClass::other:
        return "other";
    case SpeakerClass::expert:
        return "expert";
    case SpeakerClass::narrator:
        break;
    }
    return "narrator";
}

std::string speaker(const Case& negotiation, const Statement& statement) {
    if (statement.who.empty() && statement.person) {
        return negotiation.persons[as_index(*statement.person)].key;
    }
    return statement.who.empty() ? "the narrator" : statement.who;
}

std::string speaks_as(const Case& negotiation, const Statement& statement) {
    const std::string party = for_party(negotiation, statement);
    const bool is_official = statement.attribution == Attribution::official;
    switch (class_of(statement)) {
    case SpeakerClass::party:
        return party + (is_official ? ", officially" : ", by name");
    case SpeakerClass::unnamed:
        return joined({"without a name", party});
    case SpeakerClass::other:
        return std::string(is_official ? "officially" : "by name") + ", for no party here";
    case SpeakerClass::expert:
        return joined({"expert", party});
    case SpeakerClass::narrator:
        break;
    }
    return joined({"narrator", party});
}

std::string statement_with_speaker(const Case& negotiation, StatementId id) {
    const Statement& statement = negotiation.statement(id);
    return statement.key + " (" + speaker(negotiation, statement) + "; " +
           speaks_as(negotiation, statement) + ")";
}

std::string statement_line(const Case& negotiation, StatementId id) {
    const Statement& statement = negotiation.statement(id);
    const std::string date = statement.date ? to_reading_text(*statement.date) : "no date";
    const std::string head = joined(
        {statement.key, date, statement.place, statement.via, source_words(negotiation, statement),
         std::string(case_word(statement.kind)), about(negotiation, statement)});
    return head + ": \"" + statement.claim + "\"" + reservations(negotiation, statement);
}

std::string people(const std::string& entered_by, const std::string& checked_by) {
    if (entered_by.empty()) {
        return checked_by.empty() ? "" : "entered by nobody who is named, checked by " + checked_by;
    }
    if (entered_by == checked_by) {
        return "entered and checked by " + entered_by;
    }
    return "entered by " + entered_by + ", checked by " +
           (checked_by.empty() ? "nobody" : checked_by);
}

std::string claimed_value(const Case& negotiation, const Quantity& quantity,
                          const Quantity::Claim& claim) {
    const std::size_t blank = claim.value.find(' ');
    const bool has_sign = blank != std::string::npos;
    const std::string words = has_sign ? sign_words(claim.value.substr(0, blank))
                                       : bound_words(negotiation.statement(claim.said).bound);
    const std::string number = has_sign ? claim.value.substr(blank + 1) : claim.value;
    return words + (words.empty() ? "" : " ") + number + with_unit(quantity.unit);
}

std::string claimed_range(const ClaimedRange& range, const std::string& unit) {
    const auto& [low, high] = range;
    if (!low && !high) {
        return "any number";
    }
    const bool is_closed = low && high && !low->is_open && !high->is_open;
    if (is_closed) {
        return phrase::range({low->at, high->at}) + with_unit(unit);
    }
    if (!high) {
        return low->is_open ? "above " + number(low->at) + with_unit(unit)
                            : "at least " + number(low->at) + with_unit(unit);
    }
    const std::string from = low ? (low->is_open ? "above " : "from ") + number(low->at) : "";
    return from + (low ? " and " : "") + (high->is_open ? "below " : "up to ") + number(high->at) +
           with_unit(unit);
}

} // namespace unbracket::phrase
