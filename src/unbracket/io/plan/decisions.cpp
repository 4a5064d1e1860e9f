#include "unbracket/io/plan/decisions.hpp"

#include "unbracket/io/plan/decision_words.hpp"
#include "unbracket/io/plan/passage.hpp"
#include "unbracket/io/plan/variants.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

// What is open in a plan is a tree. A clause is there or not; if it is, one of its wordings holds;
// inside a wording each bracket is decided; inside an alternative the brackets nested there. A
// decision further down matters only while the one above has the option it stands in, so that each
// outcome of the case is one text and each text one outcome.

namespace unbracket {

namespace {

constexpr std::size_t longest_option_title = 60;
constexpr std::size_t longest_quote = 50;

/// Whether a point is in a text: not, or in, or inside brackets of this text around clauses.
struct Standing {
    bool is_there = false;
    std::vector<std::size_t> brackets; // indices into the text's, outermost first

    friend auto operator<=>(const Standing&, const Standing&) = default;
};
using Standings = std::vector<Standing>; // by text

/// What a decision is within, and which texts leave it open whether that holds.
struct Above {
    std::optional<Decision::Within> within;
    std::vector<bool> is_open; // by text
};

class DecisionBuilder {
public:
    DecisionBuilder(const CommonPlan& plan, std::span<const PlanText> texts,
                    std::span<const std::string> names)
        : plan_(plan), texts_(texts), names_(names), presence_(plan.points.size()),
          standings_(plan.points.size()) {}

    std::vector<Decision> build() {
        for (const std::size_t point : plan_.order) {
            add_point(point);
        }
        for (const std::size_t point : plan_.order) {
            complete_words(point);
        }
        return std::move(found_);
    }

private:
    const CommonPoint& point(std::size_t i) const { return plan_.points[i]; }
    const Clause& clause_in(std::size_t i, std::size_t text) const {
        return texts_[text].clauses[*point(i).clauses[text]];
    }

    Standings standings_of(std::size_t i) const {
        Standings standings(texts_.size());
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            const auto clause = point(i).clauses[text];
            standings[text].is_there = clause.has_value();
            const std::vector<BracketedClauses>& brackets = texts_[text].bracketed;
            for (std::size_t k = 0; clause && k < brackets.size(); ++k) {
                if (brackets[k].first <= *clause && *clause <= brackets[k].last) {
                    standings[text].brackets.push_back(k);
                }
            }
        }
        return standings;
    }

    static bool is_everywhere(const Standings& standings) {
        return std::ranges::all_of(
            standings, [](const Standing& one) { return one.is_there && one.brackets.empty(); });
    }

    void add_point(std::size_t i) {
        standings_[i] = standings_of(i);
        const std::vector<Variant> variants = variants_of(point(i), texts_);
        const bool has_words = std::ranges::any_of(variants, [&](const Variant& one) {
            return !clause_in(i, one.text).wording.pieces.empty();
        });
        const bool begins_presence = finds_presence(i);
        Above above = above_of(i);
        std::optional<std::size_t> outer;
        if (begins_presence) {
            outer = add_presence(i, variants, above);
            presence_[i] = outer;
            above = above_of(i);
        } else if (variants.size() > 1 && has_words) {
            outer = add_wordings(i, variants, above);
        }
        for (std::size_t v = 0; v < variants.size(); ++v) {
            add_brackets(i, variants[v], v, outer, above);
        }
    }

    /// Whether a decision about being in the text begins here; else it is that of another point
    /// with the same standing: its parent, or one in the same brackets.
    bool finds_presence(std::size_t i) {
        const Standings& own = standings_[i];
        if (is_everywhere(own)) {
            return false;
        }
        const auto parent = point(i).parent;
        if (parent && standings_[*parent] == own) {
            presence_[i] = presence_[*parent];
            return false;
        }
        const bool is_bracketed =
            std::ranges::any_of(own, [](const Standing& one) { return !one.brackets.empty(); });
        const auto shared = by_standing_.find(own);
        if (is_bracketed && shared != by_standing_.end()) {
            presence_[i] = shared->second;
            return false;
        }
        return true;
    }

    /// The decision that this one is within: that of the brackets around, or of the parent.
    std::optional<std::size_t> enclosing(std::size_t i) const {
        if (presence_[i]) {
            return presence_[i];
        }
        Standings wider = standings_[i];
        for (Standing& one : wider) {
            if (!one.brackets.empty()) {
                one.brackets.pop_back();
            }
        }
        const auto around = by_standing_.find(wider);
        if (around != by_standing_.end() && wider != standings_[i]) {
            return around->second;
        }
        const auto parent = point(i).parent;
        return parent ? presence_[*parent] : std::nullopt;
    }

