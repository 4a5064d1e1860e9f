#include "unbracket/zone/conflict_list.hpp"

#include "unbracket/zone/conflict_oracle.hpp"
#include "unbracket/zone/data_order.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

// All minimal conflicts and all minimal corrections by MARCO: a map of the subsets of entries keeps
// what is settled; an unsettled subset either holds, then it is grown to a largest one, whose
// complement is a minimal correction, or it conflicts, then it is shrunk to a minimal conflict.
// When the map offers nothing more, both lists are complete. Which subset the map offers first
// decides only the way there, so the lists are sorted at the end, by size and then by what was
// entered, never by the place in the file; of lists that were cut short it decides the content too.
//
// Source: Liffiton, Previti, Malik and Marques-Silva (2016), Fast, flexible MUS enumeration
// [liffiton2016fast]

namespace unbracket {

namespace {

/// By size and data; the entries themselves order only sets that say the same.
template <class Set, class EntriesOf>
void sort_sets(std::vector<Set>& sets, const std::map<EntryId, std::size_t>& ranks,
               EntriesOf entries_of) {
    using Key = std::tuple<std::size_t, std::vector<std::size_t>, std::vector<EntryId>>;
    std::vector<std::pair<Key, Set>> keyed;
    for (Set& set : sets) {
        const std::vector<EntryId> entries = entries_of(set);
        std::vector<std::size_t> places;
        for (const EntryId entry : entries) {
            places.push_back(ranks.at(entry));
        }
        std::sort(places.begin(), places.end());
        keyed.emplace_back(Key{entries.size(), std::move(places), entries}, std::move(set));
    }
    std::sort(keyed.begin(), keyed.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(keyed.begin(), keyed.end(), sets.begin(),
                   [](auto& pair) { return std::move(pair.second); });
}

class ConflictSearch {
public:
    ConflictSearch(const CaseView& view, Certainty certainty, std::vector<EntryId> entries,
                   const ConflictOptions& options)
        : case_(view.negotiation), options_(options), order_(view.negotiation, view.appraisal),
          oracle_(view, certainty, std::move(entries), options.claim),
          map_(make_subset_map(oracle_.items().size())) {}

    ConflictList run() {
        // All entries first: a case with an agreement has no conflict, whatever the map offers.
        Subset all(oracle_.items().size(), true);
        const ConflictOracle::Answer whole = oracle_.decide(all);
        if (whole == ConflictOracle::Answer::holds) {
            list_.end = ListEnd::complete;
        } else if (whole == ConflictOracle::Answer::conflicts && settle_conflicting(all)) {
            list_.end = settle_the_rest();
        }
        sort();
        list_.nodes = oracle_.nodes();
        return std::move(list_);
    }

private:
    bool may_go_on() const {
        return list_.conflicts.size() < options_.most_conflicts &&
               list_.corrections.size() < options_.most_corrections;
    }

    ListEnd settle_the_rest() {
        while (may_go_on()) {
            std::optional<Subset> subset = map_->unsettled();
            if (!subset) {
                return ListEnd::complete;
            }
            if (!settle(*subset)) {
                return ListEnd::cut;
            }
        }
        return ListEnd::full;
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
        std::sort(correction.entries.begin(), correction.entries.end(),
                  [&](EntryId a, EntryId b) { return reads_before(case_, a, b); });
        list_.corrections.push_back(std::move(correction));
        map_->settle_subsets(subset);
        return true;
    }

    bool settle_conflicting(Subset& subset) {
        list_.conflicts.push_back(shrunk(case_, oracle_, subset));
        map_->settle_supersets(subset);
        return list_.conflicts.back().is_minimal;
    }

    void sort() {
        const std::vector<std::size_t> of_items = order_.ranks(oracle_.items());
        std::map<EntryId, std::size_t> ranks;
        for (std::size_t item = 0; item < of_items.size(); ++item) {
            ranks.emplace(oracle_.items()[item], of_items[item]);
        }
        sort_sets(list_.conflicts, ranks, [](const ConflictSet& set) { return set.entries(); });
        sort_sets(list_.corrections, ranks, [](const Correction& set) { return set.entries; });
    }

    const Case& case_;
    ConflictOptions options_;
    DataOrder order_;
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
