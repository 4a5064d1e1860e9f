"""Medium score cases against CBC, through the LP file: the same yes or no, and CBC's own solution is
one that every party accepts when it is added up exactly.

CBC works in floating point, so totals stay at 1,000 and its solutions are rounded and re-checked.
Runs cut at five seconds are skipped and counted. UNBRACKET_TEST_SHARE 1 runs all 208 cases.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ.get("UNBRACKET", "unbracket")
SEED = int(os.environ.get("UNBRACKET_SEED", "1")) % 1_000_000
SHARE = float(os.environ.get("UNBRACKET_TEST_SHARE", "0.1"))
CLASSES = ("rand", "opp", "corr", "nzs")
PLACES = (("yes", None), ("no", None), ("yes", 2), ("no", 2))
CUT_SECONDS = 5


def run(*arguments: object) -> str:
    command = [PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def solve(lp: Path, solution: Path) -> str:
    """`feasible`, `infeasible` or `cut`."""
    command = ["cbc", str(lp), "sec", str(CUT_SECONDS), "solve", "solution", str(solution), "quit"]
    subprocess.run(command, capture_output=True, text=True, check=True)
    status = solution.read_text().splitlines()[0]
    if status.startswith("Optimal"):
        return "feasible"
    return "infeasible" if "nfeasible" in status else "cut"


def chosen_options(solution: Path) -> dict[int, int]:
    """The option of each issue, both counted from 1, as the columns x_ISSUE_OPTION name them."""
    chosen = {}
    for line in solution.read_text().splitlines()[1:]:
        name, value = line.split()[1:3]
        if name.startswith("x_") and round(float(value)) == 1:
            issue, option = name[2:].split("_")
            chosen[int(issue)] = int(option)
    return chosen


def every_party_accepts(case: dict, chosen: dict[int, int]) -> bool:
    issues = list(case["issue"].values())
    for party, need in case["fallback"].items():
        total = sum(list(issue["score"][party].values())[chosen[at] - 1]
                    for at, issue in enumerate(issues, 1))
        if total < need:
            return False
    return True


@unittest.skipUnless(shutil.which("cbc"), "CBC is not installed")
class BesideCbc(unittest.TestCase):
    def test_says_yes_and_no_where_cbc_does(self) -> None:
        cut = 0
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for index in range(max(1, math.ceil(208 * SHARE))):
                kind, (plant, margin) = CLASSES[index % 4], PLACES[index // 4 % 4]
                with self.subTest(seed=SEED + index, kind=kind, plant=plant, margin=margin):
                    cut += self.compare(folder, SEED + index, kind, plant, margin)
        print(f"cut at {CUT_SECONDS} s and skipped: {cut}")

    def compare(self, folder: Path, seed: int, kind: str, plant: str, margin: int | None) -> int:
        case = folder / f"{seed}.toml"
        margins = [] if margin is None else ["--margin", margin]
        run("new", case, "--random", "--parties", 2 + seed % 4, "--issues", 8 + seed % 9,
            "--options", 3, "--class", kind, "--scale", 1000, "--seed", seed, "--plant", plant,
            *margins)
        run("convert", case, folder / f"{seed}.lp")
        run("convert", case, folder / f"{seed}.json")
        theirs = solve(folder / f"{seed}.lp", folder / f"{seed}.sol")
        if theirs == "cut":
            return 1
        answer = json.loads(run("check", case, "--verdict-only", "--format", "json"))
        expected = "agreement" if theirs == "feasible" else "no_agreement"
        self.assertEqual(answer["verdict"], expected)
        if theirs == "feasible":
            written = json.loads((folder / f"{seed}.json").read_text())
            self.assertTrue(every_party_accepts(written, chosen_options(folder / f"{seed}.sol")))
        return 0


if __name__ == "__main__":
    unittest.main()
