#include "unbracket/io/scenario/negmas_function.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/negmas_keys.hpp"
#include "unbracket/io/scenario/negmas_value.hpp"
#include "unbracket/io/scenario/reading.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace unbracket::negmas {

namespace {

constexpr std::size_t most_functions = 1'000; // in one profile

/// What the functions of one profile have in common.
struct Common {
    const std::vector<ScenarioIssue>& issues;
    TreeReader& reader;
    ValueFunctions& values;
    Assumed& assumed;
    std::size_t functions = 0; // met so far
};

/// Values that a rectangle names, as texts or as numbers: 3 and 3.0 are one value.
class NamedValues {
public:
    explicit NamedValues(std::span<const Node> named) {
        for (const Node& value : named) {
            const std::string word = word_of(value);
            texts_.emplace(word, &value);
            if (const auto number = scenario_number(word)) {
                numbers_.emplace(*number, &value);
            }
        }
    }

    /// Whether the value is among them.
    bool take(const std::string& text, const std::optional<Rational>& number) {
        const auto same = texts_.equal_range(text);
        std::for_each(same.first, same.second,
                      [&](const auto& each) { taken_.insert(each.second); });
        const auto equal =
            number ? numbers_.equal_range(*number) : std::pair(numbers_.end(), numbers_.end());
        std::for_each(equal.first, equal.second,
                      [&](const auto& each) { taken_.insert(each.second); });
        return same.first != same.second || equal.first != equal.second;
    }

    std::vector<const Node*> untaken() const {
        std::vector<const Node*> all;
        for (const auto& [text, value] : texts_) {
            if (!taken_.contains(value)) {
                all.push_back(value);
            }
        }
        return all;
    }

private:
    std::multimap<std::string, const Node*> texts_;
    std::multimap<Rational, const Node*> numbers_;
    std::set<const Node*> taken_;
};

class FunctionReader {
public:
    FunctionReader(Common& common, ScenarioProfile& profile)
        : common_(common), issues_(common.issues), profile_(profile), reader_(common.reader),
          values_(common.values) {}

    void read(const Node& function) {
        profile_.scores.resize(issues_.size());
        if (++common_.functions > most_functions) {
            if (common_.functions == most_functions + 1) {
                reader_.refuse(function.at, "more than 1,000 utility functions in one profile",
                               "add them up");
            }
            return;
        }
        profile_.constant = optional_number(function, "bias", 0, reader_);
        const std::string kind = kind_of(function);
        const auto known = std::find_if(kinds.begin(), kinds.end(),
                                        [&](const auto& each) { return each.first == kind; });
        if (known == kinds.end()) {
            reader_.refuse(function.at,
                           "a utility function of the type " + quoted(kind) + " is not read",
                           "known: linear additive, linear, affine, constant, mapping of one "
                           "issue, generalised additive, weighted sums of these, hyper-rectangles");
            return;
        }
        refuse_unknown_keys(function, reader_);
        (this->*known->second)(function);
    }

private:
    using Reading = void (FunctionReader::*)(const Node&);
    static const std::array<std::pair<std::string_view, Reading>, 8> kinds;

    /// The part of a list by position, or of a table by the name of the issue.
    const Node* part_of(const Node* whole, std::size_t issue) const {
        if (whole != nullptr && whole->kind == NodeKind::table) {
            return whole->find(issues_[issue].name);
        }
        return whole != nullptr && whole->kind == NodeKind::list && issue < whole->items.size()
                   ? &whole->items[issue]
                   : nullptr;
    }

    static bool is_given(const Node* node) {
        return node != nullptr && node->kind != NodeKind::null;
    }

    /// NegMAS takes 1 where no weights are given at all.
    Rational open_weight() {
        ++common_.assumed.open_weights;
        return 1;
    }

