#include "unbracket/robust/signings.hpp"

#include "unbracket/robust/table_change.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <algorithm>
#include <utility>

// A package that may be signed in parts is as many cases as it has parts, each decided by itself.

namespace unbracket {

namespace {

using Documents = std::vector<DocumentId>;

void add_once(std::vector<Documents>& ways, Documents way) {
    std::sort(way.begin(), way.end());
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) {
        ways.push_back(std::move(way));
    }
}

/// Ways of signing less than everything, in the order of the file.
std::vector<Documents> parts_to_sign(const Case& negotiation) {
    std::vector<Documents> ways;
    for (const Package& package : negotiation.packages) {
        for (std::size_t i = 0;
             package.sign == Package::Sign::any && i < negotiation.documents.size(); ++i) {
            add_once(ways, {DocumentId(i)});
        }
        for (const Documents& group : package.groups) {
            add_once(ways, group);
        }
    }
    return ways;
}

void decide_part(const LoadedCase& loaded, const ClaimOptions& options, Signing& signing) {
    std::vector<std::string> keys;
    for (const DocumentId id : signing.documents) {
        keys.push_back(loaded.negotiation.documents[as_index(id)].key);
    }
    const Result<LoadedCase> left =
        with_table_changes(loaded, {{TableChangeKind::sign, "", std::move(keys)}});
    if (!left) {
        signing.problem = left.problems().front().what;
        return;
    }
    const Case& negotiation = left.value().negotiation;
    signing.verdict = kind_of(decide(negotiation, appraise(negotiation), options));
}

} // namespace

std::vector<Signing> decide_signings(const LoadedCase& loaded, const ClaimOptions& options) {
    std::vector<Documents> ways = parts_to_sign(loaded.negotiation);
    if (ways.empty()) {
        return {};
    }
    Documents all;
    for (std::size_t i = 0; i < loaded.negotiation.documents.size(); ++i) {
        all.emplace_back(i);
    }
    ways.resize(std::min(ways.size(), most_signings - 1));
    add_once(ways, std::move(all));
    std::vector<Signing> signings;
    for (Documents& way : ways) {
        signings.push_back({std::move(way), {}, {}});
        decide_part(loaded, options, signings.back());
    }
    return signings;
}

} // namespace unbracket
