#include "unbracket/report/counts_json.hpp"

#include "unbracket/report/coalition_order.hpp"
#include "unbracket/report/json_share.hpp"

namespace unbracket {

namespace {

class CountsWriter {
public:
    CountsWriter(const Case& negotiation, const AcceptanceCounts& counts,
                 const JsonOptions& options)
        : case_(negotiation), counts_(counts.counts), agreements_(counts.agreements),
          options_(options) {}

    Node write() const {
        Node node = table_node();
        add_member(node, "method", text_node(method()));
        add_member(node, "outcomes", json_rational(counts_.outcomes, options_));
        add_member(node, "sample", sample());
        if (counts_.method == CountMethod::cut) {
            return node;
        }
        add_member(node, "permitted", number(counts_.tally.permitted));
        add_member(node, "accepted_by_all", number(counts_.tally.by_size.back()));
        add_member(node, "accepted_by_nobody", number(counts_.tally.by_size.front()));
        add_member(node, "agreements", agreements_ ? number(*agreements_) : null_node());
        add_member(node, "by_size", json_list(counts_.tally.by_size, [&](const Rational& count) {
                       return number(count);
                   }));
        add_member(node, "coalitions", coalitions());
        return node;
    }

private:
    const char* method() const {
        switch (counts_.method) {
        case CountMethod::enumerated:
            return "enumerated";
        case CountMethod::tabled:
            return "tabled";
        case CountMethod::sampled:
            return "sampled";
        case CountMethod::cut:
            break;
        }
        return "cut";
    }

    Node sample() const {
        if (counts_.method != CountMethod::sampled) {
            return null_node();
        }
        Node node = table_node();
        add_member(node, "draws", json_count(counts_.draws));
        add_member(node, "seed", json_count(counts_.seed));
        add_member(node, "confidence", number_node("0.95"));
        return node;
    }

    /// A count where it is exact, else how many draws, which share, and between which bounds.
    Node number(const Rational& count) const {
        if (counts_.method != CountMethod::sampled) {
            return json_rational(count, options_);
        }
        const auto hits = static_cast<std::uint64_t>(count.floor_to_int64().value_or(0));
        return json_share(hits, counts_.draws, options_);
    }

    Node coalitions() const {
        if (counts_.tally.exactly.empty()) {
            return null_node();
        }
        return json_list(sets_in_order(counts_.parties.size()), [&](std::size_t set) {
            Node node = table_node();
            add_member(node, "parties", json_parties(case_, members_of(counts_.parties, set)));
            add_member(node, "exactly", number(counts_.tally.exactly[set]));
            add_member(node, "at_least", number(counts_.tally.at_least(set)));
            return node;
        });
    }

    const Case& case_;
    const CoalitionCounts& counts_;
    const std::optional<Rational>& agreements_;
    const JsonOptions& options_;
};

} // namespace

Node counts_json(const Case& negotiation, const AcceptanceCounts& counts,
                 const JsonOptions& options) {
    return CountsWriter(negotiation, counts, options).write();
}

} // namespace unbracket
