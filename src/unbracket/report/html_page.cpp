#include "unbracket/report/html_page.hpp"

#include "unbracket/base/require.hpp"
#include "unbracket/report/svg.hpp"

namespace unbracket {

namespace {

/// JSON in a script element ends at the first `</script`, and changes its meaning at `<!--`. A `<`
/// stands in texts alone, where it may be escaped.
std::string as_script_data(std::string_view json) {
    std::string safe;
    for (const char character : json) {
        character == '<' ? safe += "\\u003c" : safe += character;
    }
    return safe;
}

void put(std::string& page, std::string_view place, std::string_view text) {
    const std::size_t at = page.find(place);
    UNBRACKET_REQUIRE(at != std::string::npos, "a page keeps a place for its title and its data");
    page.replace(at, place.size(), text);
}

} // namespace

std::string html_page(std::string_view page, std::string_view title, std::string_view json) {
    std::string whole(page);
    put(whole, "@@DATA@@", as_script_data(json));
    put(whole, "@@TITLE@@", svg_escaped(title)); // last, as it stands before the data
    return whole;
}

} // namespace unbracket
