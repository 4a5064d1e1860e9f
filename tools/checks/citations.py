"""Sources are cited by keys of docs/references.bib, in algorithm files and in method pages.

Every source of the ALGORITHM_FOLDERS but those listed under PLAIN_FILES is an algorithm file: between
its includes and its namespace stands an essay of 5 to 20 lines that says `// Source: Author (year),
Title, section [key]`; the key may stand up to three lines further down. A page of docs/methods names `Source: ... [key]` and one line `Maturity: ...`.
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
# They collect, convert or call what the algorithm files work out; verify's files recompute definitions
# that docs/methods/certificates.md gives the sources of.
PLAIN_FILES = (
    "src/unbracket/frontier/additive.cpp",
    "src/unbracket/frontier/coalition_conditions.cpp",
    "src/unbracket/frontier/coalition_counts.cpp",
    "src/unbracket/frontier/conditional_sums.cpp",
    "src/unbracket/frontier/frontier.cpp",
    "src/unbracket/frontier/gain_parts.cpp",
    "src/unbracket/frontier/solution_search.cpp",
    "src/unbracket/frontier/total_order.cpp",
    "src/unbracket/search/problem.cpp",
    "src/unbracket/zone/bonus_patterns.cpp",
    "src/unbracket/zone/certificate/",
    "src/unbracket/zone/curve_values.cpp",
    "src/unbracket/zone/find_couplings.cpp",
    "src/unbracket/zone/losses.cpp",
    "src/unbracket/zone/signature.cpp",
    "src/unbracket/zone/verdict.cpp",
    "src/unbracket/robust/acceptance_counts.cpp",
    "src/unbracket/robust/answer_facts.cpp",
    "src/unbracket/robust/check.cpp",
    "src/unbracket/robust/diff_cases.cpp",
    "src/unbracket/robust/diff_questions.cpp",
    "src/unbracket/robust/diff_records.cpp",
    "src/unbracket/robust/why_draft.cpp",
    "src/unbracket/robust/efficient.cpp",
    "src/unbracket/robust/evidence.cpp",
    "src/unbracket/robust/formalities.cpp",
    "src/unbracket/robust/ledger.cpp",
    "src/unbracket/robust/lint",
    "src/unbracket/robust/loaded_case.cpp",
    "src/unbracket/robust/next_questions.cpp",
    "src/unbracket/robust/red_line.cpp",
    "src/unbracket/robust/signings.cpp",
    "src/unbracket/robust/standing.cpp",
    "src/unbracket/robust/table_change.cpp",
    "src/unbracket/robust/timeline.cpp",
    "src/unbracket/robust/trace",
    "src/unbracket/robust/trials.cpp",
    "src/unbracket/robust/what_if.cpp",
)
SHORTEST_ESSAY, LONGEST_ESSAY = 5, 20
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


def algorithm_files(root: Path) -> list[str]:
    """The files that rule 9 asks an essay of."""
    return [
        path
        for path in cpp_files(root)
        if path.startswith(ALGORITHM_FOLDERS)
        and path.endswith(".cpp")
        and not path.endswith("_test.cpp")
        and not path.startswith(PLAIN_FILES)
    ]


def essay_of(text: str) -> list[str]:
    """The comment lines between the includes and the namespace."""
    head = re.split(r"^namespace\b", text, maxsplit=1, flags=re.MULTILINE)[0]
    return [line for line in head.split("\n") if line.startswith("//")]


def names_its_source(text: str, keys: set[str]) -> bool:
    """Whether the essay cites a known key behind `Source:`."""
    cited = re.search(r"\bSources?:(.*)", "\n".join(essay_of(text)), re.DOTALL)
    return cited is not None and any(key in keys for key in KEY.findall(cited.group(1)))


def check_essay(path: str, text: str, keys: set[str]) -> Iterator[Finding]:
    """An algorithm file begins with its idea and its source."""
    lines = len(essay_of(text))
    if not SHORTEST_ESSAY <= lines <= LONGEST_ESSAY:
        yield Finding(
            path,
            1,
            f"an algorithm file begins with {SHORTEST_ESSAY} to {LONGEST_ESSAY} lines on its idea, "
            f"not {lines} (or is listed in PLAIN_FILES of tools/checks/citations.py)",
        )
    if not names_its_source(text, keys):
        yield Finding(path, 1, "the essay of an algorithm file names its source: `// Source: ... [key]`")


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
    for path in algorithm_files(root):
        yield from check_essay(path, read_text(root, path), keys)
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
