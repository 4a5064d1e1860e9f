#include "unbracket/zone/certificate/judgements.hpp"

#include "unbracket/zone/certificate/reading.hpp"

#include <algorithm>
#include <utility>

// Which judgements of whole drafts bind, and what they say, worked out from what was entered. A
// judgement binds if its statement says so, or says nothing of its use and is in the party's own
// voice (named or official), neither superseded nor in a contradiction that stands. It says
// something about readings if each draft it names is settled wherever the party rates anything or
// gets a bonus, the fallback too where it is a draft; and, if it rejects or prefers, if no red
// line, limit, unknown option or doubtful intent explains it without any number.

namespace unbracket::certificate {

namespace {

bool is_in_own_voice(const Statement& statement, PartyId party) {
    return statement.speaks_for == party && (statement.attribution == Attribution::named ||
                                             statement.attribution == Attribution::official);
}

bool names(const std::vector<StatementId>& list, StatementId statement) {
    return std::find(list.begin(), list.end(), statement) != list.end();
}

bool is_superseded(const Case& given, StatementId statement) {
    return std::any_of(given.statements.begin(), given.statements.end(), [&](const auto& other) {
        return other.exists && names(other.supersedes, statement);
    });
}

bool stands(const Case& given, StatementId statement) {
    return given.statement(statement).exists && !is_superseded(given, statement);
}

bool is_contradicted(const Case& given, StatementId statement) {
    for (std::size_t at = 0; at < given.statements.size(); ++at) {
        const StatementId other(at);
        const bool is_pair = names(given.statement(other).contradicts, statement) ||
                             names(given.statement(statement).contradicts, other);
        if (is_pair && stands(given, other) && stands(given, statement)) {
            return true;
        }
    }
    return false;
}

bool binds(const Case& given, StatementId id, const Judgement& judgement) {
    const Statement& statement = given.statement(id);
    const bool is_there = statement.exists && given.draft(judgement.draft).exists &&
                          (!judgement.over || given.draft(*judgement.over).exists);
    if (!is_there || statement.use_was_entered) {
        return is_there && judgement.use == JudgementUse::binds;
    }
    return is_in_own_voice(statement, judgement.party) && !is_superseded(given, id) &&
           !is_contradicted(given, id);
}

DraftContent content_of(const Case& given, DraftId draft) {
    DraftContent content;
    for (std::size_t issue = 0; issue < given.issues.size(); ++issue) {
        content.push_back(given.draft(draft).content[issue].options);
        const bool is_open = content.back().empty();
        for (std::size_t o = 0; is_open && o < given.issues[issue].options.size(); ++o) {
            content.back().emplace_back(o);
        }
    }
    return content;
}

/// What one party's judgements say.
class Reader {
public:
    Reader(const Facts& facts, PartyId party)
        : facts_(facts), given_(facts.given), party_(party), ranges_(facts.ranges(party)) {}

    std::vector<Judged> all();

    bool is_settled(DraftId draft) const;
    bool surely_breaks(DraftId draft) const;

private:
    bool may_break(DraftId draft) const;
    bool has_settled_fallback() const;
    bool says_something(const Judgement& judgement) const;
    void add(StatementId statement, const Judgement& judgement);
    void add_order(const WeightOrder& order);
    void add_step(const WeightOrder& order, IssueId more, IssueId less);
    Measure worth(DraftId draft) const;
    std::string name_of(const std::string& origin) const;

