#pragma once

#include "unbracket/zone/certificate/fields.hpp"
#include "unbracket/zone/certificate/measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace unbracket::certificate {

/// Something that every reading of a party has to keep beside its ranges and orders: a linear
/// function that is at least 0, or above 0.
struct Judged {
    std::string name; // as certificates name it: `s2`, `order.weight.alta`, `order.weight.alta 2`
    Measure measure;
    bool is_strict = false;
    std::optional<StatementId> statement; // else:
    EntryId order;                        // of weights
};

/// What binding judgements and orders of weights say of the party's readings. Judgements that every
/// reading can keep are left out, and those of drafts that leave open what the party rates.
std::vector<Judged> judged_of(const Facts& facts, PartyId party);

/// Raises an objection where the reading goes against a judgement or an order of weights.
void require_judged(const Facts& facts, PartyId party, const Reading& reading,
                    Objection& objection);

/// Whether the statement accepts, for the party and bindingly, a draft that surely breaks a red
/// line or limit of the party's own.
bool accepts_what_it_excludes(const Facts& facts, PartyId party, StatementId statement);

/// Whole numbers, none negative, under which what a reading has to keep is added up.
struct JudgedWeights {
    std::vector<Integer> judged; // one for each
    Integer some_weight;         // of: the weights are not all 0
    Integer outcome;             // of the question about an outcome

    /// Whether a reading that keeps all that is judged makes their sum larger than 0, not only at
    /// least 0.
    bool is_strict(const std::vector<Judged>& all) const;
    /// The sum, the outcome aside.
    Measure sum(const Facts& facts, PartyId party) const;
};

/// Reads `judgements`, `some_weight` and `outcome` of a table.
JudgedWeights read_judged_weights(const Node& node, const std::vector<Judged>& judged,
                                  Objection& objection);

} // namespace unbracket::certificate
