#include "unbracket/io/scenario/geniusweb.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/io/scenario/weighted.hpp"
#include "unbracket/io/scenario/writing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace unbracket {

namespace {

constexpr std::string_view additive = "LinearAdditiveUtilitySpace";
constexpr std::size_t most_outcomes = 1'000'000; // looked at for a reservation bid

/// A key in either spelling that files of the field use.
const Node* find_either(const Node& table, std::string_view one, std::string_view other) {
    const Node* found = table.find(one);
    return found == nullptr ? table.find(other) : found;
}

class GeniusWebReader {
public:
    explicit GeniusWebReader(ScenarioNotes& notes) : notes_(notes), reader_(problems_) {}

    Result<Scenario> read(const std::vector<ScenarioFile>& files) {
        for (const ScenarioFile& file : files) {
            if (file.role == FileRole::domain) {
                issues_ = issues_of(file.root);
                domain_file_ = file.root.at.file;
            }
        }
        for (const ScenarioFile& file : files) {
            if (file.role == FileRole::profile) {
                read_own_domain(file.root);
            }
        }
        std::vector<WeightedProfile> profiles;
        for (const ScenarioFile& file : files) {
            if (file.role == FileRole::profile) {
                profiles.push_back(profile_of(file));
            }
        }
        if (!problems_.empty()) {
            return problems_;
        }
        notes_.remarks.emplace_back("GeniusWeb files: what a party has without agreement is the "
                                    "utility of its reservation bid.");
        if (discounted_ > 0) {
            notes_.remarks.push_back(discounts_left_out(discounted_));
        }
        if (lacks_ > 0) {
            notes_.assumptions.push_back(counted(lacks_, "profile") +
                                         " without a reservation bid: 0 is taken.");
        }
        if (partial_ > 0) {
            notes_.assumptions.push_back(counted(partial_, "reservation bid") +
                                         " without a value for some issue, which counts nothing.");
        }
        return weighted_scenario(issues_, profiles, notes_);
    }

private:
    /// A profile holds a copy of its domain.
    void read_own_domain(const Node& root) {
        const Node* domain = root.find(additive)->find("domain");
        if (domain == nullptr || domain->find("issuesValues") == nullptr) {
            return;
        }
        std::vector<ScenarioIssue> own = issues_of(*domain);
        if (issues_.empty()) {
            issues_ = std::move(own);
            domain_file_ = root.at.file;
            return;
        }
        for (const ScenarioIssue& issue : own) {
            check_issue(issue);
        }
        for (const ScenarioIssue& issue : issues_) {
            if (find_issue(own, issue.name) == nullptr) {
                refuse_other(domain->at, "lacks the issue " + quoted(issue.name));
            }
        }
    }

    static const ScenarioIssue* find_issue(const std::vector<ScenarioIssue>& issues,
                                           const std::string& name) {
        const auto found = std::find_if(issues.begin(), issues.end(),
                                        [&](const auto& each) { return each.name == name; });
        return found == issues.end() ? nullptr : &*found;
    }

    void check_issue(const ScenarioIssue& own) {
        const ScenarioIssue* known = find_issue(issues_, own.name);
        if (known == nullptr) {
            refuse_other(own.at, "has an issue " + quoted(own.name) + " more");
            return;
        }
        const auto sorted = [](std::vector<std::string> values) {
            std::sort(values.begin(), values.end());
            return values;
        };
        const bool has_same_values =
            known->values == own.values || sorted(known->values) == sorted(own.values);
        if (known->grid.has_value() != own.grid.has_value() || !has_same_values) {
            refuse_other(own.at, "has other values of issue " + quoted(own.name));
        }
    }

    void refuse_other(const SourcePosition& at, const std::string& what) {
        reader_.refuse(at, "the domain in this profile " + what,
                       "profiles of one folder have one domain, here that of " + domain_file_);
    }

