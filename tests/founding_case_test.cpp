#include "unbracket/io/toml_reader.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// docs/founding-case.md says where each element of the founding case stands in its file. Here its
// table is walked: rows 1 to 50, and every place leads somewhere. The notation of places is
// described at the top of that page.

namespace unbracket::testing {
namespace {

/// One step of a path: a key or `*`, and conditions on what is found there.
struct Step {
    struct Filter {
        std::string key; // empty: the value itself
        std::string value;
    };
    std::string key;
    std::vector<Filter> filters;
};

struct Path {
    bool must_be_absent = false;
    std::vector<Step> steps;
};

Path parse_path(std::string_view text) {
    Path path;
    if (text.starts_with('!')) {
        path.must_be_absent = true;
        text.remove_prefix(1);
    }
    while (!text.empty()) {
        Step step;
        if (text.starts_with('"')) {
            const std::size_t end = text.find('"', 1);
            step.key = text.substr(1, end - 1);
            text.remove_prefix(end + 1);
        } else {
            const std::size_t end = std::min(text.find_first_of(".["), text.size());
            step.key = text.substr(0, end);
            text.remove_prefix(end);
        }
        while (text.starts_with('[')) {
            const std::size_t equals = text.find('='), end = text.find(']');
            step.filters.push_back({std::string(text.substr(1, equals - 1)),
                                    std::string(text.substr(equals + 1, end - equals - 1))});
            text.remove_prefix(end + 1);
        }
        text.remove_prefix(text.starts_with('.') ? 1 : 0);
        path.steps.push_back(step);
    }
    return path;
}

bool has_value(const Node& node, const std::string& value) {
    for (const Node& item : node.items) {
        if (has_value(item, value)) {
            return true;
        }
    }
    return node.text == value || (node.kind == NodeKind::boolean && value == "true" && node.flag);
}

bool passes(const Node& node, const Step& step) {
    for (const Step::Filter& filter : step.filters) {
        const Node* wanted = filter.key.empty() ? &node : node.find(filter.key);
        if (wanted == nullptr || !has_value(*wanted, filter.value)) {
            return false;
        }
    }
    return true;
}

bool leads_somewhere(const Node& node, std::span<const Step> steps);

/// The value that a step reached: lists are stepped through.
bool continues_at(const Node& node, std::span<const Step> steps) {
    if (node.kind == NodeKind::list && !node.items.empty() &&
        node.items.front().kind == NodeKind::table) {
        for (const Node& item : node.items) {
            if (continues_at(item, steps)) {
                return true;
            }
        }
        return false;
    }
    return passes(node, steps.front()) && leads_somewhere(node, steps.subspan(1));
}

bool leads_somewhere(const Node& node, std::span<const Step> steps) {
    if (steps.empty()) {
        return true;
    }
    for (const Node::Member& member : node.members) {
        const bool fits = steps.front().key == "*" || steps.front().key == member.key;
        if (fits && continues_at(member.value, steps)) {
            return true;
        }
    }
    return false;
}

bool holds(const Node& document, const std::string& place) {
    const Path path = parse_path(place);
    return leads_somewhere(document, path.steps) != path.must_be_absent;
}

std::string file_text(const std::string& path) {
    std::ifstream file(repository_root() + "/" + path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Node document_of(const std::string& text) {
    Result<Node> document = read_toml(text, "case.toml");
    if (!document) {
        ADD_FAILURE() << to_string(document.problems().front());
        return {};
    }
    return std::move(document).value();
}

struct Row {
    int number = 0;
    std::vector<std::string> places;
    std::string used_by;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '|');) {
        const std::size_t first = cell.find_first_not_of(' ');
        cells.push_back(first == std::string::npos
                            ? std::string()
                            : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    return cells;
}

/// What stands in code marks.
std::vector<std::string> marked(const std::string& cell) {
    std::vector<std::string> found;
    for (std::size_t start = cell.find('`'); start != std::string::npos;) {
        const std::size_t end = cell.find('`', start + 1);
        found.push_back(cell.substr(start + 1, end - start - 1));
        start = cell.find('`', end + 1);
    }
    return found;
}

std::vector<Row> rows_of_page() {
    std::vector<Row> rows;
    std::stringstream page(file_text("docs/founding-case.md"));
    for (std::string line; std::getline(page, line);) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() == 5 && !cells[1].empty() &&
            cells[1].find_first_not_of("0123456789") == std::string::npos) {
            rows.push_back({std::stoi(cells[1]), marked(cells[3]), cells[4]});
        }
    }
    return rows;
}

TEST(FoundingCasePlaces, LeadThroughTablesListsAndConditions) {
    const Node document = document_of("party.a = { role = [\"mediator\", \"guarantor\"] }\n"
                                      "[[said]]\nid = \"s1\"\nkind = \"note\"\n"
                                      "[[said]]\nid = \"s2\"\nclaim = \"c\"\n"
                                      "[alternative.x.yes]\n\"intent.a\" = \"refuses\"\n"
                                      "[[event]]\nopen = true\n");
    for (const char* place :
         {"party.a.role", "party.*[role=guarantor]", "said.claim", "said[id=s2].claim",
          "said[kind=note]", "alternative.*.*.\"intent.a\"", "alternative.x.yes.*[=refuses]",
          "event[open=true]", "!ratify", "!said[id=s1].claim", "!said[id=s1][kind=claim]",
          "!party.*[role=observer]"}) {
        EXPECT_TRUE(holds(document, place)) << place;
    }
    for (const char* place : {"party.b", "said[id=s1].claim", "alternative.*.*.intent", "!said",
                              "party.*[role=observer]", "event[open=false]"}) {
        EXPECT_FALSE(holds(document, place)) << place;
    }
}

TEST(FoundingCase, HasARowForEachOfTheFiftyElements) {
    const std::vector<Row> rows = rows_of_page();
    ASSERT_EQ(rows.size(), 50U);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(rows[i].number, static_cast<int>(i + 1));
        EXPECT_FALSE(rows[i].places.empty()) << "row " << rows[i].number << " names no place";
        EXPECT_FALSE(rows[i].used_by.empty()) << "row " << rows[i].number << " has no user";
    }
}

TEST(FoundingCase, HoldsEveryElementAtThePlaceThatTheTableNames) {
    const Node document = document_of(file_text("catalog/peace-talks/moscow-2025/case.toml"));
    for (const Row& row : rows_of_page()) {
        for (const std::string& place : row.places) {
            EXPECT_TRUE(holds(document, place)) << "row " << row.number << ": " << place;
        }
    }
}

} // namespace
} // namespace unbracket::testing
