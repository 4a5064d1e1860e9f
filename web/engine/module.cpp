#include <cstdint>
#include <cstdlib>
#include <string>

#include "web/engine/call.hpp"

// The C interface of the WebAssembly module. The page puts a question into bytes it has asked for,
// calls, and finds the answer at the address returned; it stays there until the next call.

namespace {

std::string answer;

} // namespace

extern "C" {

// Debian's run-time library of the compiler was built with stack protection and asks for these.
std::uintptr_t __stack_chk_guard = 0x9E3779B9U;
void __stack_chk_fail() {
    std::abort();
}

/// Room for so many bytes; nullptr where there is none.
[[clang::export_name("unbracket_room")]] void* unbracket_room(std::size_t bytes) {
    return std::malloc(bytes);
}

/// Answers the question in that room, which is free afterwards; returns where the answer begins.
[[clang::export_name("unbracket_call")]] const char* unbracket_call(char* question,
                                                                    std::size_t bytes) {
    answer = unbracket::web::answer_call({question, bytes});
    std::free(question);
    return answer.data();
}

/// Bytes of the last answer.
[[clang::export_name("unbracket_bytes")]] std::size_t unbracket_bytes() {
    return answer.size();
}

} // extern "C"
