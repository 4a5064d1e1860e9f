#include "unbracket/robust/open_draft.hpp"

#include "unbracket/robust/regimes.hpp"

#include <utility>
#include <vector>

// What a text leaves open is left to the search: the case is decided in which no outcome may leave
// what the text may turn out to say. By itself a party accepts some content where the case without
// the others, and without what binds all, has an agreement.
//
// Source: Konczak and Lang (2005), Voting procedures with incomplete preferences, for possible
// winners [konczak2005voting]

namespace unbracket {

namespace {

Case within(Case negotiation, const std::vector<DraftSetting>& contents) {
    for (std::size_t issue = 0; issue < contents.size(); ++issue) {
        if (contents[issue].options.size() < negotiation.issues[issue].options.size()) {
            negotiation =
                with_options(std::move(negotiation), {IssueId(issue), contents[issue].options});
        }
    }
    return negotiation;
}

Case alone(Case negotiation, PartyId party) {
    negotiation.rules.clear();
    std::erase_if(negotiation.limits, [](const Limit& limit) { return !limit.party; });
    negotiation.agreement.required = {party};
    negotiation.agreement.at_least.reset();
    return negotiation;
}

} // namespace

ContentShare sample_contents(const Case& negotiation, const Appraisal& appraisal,
                             const std::vector<DraftSetting>& contents,
                             const SampleOptions& options, SampleMemory& memory) {
    // The case itself is the first, so that the draws are those of its other samples.
    std::vector<Case> versions = {negotiation, within(negotiation, contents)};
    for (const PartyId party : negotiation.agreement.counted) {
        versions.push_back(within(alone(negotiation, party), contents));
    }
    const std::vector<SampleTally> tallies = take_samples(versions, appraisal, options, memory);
    ContentShare share{tallies[1].readings, {tallies[1].agreement, {}}};
    for (std::size_t at = 2; at < tallies.size(); ++at) {
        share.some.by_party.push_back(tallies[at].agreement);
    }
    return share;
}

} // namespace unbracket
