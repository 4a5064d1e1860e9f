"""Constructs that the style refuses: in libraries, in headers, in the engine.

A line is excused by a comment `// Allowed because ...` on it or on the line above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from common import Finding, cpp_files, line_of, read_text, run_check, without_comments_and_strings
from functions import matching

EXCUSE = "// Allowed because"
ENGINE = tuple(
    f"src/unbracket/{module}/"
    for module in ("base", "model", "search", "zone", "frontier", "robust", "report")
)
LIBRARY = ("src/",)
# The one place that prints and aborts: a broken REQUIRE or ASSERT.
LAST_WORDS = "src/unbracket/base/require.cpp"
ALL = ("src/", "cli/", "tests/", "fuzz/", "bench/")


@dataclass(frozen=True)
class Rule:
    """A pattern that must not occur in files below some folders."""

    pattern: re.Pattern[str]
    folders: tuple[str, ...]
    what: str
    suffixes: tuple[str, ...] = (".hpp", ".cpp")
    includes_tests: bool = True


def rule(pattern: str, folders: tuple[str, ...], what: str, **options: object) -> Rule:
    """A Rule whose pattern is read line by line."""
    return Rule(re.compile(pattern, re.MULTILINE), folders, what, **options)  # type: ignore


RULES = (
    rule(r"\bshared_ptr\b|\bmake_shared\b", ALL, "no shared_ptr: values, or unique_ptr for plug-ins"),
    rule(r"(?<!operator )\bnew\b(?!\s*\()\s+[\w:]+", ALL, "no bare new"),
    rule(r"\busing\s+namespace\b", ALL, "no using namespace in a header", suffixes=(".hpp",)),
    rule(
        r"^[ \t]*#[ \t]*define[ \t]+(?!UNBRACKET_(?:REQUIRE|ASSERT)\b)\w+",
        ALL,
        "no macros but UNBRACKET_REQUIRE and UNBRACKET_ASSERT",
    ),
    rule(r"#\s*include\s*<(?:format|expected|print|mdspan|generator)>", ALL, "not in GCC 12"),
    rule(
        r"\bstd::(?:cout|cerr|clog|cin)\b|(?<![\w:])(?:std::)?(?:printf|puts|fprintf)\s*\(",
        LIBRARY,
        "libraries print nothing",
        includes_tests=False,
    ),
    rule(r"\bstd::(?:exit|quick_exit|_Exit)\b", LIBRARY, "libraries never exit"),
    rule(
        r"\bstd::(?:\w+_distribution|shuffle|ranges::shuffle|sample|random_device|mt19937\w*"
        r"|default_random_engine)\b",
        ALL,
        "random numbers come from base/random.hpp: those of the standard library differ by platform",
    ),
    rule(
        r"\b(?:throw\b|try\s*\{|catch\s*\(|dynamic_cast\b|typeid\b)",
        ENGINE,
        "the engine knows neither exceptions nor run-time types",
        includes_tests=False,
    ),
    rule(
        r"\bstd::(?:pow|exp\d?|log\d*|log1p|expm1|sin|cos|tan|a(?:sin|cos|tan)2?|cbrt|hypot|tgamma"
        r"|lgamma|erf)\b",
        ENGINE,
        "the engine calls no function of the math library but sqrt",
        includes_tests=False,
    ),
    rule(r"\bassert\s*\(", LIBRARY, "assert() is off in release: UNBRACKET_ASSERT or REQUIRE"),
    rule(
        r"\b(?:class|struct|enum class)\s+\w*(?:Manager|Helper|Utils?|Singleton)\b",
        ALL,
        "a name that says nothing",
    ),
    rule(r"\b(?:EXPECT|ASSERT)_TRUE\s*\(\s*true\s*\)|\bSUCCEED\s*\(", ALL, "a test that cannot fail"),
)


def check_text(path: str, text: str) -> Iterator[Finding]:
    """One file against every rule that applies to it."""
    code = without_comments_and_strings(text)
    lines = text.splitlines()
    for refused in RULES:
        applies = path.startswith(refused.folders) and path.endswith(refused.suffixes)
        if path == LAST_WORDS and refused.folders == LIBRARY:
            continue
        if not applies or (path.endswith("_test.cpp") and not refused.includes_tests):
            continue
        for match in refused.pattern.finditer(code):
            line = line_of(code, match.start() + len(match[0]) - len(match[0].lstrip()))
            if not any(EXCUSE in near for near in lines[max(0, line - 2) : line]):
                yield Finding(path, line, refused.what)


def check_switches(path: str, text: str) -> Iterator[Finding]:
    """A switch over an enum has no default, so that a new alternative breaks the build."""
    code = without_comments_and_strings(text)
    for match in re.finditer(r"\bswitch\s*\([^{]*\)\s*(?=\{)", code):
        body = code[match.end() : matching(code, match.end())]
        default = re.search(r"\bdefault\s*:", body)
        if default and re.search(r"\bcase\s+\w+::", body) and path.startswith(("src/", "cli/")):
            line = line_of(code, match.end() + default.start())
            if EXCUSE not in "\n".join(text.splitlines()[max(0, line - 2) : line]):
                yield Finding(path, line, "no default in a switch over an enum")


def check_header_guard(path: str, text: str) -> Iterator[Finding]:
    """Headers begin with #pragma once."""
    if path.endswith(".hpp") and "#pragma once" not in text:
        yield Finding(path, 1, "a header needs #pragma once")


def check(root: Path) -> Iterator[Finding]:
    """All C++ files."""
    for path in cpp_files(root):
        text = read_text(root, path)
        yield from check_text(path, text)
        yield from check_switches(path, text)
        yield from check_header_guard(path, text)


if __name__ == "__main__":
    run_check("constructs that the style refuses", check)
