#include "unbracket/model/case_words.hpp"
#include "unbracket/report/phrase_statement.hpp"
#include "unbracket/report/sources_text.hpp"

#include <utility>

namespace unbracket {

namespace {

class SourcesJson {
public:
    SourcesJson(const Case& negotiation, const Ledger& ledger, const JsonOptions& options)
        : case_(negotiation), ledger_(ledger), options_(options) {}

    Node whole(LedgerOrder order) const {
        Node node = table_node();
        add_identity(node, case_);
        add_member(node, "by", word(name(order)));
        add_member(node, "groups",
                   json_list(grouped(case_, ledger_, order),
                             [this](const auto& group) { return keys(group); }));
        add_member(node, "statements", json_list(ledger_.statements, [this](StatementId id) {
                       return statement(case_.statement(id));
                   }));
        add_member(node, "voices",
                   json_list(ledger_.voices, [this](const auto& voice) { return keys(voice); }));
        add_member(node, "contradictions", pairs(ledger_.contradictions));
        add_member(node, "differences", pairs(ledger_.differences));
        add_member(node, "superseded", json_list(ledger_.superseded, [this](const auto& one) {
                       return succession(one);
                   }));
        add_member(node, "relayed",
                   json_list(ledger_.relayed, [this](const auto& one) { return relay(one); }));
        add_member(node, "quantities",
                   json_list(ledger_.quantities, [this](const auto& one) { return account(one); }));
        add_member(node, "entered",
                   json_list(ledger_.entered, [this](const auto& one) { return entering(one); }));
        return node;
    }

private:
    static Node word(std::string_view text) { return text_node(std::string(text)); }
    static Node date(const std::optional<Date>& day) {
        return day ? text_node(to_iso(*day)) : null_node();
    }
    Node key(StatementId id) const { return text_node(case_.statement(id).key); }
    Node keys(const std::vector<StatementId>& statements) const {
        return json_list(statements, [this](StatementId id) { return key(id); });
    }
    Node key_or_null(const std::optional<StatementId>& id) const {
        return id ? key(*id) : null_node();
    }

    Node statement(const Statement& said) const {
        Node node = table_node();
        add_member(node, "id", text_node(said.key));
        add_member(node, "who", text_node(phrase::speaker(case_, said)));
        add_member(node, "person",
                   said.person ? text_node(case_.persons[as_index(*said.person)].key)
                               : null_node());
        add_member(node, "speaks_for",
                   said.speaks_for ? text_node(case_.party(*said.speaks_for).key) : null_node());
        add_member(node, "attribution", word(case_word(said.attribution)));
        add_member(node, "speaker", word(phrase::name(class_of(said))));
        add_member(node, "about", json_parties(case_, said.about));
        add_member(node, "date", date(said.date));
        add_member(node, "place", json_text_or_null(said.place));
        add_member(node, "source", json_text_or_null(said.source));
        add_member(node, "via", json_text_or_null(said.via));
        add_member(node, "kind", word(case_word(said.kind)));
        add_member(node, "claim", text_node(said.claim));
        add_member(node, "condition", json_text_or_null(said.condition));
        add_member(node, "bound", json_text_or_null(said.bound));
        add_member(node, "horizon", json_text_or_null(said.horizon));
        add_member(node, "own_strength", boolean_node(said.is_about_own_strength));
        add_member(node, "supports", json_texts(said.supports));
        add_member(node, "suggests", json_texts(said.suggests));
        add_member(node, "entered_by", json_text_or_null(said.entered_by));
        add_member(node, "checked_by", json_text_or_null(said.checked_by));
        add_member(node, "superseded", boolean_node(said.is_superseded));
        add_member(node, "contradicted", boolean_node(said.is_contradicted));
        return node;
    }

    Node pairs(const std::vector<StatementPair>& found) const {
        return json_list(found, [this](const StatementPair& pair) {
            Node node = table_node();
            add_member(node, "first", key(pair.first));
            add_member(node, "second", key(pair.second));
            add_member(node, "one_voice", boolean_node(pair.is_one_voice));
            return node;
        });
    }

    Node succession(const Succession& one) const {
        Node node = table_node();
        add_member(node, "statement", key(one.statement));
        add_member(node, "by", keys(one.by));
        add_member(node, "in_force", keys(one.in_force));
        return node;
    }

    Node entering(const Entering& one) const {
        Node node = table_node();
        add_member(node, "entered_by", json_text_or_null(one.entered_by));
        add_member(node, "checked_by", json_text_or_null(one.checked_by));
        add_member(node, "statements", keys(one.statements));
        add_member(node, "entries", json_addresses(case_, one.entries));
        return node;
    }

    Node relay(const Relay& one) const {
        const Statement& said = case_.statement(one.statement);
        Node node = table_node();
        add_member(node, "statement", key(one.statement));
        add_member(node, "chain", keys(one.chain));
        add_member(node, "stance_to_it", json_text_or_null(said.stance_to_it));
        add_member(node, "said_first",
                   key_or_null(one.is_circle ? std::nullopt : std::optional(one.chain.back())));
        return node;
    }

    /// {"low", "low_included", "high", "high_included"}; null where there is no end.
    Node range(const ClaimedRange& claimed) const {
        Node node = table_node();
        const auto add_end = [&](const std::string& name, const std::optional<ClaimedEnd>& end) {
            add_member(node, name, end ? json_rational(end->at, options_) : null_node());
            add_member(node, name + "_included", end ? boolean_node(!end->is_open) : null_node());
        };
        add_end("low", claimed.low);
        add_end("high", claimed.high);
        return node;
    }

    static std::string_view standing(ClaimStanding standing) {
        switch (standing) {
        case ClaimStanding::compared:
            return "compared";
        case ClaimStanding::superseded:
            return "superseded";
        case ClaimStanding::conditional:
            break;
        }
        return "conditional";
    }

    Node account(const QuantityAccount& one) const {
        const Quantity& quantity = case_.quantities[one.quantity];
        Node node = table_node();
        add_member(node, "id", text_node(quantity.key));
        add_member(node, "title", json_text_or_null(quantity.title));
        add_member(node, "unit", json_text_or_null(quantity.unit));
        add_member(node, "issue",
                   quantity.issue ? text_node(case_.issue(*quantity.issue).key) : null_node());
        add_member(node, "conflict", boolean_node(one.has_conflict()));
        add_member(node, "claims", json_list(one.claims, [&](const QuantityClaim& claim) {
                       const Quantity::Claim& entered = quantity.claims[claim.position];
                       Node told = table_node();
                       add_member(told, "said", key(claim.said));
                       add_member(told, "value", text_node(entered.value));
                       add_member(told, "from", date(entered.from));
                       add_member(told, "standing", word(standing(claim.standing)));
                       add_member(told, "range", range(claim.range));
                       return told;
                   }));
        add_member(node, "alternatives",
                   json_list(one.alternatives, [&](const AgreeingClaims& some) {
                       Node told = table_node();
                       add_member(told, "said", json_list(some.claims, [&](std::size_t claim) {
                                      return key(quantity.claims[claim].said);
                                  }));
                       add_member(told, "range", range(some.shared));
                       return told;
                   }));
        return node;
    }

    const Case& case_;
    const Ledger& ledger_;
    const JsonOptions& options_;
};

} // namespace

Node sources_json(const Case& negotiation, const Ledger& ledger, LedgerOrder order,
                  const JsonOptions& options) {
    return SourcesJson(negotiation, ledger, options).whole(order);
}

} // namespace unbracket
