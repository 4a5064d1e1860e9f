#include "tests/golden.hpp"

#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace unbracket::testing {

namespace {

std::filesystem::path golden_folder() {
    return std::filesystem::path(repository_root()) / "tests" / "golden";
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

} // namespace

void expect_golden(const std::string& file, const std::string& text) {
    const std::filesystem::path path = golden_folder() / file;
    if (std::getenv("UNBRACKET_REGENERATE") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    EXPECT_EQ(text, content_of(path))
        << path << " differs; UNBRACKET_REGENERATE=1 writes it anew, to be read before it is kept";
}

std::vector<std::string> golden_inputs(const std::string& folder, const std::string& ending) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(golden_folder() / folder)) {
        if (entry.path().extension() == ending) {
            paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<std::string> files_below(const std::string& folder, const std::string& name) {
    std::vector<std::string> paths;
    const auto root = std::filesystem::path(repository_root()) / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().filename() == name) {
            paths.push_back(entry.path().string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace unbracket::testing
