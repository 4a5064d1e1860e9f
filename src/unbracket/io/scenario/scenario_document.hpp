#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/document.hpp"

#include <string>

namespace unbracket {

/// The scenario as a case file: a party for each profile, with scores and a fallback, and a bonus
/// for each pattern. Names become titles, with ids made of them. A number of at most 15 digits is
/// written as one, any other as an exact fraction. Values stand where the profile stands in its
/// file, so that what is wrong with the case names that file.
///
/// A problem for each bound of a case that the scenario exceeds and that is not found again when
/// the document is bound, and of each issue, fallback and pattern for a number whose fraction is
/// longer than that of a case may be.
Result<Node> scenario_document(const Scenario& scenario, const std::string& title,
                               const std::string& summary);

/// The profiles named, in that order; all where none is named. A name is that of the profile or the
/// id its party would have. A problem for each name that there is not or that stands twice.
Result<Scenario> with_parties(Scenario scenario, const std::vector<std::string>& names);

/// A number as a case file writes it.
Node exact_number_node(const Rational& number, const SourcePosition& at);

} // namespace unbracket
