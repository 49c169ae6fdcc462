#!/bin/sh
# Everything that must be quiet before a change is done; CI runs the same.
set -eu
cd "$(dirname "$0")/.."
echo '== ruff'
ruff check --quiet .
ruff format --check --quiet .
echo '== mypy'
mypy
echo '== layers'
lint-imports
echo '== tests'
pytest --cov --cov-report=term "$@"
