#pragma once

#include "unbracket/model/case.hpp"
#include "unbracket/model/document.hpp"
#include "unbracket/report/json_value.hpp"
#include "unbracket/report/page.hpp"
#include "unbracket/robust/ledger.hpp"

#include <string>

namespace unbracket {

/// The statements in groups, then how they stand to each other: pairs that contradict or differ,
/// what was superseded by what, what is passed on, the figures claimed, and who entered and checked
/// what, as far as the file names anybody.
std::string sources_text(const Case& negotiation, const Ledger& ledger, LedgerOrder order,
                         const ScreenOptions& options = {});

/// The object that docs/schema/sources.schema.json describes.
Node sources_json(const Case& negotiation, const Ledger& ledger, LedgerOrder order,
                  const JsonOptions& options = {});

/// `voice`, `speaker`, `source`, `date`, `attribution`: as --by takes it.
std::string_view name(LedgerOrder order);

} // namespace unbracket
