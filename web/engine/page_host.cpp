#include "web/engine/page_host.hpp"

#include "unbracket/io/file.hpp"

#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"

// What a page has instead of the operating system, behind the same headers: texts by name for
// files read and written, two strings for the standard streams, no terminal and no signals. Work is
// cancelled by ending the worker that does it.

/// The page shows it; `part` is between 0 and 1.
extern "C" [[clang::import_module("page"), clang::import_name("unbracket_progress")]] void
unbracket_progress(double part);

namespace unbracket {

Result<std::string> read_file(const std::string& path, std::size_t most_bytes) {
    const auto& files = web::page_host().files;
    const auto found = files.find(path);
    if (found == files.end()) {
        return Diagnostic{{path}, "there is no such text in this page", ""};
    }
    if (found->second.size() > most_bytes) {
        return Diagnostic{{path},
                          "the text has more than " + std::to_string(most_bytes) + " bytes",
                          "make it smaller"};
    }
    return found->second;
}

std::optional<Diagnostic> write_file_atomically(const std::string& path, std::string_view bytes) {
    web::page_host().saved.insert_or_assign(path, std::string(bytes));
    return std::nullopt;
}

std::optional<Diagnostic> write_files_atomically(const std::vector<NewContent>& contents) {
    for (const NewContent& content : contents) {
        web::page_host().saved.insert_or_assign(content.path, content.bytes);
    }
    return std::nullopt;
}

} // namespace unbracket

namespace unbracket::web {

PageHost& page_host() {
    static PageHost host;
    return host;
}

} // namespace unbracket::web

namespace unbracket::cli {

std::size_t width_of_terminal() {
    return usual_width;
}

bool shows_emphasis() {
    return false;
}

int write_to_standard_output(std::string_view text, int code) {
    web::page_host().output += text;
    return code;
}

void write_to_standard_error(std::string_view text) {
    web::page_host().remarks += text;
}

bool is_there(const std::string& path) {
    return web::page_host().files.contains(path);
}

bool could_be_a_file(const std::string&) {
    return false;
}

void make_folder(const std::string&) {}

bool can_ask() {
    return false;
}

const CancelFlag& interruption() {
    static const CancelFlag never;
    return never;
}

EndsAtOnce::EndsAtOnce() = default;
EndsAtOnce::~EndsAtOnce() = default;

class Progress::Line {};

Progress::Progress(std::string, Stopping) {}
Progress::Progress(std::string, WorkMeter& meter) {
    meter.tell(unbracket_progress);
}
Progress::~Progress() = default;

} // namespace unbracket::cli
