#include "unbracket/report/share_text.hpp"

#include "unbracket/base/rational.hpp"

namespace unbracket {
namespace {

constexpr double all_but_one_percent = 0.99;

/// Two digits would make it 100 percent, which is said only where nothing is missing.
bool is_just_below_all(double share) {
    constexpr double rounded_to_all = 0.995;
    return share >= rounded_to_all && share < 1;
}

} // namespace

std::string percent_text(double share) {
    const double percent = share * 100;
    int places = 0;
    for (double scaled = percent; scaled < 9.95 && places < 6 && scaled > 0; scaled *= 10) {
        ++places;
    }
    constexpr double millionths = 1e8;
    const Rational exact(static_cast<std::int64_t>(percent * millionths + 0.5),
                         static_cast<std::int64_t>(millionths));
    return exact.to_decimal_text(places);
}

std::string share_text(const ShareRange& range) {
    if (is_just_below_all(range.share)) {
        return "over 99 %" + (range.low < all_but_one_percent
                                  ? " (" + percent_text(range.low) + "..100)"
                                  : std::string());
    }
    const std::string low = is_just_below_all(range.low) ? "over 99" : percent_text(range.low);
    return percent_text(range.share) + " % (" + low + ".." + percent_text(range.high) + ")";
}

std::string share_text(std::uint64_t hits, std::uint64_t draws) {
    const double share = draws == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(draws);
    return is_just_below_all(share) ? "over 99 %" : percent_text(share) + " %";
}

} // namespace unbracket
