"""Every source of the engine is compiled by the engine's rules, in a given build folder."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from common import Finding
from constructs import ENGINE

FLAGS = ("-fno-exceptions", "-fno-rtti", "-ffp-contract=off")
FORBIDDEN = ("-ffast-math", "-Ofast", "-funsafe-math-optimizations", "-march=native")


def check_commands(entries: list[dict[str, str]], root: Path) -> Iterator[Finding]:
    """The compile commands of engine sources, tests left out, against the rules."""
    for entry in entries:
        file = Path(entry["file"])
        path = str(file.relative_to(root)) if file.is_relative_to(root) else str(file)
        words = entry["command"].split()
        for flag in FORBIDDEN:
            if flag in words:
                yield Finding(path, 1, f"compiled with {flag}: results would differ by machine")
        if path.startswith(ENGINE) and not path.endswith("_test.cpp"):
            for flag in FLAGS:
                if flag not in words:
                    yield Finding(path, 1, f"an engine source compiled without {flag}")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="compile rules of the engine")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("build", type=Path)
    options = parser.parse_args()
    commands = options.build / "compile_commands.json"
    entries = json.loads(commands.read_text(encoding="utf-8"))
    findings = sorted(set(check_commands(entries, options.root.resolve())))
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
