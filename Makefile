# Groundwork's commands; `make` alone lists them.
.DEFAULT_GOAL := help

python := .venv/bin/python
setup := bash scripts/setup.sh
checks := check-format check-lint check-types check-imports check-templates check-dead-code

.PHONY: help setup run test check $(checks) format bench screenshots

help: ## list these commands
	@awk -F ': .*## ' '/^[a-z]+: .*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## install what running needs: .venv, system libraries, fonts
	@$(setup) run

run: setup ## set up, then serve on 127.0.0.1:8000 (ARGS='--port 8001')
	@exec $(python) -m wizard serve $(ARGS)

# An idle worker takes tests from a busy one: browser journeys are long and stand side by side, which
# fixed shares would leave to one worker. Files otherwise stay together, so their fixtures are made once.
test: ## set up, then pass every test (ARGS='tests/unit -k dates')
	@$(setup) test
	@exec $(python) -m pytest --numprocesses auto --maxprocesses 8 --dist worksteal $(ARGS)

check: ## format, lint, types, imports, templates, dead code
	@$(setup) check
	@$(MAKE) --no-print-directory --keep-going --output-sync --jobs 2 $(checks)

check-format:
	$(python) -m ruff format --check .

check-lint:
	$(python) -m ruff check .

check-types:
	$(python) -m mypy --strict wizard

check-imports:
	$(python) .venv/bin/lint-imports --no-logo

check-templates:
	$(python) -m djlint --lint templates

check-dead-code:
	$(python) -m scripts.dead_code

format: ## put the Python files into the form that check asks for
	@$(setup) check
	$(python) -m ruff check --fix --exit-zero --quiet .
	$(python) -m ruff format .

bench: ## measure speed and size, and print the table
	@$(setup) browser
	@exec $(python) -m bench $(ARGS)

screenshots: ## take the README's pictures again
	@$(setup) browser
	@exec $(python) -m scripts.screenshots $(ARGS)
