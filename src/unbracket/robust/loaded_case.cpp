#include "unbracket/robust/loaded_case.hpp"

#include "unbracket/model/bind.hpp"
#include "unbracket/model/edit.hpp"

namespace unbracket {

Result<LoadedCase> load_case(const Node& document, std::optional<Date> as_of) {
    Result<Case> bound = bind_case(document, as_of);
    if (!bound) {
        return bound.problems();
    }
    Result<Node> effective = effective_document(document, as_of);
    if (!effective) {
        return effective.problems();
    }
    return LoadedCase{std::move(effective).value(), as_of, std::move(bound).value()};
}

Result<LoadedCase> with_changes(const LoadedCase& loaded, const std::vector<Setting>& settings) {
    Result<Node> changed = with_settings(loaded.document, settings);
    if (!changed) {
        return changed.problems();
    }
    Result<Case> bound = bind_effective(changed.value(), loaded.as_of);
    if (!bound) {
        return bound.problems();
    }
    return LoadedCase{std::move(changed).value(), loaded.as_of, std::move(bound).value()};
}

} // namespace unbracket
