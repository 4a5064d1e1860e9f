#include "unbracket/io/scenario/scenario_of_case.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/lp_problems.hpp"
#include "unbracket/io/lp_values.hpp"
#include "unbracket/io/scenario/scenario_left_out.hpp"

#include <algorithm>
#include <set>

namespace unbracket {

namespace {

class ScenarioMaker {
public:
    ScenarioMaker(const Case& negotiation, const std::string& format)
        : case_(negotiation), format_(format), values_(negotiation, "a file of " + format) {}

    Result<Scenario> made(ScenarioNotes& notes) {
        Scenario scenario;
        scenario.name = case_.title;
        for (const Issue& issue : case_.issues) {
            scenario.issues.push_back(issue_of(issue));
        }
        check_conditions();
        for (const PartyId party : accepting()) {
            scenario.profiles.push_back(profile_of(party));
        }
        if (scenario.profiles.empty()) {
            refuse({}, "no party has to accept", "a scenario needs at least one");
        }
        const Diagnostics& values = values_.list();
        problems_.insert(problems_.end(), values.begin(), values.end());
        if (!problems_.empty()) {
            std::stable_sort(problems_.begin(), problems_.end(),
                             [](const auto& a, const auto& b) { return a.where < b.where; });
            return problems_;
        }
        const std::vector<std::string> left = left_out(case_, accepting(), scenario);
        notes.remarks.insert(notes.remarks.end(), left.begin(), left.end());
        return scenario;
    }

private:
    void refuse(const SourcePosition& at, std::string what, std::string hint) {
        problems_.push_back({at, std::move(what), std::move(hint)});
    }
    void refuse(EntryId entry, const std::string& what) {
        const Entry& refused = case_.entry(entry);
        refuse(refused.at, "`" + refused.address + "` " + what,
               "a file of " + format_ + " has no place for it");
    }

    /// Titles, or where two options or issues share one, ids.
    ScenarioIssue issue_of(const Issue& issue) const {
        const auto has_title = [&](const Issue& other) { return other.title == issue.title; };
        ScenarioIssue written;
        written.name = std::count_if(case_.issues.begin(), case_.issues.end(), has_title) > 1
                           ? issue.key
                           : issue.title;
        std::set<std::string> titles;
        for (const Option& option : issue.options) {
            titles.insert(without_outer_blanks(option.title));
        }
        const bool are_distinct = titles.size() == issue.options.size() && !titles.contains("");
        for (const Option& option : issue.options) {
            written.values.push_back(are_distinct ? without_outer_blanks(option.title)
                                                  : option.key);
        }
        if (issue.range) {
            written.grid = {issue.range->minimum, issue.range->step};
        }
        return written;
    }

    std::vector<PartyId> accepting() {
        const AgreementRule& rule = case_.agreement;
        const auto least = static_cast<std::size_t>(std::max(0, rule.at_least.value_or(0)));
        if (least <= rule.required.size()) {
            return rule.required;
        }
        if (least != rule.counted.size()) {
            refuse({}, "`agreement.at_least` leaves open which parties accept",
                   "in a file of " + format_ + " all parties have to");
        }
        return rule.counted;
    }

    void check_conditions() {
        for (const Rule& rule : case_.rules) {
            refuse(rule.entry, "is a rule");
        }
        for (const Limit& limit : case_.limits) {
            if (limit.is_on) {
                refuse(limit.entry, limit.party ? "is a limit" : "is a norm");
            }
        }
        for (const IntentEntry& intent : case_.intents) {
            if (intent.intent != Intent::seeks) {
                refuse(intent.entry, "is an intent");
            }
        }
        for (const SupposedLess& less : case_.supposed_less) {
            refuse(
                {}, "`accepts_less." + case_.party(less.party).key + "` is supposed",
                "convert the case without this supposition; what the party has without agreement "
                "stays as it is");
        }
    }

    ScenarioProfile profile_of(PartyId party) {
        ScenarioProfile profile;
        profile.name = case_.party(party).name;
        const SingleValues values(case_, party, values_);
        const Rational scale = values.scale().sign() == 0 ? Rational(1) : values.scale();
        for (std::size_t at = 0; at < case_.issues.size(); ++at) {
            std::vector<Rational>& scores = profile.scores.emplace_back();
            for (std::size_t i = 0; i < case_.issues[at].options.size(); ++i) {
                if (values.is_red_line(IssueId(at), OptionId(i))) {
                    refuse_red_line(party, case_.issues[at], i);
                } else {
                    scores.push_back(values.points(IssueId(at), OptionId(i)) / scale);
                }
            }
        }
        if (case_.party(party).scale != Scale::none) {
            add_bonuses(party, values, scale, profile);
            profile.fallback = values.accepted_from() / scale;
        }
        return profile;
    }

    void refuse_red_line(PartyId party, const Issue& issue, std::size_t option) {
        const Assessment& assessment = *issue.of(party);
        const auto& ratings = assessment.scores.empty() ? assessment.stances : assessment.scores;
        if (option < ratings.size() && ratings[option]) {
            refuse(ratings[option]->entry, "is a red line");
        } else if (assessment.curve && assessment.curve->red_line && !curve_refused_) {
            refuse(assessment.curve->red_line->entry, "is a red line");
            curve_refused_ = true;
        }
    }

    void add_bonuses(PartyId party, const SingleValues& values, const Rational& scale,
                     ScenarioProfile& profile) const {
        for (const Bonus& bonus : case_.bonuses) {
            if (bonus.party != party) {
                continue;
            }
            ScenarioPattern pattern;
            pattern.worth = values.bonus(bonus) / scale;
            for (const Literal& literal : bonus.when) {
                ScenarioPattern::Literal& read = pattern.when.emplace_back();
                read.issue = as_index(literal.issue);
                for (const OptionId option : literal.options) {
                    read.values.push_back(as_index(option));
                }
            }
            std::sort(pattern.when.begin(), pattern.when.end(),
                      [](const auto& a, const auto& b) { return a.issue < b.issue; });
            profile.patterns.push_back(std::move(pattern));
        }
    }

    const Case& case_;
    const std::string& format_;
    LpProblems values_;
    Diagnostics problems_;
    bool curve_refused_ = false; // once for each curve would be once for each option
};

} // namespace

Result<Scenario> scenario_of_case(const Case& negotiation, const std::string& format,
                                  ScenarioNotes& notes) {
    return ScenarioMaker(negotiation, format).made(notes);
}

} // namespace unbracket
