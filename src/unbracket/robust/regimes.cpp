#include "unbracket/robust/regimes.hpp"

#include <algorithm>

// Shares of readings depend on what the analyst put on the list: an option nobody spoke of can make
// agreements that nobody has in mind, and a point of which nothing is known is drawn like any
// other. So the shares are also worked out without both, and the reader sees how much of them is
// the analyst's own. Leaving out an option means that no outcome may hold it; leaving out a point
// means that it concerns nobody.
//
// Source: Rios Insua and French (1991), A framework for sensitivity analysis in discrete
// multi-objective decision-making, for asking what an answer owes to which judgement
// [rios1991framework]

namespace unbracket {

namespace {

using Marks = std::vector<std::vector<bool>>; // [issue][option]

bool has_statements(const Entry& entry) {
    return !entry.supported_by.empty() || !entry.suggested_by.empty();
}

/// A limit or bonus that holds for every option of an issue names none of them.
Condition naming(const Condition& condition, const Marks& marks) {
    Condition naming;
    for (const Literal& literal : condition) {
        if (literal.options.size() < marks[as_index(literal.issue)].size()) {
            naming.push_back(literal);
        }
    }
    return naming;
}

void mark(const Condition& condition, Marks& marks) {
    for (const Literal& literal : condition) {
        for (const OptionId option : literal.options) {
            marks[as_index(literal.issue)][as_index(option)] = true;
        }
    }
}

/// A rating of one option, or an order or a curve of all of an issue.
void mark_ratings(const Case& negotiation, Marks& marks) {
    for (const Entry& entry : negotiation.entries) {
        const bool is_of_all = entry.kind == EntryKind::order ||
                               entry.kind == EntryKind::curve_value ||
                               entry.kind == EntryKind::curve_redline;
        if (!entry.issue || !has_statements(entry)) {
            continue;
        }
        std::vector<bool>& own = marks[as_index(*entry.issue)];
        if (entry.option) {
            own[as_index(*entry.option)] = true;
        } else if (is_of_all) {
            own.assign(own.size(), true);
        }
    }
}

void mark_conditions(const Case& negotiation, Marks& marks) {
    for (const Limit& limit : negotiation.limits) {
        if (has_statements(negotiation.entry(limit.entry))) {
            mark(naming(limit.premise, marks), marks);
            mark(naming(limit.body, marks), marks);
        }
    }
    for (const Bonus& bonus : negotiation.bonuses) {
        if (has_statements(negotiation.entry(bonus.entry))) {
            mark(naming(bonus.when, marks), marks);
        }
    }
    for (const Risk& risk : negotiation.risks) {
        if (has_statements(negotiation.entry(risk.entry))) {
            mark({risk.option}, marks);
        }
    }
}

void mark_drafts(const Case& negotiation, Marks& marks) {
    for (const Draft& draft : negotiation.drafts) {
        for (std::size_t issue = 0; !draft.said.empty() && issue < draft.content.size(); ++issue) {
            const DraftSetting& setting = draft.content[issue];
            if (setting.origin != DraftOrigin::unknown && !setting.is_unknown) {
                mark({{IssueId(issue), setting.options}}, marks);
            }
        }
    }
}

Marks reported_marks(const Case& negotiation) {
    Marks marks;
    for (const Issue& issue : negotiation.issues) {
        marks.emplace_back(issue.options.size(), false);
    }
    mark_ratings(negotiation, marks);
    mark_conditions(negotiation, marks);
    mark_drafts(negotiation, marks);
    mark(negotiation.reported_before, marks);
    return marks;
}

Limit norm_of(const Case& negotiation, LimitSense sense, Literal literal) {
    Limit limit;
    limit.entry = EntryId(negotiation.entries.size() - 1);
    limit.sense = sense;
    limit.body = {std::move(literal)};
    return limit;
}

bool is_unknown_to_all(const Case& negotiation, const Appraisal& appraisal, std::size_t issue) {
    bool any = false;
    for (const PartyId party : negotiation.agreement.counted) {
        const auto& options = appraisal[as_index(party)].issues[issue].options;
        any = any || !options.empty();
        if (!std::all_of(options.begin(), options.end(),
                         [](const OptionAppraisal& option) { return option.is_unknown; })) {
            return false;
        }
    }
    return any;
}

} // namespace

std::vector<Literal> reported_options(const Case& negotiation) {
    std::vector<Literal> reported;
    const Marks marks = reported_marks(negotiation);
    for (std::size_t issue = 0; issue < marks.size(); ++issue) {
        Literal literal{IssueId(issue), {}};
        for (std::size_t option = 0; option < marks[issue].size(); ++option) {
            if (marks[issue][option]) {
                literal.options.emplace_back(option);
            }
        }
        if (!literal.options.empty()) {
            reported.push_back(std::move(literal));
        }
    }
    return reported;
}

InventedOptions find_invented(const Case& negotiation) {
    const Marks marks = reported_marks(negotiation);
    InventedOptions found;
    for (std::size_t issue = 0; issue < marks.size(); ++issue) {
        const std::vector<bool>& own = marks[issue];
        const bool any = std::find(own.begin(), own.end(), true) != own.end();
        found.has_statements = found.has_statements || any;
        for (std::size_t option = 0; any && option < own.size(); ++option) {
            if (!own[option]) {
                found.options.emplace_back(IssueId(issue), OptionId(option));
            }
        }
    }
    return found;
}

Unsupported find_unsupported(const Case& negotiation, const Appraisal& appraisal) {
    InventedOptions invented = find_invented(negotiation);
    Unsupported found{std::move(invented.options), {}, invented.has_statements};
    for (std::size_t issue = 0; issue < negotiation.issues.size(); ++issue) {
        if (is_unknown_to_all(negotiation, appraisal, issue)) {
            found.unknown.emplace_back(issue);
        }
    }
    return found;
}

Case without_options(Case negotiation, const std::vector<IssueOption>& options) {
    for (const auto& [issue, option] : options) {
        negotiation.limits.push_back(norm_of(negotiation, LimitSense::never, {issue, {option}}));
    }
    return negotiation;
}

Case with_options(Case negotiation, const Literal& options) {
    negotiation.limits.push_back(norm_of(negotiation, LimitSense::needs, options));
    return negotiation;
}

Case with_option(Case negotiation, const IssueOption& option) {
    return with_options(std::move(negotiation), {option.first, {option.second}});
}

Appraisal without_issues(Appraisal appraisal, const std::vector<IssueId>& issues) {
    for (PartyAppraisal& own : appraisal) {
        PartyAppraisal left = own;
        for (const IssueId issue : issues) {
            left.issues[as_index(issue)] = {};
        }
        const bool any = std::any_of(left.issues.begin(), left.issues.end(), [](const auto& issue) {
            return issue.is_concerned() && issue.weight.high.sign() > 0;
        });
        if (any) {
            own = std::move(left);
        }
    }
    return appraisal;
}

} // namespace unbracket
