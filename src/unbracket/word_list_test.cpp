#include "unbracket/word_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace unbracket {
namespace {

std::vector<WordAdvice> list(const std::string& text) {
    const Result<std::vector<WordAdvice>> words = with_word_list(loaded_words(), text, "words.txt");
    EXPECT_TRUE(words.ok()) << (words ? "" : to_string(words.problems().front()));
    return words ? words.value() : std::vector<WordAdvice>();
}

std::string instead_of(const std::vector<WordAdvice>& words, const std::string& word) {
    for (const WordAdvice& advice : words) {
        if (advice.word == word) {
            return advice.instead;
        }
    }
    return "";
}

std::string refusal(const std::string& text) {
    std::string all;
    const Result<std::vector<WordAdvice>> words = with_word_list(loaded_words(), text, "words.txt");
    for (const Diagnostic& problem : words.problems()) {
        all += to_string(problem) + "\n";
    }
    return all;
}

TEST(WordList, AddsChangesAndTakesOutWords) {
    const std::vector<WordAdvice> words =
        list("# our style\r\n\n heist : a taking\nbrutal: what happened\n- puppet\n");
    EXPECT_EQ(instead_of(words, "heist"), "a taking");
    EXPECT_EQ(instead_of(words, "brutal"), "what happened");
    EXPECT_EQ(instead_of(words, "puppet"), "");
    EXPECT_EQ(words.size(), loaded_words().size());
    EXPECT_EQ(list("").size(), loaded_words().size());
}

TEST(WordList, NamesEachLineThatIsWrong) {
    EXPECT_EQ(refusal("heist\n: x\nheist:\n-pupet\n"),
              "words.txt:1: no word with what may stand instead of it; write it as `word: other "
              "words`, or `-word` to take one out\n"
              "words.txt:2: no word with what may stand instead of it; write it as `word: other "
              "words`, or `-word` to take one out\n"
              "words.txt:3: no word with what may stand instead of it; write it as `word: other "
              "words`, or `-word` to take one out\n"
              "words.txt:4: `pupet` is not among the words that are looked for; did you mean "
              "`puppet`?\n");
    EXPECT_NE(refusal("\xff"), "");
}

TEST(LoadedWordTable, IsInOrderAndSaysWhatMayStandInstead) {
    const std::vector<WordAdvice>& words = loaded_words();
    EXPECT_TRUE(std::is_sorted(words.begin(), words.end(),
                               [](const auto& a, const auto& b) { return a.word < b.word; }));
    for (const WordAdvice& advice : words) {
        EXPECT_FALSE(advice.instead.empty()) << advice.word;
    }
}

} // namespace
} // namespace unbracket
