#include "unbracket/report/counts_text.hpp"

#include "unbracket/report/coalition_order.hpp"
#include "unbracket/report/phrase.hpp"
#include "unbracket/report/share_text.hpp"

#include <algorithm>

namespace unbracket {

namespace {

constexpr std::size_t most_sets_shown = 16; // those of four parties

/// `1,208,925,819,614,629,174,706,176`
std::string grouped(const Rational& count) {
    std::string digits = count.to_fraction_text(), text;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        text += at > 0 && (digits.size() - at) % 3 == 0 ? "," : "";
        text += digits[at];
    }
    return text;
}

class CountsPage {
public:
    CountsPage(const Case& negotiation, const AcceptanceCounts& counts, Page& page)
        : case_(negotiation), all_(counts), counts_(counts.counts), page_(page) {}

    void put() {
        page_.heading("COUNTS");
        if (counts_.method == CountMethod::cut) {
            page_.line("Stopped before the " + grouped(counts_.outcomes) +
                       " outcomes were counted.");
            return;
        }
        put_whole();
        put_sets();
        put_sizes();
        page_.line("These are no chances of an agreement: an option cut in two changes every "
                   "count and nothing in the talks.");
    }

private:
    bool is_sampled() const { return counts_.method == CountMethod::sampled; }

    std::string number(const Rational& count) const {
        if (!is_sampled()) {
            return grouped(count);
        }
        const auto hits = static_cast<std::uint64_t>(count.floor_to_int64().value_or(0));
        const ShareRange range = wilson_range(hits, counts_.draws);
        return share_text(range);
    }

    void put_whole() {
        const std::string reading = all_.is_central ? "In the central reading. " : "";
        if (is_sampled()) {
            page_.line(reading + "Too many outcomes to count: " + grouped(counts_.outcomes) + ". " +
                       count_text(counts_.draws) +
                       " were drawn, each as likely as any other (seed " +
                       std::to_string(counts_.seed) +
                       "). Shares are those of this sample; in brackets, where the true share "
                       "lies in 95 of 100 samples.");
        } else {
            page_.line(reading + grouped(counts_.outcomes) + " outcomes in all, counted exactly.");
        }
        if (all_.unknown_options > 0) {
            page_.line("Unknown options are taken at the middle of what they may be worth, and not "
                       "as red lines.");
        }
        page_.item("-", "break no rule and no norm: " + number(counts_.tally.permitted));
        page_.item("-",
                   "acceptable to all who are counted: " + number(counts_.tally.by_size.back()));
        page_.item("-",
                   "permitted and acceptable to nobody: " + number(counts_.tally.by_size.front()));
        if (all_.agreements && *all_.agreements != counts_.tally.by_size.back()) {
            page_.item("-", "accepted by the agreement rule: " + number(*all_.agreements));
        }
    }

    void put_sets() {
        if (counts_.tally.exactly.empty()) {
            return;
        }
        std::vector<std::vector<std::string>> rows = {
            {"acceptable to", "these and nobody else", "at least these"}};
        const bool is_short = counts_.tally.exactly.size() <= most_sets_shown;
        for (const std::size_t set : sets_in_order(counts_.parties.size())) {
            const std::vector<PartyId> members = members_of(counts_.parties, set);
            if (members.empty() || (!is_short && members.size() > 1)) {
                continue;
            }
            rows.push_back({party_names(case_, members), number(counts_.tally.exactly[set]),
                            number(counts_.tally.at_least(set))});
        }
        page_.table(rows);
        if (!is_short) {
            page_.line("Larger sets of parties: --format json.");
        }
    }

    void put_sizes() {
        if (counts_.parties.size() < 3) {
            return;
        }
        std::vector<std::vector<std::string>> rows = {{"acceptable to exactly", "outcomes"}};
        for (std::size_t size = 0; size < counts_.tally.by_size.size(); ++size) {
            rows.push_back(
                {counted(size, "party", "parties"), number(counts_.tally.by_size[size])});
        }
        page_.table(rows);
    }

    const Case& case_;
    const AcceptanceCounts& all_;
    const CoalitionCounts& counts_;
    Page& page_;
};

} // namespace

std::string counts_text(const Case& negotiation, const AcceptanceCounts& counts,
                        const ScreenOptions& options) {
    Page page(options);
    CountsPage(negotiation, counts, page).put();
    return page.text();
}

} // namespace unbracket
