#pragma once

#include <gtest/gtest.h>

#include <string>

namespace unbracket::testing {

/// What a call printed and returned.
struct Captured {
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs a call that returns an exit code, with standard output and error caught in files.
template <class Call>
Captured captured(Call call) {
    Captured result;
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    result.code = call();
    result.out = ::testing::internal::GetCapturedStdout();
    result.err = ::testing::internal::GetCapturedStderr();
    return result;
}

} // namespace unbracket::testing
