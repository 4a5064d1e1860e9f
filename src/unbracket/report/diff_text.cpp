#include "unbracket/report/diff_text.hpp"

#include "unbracket/report/diff_phrase.hpp"
#include "unbracket/report/entry_value.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/show_table.hpp"

#include <algorithm>

namespace unbracket {

namespace differing {

namespace {

constexpr const char* not_known_text = "not known in either draft";

std::string draft_title(const Draft& draft) {
    return draft.key + (draft.date ? " (" + to_reading_text(*draft.date) + ")" : "");
}

std::string movement(const Case& negotiation, const DraftDiff& diff, const IssueChange& change) {
    const Issue& issue = negotiation.issue(change.issue);
    const std::size_t at = as_index(change.issue);
    if (change.change == DraftChange::not_known) {
        return not_known_text;
    }
    const std::string before = phrase::setting(issue, negotiation.draft(diff.before).content[at]);
    const std::string after = phrase::setting(issue, negotiation.draft(diff.after).content[at]);
    return change.change == DraftChange::kept ? after : before + " -> " + after;
}

std::string remark_on(const Case& negotiation, const DraftDiff& diff, const IssueChange& change) {
    if (differs_in_wording_only(negotiation, diff, change.issue)) {
        return " (in wording only)";
    }
    const bool is_said = change.change == DraftChange::changed ||
                         change.change == DraftChange::not_known ||
                         change.change == DraftChange::known_in_one;
    return is_said ? "" : " (" + std::string(name(change.change)) + ")";
}

std::string gain_of(const std::vector<PartyGain>& gains, PartyId party) {
    const auto found = std::find_if(gains.begin(), gains.end(),
                                    [party](const PartyGain& gain) { return gain.party == party; });
    return found == gains.end() ? "-" : gain_with_limits(*found); // so that no row is empty
}

/// Parties with a value of their own: the columns of every table.
std::vector<PartyId> columns_of(const DraftDiff& diff) {
    std::vector<PartyId> parties;
    for (const PartyGain& total : diff.totals) {
        parties.push_back(total.party);
    }
    return parties;
}

/// What has no line of its own: kept, or not known in either draft.
struct Unmoved {
    std::vector<std::string> kept;
    std::vector<std::string> not_known;
    std::vector<std::string> not_compared;

    bool take(DraftChange change, const std::string& name) {
        std::vector<std::string>* list = change == DraftChange::kept           ? &kept
                                         : change == DraftChange::not_known    ? &not_known
                                         : change == DraftChange::not_compared ? &not_compared
                                                                               : nullptr;
        if (list != nullptr) {
            list->push_back(name);
        }
        return list != nullptr;
    }

    void put(Page& page) const {
        if (!kept.empty()) {
            page.line("Kept: " + phrase::list(kept) + ".");
        }
        if (!not_known.empty()) {
            page.line("Not known in either draft: " + phrase::list(not_known) + ".");
        }
        if (!not_compared.empty()) {
            page.line("Not compared, as the file has no issue on them: " +
                      phrase::list(not_compared) + ".");
        }
    }