    Above above_of(std::size_t i) const {
        Above above{std::nullopt, std::vector<bool>(texts_.size(), false)};
        const auto outer = enclosing(i);
        if (!outer) {
            return above;
        }
        const Decision& decision = found_[*outer];
        Decision::Within within{*outer, {}};
        for (std::size_t k = 0; k < decision.options.size(); ++k) {
            if (k != decision.none) {
                within.options.push_back(k);
            }
        }
        above.within = std::move(within);
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            above.is_open[text] = holds_none(decision, text);
        }
        return above;
    }

    static bool holds_none(const Decision& decision, std::size_t text) {
        return decision.none && std::ranges::find(decision.drafts[text], *decision.none) !=
                                    decision.drafts[text].end();
    }

    Decision begin_decision(std::size_t i, std::size_t text, std::uint32_t line) {
        Decision decision;
        decision.id = ids_.take(issue_id(point(i).number));
        decision.point = i;
        decision.text = text;
        decision.line = line;
        decision.drafts.resize(texts_.size());
        return decision;
    }

    std::string title_of(std::size_t i, const std::string& what) const {
        const CommonPoint& own = point(i);
        return own.number +
               (own.heading.empty() ? "" : " " + shortened(own.heading, longest_quote)) +
               (what.empty() ? "" : ": " + what);
    }

    void add_wording_options(std::size_t i, const std::vector<Variant>& variants,
                             Decision& decision) const {
        FreeIds ids;
        for (const Variant& variant : variants) {
            const std::string& words = clause_in(i, variant.text).wording.text;
            const std::string id = variants.size() == 1 ? "in" : names_[variant.text];
            const std::string title = variants.size() == 1 ? "in"
                                      : words.empty()
                                          ? "no words"
                                          : shortened(one_line(words), longest_option_title);
            decision.options.push_back({ids.take(id), title, words});
        }
    }

    std::size_t add_presence(std::size_t i, const std::vector<Variant>& variants,
                             const Above& above) {
        const std::size_t text = variants[0].text;
        Decision decision = begin_decision(i, text, clause_in(i, text).line);
        decision.title = title_of(i, variants.size() == 1 ? "in or out" : "wording, or out");
        add_wording_options(i, variants, decision);
        decision.none = decision.options.size();
        decision.options.push_back({"out", "out", ""});
        decision.within = above.within;
        for (std::size_t k = 0; k < texts_.size(); ++k) {
            const Standing& standing = standings_[i][k];
            for (std::size_t v = 0; v < variants.size(); ++v) {
                if (variants[v].resolutions[k]) {
                    decision.drafts[k].push_back(v);
                }
            }
            if (!standing.is_there || !standing.brackets.empty() || above.is_open[k]) {
                decision.drafts[k].push_back(*decision.none);
            }
        }
        by_standing_[standings_[i]] = found_.size();
        return push(std::move(decision));
    }

    std::size_t add_wordings(std::size_t i, const std::vector<Variant>& variants,
                             const Above& above) {
        const std::size_t text = variants[0].text;
        Decision decision = begin_decision(i, text, clause_in(i, text).line);
        decision.title = title_of(i, "wording");
        add_wording_options(i, variants, decision);
        settle_within(decision, above);
        for (std::size_t k = 0; k < texts_.size(); ++k) {
            for (std::size_t v = 0; v < variants.size(); ++v) {
                if (variants[v].resolutions[k]) {
                    decision.drafts[k].push_back(v);
                }
            }
            if (decision.drafts[k].empty() || (above.within && above.is_open[k])) {
                decision.drafts[k].push_back(*decision.none);
            }
        }
        return push(std::move(decision));
    }

    /// A decision within another one has an option for when it does not matter.
    static void settle_within(Decision& decision, const Above& above) {
        decision.within = above.within;
        if (above.within && !decision.none) {
            decision.none = decision.options.size();
            decision.is_none_of_its_own = true;
            decision.options.push_back({"none", "not in the text", ""});
        }
    }

    std::size_t push(Decision decision) {
        found_.push_back(std::move(decision));
        return found_.size() - 1;
    }

