#include "tests/support/suite.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace unbracket::testing {
namespace {

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') {
        return std::nullopt;
    }
    return std::string(value);
}

[[noreturn]] void refuse(const char* name, const std::string& text) {
    std::fprintf(stderr, "%s is not usable: \"%s\"\n", name, text.c_str());
    std::abort();
}

template <typename Number>
Number number_from(const char* name, Number otherwise) {
    const std::optional<std::string> text = environment(name);
    if (!text) {
        return otherwise;
    }
    Number value{};
    const char* const end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc() || stop != end) {
        refuse(name, *text);
    }
    return value;
}

} // namespace

std::string repository_root() {
    return environment("UNBRACKET_ROOT").value_or(UNBRACKET_SOURCE_ROOT);
}

std::uint64_t suite_seed() {
    return number_from<std::uint64_t>("UNBRACKET_SEED", 1);
}

double suite_share() {
    const double share = number_from<double>("UNBRACKET_TEST_SHARE", 0.1);
    if (!(share > 0.0) || share > 1.0) {
        refuse("UNBRACKET_TEST_SHARE", std::to_string(share));
    }
    return share;
}

std::size_t shared_count(std::size_t full) {
    const double count = std::ceil(static_cast<double>(full) * suite_share());
    return count < 1.0 ? 1 : static_cast<std::size_t>(count);
}

std::string repeat_command(std::string_view test_name) {
    char share[32];
    std::snprintf(share, sizeof share, "%g", suite_share());
    std::string command = "UNBRACKET_SEED=" + std::to_string(suite_seed());
    command += std::string(" UNBRACKET_TEST_SHARE=") + share;
    command += " ctest --test-dir build/release -R '" + std::string(test_name) + "'";
    return command + " --output-on-failure";
}

} // namespace unbracket::testing
