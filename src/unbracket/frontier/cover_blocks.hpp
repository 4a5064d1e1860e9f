#pragma once

#include <array>
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
        for (std::size_t block = (size_ + lanes - 1) / lanes; block-- > 0;) {
            const Number* others = blocks_.data() + block * width_ * lanes;
            Wide signs{};
            for (std::size_t at = 0; at < width_; ++at) {
                Wide column;
                std::memcpy(&column, others + at * lanes, lanes * sizeof(Number));
                signs |= column - numbers[at];
            }
            for (std::size_t lane = has_negative_only(signs) ? 0 : lanes; lane-- > 0;) {
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

    static bool has_negative_only(const Wide& signs) {
        std::array<std::uint64_t, lanes * sizeof(Number) / sizeof(std::uint64_t)> words{};
        std::memcpy(words.data(), &signs, sizeof words);
        std::uint64_t all = ~std::uint64_t{0};
        for (const std::uint64_t word : words) {
            all &= word;
        }
        constexpr std::uint64_t sign_bits =
            sizeof(Number) == 4 ? 0x8000000080000000U : 0x8000000000000000U;
        return (all & sign_bits) == sign_bits;
    }

    std::size_t width_;
    std::size_t size_ = 0;
    std::vector<Number> blocks_; // [(block * width + column) * lanes + lane]
};

} // namespace unbracket
