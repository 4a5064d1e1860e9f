#include "unbracket/report/why_draft_json.hpp"

#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/score_json.hpp"

#include <utility>

namespace unbracket {

namespace {

class DraftNodes {
public:
    DraftNodes(const Case& negotiation, const DraftWhy& result, const JsonOptions& options)
        : case_(negotiation), result_(result), draft_(negotiation.draft(*result.score.draft)),
          options_(options) {}

    Node whole() const {
        const DraftScore& score = result_.score;
        Node node = table_node();
        add_identity(node, case_);
        add_member(node, "draft", text_node(draft_.key));
        add_member(node, "agreement", text_node(acceptance_name(score.agreement)));
        add_member(node, "completions", json_completions(score.completions));
        add_member(node, "exact", boolean_node(score.is_exact));
        add_member(node, "possibly_proved", boolean_node(score.is_possibly_proved));
        add_member(node, "content", content());
        add_member(node, "broken", json_objections(case_, score.broken, JsonSources::present));
        Node& parties = add_member(node, "parties", table_node());
        for (std::size_t at = 0; at < score.parties.size(); ++at) {
            add_member(parties, case_.party(score.parties[at].party).key, party(at));
        }
        add_member(node, "changes", changes());
        Node& better = add_member(node, "better", table_node());
        add_member(better, "every_reading", improvement(result_.in_every_reading));
        add_member(better, "central_reading", improvement(result_.in_central_reading));
        add_formalities(case_, formalities_of(case_, draft_.content), node);
        return node;
    }

private:
    Node content() const {
        Node node = table_node();
        for (std::size_t at = 0; at < draft_.content.size(); ++at) {
            add_member(node, case_.issues[at].key,
                       json_setting(case_.issues[at], draft_.content[at]));
        }
        return node;
    }

    Node party(std::size_t at) const {
        Node node =
            json_party_score(case_, result_.score.parties[at], JsonSources::present, options_);
        add_member(node, "costs", json_list(result_.costs[at], [&](const IssueCost& cost) {
                       Node one = table_node();
                       add_member(one, "issue", text_node(case_.issue(cost.issue).key));
                       add_member(one, "cost", json_range(cost.cost, options_));
                       return one;
                   }));
        return node;
    }

    Node changes() const {
        const SingleChanges& changes = result_.changes;
        Node node = table_node();
        add_member(node, "count", json_count(changes.count));
        add_member(node, "complete", boolean_node(changes.are_looked_at && !changes.was_stopped));
        add_member(node, "exact", boolean_node(changes.is_exact));
        add_member(node, "helpful", json_list(changes.helpful, [&](const SingleChange& change) {
                       return change_node(change);
                   }));
        return node;
    }

    Node change_node(const SingleChange& change) const {
        const Issue& issue = case_.issue(change.issue);
        Node node = table_node();
        add_member(node, "issue", text_node(issue.key));
        add_member(node, "to", json_option(issue, change.option));
        add_member(node, "agreement", text_node(acceptance_name(change.agreement)));
        Node& accepts = add_member(node, "accepts", table_node());
        for (const auto& [party, acceptance] : change.parties) {
            add_member(accepts, case_.party(party).key, text_node(acceptance_name(acceptance)));
        }
        return node;
    }

    Node gains(const std::vector<PartyGain>& gains) const {
        Node node = table_node();
        for (const PartyGain& gain : gains) {
            add_member(node, case_.party(gain.party).key, json_range(gain.gain, options_));
        }
        return node;
    }

    /// Of the central reading only counted parties have one.
    std::vector<PartyGain> of_counted(std::vector<PartyGain> gains) const {
        std::erase_if(gains, [&](const PartyGain& gain) { return !case_.is_counted(gain.party); });
        return gains;
    }

    Node improvement(const std::optional<Improvement>& found) const {
        if (!found) {
            return null_node();
        }
        const std::optional<BetterOutcome>& better = found->found.better;
        Node node = table_node();
        add_member(node, "exists",
                   better || found->found.is_proved ? boolean_node(better.has_value())
                                                    : null_node());
        add_member(node, "outcome", better ? json_outcome(case_, better->outcome) : null_node());
        Node changed = list_node({});
        for (const IssueId issue : better ? better->changed : std::vector<IssueId>()) {
            changed.items.push_back(text_node(case_.issue(issue).key));
        }
        add_member(node, "changed", std::move(changed));
        add_member(node, "fewest", better ? boolean_node(better->is_fewest) : null_node());
        add_member(node, "agreement",
                   better ? text_node(acceptance_name(found->agreement)) : null_node());
        add_member(node, "gains", gains(found->gains));
        add_member(node, "central_gains", gains(of_counted(found->central_gains)));
        return node;
    }

    const Case& case_;
    const DraftWhy& result_;
    const Draft& draft_;
    const JsonOptions& options_;
};

} // namespace

Node why_draft_json(const Case& negotiation, const DraftWhy& result, const JsonOptions& options) {
    return DraftNodes(negotiation, result, options).whole();
}

} // namespace unbracket
