"""What the program reads and writes: formats, standard input, files in one step."""

from __future__ import annotations

import json
import os
import subprocess
import unittest

from support import CASES, PROGRAM, ROOT, ProgramTest, environment


class Convert(ProgramTest):
    """Formats."""

    def test_a_case_read_back_is_the_same_case(self) -> None:
        self.answer("convert", "ferry.toml", "ferry.json", "-q")
        self.answer("convert", "ferry.json", "again.toml", "-q")
        for verb in ("show", "lint", "check"):
            texts = {self.answer(verb, f) for f in ("ferry.toml", "ferry.json", "again.toml")}
            self.assertEqual(len(texts), 1, verb)

    def test_the_format_may_be_named(self) -> None:
        data = json.loads(self.answer("convert", "ferry.toml", "--to", "json"))
        self.assertEqual(data["title"], "Ferry across the Lune strait (invented)")

    def test_flags_change_what_is_written(self) -> None:
        text = self.answer("convert", "ferry.toml", "--to", "toml", "--without", "s1")
        self.assertNotIn("mayor of Westport", text.split("[[said]]", 1)[1])

    def test_a_changed_case_read_back_is_the_changed_case(self) -> None:
        cases = {
            CASES / "ferry.toml": (
                "--set fallback.west=55", "--as-of 2026-04-22", "--as-of 2026-04-23",
                "--as-of 2026-06-01 --set fallback.east=10", "--without s2",
                "--answer ceiling=price", "--set issue.boat.stance.east.west=ideal"),
            ROOT / "catalog/teaching/river-sel/case.toml": (
                "--as-of 2026-02-10", "--as-of 2026-12-31", "--without anonymous",
                "--set fallback.bera=20..25 --answer inspection=would_not",
                "--answer redline-or-price=price --as-of 2026-02-20"),
        }
        for case, flag_sets in cases.items():
            for flags in flag_sets:
                self.assert_same_when_written(str(case), *flags.split())

    def assert_same_when_written(self, case: str, *flags: str) -> None:
        for name in ("changed.toml", "changed.json"):
            self.answer("convert", case, name, "--force", "-q", *flags)
            asked = json.loads(self.answer("check", case, *flags, "--format", "json"))
            written = json.loads(self.answer("check", name, "--format", "json"))
            for data in (asked, written):
                data.pop("digest")
            self.assertEqual(asked, written, f"{case} {flags}")

    def test_changes_that_were_made_are_not_made_again(self) -> None:
        text = self.answer("convert", "ferry.toml", "--to", "toml", "--as-of", "2026-12-31")
        self.assertNotIn("[[change]]", text)
        self.assertIn("as_of = 2026-12-31\n", text)

    def test_a_wrong_case_is_not_converted(self) -> None:
        self.assertIn("5 problems", self.complaint("convert", "broken.toml", "out.json"))
        self.assertFalse((self.folder / "out.json").exists())

    def test_scores_become_a_linear_program(self) -> None:
        self.answer("new", "--random", "-q", "--parties", "2", "--issues", "3", "r.toml")
        self.answer("convert", "r.toml", "r.lp", "-q")
        program = self.read("r.lp")
        for section in ("Subject To", "Binaries", "End"):
            self.assertIn(section, program)


class StandardInput(ProgramTest):
    """A dash."""

    def test_a_case_is_read_from_it_in_either_format(self) -> None:
        shown = self.answer("show", "ferry.toml")
        self.assertEqual(self.run_program("show", "-", text=self.read("ferry.toml")).out, shown)
        data = self.answer("convert", "ferry.toml", "--to", "json")
        self.assertEqual(self.run_program("show", "-", text=data).out, shown)

    def test_it_can_be_a_layer(self) -> None:
        done = self.run_program("show", "ferry.toml", "-", text="unbracket = 1\nfallback.west = 77\n")
        self.assertIn("77", done.out)

    def test_it_is_not_read_twice(self) -> None:
        for verb in ("diff", "verify"):
            self.assertIn("more than once", self.complaint(verb, "-", "-"))
        self.assertIn("more than once", self.complaint("show", "-", "-"))

    def test_errors_name_it(self) -> None:
        done = self.run_program("show", "-", text="unbracket = 1\nx = 1\n")
        self.assertEqual(done.code, 2)
        self.assertIn("standard input:2:1: ", done.err)


