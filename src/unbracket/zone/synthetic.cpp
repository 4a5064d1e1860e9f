#include "unbracket/zone/synthetic.hpp"

#include "unbracket/base/random.hpp"
#include "unbracket/base/rational.hpp"
#include "unbracket/search/maximin.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

// Synthetic score cases for tests and benchmarks, all in whole numbers so that a seed gives the
// same bytes everywhere. A party's raw value of an option is weight times rating. Raw values are
// then made (nearly) zero-sum where asked for, shifted to start at 0 on every issue, and scaled so
// that each party's best total is the scale. Classes differ in how parties' numbers go together,
// scales in the size of the numbers, since both decide how hard a case is.
//
// Source: Pisinger (2005), Where are the hard knapsack problems? [pisinger2005where]

namespace unbracket {

namespace {

/// [party][issue * options + option]
using Table = std::vector<std::vector<std::int64_t>>;

constexpr std::int64_t fine = 10'000;
/// As many as a case file may assess.
constexpr std::int64_t most_cells = 4'000'000;

class Generator {
public:
    explicit Generator(const SyntheticOptions& options)
        : options_(options), random_(options.seed), cells_(options.issues * options.options) {}

    Table values() {
        Table table = ratings();
        multiply_by_weights(table);
        if (is_zero_sum()) {
            subtract_means(table);
        }
        start_at_zero(table);
        if (options_.scale > 0) {
            normalise(table);
        }
        return table;
    }

private:
    bool is_coarse() const { return options_.scale == 0; }
    bool is_zero_sum() const {
        return options_.kind == SyntheticClass::near_zero_sum ||
               options_.kind == SyntheticClass::zero_sum;
    }
    std::int64_t top_rating() const { return is_coarse() ? 4 : fine; }

    std::vector<std::int64_t> draw_ratings() {
        std::vector<std::int64_t> drawn;
        for (int i = 0; i < cells_; ++i) {
            drawn.push_back(random_.between(0, top_rating()));
        }
        return drawn;
    }

    /// A rating that follows a shared one to `share` tenths.
    std::int64_t blended(std::int64_t shared, std::int64_t own, std::int64_t share) {
        if (is_coarse()) {
            return random_.chance(share, 10) ? shared : own;
        }
        return (share * shared + (10 - share) * own) / 10;
    }

    Table ratings() {
        const std::vector<std::int64_t> shared = draw_ratings();
        Table table;
        for (int party = 0; party < options_.parties; ++party) {
            std::vector<std::int64_t> own = draw_ratings();
            for (std::size_t i = 0; i < own.size(); ++i) {
                if (options_.kind == SyntheticClass::opposed) {
                    const std::int64_t bloc = party % 2 == 0 ? shared[i] : top_rating() - shared[i];
                    own[i] = blended(bloc, own[i], 9);
                } else if (options_.kind == SyntheticClass::correlated) {
                    own[i] = blended(shared[i], own[i], 7);
                }
            }
            table.push_back(std::move(own));
        }
        return table;
    }