    /// All brackets of one wording of a point.
    void add_brackets(std::size_t i, const Variant& variant, std::size_t option,
                      std::optional<std::size_t> outer, const Above& above) {
        Above inside = above;
        const bool has_others = outer && found_[*outer].options.size() > 1;
        if (has_others) {
            inside.within = Decision::Within{*outer, {option}};
            for (std::size_t k = 0; k < texts_.size(); ++k) {
                inside.is_open[k] = found_[*outer].drafts[k] != std::vector<std::size_t>{option};
            }
        }
        add_brackets_in(i, variant, clause_in(i, variant.text).wording, inside);
    }

    void add_brackets_in(std::size_t i, const Variant& variant, const Wording& wording,
                         const Above& above) {
        for (std::size_t k = 0; k < wording.pieces.size(); ++k) {
            if (wording.pieces[k].kind == PieceKind::choice) {
                add_bracket(i, variant, wording, k, above);
            }
        }
    }

    void add_bracket(std::size_t i, const Variant& variant, const Wording& wording, std::size_t k,
                     const Above& above) {
        const Piece& piece = wording.pieces[k];
        Decision decision = begin_decision(i, variant.text, piece.line);
        const bool is_in_or_out = piece.wordings.size() == 1;
        if (is_in_or_out) {
            const std::string& words = piece.wordings[0].text;
            decision.title = title_of(i, "\"" + shortened(one_line(words), longest_quote) + "\"");
            decision.options = {{"in", "in", words}, {"out", "out", ""}};
            decision.none = 1;
        } else {
            decision.title = title_of(i, one_line(surroundings(wording, k)));
            decision.options = options_of(piece);
        }
        settle_within(decision, above);
        for (std::size_t text = 0; text < texts_.size(); ++text) {
            decision.drafts[text] = left_by(variant, text, piece, decision, above);
        }
        const std::size_t own = push(std::move(decision));
        for (std::size_t v = 0; v < piece.wordings.size(); ++v) {
            Above inside{Decision::Within{own, {v}}, std::vector<bool>(texts_.size())};
            for (std::size_t text = 0; text < texts_.size(); ++text) {
                inside.is_open[text] = found_[own].drafts[text] != std::vector<std::size_t>{v};
            }
            add_brackets_in(i, variant, piece.wordings[v], inside);
        }
    }

    static std::vector<DecisionOption> options_of(const Piece& piece) {
        std::vector<DecisionOption> options;
        FreeIds ids;
        for (const Wording& wording : piece.wordings) {
            const std::string title = wording.text.empty()
                                          ? "nothing here"
                                          : shortened(one_line(wording.text), longest_option_title);
            options.push_back(
                {ids.take(option_id(wording.text, options.size())), title, wording.text});
        }
        return options;
    }

    /// What a text leaves of a bracket.
    static std::vector<std::size_t> left_by(const Variant& variant, std::size_t text,
                                            const Piece& piece, const Decision& decision,
                                            const Above& above) {
        std::vector<std::size_t> left;
        if (variant.resolutions[text]) {
            const auto chosen = variant.resolutions[text]->find(&piece);
            left = chosen == variant.resolutions[text]->end() ? left : chosen->second;
        }
        const bool may_be_none = left.empty() || (above.within && above.is_open[text]);
        if (may_be_none && decision.none && std::ranges::find(left, *decision.none) == left.end()) {
            left.push_back(*decision.none);
        }
        return left;
    }

    /// The words of a decision about whole clauses are those of all that are in or out with it.
    void complete_words(std::size_t i) {
        const auto outer = presence_[i];
        if (!outer || found_[*outer].point == i) {
            return;
        }
        Decision& decision = found_[*outer];
        const Clause& clause = latest_clause(point(i), texts_);
        if (decision.options.size() == 2) {
            std::string& text = decision.options[0].text;
            text += (text.empty() ? "" : "\n") + clause.label + (clause.label.empty() ? "" : " ") +
                    (clause.heading.empty() ? "" : clause.heading + "\n") + clause.wording.text;
        }
    }

    const CommonPlan& plan_;
    std::span<const PlanText> texts_;
    std::span<const std::string> names_;
    std::vector<Decision> found_;
    std::vector<std::optional<std::size_t>> presence_; // by point, its decision
    std::vector<Standings> standings_;                 // by point
    std::map<Standings, std::size_t> by_standing_;     // decisions
    FreeIds ids_;
};

} // namespace

std::vector<Decision> decisions_of(const CommonPlan& plan, std::span<const PlanText> texts,
                                   std::span<const std::string> names) {
    return DecisionBuilder(plan, texts, names).build();
}

} // namespace unbracket
