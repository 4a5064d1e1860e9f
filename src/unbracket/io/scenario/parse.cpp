#include "unbracket/io/scenario/parse.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/json_reader.hpp"
#include "unbracket/io/scenario/negmas_value.hpp"
#include "unbracket/io/scenario/score_sheet.hpp"
#include "unbracket/io/scenario/xml.hpp"
#include "unbracket/model/spelling.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

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

/// A list that is read as YAML, where its name promises JSON.
Diagnostics as_json(Diagnostics problems) {
    constexpr std::string_view yaml = "this is no YAML";
    for (Diagnostic& problem : problems) {
        if (problem.what.starts_with(yaml)) {
            problem.what.replace(0, yaml.size(), "this is no JSON");
        }
    }
    return problems;
}

/// A mark of a profile or a domain that a word differs from in one or two letters.
const std::string* nearly(const std::string& word, const std::vector<std::string>& marks) {
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const std::string& mark) {
        constexpr std::size_t longest = 64;
        return word.size() <= longest && word != mark && spelling_distance(word, mark) <= 2;
    });
    return found == marks.end() ? nullptr : &*found;
}

/// Of GeniusWeb: a profile is a table with the name of its kind as only key.
bool is_kind_of_profile(std::string_view key) {
    return key.ends_with("UtilitySpace") || key.ends_with("PartialOrdering");
}

Diagnostic part_found(const SourcePosition& at, const std::string& what) {
    return {at, what, "mend it, or take the file out of the folder"};
}

std::optional<Diagnostic> unread_element(const Node& root) {
    const std::vector<std::string> marks = {"utility_space", "negotiation_template"};
    const std::string name(xml_name(root));
    if (const std::string* mark = nearly(name, marks)) {
        return part_found(root.at, "<" + name + "> stands here; Genius writes <" + *mark + ">");
    }
    const bool is_genius = std::find(marks.begin(), marks.end(), name) != marks.end();
    return is_genius
               ? std::optional(part_found(root.at, "<" + name + "> of Genius holds no <objective>"))
               : std::nullopt;
}

/// What stands at the top of JSON and YAML.
std::optional<Diagnostic> unread_member(const Node::Member& member) {
    const std::vector<std::string> marks = {"issueWeights", "issueUtilities", "issuesValues",
                                            "reservationBid", "LinearAdditiveUtilitySpace"};
    if (member.key == "issueWeights" || member.key == "issueUtilities") {
        return part_found(member.at, quoted(member.key) + " stands here, as in a profile of "
                                                          "NegoLog or GeniusWeb, and the rest of "
                                                          "one is missing");
    }
    if (const std::string* mark = nearly(member.key, marks)) {
        return part_found(member.at, quoted(member.key) +
                                         " stands here; profiles and domains have " +
                                         quoted(*mark));
    }
    return is_kind_of_profile(member.key)
               ? std::optional(part_found(member.at, "a profile of the kind " + quoted(member.key) +
                                                         " is not read; of GeniusWeb a table "
                                                         "`LinearAdditiveUtilitySpace` is"))
               : std::nullopt;
}

} // namespace

bool is_named_as_data(const std::string& file_name) {
    return ends_in(file_name, {".xml", ".json", ".yml", ".yaml"});
}

bool is_named_as_text(const std::string& file_name) {
    return ends_in(file_name, {".txt"});
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
        (is_named_as_text(file_name) || begins_like_score_sheet(bytes))) {
        return read_score_sheet(bytes, file_name);
    }
    if (!is_json) {
        Result<Node> yaml = read_yaml(bytes, file_name, {}, aliases);
        return yaml || !ends_in(file_name, {".json"}) ? std::move(yaml)
                                                      : Result<Node>(as_json(yaml.problems()));
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
    if (root.kind != NodeKind::table && root.kind != NodeKind::list) {
        return part_found(root.at, "a single word, or nothing, stands in this file");
    }
    if (is_xml_element(root)) {
        return unread_element(root);
    }
    for (const Node::Member& member : root.members) {
        if (auto found = unread_member(member)) {
            return found;
        }
    }
    const std::string kind = negmas::kind_of(root);
    const bool is_negmas = kind.find("Utility") != std::string::npos ||
                           kind.ends_with("OutcomeSpace") || kind.find("UFun") != std::string::npos;
    return is_negmas ? std::optional(part_found(root.at, "a part of NegMAS of the type " +
                                                             quoted(kind) + " that is not read"))
                     : std::nullopt;
}

} // namespace unbracket
