#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/genius.hpp"
#include "unbracket/io/scenario/genius_worth.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/xml.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace unbracket {

namespace {

using genius::Space;

class GeniusReader {
public:
    GeniusReader(const ScenarioOptions& options, ScenarioNotes& notes)
        : options_(options), notes_(notes) {}

    Result<Scenario> read(const std::vector<ScenarioFile>& files) {
        std::vector<Space> profiles;
        std::optional<Space> domain;
        for (const ScenarioFile& file : files) {
            Space space = genius::read_space(file.root, problems_, notes_.oddities);
            if (file.role == FileRole::domain) {
                domain = std::move(space);
            } else {
                profiles.push_back(std::move(space));
                scenario_.profiles.emplace_back().name = file.name;
            }
        }
        if (problems_.empty()) {
            read_issues(domain ? *domain : profiles.front(), domain.has_value());
        }
        for (std::size_t i = 0; i < profiles.size(); ++i) {
            scenario_.profiles[i].at = profiles[i].at;
        }
        if (problems_.empty() && fits_a_case(scenario_, problems_)) {
            for (std::size_t i = 0; i < profiles.size(); ++i) {
                read_profile(profiles[i], scenario_.profiles[i]);
            }
        }
        if (!problems_.empty()) {
            return problems_;
        }
        add_remarks(profiles);
        return std::move(scenario_);
    }

private:
    void refuse(const SourcePosition& at, std::string what, std::string hint) {
        problems_.push_back({at, std::move(what), std::move(hint)});
    }

    void note(const SourcePosition& at, std::string what) {
        notes_.oddities.push_back({at, std::move(what), ""});
    }

    void read_issues(const Space& space, bool is_domain) {
        IssueNames names(problems_);
        for (std::size_t i = 0; i < space.issues.size(); ++i) {
            const genius::Issue& issue = space.issues[i];
            ScenarioIssue read;
            read.name = issue.name;
            read.at = issue.at;
            if (issue.kind == genius::IssueKind::discrete) {
                read.values = values_of(issue);
                if (is_domain) {
                    doubled_[issue.name] = doubled_values(issue);
                }
            } else if (!put_on_grid(read, issue)) {
                continue;
            }
            names.add(read);
            scenario_.issues.push_back(std::move(read));
        }
    }

    static std::vector<std::string> values_of(const genius::Issue& issue) {
        std::vector<std::string> values;
        for (const genius::Item& item : issue.items) {
            values.push_back(item.value);
        }
        return distinct(std::move(values));
    }

    static std::set<std::string> doubled_values(const genius::Issue& issue) {
        std::set<std::string_view> seen;
        std::set<std::string> doubled;
        for (const genius::Item& item : issue.items) {
            if (!seen.insert(item.value).second) {
                doubled.insert(item.value);
            }
        }
        return doubled;
    }

    bool put_on_grid(ScenarioIssue& read, const genius::Issue& issue) {
        const bool is_whole = issue.kind == genius::IssueKind::integer;
        const bool is_point = issue.low == issue.high;
        const Rational step = is_whole || is_point
                                  ? Rational(1)
                                  : (issue.high - issue.low) /
                                        Rational(static_cast<std::int64_t>(options_.grid_steps));
        has_grid_ = has_grid_ || !is_whole;
        return set_grid(read, {issue.low, step}, issue.high, problems_);
    }

    /// The issue of the space that is meant.
    const genius::Issue* match(const Space& space, const ScenarioIssue& wanted) {
        for (const genius::Issue& issue : space.issues) {
            if (issue.name == wanted.name) {
                return &issue;
            }
        }
        problems_.push_back({space.at, "the issue " + quoted(wanted.name) + " is missing",
                             "profiles of one folder rate the issues of one domain"});
        return nullptr;
    }

    void read_profile(const Space& space, ScenarioProfile& profile) {
        profile.fallback = space.reservation.value_or(0);
        check_kind(space);
        check_issues(space);
        const std::map<std::string, Rational> weights = weights_of(space, profile);
        Rational sum;
        for (const ScenarioIssue& wanted : scenario_.issues) {
            const genius::Issue* issue = match(space, wanted);
            std::vector<Rational>& scores = profile.scores.emplace_back();
            if (issue != nullptr) {
                check_bounds(*issue, wanted);
            }
            if (issue == nullptr || space.is_nonlinear) {
                continue;
            }
            const Rational factor = weight_of(*issue, weights, space);
            sum += factor;
            scores = worth_of_issue(*issue, wanted);
            for (Rational& score : scores) {
                score *= factor;
            }
        }
        if (space.is_nonlinear) {
            genius::add_rectangles(space, scenario_.issues, options_.semantics, profile, problems_);
        } else {
            check_sum(space, sum);
        }
    }

