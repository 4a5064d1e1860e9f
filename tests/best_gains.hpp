#pragma once

#include "unbracket/frontier/solutions.hpp"

#include "tests/reference/solutions.hpp"

namespace unbracket::testing {

/// The best gains by a solution's definition, of all outcomes in the zone or of all feasible ones.
inline reference::GainCounts best_gains(SolutionKind kind, const reference::GainCounts& zone,
                                        const reference::GainCounts& feasible) {
    switch (kind) {
    case SolutionKind::nash:
        return reference::nash(zone);
    case SolutionKind::egalitarian:
        return reference::egalitarian(zone);
    case SolutionKind::kalai_smorodinsky:
        return reference::kalai_smorodinsky(zone);
    case SolutionKind::utilitarian:
        return reference::utilitarian(zone);
    case SolutionKind::utilitarian_anywhere:
        return reference::utilitarian(feasible);
    }
    return {};
}

} // namespace unbracket::testing
