#include "unbracket/io/descriptor.hpp"
#include "unbracket/io/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

// Every new content is first written to a file of its own beside its target. Only when all of them
// are there and no target was changed by others are they moved over the targets; moving is the one
// step that a file system makes whole or not at all.

namespace unbracket {
namespace {

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

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1); // npos + 1 is 0
}

/// A file that does not exist yet, beside the target; the name is left in `path`. It is short, as
/// the name of the target may be as long as the system allows.
int create_beside(const std::string& target, mode_t mode, std::string& path) {
    for (int attempt = 0; attempt < 100; ++attempt) {
        path = folder_of(target) + ".u" + std::to_string(::getpid()) + "-" +
               std::to_string(attempt) + ".tmp";
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    return -1;
}

void flush_folder_of(const std::string& path) {
    const std::string folder = folder_of(path);
    const Descriptor parent(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC));
    if (parent.is_open()) {
        ::fsync(parent.number()); // not every file system can; the content is safe either way
    }
}

/// Where the links of a path end, whether or not anything is there; empty for links in a circle.
std::string end_of_links(const std::string& path) {
    constexpr int most_links = 40; // as many as the system follows
    std::filesystem::path end = path;
    std::error_code error;
    for (int link = 0; link < most_links; ++link) {
        if (!std::filesystem::is_symlink(end, error)) {
            return end.string();
        }
        end = end.parent_path() / std::filesystem::read_symlink(end, error);
    }
    return {};
}

/// Only who owns the file or belongs to its group can hand it on; for others the new file is
/// theirs.
void keep_owner(int file, const struct stat& old) {
    if (::fchown(file, old.st_uid, old.st_gid) != 0) {
        const int ignored = ::fchown(file, static_cast<uid_t>(-1), old.st_gid);
        static_cast<void>(ignored);
    }
}

bool is_same_file(const struct stat& one, const struct stat& other) {
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/// One new content on its way to its target.
class Replacement {
public:
    explicit Replacement(const NewContent& content) : content_(content) {}
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    ~Replacement() {
        if (!temporary_.empty()) {
            ::unlink(temporary_.c_str());
        }
    }

    /// Looks at the target and writes the content beside it.
    std::optional<Diagnostic> prepare() {
        const bool is_device = ::stat(content_.path.c_str(), &old_) == 0 && !S_ISREG(old_.st_mode);
        // What a link like /dev/stdout leads to may have no name, as a pipe has none.
        target_ = is_device ? content_.path : end_of_links(content_.path);
        if (target_.empty()) {
            return system_problem(content_.path, "the file cannot be written", ELOOP);
        }
        is_there_ = ::stat(target_.c_str(), &old_) == 0;
        if (is_there_ && S_ISDIR(old_.st_mode)) {
            return folder_problem(content_.path);
        }
        if (is_there_ && ::access(target_.c_str(), W_OK) != 0) {
            return system_problem(content_.path, "the file may not be written", errno);
        }
        return is_moved() ? write_beside() : std::nullopt;
    }

    /// Keeps other programs of this kind away, and looks whether one came before. `locked` are the
    /// files that are ours already: the same file may be named twice.
    std::optional<Diagnostic> compare(std::vector<struct stat>& locked) {
        if (!content_.replaces || !is_moved()) {
            return std::nullopt;
        }
        if (auto problem = lock(locked)) {
            return problem;
        }
        const Result<std::string> now = read_file(target_, content_.replaces->size());
        if (!now || now.value() != *content_.replaces) {
            return Diagnostic{{content_.path},
                              "the file was changed meanwhile, nothing was written",
                              "run the command again"};
        }
        return std::nullopt;
    }

    /// Puts the content in its place.
    std::optional<Diagnostic> finish() {
        if (!is_moved()) {
            const Descriptor file(::open(target_.c_str(), O_WRONLY | O_CLOEXEC));
            return file.is_open() && write_all(file.number(), content_.bytes)
                       ? std::nullopt
                       : std::optional(problem_of_writing());
        }
        if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
            return problem_of_writing();
        }
        temporary_.clear();
        flush_folder_of(target_);
        return std::nullopt;
    }

private:
    /// A terminal, a pipe or /dev/null is written directly.
    bool is_moved() const { return !is_there_ || S_ISREG(old_.st_mode); }

    Diagnostic problem_of_writing() const {
        return system_problem(content_.path, "the file cannot be written", errno);
    }

    std::optional<Diagnostic> write_beside() {
        std::string name;
        const Descriptor file(create_beside(target_, is_there_ ? 0600 : 0666, name));
        if (!file.is_open()) {
            return system_problem(content_.path, "the file cannot be written here", errno);
        }
        temporary_ = name;
        if (is_there_) {
            keep_owner(file.number(), old_); // before the permissions, some of which it takes away
        }
        const bool is_written =
            write_all(file.number(), content_.bytes) &&
            (!is_there_ || ::fchmod(file.number(), old_.st_mode & 07777U) == 0) &&
            ::fsync(file.number()) == 0;
        return is_written ? std::nullopt : std::optional(problem_of_writing());
    }

    /// Where the file system knows no locks the comparison alone has to do.
    std::optional<Diagnostic> lock(std::vector<struct stat>& locked) {
        using namespace std::chrono_literals;
        constexpr int most_attempts = 1000;
        for (int attempt = 0; attempt < most_attempts; ++attempt) {
            struct stat now{};
            if (::stat(target_.c_str(), &now) != 0) {
                return std::nullopt; // the comparison will tell
            }
            for (const struct stat& ours : locked) {
                if (is_same_file(ours, now)) {
                    return std::nullopt;
                }
            }
            lock_ = std::make_unique<Descriptor>(::open(target_.c_str(), O_RDONLY | O_CLOEXEC));
            const int answer = ::flock(lock_->number(), LOCK_EX | LOCK_NB);
            if (answer != 0 && errno != EWOULDBLOCK && errno != EINTR) {
                return std::nullopt;
            }
            struct stat held{};
            if (answer == 0 && ::fstat(lock_->number(), &held) == 0 && is_same_file(held, now)) {
                locked.push_back(held);
                return std::nullopt;
            }
            std::this_thread::sleep_for(10ms);
        }
        return Diagnostic{{content_.path},
                          "another program keeps the file locked, nothing was written",
                          "run the command again when it is done"};
    }

    const NewContent& content_;
    std::string target_;
    std::string temporary_; // empty before it is there and after it was moved
    struct stat old_{};
    bool is_there_ = false;
    std::unique_ptr<Descriptor> lock_;
};

} // namespace

std::optional<Diagnostic> write_files_atomically(const std::vector<NewContent>& contents) {
    std::vector<std::unique_ptr<Replacement>> replacements;
    for (const NewContent& content : contents) {
        replacements.push_back(std::make_unique<Replacement>(content));
        if (auto problem = replacements.back()->prepare()) {
            return problem;
        }
    }
    std::vector<struct stat> locked;
    for (const auto& replacement : replacements) {
        if (auto problem = replacement->compare(locked)) {
            return problem;
        }
    }
    for (const auto& replacement : replacements) {
        if (auto problem = replacement->finish()) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<Diagnostic> write_file_atomically(const std::string& path, std::string_view bytes) {
    return write_files_atomically({{path, std::string(bytes), std::nullopt}});
}

} // namespace unbracket
