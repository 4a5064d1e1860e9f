#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/lint_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace unbracket::linting {

namespace {

/// Marks what other parts of a case refer to.
class References {
public:
    explicit References(const Case& negotiation)
        : statements_(negotiation.statements.size()), sources_(negotiation.sources.size()),
          persons_(negotiation.persons.size()), documents_(negotiation.documents.size()) {
        mark_statements(negotiation);
        mark_record(negotiation);
        mark_talks(negotiation);
    }

    bool has(StatementId id) const { return statements_[as_index(id)]; }
    bool has(SourceId id) const { return sources_[as_index(id)]; }
    bool has(PersonId id) const { return persons_[as_index(id)]; }
    bool has(DocumentId id) const { return documents_[as_index(id)]; }

private:
    void mark(const std::vector<StatementId>& ids) {
        for (const StatementId id : ids) {
            statements_[as_index(id)] = true;
        }
    }
    void mark(const std::vector<PersonId>& ids) {
        for (const PersonId id : ids) {
            persons_[as_index(id)] = true;
        }
    }
    void mark(const std::optional<DocumentId>& id) {
        if (id) {
            documents_[as_index(*id)] = true;
        }
    }

    void mark_statements(const Case& negotiation) {
        for (const Statement& statement : negotiation.statements) {
            mark(statement.contradicts);
            mark(statement.supersedes);
            mark(statement.differs);
            for (const std::optional<StatementId>& other : {statement.relays, statement.same_as}) {
                if (other) {
                    statements_[as_index(*other)] = true;
                }
            }
            if (statement.source_id) {
                sources_[as_index(*statement.source_id)] = true;
            }
            if (statement.person) {
                persons_[as_index(*statement.person)] = true;
            }
        }
    }

    void mark_record(const Case& negotiation) {
        for (const Quantity& quantity : negotiation.quantities) {
            for (const Quantity::Claim& claim : quantity.claims) {
                statements_[as_index(claim.said)] = true;
            }
        }
        for (const Draft& draft : negotiation.drafts) {
            mark(draft.said);
        }
        for (const TreatyDocument& document : negotiation.documents) {
            mark(document.said);
        }
        for (const Issue& issue : negotiation.issues) {
            mark(issue.document);
        }
        for (const Point& point : negotiation.points) {
            mark(point.document);
        }
        for (const Package& package : negotiation.packages) {
            for (const std::vector<DocumentId>& group : package.groups) {
                for (const DocumentId id : group) {
                    mark(id);
                }
            }
        }
    }

    void mark_talks(const Case& negotiation) {
        for (const Driver& driver : negotiation.drivers) {
            mark(driver.said);
        }
        for (const Change& change : negotiation.changes) {
            mark(change.said);
        }
        for (const Step& step : negotiation.steps) {
            mark(step.said);
        }
        for (const Deadline& deadline : negotiation.deadlines) {
            mark(deadline.said);
        }
        for (const Ratification& ratification : negotiation.ratifications) {
            mark(ratification.said);
        }
        for (const Event& event : negotiation.events) {
            mark(event.said);
            mark(event.joined);
            mark(event.missing);
            for (const DocumentId id : event.documents) {
                mark(id);
            }
        }
    }

    std::vector<bool> statements_;
    std::vector<bool> sources_;
    std::vector<bool> persons_;
    std::vector<bool> documents_;
};

bool stands_alone(const Statement& statement) {
    return statement.kind == StatementKind::note || statement.kind == StatementKind::question ||
           statement.kind == StatementKind::framing;
}

bool says_something_usable(const Statement& statement) {
    const bool refers_back = statement.relays || statement.same_as ||
                             !statement.contradicts.empty() || !statement.supersedes.empty() ||
                             !statement.differs.empty();
    return !statement.supports.empty() || !statement.suggests.empty() ||
           !statement.judgements.empty() || !statement.issues.empty() || statement.alternative ||
           refers_back;
}

/// The first two of the statements one of which is said to contradict the other.
std::optional<std::pair<StatementId, StatementId>>
contradicting_pair(const Case& negotiation, const std::vector<StatementId>& statements) {
    std::map<StatementId, std::size_t> places; // first one of each
    for (std::size_t i = 0; i < statements.size(); ++i) {
        places.emplace(statements[i], i);
    }
    std::optional<std::pair<std::size_t, std::size_t>> first;
    for (const auto& [statement, place] : places) {
        for (const StatementId other : negotiation.statement(statement).contradicts) {
            const auto found = places.find(other);
            if (found != places.end() && other != statement) {
                const auto pair = std::minmax(place, found->second);
                first = first ? std::min(*first, {pair.first, pair.second})
                              : std::pair(pair.first, pair.second);
            }
        }
    }
    return first ? std::optional(std::pair(statements[first->first], statements[first->second]))
                 : std::nullopt;
}

/// Numbers of dropped and merged clauses that no point of the case has, each once for a draft.
/// Earlier plans may have had such clauses; diff cannot say what became of them.
std::vector<std::string> clauses_without_point(const Case& negotiation) {
    std::set<std::string_view> known;
    for (const Point& point : negotiation.points) {
        known.insert(point.key);
    }
    std::vector<std::string> found;
    for (const Draft& draft : negotiation.drafts) {
        std::set<std::string_view> seen = known;
        const auto look_at = [&](const std::string& number) {
            if (seen.insert(number).second) {
                found.push_back(number + " (" + draft.key + ")");
            }
        };
        std::for_each(draft.dropped.begin(), draft.dropped.end(), look_at);
        for (const auto& [into, from] : draft.merged) {
            look_at(into);
            std::for_each(from.begin(), from.end(), look_at);
        }
    }
    return found;
}

template <class Things, class Name>
void add_unused(std::vector<Unused>& all, UnusedKind kind, const Things& things, Name name_of) {
    Unused unused{kind, {}};
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (const std::optional<std::string> name = name_of(things[i], i)) {
            unused.names.push_back(*name);
        }
    }
    if (!unused.names.empty()) {
        all.push_back(std::move(unused));
    }
}

