#include "unbracket/base/wide_vectors.hpp"
#include "unbracket/frontier/dense_table.hpp"

// The one loop in which tables spend their time. It is plain C++ that compilers turn into vector
// instructions; on x86 processors that have wider vectors than every one has, a second copy of it
// uses them. Whole numbers only, so that both copies give the same.
//
// Source: Bellman (1957), Dynamic programming, chapter I [bellman1957dynamic]

namespace unbracket {

namespace {

template <class Cell>
[[gnu::always_inline]] inline void raise_each(const Cell* __restrict__ from, Cell* __restrict__ to,
                                              std::size_t count, Cell raise) {
    for (std::size_t at = 0; at < count; ++at) {
        const Cell raised = static_cast<Cell>(from[at] + raise);
        to[at] = raised > to[at] ? raised : to[at];
    }
}

#if defined(__x86_64__)
template <class Cell>
[[gnu::target("avx2")]] void raise_wide(const Cell* from, Cell* to, std::size_t count, Cell raise) {
    raise_each(from, to, count, raise);
}
#endif

template <class Cell>
void raise_fast(const Cell* from, Cell* to, std::size_t count, Cell raise) {
#if defined(__x86_64__)
    if (has_wide_vectors()) {
        raise_wide(from, to, count, raise);
        return;
    }
#endif
    raise_each(from, to, count, raise);
}

} // namespace

void raise_all(const std::int16_t* from, std::int16_t* to, std::size_t count, std::int16_t raise) {
    raise_fast(from, to, count, raise);
}

void raise_all(const std::int32_t* from, std::int32_t* to, std::size_t count, std::int32_t raise) {
    raise_fast(from, to, count, raise);
}

} // namespace unbracket
