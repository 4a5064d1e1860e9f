#pragma once

#include "unbracket/io/scenario/scenario.hpp"
#include "unbracket/model/case.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// What of a case answers nothing by itself and is in no file of a scenario, a sentence for each
/// entry, in the order of the sections: parties other than `kept`, drafts, statements, wordings and
/// the like, and names of parties that become other ones, since a party is called as its file.
std::vector<std::string> left_out(const Case& negotiation, const std::vector<PartyId>& kept,
                                  const Scenario& scenario);

} // namespace unbracket
