"""tools/checks/engine_flags.py refuses engine sources compiled with exceptions or fast math."""

import json
import unittest

from sample import GuardTest

RULES = "-fno-exceptions -fno-rtti -ffp-contract=off"


class EngineFlags(GuardTest):
    check = "engine_flags.py"

    def commands(self, path: str, flags: str) -> str:
        entry = {"file": str(self.folder / path), "command": f"c++ {flags} -c {path}"}
        self.write("out/compile_commands.json", json.dumps([entry]))
        return str(self.folder / "out")

    def test_the_rules_pass(self) -> None:
        self.passes(self.commands("src/unbracket/search/a.cpp", RULES))

    def test_a_missing_rule_is_refused(self) -> None:
        for flag in RULES.split():
            with self.subTest(flag):
                build = self.commands("src/unbracket/search/a.cpp", RULES.replace(flag, ""))
                self.refuses(f"without {flag}", build)

    def test_tests_and_fronts_may_have_exceptions(self) -> None:
        self.passes(self.commands("src/unbracket/search/a_test.cpp", ""))
        self.passes(self.commands("cli/a.cpp", ""))

    def test_fast_math_is_refused_everywhere(self) -> None:
        self.refuses("-ffast-math", self.commands("cli/a.cpp", "-ffast-math"))


if __name__ == "__main__":
    unittest.main()
