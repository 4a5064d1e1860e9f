#include "unbracket/model/entered.hpp"
#include "unbracket/robust/lint_parts.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

// One limit in two forms. Each hard limit of a party excludes outcomes: those that have one of some
// options on each of some issues. A red line names one issue, `never` under `if` names several,
// `needs` excludes what is left. One limit says nothing new beside another where everything it
// excludes lies inside what the other does.

namespace unbracket::linting {

namespace {

constexpr std::uint64_t most_pairs = 2'000'000;

/// Excluded are the outcomes with one of these options on each of these issues.
using Box = std::map<IssueId, std::set<OptionId>>;

struct Excluding {
    EntryId entry;
    PartyId party;
    std::vector<Box> boxes; // outcomes in any of them
};

std::set<OptionId> all_but(const Issue& issue, const std::vector<OptionId>& options) {
    std::set<OptionId> others;
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        if (!std::binary_search(options.begin(), options.end(), OptionId(i))) {
            others.insert(OptionId(i));
        }
    }
    return others;
}

/// Narrows a box to options of one more issue; false where nothing is left.
bool narrow(Box& box, IssueId issue, const std::set<OptionId>& options) {
    const auto [place, is_new] = box.emplace(issue, options);
    if (!is_new) {
        std::erase_if(place->second, [&](OptionId option) { return !options.contains(option); });
    }
    return !place->second.empty();
}

std::set<OptionId> named(const Literal& literal) {
    return {literal.options.begin(), literal.options.end()};
}

std::vector<Box> boxes_of(const Case& negotiation, const Limit& limit) {
    Box base;
    for (const Literal& literal : limit.premise) {
        base.emplace(literal.issue, named(literal));
    }
    std::vector<Box> boxes;
    if (limit.sense == LimitSense::never) {
        const bool is_possible =
            std::all_of(limit.body.begin(), limit.body.end(), [&](const Literal& literal) {
                return narrow(base, literal.issue, named(literal));
            });
        return is_possible ? std::vector<Box>{base} : boxes;
    }
    for (const Literal& literal : limit.body) {
        Box box = base;
        if (narrow(box, literal.issue,
                   all_but(negotiation.issue(literal.issue), literal.options))) {
            boxes.push_back(std::move(box));
        }
    }
    return boxes;
}

bool is_past(const Curve::RedLine& line, const Rational& number) {
    if (!line.bound) {
        return false;
    }
    const auto& [comparison, at] = *line.bound;
    switch (comparison) {
    case Comparison::less:
        return number < at;
    case Comparison::at_most:
        return number <= at;
    case Comparison::greater:
        return number > at;
    case Comparison::at_least:
        break;
    }
    return number >= at;
}

std::set<OptionId> behind_curve(const Issue& issue, const Curve::RedLine& line) {
    std::set<OptionId> options;
    for (std::size_t i = 0; i < issue.options.size(); ++i) {
        if (issue.options[i].number && is_past(line, *issue.options[i].number)) {
            options.insert(OptionId(i));
        }
    }
    return options;
}

/// The options that a red line excludes by itself.
std::set<OptionId> red_lined(const Case& negotiation, const Entry& entry) {
    const Issue& issue = negotiation.issue(*entry.issue);
    const Assessment* assessment = issue.of(*entry.party);
    if (entry.kind == EntryKind::order) {
        const std::vector<OptionId>& behind = assessment->order->red_lines;
        return {behind.begin(), behind.end()};
    }
    return entry.kind == EntryKind::curve_redline
               ? behind_curve(issue, *assessment->curve->red_line)
               : std::set<OptionId>{*entry.option};
}

std::vector<Excluding> limits_in_force(const Case& negotiation) {
    std::vector<Excluding> found;
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const Entry& entry = negotiation.entries[i];
        const bool is_meant = entry.party && entry.kind != EntryKind::intent &&
                              is_hard_limit(negotiation, EntryId(i));
        if (!is_meant) {
            continue;
        }
        Excluding one{EntryId(i), *entry.party, {}};
        if (const Limit* limit = find_entered(negotiation.limits, EntryId(i))) {
            one.boxes = boxes_of(negotiation, *limit);
        } else {
            one.boxes.push_back({{*entry.issue, red_lined(negotiation, entry)}});
        }
        if (!one.boxes.empty() && !one.boxes.front().empty()) {
            found.push_back(std::move(one));
        }
    }
    return found;
}

bool lies_inside(const Box& inner, const Box& outer) {
    return std::all_of(outer.begin(), outer.end(), [&](const auto& side) {
        const auto own = inner.find(side.first);
        return own != inner.end() && std::includes(side.second.begin(), side.second.end(),
                                                   own->second.begin(), own->second.end());
    });
}

bool lies_inside(const Excluding& inner, const Excluding& outer) {
    return std::all_of(inner.boxes.begin(), inner.boxes.end(), [&](const Box& box) {
        return std::any_of(outer.boxes.begin(), outer.boxes.end(),
                           [&](const Box& other) { return lies_inside(box, other); });
    });
}

/// Within one party, so that no party's list depends on how many limits the others have.
void compare(const std::vector<Excluding>& limits, std::vector<DoubledLimit>& found) {
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < limits.size(); ++i) {
        for (std::size_t j = i + 1; j < limits.size() && pairs < most_pairs; ++j) {
            ++pairs;
            const bool is_second_inside = lies_inside(limits[j], limits[i]);
            const bool is_first_inside = lies_inside(limits[i], limits[j]);
            if (is_second_inside) {
                found.push_back({limits[i].entry, limits[j].entry, is_first_inside});
            } else if (is_first_inside) {
                found.push_back({limits[j].entry, limits[i].entry, false});
            }
        }
    }
}

} // namespace

std::vector<DoubledLimit> find_doubled_limits(const Case& negotiation) {
    std::map<PartyId, std::vector<Excluding>> by_party;
    for (Excluding& limit : limits_in_force(negotiation)) {
        by_party[limit.party].push_back(std::move(limit));
    }
    std::vector<DoubledLimit> found;
    for (const auto& [party, limits] : by_party) {
        compare(limits, found);
    }
    std::sort(found.begin(), found.end(), [](const DoubledLimit& a, const DoubledLimit& b) {
        return std::minmax(a.wider, a.narrower) < std::minmax(b.wider, b.narrower);
    });
    return found;
}

} // namespace unbracket::linting
