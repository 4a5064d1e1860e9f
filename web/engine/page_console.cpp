#include "cli/console.hpp"
#include "cli/problems.hpp"
#include "cli/terminal.hpp"

// The console of a page, in place of cli/console.cpp: every answer and every problem is JSON.
// Because the format is known when the module is linked, all that writes answers as text stays out
// of it.

namespace unbracket::cli {

Console::Console(const Invocation& invocation)
    : is_quiet_(invocation.has("quiet")), is_verbose_(invocation.has("verbose")) {}

Format Console::format() const {
    return Format::json;
}

int Console::answer(std::string_view text, int code) const {
    return put(text, code);
}

int Console::put(std::string_view text, int code) const {
    return write_to_standard_output(text, code);
}

int Console::answer(const Node& json, int code) const {
    return put(json_text(json), code);
}

void Console::remark(std::string_view text) const {
    if (!is_quiet_) {
        write_to_standard_error(std::string(text) + "\n");
    }
}

int Console::save(const std::string& path, std::string_view text) const {
    const auto problem = save_file(path, text);
    return problem ? fail({*problem}) : answered;
}

int Console::written(const std::vector<std::string>& files, std::string_view, Node data) const {
    add_member(data, "written", json_texts(files));
    return answer(data);
}

int Console::fail(const Diagnostics& problems) const {
    write_to_standard_error(json_text(problems_json(problems)));
    return bad_input;
}

} // namespace unbracket::cli
