#include "unbracket/report/steps_text.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/phrase_statement.hpp"

#include <algorithm>

namespace unbracket {

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// `Inspection: no or joint; Share: 30 %`
std::string condition_text(const Case& negotiation, const Condition& condition) {
    std::string text;
    for (const Literal& literal : condition) {
        const Issue& issue = negotiation.issue(literal.issue);
        std::string options;
        for (const OptionId option : literal.options) {
            options += (options.empty() ? "" : " or ") + option_name(issue, option);
        }
        text += (text.empty() ? "" : "; ") + issue_name(issue) + ": " + options;
    }
    return text;
}

std::string side_text(const Case& negotiation, const Condition& condition,
                      const std::string& object) {
    return condition.empty() ? object : condition_text(negotiation, condition);
}

class StepsScreen {
public:
    StepsScreen(const LoadedCase& loaded, const StepsResult& result, const ScreenOptions& options)
        : case_(loaded.negotiation), result_(result), page_(options) {}

    std::string text() {
        page_.title(case_heading(case_) + " - " + counted(case_.steps.size(), "step", "steps") +
                    " in order");
        put_answer();
        put_steps();
        put_kept();
        put_risks();
        if (result_.was_stopped) {
            page_.paragraph("Stopped before the end: what is missing was not looked at.");
        }
        page_.paragraph("Each party's points are its own; they cannot be compared or added. More: "
                        "check, timeline, score");
        return page_.text();
    }

private:
    static std::string number(std::size_t at) { return std::to_string(at + 1); }

    static std::string numbers(const StepSet& steps) {
        std::vector<std::string> names;
        for (const std::size_t at : steps) {
            names.push_back(number(at));
        }
        return listed(names, names.size());
    }

    void put_answer() {
        page_.heading("ANSWER");
        if (case_.steps.empty()) {
            page_.line("No order of steps is entered in this file ([[step]]).");
            return;
        }
        if (result_.conflicts.sets.empty()) {
            page_.line(result_.conflicts.is_complete
                           ? std::string(case_.steps.size() == 1
                                             ? "The order demanded in this file can be kept"
                                             : "The orders demanded in this file can be kept "
                                               "together") +
                                 order_words() + "."
                           : "No order keeps all of these steps. Among those that some outcome "
                             "makes matter at once no collision was found, but there are many "
                             "steps and not every set of them was looked at; KEPT holds exactly.");
        }
        for (const StepSet& steps : result_.conflicts.sets) {
            page_.line(steps.size() == 1
                           ? "Step " + number(steps.front()) +
                                 " cannot be kept: it asks the same to be done first and then."
                           : "Steps " + numbers(steps) + " cannot all be kept in any order" +
                                 ring_words(steps) + ". Without any one of them the others can.");
        }
        if (!result_.conflicts.is_complete && !result_.conflicts.sets.empty()) {
            page_.line("There are many steps; other sets may collide too.");
        }
    }

    std::string deed_text(const Deed& deed) const {
        return std::visit(Overloaded{[&](IssueId issue) { return issue_name(case_.issue(issue)); },
                                     [](const std::string& object) { return object; }},
                          deed);
    }

    std::string order_words() const {
        if (!result_.order) {
            return ", since no outcome makes those matter at once that collide";
        }
        std::vector<std::string> names;
        for (const Deed& deed : *result_.order) {
            names.push_back(deed_text(deed));
        }
        std::string text;
        for (const std::string& name : names) {
            text += (text.empty() ? ", for example: " : ", then ") + name;
        }
        return text;
    }

    /// Who asks for what in a collision.
    std::string ring_words(const StepSet& steps) const {
        std::string text;
        for (const std::size_t at : steps) {
            const Step& step = case_.steps[at];
            text += (text.empty() ? ": " : "; ") + number(at) + " wants \"" +
                    side_text(case_, step.first, step.first_object) + "\" before \"" +
                    side_text(case_, step.then, step.then_object) + "\"" +
                    in_brackets(demander(step), said(step));
        }
        return text;
    }

    static std::string in_brackets(const std::string& one, const std::string& other) {
        const std::string both = one + (one.empty() || other.empty() ? "" : ", ") + other;
        return both.empty() ? "" : " (" + both + ")";
    }

    std::string demander(const Step& step) const {
        return step.demanded_by ? case_.party(*step.demanded_by).name : "";
    }

    std::string said(const Step& step) const {
        std::vector<std::string> names;
        for (const StatementId id : step.said) {
            const Statement& statement = case_.statement(id);
            names.push_back(statement.key + ": " + phrase::speaker(case_, statement));
        }
        return names.empty() ? "no statement under it" : listed(names, page_.most(4));
    }

    void put_steps() {
        page_.heading("STEPS");
        for (std::size_t at = 0; at < case_.steps.size(); ++at) {
            const Step& step = case_.steps[at];
            const std::string by = step.demanded_by ? "demanded by " + demander(step)
                                                    : "nobody is named who demands it";
            page_.item(number(at), (step.title.empty() ? "" : step.title + ": ") + "first " +
                                       side_text(case_, step.first, step.first_object) + "; then " +
                                       side_text(case_, step.then, step.then_object) +
                                       in_brackets(by, said(step)) + ".");
            if (!result_.steps[at].can_hold_both) {
                page_.item(" ", "No outcome holds both: what comes first and what comes then are "
                                "different options of one issue.");
            }
        }
    }

