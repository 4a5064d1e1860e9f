"""docs/founding-case.md names commands and quotes what they print: each is run, each quote is found."""

from __future__ import annotations

import re
import shlex
import unittest

from support import ROOT, ProgramTest

PAGE = ROOT / "docs/founding-case.md"
CASE = "catalog/peace-talks/moscow-2025/case.toml"
ROW = re.compile(r"\| (\d+) \| .*? \| .*? \| (.*) \|$")
PART = re.compile(r'`([^`]+)`|"([^"]+)"')


def arguments_of(command: str) -> list[str]:
    """What a command of the page stands for: the case after the verb, or before each date."""
    words = shlex.split(command)
    if words[0] == "unbracket":
        return [str(ROOT / word) if word.endswith(".toml") else word for word in words[1:]]
    case = str(ROOT / CASE)
    dated = [case + word if word.startswith("@") else word for word in words]
    return dated if dated != words else [words[0], case, *words[1:]]


class FoundingCase(ProgramTest):
    """Every row of the table, as it stands."""

    def printed(self, command: str) -> str:
        """The output with every space and line break as one space."""
        if command not in self.outputs:
            text = self.answer(*arguments_of(command), "--width", "240")
            self.outputs[command] = " ".join(text.split())
        return self.outputs[command]

    def test_every_command_prints_what_the_page_quotes(self) -> None:
        self.outputs: dict[str, str] = {}
        rows = [row for line in PAGE.read_text(encoding="utf-8").splitlines() if (row := ROW.match(line))]
        self.assertEqual([int(row[1]) for row in rows], list(range(1, 51)))
        for row in rows:
            command, quotes = "", 0
            for code, quote in PART.findall(row[2]):
                if code:
                    command = code
                    continue
                quotes += 1
                with self.subTest(row=row[1], command=command):
                    self.assertIn(quote, self.printed(command))
            self.assertGreater(quotes, 0, f"row {row[1]} quotes nothing")


if __name__ == "__main__":
    unittest.main()
