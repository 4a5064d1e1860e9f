#pragma once

#include "unbracket/base/diagnostic.hpp"
#include "unbracket/base/require.hpp"

#include <optional>
#include <utility>

namespace unbracket {

/// Either a value or the complete list of what is wrong with the input. Reading the value of a
/// failed result is a wrong call.
template <class Value>
class [[nodiscard]] Result {
public:
    explicit(false) Result(Value value) : value_(std::move(value)) {}
    explicit(false) Result(Diagnostics problems) : problems_(std::move(problems)) {
        UNBRACKET_REQUIRE(!problems_.empty(), "a failed result names at least one problem");
    }
    explicit(false) Result(Diagnostic problem) : problems_{std::move(problem)} {}

    bool ok() const { return value_.has_value(); }
    explicit operator bool() const { return ok(); }

    const Value& value() const& {
        UNBRACKET_REQUIRE(ok(), "value() needs a result that succeeded");
        return *value_;
    }
    Value& value() & {
        UNBRACKET_REQUIRE(ok(), "value() needs a result that succeeded");
        return *value_;
    }
    Value&& value() && {
        UNBRACKET_REQUIRE(ok(), "value() needs a result that succeeded");
        return std::move(*value_);
    }

    /// Empty exactly when the result succeeded.
    const Diagnostics& problems() const { return problems_; }

private:
    std::optional<Value> value_;
    Diagnostics problems_;
};

} // namespace unbracket
