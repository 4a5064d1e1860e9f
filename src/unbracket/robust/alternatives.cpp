#include "unbracket/robust/alternatives.hpp"

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"
#include "unbracket/zone/appraisal.hpp"
#include "unbracket/zone/find_couplings.hpp"

#include <algorithm>
#include <span>

// Every question multiplies the versions of the case; up to a fixed number all of them are decided,
// so that questions which matter only together show it. A question is ranked by the share of the
// other questions' answers under which its own answer moves the verdict, as a voter's power is the
// share of the others' votes under which his own decides.
//
// Source: Banzhaf (1965), Weighted voting doesn't work [banzhaf1965weighted]

namespace unbracket {

namespace {

constexpr std::uint64_t most_combinations = 64;

/// A question with the settings each of its answers makes.
struct Candidate {
    OpenQuestion question;
    std::vector<std::vector<Setting>> settings;
};

/// Whether some verdict may look at what is set.
bool is_used_by_verdicts(const Case& negotiation, const Appraisal& appraisal,
                         const Setting& setting) {
    const std::string& address = setting.address;
    if (!address.starts_with("said.")) {
        return !(address.starts_with("draft.") && address.ends_with(".on_table"));
    }
    for (std::size_t at = 0; at < negotiation.statements.size(); ++at) {
        if (address.starts_with("said." + negotiation.statements[at].key + ".")) {
            return would_tie(negotiation, appraisal, StatementId(at));
        }
    }
    return false;
}

/// An answer without settings leaves the file as it stands.
bool is_evaluated(const Case& negotiation, const Appraisal& appraisal, const Candidate& candidate) {
    bool has_settings = false;
    for (const std::vector<Setting>& answer : candidate.settings) {
        has_settings = has_settings || !answer.empty();
        if (std::any_of(answer.begin(), answer.end(), [&](const Setting& setting) {
                return is_used_by_verdicts(negotiation, appraisal, setting);
            })) {
            return true;
        }
    }
    return !has_settings;
}

Setting text_setting(std::string address, std::string text) {
    return {std::move(address), text_node(std::move(text)), {}};
}

void add_answer(Candidate& candidate, std::string key, std::vector<Setting> settings) {
    candidate.question.answers.push_back({std::move(key), std::nullopt, {}});
    candidate.settings.push_back(std::move(settings));
}

Candidate from_alternative(const Case& negotiation, AlternativeId id) {
    const Alternative& alternative = negotiation.alternatives[as_index(id)];
    Candidate candidate;
    candidate.question.id = alternative.key;
    candidate.question.subject = id;
    for (const Alternative::Answer& answer : alternative.answers) {
        add_answer(candidate, answer.key, answer.settings);
    }
    return candidate;
}

Candidate from_draft(const Case& negotiation, DraftId id) {
    const std::string& key = negotiation.draft(id).key;
    Candidate candidate;
    candidate.question.id = "draft." + key;
    candidate.question.subject = id;
    for (const char* answer : {"yes", "no"}) {
        add_answer(candidate, answer, {text_setting("draft." + key + ".on_table", answer)});
    }
    return candidate;
}

/// All its judgements are meant, since `use` says for all of them how they count.
Candidate from_judgements(const Case& negotiation, StatementId id) {
    const std::string& key = negotiation.statement(id).key;
    Candidate candidate;
    candidate.question.id = "said." + key;
    candidate.question.subject = id;
    add_answer(candidate, "yes", {text_setting("said." + key + ".use", "binds")});
    add_answer(candidate, "no", {text_setting("said." + key + ".use", "record")});
    return candidate;
}

std::vector<Candidate> open_questions(const Case& negotiation) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < negotiation.alternatives.size(); ++i) {
        candidates.push_back(from_alternative(negotiation, AlternativeId(i)));
    }
    for (std::size_t i = 0; i < negotiation.drafts.size(); ++i) {
        const Draft& draft = negotiation.drafts[i];
        if (draft.on_table == OnTable::unsure) {
            candidates.push_back(from_draft(negotiation, DraftId(i)));
        }
    }
    for (std::size_t i = 0; i < negotiation.statements.size(); ++i) {
        const Statement& statement = negotiation.statements[i];
        const bool is_hypothesis =
            std::any_of(statement.judgements.begin(), statement.judgements.end(),
                        [](const Judgement& j) { return j.use == JudgementUse::hypothesis; });
        if (is_hypothesis) {
            candidates.push_back(from_judgements(negotiation, StatementId(i)));
        }
    }
    const Appraisal appraisal = appraise(negotiation);
    for (Candidate& candidate : candidates) {
        candidate.question.is_evaluated = is_evaluated(negotiation, appraisal, candidate);
    }
    std::stable_partition(candidates.begin(), candidates.end(),
                          [](const Candidate& c) { return c.question.is_evaluated; });
    return candidates;
}

struct Decided {
    std::optional<VerdictKind> verdict;
    std::string problem;
};

Decided decide_with(const LoadedCase& loaded, const std::vector<Setting>& settings,
                    const ClaimOptions& options) {
    const Result<Node> changed = with_settings(loaded.document, settings);
    if (!changed) {
        return {std::nullopt, to_string(changed.problems().front())};
    }
    const Result<Case> bound = bind_version(changed.value(), loaded.as_of);
    if (!bound) {
        return {std::nullopt, to_string(bound.problems().front())};
    }
    const Case& negotiation = bound.value();
    return {kind_of(decide(negotiation, appraise(negotiation), options)), {}};
}

using Candidates = std::span<const Candidate>;

