# Everything runs in .venv, which the first target that needs it makes.
PYTHON ?= python3
BIN := .venv/bin
REGIONS := kristiansandsregionen kongsbergregionen
export GRAPHTOOL_LANG ?= nb

.PHONY: demo test mutants pictures lint docs docs-check wheel-check bench clean

demo: .venv/installed ## the main job on both regions: a report of each in build/
	@for region in $(REGIONS); do \
	  mkdir -p build && rm -rf build/$$region && \
	  echo && echo "== $$region" && \
	  $(BIN)/graphtool query orphaned-goals data/$$region && \
	  $(BIN)/graphtool report data/$$region --story data/$$region/story.toml -o build/$$region || exit 1; \
	done
	@echo
	@echo "The reports, each with findings, tables and the map:"
	@for region in $(REGIONS); do \
	  echo "  file://$(CURDIR)/build/$$region/index.html"; \
	done

test: .venv/tested ## all tests
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadgroup $(PYTEST)

mutants: .venv/mutated ## small faults planted in the code: do the tests find them? MUTANTS="--changed main"
	$(BIN)/python -m pytest -q tests/mutation
	$(BIN)/python -m tests.mutation $(MUTANTS)

pictures: .venv/tested ## every view of both regions as screenshots in build/pictures, and the README's
	$(BIN)/python -m tests.maps.pictures
	$(BIN)/python -m tests.maps.pictures --readme

lint: .venv/linted ## style, types, layers, and the page's scripts where node is there
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	.ci/page/lint

docs: .venv/linted ## writes the generated parts of the README anew
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/cog -r README.md

docs-check: .venv/linted
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/cog --check --diff README.md

wheel-check: .venv/linted ## builds the wheel, installs it elsewhere, uses it there
	rm -rf build/wheel && $(BIN)/python -m pip wheel -q --no-deps --wheel-dir build/wheel .
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install -q build/wheel/*.whl
	cd build/wheel && venv/bin/graphtool demo example && mv example/kongsbergregionen dataset && mv example/eksempel-handlingsplan.csv plan.csv \
	  && venv/bin/graphtool check example/kristiansandsregionen && venv/bin/graphtool queries && venv/bin/graphtool describe dataset \
	  && venv/bin/graphtool query orphaned-goals dataset --format json > goals.json \
	  && venv/bin/graphtool map plan.csv --view municipalities -o map.html && venv/bin/graphtool check plan.csv \
	  && venv/bin/graphtool map dataset --view ownership -o map.pdf && venv/bin/graphtool map dataset --view ownership -o map.png \
	  && venv/bin/graphtool check plan.csv --rules regional --write-baseline known.json \
	  && venv/bin/graphtool report dataset -o report && venv/bin/graphtool template -o template.xlsx \
	  && venv/bin/python -c "import graphtool, importlib.resources as r; assert 'site-packages' in graphtool.__file__; assert any(p.name.endswith('.cypher') for p in (r.files('graphtool') / 'cypher').iterdir())"

bench: .venv/tested ## ratios against named alternatives
	$(BIN)/python tests/benchmarks/run.py

clean:
	rm -rf .venv build .ci/page/node_modules

.venv/installed: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('graphtool needs Python 3.11 or newer') if sys.version_info < (3, 11) else None"
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --upgrade "pip>=25.1"
	$(BIN)/python -m pip install -q -e ".[neo4j]"
	touch $@

.venv/tested: .venv/installed
	$(BIN)/python -m pip install -q --group test
	touch $@

.venv/linted: .venv/installed
	$(BIN)/python -m pip install -q --group lint
	touch $@

.venv/mutated: .venv/tested
	$(BIN)/python -m pip install -q --group mutants
	touch $@
