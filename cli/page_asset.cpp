#include "cli/page_asset.hpp"

// The bytes of web/asset/page.html are put into the program by the assembler: as an array in C++
// they would take a compiler longer than everything else.

asm(".section .rodata\n"
    ".global unbracket_page_begin\n"
    ".global unbracket_page_end\n"
    "unbracket_page_begin:\n"
    ".incbin \"" UNBRACKET_PAGE "\"\n"
    "unbracket_page_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char unbracket_page_begin;
extern const char unbracket_page_end;
}

namespace unbracket::cli {

std::string_view page_asset() {
    return {&unbracket_page_begin, &unbracket_page_end};
}

} // namespace unbracket::cli
