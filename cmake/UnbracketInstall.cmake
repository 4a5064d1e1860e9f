# `make install` and `make package`. Manual pages and shell completions come from the program
# itself, which knows its verbs and flags:
#   unbracket completion bash|zsh|fish     prints the completion
#   unbracket manual FOLDER                writes unbracket.1 and unbracket-VERB.1
include(GNUInstallDirs)

if(NOT TARGET unbracket_program)
  return()
endif()

set(manual "${PROJECT_BINARY_DIR}/manual")
add_custom_command(OUTPUT "${manual}/stamp"
  COMMAND "${CMAKE_COMMAND}" "-DPROGRAM=$<TARGET_FILE:unbracket_program>" "-DFOLDER=${manual}"
    -P "${PROJECT_SOURCE_DIR}/cmake/WriteManual.cmake"
  DEPENDS unbracket_program "${PROJECT_SOURCE_DIR}/cmake/WriteManual.cmake"
  COMMENT "Writing manual pages and shell completions" VERBATIM)
add_custom_target(unbracket_manual ALL DEPENDS "${manual}/stamp")

install(TARGETS unbracket_program RUNTIME)
install(DIRECTORY "${manual}/man1" DESTINATION "${CMAKE_INSTALL_MANDIR}" OPTIONAL)
install(FILES "${manual}/unbracket.bash" OPTIONAL
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME unbracket)
install(FILES "${manual}/_unbracket" OPTIONAL
  DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
install(FILES "${manual}/unbracket.fish" OPTIONAL
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
foreach(document README.md LICENSE CHANGELOG.md NOTICE CONTRIBUTING.md)
  install(FILES "${PROJECT_SOURCE_DIR}/${document}" OPTIONAL DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endforeach()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/catalog" DESTINATION "${CMAKE_INSTALL_DATADIR}/unbracket"
  OPTIONAL)
# Beside the documents, whose links lead there.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/catalog" "${PROJECT_SOURCE_DIR}/examples"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" OPTIONAL)

set(CPACK_PACKAGE_VENDOR "unbracket maintainers")
set(CPACK_PACKAGE_CONTACT "unbracket maintainers <maintainers@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"It reads a case (who is at the table, the points of the plan, what each party
said and can live with) and answers with proofs that it can also check.")
set(CPACK_GENERATOR DEB)
include(CPack)
