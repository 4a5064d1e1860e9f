"""tools/checks/docs_run.py runs the pages and refuses output that is not as shown."""

import unittest
from pathlib import Path

from sample import GuardTest

PROGRAM = """#!/bin/bash
case "$1" in
  hello) echo "hello $2"; echo "second line"; echo "third line" ;;
  read) cat "$2" ;;
  *) echo "unknown verb $1" >&2; exit 2 ;;
esac
"""


class DocsRun(GuardTest):
    check = "docs_run.py"

    def setUp(self) -> None:
        super().setUp()
        self.program = self.write("bin/unbracket", PROGRAM)
        self.program.chmod(0o755)

    def page(self, *lines: str) -> None:
        self.write("README.md", "\n".join(("# Page", "", "```console", *lines, "```", "")))

    def run_check(self, *arguments: str) -> tuple[int, str]:
        return super().run_check("--program", str(self.program), *arguments)

    def test_output_as_shown_passes(self) -> None:
        self.page("$ unbracket hello you", "hello you", "second line", "third line")
        self.passes()

    def test_other_output_is_refused(self) -> None:
        self.page("$ unbracket hello you", "hello me", "second line", "third line")
        self.refuses("the output is not as shown")

    def test_a_missing_line_is_refused(self) -> None:
        self.page("$ unbracket hello you", "hello you", "third line")
        self.refuses("the output is not as shown")

    def test_dots_stand_for_lines_and_for_text(self) -> None:
        self.page("$ unbracket hello you", "hel...ou", "...", "third line")
        self.passes()

    def test_a_failing_command_is_refused(self) -> None:
        self.page("$ unbracket sing")
        self.refuses("exit 2")

    def test_an_announced_failure_passes(self) -> None:
        self.page("$ unbracket sing  # exit 2", "unknown verb sing")
        self.passes()

    def test_other_programs_are_refused(self) -> None:
        self.page("$ curl example.org")
        self.refuses("only unbracket runs")

    def test_named_blocks_become_files(self) -> None:
        text = "```toml file=a.toml\na = 1\n```\n\n```console\n$ unbracket read a.toml\na = 1\n```\n"
        self.write("docs/a.md", text)
        self.passes()

    def test_pages_outside_of_the_documents_are_left_alone(self) -> None:
        self.write("build/notes/a.md", "```console\n$ unbracket sing\n```\n")
        self.passes()

    def test_update_writes_what_comes_out(self) -> None:
        self.page("$ unbracket hello you", "old", "", "$ unbracket hello me", "...", "third line")
        self.passes("--update")
        self.passes()
        text = Path(self.folder / "README.md").read_text(encoding="utf-8")
        self.assertIn("hello you\nsecond line", text)
        self.assertIn("...\nthird line", text)


if __name__ == "__main__":
    unittest.main()
