# All that a machine with Python 3.11 or newer, pip and make needs: `make demo`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
COMPILE := $(BIN)/python -m compileall -q *.py batch emit extract transform

.PHONY: demo test lint types tests properties golden editions scans hostile bench growth lock clean

demo: $(READY)  ## convert the sample, and show where the files are
	$(BIN)/catalogus convert samples/bijlage-1b.pdf -o out/
	@ls -l out/

test: $(READY) lint types tests  ## every check

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/python -m pytest -n 2

properties: $(READY)  ## the property tests with new and many more examples
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n 2 tests/transform tests/emit

golden: $(READY)  ## rewrite the golden files in samples/, after looking at what changed
	$(BIN)/python -m pytest tests/test_golden.py --rewrite-golden

editions: $(READY)  ## every layout by every engine that is installed: print the tables, and keep them in docs/
	$(BIN)/python -m tests.editions.proving --write docs/editions.md
	$(BIN)/python -m tests.editions.word_proving --write docs/editions-word.md

scans: $(READY)  ## scanned layouts, read by OCR: print the table, and keep it in docs/; needs Tesseract
	$(BIN)/python -m tests.editions.scan_proving docs/scans.md

hostile: $(READY)  ## hostile and damaged files, and killed conversions: print the tables, and keep them in docs/
	$(BIN)/python -m tests.hostile.proving --write docs/hostile.md

bench: $(READY)  ## measure, and print a table
	$(COMPILE)
	$(BIN)/python -m bench.measure

growth: $(READY)  ## time and memory of documents up to 100 times as long: a table and a picture in docs/
	$(BIN)/python -m bench.growth docs

$(READY): requirements/pip.txt requirements/dev.txt pyproject.toml emit/locale/compile.py emit/locale/nl/LC_MESSAGES/catalogus.po
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pip.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(COMPILE)
	@touch $@

lock:  ## pin all versions anew, hashes only
	cd requirements && for name in pip runtime dev; do uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  $$name.in -o $$name.txt; done

clean:
	rm -rf $(VENV) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
