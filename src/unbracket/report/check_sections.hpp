#pragma once

#include "unbracket/report/page.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/robust/check.hpp"
#include "unbracket/robust/loaded_case.hpp"

#include <string>

// The sections of the first screen, in their order. Each puts its heading and sentences on the
// page, or nothing where it has nothing to say.

namespace unbracket::screen {

struct Checked {
    const Case& negotiation;
    const CheckResult& result;
    Lists lists = Lists::shortened;

    /// How many things of a list are shown where usually so many are.
    std::size_t most(std::size_t usual = most_listed) const { return shown_at_most(lists, usual); }
};

/// Who has to accept: `Alta and Bera`, with the count where the rule names one.
std::string partners(const Case& negotiation, std::size_t most = most_listed);

void put_title(const Checked& checked, Page& page);
void put_answer(const Checked& checked, Page& page);
/// Parts of the documents that may be signed alone, where the file allows it.
void put_signings(const Checked& checked, Page& page);
void put_turns_on(const Checked& checked, Page& page);
void put_rests_on(const Checked& checked, Page& page);
void put_numbers(const Checked& checked, Page& page);
void put_heard(const Checked& checked, Page& page);
void put_proof(const Checked& checked, Page& page);
void put_next(const Checked& checked, Page& page);
void put_notes(const Checked& checked, Page& page);

} // namespace unbracket::screen
