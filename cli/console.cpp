#include "cli/console.hpp"

#include "cli/problems.hpp"
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

Format Console::format() const {
    return format_;
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
        write_to_standard_error(json_text(problems_json(problems)));
    } else {
        write_to_standard_error(problem_list(problems));
    }
    return bad_input;
}

} // namespace unbracket::cli
