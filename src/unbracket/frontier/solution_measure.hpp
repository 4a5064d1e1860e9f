#pragma once

#include "unbracket/frontier/solution_space.hpp"
#include "unbracket/search/dual.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace unbracket {

/// Which outcomes a search still wants, measured against the best one so far.
enum class Wanted {
    more,       // better ones, and with a tolerance those better by more than that
    first_more, // the same, of a lexicographic measure its first place only
    any_more,   // better ones without regard to a tolerance, by the first place only
    as_much     // as good ones too
};

/// By what outcomes are compared, exactly, with what a sum of totals can say about it.
class Measure {
public:
    explicit Measure(const std::vector<SpaceColumn>& columns);
    virtual ~Measure() = default;

    /// Which of two outcomes is better, by their gains in the order of the columns.
    virtual std::strong_ordering compare(const std::vector<Rational>& one,
                                         const std::vector<Rational>& other) const = 0;
    /// The same by totals, where that is fast and the gains of both are what the measure admits;
    /// nothing: compare gains.
    virtual std::optional<std::strong_ordering> compare_totals(const Totals& one,
                                                               const Totals& other) const;
    /// The measure as one number: a product, the smallest gain or share, a sum.
    virtual Rational worth(const std::vector<Rational>& gains) const = 0;
    /// What no outcome measures more than where none is wanted beyond one with these gains by more
    /// than the tolerance: what it would measure with every gain up by its column's.
    virtual Rational tolerated(const std::vector<Rational>& gains) const;
    /// Whether the measure speaks about the outcome at all.
    virtual bool admits(const std::vector<Rational>& gains) const;

    /// From now on wanted: what is better than, or as good as, an outcome with these gains; nothing
    /// given: whatever the measure admits.
    virtual void want(const std::optional<std::vector<Rational>>& gains, Wanted wanted) = 0;

    /// Whether some optimum may be missed.
    bool is_tolerant() const { return is_tolerant_; }
    /// Whether whatever is wanted beyond a better outcome is wanted beyond a worse one; without a
    /// tolerance it always is.
    virtual bool is_steady() const { return !is_tolerant_; }

    /// The least weighted sum of an outcome that is wanted.
    virtual std::int64_t need(const Multipliers& lane) const = 0;
    /// No outcome of a part whose largest weighted sum is `largest` measures more; nothing where
    /// this lane says nothing.
    virtual std::optional<Rational> bound(const Multipliers& lane, std::int64_t largest) const = 0;

    /// Sums to ask for all at once, which the proposal of multipliers steers by.
    virtual std::vector<std::int64_t> aim() const = 0;
    /// How many times as large all gains have to be for the measure to be so many times as large;
    /// proposals only.
    virtual double growth_for(const Rational& times) const { return times.approximate(); }
    /// How good sums look; proposals only.
    virtual double appeal(std::span<const double> sums) const = 0;
    /// Whether what is wanted is no box of sums: then `tangent_needs` says where a plane touches
    /// it.
    virtual bool has_tangents() const { return false; }
    virtual void tangent_needs(std::span<const double> weights, std::span<double> needs) const;

protected:
    /// A straight line, for proposals only.
    struct Line {
        double start = 0, rate = 0;
        double at(double sum) const { return start + rate * sum; }
    };

    /// What a sum has to reach, and the share of its column's width that is one.
    struct Least {
        double sum = 0, share = 0;
        double lacking(double reached) const { return std::max(sum - reached, 0.0) * share; }
    };

    const std::vector<SpaceColumn>& columns() const { return columns_; }
    /// The gains, each up by its column's tolerance.
    std::vector<Rational> raised(std::vector<Rational> gains) const;
    /// How far sums fall short of the floors, in shares of each column's width; 0 where they do
    /// not.
    double shortfall(std::span<const double> sums) const;

private:
    const std::vector<SpaceColumn>& columns_;
    std::vector<Least> floors_; // by column
    bool is_tolerant_ = false;
};

/// What gains are divided by before they are compared. A unit may be known only as a range from
/// `least` to `most`; scores of outcomes are then those of the least.
struct ScoreUnit {
    Rational least; // above 0
    Rational most;
    explicit ScoreUnit(const Rational& unit) : least(unit), most(unit) {}
    ScoreUnit(const Rational& at_least, const Rational& at_most) : least(at_least), most(at_most) {}
};

/// Leximin of gains divided by `units`; columns without a unit take no part, but must not lose.
/// Where units are ranges only the first place can be asked for, with a tolerance, and what is
/// wanted is whatever may be better for some units in their ranges.
std::unique_ptr<Measure> leximin_measure(const std::vector<SpaceColumn>& columns,
                                         std::vector<std::optional<ScoreUnit>> units);

/// Whether ranges of units are narrow enough for these gains: if so, whatever is wanted beyond them
/// has better scores too, and a search for the best scores proves that nothing is.
bool are_units_narrow(const std::vector<SpaceColumn>& columns,
                      const std::vector<std::optional<ScoreUnit>>& units,
                      const std::vector<Rational>& gains);

/// The product of the gains of these columns, which all have to be above 0; others must not lose.
/// A smaller product of more columns is a matter of the caller.
std::unique_ptr<Measure> product_measure(const std::vector<SpaceColumn>& columns,
                                         std::vector<bool> takes_part);

/// One column; where it stands behind the parties' columns it is the sum of them all. `has_floors`:
/// nobody may lose.
std::unique_ptr<Measure> column_measure(const std::vector<SpaceColumn>& columns, std::size_t column,
                                        bool has_floors);

} // namespace unbracket
