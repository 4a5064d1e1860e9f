"""Every verb answers in text and in JSON, with the exit codes that scripts rely on."""

from __future__ import annotations

import json
import unittest

from support import ProgramTest

VERBS = (
    "new", "lint", "show", "check", "why", "bridge", "frontier", "robust", "verify", "score",
    "diff", "what-if", "timeline", "steps", "sources", "trace", "report", "convert", "said add",
    "rename",
)


class Help(ProgramTest):
    """The program explains itself."""

    def test_every_verb_has_help_with_an_example(self) -> None:
        overview = self.answer()
        for verb in VERBS:
            self.assertIn(f"  {verb} ", overview)
            text = self.answer(*verb.split(), "--help")
            self.assertIn("examples\n", text)
            self.assertIn(f"    $ unbracket {verb}", text)
            self.assertEqual(text, self.answer("help", *verb.split()))

    def test_help_keeps_to_the_width(self) -> None:
        for verb in VERBS:
            for line in self.answer(*verb.split(), "--help", COLUMNS="60").splitlines():
                if not line.startswith("    $ "):
                    self.assertLessEqual(len(line), 60, line)

    def test_the_version_is_a_number(self) -> None:
        self.assertRegex(self.answer("--version"), r"^unbracket \d+\.\d+\.\d+\n$")

    def test_completions_know_every_verb_and_flag(self) -> None:
        for shell in ("bash", "zsh", "fish"):
            text = self.answer("completion", shell)
            for word in ("check", "lint", "said", "rename", "as-of", "certificate"):
                self.assertIn(word, text, shell)

    def test_manual_pages_are_written_for_every_verb(self) -> None:
        self.answer("manual", ".")
        for verb in VERBS:
            page = self.read(f"unbracket-{verb.replace(' ', '-')}.1")
            self.assertTrue(page.startswith(".TH "))
            for part in ("SYNOPSIS", "OPTIONS", "EXAMPLES", "EXIT STATUS"):
                self.assertIn(f".SH {part}\n", page)


