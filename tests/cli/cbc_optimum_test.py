"""Solutions of medium score cases against CBC: the smallest gain that is largest, the sum, each party's
largest gain in the zone and the smallest share of it, as CBC finds them from the programs of
cbc_programs.py.

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

from cbc_programs import CUT_SECONDS, Cbc, Cut, Game, Question

PROGRAM = os.environ.get("UNBRACKET", "unbracket")
SEED = int(os.environ.get("UNBRACKET_SEED", "1")) % 1_000_000
SHARE = float(os.environ.get("UNBRACKET_TEST_SHARE", "0.1"))
CLASSES = ("rand", "opp", "corr", "nzs")
NEEDS_CBC = unittest.skipUnless(shutil.which("cbc"), "CBC is not installed")


def run(*arguments: object) -> str:
    command = [PROGRAM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def small_game(fallback: int = 1) -> Game:
    """Two issues: one moves 2 points from b to a; on the other a can have 3 or b 5."""
    return Game({"fallback": {"a": fallback, "b": 1},
                 "issue": {"first": {"score": {"a": {"no": 0, "yes": 2}, "b": {"no": 2, "yes": 0}}},
                           "second": {"score": {"a": {"no": 0, "yes": 3}, "b": {"no": 5, "yes": 0}}}}})


class Programs(unittest.TestCase):
    def test_gains_are_totals_less_the_fallback(self) -> None:
        self.assertEqual(small_game().gains([1, 0]), {"a": 1, "b": 4})

    def test_a_program_has_a_row_for_each_party_issue_and_demand(self) -> None:
        self.assertEqual(small_game(4).program(Question("t", ("t <= 9",))).splitlines(), [
            "Maximize", " best: t", "Subject To",
            " r0: +0 x_0_0", "  +2 x_0_1", "  +0 x_1_0", "  +3 x_1_1 >= 4",
            " r1: +2 x_0_0", "  +0 x_0_1", "  +5 x_1_0", "  +0 x_1_1 >= 1",
            " r2: x_0_0 + x_0_1 = 1", " r3: x_1_0 + x_1_1 = 1", " r4: t <= 9",
            "Binaries", " x_0_0", " x_0_1", " x_1_0", " x_1_1", "End"])

    def test_parties_that_can_gain_nothing_have_no_share(self) -> None:
        self.assertEqual(len(small_game().largest_smallest_share({"a": 0, "b": 4}).rows), 1)

    def test_options_are_read_from_the_solution_whatever_the_rounding(self) -> None:
        solution = "Optimal - objective value 4\n  0 t 4 0\n  1 x_0_1 0.9999999 0\n  2 x_1_0 1 0\n"
        self.assertEqual(small_game().chosen(solution), [1, 0])

    def test_a_run_that_was_stopped_is_no_answer(self) -> None:
        self.assertIsNone(small_game().chosen("Infeasible - objective value 0\n"))
        with self.assertRaises(Cut):
            small_game().chosen("Stopped on time - objective value 4\n")

    @NEEDS_CBC
    def test_measure_what_can_be_seen_by_eye(self) -> None:
        # Gains of a and b: (1, 4) by yes and no, (2, 1) by no and yes; nothing else suits both.
        with tempfile.TemporaryDirectory() as name:
            cbc = Cbc(Path(name))
            self.assertEqual(cbc.utilitarian(small_game()), 5)
            self.assertEqual(cbc.egalitarian(small_game()), 1)
            self.assertEqual(cbc.largest_gains(small_game()), {"a": 2, "b": 4})
            self.assertEqual(len(cbc.milliseconds), 4)
            self.assertEqual(cbc.kalai_smorodinsky(small_game()), Fraction(1, 2))
            self.assertEqual(cbc.smallest_share(small_game(), {"a": 0, "b": 0}), 0)
            self.assertIsNone(cbc.utilitarian(small_game(5)))
            self.assertIsNone(cbc.kalai_smorodinsky(small_game(5)))


@NEEDS_CBC
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
        game, cbc = Game.read(folder / f"{seed}.json"), Cbc(folder)
        ours = json.loads(run("frontier", case, "--format", "json", "--exact"))["solutions"]
        best_sum = cbc.utilitarian(game)
        if best_sum is None:
            self.assertIsNone(ours["egalitarian"])
            self.assertIsNone(ours["utilitarian"])
            return
        self.assertEqual(Fraction(ours["utilitarian"]["measure"]), best_sum)
        self.assertEqual(Fraction(ours["egalitarian"]["measure"]), cbc.egalitarian(game))
        largest = cbc.largest_gains(game)
        self.assertEqual({party: Fraction(gain) for party, gain in ours["largest_gains"].items()},
                         largest)
        self.assertEqual(Fraction(ours["kalai_smorodinsky"]["measure"]),
                         cbc.smallest_share(game, largest))


if __name__ == "__main__":
    unittest.main()
