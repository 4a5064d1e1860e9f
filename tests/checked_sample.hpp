#pragma once

#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/check_text.hpp"

#include "tests/value_case.hpp"

#include <string>
#include <string_view>

namespace unbracket::testing {

/// A checked case that a test may change before a section of it is printed on a wide page.
struct CheckedSample {
    LoadedCase loaded;
    CheckResult result;

    explicit CheckedSample(std::string_view text)
        : loaded(loaded_value(text)), result(check(loaded)) {}

    const Case& negotiation() const { return loaded.negotiation; }
    std::string section(void (*put)(const screen::Checked&, Page&),
                        Lists lists = Lists::shortened) const {
        Page page({.width = 1000});
        put({loaded.negotiation, result, lists}, page);
        return page.text();
    }
};

/// Two parties that want opposite options of one issue, with these values without agreement.
inline std::string opposed_pair(const std::string& alta, const std::string& bera,
                                const std::string& more = "") {
    return "{ unbracket = 1, party = { alta = { name = Alta }, bera = { name = Bera } }, "
           "issue.a = { option = [x, y], score = { alta = { x = 10, y = 0 }, "
           "bera = { x = 0, y = 10 } } }, fallback = { alta = " +
           alta + ", bera = " + bera + " }" + more + " }";
}

} // namespace unbracket::testing
