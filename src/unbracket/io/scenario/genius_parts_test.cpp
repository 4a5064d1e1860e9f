// Parts of Genius files that nobody reads: what would change a verdict is refused, what Genius
// writes beside it is passed over.

#include "unbracket/io/scenario/genius_parts.hpp"
#include "unbracket/io/scenario/parse.hpp"

#include "tests/support/text.hpp"

#include <gtest/gtest.h>

namespace unbracket::genius {
namespace {

using testing::holds;

const std::string sample = R"(<utility_space type="any" number_of_issues="2">
  <objective index="0" name="Trade" type="objective">
    <weight index="1" value="0.4"/>
    <weight index="2" value="0.6"/>
    <issue index="1" name="Delivery" vtype="discrete">
      <item index="1" value="week" evaluation="3"/>
      <item index="2" value="month" evaluation="1"/>
    </issue>
    <issue index="2" name="Price" type="integer">
      <range lowerbound="8" upperbound="14"/>
      <evaluator ftype="linear" offset="1" slope="-0.15"/>
    </issue>
  </objective>
  <discount_factor value="0.75"/>
  <reservation value="0.5"/>
</utility_space>
)";

struct Read {
    Space space;
    Diagnostics problems;
    Diagnostics oddities;
};

Read read(const std::string& text) {
    const Result<Node> root = parse_scenario_file(text, "f.xml");
    EXPECT_TRUE(root.ok()) << text;
    Read result;
    result.space = read_space(root.value(), result.problems, result.oddities);
    return result;
}

/// The sample with a part of it replaced.
std::string sample_with(const std::string& part, const std::string& instead) {
    std::string text = sample;
    return text.replace(text.find(part), part.size(), instead);
}

/// Of that sample: what is wrong, each with its line and its hint.
std::string told_of(const std::string& part, const std::string& instead) {
    std::string all;
    const Read result = read(sample_with(part, instead));
    for (const Diagnostic& problem : result.problems) {
        all +=
            std::to_string(problem.where.line) + ": " + problem.what + "; " + problem.hint + "\n";
    }
    return all;
}

TEST(GeniusReservations, AreNeverPassedOver) {
    const std::string element = "<reservation value=\"0.5\"/>";
    const std::string write = "write <reservation value=\"0.5\"/>, with the number that is meant\n";
    for (const std::string instead :
         {"<reservation>0.5</reservation>", "<reservation values=\"0.5\"/>", "<reservation/>",
          "<reservation value=\"0.5\"/><reservation/>"}) {
        EXPECT_EQ(told_of(element, instead), "15: <reservation> has no `value`; " + write)
            << instead;
    }
    for (const std::string name : {"resevation", "Reservation", "reservations"}) {
        EXPECT_EQ(told_of(element, "<" + name + " value=\"0.5\"/>"),
                  "15: <" + name +
                      "> in <utility_space> is not read; did you mean `reservation`?\n");
    }
    EXPECT_EQ(told_of(element, "<reserved value=\"0.5\"/>").substr(0, 44),
              "15: <reserved> in <utility_space> is not rea");
    EXPECT_EQ(told_of("  </objective>", "  " + element + "</objective>"),
              "13: <reservation> in <objective> is not read; Genius has it directly in "
              "<utility_space>\n");
    EXPECT_EQ(told_of("type=\"any\"", "type=\"any\" reservation=\"0.5\""),
              "1: <utility_space> has an attribute `reservation`, which is not read; write "
              "<reservation value=\"...\"/> into <utility_space>\n");
    EXPECT_EQ(told_of("<discount_factor value=\"0.75\"/>", "<discount_factor/>").substr(0, 42),
              "14: <discount_factor> has no `value`; writ");
}

TEST(GeniusElements, ThatNobodyReadsAreRefused) {
    EXPECT_EQ(told_of("<discount_factor value", "<discount value").substr(0, 49),
              "14: <discount> in <utility_space> is not read; kn");
    const std::string spelt = told_of("<item index=\"2\" ", "<itm index=\"2\" ");
    EXPECT_EQ(spelt, "7: <itm> in <issue> is not read; did you mean `item`?\n");
    EXPECT_TRUE(holds(told_of("<weight index=\"2\"", "<wieght index=\"2\""),
                      "4: <wieght> in <objective> is not read; did you mean `weight`?\n"));
    EXPECT_EQ(told_of("slope=\"-0.15\"", "parameter0=\"1\" parametr1=\"-0.15\" slope=\"-0.15\""),
              "11: <evaluator> has an attribute `parametr1`, which is not read; did you mean "
              "`parameter1`?\n");
}

TEST(GeniusElements, OfTrialsAndOfSimilarityArePassedOver) {
    const Read more =
        read(sample_with("  <reservation", R"(<comparisons>10</comparisons><errors>0</errors>
        <experimental>false</experimental><elicitation_cost>0.1</elicitation_cost><fixed_seed/>
        <reservation description="none" )"));
    ASSERT_TRUE(more.problems.empty()) << more.problems.front().what;
    EXPECT_EQ(more.space.reservation, Rational(1, 2));
    const Read blocks = read(sample_with("</objective>", R"(<similarity_function><item/>
        </similarity_function><criteria_function weight="3"/></objective>)"));
    ASSERT_TRUE(blocks.problems.empty()) << blocks.problems.front().what;
    EXPECT_EQ(blocks.space.issues.size(), 2U);
    const Read domain = read(R"(<negotiation_template><utility_space><notes/><objective index="0">
        <issue index="1" name="x"><item value="a"/><cost/></issue></objective></utility_space>
        </negotiation_template>)");
    EXPECT_TRUE(domain.problems.empty()) << "a domain says nothing about worth";
}

} // namespace
} // namespace unbracket::genius
