"""What bench/run and its sections measure with: the programs that were built, and wall time."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("BUILD", ROOT / "build" / "bench"))
if not BUILD.is_absolute():
    BUILD = ROOT / BUILD
PROGRAM = BUILD / "bin" / "unbracket"


def find(name: str) -> pathlib.Path:
    found = [path for path in BUILD.rglob(name) if os.access(path, os.X_OK) and path.is_file()]
    if not found:
        sys.exit(f"bench/run: {name} is not built; run `make bench`")
    return found[0]


def timed(command: list) -> tuple[float, str]:
    """Wall time in milliseconds, and what was printed."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return (time.perf_counter() - start) * 1000, done.stdout


def has_cbc(section: str) -> bool:
    """Whether CBC is installed; says so where it is not."""
    if shutil.which("cbc"):
        return True
    print(f"{section}: skipped, CBC is not installed (Debian's coinor-cbc; tools/setup bench)")
    return False


def make_case(case: pathlib.Path, kind: str, seed: int, issues: int = 28, *more: str) -> None:
    """Writes the synthetic case that is run beside CBC: five parties, four options, totals 1,000."""
    subprocess.run([PROGRAM, "new", str(case), "--force", "--random", "--parties", "5", "--issues",
                    str(issues), "--options", "4", "--class", kind, "--scale", "1000", "--seed",
                    str(seed), *more], check=True, capture_output=True)


def convert(case: pathlib.Path, suffix: str) -> pathlib.Path:
    """The case in another format, beside it."""
    written = case.with_suffix(suffix)
    subprocess.run([PROGRAM, "convert", str(case), str(written), "--force"], check=True,
                   capture_output=True)
    return written
