# The commands of the README under short names.
.PHONY: demo test bench floors

demo:
	python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/recoupe demo -o recoupe-demo.html

test:
	bash scripts/test.sh

# Measures quality and speed beside the peers, and writes docs/benchmarks.md and the README's table.
bench:
	@[ -x .venv-test/bin/python ] || { python3 -m venv .venv-test && .venv-test/bin/pip install --quiet -e ".[dev]"; }
	.venv-test/bin/python -m benchmarks

floors:
	.venv-test/bin/python -m quality.check_floors
