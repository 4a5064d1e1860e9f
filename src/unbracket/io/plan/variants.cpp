#include "unbracket/io/plan/variants.hpp"

#include <algorithm>

namespace unbracket {

namespace {

std::size_t choice_count(const Wording& wording) {
    std::size_t count = 0;
    for (const Piece& piece : wording.pieces) {
        count += piece.kind == PieceKind::choice ? 1U : 0U;
        for (const Wording& inner : piece.wordings) {
            count += choice_count(inner);
        }
    }
    return count;
}

std::size_t first_text(const Variant& variant) {
    std::size_t text = 0;
    while (!variant.resolutions[text]) {
        ++text;
    }
    return text;
}

} // namespace

std::vector<Variant> variants_of(const CommonPoint& point, std::span<const PlanText> texts) {
    std::vector<std::size_t> present;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        if (point.clauses[text]) {
            present.push_back(text);
        }
    }
    const auto wording_in = [&](std::size_t text) -> const Wording& {
        return texts[text].clauses[*point.clauses[text]].wording;
    };
    std::ranges::stable_sort(present, [&](std::size_t a, std::size_t b) {
        return choice_count(wording_in(a)) > choice_count(wording_in(b));
    });
    std::vector<Variant> variants;
    for (const std::size_t text : present) {
        bool is_placed = false;
        for (Variant& variant : variants) {
            auto found = resolution(wording_in(variant.text), wording_in(text));
            if (found) {
                variant.resolutions[text] = std::move(found);
                is_placed = true;
                break;
            }
        }
        if (!is_placed) {
            Variant variant{text, std::vector<std::optional<Resolution>>(texts.size())};
            variant.resolutions[text] = nothing_decided(wording_in(text));
            variants.push_back(std::move(variant));
        }
    }
    std::ranges::sort(variants, {}, first_text);
    return variants;
}

} // namespace unbracket
