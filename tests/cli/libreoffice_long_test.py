"""LibreOffice itself opens, edits and saves what the program wrote, and the program reads it back.

Only in `make test-long`, which installs LibreOffice (tools/setup test-long). Where it is not there the
test is passed over, and says so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from support import PROGRAM, ROOT, ProgramTest, environment

HERE = ROOT / "tests/data/libreoffice"
PYTHON = "/usr/bin/python3"  # Debian's, which has python3-uno
sys.path.insert(0, str(HERE))
import make  # noqa: E402  pylint: disable=wrong-import-position


def what_is_missing() -> str:
    """Why LibreOffice cannot be run; empty where it can."""
    if shutil.which("soffice") is None:
        return "soffice is not installed; `tools/setup test-long` installs LibreOffice"
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode != 0:
        return "python3-uno is not installed; `tools/setup test-long` installs it"
    return ""


MISSING = what_is_missing()
if MISSING:
    print(f"libreoffice_long_test: passed over: {MISSING}")


@unittest.skipIf(MISSING, MISSING)
class LibreOffice(ProgramTest):
    """What comes back from it."""

    maxDiff = None

    def changed_by(self, name: str) -> str:
        """The changes that a file makes to the case, a line each."""
        shutil.copy(HERE / "quay.toml", self.folder)
        done = self.run_program("convert", "quay.toml", "--to", "toml", "--positions", name)
        self.assertIn(done.code, (0, 2))
        return done.err.replace(str(HERE), "").replace(str(self.folder), "")

    def test_files_made_anew_say_what_the_kept_ones_say(self) -> None:
        subprocess.run([PYTHON, str(HERE / "make.py"), str(PROGRAM), str(self.folder)],
                       check=True, timeout=900, env=environment(HOME=str(self.folder)))
        for name in ("saved.xlsx", "edited.xlsx", "wrong.xlsx", "saved.csv", "semicolons.csv"):
            kept = self.changed_by(str(HERE / name))
            anew = self.changed_by(str(self.folder / name))
            self.assertEqual(anew, kept, name)

    def test_every_case_of_the_catalogue_comes_back_from_a_saved_workbook(self) -> None:
        profile = self.folder / "profile"
        cases = sorted(ROOT.glob("catalog/*/*/case.toml"))
        self.assertGreaterEqual(len(cases), 6)
        for case in cases:
            with self.subTest(case=str(case.relative_to(ROOT))):
                written, saved = self.folder / "written.xlsx", self.folder / "saved.xlsx"
                self.answer("convert", str(case), str(written), "--force", "-q")
                make.convert(profile, written, make.XLSX, saved)
                self.answer("convert", str(saved), "again.toml", "--force", "-q")
                self.assertEqual(Path(self.folder / "again.toml").read_bytes(), case.read_bytes())
                told = self.run_program("convert", str(case), "same.toml", "--force", "--positions", str(saved))
                self.assertEqual(told.err, "wrote same.toml\n")


if __name__ == "__main__":
    unittest.main()
