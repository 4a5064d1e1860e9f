#include "unbracket/robust/suits_together.hpp"

#include "unbracket/zone/claim.hpp"

#include <algorithm>
#include <utility>
#include <variant>

// A text with many open contents may suit each party by another one. Whether some content suits all
// who have to agree is the question of the verdict itself, asked of fewer outcomes: a rule forbids
// whatever the text excludes.
//
// Source: Konczak and Lang (2005), Voting procedures with incomplete preferences, for possible
// winners [konczak2005voting]

namespace unbracket {

namespace {

constexpr std::uint64_t node_budget = 2'000'000;

Literal excluded_options(const Issue& issue, IssueId id, const DraftSetting& setting) {
    Literal literal{id, {}};
    for (std::size_t at = 0; at < issue.options.size(); ++at) {
        const auto& left = setting.options;
        if (std::find(left.begin(), left.end(), OptionId(at)) == left.end()) {
            literal.options.push_back(OptionId(at));
        }
    }
    return literal;
}

void forbid(Literal literal, Case& negotiation) {
    Entry entry;
    entry.kind = EntryKind::rule;
    negotiation.entries.push_back(std::move(entry));
    const EntryId id(negotiation.entries.size() - 1);
    negotiation.rules.push_back({id, "", "", Exclusion{{std::move(literal)}}});
}

} // namespace

std::optional<bool> suits_together(const Case& negotiation, const Appraisal& appraisal,
                                   const std::vector<DraftSetting>& contents) {
    Case narrowed = negotiation;
    for (std::size_t at = 0; at < contents.size(); ++at) {
        Literal excluded = excluded_options(negotiation.issues[at], IssueId(at), contents[at]);
        if (!excluded.options.empty()) {
            forbid(std::move(excluded), narrowed);
        }
    }
    const ClaimAnswer answer =
        decide_claim(narrowed, appraisal, Certainty::possible,
                     {.node_budget = node_budget, .proofs = Proofs::left_out});
    if (std::holds_alternative<ClaimCut>(answer.answer)) {
        return std::nullopt;
    }
    return std::holds_alternative<OutcomeFound>(answer.answer);
}

} // namespace unbracket
