#include "unbracket/report/show_text.hpp"

#include "unbracket/report/phrase.hpp"
#include "unbracket/report/show_phrase.hpp"
#include "unbracket/report/show_table.hpp"

#include <utility>

namespace unbracket {

namespace showing {

namespace {

std::string role_of(const Case& negotiation, PartyId party) {
    std::vector<std::string> roles;
    for (const Role role : negotiation.party(party).roles) {
        roles.emplace_back(phrase::name(role));
    }
    return phrase::list(roles);
}

std::string standing_of(const Case& negotiation, PartyId party) {
    return negotiation.is_required(party)  ? "must accept"
           : negotiation.is_counted(party) ? "is counted"
                                           : "does not count";
}

std::string fallback_of(const Case& negotiation, PartyId party) {
    const FallbackPeriod* period = negotiation.fallback_in_force(party);
    const auto entry = negotiation.fallback_entry(party);
    return period != nullptr && entry
               ? with_basis(negotiation, *entry, phrase::fallback(negotiation, *period))
               : std::string();
}

std::string intent_of(const Case& negotiation, PartyId party) {
    for (const IntentEntry& intent : negotiation.intents) {
        if (intent.party == party) {
            return with_basis(negotiation, intent.entry, std::string(phrase::name(intent.intent)));
        }
    }
    return {};
}

std::string weight_order_of(const Case& negotiation, PartyId party) {
    for (const WeightOrder& order : negotiation.weight_orders) {
        if (order.party == party) {
            return with_basis(negotiation, order.entry, phrase::order(negotiation, order));
        }
    }
    return {};
}

std::string speakers_of(const Case& negotiation, PartyId party) {
    std::vector<std::string> titles;
    for (const Person& person : negotiation.persons) {
        if (person.party == party) {
            titles.push_back((person.title.empty() ? person.key : person.title) +
                             (person.decides ? " (decides)" : ""));
        }
    }
    return phrase::list(titles);
}

void put_parties(Page& page, const Case& negotiation) {
    std::vector<PartyId> parties;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < negotiation.parties.size(); ++i) {
        parties.emplace_back(i);
        names.push_back(negotiation.parties[i].name);
    }
    using Cell = std::string (*)(const Case&, PartyId);
    const auto row = [&](std::string name, Cell cell) {
        return Row{std::move(name), [&negotiation, &parties, cell](std::size_t column) {
                       return cell(negotiation, parties[column]);
                   }};
    };
    begin_section(page, "PARTIES");
    put_table(page, names,
              {row("role", role_of), row("for an agreement", standing_of),
               row("without agreement", fallback_of), row("intent", intent_of),
               row("order of weights", weight_order_of), row("persons", speakers_of)});
    if (negotiation.agreement.at_least) {
        page.line("At least " + std::to_string(*negotiation.agreement.at_least) +
                  " of the counted parties have to accept.");
    }
}

std::string limit_line(const Case& negotiation, EntryId id) {
    const Entry& entry = negotiation.entry(id);
    const std::string_view firmness = phrase::name(entry.firmness);
    return with_basis(negotiation, id, phrase::hard_limit(negotiation, id)) +
           (firmness.empty() ? "" : " (" + std::string(firmness) + ")");
}

void put_limits(Page& page, const Case& negotiation) {
    if (negotiation.limits.empty()) {
        return;
    }
    begin_section(page, "LIMITS");
    for (const Limit& limit : negotiation.limits) {
        const std::string holder =
            limit.party ? negotiation.party(*limit.party).name : std::string("norm");
        page.item("-", holder + ": " + limit_line(negotiation, limit.entry) +
                           (limit.title.empty() ? "" : " - " + limit.title));
    }
}

void put_rules(Page& page, const Case& negotiation) {
    if (!negotiation.rules.empty()) {
        begin_section(page, "RULES");
    }
    for (const Rule& rule : negotiation.rules) {
        page.item("-", with_basis(negotiation, rule.entry, phrase::rule(negotiation, rule)) +
                           (rule.title.empty() ? "" : " - " + rule.title));
    }
}

void put_extras(Page& page, const Case& negotiation) {
    if (!negotiation.bonuses.empty() || !negotiation.risks.empty()) {
        begin_section(page, "EXTRAS");
    }
    for (const Bonus& bonus : negotiation.bonuses) {
        page.item("-", with_basis(negotiation, bonus.entry,
                                  negotiation.party(bonus.party).name + ": " +
                                      phrase::bonus(negotiation, bonus)));
    }
    for (const Risk& risk : negotiation.risks) {
        page.item("-", with_basis(negotiation, risk.entry,
                                  negotiation.party(risk.party).name + ": " +
                                      phrase::risk(negotiation, risk)));
    }
}

void put_drafts(Page& page, const Case& negotiation) {
    const std::vector<Draft>& drafts = negotiation.drafts;
    if (drafts.empty()) {
        return;
    }
    begin_section(page, "DRAFTS");
    std::vector<std::string> names;
    for (const Draft& draft : drafts) {
        names.push_back(draft.key);
    }
    std::vector<Row> rows = {
        {"date",
         [&](std::size_t i) {
             return drafts[i].date ? to_reading_text(*drafts[i].date) : std::string();
         }},
        {"by", [&](std::size_t i) { return party_names(negotiation, drafts[i].by); }},
        {"status",
         [&](std::size_t i) { return std::string(phrase::remark_on(drafts[i].on_table)); }}};
    for (std::size_t issue = 0; issue < negotiation.issues.size(); ++issue) {
        rows.push_back(
            {negotiation.issues[issue].key, [&negotiation, &drafts, issue](std::size_t i) {
                 return phrase::setting(negotiation.issues[issue], drafts[i].content[issue]);
             }});
    }
    put_table(page, names, rows);
}

void put_questions(Page& page, const Case& negotiation) {
    if (!negotiation.alternatives.empty()) {
        begin_section(page, "OPEN");
    }
    for (const Alternative& alternative : negotiation.alternatives) {
        std::vector<std::string> answers;
        for (const Alternative::Answer& answer : alternative.answers) {
            answers.push_back(answer.key);
        }
        const std::string question =
            alternative.question.empty() ? alternative.key : alternative.question;
        page.item("-",
                  question + " (" + alternative.key + ": " + phrase::list(answers, "or") + ")");
    }
}

void put_statements(Page& page, const Case& negotiation, ShowDetail detail) {
    const std::vector<Statement>& statements = negotiation.statements;
    if (statements.empty()) {
        return;
    }
    begin_section(page, "SAID");
    if (detail == ShowDetail::compact) {
        page.line(counted(statements.size(), "statement", "statements") + "; -v lists them.");
        return;
    }
    for (const Statement& statement : statements) {
        const std::string date = statement.date ? ", " + to_reading_text(*statement.date) : "";
        page.item(statement.key, statement.who + date + ": " + statement.claim);
    }
}

} // namespace

} // namespace showing

std::string show_text(const Case& negotiation, const ScreenOptions& options, ShowDetail detail) {
    Page page(options);
    page.title(case_title(negotiation) + supposed_movements(negotiation));
    if (negotiation.as_of) {
        page.paragraph("as of " + to_reading_text(*negotiation.as_of));
    }
    if (!negotiation.summary.empty()) {
        page.paragraph(negotiation.summary);
    }
    showing::put_parties(page, negotiation);
    showing::put_issues(page, negotiation);
    showing::put_limits(page, negotiation);
    showing::put_rules(page, negotiation);
    showing::put_extras(page, negotiation);
    showing::put_drafts(page, negotiation);
    showing::put_questions(page, negotiation);
    showing::put_statements(page, negotiation, detail);
    showing::begin_section(page, "MARKS");
    page.line("* reported, ~ inferred from a statement, no mark: the analyst's assumption. "
              "- stands for nothing entered.");
    return page.text();
}

} // namespace unbracket
