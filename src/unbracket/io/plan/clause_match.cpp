#include "unbracket/io/plan/clause_match.hpp"

#include "unbracket/io/plan/words.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace unbracket {

namespace {

constexpr int worth_of_number = 200;
constexpr int most_likeness = 1'000;       // of the same words
constexpr std::size_t fewest_features = 9; // of clauses that are known by words alone: five words
constexpr int least_of_decided = 250;      // below it no brackets are looked at
constexpr std::size_t most_resolutions = 4'000;
constexpr std::size_t fewest_looked_at = 3; // of clauses that may be merged: two words
constexpr int whole = 1'000;
constexpr int sure_merge = 800;
constexpr int unsure_merge = 600;

struct Candidate {
    std::size_t left = 0;
    std::size_t right = 0;
    int likeness = 0;
    bool has_same_number = false;

    /// Clauses with the same words before all others, whatever their numbers.
    int rank() const {
        constexpr int worth_of_all_words = 2'000;
        if (likeness == most_likeness) {
            return worth_of_all_words + (has_same_number ? worth_of_number : 0);
        }
        const bool counts = has_same_number && likeness >= sure_with_number;
        return likeness + (counts ? worth_of_number : 0);
    }
};

class Matching {
public:
    Matching(const std::vector<MatchedClause>& left, const std::vector<MatchedClause>& right)
        : left_(left), right_(right), is_left_used_(left.size(), false),
          is_right_used_(right.size(), false), is_settled_(right.size(), false) {
        found_.partner.resize(right.size());
    }

    ClauseMatches match(const std::vector<SettledMatch>& settled) {
        for (const SettledMatch& one : settled) {
            is_right_used_[one.right] = true;
            is_settled_[one.right] = true;
            if (one.left && !is_left_used_[*one.left]) {
                is_left_used_[*one.left] = true;
                found_.partner[one.right] = one.left;
            }
        }
        std::size_t deepest = 0;
        for (const MatchedClause& clause : right_) {
            deepest = std::max(deepest, clause.depth);
        }
        for (std::size_t depth = 0; depth <= deepest; ++depth) {
            take(candidates(depth));
        }
        take(candidates(std::nullopt));
        find_merged();
        std::ranges::sort(found_.unsure, [](const UnsureMatch& a, const UnsureMatch& b) {
            return std::tie(a.right, a.left) < std::tie(b.right, b.left);
        });
        return std::move(found_);
    }

private:
    bool has_same_number(std::size_t left, std::size_t right) const {
        const MatchedClause& a = left_[left];
        const MatchedClause& b = right_[right];
        if (b.parent && found_.partner[*b.parent]) {
            return found_.partner[*b.parent] == a.parent && a.own == b.own;
        }
        return a.number == b.number;
    }

    /// Whether one of the two comes from the other by deciding brackets.
    bool decides_brackets(const MatchedClause& a, const MatchedClause& b) {
        const bool has_choices = a.wording != nullptr && b.wording != nullptr &&
                                 (has_choice(*a.wording) || has_choice(*b.wording));
        if (!has_choices || resolutions_ == most_resolutions) {
            return false;
        }
        ++resolutions_;
        return resolution(*a.wording, *b.wording) || resolution(*b.wording, *a.wording);
    }
    static bool has_choice(const Wording& wording) {
        return std::ranges::any_of(
            wording.pieces, [](const Piece& piece) { return piece.kind == PieceKind::choice; });
    }

    int likeness_of(std::size_t left, std::size_t right, bool is_same_number) {
        const auto& a = left_[left].features;
        const auto& b = right_[right].features;
        if (is_same_number && (a.empty() || b.empty())) {
            return 1000; // a number with nothing but parts below it
        }
        const int alike = likeness(a, b);
        const bool may_decide = alike >= least_of_decided && alike < 1000;
        return may_decide && decides_brackets(left_[left], right_[right]) ? 1000 : alike;
    }

