#pragma once

#include "unbracket/report/json_value.hpp"

#include <cstdint>

namespace unbracket {

/// {"drawn", "share", "interval"}: how many of the draws, which share of them, and Wilson's 95
/// percent interval, whose ends are rounded away from its middle.
Node json_share(std::uint64_t hits, std::uint64_t draws, const JsonOptions& options);

} // namespace unbracket
