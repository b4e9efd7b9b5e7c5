#!/bin/sh
# The shared library exports what claimgraph.h declares CG_API, and no more.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
lib=$top_builddir/.libs/libclaimgraph.so
[ -e "$lib" ] || exit 77
command -v nm > /dev/null || exit 77
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

grep '^CG_API' "$top_srcdir/src/claimgraph.h" |
  sed 's/.*\(cg_[a-z0-9_]*\)(.*/\1/' | sort > "$tmp/declared"
nm -D --defined-only "$lib" | awk '$3 !~ /^_/ { print $3 }' |
  sed 's/@.*//' | sort > "$tmp/exported"
[ -s "$tmp/declared" ]
diff -u "$tmp/declared" "$tmp/exported"
