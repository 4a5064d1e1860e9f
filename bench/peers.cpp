#include "unbracket/base/random.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/scenario/scenario_file.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/acceptance.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// Our side of bench/negmas/run: reads a folder of another program's files as a case and prints, one
// line of JSON a part, what it found and how long that took in this process.
//
//   read        issues with their values, parties, what each has without agreement
//   utilities   outcomes (places of values), all of them or a sample, and what they are worth
//   frontier    efficient outcomes among those acceptable to all, as values; the points that are
//               picked as NegMAS defines them; the engine's own solutions in the same time
//   statistics  the same, and how many outcomes suit everybody
//
// Numbers are exact, as fractions in texts. One thread; a part is repeated five times, up to
// 51 times while that takes less than half a second, and no more once it has taken three seconds.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;

constexpr std::size_t few_runs = 5;
constexpr std::size_t most_runs = 51;
constexpr double short_ms = 500;
constexpr double long_enough_ms = 3'000;
constexpr std::size_t most_points = 2'000'000;

struct Question {
    CaseRequest request;
    std::uint64_t samples = 0;
};

template <class Run>
auto repeated(std::vector<double>& times, Run run) {
    double sum = 0;
    for (;;) {
        const auto start = Clock::now();
        auto result = run();
        times.push_back(milliseconds_since(start));
        sum += times.back();
        const std::size_t wanted = sum < short_ms ? most_runs : few_runs;
        if (times.size() >= wanted || sum > long_enough_ms) {
            return result;
        }
    }
}

Node list_of_times(const std::vector<double>& times) {
    Node list = list_node({});
    for (const double time : times) {
        list.items.push_back(number_node(std::to_string(time)));
    }
    return list;
}

void print_part(std::string_view name, const std::vector<double>& times, Node part) {
    Node all = table_node();
    add_member(all, "part", text_node(std::string(name)));
    add_member(all, "ms", list_of_times(times));
    for (Node::Member& member : part.members) {
        add_member(all, member.key, std::move(member.value));
    }
    std::printf("%s\n", write_json(all, JsonStyle::compact).value().c_str());
    std::fflush(stdout);
}

Node text_list(const std::vector<std::string>& texts) {
    Node list = list_node({});
    for (const std::string& text : texts) {
        list.items.push_back(text_node(text));
    }
    return list;
}

Node exact(const Rational& number) {
    return text_node(number.to_fraction_text());
}

/// `times` of reading the files, `case_times` of that and of making them a checked case.
struct ReadingTimes {
    std::vector<double> times;
    std::vector<double> case_times;
};

void print_read(const LoadedCase& loaded, const Scenario& scenario, const ReadingTimes& taken) {
    Node part = table_node();
    add_member(part, "case_ms", list_of_times(taken.case_times));
    Node issues = list_node({});
    Rational outcomes(1);
    for (const ScenarioIssue& issue : scenario.issues) {
        Node& written = issues.items.emplace_back(table_node());
        add_member(written, "name", text_node(issue.name));
        add_member(written, "values", text_list(issue.values));
        outcomes *= Rational(static_cast<std::int64_t>(issue.values.size()));
    }
    Node parties = list_node({});
    Node fallbacks = list_node({});
    for (const ScenarioProfile& profile : scenario.profiles) {
        parties.items.push_back(text_node(profile.name));
        fallbacks.items.push_back(exact(profile.fallback));
    }
    add_member(part, "issues", std::move(issues));
    add_member(part, "outcomes", exact(outcomes));
    add_member(part, "parties", std::move(parties));
    add_member(part, "fallbacks", std::move(fallbacks));
    add_member(part, "title", text_node(loaded.negotiation.title));
    add_member(part, "summary", text_node(loaded.negotiation.summary));
    print_part("read", taken.times, std::move(part));
}

/// Places of values: all outcomes in order where there are few, else as many as are asked for.
class Outcomes {
public:
    Outcomes(const Case& negotiation, std::uint64_t samples) : random_(1), samples_(samples) {
        for (const Issue& issue : negotiation.issues) {
            sizes_.push_back(issue.options.size());
            all_ = all_ > samples / sizes_.back() ? samples + 1 : all_ * sizes_.back();
        }
    }

    std::uint64_t count() const { return std::min(all_, samples_); }

    Outcome at(std::uint64_t place) {
        Outcome outcome;
        for (const std::size_t size : sizes_) {
            const auto drawn =
                static_cast<std::uint64_t>(random_.between(0, static_cast<std::int64_t>(size) - 1));
            const std::uint64_t chosen = all_ <= samples_ ? place % size : drawn;
            place /= size;
            outcome.push_back(OptionId{chosen});
        }
        return outcome;
    }

private:
    Random random_;
    std::uint64_t samples_;
    std::vector<std::size_t> sizes_;
    std::uint64_t all_ = 1;
};

