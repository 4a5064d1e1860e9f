"""tools/checks/citations.py refuses sources without a known key and pages without maturity."""

import unittest

from sample import GuardTest

ESSAY = "// Finds things.\n//\n// Source: Nash (1950), The bargaining problem, section 2 [%s]\n"
PAGE = "# Nash\n\nSource: Nash (1950) [nash1950]\n\n%s\n"


class Citations(GuardTest):
    check = "citations.py"

    def setUp(self) -> None:
        super().setUp()
        self.write("docs/references.bib", "@article{nash1950,\n  title = {The bargaining problem}\n}\n")

    def test_a_known_key_passes(self) -> None:
        self.write("src/unbracket/frontier/nash.cpp", ESSAY % "nash1950")
        self.write("docs/methods/nash.md", PAGE % "Maturity: cross-checked")
        self.passes()

    def test_an_unknown_key_is_refused(self) -> None:
        self.write("src/unbracket/frontier/nash.cpp", ESSAY % "nash1951")
        self.refuses("[nash1951] is not in docs/references.bib")

    def test_a_source_without_a_key_is_refused(self) -> None:
        self.write("src/unbracket/search/a.cpp", "// Source: Somebody, somewhere\n")
        self.refuses("a source without a [key]")

    def test_a_method_without_source_is_refused(self) -> None:
        self.write("docs/methods/nash.md", "# Nash\n\nMaturity: experimental\n")
        self.refuses("names no source")

    def test_a_method_without_maturity_is_refused(self) -> None:
        self.write("docs/methods/nash.md", PAGE % "")
        self.refuses("Maturity")

    def test_an_invented_maturity_is_refused(self) -> None:
        self.write("docs/methods/nash.md", PAGE % "Maturity: excellent")
        self.refuses("Maturity")

    def test_a_doubled_key_is_refused(self) -> None:
        self.write("docs/references.bib", "@book{a,\n}\n@book{a,\n}\n")
        self.refuses("the key a stands twice")


if __name__ == "__main__":
    unittest.main()