    std::vector<ScenarioIssue> issues_of(const Node& domain) {
        std::vector<ScenarioIssue> issues;
        const Node* table = reader_.table(domain, "issuesValues");
        for (std::size_t i = 0; table != nullptr && i < table->members.size(); ++i) {
            const Node::Member& member = table->members[i];
            ScenarioIssue issue;
            issue.name = member.key;
            issue.at = member.at;
            const Node* values = member.value.find("values");
            const Node* range = member.value.find("range");
            if (values != nullptr && range != nullptr) {
                reader_.refuse(member.at, "the issue `" + member.key + "` has values and a range",
                               "keep the one that is meant");
            }
            if (values != nullptr && values->kind == NodeKind::list) {
                std::vector<std::string> all;
                all.reserve(values->items.size());
                for (const Node& value : values->items) {
                    all.push_back(without_outer_blanks(reader_.label(value, "a value")));
                }
                issue.values = distinct(std::move(all));
            } else if (range == nullptr || !read_range(*range, issue)) {
                reader_.refuse(member.at, "the issue `" + member.key + "` has no values",
                               "write { \"values\": [...] } or a range of low, high and step");
            }
            issues.push_back(std::move(issue));
        }
        return issues;
    }

    /// `[low, high, step]`, or the same by name; the last number is the last step not above high.
    bool read_range(const Node& node, ScenarioIssue& issue) {
        std::vector<Rational> numbers;
        for (std::size_t i = 0; i < 3; ++i) {
            constexpr std::array<std::string_view, 3> names = {"low", "high", "step"};
            const bool is_list = node.kind == NodeKind::list && node.items.size() == 3;
            const Node* number = is_list ? &node.items[i] : node.find(names[i]);
            if (number == nullptr) {
                return false;
            }
            numbers.push_back(reader_.number(*number, "an end of a range"));
        }
        if (numbers[2].sign() <= 0 || numbers[1] < numbers[0]) {
            return false;
        }
        const auto steps = ((numbers[1] - numbers[0]) / numbers[2]).floor_to_int64();
        const Rational last = numbers[0] + numbers[2] * Rational(steps.value_or(1'000'000));
        highest_[issue.name] = numbers[1];
        return set_grid(issue, {numbers[0], numbers[2]}, last, problems_) || !problems_.empty();
    }

    WeightedProfile profile_of(const ScenarioFile& file) {
        const Node& space = *file.root.find(additive);
        reader_.refuse_unknown(file.root, "a profile of GeniusWeb", {std::string(additive)});
        reader_.refuse_unknown(space, "`" + std::string(additive) + "`",
                               {"issueUtilities", "issueWeights", "domain", "name",
                                "reservationBid", "discount_factor"});
        read_discount(space);
        WeightedProfile profile;
        profile.name = file.name;
        profile.at = file.root.at;
        if (const Node* weights = reader_.table(space, "issueWeights")) {
            profile.weights = weights_by_issue(*weights, reader_);
        }
        const Node* utilities = reader_.table(space, "issueUtilities");
        for (std::size_t i = 0; utilities != nullptr && i < utilities->members.size(); ++i) {
            const Node::Member& member = utilities->members[i];
            profile.rows.push_back({member.key, items_of(member), member.at});
        }
        profile.fallback = fallback_of(space, profile);
        return profile;
    }

    /// GeniusWeb has none; NegMAS reads one from these files.
    void read_discount(const Node& space) {
        const Node* discount = space.find("discount_factor");
        const bool is_given = discount != nullptr && discount->kind != NodeKind::null;
        const Rational factor =
            is_given ? reader_.number(*discount, "`discount_factor`") : Rational(1);
        discounted_ += factor == Rational(1) ? 0U : 1U;
    }

