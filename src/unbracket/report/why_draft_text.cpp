#include "unbracket/report/why_draft_text.hpp"

#include "unbracket/report/diff_phrase.hpp"
#include "unbracket/report/draft_sections.hpp"
#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace unbracket {

namespace {

class DraftScreen {
public:
    DraftScreen(const Case& negotiation, const DraftWhy& result, Page& page)
        : case_(negotiation), result_(result), draft_(negotiation.draft(*result.score.draft)),
          page_(page) {}

    void put() {
        const DraftScore& score = result_.score;
        screen::put_draft_title(draft_, case_, page_);
        screen::put_draft_answer(score, page_);
        screen::put_draft_content(case_, draft_, page_);
        screen::put_plan(case_, score, screen::Sources::shown, page_);
        screen::put_draft_parties(case_, score, screen::Sources::shown, page_);
        put_costs();
        put_changes();
        put_better();
        put_formalities(case_, formalities_of(case_, draft_.content), page_);
    }

private:
    bool is_open() const { return result_.score.completions > 1; }

    /// `Height of the weir (clause 7)`, the clause as this draft counts.
    std::string issue_with_clause(IssueId id) const {
        const Issue& issue = case_.issue(id);
        const std::string clause = clause_number(case_, draft_, id);
        return issue_name(issue) + (clause.empty() ? "" : " (clause " + clause + ")");
    }

    std::string setting(IssueId id) const {
        const Issue& issue = case_.issue(id);
        const DraftSetting& said = draft_.content[as_index(id)];
        if (said.is_unknown) {
            return "not known";
        }
        std::vector<std::string> options;
        for (const OptionId option : said.options) {
            options.push_back(option_name(issue, option));
        }
        return phrase::list(options, "or");
    }

    void put_costs() {
        page_.heading("COSTS");
        std::vector<std::pair<std::string, std::string>> lines;
        for (std::size_t at = 0; at < result_.costs.size(); ++at) {
            std::vector<std::string> costs;
            for (const IssueCost& cost : result_.costs[at]) {
                costs.push_back(issue_with_clause(cost.issue) + ": " + setting(cost.issue) + " " +
                                range_text(cost.cost));
            }
            if (!costs.empty()) {
                constexpr std::size_t most_costs = 3;
                lines.emplace_back(case_.party(result_.score.parties[at].party).name,
                                   listed_apart(costs, most_costs));
            }
        }
        if (lines.empty()) {
            page_.line("Each party has on each issue what suits it best.");
            return;
        }
        page_.line("What each issue costs, in the party's own points of its total, against the "
                   "option that suits it best there; the most first:");
        for (const auto& [party, costs] : lines) {
            page_.item("-", party + " - " + costs);
        }
    }

    using IsMeant = std::function<bool(const SingleChange&)>;

    /// `Height: 2 m or 3 m; Watch: both sides` of the changes meant.
    std::string changes_text(const IsMeant& is_meant) const {
        std::vector<std::string> texts;
        for (std::size_t at = 0; at < case_.issues.size(); ++at) {
            std::vector<std::string> options;
            for (const SingleChange& change : result_.changes.helpful) {
                if (change.issue == IssueId(at) && is_meant(change)) {
                    options.push_back(option_name(case_.issues[at], change.option));
                }
            }
            if (!options.empty()) {
                texts.push_back(issue_with_clause(IssueId(at)) + ": " +
                                phrase::list(options, "or"));
            }
        }
        return listed_apart(texts);
    }

    void put_group(const std::string& lead, const IsMeant& is_meant) {
        const std::string text = changes_text(is_meant);
        if (!text.empty()) {
            page_.item("-", lead + " with " + text);
            has_groups_ = true;
        }
    }

    /// Whether some change helps.
    bool put_groups(const std::string& who, Acceptance before,
                    const std::function<Acceptance(const SingleChange&)>& after) {
        const bool had_groups = std::exchange(has_groups_, false);
        for (const Acceptance level : {Acceptance::surely, Acceptance::possibly}) {
            if (is_surer(level, before)) {
                put_group(
                    who + (level == Acceptance::surely ? " in every reading" : " in some readings"),
                    [&](const SingleChange& change) { return after(change) == level; });
            }
        }
        return std::exchange(has_groups_, has_groups_ || had_groups);
    }

    /// For whom none of the changes does anything, so that others do not seem to be the only ones.
    void put_unmoved(bool helps_all, const std::vector<PartyId>& unmoved) {
        if (!helps_all) {
            page_.line("None makes it more acceptable to all who have to agree together.");
        }
        if (!unmoved.empty()) {
            page_.line("None makes it more acceptable to " + party_names(case_, unmoved) + ".");
        }
    }

