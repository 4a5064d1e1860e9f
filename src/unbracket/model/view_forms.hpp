#pragma once

#include "unbracket/model/document.hpp"

namespace unbracket {

/// Puts entries that are left over when others were taken out into a form that a case may have:
///
/// - a table of scores with a gap goes, as does an order of a party with scores where no table is;
/// - a red line whose curve has lost all its values becomes a limit that says the same, and a lone
///   value of a curve without red line the stance on that option; references follow;
/// - weights that can only be 0, of a party that is counted and has no others, go;
/// - `at_least` asks for no more parties than are counted.
///
/// What it does follows from what is left alone.
void make_valid_again(Node& document);

} // namespace unbracket
