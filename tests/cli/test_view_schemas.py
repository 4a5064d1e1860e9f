"""The JSON of answers for an audience keeps to docs/schema/, the field `view` included."""

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
ORCHARD = str(ROOT / "tests/golden/views/orchard.toml")
DRAFT = ["--draft", "first"]
ASKED = [  # schema, verb, words
    ("check", "check", []),
    ("why", "why", []),
    ("why-draft", "why", DRAFT),
    ("bridge", "bridge", []),
    ("frontier", "frontier", []),
    ("robust", "robust", ["--samples", "9"]),
    ("show", "show", []),
    ("lint", "lint", []),
    ("sources", "sources", []),
    ("trace", "trace", ["fallback.alta"]),
    ("score", "score", DRAFT),
    ("score-drafts", "score", [*DRAFT, "--draft", "second"]),
    ("diff-drafts", "diff", ["first", "second"]),
    ("diff-cases", "diff", [ORCHARD]),
]


def answer(*words: str) -> dict:
    """An answer in JSON."""
    command = [PROGRAM, *words, "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


class ViewSchemas(unittest.TestCase):
    def assert_valid(self, name: str, document: dict) -> None:
        """The document keeps to the schema of that name."""
        text = (ROOT / f"docs/schema/{name}.schema.json").read_text(encoding="utf-8")
        found = Draft202012Validator(json.loads(text)).iter_errors(document)
        self.assertEqual([error.message for error in found], [], name)

    def test_answers_for_an_audience_are_what_their_schemas_describe(self) -> None:
        for view in ("public", "party:bera", "mediator"):
            for name, verb, words in ASKED:
                found = answer(verb, ORCHARD, *words, "--view", view)
                self.assertEqual(found["view"], view)
                self.assert_valid(name, found)

    def test_so_is_that_of_a_proof(self) -> None:
        seen = ["--view", "public"]
        with tempfile.TemporaryDirectory() as folder:
            proof = f"{folder}/proof.json"
            answer("check", ORCHARD, "--certificate", proof, *seen)
            self.assert_valid("verify", answer("verify", ORCHARD, proof, *seen))

    def test_nobody_else_is_an_audience(self) -> None:
        found = answer("check", ORCHARD) | {"view": "press"}
        with self.assertRaises(AssertionError):
            self.assert_valid("check", found)


if __name__ == "__main__":
    unittest.main()
