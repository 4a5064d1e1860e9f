"""What the tests of the program share: running it, and folders with cases to run it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import unittest
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
PROGRAM = Path(os.environ.get("UNBRACKET", ROOT / "build/release/bin/unbracket")).resolve()
CASES = ROOT / "tests/golden/cli"
TIMEOUT = 120


def environment(**extra: str) -> dict[str, str]:
    """A fixed environment: no colours, 80 columns, the program on the path."""
    fixed = {
        "PATH": f"{PROGRAM.parent}:/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "TERM": "xterm",
        "HOME": "/nonexistent",
    }
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            fixed[name] = os.environ[name]
    return fixed | extra


@dataclass(frozen=True)
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str


class ProgramTest(unittest.TestCase):
    """Runs the program in a fresh folder that holds copies of the cases of tests/golden/cli."""

    folder: Path

    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory(prefix="unbracket-cli-")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        copy_cases(self.folder)

    def run_program(self, *words: str, text: str | None = None, **extra: str) -> Outcome:
        """The program with these words; `text` on standard input, `extra` in the environment."""
        done = subprocess.run(
            [str(PROGRAM), *words],
            cwd=self.folder,
            env=environment(**extra),
            input=(text or "").encode(),
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def answer(self, *words: str, **extra: str) -> str:
        """The answer of a run that must succeed without a word on standard error."""
        done = self.run_program(*words, **extra)
        self.assertEqual((done.code, done.err), (0, ""), f"unbracket {' '.join(words)}")
        return done.out

    def complaint(self, *words: str, code: int = 2) -> str:
        """What a run that must fail says; it must print no answer."""
        done = self.run_program(*words)
        self.assertEqual(done.code, code, f"unbracket {' '.join(words)}\n{done.out}{done.err}")
        self.assertEqual(done.out, "", "no partial answer")
        return done.err

    def read(self, name: str) -> str:
        """The text of a file of the folder."""
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Puts a file into the folder."""
        (self.folder / name).write_text(text, encoding="utf-8")


def copy_cases(folder: Path) -> None:
    """Copies of the cases that tests run on."""
    for path in CASES.glob("*.toml"):
        shutil.copy(path, folder)
    shutil.copytree(ROOT / "examples/trade", folder / "trade")
    shutil.copytree(ROOT / "examples/texts", folder / "texts")
