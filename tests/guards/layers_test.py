"""tools/checks/layers.py refuses includes against the table."""

import shutil
import unittest

from sample import ROOT, GuardTest


class Layers(GuardTest):
    check = "layers.py"

    def setUp(self) -> None:
        super().setUp()
        (self.folder / "tools").mkdir()
        shutil.copy(ROOT / "tools/layers.txt", self.folder / "tools/layers.txt")

    def test_arrows_that_follow_the_table_pass(self) -> None:
        self.write("src/unbracket/base/a.hpp", "#include <vector>\n")
        self.write("src/unbracket/model/b.hpp", '#include "unbracket/base/a.hpp"\n')
        self.write("src/unbracket/model/b_test.cpp", "#include <gtest/gtest.h>\n")
        self.write("src/unbracket/io/c.cpp", "#include <sys/stat.h>\n")
        self.passes()

    def test_fronts_include_each_other_one_way(self) -> None:
        self.write("web/engine/a.cpp", '#include "web/engine/a.hpp"\n#include "cli/b.hpp"\n')
        self.write("cli/b.cpp", '#include "cli/b.hpp"\n#include "unbracket/unbracket.hpp"\n')
        self.passes()
        self.write("cli/c.cpp", '#include "web/engine/a.hpp"\n')
        self.refuses("cli must not include web/engine")

    def test_an_arrow_upwards_is_refused(self) -> None:
        self.write("src/unbracket/base/a.hpp", '#include "unbracket/model/b.hpp"\n')
        self.refuses("base must not include model")

    def test_siblings_do_not_include_each_other(self) -> None:
        self.write("src/unbracket/zone/a.hpp", '#include "unbracket/frontier/b.hpp"\n')
        self.refuses("zone must not include frontier")

    def test_the_checker_does_not_include_the_engine(self) -> None:
        self.write(
            "src/unbracket/zone/certificate/a.cpp", '#include "unbracket/search/b.hpp"\n'
        )
        self.refuses("zone/certificate must not include search")

    def test_the_checker_does_not_include_its_neighbour(self) -> None:
        self.write("src/unbracket/zone/certificate/a.cpp", '#include "unbracket/zone/b.hpp"\n')
        self.refuses("zone/certificate must not include zone")

    def test_the_network_stays_out_of_the_core(self) -> None:
        self.write("src/unbracket/base/a.cpp", "#include <sys/socket.h>\n")
        self.refuses("base must not include <sys/socket.h>")

    def test_the_model_knows_no_json(self) -> None:
        self.write("src/unbracket/model/a.cpp", "#include <nlohmann/json.hpp>\n")
        self.refuses("model must not include <nlohmann/json.hpp>")

    def test_an_include_in_a_comment_is_no_include(self) -> None:
        self.write("src/unbracket/base/a.cpp", "/*\n#include <sys/socket.h>\n*/\n")
        self.passes()

    def test_a_path_beside_the_include_root_is_refused(self) -> None:
        self.write("src/unbracket/base/a.cpp", '#include "a.hpp"\n')
        self.refuses("include root")

    def test_a_folder_that_the_table_does_not_know_is_refused(self) -> None:
        self.write("src/unbracket/magic/a.cpp", "#include <vector>\n")
        self.refuses("magic is not in tools/layers.txt")

    def test_a_table_with_a_cycle_is_refused(self) -> None:
        self.write("tools/layers.txt", "base: model\nmodel: base\n")
        self.refuses("cycle")

    def test_modules_that_really_include_each_other_are_refused(self) -> None:
        self.write("src/unbracket/base/a.hpp", '#include "unbracket/model/b.hpp"\n')
        self.write("src/unbracket/model/b.hpp", '#include "unbracket/base/a.hpp"\n')
        self.refuses("modules include each other: base model")


if __name__ == "__main__":
    unittest.main()
