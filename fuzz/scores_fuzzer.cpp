// Whatever bytes come in: the reader of score sheets neither crashes nor runs away, and what it
// reads makes a case or is refused with a reason.

#include "fuzz/scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    unbracket::fuzzing::try_scenario("scores", data, size);
    return 0;
}
