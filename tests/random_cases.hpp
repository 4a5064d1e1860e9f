#pragma once

#include "unbracket/model/bind.hpp"
#include "unbracket/zone/contradiction.hpp"

#include "tests/random_case.hpp"
#include "tests/support/suite.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace unbracket::testing {

/// Visits the share of so many drawn cases that have a reading, up to the first that fails. A
/// failure names the command that repeats the tests of that name.
template <class Visit>
void for_each_random_case(std::size_t full, const RandomCaseOptions& options,
                          const std::string& tests, Visit visit) {
    for (std::uint64_t index = 0; index < shared_count(full); ++index) {
        SCOPED_TRACE("case " + std::to_string(index) + ": " + repeat_command(tests));
        Random random(suite_seed() * 1'000'003 + index);
        const Case whole = bind_case(random_case_document(random, options)).value();
        if (!find_contradiction(whole, appraise(whole))) {
            visit(whole);
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

} // namespace unbracket::testing
