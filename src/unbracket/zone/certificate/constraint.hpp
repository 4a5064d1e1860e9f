#pragma once

#include "unbracket/zone/certificate/surplus.hpp"

#include <optional>
#include <vector>

namespace unbracket::certificate {

/// What forbids outcomes without any counting of points.
struct Constraints {
    std::vector<Condition> forbidden; // an outcome that has all of one of them is out
    std::vector<AtMost> at_most;
};

/// Rules of the plan and norms; they bind whoever accepts.
Constraints plan_constraints(const Case& given);

/// What the limits of one party forbid to it.
std::vector<Condition> forbidden_by(const Case& given, PartyId party);

bool is_allowed(const Constraints& constraints, const Outcome& outcome);
bool meets_any(const std::vector<Condition>& forbidden, const Outcome& outcome);

/// The options each issue keeps, ascending.
using Domain = std::vector<std::vector<OptionId>>;

/// Literals that the domain leaves open; nothing where the condition cannot hold in the domain.
std::optional<Condition> open_literals(const Condition& condition, const Domain& domain);

/// Takes away every option that, with the options left elsewhere, always completes a forbidden
/// condition, until nothing changes. False: nothing is left on some issue, or a condition holds
/// whatever is chosen, so that every outcome of the domain is out.
bool propagate(Domain& domain, const std::vector<Condition>& forbidden);

} // namespace unbracket::certificate
