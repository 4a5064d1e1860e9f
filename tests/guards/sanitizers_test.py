"""In the sanitize preset, programs with deliberate faults must die of them."""

import os
import subprocess
import unittest

ON = os.environ.get("UNBRACKET_SANITIZE") == "ON"
FOLDER = os.environ.get("UNBRACKET_FAULTS", "")


@unittest.skipUnless(ON, "this preset has no sanitizers")
class SanitizersAreOn(unittest.TestCase):
    def dies_saying(self, program: str, words: str) -> None:
        result = subprocess.run(
            [os.path.join(FOLDER, program)], capture_output=True, text=True, check=False
        )
        self.assertNotEqual(result.returncode, 0, result.stdout)
        self.assertNotIn("alive", result.stdout)
        self.assertIn(words, result.stderr)

    def test_a_read_beyond_the_end_is_caught(self) -> None:
        self.dies_saying("unbracket_fault_out_of_bounds", "heap-buffer-overflow")

    def test_a_signed_overflow_is_caught(self) -> None:
        self.dies_saying("unbracket_fault_signed_overflow", "signed integer overflow")

    def test_a_leak_is_caught(self) -> None:
        self.dies_saying("unbracket_fault_leak", "LeakSanitizer")


if __name__ == "__main__":
    unittest.main()
