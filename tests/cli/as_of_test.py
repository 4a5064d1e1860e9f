"""What lies after --as-of does not exist: every verb answers byte by byte as if it were not there.

Each case of the catalogue, and those of the transcripts, is written twice: as it is, and with
statements, drafts, meetings, levers, dated entries, claims and deadlines that are known only from a
later day. `convert`, `rename` and `said add` write files and keep what lies ahead; every other verb
is asked here.
"""

from __future__ import annotations

import json
import unittest
from pathlib import Path

from support import CASES, ROOT, ProgramTest

LATER = "2099-01-01"
DATES = ("2025-12-02", "2026-04-22")
FILES = (*sorted((ROOT / "catalog").glob("*/*/case.toml")), CASES / "ferry.toml",
         CASES / "quarry.toml")


def first_id(case: dict, section: str) -> str | None:
    """The first id of a section, where it has any."""
    return next(iter(case.get(section, {})), None)


def condition_of(case: dict) -> dict:
    """Some option of the first issue."""
    issue = first_id(case, "issue")
    content = case["issue"][issue]
    if "range" in content:
        return {issue: content["range"]["min"]}
    return {issue: next(iter(content["option"]))}


def later_statements(case: dict, party: str, address: str) -> list[dict]:
    """They touch whatever a statement can touch."""
    known = [said["id"] for said in case.get("said", [])]
    first = {"id": "later-1", "who": "a late voice", "speaks_for": party, "claim": "news",
             "attribution": "official", "date": LATER, "source": "later", "supports": [address],
             "supersedes": known, "judgement": {party: "accepts later-draft"}}
    draft = first_id(case, "draft")
    second = {"id": "later-2", "who": "another", "claim": "other news", "date": LATER,
              "source": "later", "suggests": [address], "contradicts": known,
              "differs": ["later-1"], "points": [first_id(case, "issue")]}
    if draft:
        second["judgement"] = {party: f"rejects {draft}"}
    if known:
        second |= {"same_as": known[0], "relays": known[-1], "stance_to_it": "distances"}
    return [first, second]


def later_talks(case: dict, party: str) -> dict[str, list[dict]]:
    """Levers, meetings, dues and orders of steps that only the later statements tell of."""
    said = ["later-1", "later-2"]
    return {
        "driver": [
            {"id": "later-lever", "on": party, "from": LATER, "direction": "lowers"},
            {"id": "later-cost", "on": party, "direction": "lowers", "said": said},
        ],
        "event": [
            {"id": "later-meeting", "date": LATER, "kind": "talks", "present": [party],
             "drafts": ["later-draft"]},
            {"id": "later-plan", "date": LATER, "status": "planned", "said": said},
            {"id": "later-call", "date": "unset", "said": said},
        ],
        "deadline": [{"party": party, "date": LATER, "hard": True, "said": said},
                     {"party": party, "pace": "quick", "said": said}],
        "ratify": [{"party": party, "by": "parliament", "said": said}],
        "step": [{"first": condition_of(case), "then_object": "truce", "said": said}],
        "change": [{"date": LATER, "said": said, "set": {f"fallback.{party}": 1}}],
    }


def with_later_material(case: dict) -> dict:
    """The case as somebody would have written it who knows what comes."""
    whole = json.loads(json.dumps(case))
    parties = list(case["party"])
    party = next((id for id in parties if id in case.get("fallback", {})), parties[0])
    address = f"fallback.{party}"
    whole.setdefault("fallback", {}).setdefault(party, [{"from": LATER, "value": 2}])
    for period in whole["fallback"].values():
        if isinstance(period, list) and isinstance(period[0], dict) and period[-1] != {
                "from": LATER, "value": 2}:
            period.append({"from": LATER, "value": 2})
    for other in parties:
        whole["fallback"].setdefault(other, [{"from": LATER, "draft": "later-draft"}])
    whole.setdefault("source", {})["later"] = {"title": "A late source", "date": LATER}
    whole.setdefault("said", []).extend(later_statements(case, party, address))
    whole.setdefault("draft", {})["later-draft"] = {
        "date": LATER, "set": condition_of(case), "rest": "unknown", "on_table": "unsure"}
    whole["draft"]["later-child"] = {"from": "later-draft", "rest": "unknown"}
    for section, elements in later_talks(case, party).items():
        whole.setdefault(section, []).extend(elements)
    for event in whole["event"]:
        if isinstance(event.get("informed"), dict):
            event["informed"][party] = LATER
    quantities = whole.setdefault("quantity", {})
    for quantity in quantities.values():
        quantity["claims"].append({"said": "later-1", "value": 77})
        quantity["claims"].append({**quantity["claims"][0], "value": 78, "from": LATER})
    quantities["later-figure"] = {"title": "a late figure",
                                  "claims": [{"said": "later-1", "value": 5}]}
    return whole


