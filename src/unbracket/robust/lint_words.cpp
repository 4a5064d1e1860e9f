#include "unbracket/robust/lint_parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

// Words of the analyst that take sides, and parties named where ids and dates would do.

namespace unbracket::linting {

namespace {

std::string small_letters(std::string_view text) {
    std::string small(text);
    for (char& letter : small) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return small;
}

/// Part of a word: also any byte of a letter outside of ASCII.
bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

/// Both in small letters; not as a part of a longer word.
bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); !word.empty() && at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        if (begins && (end == text.size() || !is_letter(text[end]))) {
            return true;
        }
    }
    return false;
}

using Place = std::pair<std::string, std::string>; // where, and the text there

template <class Things>
void add_titles(std::vector<Place>& places, std::string_view section, const Things& things) {
    for (const auto& thing : things) {
        places.emplace_back(std::string(section) + "." + thing.key + ".title", thing.title);
    }
}

/// Texts in the analyst's own words. A framing is quoted for the sake of its words.
std::vector<Place> texts_of(const Case& negotiation) {
    std::vector<Place> places = {{"title", negotiation.title}, {"summary", negotiation.summary}};
    add_titles(places, "point", negotiation.points);
    add_titles(places, "document", negotiation.documents);
    add_titles(places, "issue", negotiation.issues);
    for (const Issue& issue : negotiation.issues) {
        add_titles(places, "issue." + issue.key + ".option", issue.options);
    }
    add_titles(places, "rule", negotiation.rules);
    add_titles(places, "limit", negotiation.limits);
    add_titles(places, "draft", negotiation.drafts);
    for (const Alternative& alternative : negotiation.alternatives) {
        places.emplace_back("alternative." + alternative.key + ".question", alternative.question);
    }
    for (const Statement& statement : negotiation.statements) {
        if (statement.kind != StatementKind::framing) {
            places.emplace_back("said." + statement.key + ".claim", statement.claim);
        }
    }
    add_titles(places, "quantity", negotiation.quantities);
    add_titles(places, "driver", negotiation.drivers);
    add_titles(places, "event", negotiation.events);
    return places;
}

/// The parties that a text calls by one of their names.
std::vector<PartyId> parties_in(const Case& negotiation, const std::string& text) {
    const std::string small = small_letters(text);
    std::vector<PartyId> found;
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        const Party& party = negotiation.parties[i];
        const bool is_named = has_word(small, small_letters(party.name)) ||
                              std::any_of(party.other_names.begin(), party.other_names.end(),
                                          [&](const std::string& name) {
                                              return has_word(small, small_letters(name));
                                          });
        if (is_named) {
            found.emplace_back(i);
        }
    }
    return found;
}

} // namespace

std::vector<LoadedWord> find_loaded_words(const Case& negotiation,
                                          const std::vector<WordAdvice>& words) {
    std::vector<LoadedWord> found;
    for (const auto& [place, text] : texts_of(negotiation)) {
        const std::string small = small_letters(text);
        for (const WordAdvice& advice : words) {
            if (has_word(small, small_letters(advice.word))) {
                found.push_back({place, advice});
            }
        }
    }
    return found;
}

std::vector<NamedParties> find_named_parties(const Case& negotiation) {
    std::vector<NamedParties> found;
    for (std::size_t i = 0; i < negotiation.drafts.size(); ++i) {
        auto parties = parties_in(negotiation, negotiation.drafts[i].title);
        if (!parties.empty()) {
            found.push_back({DraftId(i), std::move(parties)});
        }
    }
    for (std::size_t i = 0; i < negotiation.alternatives.size(); ++i) {
        auto parties = parties_in(negotiation, negotiation.alternatives[i].question);
        if (!parties.empty()) {
            found.push_back({AlternativeId(i), std::move(parties)});
        }
    }
    return found;
}

} // namespace unbracket::linting

namespace unbracket {

// Long because it is a table: one row for each word. The page docs/how-to/lint-words.md has the
// same.
const std::vector<WordAdvice>& loaded_words() {
    static const std::vector<WordAdvice> words = {
        {"aggressor", "the party's name"},
        {"appeasement", "what is given, and to whom"},
        {"barbaric", "what was done"},
        {"blackmail", "a demand, with what is threatened"},
        {"brutal", "what was done"},
        {"capitulation", "an agreement, with what it gives up"},
        {"cynical", "what was said or done"},
        {"evil", "what was said or done"},
        {"extremist", "the group's own name"},
        {"extremists", "the group's own name"},
        {"fanatic", "the group's own name"},
        {"fanatics", "the group's own name"},
        {"freedom fighters", "the group's own name"},
        {"genocide", "what was done, and which court or body calls it so"},
        {"greedy", "what is asked for"},
        {"hardliner", "who holds which position"},
        {"hardliners", "who holds which position"},
        {"heroic", "what was done"},
        {"intransigent", "what is not accepted"},
        {"invaders", "the party's forces"},
        {"irrational", "what was said or done"},
        {"liberated", "taken"},
        {"liberation", "taking, or who holds it now"},
        {"martyr", "who died, when and where"},
        {"martyrs", "who died, when and where"},
        {"massacre", "a killing, with number and source"},
        {"mercenaries", "who they are and who pays them"},
        {"occupiers", "the party's forces"},
        {"propaganda", "a statement, with its source"},
        {"provocation", "what was done"},
        {"puppet", "the party's name"},
        {"rebels", "the group's own name"},
        {"separatists", "the group's own name"},
        {"so-called", "the name alone"},
        {"stubborn", "what is not accepted"},
        {"surrender", "to give up, with what"},
        {"terrorist", "the group's own name, and what it did"},
        {"terrorists", "the group's own name, and what they did"},
        {"traitor", "who changed sides, and when"},
        {"traitors", "who changed sides, and when"},
        {"ultimatum", "a demand with a date"},
        {"unprovoked", "what came before, if anything"},
        {"unreasonable", "what is not accepted"},
        {"warmonger", "what was said or done"},
    };
    return words;
}

std::vector<WordAdvice> loaded_words(const Case& negotiation) {
    std::vector<WordAdvice> words = loaded_words();
    for (const HouseWord& own : negotiation.house_words) {
        std::erase_if(words, [&](const WordAdvice& advice) { return advice.word == own.word; });
        if (own.instead) {
            words.push_back({own.word, *own.instead});
        }
    }
    return words;
}

} // namespace unbracket
