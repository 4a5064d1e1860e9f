# Language level, warnings and the two sets of compile rules: those of the engine (no exceptions,
# no run-time types, no contraction of floating point, so that the same sources run as WebAssembly
# and give the same bytes everywhere) and those of the fronts.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
# The checks of this project do not use assert(): NDEBUG changes nothing in them.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(UNBRACKET_CCACHE ccache)
if(UNBRACKET_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${UNBRACKET_CCACHE}")
endif()

add_library(unbracket_warnings INTERFACE)
target_compile_options(unbracket_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wformat=2 -Wimplicit-fallthrough
  -Wswitch-enum -Wundef -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op>
  # Options structs are filled by designated initialisers that leave out the defaults.
  -Wno-missing-field-initializers -Wno-deprecated-declarations
  # GCC 12 reports a false overlap inside std::string (its bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:Clang>:-Wshadow-all;-Wunreachable-code>
  $<$<BOOL:${UNBRACKET_WERROR}>:-Werror>)

add_library(unbracket_sanitizers INTERFACE)
if(UNBRACKET_SANITIZE)
  target_compile_options(unbracket_sanitizers INTERFACE
    # The engine has no type information that the check of virtual tables could look at.
    -O1 -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer -g1
    # GCC 12 sees uninitialised parts of Boost's numbers when it instruments them.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(unbracket_sanitizers INTERFACE -fsanitize=address,undefined)
endif()
if(UNBRACKET_LIBFUZZER)
  target_compile_options(unbracket_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Rules of every translation unit of the project.
add_library(unbracket_rules INTERFACE)
target_compile_options(unbracket_rules INTERFACE -ffp-contract=off -fstack-protector-strong)
target_link_libraries(unbracket_rules INTERFACE unbracket_warnings unbracket_sanitizers)

# Rules of the engine modules on top. Tests of these modules are compiled without them, since
# GoogleTest wants exceptions; the module itself never is.
add_library(unbracket_engine_rules INTERFACE)
target_compile_options(unbracket_engine_rules INTERFACE
  -fno-exceptions -fno-rtti $<$<AND:$<CONFIG:Release>,$<NOT:$<BOOL:${UNBRACKET_SANITIZE}>>>:-O3>)
target_link_libraries(unbracket_engine_rules INTERFACE unbracket_rules)
