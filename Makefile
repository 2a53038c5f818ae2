# Works on a fresh machine with Python 3.11, make and a package registry: the first target that needs it makes .venv.
# What is measured is a second environment, .venv-wheel, with cmograph as users install it: a wheel, compiled where there
# is a C compiler.

PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin
WHEEL_VENV ?= .venv-wheel
WHEEL_BIN := $(WHEEL_VENV)/bin
IN_THE_WHEEL := $(shell find src ontology shapes queries -type f -not -name '*.pyc')
BEHAVIOUR := $(wildcard $(addprefix tests/,building entities examples exports extractors generator gold* mentions phrasebook quads readers))
DEMO := demo-kg

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format lint types layers docs wheel bench accuracy readme clean

help: ## What can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

setup: $(BIN)/.ready ## Set up .venv with everything that development needs

demo: $(BIN)/.ready ## Build the graph of the sample pages; show what it found, and two answers
	@echo '$$ cmograph build examples/pages -o $(DEMO)'
	@$(BIN)/cmograph build examples/pages -o $(DEMO)
	@echo
	@echo '$$ cmograph ask growth-rates $(DEMO) --market greenhouse --columns publisher,low,high,start,end,quote'
	@$(BIN)/cmograph ask growth-rates $(DEMO) --market greenhouse --columns publisher,low,high,start,end,quote
	@echo
	@echo '$$ cmograph ask spread $(DEMO) --market greenhouse'
	@$(BIN)/cmograph ask spread $(DEMO) --market greenhouse

test: $(BIN)/.ready ## Run the tests
	$(BIN)/pytest

check: $(BIN)/.ready ## Everything that must hold: format, lint, types, layers, docs in step, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(BIN)/.ready ## Format the code and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(BIN)/.ready ## Format check and lint alone
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(BIN)/.ready ## Types alone
	$(BIN)/mypy

layers: $(BIN)/.ready ## Import layers alone
	$(BIN)/lint-imports

$(WHEEL_BIN)/.ready: pyproject.toml constraints.txt hatch_build.py $(IN_THE_WHEEL)
	$(PYTHON) -m venv --clear $(WHEEL_VENV)
	$(WHEEL_BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt '.[dev]'
	@touch $@

wheel: $(WHEEL_BIN)/.ready ## The tests of what is read, on cmograph as a wheel installs it: compiled where that is possible
	$(WHEEL_BIN)/cmograph --version
	$(WHEEL_BIN)/pytest -p no:cacheprovider -q $(BEHAVIOUR)

bench: $(WHEEL_BIN)/.ready ## Pages a second and peak memory: parsing, reading, building
	$(WHEEL_BIN)/python benchmarks/speed.py

accuracy: $(BIN)/.ready ## Score table, where annotated pages are at hand
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/python benchmarks/leave_one_out.py

readme: $(BIN)/.ready ## Write down anew what the README's commands print
	UPDATE_README=1 $(BIN)/pytest -q tests/test_readme.py

clean: ## Remove what the other targets made
	rm -rf $(VENV) $(WHEEL_VENV) $(DEMO) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
