#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/efficient.hpp"

#include <string>

namespace unbracket {

/// Listed outcomes as lines over one upright axis for each party with values, as a drawing in black
/// and white: each axis has the party's own scale, as far as listed outcomes reach, with a bar
/// where it stands without agreement. At most eight outcomes, spread evenly over the list; lines
/// are told apart by dashes, marks and numbers, and a legend says which outcome each is.
std::string parallel_svg(const Case& negotiation, const EfficientOutcomes& efficient);

} // namespace unbracket
