"""The engine inside the page of the report answers as the program does: the same bytes.

Asked about the whole catalogue and about cases drawn at random, some in every verb that a page has.
A seed repeats a run: UNBRACKET_SEED=<seed>.
"""

from __future__ import annotations

import base64
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from support import ROOT, ProgramTest  # noqa: E402

ASSET = ROOT / "web/asset/page.html"
CATALOGUE = sorted(ROOT.glob("catalog/*/*/case.toml"))
SEED = int(os.environ.get("UNBRACKET_SEED", "1"))
SYNTHETIC = 300
CLASSES = ("rand", "opp", "corr", "nzs")
CASE = "case.toml"
PROOF = "proof.json"

# Without {}: of every case. Otherwise of a case that has what stands between the braces.
QUESTIONS = (
    "check", "check --verdict-only", "check --exact", "why", "why --all", "bridge", "frontier --nodes 200000",
    "robust --samples 200", "timeline", "steps", "show", "sources", "lint", "score --draft {draft}",
    "why --draft {draft}", "diff {draft} {other}", "trace {entry}", "trace {statement}",
    "check --as-of 2025-12-01", "check --set {entry}=missing", "check --set {fallback}=20..35",
    "check --answer {answer}", "why --answer {answer} --without {statement}", "robust --samples 50 --seed 7",
)
OF_A_PACKAGE = ("score --draft package", "why --draft package")
OF_MANY_POINTS = ("check", "why", "bridge", "frontier --nodes 2000", "timeline", "robust --samples 2")
OF_RANDOM = ("check", "why", "bridge", "frontier", "robust --samples 50", "show", "lint", "score")


def engine_of_page(folder: Path) -> Path:
    """The WebAssembly module inside web/asset/page.html."""
    found = re.search(rb'id="unbracket-engine"[^>]*>\s*([A-Za-z0-9+/=]+)\s*<', ASSET.read_bytes())
    assert found is not None, f"{ASSET} has no engine"
    packed = base64.b64decode(found.group(1))
    wasm = folder / "engine.wasm"
    wasm.write_bytes(subprocess.run(["zstd", "-dqc"], input=packed, check=True, stdout=subprocess.PIPE).stdout)
    return wasm