    std::vector<WeightedProfile::Item> items_of(const Node::Member& issue) {
        reader_.refuse_unknown(issue.value, "an issue",
                               {"discreteutils", "discreteUtils", "numberutils", "numberUtils"});
        const Node* discrete = find_either(issue.value, "discreteutils", "discreteUtils");
        const Node* line = find_either(issue.value, "numberutils", "numberUtils");
        if (discrete != nullptr && line != nullptr) {
            reader_.refuse(issue.at,
                           "the issue `" + issue.key + "` has both discreteutils and numberutils",
                           "keep the one that fits its values");
        }
        if (discrete != nullptr) {
            const Node* table = reader_.table(*discrete, "valueUtilities");
            return table == nullptr ? std::vector<WeightedProfile::Item>()
                                    : shares(weighted_items(*table, reader_));
        }
        const auto known =
            std::find_if(issues_.begin(), issues_.end(), [&](const ScenarioIssue& each) {
                return each.name == issue.key && each.grid.has_value();
            });
        if (line == nullptr || known == issues_.end()) {
            reader_.refuse(issue.at,
                           "the issue `" + issue.key + "` has no utilities that are known",
                           "known: discreteutils, and numberutils of an issue with a range");
            return {};
        }
        return numbers_on(*line, *known);
    }

    /// GeniusWeb stops over utilities that are no shares of 1.
    std::vector<WeightedProfile::Item> shares(std::vector<WeightedProfile::Item> items) {
        for (const WeightedProfile::Item& item : items) {
            if (!is_share(item.worth)) {
                refuse_share("the utility of " + quoted(item.value), item.at);
            }
        }
        return items;
    }

    static bool is_share(const Rational& utility) {
        return Rational(0) <= utility && utility <= Rational(1);
    }

    void refuse_share(const std::string& what, const SourcePosition& at) {
        reader_.refuse(at, what + " is not between 0 and 1",
                       "utilities of GeniusWeb are; divide them by the largest");
    }

    void check_share(const Rational& utility, const char* what, const SourcePosition& at) {
        if (!is_share(utility)) {
            refuse_share(what, at);
        }
    }

    /// `ends` are the numbers low and high, each before its utility.
    void check_ends(const Node& line, const std::vector<Rational>& ends,
                    const ScenarioIssue& issue) {
        const auto highest = highest_.find(issue.name);
        const bool ends_there = ends[2] == issue.last_number() ||
                                (highest != highest_.end() && ends[2] == highest->second);
        if (ends[0] != issue.grid->low || !ends_there) {
            reader_.refuse(line.at,
                           "`lowValue` and `highValue` of issue " + quoted(issue.name) +
                               " are not the ends of its range",
                           "write those of the domain, " + issue.values.front() + " and " +
                               issue.values.back());
        }
        check_share(ends[1], "`lowUtility`", line.at);
        check_share(ends[3], "`highUtility`", line.at);
    }

    /// Utilities on a line between two numbers.
    std::vector<WeightedProfile::Item> numbers_on(const Node& line, const ScenarioIssue& issue) {
        std::vector<Rational> ends;
        bool is_whole = true;
        for (const std::string_view key : {"lowValue", "lowUtility", "highValue", "highUtility"}) {
            const Node* number = line.find(key);
            if (number == nullptr) {
                reader_.refuse(line.at, "there is no `" + std::string(key) + "`", "give one");
                is_whole = false;
            }
            ends.push_back(number == nullptr ? Rational(0) : reader_.number(*number, key));
        }
        if (is_whole) {
            check_ends(line, ends, issue);
        }
        if (ends[0] == ends[2]) {
            ends[2] = ends[0] + Rational(1);
            ends[3] = ends[1];
        }
        std::vector<WeightedProfile::Item> items;
        for (std::size_t i = 0; i < issue.values.size(); ++i) {
            const Rational number = issue.number_at(i);
            items.push_back(
                {issue.values[i],
                 ends[1] + (ends[3] - ends[1]) * (number - ends[0]) / (ends[2] - ends[0]),
                 line.at});
        }
        return items;
    }

