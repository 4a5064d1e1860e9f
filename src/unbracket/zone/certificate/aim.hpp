#pragma once

#include "unbracket/zone/certificate/gains.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace unbracket::certificate {

/// A weighing of gains over a domain, as a sum of whole numbers: the weighed gains are
/// start + (sum over parties of shares times steps) / scale.
struct Weighing {
    const std::vector<GainGrid>& grids;
    std::vector<Integer> weights; // of the gains, by party, from 0 on
    std::vector<Integer> shares;  // of the steps
    Fraction start;
    Integer scale;
};
Weighing weigh(const std::vector<GainGrid>& grids, std::vector<Integer> weights);

/// Which outcomes would be better than the one that is claimed to be best. Gains are listed by
/// party, in one order everywhere.
class Aim {
public:
    /// `is_anywhere`: not only among outcomes that everybody accepts.
    explicit Aim(bool is_anywhere) : is_anywhere_(is_anywhere) {}
    virtual ~Aim() = default;

    bool is_met(const std::vector<Fraction>& gains) const;
    /// Every outcome that meets the aim has at least this sum of shares times steps.
    Integer need(const Weighing& weighing) const;
    /// Steps of 64 bits that working out a need takes, roughly.
    std::uint64_t work(const Weighing& weighing) const;
    bool is_anywhere() const { return is_anywhere_; }

protected:
    virtual bool is_better(const std::vector<Fraction>& gains) const = 0;
    virtual Integer needed(const Weighing& weighing) const = 0;
    /// The same, for numbers of so many times 64 bits.
    virtual std::uint64_t work(std::uint64_t words) const = 0;
    /// The fewest steps with which a party loses nothing; 0 where that is not asked.
    Integer floor(const GainGrid& grid) const;

private:
    bool is_anywhere_;
};

/// Gains divided by `units`, in ascending order, agree with `scores` at some first places, none
/// perhaps, and are larger at the next. Parties without a unit take no part.
struct Scores {
    std::vector<std::optional<Fraction>> units; // above 0
    std::vector<Fraction> ascending;            // of all that take part, or the first alone
};
std::unique_ptr<Aim> aim_at_scores(Scores scores);

/// All of these parties gain, and the product of their gains is larger than `product`, if given.
std::unique_ptr<Aim> aim_at_product(std::vector<bool> gaining, std::optional<Fraction> product);

/// The gains of these parties together are more than `sum`.
struct Sum {
    std::vector<bool> added;
    Fraction more_than;
    bool is_anywhere = false;
};
std::unique_ptr<Aim> aim_at_sum(Sum sum);

} // namespace unbracket::certificate
