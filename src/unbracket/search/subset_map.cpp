#include "unbracket/search/subset_map.hpp"

#include <algorithm>
#include <cstdint>

// The plain map: each settled region is a clause over the items ("one of these is out", "one of
// these is in"), and an unsettled subset is an assignment that satisfies all of them, found by
// Davis, Logemann and Loveland's search: set what a clause with one open literal forces, else try
// "in" first for the lowest open item. No learning; the library behind make_subset_map does that.
//
// Source: Davis, Logemann and Loveland (1962), A machine program for theorem-proving
// [davis1962machine]

namespace unbracket {

namespace {

enum class Mark : std::uint8_t { open, out, in };

struct Clause {
    std::vector<std::size_t> items;
    Mark wanted = Mark::in; // of at least one of the items
};

class PlainSubsetMap final : public SubsetMap {
public:
    explicit PlainSubsetMap(std::size_t item_count) : item_count_(item_count) {}

    std::optional<Subset> unsettled() override {
        std::vector<Mark> marks(item_count_, Mark::open);
        if (!complete(marks)) {
            return std::nullopt;
        }
        Subset subset(item_count_);
        std::transform(marks.begin(), marks.end(), subset.begin(),
                       [](Mark mark) { return mark == Mark::in; });
        return subset;
    }
    void settle_supersets(const Subset& conflicting) override {
        Clause clause{{}, Mark::out};
        for (std::size_t item = 0; item < item_count_; ++item) {
            if (conflicting[item]) {
                clause.items.push_back(item);
            }
        }
        clauses_.push_back(std::move(clause));
    }
    void settle_subsets(const Subset& satisfiable) override {
        Clause clause{{}, Mark::in};
        for (std::size_t item = 0; item < item_count_; ++item) {
            if (!satisfiable[item]) {
                clause.items.push_back(item);
            }
        }
        clauses_.push_back(std::move(clause));
    }

private:
    enum class State { met, failed, forced, open };

    /// How a clause stands; where it forces an item, that is marked.
    static State settle(const Clause& clause, std::vector<Mark>& marks) {
        std::optional<std::size_t> open;
        bool has_more = false;
        for (const std::size_t item : clause.items) {
            if (marks[item] == clause.wanted) {
                return State::met;
            }
            if (marks[item] == Mark::open) {
                has_more = has_more || open.has_value();
                open = item;
            }
        }
        if (!open || has_more) {
            return open ? State::open : State::failed;
        }
        marks[*open] = clause.wanted;
        return State::forced;
    }

    /// Sets what clauses force until nothing changes; false where a clause cannot be satisfied.
    bool propagate(std::vector<Mark>& marks) const {
        bool moved = true;
        while (moved) {
            moved = false;
            for (const Clause& clause : clauses_) {
                const State state = settle(clause, marks);
                if (state == State::failed) {
                    return false;
                }
                moved = moved || state == State::forced;
            }
        }
        return true;
    }

    bool complete(std::vector<Mark>& marks) const {
        if (!propagate(marks)) {
            return false;
        }
        const auto open = std::find(marks.begin(), marks.end(), Mark::open);
        if (open == marks.end()) {
            return true;
        }
        for (const Mark mark : {Mark::in, Mark::out}) {
            std::vector<Mark> tried = marks;
            tried[static_cast<std::size_t>(open - marks.begin())] = mark;
            if (complete(tried)) {
                marks = std::move(tried);
                return true;
            }
        }
        return false;
    }

    std::size_t item_count_;
    std::vector<Clause> clauses_;
};

} // namespace

std::unique_ptr<SubsetMap> make_plain_subset_map(std::size_t item_count) {
    return std::make_unique<PlainSubsetMap>(item_count);
}

#if !UNBRACKET_CADICAL
std::unique_ptr<SubsetMap> make_subset_map(std::size_t item_count) {
    return make_plain_subset_map(item_count);
}
#endif

} // namespace unbracket
