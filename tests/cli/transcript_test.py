"""Whole conversations with the program, compared with tests/golden/cli/*.txt.

A transcript holds its own commands: each line `$ ...` is run in a folder with copies of the cases
beside the transcripts; below it stand standard output, standard error behind `! `, and the exit
code where it is not 0. All transcripts are written anew by

    UNBRACKET_REGENERATE=1 ctest -R cli.transcript

then read the difference.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from support import CASES, TIMEOUT, copy_cases, environment


def replayed(transcript: str, folder: Path) -> str:
    """The transcript as it comes out today."""
    text = ""
    for line in transcript.splitlines():
        if line.startswith("$ "):
            text += ("\n" if text else "") + line + "\n" + output_of(line[2:], folder)
    return text


def output_of(command: str, folder: Path) -> str:
    """What one command line prints, and its exit code."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    text = done.stdout.decode()
    text += "".join(f"! {line}\n" for line in done.stderr.decode().splitlines())
    return text + (f"(exit {done.returncode})\n" if done.returncode else "")


class Transcripts(unittest.TestCase):
    """One test for each transcript."""

    maxDiff = None


def add_test(path: Path) -> None:
    """Makes a transcript a test."""

    def replays(self: unittest.TestCase) -> None:
        with tempfile.TemporaryDirectory(prefix="unbracket-transcript-") as name:
            copy_cases(Path(name))
            kept = path.read_text(encoding="utf-8")
            today = replayed(kept, Path(name))
        if os.environ.get("UNBRACKET_REGENERATE"):
            path.write_text(today, encoding="utf-8")
        else:
            self.assertEqual(kept, today, "UNBRACKET_REGENERATE=1 writes it anew")

    setattr(Transcripts, f"test_{path.stem}_comes_out_as_kept", replays)


for transcript in sorted(CASES.glob("*.txt")):
    add_test(transcript)

if __name__ == "__main__":
    unittest.main()