    const Facts& facts_;
    const Case& given_;
    PartyId party_;
    const PartyRanges& ranges_;
    std::vector<Judged> judged_;
};

bool Reader::is_settled(DraftId draft) const {
    const DraftContent content = content_of(given_, draft);
    for (std::size_t issue = 0; issue < content.size(); ++issue) {
        if (ranges_.issues[issue].is_concerned && content[issue].size() != 1) {
            return false;
        }
    }
    return std::none_of(ranges_.bonuses.begin(), ranges_.bonuses.end(), [&](std::size_t bonus) {
        return met_by(content, given_.bonuses[bonus].when) == Met::either;
    });
}

bool Reader::may_break(DraftId draft) const {
    const DraftContent content = content_of(given_, draft);
    for (std::size_t issue = 0; issue < content.size(); ++issue) {
        const IssueRanges& here = ranges_.issues[issue];
        const auto excludes = [&](OptionId option) {
            return here.is_red_line[as_index(option)] || here.is_unknown[as_index(option)];
        };
        if (here.is_concerned &&
            std::any_of(content[issue].begin(), content[issue].end(), excludes)) {
            return true;
        }
    }
    const auto& limits = facts_.limits[as_index(party_)];
    return std::any_of(limits.begin(), limits.end(), [&](const Condition& forbidden) {
        return met_by(content, forbidden) != Met::no;
    });
}

bool Reader::surely_breaks(DraftId draft) const {
    const DraftContent content = content_of(given_, draft);
    for (std::size_t issue = 0; issue < content.size(); ++issue) {
        const IssueRanges& here = ranges_.issues[issue];
        if (here.is_concerned && here.is_red_line[as_index(content[issue].front())]) {
            return true;
        }
    }
    const auto& limits = facts_.limits[as_index(party_)];
    return std::any_of(limits.begin(), limits.end(), [&](const Condition& forbidden) {
        return met_by(content, forbidden) == Met::yes;
    });
}

bool Reader::has_settled_fallback() const {
    const auto* draft = std::get_if<DraftId>(&ranges_.fallback);
    return draft == nullptr || is_settled(*draft);
}

bool Reader::says_something(const Judgement& judgement) const {
    if (!is_settled(judgement.draft) || (judgement.over && !is_settled(*judgement.over))) {
        return false;
    }
    switch (judgement.kind) {
    case JudgementKind::accepts:
    case JudgementKind::nothing_below:
        return true;
    case JudgementKind::rejects:
        return given_.intent_of(party_) == Intent::seeks && !may_break(judgement.draft);
    case JudgementKind::prefers:
        return !may_break(judgement.draft) && !may_break(*judgement.over);
    case JudgementKind::not_yet:
        return false;
    }
    return false;
}

Measure Reader::worth(DraftId draft) const {
    Outcome outcome;
    for (const std::vector<OptionId>& options : content_of(given_, draft)) {
        outcome.push_back(options.front());
    }
    return worth_of(facts_, party_, outcome);
}

/// The first of an origin has its name, the next has a number.
std::string Reader::name_of(const std::string& origin) const {
    std::size_t number = 1;
    while (std::any_of(judged_.begin(), judged_.end(), [&](const Judged& other) {
        return other.name == (number == 1 ? origin : origin + " " + std::to_string(number));
    })) {
        ++number;
    }
    return number == 1 ? origin : origin + " " + std::to_string(number);
}

void Reader::add(StatementId statement, const Judgement& judgement) {
    const Measure draft = worth(judgement.draft);
    Judged judged{
        name_of(given_.statement(statement).key), Measure(facts_, party_), false, statement, {}};
    switch (judgement.kind) {
    case JudgementKind::accepts:
        judged.measure.add(draft, 1);
        judged.measure.add(worth_without_agreement(facts_, party_), -1);
        break;
    case JudgementKind::rejects:
    case JudgementKind::nothing_below:
        judged.measure.add(worth_without_agreement(facts_, party_), 1);
        judged.measure.add(draft, -1);
        judged.is_strict = judgement.kind == JudgementKind::rejects;
        break;
    case JudgementKind::prefers:
        judged.measure.add(draft, 1);
        judged.measure.add(worth(*judgement.over), -1);
        judged.is_strict = true;
        break;
    case JudgementKind::not_yet:
        break;
    }
    judged_.push_back(std::move(judged));
}

void Reader::add_step(const WeightOrder& order, IssueId more, IssueId less) {
    Judged judged{name_of(given_.entry(order.entry).address),
                  Measure(facts_, party_),
                  false,
                  {},
                  order.entry};
    judged.measure.weights[as_index(more)] += 1;
    judged.measure.weights[as_index(less)] += -1;
    judged_.push_back(std::move(judged));
}

void Reader::add_order(const WeightOrder& order) {
    const IssueId* heavier = nullptr;
    for (const std::vector<IssueId>& level : order.classes) {
        if (heavier != nullptr) {
            add_step(order, *heavier, level.front());
        }
        for (std::size_t at = 1; at < level.size(); ++at) {
            add_step(order, level[at], level[at - 1]);
            add_step(order, level[at - 1], level[at]);
        }
        heavier = &level.front();
    }
}

std::vector<Judged> Reader::all() {
    if (ranges_.scale == Scale::none || ranges_.contradiction || !ranges_.has_weights ||
        !has_settled_fallback()) {
        return {};
    }
    for (std::size_t at = 0; at < given_.statements.size(); ++at) {
        for (const Judgement& judgement : given_.statements[at].judgements) {
            if (judgement.party == party_ && binds(given_, StatementId(at), judgement) &&
                says_something(judgement)) {
                add(StatementId(at), judgement);
            }
        }
    }
    for (const WeightOrder& order : given_.weight_orders) {
        if (order.party == party_ && ranges_.scale == Scale::stances) {
            add_order(order);
        }
    }
    return std::move(judged_);
}

} // namespace

std::vector<Judged> judged_of(const Facts& facts, PartyId party) {
    return Reader(facts, party).all();
}

void require_judged(const Facts& facts, PartyId party, const Reading& reading,
                    Objection& objection) {
    for (const Judged& one : facts.judged[as_index(party)]) {
        const Fraction value =
            objection.is_raised() ? Fraction(1) : measured(facts, party, one.measure, reading);
        if (value < 0 || (one.is_strict && value == 0)) {
            objection.raise("the reading goes against " + in_quotes(one.name));
        }
    }
}

bool accepts_what_it_excludes(const Facts& facts, PartyId party, StatementId statement) {
    const Reader reader(facts, party);
    const auto& judgements = facts.given.statement(statement).judgements;
    return facts.ranges(party).scale != Scale::none &&
           std::any_of(judgements.begin(), judgements.end(), [&](const Judgement& judgement) {
               return judgement.party == party && judgement.kind == JudgementKind::accepts &&
                      binds(facts.given, statement, judgement) &&
                      reader.is_settled(judgement.draft) && reader.surely_breaks(judgement.draft);
           });
}

bool JudgedWeights::is_strict(const std::vector<Judged>& all) const {
    bool is_strict = some_weight > 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
        is_strict = is_strict || (all[at].is_strict && judged[at] > 0);
    }
    return is_strict;
}