    /// `among` things that have a list of weights, or none.
    Rational weight_at(const Node* weights, std::size_t place, std::size_t among) {
        if (!is_given(weights)) {
            return open_weight();
        }
        if (weights->kind == NodeKind::list && weights->items.size() == among) {
            return reader_.number(weights->items[place], "a weight");
        }
        if (place == 0) {
            reader_.refuse(weights->at,
                           "`weights` is no list of " + std::to_string(among) + " numbers",
                           "write a weight for each, in their order");
        }
        return 0;
    }

    /// Whatever a list or table by issue has beyond the issues.
    void check_parts(const Node* parts, const std::string& name) {
        if (parts == nullptr) {
            return;
        }
        if (parts->kind == NodeKind::list && parts->items.size() > issues_.size()) {
            reader_.refuse(parts->at,
                           "`" + name + "` has " + std::to_string(parts->items.size()) +
                               " entries, and there are " + counted(issues_.size(), "issue"),
                           "write one for each issue, in the order of the domain");
        }
        for (const Node::Member& member : parts->members) {
            const auto is_meant = [&](const auto& issue) { return issue.name == member.key; };
            if (std::none_of(issues_.begin(), issues_.end(), is_meant)) {
                reader_.refuse(member.at,
                               "`" + name + "` names an issue " + quoted(member.key) +
                                   ", which the domain does not have",
                               "call issues as the domain does");
            }
        }
    }

    enum class Unweighted { counts_once, refused };

    /// Of an issue. NegMAS takes 1 where there are no weights, or a table that leaves it out.
    Rational weight_of(const Node& function, std::size_t issue, Unweighted unweighted) {
        const Node* weights = function.find("weights");
        const Node* weight = part_of(weights, issue);
        if (weight != nullptr) {
            return reader_.number(*weight, "a weight");
        }
        const bool is_table = is_given(weights) && weights->kind == NodeKind::table;
        if (unweighted == Unweighted::counts_once && (is_table || !is_given(weights))) {
            return open_weight();
        }
        reader_.refuse(is_given(weights) ? weights->at : function.at,
                       "there is no weight for issue " + quoted(issues_[issue].name),
                       "write one for each issue, in the order of the domain");
        return 0;
    }

    void add(std::size_t issue, const Rational& weight, const std::vector<Rational>& scores) {
        std::vector<Rational>& all = profile_.scores[issue];
        all.resize(issues_[issue].values.size());
        for (std::size_t i = 0; i < scores.size(); ++i) {
            all[i] += weight * scores[i];
        }
    }

    void read_additive(const Node& function) {
        check_parts(function.find("values"), "values");
        check_parts(function.find("weights"), "weights");
        for (std::size_t i = 0; i < issues_.size(); ++i) {
            const Node* values = part_of(function.find("values"), i);
            if (values == nullptr || values->kind != NodeKind::table) {
                reader_.refuse(function.at,
                               "there are no `values` for issue " + quoted(issues_[i].name),
                               "write a function for each issue");
                continue;
            }
            add(i, weight_of(function, i, Unweighted::counts_once),
                values_.scores(*values, issues_[i]));
        }
    }

    void read_linear(const Node& function) {
        check_parts(function.find("weights"), "weights");
        for (std::size_t i = 0; i < issues_.size(); ++i) {
            const Rational weight = weight_of(function, i, Unweighted::refused);
            if (weight.sign() != 0) {
                add(i, weight, values_.numbers(issues_[i], function.at));
            }
        }
    }

    void read_constant(const Node& function) {
        profile_.constant = needed_number(function, "value", reader_);
    }

    /// Of an outcome; only outcomes of one issue can be written as a key.
    void read_mapping(const Node& function) {
        const Node* mapping = reader_.table(function, "mapping");
        if (mapping == nullptr || issues_.size() != 1) {
            reader_.refuse(function.at, "a mapping of outcomes of several issues is not read",
                           "write an additive function, or hyper-rectangles");
            return;
        }
        const Node* otherwise = function.find("default");
        Node whole = *mapping;
        bool is_complete = true;
        for (const std::string& value : issues_[0].values) {
            if (whole.find(value) == nullptr && otherwise != nullptr &&
                scenario_number(otherwise->text)) {
                add_member(whole, value, *otherwise, function.at);
            } else if (whole.find(value) == nullptr) {
                is_complete = false;
                reader_.refuse(mapping->at,
                               "the mapping says nothing about the value " + quoted(value) +
                                   ", and `default` is no number",
                               "write what it is worth");
            }
        }
        if (is_complete) {
            add(0, 1, values_.table(whole, issues_[0]));
        }
    }

