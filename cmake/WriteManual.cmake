# cmake -DPROGRAM=... -DFOLDER=... -P WriteManual.cmake
# Lets the program write its manual pages and completions into FOLDER, then touches FOLDER/stamp.
file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}/man1")

function(run_program output)
  execute_process(COMMAND "${PROGRAM}" ${ARGN}
    RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE complaint)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "unbracket ${ARGN} failed (${code}): ${complaint}")
  endif()
  if(output)
    file(WRITE "${FOLDER}/${output}" "${text}")
  endif()
endfunction()

run_program("" manual "${FOLDER}/man1")
run_program(unbracket.bash completion bash)
run_program(_unbracket completion zsh)
run_program(unbracket.fish completion fish)
file(TOUCH "${FOLDER}/stamp")