class Output(ProgramTest):
    """Where answers go."""

    def test_a_file_gets_the_bytes_of_standard_output(self) -> None:
        for form in ("text", "json"):
            shown = self.answer("show", "ferry.toml", "--format", form)
            self.answer("show", "ferry.toml", "--format", form, "-o", "answer")
            self.assertEqual(self.read("answer"), shown)

    def test_a_file_that_may_not_grow_is_told_and_nothing_is_left(self) -> None:
        before = sorted(os.listdir(self.folder))
        limited = f"ulimit -f 200; exec '{PROGRAM}' report ferry.toml -o page.html"
        done = subprocess.run(["bash", "-c", limited], cwd=self.folder, env=environment(),
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"page.html: the file cannot be written", done.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_nothing_is_left_beside_a_file_that_was_written(self) -> None:
        before = set(os.listdir(self.folder))
        self.answer("show", "ferry.toml", "-o", "answer")
        self.answer("check", "ferry.toml", "--certificate", "proof.json")
        self.assertEqual(set(os.listdir(self.folder)) - before, {"answer", "proof.json"})

    def test_a_file_keeps_its_old_content_when_the_command_fails(self) -> None:
        self.write("answer", "old")
        self.complaint("show", "broken.toml", "-o", "answer")
        self.assertEqual(self.read("answer"), "old")

    def test_no_result_is_written_over_what_is_read_or_over_another(self) -> None:
        before = self.read("ferry.toml")
        (self.folder / "soft.toml").symlink_to("ferry.toml")
        os.link(self.folder / "ferry.toml", self.folder / "hard.toml")
        for name in ("ferry.toml", "./ferry.toml", "soft.toml", "hard.toml"):
            for words in (("convert", "ferry.toml", name), ("show", "ferry.toml", "-o", name),
                          ("check", "ferry.toml", "--certificate", name),
                          ("frontier", "ferry.toml", "--certificate", name),
                          ("diff", "ferry.toml@2026-04-01", "ferry.toml", "-o", name),
                          ("rename", "ferry.toml", "party.west", "x", "-o", name)):
                self.assertIn("which is read", self.complaint(*words), words)
        for name in ("new", "./new"):
            for verb in ("check", "frontier"):
                said = self.complaint(verb, "ferry.toml", "-o", "new", "--certificate", name)
                self.assertIn("two results", said)
        self.assertEqual(self.read("ferry.toml"), before)
        self.assertFalse((self.folder / "new").exists())
        self.answer("check", "ferry.toml", "-o", "/dev/null", "--certificate", "/dev/null")

    def test_no_certificate_is_written_over_a_layer_or_by_the_answer_of_its_check(self) -> None:
        self.write("layer.toml", "fallback.west = 12\n")
        (self.folder / "link").symlink_to("layer.toml")
        for verb in ("check", "frontier"):
            for name in ("layer.toml", "link"):
                self.assertIn("which is read", self.complaint(verb, "ferry.toml", "layer.toml",
                                                              "--certificate", name))
        self.assertEqual(self.read("layer.toml"), "fallback.west = 12\n")
        self.answer("check", "ferry.toml", "--certificate", "proof.json")
        proof = self.read("proof.json")
        said = self.complaint("verify", "ferry.toml", "proof.json", "-o", "./proof.json")
        self.assertIn("which is read", said)
        self.assertEqual(self.read("proof.json"), proof)

    def test_a_certificate_takes_the_place_of_an_older_one_as_any_result_does(self) -> None:
        self.write("proof.json", "old")
        self.run_program("frontier", "ferry.toml", "--certificate", "proof.json", "-o", "answer")
        self.assertIn("PROVED", self.answer("verify", "ferry.toml", "proof.json"))
        self.write("proof.json", "old")
        self.complaint("frontier", "ferry.toml", "--tolerance", "much", "--certificate",
                       "proof.json")
        self.assertEqual(self.read("proof.json"), "old")

    def test_a_folder_that_is_not_there_is_named(self) -> None:
        self.assertIn("none/answer", self.complaint("show", "ferry.toml", "-o", "none/answer"))

    def test_a_reader_that_stops_early_is_no_error(self) -> None:
        self.answer("new", "--random", "-q", "--issues", "200", "--options", "50", "big.toml")
        command = f"set -o pipefail; {PROGRAM} show big.toml | head -n 1"
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=environment(), capture_output=True,
            timeout=120, check=False,
        )
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), 1)

    def test_a_full_disk_is_said(self) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [str(PROGRAM), "show", "ferry.toml"], cwd=self.folder, env=environment(),
                stdout=full, stderr=subprocess.PIPE, timeout=120, check=False,
            )
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"standard output", done.stderr)

    def test_problems_as_data_go_to_standard_error(self) -> None:
        for words in (("lint", "broken.toml"), ("lnt", "broken.toml"), ("lint", "--x")):
            done = self.run_program(*words, "--format", "json")
            self.assertEqual((done.code, done.out), (2, ""))
            for problem in json.loads(done.err)["errors"]:
                self.assertEqual(set(problem), {"file", "line", "column", "what", "hint"})