    void read_weighted(const Node& function) {
        const Node* parts = function.find("ufuns");
        const Node* weights = function.find("weights");
        if (parts == nullptr || parts->kind != NodeKind::list) {
            reader_.refuse(function.at, "`ufuns` is no list", "write the functions that are added");
            return;
        }
        for (std::size_t i = 0; i < parts->items.size(); ++i) {
            ScenarioProfile part;
            FunctionReader(common_, part).read(parts->items[i]);
            add_profile(weight_at(weights, i, parts->items.size()), std::move(part));
        }
    }

    void add_profile(const Rational& weight, ScenarioProfile part) {
        profile_.constant += weight * part.constant;
        for (std::size_t i = 0; i < issues_.size(); ++i) {
            if (!part.scores[i].empty()) {
                add(i, weight, part.scores[i]);
            }
        }
        for (ScenarioPattern& pattern : part.patterns) {
            pattern.worth *= weight;
            profile_.patterns.push_back(std::move(pattern));
        }
    }

    void read_factors(const Node& function) {
        const Node* factors = function.find("factors");
        if (factors == nullptr || factors->kind != NodeKind::list) {
            reader_.refuse(function.at, "`factors` is no list",
                           "write issues and a function for each factor");
            return;
        }
        for (std::size_t i = 0; i < factors->items.size(); ++i) {
            const Node& factor = factors->items[i];
            if (factor.items.size() < 2 || factor.items.size() > 3 ||
                factor.items[0].kind != NodeKind::list) {
                reader_.refuse(factor.at, "a factor is no list of issues, a function and a weight",
                               "write all three");
                continue;
            }
            const Rational weight =
                factor.items.size() == 3
                    ? reader_.number(factor.items[2], "a weight")
                    : weight_at(function.find("weights"), i, factors->items.size());
            const auto issues = issues_named(factor.items[0]);
            if (issues) {
                add_factor(*issues, weight, factor.items[1]);
            }
        }
    }

    /// A place counted from 0; too large where it is none, as 1.5 is.
    std::size_t place_of(const std::string& text) const {
        const auto number = scenario_number(text);
        const std::int64_t place = number ? number->floor_to_int64().value_or(-1) : -1;
        const bool is_place = place >= 0 && *number == Rational(place);
        return is_place ? static_cast<std::size_t>(place) : issues_.size();
    }

    /// Texts are names, numbers places counted from 0; nothing after a report.
    std::optional<std::vector<std::size_t>> issues_named(const Node& names) {
        std::vector<std::size_t> places;
        for (const Node& name : names.items) {
            const auto named = std::find_if(issues_.begin(), issues_.end(), [&](const auto& each) {
                return each.name == name.text;
            });
            const std::size_t place = name.kind == NodeKind::number
                                          ? place_of(name.text)
                                          : static_cast<std::size_t>(named - issues_.begin());
            if (place >= issues_.size()) {
                reader_.refuse(name.at, "a factor names no issue",
                               "write names of issues as texts, or places counted from 0 as "
                               "numbers");
                return std::nullopt;
            }
            places.push_back(place);
        }
        return places;
    }