def questions_about(case: dict) -> list[list[str]]:
    """The words of every verb that answers about a case."""
    drafts = list(case.get("draft", {}))
    words = [[verb, "case.json", *flags] for verb in
             ("check", "why", "bridge", "frontier", "lint", "show", "sources", "timeline", "steps")
             for flags in (["-v"], ["--format", "json"])]
    words += [["frontier", "case.json", "--counts", "--zone"],
              ["sources", "case.json", "--format", "csv"], ["sources", "case.json", "--by", "date"],
              ["robust", "case.json", "--samples", "50", "--format", "json"],
              ["timeline", "case.json", "-o", "drawing.svg"],
              ["check", "case.json", "--certificate", "proof.json"]]
    words += [[verb, "case.json", "--draft", draft] for draft in drafts
              for verb in ("score", "why")]
    for section in ("said", "draft", "quantity"):
        known = case.get(section, {})
        names = [one["id"] for one in known] if section == "said" else list(known)
        words += [["trace", "case.json", f"{section}.{name}"] for name in names[:3]]
    words += [["trace", "case.json", f"fallback.{party}"] for party in case.get("fallback", {})]
    words += [["check", "case.json", "--verdict-only", "--without", "anonymous"]]
    return words


class AsOf(ProgramTest):
    """Nothing of later dates exists."""

    def told(self, folder: Path, words: list[str]) -> tuple:
        """All that a run says and writes."""
        before, self.folder = self.folder, folder
        done = self.run_program(*words)
        self.folder = before
        written = []
        for name in ("proof.json", "drawing.svg"):
            path = folder / name
            written.append(path.read_bytes() if path.exists() else None)
            path.unlink(missing_ok=True)
        return done, written

    def pair_of(self, path: Path) -> tuple[dict, list[Path]]:
        """The case in two folders under one name: as it is, and with what comes later."""
        self.write("source.toml", path.read_text(encoding="utf-8"))
        case = json.loads(self.answer("convert", "source.toml", "--to", "json"))
        folders = [self.folder / path.parent.name / name for name in ("now", "later")]
        for folder, content in zip(folders, (case, with_later_material(case))):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "case.json").write_text(json.dumps(content), encoding="utf-8")
        return case, folders

    def test_what_lies_ahead_changes_no_byte_of_any_answer(self) -> None:
        for path in FILES:
            case, (now, later) = self.pair_of(path)
            for date in DATES:
                for words in questions_about(case):
                    with self.subTest(case=path.parent.name, date=date, words=words):
                        flags = [*words, "--as-of", date]
                        self.assertEqual(self.told(now, flags), self.told(later, flags))
                both = ["diff", f"case.json@{DATES[0]}", f"case.json@{date}"]
                self.assertEqual(self.told(now, both), self.told(later, both))

    def test_what_lies_ahead_is_there_on_its_day(self) -> None:
        _, (now, later) = self.pair_of(CASES / "ferry.toml")
        flags = ["show", "case.json", "--as-of", LATER]
        self.assertNotEqual(self.told(now, flags), self.told(later, flags))
        text = self.told(later, flags)[0].out
        self.assertIn("later-draft", text)

    def test_a_certificate_of_a_day_holds_for_whoever_knows_more(self) -> None:
        _, (now, later) = self.pair_of(CASES / "ferry.toml")
        flags = ["--as-of", DATES[1]]
        self.assertEqual(
            self.told(now, ["check", "case.json", "--certificate", "kept.json", *flags])[0].code, 0)
        proof = str(now / "kept.json")
        self.assertEqual(self.told(later, ["verify", "case.json", proof, *flags])[0].code, 0)
        self.assertEqual(
            self.told(later, ["verify", "case.json", proof, "--as-of", LATER])[0].code, 3)

    def test_files_that_are_written_keep_what_lies_ahead(self) -> None:
        _, (_, later) = self.pair_of(CASES / "ferry.toml")
        text = self.told(later, ["convert", "case.json", "--to", "toml", "--as-of", DATES[1],
                                 "--set", "fallback.pilots=7"])[0].out
        for word in ("later-1", "later-draft", "later-meeting", "pilots = 7", f"as_of = {DATES[1]}"):
            self.assertIn(word, text)


if __name__ == "__main__":
    unittest.main()
