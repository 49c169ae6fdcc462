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
# Two halves beside each other: what waits for programs from outside, and the rest, whose coverage is measured.
said=$(mktemp)
trap 'rm -f "$said"' EXIT
pytest tests/outside tests/browser tests/editors "$@" > "$said" 2>&1 &
outside=$!
failed=0
pytest --ignore=tests/outside --ignore=tests/browser --ignore=tests/editors --cov --cov-report=term "$@" || failed=$?
echo '== tests with programs from outside'
wait "$outside" || failed=$?
cat "$said"
exit "$failed"
