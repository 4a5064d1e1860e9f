#include "cli/console.hpp"

#include "cli/terminal.hpp"

#include <algorithm>

namespace unbracket::cli {

namespace {

Emphasis chosen_emphasis(const std::string& when, bool writes_to_file) {
    if (when == "always" || when == "never") {
        return when == "always" ? Emphasis::bold : Emphasis::plain;
    }
    return !writes_to_file && shows_emphasis() ? Emphasis::bold : Emphasis::plain;
}

Format chosen_format(const std::string& name) {
    if (name == "json") {
        return Format::json;
    }
    if (name == "csv") {
        return Format::csv;
    }
    return name == "md" ? Format::markdown : Format::text;
}

/// How a character that acts on a terminal is shown, and how many bytes it takes; no bytes for all
/// other characters.
struct Escaped {
    std::string text;
    std::size_t bytes = 0;
};

std::string escape_of(unsigned code) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        text += digits[(code >> shift) & 0xFU];
    }
    return text;
}

/// U+0000 to U+001F, U+007F to U+009F, and what turns the direction of the text that follows:
/// U+202A to U+202E, U+2066 to U+2069.
Escaped escaped_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) {
        return {escape_of(byte(0)), 1};
    }
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) {
        return {escape_of(byte(1)), 2};
    }
    const unsigned code = ((byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)) + 0x2000U;
    const bool turns = (byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
                       (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
    return byte(0) == 0xE2 && turns ? Escaped{escape_of(code), 3} : Escaped{};
}

Node problems_as_json(const Diagnostics& problems) {
    Node list = list_node({});
    for (const Diagnostic& problem : problems) {
        Node one = table_node();
        add_member(one, "file", text_node(problem.where.file));
        add_member(one, "line", number_node(std::to_string(problem.where.line)));
        add_member(one, "column", number_node(std::to_string(problem.where.column)));
        add_member(one, "what", text_node(problem.what));
        add_member(one, "hint", text_node(problem.hint));
        list.items.push_back(std::move(one));
    }
    Node whole = table_node();
    add_member(whole, "errors", std::move(list));
    return whole;
}

/// Who the answer is for, and what is not decided by it.
std::string view_line(const std::string& view, const ScreenOptions& screen) {
    Page page(screen);
    if (view == "mediator") {
        page.paragraph("Seen by the mediator: all that the file holds.");
    } else {
        const std::string who = view == "public" ? "the public" : view;
        page.paragraph("Seen by " + who +
                       ": entries not visible are treated as missing and not "
                       "counted, so the answer may be surer than that of the "
                       "whole file.");
    }
    return page.text();
}

} // namespace

Console::Console(const Invocation& invocation)
    : format_(chosen_format(invocation.value("format").value_or("text"))),
      is_quiet_(invocation.has("quiet")), is_verbose_(invocation.has("verbose")),
      output_(invocation.value("output").value_or("")),
      view_(invocation.value("view").value_or("")) {
    if (output_ == "-") {
        output_.clear();
    }
    screen_.emphasis =
        chosen_emphasis(invocation.value("color").value_or("auto"), writes_to_file());
    const std::size_t usual = output_.empty() ? width_of_terminal() : usual_width;
    screen_.extent = is_quiet_ && output_.empty() ? Extent::answer : Extent::whole;
    screen_.lists = is_verbose_ ? Lists::full : Lists::shortened;
    screen_.width = std::max(invocation.count("width").value_or(usual), narrowest_page);
}

int Console::answer(std::string_view text, int code) const {
    const bool is_read = format_ == Format::text || format_ == Format::markdown;
    return view_.empty() || !is_read
               ? put(text, code)
               : put(view_line(view_, screen_) + "\n" + std::string(text), code);
}

int Console::put(std::string_view text, int code) const {
    if (output_.empty()) {
        return write_to_standard_output(text, code);
    }
    const int saved = save(output_, text);
    return saved == answered ? code : saved;
}

int Console::answer(const Node& json, int code) const {
    if (view_.empty() || json.find("view") != nullptr) {
        return put(json_text(json), code);
    }
    Node seen = json;
    seen.members.insert(seen.members.begin(), {"view", {}, text_node(view_)});
    return put(json_text(seen), code);
}

void Console::remark(std::string_view text) const {
    if (!is_quiet_) {
        write_to_standard_error(std::string(text) + "\n");
    }
}

int Console::written(const std::vector<std::string>& files, std::string_view text,
                     Node data) const {
    if (format_ == Format::json) {
        add_member(data, "written", json_texts(files));
        return write_to_standard_output(json_text(data), answered);
    }
    if (!text.empty()) {
        remark(text);
    }
    return answered;
}

int Console::save(const std::vector<ChangedFile>& files) const {
    if (const std::optional<Diagnostic> problem = save_changes(files)) {
        fail({*problem});
        return failed;
    }
    return answered;
}

int Console::save(const std::string& path, std::string_view text) const {
    const std::optional<Diagnostic> problem = save_file(path, text);
    if (!problem) {
        return answered;
    }
    fail({*problem});
    return could_be_a_file(path) ? failed : bad_input;
}

int Console::fail(const Diagnostics& problems) const {
    if (format_ == Format::json) {
        write_to_standard_error(json_text(problems_as_json(problems)));
    } else {
        write_to_standard_error(problem_list(problems));
    }
    return bad_input;
}

std::string without_control_characters(std::string_view text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size();) {
        const Escaped escaped = escaped_at(text, i);
        safe += escaped.bytes == 0 ? std::string(1, text[i]) : escaped.text;
        i += std::max<std::size_t>(escaped.bytes, 1);
    }
    return safe;
}

std::string problem_line(const Diagnostic& problem) {
    const std::string where = to_string(problem.where);
    return without_control_characters((where.empty() ? "unbracket" : where) + ": " + problem.what +
                                      (problem.hint.empty() ? "" : "; " + problem.hint));
}

std::string problem_list(const Diagnostics& problems) {
    std::string text;
    for (const Diagnostic& problem : problems) {
        text += problem_line(problem) + "\n";
    }
    if (problems.size() > 1) {
        text += std::to_string(problems.size()) + " problems\n";
    } else {
        text += "1 problem\n";
    }
    return text;
}

} // namespace unbracket::cli
