"""The JSON that commands print keeps to docs/schema/, for the catalogue and for the golden cases."""

from __future__ import annotations

import contextlib
import copy
import functools
import itertools
import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError as missing:
    raise SystemExit("this test needs python3-jsonschema; tools/setup installs it") from missing

PROGRAM = os.environ.get("UNBRACKET", "unbracket")
ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
GOLDEN = ROOT / "tests/golden"
FERRY = str(GOLDEN / "cli/ferry.toml")
RARE = str(GOLDEN / "schema/rare.toml")
QUARRY = str(GOLDEN / "cli/quarry.toml")
VALLEY = str(GOLDEN / "cli/valley.toml")
BROKEN = str(GOLDEN / "cli/broken.toml")
LAYER = str(GOLDEN / "cli/ferry-private.toml")
CASES = [
    *map(str, sorted(ROOT.glob("catalog/*/*/case.toml"))),
    *(str(path) for path in sorted(GOLDEN.glob("*/*.toml")) if str(path) not in (BROKEN, LAYER)),
]
IDENTITY = [("title", ""), ("as_of", "1 May 2026"), ("digest", "5f")]  # all three wrong
ABSENT = object()  # instead of a value: the key is left out


@functools.cache
def schema(name: str) -> Draft202012Validator:
    """The validator of one schema of docs/schema/."""
    text = (ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


def finished(code: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of the program that must end with this exit code."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != code:
        raise AssertionError(f"{' '.join(arguments)} returned {done.returncode}:\n{done.stderr}")
    return done


def run(*arguments: str) -> str:
    """What the program prints."""
    return finished(0, *arguments).stdout


def answer(*arguments: str) -> dict:
    """The answer in JSON."""
    return json.loads(run(*arguments, "--format", "json"))


def complaint(*arguments: str) -> dict:
    """What the program says in JSON of bad input."""
    done = finished(2, *arguments, "--format", "json")
    if done.stdout:
        raise AssertionError(f"{' '.join(arguments)} answered in spite of errors:\n{done.stdout}")
    return json.loads(done.stderr)


def drafts_of(case: str) -> list[str]:
    """The ids of the drafts of a case."""
    return list(json.loads(run("convert", case, "--to", "json")).get("draft", {}))


def dates_of(case: str) -> list[str]:
    """Every date that a case names, rising."""
    return sorted(set(re.findall(r'"(\d{4}-\d\d-\d\d)"', run("convert", case, "--to", "json"))))


def spoiled(document: dict, path: str, value: object) -> dict:
    """A copy with another value at a path such as `points/0/change`."""
    whole = copy.deepcopy(document)
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    place = functools.reduce(lambda node, step: node[step], steps, whole)
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return whole


class SchemaTest(unittest.TestCase):
    """What the tests of answers share."""

    def assert_valid(self, name: str, document: object) -> None:
        found = schema(name).iter_errors(document)
        problems = [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in found]
        self.assertEqual(problems, [])

    def assert_refused(
        self, name: str, document: dict, changes: list[tuple[str, object]], optional: str = ""
    ) -> None:
        """Each change alone makes the document invalid; so does any key more or less."""
        self.assert_valid(name, document)
        keys = [(key, ABSENT) for key in document if key != optional]
        for path, value in [*changes, *keys, ("unknown", None)]:
            with self.subTest(path=path, value=value):
                self.assertFalse(schema(name).is_valid(spoiled(document, path, value)))


class AnswerSchemas(SchemaTest):
    def test_check_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            for flags in ([], ["--exact"], ["--timings"]):
                with self.subTest(case=case, flags=flags):
                    self.assert_valid("check", answer("check", case, *flags))

    def test_check_writes_certificates_that_their_schema_describes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "certificate.json"
            for case in CASES:
                with self.subTest(case=case):
                    run("check", case, "--certificate", str(path))
                    self.assert_valid("certificate", json.loads(path.read_text(encoding="utf-8")))

    def test_frontier_writes_certificates_that_their_schema_describes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "certificate.json"
            written = 0
            for case, flags in itertools.product(CASES, ([], ["--tolerance", "5%"])):
                path.unlink(missing_ok=True)
                with contextlib.suppress(AssertionError):  # a case that contradicts itself
                    run("frontier", case, "--certificate", str(path), *flags)
                if path.exists():
                    with self.subTest(case=case, flags=flags):
                        written += 1
                        text = path.read_text(encoding="utf-8")
                        self.assert_valid("certificate", json.loads(text))
                        self.assert_valid("verify", answer("verify", case, str(path)))
            self.assertGreater(written, 4)

    def test_score_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            for draft, flags in itertools.product(drafts_of(case), ([], ["--exact"])):
                with self.subTest(case=case, draft=draft, flags=flags):
                    self.assert_valid("score", answer("score", case, "--draft", draft, *flags))

    def test_several_drafts_print_what_their_schemas_describe(self) -> None:
        for case in CASES:
            drafts = drafts_of(case)
            if len(drafts) > 1:
                with self.subTest(case=case):
                    flags = [word for draft in drafts for word in ("--draft", draft)]
                    self.assert_valid("score-drafts", answer("score", case, *flags))
                    self.assert_valid("diff-drafts", answer("diff", case, *drafts, drafts[0]))

    def test_why_of_a_draft_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            for draft, flags in itertools.product(drafts_of(case), ([], ["--exact"])):
                with self.subTest(case=case, draft=draft, flags=flags):
                    self.assert_valid("why-draft", answer("why", case, "--draft", draft, *flags))
        self.assert_valid("why-draft", answer("why", FERRY, "--draft", "summer", "--nodes", "1"))

    def test_robust_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            if answer("check", case, "--verdict-only")["verdict"] == "contradiction":
                continue
            with self.subTest(case=case):
                self.assert_valid("robust", answer("robust", case, "--samples", "200"))
        self.assert_valid("robust", answer("robust", FERRY, "--samples", "200", "--exact"))

    def test_why_and_bridge_print_what_their_schemas_describe(self) -> None:
        for case in CASES:
            for verb, flags in itertools.product(("why", "bridge"), ([], ["--exact"])):
                with self.subTest(verb=verb, case=case, flags=flags):
                    self.assert_valid(verb, answer(verb, case, *flags))
        self.assert_valid("why", answer("why", FERRY, "--all"))
        self.assert_valid("bridge", answer("bridge", FERRY, "--curve", "west"))
        for nodes in ("1", "30", "100", "300", "1000"):
            self.assert_valid("why", answer("why", FERRY, "--nodes", nodes))
            self.assert_valid("bridge", answer("bridge", FERRY, "--nodes", nodes))
        settings = ("winter.stance.east.none=unknown", "winter.stance.east.weekly=redline")
        flags = [word for setting in settings for word in ("--set", f"issue.{setting}")]
        unknown = answer("why", FERRY, *flags, "--set", "fallback.west=40")
        self.assertTrue(any(conflict["unknown"] for conflict in unknown["conflicts"]))
        self.assert_valid("why", unknown)
        for case in CASES:
            with self.subTest(case=case):
                totals = answer("bridge", case, "--sum-points", "--exact")
                self.assert_valid("bridge", totals)
                self.assertIn("cheapest", totals)

    def test_frontier_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            if "contradiction" in case:
                self.assert_valid("errors", complaint("frontier", case))
                continue
            for flags in ([], ["--zone"], ["--exact", "--nodes", "10"], ["--list", "2"]):
                with self.subTest(case=case, flags=flags):
                    self.assert_valid("frontier", answer("frontier", case, *flags))
            for flag in ("--counts", "--adjusted-winner"):
                self.assert_valid("frontier", answer("frontier", case, flag, "--exact"))

    def test_show_lint_and_sources_print_what_their_schemas_describe(self) -> None:
        for case in CASES:
            for verb, date in itertools.product(("show", "lint", "sources"), dates_of(case) or [""]):
                with self.subTest(verb=verb, case=case, date=date):
                    flags = ["--as-of", date] if date else []
                    self.assert_valid(verb, answer(verb, case, *flags))
        for case in CASES:
            with self.subTest(case=case):
                self.assert_valid("show", answer("show", case, "--exact"))

    def test_diff_of_drafts_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            pairs = itertools.product(drafts_of(case), repeat=2)
            for pair, flags in itertools.product(pairs, ([], ["--exact"])):
                with self.subTest(case=case, pair=pair, flags=flags):
                    self.assert_valid("diff-drafts", answer("diff", case, *pair, *flags))

    def test_diff_of_files_prints_what_its_schema_describes(self) -> None:
        for pair in itertools.pairwise([*CASES, CASES[0], CASES[0]]):
            with self.subTest(pair=pair):
                self.assert_valid("diff-cases", answer("diff", *pair))

    def test_diff_of_dates_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            dates = dates_of(case)
            for pair in itertools.pairwise([*dates, *dates[:1]]):
                with self.subTest(case=case, pair=pair):
                    versions = [f"{case}@{date}" for date in pair]
                    self.assert_valid("diff-cases", answer("diff", *versions, "--exact"))

    def test_verify_prints_what_its_schema_describes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "certificate.json")
            for case, other in itertools.pairwise([*CASES, CASES[0]]):
                with self.subTest(case=case):
                    run("check", case, "--certificate", path)
                    proved = answer("verify", case, path)
                    refused = finished(3, "verify", other, path, "--format", "json").stdout
                    self.assert_valid("verify", proved)
                    self.assert_valid("verify", json.loads(refused))
                    self.assertIs(proved["proved"], True)
                    self.assertIs(json.loads(refused)["proved"], False)

    def test_verbs_that_write_files_print_what_their_schema_describes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            case, copy_of_it = str(Path(folder) / "case.toml"), str(Path(folder) / "case.json")
            said = ("--claim", "x", "--who", "y", "--source", "z")
            for words in (
                ("new", case),
                ("convert", case, copy_of_it),
                ("convert", case, f"{case}.xlsx"),
                ("convert", case, f"{case}.csv"),
                ("convert", case, f"{folder}/new.toml", "--positions", f"{case}.csv"),
                ("convert", f"{case}.xlsx", f"{folder}/again.toml"),
                ("said", "add", case, *said),
                ("rename", case, "party.north", "upper"),
            ):
                with self.subTest(words=words):
                    self.assert_valid("written", answer(*words))

    def test_bad_input_is_told_as_its_schema_describes(self) -> None:
        inputs = [
            ("check", BROKEN),
            ("show", BROKEN),
            ("lint", BROKEN),
            ("score", BROKEN, "--draft", "spring"),
            ("verify", BROKEN, FERRY),
            ("verify", FERRY, BROKEN),
            ("diff", BROKEN, FERRY),
            ("diff", BROKEN, "spring", "summer"),
            ("diff", FERRY, "spring", "autumn"),
            ("score", FERRY, "--draft", "autumn"),
            ("why", FERRY, "--draft", "autumn"),
            ("why", FERRY, "--draft", "summer", "--all"),
            ("score", FERRY, "--draft", "winter"),
            ("check", LAYER),
            ("check", "nowhere.toml"),
            ("check", FERRY, "--sett", "x"),
            ("check", FERRY, "--nodes", "many", "--as-of", "1.5.2026"),
            ("check", FERRY, "--without", "s9", "--set", "fallback.est=5"),
            ("frontier", FERRY, "--plot", "west,nobody"),
            ("check",),
            ("chekc", FERRY),
        ]
        for words in inputs:
            with self.subTest(words=words):
                self.assert_valid("errors", complaint(*words))


class SpoiledAnswers(SchemaTest):
    """The schemas find what is wrong."""

    def test_check(self) -> None:
        changes = [("verdict", "maybe"), ("share", 1), ("count", {}), ("next/0/ask", "west"), ("next/0/text", "")]
        self.assert_refused("check", answer("check", FERRY), changes)

    def test_why(self) -> None:
        changes = [
            *IDENTITY,
            ("question", "maybe"),
            ("conflicts", {}),
            ("conflicts/0/unknown", {"outcome": {}, "options": []}),
            ("complete", "yes"),
            ("also", []),
            ("sticking_points", [{"issue": "boat"}]),
        ]
        self.assert_refused("why", answer("why", FERRY), changes)

    def test_why_of_a_draft(self) -> None:
        changes = [
            *IDENTITY,
            ("draft", None),
            ("agreement", "maybe"),
            ("completions", 0),
            ("content/fare", [60]),
            ("broken", [{"kind": "rule", "entry": None, "certain": True}]),
            ("parties/west/objections/0/statements", ABSENT),
            ("parties/west/costs", ABSENT),
            ("parties/west/costs/0/cost", [1, 2, 3]),
            ("changes/count", -1),
            ("changes/helpful", [{"issue": "fare", "to": 20}]),
            ("better/every_reading/exists", "no"),
            ("better/every_reading/changed", None),
            ("better/central_reading/outcome", []),
            ("better/central_reading/gains/west", None),
            ("better/central_reading", ABSENT),
        ]
        self.assert_refused("why-draft", answer("why", FERRY, "--draft", "summer"), changes)

    def test_score_of_several_drafts(self) -> None:
        changes = [
            *IDENTITY,
            ("drafts", []),
            ("drafts/0/date", "soon"),
            ("drafts/0/on_table", "maybe"),
            ("drafts/1/agreement", None),
            ("drafts/1/parties/west/surplus", ABSENT),
            ("dominances", None),
            ("dominances", [{"better": "spring", "worse": "summer"}]),
            ("drafts/0/ratification", ABSENT),
            ("deadlines", [{"title": "End"}]),
        ]
        whole = answer("score", FERRY, "--draft", "spring", "--draft", "summer")
        self.assert_refused("score-drafts", whole, changes)

    def test_diff_of_three_drafts(self) -> None:
        changes = [
            *IDENTITY,
            ("steps", []),
            ("steps/0/before", None),
            ("steps/1/totals", ABSENT),
            ("drafts/0/agreement", "maybe"),
            ("dominances", [{"better": "spring", "worse": "summer", "reading": "all"}]),
        ]
        whole = answer("diff", FERRY, "spring", "summer", "spring")
        self.assert_refused("diff-drafts", whole, changes)

    def test_robust(self) -> None:
        changes = [
            *IDENTITY,
            ("verdict", "yes"),
            ("sample", {"readings": 5}),
            ("agreement", 0.5),
            ("blocks", []),
            ("hinges", [{"entry": "fallback.west"}]),
            ("pairs", [{"entries": ["fallback.west"]}]),
            ("regimes", ABSENT),
            ("voices", [{"kind": "rumour"}]),
            ("questions", None),
            ("stopped", "no"),
        ]
        self.assert_refused("robust", answer("robust", FERRY, "--samples", "200"), changes)

    def test_bridge(self) -> None:
        changes = [
            *IDENTITY,
            ("question", None),
            ("bridges", [{"moves": []}]),
            ("openings_complete", ABSENT),
            ("openings_end", "ended"),
            ("list_end", ABSENT),
            ("sets", [{"opened": [], "end": "full"}]),
            ("row_order", None),
            ("smallest_largest", 3),
            ("alone", {"west": {"proved": "optimal"}}),
            ("effects", []),
            ("curve", []),
            ("to_ask", "fallback.west"),
        ]
        self.assert_refused("bridge", answer("bridge", FERRY), changes)
        totals = [("cheapest", [{"total": 3}]), ("cheapest", None), ("cheapest_complete", ABSENT)]
        self.assert_refused("bridge", answer("bridge", FERRY, "--sum-points"), totals)

    def test_frontier(self) -> None:
        changes = [
            *IDENTITY,
            ("among", "all"),
            ("reading", "middle"),
            ("unknown_options", -1),
            ("complete", None),
            ("guarantee", {}),
            ("count", -1),
            ("alike_exact", 1),
            ("outcomes/0/outcome", ABSENT),
            ("outcomes/0/values", []),
            ("outcomes/0/values/west", None),
            ("outcomes/0/gains/west", [1, 2]),
            ("outcomes/0/gain_ranges/west", [1, 2, 3]),
            ("outcomes/0/alike", 0),
        ]
        self.assert_refused("frontier", answer("frontier", FERRY), changes)
        counts = [
            ("counts/method", "guessed"),
            ("counts/sample", ABSENT),
            ("counts/permitted", None),
            ("counts/by_size/0", {"share": 1}),
            ("counts/coalitions/0/parties", "west"),
            ("counts/coalitions/0/exactly", ABSENT),
        ]
        self.assert_refused("frontier", answer("frontier", FERRY, "--counts"), counts, "counts")
        division = [("adjusted_winner/applies", None), ("adjusted_winner/reason", "none")]
        ferry = answer("frontier", FERRY, "--adjusted-winner")
        self.assert_refused("frontier", ferry, division, "adjusted_winner")

    def test_show(self) -> None:
        changes = [
            *IDENTITY,
            ("parties", []),
            ("parties/0/name", ""),
            ("parties/0/roles", ["boss"]),
            ("parties/0/required", None),
            ("parties/0/fallback", "30..45"),
            ("parties/0/fallback/basis", "guessed"),
            ("parties/0/fallback/trend", ABSENT),
            ("parties/0/intent", "seeks an agreement"),
            ("agreement/at_least", "2"),
            ("parties/0/intent", ABSENT),
            ("issues/0/point", 1),
            ("issues/0/options/0/id", None),
            ("issues/0/options/0/invented", "no"),
            ("points/0/id", 1),
            ("words/no_weight", ABSENT),
            ("drafts/0/texts", []),
            ("issues/0/parties/west", None),
            ("issues/0/parties/west/weight", 40),
            ("issues/0/parties/west/stances", ABSENT),
            ("issues/0/parties/west/scores", {}),
            ("issues/0/parties/west/curve", {}),
            ("issues/0/parties/west/curve/open", 50),
            ("issues/1/parties/west/stances/joint", "tolerable"),
            ("issues/2/parties/west/order", None),
            ("limits/0/entry", "west cheap"),
            ("limits/0/party", None),
            ("limits/0/value", {}),
            ("limits/0/title", ""),
            ("limits/0/firmness", "long held"),
            ("statements/0/kind", "rumour"),
            ("statements/0/supports", ["s 1"]),
            ("issues/0/range/step", 0),
            ("rules/0", "if winter = daily, then boat = joint or hired"),
            ("drafts/0/title", ""),
            ("drafts/0/date", ABSENT),
            ("drafts/0/by", "pilots"),
            ("drafts/0/content/fare", [40]),
            ("drafts/0/on_table", "maybe"),
            ("alternatives/0/answers", ["condition"]),
        ]
        self.assert_refused("show", answer("show", FERRY), changes)

    def test_lint(self) -> None:
        changes = [
            *IDENTITY,
            ("contradictions/0/kind", "orders"),
            ("contradictions/0/party", ""),
            ("contradictions/0/draft", ABSENT),
            ("contradictions/0/entries", ["s1"]),
            ("contradictions/0/statements", None),
            ("contradictions/0/text", ""),
            ("missing_alternatives/0/entry", None),
            ("missing_alternatives/0/statements", ["s1"]),
            ("unequal_codings/0/issue", None),
            ("unequal_codings/0/with_limit", []),
            ("unequal_codings/0/without_limit", []),
            ("gaps/0/kind", "norm"),
            ("gaps/0/options", None),
            ("gaps/0/party", ABSENT),
            ("entries", -1),
            ("without_statement/0", "two words"),
            ("unused/0/kind", "quantity"),
            ("unused/0/names", []),
            ("limits/0/party", None),
            ("limits/0/limits/0/basis", None),
            ("limits/0/limits/0/firmness", ""),
            ("limits/0/limits/0/address", "limit.1"),
        ]
        self.assert_refused("lint", answer("lint", RARE), changes)

    def test_diff_of_drafts(self) -> None:
        changes = [
            *IDENTITY,
            ("before", None),
            ("issues/0/change", "merged"),
            ("issues/0/change", "removed"),
            ("issues/0/after", ["wide"]),
            ("issues/0/after", {}),
            ("issues/0/before", ABSENT),
            ("issues/0/gains", []),
            ("issues/0/gains/alta", 5),
            ("issues/0/gains/alta/gain", None),
            ("issues/0/gains/alta/gain", [1, 2, 3]),
            ("issues/0/gains/alta/gain", "1.5"),
            ("issues/0/gains/alta/past_red_line_before", None),
            ("points/0/change", "removed"),
            ("points/0/number_after", 1),
            ("points/0/merged_into", ABSENT),
            ("totals/alta/past_red_line_after", ABSENT),
            ("other_points", None),
            ("drafts/0/on_table", None),
        ]
        self.assert_refused("diff-drafts", answer("diff", RARE, "one", "two"), changes)

    def test_diff_of_cases(self) -> None:
        document = answer("diff", f"{FERRY}@2026-01-01", f"{FERRY}@2026-05-01")
        first_kinds = [document[key][0]["change"] for key in ("things", "entries", "statements")]
        self.assertEqual(first_kinds, ["added", "changed", "added"])
        changes = [
            ("before", FERRY),
            *((f"before/{key}", value) for key, value in IDENTITY),
            ("before/name", ""),
            ("verdict/before", "maybe"),
            ("verdict/after", None),
            ("verdict", "depends"),
            ("things/0/kind", "statement"),
            ("things/0/change", "kept"),
            ("things/0", {"kind": "party", "id": "west", "change": "changed"}),
            ("entries/0/entry", None),
            ("entries/0/change", "added"),
            ("entries/0/change", "removed"),
            ("entries/0/before", None),
            ("entries/0/after/value", True),
            ("entries/0/after/basis", "guessed"),
            ("entries/0/after/firmness", "long held"),
            ("entries/0/after", ABSENT),
            ("statements/0/id", 1),
            ("statements/0/change", "dropped"),
        ]
        self.assert_refused("diff-cases", document, changes)

    def test_verify(self) -> None:
        identity = {"title": None, "as_of": "2026-05-01", "digest": "0" * 64}
        proved = {**identity, "proved": True, "verdict": "depends", "reason": None}
        changes = [("proved", False), ("verdict", None), ("verdict", "maybe"), ("reason", "none")]
        self.assert_refused("verify", proved, [*IDENTITY, *changes])
        refused = {
            **identity,
            "proved": False,
            "verdict": None,
            "reason": "it is for another case",
        }
        changes = [("proved", True), ("verdict", "depends"), ("reason", None), ("reason", "")]
        self.assert_refused("verify", refused, changes)

    def test_written(self) -> None:
        changes = [("written", []), ("written", "a.toml"), ("to", "two words"), ("added", "said.s1")]
        renamed = {"written": ["a.toml"], "renamed": "party.north", "to": "upper"}
        self.assert_valid("written", {"written": ["a.toml"], "added": "said.s1"})
        table = {"written": ["a.toml"], "added": ["said.s1"], "unchanged": 2}
        self.assert_valid("written", table)
        self.assert_valid("written", {"written": [], "added": [], "unchanged": 2})
        for path, value in [("written", []), ("added", []), ("added", ABSENT), ("unchanged", -1)]:
            with self.subTest(path=path, value=value):
                self.assertFalse(schema("written").is_valid(spoiled(table, path, value)))
        for path, value in [*changes, *((key, ABSENT) for key in renamed), ("unknown", None)]:
            with self.subTest(path=path, value=value):
                self.assertFalse(schema("written").is_valid(spoiled(renamed, path, value)))

    def test_errors(self) -> None:
        changes = [
            ("errors", []),
            ("errors/0", "unknown key"),
            ("errors/0/file", None),
            ("errors/0/line", "2"),
            ("errors/0/line", -1),
            ("errors/0/column", 1.5),
            ("errors/0/what", ""),
            ("errors/0/hint", None),
            ("errors/0/hint", ABSENT),
            ("errors/0/code", 7),
        ]
        self.assert_refused("errors", complaint("lint", BROKEN), changes)


if __name__ == "__main__":
    unittest.main()
