#include "unbracket/io/plan/words.hpp"

#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/plain_blanks.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_counted_words = 128;
constexpr std::size_t most_steps = 100'000;
constexpr std::size_t deepest_search = 400; // brackets behind each other
constexpr std::size_t most_filled = 24;     // words in the place of a blank

/// A code point of checked text.
std::string_view code_point(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() &&
           (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return text.substr(at, length);
}

std::string two_bytes(unsigned code) {
    return {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
}

/// Small letters of Latin-1, Greek and Cyrillic, as they stand in a row with the capital ones.
std::string lower_code_point(std::string_view letter) {
    if (letter.size() != 2) {
        return letter.size() == 1 ? std::string(1, lower_byte(letter[0])) : std::string(letter);
    }
    const unsigned code = ((static_cast<unsigned char>(letter[0]) & 0x1FU) << 6U) |
                          (static_cast<unsigned char>(letter[1]) & 0x3FU);
    const bool is_latin = code >= 0xC0 && code <= 0xDE && code != 0xD7;
    const bool is_greek = code >= 0x391 && code <= 0x3A9;
    const bool is_cyrillic = code >= 0x410 && code <= 0x42F;
    const bool is_other_cyrillic = code >= 0x400 && code <= 0x40F;
    if (is_latin || is_greek || is_cyrillic) {
        return two_bytes(code + 0x20);
    }
    return is_other_cyrillic ? two_bytes(code + 0x50) : std::string(letter);
}

bool is_ignored(std::string_view letter) {
    constexpr std::string_view ascii = ".,;:!?'\"()-_*`/[]#|";
    constexpr std::array<std::string_view, 13> others = {
        "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2018", "\u2019",
        "\u201C", "\u201D", "\u201E", "\u2026", "\u00AB", "\u00BB"};
    return letter.size() == 1 ? ascii.find(letter[0]) != std::string_view::npos
                              : std::ranges::find(others, letter) != others.end();
}

bool is_symbol(std::string_view letter) {
    return letter.size() == 1 && !is_ascii_letter(letter[0]) && !is_digit(letter[0]);
}

bool is_minus(std::string_view text, std::size_t at, std::size_t length) {
    const std::string_view sign = text.substr(at, length);
    const bool is_sign = sign == "-" || sign == "\u2212";
    const bool stands_apart = at == 0 || is_blank_byte(text[at - 1]) || text[at - 1] == '[';
    return is_sign && stands_apart && at + length < text.size() && is_digit(text[at + length]);
}

/// A word, a choice, or `[]` for what is to be filled in.
struct Item {
    std::string word;
    const Piece* choice = nullptr;
    const Piece* blank = nullptr;
};

/// Without the marks of footnotes: no other bracket round a number is left in a text piece.
std::string without_marks(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t close = text[at] == '[' ? text.find(']', at) : std::string_view::npos;
        const std::string_view inner = close == std::string_view::npos
                                           ? std::string_view()
                                           : text.substr(at + 1, close - at - 1);
        if (inner.starts_with('^') || (!inner.empty() && std::ranges::all_of(inner, is_digit))) {
            at = close;
        } else {
            kept += text[at];
        }
    }
    return kept;
}

std::vector<Item> items_of(const Wording& wording) {
    std::vector<Item> items;
    for (const Piece& piece : wording.pieces) {
        switch (piece.kind) {
        case PieceKind::text:
            for (std::string& word : words_of(without_marks(piece.text))) {
                items.push_back({std::move(word)});
            }
            break;
        case PieceKind::blank:
            items.push_back({"[]", nullptr, &piece});
            break;
        case PieceKind::choice:
            items.push_back({{}, &piece});
            break;
        case PieceKind::note:
            break;
        }
    }
    return items;
}

bool same_items(const std::vector<Item>& left, const std::vector<Item>& right);

bool same_choices(const Piece& left, const Piece& right) {
    return std::ranges::equal(left.wordings, right.wordings, same_words);
}

bool same_items(const std::vector<Item>& left, const std::vector<Item>& right) {
    return std::ranges::equal(left, right, [](const Item& a, const Item& b) {
        if ((a.choice == nullptr) != (b.choice == nullptr)) {
            return false;
        }
        return a.choice == nullptr ? a.word == b.word : same_choices(*a.choice, *b.choice);
    });
}

template <class Action>
void for_each_inner(const Piece& choice, Action action) {
    for (const Wording& wording : choice.wordings) {
        for (const Piece& piece : wording.pieces) {
            if (piece.kind == PieceKind::choice) {
                action(piece);
            }
        }
    }
}

void leave_all_open(const Piece& choice, Resolution& chosen) {
    std::vector<std::size_t>& all = chosen[&choice];
    all.clear();
    for (std::size_t i = 0; i < std::max<std::size_t>(choice.wordings.size(), 2); ++i) {
        all.push_back(i);
    }
    for_each_inner(choice, [&](const Piece& inner) { leave_all_open(inner, chosen); });
}

enum class Blanks { stay, are_filled };

/// Reads a text along a pattern; where a bracket is met, every way through it is tried.
class Resolver {
public:
    Resolver(const Wording& text, Blanks blanks) : text_(items_of(text)), blanks_(blanks) {}

    struct Run {
        std::size_t begin = 0; // item of the text
        std::size_t end = 0;
    };
    const std::map<const Piece*, Run>& filled() const { return filled_; }
    const Item& item(std::size_t at) const { return text_[at]; }

    std::optional<Resolution> resolve(const Wording& pattern) {
        const bool found =
            reads(items_of(pattern), 0, 0, [this](std::size_t at) { return at == text_.size(); });
        return found ? std::optional(chosen_) : std::nullopt;
    }

private:
    using Rest = std::function<bool(std::size_t)>;

    /// Counts calls that are inside each other.
    class Descent {
    public:
        explicit Descent(std::size_t& depth) : depth_(depth) { ++depth_; }
        ~Descent() { --depth_; }
        Descent(const Descent&) = delete;
        Descent& operator=(const Descent&) = delete;

    private:
        std::size_t& depth_;
    };

    /// Whether the items from `i` on can be read from `at` on such that the rest can be read too.
    bool reads(const std::vector<Item>& items, std::size_t i, std::size_t at, const Rest& rest) {
        steps_ += 1 + items.size() - i;
        const Descent descent(depth_);
        if (steps_ > most_steps || depth_ > deepest_search) {
            return false;
        }
        while (i < items.size() && items[i].choice == nullptr) {
            if (items[i].blank != nullptr && blanks_ == Blanks::are_filled) {
                return passes_blank(items, i, at, rest);
            }
            if (at == text_.size() || text_[at].choice != nullptr ||
                text_[at].word != items[i].word) {
                return false;
            }
            ++i;
            ++at;
        }
        if (i == items.size()) {
            return rest(at);
        }
        const Piece& choice = *items[i].choice;
        const Rest behind = [&](std::size_t next) { return reads(items, i + 1, next, rest); };
        return stays_open(choice, at, behind) || is_decided(choice, at, behind);
    }

    /// The blank stays one, or is a choice, or some words: the fewest that will do.
    bool passes_blank(const std::vector<Item>& items, std::size_t i, std::size_t at,
                      const Rest& rest) {
        const Piece* blank = items[i].blank;
        if (at < text_.size() && text_[at].blank != nullptr) {
            return reads(items, i + 1, at + 1, rest);
        }
        for (std::size_t end = at + 1; end <= std::min(text_.size(), at + most_filled); ++end) {
            const bool is_choice = text_[end - 1].choice != nullptr;
            if (text_[end - 1].blank != nullptr || (is_choice && end > at + 1)) {
                break;
            }
            filled_[blank] = {at, end};
            if (reads(items, i + 1, end, rest)) {
                return true;
            }
            if (is_choice) {
                break;
            }
        }
        filled_.erase(blank);
        return false;
    }

    bool stays_open(const Piece& choice, std::size_t at, const Rest& behind) {
        if (at == text_.size() || text_[at].choice == nullptr ||
            !same_choices(choice, *text_[at].choice)) {
            return false;
        }
        leave_open(choice);
        if (behind(at + 1)) {
            return true;
        }
        forget(choice);
        return false;
    }

    void leave_open(const Piece& choice) { leave_all_open(choice, chosen_); }
    void forget(const Piece& choice) {
        chosen_.erase(&choice);
        for_each_inner(choice, [this](const Piece& inner) { forget(inner); });
    }
    bool is_decided(const Piece& choice, std::size_t at, const Rest& behind) {
        for (std::size_t i = 0; i < choice.wordings.size(); ++i) {
            chosen_[&choice] = {i};
            if (reads(items_of(choice.wordings[i]), 0, at, behind)) {
                return true;
            }
        }
        chosen_[&choice] = {1};
        if (choice.wordings.size() == 1 && behind(at)) {
            return true;
        }
        forget(choice);
        return false;
    }

    std::vector<Item> text_;
    Blanks blanks_;
    Resolution chosen_;
    std::map<const Piece*, Run> filled_;
    std::size_t steps_ = 0;
    std::size_t depth_ = 0;
};

} // namespace

