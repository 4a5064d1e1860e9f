#pragma once

#include "unbracket/robust/lint.hpp"
#include "unbracket/zone/appraisal.hpp"

#include <string_view>
#include <vector>

// The parts of lint(), each looking at one side of a case.

namespace unbracket::linting {

std::vector<Gap> find_gaps(const Case& negotiation);

std::vector<Contradiction> find_contradictions(const Case& negotiation, const Appraisal& appraisal);

std::vector<PartyLimits> list_limits(const Case& negotiation);
std::vector<UnequalCoding> find_unequal_codings(const Case& negotiation);
std::vector<ExcludedBest> find_excluded_best(const Case& negotiation, const Appraisal& appraisal);

std::vector<EntryId> entries_without_statement(const Case& negotiation);
std::vector<StatementId> find_idle_statements(const Case& negotiation);
std::vector<MissingAlternative> find_missing_alternatives(const Case& negotiation);

std::vector<LoadedWord> find_loaded_words(const Case& negotiation,
                                          const std::vector<WordAdvice>& words);
std::vector<NamedParties> find_named_parties(const Case& negotiation);
std::vector<EntryId> find_bare_numbers(const Case& negotiation);
std::vector<OneSided> find_one_sided(const Case& negotiation);
std::vector<AgeingEntry> find_ageing(const Case& negotiation, int days);
/// Cost: pairs of a party's limits, of which at most two million are compared.
std::vector<DoubledLimit> find_doubled_limits(const Case& negotiation);

std::vector<Unused> find_unused(const Case& negotiation, const Appraisal& appraisal);

/// Whether setting that address changes that entry, a part of it or something above it.
bool touches(std::string_view set_address, std::string_view entry_address);

/// The alternatives one of whose answers touches the entry.
std::vector<AlternativeId> alternatives_on(const Case& negotiation, const Entry& entry);

/// Whether the entry is a hard limit in force: a red line, a limit or norm that is on, or refusal.
bool is_hard_limit(const Case& negotiation, EntryId id);

} // namespace unbracket::linting
