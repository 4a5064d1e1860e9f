#include "unbracket/io/plan/open_clauses.hpp"

#include "unbracket/io/plan/passage.hpp"

#include <algorithm>
#include <optional>

namespace unbracket {

namespace {

using Kind = LabelStyle::Kind;

constexpr int largest_gap = 20; // of numbers in a list

int worth_of_step(int step, bool may_be_same) {
    if (step == 1 || (step == 0 && may_be_same)) {
        return 3;
    }
    return step > 1 && step <= largest_gap ? 1 : 0;
}

/// 2.1 and 2 after 1.4: one part is one more, nothing but ones behind it.
bool begins_next(const std::vector<int>& open, const std::vector<int>& values) {
    if (open.size() < values.size()) {
        return false;
    }
    std::size_t part = 0;
    while (part < values.size() && values[part] == open[part]) {
        ++part;
    }
    return part < values.size() && values[part] == open[part] + 1 &&
           std::all_of(
               values.begin() + static_cast<std::ptrdiff_t>(part) + 1, values.end(),
               [](int value) { return value == 1; });
}

/// 5 bis, 5a: put in behind a number that was there.
bool is_inserted(const ClauseLabel& label) {
    return is_digit(label.own[0]) &&
           label.own.find_first_not_of("0123456789.") != std::string::npos;
}

/// 5.3 follows 5.2, and 5.1 follows 5.
int how_parts_follow(const OpenClause& open, const ClauseLabel& label) {
    const std::vector<int>& values = label.values;
    if (open.style.kind == Kind::dotted && begins_next(open.values, values)) {
        return 3;
    }
    const bool is_beside = open.values.size() == values.size();
    const bool is_below = open.values.size() + 1 == values.size();
    if ((!is_beside && !is_below) ||
        !std::equal(values.begin(), values.end() - 1, open.values.begin())) {
        return 0;
    }
    return worth_of_step(values.back() - (is_beside ? open.values.back() : 0), is_inserted(label));
}

/// The first open clause such as 1.4 that 2 comes after, where there is no 1 above it.
std::optional<std::size_t> dotted_before(const std::vector<OpenClause>& open,
                                         const ClauseLabel& label) {
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (label.style.kind == Kind::decimal && label.has_end &&
            open[i].style.kind == Kind::dotted && begins_next(open[i].values, label.values)) {
            return i;
        }
    }
    return std::nullopt;
}

void close_for_parts(std::vector<OpenClause>& open, const ClauseLabel& label) {
    while (!open.empty()) {
        const std::vector<int>& values = open.back().values;
        const bool is_above =
            values.size() < label.values.size() && !values.empty() &&
            (open.back().style.kind == Kind::decimal || open.back().style.kind == Kind::dotted ||
             open.back().style.kind == Kind::word) &&
            std::equal(values.begin(), values.end(), label.values.begin());
        if (is_above) {
            return;
        }
        open.pop_back();
    }
}

/// The last open clause in a heading above this level that the number comes after. Whether a number
/// without a word in a deeper heading is one of its parts, only its list can tell.
std::optional<std::size_t> heading_before(const std::vector<OpenClause>& open,
                                          const ClauseLabel& label, std::size_t level) {
    for (std::size_t i = open.size(); i-- > 0;) {
        const OpenClause& one = open[i];
        const bool is_above = one.level != 0 && (level == 0 || one.level < level);
        const bool is_alike = one.style == label.style && one.word == label.word &&
                              (level == 0 || !label.word.empty());
        if (is_above && is_alike && !one.values.empty() &&
            worth_of_step(label.values.back() - one.values.back(), is_inserted(label)) > 0) {
            return i;
        }
    }
    return std::nullopt;
}

/// The open clause that this number comes after: the last one of its style that is not further
/// to the right, else the last one of its style, else one in a heading.
std::optional<std::size_t> level_of(const std::vector<OpenClause>& open, const PlanLine& line,
                                    const ClauseLabel& label) {
    std::optional<std::size_t> found;
    for (std::size_t i = open.size(); i-- > 0;) {
        if (open[i].level != 0 || open[i].style != label.style) {
            continue;
        }
        if (open[i].indent < line.indent + deeper_by) {
            return i;
        }
        found = found ? found : i;
    }
    found = found ? found : heading_before(open, label, 0);
    return found ? found : dotted_before(open, label);
}

/// A new style further to the left than an open clause is none of its parts.
void close_left_of(std::vector<OpenClause>& open, const PlanLine& line, const ClauseLabel& label) {
    if (label.style.kind == Kind::word) {
        std::erase_if(open, [](const OpenClause& one) { return one.level == 0; });
        return;
    }
    while (open.size() > 1 && open.back().level == 0 && open.back().indent > line.indent) {
        open.pop_back();
    }
}

} // namespace

int how_it_follows(const std::vector<OpenClause>& open, const ClauseLabel& label) {
    int found = dotted_before(open, label) ? 3 : 0;
    for (const OpenClause& one : open) {
        if (label.style.kind == Kind::dotted) {
            found = std::max(found, how_parts_follow(one, label));
        } else if (one.style == label.style && !one.values.empty()) {
            found = std::max(
                found, worth_of_step(label.values.back() - one.values.back(), is_inserted(label)));
        }
    }
    return found;
}

void close_for(std::vector<OpenClause>& open, const PlanLine& line, const ClauseLabel& label) {
    if (label.style.kind == Kind::section || label.style.kind == Kind::annex) {
        open.clear();
        return;
    }
    if (line.kind == LineKind::heading) {
        while (!open.empty() && (open.back().level == 0 || open.back().level >= line.level)) {
            open.pop_back();
        }
        if (const auto before = heading_before(open, label, line.level)) {
            open.resize(*before);
        }
        return;
    }
    if (label.style.kind == Kind::dotted) {
        close_for_parts(open, label);
        return;
    }
    const std::optional<std::size_t> level = level_of(open, line, label);
    if (!level || (label.is_first && line.indent >= open[*level].indent + deeper_by)) {
        close_left_of(open, line, label);
    } else {
        open.resize(*level);
    }
}

} // namespace unbracket