class New(ProgramTest):
    """A case to begin with."""

    def test_the_skeleton_is_a_good_case(self) -> None:
        self.run_program("new", "mine.toml", "--title", 'My "talks"')
        self.assertIn('My "talks"', self.answer("show", "mine.toml"))
        self.assertIn("0 gaps, 0 contradictions", self.answer("lint", "mine.toml"))

    def test_a_title_is_utf8(self) -> None:
        done = subprocess.run(
            [str(PROGRAM), "new", "mine.toml", "--title", b"caf\xe9"], cwd=self.folder,
            env=environment(), capture_output=True, check=False,
        )
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"not UTF-8", done.stderr)
        self.assertFalse((self.folder / "mine.toml").exists())

    def test_a_file_is_never_overwritten_unasked(self) -> None:
        before = self.read("ferry.toml")
        self.assertIn("--force", self.complaint("new", "ferry.toml"))
        self.assertEqual(self.read("ferry.toml"), before)
        self.run_program("new", "ferry.toml", "--force")
        self.assertNotEqual(self.read("ferry.toml"), before)

    def test_the_same_seed_gives_the_same_bytes(self) -> None:
        flags = ("new", "--random", "--parties", "3", "--issues", "5", "--class", "opp")
        self.assertEqual(self.answer(*flags, "--seed", "5"), self.answer(*flags, "--seed", "5"))
        self.assertNotEqual(self.answer(*flags, "--seed", "5"), self.answer(*flags, "--seed", "6"))

    def test_a_random_case_is_never_larger_than_what_is_read(self) -> None:
        flags = ("new", "--random", "--parties", "128", "--issues", "512")
        self.assertIn("4,000,000", self.complaint(*flags, "--options", "4096"))
        large = ("new", "--random", "--parties", "20", "--issues", "500", "--options", "400")
        self.assertIn("16777216", self.complaint(*large, "large.toml"))
        self.assertFalse((self.folder / "large.toml").exists())

    def test_planted_cases_have_the_planted_answer(self) -> None:
        sizes = ("--parties", "3", "--issues", "6", "--options", "3")
        for answer, code in (("yes", 0), ("no", 10)):
            self.answer("new", "--random", "-q", *sizes, "--plant", answer, f"{answer}.toml")
            done = self.run_program("check", f"{answer}.toml", "--exit-code")
            self.assertEqual(done.code, code)


class Rename(ProgramTest):
    """Ids change, nothing else does."""

    def test_comments_and_layout_stay(self) -> None:
        before = self.read("ferry.toml")
        self.run_program("rename", "ferry.toml", "issue.boat.hired", "company")
        after = self.read("ferry.toml")
        self.assertEqual(after, before.replace("hired =", "company =").replace(
            '"hired"', '"company"').replace("stance.west.hired", "stance.west.company"))
        self.assertIn("# a number", after)

    def test_there_and_back_gives_the_same_bytes(self) -> None:
        before = self.read("ferry.toml")
        for old, new in (("party.west", "mainland"), ("said.s1", "first"), ("draft.spring", "d1"),
                         ("issue.fare", "price"), ("limit.west-cheap", "l1"),
                         ("alternative.ceiling", "c"), ("source.gazette", "g"),
                         ("person.mayor", "p"), ("rule.daily-boat", "r")):
            self.run_program("rename", "ferry.toml", old, new)
            self.assertNotEqual(self.read("ferry.toml"), before, old)
            kind, _, name = old.partition(".")
            self.run_program("rename", "ferry.toml", f"{kind}.{new}", name)
            self.assertEqual(self.read("ferry.toml"), before, old)

    def test_layers_change_together(self) -> None:
        done = self.run_program(
            "rename", "ferry.toml", "ferry-private.toml", "party.west", "mainland")
        self.assertEqual(done.code, 0, done.err)
        self.assertNotIn("west", self.read("ferry-private.toml"))
        self.answer("lint", "ferry.toml", "ferry-private.toml")

    def test_the_answer_stays_the_same(self) -> None:
        before = json.loads(self.answer("check", "ferry.toml", "--format", "json"))
        self.run_program("rename", "ferry.toml", "issue.boat", "vessel")
        after = json.loads(self.answer("check", "ferry.toml", "--format", "json"))
        self.assertEqual(before["verdict"], after["verdict"])

    def test_a_wrong_case_is_left_alone(self) -> None:
        before = self.read("broken.toml")
        self.complaint("rename", "broken.toml", "party.west", "x")
        self.assertEqual(self.read("broken.toml"), before)

    def test_an_id_that_no_reader_takes_is_refused(self) -> None:
        before = self.read("ferry.toml")
        self.assertIn("1 to 64", self.complaint("rename", "ferry.toml", "party.west", 65 * "x"))
        self.assertEqual(self.read("ferry.toml"), before)

    def test_json_files_can_be_renamed_too(self) -> None:
        self.answer("convert", "ferry.toml", "ferry.json", "-q")
        self.run_program("rename", "ferry.json", "party.west", "mainland")
        self.assertIn("mainland", self.answer("convert", "ferry.json", "--to", "toml"))


