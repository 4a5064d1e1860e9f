#include "unbracket/io/descriptor.hpp"

#include <cerrno>
#include <system_error>

namespace unbracket {

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

} // namespace unbracket
