#include "unbracket/base/random.hpp"
#include "unbracket/frontier/coalition_conditions.hpp"
#include "unbracket/frontier/coalition_counts.hpp"
#include "unbracket/zone/acceptance.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Where outcomes are too many to count, some are drawn, each as likely as any other, and asked who
// accepts them: exactly, in whole numbers, or in fractions where those are too long. The share of
// a set of parties among the draws lies within Wilson's interval of the true one in 95 of 100
// samples. The interval never leaves 0 to 1, and says something even where no draw was a hit.
//
// Source: Wilson (1927), Probable inference, the law of succession, and statistical inference
// [wilson1927probable]

namespace unbracket {

namespace {

class Sampler {
public:
    Sampler(const CentralCase& central, const AcceptanceTable& table, std::uint64_t seed)
        : case_(central.negotiation), appraisal_(central.appraisal), table_(table), random_(seed) {
        for (std::size_t issue = 0; issue < case_.issues.size(); ++issue) {
            rows_.emplace_back(case_.issues[issue].options.size(), no_row);
            for (Row row = 0; !table.is_empty && row < table.first_row[issue + 1]; ++row) {
                if (row >= table.first_row[issue]) {
                    rows_[issue][as_index(table.row_options[row])] = row;
                }
            }
        }
    }

    void draw(std::array<std::uint64_t, 256>& codes) {
        Outcome outcome;
        std::vector<Row> choice;
        for (const Issue& issue : case_.issues) {
            const auto last = static_cast<std::int64_t>(issue.options.size()) - 1;
            outcome.emplace_back(static_cast<std::size_t>(random_.between(0, last)));
            choice.push_back(rows_[choice.size()][as_index(outcome.back())]);
        }
        if (std::find(choice.begin(), choice.end(), no_row) != choice.end()) {
            return; // the plan excludes such an option
        }
        const OutcomeAcceptance acceptance =
            table_.is_exact ? acceptance_of(table_, choice) : asked(outcome);
        if (!acceptance.is_permitted) {
            return;
        }
        const bool is_listed = table_.parties.size() <= most_listed_parties;
        std::size_t code = 0;
        for (std::size_t at = 0; at < acceptance.accepts.size(); ++at) {
            code += acceptance.accepts[at] ? (is_listed ? std::size_t{1} << at : 1) : 0;
        }
        ++codes[code];
    }

private:
    OutcomeAcceptance asked(const Outcome& outcome) const {
        OutcomeAcceptance result;
        result.is_permitted = !breaks_plan(case_, outcome);
        for (const AcceptingRows& own : table_.parties) {
            result.accepts.push_back(
                accepts(case_, appraisal_, own.party, outcome, Certainty::possible));
        }
        return result;
    }

    const Case& case_;
    const Appraisal& appraisal_;
    const AcceptanceTable& table_;
    Random random_;
    std::vector<std::vector<Row>> rows_; // by issue and option
};

} // namespace

std::optional<CoalitionTally> sample_coalitions(const CentralCase& central,
                                                const AcceptanceTable& table,
                                                const CountOptions& options) {
    constexpr std::uint64_t between_looks = 1'000;
    Sampler sampler(central, table, options.seed);
    std::array<std::uint64_t, 256> codes{};
    for (std::uint64_t draw = 0; draw < options.samples; ++draw) {
        if (draw % between_looks == 0 && options.cancel != nullptr && options.cancel->is_raised()) {
            return std::nullopt;
        }
        sampler.draw(codes);
    }
    return tally_of_codes(codes, table.parties.size());
}

ShareRange wilson_range(std::uint64_t hits, std::uint64_t draws) {
    constexpr double z = 1.959963984540054; // 97.5 percent of a normal distribution lie below
    const auto n = static_cast<double>(draws);
    const double share = static_cast<double>(hits) / n;
    const double middle = share + z * z / (2 * n);
    const double reach = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    return {hits == 0 ? 0 : std::max(0.0, (middle - reach) / scale), share,
            hits == draws ? 1 : std::min(1.0, (middle + reach) / scale)};
}

} // namespace unbracket
