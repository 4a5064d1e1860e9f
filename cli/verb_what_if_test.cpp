#include "unbracket/unbracket.hpp"

#include "cli/program.hpp"
#include "tests/run_in_folder.hpp"

#include <gtest/gtest.h>

namespace unbracket::cli {
namespace {

using testing::holds;
class WhatIfVerb : public testing::RunInFolder {};

TEST_F(WhatIfVerb, ComparesTheCaseWithItselfUnderChanges) {
    const std::string text =
        answer({"what-if", "ferry.toml", "--width", "120", "--case",
                "dear: set fallback.east=95; set fallback.west=95", "--case", "without s2"});
    EXPECT_TRUE(holds(text, "1 of 2 what-ifs changes that: dear: no agreement."));
    EXPECT_TRUE(holds(text, "as it is "));
    EXPECT_TRUE(holds(text, "fallback.east: 30..45 -> 95"));
    EXPECT_TRUE(holds(text, "- without s2: "));
}

TEST_F(WhatIfVerb, SaysTheSameAsCheckWithTheFlags) {
    const std::string table = answer({"what-if", "ferry.toml", "--format", "csv", "--case",
                                      "a: as-of 2026-03-01; without s1", "--case",
                                      "b: set issue.winter.stance.east.none=[10, 20]"});
    EXPECT_TRUE(holds(table, "\na,as-of 2026-03-01; without s1,depends,"));
    const std::string json = answer(
        {"check", "ferry.toml", "--format", "json", "--as-of", "2026-03-01", "--without", "s1"});
    const std::string digest = json.substr(json.find("\"digest\""), 80);
    EXPECT_TRUE(holds(answer({"what-if", "ferry.toml", "--format", "json", "--case",
                              "a: as-of 2026-03-01; without s1"}),
                      digest));
}

TEST_F(WhatIfVerb, ChangesWhoIsAtTheTableAndWhatLiesOnIt) {
    const std::string table = answer(
        {"what-if", "ferry.toml", "--format", "md", "--case", "role pilots=signatory+guarantor",
         "--case", "open fare", "--case", "leave-out boat", "--case", "layer ferry-private.toml"});
    for (const char* row : {"| role pilots=signatory+guarantor |", "| open fare |",
                            "| leave-out boat |", "| layer ferry-private.toml |"}) {
        EXPECT_TRUE(holds(table, row)) << row;
    }
}

TEST_F(WhatIfVerb, QuotesNothingOfAFileToAnAudienceThatIsNoCase) {
    folder_.put("open.toml", "unbracket = 1\nparty.a = { name = \"hidden\"\n");
    const std::string kept = "--view: the file is no valid case";
    const std::string said =
        complaint({"what-if", "open.toml", "--view", "public", "--case", "a: as-of 2026-01-01"});
    EXPECT_TRUE(holds(said, kept)) << said;
    const std::string layered =
        complaint({"what-if", "ferry.toml", "--view", "public", "--case", "a: layer open.toml"});
    EXPECT_TRUE(holds(layered, "the file is no valid case")) << layered;
    EXPECT_FALSE(holds(layered, "open.toml:2")) << layered;
}

TEST_F(WhatIfVerb, NamesEveryProblemOfEveryWhatIf) {
    const std::string told = complaint({"what-if", "ferry.toml", "--case", "a: sett x=1", "--case",
                                        "b: as-of soon", "--case", "c: set fallback.est=1",
                                        "--case", "d: role pilots", "--case", "e: ;"});
    for (const char* text :
         {"--case a: `sett x=1` is no change of a case; did you mean `set`?",
          "--case b: `soon` is not a date", "fallback.est",
          "--case d: `pilots` has no name and value", "changes nothing", "5 problems"}) {
        EXPECT_TRUE(holds(told, text)) << text << "\n" << told;
    }
    EXPECT_TRUE(holds(complaint({"what-if", "ferry.toml"}), "no what-if to compare with"));
}

} // namespace
} // namespace unbracket::cli