class Data(ProgramTest):
    """JSON is one object and says what the text says."""

    def data(self, *words: str) -> dict:
        found = json.loads(self.answer(*words, "--format", "json"))
        self.assertIsInstance(found, dict)
        return found

    def test_check_of_the_verdict_only_claims_nothing_else(self) -> None:
        whole, short = self.data("check", "ferry.toml"), self.data(
            "check", "ferry.toml", "--verdict-only")
        for key in ("digest", "verdict", "outcome", "proof"):
            self.assertEqual(whole[key], short[key])
        self.assertEqual((short["rests_on"], short["rests_on_complete"]), ([], False))
        self.assertIn("verdict_only", [note["kind"] for note in short["notes"]])
        self.assertNotIn("verdict_only", [note["kind"] for note in whole["notes"]])
        text = self.answer("check", "ferry.toml", "--verdict-only")
        self.assertIn("Only the verdict was asked for", text)
        self.assertNotRegex(text, "RESTS ON|TURNS ON")

    def test_verbs_that_write_files_tell_which(self) -> None:
        self.assertEqual(self.data("new", "mine.toml"), {"written": ["mine.toml"]})
        self.assertEqual(self.data("convert", "mine.toml", "m.json"), {"written": ["m.json"]})
        renamed = self.data("rename", "mine.toml", "party.north", "upper")
        self.assertEqual(
            renamed, {"renamed": "party.north", "to": "upper", "written": ["mine.toml"]})
        added = self.data("said", "add", "mine.toml", "--claim", "x", "--who", "y", "--source", "z")
        self.assertEqual(added, {"added": "said.s2", "written": ["mine.toml"]})
        self.assertIn("s2", self.read("mine.toml"))

    def test_new_and_convert_print_a_case(self) -> None:
        case = self.data("new", "--random", "--issues", "2", "--seed", "9")
        self.assertEqual(len(case["issue"]), 2)
        self.assertEqual(self.data("convert", "ferry.toml")["unbracket"], 1)

    def test_show(self) -> None:
        case = self.data("show", "ferry.toml")
        self.assertEqual([p["id"] for p in case["parties"]], ["west", "east", "pilots"])
        self.assertEqual(case["issues"][0]["options"][0]["id"], 20)
        fare = case["issues"][0]["parties"]["west"]
        self.assertEqual(fare["curve"]["redline"], {
            "entry": "issue.fare.curve.west.redline", "value": "> 70", "text": "> 70",
            "basis": "reported", "firmness": None})
        self.assertEqual(case["limits"][0]["value"], {
            "if": {"boat": "joint"}, "never": {"fare": [70, 80]}})
        self.assertEqual(case["statements"][0]["suggests"], ["issue.fare.weight.west"])
        self.assertEqual(case["drafts"][1]["content"]["winter"], "weekly")

    def test_show_leaves_out_what_does_not_exist_yet(self) -> None:
        case = self.data("show", "ferry.toml", "--as-of", "2026-03-31")
        self.assertEqual([draft["id"] for draft in case["drafts"]], ["spring"])
        self.assertEqual([said["id"] for said in case["statements"]], ["s1"])
        text = self.answer("show", "ferry.toml", "--as-of", "2026-03-31", "-v")
        self.assertNotRegex(text, "summer|s2")
        self.assertNotIn("DRAFTS", self.answer("show", "ferry.toml", "--as-of", "2026-01-31"))

    def test_lint(self) -> None:
        found = self.data("lint", "ferry.toml")
        self.assertEqual(
            [(gap["kind"], gap["party"], gap["issue"]) for gap in found["gaps"]],
            [("stance", "pilots", "fare"), ("weight", "west", "winter")],
        )
        self.assertEqual(found["idle_statements"], ["s3"])
        self.assertEqual(
            [(one["issue"], one["alternatives"]) for one in found["unequal_codings"]],
            [("fare", ["ceiling"]), ("boat", [])],
        )
        west = found["limits"][0]
        self.assertEqual(west["party"], "west")
        self.assertIn("limit.west-cheap", [one["entry"] for one in west["limits"]])

    def test_check_score_and_verify(self) -> None:
        result = self.data("check", "ferry.toml", "--certificate", "proof.json")
        self.assertEqual(result["verdict"], "depends")
        self.assertNotIn("elapsed_ms", result)
        self.assertIn("elapsed_ms", self.data("check", "ferry.toml", "--timings"))
        proof = self.data("verify", "ferry.toml", "proof.json")
        self.assertEqual(proof["proved"], True)
        self.assertEqual(self.data("score", "ferry.toml", "--draft", "summer")["draft"], "summer")

    def test_diff_of_drafts(self) -> None:
        found = self.data("diff", "ferry.toml", "spring", "summer")
        self.assertEqual([one["change"] for one in found["issues"]], ["changed", "kept", "changed"])
        self.assertEqual(found["issues"][0]["gains"]["west"]["gain"], [-60, 0])
        self.assertEqual(
            [(one["point"], one["change"]) for one in found["points"]],
            [("1", "changed"), ("2", "changed"), ("3", "dropped")],
        )

    def test_diff_of_dates(self) -> None:
        found = self.data("diff", "ferry.toml@2026-04-01", "ferry.toml")
        self.assertEqual(
            [(one["entry"], one["change"]) for one in found["entries"]],
            [("issue.boat.stance.east.west", "changed"), ("fallback.east", "changed")],
        )
        self.assertEqual([one["id"] for one in found["statements"]], ["s2", "s3"])

    def test_a_draft_compared_with_itself_is_kept_and_gains_nobody_anything(self) -> None:
        found = self.data("diff", "ferry.toml", "summer", "summer")
        self.assertEqual({one["change"] for one in found["issues"]}, {"kept"})
        self.assertEqual({one["gain"] for one in found["totals"].values()}, {0})

    def test_exact_numbers_are_fractions(self) -> None:
        decimal = self.data("diff", "ferry.toml", "spring", "summer")
        exact = self.data("diff", "ferry.toml", "spring", "summer", "--exact")
        self.assertEqual(decimal["before"], exact["before"])
        self.assertEqual(decimal["issues"], exact["issues"], "whole numbers stay numbers")

    def test_exact_numbers_of_entries_are_fractions(self) -> None:
        words = ("ferry.toml", "--set", "fallback.east=20.5..30", "--set", "issue.fare.weight.west=2.5")
        decimal, exact = self.data("show", *words), self.data("show", *words, "--exact")
        self.assertEqual(decimal["parties"][1]["fallback"]["value"], [20.5, 30])
        self.assertEqual(exact["parties"][1]["fallback"]["value"], ["41/2", 30])
        self.assertEqual(exact["issues"][0]["parties"]["west"]["weight"]["value"], "5/2")
        self.assertEqual(exact["issues"][0]["range"], decimal["issues"][0]["range"])
        changed = self.read("ferry.toml").replace("[25, 40]", "[24.5, 40]").replace("[30, 45]", "30.5")
        self.write("later.toml", changed)
        found = self.data("diff", "ferry.toml", "later.toml", "--exact")
        self.assertEqual(found["entries"][0]["after"]["value"], "61/2")


