#include "unbracket/model/bind_section.hpp"
#include "unbracket/model/bind_table.hpp"
#include "unbracket/model/case_words.hpp"

#include <algorithm>
#include <array>

// [[said]]: the ledger of statements. Names are taken first, so that statements may refer to later
// ones; what follows from their relations is settled at the end.

namespace unbracket::binding {

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        if (end > start) {
            words.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

/// `accepts D`, `rejects D`, `prefers D to E`, `nothing below D`, `not yet D`.
struct JudgementForm {
    JudgementKind kind;
    std::vector<std::string_view> words; // "" stands for a draft
};
const std::vector<JudgementForm>& judgement_forms() {
    static const std::vector<JudgementForm> forms = {
        {JudgementKind::accepts, {"accepts", ""}},
        {JudgementKind::rejects, {"rejects", ""}},
        {JudgementKind::prefers, {"prefers", "", "to", ""}},
        {JudgementKind::nothing_below, {"nothing", "below", ""}},
        {JudgementKind::not_yet, {"not", "yet", ""}},
    };
    return forms;
}

bool fits_form(const std::vector<std::string_view>& words, const JudgementForm& form) {
    if (words.size() != form.words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!form.words[i].empty() && words[i] != form.words[i]) {
            return false;
        }
    }
    return true;
}

void read_judgement(Context& context, PartyId party, const Node& node, Statement& statement) {
    const auto text = read_text(context, node, "a judgement");
    if (!text) {
        return;
    }
    const std::vector<std::string_view> words = words_of(*text);
    for (const JudgementForm& form : judgement_forms()) {
        if (!fits_form(words, form)) {
            continue;
        }
        Judgement judgement;
        judgement.party = party;
        judgement.kind = form.kind;
        const std::size_t place = form.kind == JudgementKind::prefers ? 1 : words.size() - 1;
        const auto draft = find_id(context, words[place], node.at, context.drafts);
        if (form.kind == JudgementKind::prefers) {
            judgement.over = find_id(context, words.back(), node.at, context.drafts);
        }
        judgement.draft = draft.value_or(DraftId());
        statement.judgements.push_back(judgement);
        return;
    }
    context.problems.add(node.at, quoted(*text) + " is no judgement",
                         "write \"accepts D\", \"rejects D\", \"prefers D to E\", \"nothing below "
                         "D\" or \"not yet D\" with the id of a draft");
}

void read_judgements(Context& context, Table& table, Statement& statement) {
    const Node* node = table.find("judgement");
    if (node == nullptr) {
        return;
    }
    const Table inner(context, *node, "`judgement` of " + table.name(),
                      "judgement = { PARTY = \"accepts DRAFT\" }");
    for (const Node::Member& member : inner.members()) {
        const auto party = find_id(context, member.key, member.at, context.parties);
        for (const Node& item : items_of(member.value)) {
            if (party) {
                read_judgement(context, *party, item, statement);
            }
        }
    }
}

void read_speaker(Context& context, Table& table, Statement& statement) {
    statement.who = table.text("who");
    statement.person = table.id("person", context.persons);
    statement.speaks_for = table.id("speaks_for", context.parties);
    statement.attribution =
        table.word("attribution", attribution_words,
                   statement.person ? Attribution::named : Attribution::anonymous);
    if (statement.person) {
        const Person& person = context.result.persons[as_index(*statement.person)];
        if (!statement.speaks_for && person.speaks) {
            statement.speaks_for = person.party;
        }
        if (statement.who.empty()) {
            statement.who = person.title;
        }
    } else if (statement.who.empty() && statement.attribution != Attribution::narrator &&
               table.find("person") == nullptr && table.is_table()) {
        context.problems.add(table.at(), table.name() + " has neither `who` nor `person`",
                             "say who said it, or attribution = \"narrator\"");
    }
}

/// The statements that this one refers to, and none of them itself.
void read_relations(Context& context, Table& table, StatementId self, Statement& statement) {
    statement.relays = table.id("relays", context.statements);
    if (const Node* attitude = table.find("stance_to_it")) {
        const auto position = read_choice(context, *attitude, attitude_words, "`stance_to_it`");
        statement.stance_to_it = position ? attitude_words[*position] : "";
    }
    statement.same_as = table.id("same_as", context.statements);
    statement.contradicts = table.ids("contradicts", context.statements);
    statement.supersedes = table.ids("supersedes", context.statements);
    statement.differs = table.ids("differs", context.statements);
    const auto names_self = [self](const std::vector<StatementId>& ids) {
        return std::find(ids.begin(), ids.end(), self) != ids.end();
    };
    if (statement.relays == self || statement.same_as == self ||
        names_self(statement.contradicts) || names_self(statement.supersedes) ||
        names_self(statement.differs)) {
        context.problems.add(table.at(), table.name() + " refers to itself");
    }
}

std::vector<std::string> read_addresses(Context& context, const Node* node) {
    std::vector<std::string> addresses;
    if (node == nullptr) {
        return addresses;
    }
    for (const Node& item : items_of(*node)) {
        if (auto address = read_text(context, item, "an address")) {
            addresses.push_back(std::move(*address));
        }
    }
    return addresses;
}

void read_content(Context& context, Table& table, Statement& statement) {
    statement.about = table.ids("about", context.parties);
    statement.date = table.date("date");
    statement.place = table.text("place");
    if (const Node* source = table.find("source")) {
        statement.source = read_text(context, *source, "`source`").value_or("");
        statement.source_id = context.sources.find(statement.source);
        if (statement.source_id) {
            const Source& known = context.result.sources[as_index(*statement.source_id)];
            statement.source = known.title.empty() ? known.key : known.title;
        }
    }
    statement.via = table.text("via");
    if (const Node* claim = table.need("claim")) {
        statement.claim = read_text(context, *claim, "`claim`").value_or("");
    }
    statement.supports = read_addresses(context, table.find("supports"));
    statement.suggests = read_addresses(context, table.find("suggests"));
    statement.issues = table.ids("points", context.issues);
    statement.alternative = table.id("alternative", context.alternatives);
    statement.condition = table.text("condition");
    if (const Node* bound = table.find("bound")) {
        const auto position = read_choice(context, *bound, bound_words, "`bound`");
        statement.bound = position ? bound_words[*position] : "";
    }
    statement.horizon = table.text("horizon");
    statement.is_about_own_strength = table.flag("own_strength");
}

void read_upkeep(Context& context, Table& table, Statement& statement) {
    if (const Node* confidence = table.find("confidence")) {
        statement.confidence =
            read_word<Confidence>(context, *confidence, confidence_words, "`confidence`")
                .value_or(Confidence::unstated);
    }
    const Node* visibility = table.find("visibility");
    statement.visibility = visibility == nullptr ? Visibility{VisibilityKind::everyone, {}}
                                                 : read_visibility(context, *visibility);
    statement.entered_by = table.text("entered_by");
    statement.checked_by = table.text("checked_by");
}

void bind_statement(Context& context, const Node& node, StatementId self) {
    Statement& statement = context.result.statements[as_index(self)];
    const bool is_table = node.kind == NodeKind::table;
    Table table(context, node, is_table ? "statement " + quoted(statement.key) : "[[said]]",
                "{ id = \"s1\", who = \"...\", claim = \"...\" }");
    table.find("id");
    statement.at = node.at;
    read_speaker(context, table, statement);
    read_content(context, table, statement);
    read_judgements(context, table, statement);
    read_relations(context, table, self, statement);
    read_upkeep(context, table, statement);
    statement.kind =
        table.word("kind", statement_kind_words,
                   statement.judgements.empty() ? StatementKind::claim : StatementKind::judgement);
    if (const Node* use = table.find("use")) {
        const auto read = read_word<JudgementUse>(context, *use, use_words, "`use`");
        statement.use_was_entered = true;
        for (Judgement& judgement : statement.judgements) {
            judgement.use = read.value_or(JudgementUse::hypothesis);
        }
        if (statement.judgements.empty()) {
            context.problems.add(use->at, "`use` says how a judgement counts, but there is none",
                                 "add `judgement`, or drop `use`");
        }
    }
    table.refuse_others();
    statement.exists = context.exists_at(statement.date);
}

void settle_superseding(Context& context) {
    std::vector<Statement>& all = context.result.statements;
    for (const Statement& later : all) {
        for (const StatementId id : later.supersedes) {
            Statement& earlier = all[as_index(id)];
            if (later.date && earlier.date && *later.date < *earlier.date) {
                context.problems.add(later.at,
                                     "statement " + quoted(later.key) + " supersedes " +
                                         quoted(earlier.key) + ", which is of a later day",
                                     "swap them, or correct a date");
            }
            earlier.is_superseded = earlier.is_superseded || later.exists;
        }
    }
}

/// Both sides of a contradiction are in it, as long as both exist and neither was superseded.
void settle_contradictions(Context& context) {
    std::vector<Statement>& all = context.result.statements;
    for (Statement& one : all) {
        for (const StatementId id : one.contradicts) {
            Statement& other = all[as_index(id)];
            const bool both_stand =
                one.exists && other.exists && !one.is_superseded && !other.is_superseded;
            one.is_contradicted = one.is_contradicted || both_stand;
            other.is_contradicted = other.is_contradicted || both_stand;
        }
    }
}

JudgementUse default_use(const Statement& statement, const Judgement& judgement) {
    const bool own_voice =
        statement.speaks_for == judgement.party && (statement.attribution == Attribution::named ||
                                                    statement.attribution == Attribution::official);
    const bool stands = !statement.is_superseded && !statement.is_contradicted;
    return own_voice && stands ? JudgementUse::binds : JudgementUse::hypothesis;
}

} // namespace

