#pragma once

#include "unbracket/base/result.hpp"

#include <string>
#include <vector>

namespace unbracket {

/// What lies in a folder, by what a reader of scenarios does with it.
struct FolderContent {
    struct Unopened {
        std::string path;
        bool is_folder = false;
        bool may_hold_profiles = false;
    };
    /// Files to read, with links that lead nowhere, in order of their names.
    std::vector<std::string> files;
    /// Devices, pipes and sockets, and links to them: opening one may wait for ever.
    std::vector<std::string> no_files;
    /// Hidden files and folders, in order of their names. A hidden file may be a profile where it
    /// is named like one; a folder where a file named like one is among the first 1,000 in it.
    std::vector<Unopened> unopened;
};

/// A problem where the folder cannot be read, or holds more than 1,000 files. Opens no file.
Result<FolderContent> folder_content(const std::string& folder);

} // namespace unbracket
