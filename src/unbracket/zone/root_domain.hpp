#pragma once

#include "unbracket/zone/part.hpp"

#include <vector>

namespace unbracket {

/// A combination of options no outcome of a part may contain, after what is left of each issue.
struct Conjunction {
    Condition literals;
};

/// The options of each issue that the limits of a part leave, and the constraints that still matter
/// among them.
struct RootDomain {
    bool is_empty = false;
    std::vector<std::vector<OptionId>> options; // ascending
    std::vector<Conjunction> forbidden;
    std::vector<AtMost> at_most;
};

/// Removes red lines and, for sure acceptance, unknown options of accepting parties, options that a
/// bonus which is on excludes, and then whatever forbidden combinations leave no choice about,
/// until nothing changes. Forbidden combinations come from rules, norms, limits of accepting
/// parties, and bonuses that are off. Where the question asks only for what breaks an entry, all
/// that keeps to it goes too (see breach_of()).
RootDomain root_domain(const CaseView& context, const PartQuestion& question);

} // namespace unbracket
