#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace unbracket {

/// Runs through all combinations of one place on each of some wheels, the first turning fastest.
/// It begins with place 0 on every wheel; every wheel has at least one place.
class Odometer {
public:
    explicit Odometer(std::vector<std::size_t> sizes)
        : sizes_(std::move(sizes)), places_(sizes_.size(), 0) {}

    std::size_t wheel_count() const { return places_.size(); }
    std::size_t operator[](std::size_t wheel) const { return places_[wheel]; }

    /// Turns to the next combination; after the last one back to the first, which is false.
    bool advance() {
        for (std::size_t wheel = 0; wheel < places_.size(); ++wheel) {
            if (++places_[wheel] < sizes_[wheel]) {
                return true;
            }
            places_[wheel] = 0;
        }
        return false;
    }

private:
    std::vector<std::size_t> sizes_;
    std::vector<std::size_t> places_;
};

} // namespace unbracket
