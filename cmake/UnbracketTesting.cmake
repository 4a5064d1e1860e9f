# Tests run through ctest under two labels: `short` (every `make test`) and `long` (`make test-long`
# only). A GoogleTest suite whose name ends in Long is long. Random suites read UNBRACKET_SEED and
# UNBRACKET_TEST_SHARE (tests/support/suite.hpp); tools/run-tests sets both.
include(GoogleTest)

set(UNBRACKET_TEST_ENVIRONMENT
  "UNBRACKET_ROOT=${PROJECT_SOURCE_DIR}"
  "UBSAN_OPTIONS=print_stacktrace=1"
  "ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1")

# unbracket_test_program(<target> SOURCES <file>... LINKS <target>...)
function(unbracket_test_program target)
  cmake_parse_arguments(program "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${target} ${program_SOURCES})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  # The libraries under test keep their own optimisation; test code compiles faster with less.
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_link_libraries(${target} PRIVATE
    ${program_LINKS} unbracket_test_support unbracket_rules GTest::gtest GTest::gtest_main)
  if(TARGET unbracket_test_headers)
    target_precompile_headers(${target} REUSE_FROM unbracket_test_headers)
    # With precompiled headers GCC 12 sees false overflows in std::string (as in UnbracketCompiler).
    target_compile_options(${target} PRIVATE
      $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>)
  endif()
  gtest_discover_tests(${target}
    TEST_FILTER "-*Long.*:*Long/*" TEST_LIST ${target}_short DISCOVERY_TIMEOUT 120
    PROPERTIES LABELS short TIMEOUT 300 ENVIRONMENT "${UNBRACKET_TEST_ENVIRONMENT}")
  gtest_discover_tests(${target}
    TEST_FILTER "*Long.*:*Long/*" TEST_LIST ${target}_long DISCOVERY_TIMEOUT 120
    PROPERTIES LABELS long TIMEOUT 3600 ENVIRONMENT "${UNBRACKET_TEST_ENVIRONMENT}")
endfunction()

# unbracket_script_tests(<prefix> <folder> [ENVIRONMENT <variable=value>...])
# Registers each *_test.py of the folder (a python unittest script) as one test.
function(unbracket_script_tests prefix folder)
  cmake_parse_arguments(script "" "" "ENVIRONMENT" ${ARGN})
  if(NOT UNBRACKET_PYTHON)
    message(STATUS "python3 not found: no ${prefix} tests")
    return()
  endif()
  file(GLOB scripts CONFIGURE_DEPENDS "${folder}/*_test.py" "${folder}/test_*.py")
  foreach(path IN LISTS scripts)
    get_filename_component(name "${path}" NAME_WE)
    set(label short)
    set(timeout 600)
    if(name MATCHES "_long(_test)?$")
      set(label long)
      set(timeout 3600)
    endif()
    add_test(NAME ${prefix}.${name} COMMAND "${UNBRACKET_PYTHON}" -B "${path}"
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
    set_tests_properties(${prefix}.${name} PROPERTIES LABELS ${label} TIMEOUT ${timeout}
      ENVIRONMENT "${UNBRACKET_TEST_ENVIRONMENT};PYTHONDONTWRITEBYTECODE=1;${script_ENVIRONMENT}")
  endforeach()
endfunction()
