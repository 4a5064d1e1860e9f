#include "cli/progress.hpp"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>

namespace unbracket::cli {

namespace {

std::string whole_percent(double part) {
    return std::to_string(static_cast<int>(part * 100));
}

} // namespace

/// The line and the thread that keeps it.
class Progress::Line {
public:
    Line(std::string what, Stopping stopping, const WorkMeter* meter)
        : what_(std::move(what)), stopping_(stopping), meter_(meter) {
        // Signals stay with the main thread, whose waits they are to cut short.
        sigset_t all;
        sigset_t before;
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, &before);
        thread_ = std::thread([this] { show_until_done(); });
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }

    ~Line() {
        {
            const std::lock_guard lock(mutex_);
            is_done_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

private:
    void show_until_done();

    std::string what_;
    Stopping stopping_;
    const WorkMeter* meter_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_done_ = false;
    std::thread thread_;
};

void Progress::Line::show_until_done() {
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
        const std::string part =
            meter_ == nullptr ? "" : ", about " + whole_percent(meter_->part()) + " %";
        std::fprintf(stderr, "\r\x1b[K%s%s, %lld s (%s)", what_.c_str(), part.c_str(),
                     static_cast<long long>(seconds), hint);
        std::fflush(stderr);
        is_shown = true;
    }
    if (is_shown) {
        std::fputs("\r\x1b[K", stderr);
        std::fflush(stderr);
    }
}

Progress::Progress(std::string what, Stopping stopping) {
    if (stopping == Stopping::at_once) {
        ends_at_once_.emplace();
    }
    if (isatty(STDERR_FILENO) != 0) {
        line_ = std::make_unique<Line>(std::move(what), stopping, nullptr);
    }
}

Progress::Progress(std::string what, WorkMeter& meter) {
    if (isatty(STDERR_FILENO) != 0) {
        line_ = std::make_unique<Line>(std::move(what), Stopping::with_an_answer, &meter);
    }
}

Progress::~Progress() {
    ends_at_once_.reset();
}

} // namespace unbracket::cli
