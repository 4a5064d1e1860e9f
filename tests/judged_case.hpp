#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/case.hpp"

#include <optional>
#include <string>

namespace unbracket::testing {

/// A random case of certificate_random.hpp in which parties judge three drafts, some of them open,
/// and order some weights; or nothing where it is not valid.
std::optional<Case> random_judged_case(Random& random, std::string& text);

} // namespace unbracket::testing
