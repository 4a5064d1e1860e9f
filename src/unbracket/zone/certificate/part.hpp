#pragma once

#include "unbracket/zone/certificate/acceptance.hpp"
#include "unbracket/zone/certificate/column.hpp"
#include "unbracket/zone/certificate/fields.hpp"
#include "unbracket/zone/certificate/replay.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace unbracket::certificate {

/// One piece of a proof of "none": no outcome in which the bonuses are met as said is accepted by
/// all of `accepting` (and, where `counts_at_least`, by as many counted parties as the rule asks).
struct Part {
    std::vector<PartyId> accepting;
    std::vector<Met>
        bonuses; // one for each bonus of the case; `either` where the part says nothing
    bool counts_at_least = false;
    bool is_tree = false;
    std::vector<Column> columns;
    std::vector<std::vector<Integer>> multipliers; // one number for each of `accepting` and columns
    std::vector<IssueId> order;                    // of a tree: all issues
    std::uint64_t nodes = 0;
};

/// Without a question there are no columns.
Part read_part(const Facts& facts, std::optional<Question> question, const Node& node,
               Objection& objection);

/// Raises an objection unless the part is proved.
void prove_part(const Facts& facts, Question question, const Part& part, Budget& budget,
                Objection& objection);

} // namespace unbracket::certificate
