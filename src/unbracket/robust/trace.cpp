#include "unbracket/robust/trace.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/hard_entries.hpp"
#include "unbracket/robust/lint_parts.hpp"
#include "unbracket/robust/why.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace unbracket {

namespace {

/// The verdict of a case that was changed; nothing where it is none.
std::optional<VerdictKind> verdict_of(const Result<LoadedCase>& loaded,
                                      const ClaimOptions& options) {
    if (!loaded) {
        return std::nullopt;
    }
    const Case& negotiation = loaded.value().negotiation;
    return kind_of(decide(negotiation, appraise(negotiation), options));
}

/// Kinds that are left out whole; the others are made unknown.
std::optional<std::string> value_when_left_out(EntryKind kind) {
    switch (kind) {
    case EntryKind::limit:
    case EntryKind::norm:
    case EntryKind::rule:
        return "off";
    case EntryKind::curve_redline:
        return "none";
    case EntryKind::bonus:
    case EntryKind::risk:
    case EntryKind::intent:
    case EntryKind::weight_order:
        return "missing";
    case EntryKind::weight:
    case EntryKind::stance:
    case EntryKind::score:
    case EntryKind::order:
    case EntryKind::curve_value:
    case EntryKind::fallback:
        break;
    }
    return std::nullopt;
}

bool holds(const std::vector<StatementId>& statements, StatementId id) {
    return std::find(statements.begin(), statements.end(), id) != statements.end();
}

class Tracer {
public:
    Tracer(const LoadedCase& loaded, const ClaimOptions& options, Trace& trace)
        : loaded_(loaded), case_(loaded.negotiation), appraisal_(appraise(case_)),
          options_(options), trace_(trace) {
        trace_.verdict = kind_of(decide(case_, appraisal_, options_));
    }

    void look_at(EntryId id) {
        const Entry& entry = case_.entry(id);
        trace_.reported_by = entry.supported_by;
        trace_.inferred_from = entry.suggested_by;
        trace_.alternatives = linting::alternatives_on(case_, entry);
        trace_.can_move_verdict = can_move_verdict(case_, appraisal_, id);
        add_settings_of(entry.address);
        add_conflicts({id});
        trace_.without = without_entry(id);
    }

    void look_at(const std::vector<EntryId>& entries) {
        trace_.entries = entries;
        for (const EntryId id : entries) {
            const Entry& entry = case_.entry(id);
            add_new(trace_.reported_by, entry.supported_by);
            add_new(trace_.inferred_from, entry.suggested_by);
            add_new(trace_.alternatives, linting::alternatives_on(case_, entry));
            add_settings_of(entry.address);
            trace_.can_move_verdict =
                trace_.can_move_verdict || can_move_verdict(case_, appraisal_, id);
        }
        add_conflicts(entries);
    }

    void look_at(StatementId id) {
        const Statement& statement = case_.statement(id);
        if (statement.alternative) {
            trace_.alternatives.push_back(*statement.alternative);
        }
        for (std::size_t i = 0; i < case_.entries.size(); ++i) {
            add_entry_under(id, EntryId(i));
        }
        for (std::size_t i = 0; i < case_.statements.size(); ++i) {
            add_relation(id, StatementId(i));
        }
        for (const PartyId party : case_.agreement.counted) {
            const auto& couplings = appraisal_[as_index(party)].couplings;
            if (std::any_of(couplings.begin(), couplings.end(), [id](const Coupling& coupling) {
                    return coupling.origin == CouplingOrigin(id);
                })) {
                trace_.binds.push_back(party);
            }
        }
        add_records([id](const std::vector<StatementId>& said) { return holds(said, id); });
        add_claims(id);
        if (!has_made_a_change(id)) {
            const Result<Node> rest = without_statements(loaded_.document, {statement.key});
            trace_.without =
                rest ? verdict_of(load_case(rest.value(), loaded_.as_of), options_) : std::nullopt;
        }
    }