class Engine:
    """A running engine that answers questions."""

    def __init__(self, folder: Path) -> None:
        script = Path(__file__).with_name("engine.mjs")
        self.process = subprocess.Popen(
            ["node", str(script), str(engine_of_page(folder))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
        )

    def answer(self, words: list[str], files: dict[str, str]) -> tuple[int, str, str]:
        """Exit code, output and remarks."""
        found = self.reply(words, files)
        return found["code"], found["output"], found["remarks"]

    def reply(self, words: list[str], files: dict[str, str]) -> dict:
        """All that it replies."""
        verb, operands, at = words[0], [], 1
        flags = {"format": ["json"]} if files else {}
        while at < len(words):
            if not words[at].startswith("--"):
                operands.append(words[at])
                at += 1
                continue
            has_value = at + 1 < len(words) and not words[at + 1].startswith("--")
            flags[words[at][2:]] = [words[at + 1]] if has_value else []
            at += 2 if has_value else 1
        question = {"verb": verb, "operands": [*([CASE] if files else []), *operands], "flags": flags, "files": files}
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """Ends it."""
        self.process.communicate()


class Parity(ProgramTest):
    """Program and page side by side."""

    engine: Engine

    @classmethod
    def setUpClass(cls) -> None:
        holder = tempfile.TemporaryDirectory(prefix="unbracket-engine-")
        cls.addClassCleanup(holder.cleanup)
        cls.engine = Engine(Path(holder.name))
        cls.addClassCleanup(cls.engine.close)

    def names(self) -> dict[str, str]:
        """Ids of the case to ask about; empty where there are none."""
        case = json.loads(self.answer("convert", CASE, "--to", "json"))
        drafts = [*case.get("draft", {}), "", ""]
        shown = self.answer("show", CASE, "--format", "json")
        entries = [*re.findall(r'"entry": "([^"]+)"', shown), ""]
        statements = [*(said["id"] for said in case.get("said", [])), ""]
        answers = [f"{asked['id']}={asked['answers'][-1]}" for asked in json.loads(shown)["alternatives"]]
        return {"draft": drafts[0], "other": drafts[1], "entry": entries[0], "statement": statements[0],
                "answer": [*answers, ""][0], "fallback": f"fallback.{next(iter(case['party']))}"}

    def compare(self, words: list[str], files: dict[str, str], layers: tuple[str, ...] = ()) -> str:
        """Asks both; returns what they answered."""
        done = self.run_program(words[0], CASE, *layers, *words[1:], "--format", "json")
        words = [words[0], *layers, *words[1:]]
        self.assertEqual(self.engine.answer(words, files), (done.code, done.out, done.err), " ".join(words))
        return done.out

    def questions(self, patterns: tuple[str, ...]) -> list[list[str]]:
        """Those that the case at hand can be asked."""
        names = self.names()
        needed = {pattern: re.findall(r"{(\w+)}", pattern) for pattern in patterns}
        return [
            pattern.format(**names).split() for pattern in patterns if all(names[word] for word in needed[pattern])
        ]

    def test_the_catalogue_is_answered_alike(self) -> None:
        for path in CATALOGUE:
            text = path.read_text(encoding="utf-8")
            (self.folder / CASE).write_text(text, encoding="utf-8")
            for words in self.questions(QUESTIONS):
                with self.subTest(case=path.parent.name, words=words):
                    self.compare(words, {CASE: text})

    def test_a_certificate_is_granted_and_refused_alike(self) -> None:
        for path in CATALOGUE:
            text = path.read_text(encoding="utf-8")
            (self.folder / CASE).write_text(text, encoding="utf-8")
            self.answer("check", CASE, "--certificate", PROOF)
            proof = self.read(PROOF)
            granted = json.loads(self.compare(["verify", PROOF], {CASE: text, PROOF: proof}))
            self.assertTrue(granted["proved"], path)
            digest = json.loads(proof)["case"]["digest"]
            spoilt = proof.replace(digest, digest[1:] + digest[0])
            (self.folder / PROOF).write_text(spoilt, encoding="utf-8")
            refused = json.loads(self.compare(["verify", PROOF], {CASE: text, PROOF: spoilt}))
            self.assertFalse(refused["proved"], path)

    def test_what_a_page_saves_is_what_the_program_writes(self) -> None:
        for path in CATALOGUE:
            text = path.read_text(encoding="utf-8")
            (self.folder / CASE).write_text(text, encoding="utf-8")
            self.answer("check", CASE, "--certificate", PROOF, "--format", "json")
            reply = self.engine.reply(["check", "--certificate", PROOF], {CASE: text})
            self.assertEqual(reply["saved"], {PROOF: self.read(PROOF)}, path)
            for name, words in (("whole.toml", []), ("whole.json", ["--as-of", "2025-12-01"])):
                self.answer("convert", CASE, "-o", name, "--force", *words)
                reply = self.engine.reply(["convert", "--output", name, *words], {CASE: text})
                self.assertEqual((reply["code"], reply["output"]), (0, self.read(name)), path)

    def test_a_package_beside_the_case_is_answered_alike(self) -> None:
        for path in CATALOGUE:
            text = path.read_text(encoding="utf-8")
            (self.folder / CASE).write_text(text, encoding="utf-8")
            issues = json.loads(self.answer("show", CASE, "--format", "json"))["issues"]
            chosen = [f"{issue['id']} = {json.dumps(issue['options'][-1]['id'])}"
                      for issue in issues if issue.get("options")]
            layer = f"unbracket = 1\n\n[draft.package]\nset = {{ {', '.join(chosen)} }}\n"
            (self.folder / "package.toml").write_text(layer, encoding="utf-8")
            for pattern in OF_A_PACKAGE:
                with self.subTest(case=path.parent.name, words=pattern):
                    self.compare(pattern.split(), {CASE: text, "package.toml": layer}, ("package.toml",))

    def test_a_case_of_many_points_is_answered_alike(self) -> None:
        self.answer("new", CASE, "--random", "-q", "--parties", "3", "--issues", "150", "--options", "4",
                    "--class", "rand", "--seed", str(SEED))
        text = self.read(CASE)
        for pattern in OF_MANY_POINTS:
            with self.subTest(seed=SEED, words=pattern):
                self.compare(pattern.split(), {CASE: text})

    def test_cases_drawn_at_random_are_answered_alike(self) -> None:
        draw = random.Random(SEED)
        for number in range(SYNTHETIC):
            sizes = ["--parties", str(draw.randint(2, 5)), "--issues", str(draw.randint(2, 9)),
                     "--options", str(draw.randint(2, 4)), "--class", draw.choice(CLASSES),
                     "--seed", str(draw.randrange(1_000_000)),
                     *draw.choice(([], ["--plant", "yes"], ["--plant", "no"], ["--range", "2"]))]
            (self.folder / CASE).unlink(missing_ok=True)
            self.answer("new", CASE, "--random", "-q", *sizes)
            text = self.read(CASE)
            for pattern in {"check", OF_RANDOM[number % len(OF_RANDOM)]}:
                with self.subTest(seed=SEED, sizes=" ".join(sizes), words=pattern):
                    self.compare(pattern.split(), {CASE: text})

    def test_what_is_no_case_is_refused_alike(self) -> None:
        for text in ("", "unbracket = 1\n", "unbracket = 1\ntitle = \"\\u0007\"\nparty.a = 3\n", "{", "\ufeff=", "a.b.c"):
            (self.folder / CASE).write_text(text, encoding="utf-8")
            with self.subTest(text=text):
                self.compare(["check"], {CASE: text})

    def test_behaviour_has_the_same_number(self) -> None:
        native = self.answer("bench", "--signature")
        code, output, _ = self.engine.answer(["bench", "--signature"], {})
        self.assertEqual((code, output), (0, native))


if __name__ == "__main__":
    unittest.main()
