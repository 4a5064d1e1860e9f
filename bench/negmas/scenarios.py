"""Makes the folders that both sides read, by `new --random` and `convert`: nothing of others is
shipped with this project."""

from __future__ import annotations

import json
import math
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from timing import PROGRAM  # noqa: E402

CLASSES = ("rand", "opp", "corr", "nzs", "zs")


def run(*command: object) -> None:
    done = subprocess.run([PROGRAM, *map(str, command)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench/negmas: {' '.join(map(str, command))}: {done.stderr}")


def converted(case: pathlib.Path, to: str) -> pathlib.Path:
    folder = case.with_suffix("") / to
    folder.parent.mkdir(exist_ok=True)
    run("convert", case, folder, "--to", to, "-q")
    return folder


def random_folder(place: pathlib.Path, parties: int, issues: int, options: int,
                  kind: str = "rand", seed: int = 1, to: str = "negmas") -> pathlib.Path:
    case = place / f"{kind}-{parties}-{issues}-{options}-{seed}.toml"
    if not case.exists():
        run("new", case, "--random", "--parties", parties, "--issues", issues, "--options",
            options, "--class", kind, "--scale", 1000, "--seed", seed)
    return converted(case, to)


def rectangle_case(parties: int, issues: int, rectangles: int, seed: int) -> str:
    """Whole numbers from 0 to 9, and worth in boxes of three issues each; invented."""
    draw = random.Random(seed)
    lines = ["unbracket = 1", f'title = "Boxes {seed} (invented)"', "[party]"]
    lines += [f'p{party} = {{ name = "p{party}" }}' for party in range(1, parties + 1)]
    for issue in range(1, issues + 1):
        lines += [f"[issue.i{issue}]", "range = { min = 0, max = 9, step = 1 }"]
        if issue == 1:
            lines += [f"score.p{party} = {{ {', '.join(f'{value} = 0' for value in range(10))} }}"
                      for party in range(1, parties + 1)]
    lines.append("[fallback]")
    lines += [f"p{party} = {5 * rectangles // 4}" for party in range(1, parties + 1)]
    for party in range(1, parties + 1):
        for _ in range(rectangles):
            bounds = []
            for issue in sorted(draw.sample(range(1, issues + 1), min(3, issues))):
                low = draw.randint(0, 5)
                high = draw.randint(low + 2, 9)
                bounds.append(f"i{issue} = {list(range(low, high + 1))}")
            lines += ["[[bonus]]", f'party = "p{party}"', f"when = {{ {', '.join(bounds)} }}",
                      f"value = {draw.randint(1, 60)}"]
    return "\n".join(lines) + "\n"


def rectangle_folder(place: pathlib.Path, parties: int, issues: int, rectangles: int,
                     seed: int = 1) -> pathlib.Path:
    case = place / f"boxes-{parties}-{issues}-{rectangles}-{seed}.toml"
    case.write_text(rectangle_case(parties, issues, rectangles, seed), encoding="utf-8")
    return converted(case, "genius")


DOMAIN = {"type": "DiscreteCartesianOutcomeSpace", "name": "functions", "issues": [
    {"type": "CategoricalIssue", "name": "term", "values": ["short", "long"]},
    {"type": "ContiguousIssue", "name": "price", "values": [0, 6]},
    {"type": "DiscreteCardinalIssue", "name": "share", "values": [1, 2, 4]}]}
TERM = {"type": "TableFun", "mapping": {"short": 1.5, "long": -0.25}}
PRICE_FUNCTIONS = (
    {"type": "ConstFun", "bias": 2.5}, {"type": "IdentityFun"},
    {"type": "LinearFun", "slope": -0.5}, {"type": "AffineFun", "slope": 0.3, "bias": 1},
    {"type": "QuadraticFun", "a2": -0.5, "a1": 3, "bias": 0.1},
    {"type": "PolynomialFun", "coefficients": [1, -0.5, 0.125], "bias": 2},
    {"type": "TriangularFun", "start": 1, "middle": 3, "end": 6, "bias": 0.5, "scale": 2},
    {"type": "TriangularFun", "start": 0, "middle": 0, "end": 6},
    {"type": "TriangularFun", "start": 0, "middle": 6, "end": 6},
    {"type": "TrapezoidalFun", "start": 0, "rise_end": 2, "fall_start": 3, "end": 5},
    {"type": "TrapezoidalFun", "start": 1, "rise_end": 1, "fall_start": 4, "end": 4, "scale": 3},
    {"type": "BiasedFun", "fun": {"type": "IdentityFun"}, "bias": -1, "normalize": False,
     "issue": None},
    {"type": "AggregatingFun", "funs": [{"type": "IdentityFun"}, {"type": "ConstFun", "bias": 3}],
     "weights": [0.5, 2], "bias": 0.25, "normalize": False, "issue": None})


def additive(price: dict, **more: object) -> dict:
    return {"type": "LinearAdditiveUtilityFunction", "weights": [1, 0.5, 0.25],
            "values": [TERM, price, {"type": "IdentityFun"}], "reserved_value": 0.5, **more}


def whole_functions() -> list[dict]:
    """Kinds of utility functions beside additive ones, and what may stand around them."""
    first, second = additive(PRICE_FUNCTIONS[3]), additive(PRICE_FUNCTIONS[4])
    return [
        {"type": "ConstUtilityFunction", "value": 3, "reserved_value": 1},
        {"type": "WeightedUtilityFunction", "ufuns": [first, second], "weights": [0.5, 2],
         "reserved_value": 0.5},
        {"type": "GLAUtilityFunction", "bias": 0.5, "reserved_value": 0, "factors": [
            [[0], TERM, 2], [[1, 2], {"type": "AffineMultiFun", "slope": [0.5, 1], "bias": 0.2}, 1],
            [["price"], {"type": "IdentityFun"}, -1]]},
        {"type": "HyperRectangleUtilityFunction", "bias": 0.5, "reserved_value": 0,
         "outcome_ranges": [{"1": [1, 4]}, {"1": [0, 6], "2": [1, 4]}, {"1": [2, 3]},
                            {"0": ["long"], "1": 3}, None],
         "utilities": [2, 3, 5, -1, 0.25], "weights": [1, 0.5, 1, 2, 1]},
        {"type": "LinDiscountedUFun", "cost": 0.1, "ufun": first},
        {"type": "ExpDiscountedUFun", "discount": 0.9, "ufun": second},
        additive(PRICE_FUNCTIONS[3], reserved_value=-math.inf)]


def function_folders(place: pathlib.Path) -> list[tuple[str, pathlib.Path]]:
    """A folder for each kind of function of NegMAS that is read; invented numbers."""
    kinds = [additive(price) for price in PRICE_FUNCTIONS] + whole_functions()
    folders = []
    for number, kind in enumerate(kinds):
        shown = kind["values"][1] if kind["type"].startswith("LinearAdditive") else kind
        folder = place / f"function-{number}"
        folder.mkdir()
        for name, content in (("domain", DOMAIN), ("one", kind),
                              ("other", additive({"type": "LinearFun", "slope": -1}))):
            (folder / f"{name}.yml").write_text(yaml_of(content), encoding="utf-8")
        folders.append((shown["type"], folder))
    return folders


def yaml_of(content: dict) -> str:
    """JSON is YAML, but a key in quotes is a text there: places of issues stand without them."""
    text = json.dumps(content, indent=1).replace("-Infinity", "-.inf")
    return re.sub(r'"([0-9]+)":', r"\1:", text)
