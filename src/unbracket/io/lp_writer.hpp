#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/case.hpp"

#include <string>

namespace unbracket {

/// The question "is there an agreement" as a program in the CPLEX LP format: one yes-or-no column
/// `x_2_3` for each option (third option of the second issue), one `y_1` for each combination that
/// a bonus or an at-most rule needs, a zero objective. The program has a solution exactly when the
/// case has an agreement. Rows are whole numbers, scaled exactly. Comment lines say which column is
/// which option.
///
/// The format carries single numbers only. Problems, all at once: ranges and words for them,
/// unknowns, orders, missing weights, stances and fallbacks, doubtful parties, an `at_least` that
/// the required parties do not fulfil by themselves, numbers beyond 15 digits in a row.
/// Statements, judgements and orders between weights are not part of the program. Linear in the
/// size of the case.
Result<std::string> write_lp(const Case& negotiation);

} // namespace unbracket
