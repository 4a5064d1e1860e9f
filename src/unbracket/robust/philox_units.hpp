#pragma once

#include "unbracket/base/philox.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace unbracket {

/// Units between 0 and 1 of draws from `first` on, a row of `lanes` for each unit, as many as
/// `units` holds. The counter of four units of a draw holds the draw, the place of these four among
/// all, and the stream.
void fill_philox_units(const PhiloxKey& key, std::uint64_t first, std::uint32_t stream,
                       std::size_t lanes, std::span<double> units);

} // namespace unbracket
