#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace unbracket::certificate {

/// Why a certificate is refused, in one sentence.
struct Refusal {
    std::string reason;
};

/// The first thing that is wrong; whatever is raised later is dropped.
class Objection {
public:
    bool is_raised() const { return first_.has_value(); }
    void raise(std::string reason);
    void raise_unless(bool is_fine, std::string_view reason);
    /// Says where it was: `part 2: ...`. Nothing happens where none was raised.
    void locate(const std::string& place);
    const std::optional<Refusal>& refusal() const { return first_; }

private:
    std::optional<Refusal> first_;
};

} // namespace unbracket::certificate