    /// The same of issues, on which parties have gains.
    void put_with_gains(Page& page) const {
        put(page);
        if (!not_known.empty() && page.most(0) == 0) {
            page.line("What a party gains or loses there may lie anywhere its ratings of the issue "
                      "allow; -v gives the ranges.");
        }
    }
};

/// What neither draft says may be worth anything to anybody; that is said once for all such issues,
/// unless everything is asked for.
bool is_mere_range(const Page& page, const IssueChange& change) {
    const bool is_full = page.most(0) > 0;
    return change.change == DraftChange::not_known && !is_full;
}

void put_issues(Page& page, const Case& negotiation, const DraftDiff& diff) {
    const std::vector<PartyId> parties = columns_of(diff);
    std::vector<showing::Row> rows;
    Unmoved unmoved;
    for (const IssueChange& change : diff.issues) {
        const bool any_gain =
            std::any_of(change.gains.begin(), change.gains.end(),
                        [](const PartyGain& gain) { return gain.gain != single(0); });
        const bool tells_nothing = !any_gain || is_mere_range(page, change);
        if (tells_nothing && unmoved.take(change.change, negotiation.issue(change.issue).key)) {
            continue;
        }
        rows.push_back({negotiation.issue(change.issue).key + ": " +
                            movement(negotiation, diff, change) +
                            remark_on(negotiation, diff, change),
                        [&change, &parties](std::size_t column) {
                            return gain_of(change.gains, parties[column]);
                        }});
    }
    showing::begin_section(page, "ISSUES");
    if (rows.empty() && unmoved.not_known.empty()) {
        page.line("Every issue is kept.");
        return;
    }
    if (!rows.empty()) {
        showing::put_table(page, showing::names_of(negotiation, parties), rows);
    }
    unmoved.put_with_gains(page);
    if (rows.empty()) {
        return;
    }
    page.line("Gains are in each party's own points on the issue; - where an issue does not "
              "concern it. They are not weighted, so with weights they do not add up to the total. "
              "They cannot be compared or added across parties.");
}

void put_totals(Page& page, const Case& negotiation, const DraftDiff& diff) {
    const bool is_any_known =
        std::any_of(diff.issues.begin(), diff.issues.end(), [&](const IssueChange& change) {
            return change.change != DraftChange::kept && !is_mere_range(page, change);
        });
    const bool is_all_open = !is_any_known && std::any_of(diff.issues.begin(), diff.issues.end(),
                                                          [&](const auto& change) {
                                                              return is_mere_range(page, change);
                                                          });
    if (diff.totals.empty() || is_all_open) {
        return;
    }
    showing::begin_section(page, "IN ALL");
    const std::vector<PartyId> parties = columns_of(diff);
    const std::vector<showing::Row> rows = {
        {"total value", [&](std::size_t column) { return gain_of(diff.totals, parties[column]); }}};
    showing::put_table(page, showing::names_of(negotiation, parties), rows);
}

/// How many points the texts have, as the sources say; clauses of the file may be fewer.
void put_point_counts(Page& page, const Case& negotiation, const DraftDiff& diff) {
    const std::optional<int>& before = negotiation.draft(diff.before).point_count;
    const std::optional<int>& after = negotiation.draft(diff.after).point_count;
    if (!before && !after) {
        return;
    }
    const auto text = [](const std::optional<int>& count) {
        return count ? std::to_string(*count) : std::string("not known");
    };
    showing::begin_section(page, "POINTS");
    page.line("Points of the text: " + text(before) +
              (before == after ? ", as many in both." : " -> " + text(after) + "."));
}

std::string point_line(const Case& negotiation, const PointChange& change) {
    const Point& point = negotiation.points[as_index(change.point)];
    std::string text(change.change == DraftChange::not_known      ? not_known_text
                     : change.change == DraftChange::known_in_one ? "known in one of them only"
                     : change.change == DraftChange::not_compared ? "not compared"
                                                                  : name(change.change));
    if (change.change == DraftChange::merged) {
        text += " into " + change.merged_into;
    } else if (change.number_before != change.number_after) {
        text += ", number " + change.number_before + " -> " + change.number_after;
    }
    return point.key + (point.title.empty() ? "" : " " + point.title) + ": " + text;
}

void put_points(Page& page, const Case& negotiation, const DraftDiff& diff) {
    if (diff.points.empty() && diff.others.empty()) {
        return;
    }
    showing::begin_section(page, "CLAUSES");
    Unmoved unmoved;
    for (const PointChange& change : diff.points) {
        const bool is_unmoved =
            change.number_before == change.number_after &&
            unmoved.take(change.change, negotiation.points[as_index(change.point)].key);
        if (!is_unmoved) {
            page.item("-", point_line(negotiation, change));
        }
    }
    for (const OtherPointChange& change : diff.others) {
        page.item("-", change.number + ": " + std::string(name(change.change)) +
                           (change.merged_into.empty() ? "" : " into " + change.merged_into) +
                           " (no clause of this file)");
    }
    unmoved.put(page);
}

std::string statement_line(const CasePair& cases, const StatementChange& change) {
    const Statement& statement = change.after ? cases.after.statement(*change.after)
                                              : cases.before.statement(*change.before);
    const std::string kind =
        change.kind == ChangeKind::added ? "" : ", " + std::string(name(change.kind));
    return statement.who + (statement.date ? ", " + to_reading_text(*statement.date) : "") + ": " +
           statement.claim + kind;
}

/// "driver gas-ban Europe bans gas: added".
std::string record_line(const RecordChange& change) {
    std::string text(change.section);
    text += (change.id.empty() ? "" : " " + change.id) +
            (change.title.empty() ? "" : " " + change.title);
    return text + ": " + std::string(name(change.kind));
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

std::string under_answer(const AnswerVerdict& answer) {
    return answer.verdict ? verdict_words(*answer.verdict) : "no valid case";
}

std::string verdicts_under(const OpenQuestion& question) {
    std::vector<std::string> parts;
    for (const AnswerVerdict& answer : question.answers) {
        parts.push_back(answer.key + ": " + under_answer(answer));
    }
    return joined(parts);
}

/// "condition: not settled -> no agreement": answers that lead elsewhere than before.
std::string moved_verdicts(const OpenQuestion& before, const OpenQuestion& after) {
    std::vector<std::string> parts;
    for (const AnswerVerdict& answer : after.answers) {
        const auto then = std::find_if(before.answers.begin(), before.answers.end(),
                                       [&](const auto& other) { return other.key == answer.key; });
        if (then == before.answers.end()) {
            parts.push_back(answer.key + ": new, " + under_answer(answer));
        } else if (then->verdict != answer.verdict) {
            parts.push_back(answer.key + ": " + under_answer(*then) + " -> " +
                            under_answer(answer));
        }
    }
    for (const AnswerVerdict& answer : before.answers) {
        const bool is_left =
            std::any_of(after.answers.begin(), after.answers.end(),
                        [&](const auto& other) { return other.key == answer.key; });
        if (!is_left) {
            parts.push_back(answer.key + ": no answer any more");
        }
    }
    return joined(parts);
}

std::string question_line(const CasePair& cases, const QuestionChange& change) {
    if (!change.after) {
        return question_text(cases.before, *change.before) + " No longer.";
    }
    const std::string text = question_text(cases.after, *change.after);
    return change.before ? text + " " + moved_verdicts(*change.before, *change.after) + "."
                         : text + " Only now. By itself " + verdicts_under(*change.after) + ".";
}

void put_questions(Page& page, const CasePair& cases, const QuestionChanges& questions) {
    if (questions.changed.empty() && questions.same == 0) {
        return;
    }
    showing::begin_section(page, "TURNS ON");
    for (const QuestionChange& change : questions.changed) {
        page.item("-", question_line(cases, change));
    }
    if (questions.same > 0) {
        page.line((questions.same == 1 ? "One question has"
                                       : std::to_string(questions.same) + " questions have") +
                  " the same part in both.");
    }
}

template <class Changes, class Write>
void put_changes(Page& page, std::string_view heading, const Changes& changes, Write write) {
    if (!changes.empty()) {
        showing::begin_section(page, heading);
    }
    for (const auto& change : changes) {
        page.item("-", write(change));
    }
}

} // namespace

std::vector<EntryChange> limits_first(std::vector<EntryChange> changes) {
    std::stable_partition(changes.begin(), changes.end(), [](const EntryChange& change) {
        return !change.address.starts_with("issue.");
    });
    return changes;
}

std::string entry_line(const CasePair& cases, const EntryChange& change) {
    if (change.kind == ChangeKind::added) {
        return change.address + ": " + written_value(cases.after, *change.after).text + ", new";
    }
    if (change.kind == ChangeKind::removed) {
        return change.address + ": " + written_value(cases.before, *change.before).text +
               ", removed";
    }
    const std::string before = written_value(cases.before, *change.before).text;
    const std::string after = written_value(cases.after, *change.after).text;
    const Entry& old_one = cases.before.entry(*change.before);
    const Entry& new_one = cases.after.entry(*change.after);
    std::string text = change.address + ": ";
    const bool firmness_changed = old_one.firmness != new_one.firmness;
    const bool is_explained = change.basis_changed || firmness_changed;
    text += before != after                         ? before + " -> " + after
            : change.value_changed && !is_explained ? after + ", reworded"
                                                    : after;
    if (change.basis_changed) {
        text += ", " + std::string(phrase::name(old_one.basis)) + " -> " +
                std::string(phrase::name(new_one.basis));
    }
    if (firmness_changed) {
        text +=
            ", firmness " +
            (old_one.firmness == Firmness::unstated ? std::string("unstated")
                                                    : std::string(phrase::name(old_one.firmness))) +
            " -> " +
            (new_one.firmness == Firmness::unstated ? std::string("unstated")
                                                    : std::string(phrase::name(new_one.firmness)));
    }
    return text;
}

void put_drafts(Page& page, const Case& negotiation, const DraftDiff& diff) {
    page.title(case_heading(negotiation) + ": " + draft_title(negotiation.draft(diff.before)) +
               " -> " + draft_title(negotiation.draft(diff.after)));
    put_issues(page, negotiation, diff);
    put_totals(page, negotiation, diff);
    put_point_counts(page, negotiation, diff);
    put_points(page, negotiation, diff);
}

} // namespace differing

std::string diff_text(const CasePair& cases, const CaseDiff& diff, const ScreenOptions& options) {
    Page page(options);
    page.title(cases.name_before + " -> " + cases.name_after);
    page.heading("ANSWER");
    page.line(diff.before == diff.after
                  ? "The same: " + verdict_words(diff.after) + "."
                  : verdict_words(diff.before) + " -> " + verdict_words(diff.after) + ".");
    differing::put_questions(page, cases, diff.questions);
    differing::put_changes(page, "CASE", diff.things, [](const ThingChange& change) {
        return std::string(differing::name(change.thing)) + " " + change.id + ": " +
               std::string(differing::name(change.kind));
    });
    differing::put_changes(page, "TALKS", diff.records, differing::record_line);
    differing::put_changes(
        page, "ENTRIES", differing::limits_first(diff.entries),
        [&](const EntryChange& change) { return differing::entry_line(cases, change); });
    differing::put_changes(page, "SAID", diff.statements, [&](const StatementChange& change) {
        return change.id + " " + differing::statement_line(cases, change);
    });
    if (diff.things.empty() && diff.entries.empty() && diff.statements.empty() &&
        diff.records.empty() && diff.questions.changed.empty()) {
        page.line("No entry, statement, draft, question or event differs.");
    }
    return page.text();
}

} // namespace unbracket
