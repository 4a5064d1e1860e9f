#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace unbracket {

/// An exact fraction of arbitrary width, always in lowest terms with a positive denominator.
///
/// Numerators and denominators that fit 64 bits live in the object itself; anything wider moves to
/// the heap, so no operation overflows and none is rounded. Dividing by zero is a wrong call.
class Rational {
public:
    Rational() = default;
    explicit(false) Rational(std::int64_t whole) : numerator_(whole) {}
    Rational(std::int64_t numerator, std::int64_t denominator);
    Rational(const Rational& other)
        : numerator_(other.numerator_), denominator_(other.denominator_) {
        if (other.wide_) {
            copy_wide(other);
        }
    }
    Rational(Rational&& other) noexcept = default;
    Rational& operator=(const Rational& other) {
        if (this != &other) {
            *this = Rational(other);
        }
        return *this;
    }
    Rational& operator=(Rational&& other) noexcept = default;
    ~Rational() = default;

    Rational& operator+=(const Rational& other);
    Rational& operator-=(const Rational& other);
    Rational& operator*=(const Rational& other);
    Rational& operator/=(const Rational& other);
    Rational operator-() const;

    friend Rational operator+(Rational a, const Rational& b) { return a += b; }
    friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
    friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
    friend Rational operator/(Rational a, const Rational& b) { return a /= b; }
    friend bool operator==(const Rational& a, const Rational& b) { return a.compare(b) == 0; }
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
        return a.compare(b) <=> 0;
    }

    /// -1, 0 or 1.
    int sign() const;
    /// Numerator and denominator when both fit 64 bits.
    struct Small {
        std::int64_t numerator;
        std::int64_t denominator;
    };
    std::optional<Small> small() const;
    /// The largest whole number not above this one, when it fits 64 bits.
    std::optional<std::int64_t> floor_to_int64() const;
    /// The smallest whole number not below this one, when it fits 64 bits.
    std::optional<std::int64_t> ceil_to_int64() const;
    /// For display and proposals only; no verdict may rest on it.
    double approximate() const;

    /// `7`, `-3/4`: exact.
    std::string to_fraction_text() const;
    /// Exact decimal text where one with at most `digits` places exists, else rounded half away
    /// from zero to `digits` places.
    std::string to_decimal_text(int digits = 6) const;

private:
    struct Wide;
    struct DropWide {
        void operator()(Wide* wide) const;
    };
    void copy_wide(const Rational& other);
    int compare(const Rational& other) const;
    Wide widened() const;
    void adopt(Wide value);

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    std::unique_ptr<Wide, DropWide> wide_;
};

/// Least common multiple of the denominators of two fractions, as a whole number.
Rational common_denominator(const Rational& a, const Rational& b);

/// Greatest common divisor of two whole numbers; 0 only when both are 0.
Rational greatest_common_divisor(const Rational& a, const Rational& b);

/// The positive number that, multiplied with them, makes all of these whole and without a common
/// divisor; 1 where all are 0.
Rational whole_number_unit(std::span<const Rational> numbers);

enum class DecimalProblem { none, not_a_number, not_finite, too_many_digits, out_of_range };

struct ParsedDecimal {
    Rational value;
    DecimalProblem problem = DecimalProblem::none;
};

/// Reads a decimal number exactly: optional sign, digits with optional single underscores between
/// them, optional fraction, optional exponent. At most 15 significant digits (zeros at either end
/// do not count) and at most 1e12 in absolute value, at least 1e-15 unless zero.
ParsedDecimal parse_decimal(std::string_view text);

/// Reads `7`, `-0.25` or `-3/4` of any length up to 400 characters; nothing for anything else.
std::optional<Rational> parse_fraction(std::string_view text);

} // namespace unbracket
