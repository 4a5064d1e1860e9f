// Whatever bytes come in: the JSON reader neither crashes nor runs away. It accepts what
// nlohmann-json accepts, but for what the case format leaves out, and reads the same from it; what
// it reads, both writers write and both readers read back.

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/io/toml_writer.hpp"

#include "fuzz/demand.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using unbracket::Node;
using unbracket::NodeKind;
using unbracket::Result;
using unbracket::fuzzing::demand;
using Json = nlohmann::ordered_json;

bool same_content(const Node& ours, const Json& theirs);

bool same_list(const Node& ours, const Json& theirs) {
    return theirs.is_array() && std::ranges::equal(ours.items, theirs, same_content);
}

bool same_table(const Node& ours, const Json& theirs) {
    if (!theirs.is_object() || theirs.size() != ours.members.size()) {
        return false;
    }
    auto other = theirs.begin();
    for (const Node::Member& member : ours.members) {
        if (other.key() != member.key || !same_content(member.value, other.value())) {
            return false;
        }
        ++other;
    }
    return true;
}

bool same_content(const Node& ours, const Json& theirs) {
    switch (ours.kind) {
    case NodeKind::null:
    case NodeKind::date:
        return false;
    case NodeKind::boolean:
        return theirs.is_boolean() && theirs.get<bool>() == ours.flag;
    case NodeKind::number:
        return theirs.is_number() &&
               theirs.get<double>() == std::strtod(ours.text.c_str(), nullptr);
    case NodeKind::text:
        return theirs.is_string() && theirs.get_ref<const std::string&>() == ours.text;
    case NodeKind::list:
        return same_list(ours, theirs);
    case NodeKind::table:
        return same_table(ours, theirs);
    }
    return false;
}

bool has_doubles_only(const Node& node) {
    return (node.kind != NodeKind::number ||
            std::isfinite(std::strtod(node.text.c_str(), nullptr))) &&
           std::ranges::all_of(node.items, has_doubles_only) &&
           std::ranges::all_of(node.members, [](const Node::Member& member) {
               return has_doubles_only(member.value);
           });
}

/// Whether JSON has it and a case has not.
bool is_refused_on_purpose(const std::string& what) {
    constexpr std::array<std::string_view, 7> purposes = {
        "null means",    "stands twice", "nested more", "names no character",
        "is one object", "a NUL byte",   "more than"};
    return std::ranges::any_of(purposes, [&](std::string_view purpose) {
        return what.find(purpose) != std::string::npos;
    });
}

void check_refusal(const unbracket::Diagnostic& problem, std::string_view bytes) {
    demand(problem.where.line > 0 && problem.where.column > 0, "a refusal has its place");
    demand(!problem.what.empty() && !problem.hint.empty(), "a refusal says what and how");
    demand(is_refused_on_purpose(problem.what) || !Json::accept(bytes),
           "what we refuse as syntax, nlohmann-json refuses too");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result<Node> document = unbracket::read_json(bytes, "input");
    if (!document.ok()) {
        check_refusal(document.problems().front(), bytes);
        return 0;
    }
    for (const unbracket::JsonStyle style :
         {unbracket::JsonStyle::compact, unbracket::JsonStyle::indented}) {
        const Result<Node> again =
            unbracket::read_json(write_json(document.value(), style).value(), "again");
        demand(again.ok() && again.value().same_content(document.value()),
               "JSON that we write reads back to the same content");
    }
    const Result<Node> as_toml = unbracket::read_toml(write_toml(document.value()), "toml");
    demand(as_toml.ok() && as_toml.value().same_content(document.value()),
           "TOML carries the same content");
    if (has_doubles_only(document.value())) {
        const Json theirs = Json::parse(bytes, nullptr, false);
        demand(!theirs.is_discarded(), "nlohmann-json reads what we read");
        demand(same_content(document.value(), theirs), "nlohmann-json reads the same content");
    }
    return 0;
}