class ExitCodes(ProgramTest):
    """What a script can tell from the code."""

    def check(self, *words: str) -> int:
        done = self.run_program("check", "ferry.toml", "--exit-code", *words)
        self.assertEqual(done.err, "")
        return done.code

    def test_without_the_flag_every_answer_is_0(self) -> None:
        self.assertIn("ANSWER", self.answer("check", "ferry.toml"))

    def test_verdicts_have_codes(self) -> None:
        self.assertEqual(self.check(), 11)
        self.assertEqual(self.check("--set", "fallback.west=100", "--set", "fallback.east=100"), 10)
        yes = ("--set", "fallback.west=0", "--set", "fallback.east=0")
        self.assertEqual(self.check(*yes), 0)

    def test_a_refused_certificate_is_3(self) -> None:
        self.answer("check", "ferry.toml", "--certificate", "proof.json")
        self.assertEqual(self.run_program("verify", "ferry.toml", "proof.json").code, 0)
        for changed in (
            ("--set", "fallback.west=54"),
            ("--as-of", "2026-04-02"),
            ("--without", "s1"),
            ("--answer", "ceiling=price"),
        ):
            done = self.run_program("verify", "ferry.toml", "proof.json", *changed)
            self.assertEqual(done.code, 3, changed)
            self.assertIn("REFUSED", done.out)

    def test_a_certificate_binds_the_flags_it_was_made_with(self) -> None:
        flags = ("--answer", "ceiling=price", "--as-of", "2026-04-25", "--set", "fallback.west=50")
        self.answer("check", "ferry.toml", "--certificate", "proof.json", *flags)
        self.answer("verify", "ferry.toml", *flags, "proof.json")
        self.assertEqual(self.run_program("verify", "ferry.toml", "proof.json").code, 3)

    def test_a_file_that_is_no_certificate_is_bad_input(self) -> None:
        self.write("proof.json", "{ not json")
        self.assertIn("proof.json:1:", self.complaint("verify", "ferry.toml", "proof.json"))

    def test_a_disk_that_is_full_is_a_failure_of_ours(self) -> None:
        done = self.run_program("show", "ferry.toml", "-o", "/dev/full")
        self.assertEqual(done.code, 1)
        self.assertIn("/dev/full", done.err)


