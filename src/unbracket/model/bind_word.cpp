#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"

#include <array>

// [words.stance] and [words.weight]: what the words mean as ranges.

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

template <class Bind>
void bind_word_table(Context& context, const Node& node, std::string name, Bind bind) {
    const Table table(context, node, std::move(name), "{ WORD = [55, 90] }");
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
    table.refuse_others();
}

} // namespace unbracket::binding
