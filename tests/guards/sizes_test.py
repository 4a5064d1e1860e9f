"""tools/checks/sizes.py refuses long files, long, wide and deep functions."""

import sys
import unittest

from sample import CHECKS, GuardTest

sys.path.insert(0, str(CHECKS))
from functions import functions_of  # noqa: E402


def function_of(lines: int, comment: str = "") -> str:
    """A function with that many lines."""
    body = "".join(f"    value += {number};\n" for number in range(lines - 2))
    return f"{comment}int sum(int value) {{\n{body}}}\n"


class Sizes(GuardTest):
    check = "sizes.py"

    def test_ordinary_code_passes(self) -> None:
        self.write("src/a.cpp", function_of(60))
        self.write("tools/a.py", "def f():\n    return 1\n")
        self.passes()

    def test_a_file_of_601_lines_is_refused(self) -> None:
        self.write("src/a.cpp", "int a;\n" * 600)
        self.passes()
        self.write("src/a.cpp", "int a;\n" * 601)
        self.refuses("601 lines")

    def test_a_function_of_61_lines_is_refused(self) -> None:
        self.write("src/a.cpp", function_of(61))
        self.refuses("sum has 61 lines")

    def test_a_long_function_with_a_reason_passes(self) -> None:
        self.write("src/a.cpp", function_of(80, "// Long because it is a table.\n"))
        self.passes()

    def test_a_reason_elsewhere_does_not_help(self) -> None:
        self.write("src/a.cpp", "// Long because it is a table.\n\n\n\n\n\n\n" + function_of(61))
        self.refuses("sum has 61 lines")

    def test_a_long_test_is_refused(self) -> None:
        body = "    EXPECT_EQ(1, 1);\n" * 60
        self.write("src/a_test.cpp", f"TEST(Sum, IsLong) {{\n{body}}}\n")
        self.refuses("TEST has 62 lines")

    def test_six_parameters_are_refused(self) -> None:
        self.write("src/a.cpp", "void f(int a, int b, int c, int d, int e, int g) {\n}\n")
        self.refuses("f has 6 parameters")

    def test_commas_inside_of_types_are_no_parameters(self) -> None:
        self.write("src/a.cpp", "void f(M<int, int> a, M<int, int> b, F<int(int, int)> c) {\n}\n")
        self.passes()

    def test_four_levels_of_nesting_are_refused(self) -> None:
        four = "if (a) {\nfor (;;) {\nwhile (b) {\n%s\n}\n}\n}\n"
        self.write("src/a.cpp", "void f() {\n" + four % "g();" + "}\n")
        self.passes()
        self.write("src/a.cpp", "void f() {\n" + four % "if (c) {\ng();\n}" + "}\n")
        self.refuses("nests 4 deep")

    def test_a_long_python_function_is_refused(self) -> None:
        self.write("tools/a.py", "def f():\n" + "    pass\n" * 60)
        self.refuses("f has 61 lines")


class FunctionsOfAText(unittest.TestCase):
    """What the limits are measured by."""

    def names(self, text: str) -> list[str]:
        return [function.name for function in functions_of(text)]

    def test_members_operators_and_constructors_are_found(self) -> None:
        text = (
            "namespace a {\nclass B : public C {\n  public:\n    explicit B(int x) : x_{x} {}\n"
            "    bool operator==(const B&) const {\n        return true;\n    }\n  private:\n"
            "    int x_{0};\n};\n} // namespace a\n"
        )
        self.assertEqual(self.names(text), ["B", "operator=="])

    def test_templates_and_constraints_are_read_over(self) -> None:
        text = "template <typename T>\n    requires Small<T>\nT twice(T x) {\n    return x;\n}\n"
        self.assertEqual(self.names(text), ["twice"])

    def test_tables_are_no_functions(self) -> None:
        text = "constexpr std::array<int, 2> table = {\n    f(1),\n    2,\n};\nint g() { return 1; }\n"
        self.assertEqual(self.names(text), ["g"])

    def test_a_default_argument_is_no_body(self) -> None:
        text = "int f(int a, const B& b = {});\nint g(const B& b = {}) {\n    return 1;\n}\n"
        found = [(f.name, f.first, f.last, f.parameters) for f in functions_of(text)]
        self.assertEqual(found, [("g", 2, 4, 1)])

    def test_a_named_lambda_is_a_function(self) -> None:
        text = "const auto add = [](int a, int b) {\n    return a + b;\n};\n"
        found = list(functions_of(text))
        self.assertEqual([(f.name, f.parameters) for f in found], [("add", 2)])

    def test_a_lambda_in_a_condition_leaves_the_nesting_right(self) -> None:
        text = "void f() {\n    if (any(x, [](int y) { return y > 0; })) {\n        g();\n    }\n}\n"
        self.assertEqual([f.nesting for f in functions_of(text)], [1])

    def test_else_if_is_no_deeper(self) -> None:
        text = "void f() {\n    if (a) {\n    } else if (b) {\n    } else {\n    }\n}\n"
        self.assertEqual([f.nesting for f in functions_of(text)], [1])

    def test_braces_in_literals_and_comments_do_not_count(self) -> None:
        text = "void f() {\n    g(\"{\", '{'); // {\n}\nvoid h() {\n    x = 1'000;\n}\n"
        self.assertEqual(self.names(text), ["f", "h"])


if __name__ == "__main__":
    unittest.main()
