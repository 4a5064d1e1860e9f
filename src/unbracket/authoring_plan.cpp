#include "unbracket/authoring_plan.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/file.hpp"
#include "unbracket/io/plan/decision_words.hpp"
#include "unbracket/io/plan/filled_blanks.hpp"
#include "unbracket/io/plan/plan_case.hpp"
#include "unbracket/io/plan/plan_reader.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/id_text.hpp"

#include <algorithm>
#include <utility>

namespace unbracket {

namespace {

constexpr std::size_t most_texts = 32;
constexpr std::size_t most_issues = 512;
constexpr std::size_t most_parties = 128;

/// The id of a draft: the name of its file without folder and extension.
std::string name_of(const std::string& file, std::size_t place) {
    if (file == "-") {
        return "text";
    }
    const std::string name = file.substr(file.find_last_of('/') + 1);
    const std::string stem = name.substr(0, name.find_last_of('.'));
    return is_id(stem) ? stem : "text-" + std::to_string(place + 1);
}

/// `TEXT:NUMBER=POINT`.
std::optional<SettledPair> settled_pair(const std::string& match,
                                        const std::vector<std::string>& names) {
    const std::size_t colon = match.find(':');
    const std::size_t equals = match.find('=', colon);
    if (colon == std::string::npos || equals == std::string::npos) {
        return std::nullopt;
    }
    const auto name = std::ranges::find(names, match.substr(0, colon));
    const std::string number = match.substr(colon + 1, equals - colon - 1);
    const std::string point = match.substr(equals + 1);
    if (name == names.end() || number.empty() || point.empty()) {
        return std::nullopt;
    }
    SettledPair pair{static_cast<std::size_t>(name - names.begin()), number, std::nullopt};
    if (point != "none") {
        pair.point = point;
    }
    return pair;
}

/// Two that are about the same clause, or make two clauses of one text one point.
bool contradicts(const SettledPair& one, const SettledPair& other) {
    return one.text == other.text &&
           (one.number == other.number || (one.point && one.point == other.point));
}

Result<std::vector<SettledPair>> settled_pairs(const std::vector<std::string>& matches,
                                               const std::vector<std::string>& names) {
    std::vector<SettledPair> pairs;
    Diagnostics problems;
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    for (const std::string& match : matches) {
        const auto pair = settled_pair(match, names);
        const auto other = std::ranges::find_if(
            pairs, [&](const SettledPair& one) { return pair && contradicts(one, *pair); });
        if (pair && other != pairs.end()) {
            const bool is_same_clause = other->number == pair->number;
            problems.push_back(
                {{"--match"},
                 quoted(match) +
                     (is_same_clause ? " settles clause " + pair->number + " again"
                                     : " gives point " + *pair->point +
                                           " a second clause of that text, after " + other->number),
                 is_same_clause ? "settle each clause once"
                                : "one clause of a text is a point; settle the other as another "
                                  "point, or as none"});
        } else if (pair) {
            pairs.push_back(*pair);
        } else {
            problems.push_back({{"--match"},
                                quoted(match) + " is no match",
                                "write TEXT:NUMBER=POINT or TEXT:NUMBER=none; texts are: " + list});
        }
    }
    return problems.empty() ? Result<std::vector<SettledPair>>(pairs)
                            : Result<std::vector<SettledPair>>(problems);
}

/// All texts, or the problems of all of them.
Result<ReadPlans> read_plans(const PlanRequest& request) {
    ReadPlans plans;
    FreeIds names;
    Diagnostics problems;
    for (const std::string& file : request.files) {
        const Result<std::string> bytes = read_file(file, PlanLimits{}.bytes);
        const std::string shown = file == "-" ? "standard input" : file;
        Result<PlanText> text =
            bytes ? read_plan(bytes.value(), shown) : Result<PlanText>(bytes.problems());
        if (!text) {
            problems.insert(problems.end(), text.problems().begin(), text.problems().end());
            continue;
        }
        plans.texts.push_back(std::move(text).value());
        plans.names.push_back(names.take(name_of(file, plans.names.size())));
    }
    if (!problems.empty()) {
        return problems;
    }
    return plans;
}

std::optional<Diagnostic> wrong_request(const PlanRequest& request) {
    if (request.files.size() > most_texts) {
        return Diagnostic{{"--from"},
                          "more than " + std::to_string(most_texts) + " texts",
                          "leave out texts that changed little"};
    }
    if (request.parties.size() > most_parties) {
        return Diagnostic{{"--parties"},
                          std::to_string(request.parties.size()) +
                              " parties; a case holds at most " + std::to_string(most_parties),
                          "name those that decide"};
    }
    if (std::ranges::count(request.files, "-") > 1) {
        return Diagnostic{{"--from"}, "standard input is named twice", "name it once"};
    }
    return std::nullopt;
}

std::optional<Diagnostic> wrong_count_of_issues(const ReadPlans& plans) {
    if (plans.decisions.empty()) {
        return Diagnostic{
            {plans.texts.back().file},
            plans.texts.size() == 1 ? "the text leaves nothing open: no [brackets], no options"
                                    : "the texts say the same and leave nothing open",
            "put what is not agreed in [brackets], or name a second text with --from"};
    }
    if (plans.decisions.size() <= most_issues) {
        return std::nullopt;
    }
    return Diagnostic{{plans.texts.back().file},
                      "the texts leave " + std::to_string(plans.decisions.size()) +
                          " things to decide; a case holds at most " + std::to_string(most_issues) +
                          " issues",
                      "cut the plan into several texts, a case for each"};
}

PlanMatches matches_of(const ReadPlans& plans, std::size_t text) {
    PlanMatches matches{.file = plans.texts[text].file, .draft = plans.names[text]};
    for (const std::size_t i : plans.plan.order) {
        const CommonPoint& point = plans.plan.points[i];
        const auto earlier = point.clauses.begin() + static_cast<std::ptrdiff_t>(text);
        const bool was_there = std::any_of(point.clauses.begin(), earlier,
                                           [](const auto& one) { return one.has_value(); });
        if (!point.clauses[text]) {
            matches.dropped += was_there ? 1U : 0U;
            continue;
        }
        ++(was_there ? matches.known : matches.added);
        const std::string& number = plans.texts[text].clauses[*point.clauses[text]].number;
        if (was_there && number != point.number) {
            matches.renumbered.emplace_back(point.number, number);
        }
    }
    return matches;
}

PlanCase made_case(const ReadPlans& plans) {
    const std::vector<PlanNotice> notices = notices_of(plans);
    PlanCase made;
    made.text = plan_case_text(plans, notices);
    made.points = plans.plan.points.size();
    made.issues = plans.decisions.size();
    for (const Decision& decision : plans.decisions) {
        made.options += decision.options.size();
    }
    for (std::size_t text = 0; text < plans.texts.size(); ++text) {
        made.drafts.push_back(matches_of(plans, text));
    }
    for (const PlanNotice& notice : notices) {
        made.unsure.push_back({{notice.file, notice.line, 0}, notice.what});
    }
    return made;
}

} // namespace

Result<PlanCase> case_from_plans(const PlanRequest& request) {
    if (auto problem = wrong_request(request)) {
        return *std::move(problem);
    }
    Result<ReadPlans> plans = read_plans(request);
    if (!plans) {
        return plans.problems();
    }
    ReadPlans& read = plans.value();
    const auto settled = settled_pairs(request.matches, read.names);
    if (!settled) {
        return settled.problems();
    }
    Result<CommonPlan> common = common_plan(read.texts, read.names, settled.value());
    if (!common) {
        return common.problems();
    }
    read.plan = std::move(common).value();
    fill_blanks(read.plan, read.texts);
    read.decisions = decisions_of(read.plan, read.texts, read.names);
    if (auto problem = wrong_count_of_issues(read)) {
        return *std::move(problem);
    }
    read.parties = request.parties;
    read.title = request.title;
    PlanCase made = made_case(read);
    if (made.text.size() > DocumentLimits{}.bytes) {
        return Diagnostic{{request.files.front()},
                          "the new case would have " + std::to_string(made.text.size()) +
                              " bytes; a case file has at most " +
                              std::to_string(DocumentLimits{}.bytes),
                          "a case holds the words of a text up to three times: cut the text into "
                          "several, a case for each"};
    }
    const Result<Node> document = read_toml(made.text, "the new case");
    const Result<Case> bound =
        document ? bind_case(document.value()) : Result<Case>(document.problems());
    if (!bound) {
        return bound.problems(); // more parties, options or bytes than a case may have
    }
    return made;
}

} // namespace unbracket
