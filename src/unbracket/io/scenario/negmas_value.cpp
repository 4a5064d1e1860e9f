#include "unbracket/io/scenario/negmas_value.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/negmas_keys.hpp"
#include "unbracket/io/scenario/reading.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace unbracket::negmas {

namespace {

constexpr std::size_t most_values = 4'000'000;
constexpr std::size_t most_coefficients = 16;

bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// In the letters that mean it in every version of YAML.
bool is_false(const Node& flag) {
    const bool is_word = flag.text == "false" || flag.text == "False" || flag.text == "FALSE";
    return flag.kind == NodeKind::boolean ? !flag.flag : flag.kind == NodeKind::text && is_word;
}

Rational polynomial_at(const std::vector<Rational>& coefficients, const Rational& x) {
    Rational value;
    for (auto each = coefficients.rbegin(); each != coefficients.rend(); ++each) {
        value = value * x + *each;
    }
    return value;
}

/// 0 outside, 1 on top, linear in between. A step up belongs to the top of a trapezoid, and to
/// the outside of a triangle; a step down belongs to the top of a trapezoid likewise.
struct Tent {
    Rational start;
    Rational rise_end;
    Rational fall_start;
    Rational end;
    bool has_ends = true; // whether both ends of a trapezoid count as inside

    Rational at(const Rational& x) const {
        if (x < start || x > end || (!has_ends && (x == start || x == end))) {
            return 0;
        }
        if (x < rise_end) {
            return (x - start) / (rise_end - start);
        }
        return x <= fall_start ? Rational(1) : (end - x) / (end - fall_start);
    }
};

} // namespace

std::string kind_of(const Node& node) {
    const Node* type = node.find("type");
    if (type == nullptr || type->kind != NodeKind::text) {
        return {};
    }
    return type->text.substr(type->text.rfind('.') + 1); // npos + 1 is 0
}

std::string word_of(const Node& value) {
    if (value.kind == NodeKind::boolean) {
        return value.flag ? "true" : "false";
    }
    return value.text;
}

Rational optional_number(const Node& node, const char* key, const Rational& otherwise,
                         TreeReader& reader) {
    const Node* found = node.find(key);
    return found == nullptr || found->kind == NodeKind::null
               ? otherwise
               : reader.number(*found, "`" + std::string(key) + "`");
}

Rational needed_number(const Node& node, const char* key, TreeReader& reader) {
    const Node* found = node.find(key);
    if (found != nullptr && found->kind != NodeKind::null) {
        return reader.number(*found, "`" + std::string(key) + "`");
    }
    reader.refuse(node.at, "there is no `" + std::string(key) + "`",
                  "write it; NegMAS has no other number for it");
    return 0;
}

std::vector<Rational> ValueFunctions::scores(const Node& function, const ScenarioIssue& issue) {
    const std::vector<Rational> nothing(issue.values.size());
    values_ += issue.values.size();
    if (values_ > most_values) {
        if (values_ - issue.values.size() <= most_values) {
            reader_.refuse(function.at,
                           "the functions of one profile give more than 4,000,000 values",
                           "use tables, or narrow the issues");
        }
        return nothing;
    }
    const std::string kind = kind_of(function);
    const Node* mapping = function.find("mapping");
    if (kind != "TableFun" || mapping != nullptr) {
        refuse_unknown_keys(function, reader_);
    }
    if (function.kind == NodeKind::number) {
        return std::vector<Rational>(issue.values.size(), reader_.number(function, "a constant"));
    }
    if (kind == "TableFun" || (kind.empty() && function.kind == NodeKind::table)) {
        return table(mapping == nullptr ? function : *mapping, issue);
    }
    if (kind == "ConstFun") {
        return std::vector<Rational>(issue.values.size(), needed_number(function, "bias", reader_));
    }
    if (kind == "AggregatingFun") {
        return sum(function, issue);
    }
    if (kind == "BiasedFun") {
        return biased(function, issue);
    }
    if (is_one_of(kind, {"AffineFun", "LinearFun", "IdentityFun", "QuadraticFun", "PolynomialFun",
                         "TriangularFun", "TrapezoidalFun"})) {
        return by_number(kind, function, issue);
    }
    const bool is_code = kind == "LambdaFun";
    const bool is_rounded = is_one_of(kind, {"ExponentialFun", "LogFun", "CosFun", "SinFun",
                                             "GaussianFun", "MultiModalGaussianFun"});
    reader_.refuse(
        function.at,
        "a function of the type " + quoted(kind) +
            (is_code      ? " is code, which is not run"
             : is_rounded ? " has values that are no fractions"
                          : " is not read here"),
        "write a TableFun with what each value is worth; known are also ConstFun, and of "
        "numbers IdentityFun, LinearFun, AffineFun, QuadraticFun, PolynomialFun, "
        "TriangularFun, TrapezoidalFun, and BiasedFun and AggregatingFun of these");
    return nothing;
}

std::vector<Rational> ValueFunctions::numbers(const ScenarioIssue& issue,
                                              const SourcePosition& at) {
    std::vector<Rational> all;
    for (const std::string& value : issue.values) {
        const auto number = scenario_number(value);
        if (!number) {
            reader_.refuse(at,
                           "a function of numbers of issue " + quoted(issue.name) +
                               ", whose value " + quoted(value) + " is none",
                           "write a TableFun with what each value is worth");
            return {};
        }
        all.push_back(*number);
    }
    return all;
}

