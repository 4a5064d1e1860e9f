#pragma once

#include "unbracket/base/vector_signs.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

namespace unbracket {

/// Vectors of so many numbers, to be asked which of them is nowhere less than another. Eight stand
/// side by side, column by column, and are compared at once by the signs of differences. Numbers
/// must lie between -limit and limit: then no difference overflows, and places that hold nothing
/// are less than any.
template <class Number>
class CoverBlocks {
public:
    static constexpr Number limit = std::numeric_limits<Number>::max() / 4;

    explicit CoverBlocks(std::size_t width) : width_(width) {}

    std::size_t size() const { return size_; }
    void clear() {
        size_ = 0;
        blocks_.clear();
    }

    void add(const std::vector<Number>& numbers) {
        if (size_ % lanes == 0) {
            blocks_.resize(blocks_.size() + width_ * lanes, -2 * limit);
        }
        for (std::size_t at = 0; at < width_; ++at) {
            blocks_[(size_ / lanes * width_ + at) * lanes + size_ % lanes] = numbers[at];
        }
        ++size_;
    }

    /// The last of those added that is nowhere less than these.
    std::optional<std::size_t> last_covering(const std::vector<Number>& numbers) const {
        if (width_ == 0) { // then nothing tells places that hold nothing from others
            return size_ == 0 ? std::nullopt : std::optional(size_ - 1);
        }
        for (std::size_t block = (size_ + lanes - 1) / lanes; block-- > 0;) {
            const Number* others = blocks_.data() + block * width_ * lanes;
            Wide signs{};
            for (std::size_t at = 0; at < width_; ++at) {
                Wide column;
                std::memcpy(&column, others + at * lanes, lanes * sizeof(Number));
                signs |= column - numbers[at];
            }
            const bool covers = has_negative<Number, lanes>(~signs);
            for (std::size_t lane = covers ? lanes : 0; lane-- > 0;) {
                if (signs[lane] >= 0) {
                    return block * lanes + lane;
                }
            }
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t lanes = 8;
    using Wide [[gnu::vector_size(lanes * sizeof(Number))]] = Number;

    std::size_t width_;
    std::size_t size_ = 0;
    std::vector<Number> blocks_; // [(block * width + column) * lanes + lane]
};

} // namespace unbracket
