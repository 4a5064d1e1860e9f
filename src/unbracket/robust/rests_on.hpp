#pragma once

#include "unbracket/robust/check.hpp"

#include <optional>
#include <vector>

namespace unbracket {

struct RestsOn {
    std::vector<EntryId> entries;
    std::vector<Hinge> hinges;        // of depends
    std::vector<CouplingOrigin> said; // of agreement and no agreement; see CheckResult
    bool is_complete = true;
};

/// What a verdict rests on. For agreement: the entries which, each made unknown on its own, leave
/// no outcome that is surely accepted. For no agreement: one minimal conflict set. For depends:
/// hinges at the ends of the entries' own ranges (values inside a range are not tried here). For a
/// contradiction its entries. For agreement and no agreement also the binding judgements and orders
/// of weights that are needed with all else as it is. Cost: one or a few decisions an entry; cut
/// when `work_limit` is spent.
RestsOn find_rests_on(const Case& negotiation, const Appraisal& appraisal, const Verdict& verdict,
                      const ClaimOptions& options = {});

} // namespace unbracket
