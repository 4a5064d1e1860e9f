#pragma once

#include <map>
#include <string>

namespace unbracket::web {

/// What stands in for files, terminal and standard streams while the page asks something.
struct PageHost {
    std::map<std::string, std::string, std::less<>> files;
    std::map<std::string, std::string> saved; // what a verb wrote, for the page to offer
    std::string output;
    std::string remarks;
};

/// The only one there is: what it replaces is one for a whole program, too.
PageHost& page_host();

} // namespace unbracket::web
