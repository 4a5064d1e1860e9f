#include "unbracket/base/work_meter.hpp"

#include <algorithm>

namespace unbracket {

void WorkMeter::enter(unsigned stage, unsigned stages, std::uint64_t units) {
    units_ = 0;
    done_ = 0;
    stages_ = std::max(stages, 1U);
    stage_ = std::min(stage, stages_.load());
    units_ = units;
    changed();
}

void WorkMeter::did(std::uint64_t units) {
    if (units_ != 0) {
        done_ += units;
        changed();
    }
}

double WorkMeter::part() const {
    const std::uint64_t units = units_;
    const double inside = units == 0 ? 0.0
                                     : static_cast<double>(std::min(done_.load(), units)) /
                                           static_cast<double>(units);
    return std::min((stage_ + inside) / stages_, 1.0);
}

void WorkMeter::changed() const {
    if (listener_ != nullptr) {
        listener_(part());
    }
}

} // namespace unbracket