    void put_changes() {
        const SingleChanges& changes = result_.changes;
        page_.heading("CHANGES");
        if (!changes.are_looked_at) {
            page_.line("The " + count_text(changes.count) +
                       " texts with one issue changed are too many to look at.");
            return;
        }
        page_.line("One issue changed, the rest as it is (" +
                   counted(changes.count, "way", "ways") + " tried" +
                   (changes.was_stopped ? "; stopped before all were looked at" : "") + "):");
        const bool helps_all =
            put_groups("acceptable to all who have to agree", result_.score.agreement,
                       [](const SingleChange& change) { return change.agreement; });
        std::vector<PartyId> unmoved;
        for (std::size_t at = 0; at < result_.score.parties.size(); ++at) {
            const PartyScore& party = result_.score.parties[at];
            const bool helps =
                put_groups(case_.party(party.party).name + " accepts", party.acceptance,
                           [at](const SingleChange& change) { return change.parties[at].second; });
            if (!helps && party.is_required && party.acceptance != Acceptance::surely) {
                unmoved.push_back(party.party);
            }
        }
        if (has_groups_ && result_.score.agreement != Acceptance::surely) {
            put_unmoved(helps_all, unmoved);
        }
        if (!has_groups_) {
            page_.line(changes.was_stopped
                           ? "None of those looked at makes anybody accept more surely."
                           : "None makes anybody accept more surely.");
        }
        if (!changes.is_exact) {
            page_.line("The open contents are too many to look at each: \"in some readings\" may "
                       "be too hopeful.");
        }
    }

    void put_better() {
        page_.heading("BETTER");
        if (!result_.in_every_reading) {
            page_.line("Cannot be said while entries contradict each other; see check.");
            return;
        }
        put_improvement(*result_.in_every_reading, "in every reading");
        if (result_.in_central_reading) {
            put_improvement(*result_.in_central_reading,
                            "in the central reading (the middle of every range)");
        }
    }

    void put_improvement(const Improvement& improvement, const std::string& where) {
        const std::string text = is_open() ? ", whatever the text turns out to say" : "";
        if (!improvement.found.better) {
            page_.line(improvement.found.is_proved
                           ? "No outcome within all rules and limits is at least as good for all "
                             "who count and better for one, " +
                                 where + text + "."
                           : "Whether something is better for all " + where +
                                 " was not decided within the budget (--nodes N).");
            return;
        }
        const BetterOutcome& better = *improvement.found.better;
        page_.line("Someone can gain and none who counts lose, " + where + text + ", by " +
                   (better.changed.empty()
                        ? "settling what is left open: " + outcome_text(case_, better.outcome)
                        : "changing " + changed_text(better)) +
                   ".");
        put_gains(improvement);
        page_.line(better.is_fewest ? "Nothing does so with fewer changes."
                                    : "The search was cut: fewer changes may do.");
        page_.line("By all who have to agree that outcome is " +
                   screen::acceptance_words(improvement.agreement) + ".");
    }

    std::string changed_text(const BetterOutcome& better) const {
        std::vector<std::string> texts;
        for (const IssueId issue : better.changed) {
            texts.push_back(issue_with_clause(issue) + " from " + setting(issue) + " to " +
                            option_name(case_.issue(issue), better.outcome[as_index(issue)]));
        }
        return listed_apart(texts, texts.size());
    }

    void put_gains(const Improvement& improvement) {
        for (std::size_t at = 0; at < improvement.gains.size(); ++at) {
            const PartyGain& gain = improvement.gains[at];
            const bool is_counted = case_.is_counted(gain.party);
            const Interval& central = improvement.central_gains[at].gain;
            std::string text = case_.party(gain.party).name +
                               (is_counted ? "" : " (need not accept)") + ": " +
                               differing::gain_text(gain.gain);
            if (is_counted && !gain.gain.is_single()) {
                text += " (central: " + differing::gain_text(central) + ")";
            }
            page_.item("  -", text);
        }
    }

    const Case& case_;
    const DraftWhy& result_;
    const Draft& draft_;
    Page& page_;
    bool has_groups_ = false;
};

} // namespace

std::string why_draft_text(const Case& negotiation, const DraftWhy& result,
                           const ScreenOptions& options) {
    Page page(options);
    DraftScreen(negotiation, result, page).put();
    page.paragraph("These are reasons in this file, not in the world; none says who should move. "
                   "Each party's points are its own. More: score, diff, why, bridge");
    return page.text();
}

} // namespace unbracket
