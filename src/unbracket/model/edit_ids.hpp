#pragma once

#include "unbracket/model/document.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace unbracket {

enum class NamedKind {
    party,
    person,
    source,
    document,
    issue,
    option,
    draft,
    statement,
    limit,
    rule,
    bonus,
    risk,
    alternative
};

/// One place where a document names something: at its definition, as a reference, as a part of an
/// address, of an order or of a judgement. The visitor may change the id.
struct IdUse {
    NamedKind kind;
    std::string_view issue; // of an option: the issue as it was named before any change
    std::string& id;
};
using IdVisitor = std::function<void(const IdUse&)>;

/// Visits every use of every id. Places that are not of the expected form are passed over. Cost:
/// linear in the document.
void visit_ids(Node& document, const IdVisitor& visitor);

/// The ids inside one address, one order or one judgement; the text is put together again.
void visit_ids_of_address(std::string& address, const IdVisitor& visitor);
void visit_ids_of_order(std::string& order, NamedKind kind, std::string_view issue,
                        const IdVisitor& visitor);
void visit_ids_of_judgement(std::string& judgement, const IdVisitor& visitor);

} // namespace unbracket
