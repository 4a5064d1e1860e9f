"""A small project in a temporary folder, for showing that a check fails on what it forbids."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
CHECKS = ROOT / "tools" / "checks"


class GuardTest(unittest.TestCase):
    """Writes files into a folder of its own and runs checks there."""

    check = ""

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory(prefix="unbracket-guard-")
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def write(self, name: str, text: str) -> Path:
        """A file of the sample project."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run_check(self, *arguments: str) -> tuple[int, str]:
        """Exit code and output of this guard's check on the sample."""
        result = subprocess.run(
            [sys.executable, "-B", str(CHECKS / self.check), "--root", str(self.folder), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        return result.returncode, result.stdout + result.stderr

    def passes(self, *arguments: str) -> None:
        """The check accepts the sample."""
        code, output = self.run_check(*arguments)
        self.assertEqual(code, 0, output)

    def refuses(self, words: str, *arguments: str) -> None:
        """The check fails on the sample and says these words; a crash is no refusal."""
        code, output = self.run_check(*arguments)
        self.assertEqual(code, 1, output)
        self.assertNotIn("Traceback", output)
        self.assertIn(words, output)