    Rational fallback_of(const Node& space, const WeightedProfile& profile) {
        const Node* bid = space.find("reservationBid");
        if (bid == nullptr || bid->kind == NodeKind::null) {
            ++lacks_;
            return 0;
        }
        reader_.refuse_unknown(*bid, "a reservation bid", {"issuevalues", "issueValues"});
        const Node* values = find_either(*bid, "issuevalues", "issueValues");
        if (values == nullptr || values->kind != NodeKind::table) {
            reader_.refuse(bid->at, "`reservationBid` is no table with a table `issuevalues`",
                           "write { \"issuevalues\": { issue: value } }, or take it out where the "
                           "party has nothing without agreement");
            return 0;
        }
        partial_ += values->members.size() < profile.rows.size() ? 1U : 0U;
        Rational utility;
        for (const Node::Member& member : values->members) {
            const std::string value =
                without_outer_blanks(reader_.label(member.value, "a value of the bid"));
            const std::optional<Rational> worth = worth_in(profile, member.key, value);
            if (!worth) {
                reader_.refuse(member.at,
                               "the reservation bid names a value that the issue `" + member.key +
                                   "` does not have",
                               "name one of its values");
            }
            const auto weight = profile.weights.find(member.key);
            utility += worth.value_or(0) *
                       (weight == profile.weights.end() ? Rational(0) : weight->second.value);
        }
        return utility;
    }

    static std::optional<Rational> worth_in(const WeightedProfile& profile,
                                            const std::string& issue, const std::string& value) {
        const auto number = scenario_number(value);
        for (const WeightedProfile::Row& row : profile.rows) {
            for (std::size_t i = 0; row.issue == issue && i < row.items.size(); ++i) {
                const std::string& known = row.items[i].value;
                if (known == value || (number && scenario_number(known) == number)) {
                    return row.items[i].worth;
                }
            }
        }
        return std::nullopt;
    }

    ScenarioNotes& notes_;
    Diagnostics problems_;
    TreeReader reader_;
    std::vector<ScenarioIssue> issues_;
    std::string domain_file_;                 // which they are read from
    std::map<std::string, Rational> highest_; // ends of ranges as written, by issue
    std::size_t discounted_ = 0;
    std::size_t lacks_ = 0;
    std::size_t partial_ = 0; // reservation bids without some issue
};

/// The outcome that is worth least among those worth at least the fallback.
class ReservationBid {
public:
    ReservationBid(const Scenario& scenario, const ScenarioProfile& profile)
        : fallback_(profile.fallback - profile.constant) {
        for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
            worth_.push_back(profile.scores[i]);
            worth_.back().resize(scenario.issues[i].values.size());
        }
    }

    /// Nothing where there is none, or too many would have to be looked at.
    std::optional<std::vector<std::size_t>> found() {
        std::size_t outcomes = 1;
        for (const std::vector<Rational>& worth : worth_) {
            outcomes *= worth.size();
            if (outcomes > most_outcomes) {
                return std::nullopt;
            }
        }
        look(0, 0);
        return best_;
    }

    /// Of what was found, above the fallback: at least 0.
    Rational above_fallback() const { return best_worth_ - fallback_; }

private:
    void look(std::size_t issue, const Rational& sum) {
        if (issue == worth_.size()) {
            if (sum >= fallback_ && (!best_ || sum < best_worth_)) {
                best_ = chosen_;
                best_worth_ = sum;
            }
            return;
        }
        for (std::size_t value = 0; value < worth_[issue].size(); ++value) {
            chosen_.push_back(value);
            look(issue + 1, sum + worth_[issue][value]);
            chosen_.pop_back();
        }
    }

    Rational fallback_;
    std::vector<std::vector<Rational>> worth_;
    std::vector<std::size_t> chosen_;
    std::optional<std::vector<std::size_t>> best_;
    Rational best_worth_;
};

Node domain_of(const Scenario& scenario) {
    Node domain = table_node();
    add_member(domain, "name", text_node(scenario.name));
    Node& issues = add_member(domain, "issuesValues", table_node());
    for (const ScenarioIssue& issue : scenario.issues) {
        Node values = list_node({});
        for (const std::string& value : issue.values) {
            values.items.push_back(text_node(value));
        }
        Node holder = table_node();
        add_member(holder, "values", std::move(values));
        add_member(issues, issue.name, std::move(holder));
    }
    return domain;
}

