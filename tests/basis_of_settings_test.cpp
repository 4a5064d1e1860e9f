#include "unbracket/model/edit.hpp"
#include "unbracket/report/phrase_entry.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace unbracket {
namespace {

/// What the screen says of Alta's fallback.
std::string basis_with(const Setting& setting) {
    const Node document = parse_setting_value(
        "{ unbracket = 1, party = { alta = {}, bera = {} }, fallback = { alta = [20, 40], bera = "
        "30 }, issue.x = { option = [a, b], score = { alta = { a = 1, b = 9 }, bera = { a = 9, b = "
        "1 } } }, said = [{ id = s, who = Alta, speaks_for = alta, attribution = named, claim = c, "
        "supports = fallback.alta }] }");
    const LoadedCase loaded = with_changes(load_case(document).value(), {setting}).value();
    return basis_phrase(loaded.negotiation, *loaded.negotiation.find_entry("fallback.alta"));
}

TEST(BasisOfSettings, IsAssumedWhereTheValueIsNew) {
    EXPECT_EQ(basis_with({"fallback.alta", parse_setting_value("25"), {}}), "assumed");
    EXPECT_EQ(basis_with({"fallback.alta", parse_setting_value("20..40"), {}}), "in its own words");
    EXPECT_EQ(basis_with({"fallback.bera", parse_setting_value("25"), {}}), "in its own words");
}

} // namespace
} // namespace unbracket
