#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace unbracket::cli {

namespace {

bool may_show() {
    return isatty(STDERR_FILENO) != 0;
}

} // namespace

Progress::Progress(std::string what, Stopping stopping)
    : what_(std::move(what)), stopping_(stopping) {
    if (stopping_ == Stopping::at_once) {
        ends_at_once_.emplace();
    }
    if (!may_show()) {
        return;
    }
    // Signals stay with the main thread, whose waits they are to cut short.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    thread_ = std::thread([this] { show_until_done(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Progress::~Progress() {
    {
        const std::lock_guard lock(mutex_);
        is_done_ = true;
    }
    changed_.notify_all();
    ends_at_once_.reset();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Progress::show_until_done() {
    using namespace std::chrono_literals;
    const auto start = std::chrono::steady_clock::now();
    bool is_shown = false;
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, 250ms, [this] { return is_done_; })) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(
                                 std::chrono::steady_clock::now() - start)
                                 .count();
        if (seconds < 1) {
            continue;
        }
        const char* hint = stopping_ == Stopping::at_once ? "Ctrl-C stops"
                           : interruption().is_raised()   ? "stopping; Ctrl-C again ends at once"
                                                          : "Ctrl-C stops and says what is proved";
        std::fprintf(stderr, "\r\x1b[K%s, %lld s (%s)", what_.c_str(),
                     static_cast<long long>(seconds), hint);
        std::fflush(stderr);
        is_shown = true;
    }
    if (is_shown) {
        std::fputs("\r\x1b[K", stderr);
        std::fflush(stderr);
    }
}

} // namespace unbracket::cli
