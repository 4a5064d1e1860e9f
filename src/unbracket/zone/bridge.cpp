#include "unbracket/zone/bridge.hpp"

#include "unbracket/zone/burden_search.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/least_total.hpp"

#include <algorithm>

// Movements are corrections of a conflict. Which limits have to be opened whatever parties are
// ready to bear is a question about sets of entries, answered by listing all minimal corrections
// with every fallback out of the way; how much has to be borne then is a question about numbers,
// answered by the list of Pareto-minimal burdens. Points of different parties are never weighed,
// and added only where that is asked for, so nothing is ranked. Limits opened without any burden
// are listed apart: all minimal corrections with every fallback held.
//
// Sources: Liffiton, Previti, Malik and Marques-Silva (2016), Fast, flexible MUS enumeration, for
// the sets [liffiton2016fast]; Klamroth, Lacour and Vanderpooten (2015) for the burdens
// [klamroth2015representation]

namespace unbracket {

std::vector<EntryId> openable_entries(const Case& negotiation, const Appraisal& appraisal) {
    std::vector<EntryId> entries = conflict_candidates(negotiation, appraisal);
    std::erase_if(entries, [&](EntryId entry) {
        const EntryKind kind = negotiation.entry(entry).kind;
        return kind == EntryKind::fallback || kind == EntryKind::norm || kind == EntryKind::intent;
    });
    return entries;
}

namespace {

/// Every counted party suited by any value.
Appraisal with_free_fallbacks(const Case& negotiation, Appraisal appraisal) {
    const Appraisal entered = appraisal;
    for (const PartyId party : negotiation.agreement.counted) {
        appraisal[as_index(party)].accepts_less = widest_gain(negotiation, entered, party);
    }
    return appraisal;
}

class BridgeFinder {
public:
    BridgeFinder(const CaseView& view, Certainty certainty, const BridgeOptions& options)
        : view_(view), certainty_(certainty), options_(options),
          openable_(openable_entries(view.negotiation, view.appraisal)) {}

    BridgeList run() {
        list_openings();
        list_bridges();
        return std::move(list_);
    }

private:
    ClaimOptions left() const { return what_is_left(options_.claim, list_.nodes); }

    ConflictList corrections(const Appraisal& appraisal) {
        ConflictList conflicts = find_conflicts_among(
            {view_.negotiation, appraisal}, certainty_, openable_,
            {.claim = left(), .most_conflicts = most_sets, .most_corrections = most_sets});
        list_.nodes += conflicts.nodes;
        return conflicts;
    }

    void list_openings() {
        ConflictList conflicts = corrections(view_.appraisal);
        list_.openings = std::move(conflicts.corrections);
        list_.openings_are_complete = conflicts.is_complete;
    }

    /// Minimal sets of limits that have to go whatever is borne; the empty one where none has to.
    void list_bridges() {
        const ConflictList sets =
            corrections(with_free_fallbacks(view_.negotiation, view_.appraisal));
        std::vector<std::vector<EntryId>> opened;
        for (const Correction& correction : sets.corrections) {
            opened.push_back(correction.entries);
        }
        if (sets.is_complete && sets.conflicts.empty()) {
            opened.emplace_back();
        }
        list_.is_complete = sets.is_complete;
        list_.smallest_largest_is_proved = sets.is_complete;
        list_.least_totals_are_complete = sets.is_complete;
        for (const std::vector<EntryId>& entries : opened) {
            search(entries);
        }
    }

    void search(const std::vector<EntryId>& opened) {
        BurdenSearch search(view_, certainty_, opened, left());
        if (opened.empty()) {
            search_alone(search);
        }
        const SmallestLargest least = search.smallest_largest();
        if (least.bridge && least.is_proved) {
            search.note(*least.bridge);
        }
        keep_smallest(least);
        add_least_total(least.bridge);
        const std::size_t room =
            options_.most_bridges - std::min(options_.most_bridges, list_.bridges.size());
        const std::uint64_t before = search.nodes();
        const BurdenList found =
            search.all(room, options_.list_nodes - std::min(options_.list_nodes, listed_nodes_));
        listed_nodes_ += search.nodes() - before;
        list_.is_complete = list_.is_complete && found.is_complete;
        list_.bridges.insert(list_.bridges.end(), found.bridges.begin(), found.bridges.end());
        list_.nodes += search.nodes();
        if (found.is_complete && !found.bridges.empty()) {
            settle_least_total(found.bridges);
        }
    }

    /// Before the burdens are listed, which may take all of the budget.
    void add_least_total(const std::optional<Bridge>& known) {
        if (options_.sums == PointSums::left_out) {
            return;
        }
        if (!known) {
            list_.least_totals_are_complete = false;
            return;
        }
        LeastTotalAnswer answer = find_least_total(view_, certainty_, *known, left());
        list_.nodes += answer.nodes;
        list_.least_totals.push_back(std::move(answer.best));
    }

    /// The smallest total of a complete list of burdens is the smallest there is.
    void settle_least_total(const std::vector<Bridge>& all) {
        if (list_.least_totals.empty() || list_.least_totals.back().is_proved ||
            list_.least_totals.back().bridge.opened != all.front().opened) {
            return;
        }
        const Bridge& least =
            *std::min_element(all.begin(), all.end(), [](const Bridge& a, const Bridge& b) {
                return total_of(a.burden) < total_of(b.burden);
            });
        list_.least_totals.back() = {least, total_of(least.burden), true};
    }

    void search_alone(BurdenSearch& search) {
        for (const PartyId party : view_.negotiation.agreement.counted) {
            list_.alone.push_back(search.alone(party));
            const AloneBurden& alone = list_.alone.back();
            if (alone.bridge && alone.is_proved) {
                search.note(*alone.bridge);
            }
        }
    }

    static Rational largest_of(const Bridge& bridge) {
        return bridge.burden.empty()
                   ? Rational(0)
                   : *std::max_element(bridge.burden.begin(), bridge.burden.end());
    }

    void keep_smallest(const SmallestLargest& least) {
        list_.smallest_largest_is_proved = list_.smallest_largest_is_proved && least.is_proved;
        if (least.bridge && (!list_.smallest_largest ||
                             largest_of(*least.bridge) < largest_of(*list_.smallest_largest))) {
            list_.smallest_largest = least.bridge;
        }
    }

    static constexpr std::size_t most_sets = 1'000;

    CaseView view_;
    Certainty certainty_;
    BridgeOptions options_;
    std::vector<EntryId> openable_;
    BridgeList list_;
    std::uint64_t listed_nodes_ = 0; // of the budget for the list
};

} // namespace

BridgeList find_bridges(const Case& negotiation, const Appraisal& appraisal, Certainty certainty,
                        const BridgeOptions& options) {
    return BridgeFinder({negotiation, appraisal}, certainty, options).run();
}

} // namespace unbracket
