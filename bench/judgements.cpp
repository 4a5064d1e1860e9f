#include "unbracket/base/random.hpp"
#include "unbracket/unbracket.hpp"
#include "unbracket/zone/certificate/verify.hpp"
#include "unbracket/zone/synthetic.hpp"
#include "unbracket/zone/verdict.hpp"

#include "bench/timing.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

// Times the three-way verdict where twenty judgements about whole drafts bind: five parties, 28
// issues with four options, every score a range, fallbacks five percent below or above the bound
// threshold. Each party was heard on four drafts that lie near its fallback, truthfully by the
// middle reading; two of them it compared. Every certificate is checked. One line of JSON a cell.

namespace unbracket {

namespace {

using bench::Clock;
using bench::milliseconds_since;
using bench::Spread;
using bench::spread_of;

constexpr std::size_t parties = 5;
constexpr std::size_t drafts_each = 4;
constexpr std::uint64_t budget = 20'000'000;

struct Cell {
    std::string_view kind;
    Planted planted = Planted::yes;
    int percent = 2; // to either side of every score
};

/// A synthetic case and what is read off it.
class JudgedCase {
public:
    JudgedCase(const Cell& cell, std::uint64_t seed) : random_(seed) {
        SyntheticOptions options;
        options.kind = *parse_synthetic_class(cell.kind);
        options.seed = seed, options.planted = cell.planted, options.margin = 5;
        document_ = synthetic_document(options).value();
        for (std::size_t party = 0; party < parties; ++party) {
            for (std::size_t at = 0; at < drafts_each; ++at) {
                add_draft(party);
            }
            add_judgements(party);
        }
        for (Node::Member& issue : document_.find("issue")->members) {
            for (Node::Member& own : issue.value.find("score")->members) {
                widen(own.value, cell.percent);
            }
        }
    }

    Case load() const { return load_case(document_).value().negotiation; }

private:
    struct Draft {
        std::string name;
        std::int64_t value = 0; // to whoever is heard on it
    };

    static std::int64_t number(const Node& node) { return std::stoll(node.text); }

    const Node& scores(const Node::Member& issue, std::size_t party) const {
        return issue.value.find("score")->members[party].value;
    }

    /// Random options, raised issue by issue until the party's value is near its fallback.
    void add_draft(std::size_t party) {
        const Node& all = *document_.find("issue");
        std::vector<std::size_t> picked;
        Draft draft{"d" + std::to_string(drafts_.size()), 0};
        for (const Node::Member& issue : all.members) {
            const auto options = static_cast<std::int64_t>(scores(issue, party).members.size());
            picked.push_back(static_cast<std::size_t>(random_.between(0, options - 1)));
            draft.value += number(scores(issue, party).members[picked.back()].value);
        }
        const std::int64_t wanted = fallback(party) * random_.between(98, 102) / 100;
        for (std::size_t at = 0; at < picked.size() && draft.value < wanted; ++at) {
            raise(scores(all.members[at], party), picked[at], draft.value);
        }
        Node contents = table_node();
        for (std::size_t at = 0; at < picked.size(); ++at) {
            const Node::Member& issue = all.members[at];
            add_member(contents, issue.key,
                       text_node(scores(issue, party).members[picked[at]].key));
        }
        Node entry = table_node();
        add_member(entry, "set", std::move(contents));
        if (document_.find("draft") == nullptr) {
            add_member(document_, "draft", table_node());
        }
        add_member(*document_.find("draft"), draft.name, std::move(entry));
        drafts_.push_back(std::move(draft));
    }

    static void raise(const Node& own, std::size_t& picked, std::int64_t& value) {
        for (std::size_t option = 0; option < own.members.size(); ++option) {
            const std::int64_t rise =
                number(own.members[option].value) - number(own.members[picked].value);
            if (rise > 0) {
                picked = option, value += rise;
            }
        }
    }

    std::int64_t fallback(std::size_t party) const {
        return number(document_.find("fallback")->members[party].value);
    }

