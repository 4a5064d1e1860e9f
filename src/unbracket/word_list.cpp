#include "unbracket/word_list.hpp"

#include "unbracket/base/trimmed.hpp"
#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/file.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace unbracket {

namespace {

std::string without_blanks(std::string_view text) {
    return std::string(trimmed(text, " \t\r"));
}

/// The words that are looked for, changed line by line.
class WordList {
public:
    WordList(std::string file, std::vector<WordAdvice> words)
        : file_(std::move(file)), words_(std::move(words)) {}

    void read(const std::string& line, std::uint32_t number) {
        if (line.empty() || line[0] == '#') {
            return;
        }
        if (line[0] == '-') {
            take_out(without_blanks(std::string_view(line).substr(1)), number);
            return;
        }
        const std::size_t colon = line.find(':');
        const std::string word = without_blanks(std::string_view(line).substr(0, colon));
        const std::string instead = colon == std::string::npos
                                        ? ""
                                        : without_blanks(std::string_view(line).substr(colon + 1));
        if (word.empty() || instead.empty()) {
            add_problem(number, "no word with what may stand instead of it",
                        "write it as `word: other words`, or `-word` to take one out");
            return;
        }
        std::erase_if(words_, [&](const WordAdvice& advice) { return advice.word == word; });
        words_.push_back({word, instead});
    }

    Result<std::vector<WordAdvice>> result() && {
        return problems_.empty() ? Result<std::vector<WordAdvice>>(std::move(words_)) : problems_;
    }

private:
    void take_out(const std::string& word, std::uint32_t number) {
        const std::size_t count =
            std::erase_if(words_, [&](const WordAdvice& advice) { return advice.word == word; });
        if (count == 0) {
            std::vector<std::string> known;
            for (const WordAdvice& advice : words_) {
                known.push_back(advice.word);
            }
            const auto nearest = nearest_spelling(word, known);
            add_problem(number, "`" + word + "` is not among the words that are looked for",
                        nearest ? "did you mean `" + *nearest + "`?" : "drop the line");
        }
    }

    void add_problem(std::uint32_t line, std::string what, std::string hint) {
        problems_.push_back({{file_, line, 0}, std::move(what), std::move(hint)});
    }

    std::string file_;
    std::vector<WordAdvice> words_;
    Diagnostics problems_;
};

} // namespace

Result<std::vector<WordAdvice>> with_word_list(std::vector<WordAdvice> words,
                                               std::string_view bytes,
                                               const std::string& file_name) {
    const Result<std::string_view> text = checked_text(bytes, file_name, {});
    if (!text) {
        return text.problems();
    }
    WordList list(file_name, std::move(words));
    std::uint32_t number = 0;
    std::string_view rest = text.value();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        list.read(without_blanks(rest.substr(0, end)), ++number);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::move(list).result();
}

Result<std::vector<WordAdvice>> open_word_list(std::vector<WordAdvice> words,
                                               const std::string& file) {
    const Result<std::string> bytes = read_file(file);
    return bytes ? with_word_list(std::move(words), bytes.value(), file)
                 : Result<std::vector<WordAdvice>>(bytes.problems());
}

} // namespace unbracket
