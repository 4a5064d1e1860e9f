#include "unbracket/io/scenario/parse.hpp"

#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"
#include "unbracket/io/scenario/xml.hpp"
#include "unbracket/io/scenario/yaml.hpp"

#include <utility>

namespace unbracket {

namespace {

std::string_view without_leading_blanks(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
    }
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : bytes.substr(first);
}

} // namespace

Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name) {
    const std::string_view text = without_leading_blanks(bytes);
    if (text.starts_with('<')) {
        return read_xml(bytes, file_name);
    }
    const bool is_named_yaml = file_name.ends_with(".yml") || file_name.ends_with(".yaml");
    const bool is_json = text.starts_with('{');
    if (!is_named_yaml && !is_json &&
        (file_name.ends_with(".txt") || begins_like_score_sheet(bytes))) {
        return read_score_sheet(bytes, file_name);
    }
    if (!is_json) {
        return read_yaml(bytes, file_name);
    }
    // What is JSON is YAML too, and is read several times faster.
    Result<Node> json = read_json(bytes, file_name, {}, JsonNulls::kept);
    return json || !is_named_yaml ? std::move(json) : read_yaml(bytes, file_name);
}

bool begins_like_genius(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    const std::string_view start = without_leading_blanks(bytes).substr(0, head);
    return start.starts_with('<') &&
           (start.find("<utility_space") != std::string_view::npos ||
            start.find("<negotiation_template") != std::string_view::npos);
}

} // namespace unbracket
