"""What --view leaves out stands in no output, and changes none: for every verb that takes it.

Verbs, formats and files are found in the help of the program, so that a new verb is covered without
being listed here. WORDS holds what a verb needs besides the case.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import unittest
from pathlib import Path

from support import ROOT, ProgramTest

ORCHARD = (ROOT / "tests/golden/views/orchard.toml").read_text(encoding="utf-8")
CATALOGUE = sorted(ROOT.glob("catalog/*/*/case.toml"))
CASE = "case.toml"
MARKS = {"public": ("qzx", "qza", "qzb"), "party:alta": ("qzx", "qzb"), "party:bera": ("qzx", "qza")}
SECRET_DIGITS = "739135"
PROOF = "proof.json"

# Besides the case, for verbs that need more; {draft}, {other} and {entry} are of the case as seen.
WORDS = {
    "check": [[], ["-v"]],
    "score": [["--draft", "{draft}"], []],
    "timeline": [[], ["-v", "-o", "plot.svg"]],
    "diff": [["{draft}", "{other}"], [CASE]],
    "trace": [["{entry}"], ["{draft}"], ["{statement}"]],
    "verify": [[PROOF]],
    "why": [[], ["--draft", "{draft}"], ["--all", "--outcomes"]],
    "robust": [["--samples", "50", "-v"]],
    "report": [["-o", "page.html"]],
    "convert": [["--to", "toml"], ["--to", "json"], ["--to", "csv"], ["-o", "seen.xlsx"],
                ["-o", "seen.csv"]],
    "frontier": [["--counts"], ["-o", "plot.svg"]],
    "show": [["-v"]],
    "lint": [["-v"]],
    "what-if": [["--case", "much later: as-of 2100-01-01"]],
}
FILES = ("plot.svg", "seen.xlsx", "seen.csv", "page.html", PROOF)
SLOW = ("bridge", "robust", "why")  # not asked of the large cases of the catalogue


def without_hidden(text: str) -> str:
    """The case as it would be had nobody written what is hidden."""
    text = re.sub(r"# hidden from here\n.*?# hidden to here\n", "", text, flags=re.DOTALL)
    text = "".join(line for line in text.splitlines(True) if not line.endswith("# hidden\n"))
    text = text.replace(', "qzx-s9"', "")
    return text.replace("rule.2", "rule.1").replace("limit.3", "limit.1").replace("bonus.2", "bonus.1")


def with_other_secrets(text: str) -> str:
    """The case with other words and numbers where something is hidden."""
    return text.replace("qzx", "wvk-other").replace(SECRET_DIGITS, "11").replace("# ", "##\n# ", 3)


def texts_of(data: object) -> set[str]:
    """The longer texts in a case."""
    if isinstance(data, str):
        return {data} if len(data) >= 12 else set()
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return set().union(*map(texts_of, parts))


def filled_in(page: str) -> str:
    """What of a report differs from the page that every report is made of; the engine and the script
    packed inside are those of that page, byte for byte."""
    asset = (ROOT / "web/asset/page.html").read_bytes().decode("latin-1")
    found = ""
    for piece in re.split("@@TITLE@@|@@DATA@@", asset):
        between, piece_found, page = page.partition(piece)
        if not piece_found:
            return "the page of a report is not that of web/asset/page.html"
        found += between + "\n"
    return found + page


class ViewTest(ProgramTest):
    """Runs every verb with a view."""

    may_refuse = False  # whether the case may be too bare for some question

    def verbs(self) -> dict[str, str]:
        """The help of each verb that takes --view."""
        overview = self.answer()
        names = re.findall(r"^  ([a-z-]+(?: add)?)  +\S", overview, re.MULTILINE)
        helps = {name: self.answer(*name.split(), "--help", COLUMNS="200") for name in names}
        return {name: text for name, text in helps.items() if "--view" in text}

    @staticmethod
    def formats(text: str) -> list[str]:
        """The choices of --format that a help names."""
        found = re.search(r"--format .*?: ([a-z, ]+(?:or|and) [a-z]+)", text)
        return re.findall(r"text|json|csv|md", found.group(1)) if found else ["text"]

    def names_of(self, *view: str) -> dict[str, str]:
        """Ids of the case as it is seen, to ask about; empty where there are none."""
        seen = json.loads(self.answer("convert", CASE, "--to", "json", *view))
        drafts = [*seen.get("draft", {}), ""]
        shown = json.loads(self.answer("show", CASE, "--format", "json", *view))
        entries = re.findall(r'"entry": "([^"]+)"', json.dumps(shown))
        return {
            "draft": drafts[0], "other": drafts[0 if len(drafts) < 3 else 1],
            "entry": (entries or [""])[0], "statement": [*[s["id"] for s in seen.get("said", [])], ""][0],
        }

    def outputs(self, view: str, skipped: tuple[str, ...] = ()) -> dict[str, str]:
        """Everything that every verb writes of case.toml for that audience."""
        flags = ("--view", view) if view else ()
        names = self.names_of(*flags)
        found: dict[str, str] = {}
        self.answer("check", CASE, "--certificate", PROOF, *flags)
        found["certificate"] = self.read(PROOF)
        for verb, text in self.verbs().items():
            for words in [] if verb in skipped else WORDS.get(verb, [[]]):
                given = [word.format(**names) for word in words]
                if "" in given:
                    continue
                for form in self.formats(text):
                    self.ask(verb, given, form, flags, found)
        return found

    def ask(self, verb: str, words: list[str], form: str, flags: tuple[str, ...],
            found: dict[str, str]) -> None:
        """Adds what one run writes; bad usage means that WORDS is to say what the verb needs."""
        if verb == "diff" and form in ("csv", "md") and words == [CASE]:
            return
        if verb == "convert" and form != "text":
            return
        for name in FILES[:-1]:
            (self.folder / name).unlink(missing_ok=True)
        done = self.run_program(*verb.split(), CASE, *words, "--format", form, *flags)
        key = f"{verb} {' '.join(words)} {form}"
        allowed = (0, 2, 3) if self.may_refuse else (0, 3)
        self.assertIn(done.code, allowed, f"{key}: {done.err}; does WORDS say what it needs?")
        found[key] = done.out + done.err
        for name in FILES:
            if name in words and name != PROOF and done.code == 0:
                # Workbooks are not packed, so that what they hold can be looked for in their bytes.
                text = (self.folder / name).read_bytes().decode("latin-1")
                found[f"{key} {name}"] = filled_in(text) if name == "page.html" else text


class Orchard(ViewTest):
    """A case with marks in everything that can be hidden."""

    known: dict[tuple[str, str], dict[str, str]] = {}

    def seen(self, text: str, view: str) -> dict[str, str]:
        """All outputs for a case of that text, made once."""
        self.write(CASE, text)
        if (text, view) not in self.known:
            self.known[text, view] = self.outputs(view)
        return self.known[text, view]

    def test_every_verb_that_reads_a_case_takes_a_view(self) -> None:
        verbs = set(self.verbs())
        self.assertLessEqual(set(WORDS), verbs)
        for name in ("check", "why", "bridge", "frontier", "robust", "lint", "sources"):
            self.assertIn(name, verbs)
        for name in ("said add", "rename", "new"):
            self.assertNotIn(name, verbs)

    def test_the_marks_are_there_for_the_mediator(self) -> None:
        found = "".join(self.seen(ORCHARD, "mediator").values())
        for mark in ("qzx", "qza", "qzb", SECRET_DIGITS):
            self.assertIn(mark, found)
        whole = self.seen(ORCHARD, "")
        for key, text in self.seen(ORCHARD, "mediator").items():
            cut = re.sub(r'^  "view": "mediator",\n', "", text, flags=re.MULTILINE)
            self.assertEqual(re.sub(r"^Seen by the mediator.*\n\n", "", cut), whole[key], key)

    def test_nothing_hidden_is_in_any_output(self) -> None:
        for view, marks in MARKS.items():
            for key, text in self.seen(ORCHARD, view).items():
                for mark in (*marks, SECRET_DIGITS):
                    self.assertNotIn(mark, text.lower(), f"{view}: {key}")

    def test_a_party_sees_what_is_for_it(self) -> None:
        for mark in ("qza", "qzb"):
            view = {"qza": "party:alta", "qzb": "party:bera"}[mark]
            self.write(CASE, ORCHARD)
            self.assertIn(mark, self.answer("sources", CASE, "--view", view))

    def test_nothing_hidden_changes_any_output(self) -> None:
        for view in MARKS:
            kept = self.seen(ORCHARD, view)
            for name, change in (("other secrets", with_other_secrets), ("none", without_hidden)):
                text = change(ORCHARD)
                self.assertNotEqual(text, ORCHARD)
                changed = self.seen(text, view)
                self.assertEqual(set(kept), set(changed))
                for key, text in kept.items():
                    self.assertEqual(text, changed[key], f"{view}, {name}: {key}")

    def test_every_answer_says_who_it_is_for(self) -> None:
        for key, text in self.seen(ORCHARD, "public").items():
            if key == "report -o page.html text page.html":
                self.assertIn('"view":"public"', text)
            written = key.startswith(("convert", "report"))
            if key.endswith(" text") and not written and "svg" not in key:
                self.assertTrue(text.startswith(
                    "Seen by the public: entries not visible are treated as missing and"), key)
            if key.endswith(" json") and not written and "svg" not in key:
                self.assertEqual(next(iter(json.loads(text).items())), ("view", "public"), key)

    def test_proofs_hold_for_the_view_and_for_the_case_that_is_passed_on(self) -> None:
        self.write(CASE, ORCHARD)
        self.answer("check", CASE, "--view", "public", "--certificate", PROOF)
        self.answer("verify", CASE, PROOF, "--view", "public")
        self.answer("convert", CASE, "passed.toml", "--view", "public", "-q")
        self.answer("verify", "passed.toml", PROOF)
        self.assertEqual(self.run_program("verify", CASE, PROOF).code, 3)

    def test_mistakes_tell_nothing_hidden(self) -> None:
        for wrong in ("[limit", 'qzx = "qzx"', "[[limit]]\nparty = \"qzx\"\n"):
            self.write("wrong.toml", ORCHARD + "\n" + wrong + "\n")
            for verb in (["check"], ["convert", "--to", "toml"], ["diff", CASE]):
                self.write(CASE, ORCHARD)
                said = self.complaint(verb[0], "wrong.toml", *verb[1:], "--view", "public")
                self.assertNotIn("qzx", said)
                self.assertIn("the file is no valid case", said)
        self.assertIn("qzx", self.complaint("check", "wrong.toml"))
        self.assertIn("nowhere.toml", self.complaint("check", "nowhere.toml", "--view", "public"))

    def test_hints_name_only_what_is_seen(self) -> None:
        self.write(CASE, ORCHARD)
        for flags in (("--without", "qzx-s8"), ("--set", "limit.qzx-limi=off"),
                      ("--answer", "qzx-questio=yes"), ("--set", "draft.qzx-draf.on_table=no")):
            said = self.complaint("check", CASE, "--view", "public", *flags)
            typed = r"qzx-(s8|limi|questio|draf)`"
            self.assertNotRegex(re.sub(typed, "", said.replace(flags[1].split("=")[0], "")), "qzx")
        for said in (self.complaint("score", CASE, "--draft", "qzx-draf", "--view", "public"),
                     self.complaint("trace", CASE, "qzx-s8", "--view", "public")):
            self.assertNotRegex(re.sub("qzx-(draf|s8)`", "", said), "qzx")

    def test_nobody_is_called_that(self) -> None:
        self.write(CASE, ORCHARD)
        self.assertIn("name public, mediator or party:ID",
                      self.complaint("check", CASE, "--view", "press"))
        self.assertIn("did you mean `party:alta`?",
                      self.complaint("check", CASE, "--view", "party:alt"))

    def test_layers_are_seen_as_one(self) -> None:
        self.write(CASE, without_hidden(ORCHARD))
        self.write("private.toml", 'unbracket = 1\n[fallback]\nbera = 41.739135\n')
        flags = ("--view", "public", "--format", "json")
        self.assertEqual(self.answer("check", CASE, "private.toml", *flags),
                         self.answer("check", CASE, *flags))

    def test_people_and_conflicts_of_layers_leave_no_trace(self) -> None:
        people = 'entered_by = "qzx-kl"\nchecked_by = "qzx-mo"\n'
        self.write("private.toml", "unbracket = 1\n" + people + "[fallback]\nbera = 41.739135\n")
        found = {}
        for name, text in (("with", people + ORCHARD), ("without", without_hidden(ORCHARD))):
            self.write(CASE, text)
            layers = [CASE, "private.toml"] if name == "with" else [CASE]
            found[name] = [self.answer(verb, *layers, "-v", "--format", form, "--view", view)
                           for verb in ("lint", "sources", "show", "check") for form in ("text", "json")
                           for view in MARKS]
        self.assertEqual(found["with"], found["without"])
        self.write(CASE, people + ORCHARD)
        for view in ((), ("--view", "mediator")):
            self.assertIn("qzx-mo", self.answer("sources", CASE, "private.toml", *view))
            self.assertIn("private.toml:5", self.answer("lint", CASE, "private.toml", *view))

    def test_a_file_that_was_passed_on_says_so(self) -> None:
        self.write(CASE, ORCHARD)
        self.answer("convert", CASE, "passed.toml", "--view", "party:alta", "-q")
        self.assertIn('view = "party:alta"\n', self.read("passed.toml"))
        self.assertIn("Alta sees it", self.answer("check", "passed.toml").splitlines()[0])
        self.assertEqual(json.loads(self.answer("check", "passed.toml", "--format", "json"))["view"],
                         "party:alta")

    def test_what_is_asked_on_the_command_line_is_asked_of_what_is_seen(self) -> None:
        self.write(CASE, ORCHARD)
        text = self.answer("show", CASE, "--view", "public", "--set", "fallback.bera=33.25")
        self.assertIn("33.25", text)


class PassedOn(ViewTest):
    """The case that convert writes for an audience."""

    def check(self, view: str, skipped: tuple[str, ...]) -> None:
        whole = self.read(CASE)
        kept = self.outputs(view, skipped)
        passed = self.answer("convert", CASE, "--to", "toml", "--view", view)
        self.hidden_texts_are_nowhere(view, passed, kept)
        self.write(CASE, passed)
        for key, text in self.outputs(view, skipped).items():
            self.assertEqual(text, kept[key], f"{view}: {key}")
        for key, text in self.outputs("", skipped).items():
            seen = re.sub(r"^Seen by .*?\n\n", "", kept[key], flags=re.DOTALL)
            if not key.startswith("trace"):  # names lines of the file
                marks = r'^  "view": "[^"]*",\n|"view":"[^"]*",'  # of two cases together no file says so
                self.assertEqual(re.sub(marks, "", text, flags=re.MULTILINE),
                                 re.sub(marks, "", seen, flags=re.MULTILINE), f"{view}: {key}")
        self.write(CASE, whole)

    def hidden_texts_are_nowhere(self, view: str, passed: str, kept: dict[str, str]) -> None:
        self.write("passed.toml", passed)
        whole, left = (texts_of(json.loads(self.answer("convert", name, "--to", "json")))
                       for name in (CASE, "passed.toml"))
        for secret in whole - left:
            if secret not in passed:
                for key, text in kept.items():
                    self.assertNotIn(secret, text, f"{view}: {key}")

    def test_it_answers_as_the_view_does(self) -> None:
        self.write(CASE, ORCHARD)
        for view in MARKS:
            self.check(view, ())

    def test_it_answers_as_the_view_does_at_an_earlier_date(self) -> None:
        self.write(CASE, ORCHARD)
        flags = ("--view", "public", "--as-of", "2026-04-08", "--format", "json")
        kept = self.answer("check", CASE, *flags)
        self.write(CASE, self.answer("convert", CASE, "--to", "toml", "--view", "public"))
        self.assertEqual(self.answer("check", CASE, *flags), kept)


def add_catalogue_test(path: Path) -> None:
    """The same for a case of the catalogue."""

    def passes_on(self: PassedOn) -> None:
        self.may_refuse = True
        shutil.copy(path, self.folder / CASE)
        parties = re.findall(r"^\[party\.([\w-]+)\]|^party\.([\w-]+)\b", path.read_text(), re.MULTILINE)
        first = next((a or b for a, b in parties), None)
        views = ["public"] + ([f"party:{first}"] if first else [])
        for view in views if os.environ.get("UNBRACKET_TEST_SHARE") else views[:1]:
            self.check(view, SLOW)

    setattr(PassedOn, f"test_{path.parent.name}_answers_as_the_view_does".replace("-", "_"), passes_on)


for catalogue_case in CATALOGUE:
    add_catalogue_test(catalogue_case)

if __name__ == "__main__":
    unittest.main()
