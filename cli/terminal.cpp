#include "cli/terminal.hpp"

#include "cli/command.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace unbracket::cli {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

} // namespace

std::size_t width_of_terminal() {
    const std::string columns = environment("COLUMNS");
    std::size_t wanted = 0;
    const auto [end, problem] =
        std::from_chars(columns.data(), columns.data() + columns.size(), wanted);
    if (columns.size() < 5 && problem == std::errc() && end == columns.data() + columns.size()) {
        return wanted;
    }
    winsize size = {};
    const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_known ? size.ws_col : usual_width;
}

bool shows_emphasis() {
    return isatty(STDOUT_FILENO) != 0 && environment("NO_COLOR").empty() &&
           environment("TERM") != "dumb";
}

int write_to_standard_output(std::string_view text, int code) {
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t count = write(STDOUT_FILENO, text.data() + done, text.size() - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0 && errno == EPIPE) {
            return code;
        }
        if (count < 0) {
            std::fprintf(stderr, "standard output: cannot be written; %s\n", std::strerror(errno));
            return failed;
        }
        done += static_cast<std::size_t>(count);
    }
    return code;
}

void write_to_standard_error(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

bool is_there(const std::string& path) {
    std::error_code unknown;
    return path == "-" || std::filesystem::exists(path, unknown);
}

bool could_be_a_file(const std::string& path) {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code unknown;
    return path != "-" && !std::filesystem::is_directory(path, unknown) &&
           (folder.empty() || std::filesystem::is_directory(folder, unknown));
}

void make_folder(const std::string& path) {
    std::error_code told_later;
    std::filesystem::create_directories(path, told_later);
}

bool can_ask() {
    return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
}

} // namespace unbracket::cli
