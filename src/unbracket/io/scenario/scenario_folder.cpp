#include "unbracket/io/scenario/scenario_folder.hpp"

#include "unbracket/io/scenario/parse.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace unbracket {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 1000;

bool is_named_like_profile(const fs::path& path) {
    const std::string name = path.filename().string();
    return is_named_as_data(name) || is_named_as_text(name);
}

bool holds_named_like_profile(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator each(folder, error);
    std::size_t count = 0;
    for (; !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
        std::error_code ignored;
        if (++count > most_files ||
            (!each->is_directory(ignored) && is_named_like_profile(each->path()))) {
            return true;
        }
    }
    return static_cast<bool>(error); // what cannot be looked at may hold anything
}

/// What the listing of the folder says of an entry is not asked for again.
void sort_in(const fs::directory_entry& entry, FolderContent& content) {
    const fs::path& path = entry.path();
    std::error_code ignored;
    const bool is_hidden = path.filename().string().starts_with('.');
    if (entry.is_directory(ignored)) {
        content.unopened.push_back(
            {path.string(), true, !is_hidden && holds_named_like_profile(path)});
    } else if (is_hidden) {
        content.unopened.push_back({path.string(), false, is_named_like_profile(path)});
    } else if (entry.is_regular_file(ignored) || !entry.exists(ignored)) {
        content.files.push_back(path.string());
    } else {
        content.no_files.push_back(path.string());
    }
}

} // namespace

Result<FolderContent> folder_content(const std::string& folder) {
    std::error_code error;
    FolderContent content;
    fs::directory_iterator each(folder, error);
    for (; !error && each != fs::directory_iterator(); each.increment(error)) {
        sort_in(*each, content);
        if (content.files.size() > most_files) {
            return Diagnostic{
                {folder}, "more than 1000 files in one folder", "name the files instead"};
        }
    }
    if (error) {
        return Diagnostic{{folder}, "the folder cannot be read: " + error.message(), "look at it"};
    }
    std::sort(content.files.begin(), content.files.end());
    std::sort(content.no_files.begin(), content.no_files.end());
    std::sort(content.unopened.begin(), content.unopened.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return content;
}

} // namespace unbracket