std::vector<Rational> ValueFunctions::table(const Node& mapping, const ScenarioIssue& issue) {
    ValueTable table(issue, UnknownValues::passed_over, findings_);
    for (const Node::Member& member : mapping.members) {
        if (member.key != "type") {
            table.add(without_outer_blanks(member.key),
                      reader_.number_of(member.value, "the worth of", member.key), member.at);
        }
    }
    return table.finished(mapping.at);
}

std::vector<Rational> ValueFunctions::coefficients(const std::string& kind, const Node& function) {
    const auto needed = [&](const char* key) { return needed_number(function, key, reader_); };
    if (kind == "IdentityFun") {
        return {0, 1};
    }
    if (kind == "LinearFun") {
        return {0, needed("slope")};
    }
    const Rational bias = optional_number(function, "bias", 0, reader_);
    if (kind == "QuadraticFun") {
        return {bias, needed("a1"), needed("a2")};
    }
    if (kind == "AffineFun") {
        return {bias, needed("slope")};
    }
    std::vector<Rational> all = {bias};
    const Node* written = function.find("coefficients");
    if (written == nullptr || written->kind != NodeKind::list ||
        written->items.size() > most_coefficients) {
        reader_.refuse(function.at, "`coefficients` is no list of up to 16 numbers",
                       "write the numbers before x, x^2, ... in this order");
        return all;
    }
    for (const Node& each : written->items) {
        all.push_back(reader_.number(each, "a coefficient"));
    }
    return all;
}

std::vector<Rational> ValueFunctions::by_number(const std::string& kind, const Node& function,
                                                const ScenarioIssue& issue) {
    std::vector<Rational> scores = numbers(issue, function.at);
    scores.resize(issue.values.size());
    if (kind != "TriangularFun" && kind != "TrapezoidalFun") {
        const std::vector<Rational> terms = coefficients(kind, function);
        for (Rational& score : scores) {
            score = polynomial_at(terms, score);
        }
        return scores;
    }
    const auto needed = [&](const char* key) { return needed_number(function, key, reader_); };
    const bool is_triangle = kind == "TriangularFun";
    const Rational rise_end = needed(is_triangle ? "middle" : "rise_end");
    const Tent tent{needed("start"), rise_end, is_triangle ? rise_end : needed("fall_start"),
                    needed("end"), !is_triangle};
    if (tent.start > tent.rise_end || tent.rise_end > tent.fall_start ||
        tent.fall_start > tent.end) {
        reader_.refuse(function.at, "the corners of a " + kind + " do not rise",
                       is_triangle ? "let start, middle and end rise"
                                   : "let start, rise_end, fall_start and end rise");
        return std::vector<Rational>(issue.values.size());
    }
    const Rational bias = optional_number(function, "bias", 0, reader_);
    const Rational scale = optional_number(function, "scale", 1, reader_);
    for (Rational& score : scores) {
        score = bias + scale * tent.at(score);
    }
    return scores;
}

bool ValueFunctions::is_normalised(const Node& function) {
    const Node* flag = function.find("normalize");
    if (flag == nullptr || is_false(*flag)) {
        return false;
    }
    reader_.refuse(
        flag->at, "`normalize` is not `false`, and a function that is to be normalised is not read",
        "write it as NegMAS does: normalised, and `normalize: false`");
    return true;
}

std::vector<Rational> ValueFunctions::biased(const Node& function, const ScenarioIssue& issue) {
    const Node* inner = reader_.table(function, "fun");
    if (inner == nullptr || is_normalised(function)) {
        return std::vector<Rational>(issue.values.size());
    }
    std::vector<Rational> all = scores(*inner, issue);
    const Rational bias = optional_number(function, "bias", 0, reader_);
    std::for_each(all.begin(), all.end(), [&](Rational& each) { each += bias; });
    return all;
}

std::vector<Rational> ValueFunctions::sum(const Node& function, const ScenarioIssue& issue) {
    std::vector<Rational> all(issue.values.size());
    const Node* parts = function.find("funs");
    const Node* weights = function.find("weights");
    const bool has_weights = weights != nullptr && weights->kind != NodeKind::null;
    if (parts == nullptr || parts->kind != NodeKind::list ||
        (has_weights && weights->items.size() != parts->items.size())) {
        reader_.refuse(function.at, "`funs` is no list, or `weights` no list of as many numbers",
                       "write a list of functions, and a weight for each of them or none");
        return all;
    }
    if (is_normalised(function)) {
        return all;
    }
    const Rational bias = optional_number(function, "bias", 0, reader_);
    std::for_each(all.begin(), all.end(), [&](Rational& each) { each += bias; });
    for (std::size_t i = 0; i < parts->items.size(); ++i) {
        const Rational weight =
            has_weights ? reader_.number(weights->items[i], "a weight") : Rational(1);
        const std::vector<Rational> part = scores(parts->items[i], issue);
        for (std::size_t j = 0; j < all.size(); ++j) {
            all[j] += weight * part[j];
        }
    }
    return all;
}

} // namespace unbracket::negmas