void print_utilities(const LoadedCase& loaded, const Scenario& scenario, std::uint64_t samples) {
    const Case& negotiation = loaded.negotiation;
    const Appraisal appraisal = appraise(negotiation);
    Outcomes outcomes(negotiation, samples);
    Node part = table_node();
    Node places = list_node({});
    Node worth = list_node({});
    const auto start = Clock::now();
    for (std::uint64_t place = 0; place < outcomes.count(); ++place) {
        const Outcome outcome = outcomes.at(place);
        Node& chosen = places.items.emplace_back(list_node({}));
        for (const OptionId option : outcome) {
            chosen.items.push_back(number_node(std::to_string(as_index(option))));
        }
        Node& values = worth.items.emplace_back(list_node({}));
        for (std::size_t party = 0; party < scenario.profiles.size(); ++party) {
            const Interval gain = surplus(negotiation, appraisal, PartyId{party}, outcome);
            values.items.push_back(exact(gain.low + scenario.profiles[party].fallback));
        }
    }
    const std::vector<double> times = {milliseconds_since(start)};
    add_member(part, "outcomes", std::move(places));
    add_member(part, "utilities", std::move(worth));
    print_part("utilities", times, std::move(part));
}

Node point_of(const EfficientOutcomes& found, std::size_t place) {
    Node values = list_node({});
    for (const std::size_t column : found.columns_in_file_order()) {
        const Totals& totals = found.frontier.points[place].totals;
        values.items.push_back(exact(found.listed_table().value(column, totals)));
    }
    return values;
}

Node points_of(const EfficientOutcomes& found, const std::vector<std::size_t>& places) {
    Node points = list_node({});
    for (const std::size_t place : places) {
        points.items.push_back(point_of(found, place));
    }
    return points;
}

std::string_view name_of(FrontierEnd end) {
    switch (end) {
    case FrontierEnd::complete:
        return "complete";
    case FrontierEnd::covered:
        return "covered";
    case FrontierEnd::cut:
        break;
    }
    return "cut";
}

bool are_proved(const Solutions& solutions) {
    return solutions.zone == ZoneState::empty ||
           std::all_of(all_solution_kinds.begin(), all_solution_kinds.end(), [&](auto kind) {
               return solutions.of(kind) && solutions.of(kind)->proved == Proved::optimal;
           });
}

void print_frontier(const EfficientOutcomes& found, const std::vector<double>& times) {
    Node part = table_node();
    add_member(part, "end", text_node(std::string(name_of(found.frontier.end))));
    add_member(part, "size", number_node(std::to_string(found.frontier.size)));
    add_member(part, "are_solutions_proved", boolean_node(are_proved(found.solutions)));
    Node& points = add_member(part, "points", list_node({}));
    for (std::size_t place = 0; place < found.frontier.points.size(); ++place) {
        points.items.push_back(point_of(found, place));
    }
    if (found.negmas_state == NegmasState::known) {
        Node& picked = add_member(part, "picked", table_node());
        add_member(picked, "nash", points_of(found, found.negmas.nash));
        add_member(picked, "kalai", points_of(found, found.negmas.kalai));
        add_member(picked, "ks", points_of(found, found.negmas.kalai_smorodinsky));
        add_member(picked, "max_welfare", points_of(found, found.negmas.welfare));
    }
    print_part("frontier", times, std::move(part));
}

Result<EfficientOutcomes> acceptable_frontier(const LoadedCase& loaded) {
    return efficient_outcomes(loaded, {.zone_only = true, .most_listed = most_points});
}

void print_answers(const LoadedCase& loaded) {
    std::vector<double> times;
    const auto found = repeated(times, [&] { return acceptable_frontier(loaded); });
    print_frontier(found.value(), times);
    std::vector<double> all_times;
    const auto counts = repeated(all_times, [&] {
        const auto again = acceptable_frontier(loaded);
        return again ? count_acceptance(loaded) : Result<AcceptanceCounts>(again.problems());
    });
    Node part = table_node();
    const AcceptanceCounts& known = counts.value();
    const bool is_exact = known.counts.method == CountMethod::enumerated ||
                          known.counts.method == CountMethod::tabled;
    if (is_exact && known.agreements) {
        add_member(part, "acceptable_to_all", exact(*known.agreements));
    }
    print_part("statistics", all_times, std::move(part));
}

int complain(const Diagnostics& problems) {
    for (const Diagnostic& problem : problems) {
        std::fprintf(stderr, "%s: %s; %s\n", problem.where.file.text().c_str(),
                     problem.what.c_str(), problem.hint.c_str());
    }
    return 2;
}

int run(const Question& question) {
    ReadingTimes taken;
    const CaseRequest& asked = question.request;
    const auto read =
        repeated(taken.times, [&] { return read_scenario(asked.files, asked.scenario); });
    const auto loaded = repeated(taken.case_times, [&] { return open_case(asked); });
    if (!loaded || !read) {
        return complain(loaded ? read.problems() : loaded.problems());
    }
    print_read(loaded.value(), read.value().scenario, taken);
    print_utilities(loaded.value(), read.value().scenario, question.samples);
    print_answers(loaded.value());
    return 0;
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    const std::string_view semantics = count > 1 ? arguments[1] : "";
    if (count < 4 || (semantics != "negmas" && semantics != "genius")) {
        std::fprintf(stderr, "usage: %s negmas|genius SAMPLES FOLDER|FILE...\n", arguments[0]);
        return 2;
    }
    unbracket::Question question;
    question.samples = std::strtoull(arguments[2], nullptr, 10);
    question.request.files.assign(arguments + 3, arguments + count);
    question.request.scenario.semantics =
        semantics == "negmas" ? unbracket::Semantics::negmas : unbracket::Semantics::genius;
    return unbracket::run(question);
}
