#include "cli/interrupt.hpp"

#include "cli/command.hpp"

#include <unistd.h>

#include <csignal>

namespace unbracket::cli {

namespace {

// Allowed because a signal handler can reach nothing but a variable with static lifetime.
CancelFlag raised_by_user;
volatile std::sig_atomic_t ends_at_once = 0;

extern "C" void on_interruption(int) {
    if (raised_by_user.is_raised() || ends_at_once != 0) {
        constexpr char clear_line[] = "\r\x1b[K";
        if (isatty(STDERR_FILENO) != 0) {
            const auto written = write(STDERR_FILENO, clear_line, sizeof clear_line - 1);
            static_cast<void>(written);
        }
        _exit(interrupted);
    }
    raised_by_user.raise();
}

} // namespace

const CancelFlag& interruption() {
    return raised_by_user;
}

EndsAtOnce::EndsAtOnce() {
    ends_at_once = 1;
}

EndsAtOnce::~EndsAtOnce() {
    ends_at_once = 0;
}

void watch_interruptions() {
    struct sigaction action = {};
    action.sa_handler = on_interruption;
    sigemptyset(&action.sa_mask);
    action.sa_flags = 0; // without SA_RESTART: a read that waits returns
    sigaction(SIGINT, &action, nullptr);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, nullptr);
    sigaction(SIGXFSZ, &action, nullptr); // a file that may not grow is told, and nothing is left
}

} // namespace unbracket::cli
