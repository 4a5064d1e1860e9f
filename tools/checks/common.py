"""What the checks share: the files of the project, findings, and a plain view of C++ sources."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
NOT_OURS = frozenset((".git", "build", "dist"))


@dataclass(frozen=True, order=True)
class Finding:
    """One broken rule: where, and what to do about it."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def project_files(root: Path, *suffixes: str) -> list[str]:
    """Paths below root that belong to the project (not ignored by git), sorted."""
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"]
        output = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        names = [name for name in output.split("\0") if name]
    else:
        names = [
            str(path.relative_to(root))
            for path in root.rglob("*")
            if path.is_file() and path.relative_to(root).parts[0] not in NOT_OURS
        ]
    chosen = [name for name in names if not suffixes or name.endswith(suffixes)]
    return sorted(name for name in set(chosen) if (root / name).is_file())


def cpp_files(root: Path) -> list[str]:
    """All C++ sources and headers of the project."""
    return project_files(root, ".cpp", ".hpp")


def read_text(root: Path, name: str) -> str:
    """The text of a file; bytes that are not UTF-8 are replaced."""
    return (root / name).read_text(encoding="utf-8", errors="replace")


_TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|R"([^(\s"\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|"""
    r"""(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'""",
    re.DOTALL,
)


def without_comments_and_strings(text: str, keep_comments: bool = False) -> str:
    """C++ text of the same length and lines, with comments and the insides of literals blanked."""

    def blank(match: re.Match[str]) -> str:
        token = match.group(0)
        if token.startswith("/") and keep_comments:
            return token
        if token.startswith("/"):
            return re.sub(r"[^\n]", " ", token)
        inside = re.sub(r"[^\n]", " ", token[1:-1])
        return '"' + inside + '"'

    return _TOKEN.sub(blank, text)


def line_of(text: str, offset: int) -> int:
    """The line number, from 1, of an offset in text."""
    return text.count("\n", 0, offset) + 1


def run_check(title: str, check: Callable[[Path], Iterable[Finding]]) -> None:
    """The main function of a check: prints what it finds and exits 1 if there is anything."""
    parser = argparse.ArgumentParser(description=title)
    parser.add_argument("--root", type=Path, default=PROJECT)
    root = parser.parse_args().root
    findings = sorted(set(check(root)))
    for finding in findings:
        print(finding)
    if findings:
        print(f"{len(findings)} finding(s): {title}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    # common.py SUFFIX...: the project's files that end so, one a line.
    print("\n".join(project_files(PROJECT, *sys.argv[1:])))
