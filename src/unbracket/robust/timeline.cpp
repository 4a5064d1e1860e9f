#include "unbracket/robust/timeline.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

// Plain bookkeeping: every date of the case is read on its own, as a file of that day would be, and
// compared with the one before it. What was learned later cannot leak into an earlier date, since
// no later thing is in the case that is compared and decided there.

namespace unbracket {

namespace {

constexpr Date beginning_of_time{1, 1, 1};
constexpr Date end_of_time{9999, 12, 31};

/// All occurrences of a case by date.
class Course {
public:
    explicit Course(const Case& negotiation) : case_(negotiation) {
        add_events();
        add_dated(OccurrenceKind::draft, case_.drafts, &Draft::date);
        for (std::size_t i = 0; i < case_.changes.size(); ++i) {
            add_known({OccurrenceKind::change, i}, case_.changes[i].date);
        }
        add_fallbacks();
        add_drivers();
        for (std::size_t i = 0; i < case_.deadlines.size(); ++i) {
            add_due({OccurrenceKind::deadline, i}, case_.deadlines[i].date);
        }
        add_claims();
        add_dated(OccurrenceKind::statement, case_.statements, &Statement::date);
    }

    std::map<Date, std::vector<Occurrence>> dated;
    std::set<Date> read; // dates on which something gets known
    std::vector<Occurrence> undated;

private:
    void add_known(const Occurrence& occurrence, const Date& date) {
        dated[date].push_back(occurrence);
        read.insert(date);
    }

    /// Known before its day.
    void add_due(const Occurrence& occurrence, const std::optional<Date>& date) {
        (date ? dated[*date] : undated).push_back(occurrence);
    }

    template <class Things, class Thing>
    void add_dated(OccurrenceKind kind, const Things& things,
                   const std::optional<Date> Thing::* date) {
        for (std::size_t i = 0; i < things.size(); ++i) {
            if (const std::optional<Date>& day = things[i].*date) {
                add_known({kind, i}, *day);
            } else {
                undated.push_back({kind, i});
            }
        }
    }

    void add_events() {
        for (std::size_t i = 0; i < case_.events.size(); ++i) {
            const Event& event = case_.events[i];
            if (event.status == EventStatus::held && event.date) {
                add_known({OccurrenceKind::event, i}, *event.date);
            } else {
                add_due({OccurrenceKind::event, i}, event.date);
            }
        }
        for (std::size_t i = 0; i < case_.events.size(); ++i) {
            const auto& informed = case_.events[i].informed;
            for (std::size_t part = 0; part < informed.size(); ++part) {
                if (informed[part].second) {
                    add_known({OccurrenceKind::informed, i, part}, *informed[part].second);
                }
            }
        }
    }

    void add_fallbacks() {
        for (std::size_t i = 0; i < case_.fallbacks.size(); ++i) {
            const auto& periods = case_.fallbacks[i].periods;
            for (std::size_t part = 0; part < periods.size(); ++part) {
                if (periods[part].from) {
                    add_known({OccurrenceKind::fallback, i, part}, *periods[part].from);
                }
            }
        }
    }

    void add_drivers() {
        add_dated(OccurrenceKind::driver, case_.drivers, &Driver::from);
        for (std::size_t i = 0; i < case_.drivers.size(); ++i) {
            if (case_.drivers[i].full) {
                add_due({OccurrenceKind::full, i}, case_.drivers[i].full);
            }
        }
    }

    void add_claims() {
        for (std::size_t i = 0; i < case_.quantities.size(); ++i) {
            const auto& claims = case_.quantities[i].claims;
            for (std::size_t part = 0; part < claims.size(); ++part) {
                if (claims[part].from) {
                    add_known({OccurrenceKind::claim, i, part}, *claims[part].from);
                }
            }
        }
    }

