#include "unbracket/model/case_words.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/lint_layers.hpp"
#include "unbracket/report/lint_phrase.hpp"
#include "unbracket/report/lint_text.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <utility>

namespace unbracket {

namespace {

Node party_or_null(const Case& negotiation, const std::optional<PartyId>& party) {
    return party ? text_node(negotiation.party(*party).key) : null_node();
}

Node issue_or_null(const Case& negotiation, const std::optional<IssueId>& issue) {
    return issue ? text_node(negotiation.issue(*issue).key) : null_node();
}

Node statement_list(const Case& negotiation, const std::vector<StatementId>& statements) {
    std::vector<std::string> keys;
    for (const StatementId statement : statements) {
        keys.push_back(negotiation.statement(statement).key);
    }
    return json_texts(keys);
}

Node gap_node(const Case& negotiation, const Gap& gap) {
    Node options = list_node({});
    for (const OptionId option : gap.options) {
        options.items.push_back(json_option(negotiation.issue(*gap.issue), option));
    }
    Node node = table_node();
    add_member(node, "kind", text_node(linting::name(gap.kind)));
    add_member(node, "party", party_or_null(negotiation, gap.party));
    add_member(node, "issue", issue_or_null(negotiation, gap.issue));
    add_member(node, "options", std::move(options));
    add_member(node, "text", text_node(linting::sentence(negotiation, gap)));
    return node;
}

Node contradiction_node(const Case& negotiation, const Contradiction& contradiction) {
    Node node = table_node();
    add_member(node, "kind", text_node(linting::name(contradiction.kind)));
    add_member(node, "party", party_or_null(negotiation, contradiction.party));
    add_member(node, "draft",
               contradiction.draft ? text_node(negotiation.draft(*contradiction.draft).key)
                                   : null_node());
    add_member(node, "entries", json_addresses(negotiation, contradiction.entries));
    add_member(node, "statements", statement_list(negotiation, contradiction.statements));
    add_member(node, "text", text_node(linting::sentence(negotiation, contradiction)));
    return node;
}

Node limit_node(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    Node node = table_node();
    add_member(node, "entry", text_node(entry.address));
    add_member(node, "text", text_node(phrase::hard_limit(negotiation, id)));
    add_member(node, "basis", text_node(std::string(case_word(entry.basis))));
    add_member(node, "firmness", json_text_or_null(case_word(entry.firmness)));
    return node;
}

Node limits_node(const Case& negotiation, const PartyLimits& limits) {
    Node entries = list_node({});
    for (const EntryId id : limits.entries) {
        entries.items.push_back(limit_node(negotiation, id));
    }
    Node if_answered = list_node({});
    for (const EntryId id : limits.if_answered) {
        Node one = limit_node(negotiation, id);
        add_member(one, "alternatives", json_texts(linting::switching_questions(negotiation, id)));
        if_answered.items.push_back(std::move(one));
    }
    Node node = table_node();
    add_member(
        node, "party",
        text_node(limits.party ? negotiation.party(*limits.party).key : std::string(norm_word)));
    add_member(node, "limits", std::move(entries));
    add_member(node, "if_answered", std::move(if_answered));
    return node;
}

Node coding_node(const Case& negotiation, const UnequalCoding& coding) {
    std::vector<std::string> alternatives;
    for (const AlternativeId alternative : coding.alternatives) {
        alternatives.push_back(negotiation.alternatives[as_index(alternative)].key);
    }
    Node node = table_node();
    add_member(node, "issue", issue_or_null(negotiation, coding.issue));
    add_member(node, "with_limit", json_parties(negotiation, coding.with_limit));
    add_member(node, "without_limit", json_parties(negotiation, coding.without_limit));
    add_member(node, "alternatives", json_texts(alternatives));
    add_member(node, "text", text_node(linting::sentence(negotiation, coding)));
    return node;
}

Node excluded_node(const Case& negotiation, const ExcludedBest& excluded) {
    const Issue& issue = negotiation.issue(excluded.issue);
    Node node = table_node();
    add_member(node, "party", party_or_null(negotiation, excluded.party));
    add_member(node, "issue", issue_or_null(negotiation, excluded.issue));
    add_member(node, "options", json_list(excluded.options, [&](OptionId option) {
                   return json_option(issue, option);
               }));
    add_member(node, "limits", json_addresses(negotiation, excluded.limits));
    add_member(node, "text", text_node(linting::sentence(negotiation, excluded)));
    return node;
}

Node missing_node(const Case& negotiation, const MissingAlternative& missing) {
    Node node = table_node();
    add_member(node, "entry", text_node(negotiation.entry(missing.entry).address));
    add_member(node, "statements", statement_list(negotiation, {missing.first, missing.second}));
    add_member(node, "text", text_node(linting::sentence(negotiation, missing)));
    return node;
}

Node word_node(const Case& negotiation, const LoadedWord& loaded) {
    Node node = table_node();
    add_member(node, "place", text_node(loaded.place));
    add_member(node, "word", text_node(loaded.advice.word));
    add_member(node, "instead", text_node(loaded.advice.instead));
    add_member(node, "text", text_node(linting::sentence(negotiation, loaded)));
    return node;
}

Node one_sided_node(const Case& negotiation, const OneSided& one_sided) {
    Node node = table_node();
    add_member(node, "entry", text_node(negotiation.entry(one_sided.entry).address));
    add_member(node, "kind", text_node(linting::name(one_sided.kind)));
    add_member(node, "statements", statement_list(negotiation, one_sided.statements));
    add_member(node, "text", text_node(linting::sentence(negotiation, one_sided)));
    return node;
}

Node named_node(const Case& negotiation, const NamedParties& named) {
    Node node = table_node();
    add_member(node, "name", text_node(linting::name(negotiation, named)));
    add_member(node, "parties", json_parties(negotiation, named.parties));
    add_member(node, "text", text_node(linting::sentence(negotiation, named)));
    return node;
}

Node doubled_node(const Case& negotiation, const DoubledLimit& doubled) {
    Node node = table_node();
    add_member(node, "wider", text_node(negotiation.entry(doubled.wider).address));
    add_member(node, "narrower", text_node(negotiation.entry(doubled.narrower).address));
    add_member(node, "same", boolean_node(doubled.is_same));
    add_member(node, "text", text_node(linting::sentence(negotiation, doubled)));
    return node;
}

Node ageing_node(const Case& negotiation, const AgeingEntry& ageing) {
    Node node = table_node();
    add_member(node, "entry", text_node(negotiation.entry(ageing.entry).address));
    add_member(node, "latest", text_node(negotiation.statement(ageing.latest).key));
    add_member(node, "days", json_count(static_cast<std::uint64_t>(ageing.days)));
    add_member(node, "text", text_node(linting::sentence(negotiation, ageing)));
    return node;
}

Node unused_node(const Unused& unused) {
    Node node = table_node();
    add_member(node, "kind", text_node(linting::name(unused.kind)));
    add_member(node, "names", json_texts(unused.names));
    add_member(node, "text", text_node(linting::sentence(unused)));
    return node;
}

} // namespace

Node lint_json(const Case& negotiation, const LintResult& result) {
    const auto with_case = [&](auto write) {
        return [&negotiation, write](const auto& thing) { return write(negotiation, thing); };
    };
    Node whole = table_node();
    add_identity(whole, negotiation);
    add_member(whole, "contradictions",
               json_list(result.contradictions, with_case(contradiction_node)));
    add_member(whole, "layer_conflicts",
               json_list(result.layer_conflicts, linting::layer_conflict_node));
    add_member(whole, "missing_alternatives",
               json_list(result.missing_alternatives, with_case(missing_node)));
    add_member(whole, "unequal_codings", json_list(result.unequal_codings, with_case(coding_node)));
    add_member(whole, "excluded_best", json_list(result.excluded_best, with_case(excluded_node)));
    add_member(whole, "doubled_limits", json_list(result.doubled_limits, with_case(doubled_node)));
    add_member(whole, "gaps", json_list(result.gaps, with_case(gap_node)));
    add_member(whole, "entries", json_count(negotiation.entries.size()));
    add_member(whole, "without_statement", json_addresses(negotiation, result.without_statement));
    add_member(whole, "idle_statements", statement_list(negotiation, result.idle_statements));
    add_member(whole, "one_sided", json_list(result.one_sided, with_case(one_sided_node)));
    add_member(whole, "ageing", json_list(result.ageing, with_case(ageing_node)));
    add_member(whole, "bare_numbers", json_addresses(negotiation, result.bare_numbers));
    add_member(whole, "loaded_words", json_list(result.loaded_words, with_case(word_node)));
    add_member(whole, "named_parties", json_list(result.named_parties, with_case(named_node)));
    add_member(whole, "unused", json_list(result.unused, unused_node));
    add_member(whole, "limits", json_list(result.limits, with_case(limits_node)));
    return whole;
}

} // namespace unbracket
