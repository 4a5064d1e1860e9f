#include "unbracket/model/bind_assessment.hpp"

#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <array>

// weight, stance and score under [issue.ID]: how much an issue matters to a party and how it rates
// the options. Each value becomes an entry with an address of its own.

namespace unbracket::binding {

namespace {

std::vector<std::string> stance_words(RedLines red_lines) {
    std::vector<std::string> words = {"ideal", "acceptable", "tolerable", "bad", "open", "unknown"};
    if (red_lines == RedLines::allowed) {
        words.emplace_back("redline");
    }
    return words;
}

const std::vector<std::string>& weight_words() {
    static const std::vector<std::string> words = {"highest", "high", "medium", "low", "none"};
    return words;
}

std::optional<WeightQuantity> read_weight(Context& context, const Node& node) {
    if (node.kind == NodeKind::text && !fraction_in(node)) {
        if (const auto word = parse_weight_word(node.text)) {
            return *word;
        }
        context.problems.add(node.at, "unknown weight word " + quoted(node.text),
                             context.problems.suggestion(node.text, weight_words()));
        return std::nullopt;
    }
    const auto range = read_interval(context, node, weight_bounds, "a weight");
    return range ? std::optional<WeightQuantity>(*range) : std::nullopt;
}

void bind_weight(Context& context, const Place& place, const Node& node) {
    const EntryId entry = add_entry_at(context, place, EntryKind::weight,
                                       address_of(context, place, "weight"), node.at);
    const auto quantity = read_weight(context, node);
    Assessment* assessment = assessment_at(context, place, node.at);
    if (quantity && assessment != nullptr) {
        assessment->weight = Weight{entry, *quantity};
    }
}

/// What stands behind `redline `: a word or a number; nothing there means 0.
std::optional<StanceQuantity> read_opened_worth(Context& context, const Node& node,
                                                const NumberBounds& bounds) {
    constexpr std::string_view prefix = "redline";
    const std::size_t start = node.text.find_first_not_of(' ', prefix.size());
    if (start == std::string::npos) {
        return single(0);
    }
    const std::string worth = node.text.substr(start);
    const auto word = parse_stance_word(worth);
    if (word && *word != StanceWord::unknown && bounds.low == stance_bounds.low) {
        return *word;
    }
    if (parse_decimal(worth).problem == DecimalProblem::not_a_number) {
        context.problems.add(node.at, quoted(node.text) + " is no red line",
                             "write \"redline\", or what the option is worth once the limit is "
                             "opened: \"redline bad\", \"redline 10\"");
        return std::nullopt;
    }
    const auto number = read_number_text(context, worth, node.at, bounds, "the worth");
    return number ? std::optional<StanceQuantity>(single(*number)) : std::nullopt;
}

bool is_red_line(const Node& node) {
    return node.kind == NodeKind::text &&
           (node.text == "redline" || node.text.starts_with("redline "));
}

std::optional<Rating> read_rating(Context& context, const Node& node, EntryKind kind) {
    const bool is_stance = kind == EntryKind::stance;
    const NumberBounds& bounds = is_stance ? stance_bounds : point_bounds;
    Rating rating;
    std::optional<StanceQuantity> worth;
    if (is_red_line(node)) {
        rating.is_red_line = true;
        worth = read_opened_worth(context, node, bounds);
    } else if (is_stance) {
        worth = read_stance_quantity(context, node, bounds, {"a stance", RedLines::allowed});
    } else if (node.kind == NodeKind::text && !fraction_in(node)) {
        context.problems.add(node.at, "a score cannot be " + quoted(node.text),
                             "scores are numbers, ranges, \"redline\" or \"redline NUMBER\"");
    } else if (const auto range = read_interval(context, node, point_bounds, "a score")) {
        worth = *range;
    }
    if (!worth) {
        return std::nullopt;
    }
    rating.worth = *worth;
    return rating;
}

/// 40 and 40.0 are one option of a numeric issue, but addresses name it in one way.
void check_spelling(Context& context, IssueId issue, OptionId option, const Node::Member& member) {
    const std::string& key = context.issue(issue).options[as_index(option)].key;
    if (key != member.key) {
        context.problems.add(
            member.at, "option " + quoted(key) + " is written " + quoted(member.key) + " here",
            "addresses need one spelling; write " + key);
    }
}

/// The table `stance.alta` or `score.alta`: option = value.
void bind_ratings(Context& context, const Place& place, const Node& node, EntryKind kind) {
    const std::string_view section = kind == EntryKind::stance ? "stance" : "score";
    const std::string address = address_of(context, place, section);
    const Table table(context, node, quoted(address), address + " = { OPTION = 40 }");
    Assessment* assessment = assessment_at(context, place, node.at);
    if (!table.is_table() || assessment == nullptr) {
        return;
    }
    if (table.members().empty()) {
        context.problems.add(node.at, quoted(address) + " rates no option");
    }
    const std::size_t option_count = context.issue(place.issue).options.size();
    std::vector<std::optional<Rating>> ratings(option_count);
    for (const Node::Member& member : table.members()) {
        if (is_split_number(context, member)) {
            continue;
        }
        const auto option = find_option(context, place.issue, member.key, member.at);
        if (!option) {
            continue;
        }
        const EntryId entry =
            add_entry_at(context, place, kind, address + "." + member.key, member.value.at);
        context.entry(entry).option = option;
        check_spelling(context, place.issue, *option, member);
        std::optional<Rating> rating = read_rating(context, member.value, kind);
        if (ratings[as_index(*option)]) {
            context.problems.add(member.at, quoted(address) + " rates option " +
                                                quoted(member.key) + " twice");
        } else if (rating) {
            rating->entry = entry;
            ratings[as_index(*option)] = std::move(rating);
        }
    }
    (kind == EntryKind::stance ? assessment->stances : assessment->scores) = std::move(ratings);
}

void bind_stance(Context& context, const Place& place, const Node& node) {
    if (node.kind == NodeKind::text) {
        bind_order(context, place, node, OrderPlace::instead_of_stances);
    } else {
        bind_ratings(context, place, node, EntryKind::stance);
    }
}

void bind_score(Context& context, const Place& place, const Node& node) {
    bind_ratings(context, place, node, EntryKind::score);
}

void bind_order_beside(Context& context, const Place& place, const Node& node) {
    bind_order(context, place, node, OrderPlace::beside);
}

struct AssessmentSection {
    std::string_view key;
    void (*bind)(Context&, const Place&, const Node&);
    std::string_view example;
};
constexpr std::array<AssessmentSection, 5> assessment_sections = {{
    {"weight", bind_weight, R"("high")"},
    {"stance", bind_stance, R"({ OPTION = "acceptable" })"},
    {"score", bind_score, "{ OPTION = 40 }"},
    {"curve", bind_curve, "{ ideal = 10, acceptable = 25, tolerable = 35 }"},
    {"order", bind_order_beside, R"("OPTION > OPTION")"},
}};

void bind_section_of_issue(Context& context, IssueId issue, const Node::Member& section) {
    const auto known =
        std::find_if(assessment_sections.begin(), assessment_sections.end(),
                     [&](const AssessmentSection& each) { return each.key == section.key; });
    if (known == assessment_sections.end()) {
        return;
    }
    const Table table(context, section.value,
                      quoted(section.key) + " of issue " + quoted(context.issue_key(issue)),
                      section.key + ".PARTY = " + std::string(known->example));
    for (const Node::Member& member : table.members()) {
        if (const auto party = find_id(context, member.key, member.at, context.parties)) {
            known->bind(context, {issue, *party}, member.value);
        }
    }
}

} // namespace

Assessment* assessment_at(Context& context, const Place& place, const SourcePosition& at) {
    Issue& issue = context.issue(place.issue);
    for (Assessment& assessment : issue.assessments) {
        if (assessment.party == place.party) {
            return &assessment;
        }
    }
    const bool fitted = context.cells <= most_cells;
    context.cells += issue.options.size();
    if (context.cells > most_cells) {
        if (fitted) {
            context.problems.add(at, "the parties assess more than 4,000,000 options in all",
                                 "take larger steps, or fewer parties");
        }
        return nullptr;
    }
    issue.assessments.emplace_back().party = place.party;
    return &issue.assessments.back();
}

std::string address_of(const Context& context, const Place& place, std::string_view section) {
    return "issue." + context.issue_key(place.issue) + "." + std::string(section) + "." +
           context.party_key(place.party);
}

EntryId add_entry_at(Context& context, const Place& place, EntryKind kind, std::string address,
                     const SourcePosition& at) {
    Entry entry;
    entry.address = std::move(address);
    entry.kind = kind;
    entry.party = place.party;
    entry.issue = place.issue;
    entry.at = at;
    return context.add_entry(std::move(entry));
}

std::string every_stance_quantity(const std::vector<std::string>& words) {
    std::string text = "write a number, a range such as [20, 40], or one of:";
    for (const std::string& word : words) {
        text += (text.back() == ':' ? " " : ", ") + word;
    }
    return text;
}

std::optional<StanceQuantity> read_stance_quantity(Context& context, const Node& node,
                                                   const NumberBounds& bounds,
                                                   const Wanted& wanted) {
    if (node.kind == NodeKind::text && !fraction_in(node)) {
        if (const auto word = parse_stance_word(node.text)) {
            return *word;
        }
        const std::vector<std::string> words = stance_words(wanted.red_lines);
        const auto nearest = nearest_spelling(node.text, words);
        context.problems.add(node.at, std::string(wanted.what) + " cannot be " + quoted(node.text),
                             nearest ? "did you mean `" + *nearest + "`?"
                                     : every_stance_quantity(words));
        return std::nullopt;
    }
    const auto range = read_interval(context, node, bounds, wanted.what);
    return range ? std::optional<StanceQuantity>(*range) : std::nullopt;
}

void bind_assessments(Context& context) {
    const Node* section = context.document.find("issue");
    for (const Node::Member& member : section->members) {
        const auto issue = context.issues.find(member.key);
        if (!issue) {
            continue;
        }
        for (const Node::Member& part : member.value.members) {
            bind_section_of_issue(context, *issue, part);
        }
        auto& assessments = context.issue(*issue).assessments;
        std::sort(assessments.begin(), assessments.end(),
                  [](const Assessment& a, const Assessment& b) { return a.party < b.party; });
    }
}

} // namespace unbracket::binding