    void put_kept() {
        if (case_.steps.empty()) {
            return;
        }
        page_.heading("KEPT");
        Rows rows = {{"if what is agreed on is", "answer", "with the steps kept"}};
        std::vector<std::string> examples;
        for (const ObjectVerdict& verdict : result_.verdicts) {
            const std::string name =
                verdict.object.empty() ? "of no kind that a step names" : verdict.object;
            rows.push_back({name + (is_own(verdict.object) ? " (the file's)" : ""),
                            verdict_words(result_.without_steps), verdict_words(verdict.kept)});
            if (verdict.outcome) {
                examples.push_back(name + ", for example: " +
                                   outcome_text(case_, *verdict.outcome, page_.most(4)) + ".");
            }
        }
        page_.table(rows);
        for (const std::string& example : examples) {
            page_.item("-", example);
        }
        if (!case_.agreement.object.empty() &&
            std::none_of(result_.verdicts.begin(), result_.verdicts.end(),
                         [&](const ObjectVerdict& one) { return is_own(one.object); })) {
            page_.line("What is agreed on, in the words of this file: " + case_.agreement.object +
                       ".");
        }
        page_.line("A step is no limit of anybody: check does not use it. Kept means: where what "
                   "comes then is part of the outcome, or is what is agreed on, what comes first "
                   "is part of it too (another agreement that is to come first is made on the "
                   "way), and some order keeps all such steps.");
    }

    bool is_own(const std::string& object) const {
        return !object.empty() && object == case_.agreement.object;
    }

    void put_risks() {
        page_.heading("AT RISK");
        for (std::size_t at = 0; at < case_.steps.size(); ++at) {
            put_risk(at);
        }
    }

    void put_risk(std::size_t at) {
        const StepReport& report = result_.steps[at];
        page_.line("Step " + number(at) + ": " + movers(at));
        if (!report.after_first) {
            page_.line("What comes first is no option of this file, so nothing is measured.");
            return;
        }
        Rows rows = {{"party", "first part alone", "acceptable"}};
        if (report.after_both) {
            rows[0].insert(rows[0].end(), {"both parts", "acceptable"});
        }
        for (const PartyId party : case_.agreement.counted) {
            std::vector<std::string> row = {case_.party(party).name};
            add_cells(*report.after_first, party, row);
            if (report.after_both) {
                add_cells(*report.after_both, party, row);
            }
            rows.push_back(std::move(row));
        }
        page_.table(rows);
        if (!is_exact(report.after_first) || !is_exact(report.after_both)) {
            page_.line("Too much is open to look at every combination: what is acceptable in some "
                       "reading may not be, and ranges may be too wide.");
        }
        if (!report.without_status_quo.empty()) {
            std::vector<std::string> names;
            for (const IssueId issue : report.without_status_quo) {
                names.push_back(issue_name(case_.issue(issue)));
            }
            page_.line("Without a status quo, so that any option may hold in between: " +
                       listed(names, page_.most(6)) + ".");
        }
    }

    static bool is_exact(const std::optional<DraftScore>& score) {
        return !score || score->is_exact;
    }

    static void add_cells(const DraftScore& score, PartyId party, std::vector<std::string>& row) {
        const auto found = std::find_if(score.parties.begin(), score.parties.end(),
                                        [&](const PartyScore& one) { return one.party == party; });
        if (found == score.parties.end()) {
            row.insert(row.end(), {"nothing entered", "-"});
            return;
        }
        row.push_back(found->surplus ? range_text(*found->surplus) : "no values entered");
        row.emplace_back(found->acceptance == Acceptance::surely     ? "yes"
                         : found->acceptance == Acceptance::possibly ? "in some reading"
                         : found->acceptance == Acceptance::never    ? "no"
                                                                     : "no reading");
    }

    std::string movers(std::size_t at) const {
        const Step& step = case_.steps[at];
        const StepReport& report = result_.steps[at];
        const std::string measured =
            step.first.empty()
                ? ""
                : "Above no agreement, if what comes first is done and nothing "
                  "follows" +
                      std::string(report.after_both ? ", and with both parts:" : ":");
        if (!step.demanded_by) {
            return "who goes first is not entered. " + measured;
        }
        if (report.movers.empty()) {
            return demander(step) + " asks it of nobody who has to agree. " + measured;
        }
        return demander(step) + " asks it of others; of those whose acceptance counts, " +
               party_names(case_, report.movers) + (report.movers.size() == 1 ? " goes" : " go") +
               " first. " + measured;
    }

    const Case& case_;
    const StepsResult& result_;
    Page page_;
};

} // namespace

std::string steps_text(const LoadedCase& loaded, const StepsResult& result,
                       const ScreenOptions& options) {
    return StepsScreen(loaded, result, options).text();
}

} // namespace unbracket
