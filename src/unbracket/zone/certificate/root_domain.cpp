#include "unbracket/zone/certificate/root_domain.hpp"

#include <algorithm>
#include <string>

// Before any sum is taken, options that cannot be part of what is looked for are taken away. It is
// the same for every kind of proof: only who has to accept, in which readings, and which bonuses
// are met matters.

namespace unbracket::certificate {

namespace {

Domain all_options(const Case& given) {
    Domain domain;
    for (const Issue& issue : given.issues) {
        std::vector<OptionId>& options = domain.emplace_back();
        for (std::size_t option = 0; option < issue.options.size(); ++option) {
            options.push_back(OptionId(option));
        }
    }
    return domain;
}

void take_away(const PartyRanges& ranges, Question question, Domain& domain) {
    for (std::size_t issue = 0; issue < domain.size(); ++issue) {
        const IssueRanges& own = ranges.issues[issue];
        std::erase_if(domain[issue], [&](OptionId option) {
            const std::size_t at = as_index(option);
            return own.is_concerned &&
                   (own.is_red_line[at] || (question == Question::sure && own.is_unknown[at]));
        });
    }
}

} // namespace

RootDomain root_domain(const Facts& facts, Question question, const Part& part) {
    RootDomain root{false, all_options(facts.given), facts.plan};
    std::vector<Condition>& forbidden = root.constraints.forbidden;
    for (const PartyId party : part.accepting) {
        const auto& limits = facts.limits[as_index(party)];
        forbidden.insert(forbidden.end(), limits.begin(), limits.end());
        take_away(facts.ranges(party), question, root.domain);
    }
    for (std::size_t bonus = 0; bonus < facts.given.bonuses.size(); ++bonus) {
        const Condition& when = facts.given.bonuses[bonus].when;
        if (part.bonuses[bonus] == Met::no) {
            forbidden.push_back(when);
        }
        for (std::size_t i = 0; part.bonuses[bonus] == Met::yes && i < when.size(); ++i) {
            std::erase_if(root.domain[as_index(when[i].issue)], [&](OptionId option) {
                return !std::binary_search(when[i].options.begin(), when[i].options.end(), option);
            });
        }
    }
    root.is_empty = !propagate(root.domain, forbidden);
    return root;
}

bool claim_cells(const Domain& domain, std::size_t columns, Budget& budget, Objection& objection) {
    std::size_t options = 1;
    for (const std::vector<OptionId>& left : domain) {
        options += left.size();
    }
    if (options * columns > budget.table_cells) {
        objection.raise("the proof is too large to be checked");
        return false;
    }
    budget.table_cells -= options * columns;
    return true;
}

void raise_unless_proved(const Case& given, const Replayed& replayed, std::string_view refuted,
                         Objection& objection) {
    std::string outcome;
    switch (replayed.end) {
    case ReplayEnd::proved:
        return;
    case ReplayEnd::stopped:
        objection.raise("the check was stopped before it was finished");
        return;
    case ReplayEnd::too_many_nodes:
        objection.raise("the tree has more nodes than the certificate says or the checker follows");
        return;
    case ReplayEnd::too_many_tests:
        objection.raise("the tree leaves too many outcomes to be tested one by one");
        return;
    case ReplayEnd::refuted:
        break;
    }
    for (std::size_t issue = 0; issue < replayed.refuted_by.size(); ++issue) {
        const Issue& decided = given.issues[issue];
        outcome += (issue == 0 ? "" : ", ") + decided.key + " = " +
                   decided.options[as_index(replayed.refuted_by[issue])].key;
    }
    objection.raise("this outcome " + std::string(refuted) + ": " + outcome);
}

} // namespace unbracket::certificate
