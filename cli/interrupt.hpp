#pragma once

#include "unbracket/unbracket.hpp"

namespace unbracket::cli {

/// The flag that Ctrl-C raises; work that looks at it stops with what it has proved. A second
/// Ctrl-C ends the program at once, with the terminal's current line cleared.
const CancelFlag& interruption();

/// From here on Ctrl-C raises the flag, and a closed pipe makes writes fail instead of ending the
/// program. Reads that wait for input are cut short by Ctrl-C.
void watch_interruptions();

/// While it lives the first Ctrl-C already ends the program: for work that has no partial answer.
class EndsAtOnce {
public:
    EndsAtOnce();
    ~EndsAtOnce();
    EndsAtOnce(const EndsAtOnce&) = delete;
    EndsAtOnce& operator=(const EndsAtOnce&) = delete;
};

} // namespace unbracket::cli
