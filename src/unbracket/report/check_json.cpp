#include "unbracket/report/check_json.hpp"

#include "unbracket/base/overloaded.hpp"
#include "unbracket/report/certificate_writer.hpp"
#include "unbracket/report/formalities_text.hpp"
#include "unbracket/report/next_question.hpp"
#include "unbracket/report/phrase.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace unbracket {

namespace {

Node text_or_null(const std::string& text) {
    return text.empty() ? null_node() : text_node(text);
}

Node verdict_or_null(const std::optional<VerdictKind>& verdict) {
    return verdict ? text_node(to_text(*verdict)) : null_node();
}

/// A reading in which unknown options may be red lines; certificates never need to say so.
Node failing_readings(const Case& negotiation, const std::vector<PartyReading>& readings) {
    Node node = table_node();
    for (const PartyReading& reading : readings) {
        Node party = write_reading(negotiation, reading);
        Node red_lines = table_node();
        for (const auto& [issue, option] : reading.red_lines) {
            const Issue& where = negotiation.issue(issue);
            Node* options = red_lines.find(where.key);
            options =
                options != nullptr ? options : &add_member(red_lines, where.key, list_node({}));
            options->items.push_back(json_option(where, option));
        }
        if (reading.refuses) {
            add_member(party, "refuses", boolean_node(true));
        }
        if (!red_lines.members.empty()) {
            add_member(party, "red_lines", std::move(red_lines));
        }
        add_member(node, negotiation.party(reading.party).key, std::move(party));
    }
    return node;
}

/// The parts of the answer that belong to some verdicts only; null for the others.
struct Evidence {
    Node outcome = null_node();
    Node possible_outcome = null_node();
    Node possible_reading = null_node();
    Node failing_reading = null_node();
    Node reason = null_node();
    Node contradiction = null_node();
    Node contradicting_statements = null_node();
};

Evidence evidence_of(const Case& negotiation, const Verdict& verdict) {
    Evidence evidence;
    const auto add_possible = [&](const Outcome& outcome,
                                  const std::vector<PartyReading>& readings) {
        evidence.possible_outcome = json_outcome(negotiation, outcome);
        evidence.possible_reading = write_readings(negotiation, readings);
    };
    std::visit(Overloaded{
                   [&](const AgreementVerdict& agreement) {
                       evidence.outcome = json_outcome(negotiation, agreement.outcome);
                   },
                   [](const NoAgreementVerdict&) {},
                   [&](const DependsVerdict& depends) {
                       add_possible(depends.possible_outcome, depends.possible_reading);
                       if (depends.failing_reading) {
                           evidence.failing_reading =
                               failing_readings(negotiation, *depends.failing_reading);
                       }
                   },
                   [&](const UndecidedVerdict& undecided) {
                       evidence.reason = text_node(reason_text(negotiation, undecided));
                       if (undecided.possible_outcome) {
                           add_possible(*undecided.possible_outcome, undecided.possible_reading);
                       }
                   },
                   [&](const ContradictionVerdict& contradiction) {
                       evidence.contradiction =
                           text_node(negotiation.party(contradiction.party).key);
                       std::vector<std::string> statements;
                       for (const StatementId statement : contradiction.statements) {
                           statements.push_back(negotiation.statement(statement).key);
                       }
                       evidence.contradicting_statements = json_texts(statements);
                   },
               },
               verdict.answer);
    return evidence;
}

Node surplus_node(const Case& negotiation, const CheckResult& result, const JsonOptions& options) {
    Node node = table_node();
    for (const PartySurplus& surplus : result.surplus) {
        const Party& party = negotiation.party(surplus.party);
        if (party.scale != Scale::none) {
            add_member(node, party.key, json_range(surplus.surplus, options));
        }
    }
    return node;
}

const char* kind_name(const QuestionSubject& subject) {
    return std::visit(Overloaded{[](AlternativeId) { return "alternative"; },
                                 [](DraftId) { return "draft_on_table"; },
                                 [](StatementId) { return "judgement"; }},
                      subject);
}

Node question_node(const Case& negotiation, const OpenQuestion& question) {
    Node node = table_node();
    add_member(node, "id", text_node(question.id));
    add_member(node, "question", text_node(question_text(negotiation, question)));
    add_member(node, "kind", text_node(kind_name(question.subject)));
    add_member(node, "evaluated", boolean_node(question.is_evaluated));
    Node& answers = add_member(node, "answers", table_node());
    Node problems = table_node();
    for (const AnswerVerdict& answer : question.answers) {
        add_member(answers, answer.key, verdict_or_null(answer.verdict));
        if (!answer.verdict) {
            add_member(problems, answer.key, text_node(answer.problem));
        }
    }
    if (!problems.members.empty()) {
        add_member(node, "problems", std::move(problems));
    }
    add_member(node, "decisive", json_count(question.decisive));
    add_member(node, "of", json_count(question.combinations));
    return node;
}

Node alternatives_node(const Case& negotiation, const AlternativesTable& table) {
    std::vector<Node> questions;
    for (const OpenQuestion& question : table.questions) {
        questions.push_back(question_node(negotiation, question));
    }
    return list_node(std::move(questions));
}

/// All combinations of answers with the verdict under each; null where they were too many.
Node combinations_node(const AlternativesTable& table) {
    if (!table.is_complete) {
        return null_node();
    }
    std::vector<Node> combinations;
    for (const CombinationVerdict& combination : table.combinations) {
        Node node = table_node();
        Node& answers = add_member(node, "answers", table_node());
        for (std::size_t i = 0; i < combination.answers.size(); ++i) {
            const OpenQuestion& question = table.questions[i];
            add_member(answers, question.id,
                       text_node(question.answers[combination.answers[i]].key));
        }
        add_member(node, "verdict", verdict_or_null(combination.verdict));
        if (!combination.verdict) {
            add_member(node, "problem", text_node(combination.problem));
        }
        combinations.push_back(std::move(node));
    }
    return list_node(std::move(combinations));
}

/// Each sentence once, as in the text.
Node next_node(const Case& negotiation, const CheckResult& result) {
    const auto& questions = result.alternatives.questions;
    return json_list(next_questions(negotiation, result), [&](const WordedQuestion& worded) {
        const NextQuestion& next = *worded.next;
        const auto* question = std::get_if<std::size_t>(&next.about);
        const auto* entry = std::get_if<EntryId>(&next.about);
        const auto* party = std::get_if<PartyId>(&next.about);
        Node node = table_node();
        add_member(node, "question",
                   question != nullptr ? text_node(questions[*question].id) : null_node());
        add_member(node, "entry",
                   entry != nullptr ? text_node(negotiation.entry(*entry).address) : null_node());
        add_member(node, "fallback_of",
                   party != nullptr ? text_node(negotiation.party(*party).key) : null_node());
        add_member(node, "ask", json_parties(negotiation, next.asked));
        add_member(node, "text", text_node(worded.text));
        return node;
    });
}

Node coverage_node(const Coverage& coverage) {
    Node node = table_node();
    add_member(node, "entries", json_count(coverage.entries));
    add_member(node, "own_words", json_count(coverage.own_words));
    add_member(node, "others_words", json_count(coverage.others_words));
    add_member(node, "experts", json_count(coverage.experts));
    add_member(node, "narrator", json_count(coverage.narrator));
    add_member(node, "inferred", json_count(coverage.inferred));
    add_member(node, "assumed", json_count(coverage.assumed));
    return node;
}

Node count_node(const ZoneCount& count) {
    const auto counted = [&](std::uint64_t number) {
        return count.is_counted ? json_count(number) : null_node();
    };
    Node node = table_node();
    const bool is_known = !count.is_saturated && count.outcomes > 0;
    add_member(node, "outcomes", is_known ? json_count(count.outcomes) : null_node());
    add_member(node, "sure", counted(count.sure));
    add_member(node, "possible", counted(count.possible));
    return node;
}

Node exclusions_node(const Case& negotiation, const std::vector<ValueExclusion>& exclusions) {
    Node node = table_node();
    for (const ValueExclusion& exclusion : exclusions) {
        const auto excluded = [&](std::uint64_t count, bool is_none) {
            return is_none ? json_count(0) : exclusion.is_counted ? json_count(count) : null_node();
        };
        Node& party = add_member(node, negotiation.party(exclusion.party).key, table_node());
        add_member(party, "never", excluded(exclusion.never, exclusion.excludes_none_possible));
        add_member(party, "not_always",
                   excluded(exclusion.not_always, exclusion.excludes_none_sure));
    }
    return node;
}

Node room_node(const Case& negotiation, const RoomReport& room) {
    if (!room.event) {
        return null_node();
    }
    const Event& event = negotiation.events[*room.event];
    Node node = table_node();
    add_member(node, "event", text_or_null(event.key));
    add_member(node, "date", event.date ? text_node(to_iso(*event.date)) : null_node());
    add_member(node, "absent", json_parties(negotiation, room.absent));
    return node;
}

Node hinges_node(const Case& negotiation, const std::vector<Hinge>& hinges,
                 const JsonOptions& options) {
    std::vector<Node> items;
    for (const Hinge& hinge : hinges) {
        Node node = table_node();
        add_member(node, "entry", text_node(negotiation.entry(hinge.entry).address));
        add_member(node, "tried", hinge.tried ? json_range(*hinge.tried, options) : null_node());
        add_member(node, "at_low", verdict_or_null(hinge.at_low));
        add_member(node, "at_high", verdict_or_null(hinge.at_high));
        items.push_back(std::move(node));
    }
    return list_node(std::move(items));
}

Node signings_node(const Case& negotiation, const std::vector<Signing>& signings) {
    return json_list(signings, [&](const Signing& signing) {
        Node node = table_node();
        add_member(node, "documents", json_list(signing.documents, [&](DocumentId id) {
                       return text_node(negotiation.documents[as_index(id)].key);
                   }));
        add_member(node, "verdict",
                   signing.verdict ? text_node(to_text(*signing.verdict)) : null_node());
        add_member(node, "problem", json_text_or_null(signing.problem));
        return node;
    });
}

const char* kind_name(NoteKind kind) {
    switch (kind) {
    case NoteKind::judgements_left_out:
        return "judgements_left_out";
    case NoteKind::weight_orders_left_out:
        return "weight_orders_left_out";
    case NoteKind::drivers_not_applied:
        return "drivers_not_applied";
    case NoteKind::steps_not_applied:
        return "steps_not_applied";
    case NoteKind::ratification_not_applied:
        return "ratification_not_applied";
    case NoteKind::deadlines_not_applied:
        return "deadlines_not_applied";
    case NoteKind::no_norms:
        return "no_norms";
    case NoteKind::rests_on_cut:
        return "rests_on_cut";
    case NoteKind::verdict_only:
        break;
    }
    return "verdict_only";
}

Node notes_node(const std::vector<Note>& notes) {
    std::vector<Node> items;
    for (const Note& note : notes) {
        Node node = table_node();
        add_member(node, "kind", text_node(kind_name(note.kind)));
        add_member(node, "names", json_texts(note.names));
        items.push_back(std::move(node));
    }
    return list_node(std::move(items));
}

/// `limits`, `root` or `tree`, the most laborious that a part needed.
const char* kind_of_parts(const NoOutcome& none) {
    std::size_t most = 0;
    for (const PartProof& part : none.parts) {
        most = std::max(most, part.proof.index());
    }
    constexpr const char* names[] = {"limits", "root", "tree", "judgements"};
    return names[most];
}

struct ProofKind {
    const char* claim;
    const char* kind;
};

Node proof_node(const Verdict& verdict) {
    const ProofKind proof = std::visit(
        Overloaded{
            [](const AgreementVerdict&) { return ProofKind{"sure", "outcome"}; },
            [](const NoAgreementVerdict& none) {
                return ProofKind{"none_possible", kind_of_parts(none.proof)};
            },
            [](const DependsVerdict& depends) {
                return ProofKind{"none_sure", kind_of_parts(depends.none_sure)};
            },
            [](const UndecidedVerdict& undecided) {
                return undecided.possible_outcome ? ProofKind{"possible", "outcome"}
                                                  : ProofKind{"", ""};
            },
            [](const ContradictionVerdict& none) {
                return ProofKind{"no_reading", none.statements.empty() ? "entries" : "judgements"};
            },
        },
        verdict.answer);
    Node node = table_node();
    add_member(node, "claim", text_or_null(proof.claim));
    add_member(node, "kind", text_or_null(proof.kind));
    add_member(node, "nodes", json_count(verdict.nodes));
    return node;
}

Node milliseconds(double seconds) {
    constexpr double microseconds_in_second = 1e6;
    const auto whole = static_cast<std::int64_t>(seconds * microseconds_in_second);
    return number_node(Rational(whole, 1000).to_decimal_text(3));
}

} // namespace