    void add_factor(const std::vector<std::size_t>& issues, const Rational& weight,
                    const Node& function) {
        const std::string kind = kind_of(function);
        const Node* slopes = function.find("slope");
        if (function.kind == NodeKind::number) {
            profile_.constant += weight * reader_.number(function, "a factor");
        } else if (issues.size() == 1) {
            add(issues[0], weight, values_.scores(function, issues_[issues[0]]));
        } else if ((kind != "AffineMultiFun" && kind != "LinearMultiFun") || slopes == nullptr ||
                   slopes->items.size() != issues.size()) {
            reader_.refuse(function.at, "a factor that ties several issues together is not read",
                           "known are factors of one issue, and AffineMultiFun and LinearMultiFun "
                           "with a slope for each issue");
        } else {
            refuse_unknown_keys(function, reader_);
            profile_.constant += weight * optional_number(function, "bias", 0, reader_);
            for (std::size_t i = 0; i < issues.size(); ++i) {
                add(issues[i], weight * reader_.number(slopes->items[i], "a slope"),
                    values_.numbers(issues_[issues[i]], function.at));
            }
        }
    }

    void read_rectangles(const Node& function) {
        const Node* ranges = function.find("outcome_ranges");
        const Node* utilities = function.find("utilities"); // `mappings` before version 0.16
        const Node* mappings = utilities == nullptr ? function.find("mappings") : utilities;
        if (utilities != nullptr && function.find("mappings") != nullptr) {
            reader_.refuse(utilities->at, "`utilities` and `mappings` stand in one function",
                           "keep the one that is meant; they are two names of one list");
        }
        if (ranges == nullptr || ranges->kind != NodeKind::list || mappings == nullptr ||
            mappings->kind != NodeKind::list || mappings->items.size() != ranges->items.size()) {
            reader_.refuse(function.at,
                           "`outcome_ranges` and `utilities` are no lists of one length",
                           "write a range and a number for each rectangle");
            return;
        }
        const Node* weights = function.find("weights");
        for (std::size_t i = 0; i < ranges->items.size(); ++i) {
            const Rational weight = weight_at(weights, i, ranges->items.size());
            add_rectangle(ranges->items[i], weight * worth_of_box(mappings->items[i]));
        }
    }

    Rational worth_of_box(const Node& mapping) {
        if (mapping.kind != NodeKind::table) {
            return reader_.number(mapping, "the worth of a rectangle");
        }
        if (const std::string kind = kind_of(mapping); !kind.empty() && kind != "ConstFun") {
            reader_.refuse(mapping.at, "a rectangle whose worth is no constant is not read",
                           "write a number, or a ConstFun");
        } else {
            refuse_unknown_keys(mapping, "ConstFun", reader_);
        }
        return needed_number(mapping, "bias", reader_);
    }

    void add_rectangle(const Node& ranges, const Rational& worth) {
        if (ranges.kind != NodeKind::table && ranges.kind != NodeKind::null) {
            reader_.refuse(ranges.at, "a range of outcomes is no table",
                           "write `place: range` for each issue it bounds, counted from 0");
            return;
        }
        ScenarioPattern pattern;
        pattern.worth = worth;
        for (const Node::Member& member : ranges.members) {
            const std::size_t at = place_of(member.key);
            if (at >= issues_.size()) {
                reader_.refuse(member.at, "the range " + quoted(member.key) + " names no issue",
                               "issues are counted from 0");
                return;
            }
            if (member.value.kind == NodeKind::null) {
                continue; // every value
            }
            std::vector<std::size_t> held = held_by(member.value, issues_[at]);
            held_values_ += held.size();
            if (looked_at_ > most_looked_at) {
                break;
            }
            if (held.empty()) {
                return; // never holds
            }
            if (held.size() < issues_[at].values.size()) {
                pattern.when.push_back({at, std::move(held)});
            }
        }
        if (held_values_ > most_held_values || looked_at_ > most_looked_at) {
            if (!is_refused_) {
                reader_.refuse(
                    ranges.at,
                    "the rectangles hold more than 4,000,000 values, or are held against "
                    "more than 40,000,000",
                    "narrow the issues");
            }
            is_refused_ = true;
            return;
        }
        std::sort(pattern.when.begin(), pattern.when.end(),
                  [](const auto& a, const auto& b) { return a.issue < b.issue; });
        const auto twice =
            std::adjacent_find(pattern.when.begin(), pattern.when.end(),
                               [](const auto& a, const auto& b) { return a.issue == b.issue; });
        if (twice != pattern.when.end()) {
            reader_.refuse(ranges.at, "a rectangle has two ranges for one issue", "keep one");
        } else if (pattern.when.empty()) {
            profile_.constant += worth;
        } else {
            profile_.patterns.push_back(std::move(pattern));
        }
    }

