#include "unbracket/base/random.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/rests_on.hpp"
#include "unbracket/zone/verdict.hpp"

#include "tests/random_case.hpp"
#include "tests/reference/condition.hpp"
#include "tests/reference/reading.hpp"
#include "tests/reference/verdict.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// What is said about a verdict that depends, against the reference: each end of a hinge, put into
// the file, leads where it is said to lead; and in a failing reading nothing is accepted.

namespace unbracket {

namespace {

using testing::repeat_command;
using testing::shared_count;
using testing::suite_seed;

struct Dependent {
    Node document;
    Case whole;
    Appraisal appraisal;
    Verdict verdict;
};

/// Calls `check` for those random cases whose verdict depends.
template <class Check>
void for_dependent_cases(const std::string& test, std::size_t full, const Check& check) {
    for (std::uint64_t index = 0; index < shared_count(full); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(test));
        Random random(suite_seed() * 1'000'099 + index);
        Node document = testing::random_case_document(random, {.most_outcomes = 64});
        Case whole = bind_case(document).value();
        Appraisal appraisal = appraise(whole);
        Verdict verdict = decide(whole, appraisal);
        if (kind_of(verdict) == VerdictKind::depends) {
            check(Dependent{std::move(document), std::move(whole), std::move(appraisal),
                            std::move(verdict)});
        }
        ASSERT_FALSE(::testing::Test::HasFailure()) << "case " << index;
    }
}

std::string reference_verdict(const Node& document) {
    const Result<Case> bound = bind_case(document);
    EXPECT_TRUE(bound.ok()) << to_string(bound.problems().front());
    return std::string(reference::to_text(reference::solve(bound.value()).answer));
}

/// Whether an edit can put a number in the place of the entry; a curve's word stands at its number.
bool can_be_set(const Entry& entry) {
    return entry.kind != EntryKind::curve_value;
}

void expect_leads_to(const Dependent& given, EntryId entry, const Node& end,
                     std::optional<VerdictKind> verdict) {
    const std::string& address = given.whole.entry(entry).address;
    const Setting setting{address, end, {}};
    const Result<Node> changed = with_settings(given.document, {setting});
    ASSERT_TRUE(changed.ok()) << to_string(changed.problems().front());
    EXPECT_EQ(reference_verdict(changed.value()), to_text(verdict.value_or(VerdictKind::depends)))
        << address << " at " << end.text << "\n"
        << canonical_text(given.document);
}

/// The engine's reading of one party in the form of the reference.
reference::Reading as_reference(const Case& whole, const reference::PartyView& view,
                                const PartyReading& found) {
    reference::Reading reading;
    reading.wants_agreement = view.intent == Intent::seeks;
    reading.weights = found.weights;
    if (view.scale == Scale::scores) {
        reading.weights.assign(found.weights.size(), 0); // the engine's 1 says: as entered
    }
    for (std::size_t at = 0; at < view.issues.size(); ++at) {
        reading.red_lines.push_back(view.issues[at].is_red_line);
        reading.values.push_back(found.values[at]);
        reading.values.back().resize(whole.issues[at].options.size());
    }
    for (const auto& [issue, option] : found.red_lines) {
        reading.red_lines[as_index(issue)][as_index(option)] = true;
    }
    reading.bonuses.resize(whole.bonuses.size());
    for (const auto& [at, value] : found.bonuses) {
        reading.bonuses[at] = value;
    }
    reading.losses.resize(whole.risks.size());
    for (const auto& [at, value] : found.losses) {
        reading.losses[at] = value;
    }
    if (found.fallback) {
        reading.fallback = *found.fallback;
    } else {
        reading.fallback = found.fallback_completion;
    }
    return reading;
}

/// Every counted party with its one reading; parties without values keep their limits.
class OneReading {
public:
    OneReading(const Case& whole, const std::vector<PartyReading>& readings) : whole_(whole) {
        for (const PartyId party : whole.agreement.counted) {
            views_.push_back(reference::view_of(whole, party));
            const auto own =
                std::find_if(readings.begin(), readings.end(),
                             [&](const PartyReading& reading) { return reading.party == party; });
            const bool has_values = own != readings.end() && !own->values.empty();
            readings_.push_back(has_values ? as_reference(whole, views_.back(), *own)
                                           : without_values(views_.back()));
            if (has_values) {
                EXPECT_TRUE(reference::is_reading_of(whole, views_.back(), readings_.back()))
                    << whole.party(party).key;
            }
        }
    }

    bool accepts(const Outcome& outcome) const {
        if (!reference::is_permitted(whole_, outcome)) {
            return false;
        }
        int accepting = 0;
        for (std::size_t at = 0; at < views_.size(); ++at) {
            const bool is_accepting =
                reference::accepts(whole_, views_[at], readings_[at], outcome);
            if (!is_accepting && whole_.is_required(views_[at].party)) {
                return false;
            }
            accepting += is_accepting ? 1 : 0;
        }
        return accepting >= whole_.agreement.at_least.value_or(0);
    }

private:
    reference::Reading without_values(const reference::PartyView& view) const {
        Random random(1);
        reference::Reading reading = reference::draw_reading(whole_, view, random);
        reading.wants_agreement = view.intent == Intent::seeks;
        return reading;
    }

    const Case& whole_;
    std::vector<reference::PartyView> views_;
    std::vector<reference::Reading> readings_;
};

} // namespace

TEST(HingesAgainstReference, LeadWhereTheyAreSaidToLead) {
    const std::string name = "HingesAgainstReference.LeadWhereTheyAreSaidToLead";
    for_dependent_cases(name, 4'000, [](const Dependent& given) {
        const RestsOn found = find_rests_on(given.whole, given.appraisal, given.verdict);
        ASSERT_TRUE(found.is_complete);
        for (const Hinge& hinge : found.hinges) {
            if (!hinge.tried) {
                expect_leads_to(given, hinge.entry, text_node("refuses"), hinge.at_low);
                expect_leads_to(given, hinge.entry, text_node("seeks"), hinge.at_high);
            } else if (can_be_set(given.whole.entry(hinge.entry))) {
                const auto& [low, high] = *hinge.tried;
                expect_leads_to(given, hinge.entry, number_node(low.to_fraction_text()),
                                hinge.at_low);
                expect_leads_to(given, hinge.entry, number_node(high.to_fraction_text()),
                                hinge.at_high);
            }
        }
    });
}

TEST(FailingReadingAgainstReference, AcceptsNoOutcomeAtAll) {
    const std::string name = "FailingReadingAgainstReference.AcceptsNoOutcomeAtAll";
    for_dependent_cases(name, 8'000, [](const Dependent& given) {
        const auto& depends = std::get<DependsVerdict>(given.verdict.answer);
        const auto readings =
            find_failing_reading(given.whole, given.appraisal, depends.possible_outcome);
        if (!readings) {
            return;
        }
        const OneReading reading(given.whole, *readings);
        for (const Outcome& outcome : reference::all_outcomes(given.whole)) {
            ASSERT_FALSE(reading.accepts(outcome)) << canonical_text(given.document);
        }
    });
}

} // namespace unbracket