std::string numbered(std::string_view kind, std::size_t position, const std::string& name) {
    return name.empty() ? std::string(kind) + " " + std::to_string(position + 1) : name;
}

/// What no verdict uses, whatever else refers to it.
void add_what_no_verdict_uses(const Case& negotiation, const Appraisal& appraisal,
                              std::vector<Unused>& all) {
    using Name = std::optional<std::string>;
    add_unused(all, UnusedKind::driver, negotiation.drivers,
               [](const Driver& driver, std::size_t i) -> Name {
                   return numbered("driver", i, driver.key);
               });
    add_unused(
        all, UnusedKind::step, negotiation.steps,
        [](const Step& step, std::size_t i) -> Name { return numbered("step", i, step.title); });
    add_unused(all, UnusedKind::deadline, negotiation.deadlines,
               [](const Deadline& deadline, std::size_t i) -> Name {
                   return numbered("deadline", i, deadline.title);
               });
    add_unused(all, UnusedKind::ratification, negotiation.ratifications,
               [](const Ratification& ratification, std::size_t i) -> Name {
                   return numbered("ratification", i, ratification.by);
               });
    for (Note& note : notes_on(negotiation, appraisal)) {
        if (note.kind == NoteKind::judgements_left_out) {
            all.push_back({UnusedKind::judgement, std::move(note.names)});
        } else if (note.kind == NoteKind::weight_orders_left_out) {
            all.push_back({UnusedKind::weight_order, std::move(note.names)});
        }
    }
}

} // namespace

bool touches(std::string_view set_address, std::string_view entry_address) {
    const auto is_below = [](std::string_view longer, std::string_view shorter) {
        return longer.size() > shorter.size() && longer[shorter.size()] == '.' &&
               longer.substr(0, shorter.size()) == shorter;
    };
    return set_address == entry_address || is_below(set_address, entry_address) ||
           is_below(entry_address, set_address);
}

std::vector<AlternativeId> alternatives_on(const Case& negotiation, const Entry& entry) {
    std::vector<AlternativeId> found;
    for (std::size_t i = 0; i < negotiation.alternatives.size(); ++i) {
        const auto& answers = negotiation.alternatives[i].answers;
        const bool any =
            std::any_of(answers.begin(), answers.end(), [&](const Alternative::Answer& answer) {
                return std::any_of(answer.settings.begin(), answer.settings.end(),
                                   [&](const Setting& setting) {
                                       return touches(setting.address, entry.address);
                                   });
            });
        if (any) {
            found.emplace_back(i);
        }
    }
    return found;
}

std::vector<EntryId> entries_without_statement(const Case& negotiation) {
    std::vector<EntryId> found;
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const Entry& entry = negotiation.entries[i];
        if (entry.supported_by.empty() && entry.suggested_by.empty()) {
            found.emplace_back(i);
        }
    }
    return found;
}

std::vector<StatementId> find_idle_statements(const Case& negotiation) {
    const References references(negotiation);
    std::vector<StatementId> idle;
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        const Statement& statement = negotiation.statements[i];
        if (!stands_alone(statement) && !says_something_usable(statement) &&
            !references.has(StatementId(i))) {
            idle.emplace_back(i);
        }
    }
    return idle;
}

std::vector<MissingAlternative> find_missing_alternatives(const Case& negotiation) {
    std::vector<MissingAlternative> found;
    for (std::size_t i = 0; i < negotiation.entries.size(); ++i) {
        const Entry& entry = negotiation.entries[i];
        std::vector<StatementId> statements = entry.supported_by;
        statements.insert(statements.end(), entry.suggested_by.begin(), entry.suggested_by.end());
        const auto pair = contradicting_pair(negotiation, statements);
        if (pair && alternatives_on(negotiation, entry).empty()) {
            found.push_back({EntryId(i), pair->first, pair->second});
        }
    }
    return found;
}

std::vector<Unused> find_unused(const Case& negotiation, const Appraisal& appraisal) {
    using Name = std::optional<std::string>;
    const References references(negotiation);
    std::vector<Unused> all;
    add_what_no_verdict_uses(negotiation, appraisal, all);
    add_unused(all, UnusedKind::source, negotiation.sources,
               [&](const Source& source, std::size_t i) -> Name {
                   return references.has(SourceId(i)) ? std::nullopt : Name(source.key);
               });
    add_unused(all, UnusedKind::person, negotiation.persons,
               [&](const Person& person, std::size_t i) -> Name {
                   return references.has(PersonId(i)) ? std::nullopt : Name(person.key);
               });
    add_unused(all, UnusedKind::document, negotiation.documents,
               [&](const TreatyDocument& document, std::size_t i) -> Name {
                   return references.has(DocumentId(i)) ? std::nullopt : Name(document.key);
               });
    if (auto clauses = clauses_without_point(negotiation); !clauses.empty()) {
        all.push_back({UnusedKind::clause, std::move(clauses)});
    }
    add_unused(all, UnusedKind::switched_off, negotiation.limits,
               [&](const Limit& limit, std::size_t) -> Name {
                   const Entry& entry = negotiation.entry(limit.entry);
                   const bool waits = alternatives_on(negotiation, entry).empty();
                   return !limit.is_on && waits ? Name(entry.address) : std::nullopt;
               });
    return all;
}

} // namespace unbracket::linting
