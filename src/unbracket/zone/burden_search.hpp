#pragma once

#include "unbracket/zone/bridge.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// Looks for the Pareto-minimal burdens under which an outcome is accepted, some entries left out.
class BurdenSearch {
public:
    BurdenSearch(const CaseView& view, Certainty certainty, std::vector<EntryId> opened,
                 const ClaimOptions& options);

    /// What this party alone would have to bear.
    AloneBurden alone(PartyId party);
    /// A Pareto-minimal burden whose largest part is as small as can be; nothing where no burden is
    /// enough. Second: whether that is proved.
    std::pair<std::optional<Bridge>, bool> smallest_largest();
    /// Takes a burden that is known to be Pareto-minimal.
    void note(const Bridge& bridge);
    /// The burdens noted and found, until there are `most` or no other is left. Second: whether
    /// these are all.
    std::pair<std::vector<Bridge>, bool> all(std::size_t most);

    std::uint64_t nodes() const { return nodes_; }

private:
    /// Strict upper bounds of burdens, by counted party; nothing: no bound.
    using Box = std::vector<std::optional<Rational>>;
    enum class Reply { found, none, cut };

    ClaimOptions left() const;
    Appraisal moved(const Burden& burden) const;
    Reply ask(const Box& box, Bridge& bridge);
    Burden burden_of(const Appraisal& asked, const Outcome& outcome) const;
    bool minimise(Bridge& bridge);
    void split_boxes(const Burden& burden);
    void add_box(Box box);

    CaseView view_;
    Certainty certainty_;
    std::vector<EntryId> opened_;
    Omissions omissions_;
    ClaimOptions options_;
    std::vector<Box> boxes_;
    std::vector<Bridge> found_;
    std::uint64_t nodes_ = 0;
};

} // namespace unbracket