    const Case& case_;
};

using JudgementKey = std::tuple<std::string, std::string, JudgementKind, std::string, JudgementUse>;

/// What is said of whole drafts, in words that mean the same on other dates.
std::vector<JudgementKey> judgements_of(const Case& negotiation) {
    std::vector<JudgementKey> keys;
    for (const Statement& statement : negotiation.statements) {
        for (const Judgement& judgement : statement.judgements) {
            keys.emplace_back(statement.key, negotiation.party(judgement.party).key, judgement.kind,
                              negotiation.draft(judgement.draft).key, judgement.use);
        }
    }
    return keys;
}

/// Whether the verdict, or what it turns on, may be another than before.
bool bears_on_verdict(const Case& before, const Case& after, const CaseChanges& changes) {
    const auto is_value = [](const EntryChange& change) { return change.value_changed; };
    const auto is_ground = [](const ThingChange& change) {
        return change.thing != ThingKind::draft || change.kind == ChangeKind::changed;
    };
    return std::any_of(changes.entries.begin(), changes.entries.end(), is_value) ||
           std::any_of(changes.things.begin(), changes.things.end(), is_ground) ||
           before.agreement.counted.size() != after.agreement.counted.size() ||
           judgements_of(before) != judgements_of(after);
}

std::vector<StatementId> superseded_by(const Case& whole, const TimelineDate& date) {
    std::vector<StatementId> superseded;
    for (const Occurrence& occurrence : date.occurrences) {
        if (occurrence.kind != OccurrenceKind::statement) {
            continue;
        }
        for (const StatementId id : whole.statements[occurrence.position].supersedes) {
            if (std::find(superseded.begin(), superseded.end(), id) == superseded.end()) {
                superseded.push_back(id);
            }
        }
    }
    return superseded;
}

/// Reads one date after the other and keeps what changed.
class DayReader {
public:
    explicit DayReader(const ClaimOptions& options) : options_(options) {}

    void read(TimelineDate& date, Result<LoadedCase> opened) {
        if (!opened) {
            date.problems = opened.problems();
            return;
        }
        latest_ = std::move(opened).value();
        bool bears = before_ == nullptr;
        if (before_ != nullptr) {
            date.changes = compare_cases(*before_->known, *latest_);
            bears =
                bears_on_verdict(before_->known->negotiation, latest_->negotiation, date.changes);
        }
        if (bears || !date.changes.entries.empty()) {
            date.known = latest_;
            before_ = &date;
        }
        if (bears) {
            date.standing = stand(*latest_, options_);
            has_readings_ = date.standing->verdict != VerdictKind::contradiction;
        }
        look_at_levers(date, bears);
    }

    /// A date of plans and dues: levers may come to full force.
    void look_ahead(TimelineDate& date) {
        if (latest_) {
            look_at_levers(date, false);
        }
    }

    /// The case of the last date that could be read.
    const std::optional<LoadedCase>& latest() const { return latest_; }

private:
    using Levers = std::vector<std::vector<LeverInForce>>;

    void look_at_levers(TimelineDate& date, bool bears) {
        Levers levers;
        for (const PartyId party : latest_->negotiation.agreement.counted) {
            levers.push_back(levers_on(latest_->negotiation, party, date.date));
        }
        if ((bears || levers != levers_) && has_readings_) {
            date.stands = find_stands(latest_->negotiation, date.date, options_);
        }
        levers_ = std::move(levers);
    }