class SaidAdd(ProgramTest):
    """Statements from flags."""

    FLAGS = ("--who", "clerk", "--source", "Radio", "--claim", "yes")

    def test_every_byte_before_it_stays(self) -> None:
        before = self.read("ferry.toml")
        done = self.run_program("said", "add", "ferry.toml", *self.FLAGS,
                                "--supports", "issue.boat.stance.east,issue.boat.weight.east",
                                "--judgement", "east=accepts spring", "--about", "east",
                                "--judgement", "east=prefers spring to summer")
        self.assertEqual(done.code, 0, done.err)
        after = self.read("ferry.toml")
        self.assertTrue(after.startswith(before))
        self.assertIn('id = "s4"', after[len(before):])
        self.assertIn('"accepts spring", "prefers spring to summer"', after[len(before):])
        shown = json.loads(self.answer("show", "ferry.toml", "--format", "json"))
        boat = shown["issues"][1]["parties"]["east"]
        self.assertEqual(boat["weight"]["basis"], "reported")
        self.assertEqual(boat["stances"]["hired"]["basis"], "reported")

    def test_a_json_case_takes_one_too(self) -> None:
        self.answer("convert", "ferry.toml", "ferry.json", "-q")
        self.assertEqual(self.run_program("said", "add", "ferry.json", *self.FLAGS).code, 0)
        self.assertIn("clerk", self.answer("show", "ferry.json", "-v"))

    def test_the_last_layer_gets_it(self) -> None:
        before = self.read("ferry.toml")
        self.run_program("said", "add", "ferry.toml", "ferry-private.toml", *self.FLAGS)
        self.assertEqual(self.read("ferry.toml"), before)
        self.assertIn("clerk", self.read("ferry-private.toml"))

    def test_nothing_is_written_where_something_is_wrong(self) -> None:
        before = self.read("ferry.toml")
        said = self.complaint("said", "add", "ferry.toml", *self.FLAGS, "--speaks-for", "wst",
                              "--supports", "issue.boat.stance.east.wst")
        self.assertIn("did you mean `west`?", said)
        self.assertIn("2 problems", said)
        said = self.complaint("said", "add", "ferry.toml", *self.FLAGS, "--relays", "s99")
        self.assertIn("s99", said)
        said = self.complaint("said", "add", "ferry.toml", *self.FLAGS, "--id", "s1")
        self.assertIn("s1", said)
        self.assertEqual(self.read("ferry.toml"), before)

    def test_a_list_of_statements_is_not_broken(self) -> None:
        case = self.read("ferry.toml")
        self.write("list.toml", case[:case.index("[[said]]")].replace(
            "as_of = 2026-05-01\n",
            'as_of = 2026-05-01\nsaid = [{ id = "s1", who = "a", source = "b", claim = "c" }]\n'))
        self.answer("lint", "list.toml")
        self.assertIn("[[said]]", self.complaint("said", "add", "list.toml", *self.FLAGS))

    def test_a_file_with_the_line_ends_of_windows_keeps_them(self) -> None:
        before = self.read("ferry.toml").replace("\n", "\r\n").encode()
        (self.folder / "ferry.toml").write_bytes(before)
        self.assertEqual(self.run_program("said", "add", "ferry.toml", *self.FLAGS).code, 0)
        after = (self.folder / "ferry.toml").read_bytes()
        self.assertTrue(after.startswith(before))
        self.assertEqual(after.count(b"\n"), after.count(b"\r\n"))

    def test_none_of_many_at_once_is_lost_silently(self) -> None:
        before = self.read("ferry.toml").count("[[said]]")
        running = [
            subprocess.Popen(
                [str(PROGRAM), "said", "add", "ferry.toml", *self.FLAGS], cwd=self.folder,
                env=environment(), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
            )
            for _ in range(20)
        ]
        said = [process.communicate(timeout=120)[1].decode() for process in running]
        added = [text for text in said if text.startswith("added")]
        for text in said:
            self.assertRegex(text, "^added|run the command again")
        self.assertEqual(self.read("ferry.toml").count("[[said]]"), before + len(added))

    def test_what_is_missing_is_named(self) -> None:
        said = self.complaint("said", "add", "ferry.toml", "--claim", "x")
        self.assertIn("--who or --person is missing", said)
        self.assertIn("--source is missing", said)


if __name__ == "__main__":
    unittest.main()
