#include "unbracket/zone/conflict_list.hpp"

#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/conflict_oracle.hpp"

#include <algorithm>
#include <memory>
#include <tuple>

// All minimal conflicts and all minimal corrections by MARCO: a map of the subsets of entries keeps
// what is settled; an unsettled subset either holds, then it is grown to a largest one, whose
// complement is a minimal correction, or it conflicts, then it is shrunk to a minimal conflict.
// When the map offers nothing more, both lists are complete. Which subset the map offers first
// decides only the way there, so the lists are sorted at the end.
//
// Source: Liffiton, Previti, Malik and Marques-Silva (2016), Fast, flexible MUS enumeration
// [liffiton2016fast]

namespace unbracket {

namespace {

class ConflictSearch {
public:
    ConflictSearch(const CaseView& view, Certainty certainty, std::vector<EntryId> entries,
                   const ConflictOptions& options)
        : case_(view.negotiation), most_(options.most_conflicts),
          oracle_(view, certainty, std::move(entries), options.claim),
          map_(make_subset_map(oracle_.items().size())) {}

    ConflictList run() {
        list_.is_complete = true;
        bool is_first = true;
        while (list_.is_complete) {
            // All entries first: a case with an agreement has no conflict, whatever the map offers.
            std::optional<Subset> subset =
                is_first ? Subset(oracle_.items().size(), true) : map_->unsettled();
            if (!subset || (is_first && settles_everything(*subset))) {
                break;
            }
            is_first = false;
            list_.is_complete = list_.conflicts.size() < most_ && settle(*subset);
        }
        sort();
        list_.nodes = oracle_.nodes();
        return std::move(list_);
    }

private:
    /// Whether nothing conflicts at all.
    bool settles_everything(const Subset& all) {
        return oracle_.decide(all) == ConflictOracle::Answer::holds;
    }

    bool settle(Subset& subset) {
        switch (oracle_.decide(subset)) {
        case ConflictOracle::Answer::holds:
            return settle_holding(subset);
        case ConflictOracle::Answer::conflicts:
            return settle_conflicting(subset);
        case ConflictOracle::Answer::cut:
            break;
        }
        return false;
    }

    bool settle_holding(Subset& subset) {
        subset = oracle_.holding();
        if (!oracle_.grow(subset)) {
            return false;
        }
        oracle_.decide(subset);
        Correction correction{{}, oracle_.outcome()};
        for (std::size_t item = 0; item < subset.size(); ++item) {
            if (!subset[item]) {
                correction.entries.push_back(oracle_.items()[item]);
            }
        }
        sort_for_reading(correction.entries);
        list_.corrections.push_back(std::move(correction));
        map_->settle_subsets(subset);
        return true;
    }

    bool settle_conflicting(Subset& subset) {
        Conflict conflict;
        conflict.is_minimal = oracle_.shrink(subset);
        for (std::size_t item = 0; item < subset.size(); ++item) {
            if (subset[item]) {
                conflict.members.push_back({oracle_.items()[item], without(subset, item)});
            }
        }
        std::sort(conflict.members.begin(), conflict.members.end(),
                  [&](const ConflictMember& a, const ConflictMember& b) {
                      return reads_before(a.entry, b.entry);
                  });
        const bool is_minimal = conflict.is_minimal;
        list_.conflicts.push_back(std::move(conflict));
        map_->settle_supersets(subset);
        return is_minimal;
    }

    std::optional<Outcome> without(Subset subset, std::size_t item) {
        subset[item] = false;
        if (oracle_.decide(subset) != ConflictOracle::Answer::holds) {
            return std::nullopt;
        }
        return oracle_.outcome();
    }

    bool reads_before(EntryId a, EntryId b) const {
        const bool a_is_number = case_.entry(a).kind != EntryKind::fallback;
        const bool b_is_number = case_.entry(b).kind != EntryKind::fallback;
        return std::tie(a_is_number, a) < std::tie(b_is_number, b);
    }
    void sort_for_reading(std::vector<EntryId>& entries) const {
        std::sort(entries.begin(), entries.end(),
                  [&](EntryId a, EntryId b) { return reads_before(a, b); });
    }

    void sort() {
        const auto entries_of = [](const Conflict& conflict) {
            std::vector<EntryId> entries;
            for (const ConflictMember& member : conflict.members) {
                entries.push_back(member.entry);
            }
            return entries;
        };
        std::sort(list_.conflicts.begin(), list_.conflicts.end(),
                  [&](const Conflict& a, const Conflict& b) {
                      return std::pair(a.members.size(), entries_of(a)) <
                             std::pair(b.members.size(), entries_of(b));
                  });
        std::sort(list_.corrections.begin(), list_.corrections.end(),
                  [](const Correction& a, const Correction& b) {
                      return std::pair(a.entries.size(), a.entries) <
                             std::pair(b.entries.size(), b.entries);
                  });
    }

    const Case& case_;
    std::size_t most_;
    ConflictOracle oracle_;
    std::unique_ptr<SubsetMap> map_;
    ConflictList list_;
};

} // namespace

ConflictList find_conflicts(const Case& negotiation, const Appraisal& appraisal,
                            Certainty certainty, const ConflictOptions& options) {
    return find_conflicts_among({negotiation, appraisal}, certainty,
                                conflict_candidates(negotiation, appraisal), options);
}

ConflictList find_conflicts_among(const CaseView& view, Certainty certainty,
                                  std::vector<EntryId> entries, const ConflictOptions& options) {
    return ConflictSearch(view, certainty, std::move(entries), options).run();
}

} // namespace unbracket
