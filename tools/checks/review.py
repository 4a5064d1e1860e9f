"""Prints the column of this project in the table of a review: habits, measured."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

from common import cpp_files, project_files, read_text
from citations import MATURITIES, algorithm_files, keys_of, names_its_source
from functions import functions_of
from layers import cycles, include_graph, read_layers
from sizes import LONGEST_FILE, LONGEST_FUNCTION, is_excused

READING = "docs/reading-order.md"
VERB = re.compile(r'^\s*\.name = "([\w -]+)"', re.MULTILINE)


def is_test(path: str) -> bool:
    """Whether a file tests others."""
    return path.startswith("tests/") or path.endswith("_test.cpp")


def lines_in(root: Path, paths: Iterable[str]) -> int:
    """All lines of the files."""
    return sum(read_text(root, path).count("\n") for path in paths)


def long_files(root: Path) -> str:
    """How many files are over the limit."""
    paths = [*cpp_files(root), *project_files(root, ".py")]
    return str(sum(lines_in(root, [path]) > LONGEST_FILE for path in paths))


def long_functions(root: Path) -> str:
    """The share of functions over the limit, and how many give no reason."""
    total = long = unexcused = 0
    for path in cpp_files(root):
        text = read_text(root, path)
        for function in functions_of(text):
            total += 1
            if function.lines > LONGEST_FUNCTION:
                long += 1
                unexcused += not is_excused(text.splitlines(), function)
    share = 100 * long / total if total else 0
    return f"{share:.1f} % ({long} of {total}, {unexcused} without a reason)"


def reading_list(root: Path) -> str:
    """The files that docs/reading-order.md names, with their lines."""
    if not (root / READING).is_file():
        return "no docs/reading-order.md yet"
    names = re.findall(r"\b((?:src|cli|tests)/[\w./-]+\.(?:hpp|cpp))", read_text(root, READING))
    unique = list(dict.fromkeys(names))
    missing = [name for name in unique if not (root / name).is_file()]
    lines = lines_in(root, (name for name in unique if name not in missing))
    return f"{len(unique)} files, {lines} lines" + (f"; missing: {missing}" if missing else "")


def test_ratio(root: Path) -> str:
    """Lines of tests (C++ and Python) to lines of sources (src and cli)."""
    tests = [path for path in project_files(root, ".cpp", ".hpp", ".py") if is_test(path)]
    sources = [p for p in cpp_files(root) if p.startswith(("src/", "cli/")) and not is_test(p)]
    test_lines, source_lines = lines_in(root, tests), lines_in(root, sources)
    return f"{test_lines / max(1, source_lines):.2f} ({test_lines} to {source_lines})"


def catalogue(root: Path) -> str:
    """Catalogue cases, and how many of them some test names."""
    cases = [path for path in project_files(root, ".toml") if path.startswith("catalog/")]
    tests = "\n".join(
        read_text(root, p) for p in project_files(root, ".cpp", ".hpp", ".py") if is_test(p)
    )
    walks = '"catalog"' in tests or "catalog/" in tests and "rglob" in tests
    named = sum(case in tests or str(Path(case).parent) in tests for case in cases)
    return f"{len(cases)} cases, {named} named in tests" + ("; all walked" if walks else "")


def naming_their_source(root: Path) -> str:
    """Algorithm files with a source, method pages with their maturity."""
    paths, keys = algorithm_files(root), keys_of(root)
    cited = sum(names_its_source(read_text(root, path), keys) for path in paths)
    pages = [
        path
        for path in project_files(root, ".md")
        if path.startswith("docs/methods/") and not path.endswith("README.md")
    ]
    mature = sum(any(word in read_text(root, p).lower() for word in MATURITIES) for p in pages)
    return (
        f"{cited} of {len(paths)} algorithm files; {len(pages)} method pages, {mature} with maturity"
    )


def brute_force(root: Path) -> str:
    """Slow references, and the tests that include them."""
    references = [p for p in cpp_files(root) if p.startswith("tests/reference/")]
    using = sum("tests/reference/" in read_text(root, p) for p in cpp_files(root) if is_test(p))
    return f"{len(references)} files in tests/reference, included by {using} files"


def mutation_tests(root: Path) -> str:
    """Tests that spoil certificates."""
    words = re.compile(r"TEST\w*\(([^)]*(?:[Ss]poil|[Mm]utat|[Tt]amper)[^)]*)\)")
    found = sum(len(words.findall(read_text(root, path))) for path in cpp_files(root))
    return f"{found} tests spoil certificates"


def golden(root: Path) -> str:
    """Golden transcripts and the commands of the program that they cover."""
    files = [path for path in project_files(root) if path.startswith("tests/golden/")]
    sources = [path for path in cpp_files(root) if path.startswith("cli/verb_")]
    verbs = {verb for path in sources for verb in VERB.findall(read_text(root, path))}
    shown = "\n".join(read_text(root, path) for path in files if path.startswith("tests/golden/cli/"))
    covered = {verb for verb in verbs if re.search(rf"^\$ unbracket {verb}\b", shown, re.MULTILINE)}
    missing = f"; not shown: {', '.join(sorted(verbs - covered))}" if verbs - covered else ""
    return f"{len(files)} files, {len(covered)} of {len(verbs)} verbs{missing}"


def fuzzing(root: Path) -> str:
    """Fuzz targets and corpus files."""
    targets = [path for path in project_files(root, "_fuzzer.cpp") if path.startswith("fuzz/")]
    corpus = [path for path in project_files(root) if path.startswith("fuzz/corpus/")]
    return f"{len(targets)} targets, {len(corpus)} corpus files"


def present(root: Path, name: str, kind: str) -> str:
    """Whether something is there at all."""
    return kind if (root / name).exists() else "not yet"


def how_to(root: Path) -> str:
    """The how-to pages."""
    pages = [path for path in project_files(root, ".md") if path.startswith("docs/how-to/")]
    return ", ".join(Path(page).stem for page in pages) or "none yet"


def include_cycles(root: Path) -> str:
    """Rings of modules that include each other."""
    return str(len(cycles(include_graph(root, read_layers(root)))))


def rows(root: Path) -> list[tuple[str, str]]:
    """The table: habit and measure."""
    return [
        ("folder include cycles", include_cycles(root)),
        ("files over 600 lines", long_files(root)),
        ("functions over 60 lines", long_functions(root)),
        ("core reading list", reading_list(root)),
        ("test lines to source lines", test_ratio(root)),
        ("brute-force cross-check", brute_force(root)),
        ("certificate of \"no\", mutation-tested", mutation_tests(root)),
        ("golden transcripts", golden(root)),
        ("literature catalogue loaded by tests", catalogue(root)),
        ("method files naming their source", naming_their_source(root)),
        ("fuzzing", fuzzing(root)),
        ("sanitizers proved on", present(root, "tests/guards/sanitizers_test.py", "guard test")),
        ("benchmark habit", present(root, "bench/run", "bench/run")),
        ("how-to-extend page", how_to(root)),
    ]


def main() -> None:
    """Prints the table."""
    root = Path(__file__).resolve().parents[2]
    commit = subprocess.run(
        ["git", "-C", str(root), "rev-parse", "--short", "HEAD"],
        capture_output=True, text=True, check=False,
    ).stdout.strip()
    print(f"| habit | here ({commit or 'no commit'}) |\n|---|---|")
    for habit, measure in rows(root):
        print(f"| {habit} | {measure} |")


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    main()
