#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/robust/lint.hpp"

#include <string>
#include <vector>

// One sentence for each thing that lint finds; text and JSON say the same.

namespace unbracket::linting {

std::string sentence(const Case& negotiation, const Gap& gap);
std::string sentence(const Case& negotiation, const Contradiction& contradiction);
std::string sentence(const Case& negotiation, const UnequalCoding& coding);
std::string sentence(const Case& negotiation, const ExcludedBest& excluded);
std::string sentence(const Case& negotiation, const MissingAlternative& missing);
std::string sentence(const Unused& unused);
std::string sentence(const Case& negotiation, const LoadedWord& loaded);
std::string sentence(const Case& negotiation, const OneSided& one_sided);
std::string sentence(const Case& negotiation, const NamedParties& named);
std::string sentence(const Case& negotiation, const DoubledLimit& doubled);
std::string sentence(const Case& negotiation, const AgeingEntry& ageing);

/// The questions an answer of which switches the limit on, by id.
std::vector<std::string> switching_questions(const Case& negotiation, EntryId limit);

/// Names for JSON: `weight`, `no_reading`, `switched_off` ...
std::string name(GapKind kind);
std::string name(ContradictionKind kind);
std::string name(UnusedKind kind);
std::string name(OneSidedKind kind);
/// `draft.first`, `alternative.price`
std::string name(const Case& negotiation, const NamedParties& named);

} // namespace unbracket::linting
