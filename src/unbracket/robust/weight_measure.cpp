#include "unbracket/robust/weight_measure.hpp"

#include "unbracket/base/elementary.hpp"
#include "unbracket/base/require.hpp"
#include "unbracket/robust/cut_exponential.hpp"
#include "unbracket/robust/draw_rows.hpp"
#include "unbracket/robust/lane_vectors.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>

// Weights w of a box [l, u] count only up to a common factor, so what is drawn is the direction v =
// w / sum(w). The directions form the polytope {v : sum v = 1, s l <= v <= s u for some s > 0}, and
// v is to be uniform on it; w uniform on the box would not do. Draw v uniformly from the simplex as
// independent exponential numbers y over their sum (Devroye 1986): given that v lies in the
// polytope, it is independent of that sum, so y may be drawn from exponential numbers in the cone
// {y : s l <= y <= s u for some s}. Let s be the largest y_i / u_i and j the place where it is
// taken. Then y_j = s u_j, every other y_i lies in [s l_i, s u_i], and (s, j) has the density
//   u_j exp(-s u_j) prod_{i != j} (exp(-s l_i) - exp(-s u_i)):
// one number s, taken from a table of its distribution, then j, then independent exponential
// numbers cut to an interval, each by inversion. Weights that are single numbers keep their ratios;
// together they are one coordinate, on which s is always taken. docs/methods/readings.md has the
// steps.
//
// Source: Devroye (1986), Non-uniform random variate generation, chapters II.2 and V.2
// [devroye1986nonuniform]

namespace unbracket {

namespace {

constexpr std::size_t table_size = 2'048;
/// The table leaves out what is e^-45 times as dense as its densest place.
constexpr double negligible = 45;

} // namespace

WeightMeasure::WeightMeasure(const std::vector<Interval>& box, WeightTables* tables)
    : count_(box.size()) {
    double largest = 0;
    for (const Interval& range : box) {
        UNBRACKET_REQUIRE(range.high.sign() > 0, "a weight that can only be 0 has no range");
        largest = std::max(largest, range.high.approximate());
    }
    for (std::size_t at = 0; at < box.size(); ++at) {
        const double high = box[at].high.approximate() / largest;
        if (box[at].is_single()) {
            fixed_ += high;
            single_.push_back(at);
        } else {
            const double low = box[at].low.approximate() / largest;
            const double width = (box[at].high - box[at].low).approximate() / largest;
            ranges_.push_back({at, low, width, high});
            highs_.push_back(high);
        }
    }
    is_point_ = ranges_.empty() || count_ == 1;
    if (is_point_) {
        return;
    }
    if (tables == nullptr) {
        table_ = tabulated();
        return;
    }
    const auto [place, is_new] = tables->try_emplace(key());
    if (is_new) {
        place->second = tabulated();
    }
    table_ = place->second;
}

/// All that a table depends on.
std::vector<double> WeightMeasure::key() const {
    std::vector<double> numbers = {fixed_};
    for (const WeightRange& range : ranges_) {
        numbers.insert(numbers.end(), {range.low, range.width, range.high});
    }
    return numbers;
}

namespace {

/// The density of s by the logarithm of s, up to a constant: one for each of `places`.
struct Densities {
    std::span<const WeightRange> ranges;
    double fixed = 0;
    std::span<double> places; // becomes logarithms of densities

