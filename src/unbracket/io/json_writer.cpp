#include "unbracket/io/json_writer.hpp"

#include "unbracket/io/checked_text.hpp"
#include "unbracket/io/json_scalar.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace unbracket {
namespace {

constexpr std::size_t widest_line = 100;

/// Decimal digits of a whole number written in another base; schoolbook, so only for short ones.
std::optional<std::string> decimal_of(std::string_view digits, int base) {
    constexpr std::size_t most_digits = 400;
    std::string decimal = "0"; // least digit first
    if (digits.empty() || digits.size() > most_digits) {
        return std::nullopt;
    }
    for (const char digit : digits) {
        int carry = hexadecimal_digit(digit);
        if (carry < 0 || carry >= base) {
            return std::nullopt;
        }
        for (char& place : decimal) {
            carry += (place - '0') * base;
            place = static_cast<char>('0' + carry % 10);
            carry /= 10;
        }
        for (; carry > 0; carry /= 10) {
            decimal += static_cast<char>('0' + carry % 10);
        }
    }
    std::ranges::reverse(decimal);
    return decimal;
}

class JsonWriter {
public:
    explicit JsonWriter(JsonStyle style) : style_(style) {}

    void write(const Node& value) {
        switch (value.kind) {
        case NodeKind::null:
            text_ += "null";
            return;
        case NodeKind::boolean:
            text_ += value.flag ? "true" : "false";
            return;
        case NodeKind::number:
            write_number(value);
            return;
        case NodeKind::text:
        case NodeKind::date:
            text_ += json_quoted(value.text);
            return;
        case NodeKind::list:
            write_all(value, '[', ']', value.items.size());
            return;
        case NodeKind::table:
            write_all(value, '{', '}', value.members.size());
            return;
        }
    }

    Result<std::string> take() {
        if (!problems_.empty()) {
            return std::move(problems_);
        }
        return std::move(text_);
    }

private:
    void write_number(const Node& value) {
        if (const std::optional<std::string> number = json_number(value.text)) {
            text_ += *number;
            return;
        }
        problems_.push_back({value.at, "JSON has no number " + quoted(value.text),
                             "write a finite number, or leave the key out"});
    }

    void write_part(const Node& container, std::size_t index) {
        if (container.kind == NodeKind::list) {
            write(container.items[index]);
            return;
        }
        const Node::Member& member = container.members[index];
        text_ += json_quoted(member.key) + (style_ == JsonStyle::compact ? ":" : ": ");
        write(member.value);
    }

    void write_all(const Node& container, char opening, char closing, std::size_t count) {
        text_ += opening;
        if (style_ == JsonStyle::compact || count == 0) {
            write_row(container, count, ",");
        } else if (indent_ > 0 && fits_one_line(container)) {
            write_row(container, count, ", ");
        } else {
            write_rows(container, count);
        }
        text_ += closing;
    }

    void write_row(const Node& container, std::size_t count, const char* comma) {
        const bool was_in_row = std::exchange(is_in_row_, true);
        for (std::size_t i = 0; i < count; ++i) {
            text_ += i > 0 ? comma : "";
            write_part(container, i);
        }
        is_in_row_ = was_in_row;
    }

    void write_rows(const Node& container, std::size_t count) {
        indent_ += 2;
        for (std::size_t i = 0; i < count; ++i) {
            text_ += (i > 0 ? ",\n" : "\n") + std::string(indent_, ' ');
            write_part(container, i);
        }
        indent_ -= 2;
        text_ += "\n" + std::string(indent_, ' ');
    }

    /// An upper bound of the width decides; it stops counting where the line is full.
    bool fits_one_line(const Node& container) const {
        std::size_t room = widest_line - std::min(indent_ + 20, widest_line);
        return is_in_row_ || takes_from(room, container);
    }

    static bool takes_from(std::size_t& room, const Node& value) {
        const std::size_t own = value.text.size() + 6;
        if (own > room) {
            return false;
        }
        room -= own;
        for (const Node& item : value.items) {
            if (!takes_from(room, item)) {
                return false;
            }
        }
        for (const Node::Member& member : value.members) {
            const std::size_t key = std::min(room, member.key.size() + 4);
            room -= key;
            if (!takes_from(room, member.value)) {
                return false;
            }
        }
        return true;
    }

    JsonStyle style_;
    std::string text_;
    std::size_t indent_ = 0;
    bool is_in_row_ = false;
    Diagnostics problems_;
};

} // namespace

std::optional<std::string> json_number(std::string_view written) {
    std::string number(written);
    std::erase(number, '_');
    if (number.starts_with('+')) {
        number.erase(0, 1);
    }
    if (is_json_number(number)) {
        return number;
    }
    for (const auto& [prefix, base] :
         {std::pair{"0x", 16}, std::pair{"0o", 8}, std::pair{"0b", 2}}) {
        if (number.starts_with(prefix)) {
            return decimal_of(std::string_view(number).substr(2), base);
        }
    }
    return std::nullopt;
}

std::string json_quoted(std::string_view text) {
    constexpr std::string_view meanings = "\"\\\b\f\n\r\t";
    constexpr std::string_view names = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string quoted = "\"";
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        const std::size_t index = meanings.find(byte);
        if (index != std::string_view::npos) {
            quoted += {'\\', names[index]};
        } else if (code < 0x20U) {
            quoted += "\\u00";
            quoted += {digits[code >> 4U], digits[code & 0x0FU]};
        } else {
            quoted += byte;
        }
    }
    return quoted + "\"";
}

Result<std::string> write_json(const Node& document, JsonStyle style) {
    JsonWriter writer(style);
    writer.write(document);
    Result<std::string> text = writer.take();
    if (text && style == JsonStyle::indented) {
        text.value() += '\n';
    }
    return text;
}

} // namespace unbracket
