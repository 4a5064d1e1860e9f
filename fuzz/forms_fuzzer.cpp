// A case means the same in TOML and in JSON: whatever bytes come in, where they are TOML that JSON
// can say, both forms are valid or neither is, for as many reasons, and a valid case has one
// digest.

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/json_writer.hpp"
#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"

#include "fuzz/demand.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

using unbracket::Case;
using unbracket::Node;
using unbracket::Result;
using unbracket::fuzzing::demand;

namespace {

/// Dates as the texts that JSON has for them. False where a number is spelled as only TOML can, so
/// that it would be another name for an option.
bool put_as_json(Node& node) {
    if (node.kind == unbracket::NodeKind::date) {
        node.kind = unbracket::NodeKind::text;
    }
    if (node.kind == unbracket::NodeKind::number &&
        unbracket::json_number(node.text) != node.text) {
        return false;
    }
    bool is_alike = std::ranges::all_of(node.items, put_as_json);
    for (Node::Member& member : node.members) {
        is_alike = is_alike && put_as_json(member.value);
    }
    return is_alike;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Result<Node> toml = unbracket::read_toml(bytes, "toml");
    if (!toml || !put_as_json(toml.value())) {
        return 0;
    }
    const Result<std::string> text = write_json(toml.value(), unbracket::JsonStyle::indented);
    demand(text.ok(), "what JSON can say is written");
    const Result<Node> json = unbracket::read_json(text.value(), "json");
    demand(json.ok(), "JSON that we write is JSON that we read");
    const Result<Case> from_toml = unbracket::bind_case(toml.value());
    const Result<Case> from_json = unbracket::bind_case(json.value());
    demand(from_toml.ok() == from_json.ok(), "both forms are valid, or neither");
    if (from_toml) {
        demand(from_toml.value().digest == from_json.value().digest, "one case has one digest");
    } else {
        demand(from_toml.problems().size() == from_json.problems().size(),
               "both forms are wrong in as many places");
    }
    return 0;
}