Measure JudgedWeights::sum(const Facts& facts, PartyId party) const {
    const std::vector<Judged>& all = facts.judged[as_index(party)];
    Measure sum(facts, party);
    for (std::size_t at = 0; at < all.size(); ++at) {
        sum.add(all[at].measure, Fraction(judged[at]));
    }
    sum.whole += Fraction(some_weight);
    return sum;
}

JudgedWeights read_judged_weights(const Node& node, const std::vector<Judged>& judged,
                                  Objection& objection) {
    JudgedWeights weights;
    weights.judged.resize(judged.size());
    const Node& table = member_of(node, "judgements");
    check_table(table, "an object of weights of judgements", objection);
    for (const Node::Member& member : table.members) {
        const auto at = std::find_if(judged.begin(), judged.end(),
                                     [&](const Judged& one) { return one.name == member.key; });
        if (at == judged.end()) {
            objection.raise(in_quotes(member.key) +
                            " binds no reading of the party, or says nothing about them");
            return weights;
        }
        weights.judged[static_cast<std::size_t>(at - judged.begin())] =
            read_multiplier(member.value, objection);
    }
    if (node.find("some_weight") != nullptr) {
        weights.some_weight = read_multiplier(member_of(node, "some_weight"), objection);
    }
    if (node.find("outcome") != nullptr) {
        weights.outcome = read_multiplier(member_of(node, "outcome"), objection);
    }
    return weights;
}

} // namespace unbracket::certificate
