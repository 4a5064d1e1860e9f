"""clang-tidy and clang-format, as tools/check runs them, refuse what they should."""

import json
import shutil
import subprocess
import unittest

from sample import ROOT, GuardTest


@unittest.skipUnless(shutil.which("clang-tidy-22"), "clang-tidy-22 is not installed")
class Tidy(GuardTest):
    check = "tidy.py"

    def setUp(self) -> None:
        super().setUp()
        shutil.copy(ROOT / ".clang-tidy", self.folder)

    def source(self, text: str) -> str:
        path = self.write("src/unbracket/base/a.cpp", text)
        entry = {
            "directory": str(self.folder),
            "file": str(path),
            "command": f"clang++-19 -std=c++20 -Wall -Wextra -Isrc -c {path}",
        }
        self.write("out/compile_commands.json", json.dumps([entry]))
        return str(self.folder / "out")

    def test_clean_code_passes_and_is_remembered(self) -> None:
        build = self.source("int twice(int value) {\n    return 2 * value;\n}\n")
        self.passes("--build", build)
        self.assertIn("1 remembered", self.run_check("--build", build)[1])

    def test_a_loose_body_is_refused(self) -> None:
        build = self.source("int f(int value) {\n    if (value > 0)\n        value = 0;\n    return value;\n}\n")
        self.refuses("readability-braces-around-statements", "--build", build)

    def test_a_warning_of_clang_is_refused(self) -> None:
        build = self.source("int twice(int value) {\n    int unused = 0;\n    return value;\n}\n")
        self.refuses("unused variable", "--build", build)

    def test_a_changed_header_is_looked_at_again(self) -> None:
        self.write("src/unbracket/base/b.hpp", "#pragma once\nint fine();\n")
        build = self.source('#include "unbracket/base/b.hpp"\nint a() {\n    return fine();\n}\n')
        self.passes("--build", build)
        self.write("src/unbracket/base/b.hpp", "#pragma once\nint fine();\nstruct A {\n    A(int);\n};\n")
        self.refuses("google-explicit-constructor", "--build", build)

    def test_nothing_to_look_at_is_refused(self) -> None:
        self.write("out/compile_commands.json", "[]")
        self.refuses("0 files", "--build", str(self.folder / "out"))


@unittest.skipUnless(shutil.which("clang-format-19"), "clang-format-19 is not installed")
class Format(GuardTest):
    def exit_code(self, text: str) -> int:
        shutil.copy(ROOT / ".clang-format", self.folder)
        path = self.write("a.cpp", text)
        command = ["clang-format-19", "--dry-run", "--Werror", str(path)]
        return subprocess.run(command, capture_output=True, check=False).returncode

    def test_formatted_code_passes(self) -> None:
        self.assertEqual(self.exit_code("int* twice(int* value) {\n    return value;\n}\n"), 0)

    def test_unformatted_code_is_refused(self) -> None:
        self.assertNotEqual(self.exit_code("int * twice(int* value){ return value; }\n"), 0)


if __name__ == "__main__":
    unittest.main()
