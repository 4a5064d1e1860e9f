#include "cli/said_fields.hpp"

#include <algorithm>
#include <array>

namespace unbracket::cli {

namespace {

std::string not_known(const std::string& what, const std::string& text,
                      const std::vector<std::string>& known) {
    return "unknown " + what + " `" + text + "`; " + known_hint(text, known);
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

/// The parts of a list with commas.
std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    for (const Node& item : field_value({"", FieldForm::list, {}}, {text}).items) {
        parts.push_back(item.text);
    }
    return parts;
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

namespace {

/// What the prompt and the help say about a key.
struct SaidWords {
    const char* key = "";
    const char* help = "";
    Asking asking = Asking::asks;
};

constexpr std::array said_words = {
    SaidWords{"id", "id of the statement (default: the next free s1, s2 ...)", Asking::never},
    SaidWords{"who", "who said it, as reported", Asking::insists},
    SaidWords{"person", "id of a person of the file who said it", Asking::never},
    SaidWords{"speaks_for", "party that the speaker speaks for"},
    SaidWords{"attribution", "how the speaker is named"},
    SaidWords{"about", "parties that it is about"},
    SaidWords{"date", "day it was said"},
    SaidWords{"place", "where it was said"},
    SaidWords{"source", "id of a source of the file, or free text", Asking::insists},
    SaidWords{"via", "what it was said in: interview, post, briefing ..."},
    SaidWords{"kind", "what kind of statement it is"},
    SaidWords{"claim", "what was said, in your words", Asking::insists},
    SaidWords{"supports", "entries that it reports"},
    SaidWords{"suggests", "entries that were inferred from it"},
    SaidWords{"judgement", "what it says a party makes of a draft, as PARTY=accepts DRAFT"},
    SaidWords{"use", "how its judgement counts", Asking::never},
    SaidWords{"relays", "statement that it passes on", Asking::never},
    SaidWords{"stance_to_it", "what it makes of the statement it passes on", Asking::never},
    SaidWords{"same_as", "statement of the same voice", Asking::never},
    SaidWords{"contradicts", "statements that it contradicts", Asking::never},
    SaidWords{"supersedes", "statements that it replaces", Asking::never},
    SaidWords{"differs", "statements whose figures differ without contradiction", Asking::never},
    SaidWords{"points", "issues on which, it says, everything turns", Asking::never},
    SaidWords{"alternative", "open question of the file that it speaks to", Asking::never},
    SaidWords{"condition", "condition under which it holds", Asking::never},
    SaidWords{"bound", "which way the figure of a forecast is meant", Asking::never},
    SaidWords{"horizon", "time that a forecast speaks of", Asking::never},
    SaidWords{"own_strength", "whether a party speaks of its own strength", Asking::never},
    SaidWords{"confidence", "your confidence in it", Asking::never},
    SaidWords{"visibility", "public, mediator or party:ID", Asking::never},
    SaidWords{"entered_by", "who enters it", Asking::never},
    SaidWords{"checked_by", "who checked it", Asking::never},
};

std::string flag_of(std::string key) {
    std::replace(key.begin(), key.end(), '_', '-');
    return key;
}

std::vector<SaidField> fields_with_words() {
    std::vector<SaidField> fields;
    for (const StatementField& field : statement_fields()) {
        const auto* words =
            std::find_if(said_words.begin(), said_words.end(),
                         [&](const SaidWords& one) { return field.key == one.key; });
        UNBRACKET_REQUIRE(words != said_words.end(), "each key of a statement has its words");
        fields.push_back({field, flag_of(field.key), words->help, words->asking});
    }
    return fields;
}

} // namespace

const std::vector<SaidField>& said_fields() {
    static const std::vector<SaidField> fields = fields_with_words();
    return fields;
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
    if (field.form == FieldForm::flag) {
        return text == "true" || text == "false" ? "" : "write true or false";
    }
    if (field.form == FieldForm::judgement) {
        return judgement_problem(text, negotiation);
    }
    const bool names_party = field.key == "speaks_for" || field.key == "about";
    const bool names_entry = field.key == "supports" || field.key == "suggests";
    for (const std::string& part : parts_of(text)) {
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
