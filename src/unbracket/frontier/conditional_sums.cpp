#include "unbracket/frontier/conditional_sums.hpp"

#include <algorithm>
#include <bit>

namespace unbracket {

namespace {

constexpr std::size_t bits = 64;
constexpr std::size_t most_words = 4'000'000;

} // namespace

ConditionalSums::ConditionalSums(const GainTable& table) : table_(table) {
    const SearchProblem& problem = table.problem;
    const std::size_t words = (table.conditionals.size() + bits - 1) / bits;
    if (words == 0 || words > most_words / std::max<std::size_t>(1, problem.row_count())) {
        return;
    }
    words_ = words;
    missed_.assign(problem.row_count() * words, 0);
    for (std::size_t at = 0; at < table.conditionals.size(); ++at) {
        for (const std::vector<Row>& rows : table.conditionals[at].literals) {
            note_missed(at, rows);
        }
    }
}

/// The rows of the literal's issue that are none of the literal's.
void ConditionalSums::note_missed(std::size_t conditional, const std::vector<Row>& literal) {
    const std::vector<Row>& first_row = table_.problem.first_row;
    const auto after = std::upper_bound(first_row.begin(), first_row.end(), literal.front());
    for (Row row = *(after - 1); row < *after; ++row) {
        if (!std::binary_search(literal.begin(), literal.end(), row)) {
            missed_[row * words_ + conditional / bits] |= std::uint64_t{1} << conditional % bits;
        }
    }
}

Totals ConditionalSums::totals(const RowChoice& choice) const {
    if (words_ == 0) {
        return table_.totals(choice);
    }
    Totals sums = table_.start();
    for (const Row row : choice) {
        table_.add_row(row, sums);
    }
    for (std::size_t word = 0; word < words_; ++word) {
        std::uint64_t missed = 0;
        for (const Row row : choice) {
            missed |= missed_[row * words_ + word];
        }
        const std::size_t first = word * bits;
        const std::size_t count = std::min(bits, table_.conditionals.size() - first);
        std::uint64_t earned = ~missed & (~std::uint64_t{0} >> (bits - count));
        for (; earned != 0; earned &= earned - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(earned));
            table_.add_amount(table_.conditionals[first + at], sums);
        }
    }
    table_.carry(sums);
    return sums;
}

} // namespace unbracket
