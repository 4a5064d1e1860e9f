"""On a terminal: colours, widths, questions, progress, Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import time
import unittest

from support import PROGRAM, ProgramTest, environment

CLEAR_LINE = "\r\x1b[K"


class Terminal:
    """The program with a terminal as standard input, output and error."""

    def __init__(self, folder: str, *words: str, **extra: str) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [str(PROGRAM), *words], cwd=folder, env=environment(**extra), stdin=slave, stdout=slave,
            stderr=slave, start_new_session=True,
        )
        os.close(slave)
        self.shown = ""

    def read_until(self, wanted: str, seconds: float = 60) -> None:
        """Reads until the text appears."""
        end = time.monotonic() + seconds
        while wanted not in self.shown and time.monotonic() < end:
            if not self.read_some(0.1) and self.process.poll() is not None:
                break
        assert wanted in self.shown, f"{wanted!r} is not in {self.shown!r}"

    def read_some(self, seconds: float) -> bool:
        """What there is to read within that time; False where there was nothing."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.shown += data.decode(errors="replace")
        return bool(data)

    def type(self, text: str) -> None:
        """Types a line."""
        os.write(self.master, (text + "\n").encode())

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def end(self, seconds: float = 60) -> int:
        """Waits for the end; the exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read_some(0.1)
        while self.read_some(0.1):
            pass
        code = self.process.wait(timeout=1)
        os.close(self.master)
        return code


class Looks(ProgramTest):
    """Colours and widths."""

    def shown(self, *words: str, **extra: str) -> str:
        terminal = Terminal(str(self.folder), *words, **extra)
        self.assertEqual(terminal.end(), 0)
        return terminal.shown

    def test_a_terminal_gets_bold_headings_and_a_pipe_does_not(self) -> None:
        self.assertIn("\x1b[1m", self.shown("show", "ferry.toml"))
        self.assertNotIn("\x1b", self.answer("show", "ferry.toml"))

    def test_no_color_is_respected(self) -> None:
        self.assertNotIn("\x1b", self.shown("show", "ferry.toml", NO_COLOR="1"))
        self.assertNotIn("\x1b", self.shown("show", "ferry.toml", TERM="dumb"))
        self.assertNotIn("\x1b", self.shown("show", "ferry.toml", "--color", "never"))

    def test_colours_can_be_asked_for(self) -> None:
        self.assertIn("\x1b[1m", self.answer("show", "ferry.toml", "--color", "always"))
        forced = self.answer("show", "ferry.toml", "--color", "always", NO_COLOR="1")
        self.assertIn("\x1b[1m", forced)

    def test_only_bold_is_used_so_that_no_colour_takes_a_side(self) -> None:
        for verb in ("show", "lint", "check"):
            codes = set(re.findall(r"\x1b\[[0-9;]*m",
                                   self.answer(verb, "ferry.toml", "--color", "always")))
            self.assertLessEqual(codes, {"\x1b[1m", "\x1b[0m"})

    def test_no_line_is_wider_than_asked(self) -> None:
        for width in (60, 72, 100, 200):
            for words in (("show",), ("lint", "-v"), ("check",)):
                text = self.answer(*words, "ferry.toml", "--width", str(width))
                longest = max(len(line) for line in text.splitlines())
                self.assertLessEqual(longest, width, words)

    def test_the_width_comes_from_the_environment_or_is_80_and_never_below_60(self) -> None:
        wide = self.answer("show", "ferry.toml", "--width", "120")
        self.assertEqual(self.answer("show", "ferry.toml", COLUMNS="120"), wide)
        self.assertEqual(self.answer("show", "ferry.toml", COLUMNS=""),
                         self.answer("show", "ferry.toml", "--width", "80"))
        self.assertEqual(self.answer("show", "ferry.toml", COLUMNS="20"),
                         self.answer("show", "ferry.toml", "--width", "60"))


class Questions(ProgramTest):
    """said add, field by field."""

    def start(self) -> Terminal:
        return Terminal(str(self.folder), "said", "add", "ferry.toml")

    def test_fields_are_asked_for_and_checked_at_once(self) -> None:
        terminal = self.start()
        for question, reply in (
            ("who said it", ""),
            ("cannot be left out", "a clerk"),
            ("party that the speaker speaks for", "wst"),
            ("did you mean `west`?", "west"),
            ("how the speaker is named", "named"),
            ("parties that it is about", ""),
            ("day it was said", "yesterday"),
            ("not a date", "2026-04-30"),
            ("where it was said", ""),
            ("id of a source", "Radio"),
            ("what it was said in", ""),
            ("what kind of statement", "position"),
            ("what was said", "a weekly boat is enough"),
            ("entries that it reports", "issue.winter.order"),
            ("unknown entry", "issue.winter.stance.west"),
            ("inferred from it", ""),
            ("makes of a draft", ""),
        ):
            terminal.read_until(question)
            terminal.type(reply)
        terminal.read_until("added s4 to ferry.toml")
        self.assertEqual(terminal.end(), 0)
        self.assertIn('claim = "a weekly boat is enough"', self.read("ferry.toml"))

    def test_ctrl_c_leaves_the_file_alone(self) -> None:
        before = self.read("ferry.toml")
        terminal = self.start()
        terminal.read_until("who said it")
        terminal.interrupt()
        self.assertEqual(terminal.end(), 130)
        self.assertEqual(self.read("ferry.toml"), before)


class LongWork(ProgramTest):
    """Progress and Ctrl-C during a search that takes long."""

    def setUp(self) -> None:
        super().setUp()
        done = self.run_program(
            "new", "--random", "--parties", "24", "--issues", "60", "--options", "5", "--seed", "3",
            "--class", "nzs", "long.toml", "-q",
        )
        self.assertEqual(done.code, 0, done.err)

    def start(self) -> Terminal:
        return Terminal(str(self.folder), "check", "long.toml", "--nodes", "900000000000000")

    def test_ctrl_c_says_what_was_proved_and_leaves_the_line_clean(self) -> None:
        terminal = self.start()
        terminal.read_until("checking, 1 s")
        terminal.interrupt()
        self.assertEqual(terminal.end(), 130)
        last_progress = terminal.shown.rfind("checking, ")
        self.assertIn(CLEAR_LINE, terminal.shown[last_progress:])
        after = terminal.shown[terminal.shown.rfind(CLEAR_LINE):]
        self.assertIn("ANSWER", after)
        self.assertIn("stopped by Ctrl-C", after)
        self.assertIn("Not decided: stopped before", after)
        self.assertIn("Run it again and let it finish", after)
        self.assertNotRegex(after, "budget|longer search")

    def test_ctrl_c_during_a_comparison_leaves_the_line_clean_and_is_told(self) -> None:
        terminal = Terminal(str(self.folder), "diff", "long.toml", "long.toml")
        terminal.read_until("comparing, 1 s")
        terminal.interrupt()
        self.assertEqual(terminal.end(), 130)
        after = terminal.shown[terminal.shown.rfind("comparing, "):]
        self.assertIn(CLEAR_LINE + "stopped by Ctrl-C", after)
        self.assertIn("ANSWER", after[after.index(CLEAR_LINE):])

    def test_ctrl_c_in_frontier_is_told_with_what_was_found(self) -> None:
        terminal = Terminal(str(self.folder), "frontier", "long.toml", "--nodes", "900000000000000")
        terminal.read_until("looking for efficient outcomes, 1 s")
        terminal.interrupt()
        self.assertEqual(terminal.end(), 130)
        after = terminal.shown[terminal.shown.rfind(CLEAR_LINE):]
        self.assertIn("stopped by Ctrl-C; this is what was found so far", after)
        self.assertIn("nothing is known of those it missed", " ".join(after.split()))

    def test_a_second_ctrl_c_ends_at_once(self) -> None:
        terminal = self.start()
        terminal.read_until("checking, 1 s")
        terminal.interrupt()
        terminal.interrupt()
        self.assertEqual(terminal.end(10), 130)

    def test_the_first_ctrl_c_ends_what_has_no_partial_answer(self) -> None:
        plant = ["new", "--random", "--parties", "12", "--issues", "40", "--class", "nzs",
                 "--plant", "no", "--nodes", "900000000000000"]
        for words in (["check", "-"], ["convert", "-", "--to", "json"], plant):
            with self.subTest(words=words):
                terminal = Terminal(str(self.folder), *words)
                terminal.read_some(1.5)
                self.assertIsNone(terminal.process.poll())
                terminal.interrupt()
                self.assertEqual(terminal.end(5), 130)
                self.assertNotRegex(terminal.shown, "ANSWER|party")

    def test_ctrl_c_while_outcomes_are_counted_is_obeyed(self) -> None:
        bonuses = "".join(
            f'[[bonus]]\nparty = "ann"\nwhen = {{ i{at % 11} = "x", i{(at + 1) % 11} = "y" }}\n'
            f"value = 1\n"
            for at in range(8000)
        )
        issues = "".join(
            f'[issue.i{at}]\noption = ["x", "y", "z"]\nscore.ann = {{ x = 1, y = 2, z = 3 }}\n'
            for at in range(11)
        )
        text = 'unbracket = 1\nparty.ann = {}\nfallback.ann = 5\n' + issues + bonuses
        (self.folder / "bonuses.toml").write_text(text)
        terminal = Terminal(str(self.folder), "check", "bonuses.toml")
        terminal.read_until("checking, 1 s")
        terminal.interrupt()
        self.assertEqual(terminal.end(5), 130)
        self.assertIn("Yes, in this file. At least one", " ".join(terminal.shown.split()))

    def write_drafts(self) -> list[str]:
        """A case that drafts take long to be measured in; the ids of its drafts."""
        self.answer("new", "--random", "--parties", "100", "--issues", "250", "--options", "4",
                    "--range", "5", "drafts.toml", "-q")
        ids = [f"d{at}" for at in range(30)]
        with (self.folder / "drafts.toml").open("a", encoding="utf-8") as file:
            for at, draft in enumerate(ids):
                options = ", ".join(f'i{issue} = "o{(issue * (at + 1) + at) % 4 + 1}"'
                                    for issue in range(1, 200))
                file.write(f'\n[draft.{draft}]\nrest = "unknown"\nset = {{ {options} }}\n')
        return ids

    def test_ctrl_c_while_drafts_are_measured_ends_at_once_and_writes_nothing(self) -> None:
        ids = self.write_drafts()
        scored = ["score", "drafts.toml", *(word for draft in ids for word in ("--draft", draft))]
        for words, progress in ((scored, "measuring, 1 s"),
                                (["diff", "drafts.toml", *ids], "comparing, 1 s")):
            with self.subTest(verb=words[0]):
                kept = self.folder / f"{words[0]}.txt"
                kept.write_text("kept")
                terminal = Terminal(str(self.folder), *words, "-o", kept.name)
                terminal.read_until(progress)
                terminal.interrupt()
                self.assertEqual(terminal.end(5), 130)
                self.assertEqual(kept.read_text(), "kept")
                self.assertEqual(terminal.shown[terminal.shown.rfind(CLEAR_LINE):], CLEAR_LINE)
                self.assertEqual(list(self.folder.glob("*.tmp")), [])

    def test_ctrl_c_in_frontier_with_a_certificate_writes_what_is_proved_or_nothing(self) -> None:
        (self.folder / "proof.json").write_text("kept")
        terminal = Terminal(str(self.folder), "frontier", "long.toml", "--nodes", "900000000000000",
                            "--certificate", "proof.json")
        terminal.read_until("looking for efficient outcomes, 1 s")
        terminal.interrupt()
        self.assertEqual(terminal.end(10), 130)
        said = " ".join(terminal.shown.split())
        self.assertIn("stopped by Ctrl-C; this is what was found so far", said)
        if "no certificate was written" in said:
            self.assertEqual(self.read("proof.json"), "kept")
        else:
            self.assertIn("PROVED", self.answer("verify", "long.toml", "proof.json"))

    def write_slow_proof(self) -> None:
        """A certificate of an optimum whose bounds are gone, so that checking takes long."""
        self.answer("new", "--random", "--parties", "4", "--issues", "28", "--class", "opp",
                    "--seed", "3", "slow.toml", "-q")
        self.answer("frontier", "slow.toml", "--certificate", "slow.json", "-q")
        proof = json.loads(self.read("slow.json"))
        proof["claims"] = [claim for claim in proof["claims"] if claim["solution"] == "egalitarian"]
        for part in proof["claims"][0]["parts"]:
            part["kind"] = "tree"
            part["weights"] = part["weights"][:1]
            part["order"] = [f"i{issue}" for issue in range(1, 29)]
            part["nodes"] = 1_000_000_000
        (self.folder / "slow.json").write_text(json.dumps(proof))

    def test_ctrl_c_in_verify_is_no_refusal(self) -> None:
        self.write_slow_proof()
        terminal = Terminal(str(self.folder), "verify", "slow.toml", "slow.json")
        terminal.read_until("verifying, 1 s")
        terminal.interrupt()
        self.assertEqual(terminal.end(5), 130)
        after = terminal.shown[terminal.shown.rfind(CLEAR_LINE):]
        self.assertIn("Ctrl-C ended the check; nothing is known", after)
        self.assertNotIn("REFUSED", terminal.shown)

    def test_nothing_is_shown_where_standard_error_is_no_terminal(self) -> None:
        process = subprocess.Popen(
            [str(PROGRAM), "check", "long.toml", "--nodes", "900000000000000"], cwd=self.folder,
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertNotIn(b"checking", err)
        self.assertNotIn(b"\x1b", out + err)


def setUpModule() -> None:
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError as error:
        raise unittest.SkipTest(f"no terminal can be opened here: {error}") from error


if __name__ == "__main__":
    unittest.main()
