#pragma once

#include "cli/interrupt.hpp"

#include <memory>
#include <optional>
#include <string>

namespace unbracket::cli {

/// What the first Ctrl-C does: work that has partial answers ends with them, other work ends at
/// once, as nothing is lost.
enum class Stopping { with_an_answer, at_once };

/// While it lives and after one second, a line on standard error says what is being done and for
/// how long, and with a meter about which part of it is done. The line goes when the object does.
/// Only on a terminal; nothing is printed otherwise.
class Progress {
public:
    explicit Progress(std::string what, Stopping stopping = Stopping::with_an_answer);
    /// `meter` outlives it.
    Progress(std::string what, WorkMeter& meter);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

private:
    class Line;

    std::optional<EndsAtOnce> ends_at_once_;
    std::unique_ptr<Line> line_; // none where nobody sees it
};

} // namespace unbracket::cli
