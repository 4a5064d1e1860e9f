#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <utility>
#include <vector>

namespace unbracket {

using IssueOption = std::pair<IssueId, OptionId>;

/// Options that no statement stands behind.
struct InventedOptions {
    /// None supports or suggests an entry about them, not even before entries were set anew on the
    /// command line, and no draft with statements sets them. Empty
    /// where the file has no such statements at all, and for issues of which then no option would
    /// be left.
    std::vector<IssueOption> options;
    bool has_statements = false; // some statement stands behind some option
};

/// The options that statements stand behind, issue by issue.
std::vector<Literal> reported_options(const Case& negotiation);

InventedOptions find_invented(const Case& negotiation);

/// What a file holds without anybody having said it, and what it knows nothing of.
struct Unsupported {
    std::vector<IssueOption> invented; // as above
    /// Issues on which every option is unknown to every counted party that is concerned.
    std::vector<IssueId> unknown;
    bool has_statements = false; // some statement stands behind some option
};

Unsupported find_unsupported(const Case& negotiation, const Appraisal& appraisal);

/// The case in which no outcome may hold one of these options.
Case without_options(Case negotiation, const std::vector<IssueOption>& options);
/// The case in which every outcome holds one of these options of an issue.
Case with_options(Case negotiation, const Literal& options);
/// The case in which every outcome holds that option.
Case with_option(Case negotiation, const IssueOption& option);
/// The ranges of parties that these issues do not concern. A party that no other issue concerns
/// keeps them.
Appraisal without_issues(Appraisal appraisal, const std::vector<IssueId>& issues);

} // namespace unbracket
