#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/zone/reading.hpp"
#include "unbracket/zone/verdict.hpp"

#include <string_view>
#include <vector>

namespace unbracket {

/// The certificate of a verdict, format 1 of docs/methods/certificates.md: what the independent
/// checker needs to prove the verdict anew from the entries. An undecided verdict certifies only
/// the outcome it found, if any.
Node write_certificate(const Case& negotiation, const Verdict& verdict);

/// A certificate of that verdict around claims.
Node certificate_around(const Case& negotiation, std::string_view verdict,
                        std::vector<Node> claims);

/// One part of a claim that there is no outcome of some kind.
Node write_part(const Case& negotiation, const PartProof& proof);

/// One party's reading as a certificate writes it: numbers as exact text.
Node write_reading(const Case& negotiation, const PartyReading& reading);

/// Readings of several parties, {party: reading}.
Node write_readings(const Case& negotiation, const std::vector<PartyReading>& readings);

} // namespace unbracket
