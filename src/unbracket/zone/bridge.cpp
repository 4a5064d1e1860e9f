#include "unbracket/zone/bridge.hpp"

#include "unbracket/zone/burden_search.hpp"
#include "unbracket/zone/conflict.hpp"
#include "unbracket/zone/data_order.hpp"
#include "unbracket/zone/least_total.hpp"

#include <algorithm>
#include <numeric>

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
        ConflictList conflicts =
            find_conflicts_among({view_.negotiation, appraisal}, certainty_, openable_,
                                 {.claim = left(),
                                  .most_conflicts = most_opened_sets,
                                  .most_corrections = most_opened_sets});
        list_.nodes += conflicts.nodes;
        return conflicts;
    }

    void list_openings() {
        ConflictList conflicts = corrections(view_.appraisal);
        list_.openings = std::move(conflicts.corrections);
        list_.openings_end = conflicts.end;
    }

    /// Minimal sets of limits that have to go whatever is borne; the empty one where none has to.
    void list_bridges() {
        const ConflictList sets =
            corrections(with_free_fallbacks(view_.negotiation, view_.appraisal));
        for (const Correction& correction : sets.corrections) {
            list_.sets.push_back({correction.entries});
        }
        if (sets.is_complete() && sets.conflicts.empty()) {
            list_.sets.emplace_back();
        }
        list_.smallest_largest_is_proved = sets.is_complete();
        list_.least_totals_are_complete = sets.is_complete();
        for (std::size_t at = 0; at < list_.sets.size(); ++at) {
            begin(at);
        }
        share_out();
        gather(sets.end);
    }

    /// What a set of limits has of the budget: its part of what those before it left.
    ClaimOptions part_of(std::size_t at) const {
        ClaimOptions options = left();
        options.node_budget /= list_.sets.size() - at;
        return options;
    }

    void begin(std::size_t at) {
        const ClaimOptions options = part_of(at);
        BurdenSearch& search =
            searches_.emplace_back(view_, certainty_, list_.sets[at].entries, options);
        found_.emplace_back();
        if (list_.sets[at].entries.empty()) {
            search_alone(search);
        }
        const SmallestLargest least = search.smallest_largest();
        if (least.bridge && least.is_proved) {
            search.note(*least.bridge);
        }
        if (list_.sets[at].entries.empty()) {
            note_alone(search);
        }
        keep_smallest(least, at);
        list_.nodes += search.nodes();
        add_least_total(least.bridge, what_is_left(options, search.nodes()));
    }

    /// Places in the list and nodes: each set has its part of what is left, and what one leaves
    /// goes on to the next. That with the smallest largest burden comes first, so that it has one.
    void share_out() {
        std::vector<std::size_t> open(searches_.size());
        std::iota(open.begin(), open.end(), std::size_t{0});
        std::rotate(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(smallest_),
                    open.begin() + static_cast<std::ptrdiff_t>(open.empty() ? 0 : smallest_ + 1));
        while (!open.empty() && room() > 0) {
            for (std::size_t at = 0; at < open.size(); ++at) {
                list_more(open[at], std::min(open.size() - at, room()));
            }
            std::erase_if(open, [&](std::size_t at) { return found_[at].end != ListEnd::full; });
        }
    }

    std::size_t room() const {
        return options_.most_bridges - std::min(options_.most_bridges, listed_);
    }

    void list_more(std::size_t at, std::size_t sharers) {
        BurdenList& found = found_[at];
        if (sharers == 0) {
            found.end = ListEnd::full;
            return;
        }
        BurdenSearch& search = searches_[at];
        const std::size_t places = found.bridges.size() + room() / sharers;
        const std::uint64_t before = search.nodes();
        const std::uint64_t nodes = std::min(
            options_.list_nodes - std::min(options_.list_nodes, listed_nodes_), left().node_budget);
        listed_ -= found.bridges.size();
        found = search.all(places, nodes / sharers);
        listed_ += found.bridges.size();
        listed_nodes_ += search.nodes() - before;
        list_.nodes += search.nodes() - before;
    }

    void gather(ListEnd sets_end) {
        list_.end = sets_end;
        for (std::size_t at = 0; at < found_.size(); ++at) {
            const BurdenList& found = found_[at];
            list_.sets[at].listed = found.bridges.size();
            list_.sets[at].end = found.end;
            list_.bridges.insert(list_.bridges.end(), found.bridges.begin(), found.bridges.end());
            list_.end = std::max(list_.end, found.end);
            if (found.end == ListEnd::complete && !found.bridges.empty()) {
                settle_least_total(found.bridges);
            }
        }
        if (list_.end == ListEnd::cut && room() == 0) {
            list_.end = ListEnd::full;
        }
    }

    /// Before the burdens are listed, which may take all of the budget.
    void add_least_total(const std::optional<Bridge>& known, const ClaimOptions& options) {
        if (options_.sums == PointSums::left_out) {
            return;
        }
        if (!known) {
            list_.least_totals_are_complete = false;
            return;
        }
        ClaimOptions within = options;
        within.node_budget = std::min(options.node_budget, options_.list_nodes);
        LeastTotalAnswer answer = find_least_total(view_, certainty_, *known, within);
        list_.nodes += answer.nodes;
        list_.least_totals.push_back(std::move(answer.best));
    }

    /// The smallest total of a complete list of burdens is the smallest there is.
    void settle_least_total(const std::vector<Bridge>& all) {
        const auto known = std::find_if(
            list_.least_totals.begin(), list_.least_totals.end(), [&](const LeastTotal& total) {
                return !total.is_proved && total.bridge.opened == all.front().opened;
            });
        if (known == list_.least_totals.end()) {
            return;
        }
        const Bridge& least =
            *std::min_element(all.begin(), all.end(), [](const Bridge& a, const Bridge& b) {
                return total_of(a.burden) < total_of(b.burden);
            });
        *known = {least, total_of(least.burden), true};
    }

    void search_alone(BurdenSearch& search) {
        for (const PartyId party : view_.negotiation.agreement.counted) {
            list_.alone.push_back(search.alone(party));
        }
    }

    /// In an order of data, as the first ones take the places there are.
    void note_alone(BurdenSearch& search) const {
        std::vector<PartyId> parties = view_.negotiation.agreement.counted;
        DataOrder(view_.negotiation, view_.appraisal).sort(parties);
        for (const PartyId party : parties) {
            const AloneBurden& alone =
                *std::find_if(list_.alone.begin(), list_.alone.end(),
                              [&](const AloneBurden& own) { return own.party == party; });
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

    void keep_smallest(const SmallestLargest& least, std::size_t at) {
        list_.smallest_largest_is_proved = list_.smallest_largest_is_proved && least.is_proved;
        if (least.bridge && (!list_.smallest_largest ||
                             largest_of(*least.bridge) < largest_of(*list_.smallest_largest))) {
            list_.smallest_largest = least.bridge;
            smallest_ = at;
        }
    }

    CaseView view_;
    Certainty certainty_;
    BridgeOptions options_;
    std::vector<EntryId> openable_;
    BridgeList list_;
    std::vector<BurdenSearch> searches_; // by set of `list_`
    std::vector<BurdenList> found_;      // the same
    std::size_t smallest_ = 0;           // the set with the smallest largest burden
    std::size_t listed_ = 0;             // in all of `found_`
    std::uint64_t listed_nodes_ = 0;     // of the budget for the list
};

} // namespace

BridgeList find_bridges(const Case& negotiation, const Appraisal& appraisal, Certainty certainty,
                        const BridgeOptions& options) {
    return BridgeFinder({negotiation, appraisal}, certainty, options).run();
}

} // namespace unbracket
