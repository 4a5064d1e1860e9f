#pragma once

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Small cases for the tests of modules below `io`, which have no reader of files: the text is what
// stands between the braces of one table, as `--set` takes it, without its first line. A problem is
// placed by the path of the value, or of the key, at which it was found.

namespace unbracket::testing {

/// A document each of whose lines is one value or key, with what stands on that line.
class Sketch {
public:
    explicit Sketch(const std::string& text)
        : document_(parse_setting_value("{ unbracket = 1, " + text + " }")) {
        EXPECT_EQ(document_.kind, NodeKind::table) << "not well formed: " << text;
        place(document_, "");
    }

    const Node& document() const { return document_; }

    /// `issue.x.weight.a: what; hint`, or `key issue.x: what; hint`; no place for the whole.
    std::string describe(const Diagnostic& problem) const {
        const std::size_t line = problem.where.line;
        const std::string where = line == 0 ? "nowhere" : paths_[line - 1];
        return (where.empty() ? "" : where + ": ") + problem.what +
               (problem.hint.empty() ? "" : "; " + problem.hint);
    }

private:
    SourcePosition next_line(std::string path) {
        paths_.push_back(std::move(path));
        return {"sketch", static_cast<std::uint32_t>(paths_.size()), 1};
    }

    void place(Node& node, const std::string& path) {
        node.at = next_line(path);
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            place(node.items[i], path + "[" + std::to_string(i) + "]");
        }
        for (Node::Member& member : node.members) {
            const std::string below = path.empty() ? member.key : path + "." + member.key;
            member.at = next_line("key " + below);
            place(member.value, below);
        }
    }

    Node document_;
    std::vector<std::string> paths_;
};

/// The case, or a test failure that says what is wrong with the text.
inline Case case_of(const std::string& text, std::optional<Date> as_of = std::nullopt) {
    const Sketch sketch(text);
    Result<Case> result = bind_case(sketch.document(), as_of);
    if (!result) {
        for (const Diagnostic& problem : result.problems()) {
            ADD_FAILURE() << sketch.describe(problem);
        }
        return {};
    }
    return std::move(result).value();
}

/// Everything that is wrong with the text, each on a line of its own.
inline std::string complaints_about(const std::string& text) {
    const Sketch sketch(text);
    const Result<Case> result = bind_case(sketch.document());
    std::string all;
    for (const Diagnostic& problem : result.problems()) {
        all += sketch.describe(problem) + "\n";
    }
    return all;
}

} // namespace unbracket::testing