class Changes(ProgramTest):
    """The flags that change a case before it is asked about."""

    def test_set_changes_an_entry(self) -> None:
        self.assertIn("12..13", self.answer("show", "ferry.toml", "--set", "fallback.east=12..13"))

    def test_without_drops_what_rests_on_a_statement(self) -> None:
        self.assertNotIn("> 70", self.answer("show", "ferry.toml", "--without", "s1"))
        self.assertNotIn("> 70", self.answer("show", "ferry.toml", "--without", "speaker:west"))

    def test_as_of_goes_back_in_time(self) -> None:
        self.assertIn("25..40", self.answer("show", "ferry.toml", "--as-of", "2026-04-01"))

    def test_answers_close_questions(self) -> None:
        self.assertNotIn("OPEN", self.answer("show", "ferry.toml", "--answer", "ceiling=price"))

    def test_layers_override_and_add(self) -> None:
        text = self.answer("show", "ferry.toml", "ferry-private.toml", "-v")
        self.assertIn("55", text)
        self.assertIn("adviser", text)

    def test_every_wrong_flag_is_named_at_once(self) -> None:
        said = self.complaint(
            "check", "ferry.toml", "--set", "fallback.est=1", "--without", "nobody"
        )
        self.assertIn("nobody", said)
        said = self.complaint("check", "ferry.toml", "--set", "x", "--answer", "y")
        self.assertIn("2 problems", said)

    def test_every_command_that_reads_a_case_takes_them(self) -> None:
        flags = ("--set", "fallback.east=12", "--as-of", "2026-04-30")
        for words in (
            ("show", "ferry.toml"),
            ("lint", "ferry.toml"),
            ("sources", "ferry.toml"),
            ("check", "ferry.toml"),
            ("score", "ferry.toml", "--draft", "spring"),
            ("diff", "ferry.toml", "spring", "summer"),
            ("convert", "ferry.toml", "--to", "toml"),
        ):
            self.assertNotEqual(self.answer(*words, *flags), "", words[0])


class Mistakes(ProgramTest):
    """Errors are read on a terminal, one to a line."""

    def test_nothing_quoted_in_an_error_reaches_the_terminal_raw(self) -> None:
        for words in (("show", "a\x1b[2Jb\nc.toml"), ("show", "ferry.toml", "--set", "x\x1b\n=1"),
                      ("show", "ferry.toml", "--as-of", "\x07\u009b"), ("sh\x1bow",)):
            said = self.complaint(*words)
            self.assertNotRegex(said, "[\x00-\x09\x0b-\x1f\x7f-\x9f]")
            self.assertEqual(said.count("\n"), 2, said)
            self.assertIn("\\u00", said)

    def test_an_order_may_stand_on_several_lines(self) -> None:
        case = self.read("ferry.toml") + '\n[order]\nweight.west = """\nfare\n> boat\n"""\n'
        self.write("lines.toml", case)
        self.answer("show", "lines.toml")

    def test_what_a_fallback_can_be_is_said(self) -> None:
        for value in ("1..2..3", "nan", ""):
            said = self.complaint("check", "ferry.toml", "--set", f"fallback.west={value}")
            self.assertIn("write a number, a range such as [20, 40], or one of: ideal", said)

    def test_an_empty_json_file_gets_advice_for_json(self) -> None:
        self.write("x.json", "{}")
        self.assertIn('begin the object with "unbracket": 1', self.complaint("show", "x.json"))

    def test_null_in_a_certificate_is_no_matter_of_cases(self) -> None:
        self.write("undated.toml", self.read("ferry.toml").replace("as_of = 2026-05-01", ""))
        self.answer("check", "undated.toml", "--certificate", "proof.json")
        proof = json.loads(self.read("proof.json"))
        proof["case"]["as_of"] = None
        self.write("proof.json", json.dumps(proof))
        self.answer("verify", "undated.toml", "proof.json")
        for key in [key for key in proof if key != "case"]:
            self.write("proof.json", json.dumps(proof | {key: None}))
            done = self.run_program("verify", "undated.toml", "proof.json")
            self.assertEqual((done.code, done.err), (3, ""), key)
            self.assertIn("REFUSED", done.out)

    def test_one_question_or_address_has_one_value(self) -> None:
        for flags in (("--answer", "ceiling=price", "--answer", "ceiling=condition"),
                      ("--set", "fallback.west=1", "--set", "fallback.west=2")):
            self.assertIn("is given twice", self.complaint("check", "ferry.toml", *flags))


if __name__ == "__main__":
    unittest.main()
