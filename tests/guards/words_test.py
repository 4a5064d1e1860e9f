"""tools/checks/words.py refuses paths of one machine and notes to oneself."""

import unittest

from sample import GuardTest


class Words(GuardTest):
    check = "words.py"

    def test_ordinary_text_passes(self) -> None:
        self.write("README.md", "The parties work/rest in turns; a todo list; /usr/bin/env.\n")
        self.passes()

    def test_paths_of_one_machine_are_refused(self) -> None:
        for path in ("/wor" + "k/main/a.cpp", "/ho" + "me/kim/a.cpp", "/ro" + "ot/.cache/a"):
            with self.subTest(path):
                self.write("README.md", f"see {path}\n")
                self.refuses("a path of one machine")

    def test_notes_to_oneself_are_refused(self) -> None:
        self.write("src/a.cpp", "int a; // TO" + "DO: b\n")
        self.refuses("finish it")

    def test_a_registry_host_is_refused(self) -> None:
        self.write("docs/a.md", "from https://py" + "pi.org/simple\n")
        self.refuses("package registry")

    def test_a_path_outside_of_the_project_is_refused(self) -> None:
        self.write("docs/a.md", "see ../shar" + "ed/design.md\n")
        self.refuses("outside of the project")


if __name__ == "__main__":
    unittest.main()
