#pragma once

#include "unbracket/zone/contradiction.hpp"

namespace unbracket {

/// Why judgements of whole drafts and orders of weights leave a party no reading, where its ranges
/// and orders of options alone leave it some: a minimal set of statements and entries. Nothing
/// where there is a reading.
std::optional<NoReading> find_coupled_contradiction(const Case& negotiation,
                                                    const Appraisal& appraisal, PartyId party);

} // namespace unbracket
