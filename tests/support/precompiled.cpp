// Empty: the headers that tests have in common are compiled before it (CMakeLists.txt).