    /// A profile is a sum over issues or one of rectangles; of both in one, one would be left out.
    void check_kind(const Space& space) {
        if (space.is_nonlinear && !space.function_at) {
            refuse(space.at, "the type is `nonlinear`, and there is no <utility>",
                   "take the type away where weights and evaluations are meant; else write the "
                   "rectangles");
        } else if (space.is_nonlinear && rates_issues(space)) {
            refuse(*space.function_at,
                   "<utility> stands in a profile that has weights or evaluations of issues",
                   "keep either, and of a sum over issues take away `type=\"nonlinear\"` too");
        }
    }

    static bool rates_issues(const Space& space) {
        const auto counts = [](const genius::Weight& weight) { return weight.value.sign() != 0; };
        const auto is_rated = [](const genius::Item& item) {
            return item.evaluation && item.evaluation->sign() != 0;
        };
        return std::any_of(space.weights.begin(), space.weights.end(), counts) ||
               std::any_of(space.issues.begin(), space.issues.end(), [&](const auto& issue) {
                   return std::any_of(issue.items.begin(), issue.items.end(), is_rated);
               });
    }

    /// Issues that stand twice, or that the domain does not have.
    void check_issues(const Space& space) {
        std::set<std::string_view> names;
        std::set<std::string_view> indices;
        for (const genius::Issue& issue : space.issues) {
            const auto is_meant = [&](const ScenarioIssue& each) {
                return each.name == issue.name;
            };
            if (!names.insert(issue.name).second) {
                refuse(issue.at, "two issues have the name " + quoted(issue.name),
                       "issues are matched by name; rename one, or take it out");
            } else if (!indices.insert(issue.index).second) {
                refuse(issue.at, "two issues have the index " + quoted(issue.index),
                       space.is_nonlinear
                           ? "rectangles are matched by index; give each issue its own"
                           : "weights are matched by index; give each issue its own");
            } else if (std::none_of(scenario_.issues.begin(), scenario_.issues.end(), is_meant)) {
                refuse(issue.at,
                       "an issue " + quoted(issue.name) + ", which the domain does not have",
                       "profiles of one folder rate the issues of one domain");
            }
        }
    }

    /// Genius stops over an issue that has none.
    Rational weight_of(const genius::Issue& issue, const std::map<std::string, Rational>& weights,
                       const Space& space) {
        const auto weight = weights.find(issue.index);
        if (weight != weights.end()) {
            return weight->second;
        }
        const auto idle =
            std::find_if(space.weights.begin(), space.weights.end(),
                         [&](const genius::Weight& each) { return !has_index(space, each.index); });
        refuse(issue.at,
               "issue " + quoted(issue.name) + ", index " + quoted(issue.index) + ", has no weight",
               idle == space.weights.end()
                   ? "write a <weight> with its index; value 0 where it does not matter"
                   : "the weight for the index " + quoted(idle->index) + " on line " +
                         std::to_string(idle->at.line) + " is of no issue; was it meant?");
        return 0;
    }

    static bool has_index(const Space& space, const std::string& index) {
        return std::any_of(space.issues.begin(), space.issues.end(),
                           [&](const auto& issue) { return issue.index == index; });
    }

    void check_sum(const Space& space, const Rational& sum) {
        note_weight_sum(space.at, sum, notes_.oddities);
        may_be_cut_ = may_be_cut_ || sum - Rational(1) > Rational(1, 1'000'000);
    }

    /// NegMAS adds such a weight to every utility where it is no place of an issue either.
    std::string passed_over(const Space& space, const genius::Weight& weight,
                            ScenarioProfile& profile) {
        const auto place = scenario_number(weight.index);
        const Rational count(static_cast<std::int64_t>(space.issues.size()));
        const bool is_outside = place && (*place < Rational(1) || *place > count);
        if (options_.semantics == Semantics::genius || !is_outside) {
            ++assumed_.idle_weights;
            return "it is passed over";
        }
        profile.constant += weight.value;
        return "it is added to every utility";
    }

    std::map<std::string, Rational> weights_of(const Space& space, ScenarioProfile& profile) {
        std::map<std::string, Rational> weights;
        for (const genius::Weight& weight : space.weights) {
            if (!has_index(space, weight.index)) {
                note(weight.at, "a weight for the index " + quoted(weight.index) +
                                    ", which no issue has; " + passed_over(space, weight, profile));
                continue;
            }
            const auto [known, is_new] = weights.emplace(weight.index, weight.value);
            if (!is_new && known->second == weight.value) {
                note(weight.at,
                     "a second weight for the index " + quoted(weight.index) + ", the same");
            } else if (!is_new) {
                refuse(weight.at,
                       "a second weight for the index " + quoted(weight.index) + ", another one",
                       "keep the one that is meant");
            }
        }
        for (std::size_t i = 0; i < space.issues.size(); ++i) {
            if (space.issues[i].index != std::to_string(i + 1)) {
                note(space.issues[i].at, "issue " + quoted(space.issues[i].name) +
                                             " has the index " + quoted(space.issues[i].index) +
                                             " in place " + std::to_string(i + 1));
                break;
            }
        }
        return weights;
    }

