#pragma once

#include "unbracket/base/random.hpp"
#include "unbracket/model/document.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace unbracket::testing {

/// Random documents for tests of readers and writers: every kind of value, keys and texts with
/// quotes, line breaks, control characters and letters of several bytes, numbers in every way that
/// case files write them. Sizes vary from nothing to about a hundred values.
class RandomDocument {
public:
    explicit RandomDocument(std::uint64_t seed) : random_(seed) {}

    Node make() {
        Node root = table_node();
        fill_table(root, 4);
        return root;
    }

private:
    template <std::size_t Count>
    std::string one_of(const std::array<const char*, Count>& choices) {
        return choices[static_cast<std::size_t>(random_.between(0, Count - 1))];
    }

    std::string key() {
        return one_of(std::array{"a",
                                 "b",
                                 "share",
                                 "third",
                                 "open_end",
                                 "1",
                                 "2026-03-01",
                                 "",
                                 "x.y",
                                 "with blank",
                                 "\u00e4\U0001F54A",
                                 "quote\"s",
                                 "back\\slash",
                                 "line\nbreak",
                                 "#",
                                 "true",
                                 "-",
                                 "issue",
                                 "draft",
                                 "rule"}) +
               (random_.chance(1, 3) ? std::to_string(random_.between(0, 99)) : "");
    }

    std::string text() {
        std::string whole;
        for (std::int64_t parts = random_.between(0, 4); parts > 0; --parts) {
            whole +=
                one_of(std::array{"peace", " ", "\n", "\r\n", "\t", "\"", "\"\"\"", "'''", "\\",
                                  "\\n", "\x01", "\x7F", "\u00e9", "\U0001F54A", "> 40", "#",
                                  "a rather long stretch of plain words without any breaks"});
        }
        return whole;
    }

    std::string number() {
        return one_of(std::array{"0", "-0", "7", "+7", "-12.50", "1_000", "1e3", "6.0E+2", "2.5e-3",
                                 "0x1F", "0o17", "0b101", "123456789012345678901234567890",
                                 "0.1000000000000000055511151231257827", "1e400"});
    }

    Node value(int depth) {
        switch (random_.between(depth > 0 ? 0 : 2, 7)) {
        case 0: {
            Node table = table_node();
            fill_table(table, depth - 1);
            return table;
        }
        case 1:
            return list(depth - 1);
        case 2:
            return boolean_node(random_.chance(1, 2));
        case 3:
            return date_node("2026-03-0" + std::to_string(random_.between(1, 9)));
        case 4:
        case 5:
            return number_node(number());
        default:
            return text_node(text());
        }
    }

    /// Often of tables only, since formats may write those in another way.
    Node list(int depth) {
        Node list = list_node({});
        const bool of_tables = depth > 0 && random_.chance(1, 2);
        for (std::int64_t count = random_.between(0, 4); count > 0; --count) {
            list.items.push_back(of_tables ? table_node() : value(depth));
            if (of_tables) {
                fill_table(list.items.back(), depth - 1);
            }
        }
        return list;
    }

    void fill_table(Node& table, int depth) {
        const std::int64_t most = random_.chance(1, 20) ? 30 : 6;
        for (std::int64_t count = random_.between(0, most); count > 0; --count) {
            std::string name = key();
            if (table.find(name) == nullptr) {
                add_member(table, std::move(name), value(depth));
            }
        }
    }

    Random random_;
};

} // namespace unbracket::testing
