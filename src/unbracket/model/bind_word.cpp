#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// [words.stance] and [words.weight]: what the words mean as ranges. [words.loaded]: words that take
// sides here, for lint.

namespace unbracket::binding {

namespace {

/// Curves and orders rely on it: a better word is worth at least as much at both ends.
template <class Word>
void check_falling(Context& context, std::span<const Word> words, const SourcePosition& at) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const Interval& better = context.result.words[words[i - 1]];
        const Interval& worse = context.result.words[words[i]];
        if (better.low < worse.low || better.high < worse.high) {
            context.problems.add(at,
                                 "the word " + quoted(to_text(words[i])) +
                                     " may be worth more than " + quoted(to_text(words[i - 1])),
                                 "both ends of the ranges must fall from the best word on");
        }
    }
}

void bind_stance_word(Context& context, const Node::Member& member) {
    const auto word = parse_stance_word(member.key);
    if (!word || *word == StanceWord::unknown) {
        context.problems.add(member.at, "unknown stance word " + quoted(member.key),
                             "words that may be set: ideal, acceptable, tolerable, bad, open");
        return;
    }
    const auto range = read_interval(context, member.value, stance_bounds, quoted(member.key));
    if (range) {
        context.result.words.stance[static_cast<std::size_t>(*word)] = *range;
    }
}

void bind_weight_word(Context& context, const Node::Member& member) {
    const auto word = parse_weight_word(member.key);
    if (!word || *word == WeightWord::none) {
        context.problems.add(member.at, "unknown weight word " + quoted(member.key),
                             "words that may be set: highest, high, medium, low");
        return;
    }
    const auto range = read_interval(context, member.value, weight_bounds, quoted(member.key));
    if (range) {
        context.result.words.weight[static_cast<std::size_t>(*word)] = *range;
    }
}

void bind_loaded_word(Context& context, const Node::Member& member) {
    std::string word = member.key;
    std::transform(word.begin(), word.end(), word.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    const bool is_plain = member.value.kind == NodeKind::boolean && !member.value.flag;
    const bool has_instead = member.value.kind == NodeKind::text && !member.value.text.empty();
    if (word.empty() || !(is_plain || has_instead)) {
        context.problems.add(member.at, "no word with what may stand instead of it",
                             "write regime = \"government\", or ultimatum = false where the word "
                             "is plain in this case");
        return;
    }
    std::vector<HouseWord>& words = context.result.house_words;
    if (std::any_of(words.begin(), words.end(),
                    [&](const HouseWord& known) { return known.word == word; })) {
        context.problems.add(member.at, "the word " + quoted(word) + " stands twice",
                             "capital letters make no difference: keep one of them");
        return;
    }
    words.push_back(
        {std::move(word), has_instead ? std::optional(member.value.text) : std::nullopt});
}

template <class Bind>
void bind_word_table(Context& context, const Node& node, std::string name, Bind bind,
                     const char* example = "{ WORD = [55, 90] }") {
    const Table table(context, node, std::move(name), example);
    for (const Node::Member& member : table.members()) {
        bind(context, member);
    }
}

} // namespace

void bind_words(Context& context) {
    const Node* node = context.document.find("words");
    if (node == nullptr) {
        return;
    }
    Table table(context, *node, "[words]", "words.stance = { acceptable = [55, 90] }");
    if (const Node* stances = table.find("stance")) {
        bind_word_table(context, *stances, "[words.stance]", bind_stance_word);
        constexpr std::array graded = {StanceWord::ideal, StanceWord::acceptable,
                                       StanceWord::tolerable, StanceWord::bad};
        check_falling<StanceWord>(context, graded, stances->at);
    }
    if (const Node* weights = table.find("weight")) {
        bind_word_table(context, *weights, "[words.weight]", bind_weight_word);
        constexpr std::array graded = {WeightWord::highest, WeightWord::high, WeightWord::medium,
                                       WeightWord::low};
        check_falling<WeightWord>(context, graded, weights->at);
    }
    if (const Node* loaded = table.find("loaded")) {
        bind_word_table(context, *loaded, "[words.loaded]", bind_loaded_word,
                        "{ regime = \"government\" }");
    }
    table.refuse_others();
}

} // namespace unbracket::binding
