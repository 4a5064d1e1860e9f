#include "unbracket/scenario_target.hpp"

#include "unbracket/io/scenario/scenario_file.hpp"

#include <algorithm>
#include <filesystem>

namespace unbracket {

Diagnostics stale_parts(const std::string& folder, const std::vector<NamedText>& written) {
    Diagnostics problems;
    for (const std::string& path : scenario_parts(folder)) {
        const std::string name = std::filesystem::path(path).filename().string();
        const bool is_written =
            std::any_of(written.begin(), written.end(),
                        [&](const NamedText& each) { return each.name == name; });
        if (!is_written) {
            problems.push_back({{path},
                                "this file would be read as a part of what is written beside it",
                                "choose another folder, or take the file out of this one"});
        }
    }
    return problems;
}

} // namespace unbracket
