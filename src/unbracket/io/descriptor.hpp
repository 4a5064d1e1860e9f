#pragma once

#include "unbracket/base/diagnostic.hpp"

#include <unistd.h>

#include <string>

namespace unbracket {

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDERR_FILENO) {
            ::close(number_);
        }
    }
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

/// What went wrong with a file, and what the error number of the system says about it.
Diagnostic system_problem(const std::string& path, const std::string& what, int error);

Diagnostic folder_problem(const std::string& path);

} // namespace unbracket
