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
# Two halves beside each other: what works with programs from outside, and the rest, whose coverage is measured. The
# first stays in front, since a shell lets what runs behind it hear no Ctrl-C, and some of its tests send one.
said=$(mktemp)
trap 'rm -f "$said"' EXIT
pytest --ignore=tests/outside --ignore=tests/browser --ignore=tests/editors --cov --cov-report=term "$@" > "$said" 2>&1 &
rest=$!
failed=0
pytest tests/outside tests/browser tests/editors "$@" || failed=$?
echo '== tests of the rest'
wait "$rest" || failed=$?
cat "$said"
exit "$failed"
