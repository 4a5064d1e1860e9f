"""Includes follow tools/layers.txt, and no two folders include each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from common import Finding, cpp_files, line_of, read_text, run_check, without_comments_and_strings

LAYERS = "tools/layers.txt"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>\n]+>|"[^"\n]+")', re.MULTILINE)
TEST_HEADERS = ("gtest/", "gmock/", "tests/")
STANDARD = frozenset(
    """algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv
    chrono cinttypes climits clocale cmath codecvt compare complex concepts condition_variable
    coroutine csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar
    cwctype deque exception execution filesystem forward_list fstream functional future
    initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
    memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex
    scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept
    stop_token streambuf string string_view strstream syncstream system_error thread tuple
    type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector
    version""".split()
)
# Folders beside src/ whose headers are written from the root: "cli/console.hpp".
FRONTS = ("cli", "web/engine")


@dataclass(frozen=True)
class Layer:
    """What one module may include."""

    modules: frozenset[str]
    outside: tuple[str, ...]


@dataclass(frozen=True)
class Include:
    """One include directive of one file."""

    path: str
    line: int
    name: str
    is_angled: bool


def read_layers(root: Path) -> dict[str, Layer]:
    """The modules of tools/layers.txt."""
    layers: dict[str, Layer] = {}
    for line in read_text(root, LAYERS).splitlines():
        line = line.split("#", 1)[0].strip()
        if line:
            module, _, rest = line.partition(":")
            inside, _, outside = rest.partition("|")
            layers[module.strip()] = Layer(frozenset(inside.split()), tuple(outside.split()))
    return layers


def module_of(path: str, modules: dict[str, Layer]) -> str | None:
    """The module a file of src/, cli/ or web/engine/ belongs to, None for anything else."""
    for front in FRONTS:
        if path.startswith(f"{front}/"):
            return front
    if not path.startswith("src/"):
        return None
    folder = str(Path(path).parent).removeprefix("src/unbracket").strip("/")
    if not folder:
        return "unbracket"
    while folder not in modules and "/" in folder:
        folder = str(Path(folder).parent)
    return folder


def includes_of(root: Path, path: str) -> Iterator[Include]:
    """Every include directive of a file that is no comment."""
    text = read_text(root, path)
    kept = without_comments_and_strings(text)
    for match in INCLUDE.finditer(text):
        if kept[match.start() : match.end()].strip().startswith("#"):
            quoted = match.group(1)
            line = line_of(text, match.start(1))
            yield Include(path, line, quoted[1:-1], quoted.startswith("<"))


def check_include(include: Include, own: str, layers: dict[str, Layer]) -> str | None:
    """What is wrong with an include of module `own`, or None."""
    is_test = include.path.endswith("_test.cpp")
    if is_test and include.name.startswith(TEST_HEADERS):
        return None
    if not include.is_angled:
        front = module_of(include.name, layers)
        other = front or module_of("src/" + include.name, layers)
        if front is None and not include.name.startswith("unbracket/"):
            return f'"{include.name}" must be written from the include root: "unbracket/..."'
        if other == own or other in layers[own].modules:
            return None
        return f"{own} must not include {other} ({include.name}); see {LAYERS}"
    if include.name in STANDARD or include.name.startswith(layers[own].outside or ("\0",)):
        return None
    return f"{own} must not include <{include.name}>; see {LAYERS}"


def include_graph(root: Path, layers: dict[str, Layer]) -> dict[str, set[str]]:
    """Which module really includes which others, tests left out."""
    graph: dict[str, set[str]] = {}
    for path in cpp_files(root):
        own = module_of(path, layers)
        if own is None or path.endswith("_test.cpp"):
            continue
        graph.setdefault(own, set())
        for include in includes_of(root, path):
            other = module_of("src/" + include.name, layers)
            if include.name.startswith("unbracket/") and other not in (own, None):
                graph[own].add(str(other))
    return graph


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Pairs or longer rings of modules that reach each other, each ring once."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(graph.get(start, ()))
        while waiting:
            module = waiting.pop()
            if module not in seen:
                seen.add(module)
                waiting.extend(graph.get(module, ()))
        return seen

    reach = {module: reached(module) for module in graph}
    rings = {
        tuple(sorted(other for other in reach if other in reach[m] and m in reach.get(other, ())))
        for m in graph
        if m in reach[m]
    }
    return [list(ring) for ring in sorted(rings)]


def check(root: Path) -> Iterator[Finding]:
    """All includes of src/, cli/ and web/engine/ against the table, the table against itself."""
    layers = read_layers(root)
    allowed = {module: set(layer.modules) for module, layer in layers.items()}
    for ring in cycles(allowed):
        yield Finding(LAYERS, 1, f"the table itself has a cycle: {' '.join(ring)}")
    for path in cpp_files(root):
        own = module_of(path, layers)
        if own is None:
            continue
        if own not in layers:
            yield Finding(path, 1, f"the module {own} is not in {LAYERS}")
            continue
        for include in includes_of(root, path):
            wrong = check_include(include, own, layers)
            if wrong:
                yield Finding(path, include.line, wrong)
    for ring in cycles(include_graph(root, layers)):
        yield Finding(LAYERS, 1, f"modules include each other: {' '.join(ring)}")


if __name__ == "__main__":
    run_check("includes follow tools/layers.txt", check)
