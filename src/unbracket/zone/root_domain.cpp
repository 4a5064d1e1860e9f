#include "unbracket/zone/root_domain.hpp"

#include "unbracket/zone/acceptance.hpp"
#include "unbracket/zone/breach.hpp"

#include <algorithm>
#include <iterator>

// Before anything is searched, what cannot be chosen is taken out. Red lines and the like remove
// single options. Rules, norms and limits become forbidden combinations, one clause each: not all
// of these literals. Then the one-literal rule is applied until nothing changes: a combination all
// of whose other literals hold anyway bars its last one, one that cannot hold any more is dropped,
// one that must hold empties the part. Literals here are sets of options of one issue, not truth
// values, so that a literal is open, certain or impossible by comparison with what is left of the
// issue. The result does not depend on the order of the constraints. At-most rules are left to the
// search, which counts them.
//
// Source: Davis, Logemann and Loveland (1962), A machine program for theorem-proving, the rule for
// one-literal clauses [davis1962machine]

namespace unbracket {

namespace {

using Options = std::vector<OptionId>;

Options all_options(const Issue& issue) {
    Options options;
    for (std::size_t at = 0; at < issue.options.size(); ++at) {
        options.emplace_back(at);
    }
    return options;
}

Options common(const Options& a, const Options& b) {
    Options both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

Options without(const Options& from, const Options& removed) {
    Options rest;
    std::set_difference(from.begin(), from.end(), removed.begin(), removed.end(),
                        std::back_inserter(rest));
    return rest;
}

bool is_accepting(const PartQuestion& question, PartyId party) {
    return std::find(question.accepting.begin(), question.accepting.end(), party) !=
           question.accepting.end();
}

/// Collects forbidden combinations from everything that can forbid one.
class Collector {
public:
    Collector(const CaseView& context, RootDomain& domain) : context_(context), domain_(domain) {}

    void add_rule(const Rule& rule) {
        if (const auto* implication = std::get_if<Implication>(&rule.body)) {
            add_need(implication->premise, implication->conclusion);
        } else if (const auto* exclusion = std::get_if<Exclusion>(&rule.body)) {
            add(exclusion->forbidden, {});
        } else {
            domain_.at_most.push_back(std::get<AtMost>(rule.body));
        }
    }

    void add_limit(const Limit& limit) {
        if (limit.sense == LimitSense::needs) {
            add_need(limit.premise, limit.body);
        } else {
            add(limit.premise, limit.body);
        }
    }

    /// Forbids outcomes that satisfy both conditions; literals of one issue are merged.
    void add(const Condition& first, const Condition& second) {
        Conjunction conjunction{first};
        for (const Literal& literal : second) {
            const auto same = std::find_if(
                conjunction.literals.begin(), conjunction.literals.end(),
                [&](const Literal& earlier) { return earlier.issue == literal.issue; });
            if (same == conjunction.literals.end()) {
                conjunction.literals.push_back(literal);
            } else {
                same->options = common(same->options, literal.options);
            }
        }
        domain_.forbidden.push_back(std::move(conjunction));
    }

private:
    /// If the premise holds, every literal must: forbids the premise with each literal failing.
    void add_need(const Condition& premise, const Condition& needed) {
        for (const Literal& literal : needed) {
            const Issue& issue = context_.negotiation.issue(literal.issue);
            add(premise, {{literal.issue, without(all_options(issue), literal.options)}});
        }
    }

    const CaseView& context_;
    RootDomain& domain_;
};

bool is_barred(const CaseView& context, const PartQuestion& question, PartyId party, IssueId issue,
               OptionId option) {
    const IssueAppraisal& own = context.appraisal[as_index(party)].issues[as_index(issue)];
    if (!own.is_concerned()) {
        return false;
    }
    const bool is_unsure =
        question.certainty == Certainty::sure && own.options[as_index(option)].is_unknown;
    return is_unsure || is_red_line(context, party, issue, option);
}

void remove_barred_options(const CaseView& context, const PartQuestion& question,
                           RootDomain& domain) {
    for (std::size_t at = 0; at < domain.options.size(); ++at) {
        for (const PartyId party : question.accepting) {
            std::erase_if(domain.options[at], [&](OptionId option) {
                return is_barred(context, question, party, IssueId(at), option);
            });
        }
    }
}

void collect(const CaseView& context, const PartQuestion& question, RootDomain& domain) {
    Collector collector(context, domain);
    for (const Rule& rule : context.negotiation.rules) {
        if (!is_omitted(context.omissions, rule.entry)) {
            collector.add_rule(rule);
        }
    }
    for (const Limit& limit : context.negotiation.limits) {
        const bool applies = !limit.party || is_accepting(question, *limit.party);
        if (applies && limit.is_on && !is_omitted(context.omissions, limit.entry)) {
            collector.add_limit(limit);
        }
    }
    for (std::size_t at = 0; at < context.negotiation.bonuses.size(); ++at) {
        const Bonus& bonus = context.negotiation.bonuses[at];
        if (question.pattern[at] == BonusState::off) {
            collector.add(bonus.when, {});
        } else if (question.pattern[at] == BonusState::on) {
            for (const Literal& literal : bonus.when) {
                Options& options = domain.options[as_index(literal.issue)];
                options = common(options, literal.options);
            }
        }
    }
}

/// Leaves only what breaks the entry.
void keep_breaches(const CaseView& context, EntryId entry, RootDomain& domain) {
    const std::optional<Breach> breach = breach_of(context, entry);
    if (!breach) {
        return;
    }
    for (const Literal& literal : breach->holding) {
        Options& options = domain.options[as_index(literal.issue)];
        options = common(options, literal.options);
    }
    if (!breach->failing.empty()) {
        domain.forbidden.push_back({breach->failing});
    }
}

enum class Step { nothing, satisfied, removed_options, empties };

/// Looks at one combination against what is left: impossible ones go, a single open literal is
/// barred, none open empties the part.
Step propagate(RootDomain& domain, Conjunction& conjunction) {
    Condition open;
    for (Literal& literal : conjunction.literals) {
        const Options& left = domain.options[as_index(literal.issue)];
        literal.options = common(literal.options, left);
        if (literal.options.empty()) {
            return Step::satisfied;
        }
        if (literal.options.size() < left.size()) {
            open.push_back(literal);
        }
    }
    conjunction.literals = std::move(open);
    if (conjunction.literals.empty()) {
        return Step::empties;
    }
    if (conjunction.literals.size() > 1) {
        return Step::nothing;
    }
    Options& left = domain.options[as_index(conjunction.literals[0].issue)];
    left = without(left, conjunction.literals[0].options);
    return Step::removed_options;
}

void propagate_all(RootDomain& domain) {
    bool has_changed = true;
    while (has_changed) {
        has_changed = false;
        std::vector<Conjunction> kept;
        for (Conjunction& conjunction : domain.forbidden) {
            switch (propagate(domain, conjunction)) {
            case Step::nothing:
                kept.push_back(std::move(conjunction));
                break;
            case Step::satisfied:
                break;
            case Step::removed_options:
                has_changed = true;
                break;
            case Step::empties:
                domain.is_empty = true;
                return;
            }
        }
        domain.forbidden = std::move(kept);
    }
}

bool has_unwilling_party(const CaseView& context, const PartQuestion& question) {
    return std::any_of(question.accepting.begin(), question.accepting.end(), [&](PartyId party) {
        return is_unwilling(context.negotiation, context.omissions, party, question.certainty);
    });
}

} // namespace

RootDomain root_domain(const CaseView& context, const PartQuestion& question) {
    RootDomain domain;
    for (const Issue& issue : context.negotiation.issues) {
        domain.options.push_back(all_options(issue));
    }
    if (has_unwilling_party(context, question)) {
        domain.is_empty = true;
        return domain;
    }
    remove_barred_options(context, question, domain);
    collect(context, question, domain);
    if (question.breaking) {
        keep_breaches(context, *question.breaking, domain);
    }
    const auto is_empty = [](const Options& options) { return options.empty(); };
    if (std::any_of(domain.options.begin(), domain.options.end(), is_empty)) {
        domain.is_empty = true;
        return domain;
    }
    propagate_all(domain);
    domain.is_empty =
        domain.is_empty || std::any_of(domain.options.begin(), domain.options.end(), is_empty);
    return domain;
}

} // namespace unbracket
