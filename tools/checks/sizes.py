"""Files of at most 600 lines; functions of at most 60 lines (or with a `// Long because`), five
parameters and three levels of nesting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from common import Finding, cpp_files, project_files, read_text, run_check
from functions import Function, functions_of

LONGEST_FILE = 600
LONGEST_FUNCTION = 60
MOST_PARAMETERS = 5
DEEPEST_NESTING = 3
EXCUSE = "// Long because"
SOURCES = (
    ".cpp", ".hpp", ".py", ".cmake", ".sh", "CMakeLists.txt", "Makefile", ".ts", ".tsx", ".mjs", ".css",
)


def is_excused(lines: list[str], function: Function) -> bool:
    """Whether a comment inside or right above says why the function is long."""
    first = max(0, function.first - 5)
    return any(EXCUSE in line for line in lines[first : function.last])


def check_functions(path: str, text: str) -> Iterator[Finding]:
    """The measures of each C++ function against the limits."""
    lines = text.splitlines()
    for function in functions_of(text):
        where, name = function.first, function.name
        if function.lines > LONGEST_FUNCTION and not is_excused(lines, function):
            yield Finding(
                path, where, f"{name} has {function.lines} lines: split it, or say `{EXCUSE} ...`"
            )
        if function.parameters > MOST_PARAMETERS:
            yield Finding(
                path, where, f"{name} has {function.parameters} parameters: use an options struct"
            )
        if function.nesting > DEEPEST_NESTING:
            yield Finding(path, where, f"{name} nests {function.nesting} deep: at most 3")


def check_script(path: str, text: str) -> Iterator[Finding]:
    """The length of each Python function."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield Finding(path, node.lineno, f"{node.name} has {lines} lines: split it")


def check(root: Path) -> Iterator[Finding]:
    """Sizes of everything that is written by hand."""
    for path in project_files(root, *SOURCES):
        count = read_text(root, path).count("\n")
        if count > LONGEST_FILE:
            yield Finding(path, 1, f"{count} lines: at most {LONGEST_FILE}")
    for path in cpp_files(root):
        yield from check_functions(path, read_text(root, path))
    for path in project_files(root, ".py"):
        yield from check_script(path, read_text(root, path))


if __name__ == "__main__":
    run_check("file and function sizes", check)
