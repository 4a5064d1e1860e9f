"""The catalogue through the command line: known answers, and every case is the same case in JSON."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ.get("UNBRACKET", "unbracket")
ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
CATALOG = ROOT / "catalog"
HARBOUR_6 = CATALOG / "score-games" / "harbour-6"
HARBOUR_7 = CATALOG / "score-games" / "harbour-7"
PANAMA = CATALOG / "treaties" / "panama-1974" / "case.toml"
MOSCOW = CATALOG / "peace-talks" / "moscow-2025" / "case.toml"
RIVER_SEL = CATALOG / "teaching" / "river-sel" / "case.toml"


def run(*arguments: object) -> str:
    """What the program prints; it must succeed."""
    command = [PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} returned {done.returncode}:\n{done.stderr}")
    return done.stdout


def check(*arguments: object) -> dict:
    """The answer of `check` as data."""
    return json.loads(run("check", *arguments, "--format", "json"))


class Panama(unittest.TestCase):
    def test_adjusted_winner_gives_both_66_points_and_cuts_land_and_water(self) -> None:
        flags = ("--adjusted-winner", "--exact", "--format", "json")
        division = json.loads(run("frontier", PANAMA, *flags))["adjusted_winner"]
        self.assertEqual(division["points"], 66)
        self.assertEqual(division["split"], "land_and_water")
        self.assertEqual(division["values"], {"us": 66, "panama": 66})
        cut = next(each for each in division["issues"] if each["issue"] == "land_and_water")
        self.assertEqual(cut["shares"], {"us": "2/15", "panama": "13/15"})


class ScoreGames(unittest.TestCase):
    def test_six_parties_agree_on_12_of_720_outcomes(self) -> None:
        answer = check(HARBOUR_6 / "case.toml")
        self.assertEqual(answer["verdict"], "agreement")
        self.assertEqual(answer["count"]["outcomes"], 720)
        self.assertEqual(answer["count"]["sure"], 12)
        self.assertEqual(answer["count"]["possible"], 12)

    def test_seven_parties_agree_on_52_of_2880_outcomes(self) -> None:
        answer = check(HARBOUR_7 / "case.toml")
        self.assertEqual(answer["verdict"], "agreement")
        self.assertEqual(answer["count"]["outcomes"], 2880)
        self.assertEqual(answer["count"]["sure"], 52)

    def test_both_vetoes_and_all_but_one_accept_55_and_204(self) -> None:
        for folder, expected in ((HARBOUR_6, 55), (HARBOUR_7, 204)):
            answer = check(folder / "case.toml", folder / "both-vetoes.toml")
            self.assertEqual(answer["count"]["sure"], expected, folder)
            self.assertEqual(answer["count"]["possible"], expected, folder)

    def test_sets_of_parties_that_accept_add_up_to_the_published_counts(self) -> None:
        for folder, all_of_them, all_but_one in ((HARBOUR_6, 12, 55), (HARBOUR_7, 52, 204)):
            files = (folder / "case.toml", folder / "both-vetoes.toml")
            counts = json.loads(run("frontier", *files, "--counts", "--format", "json"))["counts"]
            self.assertEqual(counts["agreements"], all_but_one, folder)
            self.assertEqual(counts["accepted_by_all"], all_of_them, folder)

    def test_a_threshold_out_of_reach_leaves_no_agreement(self) -> None:
        answer = check(HARBOUR_6 / "case.toml", "--set", "fallback.league=101")
        self.assertEqual(answer["verdict"], "no_agreement")
        self.assertEqual(answer["rests_on"], ["fallback.league"])


class Panama(unittest.TestCase):
    def test_every_whole_issue_outcome_is_worth_nothing_or_more(self) -> None:
        answer = check(PANAMA)
        self.assertEqual(answer["verdict"], "agreement")
        self.assertEqual(answer["count"], {"outcomes": 1024, "sure": 1024, "possible": 1024})

    def test_one_outcome_gives_both_what_no_other_gives_the_worse_off(self) -> None:
        at_best = check(PANAMA, "--set", "fallback.us=64", "--set", "fallback.panama=64")
        self.assertEqual(at_best["verdict"], "agreement")
        above = check(PANAMA, "--set", "fallback.us=65", "--set", "fallback.panama=65")
        self.assertEqual(above["verdict"], "no_agreement")
        self.assertEqual(sorted(above["rests_on"])[:2], ["fallback.panama", "fallback.us"])


class FoundingCase(unittest.TestCase):
    def test_is_not_settled_and_turns_on_both_demands_and_the_draft(self) -> None:
        answer = check(MOSCOW)
        self.assertEqual(answer["verdict"], "depends")
        self.assertEqual(answer["count"]["sure"], 0)
        self.assertEqual(answer["count"]["possible"], answer["count"]["outcomes"])
        questions = answer["alternatives"]
        self.assertEqual(
            [question["id"] for question in questions if question["decisive"] > 0],
            ["russia-demand", "ukraine-limit", "limit-covers", "points-28-say"],
        )

    def test_two_conditions_leave_no_outcome_and_are_the_whole_reason(self) -> None:
        answer = check(
            MOSCOW,
            "--answer=russia-demand=condition",
            "--answer=ukraine-limit=condition",
            "--answer=limit-covers=withdrawing",
        )
        self.assertEqual(answer["verdict"], "no_agreement")
        self.assertEqual(
            sorted(answer["rests_on"]), ["limit.russia-donetsk", "limit.ukraine-not-ceded"]
        )

    def test_a_text_that_breaks_a_limit_is_judged_for_all_it_may_turn_out_to_say(self) -> None:
        flags = ["--draft", "points-28", "--answer=ukraine-limit=condition"]
        flags += ["--answer=limit-covers=withdrawing", "--set=draft.points-28.set.donetsk=withdraw"]
        answer = json.loads(run("why", MOSCOW, *flags, "--format", "json"))
        self.assertEqual((answer["agreement"], answer["completions"]), ("never", 32))
        certain = [o for o in answer["parties"]["ukraine"]["objections"] if o["certain"]]
        self.assertEqual([o["entry"] for o in certain], ["limit.ukraine-not-ceded"])
        helpful = [(c["issue"], c["to"], c["agreement"]) for c in answer["changes"]["helpful"]]
        self.assertEqual(
            helpful, [("donetsk", "hold", "possibly"), ("donetsk", "regime", "possibly")]
        )
        self.assertIs(answer["better"]["every_reading"]["exists"], False)

    def test_three_texts_of_unknown_content_are_not_told_apart(self) -> None:
        drafts = ("points-28", "points-20", "four-documents")
        flags = [f"--draft={draft}" for draft in drafts]
        answer = json.loads(run("score", MOSCOW, *flags, "--format", "json"))
        self.assertEqual({draft["agreement"] for draft in answer["drafts"]}, {"possibly"})
        self.assertEqual([draft["on_table"] for draft in answer["drafts"]], ["unsure", "unsure", "yes"])
        self.assertEqual(answer["dominances"], [])

    def test_a_refusal_of_ceding_alone_leaves_it_open(self) -> None:
        answer = check(
            MOSCOW,
            "--answer=russia-demand=condition",
            "--answer=ukraine-limit=condition",
            "--answer=limit-covers=ceding",
        )
        self.assertEqual(answer["verdict"], "depends")
        self.assertEqual(answer["possible_outcome"]["donetsk"], "withdraw")

    def test_the_28_points_decide_only_as_a_floor(self) -> None:
        fixed = ("--answer=ukraine-limit=condition", "--answer=limit-covers=withdrawing")
        floor = check(
            MOSCOW, *fixed, "--answer=russia-demand=floor", "--answer=points-28-say=withdrawal"
        )
        self.assertEqual(floor["verdict"], "no_agreement")
        price = check(
            MOSCOW, *fixed, "--answer=russia-demand=price", "--answer=points-28-say=withdrawal"
        )
        self.assertEqual(price["verdict"], "depends")

    def test_rests_on_one_entry_in_a_partys_own_words(self) -> None:
        coverage = check(MOSCOW)["coverage"]
        self.assertEqual(coverage["own_words"], 1)
        self.assertEqual(coverage["others_words"], 2)
        self.assertGreater(coverage["assumed"], coverage["entries"] / 2)


class RiverSel(unittest.TestCase):
    def test_turns_on_whether_forty_percent_is_a_price(self) -> None:
        answer = check(RIVER_SEL)
        self.assertEqual(answer["verdict"], "depends")
        first = answer["alternatives"][0]
        self.assertEqual(first["id"], "redline-or-price")
        self.assertEqual(first["answers"], {"condition": "depends", "price": "agreement"})
        self.assertEqual((first["decisive"], first["of"]), (2, 2))

    def test_asks_of_judgements_and_drafts_without_using_the_answers(self) -> None:
        asked = {question["id"]: question for question in check(RIVER_SEL)["alternatives"]}
        for name in ("draft.second", "said.s2"):
            self.assertFalse(asked[name]["evaluated"])
            self.assertEqual(asked[name]["answers"], {"yes": "depends", "no": "depends"})
            self.assertNotIn("problems", asked[name])
            self.assertEqual(check(RIVER_SEL, f"--answer={name}=yes")["verdict"], "depends")

    def test_earlier_dates_know_less(self) -> None:
        january = check(RIVER_SEL, "--as-of", "2026-01-15")
        march = check(RIVER_SEL)
        self.assertGreater(january["count"]["possible"], march["count"]["possible"])
        asked = [{question["id"] for question in answer["alternatives"]} for answer in (january, march)]
        self.assertEqual(asked[1] - asked[0], {"draft.second", "said.s2"})


class Conversion(unittest.TestCase):
    def test_every_case_comes_back_from_json_the_same(self) -> None:
        cases = sorted(CATALOG.rglob("case.toml"))
        self.assertGreaterEqual(len(cases), 5)
        for case in cases:
            with self.subTest(case=case), tempfile.TemporaryDirectory() as folder:
                as_json = Path(folder) / "case.json"
                back = Path(folder) / "back.toml"
                again = Path(folder) / "again.json"
                run("convert", case, as_json)
                run("convert", as_json, back)
                run("convert", back, again)
                self.assertEqual(as_json.read_text(), again.read_text())
                self.assertEqual(check(case), check(as_json))
                self.assertEqual(check(case), check(back))


if __name__ == "__main__":
    unittest.main()
