#!/usr/bin/env bash
# Installs what the checks need in a folder of its own, then runs them all. Stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

python="${PYTHON:-python3}"
venv=".venv-test"
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -e ".[dev]"

# The browser tests need Chromium, the store's tests on PostgreSQL its server, the bundle of the desk
# npm; where Debian's packages can be installed, do so. Without them these tests are skipped, and say so.
packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v npm >/dev/null || packages+=(nodejs npm)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
if [ "${#packages[@]}" -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null
fi

echo "== ruff" && "$venv/bin/ruff" check . && "$venv/bin/ruff" format --check .
echo "== mypy" && "$venv/bin/mypy"
echo "== import contract" && "$venv/bin/lint-imports"
if command -v npm >/dev/null; then
  echo "== bundle of the desk"
  (cd desk && npm install --no-save --silent --no-audit --no-fund && npm test --silent && npm run build --silent)
  git diff --exit-code --stat -- src/recoupe/web/static/desk.js || {
    echo "desk.js is not what its source makes: commit the build." >&2
    exit 1
  }
else
  echo "== bundle of the desk: skipped, npm is not installed"
fi
echo "== tests" && "$venv/bin/python" -m pytest "$@"
