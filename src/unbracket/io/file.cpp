#include "unbracket/io/file.hpp"

#include "unbracket/io/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace unbracket {
namespace {

/// Bytes up to the end, at most so many; 0 or the error number.
int read_all(int descriptor, std::size_t most_bytes, std::string& bytes) {
    constexpr std::size_t block_size = std::size_t{1} << 14U; // more is slow to get for each file
    const auto block = std::make_unique_for_overwrite<char[]>(block_size);
    while (bytes.size() < most_bytes) {
        const std::size_t wanted = std::min(block_size, most_bytes - bytes.size());
        const ssize_t count = ::read(descriptor, block.get(), wanted);
        if (count == 0) {
            break;
        }
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        bytes.append(block.get(), count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return 0;
}

} // namespace

Result<std::string> read_file(const std::string& path, std::size_t most_bytes) {
    const bool is_standard_input = path == "-";
    const std::string name = is_standard_input ? "standard input" : path;
    const Descriptor file(is_standard_input ? STDIN_FILENO
                                            : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
        const int error = errno;
        const char* what = error == ENOENT ? "there is no such file" : "the file cannot be read";
        return system_problem(name, what, error);
    }
    std::string bytes;
    if (const int error = read_all(file.number(), most_bytes + 1, bytes); error != 0) {
        return error == EISDIR ? folder_problem(name)
                               : system_problem(name, "the file cannot be read", error);
    }
    if (bytes.size() > most_bytes) {
        return Diagnostic{{name},
                          "the file has more than " + std::to_string(most_bytes) + " bytes",
                          "split it into layers, or move long quotations out of it"};
    }
    return bytes;
}

} // namespace unbracket
