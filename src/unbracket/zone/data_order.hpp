#pragma once

#include "unbracket/base/rational.hpp"
#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <cstddef>
#include <vector>

namespace unbracket {

/// Orders that depend on what was entered alone, neither on ids nor on the place in the file: where
/// parties, bonuses or entries are tried one after the other, what is found first is then the same
/// whatever they are called and whoever is named first. Issues and options are told apart by their
/// places. Things with equal data keep the order of the file; swapping two such parties changes
/// nothing but labels anyway.
class DataOrder {
public:
    /// Cost: linear in the entries, and sorting the parties.
    DataOrder(const Case& negotiation, const Appraisal& appraisal);

    void sort(std::vector<PartyId>& parties) const;
    void sort_bonuses(std::vector<std::size_t>& positions) const;
    /// By kind first: red lines before rules before limits before norms.
    void sort(std::vector<EntryId>& entries) const;
    /// For each of these entries how many kinds of them sort before it; equal where all data are.
    std::vector<std::size_t> ranks(const std::vector<EntryId>& entries) const;

private:
    using Key = std::vector<Rational>;

    std::vector<Key> keys_of(const std::vector<EntryId>& entries) const;

    const Case& case_;
    std::vector<std::size_t> ranks_; // by party; equal where all data are
};

} // namespace unbracket
