#include "unbracket/report/phrase.hpp"
#include "unbracket/report/robust_sections.hpp"
#include "unbracket/report/share_text.hpp"

#include <algorithm>

// Shares of sampled readings, said so that nobody takes them for chances.

namespace unbracket::screen {

namespace {

/// `all 12 %, Alta 30 %, Bera 41 %`
std::string who_accepts(const Case& negotiation, const AcceptanceTally& tally,
                        std::uint64_t readings) {
    std::string text = "to all who have to agree in " + share_text(tally.agreement, readings);
    for (std::size_t place = 0; place < tally.by_party.size(); ++place) {
        const PartyId party = negotiation.agreement.counted[place];
        text += ", to " + negotiation.party(party).name + " in " +
                share_text(tally.by_party[place], readings);
    }
    return text;
}

} // namespace

std::vector<std::string> ranks(const std::vector<std::string>& shown) {
    std::vector<std::string> numbers;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const bool is_tied = at > 0 && shown[at] == shown[at - 1];
        numbers.push_back(is_tied ? numbers.back() : std::to_string(at + 1));
    }
    return numbers;
}

void put_outcomes(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("OUTCOMES");
    if (result.outcomes.empty()) {
        return;
    }
    page.line("Acceptable most often, of those that came up:");
    std::vector<std::string> shown;
    for (const OutcomeShare& outcome : result.outcomes) {
        shown.push_back(share_text(outcome.tally.agreement, result.tally.readings));
    }
    const std::vector<std::string> numbers = ranks(shown);
    for (std::size_t at = 0; at < std::min(shown.size(), page.most(3)); ++at) {
        const OutcomeShare& outcome = result.outcomes[at];
        page.item(numbers[at],
                  who_accepts(negotiation, outcome.tally, result.tally.readings) + ": " +
                      outcome_text(negotiation, outcome.outcome, page.most(most_listed)));
    }
}

void put_drafts(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("DRAFTS");
    for (const DraftShare& share : result.drafts) {
        const std::string name = draft_name(negotiation.draft(share.draft));
        const std::uint64_t readings = result.tally.readings;
        if (share.wide) {
            page.item("-", name + ", which leaves more than " + std::to_string(most_contents) +
                               " contents open: acceptable with some content " +
                               who_accepts(negotiation, share.wide->some, share.wide->readings) +
                               " (of " + count_text(share.wide->readings) +
                               " readings); whatever they are: not looked at.");
        } else if (!share.tally) {
            page.item("-", name + ": not reached.");
        } else if (share.contents == 1) {
            page.item("-", name + ": acceptable " +
                               who_accepts(negotiation, share.tally->every, readings) + ".");
        } else {
            page.item("-", name + ", which leaves " + count_text(share.contents) +
                               " contents open: acceptable whatever they are " +
                               who_accepts(negotiation, share.tally->every, readings) +
                               "; with some content " +
                               who_accepts(negotiation, share.tally->some, readings) + ".");
        }
    }
}

void put_blocks(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("BLOCKS");
    const SampleTally& tally = result.tally;
    const std::uint64_t none = tally.readings - tally.agreement - tally.undecided;
    if (none == 0 || tally.blocks.empty()) {
        return;
    }
    page.line("Of the " + count_text(none) +
              " readings without an agreement, so many would have one were this party content "
              "with any value, its limits standing:");
    std::vector<std::vector<std::string>> rows;
    for (std::size_t place = 0; place < tally.blocks.size(); ++place) {
        rows.push_back({negotiation.party(negotiation.agreement.counted[place]).name,
                        share_text(wilson_range(tally.blocks[place], none))});
    }
    page.table(rows);
}

void put_options(const Case& negotiation, const RobustResult& result, Page& page) {
    page.heading("OPTIONS");
    if (result.options.empty()) {
        return;
    }
    if (result.tally.agreement == 0 &&
        std::all_of(result.options.begin(), result.options.end(),
                    [](const OptionShare& share) { return share.agreement == 0; })) {
        page.line(result.verdict == VerdictKind::no_agreement
                      ? "None is part of an agreement, as there is none in any reading."
                      : "None is part of an agreement in any reading drawn.");
        return;
    }
    page.line("Readings in which some agreement holds the option, of " +
              count_text(result.options.front().readings) + " each:");
    std::vector<std::vector<std::string>> rows;
    const std::size_t most = page.most(40);
    std::optional<IssueId> before;
    for (const OptionShare& share : result.options) {
        const Issue& issue = negotiation.issue(share.option.first);
        if (rows.size() == most) {
            break;
        }
        rows.push_back({before == share.option.first ? "" : issue_name(issue),
                        option_name(issue, share.option.second),
                        share_text(share.agreement, share.readings)});
        before = share.option.first;
    }
    page.table(rows);
    if (rows.size() < result.options.size()) {
        page.line(count_text(result.options.size() - rows.size()) + " more with -v.");
    }
}

} // namespace unbracket::screen