Resolution nothing_decided(const Wording& wording) {
    Resolution open;
    for (const Piece& piece : wording.pieces) {
        if (piece.kind == PieceKind::choice) {
            leave_all_open(piece, open);
        }
    }
    return open;
}

namespace {

/// FNV-1a, the same everywhere.
std::uint64_t hash_of(std::string_view word, std::uint64_t start = 0xcbf29ce484222325ULL) {
    for (const char byte : word) {
        start = (start ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    }
    return start;
}

std::size_t shared_count(const std::vector<std::uint64_t>& left,
                         const std::vector<std::uint64_t>& right) {
    std::size_t count = 0;
    for (std::size_t i = 0, k = 0; i < left.size() && k < right.size();) {
        count += left[i] == right[k] ? 1U : 0U;
        const bool takes_left = left[i] <= right[k];
        k += right[k] <= left[i] ? 1U : 0U;
        i += takes_left ? 1U : 0U;
    }
    return count;
}

/// What no word goes on behind: blanks, punctuation, and symbols, which are words themselves.
bool is_gap_byte(std::string_view letter) {
    return is_blank_byte(letter[0]) || is_ignored(letter) || wide_space_length(letter, 0) > 0 ||
           is_symbol(letter);
}

/// `1,500` and `10-20`: what stands between two digits belongs to the number.
bool is_inside_number(std::string_view text, std::size_t at, std::size_t length) {
    return at > 0 && is_digit(text[at - 1]) && at + length < text.size() &&
           is_digit(text[at + length]);
}

} // namespace

std::vector<PlacedWord> placed_words(std::string_view text) {
    std::vector<PlacedWord> words;
    std::string word;
    std::size_t begin = 0;
    const auto end_word = [&](std::size_t end) {
        if (!word.empty()) {
            words.push_back({std::move(word), begin, end});
            word.clear();
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view letter = code_point(text, at);
        const bool is_in_number = is_inside_number(text, at, letter.size()) && is_ignored(letter);
        const bool ends =
            !is_in_number && (is_minus(text, at, letter.size()) || is_gap_byte(letter));
        if (ends) {
            end_word(at);
        }
        begin = word.empty() ? at : begin;
        if (is_in_number) {
            word += letter.size() == 1 ? letter : "-";
        } else if (is_minus(text, at, letter.size())) {
            word = "-";
        } else if (!ends) {
            word += lower_code_point(letter);
        } else if (is_symbol(letter) && !is_blank_byte(letter[0]) && !is_ignored(letter)) {
            words.push_back({std::string(letter), at, at + 1});
        }
        at += letter.size();
    }
    end_word(text.size());
    return words;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (PlacedWord& one : placed_words(text)) {
        words.push_back(std::move(one.word));
    }
    return words;
}

bool same_words(const Wording& left, const Wording& right) {
    return same_items(items_of(left), items_of(right));
}

std::optional<Resolution> resolution(const Wording& pattern, const Wording& text) {
    return Resolver(text, Blanks::stay).resolve(pattern);
}

namespace {

/// The words of a text from one item to another as they are printed; nothing where they are in two
/// pieces.
std::optional<std::string> printed(const Wording& text, std::size_t begin, std::size_t end) {
    std::size_t at = 0; // item
    for (const Piece& piece : text.pieces) {
        if (piece.kind != PieceKind::text) {
            at += piece.kind == PieceKind::note ? 0U : 1U;
            continue;
        }
        const std::string own = without_marks(piece.text);
        const std::vector<PlacedWord> words = placed_words(own);
        if (begin >= at && begin < at + words.size()) {
            const bool is_whole = end <= at + words.size();
            const std::size_t from = words[begin - at].begin;
            return is_whole ? std::optional(own.substr(from, words[end - at - 1].end - from))
                            : std::nullopt;
        }
        at += words.size();
    }
    return std::nullopt;
}

} // namespace

std::optional<Fillings> fillings(const Wording& pattern, const Wording& text) {
    Resolver resolver(text, Blanks::are_filled);
    if (!resolver.resolve(pattern)) {
        return std::nullopt;
    }
    Fillings found;
    for (const auto& [blank, run] : resolver.filled()) {
        const Piece* choice = resolver.item(run.begin).choice;
        auto words = choice == nullptr ? printed(text, run.begin, run.end) : std::string();
        if (!words) {
            return std::nullopt;
        }
        found.emplace(blank, Filling{*std::move(words), choice});
    }
    return found;
}

std::vector<std::uint64_t> features_of(std::string_view text) {
    std::vector<std::string> words = words_of(text);
    words.resize(std::min(words.size(), most_counted_words));
    std::vector<std::uint64_t> features;
    for (std::size_t i = 0; i < words.size(); ++i) {
        features.push_back(hash_of(words[i]));
        if (i > 0) {
            features.push_back(hash_of(words[i], hash_of(" ", hash_of(words[i - 1]))));
        }
    }
    std::ranges::sort(features);
    return features;
}

int likeness(const std::vector<std::uint64_t>& left, const std::vector<std::uint64_t>& right) {
    const std::size_t all = left.size() + right.size();
    return all == 0 ? 0 : static_cast<int>(2000 * shared_count(left, right) / all);
}

int containment(const std::vector<std::uint64_t>& part, const std::vector<std::uint64_t>& whole,
                const std::vector<std::uint64_t>& taken) {
    std::vector<std::uint64_t> left;
    if (part.empty() || taken.empty()) { // without a copy: it is asked of many pairs
        return part.empty() ? 0 : static_cast<int>(1000 * shared_count(part, whole) / part.size());
    }
    std::ranges::set_difference(whole, taken, std::back_inserter(left));
    return static_cast<int>(1000 * shared_count(part, left) / part.size());
}

} // namespace unbracket
