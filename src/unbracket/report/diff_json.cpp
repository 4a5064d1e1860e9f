#include "unbracket/report/diff_phrase.hpp"
#include "unbracket/report/diff_text.hpp"
#include "unbracket/report/entry_value.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"

#include <utility>

namespace unbracket {

namespace {

Node text_of(std::string_view text) {
    return text_node(std::string(text));
}

Node gains_node(const Case& negotiation, const std::vector<PartyGain>& gains,
                const JsonOptions& options) {
    Node parties = table_node();
    for (const PartyGain& gain : gains) {
        Node one = table_node();
        add_member(one, "gain", json_range(gain.gain, options));
        add_member(one, "past_red_line_before", boolean_node(gain.crosses_before));
        add_member(one, "past_red_line_after", boolean_node(gain.crosses_after));
        add_member(parties, negotiation.party(gain.party).key, std::move(one));
    }
    return parties;
}

Node issue_node(const Case& negotiation, const DraftDiff& diff, const IssueChange& change,
                const JsonOptions& options) {
    const Issue& issue = negotiation.issue(change.issue);
    const std::size_t at = as_index(change.issue);
    Node node = table_node();
    add_member(node, "issue", text_node(issue.key));
    add_member(node, "change", text_of(differing::name(change.change)));
    add_member(node, "wording_only",
               boolean_node(differing::differs_in_wording_only(negotiation, diff, change.issue)));
    add_member(node, "before", json_setting(issue, negotiation.draft(diff.before).content[at]));
    add_member(node, "after", json_setting(issue, negotiation.draft(diff.after).content[at]));
    add_member(node, "gains", gains_node(negotiation, change.gains, options));
    return node;
}

Node point_node(const Case& negotiation, const PointChange& change) {
    Node node = table_node();
    add_member(node, "point", text_node(negotiation.points[as_index(change.point)].key));
    add_member(node, "change", text_of(differing::name(change.change)));
    add_member(node, "number_before", text_node(change.number_before));
    add_member(node, "number_after", text_node(change.number_after));
    add_member(node, "merged_into",
               change.merged_into.empty() ? null_node() : text_node(change.merged_into));
    return node;
}

Node other_point_node(const OtherPointChange& change) {
    Node node = table_node();
    add_member(node, "number", text_node(change.number));
    add_member(node, "change", text_of(differing::name(change.change)));
    add_member(node, "merged_into", json_text_or_null(change.merged_into));
    return node;
}

/// What an entry says and rests on, or null where the case has none.
Node entry_node(const Case& negotiation, const std::optional<EntryId>& entry,
                const JsonOptions& options) {
    if (!entry) {
        return null_node();
    }
    Node node = table_node();
    add_entry(node, negotiation, *entry, written_value(negotiation, *entry, options));
    return node;
}

Node thing_node(const ThingChange& change) {
    Node node = table_node();
    add_member(node, "kind", text_of(differing::name(change.thing)));
    add_member(node, "id", text_node(change.id));
    add_member(node, "change", text_of(differing::name(change.kind)));
    return node;
}

Node record_node(const RecordChange& change) {
    Node node = table_node();
    add_member(node, "section", text_of(change.section));
    add_member(node, "id", json_text_or_null(change.id));
    add_member(node, "title", json_text_or_null(change.title));
    add_member(node, "change", text_of(differing::name(change.kind)));
    return node;
}

/// The verdict under each answer, or null where the question is none that matters.
Node answers_node(const std::optional<OpenQuestion>& question) {
    return question ? json_list(question->answers,
                                [](const AnswerVerdict& answer) {
                                    Node node = table_node();
                                    add_member(node, "answer", text_node(answer.key));
                                    add_member(node, "verdict",
                                               answer.verdict ? text_node(to_text(*answer.verdict))
                                                              : null_node());
                                    return node;
                                })
                    : null_node();
}

Node question_node(const CasePair& cases, const QuestionChange& change) {
    Node node = table_node();
    add_member(node, "id", text_node(change.id));
    add_member(node, "question",
               text_node(change.after ? question_text(cases.after, *change.after)
                                      : question_text(cases.before, *change.before)));
    add_member(node, "before", answers_node(change.before));
    add_member(node, "after", answers_node(change.after));
    return node;
}

/// Which version of a case: what it was called, and what it is.
Node version_node(const std::string& name, const Case& negotiation) {
    Node node = table_node();
    add_member(node, "name", text_node(name));
    add_identity(node, negotiation);
    return node;
}

Node statement_change_node(const StatementChange& change) {
    Node node = table_node();
    add_member(node, "id", text_node(change.id));
    add_member(node, "change", text_of(differing::name(change.kind)));
    return node;
}

} // namespace

namespace differing {

Node entry_change_node(const CasePair& cases, const EntryChange& change,
                       const JsonOptions& options) {
    Node node = table_node();
    add_member(node, "entry", text_node(change.address));
    add_member(node, "change", text_of(name(change.kind)));
    add_member(node, "before", entry_node(cases.before, change.before, options));
    add_member(node, "after", entry_node(cases.after, change.after, options));
    return node;
}

} // namespace differing

void add_difference(Node& whole, const Case& negotiation, const DraftDiff& diff,
                    const JsonOptions& options) {
    Node issues = list_node({});
    for (const IssueChange& change : diff.issues) {
        issues.items.push_back(issue_node(negotiation, diff, change, options));
    }
    Node points = list_node({});
    for (const PointChange& change : diff.points) {
        points.items.push_back(point_node(negotiation, change));
    }
    add_member(whole, "before", text_node(negotiation.draft(diff.before).key));
    add_member(whole, "after", text_node(negotiation.draft(diff.after).key));
    const auto count_of = [&](DraftId draft) {
        const std::optional<int>& count = negotiation.draft(draft).point_count;
        return count ? json_count(static_cast<std::uint64_t>(*count)) : null_node();
    };
    add_member(whole, "point_count_before", count_of(diff.before));
    add_member(whole, "point_count_after", count_of(diff.after));
    add_member(whole, "issues", std::move(issues));
    add_member(whole, "points", std::move(points));
    add_member(whole, "other_points", json_list(diff.others, [](const OtherPointChange& change) {
                   return other_point_node(change);
               }));
    add_member(whole, "totals", gains_node(negotiation, diff.totals, options));
}

std::vector<std::vector<std::string>> diff_table(const Case& negotiation, const DraftDiff& diff) {
    std::vector<std::vector<std::string>> table = {{"issue", "change", "before", "after"}};
    for (const PartyGain& total : diff.totals) {
        table[0].push_back(negotiation.party(total.party).key);
    }
    for (const IssueChange& change : diff.issues) {
        const Issue& issue = negotiation.issue(change.issue);
        const std::size_t at = as_index(change.issue);
        std::vector<std::string> row = {
            issue.key, std::string(differing::name(change.change)),
            phrase::setting(issue, negotiation.draft(diff.before).content[at]),
            phrase::setting(issue, negotiation.draft(diff.after).content[at])};
        for (const PartyGain& total : diff.totals) {
            row.emplace_back();
            for (const PartyGain& gain : change.gains) {
                row.back() += gain.party == total.party ? differing::gain_text(gain.gain) : "";
            }
        }
        table.push_back(std::move(row));
    }
    std::vector<std::string> last = {"total", "", "", ""};
    for (const PartyGain& total : diff.totals) {
        last.push_back(differing::gain_text(total.gain));
    }
    table.push_back(std::move(last));
    return table;
}

Node diff_json(const CasePair& cases, const CaseDiff& diff, const JsonOptions& options) {
    Node things = list_node({});
    for (const ThingChange& change : diff.things) {
        things.items.push_back(thing_node(change));
    }
    Node entries = list_node({});
    for (const EntryChange& change : diff.entries) {
        entries.items.push_back(differing::entry_change_node(cases, change, options));
    }
    Node statements = list_node({});
    for (const StatementChange& change : diff.statements) {
        statements.items.push_back(statement_change_node(change));
    }
    Node verdict = table_node();
    add_member(verdict, "before", text_node(to_text(diff.before)));
    add_member(verdict, "after", text_node(to_text(diff.after)));
    Node whole = table_node();
    add_member(whole, "before", version_node(cases.name_before, cases.before));
    add_member(whole, "after", version_node(cases.name_after, cases.after));
    add_member(whole, "verdict", std::move(verdict));
    add_member(whole, "things", std::move(things));
    add_member(whole, "entries", std::move(entries));
    add_member(whole, "statements", std::move(statements));
    add_member(whole, "records", json_list(diff.records, record_node));
    Node questions = table_node();
    add_member(questions, "same", json_count(diff.questions.same));
    add_member(questions, "changed",
               json_list(diff.questions.changed, [&](const QuestionChange& change) {
                   return question_node(cases, change);
               }));
    add_member(whole, "turns_on", std::move(questions));
    return whole;
}

} // namespace unbracket