    void add_judgements(std::size_t party) {
        const std::size_t first = party * drafts_each;
        for (std::size_t at = first; at < first + 2; ++at) {
            const bool accepts = drafts_[at].value >= fallback(party);
            say(party, (accepts ? "accepts " : "rejects ") + drafts_[at].name);
        }
        for (std::size_t at = first + 2; at < first + 4; ++at) {
            const Draft& one = drafts_[at];
            const Draft& other = drafts_[at - 1];
            const bool is_better = one.value >= other.value;
            say(party, "prefers " + (is_better ? one : other).name + " to " +
                           (is_better ? other : one).name);
        }
    }

    void say(std::size_t party, const std::string& judgement) {
        const std::string& who = document_.find("fallback")->members[party].key;
        Node own = table_node(), said = table_node();
        add_member(own, who, text_node(judgement));
        add_member(said, "id", text_node("s" + std::to_string(said_++)));
        add_member(said, "who", text_node("the party"));
        add_member(said, "speaks_for", text_node(who));
        add_member(said, "attribution", text_node("named"));
        add_member(said, "claim", text_node(judgement));
        add_member(said, "judgement", std::move(own));
        if (document_.find("said") == nullptr) {
            add_member(document_, "said", list_node({}));
        }
        document_.find("said")->items.push_back(std::move(said));
    }

    static void widen(Node& own, int percent) {
        for (Node::Member& score : own.members) {
            const std::int64_t middle = number(score.value), half = middle * percent / 100;
            if (half > 0) {
                score.value = list_node({number_node(std::to_string(middle - half)),
                                         number_node(std::to_string(middle + half))});
            }
        }
    }

    Random random_;
    Node document_;
    std::vector<Draft> drafts_;
    int said_ = 0;
};

struct Measured {
    double milliseconds = 0;
    double verify_milliseconds = 0;
    bool is_decided = false;
    bool is_refused = false; // the certificate
};

Measured measure(const Cell& cell, std::uint64_t seed) {
    const Case negotiation = JudgedCase(cell, seed).load();
    Measured measured;
    const auto start = Clock::now();
    const Verdict verdict = decide(negotiation, appraise(negotiation), {.node_budget = budget});
    measured.milliseconds = milliseconds_since(start);
    measured.is_decided = kind_of(verdict) != VerdictKind::undecided;
    const Node certificate = write_certificate(negotiation, verdict);
    const auto written = Clock::now();
    measured.is_refused = certificate::verify(negotiation, certificate).has_value();
    measured.verify_milliseconds = milliseconds_since(written);
    return measured;
}

void report(const Cell& cell, const std::vector<Measured>& all) {
    std::vector<double> milliseconds, verify;
    std::size_t undecided = 0, refused = 0;
    for (const Measured& measured : all) {
        milliseconds.push_back(measured.milliseconds);
        verify.push_back(measured.verify_milliseconds);
        undecided += measured.is_decided ? 0U : 1U, refused += measured.is_refused ? 1U : 0U;
    }
    const Spread<double> time = spread_of(milliseconds);
    std::printf("{\"class\": \"%s\", \"planted\": %s, \"percent\": %d, \"seeds\": %zu, "
                "\"median_ms\": %.3f, \"worst_ms\": %.3f, \"verify_worst_ms\": %.3f, "
                "\"undecided\": %zu, \"refused\": %zu}\n",
                std::string(cell.kind).c_str(), cell.planted == Planted::yes ? "true" : "false",
                cell.percent, all.size(), time.median, time.worst, spread_of(verify).worst,
                undecided, refused);
    std::fflush(stdout);
}

void run_all(std::uint64_t seeds) {
    std::vector<Cell> cells;
    for (const int percent : {2, 15}) {
        for (const std::string_view kind : {"rand", "opp", "corr", "nzs"}) {
            for (const Planted planted : {Planted::yes, Planted::no}) {
                cells.push_back({kind, planted, percent});
            }
        }
    }
    bench::measure_cells(
        cells,
        [&](const Cell& cell) { return std::min<std::uint64_t>(seeds, cell.percent > 2 ? 3 : 10); },
        measure, report);
}

} // namespace

} // namespace unbracket

int main(int count, char** arguments) {
    return unbracket::bench::run_with_seeds(count, arguments, unbracket::run_all);
}
