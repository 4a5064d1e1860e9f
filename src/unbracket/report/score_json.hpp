#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/robust/score.hpp"

#include <cstdint>
#include <vector>

namespace unbracket {

/// Whether objections name the statements under their entries.
enum class JsonSources { absent, present };

/// `surely`, `possibly`, `never`, `no_reading`
const char* acceptance_name(Acceptance acceptance);
Node json_objections(const Case& negotiation, const std::vector<Objection>& objections,
                     JsonSources sources);
/// How a text stands with one party.
Node json_party_score(const Case& negotiation, const PartyScore& party, JsonSources sources,
                      const JsonOptions& options);
/// Null where 64 bits do not count them.
Node json_completions(std::uint64_t completions);

/// Adds `completions`, `exact`, `broken` and `parties`.
void add_score(Node& node, const Case& negotiation, const DraftScore& score,
               const JsonOptions& options);

/// The object that docs/schema/score.schema.json describes.
Node score_json(const Case& negotiation, const DraftScore& score, const JsonOptions& options = {});

} // namespace unbracket
