# unbracket: one word for each thing one wants done. CMakePresets.json has the builds themselves.

PREFIX ?= /usr/local
DESTDIR ?=
CASE ?= catalog/peace-talks/moscow-2025/case.toml
PROGRAM := build/release/bin/unbracket
NPM_INSTALL := npm install --no-save --no-audit --no-fund --loglevel=error
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help demo test test-long sanitize bench bench-peers bench-page test-page test-browsers page reports screenshots check fuzz install package clean program

help:  ## show this list
	@echo "make ..."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' Makefile

demo:  ## set up, build, and answer the founding case
	@tools/setup build
	@$(MAKE) program
	@printf '\n$$ unbracket check %s\n\n' '$(CASE)'
	@$(PROGRAM) check '$(CASE)'
	@printf '\n$$ unbracket report %s -o build/report.html\n\n' '$(CASE)'
	@$(PROGRAM) report '$(CASE)' -o build/report.html
	@printf '\nNext:\n'
	@printf '  %s\n' 'open build/report.html in a browser    (the report; no network needed)' '$(PROGRAM) --help' '$(PROGRAM) show $(CASE)' \
	  '$(PROGRAM) new my-case.toml        (then edit it, and: $(PROGRAM) check my-case.toml)' \
	  'make test' 'less docs/concepts.md'

# The program alone, without what the tests need, unless build/release has tests already.
program:
	@if grep -qs '^UNBRACKET_TESTS:[A-Z]*=ON' build/release/CMakeCache.txt; then \
	  tools/build release unbracket_manual; \
	else \
	  tools/build release -DUNBRACKET_TESTS=OFF -DUNBRACKET_FUZZ=OFF unbracket_manual; \
	fi

test:  ## set up, build, and run every test (a share of the random cases)
	@tools/setup test
	@tools/build release
	@tools/run-tests short

test-long:  ## every test with all random cases, then the short ones with sanitizers
	@tools/setup test-long
	@tools/build release
	@tools/run-tests long
	@$(MAKE) sanitize

sanitize:  ## the short tests with AddressSanitizer, UBSan and LeakSanitizer
	@tools/setup test
	@tools/build sanitize
	@tools/run-tests short sanitize

bench:  ## measure the speed (JSON and a table)
	@tools/setup bench
	@tools/build bench
	@BUILD=build/bench bench/run

bench-peers:  ## NegMAS (from PyPI, in an environment of its own) beside this program
	@tools/setup peers
	@tools/build bench unbracket_program unbracket_bench_peers
	@BUILD=build/bench bench/negmas/run

test-page:  ## format, types and unit tests of the page of the report
	@cd web/page && PATH="$$(../../tools/node):$$PATH" && $(NPM_INSTALL) && npm run --silent check

test-browsers:  ## reports in Chromium, every screen and control, and in Firefox
	@tools/setup page
	@tools/build release unbracket_program
	@tools/build wasm
	@cd web/page && PATH="$$(../../tools/node):$$PATH" && $(NPM_INSTALL) && \
	  export UNBRACKET="$$PWD/../../$(PROGRAM)" ENGINE="$$PWD/../../build/wasm/engine.wasm" && \
	  npm run --silent e2e && npm run --silent firefox

page:  ## make the page of the report anew (clang for WebAssembly, Node)
	@tools/setup page
	@tools/page

reports:  ## the reports of the catalogue, with an index page, into build/reports
	@$(MAKE) program
	@tools/reports build/reports

bench-page:  ## the engine inside the page, in Chromium, beside the program
	@tools/setup page
	@tools/build release unbracket_program
	@tools/build wasm
	@cd web/page && PATH="$$(../../tools/node):$$PATH" && $(NPM_INSTALL) && \
	  UNBRACKET=../../$(PROGRAM) ENGINE=../../build/wasm/engine.wasm node tools/engine-speed.mjs

screenshots:  ## the pictures of the documents, from the report of the founding case
	@tools/setup page
	@$(MAKE) program
	@$(PROGRAM) report '$(CASE)' -o build/report.html -q
	@mkdir -p docs/pictures
	@cd web/page && PATH="$$(../../tools/node):$$PATH" && $(NPM_INSTALL) && node tools/screenshots.mjs ../../build/report.html ../../docs/pictures

check:  ## the same checks as in continuous integration (tools/check)
	@tools/setup check
	@tools/check

fuzz:  ## run every fuzzer for FUZZ_SECONDS (default 60) each
	@tools/setup check
	@tools/build fuzz fuzzers
	@tools/fuzz "$${FUZZ_SECONDS:-60}"

install:  ## install under PREFIX (default /usr/local), below DESTDIR if given
	@[ -x $(PROGRAM) ] || $(MAKE) program
	@DESTDIR='$(DESTDIR)' cmake --install build/release --prefix '$(PREFIX)'

package:  ## dist/: a .deb, and a static program in a .tar.gz
	@tools/setup package
	@tools/package

clean:  ## remove everything built
	rm -rf build dist
