#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <vector>

namespace unbracket {

/// Entries left out of a question, by entry id; empty: none. Leaving out a party's fallback means
/// that any value suits it (its limits stay); red lines, limits, norms and rules just go.
using Omissions = std::vector<bool>;

inline const Omissions nothing_omitted{};

/// A case, its ranges, and what is left out of a question about it.
struct CaseView {
    const Case& negotiation;
    const Appraisal& appraisal;
    const Omissions& omissions = nothing_omitted;
};

/// Whether some or every reading is asked about, and what is left out of the question.
struct Asked {
    explicit(false) Asked(Certainty asked, const Omissions& left_out = nothing_omitted)
        : certainty(asked), omissions(left_out) {}
    Certainty certainty;
    const Omissions& omissions;
};

inline bool is_omitted(const Omissions& omissions, EntryId entry) {
    return !omissions.empty() && omissions[as_index(entry)];
}
} // namespace unbracket
