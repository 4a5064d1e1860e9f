"""The JSON that commands print keeps to docs/schema/, for the catalogue and for the golden cases."""

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
CASES = sorted(ROOT.glob("catalog/*/*/case.toml")) + sorted(ROOT.glob("tests/golden/check/*.toml"))


def schema(name: str) -> Draft202012Validator:
    """The validator of one schema of docs/schema/."""
    text = (ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(text))
    return Draft202012Validator(json.loads(text))


def run(*arguments: str) -> str:
    """What the program prints."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(arguments)} returned {done.returncode}:\n{done.stderr}")
    return done.stdout


class AnswerSchemas(unittest.TestCase):
    def assert_valid(self, name: str, document: object) -> None:
        found = schema(name).iter_errors(document)
        problems = [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in found]
        self.assertEqual(problems, [])

    def test_check_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            for flags in ([], ["--exact"], ["--timings"]):
                with self.subTest(case=str(case), flags=flags):
                    text = run("check", str(case), "--format", "json", *flags)
                    self.assert_valid("check", json.loads(text))

    def test_check_writes_certificates_that_their_schema_describes(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "certificate.json"
            for case in CASES:
                with self.subTest(case=str(case)):
                    run("check", str(case), "--certificate", str(path))
                    self.assert_valid("certificate", json.loads(path.read_text(encoding="utf-8")))

    def test_score_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            drafts = json.loads(run("convert", str(case), "--to", "json")).get("draft", {})
            for draft in drafts:
                for flags in ([], ["--exact"]):
                    with self.subTest(case=str(case), draft=draft, flags=flags):
                        arguments = ["--draft", draft, "--format", "json", *flags]
                        self.assert_valid("score", json.loads(run("score", str(case), *arguments)))

    def test_schemas_find_what_is_wrong(self) -> None:
        answer = json.loads(run("check", str(CASES[0]), "--format", "json"))
        for key, value in [("verdict", "maybe"), ("share", 1), ("count", {}), ("unknown", None)]:
            with self.subTest(key=key):
                spoiled = {**answer, key: value}
                self.assertFalse(schema("check").is_valid(spoiled))


if __name__ == "__main__":
    unittest.main()
