#include "unbracket/io/scenario/negmas_keys.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/scenario/negmas_value.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace unbracket::negmas {

namespace {

struct Kind {
    std::string_view name;
    bool is_of_outcomes = false; // and not of one issue
    std::array<std::string_view, 7> keys;
};

constexpr std::array kinds = {
    Kind{"TableFun", false, {"mapping"}},
    Kind{"ConstFun", false, {"bias"}},
    Kind{"IdentityFun", false, {}},
    Kind{"LinearFun", false, {"slope"}},
    Kind{"AffineFun", false, {"slope", "bias"}},
    Kind{"QuadraticFun", false, {"a2", "a1", "bias"}},
    Kind{"PolynomialFun", false, {"coefficients", "bias"}},
    Kind{"TriangularFun", false, {"start", "middle", "end", "bias", "scale"}},
    Kind{"TrapezoidalFun", false, {"start", "rise_end", "fall_start", "end", "bias", "scale"}},
    Kind{"BiasedFun", false, {"fun", "bias", "normalize", "issue"}},
    Kind{"AggregatingFun", false, {"funs", "weights", "bias", "normalize", "issue"}},
    Kind{"AffineMultiFun", false, {"slope", "bias"}},
    Kind{"LinearMultiFun", false, {"slope"}},
    Kind{"LinearAdditiveUtilityFunction", true, {"values", "weights", "bias"}},
    Kind{"LinearUtilityFunction", true, {"weights", "bias"}},
    Kind{"AffineUtilityFunction", true, {"weights", "bias"}},
    Kind{"ConstUtilityFunction", true, {"value"}},
    Kind{"MappingUtilityFunction", true, {"mapping", "default"}},
    Kind{"WeightedUtilityFunction", true, {"ufuns", "weights"}},
    Kind{"GLAUtilityFunction", true, {"factors", "weights", "bias"}},
    Kind{"HyperRectangleUtilityFunction",
         true,
         {"outcome_ranges", "utilities", "mappings", "weights", "bias",
          "ignore_issues_not_in_input", "ignore_failing_range_utilities"}},
    Kind{"ExpDiscountedUFun", true, {"ufun", "discount", "factor", "dynamic_reservation"}},
    Kind{"LinDiscountedUFun", true, {"ufun", "cost", "factor", "power", "dynamic_reservation"}},
};

constexpr std::array<std::string_view, 14> common_keys = {
    "name",          "reserved_value", "reserved_outcome", "id",     "type_name",
    "invalid_value", "constraints",    "outcome_space",    "issues", "outcomes",
    "owner",         "path",           "stability",        "domain"};

std::vector<std::string> known_keys(const Kind& kind) {
    std::vector<std::string> known;
    for (const std::string_view key : kind.keys) {
        if (!key.empty()) {
            known.emplace_back(key);
        }
    }
    known.insert(known.end(), {"type", "__python_class__"});
    if (kind.is_of_outcomes) {
        known.insert(known.end(), common_keys.begin(), common_keys.end());
    }
    return known;
}

} // namespace

void refuse_unknown_keys(const Node& function, TreeReader& reader) {
    refuse_unknown_keys(function, kind_of(function), reader);
}

void refuse_unknown_keys(const Node& function, std::string_view kind, TreeReader& reader) {
    const auto* const found = std::find_if(kinds.begin(), kinds.end(),
                                           [&](const Kind& each) { return each.name == kind; });
    if (found == kinds.end()) {
        return;
    }
    const std::vector<std::string> known = known_keys(*found);
    for (const Node::Member& member : function.members) {
        if (std::find(known.begin(), known.end(), member.key) == known.end()) {
            reader.refuse(member.at, std::string(found->name) + " has no key " + quoted(member.key),
                          known_hint(member.key, known));
        }
    }
    const Node* constraints = function.find("constraints");
    if (constraints != nullptr && constraints->kind != NodeKind::null &&
        !constraints->items.empty()) {
        reader.refuse(constraints->at, "`constraints`, which make outcomes invalid, are not read",
                      "take the outcomes away, or write what they are worth");
    }
}

bool is_discount(std::string_view kind) {
    return kind == "ExpDiscountedUFun" || kind == "LinDiscountedUFun";
}

} // namespace unbracket::negmas
