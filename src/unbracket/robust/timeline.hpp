#pragma once

#include "unbracket/base/date.hpp"
#include "unbracket/base/result.hpp"
#include "unbracket/robust/diff_cases.hpp"
#include "unbracket/robust/loaded_case.hpp"
#include "unbracket/robust/ripeness.hpp"
#include "unbracket/robust/standing.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace unbracket {

/// What can happen on a day. `informed`: a party hears of a meeting; `full`: a lever comes to full
/// force; `fallback`: a dated no-agreement value begins; `claim`: a claim on a quantity begins.
enum class OccurrenceKind {
    event,
    informed,
    draft,
    change,
    fallback,
    driver,
    full,
    deadline,
    claim,
    statement
};

/// One such thing, by its position in the list of the whole case that holds it; `part` is the
/// period of a fallback, the claim of a quantity, the party informed.
struct Occurrence {
    OccurrenceKind kind = OccurrenceKind::event;
    std::size_t position = 0;
    std::size_t part = 0;
    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

struct TimelineDate {
    Date date;
    std::vector<Occurrence> occurrences; // in the order of OccurrenceKind, then of the file
    /// Statements that one of this date supersedes, by the ids of the whole case.
    std::vector<StatementId> superseded;
    /// False where there are only plans and dues: the case is known as on the date before.
    bool is_read = false;
    Diagnostics problems; // why the case is not valid as known on that day
    /// The case, where an entry changed, or what else bears on the verdict, and at the start.
    std::optional<LoadedCase> known;
    CaseChanges changes; // since the date before that has a case
    /// Where `known` differs in something that bears on the verdict; else it stands as before.
    std::optional<Standing> standing;
    /// Where a value or a lever on some party differs from before, and the entries leave each party
    /// a reading.
    std::optional<std::vector<PartyStand>> stands;
};

struct Timeline {
    /// The case at the end: all occurrences stand in it.
    LoadedCase whole;
    std::optional<Date> end; // nothing later was asked for
    /// What holds before the first of the dates: entries without a date. Nothing occurs in it.
    TimelineDate start;
    std::vector<TimelineDate> dates;
    std::vector<Occurrence> undated; // events, drafts, levers, wishes for speed, statements
    bool was_stopped = false;        // later dates were not read
};

/// The case as known on a day, with everything else that was asked for.
using OpenAt = std::function<Result<LoadedCase>(const Date&)>;

/// The course of a case and how it stands after each date. Each date is read as if nothing later
/// existed; a search is made only where an entry, an open question or a judgement changed. With an
/// `end`, what is later than that is not known; plans and dues known by then are listed beyond it.
/// Cost: one reading a date, one check for each that changes something, and find_stands() there.
Result<Timeline> find_timeline(const OpenAt& open, const std::optional<Date>& end,
                               const ClaimOptions& options = {});

/// The last case before that date, by position; nothing where none could be read.
const LoadedCase* case_before(const Timeline& timeline, std::size_t at);
/// How the case stands before and after that date; nothing where none could be read so far.
const Standing* standing_before(const Timeline& timeline, std::size_t at);
const Standing* standing_after(const Timeline& timeline, std::size_t at);

} // namespace unbracket
