"""tools/checks/citations.py refuses sources without a known key and pages without maturity."""

import unittest

from sample import GuardTest

IDEA = "// Finds things.\n// Looks everywhere.\n// Stops when found.\n//\n"
ESSAY = IDEA + "// Source: Nash (1950), The bargaining problem, section 2 [%s]\n"
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

    def test_an_algorithm_file_without_essay_is_refused(self) -> None:
        self.write("src/unbracket/zone/claim.cpp", '#include "a.hpp"\n\nnamespace unbracket {}\n')
        self.refuses("begins with 5 to 20 lines on its idea, not 0")

    def test_an_essay_behind_the_namespace_does_not_count(self) -> None:
        self.write("src/unbracket/zone/claim.cpp", "namespace unbracket {\n" + ESSAY % "nash1950" + "}\n")
        self.refuses("begins with 5 to 20 lines on its idea, not 0")

    def test_an_essay_without_source_is_refused(self) -> None:
        self.write("src/unbracket/zone/claim.cpp", IDEA + "// Always right.\n")
        self.refuses("names its source")

    def test_an_endless_essay_is_refused(self) -> None:
        self.write("src/unbracket/zone/claim.cpp", 16 * "// More.\n" + ESSAY % "nash1950")
        self.refuses("begins with 5 to 20 lines on its idea, not 21")

    def test_files_without_an_algorithm_need_no_essay(self) -> None:
        self.write("src/unbracket/robust/lint_limits.cpp", "namespace unbracket {}\n")
        self.write("src/unbracket/search/find_choice_test.cpp", "namespace unbracket {}\n")
        self.passes()

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
