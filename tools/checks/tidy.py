"""Runs clang-tidy-22 over every C++ source, two at a time, and remembers what was clean.

A file is skipped while nothing that it was clean with has changed: its text, the project's headers
that it includes (directly or not), its compile command, .clang-tidy and the version of clang-tidy.
The compile commands are those of the preset `clang`, so clang's own warnings count as well.

Half of the time would go into tests. Like the random cases they take turns: a share of their files,
which changes with the commit, is read on each run; UNBRACKET_TEST_SHARE=1 reads all of them. The
sources themselves are always read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from common import project_files

TIDY = "clang-tidy-22"
# GoogleTest's headers make every check slow; tests are read with fewer of them.
TEST_CHECKS = (
    "-*,clang-diagnostic-*,bugprone-argument-comment,bugprone-dangling-handle"
    ",bugprone-too-small-loop-variable,bugprone-unused-raii,bugprone-use-after-move"
    ",misc-redundant-expression,misc-unused-parameters,modernize-use-nullptr,modernize-use-override"
    ",performance-for-range-copy"
)
SHARE_OF_TESTS = "0.2"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


class Sources:
    """Which project headers a source depends on, and a digest of all of them."""

    def __init__(self, root: Path, common: str) -> None:
        self.root = root
        self.common = common
        self.texts = lru_cache(maxsize=None)(self._text)

    def _text(self, path: Path) -> str:
        return path.read_text(encoding="utf-8", errors="replace")

    def closure(self, path: Path) -> set[Path]:
        """The file and every project file that it includes."""
        seen: set[Path] = set()
        waiting = [path]
        while waiting:
            file = waiting.pop()
            if file in seen:
                continue
            seen.add(file)
            for name in INCLUDE.findall(self.texts(file)):
                for base in (self.root / "src", self.root, file.parent):
                    if (base / name).is_file():
                        waiting.append((base / name).resolve())
                        break
        return seen

    def digest(self, path: Path, command: str) -> str:
        """Changes whenever the verdict on the file could."""
        digest = hashlib.sha256((self.common + "\0" + command).encode())
        for file in sorted(self.closure(path)):
            digest.update(f"\0{file.relative_to(self.root)}\0{self.texts(file)}".encode())
        return digest.hexdigest()


def is_test(path: Path) -> bool:
    """Whether the file is a test."""
    return path.name.endswith("_test.cpp")


def seed_of(root: Path) -> str:
    """UNBRACKET_SEED, else the commit."""
    command = ["git", "-C", str(root), "rev-parse", "HEAD"]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return os.environ.get("UNBRACKET_SEED", found)


def takes_turn(path: Path, seed: str, share: float) -> bool:
    """Whether a file is read on this run."""
    digest = hashlib.sha256(f"{seed} {path.name}".encode()).digest()
    return not is_test(path) or int.from_bytes(digest[:4], "big") < share * 2**32


def options_for(path: Path) -> list[str]:
    """The checks of a file: those of .clang-tidy, or fewer for a test."""
    return [f"--checks={TEST_CHECKS}"] if is_test(path) else []


def tidy(path: Path, build: Path, root: Path) -> tuple[bool, str]:
    """Whether clang-tidy accepts a file, and what it prints."""
    result = subprocess.run(
        [TIDY, "-p", str(build), "--quiet", *options_for(path), str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    noise = re.compile(r"^\d+ warnings? (?:generated|treated)|^Suppressed |^Use -header-filter")
    lines = [line for line in result.stdout.splitlines() + result.stderr.splitlines()]
    return result.returncode == 0, "\n".join(line for line in lines if not noise.match(line))


def commands_of(build: Path, root: Path) -> dict[Path, str]:
    """The compile command of each project source, from compile_commands.json."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    sources = {(root / name).resolve() for name in project_files(root, ".cpp")}
    found = {Path(entry["file"]).resolve(): str(entry["command"]) for entry in entries}
    return {path: command for path, command in sorted(found.items()) if path in sources}


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="clang-tidy over the project")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    options = parser.parse_args()
    root = options.root.resolve()
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    sources = Sources(root, version + (root / ".clang-tidy").read_text(encoding="utf-8"))
    cache = root / "build" / "check" / "tidy"
    cache.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()

    def examine(job: tuple[Path, str]) -> tuple[Path, bool, str]:
        path, command = job
        mark = cache / sources.digest(path, command + " ".join(options_for(path)))
        if mark.exists():
            return path, True, "remembered"
        clean, text = tidy(path, options.build, root)
        if clean:
            mark.touch()
        return path, clean, text

    seed, share = seed_of(root), float(os.environ.get("UNBRACKET_TEST_SHARE", SHARE_OF_TESTS))
    commands = commands_of(options.build, root)
    jobs = [job for job in commands.items() if takes_turn(job[0], seed, share)]
    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(examine, jobs))
    bad = [result for result in results if not result[1]]
    shown: set[str] = set()
    for _, _, text in bad:
        for finding in re.split(r"\n(?=\S+:\d+:\d+: )", text.replace(f"{root}/", "")):
            if finding not in shown:
                print(finding)
            shown.add(finding)
    remembered = sum(text == "remembered" for _, _, text in results)
    seconds = time.monotonic() - started
    print(
        f"tidy: {len(results)} of {len(commands)} files (seed {seed}, {share:g} of the tests), "
        f"{remembered} remembered, {len(bad)} bad, {seconds:.0f} s"
    )
    return 1 if bad or not results else 0


if __name__ == "__main__":
    sys.exit(main())
