#pragma once

#include "unbracket/zone/certificate/part.hpp"

#include <string_view>

namespace unbracket::certificate {

/// The options from which every look at a part starts, and what forbids combinations of them.
struct RootDomain {
    bool is_empty = false; // nothing is left, whatever anybody's numbers are
    Domain domain;
    Constraints constraints;
};

/// All options, less those that red lines of the accepting parties exclude, those unknown to one
/// where every reading is asked about, those that exclude a bonus said to be met, and those that
/// limits, rules and norms leave no combination for.
RootDomain root_domain(const Facts& facts, Question question, const Part& part);

/// Takes so many numbers for each option that is left, and once more, from the budget; false, with
/// an objection, where it does not last.
bool claim_cells(const Domain& domain, std::size_t columns, Budget& budget, Objection& objection);

/// Raises an objection unless a walk closed everything; `refuted` says of an outcome that it left:
/// `this outcome <refuted>: x = a`.
void raise_unless_proved(const Case& given, const Replayed& replayed, std::string_view refuted,
                         Objection& objection);

} // namespace unbracket::certificate
