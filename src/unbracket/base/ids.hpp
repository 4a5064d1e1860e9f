#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace unbracket {

/// Position of a thing in the list of its kind inside one Case. Ids of different kinds convert
/// neither to each other nor to a number; `as_index` is the only way to a subscript.
template <class Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

    friend constexpr std::size_t as_index(Id id) { return id.index_; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    std::uint32_t index_ = 0;
};

using PartyId = Id<struct PartyTag>;
using IssueId = Id<struct IssueTag>;
using OptionId = Id<struct OptionTag>; // position among the options of one issue
using EntryId = Id<struct EntryTag>;
using StatementId = Id<struct StatementTag>;
using DraftId = Id<struct DraftTag>;
using PersonId = Id<struct PersonTag>;
using SourceId = Id<struct SourceTag>;
using PointId = Id<struct PointTag>;
using DocumentId = Id<struct DocumentTag>;
using AlternativeId = Id<struct AlternativeTag>;

} // namespace unbracket
