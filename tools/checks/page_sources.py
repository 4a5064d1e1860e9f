"""Whether the page of the report was made of the present sources; with --make, puts it together.

web/asset/sources holds one digest for each part of the page: the engine, the page itself and the
tools; and one of web/asset/page.html, so that it is the page those sources made. A part changes with
its sources only: an edit of a test or of the command line's help asks for nothing.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from common import Finding, project_files, run_check

ASSET = Path("web/asset/page.html")
SOURCES = Path("web/asset/sources")
PLACE = b"@@ENGINE@@"
PARTS = {
    "engine": ("src/unbracket/", "cli/", "web/engine/", "cmake/wasm.cmake"),
    "page": ("web/page/",),
    "tools": ("tools/page", "tools/checks/page_sources.py"),
}
SUFFIXES = {
    "engine": (".cpp", ".hpp", "CMakeLists.txt", ".cmake"),
    "page": (".ts", ".tsx", ".css", ".html", "package.json", "package-lock.json", ".js", ".mjs"),
    "tools": ("",),
}
TESTS = ("_test.cpp", ".test.ts", ".test.tsx")
LEFT_OUT = (
    "src/unbracket/io/plan/", "src/unbracket/io/scenario/", "src/unbracket/io/sheet/",
    "web/page/e2e/", "web/page/tools/",
    # What a program has and a page has not (web/engine/CMakeLists.txt).
    "cli/completion", "cli/console.cpp", "cli/help", "cli/interrupt.cpp", "cli/main", "cli/manual", "cli/outputs",
    "cli/page_asset", "cli/parser", "cli/program", "cli/progress.cpp", "cli/prompt", "cli/said_fields",
    "cli/terminal.cpp", "cli/verb_completion", "cli/verb_manual", "cli/verb_new", "cli/verb_rename",
    "cli/verb_report", "cli/verb_said_add", "cli/verb_what_if", "cli/verbs.cpp",
)


def files_of(root: Path, part: str) -> list[str]:
    """The sources that a part is made of."""
    return [
        name for name in project_files(root, *SUFFIXES[part])
        if name.startswith(PARTS[part]) and not name.endswith(TESTS) and not name.startswith(LEFT_OUT)
    ]


def digest_of(root: Path, part: str) -> str:
    """Changes with every byte of the sources of a part, and with their names."""
    digest = hashlib.sha256()
    for name in files_of(root, part):
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256((root / name).read_bytes()).digest())
    return digest.hexdigest()


def sources_text(root: Path) -> str:
    """What web/asset/sources holds when the page is made now."""
    asset = root / ASSET
    made = hashlib.sha256(asset.read_bytes()).hexdigest() if asset.exists() else "none"
    return "".join(f"{part} {digest_of(root, part)}\n" for part in PARTS) + f"{ASSET.name} {made}\n"


def check(root: Path) -> Iterator[Finding]:
    """The parts whose sources have changed since the page was made."""
    made = (root / SOURCES).read_text(encoding="utf-8") if (root / SOURCES).exists() else ""
    for line in sources_text(root).splitlines():
        if line not in made.splitlines():
            part = line.split()[0]
            what = "the page is not the one that was made" if part == ASSET.name else (
                f"the sources of its {part} have changed")
            yield Finding(str(SOURCES), 1, f"{what}: run tools/page")


def make(root: Path, engine: Path, page: Path) -> None:
    """The page with the engine in it, packed as web/page/src/engine unpacks it."""
    packed = subprocess.run(
        ["zstd", "--ultra", "-22", "--no-check", "-q", "-c", str(engine)], check=True, stdout=subprocess.PIPE
    ).stdout
    shell = page.read_bytes()
    for place in (b"@@TITLE@@", b"@@DATA@@", PLACE):
        if shell.count(place) != 1:
            sys.exit(f"page_sources: {page} has {place.decode()} {shell.count(place)} times, not once")
    (root / ASSET).parent.mkdir(parents=True, exist_ok=True)
    (root / ASSET).write_bytes(shell.replace(PLACE, base64.b64encode(packed)))
    (root / SOURCES).write_text(sources_text(root), encoding="utf-8")


def main() -> None:
    """Command line."""
    if "--make" not in sys.argv:
        run_check("the page is made of the present sources", check)
        return
    parser = argparse.ArgumentParser(description="put the page of the report together")
    parser.add_argument("--make", action="store_true")
    parser.add_argument("engine", type=Path)
    parser.add_argument("page", type=Path)
    options = parser.parse_args()
    make(Path(__file__).resolve().parents[2], options.engine, options.page)


if __name__ == "__main__":
    main()
