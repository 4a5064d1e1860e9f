#include "unbracket/zone/signature.hpp"

#include "unbracket/base/digest.hpp"
#include "unbracket/base/require.hpp"
#include "unbracket/model/bind.hpp"
#include "unbracket/zone/synthetic.hpp"
#include "unbracket/zone/verdict.hpp"

namespace unbracket {

namespace {

std::string text_of(const Outcome& outcome) {
    std::string text;
    for (const OptionId option : outcome) {
        text += std::to_string(as_index(option)) + ",";
    }
    return text;
}

std::string text_of(const NoOutcome& proof) {
    std::string text;
    for (const PartProof& part : proof.parts) {
        text += "part";
        if (const auto* root = std::get_if<RootPartProof>(&part.proof)) {
            for (const auto& [party, multiplier] : root->multipliers) {
                text += " " + multiplier.to_fraction_text();
            }
        } else if (const auto* tree = std::get_if<TreePartProof>(&part.proof)) {
            text += " tree " + std::to_string(tree->nodes);
        }
    }
    return text;
}

std::string text_of(const Verdict& verdict) {
    std::string text = to_text(kind_of(verdict)) + " " + std::to_string(verdict.nodes) + " ";
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        text += text_of(agreement->outcome);
    } else if (const auto* none = std::get_if<NoAgreementVerdict>(&verdict.answer)) {
        text += text_of(none->proof);
    } else if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        text += text_of(depends->possible_outcome) + text_of(depends->none_sure);
    }
    return text + "\n";
}

std::string decided(const SyntheticOptions& options, unsigned threads) {
    const Result<Node> document = synthetic_document(options);
    UNBRACKET_ASSERT(document.ok());
    const Result<Case> bound = bind_case(document.value());
    UNBRACKET_ASSERT(bound.ok());
    return text_of(decide(bound.value(), appraise(bound.value()), {.threads = threads}));
}

} // namespace

std::string behaviour_number(unsigned threads) {
    std::string text;
    for (const SyntheticClass kind : {SyntheticClass::independent, SyntheticClass::opposed,
                                      SyntheticClass::correlated, SyntheticClass::near_zero_sum}) {
        for (const Planted planted : {Planted::yes, Planted::no}) {
            for (const std::int64_t range : {std::int64_t{0}, std::int64_t{1}}) {
                SyntheticOptions options;
                options.kind = kind, options.planted = planted, options.range = range;
                options.parties = kind == SyntheticClass::opposed ? 8 : 5;
                options.issues = 16, options.seed = 11;
                text += decided(options, threads);
            }
        }
    }
    return sha256(text).substr(0, 16);
}

} // namespace unbracket
