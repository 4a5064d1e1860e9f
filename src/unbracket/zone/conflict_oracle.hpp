#pragma once

#include "unbracket/search/subset_map.hpp"
#include "unbracket/zone/claim.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket {

/// Which of a list of entries can hold together while all the others in the list are left out.
/// Every other entry of the case stays as it is. Remembers outcomes it met, so that many questions
/// cost no search.
class ConflictOracle {
public:
    /// `items` as conflict_candidates() gives them. The budget is for all questions together.
    ConflictOracle(const CaseView& view, Certainty certainty, std::vector<EntryId> items,
                   const ClaimOptions& options);

    enum class Answer { holds, conflicts, cut };
    Answer decide(const Subset& held) { return decide(held, std::nullopt); }
    /// The same for a conflicting subset without this item of it.
    Answer decide_without(const Subset& conflicting, std::size_t item);
    /// After `holds`: an outcome in which the items hold, and all items that hold in it.
    const Outcome& outcome() const { return met_[last_].outcome; }
    const Subset& holding() const { return met_[last_].holding; }

    /// Leaves out items of a conflicting subset for good as long as the rest still conflicts, in
    /// the order of the list. False where the budget ran out; the subset is then as small as it
    /// got.
    bool shrink(Subset& conflicting);
    /// Adds items to a subset that holds as long as the whole still does. False where cut.
    bool grow(Subset& held);

    const std::vector<EntryId>& items() const { return items_; }
    /// Those of the searches, and one for each decision.
    std::uint64_t nodes() const { return nodes_; }

private:
    struct Met {
        Subset holding;
        Outcome outcome;
    };
    Answer decide(const Subset& held, std::optional<EntryId> breaking);
    Omissions omitted(const Subset& held) const;
    Met extended(const Subset& held, Outcome outcome) const;

    CaseView view_;
    Certainty certainty_;
    std::vector<EntryId> items_;
    ClaimOptions options_;
    std::uint64_t nodes_ = 0;
    std::vector<Met> met_;
    std::size_t last_ = 0;
};

} // namespace unbracket
