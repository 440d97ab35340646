# Everything there is to do, each under one name; `make` alone lists it.
#
# Tools are installed into .venv from requirements/*.txt, which hold a hash for every file that may be installed.
# A stamp in .venv/stamps remembers what was installed, so that nothing is done twice and all works offline afterwards.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build serve test check lint types golden floors pictures mutate lock clean

VENV   := .venv
BIN    := $(VENV)/bin
STAMPS := $(VENV)/stamps
# Published as source archives alone; their build is given what requirements/build.txt locks, and fetches nothing.
SOURCES := jieba,lunar_python
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation
HASHED := $(PIP) --require-hashes --only-binary :all: --no-binary $(SOURCES) --requirement
UV     := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
          --no-emit-find-links --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

# How many tests run at a time; which arguments `kaifaqu build` and pytest get beside.
JOBS ?= 2
ARGS ?=

help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):[^#]*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '%-14s %s\n' "$$name" "$$what"; done

build: $(STAMPS)/run ## seeds/ -> build/site/, the published site
	@$(BIN)/kaifaqu build $(ARGS)

serve: build ## build the site and serve it on this machine
	@$(BIN)/kaifaqu serve

test: $(STAMPS)/test ## run every test, some of them in a real Chromium
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup $(ARGS)

check: lint types test ## ruff, mypy --strict and every test

lint: $(STAMPS)/check ## ruff: rules and layout of the code
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(STAMPS)/check ## mypy --strict
	@$(BIN)/mypy

golden: $(STAMPS)/test ## renew tests/golden/ from what the code does now; review the diff
	@$(BIN)/python -m pytest --quiet tests/test_golden.py --renew-golden

floors: $(STAMPS)/test ## raise tests/corpus/floors.json to today's scores; LOWER=1 lowers it too
	@$(BIN)/python -m pytest --quiet tests/corpus --renew-floors $(if $(LOWER),--lower-floors)

mutate: $(STAMPS)/test ## change the parser's code in thirty small ways and count how many the tests notice
	@$(BIN)/python tools/mutate.py $(ARGS)

pictures: build $(STAMPS)/test ## take the pictures that the README shows: docs/img/
	@$(BIN)/python -m tools.pictures

lock: $(STAMPS)/lock ## write requirements/*.txt anew; UPGRADE=1 takes newer releases
	@$(UV) --group build --output-file requirements/build.txt
	@$(UV) pyproject.toml --output-file requirements/run.txt
	@$(UV) --group test --constraint requirements/run.txt --output-file requirements/test.txt
	@$(UV) --group check --constraint requirements/run.txt --constraint requirements/test.txt \
		--output-file requirements/check.txt
	@$(UV) --group lock --output-file requirements/lock.txt

clean: ## remove what was built and the environment
	rm -rf build $(VENV) .mypy_cache .pytest_cache .ruff_cache

# --- the environment ----------------------------------------------------------------

$(STAMPS)/venv:
	@sh tools/venv.sh $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/build $(STAMPS)/lock: $(STAMPS)/%: requirements/%.txt $(STAMPS)/venv
	@$(HASHED) $<
	@touch $@

$(STAMPS)/run: requirements/run.txt pyproject.toml $(STAMPS)/build
	@echo 'Installing what a build needs …'
	@$(HASHED) requirements/run.txt
	@$(PIP) --editable .
	@touch $@

$(STAMPS)/test $(STAMPS)/check: $(STAMPS)/%: requirements/%.txt $(STAMPS)/run
	@echo 'Installing what make $(@F) needs …'
	@$(HASHED) $<
	@touch $@
