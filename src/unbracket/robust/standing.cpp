#include "unbracket/robust/standing.hpp"

namespace unbracket {

Standing stand(const LoadedCase& loaded, const ClaimOptions& options) {
    const CheckResult result = check(loaded, {.search = options});
    Standing standing;
    standing.verdict = kind_of(result.verdict);
    standing.count = result.count;
    for (const OpenQuestion& question : result.alternatives.questions) {
        if (question.is_evaluated && question.may_matter()) {
            standing.questions.push_back(question.id);
        }
    }
    for (const EntryId entry : result.rests_on) {
        standing.rests_on.push_back(loaded.negotiation.entry(entry).address);
    }
    for (const CouplingOrigin& origin : result.rests_on_said) {
        const auto* statement = std::get_if<StatementId>(&origin);
        standing.rests_on_said.push_back(
            statement != nullptr ? loaded.negotiation.statement(*statement).key
                                 : loaded.negotiation.entry(std::get<EntryId>(origin)).address);
    }
    standing.rests_on_is_complete = result.rests_on_is_complete;
    return standing;
}

} // namespace unbracket