/// One for each way of answering them all; no more than one above the limit.
std::uint64_t count_combinations(Candidates candidates) {
    std::uint64_t count = 1;
    for (const Candidate& candidate : candidates) {
        count = std::min(count * candidate.settings.size(), most_combinations + 1);
    }
    return count;
}

/// The combination at a place in the list of all, the last question running fastest.
std::vector<std::size_t> combination_at(Candidates candidates, std::uint64_t place) {
    std::vector<std::size_t> answers(candidates.size(), 0);
    for (std::size_t i = candidates.size(); i-- > 0;) {
        answers[i] = place % candidates[i].settings.size();
        place /= candidates[i].settings.size();
    }
    return answers;
}

void decide_one_at_a_time(const LoadedCase& loaded, const ClaimOptions& options,
                          std::vector<Candidate>& candidates) {
    for (Candidate& candidate : candidates) {
        for (std::size_t i = 0; i < candidate.settings.size(); ++i) {
            Decided decided = decide_with(loaded, candidate.settings[i], options);
            candidate.question.answers[i].verdict = decided.verdict;
            candidate.question.answers[i].problem = std::move(decided.problem);
        }
    }
}

std::vector<CombinationVerdict> decide_all(const LoadedCase& loaded, const ClaimOptions& options,
                                           Candidates candidates) {
    std::vector<CombinationVerdict> verdicts;
    const std::uint64_t count = count_combinations(candidates);
    for (std::uint64_t place = 0; place < count; ++place) {
        CombinationVerdict verdict{combination_at(candidates, place), std::nullopt, {}};
        std::vector<Setting> settings;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto& chosen = candidates[i].settings[verdict.answers[i]];
            settings.insert(settings.end(), chosen.begin(), chosen.end());
        }
        Decided decided = decide_with(loaded, settings, options);
        verdict.verdict = decided.verdict;
        verdict.problem = std::move(decided.problem);
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

bool agree_elsewhere(const CombinationVerdict& a, const CombinationVerdict& b, std::size_t at) {
    for (std::size_t i = 0; i < a.answers.size(); ++i) {
        if (i != at && a.answers[i] != b.answers[i]) {
            return false;
        }
    }
    return true;
}

/// Counts the combinations of the other questions under which this one's answers disagree.
void count_decisive(const std::vector<CombinationVerdict>& all, std::size_t at,
                    OpenQuestion& question) {
    question.combinations = 0, question.decisive = 0;
    for (const CombinationVerdict& first : all) {
        if (first.answers[at] != 0) {
            continue;
        }
        ++question.combinations;
        const bool is_decisive =
            std::any_of(all.begin(), all.end(), [&](const CombinationVerdict& other) {
                return other.verdict != first.verdict && agree_elsewhere(first, other, at);
            });
        question.decisive += is_decisive ? 1 : 0;
    }
}

/// What decides between questions that are equally often decisive.
int rank_alone(const OpenQuestion& question) {
    return question.changes_verdict() ? 2 : question.may_matter() ? 1 : 0;
}

/// Those that are not evaluated stay where they are, behind all others.
void rank(AlternativesTable& table) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < table.evaluated_count(); ++i) {
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const OpenQuestion &first = table.questions[a], &second = table.questions[b];
        const std::uint64_t left = first.decisive * second.combinations;
        const std::uint64_t right = second.decisive * first.combinations;
        return left != right ? left > right : rank_alone(first) > rank_alone(second);
    });
    std::vector<OpenQuestion> ranked;
    for (const std::size_t at : order) {
        ranked.push_back(std::move(table.questions[at]));
    }
    std::move(ranked.begin(), ranked.end(), table.questions.begin());
    for (CombinationVerdict& combination : table.combinations) {
        std::vector<std::size_t> answers;
        for (const std::size_t at : order) {
            answers.push_back(combination.answers[at]);
        }
        combination.answers = std::move(answers);
    }
}

} // namespace

bool OpenQuestion::changes_verdict() const {
    return std::any_of(answers.begin(), answers.end(), [&](const AnswerVerdict& answer) {
        return answer.verdict != answers.front().verdict;
    });
}

bool OpenQuestion::may_matter() const {
    return decisive > 0 || changes_verdict() ||
           std::any_of(answers.begin(), answers.end(),
                       [](const AnswerVerdict& answer) { return !answer.verdict; });
}

std::size_t AlternativesTable::evaluated_count() const {
    return static_cast<std::size_t>(
        std::count_if(questions.begin(), questions.end(),
                      [](const OpenQuestion& question) { return question.is_evaluated; }));
}

AlternativesTable decide_alternatives(const LoadedCase& loaded, const ClaimOptions& options) {
    AlternativesTable table;
    std::vector<Candidate> candidates = open_questions(loaded.negotiation);
    if (candidates.empty()) {
        return table;
    }
    decide_one_at_a_time(loaded, options, candidates);
    const auto evaluated = static_cast<std::size_t>(
        std::count_if(candidates.begin(), candidates.end(),
                      [](const Candidate& c) { return c.question.is_evaluated; }));
    const Candidates combined = Candidates(candidates).first(evaluated);
    table.is_complete = count_combinations(combined) <= most_combinations;
    if (table.is_complete && evaluated > 0) {
        table.combinations = decide_all(loaded, options, combined);
    }
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        OpenQuestion& question = candidates[at].question;
        if (!question.is_evaluated) {
            question.decisive = 0, question.combinations = 0;
        } else if (table.is_complete) {
            count_decisive(table.combinations, at, question);
        } else {
            question.combinations = 1;
            question.decisive = question.changes_verdict() ? 1 : 0;
        }
        table.questions.push_back(std::move(question));
    }
    rank(table);
    return table;
}

} // namespace unbracket
