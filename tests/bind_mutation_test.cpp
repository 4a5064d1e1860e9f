#include "unbracket/base/random.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

// Whatever is done to a case file, binding it ends, with a case or with problems in order of place;
// it never aborts. The cases of the catalogue are spoiled at random: values swapped, removed,
// replaced by parts of another case or by words that mean something elsewhere.

namespace unbracket::testing {
namespace {

std::vector<Node> catalog_documents() {
    std::vector<Node> documents;
    const std::filesystem::path catalog = repository_root() + "/catalog";
    std::vector<std::filesystem::path> paths;
    for (const auto& file : std::filesystem::recursive_directory_iterator(catalog)) {
        if (file.path().filename() == "case.toml") {
            paths.push_back(file.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    for (const std::filesystem::path& path : paths) {
        std::stringstream text;
        text << std::ifstream(path).rdbuf();
        documents.push_back(read_toml(text.str(), path.filename().string()).value());
    }
    return documents;
}

template <class AnyNode>
void gather(AnyNode& node, std::vector<AnyNode*>& all) {
    all.push_back(&node);
    for (auto& item : node.items) {
        gather(item, all);
    }
    for (auto& member : node.members) {
        gather(member.value, all);
    }
}

std::size_t position(Random& random, std::size_t size) {
    return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(size) - 1));
}

template <class AnyNode>
AnyNode& any_of(AnyNode& document, Random& random) {
    std::vector<AnyNode*> all;
    gather(document, all);
    return *all[position(random, all.size())];
}

Node odd_scalar(Random& random, const SourcePosition& at) {
    constexpr std::array words = {"unknown",   "redline", "redline bad", "> 40",      "none",
                                  "off",       "on",      "missing",     "a > b | c", "norm",
                                  "",          "unset",   "party:us",    "public",    "accepts x",
                                  "status_quo"};
    constexpr std::array numbers = {"nan", "1e99", "-1", "0x10", "1.5", "0", "1.2345678901234567"};
    return random.chance(1, 2) ? text_node(words[position(random, words.size())], at)
                               : number_node(numbers[position(random, numbers.size())], at);
}

void swap_members(Node& table, Random& random) {
    if (!table.members.empty()) {
        const std::size_t one = position(random, table.members.size());
        const std::size_t other = position(random, table.members.size());
        std::swap(table.members[one].value, table.members[other].value);
    }
}

void remove_one(Node& node, Random& random) {
    if (!node.members.empty()) {
        node.members.erase(node.members.begin() +
                           static_cast<std::ptrdiff_t>(position(random, node.members.size())));
    } else if (!node.items.empty()) {
        node.items.erase(node.items.begin() +
                         static_cast<std::ptrdiff_t>(position(random, node.items.size())));
    }
}

void spoil(Node& document, const std::vector<Node>& others, Random& random) {
    Node& node = any_of(document, random);
    switch (random.between(0, 5)) {
    case 0:
        node = Node(any_of(others[position(random, others.size())], random));
        break;
    case 1:
        remove_one(node, random);
        break;
    case 2:
        swap_members(node, random);
        break;
    case 3:
        node = odd_scalar(random, node.at);
        break;
    case 4:
        node = list_node({Node(node)}, node.at);
        break;
    default:
        node.items.clear();
        node.members.clear();
        break;
    }
}

bool is_in_order(const Diagnostics& problems) {
    return std::is_sorted(problems.begin(), problems.end(),
                          [](const Diagnostic& a, const Diagnostic& b) {
                              return a.where.line > 0 && b.where.line > 0 && a.where < b.where;
                          });
}

TEST(BindMutations, NeverAbortAndNameTheirProblemsInOrder) {
    SCOPED_TRACE(repeat_command("BindMutations.NeverAbortAndNameTheirProblemsInOrder"));
    const std::vector<Node> documents = catalog_documents();
    ASSERT_GE(documents.size(), 5U);
    Random random(suite_seed());
    std::size_t good = 0, bad = 0;
    const std::size_t rounds = shared_count(2'000);
    for (std::size_t round = 0; round < rounds; ++round) {
        Node document = documents[position(random, documents.size())];
        for (std::int64_t spoils = random.between(1, 4); spoils > 0; --spoils) {
            spoil(document, documents, random);
        }
        const std::optional<Date> as_of =
            random.chance(1, 2) ? std::optional(Date{2025, 12, 2}) : std::nullopt;
        const Result<Case> result = bind_case(document, as_of);
        (result ? good : bad) += 1;
        EXPECT_TRUE(is_in_order(result.problems())) << "round " << round;
    }
    EXPECT_GT(good, 0U);
    EXPECT_GT(bad, 0U);
}

} // namespace
} // namespace unbracket::testing
