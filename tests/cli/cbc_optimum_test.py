"""Solutions of medium score cases against CBC: the smallest gain that is largest, the sum, each party's
largest gain in the zone and the smallest share of it, as CBC finds them from programs written here.

CBC works in floating point, so its outcomes are added up exactly, and runs cut at five seconds are
skipped and counted. UNBRACKET_TEST_SHARE 1 runs all 60 cases.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

PROGRAM = os.environ.get("UNBRACKET", "unbracket")
SEED = int(os.environ.get("UNBRACKET_SEED", "1")) % 1_000_000
SHARE = float(os.environ.get("UNBRACKET_TEST_SHARE", "0.1"))
CLASSES = ("rand", "opp", "corr", "nzs")
CUT_SECONDS = 5


def run(*arguments: object) -> str:
    command = [PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Cut(Exception):
    """CBC did not end in time."""


class Game:
    """A score case: what each option of each issue is worth to each party, and the fallbacks."""

    def __init__(self, path: Path) -> None:
        case = json.loads(path.read_text())
        self.parties = list(case["fallback"])
        self.need = case["fallback"]
        self.scores = [{party: list(issue["score"][party].values()) for party in self.parties}
                       for issue in case["issue"].values()]

    def gains(self, chosen: list[int]) -> dict[str, int]:
        return {party: sum(scores[party][option] for scores, option in zip(self.scores, chosen))
                - self.need[party] for party in self.parties}

    def terms(self, parties: list[str]) -> str:
        """The sum of these parties' totals."""
        return "\n  ".join(f"{sum(scores[party][option] for party in parties):+d} x_{at}_{option}"
                           for at, scores in enumerate(self.scores)
                           for option in range(len(scores[parties[0]])))

    def solve(self, folder: Path, objective: str, rows: list[str]) -> list[int] | None:
        """The options of an outcome in the zone that is best for the objective; None: no zone."""
        options = range(len(self.scores[0][self.parties[0]]))
        names = [[f"x_{at}_{option}" for option in options] for at in range(len(self.scores))]
        zone = [f"{self.terms([party])} >= {self.need[party]}" for party in self.parties]
        choice = [" + ".join(row) + " = 1" for row in names]
        lines = ["Maximize", f" best: {objective}", "Subject To"]
        lines += [f" r{at}: {row}" for at, row in enumerate(zone + choice + rows)]
        lines += ["Binaries", *(f" {name}" for row in names for name in row), "End", ""]
        program, solution = folder / "best.lp", folder / "best.sol"
        program.write_text("\n".join(lines))
        subprocess.run(["cbc", str(program), "sec", str(CUT_SECONDS), "solve", "solution", str(solution), "quit"],
                       capture_output=True, text=True, check=True)
        status, *columns = solution.read_text().splitlines()
        if not status.startswith("Optimal"):
            if "nfeasible" in status:
                return None
            raise Cut
        chosen = {name: round(float(value)) for _, name, value, *_ in map(str.split, columns)
                  if name.startswith("x_")}
        return [max(options, key=lambda option: chosen.get(row[option], 0)) for row in names]


@unittest.skipUnless(shutil.which("cbc"), "CBC is not installed")
class SolutionsBesideCbc(unittest.TestCase):
    def test_measure_what_cbc_finds(self) -> None:
        cut = 0
        with tempfile.TemporaryDirectory() as name:
            for index in range(max(1, math.ceil(60 * SHARE))):
                kind = CLASSES[index % 4]
                with self.subTest(seed=SEED + index, kind=kind):
                    try:
                        self.compare(Path(name), SEED + index, kind)
                    except Cut:
                        cut += 1
        print(f"cut at {CUT_SECONDS} s and skipped: {cut}")

    def compare(self, folder: Path, seed: int, kind: str) -> None:
        case = folder / f"{seed}.toml"
        run("new", case, "--random", "--parties", 2 + seed % 4, "--issues", 7 + seed % 6,
            "--options", 3, "--class", kind, "--scale", 1000, "--seed", seed)
        run("convert", case, folder / f"{seed}.json")
        game = Game(folder / f"{seed}.json")
        ours = json.loads(run("frontier", case, "--format", "json", "--exact"))["solutions"]
        best_sum = game.solve(folder, game.terms(game.parties), [])
        if best_sum is None:
            self.assertIsNone(ours["egalitarian"])
            self.assertIsNone(ours["utilitarian"])
            return
        self.assertEqual(Fraction(ours["utilitarian"]["measure"]),
                         sum(game.gains(best_sum).values()))
        smallest = game.solve(folder, "t", [f"{game.terms([party])} - t >= {game.need[party]}"
                                            for party in game.parties])
        self.assertIsNotNone(smallest)
        self.assertEqual(Fraction(ours["egalitarian"]["measure"]),
                         min(game.gains(smallest).values()))
        self.compare_shares(folder, game, ours)

    def compare_shares(self, folder: Path, game: Game, ours: dict) -> None:
        largest = {}
        for party in game.parties:
            found = game.solve(folder, game.terms([party]), [])
            self.assertIsNotNone(found)
            largest[party] = game.gains(found)[party]
        self.assertEqual({party: Fraction(gain) for party, gain in ours["largest_gains"].items()},
                         largest)
        rows = [f"{game.terms([party])} - {largest[party]} t >= {game.need[party]}"
                for party in game.parties if largest[party] > 0]
        if not rows:
            return
        found = game.solve(folder, "t", rows)
        self.assertIsNotNone(found)
        shares = [Fraction(gain, largest[party]) for party, gain in game.gains(found).items()
                  if largest[party] > 0]
        self.assertEqual(Fraction(ours["kalai_smorodinsky"]["measure"]), min(shares))


if __name__ == "__main__":
    unittest.main()
