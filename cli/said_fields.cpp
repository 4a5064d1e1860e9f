#include "cli/said_fields.hpp"

#include <algorithm>
#include <utility>

namespace unbracket::cli {

namespace {

std::vector<std::string> cut_at_commas(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const std::string& text : texts) {
        std::size_t start = 0;
        while (start <= text.size()) {
            const std::size_t end = std::min(text.find(',', start), text.size());
            const std::size_t first = text.find_first_not_of(' ', start);
            if (first < end) {
                parts.push_back(
                    text.substr(first, text.find_last_not_of(' ', end - 1) + 1 - first));
            }
            start = end + 1;
        }
    }
    return parts;
}

std::string not_known(const std::string& what, const std::string& text,
                      const std::vector<std::string>& known) {
    const auto nearest = nearest_spelling(text, known);
    std::string all;
    for (std::size_t i = 0; i < known.size() && known.size() <= 12; ++i) {
        all += (i == 0 ? "known are: " : ", ") + known[i];
    }
    const std::string hint = nearest ? "did you mean `" + *nearest + "`?" : all;
    return "no " + what + " `" + text + "`" + (hint.empty() ? "" : "; " + hint);
}

template <class Things>
std::vector<std::string> keys_of(const Things& things) {
    std::vector<std::string> keys;
    for (const auto& thing : things) {
        keys.push_back(thing.key);
    }
    return keys;
}

std::string party_problem(const std::string& text, const Case& negotiation) {
    return negotiation.find_party(text) ? ""
                                        : not_known("party", text, keys_of(negotiation.parties));
}

/// An entry, or the beginning of the addresses of several.
std::string address_problem(const std::string& text, const Case& negotiation) {
    std::vector<std::string> addresses;
    for (const Entry& entry : negotiation.entries) {
        if (entry.address == text || entry.address.rfind(text + ".", 0) == 0) {
            return "";
        }
        addresses.push_back(entry.address);
    }
    return not_known("entry", text, addresses);
}

std::string judgement_problem(const std::string& text, const Case& negotiation) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        return "write it as PARTY=accepts DRAFT (or rejects, prefers D1 to D2, nothing below D, "
               "not yet D)";
    }
    return party_problem(text.substr(0, equals), negotiation);
}

} // namespace

// Long because it is a table: one row for each field of a statement.
const std::vector<SaidField>& said_fields() {
    static const std::vector<SaidField> fields = {
        {.flag = "id",
         .key = "id",
         .help = "id of the statement (default: the next free s1, s2 ...)",
         .asking = Asking::never},
        {.flag = "who",
         .key = "who",
         .help = "who said it, as reported",
         .asking = Asking::insists},
        {.flag = "person",
         .key = "person",
         .help = "id of a person of the file who said it",
         .asking = Asking::never},
        {.flag = "speaks-for", .key = "speaks_for", .help = "party that the speaker speaks for"},
        {.flag = "attribution",
         .key = "attribution",
         .help = "how the speaker is named",
         .choices = {"named", "official", "anonymous", "expert", "narrator"}},
        {.flag = "about",
         .key = "about",
         .help = "parties that it is about",
         .form = FieldForm::list},
        {.flag = "date", .key = "date", .help = "day it was said", .form = FieldForm::date},
        {.flag = "place", .key = "place", .help = "where it was said"},
        {.flag = "source",
         .key = "source",
         .help = "id of a source of the file, or free text",
         .asking = Asking::insists},
        {.flag = "via", .key = "via", .help = "what it was said in: interview, post, briefing ..."},
        {.flag = "kind",
         .key = "kind",
         .help = "what kind of statement it is",
         .choices = {"position", "claim", "judgement", "forecast", "diagnosis", "question", "lever",
                     "event", "note", "framing"}},
        {.flag = "claim",
         .key = "claim",
         .help = "what was said, in your words",
         .asking = Asking::insists},
        {.flag = "supports",
         .key = "supports",
         .help = "entries that it reports",
         .form = FieldForm::list},
        {.flag = "suggests",
         .key = "suggests",
         .help = "entries that were inferred from it",
         .form = FieldForm::list},
        {.flag = "judgement",
         .key = "judgement",
         .help = "what it says a party makes of a draft, as PARTY=accepts DRAFT",
         .form = FieldForm::judgement},
        {.flag = "use",
         .key = "use",
         .help = "how its judgement counts",
         .asking = Asking::never,
         .choices = {"binds", "hypothesis", "record"}},
        {.flag = "relays",
         .key = "relays",
         .help = "statement that it passes on",
         .asking = Asking::never},
        {.flag = "same-as",
         .key = "same_as",
         .help = "statement of the same voice",
         .asking = Asking::never},
        {.flag = "contradicts",
         .key = "contradicts",
         .help = "statements that it contradicts",
         .form = FieldForm::list,
         .asking = Asking::never},
        {.flag = "supersedes",
         .key = "supersedes",
         .help = "statements that it replaces",
         .form = FieldForm::list,
         .asking = Asking::never},
        {.flag = "confidence",
         .key = "confidence",
         .help = "your confidence in it",
         .asking = Asking::never,
         .choices = {"low", "moderate", "high"}},
        {.flag = "visibility",
         .key = "visibility",
         .help = "public, mediator or party:ID",
         .asking = Asking::never},
        {.flag = "entered-by",
         .key = "entered_by",
         .help = "who enters it",
         .asking = Asking::never},
    };
    return fields;
}

