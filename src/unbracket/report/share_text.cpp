#include "unbracket/report/share_text.hpp"

#include "unbracket/base/rational.hpp"

namespace unbracket {

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
    return percent_text(range.share) + " % (" + percent_text(range.low) + ".." +
           percent_text(range.high) + ")";
}

std::string share_text(std::uint64_t hits, std::uint64_t draws) {
    return percent_text(draws == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(draws)) +
           " %";
}

} // namespace unbracket
