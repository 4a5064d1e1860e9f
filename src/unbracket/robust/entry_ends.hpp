#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/coupled_readings.hpp"

#include <optional>

namespace unbracket {

/// The numbers an entry may stand for, less what orders and binding judgements cut off; nothing for
/// entries that are no numbers. Where no reading takes the number at which it is cut off, as of
/// "more than", the end is one a little inside that a reading takes. Of a curve's word judgements
/// cut nothing off.
std::optional<Interval> range_of_entry(const Case& negotiation, const Appraisal& appraisal,
                                       EntryId id);

/// The entry in the readings of its party; nothing for entries that are no numbers, and for a
/// curve's word, which is several of them.
std::optional<ReadingNumber> number_of_entry(const Case& negotiation, const PartyAppraisal& own,
                                             EntryId id);

/// A case in which something is set, with its ranges.
struct CaseVersion {
    Case negotiation;
    Appraisal appraisal;

    /// Whether every counted party still has a reading, binding judgements and orders of weights
    /// kept.
    bool has_readings() const;
};

/// The case with one number in the place of the entry's range.
CaseVersion with_entry_at(const Case& negotiation, EntryId entry, const Rational& value);

/// Puts a number in the place of an entry's range in the case itself. False where no number can
/// stand there: of a curve, which is given by words.
bool set_entry(Case& negotiation, EntryId id, const Rational& value);

} // namespace unbracket
