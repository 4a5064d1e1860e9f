"""bench/negmas: what it compares, and what its lines say. NegMAS itself is `make bench-peers`."""

from __future__ import annotations

import os
import sys
import tempfile
import textwrap
import unittest
from fractions import Fraction
from pathlib import Path
from unittest import mock

ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
os.environ.setdefault("BUILD", str(ROOT / "build" / "none"))
sys.path.insert(0, str(ROOT / "bench" / "negmas"))
import compare  # noqa: E402
import environment  # noqa: E402
import rows  # noqa: E402
import scenarios  # noqa: E402
import sides  # noqa: E402


def ours(**other: object) -> dict:
    """Two issues of two values, two parties; everything is acceptable."""
    return {"read": {"part": "read", "ms": [1.0, 2.0, 3.0], "case_ms": [4.0, 5.0, 6.0], "outcomes": "4",
                     "parties": ["a", "b"], "fallbacks": ["0", "1/3"]},
            "utilities": {"ms": [1.0], "outcomes": [[0, 0], [1, 0], [0, 1], [1, 1]],
                          "utilities": [["1", "1/3"], ["2", "2/3"], ["3", "1/3"], ["4", "1/2"]]},
            "frontier": {"ms": [0.5], "end": "complete", "size": 2, "are_solutions_proved": True,
                         "points": [["2", "2/3"], ["4", "1/2"]],
                         "picked": {"nash": [["2", "2/3"], ["4", "1/2"]],
                                    "kalai": [["2", "2/3"]], "ks": [["2", "2/3"]],
                                    "max_welfare": [["4", "1/2"]]}},
            "statistics": {"ms": [0.6]}, "complaints": "", **other}


def theirs(**other: object) -> dict:
    """The same in doubles; the frontier in another order, with a vector twice."""
    two, four = [2.0, 2 / 3], [4.0, 0.5]
    return {"read": {"ms": [30.0], "parties": ["a", "b"]},
            "utilities": {"ms": [1.0],
                          "utilities": [[1.0, 1 / 3], two, [3.0, 1 / 3], four]},
            "frontier": {"ms": [700.0], "points": [four, two, four],
                         "ranges": [[1.0, 4.0], [1 / 3, 2 / 3]],
                         "picked": {"nash": [two, four], "kalai": [two], "ks": [two],
                                    "max_welfare": [four]}},
            "statistics": {"ms": [900.0]}, **other}


class Numbers(unittest.TestCase):
    def test_a_rounded_fraction_is_the_same(self) -> None:
        self.assertTrue(compare.is_same(Fraction(1, 3), Fraction(1 / 3)))
        self.assertTrue(compare.is_same(Fraction(10**12), Fraction(10**12 + 1)))

    def test_a_small_difference_is_one(self) -> None:
        self.assertFalse(compare.is_same(Fraction(1, 3), Fraction(1 / 3 + 1e-8)))
        self.assertFalse(compare.is_same(Fraction(1000), Fraction(1001)))
        self.assertFalse(compare.is_same(Fraction(1), Fraction(-1)))

    def test_a_utility_that_differs_is_named_by_outcome_and_party(self) -> None:
        one = [["1", "1/3"], ["2", "2/3"]]
        other = [[1.0, 1 / 3], [2.0, 0.6]]
        differences = compare.utility_differences(one, other)
        self.assertEqual(differences, [(1, 1)])
        self.assertEqual(compare.smallest_difference([[0], [1]], one, other, differences),
                         {"outcome": [1], "party": 1, "ours": "2/3", "theirs": 0.6})
        self.assertIsNone(compare.smallest_difference([[0]], one, one, []))

    def test_sides_that_tell_of_other_outcomes_or_parties_are_not_compared(self) -> None:
        for other in ([[1.0]], [[1.0], [2.0, 3.0]]):
            with self.assertRaises(ValueError):
                compare.utility_differences([["1"], ["2"]], other)


class Sets(unittest.TestCase):
    def test_order_and_repetition_do_not_matter(self) -> None:
        difference = compare.set_difference([["1/3", "2"], ["1", "1"]],
                                            [[1.0, 1.0], [1 / 3, 2.0], [1.0, 1.0]])
        self.assertTrue(compare.is_empty(difference))

    def test_vectors_that_rounding_parts_are_the_same(self) -> None:
        number = 1.2345675  # between two numbers of seven digits
        self.assertTrue(compare.is_empty(compare.set_difference(
            [[str(Fraction(number) + Fraction(1, 10**12))]], [[number - 1e-12]])))

    def test_what_only_one_side_has_is_told(self) -> None:
        difference = compare.set_difference([["1", "2"], ["3", "0"]], [[1.0, 2.0], [2.0, 1.0]])
        self.assertEqual(difference, {"only_ours": [(3, 0)], "only_theirs": [(2, 1)]})
        self.assertFalse(compare.is_empty(difference))


