#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A runner for the side-by-side bench: run.sh build | index DATA DIR | query DIR <queries >results
# FICSEARCH names the program, if not that of the release build. PEER_VARIANT=written compares tags as they are written.
set -e
here=$(cd "$(dirname "$0")" && pwd)
program=${FICSEARCH:-$here/../../../build/release/bin/ficsearch}
case $1 in
build) [ -x "$program" ] || { echo "no program $program: cmake --preset release && cmake --build --preset release" >&2; exit 1; } ;;
index) exec "$program" import --quiet -d "$3/index" "$2" ;;
query)
  # One after the other: the bench gives all of it one core, and what ran beside a search would run in its time.
  files=$(mktemp -d) && trap 'rm -rf "$files"' EXIT
  export PEER_SIDE="$files/queries"
  "$here/translate" requests >"$files/requests"
  "$program" batch --warm -d "$2/index" <"$files/requests" >"$files/replies"
  "$here/translate" results <"$files/replies"
  ;;
*) echo "run.sh build | index DATA DIR | query DIR" >&2; exit 2 ;;
esac
