#include "unbracket/robust/check.hpp"

#include "unbracket/robust/answer_facts.hpp"
#include "unbracket/robust/evidence.hpp"
#include "unbracket/robust/next_questions.hpp"
#include "unbracket/robust/rests_on.hpp"
#include "unbracket/robust/zone_count.hpp"

#include <chrono>

namespace unbracket {

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void add_failing_reading(const Case& negotiation, const CheckOptions& options,
                         CheckResult& result) {
    if (auto* depends = std::get_if<DependsVerdict>(&result.verdict.answer)) {
        depends->failing_reading = find_failing_reading(negotiation, result.appraisal,
                                                        depends->possible_outcome, options.search);
    }
}

void add_surplus(const Case& negotiation, CheckResult& result) {
    const Outcome* outcome = result.shown_outcome();
    if (outcome == nullptr) {
        return;
    }
    for (const PartyId party : negotiation.agreement.counted) {
        result.surplus.push_back({party, surplus(negotiation, result.appraisal, party, *outcome)});
    }
}

bool is_stopped(const ClaimOptions& options) {
    return options.cancel != nullptr && options.cancel->is_raised();
}

void add_rests_on(const Case& negotiation, const CheckOptions& options, CheckResult& result) {
    RestsOn rests_on = find_rests_on(negotiation, result.appraisal, result.verdict, options.search);
    result.rests_on = std::move(rests_on.entries);
    result.hinges = std::move(rests_on.hinges);
    result.rests_on_said = std::move(rests_on.said);
    result.weakest = weakest(negotiation, result.rests_on, 2);
    result.rests_on_is_complete = rests_on.is_complete;
    if (!rests_on.is_complete) {
        result.notes.push_back({NoteKind::rests_on_cut, {}});
    }
}

void add_facts(const Case& negotiation, CheckResult& result) {
    const bool is_no = kind_of(result.verdict) == VerdictKind::no_agreement;
    result.coverage = take_coverage(negotiation, result.appraisal);
    result.room = look_into_the_room(negotiation);
    result.notes = notes_on(negotiation, result.appraisal);
    result.has_several_readings = has_several_readings(negotiation, result.appraisal);
    result.left_out = find_left_out(negotiation, result.appraisal);
    result.hard_reasons = find_hard_reasons(negotiation, result.appraisal,
                                            is_no ? Certainty::possible : Certainty::sure);
}

} // namespace

const Outcome* CheckResult::shown_outcome() const {
    if (const auto* agreement = std::get_if<AgreementVerdict>(&verdict.answer)) {
        return &agreement->outcome;
    }
    if (const auto* depends = std::get_if<DependsVerdict>(&verdict.answer)) {
        return &depends->possible_outcome;
    }
    const auto* undecided = std::get_if<UndecidedVerdict>(&verdict.answer);
    return undecided != nullptr && undecided->possible_outcome ? &*undecided->possible_outcome
                                                               : nullptr;
}

CheckResult check(const LoadedCase& loaded, const CheckOptions& options) {
    const Case& negotiation = loaded.negotiation;
    CheckResult result;
    const auto start = std::chrono::steady_clock::now();
    result.appraisal = appraise(negotiation);
    result.verdict = decide(negotiation, result.appraisal, options.search);
    result.engine_seconds = seconds_since(start);
    add_failing_reading(negotiation, options, result);
    add_surplus(negotiation, result);
    add_facts(negotiation, result);
    result.scope = options.scope;
    result.was_stopped = is_stopped(options.search);
    if (options.scope == CheckScope::verdict_only) {
        result.rests_on_is_complete = false;
        result.notes.push_back({NoteKind::verdict_only, {}});
        return result;
    }
    if (kind_of(result.verdict) != VerdictKind::contradiction) {
        ZoneCensus census = take_census(negotiation, result.appraisal, options.search.cancel);
        result.count = census.count;
        result.exclusions = std::move(census.exclusions);
    }
    add_rests_on(negotiation, options, result);
    result.alternatives = decide_alternatives(loaded, options.search);
    result.answer_rules = sum_up(result.alternatives);
    result.signings = decide_signings(loaded, options.search);
    result.next = find_next_questions(negotiation, result, options.search);
    result.was_stopped = is_stopped(options.search);
    return result;
}

} // namespace unbracket
