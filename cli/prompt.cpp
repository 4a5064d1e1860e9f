#include "cli/prompt.hpp"

#include "cli/interrupt.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace unbracket::cli {

std::optional<std::string> ask(const std::string& question) {
    std::fprintf(stderr, "%s ", question.c_str());
    std::fflush(stderr);
    std::string line;
    while (!interruption().is_raised()) {
        char byte = 0;
        const ssize_t count = read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        if (byte == '\n') {
            return line;
        }
        line += byte;
    }
    std::fputc('\n', stderr);
    return line.empty() || interruption().is_raised() ? std::nullopt : std::optional(line);
}

} // namespace unbracket::cli
