#include "unbracket/base/odometer.hpp"
#include "unbracket/base/random.hpp"
#include "unbracket/robust/open_draft.hpp"

#include "tests/random_cases.hpp"

#include <gtest/gtest.h>

// Whether some content of a text is accepted, by search and by looking at each of its contents, on
// random small cases with every kind of entry: the same in each of the same readings.

namespace unbracket {
namespace {

/// One to all options of each issue, by the digest of the case.
std::vector<DraftSetting> open_contents(const Case& whole) {
    Random random(std::stoull(whole.digest.substr(0, 15), nullptr, 16));
    std::vector<DraftSetting> contents;
    for (const Issue& issue : whole.issues) {
        DraftSetting setting;
        for (std::size_t option = 0; option < issue.options.size(); ++option) {
            if (random.chance(2, 3)) {
                setting.options.emplace_back(option);
            }
        }
        if (setting.options.empty()) {
            const auto last = static_cast<std::int64_t>(issue.options.size()) - 1;
            setting.options.emplace_back(static_cast<std::size_t>(random.between(0, last)));
        }
        contents.push_back(std::move(setting));
    }
    return contents;
}

std::vector<Outcome> completions(const std::vector<DraftSetting>& contents) {
    std::vector<std::size_t> sizes;
    for (const DraftSetting& setting : contents) {
        sizes.push_back(setting.options.size());
    }
    std::vector<Outcome> all;
    Odometer odometer(std::move(sizes));
    do {
        Outcome& outcome = all.emplace_back();
        for (std::size_t at = 0; at < contents.size(); ++at) {
            outcome.push_back(contents[at].options[odometer[at]]);
        }
    } while (odometer.advance());
    return all;
}

TEST(OpenDraft, IsAcceptedWithSomeContentInTheReadingsInWhichOneOfItsContentsIs) {
    std::uint64_t accepted = 0, refused = 0;
    testing::for_each_random_case(
        300, {}, "OpenDraft.IsAcceptedWithSomeContentInTheReadingsInWhichOneOfItsContentsIs",
        [&](const Case& whole) {
            const Appraisal appraisal = appraise(whole);
            const std::vector<DraftSetting> contents = open_contents(whole);
            const SampleOptions options{.samples = 200};
            SampleQuestion question;
            question.contents = {completions(contents)};
            const SampleTally looked = take_sample(whole, appraisal, question, options);
            SampleMemory memory;
            take_sample(whole, appraisal, {}, options, memory);
            const ContentShare searched =
                sample_contents(whole, appraisal, contents, options, memory);
            EXPECT_EQ(searched.readings, looked.readings);
            EXPECT_EQ(searched.some.agreement, looked.contents[0].some.agreement);
            EXPECT_EQ(searched.some.by_party, looked.contents[0].some.by_party);
            accepted += searched.some.agreement;
            refused += searched.readings - searched.some.agreement;
        });
    EXPECT_GT(accepted, 100U);
    EXPECT_GT(refused, 100U);
}

} // namespace
} // namespace unbracket
