"""tools/setup does nothing when all is there, installs what is missing, and says so."""

import os
import subprocess
import unittest
from pathlib import Path

from sample import ROOT, GuardTest

DPKG = """#!/bin/bash
for name; do :; done
[ -e "$SAMPLE/have/$name" ] && echo -n installed || exit 1
"""
APT = """#!/bin/bash
echo "$@" >> "$SAMPLE/calls"
for name; do case "$name" in -* | install | update) ;; *) touch "$SAMPLE/have/$name" ;; esac; done
"""


class Setup(GuardTest):
    def setUp(self) -> None:
        super().setUp()
        self.program("dpkg-query", DPKG)
        self.program("apt-get", APT)
        self.program("apt-cache", "#!/bin/bash\nexit ${UNKNOWN:-0}\n")
        self.user(0)
        (self.folder / "have").mkdir()
        for name in ("bash", "env", "awk", "sed", "mktemp", "rm", "touch", "cat", "dirname"):
            source = next(p for p in (Path("/usr/bin") / name, Path("/bin") / name) if p.exists())
            (self.folder / "bin" / name).symlink_to(source)

    def program(self, name: str, text: str) -> None:
        self.write(f"bin/{name}", text).chmod(0o755)

    def user(self, number: int) -> None:
        self.program("id", f"#!/bin/bash\necho {number}\n")

    def run_setup(self, *arguments: str, **environment: str) -> tuple[int, str]:
        environment = {"PATH": str(self.folder / "bin"), "SAMPLE": str(self.folder), **environment}
        result = subprocess.run(
            ["/bin/bash", str(ROOT / "tools/setup"), *arguments],
            env={**environment, "TMPDIR": os.environ.get("TMPDIR", "/tmp")},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )
        return result.returncode, result.stdout + result.stderr

    def calls(self) -> str:
        path = self.folder / "calls"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def test_the_second_run_does_nothing_and_says_so(self) -> None:
        code, output = self.run_setup()
        self.assertEqual(code, 0, output)
        self.assertIn("installing with apt-get: g++ cmake", output)
        first = self.calls()
        self.assertIn("install", first)
        code, output = self.run_setup()
        self.assertEqual((code, self.calls()), (0, first))
        self.assertRegex(output, r"^setup: everything for 'all' is already installed .*\n$")

    def test_lists_are_refreshed_only_when_a_package_is_unknown(self) -> None:
        self.run_setup("build")
        self.assertNotIn("update", self.calls())
        self.run_setup("test", UNKNOWN="1")
        self.assertIn("update", self.calls())

    def test_the_lighter_mode_installs_no_clang(self) -> None:
        self.run_setup("build")
        self.assertNotIn("clang", self.calls())

    def test_an_unprivileged_user_is_told_the_command(self) -> None:
        self.user(1000)
        code, output = self.run_setup("build")
        self.assertEqual((code, self.calls()), (2, ""))
        self.assertRegex(output, r"apt-get update && apt-get install -y .*cmake")

    def test_an_unprivileged_user_with_everything_goes_on(self) -> None:
        self.run_setup("build")
        self.user(1000)
        code, output = self.run_setup("build")
        self.assertEqual(code, 0, output)

    def test_an_unknown_mode_is_refused(self) -> None:
        self.assertEqual(self.run_setup("everything-else")[0], 2)


if __name__ == "__main__":
    unittest.main()
