"""Names follow the style: types CamelCase, everything else lower_case, private members end in `_`.

(clang-tidy has such a check, but it looks at every name of every system header and doubles the time
of tools/check.) A line is excused by `// Allowed because ...` on it or above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from common import Finding, cpp_files, line_of, read_text, run_check, without_comments_and_strings
from constructs import EXCUSE
from functions import functions_of, matching

LOWER = re.compile(r"~?[a-z][a-z0-9_]*|operator.*")
CAMEL = re.compile(r"[A-Z][A-Za-z0-9]*")
MIXED = re.compile(r"(?<![\w.])[a-z][a-z0-9]*[A-Z]\w*\b")
TYPE = re.compile(
    r"\b(?:class|struct|union|enum(?:\s+(?:class|struct))?|concept)\s+(?:\[\[[^\]]*\]\]\s*)?"
    r"(?:\w+::)*(\w+)(?=\s*(?:final\s*)?(?:\{|:(?!:)|=|;))"
)
ALIAS = re.compile(r"\busing\s+(\w+)\s*=")
CONSTANT = re.compile(r"\b(?:constexpr|constinit)\s+[\w:<>,&* ]+?\s([A-Z]\w*)\s*(?:=|\{|;)")
STANDARD_ALIASES = re.compile(
    r"(?:value|size|difference|key|mapped|element)_type|(?:const_)?(?:iterator|reference|pointer)"
    r"|iterator_(?:category|concept)|is_transparent"
)
GIVEN = re.compile(
    r"TEST(?:_F|_P)?|SetUp|TearDown|SetUpTestSuite|TearDownTestSuite|BENCHMARK\w*|PrintTo"
    r"|LLVMFuzzer\w+|INSTANTIATE_TEST_SUITE_P"
    r"|On(?:Document|Sequence|Map)(?:Start|End)|OnNull|OnAlias|OnScalar"  # events of yaml-cpp
)
FOREIGN = re.compile(r"(?:unz|zip)[A-Z]\w*|uLong")  # of minizip, written in C
TEST_NAME = re.compile(r"^TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)", re.MULTILINE)
CLASS = re.compile(r"\b(?:class|struct)\s+\w+[^;{}()]*\{")
SECTION = re.compile(r"\b(public|protected|private)\s*:(?!:)")
MEMBER = re.compile(
    r"(?:^|;)\s*(?=\S)(?!using|friend|static|struct|class|enum|template|typedef)"
    r"[\w:<>,*& ]+?[\s>*&](\w+)\s*(?:=[^;()]*)?(?=;)"
)


def bad_types(code: str) -> Iterator[tuple[int, str]]:
    """Types, aliases and concepts that are not CamelCase; constants that are."""
    for match in TYPE.finditer(code):
        if not CAMEL.fullmatch(match.group(1)):
            yield match.start(1), f"the type {match.group(1)} is not CamelCase"
    for match in ALIAS.finditer(code):
        name = match.group(1)
        if not CAMEL.fullmatch(name) and not STANDARD_ALIASES.fullmatch(name):
            yield match.start(1), f"the type {name} is not CamelCase"
    for match in CONSTANT.finditer(code):
        yield match.start(1), f"the constant {match.group(1)} is not lower_case"


def bad_functions(text: str) -> Iterator[tuple[int, str]]:
    """Functions that are neither lower_case nor constructors, by line."""
    types = set(TYPE.findall(without_comments_and_strings(text)))
    for function in functions_of(text):
        name = re.sub(r"operator\b.*", "operator", function.name).split("::")[-1]
        owner = function.name.split("::")[-2:-1]
        is_constructor = name.startswith("~") or name in types or owner in ([name], [""])
        if not (is_constructor or LOWER.fullmatch(name) or GIVEN.fullmatch(name)):
            yield function.first, f"the function {name} is not lower_case"


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _flat(body: str) -> str:
    """The body of a class without whatever stands in braces in it: functions and inner types."""
    inner = re.compile(r"\b(?:\w+\s*\([^;{}]*|(?:struct|class|enum)[^;{}]*)\{[^{}]*\};?|\{[^{}]*\}")
    while (match := inner.search(body)) is not None:
        body = body[: match.start()] + _blank(match.group(0)) + body[match.end() :]
    return body


def bad_members(code: str) -> Iterator[tuple[int, str]]:
    """Private data members without the trailing underscore."""
    for opening in CLASS.finditer(code):
        start = opening.end()
        body = _flat(code[start : matching(code, start - 1)])
        labels = [*SECTION.finditer(body)]
        for index, label in enumerate(labels):
            end = labels[index + 1].start() if index + 1 < len(labels) else len(body)
            if label.group(1) != "private":
                continue
            for match in MEMBER.finditer(body, label.end(), end):
                name = match.group(1)
                if not name.endswith("_") and name not in ("delete", "default", "const"):
                    yield start + match.start(1), f"the private member {name} does not end in `_`"


def check_text(path: str, text: str) -> Iterator[Finding]:
    """Every name of one file."""
    code = without_comments_and_strings(text)
    lines = text.splitlines()
    offsets = [*bad_types(code), *bad_members(code)]
    offsets += [
        (match.start(), f"{match.group(0)} is not lower_case")
        for match in MIXED.finditer(code)
        if not FOREIGN.fullmatch(match.group(0))
    ]
    for match in TEST_NAME.finditer(code):
        for name in match.groups():
            if not CAMEL.fullmatch(name):
                offsets.append((match.start(), f"the test name {name} is not CamelCase"))
    found = [(line_of(code, offset), what) for offset, what in offsets] + [*bad_functions(text)]
    for line, what in found:
        if not any(EXCUSE in near for near in lines[max(0, line - 2) : line]):
            yield Finding(path, line, what)
    if not re.fullmatch(r"[a-z0-9_]+", Path(path).stem):
        yield Finding(path, 1, "the file name is not lower_case")


def check(root: Path) -> Iterator[Finding]:
    """All C++ files."""
    for path in cpp_files(root):
        yield from check_text(path, read_text(root, path))


if __name__ == "__main__":
    run_check("names follow the style", check)
