#pragma once

#include "unbracket/frontier/coalition_counts.hpp"

#include <cstdint>
#include <string>

namespace unbracket {

/// Two significant digits, such as `12`, `0.34`, `100`; away from 0 only where the share is.
std::string percent_text(double share);

/// `12 % (11..13)`; `over 99 %` instead of a 100 that is not all.
std::string share_text(const ShareRange& range);
/// `12 %`, `over 99 %`
std::string share_text(std::uint64_t hits, std::uint64_t draws);

} // namespace unbracket
