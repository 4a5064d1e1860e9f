"""bench/optima.py: what it compares, and what its lines say. The benchmark itself is `make bench`."""

from __future__ import annotations

import json
import os
import sys
import unittest
from fractions import Fraction
from pathlib import Path
from unittest import mock

from cbc_programs import Game

ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(ROOT / "bench"))
import optima  # noqa: E402


def row(cbc_ms: float, ours_ms: float, **more: bool) -> dict:
    """One question of a class by both, CBC with 10 ms to start up."""
    theirs = {"ms": cbc_ms, "runs": 2, "cut": more.get("cbc_cut", False)}
    ours = {"measure": "7", "proved": not more.get("ours_cut", False), "elapsed_ms": ours_ms / 2}
    return {"class": "opp", "solution": "egalitarian",
            **optima.question_row(theirs, ours, ours_ms, 10)}


def game() -> Game:
    """On each of two issues one party gives 1 and the other takes 3."""
    return Game({"fallback": {"a": 0, "b": 1},
                 "issue": {"first": {"score": {"a": {"no": 1, "yes": 0}, "b": {"no": 0, "yes": 3}}},
                           "second": {"score": {"a": {"no": 0, "yes": 3}, "b": {"no": 1, "yes": 0}}}}})


def solutions(**largest: int) -> dict:
    shown = {"outcome": {"first": "yes", "second": "yes"}, "proved": "optimal"}
    return {"largest_gains": largest, "utilitarian": shown, "egalitarian": shown,
            "kalai_smorodinsky": shown}


class Numbers(unittest.TestCase):
    def test_what_an_outcome_measures_is_added_up_from_the_scores(self) -> None:
        found = solutions(a=4, b=3)
        self.assertEqual(optima.shown_measure(game(), found, "utilitarian"), 5)
        self.assertEqual(optima.shown_measure(game(), found, "egalitarian"), 2)
        self.assertEqual(optima.shown_measure(game(), found, "kalai_smorodinsky"), Fraction(2, 3))

    def test_who_can_gain_nothing_has_no_share(self) -> None:
        self.assertEqual(optima.shown_measure(game(), solutions(a=4, b=0), "kalai_smorodinsky"),
                         Fraction(3, 4))
        self.assertEqual(optima.shown_measure(game(), solutions(a=0, b=0), "kalai_smorodinsky"), 0)

    def test_no_solution_measures_nothing(self) -> None:
        self.assertIsNone(optima.shown_measure(game(), {"utilitarian": None}, "utilitarian"))

    def test_equal_fractions_are_no_difference(self) -> None:
        self.assertEqual(optima.differences({"measure": Fraction(1, 2)}, [("one", "2/4")]), [])
        self.assertEqual(optima.differences({"measure": None}, [("one", None)]), [])

    def test_the_least_difference_is_told_with_both_numbers(self) -> None:
        found = [("one", "500001/1000000"), ("two", Fraction(1, 2)), ("three", None)]
        self.assertEqual(optima.differences({"measure": Fraction(1, 2)}, found),
                         ["one has 500001/1000000, CBC 1/2", "three has None, CBC 1/2"])


class OneCase(unittest.TestCase):
    def rows(self, theirs: str | None) -> list[dict]:
        """One case whose optimum is 2 by our word, whatever is asked, and this by CBC's."""

        def timed(command: list) -> tuple[float, str]:
            answer = {"solutions": solutions(a=1, b=1)} if "frontier" in command else \
                {"measure": "2", "proved": True, "elapsed_ms": 1.0}
            return 10.0, json.dumps(answer)

        measure = None if theirs is None else Fraction(theirs)
        answer = {"measure": measure, "cut": theirs is None, "runs": 1, "ms": 20.0}
        fakes = {"timed": timed, "make_case": mock.Mock(), "convert": mock.Mock(),
                 "find": mock.Mock(), "Game": mock.Mock(read=lambda _: game()),
                 "shown_measure": lambda *_: Fraction(2), "ask_cbc": lambda *_: answer}
        with mock.patch.multiple(optima, **fakes):
            return optima.one_case(Path("nowhere"), "opp", 3, 5)

    def test_has_a_row_for_each_question_and_one_for_all(self) -> None:
        rows = self.rows("2")
        self.assertEqual([row["solution"] for row in rows],
                         [*optima.QUESTIONS, optima.EVERYTHING])
        self.assertEqual(rows[-1]["cbc_ms"], 60)

    def test_another_optimum_ends_the_run(self) -> None:
        with self.assertRaises(SystemExit) as ended:
            self.rows("3")
        self.assertIn("utilitarian of class opp, seed 3: the engine has 2, CBC 3",
                      str(ended.exception.code))

    def test_a_cut_run_says_nothing_of_the_optimum(self) -> None:
        self.assertTrue(all(row["cbc_cut"] for row in self.rows(None)))


class Lines(unittest.TestCase):
    def test_start_up_is_taken_off_each_run(self) -> None:
        self.assertEqual(row(120, 10)["solve_ratio"], 20)
        self.assertEqual(row(120, 10)["process_ratio"], 12)
        self.assertEqual(row(15, 10)["solve_ratio"], 0)

    def test_a_cell_has_the_median_of_its_seeds(self) -> None:
        cell = optima.cell_of([row(100, 10), row(400, 10), row(200, 10)])
        self.assertEqual((cell["cases"], cell["cbc_cut"], cell["process_ratio"]), (3, 0, 20))
        self.assertTrue(optima.cell_text(cell).endswith(" 36 x           20 x"))

    def test_a_cut_run_of_cbc_makes_the_ratio_a_lower_bound(self) -> None:
        cell = optima.cell_of([row(100, 10), row(5000, 10, cbc_cut=True)])
        self.assertEqual(cell["cbc_cut"], 1)
        self.assertTrue(optima.cell_text(cell).endswith("> 255 x"))

    def test_what_we_did_not_prove_has_no_ratio(self) -> None:
        cell = optima.cell_of([row(100, 10), row(5000, 10, ours_cut=True)])
        self.assertEqual((cell["ours_cut"], cell["process_ratio"]), (1, 10))
        cell = optima.cell_of([row(5000, 10, ours_cut=True)])
        self.assertNotIn("process_ratio", cell)
        self.assertTrue(optima.cell_text(cell).endswith(" 1     2"))

    def test_all_questions_together_are_cut_where_one_is(self) -> None:
        rows = [row(100, 10), row(300, 10, cbc_cut=True)]
        everything = optima.everything_row(rows, 200)
        self.assertEqual((everything["runs"], everything["process_ratio"]), (4, 2))
        self.assertTrue(everything["cbc_cut"])
        self.assertNotIn("engine_ms", everything)

    def test_enumeration_has_the_median_and_the_least_ratio(self) -> None:
        rows = [{"parties": 2, "issues": 8, "outcomes": 65536, "task": "solutions",
                 "plain_ms": plain, "ours_ms": 2.0, "utilitarian": best}
                for plain, best in ((1.0, None), (40.0, "7"), (400.0, "9"))]
        cell = optima.enumeration_cell(rows)
        self.assertEqual((cell["none"], cell["ratio"], cell["least_ratio"]), (1, 20, 0.5))
        self.assertTrue(optima.enumeration_text(cell).endswith(" 20 x        0.50 x"))


if __name__ == "__main__":
    unittest.main()
