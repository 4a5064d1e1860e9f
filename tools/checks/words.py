"""Words that must not be committed: paths of one machine, hosts of package registries, notes to
oneself. The refused words are spelled in two halves here, so that this file passes its own check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from common import Finding, project_files, run_check

LARGEST_TEXT = 8 << 20
REFUSED = (
    (r"/wor" r"k/", "a path of one machine"),
    (r"(?<![\w.])/(?:ro" r"ot|ho" r"me/\w+|Use" r"rs/\w+)/", "a path of one machine"),
    (r"/tmp/(?:ub|bui" r"ld-)", "a path of one machine"),
    (r"shar" r"ed/(?:des" r"ign|sty" r"le|fac" r"ts|cas" r"es)\b", "a path outside of the project"),
    (r"\bTO" r"DO\b|\bFIX" r"ME\b|\bXX" r"X\b", "finish it, or write an issue"),
    (
        r"\b(?:pypi|files\.pythonhosted|registry\.npmjs|registry\.yarnpkg|proxy\.golang|index\.crates"
        r"|static\.crates|deb\.debian|security\.debian|snapshot\.debian|repo1?\.maven"
        r"|mirrors?\.[\w-]+)\.(?:org|com|io|net)\b",
        "the host of a package registry",
    ),
    (r"\b(?:artifac" r"tory|nex" r"us)\.[\w.-]+", "the host of a package registry"),
    (r"\b(?:Co-authored" r"-by|Generated" r" with)\b", "no trailers of tools"),
)
PATTERNS = tuple((re.compile(pattern), what) for pattern, what in REFUSED)


def check_text(path: str, text: str) -> Iterator[Finding]:
    """Every refused word of one file."""
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, what in PATTERNS:
            match = pattern.search(line)
            if match:
                yield Finding(path, number, f"`{match.group(0)}`: {what}")


def check(root: Path) -> Iterator[Finding]:
    """Every text file of the project."""
    for path in project_files(root):
        file = root / path
        if file.stat().st_size > LARGEST_TEXT:
            yield Finding(path, 1, f"larger than {LARGEST_TEXT >> 20} MiB")
            continue
        data = file.read_bytes()
        if b"\0" not in data[:4096] and not path.startswith("fuzz/corpus/"):
            yield from check_text(path, data.decode("utf-8", errors="replace"))


if __name__ == "__main__":
    run_check("words that must not be committed", check)