void name_statements(Context& context) {
    std::size_t position = 0;
    for (const Node& node : section_items(context, "said", ReportKind::yes)) {
        ++position;
        if (context.result.statements.size() == most_things) {
            context.problems.add(node.at, "a case holds at most 100,000 statements");
            return;
        }
        const Node* id = node.find("id");
        Statement statement;
        if (id == nullptr && node.kind == NodeKind::table) {
            context.problems.add(node.at, "a statement has no `id`", "write id = \"s1\"");
        } else if (id != nullptr) {
            statement.key = read_text(context, *id, "`id`").value_or("");
            is_good_id(context, statement.key, id->at);
        }
        if (statement.key.empty()) {
            statement.key = "." + std::to_string(position); // no id can look like this
        }
        if (!context.statements.add(statement.key)) {
            context.problems.add(id == nullptr ? node.at : id->at,
                                 "two statements have the id " + quoted(statement.key));
            context.statements.add("." + std::to_string(position));
        }
        context.result.statements.push_back(std::move(statement));
    }
}

void bind_statements(Context& context) {
    const std::span<const Node> items = section_items(context, "said", ReportKind::no);
    for (std::size_t i = 0; i < context.result.statements.size(); ++i) {
        bind_statement(context, items[i], StatementId(i));
    }
    settle_superseding(context);
    settle_contradictions(context);
    for (Statement& statement : context.result.statements) {
        for (Judgement& judgement : statement.judgements) {
            if (!statement.use_was_entered) {
                judgement.use = default_use(statement, judgement);
            }
        }
    }
}

} // namespace unbracket::binding