    std::vector<Rational> worth_of_issue(const genius::Issue& issue, const ScenarioIssue& wanted) {
        if (wanted.grid.has_value() != (issue.kind != genius::IssueKind::discrete)) {
            problems_.push_back({issue.at,
                                 "issue " + quoted(issue.name) +
                                     " is of another type than in the "
                                     "domain",
                                 "profiles of one folder rate the issues of one domain"});
            return {};
        }
        if (wanted.grid) {
            return genius::worth_of_numbers(issue, wanted, options_.semantics, problems_);
        }
        std::vector<Rational> worth =
            genius::worth_of_evaluations(evaluations_of(issue, wanted), options_.semantics);
        worth.resize(wanted.values.size());
        return worth;
    }

    /// Lines begin at the lower bound: with other bounds than the domain's, numbers have two
    /// values.
    void check_bounds(const genius::Issue& issue, const ScenarioIssue& wanted) {
        if (!wanted.grid || issue.kind == genius::IssueKind::discrete) {
            return;
        }
        if (issue.low != wanted.grid->low || issue.high != wanted.last_number()) {
            refuse(issue.at,
                   "issue " + quoted(issue.name) + " runs from " + issue.low.to_decimal_text(6) +
                       " to " + issue.high.to_decimal_text(6) + ", and in the domain from " +
                       wanted.values.front() + " to " + wanted.values.back(),
                   "write the bounds that are meant into both");
        }
    }

    /// By value of the issue, and behind them what was passed over: Genius counts that for the
    /// largest evaluation.
    std::vector<Rational> evaluations_of(const genius::Issue& issue, const ScenarioIssue& wanted) {
        ValueTable table(wanted, UnknownValues::passed_over,
                         {problems_, notes_.oddities, assumed_});
        table.allow_twice(doubled_[wanted.name]);
        for (const genius::Item& item : issue.items) {
            table.add(item.value, item.evaluation.value_or(0), item.at);
            if (!item.evaluation) {
                refuse(item.at, "the value " + quoted(item.value) + " has no evaluation",
                       "write evaluation=\"...\"; 0 where it is worth nothing");
            }
        }
        std::vector<Rational> all = table.finished(issue.at);
        all.insert(all.end(), table.passed_over().begin(), table.passed_over().end());
        return all;
    }

    void add_remarks(const std::vector<Space>& profiles) {
        const bool is_genius = options_.semantics == Semantics::genius;
        notes_.remarks.push_back(
            std::string("Genius files, read by the semantics `") +
            (is_genius ? "genius`: evaluations count as shares of the largest of their issue."
                       : "negmas`: evaluations count as they stand."));
        const auto discounted =
            std::count_if(profiles.begin(), profiles.end(), [](const Space& space) {
                return space.discount && *space.discount > Rational(0) &&
                       *space.discount < Rational(1);
            });
        if (discounted > 0) {
            notes_.remarks.push_back(discounts_left_out(static_cast<std::size_t>(discounted)));
        }
        const auto lacks = std::count_if(profiles.begin(), profiles.end(), [](const Space& space) {
            return !space.reservation.has_value();
        });
        if (lacks > 0) {
            notes_.assumptions.push_back(without_reservation(static_cast<std::size_t>(lacks)));
        }
        if (has_grid_) {
            notes_.assumptions.push_back(put_on_grid_of(options_.grid_steps));
        }
        if (may_be_cut_ && is_genius) {
            notes_.assumptions.emplace_back("Some weights sum to more than 1: Genius cuts "
                                            "utilities at 1, here they are left above it.");
        }
        add_assumptions(assumed_, notes_);
    }

    const ScenarioOptions& options_;
    ScenarioNotes& notes_;
    Diagnostics problems_;
    Scenario scenario_;
    Assumed assumed_;
    std::map<std::string, std::set<std::string>> doubled_; // values of the domain, by issue
    bool has_grid_ = false;
    bool may_be_cut_ = false;
};

} // namespace

FileRole genius_role(const Node& root) {
    if (!is_xml_element(root) || genius::space_of(root) == nullptr ||
        child(*genius::space_of(root), "objective") == nullptr) {
        return FileRole::none;
    }
    return xml_name(root) == "utility_space" ? FileRole::profile : FileRole::domain;
}

Result<Scenario> read_genius(const std::vector<ScenarioFile>& files, const ScenarioOptions& options,
                             ScenarioNotes& notes) {
    return GeniusReader(options, notes).read(files);
}

} // namespace unbracket
