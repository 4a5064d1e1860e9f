#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <optional>

namespace unbracket {

/// The numbers an entry may stand for, less what orders cut off; nothing for entries that are no
/// numbers.
std::optional<Interval> range_of_entry(const Case& negotiation, const Appraisal& appraisal,
                                       EntryId id);

/// A case in which something is set, with its ranges.
struct CaseVersion {
    Case negotiation;
    Appraisal appraisal;

    /// Whether every counted party still has a reading.
    bool has_readings() const;
};

/// The case with one number in the place of the entry's range.
CaseVersion with_entry_at(const Case& negotiation, EntryId entry, const Rational& value);

/// Puts a number in the place of an entry's range in the case itself. False where no number can
/// stand there: of a curve, which is given by words.
bool set_entry(Case& negotiation, EntryId id, const Rational& value);

} // namespace unbracket
