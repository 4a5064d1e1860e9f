#include "unbracket/io/plan/filled_blanks.hpp"

#include "unbracket/io/plan/words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace unbracket {

namespace {

constexpr std::size_t most_asked = 4'000;

using Found = std::map<const Piece*, std::vector<Filling>>; // by blank, different fillings

bool has_blank(const Wording& wording) {
    return std::ranges::any_of(wording.pieces,
                               [](const Piece& piece) { return piece.kind == PieceKind::blank; });
}

bool is_same(const Filling& left, const Filling& right) {
    if (left.choice == nullptr || right.choice == nullptr) {
        return left.choice == right.choice && words_of(left.words) == words_of(right.words);
    }
    return std::ranges::equal(left.choice->wordings, right.choice->wordings, same_words);
}

void add_fillings(const Wording& wording, const Wording& other, Found& found) {
    const auto all = fillings(wording, other);
    if (!all) {
        return;
    }
    for (const auto& [blank, filling] : *all) {
        std::vector<Filling>& known = found[blank];
        if (std::ranges::none_of(known,
                                 [&](const Filling& one) { return is_same(one, filling); })) {
            known.push_back(filling);
        }
    }
}

Piece words_piece(const Piece& place, const std::string& words) {
    return {PieceKind::text, words, place.line, place.column, {}, {}};
}

/// The piece that stands for a blank, or the blank where it is filled with words and with choices.
Piece filled(const Piece& blank, const std::vector<Filling>& known) {
    Piece piece = blank;
    const auto is_choice = [](const Filling& one) { return one.choice != nullptr; };
    if (known.size() == 1) {
        piece = is_choice(known[0]) ? *known[0].choice : words_piece(blank, known[0].words);
    } else if (std::ranges::none_of(known, is_choice)) {
        piece.kind = PieceKind::choice;
        for (const Filling& one : known) {
            piece.wordings.push_back({{words_piece(blank, one.words)}, one.words});
        }
    } else {
        return blank;
    }
    piece.blank = blank.text;
    piece.line = blank.line;
    piece.column = blank.column;
    return piece;
}

/// Fills blanks point by point, and asks of so many pairs of texts at most.
class BlankFiller {
public:
    explicit BlankFiller(std::span<PlanText> texts) : texts_(texts) {}

    /// True where a blank of the point was filled.
    bool fill_once(const CommonPoint& point) {
        std::vector<std::pair<std::size_t, Wording>> made;
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            if (!point.clauses[text] || !has_blank(wording_of(point, text))) {
                continue;
            }
            if (auto wording = filled_wording(point, text)) {
                made.emplace_back(text, *std::move(wording));
            }
        }
        for (auto& [text, wording] : made) {
            texts_[text].clauses[*point.clauses[text]].wording = std::move(wording);
        }
        return !made.empty();
    }

private:
    const Wording& wording_of(const CommonPoint& point, std::size_t text) const {
        return texts_[text].clauses[*point.clauses[text]].wording;
    }

    std::optional<Wording> filled_wording(const CommonPoint& point, std::size_t text) {
        const Wording& own = wording_of(point, text);
        Found found;
        for (std::size_t other = 0; other < texts_.size(); ++other) {
            if (other != text && point.clauses[other] && asked_ < most_asked) {
                ++asked_;
                add_fillings(own, wording_of(point, other), found);
            }
        }
        Wording copy = own;
        bool is_new = false;
        for (std::size_t i = 0; i < own.pieces.size(); ++i) {
            const auto known = found.find(&own.pieces[i]);
            if (known != found.end()) {
                copy.pieces[i] = filled(own.pieces[i], known->second);
                is_new = is_new || copy.pieces[i].kind != PieceKind::blank;
            }
        }
        return is_new ? std::optional(std::move(copy)) : std::nullopt;
    }

    std::span<PlanText> texts_;
    std::size_t asked_ = 0;
};

} // namespace

void fill_blanks(const CommonPlan& plan, std::span<PlanText> texts) {
    constexpr int most_rounds = 4; // one text fills in what another does once that is filled in
    BlankFiller filler(texts);
    for (const CommonPoint& point : plan.points) {
        for (int round = 0; round < most_rounds && filler.fill_once(point); ++round) {
        }
    }
}

} // namespace unbracket