    void look_at(DraftId id) {
        const Draft& draft = case_.draft(id);
        trace_.reported_by = draft.said;
        for (const Fallback& fallback : case_.fallbacks) {
            const bool is_as_good = std::any_of(
                fallback.periods.begin(), fallback.periods.end(), [&](const FallbackPeriod& one) {
                    const auto* as_good = std::get_if<DraftId>(&one.value);
                    return as_good != nullptr && *as_good == id;
                });
            if (is_as_good) {
                trace_.entries.push_back(fallback.entry);
            }
        }
        add_judgements(id);
        add_records_of(id);
        Entry named;
        named.address = "draft." + draft.key;
        trace_.alternatives = linting::alternatives_on(case_, named);
        add_settings_of(named.address);
    }

    void look_at(AlternativeId id) {
        const Alternative& alternative = case_.alternatives[as_index(id)];
        for (std::size_t i = 0; i < case_.statements.size(); ++i) {
            if (case_.statements[i].alternative == id) {
                trace_.reported_by.emplace_back(i);
            }
        }
        for (std::size_t i = 0; i < case_.entries.size(); ++i) {
            if (holds_any(linting::alternatives_on(case_, case_.entries[i]), id)) {
                trace_.entries.emplace_back(i);
            }
        }
        for (const Alternative::Answer& answer : alternative.answers) {
            const Result<LoadedCase> answered = with_changes(loaded_, answer.settings);
            trace_.answers.push_back({answer.key, verdict_of(answered, options_),
                                      answered ? "" : to_string(answered.problems().front())});
        }
    }

    void count_voices() {
        std::set<StatementId> under(trace_.reported_by.begin(), trace_.reported_by.end());
        under.insert(trace_.inferred_from.begin(), trace_.inferred_from.end());
        for (const std::vector<StatementId>& voice : take_ledger(case_).voices) {
            const bool speaks = std::any_of(voice.begin(), voice.end(),
                                            [&](StatementId id) { return under.contains(id); });
            trace_.voices += speaks ? 1U : 0U;
        }
    }

private:
    template <class Things>
    static void add_new(Things& all, const Things& some) {
        for (const auto& thing : some) {
            if (std::find(all.begin(), all.end(), thing) == all.end()) {
                all.push_back(thing);
            }
        }
    }

    static bool holds_any(const std::vector<AlternativeId>& alternatives, AlternativeId id) {
        return std::find(alternatives.begin(), alternatives.end(), id) != alternatives.end();
    }

    void add_record(RecordKind kind, std::size_t position) {
        const auto is_same = [&](const Record& record) {
            return record.kind == kind && record.position == position;
        };
        if (std::none_of(trace_.records.begin(), trace_.records.end(), is_same)) {
            trace_.records.push_back({kind, position});
        }
    }

    /// Changes and levers that set or move an address.
    void add_settings_of(const std::string& address) {
        for (std::size_t i = 0; i < case_.changes.size(); ++i) {
            const auto& settings = case_.changes[i].settings;
            if (std::any_of(settings.begin(), settings.end(), [&](const Setting& setting) {
                    return linting::touches(setting.address, address);
                })) {
                add_record(RecordKind::change, i);
            }
        }
        for (std::size_t i = 0; i < case_.drivers.size(); ++i) {
            const auto& moves = case_.drivers[i].moves;
            if (std::any_of(moves.begin(), moves.end(), [&](const auto& move) {
                    return linting::touches(move.first, address);
                })) {
                add_record(RecordKind::driver, i);
            }
        }
    }

    /// Things whose list of statements is meant.
    template <class Wanted>
    void add_records(Wanted is_wanted) {
        const auto look_through = [&](RecordKind kind, const auto& things) {
            for (std::size_t i = 0; i < things.size(); ++i) {
                if (is_wanted(things[i].said)) {
                    add_record(kind, i);
                }
            }
        };
        look_through(RecordKind::draft, case_.drafts);
        look_through(RecordKind::document, case_.documents);
        look_through(RecordKind::driver, case_.drivers);
        look_through(RecordKind::change, case_.changes);
        look_through(RecordKind::event, case_.events);
        look_through(RecordKind::step, case_.steps);
        look_through(RecordKind::deadline, case_.deadlines);
        look_through(RecordKind::ratification, case_.ratifications);
    }

    /// The document has the values after its changes; what stood there before is not known here.
    bool has_made_a_change(StatementId id) const {
        return std::any_of(case_.changes.begin(), case_.changes.end(),
                           [&](const Change& change) { return holds(change.said, id); });
    }

