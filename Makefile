# Needs python3 >= 3.11 with pip, make and git; everything else is fetched into this folder.
# In a folder unpacked from `make bundle` (it has vendor/), nothing is fetched at all.

export PYTHON ?= python3
PORT ?= 8000
UV := .tools/bin/uv
export UV_VERSION := 0.13.8
BIN := .venv/bin

# Offices sit behind inspecting proxies: trust what the machine trusts.
export UV_SYSTEM_CERTS := 1
export NODE_USE_SYSTEM_CA := 1
export UV_PYTHON_DOWNLOADS := never
export VIRTUAL_ENV := $(CURDIR)/.venv
# Commands start twice as fast where Python may not write its bytecode by itself.
export UV_COMPILE_BYTECODE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

ifneq ($(wildcard vendor/wheels),)
export UV_OFFLINE := 1
export UV_NO_INDEX := 1
export UV_FIND_LINKS := $(CURDIR)/vendor/wheels
export PIP_NO_INDEX := 1
export PIP_FIND_LINKS := $(CURDIR)/vendor/wheels
endif

# What makes a Word file, workbook or presentation a PDF, and computes a workbook's formulas anew
OFFICE := libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui

.PHONY: help run setup setup-tests test test-slow check format rules lock bundle clean

help:
	@echo "make run          siapkan lalu jalankan Tolok dengan data contoh di http://127.0.0.1:$(PORT)"
	@echo "make setup        siapkan saja; sesudahnya pakai .venv/bin/tolok"
	@echo "make test         siapkan dan jalankan uji (test-slow: juga yang lama)"
	@echo "make check        semua pemeriksaan: format, lint, tipe, aturan impor, migrasi, uji"
	@echo "make bundle       satu arsip untuk memasang di komputer tanpa internet"
	@echo "make lock         perbarui requirements*.lock dan package-lock.json"

run: export TOLOK_HOME := $(CURDIR)/state
run: export TOLOK_DEMO := 1
run: setup
	@$(BIN)/tolok demo
	@$(BIN)/tolok serve --worker --port $(PORT)

setup: .venv/.setup node_modules/.setup

setup-tests: .venv/.setup-tests node_modules/.setup
	@scripts/debian-packages chromium

test: setup-tests
	@$(BIN)/pytest -q -n auto --dist worksteal -m "not slow"

test-slow: setup-tests
	@scripts/debian-packages $(OFFICE)
	@$(BIN)/pytest -q -n auto --dist worksteal

check: setup-tests
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@rooms="$$($(BIN)/lint-imports --no-logo)" || { echo "$$rooms"; exit 1; }
	@mkdir -p .venv/home && TOLOK_HOME=.venv/home $(BIN)/tolok makemigrations --check --verbosity 0
	@$(BIN)/pytest -q -n auto --dist worksteal -m "not slow"

format: .venv/.setup-tests
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet

rules: .venv/.setup-tests
	@$(BIN)/python scripts/rules.py
	@$(BIN)/python scripts/quirks.py

lock: $(UV)
	$(UV) pip compile $(COMPILE) --extra postgresql pyproject.toml -o requirements.lock
	$(UV) pip compile $(COMPILE) --extra postgresql --group dev -c requirements.lock \
		pyproject.toml -o requirements-dev.lock
	scripts/npm install --ignore-scripts --package-lock-only

COMPILE := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock" $(ARGS)

bundle: setup
	@scripts/bundle

clean:
	rm -rf .venv .tools node_modules dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(UV):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Tolok perlu Python 3.11+")'
	@$(PYTHON) -m pip install -qq --upgrade --target .tools uv==$(UV_VERSION)
	@touch $@

.venv/bin/python: $(UV)
	@$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	@touch $@

.venv/.setup: requirements.lock pyproject.toml .venv/bin/python
	@$(UV) pip install --quiet -r requirements.lock
	@$(UV) pip install --quiet --no-deps --editable .
	@touch $@

.venv/.setup-tests: requirements-dev.lock pyproject.toml .venv/bin/python
	@$(UV) pip sync --quiet requirements-dev.lock
	@$(UV) pip install --quiet --no-deps --editable .
	@touch $@ .venv/.setup

node_modules/.setup: package-lock.json
	@scripts/node-modules
	@touch $@
