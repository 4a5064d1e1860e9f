"""tools/checks/names.py refuses names against the style."""

import unittest

from sample import GuardTest

CLASS = """#pragma once
namespace a {
template <typename T>
class Rope : public Base {
  public:
    explicit Rope(int length) : length_(length), knots_{0} {}
    int length() const {
        int copy = length_;
        return copy;
    }

  private:
    struct Knot {
        int place = 0;
    };
    static constexpr int longest = 3;
    void tie();
    int length_;
    std::vector<Knot> knots_{};
};
using Ropes = std::vector<Rope<int>>;
using value_type = int;
} // namespace a
"""


class Names(GuardTest):
    check = "names.py"

    def refuses_text(self, text: str, words: str) -> None:
        self.write("src/unbracket/base/rope.hpp", text)
        self.refuses(words)

    def test_the_style_passes(self) -> None:
        self.write("src/unbracket/base/rope.hpp", CLASS)
        self.write("src/unbracket/base/rope.cpp", "template <class T>\nRope<T>::Rope() {\n}\n")
        self.write("tests/rope_test.cpp", "TEST(Rope, HasALength) {\n    EXPECT_EQ(a(), 1);\n}\n")
        self.passes()

    def test_a_type_in_lower_case_is_refused(self) -> None:
        self.refuses_text(CLASS.replace("Rope", "rope"), "the type rope is not CamelCase")

    def test_an_alias_in_lower_case_is_refused(self) -> None:
        self.refuses_text(CLASS.replace("Ropes", "ropes"), "the type ropes is not CamelCase")

    def test_a_function_in_camel_case_is_refused(self) -> None:
        self.refuses_text("int Length() {\n    return 1;\n}\n", "the function Length is not")

    def test_mixed_case_is_refused_anywhere(self) -> None:
        self.refuses_text("int f() {\n    int ropeLength = 1;\n}\n", "ropeLength is not lower_case")

    def test_names_of_the_library_for_archives_are_its_own(self) -> None:
        self.write("src/unbracket/base/rope.cpp", "int f() {\n    return unzClose(zipOpen(uLong(1)));\n}\n")
        self.passes()

    def test_a_conversion_has_the_name_of_a_type(self) -> None:
        self.write("src/unbracket/base/rope.cpp", "Rope::operator const std::string&() const {\n    return text_;\n}\n")
        self.passes()

    def test_a_private_member_without_underscore_is_refused(self) -> None:
        self.refuses_text(CLASS.replace("length_", "size"), "the private member size does not end")
        self.refuses_text(CLASS.replace("knots_", "knots"), "the private member knots does not end")

    def test_a_constant_in_camel_case_is_refused(self) -> None:
        self.refuses_text("constexpr int Longest = 3;\n", "the constant Longest is not lower_case")

    def test_a_test_name_with_underscores_is_refused(self) -> None:
        self.refuses_text("TEST(Rope, has_length) {\n}\n", "the test name has_length")

    def test_a_file_name_in_camel_case_is_refused(self) -> None:
        self.write("src/unbracket/base/Rope.hpp", "int f();\n")
        self.refuses("the file name is not lower_case")


if __name__ == "__main__":
    unittest.main()
