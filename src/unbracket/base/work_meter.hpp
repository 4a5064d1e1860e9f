#pragma once

#include <atomic>
#include <cstdint>

namespace unbracket {

/// How much of a piece of work is done, for whoever waits for it: work goes through stages, and
/// tells inside a stage how many of its units are done where it knows how many there are. A measure
/// of steps, not of time. Read and written by any number of threads.
class WorkMeter {
public:
    using Listener = void (*)(double part);

    /// Who is told at each change; the same thread tells that does the work.
    void tell(Listener listener) { listener_ = listener; }

    /// Enters stage `stage` of so many, the first is 0; `units` 0: it does not know how many.
    void enter(unsigned stage, unsigned stages, std::uint64_t units = 0);
    void did(std::uint64_t units);

    /// From 0 to 1, never falling as long as stages are entered in their order.
    double part() const;

private:
    void changed() const;

    std::atomic<unsigned> stage_{0};
    std::atomic<unsigned> stages_{1};
    std::atomic<std::uint64_t> units_{0};
    std::atomic<std::uint64_t> done_{0};
    Listener listener_ = nullptr;
};

} // namespace unbracket