    void add_claims(StatementId id) {
        for (std::size_t i = 0; i < case_.quantities.size(); ++i) {
            const auto& claims = case_.quantities[i].claims;
            if (std::any_of(claims.begin(), claims.end(),
                            [id](const Quantity::Claim& claim) { return claim.said == id; })) {
                add_record(RecordKind::quantity, i);
            }
        }
    }

    void add_entry_under(StatementId id, EntryId entry) {
        std::vector<StatementId> under = case_.entry(entry).supported_by;
        add_new(under, case_.entry(entry).suggested_by);
        if (holds(under, id)) {
            trace_.entries.push_back(entry);
            if (under.size() == 1) {
                trace_.alone.push_back(entry);
            }
        }
    }

    void add_relation(StatementId id, StatementId other) {
        const Statement& statement = case_.statement(other);
        if (statement.relays == id) {
            trace_.relayed_by.push_back(other);
        }
        if (holds(statement.supersedes, id)) {
            trace_.superseded_by.push_back(other);
        }
        if (holds(statement.contradicts, id) || holds(case_.statement(id).contradicts, other)) {
            trace_.contradicts.push_back(other);
        }
    }

    void add_judgements(DraftId id) {
        for (std::size_t i = 0; i < case_.statements.size(); ++i) {
            const Statement& statement = case_.statements[i];
            const bool judges = std::any_of(
                statement.judgements.begin(), statement.judgements.end(),
                [id](const Judgement& one) { return one.draft == id || one.over == id; });
            if (judges) {
                trace_.judged_by.emplace_back(i);
            }
        }
    }

    void add_records_of(DraftId id) {
        for (std::size_t i = 0; i < case_.drafts.size(); ++i) {
            if (case_.drafts[i].from == id) {
                add_record(RecordKind::draft, i);
            }
        }
        for (std::size_t i = 0; i < case_.documents.size(); ++i) {
            if (case_.documents[i].draft == id) {
                add_record(RecordKind::document, i);
            }
        }
        for (std::size_t i = 0; i < case_.events.size(); ++i) {
            const auto& drafts = case_.events[i].drafts;
            if (std::find(drafts.begin(), drafts.end(), id) != drafts.end()) {
                add_record(RecordKind::event, i);
            }
        }
    }

    void add_conflicts(const std::vector<EntryId>& entries) {
        const std::set<EntryId> wanted(entries.begin(), entries.end());
        const WhyResult result = why(loaded_, {.search = options_});
        for (const WhyQuestion& question : result.questions) {
            trace_.conflicts_are_all = trace_.conflicts_are_all && question.list.is_complete();
            for (const ConflictSet& conflict : question.list.conflicts) {
                const std::vector<EntryId> members = conflict.entries();
                const bool is_meant = std::any_of(members.begin(), members.end(),
                                                  [&](EntryId id) { return wanted.contains(id); });
                if (is_meant) {
                    trace_.conflicts.push_back({question.certainty, members});
                }
            }
        }
    }

    std::optional<VerdictKind> without_entry(EntryId id) const {
        const Entry& entry = case_.entry(id);
        const std::optional<std::string> value =
            is_switched_off(case_, id) ? "on" : value_when_left_out(entry.kind);
        if (value) {
            return verdict_of(with_changes(loaded_, {{entry.address, text_node(*value), {}}}),
                              options_);
        }
        const Appraisal changed = appraise(case_, EntryOverride{id, std::nullopt});
        return kind_of(decide(case_, changed, options_));
    }

    const LoadedCase& loaded_;
    const Case& case_;
    Appraisal appraisal_;
    ClaimOptions options_;
    Trace& trace_;
};

} // namespace

bool is_left_out_whole(EntryKind kind) {
    return value_when_left_out(kind).has_value();
}

Trace trace(const LoadedCase& loaded, const Traced& thing, const ClaimOptions& options) {
    Trace result;
    result.thing = thing;
    Tracer tracer(loaded, options, result);
    std::visit([&](const auto& one) { tracer.look_at(one); }, thing);
    tracer.count_voices();
    return result;
}

} // namespace unbracket
