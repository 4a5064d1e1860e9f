#include "unbracket/base/rational.hpp"

#include "unbracket/base/require.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <type_traits>
#include <utility>
#include <vector>

#ifdef BOOST_NO_EXCEPTIONS
// Boost asks for these when exceptions are off. Every call that could throw is guarded above it, so
// arriving here is our bug.
namespace boost {
void throw_exception(const std::exception&) {
    unbracket::fail_assertion("big number arithmetic", __FILE__, __LINE__);
}
void throw_exception(const std::exception&, const boost::source_location&) {
    unbracket::fail_assertion("big number arithmetic", __FILE__, __LINE__);
}
} // namespace boost
#endif

namespace unbracket {

using WideInteger = boost::multiprecision::cpp_int;
using WideRational = boost::multiprecision::cpp_rational;

struct Rational::Wide {
    WideRational number;
};

namespace {

__extension__ using Int128 = __int128;

constexpr Int128 int64_min = std::numeric_limits<std::int64_t>::min();
constexpr Int128 int64_max = std::numeric_limits<std::int64_t>::max();

Int128 absolute(Int128 number) {
    return number < 0 ? -number : number;
}

Int128 gcd128(Int128 a, Int128 b) {
    a = absolute(a), b = absolute(b);
    while (b != 0) {
        if (a <= int64_max && b <= int64_max) {
            return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
        }
        a = std::exchange(b, a % b);
    }
    return a;
}

WideInteger widen(Int128 number) {
    return WideInteger(number);
}

bool fits_small(const WideInteger& number) {
    return number >= std::numeric_limits<std::int64_t>::min() &&
           number <= std::numeric_limits<std::int64_t>::max();
}

/// Lowest terms of numerator / denominator when both then fit 64 bits.
bool reduce_to_small(Int128& numerator, Int128& denominator) {
    if (denominator == 1) {
        return numerator > int64_min && numerator <= int64_max;
    }
    if (absolute(numerator) <= int64_max && denominator <= int64_max) { // as nearly always
        const auto top = static_cast<std::int64_t>(numerator);
        const auto bottom = static_cast<std::int64_t>(denominator);
        const std::int64_t divisor = std::gcd(top, bottom);
        numerator = top / divisor, denominator = bottom / divisor;
        return true;
    }
    const Int128 divisor = gcd128(numerator, denominator);
    numerator /= divisor, denominator /= divisor;
    return numerator > int64_min && numerator <= int64_max && denominator <= int64_max;
}

/// Boost's own text of a number goes through the locales of the standard library, which would be a
/// tenth of the engine where that is a module in a page.
std::string text_of(const WideInteger& number) {
    constexpr int block_digits = 18;
    const WideInteger block = 1'000'000'000'000'000'000;
    WideInteger rest = abs(number);
    std::string text;
    do {
        const std::string digits =
            std::to_string(WideInteger(rest % block).convert_to<std::uint64_t>());
        rest /= block;
        text.insert(0, digits);
        text.insert(0, rest == 0 ? 0 : block_digits - digits.size(), '0');
    } while (rest != 0);
    return number < 0 ? "-" + text : text;
}

WideInteger floor_of(const WideRational& number) {
    const WideInteger top = boost::multiprecision::numerator(number);
    const WideInteger bottom = boost::multiprecision::denominator(number);
    const WideInteger quotient = top / bottom;
    return top < 0 && quotient * bottom != top ? WideInteger(quotient - 1) : quotient;
}

std::optional<std::int64_t> as_int64(const WideInteger& number) {
    if (!fits_small(number)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

} // namespace

Rational::Rational(std::int64_t numerator, std::int64_t denominator) {
    UNBRACKET_REQUIRE(denominator != 0, "a fraction has a denominator other than zero");
    Int128 top = numerator, bottom = denominator;
    if (bottom < 0) {
        top = -top, bottom = -bottom;
    }
    if (reduce_to_small(top, bottom)) {
        numerator_ = static_cast<std::int64_t>(top),
        denominator_ = static_cast<std::int64_t>(bottom);
    } else {
        adopt(Wide{WideRational(widen(top), widen(bottom))});
    }
}

void Rational::DropWide::operator()(Wide* wide) const {
    std::default_delete<Wide>{}(wide);
}

void Rational::copy_wide(const Rational& other) {
    wide_.reset(std::make_unique<Wide>(*other.wide_).release());
}

Rational::Wide Rational::widened() const {
    if (wide_) {
        return *wide_;
    }
    return Wide{WideRational(WideInteger(numerator_), WideInteger(denominator_))};
}

void Rational::adopt(Wide value) {
    const WideInteger top = boost::multiprecision::numerator(value.number);
    const WideInteger bottom = boost::multiprecision::denominator(value.number);
    if (fits_small(top) && fits_small(bottom)) {
        numerator_ = static_cast<std::int64_t>(top);
        denominator_ = static_cast<std::int64_t>(bottom);
        wide_.reset();
    } else {
        numerator_ = 0, denominator_ = 1;
        wide_.reset(std::make_unique<Wide>(std::move(value)).release());
    }
}

Rational& Rational::operator+=(const Rational& other) {
    if (!wide_ && !other.wide_) {
        Int128 top = 0, bottom = denominator_;
        if (denominator_ == other.denominator_) {
            top = Int128{numerator_} + other.numerator_;
        } else {
            top = Int128{numerator_} * other.denominator_ + Int128{other.numerator_} * denominator_;
            bottom = Int128{denominator_} * other.denominator_;
        }
        if (reduce_to_small(top, bottom)) {
            numerator_ = static_cast<std::int64_t>(top);
            denominator_ = static_cast<std::int64_t>(bottom);
            return *this;
        }
    }
    adopt(Wide{widened().number + other.widened().number});
    return *this;
}

Rational& Rational::operator-=(const Rational& other) {
    if (!wide_ && !other.wide_ && denominator_ == other.denominator_) {
        Int128 top = Int128{numerator_} - other.numerator_, bottom = denominator_;
        if (reduce_to_small(top, bottom)) {
            numerator_ = static_cast<std::int64_t>(top);
            denominator_ = static_cast<std::int64_t>(bottom);
            return *this;
        }
    }
    return *this += -other;
}

Rational& Rational::operator*=(const Rational& other) {
    if (!wide_ && !other.wide_) {
        Int128 top = Int128{numerator_} * other.numerator_;
        Int128 bottom = Int128{denominator_} * other.denominator_;
        if (reduce_to_small(top, bottom)) {
            numerator_ = static_cast<std::int64_t>(top);
            denominator_ = static_cast<std::int64_t>(bottom);
            return *this;
        }
    }
    adopt(Wide{widened().number * other.widened().number});
    return *this;
}

Rational& Rational::operator/=(const Rational& other) {
    UNBRACKET_REQUIRE(other.sign() != 0, "division needs a divisor other than zero");
    if (other.numerator_ == 1 && other.denominator_ == 1) {
        return *this; // a wide number has 0 there
    }
    if (!wide_ && !other.wide_) {
        Int128 top = Int128{numerator_} * other.denominator_;
        Int128 bottom = Int128{denominator_} * other.numerator_;
        if (bottom < 0) {
            top = -top, bottom = -bottom;
        }
        if (reduce_to_small(top, bottom)) {
            numerator_ = static_cast<std::int64_t>(top);
            denominator_ = static_cast<std::int64_t>(bottom);
            return *this;
        }
    }
    adopt(Wide{widened().number / other.widened().number});
    return *this;
}

Rational Rational::operator-() const {
    Rational negated;
    if (!wide_ && numerator_ != std::numeric_limits<std::int64_t>::min()) {
        negated.numerator_ = -numerator_, negated.denominator_ = denominator_;
    } else {
        negated.adopt(Wide{-widened().number});
    }
    return negated;
}

int Rational::compare(const Rational& other) const {
    if (!wide_ && !other.wide_) {
        const Int128 left = Int128{numerator_} * other.denominator_;
        const Int128 right = Int128{other.numerator_} * denominator_;
        return left < right ? -1 : (left > right ? 1 : 0);
    }
    if (sign() != other.sign()) {
        return sign() < other.sign() ? -1 : 1;
    }
    // Cross products; the library's own comparison expands continued fractions, which takes longer.
    const auto parts = [](const Rational& number) {
        return number.wide_
                   ? std::pair(numerator(number.wide_->number), denominator(number.wide_->number))
                   : std::pair(WideInteger(number.numerator_), WideInteger(number.denominator_));
    };
    const auto [top, bottom] = parts(*this);
    const auto [other_top, other_bottom] = parts(other);
    const WideInteger left = top * other_bottom, right = other_top * bottom;
    return left < right ? -1 : (left > right ? 1 : 0);
}

int Rational::sign() const {
    if (wide_) {
        return wide_->number.sign();
    }
    return numerator_ < 0 ? -1 : (numerator_ > 0 ? 1 : 0);
}

std::optional<Rational::Small> Rational::small() const {
    if (wide_) {
        return std::nullopt;
    }
    return Small{numerator_, denominator_};
}

std::optional<std::int64_t> Rational::floor_to_int64() const {
    if (wide_) {
        return as_int64(floor_of(wide_->number));
    }
    if (denominator_ == 1) {
        return numerator_;
    }
    const std::int64_t quotient = numerator_ / denominator_;
    return numerator_ % denominator_ < 0 ? quotient - 1 : quotient;
}

std::optional<std::int64_t> Rational::ceil_to_int64() const {
    if (wide_) {
        return as_int64(-floor_of(-wide_->number));
    }
    if (denominator_ == 1) {
        return numerator_;
    }
    const std::int64_t quotient = numerator_ / denominator_;
    return numerator_ % denominator_ > 0 ? quotient + 1 : quotient;
}

double Rational::approximate() const {
    if (wide_) {
        return wide_->number.convert_to<double>();
    }
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

std::string Rational::to_fraction_text() const {
    if (wide_) {
        const WideInteger bottom = denominator(wide_->number);
        const std::string top = text_of(numerator(wide_->number));
        return bottom == 1 ? top : top + "/" + text_of(bottom);
    }
    std::string text = std::to_string(numerator_);
    if (denominator_ != 1) {
        text += "/" + std::to_string(denominator_);
    }
    return text;
}

namespace {

/// A whole number of units of the last place, as decimal text without zeros at the end.
template <class Integer>
std::string text_of_units(const Integer& units, const Integer& one, int digits, bool is_negative) {
    const auto text = [](const Integer& number) {
        if constexpr (std::is_same_v<Integer, Int128>) {
            return std::to_string(static_cast<std::uint64_t>(number));
        } else {
            return text_of(number);
        }
    };
    std::string fraction = text(Integer(units % one));
    fraction.insert(0,
                    static_cast<std::size_t>(digits) -
                        std::min(fraction.size(), static_cast<std::size_t>(digits)),
                    '0');
    while (!fraction.empty() && fraction.back() == '0') {
        fraction.pop_back();
    }
    const std::string whole = (is_negative && units != 0 ? "-" : "") + text(Integer(units / one));
    return fraction.empty() || digits <= 0 ? whole : whole + "." + fraction;
}

} // namespace

std::string Rational::to_decimal_text(int digits) const {
    constexpr int most_narrow_digits = 18; // so that twice the units fit 128 bits
    if (const auto narrow = small(); narrow && digits <= most_narrow_digits) {
        Int128 one = 1;
        for (int i = 0; i < digits; ++i) {
            one *= 10;
        }
        const Int128 magnitude = absolute(narrow->numerator);
        const Int128 twice = 2 * magnitude * one + narrow->denominator;
        return text_of_units(Int128(twice / (2 * Int128(narrow->denominator))), one, digits,
                             narrow->numerator < 0);
    }
    const WideRational number = widened().number;
    const WideRational magnitude = number < 0 ? WideRational(-number) : number;
    WideInteger unit = 1;
    for (int i = 0; i < digits; ++i) {
        unit *= 10;
    }
    return text_of_units(WideInteger(floor_of(magnitude * unit + WideRational(1, 2))), unit, digits,
                         number < 0);
}

namespace {

/// Of any length, from its digits to the base 2^62, the first ones first.
Rational whole_of(const WideInteger& number) {
    constexpr unsigned digit_bits = 62; // so that a digit and the base are narrow
    constexpr std::int64_t base = std::int64_t{1} << digit_bits;
    std::vector<std::int64_t> digits;
    for (WideInteger rest = abs(number); rest != 0; rest >>= digit_bits) {
        digits.push_back(WideInteger(rest % base).convert_to<std::int64_t>());
    }
    Rational whole;
    std::for_each(digits.rbegin(), digits.rend(),
                  [&](std::int64_t digit) { whole = whole * Rational(base) + Rational(digit); });
    return number < 0 ? -whole : whole;
}

WideInteger bottom_of(const Rational& number) {
    const std::string text = number.to_fraction_text();
    const auto slash = text.find('/');
    return slash == std::string::npos ? WideInteger(1) : WideInteger(text.substr(slash + 1));
}

} // namespace

Rational common_denominator(const Rational& a, const Rational& b) {
    const auto small_a = a.small(), small_b = b.small();
    if (small_a && small_b) {
        const Rational first(small_a->denominator), second(small_b->denominator);
        return first / greatest_common_divisor(first, second) * second;
    }
    return whole_of(boost::multiprecision::lcm(bottom_of(a), bottom_of(b)));
}

Rational greatest_common_divisor(const Rational& a, const Rational& b) {
    const auto small_a = a.small(), small_b = b.small();
    const bool is_whole = (small_a ? small_a->denominator == 1 : bottom_of(a) == 1) &&
                          (small_b ? small_b->denominator == 1 : bottom_of(b) == 1);
    UNBRACKET_REQUIRE(is_whole, "a greatest common divisor is taken of whole numbers");
    if (small_a && small_b) {
        const Int128 divisor = gcd128(small_a->numerator, small_b->numerator);
        if (divisor <= int64_max) {
            return Rational(static_cast<std::int64_t>(divisor));
        }
    }
    return whole_of(boost::multiprecision::gcd(WideInteger(a.to_fraction_text()),
                                               WideInteger(b.to_fraction_text())));
}

Rational whole_number_unit(std::span<const Rational> numbers) {
    Rational denominator(1);
    for (const Rational& number : numbers) {
        const auto small = number.small();
        if (!small || small->denominator != 1) {
            denominator = common_denominator(Rational(1) / denominator, number);
        }
    }
    Rational divisor;
    for (const Rational& number : numbers) {
        if (number.sign() != 0 && divisor != Rational(1)) {
            divisor = greatest_common_divisor(divisor, number * denominator);
        }
    }
    return divisor.sign() == 0 ? denominator : denominator / divisor;
}

} // namespace unbracket
