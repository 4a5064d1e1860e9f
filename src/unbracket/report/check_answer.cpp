#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/report/phrase_statement.hpp"

#include <algorithm>

// The title line and the answer. The answer speaks of this file and of nothing beyond it.

namespace unbracket::screen {

namespace {

/// What is meant by a reading, said once.
constexpr const char* reading_meaning = " (any choice of numbers inside the ranges entered)";

class AnswerText {
public:
    explicit AnswerText(const Checked& checked)
        : checked_(checked), case_(checked.negotiation), result_(checked.result),
          has_ranges_(checked.result.has_several_readings) {}

    std::string agreement(const AgreementVerdict& verdict) const {
        const std::string suits = "acceptable to " + partners(case_, checked_.most());
        std::string text = "Yes, in this file. ";
        if (!count().is_counted) {
            text += "At least one " + of_outcomes() + " is " + suits;
            return text + (has_ranges_ ? in_every_reading() : "") + ": " +
                   outcome_text(case_, verdict.outcome, checked_.most()) + ".";
        }
        text += count_text(count().sure) + " " + of_outcomes() +
                (count().sure == 1 ? " is " : " are ") + suits;
        text += has_ranges_ ? in_every_reading() + ", " + count_text(count().possible) +
                                  " in at least one. "
                            : ". ";
        return text + (count().sure == 1 ? "It is: " : "One of them: ") +
               outcome_text(case_, verdict.outcome, checked_.most()) + ".";
    }

    std::string no_agreement(const NoAgreementVerdict&) const {
        return "No, in this file. " + none() + " is acceptable to " +
               partners(case_, checked_.most()) +
               (has_ranges_ ? " in any reading" + std::string(reading_meaning) : "") + ".";
    }

    std::string depends(const DependsVerdict& verdict) const {
        std::string text = "Not settled by this file. " + possible_count() + " acceptable to " +
                           partners(case_, checked_.most()) +
                           " in some reading (one choice of numbers inside the "
                           "ranges entered), none in every reading. For example: " +
                           outcome_text(case_, verdict.possible_outcome, checked_.most()) + ". ";
        text += verdict.failing_reading
                    ? "In at least one reading nothing is acceptable to all of them."
                    : "No reading without an agreement was found: it may be that every "
                      "reading has one, but not all the same one.";
        return text + left_out();
    }

    std::string undecided(const UndecidedVerdict& verdict) const {
        std::string text = "Not decided: " + reason_text(case_, verdict) + ". ";
        if (!verdict.possible_outcome) {
            return text + "Nothing is proved so far, neither yes nor no.";
        }
        return text + "Proved so far: at least one " + of_outcomes() + " is acceptable to " +
               partners(case_, checked_.most()) + (has_ranges_ ? " in some reading: " : ": ") +
               outcome_text(case_, *verdict.possible_outcome, checked_.most()) +
               ". Whether one is acceptable in every reading is open.";
    }

    std::string contradiction(const ContradictionVerdict& verdict) const {
        std::vector<std::string> statements;
        for (const StatementId statement : verdict.statements) {
            statements.push_back(case_.statement(statement).key);
        }
        const std::string judged =
            statements.empty() ? "" : " (judged in " + listed(statements) + ")";
        return "No answer: what this file says of " + case_.party(verdict.party).name +
               " cannot all hold" + judged + ", so it leaves that party no reading.";
    }

private:
    const ZoneCount& count() const { return result_.count; }

    bool has_number() const { return !count().is_saturated && count().outcomes > 0; }

    /// To go on after a number of them.
    std::string of_outcomes() const {
        return has_number() ? "of the " + counted(count().outcomes, "combination", "combinations")
                            : "combination" + too_many();
    }

    std::string none() const {
        return has_number() ? "None " + of_outcomes() : "No combination" + too_many();
    }

    std::string too_many() const { return count().is_saturated ? " (of too many to number)" : ""; }

    /// Only a verdict that depends can become firmer: docs/decisions/007-judgements.md.
    std::string left_out() const {
        const auto& [has_judgements, has_orders] = result_.left_out;
        if (!has_orders && !has_judgements) {
            return "";
        }
        const std::string what = !has_judgements ? "Orders between weights"
                                 : has_orders    ? "Binding judgements of whole drafts and orders "
                                                   "between weights"
                                                 : "Binding judgements of whole drafts";
        return " " + what +
               " are left out where a draft is partly open; they could make this answer firmer.";
    }

    std::string possible_count() const {
        if (!count().is_counted) {
            return "At least one " + of_outcomes() + " is";
        }
        if (count().possible == count().outcomes) {
            return "Each " + of_outcomes() + " is";
        }
        return count_text(count().possible) + " " + of_outcomes() +
               (count().possible == 1 ? " is" : " are");
    }

    static std::string in_every_reading() {
        return " in every reading" + std::string(reading_meaning);
    }

    const Checked& checked_;
    const Case& case_;
    const CheckResult& result_;
    bool has_ranges_;
};

void put_reasons(const Checked& checked, const ContradictionVerdict& contradiction, Page& page) {
    const std::size_t count = contradiction.entries.size() + contradiction.statements.size();
    page.heading("BECAUSE");
    page.line(count == 1   ? "This cannot hold, whatever the numbers are:"
              : count == 2 ? "These two cannot both hold:"
                           : "These cannot all hold together:");
    for (const StatementId statement : contradiction.statements) {
        page.item("-", phrase::statement_line(checked.negotiation, statement));
    }
    for (const EntryId entry : contradiction.entries) {
        std::string text = entry_with_basis(checked.negotiation, entry);
        const std::string statements = statements_phrase(checked.negotiation, entry);
        page.item("-", statements.empty() ? text : text + " - " + statements);
    }
}

} // namespace

std::string partners(const Case& negotiation, std::size_t most) {
    const AgreementRule& rule = negotiation.agreement;
    const auto needed = static_cast<std::size_t>(std::max(rule.at_least.value_or(0), 0));
    std::string text = party_names(negotiation, rule.required, most);
    if (needed <= rule.required.size()) {
        return text;
    }
    const std::string count = "at least " + std::to_string(needed) + " of " +
                              std::to_string(rule.counted.size()) + " parties";
    return rule.required.empty() ? count : text + ", and " + count + " in all";
}

void put_title(const Checked& checked, Page& page) {
    const Case& negotiation = checked.negotiation;
    std::string text = case_heading(negotiation);
    text += " - " + counted(negotiation.parties.size(), "party", "parties") + ", " +
            counted(negotiation.issues.size(), "issue", "issues");
    const std::size_t drafts = negotiation.drafts.size();
    page.title(drafts == 0 ? text : text + ", " + counted(drafts, "draft", "drafts"));
}

void put_answer(const Checked& checked, Page& page) {
    const AnswerText answer(checked);
    page.heading("ANSWER");
    page.line(std::visit(
        Overloaded{
            [&](const AgreementVerdict& verdict) { return answer.agreement(verdict); },
            [&](const NoAgreementVerdict& verdict) { return answer.no_agreement(verdict); },
            [&](const DependsVerdict& verdict) { return answer.depends(verdict); },
            [&](const UndecidedVerdict& verdict) { return answer.undecided(verdict); },
            [&](const ContradictionVerdict& verdict) { return answer.contradiction(verdict); },
        },
        checked.result.verdict.answer));
    const auto* contradiction = std::get_if<ContradictionVerdict>(&checked.result.verdict.answer);
    if (contradiction != nullptr) {
        put_reasons(checked, *contradiction, page);
    }
}

} // namespace unbracket::screen
