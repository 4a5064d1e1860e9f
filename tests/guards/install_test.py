"""`make install` puts the program, its manual pages and its completions where they belong."""

import os
import subprocess
import unittest

from sample import GuardTest

BUILD = os.environ.get("UNBRACKET_BUILD", "")
HAS_PROGRAM = os.environ.get("UNBRACKET_HAS_PROGRAM") == "1"

INSTALLED = (
    "bin/unbracket",
    "share/man/man1/unbracket.1",
    "share/bash-completion/completions/unbracket",
    "share/zsh/site-functions/_unbracket",
    "share/fish/vendor_completions.d/unbracket.fish",
    "share/doc/unbracket/LICENSE",
)


@unittest.skipUnless(HAS_PROGRAM, "this build has no program")
class Install(GuardTest):
    def test_everything_lands_below_destdir_and_prefix(self) -> None:
        result = subprocess.run(
            ["cmake", "--install", BUILD, "--prefix", "/opt/unbracket"],
            env={**os.environ, "DESTDIR": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertEqual(result.returncode, 0, result.stderr)
        for name in INSTALLED:
            path = self.folder / "opt/unbracket" / name
            self.assertTrue(path.is_file() and path.stat().st_size > 0, name)


if __name__ == "__main__":
    unittest.main()
