#pragma once

#include <string>
#include <string_view>

namespace unbracket {

/// The report as one HTML file: the page that is made beforehand, with a title and data in the
/// places kept for them (`@@TITLE@@` and `@@DATA@@`, each once). `json` is the data. Whatever the
/// texts hold, none of it is read as markup.
std::string html_page(std::string_view page, std::string_view title, std::string_view json);

} // namespace unbracket
