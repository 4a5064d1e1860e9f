"""Runs what the documents show and compares it with what they say comes out.

In README.md, CONTRIBUTING.md, docs/, examples/ and catalog/ pages:

    ```console                      every line `$ command` is run, the lines below it must come out
    $ unbracket check case.toml
    ANSWER ...
    ```
    ```toml file=my-case.toml       the text is written to that file first

A line `...` stands for any lines, `...` inside a line for any text. A command with nothing below it
is only run. It must succeed, or say what it returns: `$ unbracket lint broken.toml  # exit 2`. The
commands of one page share a fresh folder with copies of catalog/ and examples/, and the page's own
folder of files. What is not to be run (git clone, make) stands in a ```sh block.
`docs_run.py --update` rewrites the shown output where it contains no `...`.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from common import Finding, project_files, read_text

FENCE = re.compile(r"^(\s*)```+\s*(\w*)[ \t]*(.*)$")
PAGES = ("docs/", "examples/", "catalog/")
PROGRAMS = ("unbracket", "cat", "cp", "mkdir", "echo", "printf", "head", "diff", "NO_COLOR=1", "cd")
TIMEOUT = 120


@dataclass
class Command:
    """One `$ ...` line with the output shown below it."""

    line: int
    text: str
    expected: list[str] = field(default_factory=list)


@dataclass
class Block:
    """One fenced block: its language, the words after it, the line of its first content, the rest."""

    language: str
    options: str
    first: int
    lines: list[str]


def blocks_of(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, indentation of the fence removed."""
    block: Block | None = None
    indent = ""
    for number, line in enumerate(text.splitlines(), start=1):
        fence = FENCE.match(line)
        if fence and block is None:
            indent = fence.group(1)
            block = Block(fence.group(2), fence.group(3), number + 1, [])
        elif fence and block is not None:
            yield block
            block = None
        elif block is not None:
            block.lines.append(line.removeprefix(indent))


def commands_of(block: Block) -> list[Command]:
    """The commands of a console block with their expected output."""
    commands: list[Command] = []
    for number, line in enumerate(block.lines, start=block.first):
        if line.startswith("$ "):
            commands.append(Command(number, line[2:]))
        elif line.startswith("> ") and commands and not commands[-1].expected:
            commands[-1].text += "\n" + line[2:]
        elif commands:
            commands[-1].expected.append(line)
    return commands


def agrees(expected: list[str], actual: list[str]) -> bool:
    """Whether the output is as shown; `...` stands for any lines or any text."""
    pattern = ""
    for line in expected:
        if line.strip() == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += "[^\n]*".join(re.escape(part) for part in line.rstrip().split("...")) + "\n"
    text = "".join(line.rstrip() + "\n" for line in actual)
    return re.fullmatch(pattern, text) is not None


def run(command: Command, folder: Path, program: Path) -> tuple[list[str], int]:
    """The lines a command prints (standard error included) and its exit code."""
    environment = {
        "PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    result = subprocess.run(
        ["bash", "-c", command.text],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=TIMEOUT,
        check=False,
    )
    text = result.stdout.decode("utf-8", errors="replace")
    return text.rstrip("\n").split("\n") if text.strip() else [], result.returncode


def wanted_exit(command: Command) -> int:
    """The exit code a command announces in a comment, otherwise 0."""
    match = re.search(r"#\s*exit (\d+)\s*$", command.text)
    return int(match.group(1)) if match else 0


def check_command(path: str, command: Command, folder: Path, program: Path) -> Iterator[Finding]:
    """Runs one command and compares."""
    if not command.text.startswith(PROGRAMS):
        yield Finding(path, command.line, "only unbracket runs in a console block; use ```sh")
        return
    actual, code = run(command, folder, program)
    if code != wanted_exit(command):
        shown = " / ".join(actual[:3])
        yield Finding(path, command.line, f"exit {code}: {command.text.strip()} ({shown})")
    expected = list(command.expected)
    while expected and not expected[-1].strip():
        expected.pop()
    if expected and not agrees(expected, actual):
        yield Finding(
            path,
            command.line,
            "the output is not as shown: " + command.text.strip()
            + "".join(f"\n    shown  | {line}" for line in expected[:40])
            + "".join(f"\n    actual | {line}" for line in actual[:40]),
        )


def prepare(root: Path, folder: Path) -> None:
    """Copies of what the pages work on."""
    for name in ("catalog", "examples"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)


def check_page(root: Path, path: str, program: Path) -> Iterator[Finding]:
    """Runs a page from top to bottom in a fresh folder."""
    blocks = list(blocks_of(read_text(root, path)))
    if not any(block.language == "console" for block in blocks):
        return
    with tempfile.TemporaryDirectory(prefix="unbracket-docs-") as name:
        folder = Path(name)
        prepare(root, folder)
        for block in blocks:
            file = re.match(r"file=([\w./-]+)", block.options)
            if file:
                (folder / file.group(1)).write_text("\n".join(block.lines) + "\n", encoding="utf-8")
            if block.language == "console":
                for command in commands_of(block):
                    yield from check_command(path, command, folder, program)


def update_page(root: Path, path: str, program: Path) -> None:
    """Rewrites the shown output of a page's commands where nothing is elided."""
    lines = read_text(root, path).splitlines()
    replaced: list[tuple[int, int, list[str]]] = []
    with tempfile.TemporaryDirectory(prefix="unbracket-docs-") as name:
        prepare(root, Path(name))
        for block in blocks_of("\n".join(lines)):
            file = re.match(r"file=([\w./-]+)", block.options)
            if file:
                (Path(name) / file.group(1)).write_text("\n".join(block.lines) + "\n", "utf-8")
            for command in commands_of(block) if block.language == "console" else []:
                actual, _ = run(command, Path(name), program)
                shown = command.expected
                if shown and not any("..." in line for line in shown):
                    first = command.line + command.text.count("\n")
                    replaced.append((first, first + len(shown), actual))
    for first, last, actual in reversed(replaced):
        lines[first:last] = actual
    (root / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def pages_of(root: Path) -> list[str]:
    """The pages that are run."""
    names = project_files(root, ".md")
    return [name for name in names if "/" not in name or name.startswith(PAGES)]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="runs what the documents show")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--program", type=Path, default=os.environ.get("UNBRACKET"))
    parser.add_argument("--update", action="store_true")
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args()
    program = (options.program or options.root / "build/release/bin/unbracket").resolve()
    if not program.is_file():
        sys.exit(f"{program}: build it first (tools/build release unbracket_program)")
    pages = options.pages or pages_of(options.root)
    if options.update:
        for page in pages:
            update_page(options.root, page, program)
        return
    findings = [finding for page in pages for finding in check_page(options.root, page, program)]
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