Node said_value(const SaidField& field, const std::vector<std::string>& texts) {
    switch (field.form) {
    case FieldForm::text:
        break;
    case FieldForm::date:
        return date_node(texts.back());
    case FieldForm::list: {
        Node list = list_node({});
        for (std::string& part : cut_at_commas(texts)) {
            list.items.push_back(text_node(std::move(part)));
        }
        return list;
    }
    case FieldForm::judgement: {
        Node table = table_node();
        for (const std::string& text : texts) {
            const std::size_t equals = text.find('=');
            const std::string party = text.substr(0, equals);
            Node* own = table.find(party);
            if (own == nullptr) {
                own = &add_member(table, party, list_node({}));
            }
            own->items.push_back(text_node(text.substr(equals + 1)));
        }
        return table;
    }
    }
    return text_node(texts.back());
}

std::vector<std::string> known_answers(const SaidField& field, const Case& negotiation) {
    constexpr std::size_t most_listed_ids = 8;
    std::vector<std::string> known = field.choices;
    if (field.key == "speaks_for" || field.key == "about") {
        known = keys_of(negotiation.parties);
    } else if (field.key == "source") {
        known = keys_of(negotiation.sources);
    }
    const bool are_few = known.size() <= most_listed_ids || !field.choices.empty();
    return are_few ? known : std::vector<std::string>();
}

std::string said_problem(const SaidField& field, const std::string& text, const Case& negotiation) {
    if (!field.choices.empty() &&
        std::find(field.choices.begin(), field.choices.end(), text) == field.choices.end()) {
        return not_known(field.key, text, field.choices);
    }
    if (field.form == FieldForm::date) {
        return parse_date(text) ? "" : "not a date; write it as 2026-03-01";
    }
    if (field.form == FieldForm::judgement) {
        return judgement_problem(text, negotiation);
    }
    const bool names_party = field.key == "speaks_for" || field.key == "about";
    const bool names_entry = field.key == "supports" || field.key == "suggests";
    for (const std::string& part : cut_at_commas({text})) {
        const std::string problem = names_party   ? party_problem(part, negotiation)
                                    : names_entry ? address_problem(part, negotiation)
                                                  : std::string();
        if (!problem.empty()) {
            return problem;
        }
    }
    return "";
}

} // namespace unbracket::cli
