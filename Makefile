# make demo   the demo, served at http://127.0.0.1:8000/ (make demo PORT=8001 for another port)
# make test   the whole test suite: SQLite, and PostgreSQL and a browser where they are found
# make check  lint, types, import rules, Django's own checks
# make score  accuracy on the project's own gold, and on the data beside the project where it is there
# make fuzz   hostile and random text, for SECONDS=120 seconds
# make bench  how fast the pages are; make bench-browser and make lighthouse: in a real browser

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
SECONDS ?= 120
DEMO_DATABASE ?= sqlite:///$(CURDIR)/demo.sqlite3

.PHONY: install demo test check score fuzz bench bench-browser lighthouse fixture map lock clean

install: $(VENV)/.installed

$(VENV)/.installed: requirements.lock
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "Tumen needs Python 3.11 or later. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned dependencies (once)."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

demo: install
	@DATABASE_URL=$(DEMO_DATABASE) $(BIN)/python manage.py demo --port $(PORT)

test: install
	@$(BIN)/python -m tests.run $(if $(STRICT),--strict)

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run

score: install
	@$(BIN)/python -m tests.accuracy.score

fuzz: install
	$(BIN)/python -m tests.fuzz.patterns 2>/dev/null
	@$(BIN)/python -c "import atheris" 2>/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check atheris==3.0.0
	$(BIN)/python -m tests.fuzz.reading -max_total_time=$(SECONDS) -timeout=20 -artifact_prefix=$(CURDIR)/.fuzz-

# How fast pages are on the server, with 1,000 to 100,000 events, on both databases.
bench: install
	$(BIN)/python -m tests.benchmarks.pages

# Weight, and click to painted list, in a real Chromium, beside TimelineJS3 and vis-timeline.
bench-browser: install
	$(BIN)/python -m tests.benchmarks.browser --peers

# Lighthouse on three pages; the reports are kept in .lighthouse/.
lighthouse: install
	$(BIN)/python -m tests.benchmarks.lighthouse

fixture: install
	@DATABASE_URL=sqlite:///$(CURDIR)/fixture.sqlite3 $(BIN)/python manage.py migrate -v0
	@DATABASE_URL=sqlite:///$(CURDIR)/fixture.sqlite3 $(BIN)/python manage.py make_demo_fixture
	@rm -f fixture.sqlite3 fixture.sqlite3-*

# The outlines of the map, from Natural Earth's countries as the npm package world-atlas ships them; only to renew the file.
map: install
	folder=$$(mktemp -d) && cd $$folder && npm pack --silent world-atlas@2.0.2 && tar xf world-atlas-*.tgz && cd $(CURDIR) && $(BIN)/python manage.py make_map $$folder/package/countries-50m.json && rm -r $$folder

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis htmlcov .coverage