Node bid_of(const Scenario& scenario, const std::vector<std::size_t>& outcome) {
    Node values = table_node();
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        add_member(values, scenario.issues[i].name,
                   text_node(scenario.issues[i].values[outcome[i]]));
    }
    Node bid = table_node();
    add_member(bid, "issuevalues", std::move(values));
    return bid;
}

Node profile_of(const Scenario& scenario, const UnitProfile& profile, Node bid) {
    Node utilities = table_node();
    Node weights = table_node();
    for (std::size_t i = 0; i < scenario.issues.size(); ++i) {
        Node values = table_node();
        for (std::size_t j = 0; j < scenario.issues[i].values.size(); ++j) {
            add_member(values, scenario.issues[i].values[j], number_node(profile.utilities[i][j]));
        }
        Node discrete = table_node();
        add_member(discrete, "valueUtilities", std::move(values));
        Node holder = table_node();
        add_member(holder, "discreteutils", std::move(discrete));
        add_member(utilities, scenario.issues[i].name, std::move(holder));
        add_member(weights, scenario.issues[i].name, number_node(profile.weights[i]));
    }
    Node space = table_node();
    add_member(space, "issueUtilities", std::move(utilities));
    add_member(space, "issueWeights", std::move(weights));
    add_member(space, "domain", domain_of(scenario));
    add_member(space, "name", text_node(profile.name));
    add_member(space, "reservationBid", std::move(bid));
    Node root = table_node();
    add_member(root, std::string(additive), std::move(space));
    return root;
}

} // namespace

FileRole geniusweb_role(const Node& root) {
    const Node* space = root.find(additive);
    if (space != nullptr && space->kind == NodeKind::table) {
        return FileRole::profile;
    }
    return root.find("issuesValues") != nullptr ? FileRole::domain : FileRole::none;
}

Result<Scenario> read_geniusweb(const std::vector<ScenarioFile>& files,
                                const ScenarioOptions& /*options*/, ScenarioNotes& notes) {
    return GeniusWebReader(notes).read(files);
}

Result<std::vector<NamedText>> write_geniusweb(const Scenario& scenario) {
    const Result<std::vector<UnitProfile>> profiles = unit_profiles(scenario, "GeniusWeb");
    if (!profiles) {
        return profiles.problems();
    }
    Diagnostics problems;
    std::vector<NamedText> files = {
        {"domain.json", write_json(domain_of(scenario), JsonStyle::indented).value()}};
    for (std::size_t i = 0; i < profiles.value().size(); ++i) {
        const UnitProfile& profile = profiles.value()[i];
        const auto bid = ReservationBid(scenario, scenario.profiles[i]).found();
        if (!bid) {
            problems.push_back({scenario.profiles[i].at,
                                "no outcome can stand for the fallback of `" + profile.name + "`",
                                "GeniusWeb names an outcome, not a number; none is worth that "
                                "much, or there are more than 1,000,000"});
            continue;
        }
        const Node root = profile_of(scenario, profile, bid_of(scenario, *bid));
        files.push_back({profile.file + ".json", write_json(root, JsonStyle::indented).value()});
    }
    if (!problems.empty()) {
        return problems;
    }
    return files;
}

std::vector<std::string> changed_by_geniusweb(const Scenario& scenario) {
    std::vector<std::string> changed = notes_of(unit_profiles(scenario, "GeniusWeb"));
    add_ranges_as_values(scenario, changed);
    for (const ScenarioProfile& profile : scenario.profiles) {
        ReservationBid bid(scenario, profile);
        if (bid.found() && bid.above_fallback().sign() > 0) {
            changed.push_back(
                "`" + profile.name + "`: what it has without agreement, in the case " +
                profile.fallback.to_fraction_text() + ", becomes that of the reservation bid, " +
                (profile.fallback + bid.above_fallback()).to_fraction_text() +
                ", the least that it accepts: it accepts the same, and gains less");
        }
    }
    return changed;
}

} // namespace unbracket
