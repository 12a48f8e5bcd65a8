# Everything starts from a bare checkout: Python 3.11+ and the package registries are all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
BUILT := src/proofroom/interfaces/html/static/built/manifest.json
# Node comes from the Python lock, so that pages build the same on a machine with another Node or none.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix frontend

.PHONY: install demo test check lock format screenshots nightly develop docs

install: $(VENV)/.run $(BUILT)

develop: $(VENV)/.develop $(BUILT)

$(VENV)/.uv:
	@echo "Preparing the environment in $(VENV)."
	@$(PYTHON) -c 'import sys; sys.exit("Proofroom needs Python 3.11 or newer." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/.uv
	@echo "Installing Proofroom's packages."
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.develop: requirements/develop.txt $(VENV)/.run
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/develop.txt
	touch $@

frontend/node_modules/.package-lock.json: frontend/package-lock.json | $(VENV)/.run
	@echo "Installing what the pages are built with."
	@$(NPM) ci --silent --no-audit --no-fund --loglevel=error
	@touch $@

$(BUILT): frontend/node_modules/.package-lock.json $(shell find frontend/elements frontend/styles frontend/*.ts frontend/*.json -type f 2>/dev/null)
	@echo "Building the pages."
	@$(NPM) run --silent build -- --logLevel warn
	@touch $@

demo: install
	@$(BIN)/proofroom demo $(ARGS)

test: develop
	$(BIN)/python -m tests.machine
	$(BIN)/python -m pytest -n 2 --dist worksteal --reruns 1 --reruns-delay 3 -rR $(ARGS)

check: develop
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet src/proofroom/interfaces/html/templates
	$(NPM) run --silent types
	$(NPM) run --silent test
	$(BIN)/python -m docs.generate --check
	$(BIN)/proofroom manage makemigrations --check --dry-run
	$(MAKE) test

format:
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

docs:
	$(BIN)/python -m docs.generate

screenshots: develop
	$(BIN)/python -m tests.browser.screenshots $(ARGS)

nightly: develop
	$(BIN)/python -m pytest --hypothesis-profile=nightly -m '' $(ARGS)

lock: | $(VENV)/.uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
		pyproject.toml --group build -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
		pyproject.toml --group build --group develop -c requirements/run.txt -o requirements/develop.txt
	awk '/^uv==/ {p=1} p {print} p && !/\\$$/ {exit}' requirements/run.txt > requirements/uv.txt
