#pragma once

#include "unbracket/io/plan/plan_text.hpp"

#include <string>
#include <vector>

// Plans as short texts that a test can compare.

namespace unbracket::testing {

inline std::string sketch(const Wording& wording);

inline std::string sketch(const Piece& piece) {
    switch (piece.kind) {
    case PieceKind::text:
        return piece.text;
    case PieceKind::blank:
        return "<gap>";
    case PieceKind::note:
        return "<note " + piece.text + ">";
    case PieceKind::choice:
        break;
    }
    std::string text = "{";
    for (const Wording& wording : piece.wordings) {
        text += (text.size() > 1 ? "|" : "") + sketch(wording);
    }
    return text + "}";
}

/// `shall {begin|end} within <gap> days`: words, choices in braces, gaps and notes.
inline std::string sketch(const Wording& wording) {
    std::string text;
    for (const Piece& piece : wording.pieces) {
        text += (text.empty() ? "" : " ") + sketch(piece);
    }
    return text;
}

/// `5.2: words` for each clause.
inline std::vector<std::string> sketch(const PlanText& plan) {
    std::vector<std::string> lines;
    for (const Clause& clause : plan.clauses) {
        lines.push_back(clause.number + ": " + sketch(clause.wording));
    }
    return lines;
}

} // namespace unbracket::testing
