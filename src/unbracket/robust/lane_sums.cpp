#include "unbracket/robust/lane_sums.hpp"

#include "unbracket/robust/lane_vectors.hpp"

#include <array>
#include <cstddef>
#include <cstring>

// Whether sums of table rows reach 0, which is asked of every remembered outcome in every draw that
// is still open. Eight draws at a time, whose sums stay in registers; on x86 processors that have
// wider vectors than every one has, copies of the loop use them. Sums of whole numbers are exact,
// so all copies give the same.
//
// Source: Geoffrion and Nauss (1977), Parametric and postoptimality analysis in integer linear
// programming, for asking first what answered before [geoffrion1977parametric]

namespace unbracket {

namespace {

template <class By>
[[gnu::always_inline]] inline void sum_eight(const LaneSums& sums, std::size_t first,
                                             Eight<By>& sum) {
    load<By>(sums.first + first, sum);
    for (const double* row : sums.rows) {
        Eight<By> more;
        load<By>(row + first, more);
        each_part<By>([&](std::size_t part) { sum[part] += more[part]; });
    }
}

/// Clears marks of eight draws and says which are left, in one number.
template <class By>
[[gnu::always_inline]] inline std::uint64_t clear_eight(const LaneSums& sums, std::size_t first,
                                                        std::uint8_t* marks) {
    using Marks = typename By::Marks;
    std::uint64_t before = 0, reaching = 0;
    std::memcpy(&before, marks, sizeof before);
    if (before == 0) {
        return 0;
    }
    Eight<By> sum;
    sum_eight<By>(sums, first, sum);
    std::array<std::uint8_t, lanes_at_once> reaches{};
    each_part<By>([&](std::size_t part) {
        const Marks own = __builtin_convertvector(sum[part] >= 0, Marks);
        std::memcpy(reaches.data() + part * sizeof own, &own, sizeof own);
    });
    std::memcpy(&reaching, reaches.data(), sizeof reaching);
    const std::uint64_t left = before & reaching;
    std::memcpy(marks, &left, sizeof left);
    return left;
}

struct Clearing {
    const LaneSums& sums;
    std::span<std::uint8_t> marks;
    std::uint64_t& left; // out: not 0 where some mark is left

    template <class By>
    [[gnu::always_inline]] inline void run() const {
        std::size_t lane = 0;
        for (; lane + lanes_at_once <= marks.size(); lane += lanes_at_once) {
            left |= clear_eight<By>(sums, lane, marks.data() + lane);
        }
        for (; lane < marks.size(); ++lane) {
            double sum = sums.first[lane];
            for (const double* row : sums.rows) {
                sum += row[lane];
            }
            marks[lane] = sum >= 0 ? marks[lane] : std::uint8_t{0};
            left |= marks[lane];
        }
    }
};

} // namespace

bool clear_below_zero(const LaneSums& sums, std::span<std::uint8_t> marks) {
    std::uint64_t left = 0;
    on_vectors(Clearing{sums, marks, left});
    return left != 0;
}

void add_marks(std::span<const std::uint8_t> more, std::span<std::uint8_t> marks) {
    for (std::size_t lane = 0; lane < marks.size(); ++lane) {
        marks[lane] |= more[lane];
    }
}

void keep_marks(std::span<const std::uint8_t> own, std::span<std::uint8_t> marks) {
    for (std::size_t lane = 0; lane < marks.size(); ++lane) {
        marks[lane] &= own[lane];
    }
}

void count_marks(std::span<const std::uint8_t> own, std::span<std::uint8_t> counts) {
    for (std::size_t lane = 0; lane < counts.size(); ++lane) {
        counts[lane] = static_cast<std::uint8_t>(counts[lane] + own[lane]);
    }
}

} // namespace unbracket
