#include "unbracket/zone/certificate/objection.hpp"

#include <utility>

namespace unbracket::certificate {

void Objection::raise(std::string reason) {
    if (!first_) {
        first_ = Refusal{std::move(reason)};
    }
}

void Objection::raise_unless(bool is_fine, std::string_view reason) {
    if (!is_fine) {
        raise(std::string(reason));
    }
}

void Objection::locate(const std::string& place) {
    if (first_) {
        first_->reason.insert(0, place + ": ");
    }
}

} // namespace unbracket::certificate