    const ClaimOptions& options_;
    const TimelineDate* before_ = nullptr; // the last one with a case
    std::optional<LoadedCase> latest_;
    bool has_readings_ = false;
    Levers levers_;
};

void gather_beginnings(const Node& node, std::set<Date>& dates) {
    for (const Node& item : node.items) {
        gather_beginnings(item, dates);
    }
    for (const Node::Member& member : node.members) {
        // In JSON a date is a text.
        const bool begins = member.key == "from" && (member.value.kind == NodeKind::date ||
                                                     member.value.kind == NodeKind::text);
        if (const auto date = begins ? parse_date(member.value.text) : std::nullopt) {
            dates.insert(*date);
        }
        gather_beginnings(member.value, dates);
    }
}

/// Days on which values begin that a later change may have replaced, so that the whole case does
/// not show them: they stand in the file as it was before any change.
std::set<Date> beginnings(const Result<LoadedCase>& before, const Date& end) {
    std::set<Date> dates;
    if (before && before.value().with_later) {
        gather_beginnings(*before.value().with_later, dates);
    }
    std::erase_if(dates, [&](const Date& date) { return date > end; });
    return dates;
}

Timeline laid_out(LoadedCase whole, const std::set<Date>& beginnings) {
    Timeline timeline{.whole = std::move(whole)};
    timeline.start = {.date = beginning_of_time, .is_read = true};
    Course course(timeline.whole.negotiation);
    for (const Date& date : beginnings) {
        course.dated[date];
        course.read.insert(date);
    }
    timeline.undated = std::move(course.undated);
    for (auto& [date, occurrences] : course.dated) {
        std::stable_sort(occurrences.begin(), occurrences.end(),
                         [](const Occurrence& a, const Occurrence& b) { return a.kind < b.kind; });
        TimelineDate day{.date = date, .occurrences = std::move(occurrences)};
        day.is_read = course.read.count(date) > 0;
        day.superseded = superseded_by(timeline.whole.negotiation, day);
        timeline.dates.push_back(std::move(day));
    }
    return timeline;
}

/// The last day on which something gets known.
std::optional<Date> last_day(const Timeline& timeline) {
    std::optional<Date> last;
    for (const TimelineDate& date : timeline.dates) {
        last = date.is_read ? date.date : last;
    }
    return last;
}

} // namespace

const LoadedCase* case_before(const Timeline& timeline, std::size_t at) {
    for (std::size_t i = std::min(at, timeline.dates.size()); i > 0; --i) {
        if (timeline.dates[i - 1].known) {
            return &*timeline.dates[i - 1].known;
        }
    }
    return timeline.start.known ? &*timeline.start.known : nullptr;
}

const Standing* standing_before(const Timeline& timeline, std::size_t at) {
    for (std::size_t i = std::min(at, timeline.dates.size()); i > 0; --i) {
        if (timeline.dates[i - 1].standing) {
            return &*timeline.dates[i - 1].standing;
        }
    }
    return timeline.start.standing ? &*timeline.start.standing : nullptr;
}

const Standing* standing_after(const Timeline& timeline, std::size_t at) {
    return standing_before(timeline, at + 1);
}

namespace {

/// Reads the start and all dates, until somebody stops it.
void read_dates(const OpenAt& open, const std::optional<Date>& end, Result<LoadedCase> start,
                const ClaimOptions& options, Timeline& timeline) {
    const auto is_stopped = [&] {
        timeline.was_stopped = timeline.was_stopped || is_raised(options.cancel);
        return timeline.was_stopped;
    };
    DayReader reader(options);
    if (!is_stopped()) {
        reader.read(timeline.start, std::move(start));
    }
    for (TimelineDate& date : timeline.dates) {
        if (is_stopped()) {
            break;
        }
        if (!date.is_read) {
            reader.look_ahead(date);
            continue;
        }
        const bool is_end = end && date.date == *end;
        reader.read(date, is_end ? Result<LoadedCase>(timeline.whole) : open(date.date));
    }
    if (const std::optional<Date> last = last_day(timeline); last && !end) {
        const bool is_read = !is_stopped() && reader.latest();
        Result<LoadedCase> at_last = is_read ? Result<LoadedCase>(*reader.latest()) : open(*last);
        if (at_last) {
            timeline.whole = std::move(at_last).value(); // the same case under its true date
        }
    }
}

} // namespace

Result<Timeline> find_timeline(const OpenAt& open, const std::optional<Date>& end,
                               const ClaimOptions& options) {
    Result<LoadedCase> whole = open(end.value_or(end_of_time));
    if (!whole) {
        return whole.problems();
    }
    Result<LoadedCase> start = open(beginning_of_time);
    Timeline timeline =
        laid_out(std::move(whole).value(), beginnings(start, end.value_or(end_of_time)));
    timeline.end = end;
    read_dates(open, end, std::move(start), options, timeline);
    std::erase_if(timeline.dates, [](const TimelineDate& date) {
        return date.occurrences.empty() && !date.known && date.problems.empty();
    });
    return timeline;
}

} // namespace unbracket
