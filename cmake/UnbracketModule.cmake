# unbracket_module(<name> [ENGINE] [LINKS <module>...] [USES <target>...] [HIDES <target>...])
#
# Makes the library unbracket_<name> of the *.hpp and *.cpp in the calling folder and the GoogleTest
# program unbracket_<name>_test of its *_test.cpp. New files need no edit of any CMakeLists.txt.
#   ENGINE  compile by the rules of the engine (cmake/UnbracketCompiler.cmake)
#   LINKS   modules whose headers this one may include; tools/layers.txt says the same and is checked
#   USES    outside targets that the headers need
#   HIDES   outside targets that only the *.cpp need
# A folder without sources gives an interface target, so that the tree configures at any time.
function(unbracket_module name)
  cmake_parse_arguments(module "ENGINE" "" "LINKS;USES;HIDES" ${ARGN})
  set(target unbracket_${name})
  file(GLOB headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.hpp")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")

  set(links ${module_LINKS})
  list(TRANSFORM links PREPEND unbracket_)
  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    if(module_ENGINE)
      target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:unbracket_engine_rules>)
    else()
      target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:unbracket_rules>)
    endif()
    target_link_libraries(${target} PRIVATE ${module_HIDES})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_link_libraries(${target} ${scope} ${links} ${module_USES})
  target_include_directories(${target} ${scope} "${PROJECT_SOURCE_DIR}/src")
  if(headers)
    target_sources(${target} ${scope} FILE_SET HEADERS
      BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${headers})
  endif()

  if(UNBRACKET_TESTS AND tests)
    unbracket_test_program(${target}_test SOURCES ${tests} LINKS ${target} ${module_HIDES})
  endif()
endfunction()