    void multiply_by_weights(Table& table) {
        for (std::vector<std::int64_t>& values : table) {
            for (int issue = 0; issue < options_.issues; ++issue) {
                const std::int64_t weight = random_.between(1, is_coarse() ? 5 : 1'000);
                for (int option = 0; option < options_.options; ++option) {
                    values[index(issue, option)] *= weight;
                }
            }
        }
    }

    /// Takes the parties' mean off every option; near zero-sum cases then get a little noise.
    void subtract_means(Table& table) {
        const std::int64_t count = options_.parties;
        const std::int64_t noise = is_coarse() ? 1 : fine * 1'000 / 50;
        for (std::size_t i = 0; i < static_cast<std::size_t>(cells_); ++i) {
            std::int64_t sum = 0;
            for (const auto& values : table) {
                sum += values[i];
            }
            for (auto& values : table) {
                values[i] = (values[i] * count - sum) / count;
                if (options_.kind == SyntheticClass::near_zero_sum) {
                    values[i] += random_.between(0, noise);
                }
            }
        }
    }

    void start_at_zero(Table& table) const {
        for (auto& values : table) {
            for (int issue = 0; issue < options_.issues; ++issue) {
                const auto first = values.begin() + static_cast<std::ptrdiff_t>(index(issue, 0));
                const std::int64_t least = *std::min_element(first, first + options_.options);
                for (int option = 0; option < options_.options; ++option) {
                    values[index(issue, option)] -= least;
                }
            }
        }
    }

    /// Scales every party to the same best total, rounding to the nearest whole number.
    void normalise(Table& table) const {
        for (auto& values : table) {
            std::int64_t total = 0;
            for (int issue = 0; issue < options_.issues; ++issue) {
                const auto first = values.begin() + static_cast<std::ptrdiff_t>(index(issue, 0));
                total += *std::max_element(first, first + options_.options);
            }
            const Rational factor =
                Rational(options_.scale) / Rational(std::max<std::int64_t>(total, 1));
            for (std::int64_t& value : values) {
                value = (Rational(value) * factor + Rational(1, 2)).floor_to_int64().value_or(0);
            }
        }
    }

    std::size_t index(int issue, int option) const {
        return static_cast<std::size_t>(issue) * static_cast<std::size_t>(options_.options) +
               static_cast<std::size_t>(option);
    }

    const SyntheticOptions& options_;
    Random random_;
    int cells_;
};

SearchProblem as_problem(const SyntheticOptions& options, const Table& table) {
    SearchProblem problem;
    problem.party_count = problem.required_count = table.size();
    problem.constants.assign(table.size(), 0);
    for (int issue = 0; issue <= options.issues; ++issue) {
        problem.first_row.push_back(static_cast<Row>(issue * options.options));
    }
    for (std::size_t row = 0; row < problem.row_count(); ++row) {
        for (const auto& values : table) {
            problem.values.push_back(values[row]);
        }
    }
    return problem;
}

std::vector<std::int64_t> fallbacks(const SyntheticOptions& options, const Table& table) {
    const SearchProblem problem = as_problem(options, table);
    std::vector<std::int64_t> needs = best_sums(problem);
    if (options.planted == Planted::half) {
        for (std::int64_t& need : needs) {
            need /= 2;
        }
        return needs;
    }
    const bool is_yes = options.planted == Planted::yes;
    if (options.margin) {
        const std::int64_t share =
            bound_threshold(problem) * (100 + (is_yes ? -*options.margin : *options.margin));
        for (std::int64_t& need : needs) {
            const std::int64_t scaled = need * share;
            need = is_yes ? scaled / 1'000'000 : (scaled + 999'999) / 1'000'000;
        }
        return needs;
    }
    const MaximinBounds bounds = common_maximin(problem, {.node_budget = options.node_budget});
    std::fill(needs.begin(), needs.end(), is_yes ? bounds.reached : bounds.excluded);
    return needs;
}

Node number(std::int64_t value, std::int64_t range) {
    if (range == 0) {
        return number_node(std::to_string(value));
    }
    return list_node(
        {number_node(std::to_string(value - range)), number_node(std::to_string(value + range))});
}

Node issue_node(const SyntheticOptions& options, const Table& table, int issue) {
    Node node = table_node();
    std::vector<Node> keys;
    for (int option = 0; option < options.options; ++option) {
        keys.push_back(text_node("o" + std::to_string(option + 1)));
    }
    add_member(node, "option", list_node(std::move(keys)));
    Node& scores = add_member(node, "score", table_node());
    for (std::size_t party = 0; party < table.size(); ++party) {
        Node& own = add_member(scores, "p" + std::to_string(party + 1), table_node());
        for (int option = 0; option < options.options; ++option) {
            const std::size_t at =
                static_cast<std::size_t>(issue) * static_cast<std::size_t>(options.options) +
                static_cast<std::size_t>(option);
            add_member(own, "o" + std::to_string(option + 1),
                       number(table[party][at], options.range));
        }
    }
    return node;
}

constexpr std::array<std::pair<std::string_view, SyntheticClass>, 5> class_names = {{
    {"rand", SyntheticClass::independent},
    {"opp", SyntheticClass::opposed},
    {"corr", SyntheticClass::correlated},
    {"nzs", SyntheticClass::near_zero_sum},
    {"zs", SyntheticClass::zero_sum},
}};

std::string title_of(const SyntheticOptions& options) {
    std::string name;
    for (const auto& [text, kind] : class_names) {
        if (kind == options.kind) {
            name = text;
        }
    }
    return "Synthetic " + name + " case, seed " + std::to_string(options.seed);
}

Diagnostics size_problems(const SyntheticOptions& options) {
    Diagnostics problems;
    const auto require = [&](bool holds, const char* what, const char* hint) {
        if (!holds) {
            problems.push_back({{}, what, hint});
        }
    };
    require(options.parties >= 1 && options.parties <= 128, "the number of parties is out of range",
            "give 1 to 128 parties");
    require(options.issues >= 1 && options.issues <= 512, "the number of issues is out of range",
            "give 1 to 512 issues");
    require(options.options >= 1 && options.options <= 4096,
            "the number of options is out of range", "give 1 to 4096 options");
    require(options.scale >= 0 && options.scale <= 1'000'000'000, "the scale is out of range",
            "give coarse or a party total up to 1000000000");
    require(!options.margin || (*options.margin >= 0 && *options.margin <= 100),
            "the margin is out of range", "give 0 to 100 percent");
    const std::int64_t cells = std::int64_t{options.parties} * options.issues * options.options;
    if (problems.empty() && cells > most_cells) {
        problems.push_back({{},
                            "a case assesses at most 4,000,000 options over all parties and "
                            "issues, not " +
                                std::to_string(cells),
                            "lower --parties, --issues or --options"});
    }
    return problems;
}

} // namespace

std::optional<SyntheticClass> parse_synthetic_class(std::string_view text) {
    for (const auto& [name, kind] : class_names) {
        if (name == text) {
            return kind;
        }
    }
    return std::nullopt;
}

Result<Node> synthetic_document(const SyntheticOptions& options) {
    if (Diagnostics problems = size_problems(options); !problems.empty()) {
        return problems;
    }
    const Table table = Generator(options).values();
    const std::vector<std::int64_t> needs = fallbacks(options, table);
    Node document = table_node();
    add_member(document, "unbracket", number_node("1"));
    add_member(document, "title", text_node(title_of(options)));
    Node& parties = add_member(document, "party", table_node());
    for (std::size_t party = 0; party < table.size(); ++party) {
        Node& own = add_member(parties, "p" + std::to_string(party + 1), table_node());
        add_member(own, "name", text_node("Party " + std::to_string(party + 1)));
        add_member(own, "role", text_node("signatory"));
    }
    Node& issues = add_member(document, "issue", table_node());
    for (int issue = 0; issue < options.issues; ++issue) {
        add_member(issues, "i" + std::to_string(issue + 1), issue_node(options, table, issue));
    }
    Node& section = add_member(document, "fallback", table_node());
    for (std::size_t party = 0; party < needs.size(); ++party) {
        add_member(section, "p" + std::to_string(party + 1), number(needs[party], options.range));
    }
    return document;
}

} // namespace unbracket