Node check_json(const LoadedCase& loaded, const CheckResult& result, const JsonOptions& options) {
    const Case& negotiation = loaded.negotiation;
    Evidence evidence = evidence_of(negotiation, result.verdict);
    Node node = table_node();
    add_identity(node, negotiation);
    add_member(node, "verdict", text_node(to_text(kind_of(result.verdict))));
    add_member(node, "reason", std::move(evidence.reason));
    add_member(node, "contradiction", std::move(evidence.contradiction));
    add_member(node, "contradicting_statements", std::move(evidence.contradicting_statements));
    add_member(node, "outcome", std::move(evidence.outcome));
    add_member(node, "possible_outcome", std::move(evidence.possible_outcome));
    add_member(node, "possible_reading", std::move(evidence.possible_reading));
    add_member(node, "failing_reading", std::move(evidence.failing_reading));
    add_member(node, "several_readings", boolean_node(result.has_several_readings));
    add_member(node, "surplus", surplus_node(negotiation, result, options));
    add_member(node, "count", count_node(result.count));
    add_member(node, "rests_on", json_addresses(negotiation, result.rests_on));
    add_member(node, "rests_on_said", json_list(result.rests_on_said, [&](const auto& origin) {
                   const auto* statement = std::get_if<StatementId>(&origin);
                   return text_node(statement != nullptr
                                        ? negotiation.statement(*statement).key
                                        : negotiation.entry(std::get<EntryId>(origin)).address);
               }));
    add_member(node, "rests_on_complete", boolean_node(result.rests_on_is_complete));
    add_member(node, "hinges", hinges_node(negotiation, result.hinges, options));
    add_member(node, "alternatives", alternatives_node(negotiation, result.alternatives));
    add_member(node, "combinations", combinations_node(result.alternatives));
    add_member(node, "next", next_node(negotiation, result));
    add_member(node, "signings", signings_node(negotiation, result.signings));
    add_member(node, "exclusions", exclusions_node(negotiation, result.exclusions));
    add_member(node, "coverage", coverage_node(result.coverage));
    add_member(node, "room", room_node(negotiation, result.room));
    add_member(node, "proof", proof_node(result.verdict));
    add_member(node, "share", null_node());
    const Outcome* shown = result.shown_outcome();
    add_formalities(negotiation,
                    formalities_of(negotiation, shown ? std::optional(*shown) : std::nullopt),
                    node);
    add_member(node, "notes", notes_node(result.notes));
    if (options.timings == JsonTimings::present) {
        add_member(node, "elapsed_ms", milliseconds(result.engine_seconds));
    }
    return node;
}

} // namespace unbracket
