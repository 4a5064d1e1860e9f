// Whatever bytes come in: the TOML reader neither crashes nor runs away. What it reads, its writer
// writes and it reads back; JSON carries the same; and toml++ reads the same from it. A refusal
// names a place in the file, what is wrong and how to mend it.

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"

#include "fuzz/demand.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using unbracket::Node;
using unbracket::NodeKind;
using unbracket::Result;
using unbracket::fuzzing::demand;

bool same_number(std::string text, const toml::node& theirs) {
    std::erase(text, '_');
    const bool other_base = text.size() > 1 && text[0] == '0' && std::isalpha(text[1]) != 0;
    if (const toml::value<std::int64_t>* whole = theirs.as_integer()) {
        const int base = !other_base ? 10 : text[1] == 'x' ? 16 : text[1] == 'o' ? 8 : 2;
        return std::strtoll(text.c_str() + (other_base ? 2 : 0), nullptr, base) == whole->get();
    }
    const toml::value<double>* real = theirs.as_floating_point();
    const double ours = std::strtod(text.c_str(), nullptr);
    return real != nullptr &&
           (ours == real->get() || (std::isnan(ours) && std::isnan(real->get())));
}

bool same_content(const Node& ours, const toml::node& theirs);

bool same_list(const Node& ours, const toml::array* theirs) {
    if (theirs == nullptr || theirs->size() != ours.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < ours.items.size(); ++i) {
        if (!same_content(ours.items[i], (*theirs)[i])) {
            return false;
        }
    }
    return true;
}

bool same_table(const Node& ours, const toml::table* theirs) {
    return theirs != nullptr && theirs->size() == ours.members.size() &&
           std::ranges::all_of(ours.members, [&](const Node::Member& member) {
               const toml::node* other = theirs->get(member.key);
               return other != nullptr && same_content(member.value, *other);
           });
}

std::string iso_text(const toml::date& date) {
    std::ostringstream text;
    text << date;
    return text.str();
}

bool same_content(const Node& ours, const toml::node& theirs) {
    switch (ours.kind) {
    case NodeKind::null:
        return false;
    case NodeKind::boolean:
        return theirs.is_boolean() && theirs.as_boolean()->get() == ours.flag;
    case NodeKind::number:
        return same_number(ours.text, theirs);
    case NodeKind::text:
        return theirs.is_string() && theirs.as_string()->get() == ours.text;
    case NodeKind::date:
        return theirs.is_date() && iso_text(theirs.as_date()->get()) == ours.text;
    case NodeKind::list:
        return same_list(ours, theirs.as_array());
    case NodeKind::table:
        return same_table(ours, theirs.as_table());
    }
    return false;
}

/// toml++ refuses numbers that fit neither 64 bits nor a double, or are long.
bool is_ordinary_number(const std::string& text) {
    constexpr std::size_t surely_fits = 15;
    errno = 0;
    std::strtod(text.c_str(), nullptr);
    return text.size() <= surely_fits && errno != ERANGE;
}

bool has_ordinary_numbers(const Node& node) {
    return (node.kind != NodeKind::number || is_ordinary_number(node.text)) &&
           std::ranges::all_of(node.items, has_ordinary_numbers) &&
           std::ranges::all_of(node.members, [](const Node::Member& member) {
               return has_ordinary_numbers(member.value);
           });
}

/// Behind a backslash at the end of a line toml++ takes blanks of Unicode for white space.
bool may_continue_lines_oddly(std::string_view bytes) {
    return bytes.find('\\') != std::string_view::npos &&
           std::ranges::any_of(bytes, [](char byte) { return (byte & 0x80) != 0; });
}

/// Dates as text, numbers as JSON writes them.
void turn_into_json(Node& node) {
    if (node.kind == NodeKind::date) {
        node.kind = NodeKind::text;
    }
    if (node.kind == NodeKind::number) {
        node.text = unbracket::json_number(node.text).value_or("none");
    }
    std::ranges::for_each(node.items, turn_into_json);
    for (Node::Member& member : node.members) {
        turn_into_json(member.value);
    }
}

void compare_with_json(Node document) {
    const Result<std::string> json = write_json(document, unbracket::JsonStyle::indented);
    if (!json.ok()) {
        return; // inf or nan
    }
    const Result<Node> again = unbracket::read_json(json.value(), "json");
    demand(again.ok(), "JSON that we write is JSON that we read");
    turn_into_json(document);
    demand(again.value().same_content(document), "JSON carries the same content");
}

void compare_with_library(const Node& document, std::string_view bytes) {
    try {
        demand(same_content(document, toml::parse(bytes)), "toml++ reads the same content");
    } catch (const toml::parse_error&) {
        demand(false, "toml++ reads what we read");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result<Node> document = unbracket::read_toml(bytes, "input");
    if (!document.ok()) {
        const unbracket::Diagnostic& problem = document.problems().front();
        demand(problem.where.file == "input" && problem.where.line > 0 && problem.where.column > 0,
               "a refusal has its place");
        demand(!problem.what.empty() && !problem.hint.empty(), "a refusal says what and how");
        return 0;
    }
    const Result<Node> again = unbracket::read_toml(write_toml(document.value()), "again");
    demand(again.ok() && again.value().same_content(document.value()),
           "TOML that we write reads back to the same content");
    compare_with_json(document.value());
    if (has_ordinary_numbers(document.value()) && !may_continue_lines_oddly(bytes)) {
        compare_with_library(document.value(), bytes);
    }
    return 0;
}