class PickedPoints(unittest.TestCase):
    def picked(self, name: str, one: list, other: list) -> str:
        begin = compare.starts(compare.exact(["0", "-5"]),
                               [compare.exact(["1", "5"]), compare.exact(["0", "4"])])
        return compare.picked_points(name, one, other, begin)

    def test_count_from_the_reserved_value_or_the_least_one(self) -> None:
        self.assertEqual(compare.starts((Fraction(2), Fraction(-5)),
                                        [(Fraction(1), Fraction(5)), (Fraction(0), Fraction(4))]),
                         [(2, 3), (0, 4)])

    def test_of_the_same_measure_are_tied(self) -> None:
        self.assertEqual(self.picked("nash", [["3", "1"]], [[3.0, 1.0]]), "same")
        self.assertEqual(self.picked("nash", [["3", "1"]], [[2.0, 2.0]]), "tied")  # 2 = 1 * 2
        self.assertEqual(self.picked("kalai", [["2", "1"]], [[3.0, 1.0]]), "tied")
        self.assertEqual(self.picked("ks", [["3", "2"]], [[5.0, 4.0]]), "tied")  # halves, wholes
        self.assertEqual(self.picked("max_welfare", [["3", "1"]], [[1.0, 3.0]]), "tied")

    def test_of_another_measure_are_different(self) -> None:
        for name, point in (("nash", [2.0, 3.0]), ("kalai", [4.0, 4.0]), ("ks", [5.0, 0.0]),
                            ("max_welfare", [3.0, 2.0])):
            self.assertEqual(self.picked(name, [["3", "1"]], [point]), "different", name)
        self.assertEqual(self.picked("nash", [], [[1.0, 1.0]]), "different")


class Rows(unittest.TestCase):
    def test_where_both_agree_everything_is_the_same(self) -> None:
        row = rows.row_of("river", ours(), theirs())
        self.assertFalse(rows.disagrees(row))
        self.assertEqual((row["utilities"]["same"], row["utilities"]["compared"]), (4, 4))
        self.assertEqual((row["frontier"]["ours"], row["frontier"]["theirs"]), (2, 2))
        self.assertEqual(set(row["picked"].values()), {"same"})
        self.assertEqual(row["times"]["read"], {"ours_ms": 2, "theirs_ms": 30, "ratio": 15})
        line = rows.line_of(row)
        for part in ("river", "4/4", "2/2", "====", "15 x", "1,400 x", "1,500 x"):
            self.assertIn(part, line)
        self.assertEqual(rows.remarks_of(row), [])

    def test_another_utility_is_a_disagreement_and_is_shown(self) -> None:
        other = theirs()
        other["utilities"]["utilities"][3] = [4.0, 0.25]
        row = rows.row_of("river", ours(), other)
        self.assertTrue(rows.disagrees(row))
        self.assertIn("3/4", rows.line_of(row))
        self.assertIn("'theirs': 0.25", rows.remarks_of(row)[-1])

    def test_a_point_that_one_side_lacks_is_a_disagreement(self) -> None:
        other = theirs()
        other["frontier"]["points"] = [[4.0, 0.5], [3.0, 0.6]]
        row = rows.row_of("river", ours(), other)
        self.assertTrue(rows.disagrees(row))
        self.assertIn("1/2+1", rows.line_of(row))

    def test_a_frontier_that_is_not_complete_is_not_compared(self) -> None:
        one = ours()
        one["frontier"]["end"] = "covered"
        row = rows.row_of("river", one, theirs())
        self.assertIsNone(row["frontier"])
        self.assertFalse(rows.disagrees(row))
        self.assertIn("(covered)", rows.line_of(row))

    def test_a_side_that_was_stopped_gives_a_lower_bound(self) -> None:
        other = theirs(stopped_after=60.0)
        del other["statistics"]
        row = rows.row_of("river", ours(), other)
        self.assertIn("> 100,000 x", rows.line_of(row))
        self.assertEqual(rows.remarks_of(row), ["NegMAS was stopped after 60 s of all statistics"])

    def test_that_ours_was_stopped_is_told_too(self) -> None:
        one = ours(stopped_after=60.0)
        del one["frontier"], one["statistics"]
        row = rows.row_of("river", one, theirs())
        self.assertIsNone(row["frontier"])
        self.assertEqual(rows.remarks_of(row), ["unbracket was stopped after 60 s"])

    def test_what_a_side_refuses_is_told_and_not_compared(self) -> None:
        row = rows.row_of("river", ours(), {"read": {"error": "KeyError: 'x'"}})
        self.assertFalse(rows.disagrees(row))
        self.assertEqual(rows.remarks_of(row), ["NegMAS does not read it: KeyError: 'x'"])
        row = rows.row_of("river", {"complaints": "a.xml: broken; look"}, {})
        self.assertEqual(rows.remarks_of(row), ["unbracket does not read it: a.xml: broken; look"])

    def test_a_sampler_is_held_against_what_is_acceptable_to_both(self) -> None:
        other = theirs(samplers=[{"name": "S", "ms": [3.0],
                                  "points": [[2.0, 2 / 3], [3.0, 1 / 3], [-1.0, 9.0]]}])
        row = rows.row_of("river", ours(), other)
        self.assertEqual(row["samplers"], [{"name": "S", "ms": 3, "acceptable": 2, "efficient": 1,
                                            "of": 2}])
        self.assertIn("1 of the 2 efficient outcomes acceptable to both, and 1 others",
                      rows.remarks_of(row)[0])


