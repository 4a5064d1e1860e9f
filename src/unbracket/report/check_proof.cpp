#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/check_sections.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>

// How the answer is proved, in words. One vector of multipliers is an argument a reader can follow:
// weigh the parties' points and see that together they ask for more than any combination gives.

namespace unbracket::screen {

namespace {

constexpr std::int64_t largest_plain = 99;

/// Multipliers for reading: as they are while small, else rounded to two digits, the largest
/// becoming 100. Parties in the order of the file.
std::string weights_text(const Case& negotiation, PartyMultipliers multipliers) {
    std::sort(multipliers.begin(), multipliers.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    Rational largest(1);
    for (const auto& [party, multiplier] : multipliers) {
        largest = std::max(largest, multiplier);
    }
    const bool is_plain = largest <= Rational(largest_plain);
    std::vector<std::string> weights;
    for (const auto& [party, multiplier] : multipliers) {
        const Rational shown = is_plain ? multiplier : multiplier * Rational(100) / largest;
        const int places = shown < Rational(1) ? 2 : shown < Rational(10) ? 1 : 0;
        weights.push_back(negotiation.party(party).name + " by " + shown.to_decimal_text(places));
    }
    return listed(weights) + (is_plain ? " (" : " (about; ") +
           "a device of the proof, no judgement of importance)";
}

struct PartCounts {
    std::uint64_t by_limits = 0;
    std::uint64_t by_weighing = 0;
    std::uint64_t by_search = 0;
    std::uint64_t nodes = 0;
    const PartyMultipliers* multipliers = nullptr; // of the first part proved by weighing
};

PartCounts count_parts(const NoOutcome& none) {
    PartCounts counts;
    for (const PartProof& part : none.parts) {
        std::visit(Overloaded{
                       [&](const EmptyPartProof&) { ++counts.by_limits; },
                       [&](const RootPartProof& root) {
                           counts.multipliers =
                               counts.by_weighing == 0 ? &root.multipliers : counts.multipliers;
                           ++counts.by_weighing;
                       },
                       [&](const TreePartProof& tree) {
                           ++counts.by_search;
                           counts.nodes += tree.nodes;
                       },
                       [&](const CoupledPartProof& coupled) {
                           ++counts.by_search;
                           counts.nodes += coupled.nodes;
                       },
                   },
                   part.proof);
    }
    return counts;
}

std::string weighing_text(const Case& negotiation, const PartyMultipliers& multipliers) {
    if (multipliers.empty()) { // only of what judgements and orders of weights leave
        return "weighing the readings that judgements and orders of weights leave, no combination "
               "reaches what all need together";
    }
    if (multipliers.size() == 1) {
        return "no combination left gives " + negotiation.party(multipliers.front().first).name +
               " what it has without agreement";
    }
    return "weighing the points of " + weights_text(negotiation, multipliers) +
           ", no combination reaches what all of them need together";
}

/// What can exclude an outcome without any weighing of points.
std::string reasons_text(const HardReasons& hard, Certainty certainty) {
    std::vector<std::string> reasons = {"red lines", "limits", "rules"};
    if (hard.unknown_options) {
        reasons.emplace_back("unknown options");
    }
    if (hard.intent) {
        reasons.emplace_back(certainty == Certainty::sure ? "doubtful intent"
                                                          : "a party that refuses");
    }
    return listed(reasons) + " alone";
}

std::string single_part_text(const Case& negotiation, const PartCounts& counts,
                             const std::string& reasons) {
    if (counts.by_limits == 1) {
        return reasons + " leave no combination";
    }
    if (counts.multipliers != nullptr) {
        return weighing_text(negotiation, *counts.multipliers);
    }
    return "a finished search of " + counted(counts.nodes, "step", "steps");
}

std::string none_text(const Checked& checked, const NoOutcome& none, Certainty certainty) {
    const Case& negotiation = checked.negotiation;
    if (none.parts.empty()) {
        return "the agreement rule asks for more parties than it counts";
    }
    const PartCounts counts = count_parts(none);
    const std::string reasons = reasons_text(checked.result.hard_reasons, certainty);
    if (none.parts.size() == 1) {
        return single_part_text(negotiation, counts, reasons);
    }
    std::vector<std::string> ways;
    const auto all = static_cast<std::uint64_t>(none.parts.size());
    const auto how_many = [all](std::uint64_t count) {
        return count == all ? std::string("each") : count_text(count);
    };
    if (counts.by_limits > 0) {
        ways.push_back(how_many(counts.by_limits) + " by " + reasons);
    }
    if (counts.by_search > 0) {
        ways.push_back(how_many(counts.by_search) + " by a finished search of " +
                       counted(counts.nodes, "step", "steps"));
    }
    if (counts.by_weighing > 0) {
        ways.push_back(how_many(counts.by_weighing) +
                       (counts.by_weighing == 1
                            ? " because " + weighing_text(negotiation, *counts.multipliers)
                            : " by weighing the parties' points"));
    }
    return "in " + count_text(all) + " parts" + (ways.size() == 1 ? ", " : ": ") +
           listed_apart(ways);
}

/// Of an agreement that ranges alone would not make sure.
std::string judged_text(const Case& negotiation, const AgreementVerdict& agreement) {
    std::vector<PartyId> parties;
    for (const CoupledColumn& refusal : agreement.refusals) {
        parties.push_back(refusal.party);
    }
    return parties.empty() ? ""
                           : "; of " + party_names(negotiation, parties) +
                                 " with those readings that judgements of drafts and orders "
                                 "between weights leave";
}

std::string proof_text(const Checked& checked) {
    return std::visit(
        Overloaded{
            [&](const AgreementVerdict& verdict) {
                return std::string("The combination shown was compared with every entry") +
                       (checked.result.has_several_readings
                            ? ", each at the end of its range that suits it least"
                            : "") +
                       judged_text(checked.negotiation, verdict) + ".";
            },
            [&](const NoAgreementVerdict& verdict) {
                return "\"None\": " + none_text(checked, verdict.proof, Certainty::possible) + ".";
            },
            [&](const DependsVerdict& verdict) {
                return "\"None in every reading\": " +
                       none_text(checked, verdict.none_sure, Certainty::sure) + ".";
            },
            [&](const UndecidedVerdict& verdict) {
                return std::string(verdict.possible_outcome ? "Only what is said above is proved."
                                                            : "Nothing is proved.");
            },
            [&](const ContradictionVerdict& verdict) {
                if (!verdict.statements.empty() || verdict.refusal) {
                    return std::string("No choice of numbers keeps all of this; were any one of it "
                                       "left out, some choice would.");
                }
                return std::string("These entries leave some option no value; without any one of "
                                   "them a value is left.");
            },
        },
        checked.result.verdict.answer);
}

} // namespace

void put_proof(const Checked& checked, Page& page) {
    page.heading("PROOF");
    const std::string check = is_certifiable(checked.result.verdict)
                                  ? " For an independent check: --certificate FILE, then verify."
                                  : " This proof tests single combinations against judgements, "
                                    "which no certificate can carry.";
    page.line("Proved for this file, not about the world. " + proof_text(checked) + check);
}

} // namespace unbracket::screen
