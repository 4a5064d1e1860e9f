#pragma once

#include "unbracket/base/philox.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace unbracket {

/// Units between 0 and 1 of draws from `first` on, a row of `lanes` for each unit. The counter of
/// four units of a draw holds the draw, the place of these four among all, and the stream.
std::vector<double> philox_units(const PhiloxKey& key, std::uint64_t first, std::uint32_t stream,
                                 std::size_t lanes, std::size_t rows);

} // namespace unbracket
