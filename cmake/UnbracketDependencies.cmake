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

# pugixml and yaml-cpp read files of other programs, in src/unbracket/io/scenario; minizip, of the
# zlib project, and pugixml read workbooks, in src/unbracket/io/sheet. Nothing else uses them.
if(NOT UNBRACKET_ENGINE_ONLY)
  find_package(CLI11 2.1 REQUIRED)
  find_package(pugixml 1.13 REQUIRED)
  find_package(yaml-cpp 0.7 REQUIRED)
  find_package(ZLIB 1.2 REQUIRED)
  find_library(UNBRACKET_MINIZIP minizip REQUIRED)
  find_path(UNBRACKET_MINIZIP_HEADERS minizip/unzip.h REQUIRED)
  set(UNBRACKET_XML pugixml::pugixml)
  set(UNBRACKET_YAML yaml-cpp)
  if(UNBRACKET_STATIC) # Debian's packages of all of them hold the archives, too
    set(UNBRACKET_XML pugixml::static)
    find_library(UNBRACKET_YAML_ARCHIVE libyaml-cpp.a REQUIRED)
    set(UNBRACKET_YAML "${UNBRACKET_YAML_ARCHIVE}")
    find_library(UNBRACKET_MINIZIP_ARCHIVE libminizip.a REQUIRED)
    find_library(UNBRACKET_ZLIB_ARCHIVE libz.a REQUIRED)
    set(UNBRACKET_ZIP "${UNBRACKET_MINIZIP_ARCHIVE}" "${UNBRACKET_ZLIB_ARCHIVE}")
  else()
    set(UNBRACKET_ZIP "${UNBRACKET_MINIZIP}" ZLIB::ZLIB)
  endif()
endif()

# Debian's own interpreter first: it has Debian's python3-jsonschema.
find_program(UNBRACKET_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(UNBRACKET_PYTHON NAMES python3)
