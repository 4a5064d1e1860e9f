#include "cli/command.hpp"

#include <charconv>

namespace unbracket::cli {

std::optional<std::string> Invocation::value(std::string_view flag) const {
    const auto found = flags.find(flag);
    if (found == flags.end() || found->second.empty()) {
        return std::nullopt;
    }
    return found->second.back();
}

std::vector<std::string> Invocation::values(std::string_view flag) const {
    const auto found = flags.find(flag);
    return found == flags.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::size_t> Invocation::count(std::string_view flag) const {
    const std::optional<std::string> text = value(flag);
    std::size_t number = 0;
    if (!text ||
        std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{}) {
        return std::nullopt;
    }
    return number;
}

} // namespace unbracket::cli
