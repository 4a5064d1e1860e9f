#include "unbracket/io/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace unbracket {
namespace {

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDERR_FILENO) {
            ::close(number_);
        }
    }
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

Diagnostic system_problem(const std::string& path, const std::string& what, int error) {
    std::string hint = "the system says: " + std::generic_category().message(error);
    if (error == ENOENT) {
        hint = "check the spelling of the path";
    } else if (error == EACCES || error == EPERM) {
        hint = "ask for the permission, or use another place";
    } else if (error == ENOSPC) {
        hint = "the disk is full";
    }
    return {{path}, what, hint};
}

Diagnostic folder_problem(const std::string& path) {
    return {{path}, "this is a folder", "name a file in it"};
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return true;
}

/// Bytes up to the end, at most so many; 0 or the error number.
int read_all(int descriptor, std::size_t most_bytes, std::string& bytes) {
    std::vector<char> block(std::size_t{1} << 16U);
    while (bytes.size() < most_bytes) {
        const std::size_t wanted = std::min(block.size(), most_bytes - bytes.size());
        const ssize_t count = ::read(descriptor, block.data(), wanted);
        if (count == 0) {
            break;
        }
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        bytes.append(block.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return 0;
}

/// A file that does not exist yet, beside the target; the name is left in `path`.
int create_beside(const std::string& target, mode_t mode, std::string& path) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        path = target + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    return -1;
}

void flush_folder_of(const std::string& path) {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    const Descriptor parent(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (parent.is_open()) {
        ::fsync(parent.number()); // not every file system can; the content is safe either way
    }
}

/// Writes a new file beside the target and moves it there. `mode` is that of the existing target.
std::optional<Diagnostic> replace(const std::string& path, const std::string& target,
                                  std::optional<mode_t> mode, std::string_view bytes) {
    std::string temporary;
    const Descriptor file(create_beside(target, mode ? 0600 : 0666, temporary));
    if (!file.is_open()) {
        return system_problem(path, "the file cannot be written here", errno);
    }
    const bool written =
        write_all(file.number(), bytes) && (!mode || ::fchmod(file.number(), *mode) == 0) &&
        ::fsync(file.number()) == 0 && ::rename(temporary.c_str(), target.c_str()) == 0;
    if (!written) {
        const int error = errno;
        ::unlink(temporary.c_str());
        return system_problem(path, "the file cannot be written", error);
    }
    flush_folder_of(target);
    return std::nullopt;
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

std::optional<Diagnostic> write_file_atomically(const std::string& path, std::string_view bytes) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        return replace(path, path, std::nullopt, bytes);
    }
    if (S_ISDIR(status.st_mode)) {
        return folder_problem(path);
    }
    if (!S_ISREG(status.st_mode)) {
        const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (!file.is_open() || !write_all(file.number(), bytes)) {
            return system_problem(path, "the file cannot be written", errno);
        }
        return std::nullopt;
    }
    std::error_code error;
    const std::filesystem::path target = std::filesystem::canonical(path, error);
    return replace(path, error ? path : target.string(), status.st_mode & 07777U, bytes);
}

} // namespace unbracket
