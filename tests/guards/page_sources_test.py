"""tools/checks/page_sources.py tells when the page of the report is older than its sources."""

import sys
import unittest

from sample import ROOT, GuardTest

sys.path.insert(0, str(ROOT / "tools/checks"))
from page_sources import sources_text  # noqa: E402


class PageSources(GuardTest):
    check = "page_sources.py"

    def setUp(self) -> None:
        super().setUp()
        self.write("src/unbracket/base/a.cpp", "int a;\n")
        self.write("web/page/src/b.ts", "let b;\n")

    def test_a_page_that_was_never_made_is_told(self) -> None:
        self.refuses("the sources of its engine have changed")
        self.refuses("the sources of its page have changed")

    def test_a_page_of_these_sources_passes_until_one_changes(self) -> None:
        self.write("web/asset/sources", sources_text(self.folder))
        self.passes()
        self.write("src/unbracket/base/a_test.cpp", "int test;\n")
        self.passes()
        self.write("src/unbracket/base/a.cpp", "int b;\n")
        self.refuses("the sources of its engine have changed")

    def test_a_page_that_was_changed_by_hand_is_told(self) -> None:
        self.write("web/asset/page.html", "<p>made</p>\n")
        self.write("web/asset/sources", sources_text(self.folder))
        self.passes()
        self.write("web/asset/page.html", "<p>edited</p>\n")
        self.refuses("the page is not the one that was made")

    def test_what_no_page_has_asks_for_nothing(self) -> None:
        self.write("cli/help.cpp", "int help;\n")
        self.write("cli/verb_check.cpp", "int check;\n")
        self.write("web/asset/sources", sources_text(self.folder))
        self.write("cli/help.cpp", "int other;\n")
        self.passes()
        self.write("cli/verb_check.cpp", "int other;\n")
        self.refuses("the sources of its engine have changed")

    def test_a_page_of_other_sources_is_told(self) -> None:
        self.write("web/asset/sources", f"engine {'0' * 64}\npage {'0' * 64}\ntools {'0' * 64}\n")
        self.refuses("run tools/page")


if __name__ == "__main__":
    unittest.main()
