"""`make package` makes a Debian package, and a static program that runs and carries the licences."""

import os
import shutil
import subprocess
import tarfile
import unittest
from pathlib import Path

from sample import ROOT, GuardTest

HAS_PROGRAM = os.environ.get("UNBRACKET_HAS_PROGRAM") == "1"
HAS_DPKG_DEV = shutil.which("dpkg-shlibdeps") is not None


def output_of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def left_out(folder: str, names: list[str]) -> set[str]:
    """What was made, not written: build/ and dist/ of the project, but not tools/build."""
    return {"build", "dist", ".git"} & set(names) if Path(folder) == ROOT else set()


@unittest.skipUnless(HAS_PROGRAM, "this build has no program")
@unittest.skipUnless(HAS_DPKG_DEV, "dpkg-dev is not installed; tools/setup package installs it")
class Package(GuardTest):
    def setUp(self) -> None:
        """A copy of the project, so that neither build/ nor dist/ of this one is touched."""
        super().setUp()
        project = self.folder / "project"
        shutil.copytree(ROOT, project, symlinks=True, ignore=left_out)
        result = subprocess.run(
            [str(project / "tools" / "package")], capture_output=True, text=True, check=False
        )
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.dist = project / "dist"

    def the_one(self, pattern: str) -> Path:
        found = list(self.dist.glob(pattern))
        self.assertEqual(len(found), 1, f"{pattern}: {found}")
        return found[0]

    def check_archive(self, archive: Path) -> None:
        with tarfile.open(archive) as members:
            members.extractall(self.folder / "unpacked")
        (top,) = (self.folder / "unpacked").iterdir()
        self.assertEqual(top.name, archive.name.removesuffix(".tar.gz"))
        version = top.name.split("-")[1]
        program = str(top / "bin" / "unbracket")
        self.assertEqual(output_of(program, "--version"), f"unbracket {version}\n")
        case = str(top / "share/unbracket/catalog/teaching/river-sel/case.toml")
        self.assertIn("ANSWER", output_of(program, "check", case))
        notice = (top / "share/doc/unbracket/NOTICE").read_text(encoding="utf-8")
        for licence in ("Permission is hereby granted", "Redistribution and use in source"):
            self.assertIn(licence, notice)

    def check_debian(self, package: Path) -> None:
        listed = output_of("dpkg-deb", "--contents", str(package))
        for name in ("bin/unbracket", "share/man/man1/unbracket.1", "share/doc/unbracket/NOTICE"):
            self.assertIn(f" ./usr/{name}", listed)
        self.assertIn("libc6", output_of("dpkg-deb", "--field", str(package), "Depends"))

    def test_both_packages_are_whole(self) -> None:
        self.check_archive(self.the_one("*.tar.gz"))
        self.check_debian(self.the_one("*.deb"))
        sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=self.dist)
        self.assertEqual(sums.returncode, 0)


if __name__ == "__main__":
    unittest.main()
