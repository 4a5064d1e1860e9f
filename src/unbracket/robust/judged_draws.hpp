#pragma once

#include "unbracket/robust/draw_rows.hpp"
#include "unbracket/robust/party_sampler.hpp"
#include "unbracket/zone/coupled_readings.hpp"

#include <cstddef>
#include <vector>

namespace unbracket {

/// What binding judgements and orders of weights ask of the drawn readings of one party. Equal
/// weights are not asked for here: a sampler draws them as one.
class JudgedDraws {
public:
    /// A party with couplings. The sampler and the case must outlive it.
    JudgedDraws(const Case& negotiation, Appraisal appraisal, const PartySampler& sampler);
    JudgedDraws(JudgedDraws&&) = default; // its readings are those of its own appraisal
    JudgedDraws(const JudgedDraws&) = delete;
    JudgedDraws& operator=(JudgedDraws&&) = delete;
    JudgedDraws& operator=(const JudgedDraws&) = delete;
    ~JudgedDraws() = default;

    /// Whether the reading of the lane keeps all of it, exactly.
    bool keeps(const PartyDraws& draws, std::size_t lane) const;

private:
    /// A number of a row in doubles: a number of the reading, times the weight it stands under.
    struct Term {
        double factor = 0;
        std::size_t slot = 0;
    };
    struct Row {
        std::vector<std::vector<Term>> by_issue; // under the weight of each issue
        std::vector<double> weights;             // by issue: a factor of the weight itself
        std::vector<Term> under_all;             // under all weights together
        double whole = 0;
        bool is_strict = false;
    };
    struct Sum {
        double value = 0;
        double size = 0; // of all terms, whatever their signs
    };
    Row row_of(const ReadingFunction& function, bool is_strict) const;
    double number(std::size_t slot, const PartyDraws& draws, std::size_t lane) const;
    Sum sum(const Row& row, const PartyDraws& draws, std::size_t lane) const;

    const PartySampler& sampler_;
    Appraisal appraisal_;
    CoupledReadings readings_;
    bool has_weights_ = false;
    std::vector<Row> rows_;
    std::vector<GridLine> lines_; // by slot
};

} // namespace unbracket
