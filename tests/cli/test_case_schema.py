"""docs/schema/case.schema.json against the program: what one accepts the other accepts, and the
mistakes that a schema can see it sees."""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import tempfile
import unittest
from collections.abc import Callable
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError as missing:
    raise SystemExit("this test needs python3-jsonschema; tools/setup installs it") from missing

PROGRAM = os.environ.get("UNBRACKET", "unbracket")
ROOT = Path(os.environ.get("UNBRACKET_ROOT", Path(__file__).resolve().parents[2]))
SCHEMA = json.loads((ROOT / "docs/schema/case.schema.json").read_text(encoding="utf-8"))
LAYER_SCHEMA = {**SCHEMA, "required": [], "properties": {}}


def as_json(path: Path) -> dict:
    """A case file as the program writes it in JSON."""
    command = [PROGRAM, "convert", str(path), "--to", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} returned {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def reference_page() -> dict:
    """The case that the blocks of docs/case-file.md make up, which uses every key there is."""
    page = (ROOT / "docs/case-file.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.toml"
        path.write_text("".join(blocks), encoding="utf-8")
        return as_json(path)


def problems(document: object, schema: dict = SCHEMA) -> list[str]:
    """What the schema finds wrong, with places."""
    found = Draft202012Validator(schema).iter_errors(document)
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message}" for each in found]


class CaseSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.page = reference_page()

    def test_is_a_schema(self) -> None:
        Draft202012Validator.check_schema(SCHEMA)

    def test_accepts_every_case_of_the_catalogue(self) -> None:
        cases = sorted((ROOT / "catalog").glob("**/case.toml"))
        if not cases:
            self.skipTest("the catalogue holds no case yet")
        for path in cases:
            with self.subTest(path=path.relative_to(ROOT)):
                self.assertEqual(problems(as_json(path)), [])

    def test_accepts_the_case_of_the_reference_page(self) -> None:
        self.assertEqual(problems(self.page), [])

    def test_knows_exactly_the_sections_of_the_reference_page(self) -> None:
        elsewhere = {"bonus", "checked_by", "view"}
        self.assertEqual(set(SCHEMA["$defs"]["file"]["properties"]), set(self.page) | elsewhere)

    def test_takes_a_layer_without_parties_by_its_file_part_alone(self) -> None:
        layer = {"unbracket": 1, "fallback": {"alta": 7}}
        self.assertEqual(problems(layer, LAYER_SCHEMA), [])
        self.assertNotEqual(problems(layer), [])

    def spoiled(self, spoil: Callable[[dict], object]) -> list[str]:
        """What is wrong with the page's case after a change to it."""
        document = copy.deepcopy(self.page)
        spoil(document)
        self.assertNotEqual(document, self.page)
        return problems(document)

    def test_refuses_an_unknown_key_wherever_keys_are_fixed(self) -> None:
        tables: list[tuple[str, Callable[[dict], dict]]] = [
            ("the file", lambda case: case),
            ("a party", lambda case: case["party"]["norwick"]),
            ("a person", lambda case: case["person"]["fisheries-minister"]),
            ("a source", lambda case: case["source"]["strait-post"]),
            ("[agreement]", lambda case: case["agreement"]),
            ("a clause", lambda case: case["point"]["2"]),
            ("an issue", lambda case: case["issue"]["share"]),
            ("an option", lambda case: case["issue"]["inspection"]["option"]["mixed"]),
            ("a range", lambda case: case["issue"]["share"]["range"]),
            ("a curve", lambda case: case["issue"]["share"]["curve"]["norwick"]),
            ("[order]", lambda case: case["order"]),
            ("[words]", lambda case: case["words"]),
            ("[words.stance]", lambda case: case["words"]["stance"]),
            ("a fallback", lambda case: case["fallback"]["norwick"]),
            ("a dated fallback", lambda case: case["fallback"]["sudhaven"][0]),
            ("a draft", lambda case: case["draft"]["first-text"]),
            ("a document", lambda case: case["document"]["conduct"]),
            ("a quantity", lambda case: case["quantity"]["stock"]),
            ("a claim", lambda case: case["quantity"]["stock"]["claims"][0]),
            ("people of an event", lambda case: case["event"][0]["people"]),
        ]
        lists = "rule limit bonus risk package said entry driver event step deadline ratify change"
        for section in lists.split():
            tables.append((section, lambda case, name=section: case[name][0]))
        for name, table in tables:
            with self.subTest(table=name):
                self.assertNotEqual(self.spoiled(lambda case: table(case).update(stauts="x")), [])

    def test_refuses_values_of_the_wrong_kind_or_size(self) -> None:
        share = ("issue", "share")
        changes: list[tuple[tuple[str | int, ...], object]] = [
            (("unbracket",), 2),
            (("as_of",), "10 May 2027"),
            (("party", "norwick", "role"), "boss"),
            (("party", "norm"), {}),
            (("party", "no blanks"), {}),
            (("agreement", "at_least"), 1.5),
            ((*share, "range", "step"), 0),
            ((*share, "option"), ["a", "b"]),
            ((*share, "weight", "norwick"), "hihg"),
            ((*share, "weight", "norwick"), -1),
            ((*share, "curve", "norwick", "redline"), "over 40"),
            ((*share, "curve", "norwick"), {"redline": "> 40"}),
            (("issue", "inspection", "option"), []),
            (("issue", "inspection", "option", "unknown"), "x"),
            (("issue", "inspection", "stance", "norwick", "mixed"), 101),
            (("issue", "inspection", "stance", "norwick", "mixed"), "rather bad"),
            (("issue", "inspection", "stance", "norwick", "mixed"), [1, 2, 3]),
            (("issue", "inspection", "stance", "norwick", "mixed"), None),
            (("words", "stance", "unknown"), 50),
            (("fallback", "norwick"), {"trend": "falling"}),
            (("fallback", "norwick"), {"draft": "first-text", "value": 3}),
            (("intent", "sudhaven"), "perhaps"),
            (("rule", 0, "forbid"), {"share": 45}),
            (("rule", 0), {"if": {"share": 45}}),
            (("rule", 0), {"forbid": {}}),
            (("limit", 0, "never"), {"share": 45}),
            (("limit", 0, "status"), "maybe"),
            (("risk", 0, "option"), {"share": 45, "term": "five"}),
            (("risk", 0, "loss"), -1),
            (("draft", "first-text", "rest"), "same"),
            (("said", 0, "judgement", "norwick"), "likes first-text"),
            (("said", 0, "id"), "two words"),
            (("said", 0, "visibility"), "secret"),
            (("change", 0, "set"), {"fallback": 3}),
            (("alternative", "floor-or-price"), {"question": "Which?", "one": {}}),
            (("quantity", "stock", "claims", 0, "value"), "many"),
            (("event", 0, "date"), "soon"),
            (("step", 0), {"first": {"share": 45}}),
            (("deadline", 0), {"title": "none"}),
        ]
        for path, value in changes:
            with self.subTest(path=path, value=value):

                def spoil(case: dict, path: tuple[str | int, ...] = path) -> None:
                    for key in path[:-1]:
                        case = case[key]
                    case[path[-1]] = value

                self.assertNotEqual(self.spoiled(spoil), [])


if __name__ == "__main__":
    unittest.main()
