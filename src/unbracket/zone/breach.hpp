#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/case_view.hpp"

#include <optional>

namespace unbracket {

/// What the outcomes that break an entry have in common: all of `holding` holds and, unless it is
/// empty, not all of `failing`.
struct Breach {
    Condition holding;
    Condition failing;
};

/// How an entry left out of the question can be broken: a red line, a limit, a norm or a rule that
/// bars combinations. Nothing where that is no such condition (at-most rules, fallbacks, intents)
/// and for an entry that bars nothing.
std::optional<Breach> breach_of(const CaseView& view, EntryId entry);

} // namespace unbracket
