"""Finds the functions of a C++ file with their length, parameters and nesting.

No parser: the sources are clang-formatted, so a brace after a space opens a block (one after a word
is an initialiser), and every control statement has its braces. Reading what stands before each
brace is then enough. Lambdas count as part of the function around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from common import line_of, without_comments_and_strings

CONTROL = re.compile(r"\s*(?:(?:else\s+)?(?:if|for|while|switch|catch)\b|(?:else|do|try)\s*$)")
SCOPE = re.compile(r"\s*(?:(?:inline\s+)?namespace|extern\s*\"|enum|union|class|struct)\b")
LABEL = re.compile(r"\s*(?:(?:public|private|protected)\s*:|(?:case\b[^;{}]*?|default\s*):(?!:))")
NAME = re.compile(r"(operator\s*\(\)|operator\s*[^\s\w(]+|operator\s+[\w:<>*& ]+|~?[\w:]+)\s*\(")
NO_NAMES = frozenset("decltype noexcept alignas explicit requires sizeof void bool int auto".split())
NAMED_LAMBDA = re.compile(r"(\w+)\s*=\s*\[[^\]]*\]\s*(?=\()")
DIRECTIVE = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)


@dataclass(frozen=True)
class Function:
    """A function definition: its name, first and last line, and measures."""

    name: str
    first: int
    last: int
    parameters: int
    nesting: int

    @property
    def lines(self) -> int:
        """From the line of the signature to the closing brace."""
        return self.last - self.first + 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))


def matching(text: str, start: int, brackets: str = "{}") -> int:
    """The offset of the bracket that closes the one at `start`."""
    depth = 0
    for position in range(start, len(text)):
        if text[position] == brackets[0]:
            depth += 1
        elif text[position] == brackets[1]:
            depth -= 1
            if depth == 0:
                return position
    return len(text) - 1


def _declaration(head: str) -> str:
    """What stands before a brace, without labels, attributes, template and requires clauses."""
    head = re.sub(r"\[\[.*?\]\]", "", head, flags=re.DOTALL)
    while (label := LABEL.match(head)) is not None:
        head = head[label.end() :]
    while re.match(r"\s*template\s*<", head):
        head = head[matching(head, head.index("<"), "<>") + 1 :]
        if re.match(r"\s*requires\b", head):
            head = head.lstrip().partition("\n")[2]
    return head


def _signature(head: str) -> tuple[str, str] | None:
    """(name, text between its parentheses) if a declaration is that of a function or lambda."""
    named_lambda = NAMED_LAMBDA.search(head)
    if named_lambda:
        name, opening = named_lambda.group(1), named_lambda.end()
        return name, head[opening + 1 : matching(head, opening, "()")]
    if SCOPE.match(head):
        return None
    for match in NAME.finditer(head):
        before = head[: match.start()].replace("->", "").replace("<<", "")
        is_inside_template = before.count("<") > before.count(">")
        if "=" in before and "operator" not in before:
            return None
        if match.group(1) not in NO_NAMES and not is_inside_template:
            opening = match.end() - 1
            return match.group(1), head[opening + 1 : matching(head, opening, "()")]
    return None


def count_parameters(inside: str) -> int:
    """How many parameters stand between two parentheses."""
    if inside.strip() in ("", "void"):
        return 0
    depth, count = 0, 1
    for letter in inside.replace("->", ""):
        if letter in "(<[{":
            depth += 1
        elif letter in ")>]}":
            depth -= 1
        elif letter == "," and depth == 0:
            count += 1
    return count


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def nesting_of(body: str) -> int:
    """How deep control statements stand in each other; `else if` is no deeper than its `if`."""
    deepest, start, position = 0, 0, 0
    blocks: list[tuple[bool, int | None]] = []
    while position < len(body):
        letter = body[position]
        if letter == "{" and position > 0 and not body[position - 1].isspace():
            position = matching(body, position)
        elif letter == "{":
            head = body[start:position]
            is_control = CONTROL.match(_declaration(head)) is not None and not _is_open(head)
            # After a lambda in a condition, the statement goes on from where it began.
            blocks.append((is_control, start if _is_open(head) else None))
            deepest = max(deepest, sum(control for control, _ in blocks))
            start = position + 1
        elif letter == "}":
            _, resumed = blocks.pop() if blocks else (False, None)
            start = position + 1 if resumed is None else resumed
        elif letter == ";" and not _is_open(body[start:position]):
            start = position + 1
        position += 1
    return deepest


def functions_of(source: str) -> Iterator[Function]:
    """Every function defined in the text, members and tests included."""
    text = DIRECTIVE.sub(_blank, without_comments_and_strings(source))
    position, start = 0, 0
    while position < len(text):
        letter = text[position]
        if letter in ";}":
            start = position + 1
        elif letter == "{" and position > 0 and not text[position - 1].isspace():
            position = matching(text, position)
        elif letter == "{" and _is_open(text[start:position]):
            position = matching(text, position)  # a default argument: `= {}`
        elif letter == "{":
            head = _declaration(text[start:position])
            signature = _signature(head)
            if signature:
                closing = matching(text, position)
                first = line_of(text, position - len(head.lstrip()))
                yield Function(
                    signature[0],
                    first,
                    line_of(text, closing),
                    count_parameters(signature[1]),
                    nesting_of(text[position + 1 : closing]),
                )
                position = closing
                start = closing + 1
            elif SCOPE.match(head):
                start = position + 1
            else:
                position = matching(text, position)
        position += 1