    /// Pairs of what is not matched yet: of that level, or of any.
    std::vector<Candidate> candidates(std::optional<std::size_t> depth) {
        std::vector<Candidate> found;
        best_left_.assign(left_.size(), {});
        best_right_.assign(right_.size(), {});
        for (std::size_t right = 0; right < right_.size(); ++right) {
            if (is_right_used_[right] || (depth && right_[right].depth != *depth)) {
                continue;
            }
            for (std::size_t left = 0; left < left_.size(); ++left) {
                if (is_left_used_[left] || (depth && left_[left].depth != *depth)) {
                    continue;
                }
                const bool is_same = has_same_number(left, right);
                const Candidate pair{left, right, likeness_of(left, right, is_same), is_same};
                note_best(best_left_[left], pair.likeness);
                note_best(best_right_[right], pair.likeness);
                if (is_same || pair.likeness >= worth_a_look) {
                    found.push_back(pair);
                }
            }
        }
        std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
            return std::tuple(-a.rank(), a.left, a.right) < std::tuple(-b.rank(), b.left, b.right);
        });
        return found;
    }

    /// The two best likenesses of a clause.
    struct Best {
        int first = 0;
        int second = 0;
    };
    static void note_best(Best& best, int value) {
        if (value > best.first) {
            best = {value, best.first};
        } else {
            best.second = std::max(best.second, value);
        }
    }

    bool is_sure(const Candidate& pair) const {
        if (pair.has_same_number) {
            return pair.likeness >= sure_with_number;
        }
        const auto leads = [&](const Best& best) {
            return pair.likeness == best.first && best.first - best.second >= clear_lead;
        };
        const bool is_long = std::min(left_[pair.left].features.size(),
                                      right_[pair.right].features.size()) >= fewest_features;
        return is_long && pair.likeness >= sure_without_number && leads(best_left_[pair.left]) &&
               leads(best_right_[pair.right]);
    }

    void take(const std::vector<Candidate>& pairs) {
        for (const Candidate& pair : pairs) {
            if (is_left_used_[pair.left] || is_right_used_[pair.right]) {
                continue;
            }
            if (is_sure(pair)) {
                found_.partner[pair.right] = pair.left;
            } else {
                found_.unsure.push_back(
                    {pair.left, pair.right, pair.likeness, pair.has_same_number});
            }
            is_left_used_[pair.left] = true;
            is_right_used_[pair.right] = true;
        }
    }

    void find_merged() {
        std::vector<bool> is_partner(left_.size(), false);
        for (const auto& partner : found_.partner) {
            if (partner) {
                is_partner[*partner] = true;
            }
        }
        index_right();
        for (std::size_t left = 0; left < left_.size(); ++left) {
            if (!is_partner[left] && left_[left].features.size() >= fewest_looked_at) {
                find_merged(left);
            }
        }
    }

    /// Which right clauses have a feature: most have so few of another's that only those which may
    /// have enough are compared.
    void index_right() {
        for (std::size_t right = 0; right < right_.size(); ++right) {
            for (const std::uint64_t feature : right_[right].features) {
                if (holders_.empty() || holders_.back() != std::pair(feature, right)) {
                    holders_.emplace_back(feature, right);
                }
            }
        }
        std::ranges::sort(holders_);
    }

    /// Right clauses that have enough of the features of a left one, in order.
    std::vector<std::size_t> holders_of(std::size_t left) const {
        const std::vector<std::uint64_t>& features = left_[left].features;
        std::vector<std::size_t> counts(right_.size(), 0);
        for (const std::uint64_t feature : features) {
            const std::pair first(feature, std::size_t{0});
            for (auto one = std::ranges::lower_bound(holders_, first);
                 one != holders_.end() && one->first == feature; ++one) {
                ++counts[one->second];
            }
        }
        std::vector<std::size_t> found;
        for (std::size_t right = 0; right < counts.size(); ++right) {
            if (1000 * counts[right] >= static_cast<std::size_t>(unsure_merge) * features.size()) {
                found.push_back(right);
            }
        }
        return found;
    }

    /// The right clause that this left one may be; each may be one at most.
    std::optional<std::size_t> unsure_partner(std::size_t left) const {
        const auto pair = std::ranges::find(found_.unsure, left, &UnsureMatch::left);
        return pair == found_.unsure.end() ? std::nullopt : std::optional(pair->right);
    }

    struct Share {
        int words = 0; // thousandths of the left clause that the right one holds
        bool is_new = false;
    };

    /// What a right clause holds of a left one: besides what it has from its own partner, or, where
    /// it holds all of it and its partner did not, all.
    Share share_of(std::size_t left, std::size_t right) const {
        const auto& own = left_[left].features;
        const auto& partner = found_.partner[right];
        const int all = containment(own, right_[right].features, {});
        if (all < unsure_merge) {
            return {};
        }
        if (!partner) {
            return is_settled_[right] ? Share{} : Share{all, true}; // no point, somebody said
        }
        const auto& before = left_[*partner].features;
        if (all == whole) {
            return {whole, containment(own, before, {}) < whole};
        }
        return {containment(own, right_[right].features, before), true};
    }

    void find_merged(std::size_t left) {
        Share most{unsure_merge - 1, true};
        std::optional<std::size_t> into;
        const auto unsure = unsure_partner(left);
        for (const std::size_t right : holders_of(left)) {
            const Share share = right == unsure ? Share{} : share_of(left, right);
            if (std::tie(share.words, share.is_new) > std::tie(most.words, most.is_new)) {
                most = share;
                into = right;
            }
        }
        const bool is_long = left_[left].features.size() >= fewest_features;
        if (into) {
            found_.merged.push_back(
                {left, *into, is_long && most.is_new && most.words >= sure_merge});
        }
    }

    const std::vector<MatchedClause>& left_;
    const std::vector<MatchedClause>& right_;
    std::vector<bool> is_left_used_;
    std::vector<bool> is_right_used_;
    std::vector<bool> is_settled_;                               // by hand; of right clauses
    std::vector<std::pair<std::uint64_t, std::size_t>> holders_; // feature, right clause; sorted
    std::vector<Best> best_left_;
    std::vector<Best> best_right_;
    ClauseMatches found_;
    std::size_t resolutions_ = 0;
};

} // namespace

ClauseMatches match_clauses(const std::vector<MatchedClause>& left,
                            const std::vector<MatchedClause>& right,
                            const std::vector<SettledMatch>& settled) {
    return Matching(left, right).match(settled);
}

} // namespace unbracket
