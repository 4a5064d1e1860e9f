# Everything comes from the system (Debian bookworm's versions are the floor); tools/setup installs
# it. The engine needs Boost.Multiprecision only, and that as headers.

set(Boost_NO_WARN_NEW_VERSIONS ON)
find_package(Boost 1.74 REQUIRED)

if(UNBRACKET_THREADS)
  set(THREADS_PREFER_PTHREAD_FLAG ON)
  find_package(Threads REQUIRED)
endif()

# Debian's CaDiCaL comes without a CMake package.
if(UNBRACKET_CADICAL)
  find_library(UNBRACKET_CADICAL_LIBRARY cadical REQUIRED)
  find_path(UNBRACKET_CADICAL_HEADERS cadical.hpp REQUIRED)
endif()

if(UNBRACKET_TESTS)
  find_package(GTest 1.12 REQUIRED)
endif()

# The libraries that our readers are compared with; the program itself uses neither.
if(UNBRACKET_TESTS OR UNBRACKET_FUZZ)
  find_package(nlohmann_json 3.11 REQUIRED)
  find_package(tomlplusplus 3.3 REQUIRED)
endif()

# pugixml and yaml-cpp read files of other programs, in src/unbracket/io/scenario alone.
if(NOT UNBRACKET_ENGINE_ONLY)
  find_package(CLI11 2.1 REQUIRED)
  find_package(pugixml 1.13 REQUIRED)
  find_package(yaml-cpp 0.7 REQUIRED)
  set(UNBRACKET_XML pugixml::pugixml)
  set(UNBRACKET_YAML yaml-cpp)
  if(UNBRACKET_STATIC) # Debian's packages of both hold the archives, too
    set(UNBRACKET_XML pugixml::static)
    find_library(UNBRACKET_YAML_ARCHIVE libyaml-cpp.a REQUIRED)
    set(UNBRACKET_YAML "${UNBRACKET_YAML_ARCHIVE}")
  endif()
endif()

# Debian's own interpreter first: it has Debian's python3-jsonschema.
find_program(UNBRACKET_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(UNBRACKET_PYTHON NAMES python3)
