#pragma once

#include "unbracket/base/result.hpp"
#include "unbracket/model/document.hpp"

#include "tests/support/random_document.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What every format of case files must pass. A new format fills in a FormatUnderTest and calls the
// four functions below, each from a test of its own; toml_format_test.cpp shows it.

namespace unbracket::testing {

struct FormatUnderTest {
    std::function<Result<Node>(std::string_view, const DocumentLimits&)> read;
    std::function<Result<std::string>(const Node&)> write;
    /// What comes back of a document; formats may turn dates into text, say.
    std::function<Node(const Node&)> as_read_back = [](const Node& document) { return document; };
    /// A file in the format that uses all of its syntax; ASCII, more than 100 bytes.
    std::string sample;
};

/// `line:column what (hint)` of the one problem of text that must not be readable.
inline std::string problem_of(const Result<Node>& document) {
    if (document.ok()) {
        return "it was read";
    }
    EXPECT_EQ(document.problems().size(), 1U);
    const Diagnostic& problem = document.problems().front();
    return std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " " +
           problem.what + " (" + problem.hint + ")";
}

inline void expect_written_and_read_back(const FormatUnderTest& format, const Node& document) {
    const Result<std::string> text = format.write(document);
    ASSERT_TRUE(text.ok()) << to_string(text.problems().front());
    const Result<Node> again = format.read(text.value(), {});
    ASSERT_TRUE(again.ok()) << problem_of(again) << "\n" << text.value();
    EXPECT_TRUE(again.value().same_content(format.as_read_back(document))) << text.value();
}

/// Random documents come back as they were written.
inline void expect_round_trips(const FormatUnderTest& format, const std::string& test_name) {
    for (std::size_t i = 0; i < shared_count(20000); ++i) {
        SCOPED_TRACE("document " + std::to_string(i) + ": " + repeat_command(test_name));
        const Node document = RandomDocument(suite_seed() * 1000003 + i).make();
        expect_written_and_read_back(format, document);
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

/// Every beginning of the sample is read or refused with a place inside it and a hint.
inline void expect_survives_truncation(const FormatUnderTest& format) {
    ASSERT_GT(format.sample.size(), 100U);
    ASSERT_TRUE(format.read(format.sample, {}).ok()) << problem_of(format.read(format.sample, {}));
    std::size_t refused = 0;
    for (std::size_t length = 0; length < format.sample.size(); ++length) {
        // On the heap without a final NUL, so that a sanitizer sees any step beyond the end.
        const std::vector<char> bytes(format.sample.begin(),
                                      format.sample.begin() + static_cast<std::ptrdiff_t>(length));
        const Result<Node> document = format.read({bytes.data(), bytes.size()}, {});
        if (document.ok()) {
            continue;
        }
        ++refused;
        const Diagnostic& problem = document.problems().front();
        EXPECT_GE(problem.where.line, 1U) << length;
        EXPECT_GE(problem.where.column, 1U) << length;
        EXPECT_FALSE(problem.what.empty() || problem.hint.empty()) << length;
    }
    EXPECT_GT(refused, format.sample.size() / 4);
}

/// Bytes that are no text are refused wherever they stand, with line and column.
inline void expect_refuses_bad_bytes(const FormatUnderTest& format) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (std::size_t at = 0; at < format.sample.size(); ++at) {
        const std::string place = std::to_string(line) + ":" + std::to_string(column);
        std::string bytes = format.sample;
        bytes[at] = '\0';
        EXPECT_EQ(problem_of(format.read(bytes, {})).find(place + " a NUL byte"), 0U) << at;
        bytes[at] = '\xC3';
        EXPECT_EQ(problem_of(format.read(bytes, {})).find(place + " the byte 0xC3 is not UTF-8"),
                  0U)
            << at;
        const bool ends_line = format.sample[at] == '\n';
        line += ends_line ? 1U : 0U;
        column = ends_line ? 1 : column + 1;
    }
}

/// A document with `lists` empty lists inside a list, `depth` levels deep.
inline Node nested_lists(std::size_t depth, std::size_t lists) {
    Node inner = list_node(std::vector<Node>(lists, list_node({})));
    for (std::size_t level = 2; level < depth; ++level) {
        inner = list_node({inner});
    }
    Node root = table_node();
    add_member(root, "key", inner);
    return root;
}

/// A file is read at its exact limits of bytes, nesting and values, and refused just below them.
inline void expect_keeps_limits(const FormatUnderTest& format) {
    const Result<std::string> text = format.write(nested_lists(5, 3));
    ASSERT_TRUE(text.ok());
    const DocumentLimits exact{.bytes = text.value().size(), .depth = 5, .nodes = 8};
    EXPECT_TRUE(format.read(text.value(), exact).ok())
        << problem_of(format.read(text.value(), exact));
    DocumentLimits less = exact;
    --less.bytes;
    EXPECT_NE(problem_of(format.read(text.value(), less)).find("bytes"), std::string::npos);
    less = exact;
    --less.depth;
    EXPECT_NE(problem_of(format.read(text.value(), less)).find("nested more than 4 deep"),
              std::string::npos);
    less = exact;
    --less.nodes;
    EXPECT_NE(problem_of(format.read(text.value(), less)).find("more than 7 values"),
              std::string::npos);
    const Result<std::string> deep = format.write(nested_lists(300, 1));
    ASSERT_TRUE(deep.ok());
    EXPECT_NE(problem_of(format.read(deep.value(), {.depth = 100000})).find("nested more than"),
              std::string::npos);
}

} // namespace unbracket::testing
