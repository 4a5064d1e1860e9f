"""The JSON of sources, trace, timeline and of what lint says of words and statements keeps to docs/schema/."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from test_answer_schemas import ABSENT, CASES, FERRY, IDENTITY, QUARRY, VALLEY, SchemaTest, answer, dates_of


class EvidenceSchemas(SchemaTest):
    """Every case first, then each change that must be refused."""

    def test_trace_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            shown = answer("show", case)
            names = [party["fallback"]["entry"] for party in shown["parties"] if party["fallback"]]
            names += [limit["entry"] for limit in shown["limits"]]
            names += [f"said.{said['id']}" for said in shown["statements"][:3]]
            names += [f"draft.{draft['id']}" for draft in shown["drafts"][:2]]
            names += [f"alternative.{asked['id']}" for asked in shown["alternatives"][:2]]
            for name in [*names[:12], "issue"]:
                with self.subTest(case=case, name=name):
                    self.assert_valid("trace", answer("trace", case, name))

    def test_timeline_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            with self.subTest(case=case):
                self.assert_valid("timeline", answer("timeline", case))
        for date in dates_of(FERRY):
            self.assert_valid("timeline", answer("timeline", FERRY, "--as-of", date, "--exact"))

    def test_answers_about_a_supposed_movement(self) -> None:
        questions: dict[str, list[str]] = {
            "robust": ["--samples", "50"],
            "trace": ["issue.fare.weight.west"],
            "what-if": ["--case", "a: set fallback.east=50"],
        }
        verbs = ["check", "why", "bridge", "frontier", "show", "lint", "sources", "timeline", "steps"]
        with tempfile.TemporaryDirectory() as folder:
            layer = Path(folder) / "movement.toml"
            layer.write_text("unbracket = 1\n[accepts_less]\neast = 5\n", encoding="utf-8")
            for verb in [*verbs, *questions]:
                with self.subTest(verb=verb):
                    found = answer(verb, FERRY, str(layer), *questions.get(verb, []))
                    self.assert_valid(verb, found)
                    self.assertEqual(found["accepts_less"], {"east": 5})

    def test_steps_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            with self.subTest(case=case):
                self.assert_valid("steps", answer("steps", case))
                self.assert_valid("steps", answer("steps", case, "--view", "public", "--exact"))

    def test_steps(self) -> None:
        changes = [
            *IDENTITY,
            ("steps/0/first/object", "truce"),
            ("steps/0/goes_first", None),
            ("steps/0/after_first/parties/upper/accepts", "maybe"),
            ("conflicts/0", []),
            ("verdicts", []),
            ("verdicts/0/verdict", "maybe"),
            ("order", "dam"),
            ("complete", "yes"),
        ]
        self.assert_refused("steps", answer("steps", VALLEY), changes)

    def test_ratification_and_deadlines_of_why(self) -> None:
        changes = [
            ("ratification/0/need", "perhaps"),
            ("ratification/0/by", ABSENT),
            ("deadlines/0/hard", None),
            ("deadlines/0/state", "soon"),
        ]
        self.assert_refused("why", answer("why", VALLEY), changes)

    def test_what_if_prints_what_its_schema_describes(self) -> None:
        for case in CASES:
            with self.subTest(case=case):
                flags = ["--case", "a: without narrator", "--case", "b: as-of 2026-01-01"]
                self.assert_valid("what-if", answer("what-if", case, *flags))

    def test_what_if(self) -> None:
        changes = [
            *IDENTITY,
            ("standing/verdict", "maybe"),
            ("what_ifs", []),
            ("what_ifs/0/label", None),
            ("what_ifs/0/standing/sure", -1),
            ("what_ifs/0/entries/0/after", None),
            ("complete", "yes"),
        ]
        found = answer("what-if", FERRY, "--case", "a: set fallback.east=50")
        self.assert_refused("what-if", found, changes)

    def test_timeline(self) -> None:
        changes = [
            *IDENTITY,
            ("entered_ahead_after", "soon"),
            ("dates/0/date", None),
            ("dates/0/occurrences/0/text", ""),
            ("dates/0/verdict", "maybe"),
            ("before/standing/possible", -1),
            ("before/trend/0/best/proved", "maybe"),
            ("dates/0/standing/possible", -1),
            ("dates/0/read", False),
            ("dates/3/entries/0/before", None),
            ("undated", None),
            ("deadlines/0/hard", "yes"),
            ("complete", None),
        ]
        self.assert_refused("timeline", answer("timeline", FERRY), changes)

    def test_sources(self) -> None:
        changes = [
            *IDENTITY,
            ("later", -1),
            ("by", "party"),
            ("groups/0", []),
            ("voices/0", "s1"),
            ("statements/0/speaker", "anonymous"),
            ("statements/0/date", "1 Sep 2025"),
            ("statements/0/claim", None),
            ("statements/0/source", ""),
            ("statements/0/superseded", None),
            ("contradictions/0/one_voice", ABSENT),
            ("differences/0/first", None),
            ("superseded/0/by", []),
            ("relayed/0/stance_to_it", "doubts"),
            ("relayed/0/chain", []),
            ("quantities/0/conflict", "yes"),
            ("quantities/0/claims/0/standing", "dropped"),
            ("quantities/0/claims/0/range/low", "forty"),
            ("quantities/0/alternatives/0/said", []),
            ("quantities/0/alternatives/0/range/high_included", ABSENT),
        ]
        self.assert_refused("sources", answer("sources", QUARRY), changes)

    def test_trace(self) -> None:
        changes = [
            *IDENTITY,
            ("kind", "party"),
            ("name", ""),
            ("entry/basis", "guessed"),
            ("entry/coverage", None),
            ("entry/line", 0),
            ("entry/value", ABSENT),
            ("inferred_from/0", "s 6"),
            ("voices", -1),
            ("records/0/kind", "party"),
            ("conflicts/0/question", "never"),
            ("conflicts/0/entries", []),
            ("verdict", "maybe"),
            ("without", "maybe"),
        ]
        self.assert_refused("trace", answer("trace", QUARRY, "fallback.alta"), changes)
        answers = [("answers/0/answer", ""), ("answers/0/verdict", ABSENT), ("answers/0/problem", "")]
        self.assert_refused("trace", answer("trace", QUARRY, "depth-of-alta"), answers)

    def test_lint_of_words_and_support(self) -> None:
        changes = [
            ("doubled_limits/0/same", None),
            ("one_sided/0/kind", "named"),
            ("one_sided/0/statements", []),
            ("ageing/0/days", 0),
            ("bare_numbers/0", "two words"),
            ("loaded_words/0/instead", ""),
            ("named_parties/0/name", "party.alta"),
            ("named_parties/0/parties", []),
        ]
        self.assert_refused("lint", answer("lint", QUARRY), changes)


if __name__ == "__main__":
    unittest.main()
