#include "unbracket/io/toml_reader.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/entry_ends.hpp"
#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hinges.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/judged_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

// Which single entry settles a verdict where binding judgements and orders of weights tie entries
// together: every number said to be tried is put into the file, and the file is decided as it then
// stands; so are numbers between and beyond the ends.

namespace unbracket {

namespace {

/// The verdict of a file in which one entry is set; `depends` where no file can say so, as of the
/// only weight of a party at 0.
class ChangedFile {
public:
    explicit ChangedFile(const std::string& text)
        : document_(read_toml(text, "random.toml").value()) {}

    VerdictKind with(const std::string& address, const Rational& value) const {
        const std::string number = value.to_fraction_text();
        const bool is_whole = number.find('/') == std::string::npos;
        const auto changed = with_settings(
            document_, {{address, is_whole ? number_node(number) : text_node(number), {}}});
        EXPECT_TRUE(changed.ok()) << to_string(changed.problems().front());
        const auto bound = bind_case(changed.value());
        return bound.ok() ? kind_of(decide(bound.value(), appraise(bound.value())))
                          : VerdictKind::depends;
    }

private:
    Node document_;
};

/// Not a curve's word, which stands at its number; nor an option that may be a red line, since to
/// know its number makes judgements bind that a red line would explain; nor what a missing fallback
/// follows.
bool can_be_set(const Entry& entry, const Appraisal& appraisal) {
    const IssueAppraisal* issue =
        entry.party && entry.issue
            ? &appraisal[as_index(*entry.party)].issues[as_index(*entry.issue)]
            : nullptr;
    const bool is_unknown =
        issue != nullptr && entry.option && issue->options[as_index(*entry.option)].is_unknown;
    const bool moves_fallback =
        entry.party && !appraisal[as_index(*entry.party)].has_fallback_entry;
    return entry.kind != EntryKind::curve_value && !is_unknown && !moves_fallback;
}

/// Whether the same judgements bind with the entry there: not where a weight of 0 makes a draft
/// complete that leaves its issue open.
bool binds_alike(const Case& given, const Appraisal& appraisal, EntryId entry,
                 const Rational& value) {
    const auto& party = given.entry(entry).party;
    const CaseVersion version = with_entry_at(given, entry, value);
    return !party ||
           version.appraisal[as_index(*party)].couplings == appraisal[as_index(*party)].couplings;
}

void expect_inside(const ChangedFile& file, const std::string& address, const Interval& range,
                   bool may_settle) {
    for (const std::int64_t part : {1, 3, 5, 8, 11, 15}) {
        const Rational at = range.low + (range.high - range.low) * Rational(part, 16);
        const VerdictKind verdict = file.with(address, at);
        EXPECT_NE(verdict, VerdictKind::contradiction) << address << " = " << at.to_fraction_text();
        EXPECT_TRUE(may_settle || verdict == VerdictKind::depends)
            << address << " = " << at.to_fraction_text() << ": " << to_text(verdict);
    }
}

void expect_true(const Case& given, const std::string& text, const RestsOn& found) {
    const ChangedFile file(text);
    const Appraisal appraisal = appraise(given);
    for (const EntryId entry : verdict_entries(given, appraisal)) {
        const auto range = range_of_entry(given, appraisal, entry);
        if (!range || range->is_single() || !can_be_set(given.entry(entry), appraisal) ||
            !binds_alike(given, appraisal, entry, range->low) ||
            !binds_alike(given, appraisal, entry, range->high)) {
            continue;
        }
        const std::string& address = given.entry(entry).address;
        SCOPED_TRACE(address);
        const auto hinge = std::find_if(found.hinges.begin(), found.hinges.end(),
                                        [&](const Hinge& each) { return each.entry == entry; });
        const bool is_hinge = hinge != found.hinges.end();
        const Hinge known = is_hinge ? *hinge : Hinge{entry, range, {}, {}};
        EXPECT_EQ(file.with(address, range->low), known.at_low.value_or(VerdictKind::depends));
        EXPECT_EQ(file.with(address, range->high), known.at_high.value_or(VerdictKind::depends));
        if (known.none_at) {
            EXPECT_EQ(file.with(address, *known.none_at), VerdictKind::no_agreement);
        }
        expect_inside(file, address, *range, is_hinge || !found.is_complete);
    }
}

} // namespace

TEST(JudgedHinges, LeadWhereTheyAreSaidToLead) {
    const std::string name = "JudgedHinges.LeadWhereTheyAreSaidToLead";
    int tried = 0;
    for (std::uint64_t index = 0; index < testing::shared_count(2'000); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + testing::repeat_command(name));
        Random random(testing::suite_seed() * 1'000'211 + index);
        std::string text;
        const auto given = testing::random_judged_case(random, text);
        if (!given) {
            continue;
        }
        const Appraisal appraisal = appraise(*given);
        const Verdict verdict = decide(*given, appraisal);
        if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
            SCOPED_TRACE(text);
            expect_true(
                *given, text,
                find_hinges(*given, appraisal, depends->possible_outcome, {}, HingeScope::inside));
            ++tried;
        }
        ASSERT_FALSE(::testing::Test::HasFailure());
    }
    EXPECT_GT(tried, 0);
}

} // namespace unbracket
