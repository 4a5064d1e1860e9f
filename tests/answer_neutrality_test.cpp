#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"

#include "tests/golden.hpp"
#include "tests/label_swap.hpp"
#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// What why, bridge and frontier answer must not depend on who is called what or who is named first.
// Two labels swapped in the case are two labels swapped in the answer, and nothing else; parties in
// another order are told with the same words.

namespace unbracket {

namespace {

using testing::swap_labels;
using testing::with_labels_swapped;
using testing::words_of;

constexpr ScreenOptions endless = {.width = 100'000, .lists = Lists::full};

/// Both forms of an answer: the screen, and the data with exact numbers.
struct Told {
    std::string screen;
    std::string data;
    std::string both() const { return screen + data; }
};

/// Without braces and quotation marks.
std::vector<std::string> plain_words(std::string text) {
    constexpr std::string_view marks = "{}[]\"";
    std::replace_if(
        text.begin(), text.end(),
        [&](char byte) { return marks.find(byte) != std::string_view::npos; }, ' ');
    return words_of(std::move(text));
}

/// The words that stand in one only; empty where none does.
std::string different_words(const std::string& one, const std::string& other) {
    const std::vector<std::string> first = plain_words(one), second = plain_words(other);
    std::vector<std::string> different;
    std::set_symmetric_difference(first.begin(), first.end(), second.begin(), second.end(),
                                  std::back_inserter(different));
    std::string all;
    for (const std::string& word : different) {
        all += word + " ";
    }
    return all;
}

std::string text_of(Node answer) {
    std::erase_if(answer.members, [](const auto& member) { return member.key == "digest"; });
    return json_text(answer);
}

constexpr JsonOptions exact = {.numbers = JsonNumbers::exact};

Told told_by_why(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const WhyResult result = why(loaded, {.wants_all = true});
    return {why_text(loaded, result, endless, Detail::full), text_of(why_json(loaded, result))};
}

Told told_by_bridge(const LoadedCase& loaded, const std::string& curve_of) {
    BridgesOptions options{.sums = PointSums::wanted};
    const Result<PartyId> party = curve_party_named(loaded.negotiation, curve_of);
    if (party && loaded.negotiation.agreement.counted.size() > 1) {
        options.curve_of = party.value();
    }
    const BridgesResult result = find_all_bridges(loaded, options);
    return {bridge_text(loaded, result, endless), text_of(bridge_json(loaded, result, exact))};
}

Told told_by_frontier(const LoadedCase& loaded, const std::string& /*curve_of*/) {
    const Result<EfficientOutcomes> found = efficient_outcomes(loaded);
    if (!found) {
        return {to_string(found.problems().front()), ""};
    }
    return {frontier_text(loaded.negotiation, found.value(), std::nullopt, endless),
            text_of(frontier_json(loaded.negotiation, found.value(), exact))};
}

struct TellingVerb {
    std::string name;
    Told (*told)(const LoadedCase&, const std::string&);
};
const std::vector<TellingVerb> verbs = {
    {"why", told_by_why}, {"bridge", told_by_bridge}, {"frontier", told_by_frontier}};

LoadedCase loaded_from(Node document) {
    Result<LoadedCase> loaded = load_case(std::move(document));
    EXPECT_TRUE(loaded.ok()) << (loaded ? "" : to_string(loaded.problems().front()));
    return std::move(loaded).value();
}

Node document_of(const std::string& file) {
    return std::move(open_document({file})).value();
}

Node random_document(Random& random) {
    Node document = testing::random_case_document(random, {.most_outcomes = 64});
    const std::string first = document.find("party")->members[0].key;
    const std::string second = document.find("party")->members[1].key;
    document = with_renamed(document, "party." + first, "alta").value();
    return with_renamed(document, "party." + second, "bera").value();
}

void expect_swapped(Node document, const std::string& name) {
    const LoadedCase before = loaded_from(document);
    swap_labels(document);
    const LoadedCase after = loaded_from(std::move(document));
    for (const TellingVerb& verb : verbs) {
        EXPECT_EQ(verb.told(after, "bera").both(),
                  with_labels_swapped(verb.told(before, "alta").both()))
            << verb.name << " of " << name;
    }
}

void expect_same_words(Node document, const std::string& name) {
    const LoadedCase before = loaded_from(document);
    std::vector<Node::Member>& parties = document.find("party")->members;
    std::reverse(parties.begin(), parties.end());
    const LoadedCase after = loaded_from(std::move(document));
    for (const TellingVerb& verb : verbs) {
        EXPECT_EQ(
            different_words(verb.told(after, "alta").both(), verb.told(before, "alta").both()), "")
            << verb.name << " of " << name;
    }
}

} // namespace

TEST(AnswerNeutrality, SwapsTheLabelsWhenTheCaseDoesAndNothingElse) {
    for (const std::string& file : testing::golden_inputs("check", ".toml")) {
        expect_swapped(document_of(file), file);
    }
}

TEST(AnswerNeutrality, SaysTheSameWordsWhicheverPartyStandsFirst) {
    for (const std::string& file : testing::golden_inputs("check", ".toml")) {
        expect_same_words(document_of(file), file);
    }
}

TEST(AnswerNeutrality, SwapsLabelsInRandomCases) {
    for (std::uint64_t index = 0; index < testing::shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AnswerNeutrality.SwapsLabelsInRandomCases"));
        Random random(testing::suite_seed() * 1'000'211 + index);
        const Node document = random_document(random);
        expect_swapped(document, "a random case");
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

TEST(AnswerNeutrality, SaysTheSameWordsOfRandomCases) {
    for (std::uint64_t index = 0; index < testing::shared_count(1'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " +
                     testing::repeat_command("AnswerNeutrality.SaysTheSameWordsOfRandomCases"));
        Random random(testing::suite_seed() * 1'000'213 + index);
        const Node document = random_document(random);
        expect_same_words(document, "a random case");
        ASSERT_FALSE(HasFailure()) << canonical_text(document);
    }
}

} // namespace unbracket
