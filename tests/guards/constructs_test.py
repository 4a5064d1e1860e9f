"""tools/checks/constructs.py refuses what the style refuses."""

import unittest

from sample import GuardTest


class Constructs(GuardTest):
    check = "constructs.py"

    def refuses_line(self, path: str, line: str, words: str) -> None:
        self.write(path, "#pragma once\n" + line + "\n")
        self.refuses(words)

    def test_ordinary_code_passes(self) -> None:
        self.write("src/unbracket/base/a.hpp", "#pragma once\nint a(); // new shared_ptr, try {\n")
        self.write("src/unbracket/io/a.cpp", "void f() {\n    try {\n    } catch (...) {\n    }\n}\n")
        self.passes()

    def test_shared_ptr_is_refused(self) -> None:
        self.refuses_line("src/unbracket/io/a.cpp", "std::shared_ptr<int> a;", "no shared_ptr")

    def test_bare_new_is_refused(self) -> None:
        self.refuses_line("tests/a_test.cpp", "int* a = new int(3);", "no bare new")

    def test_using_namespace_in_a_header_is_refused(self) -> None:
        self.refuses_line("src/unbracket/base/a.hpp", "using namespace std;", "using namespace")

    def test_a_macro_is_refused(self) -> None:
        self.refuses_line("src/unbracket/base/a.hpp", "#define TWICE(x) ((x) + (x))", "no macros")

    def test_the_two_macros_pass(self) -> None:
        self.write("src/unbracket/base/a.hpp", "#pragma once\n#define UNBRACKET_REQUIRE(c, s) f(c, s)\n")
        self.passes()

    def test_printing_in_a_library_is_refused(self) -> None:
        self.refuses_line("src/unbracket/report/a.cpp", 'void f() { std::cout << "a"; }', "print")
        self.refuses_line("src/unbracket/io/a.cpp", 'void f() { std::printf("a"); }', "print")

    def test_exceptions_in_the_engine_are_refused(self) -> None:
        self.refuses_line("src/unbracket/search/a.cpp", "void f() { throw 1; }", "neither exceptions")

    def test_the_math_library_in_the_engine_is_refused(self) -> None:
        self.refuses_line("src/unbracket/zone/a.cpp", "double a = std::exp(1.0);", "math library")

    def test_the_square_root_passes(self) -> None:
        self.write("src/unbracket/zone/a.cpp", "double a = std::sqrt(2.0);\n")
        self.passes()

    def test_random_numbers_of_the_standard_library_are_refused(self) -> None:
        self.refuses_line("tests/a_test.cpp", "std::uniform_int_distribution<int> d;", "random.hpp")

    def test_a_default_in_a_switch_over_an_enum_is_refused(self) -> None:
        switch = "void f(A a) {\n    switch (a) {\n    case %s:\n    default:\n        break;\n    }\n}\n"
        self.write("src/unbracket/io/a.cpp", switch % "'x'")
        self.passes()
        self.write("src/unbracket/io/a.cpp", switch % "A::b")
        self.refuses("no default in a switch")

    def test_a_test_that_cannot_fail_is_refused(self) -> None:
        self.refuses_line("src/unbracket/base/a_test.cpp", "EXPECT_TRUE(true);", "cannot fail")

    def test_a_header_without_pragma_once_is_refused(self) -> None:
        self.write("src/unbracket/base/a.hpp", "int a();\n")
        self.refuses("#pragma once")

    def test_a_line_with_a_reason_passes(self) -> None:
        self.write(
            "src/unbracket/io/a.cpp",
            "void f(A a) {\n    switch (a) {\n    case A::b:\n"
            "    // Allowed because bytes come from outside.\n    default:\n        break;\n    }\n}\n",
        )
        self.passes()


if __name__ == "__main__":
    unittest.main()
