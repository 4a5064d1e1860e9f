#pragma once

#include "unbracket/zone/bridge.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// Strict upper bounds of burdens, by counted party; nothing: no bound.
using BurdenBox = std::vector<std::optional<Rational>>;

/// The burden that makes the largest part smallest; nothing where no burden is enough.
struct SmallestLargest {
    std::optional<Bridge> bridge;
    bool is_proved = true;
};

struct BurdenList {
    std::vector<Bridge> bridges;
    ListEnd end = ListEnd::cut; // complete: all Pareto-minimal burdens
};

/// Looks for the Pareto-minimal burdens under which an outcome is accepted, some entries left out.
/// Parties are tried in an order of their data, so that a list which is cut short favours nobody.
class BurdenSearch {
public:
    BurdenSearch(const CaseView& view, Certainty certainty, std::vector<EntryId> opened,
                 const ClaimOptions& options);

    /// What this party alone would have to bear.
    AloneBurden alone(PartyId party);
    /// A Pareto-minimal burden whose largest part is as small as can be.
    SmallestLargest smallest_largest();
    /// Takes a burden that is known to be Pareto-minimal.
    void note(const Bridge& bridge);
    /// The burdens noted and found, until there are `most`, or no other is left, or these nodes
    /// are spent. Goes on where it ended when it is asked for more.
    BurdenList all(std::size_t most, std::uint64_t nodes = UINT64_MAX);

    std::uint64_t nodes() const { return nodes_; }

private:
    enum class Reply { found, none, cut };

    ClaimOptions left() const { return what_is_left(options_, nodes_); }
    Appraisal moved(const Burden& burden) const;
    Reply ask(const BurdenBox& box, Bridge& bridge);
    Burden burden_of(const Appraisal& asked, const Outcome& outcome) const;
    bool minimise(Bridge& bridge, const std::optional<Rational>& least_largest);
    void split_boxes(const Burden& burden);
    void add_box(BurdenBox box);

    CaseView view_;
    Certainty certainty_;
    std::vector<EntryId> opened_;
    Omissions omissions_;
    ClaimOptions options_;
    std::vector<std::size_t> places_; // of counted parties, in an order of their data
    std::vector<BurdenBox> boxes_;
    std::vector<Bridge> found_;
    std::uint64_t nodes_ = 0;
};

} // namespace unbracket
