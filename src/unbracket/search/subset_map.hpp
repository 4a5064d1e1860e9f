#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace unbracket {

/// A set of items by number: true where the item is in.
using Subset = std::vector<bool>;

/// The map of what is settled about the subsets of a list of items, some of which can hold together
/// and some of which cannot. Nothing is known at first; every call settles more.
class SubsetMap {
public:
    SubsetMap() = default;
    SubsetMap(const SubsetMap&) = delete;
    SubsetMap& operator=(const SubsetMap&) = delete;
    virtual ~SubsetMap() = default;

    /// The first subset that is not settled, in the order in which "in" comes before "out" at the
    /// lowest item where two differ; nothing when all are settled. So every map offers the same.
    virtual std::optional<Subset> unsettled() = 0;
    /// The items of the subset cannot hold together, so neither can more items than these.
    virtual void settle_supersets(const Subset& conflicting) = 0;
    /// The items of the subset can hold together, so fewer items than these can too.
    virtual void settle_subsets(const Subset& satisfiable) = 0;
};

/// The best map that was built in: CaDiCaL's where it was, else the plain one.
std::unique_ptr<SubsetMap> make_subset_map(std::size_t item_count);

/// A small backtracking search without any library. Good for some dozens of items.
std::unique_ptr<SubsetMap> make_plain_subset_map(std::size_t item_count);

} // namespace unbracket
