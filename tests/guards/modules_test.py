"""The build itself refuses headers that need others, and exceptions in the engine."""

import subprocess
import unittest

from sample import ROOT, GuardTest

PROJECT = """cmake_minimum_required(VERSION 3.25)
project(sample CXX)
set(UNBRACKET_WERROR ON)
include({root}/cmake/UnbracketCompiler.cmake)
include({root}/cmake/UnbracketModule.cmake)
add_subdirectory(src/unbracket/base)
"""


class Modules(GuardTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("CMakeLists.txt", PROJECT.format(root=ROOT))
        self.write("src/unbracket/base/CMakeLists.txt", "unbracket_module(base ENGINE)\n")
        self.write("src/unbracket/base/a.hpp", "#pragma once\n#include <vector>\n")
        self.write("src/unbracket/base/a.cpp", '#include "unbracket/base/a.hpp"\n')

    def build(self, *targets: str) -> tuple[int, str]:
        output = ""
        for command in (
            ["cmake", "-G", "Ninja", "-S", ".", "-B", "out"],
            ["cmake", "--build", "out", *targets],
        ):
            result = subprocess.run(
                command, cwd=self.folder, capture_output=True, text=True, check=False
            )
            output += result.stdout + result.stderr
            if result.returncode != 0:
                return result.returncode, output
        return 0, output

    def test_a_good_module_is_built(self) -> None:
        for target in ("all", "all_verify_interface_header_sets"):
            code, output = self.build("--target", target)
            self.assertEqual(code, 0, output)

    def test_a_header_that_needs_another_is_refused(self) -> None:
        self.write("src/unbracket/base/b.hpp", "#pragma once\nstd::vector<int> numbers();\n")
        code, output = self.build("--target", "all_verify_interface_header_sets")
        self.assertNotEqual(code, 0)
        self.assertIn("b.hpp", output)

    def test_an_exception_in_the_engine_does_not_compile(self) -> None:
        self.write("src/unbracket/base/a.cpp", "int f();\nint f() {\n    throw 1;\n}\n")
        code, output = self.build()
        self.assertNotEqual(code, 0)
        self.assertIn("exception", output)

    def test_a_warning_does_not_compile(self) -> None:
        self.write("src/unbracket/base/a.cpp", "int f(long);\nint f(long a) {\n    return a;\n}\n")
        code, output = self.build()
        self.assertNotEqual(code, 0)
        self.assertIn("conversion", output)

    def test_a_folder_without_sources_is_tolerated(self) -> None:
        for name in ("a.hpp", "a.cpp"):
            (self.folder / "src/unbracket/base" / name).unlink()
        code, output = self.build()
        self.assertEqual(code, 0, output)


if __name__ == "__main__":
    unittest.main()
