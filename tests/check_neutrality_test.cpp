#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/golden.hpp"
#include "tests/label_swap.hpp"
#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// Who is called what, and who is named first, must not matter: a case with two parties' labels
// swapped gives the screen with the labels swapped, and one with the order of its parties turned
// round says the same words.

namespace unbracket {

namespace {

using testing::golden_inputs;
using testing::swap_labels;
using testing::with_labels_swapped;
using testing::words_of;

LoadedCase loaded_from(Node document) {
    Result<LoadedCase> loaded = load_case(std::move(document));
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : to_string(loaded.problems().front()));
    return std::move(loaded).value();
}

std::string screen(const LoadedCase& loaded) {
    constexpr std::size_t endless = 100'000;
    return check_text(loaded, check(loaded), {.width = endless});
}

Node document_of(const std::string& file) {
    return std::move(open_document({file})).value();
}

} // namespace

TEST(CheckScreen, SwapsTheLabelsWhenTheCaseDoesAndNothingElse) {
    for (const std::string& file : golden_inputs("check", ".toml")) {
        Node document = document_of(file);
        const std::string before = screen(loaded_from(document));
        swap_labels(document);
        EXPECT_EQ(screen(loaded_from(document)), with_labels_swapped(before)) << file;
    }
}

TEST(CheckScreen, SaysTheSameWordsWhicheverPartyStandsFirst) {
    for (const std::string& file : golden_inputs("check", ".toml")) {
        Node document = document_of(file);
        const std::string before = screen(loaded_from(document));
        std::vector<Node::Member>& parties = document.find("party")->members;
        std::reverse(parties.begin(), parties.end());
        EXPECT_EQ(words_of(screen(loaded_from(document))), words_of(before)) << file;
    }
}

TEST(CheckScreen, SwapsLabelsInRandomCases) {
    constexpr std::size_t most_cases = 500;
    for (std::size_t index = 0; index < testing::shared_count(most_cases); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("CheckScreen.SwapsLabelsInRandomCases"));
        Random random(testing::suite_seed() * 1'000'003 + index);
        Node document = testing::random_case_document(random);
        const std::string first = document.find("party")->members[0].key;
        const std::string second = document.find("party")->members[1].key;
        document = with_renamed(document, "party." + first, "alta").value();
        document = with_renamed(document, "party." + second, "bera").value();
        const std::string before = screen(loaded_from(document));
        swap_labels(document);
        ASSERT_EQ(screen(loaded_from(document)), with_labels_swapped(before));
    }
}

} // namespace unbracket
