#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The command line as data: which verbs there are, what each one takes and does. The parser, the
// help, the manual pages and the shell completions all read this description, so they cannot
// differ.

namespace unbracket::cli {

class Console;

/// What the value of a flag is; `none` for a flag that is only there or not. `number` is a decimal
/// that is not negative, `count` a whole one.
enum class ValueKind { none, text, date, count, number, choice, file };

enum class Occurs { once, repeatedly };

struct Flag {
    std::string name;   // "as-of", without dashes
    std::string value;  // how help calls the value: "DATE"; empty for ValueKind::none
    std::string help;   // one sentence, lower case, no full stop
    char letter = '\0'; // 'o' for -o
    ValueKind kind = ValueKind::none;
    Occurs occurs = Occurs::once;
    std::vector<std::string> choices; // of ValueKind::choice
    std::size_t least = 0;            // of ValueKind::count
    bool is_read = false;             // of ValueKind::file: read, not written
};

/// Positional arguments. `at_most` 0: any number.
struct Operand {
    std::string name; // "CASE"
    std::string help;
    std::size_t at_least = 1;
    std::size_t at_most = 1;
    bool is_file = true;    // completed with file names
    bool is_output = false; // written, not read
};

struct Example {
    std::string command;
    std::string what;
};

enum class Listing { shown, hidden };

/// What the user typed after the verb.
struct Invocation {
    std::vector<std::string> operands;
    std::map<std::string, std::vector<std::string>, std::less<>> flags; // by name

    bool has(std::string_view flag) const { return flags.find(flag) != flags.end(); }
    /// The value given, the last one of several; nothing where the flag is not there.
    std::optional<std::string> value(std::string_view flag) const;
    std::vector<std::string> values(std::string_view flag) const;
    /// A value of ValueKind::count; the parser has checked it.
    std::optional<std::size_t> count(std::string_view flag) const;
};

struct Verb {
    std::string name;        // "check", or two words: "said add"
    std::string summary;     // one line for the overview
    std::string description; // paragraphs, separated by empty lines
    std::vector<Operand> operands;
    std::vector<Flag> flags;
    std::vector<Example> examples;
    /// The exit code.
    int (*run)(const Invocation& invocation, Console& console) = nullptr;
    Listing listing = Listing::shown;
    bool draws = false; // -o FILE.svg gets a drawing
};

/// All verbs in the order of the overview.
const std::vector<Verb>& all_verbs();

/// Exit codes.
inline constexpr int answered = 0;
inline constexpr int failed = 1;        // a failure of ours, or of the machine
inline constexpr int bad_input = 2;     // of the command line or of a file
inline constexpr int refused = 3;       // the certificate does not prove its claim for this case
inline constexpr int interrupted = 130; // Ctrl-C

} // namespace unbracket::cli