    template <class By>
    [[gnu::always_inline]] void run() const {
        for (std::size_t at = 0; at < places.size(); at += width_of<By>) {
            const std::size_t count = std::min(width_of<By>, places.size() - at);
            std::array<double, width_of<By>> some{};
            std::copy_n(places.begin() + static_cast<std::ptrdiff_t>(at), count, some.begin());
            take<By>(some);
            std::copy_n(some.begin(), count, places.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }

private:
    template <class By>
    [[gnu::always_inline]] void take(std::array<double, width_of<By>>& some) const {
        using Reals = typename By::Reals;
        using Bits = typename By::Bits;
        Reals place, scale, corners{}, logarithm;
        std::memcpy(&place, some.data(), sizeof place);
        elementary::exponential_into<Reals, Bits>(place, scale);
        Reals sum = -scale * fixed;
        for (const WeightRange& range : ranges) {
            const Reals x = scale * range.width;
            Reals power, missing;
            elementary::exponential_into<Reals, Bits>(-x, power);
            find_missing(x, power, missing);
            elementary::logarithm_into<Reals, Bits>(missing, logarithm);
            sum += logarithm - scale * range.low;
            corners += range.high * power / missing;
        }
        const Reals least = corners < 1e-300 ? corners * 0 + 1e-300 : corners;
        elementary::logarithm_into<Reals, Bits>(least, logarithm);
        const Reals density = (fixed > 0 ? sum : sum + logarithm) + place;
        std::memcpy(some.data(), &density, sizeof density);
    }
};

} // namespace

namespace {

/// For each of as many equal shares the first node above it.
std::vector<std::uint32_t> nodes_above(const std::vector<double>& below) {
    std::vector<std::uint32_t> above;
    std::uint32_t node = 1;
    for (std::size_t cell = 0; cell <= table_size; ++cell) {
        const double share = static_cast<double>(cell) / static_cast<double>(table_size);
        while (node + 1 < below.size() && below[node] <= share) {
            ++node;
        }
        above.push_back(node);
    }
    return above;
}

} // namespace

WeightTable WeightMeasure::tabulated() const {
    constexpr double widest = 60; // s from e^-60 to e^60, upper ends at most 1
    constexpr double coarse = 0.1;
    std::vector<double> sketch;
    for (double place = -widest; place <= widest; place += coarse) {
        sketch.push_back(place);
    }
    on_vectors(Densities{ranges_, fixed_, sketch});
    const double most = *std::max_element(sketch.begin(), sketch.end());
    double first = widest, last = -widest;
    for (std::size_t at = 0; at < sketch.size(); ++at) {
        if (sketch[at] > most - negligible) {
            const double place = -widest + coarse * static_cast<double>(at);
            first = std::min(first, place - coarse), last = place + coarse;
        }
    }
    WeightTable table;
    table.first = first;
    table.step = (last - first) / static_cast<double>(table_size);
    std::vector<double>& density = table.density;
    std::vector<double>& below = table.below;
    for (std::size_t node = 0; node <= table_size; ++node) {
        density.push_back(table.first + table.step * static_cast<double>(node));
    }
    on_vectors(Densities{ranges_, fixed_, density});
    for (std::size_t node = 0; node <= table_size; ++node) {
        density[node] = exponential(density[node] - most);
        below.push_back(node == 0 ? 0.0 : below.back() + density[node - 1] + density[node]);
    }
    for (std::size_t node = 0; node <= table_size; ++node) {
        density[node] *= 2 / below.back(); // the share of a cell that is as dense as the node
    }
    const double whole = below.back();
    for (double& share : below) {
        share /= whole;
    }
    table.above = nodes_above(below);
    return table;
}

/// Logarithms of scales. The density is taken to be linear between two nodes of the table.
void WeightMeasure::find_log_scales(std::span<const double> units, std::span<double> scales) const {
    const std::vector<double>& below = table_.below;
    for (std::size_t lane = 0; lane < units.size(); ++lane) {
        const double unit = units[lane];
        const auto cell = static_cast<std::size_t>(unit * static_cast<double>(table_size));
        std::size_t above = table_.above[std::min(cell, table_size)];
        while (above + 1 < below.size() && below[above] <= unit) {
            ++above;
        }
        const std::size_t node = above - 1;
        const double from = table_.density[node], rise = table_.density[node + 1] - from;
        const double rest = unit - below[node];
        const double root = std::sqrt(std::max(from * from + 2 * rise * rest, 0.0));
        const double share = from + root > 0 ? 2 * rest / (from + root) : 0.0;
        scales[lane] =
            table_.first + table_.step * (static_cast<double>(node) + std::min(share, 1.0));
    }
}

void WeightMeasure::place(std::span<const double> units, std::size_t lanes,
                          std::span<double> places) const {
    if (is_point_) {
        std::fill(places.begin(), places.end(), 1.0);
        return;
    }
    for (const std::size_t weight : single_) {
        std::fill_n(places.begin() + static_cast<std::ptrdiff_t>(weight * lanes), lanes, 1.0);
    }
    const auto room = std::make_unique_for_overwrite<double[]>((ranges_.size() + 1) * lanes);
    const std::span<double> scales(room.get(), lanes);
    const std::span<double> corners(room.get() + lanes, ranges_.size() * lanes);
    find_log_scales(units.first(lanes), scales);
    exponentials(scales);
    for (std::size_t at = 0; at < ranges_.size(); ++at) {
        const WeightRange& range = ranges_[at];
        invert({units.subspan((at + 2) * lanes, lanes), scales, range.width,
                places.subspan(range.weight * lanes, lanes), corners.subspan(at * lanes, lanes)});
    }
    if (fixed_ == 0) {
        // One weight of each draw fixes the scale at its upper end.
        choose_by_share(units.subspan(lanes, lanes), highs_, corners.data(), scales);
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const WeightRange& fixing = ranges_[static_cast<std::size_t>(scales[lane])];
            places[fixing.weight * lanes + lane] = 1.0;
        }
    }
}

} // namespace unbracket
