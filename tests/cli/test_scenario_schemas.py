"""The JSON of answers about files of other programs and about texts keeps to docs/schema/, as does the case made."""

from __future__ import annotations

import json
import os
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
TRADE = str(ROOT / "examples/trade")


def run(*words: str) -> str:
    """What the program prints."""
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout


def answer(*words: str) -> dict:
    """An answer in JSON."""
    return json.loads(run(*words, "--format", "json"))


class ScenarioSchemas(unittest.TestCase):
    """Answers about examples/trade."""

    def assert_valid(self, name: str, document: object) -> None:
        text = (ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8")
        found = Draft202012Validator(json.loads(text)).iter_errors(document)
        problems = [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in found]
        self.assertEqual(problems, [])

    def test_answers_are_what_their_schemas_describe(self) -> None:
        for verb in ("check", "why", "bridge", "frontier", "show", "lint", "sources"):
            for semantics in ("genius", "negmas"):
                with self.subTest(verb=verb, semantics=semantics):
                    told = answer(verb, TRADE, "--semantics", semantics)
                    self.assert_valid(verb, told)
                    if "title" in told:
                        self.assertIn(f"semantics {semantics}", told["title"])

    def test_lint_names_what_is_odd_but_to_no_audience(self) -> None:
        (odd,) = answer("lint", TRADE)["files"]
        self.assertIn("buyer.xml:8", odd["where"])
        self.assertEqual(answer("lint", TRADE, "--view", "mediator")["files"], [])

    def test_the_case_made_of_a_folder_is_one_by_its_schema(self) -> None:
        case = json.loads(run("convert", TRADE, "--to", "json"))
        self.assert_valid("case", case)
        self.assertEqual(case["issue"]["Delivery-time"]["score"]["buyer"]["two-weeks"], "4/15")

    def test_a_case_made_of_texts_and_what_is_told_of_it(self) -> None:
        texts = [word for name in ("first", "second") for word in ("--from", str(ROOT / f"examples/texts/{name}.md"))]
        with tempfile.TemporaryDirectory(prefix="unbracket-texts-") as folder:
            case = f"{folder}/case.toml"
            told = answer("new", case, *texts, "--match", "second:6=none")
            self.assert_valid("written", told)
            self.assertEqual([draft["draft"] for draft in told["drafts"]], ["first", "second"])
            self.assert_valid("case", json.loads(run("convert", case, "--to", "json")))
            for verb in ("check", "show", "lint", "sources"):
                self.assert_valid(verb, answer(verb, case))
            self.assert_valid("diff-drafts", answer("diff", case, "first", "second"))

    def test_every_format_gives_the_same_answer(self) -> None:
        counts = answer("check", TRADE)["count"]
        with tempfile.TemporaryDirectory(prefix="unbracket-scenario-") as name:
            for number, form in enumerate(("genius", "geniusweb", "negmas", "negolog")):
                with self.subTest(form=form):
                    folder = f"{name}/{number}"
                    told = answer("convert", TRADE, folder, "--to", form)
                    self.assert_valid("written", told)
                    self.assertEqual(answer("check", folder)["count"], counts)


if __name__ == "__main__":
    unittest.main()