    /// Values strictly between two numbers, or those listed, or the one. A list of two numbers is a
    /// range whatever the issue. As texts or as numbers: 3 and 3.0 are one value.
    std::vector<std::size_t> held_by(const Node& range, const ScenarioIssue& issue) {
        const bool is_list = range.kind == NodeKind::list;
        const std::span<const Node> named = is_list ? std::span(range.items) : std::span(&range, 1);
        const bool is_range = is_list && named.size() == 2 &&
                              (issue.grid || (named[0].kind == NodeKind::number &&
                                              named[1].kind == NodeKind::number));
        const Rational low = is_range ? reader_.number(named[0], "an end of a range") : Rational();
        const Rational high = is_range ? reader_.number(named[1], "an end of a range") : Rational();
        NamedValues values(is_range ? std::span<const Node>() : named);
        looked_at_ += issue.values.size();
        std::vector<std::size_t> held;
        for (std::size_t i = 0; i < issue.values.size() && looked_at_ <= most_looked_at; ++i) {
            const auto number = scenario_number(issue.values[i]);
            const bool is_inside = is_range ? number && low < *number && *number < high
                                            : values.take(issue.values[i], number);
            if (is_inside) {
                held.push_back(i);
            }
        }
        for (const Node* stranger : values.untaken()) {
            refuse_stranger(*stranger, issue);
        }
        return held;
    }

    void refuse_stranger(const Node& value, const ScenarioIssue& issue) {
        if (looked_at_ <= most_looked_at) {
            reader_.refuse(value.at,
                           "a rectangle names the value " + quoted(word_of(value)) +
                               ", which issue " + quoted(issue.name) + " does not have",
                           issue.grid ? "its values are those of its grid, " +
                                            issue.values.front() + " to " + issue.values.back()
                                      : known_hint(word_of(value), issue.values));
        }
    }

    static constexpr std::size_t most_held_values = 4'000'000;
    static constexpr std::size_t most_looked_at = 40'000'000;

    Common& common_;
    const std::vector<ScenarioIssue>& issues_;
    ScenarioProfile& profile_;
    TreeReader& reader_;
    ValueFunctions& values_;
    std::size_t held_values_ = 0;
    std::size_t looked_at_ = 0; // values held against ranges
    bool is_refused_ = false;   // for so many
};

const std::array<std::pair<std::string_view, FunctionReader::Reading>, 8> FunctionReader::kinds = {
    {{"LinearAdditiveUtilityFunction", &FunctionReader::read_additive},
     {"LinearUtilityFunction", &FunctionReader::read_linear},
     {"AffineUtilityFunction", &FunctionReader::read_linear},
     {"ConstUtilityFunction", &FunctionReader::read_constant},
     {"MappingUtilityFunction", &FunctionReader::read_mapping},
     {"WeightedUtilityFunction", &FunctionReader::read_weighted},
     {"GLAUtilityFunction", &FunctionReader::read_factors},
     {"HyperRectangleUtilityFunction", &FunctionReader::read_rectangles}}};

} // namespace

const Node& without_discounts(const Node& function, std::size_t& discounts) {
    const Node* inner = function.find("ufun");
    if (inner == nullptr || inner->kind != NodeKind::table) {
        return function;
    }
    ++discounts;
    return without_discounts(*inner, discounts);
}

void read_function(const Node& function, const std::vector<ScenarioIssue>& issues,
                   ScenarioProfile& profile, TreeReader& reader, const Findings& findings) {
    ValueFunctions values(reader, findings);
    Common common{issues, reader, values, findings.assumed};
    FunctionReader(common, profile).read(function);
}

} // namespace unbracket::negmas
