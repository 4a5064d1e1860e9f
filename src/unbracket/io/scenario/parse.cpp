#include "unbracket/io/scenario/parse.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/scenario/negmas_value.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"
#include "unbracket/io/scenario/xml.hpp"

#include <algorithm>
#include <initializer_list>
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

bool ends_in(const std::string& file_name, std::initializer_list<std::string_view> endings) {
    std::string name = file_name;
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

bool names_genius(std::string_view text) {
    return text.find("<utility_space") != std::string_view::npos ||
           text.find("<negotiation_template") != std::string_view::npos;
}

/// Of GeniusWeb: a profile is a table with the name of its kind as only key.
bool is_kind_of_profile(std::string_view key) {
    return key.ends_with("UtilitySpace") || key.ends_with("PartialOrdering");
}

} // namespace

bool is_named_as_data(const std::string& file_name) {
    return ends_in(file_name, {".xml", ".json", ".yml", ".yaml"});
}

Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name) {
    AliasBudget aliases;
    return parse_scenario_file(bytes, file_name, aliases);
}

Result<Node> parse_scenario_file(std::string_view bytes, const std::string& file_name,
                                 AliasBudget& aliases) {
    const std::string_view text = without_leading_blanks(bytes);
    if (text.starts_with('<') || ends_in(file_name, {".xml"})) {
        return read_xml(bytes, file_name);
    }
    const bool is_named_yaml = ends_in(file_name, {".yml", ".yaml"});
    const bool is_json =
        text.starts_with('{') || (ends_in(file_name, {".json"}) && !text.starts_with('['));
    if (!is_named_yaml && !is_json &&
        (ends_in(file_name, {".txt"}) || begins_like_score_sheet(bytes))) {
        return read_score_sheet(bytes, file_name);
    }
    if (!is_json) {
        return read_yaml(bytes, file_name, {}, aliases);
    }
    // What is JSON is YAML too, and is read several times faster.
    Result<Node> json = read_json(bytes, file_name, {}, JsonNulls::kept);
    return json || !is_named_yaml ? std::move(json) : read_yaml(bytes, file_name, {}, aliases);
}

bool begins_like_genius(std::string_view bytes) {
    const std::string_view text = without_leading_blanks(bytes);
    return text.starts_with('<') && names_genius(text);
}

bool is_row_of_elements(std::string_view bytes) {
    const std::string_view text = without_leading_blanks(bytes);
    return text.starts_with('<') && !names_genius(text) &&
           read_xml("<all>" + std::string(text) + "</all>", "").ok();
}

std::optional<Diagnostic> unread_part(const Node& root) {
    const auto found = [&](const SourcePosition& at, const std::string& what) {
        return Diagnostic{at, what, "mend it, or take the file out of the folder"};
    };
    if (root.kind != NodeKind::table && root.kind != NodeKind::list) {
        return found(root.at, "a single word, or nothing, stands in this file");
    }
    if (is_xml_element(root)) {
        const std::string& name = xml_name(root);
        const bool is_genius = name == "utility_space" || name == "negotiation_template";
        return is_genius
                   ? std::optional(found(root.at, "<" + name + "> of Genius holds no <objective>"))
                   : std::nullopt;
    }
    for (const Node::Member& member : root.members) {
        if (member.key == "issueWeights" || member.key == "issueUtilities") {
            return found(member.at, quoted(member.key) + " stands here, as in a profile of NegoLog "
                                                         "or GeniusWeb, and the rest of one is "
                                                         "missing");
        }
        if (is_kind_of_profile(member.key)) {
            return found(member.at, "a profile of the kind " + quoted(member.key) +
                                        " is not read; of GeniusWeb a table "
                                        "`LinearAdditiveUtilitySpace` is");
        }
    }
    const std::string kind = negmas::kind_of(root);
    const bool is_negmas = kind.find("Utility") != std::string::npos ||
                           kind.ends_with("OutcomeSpace") || kind.find("UFun") != std::string::npos;
    return is_negmas ? std::optional(found(root.at, "a part of NegMAS of the type " + quoted(kind) +
                                                        " that is not read"))
                     : std::nullopt;
}

} // namespace unbracket