class Bars(unittest.TestCase):
    def test_are_of_stated_cells_and_of_all_rows(self) -> None:
        two = {**rows.row_of("two", ours(), theirs()), "outcomes": 10**5}
        five = {**rows.row_of("five", ours(), theirs()), "outcomes": 10**6, "parties": 5}
        judged = rows.bars([two, five], [two, five])
        self.assertEqual([(row["figure"], row["met"]) for row in judged],
                         [(100, True), (100, True), (1500, True), (1400, True), (15, True), (15, True)])
        self.assertIn("6.0 to 6.0, median 6.0", rows.as_case_text([two, five]))

    def test_reading_counts_the_slowest_row_whatever_its_kind(self) -> None:
        slow = ours()
        slow["read"]["ms"] = [6.0]
        cells = [rows.row_of("two", ours(), theirs()), rows.row_of("boxes", slow, theirs())]
        self.assertEqual([(row["figure"], row["met"]) for row in rows.bars(cells, [])[-2:]],
                         [(10, True), (5, False)])

    def test_one_outcome_that_differs_breaks_the_first(self) -> None:
        other = theirs()
        other["utilities"]["utilities"][0] = [1.0, 9.0]
        judged = rows.bars([rows.row_of("two", ours(), other)], [])
        self.assertEqual((judged[0]["figure"], judged[0]["met"]), (75, False))

    def test_without_their_cells_are_not_met(self) -> None:
        judged = rows.bars([], [])
        self.assertFalse(any(row["met"] for row in judged))
        self.assertIn("NOT MET", rows.bar_text(judged[2]))


class Processes(unittest.TestCase):
    def parts(self, script: str, limit: float = 30) -> dict:
        return sides.parts_of([sys.executable, "-c", textwrap.dedent(script)], '{"x": 1}', limit)

    def test_hand_over_the_question_and_gather_parts(self) -> None:
        found = self.parts("""
            import json, sys
            print(json.dumps({"part": "read", **json.load(sys.stdin)}))
            for name in "ab":
                print(json.dumps({"part": "sampler", "name": name}))
            print("odd", file=sys.stderr)
            """)
        self.assertEqual(found["read"]["x"], 1)
        self.assertEqual([each["name"] for each in found["samplers"]], ["a", "b"])
        self.assertEqual(found["complaints"], "odd")
        self.assertNotIn("stopped_after", found)

    def test_keep_what_was_told_before_the_limit(self) -> None:
        found = self.parts("""
            import time
            print('{"part": "read"}', flush=True)
            time.sleep(60)
            """, limit=5)
        self.assertIn("read", found)
        self.assertGreaterEqual(found["stopped_after"], 5)


class Environment(unittest.TestCase):
    def test_is_made_once_for_each_list_of_requirements(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            commands = []

            def run(command: list, **_: object) -> mock.Mock:
                commands.append(command)
                (folder / "bin").mkdir(exist_ok=True)
                (folder / "bin" / "python").touch()
                return mock.Mock(returncode=0)

            with mock.patch.object(environment.subprocess, "run", run), \
                    mock.patch("builtins.print"):
                environment.prepared(folder)
                self.assertEqual([command[2] for command in commands], ["venv", "pip"])
                environment.prepared(folder)
                self.assertEqual(len(commands), 2)
                (folder / "requirements.txt").write_text("negmas==0\n", encoding="utf-8")
                environment.prepared(folder)
                self.assertEqual(len(commands), 4)

    def test_names_one_exact_version(self) -> None:
        self.assertRegex(environment.REQUIREMENTS.read_text(encoding="utf-8"),
                         r"\Anegmas==[0-9.]+\n\Z")


class Boxes(unittest.TestCase):
    def test_are_as_many_as_asked_and_the_same_for_a_seed(self) -> None:
        text = scenarios.rectangle_case(2, 4, 5, 1)
        self.assertEqual(text.count("[[bonus]]"), 10)
        self.assertEqual(text, scenarios.rectangle_case(2, 4, 5, 1))
        self.assertNotEqual(text, scenarios.rectangle_case(2, 4, 5, 2))


if __name__ == "__main__":
    unittest.main()
