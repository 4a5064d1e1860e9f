#pragma once

#include <atomic>

namespace unbracket {

/// A flag that somebody outside (a signal handler, another thread, a button) raises and long work
/// looks at now and then. Work that sees it stops with what it has proved so far.
class CancelFlag {
public:
    void raise() { raised_.store(true, std::memory_order_relaxed); }
    bool is_raised() const { return raised_.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> raised_{false};
};

/// Whether there is a flag and it is raised.
inline bool is_raised(const CancelFlag* flag) {
    return flag != nullptr && flag->is_raised();
}

} // namespace unbracket
