#pragma once

#include "unbracket/zone/certificate/acceptance.hpp"

#include <cstddef>
#include <vector>

namespace unbracket::certificate {

struct BonusGain {
    std::size_t bonus = 0; // position in the case's list
    Fraction points;
};

/// What a party gains over its fallback in the central reading: start + the options chosen + the
/// bonuses met.
struct PartyGains {
    PartyId party;
    Fraction start;                          // minus the fallback
    std::vector<std::vector<Fraction>> adds; // by issue and option, bonuses on that issue included
    std::vector<BonusGain> bonuses;          // on several issues
};

/// The gains of the counted parties that have stances or scores, in the order of their ids. The
/// central reading is worked out anew from the entries, as docs/methods/certificates.md says. Every
/// party must have a reading.
std::vector<PartyGains> central_gains(const Facts& facts);

Fraction gain_of(const Case& given, const PartyGains& gains, const Outcome& outcome);

/// A party's gains over a domain and some bonuses as whole numbers of steps: start + step * (steps
/// of the options chosen). Bonuses that may be met or not count where that is more.
struct GainGrid {
    Fraction start;        // with the least option everywhere
    Fraction step;         // above 0; where nothing depends on options, beyond all goals
    bool is_fixed = false; // nothing does
    std::vector<std::vector<Integer>> steps; // by issue and place in the domain, from 0 on
    Integer most;                            // steps that any outcome has

    Fraction largest() const { return start + step * Fraction(most); }
    /// The fewest steps, from 0 on, with which the gain is at least this, or more than this.
    Integer steps_for(const Fraction& gain) const;
    Integer steps_above(const Fraction& gain) const;
};

/// So much that with it any gain would be larger than whatever is compared with gains.
Fraction beyond_all(const std::vector<PartyGains>& all);

struct GridQuestion {
    const Case& given;
    const std::vector<Met>& bonuses; // one for each bonus of the case
    const Fraction& beyond;          // see beyond_all()
};
GainGrid grid_of(const GridQuestion& question, const PartyGains& party, const Domain& domain);

/// Best value less worst over a domain, each bonus that it leaves to several issues by itself.
Fraction span_of(const Case& given, const PartyGains& party, const Domain& domain);

/// The largest fraction of which all of these are whole multiples; 0 where all are 0.
Fraction common_step(const std::vector<Fraction>& numbers);

/// The largest whole number not above it.
Integer floor_of(const Fraction& number);

} // namespace unbracket::certificate
