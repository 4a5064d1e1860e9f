"""Sources are cited by keys of docs/references.bib, in algorithm files and in method pages.

In C++ an essay says `// Source: Author (year), Title, section [key]`; the key may stand up to three
lines further down. A page of docs/methods names `Source: ... [key]` and one line `Maturity: ...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from common import Finding, cpp_files, line_of, project_files, read_text, run_check

REFERENCES = "docs/references.bib"
ALGORITHM_FOLDERS = tuple(
    f"src/unbracket/{module}/" for module in ("search", "zone", "frontier", "robust")
)
MATURITIES = ("verified against published values", "cross-checked", "experimental")
KEY = re.compile(r"\[([A-Za-z][\w:.+-]*)\](?!\()")
ENTRY = re.compile(r"^@\w+\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)
LINES_AFTER_SOURCE = 4


def keys_of(root: Path) -> set[str]:
    """The keys of docs/references.bib, none if there is no such file."""
    return set(ENTRY.findall(read_text(root, REFERENCES))) if (root / REFERENCES).is_file() else set()


def check_source_lines(path: str, text: str, keys: set[str]) -> Iterator[Finding]:
    """Each `Source:` is followed by at least one key, and every such key is known."""
    for match in re.finditer(r"\bSources?:", text):
        line = line_of(text, match.start())
        near = "\n".join(text[match.end() :].split("\n")[:LINES_AFTER_SOURCE])
        cited = KEY.findall(near)
        if not cited:
            yield Finding(path, line, f"a source without a [key] of {REFERENCES}")
        for key in cited:
            if key not in keys:
                yield Finding(path, line, f"[{key}] is not in {REFERENCES}")


def check_method(path: str, text: str, keys: set[str]) -> Iterator[Finding]:
    """A method's page names its source and its maturity."""
    if not re.search(r"\bSources?:", text):
        yield Finding(path, 1, "the page names no source: `Source: ... [key]`")
    yield from check_source_lines(path, text, keys)
    maturity = re.search(r"^\W*Maturity:\W*(.*?)\W*$", text, re.MULTILINE)
    if maturity is None or not maturity.group(1).lower().startswith(MATURITIES):
        yield Finding(path, 1, f"the page needs a line `Maturity: {' | '.join(MATURITIES)}`")


def check(root: Path) -> Iterator[Finding]:
    """Algorithm files, method pages, and doubled keys."""
    keys = keys_of(root)
    for path in cpp_files(root):
        if path.startswith(ALGORITHM_FOLDERS):
            yield from check_source_lines(path, read_text(root, path), keys)
    for path in project_files(root, ".md"):
        if path.startswith("docs/methods/") and not path.endswith("README.md"):
            yield from check_method(path, read_text(root, path), keys)
    if keys:
        entries = ENTRY.findall(read_text(root, REFERENCES))
        for key in sorted({key for key in entries if entries.count(key) > 1}):
            yield Finding(REFERENCES, 1, f"the key {key} stands twice")


if __name__ == "__main__":
    run_check("sources are cited by keys", check)
