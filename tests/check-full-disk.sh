#!/bin/sh
# No format loses data silently when the disk is full.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
[ -c /dev/full ] || exit 77
claimgraph=$top_builddir/claimgraph
status=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# full WHAT STATUS: what a run gave, with its complaint in $tmp/err.
full() {
  if [ "$2" != 3 ] || ! grep -q '^claimgraph: .' "$tmp/err"; then
    echo "$1 on a full disk: exit $2, '$(cat "$tmp/err")'"
    status=1
  fi
}
try() {
  got=0
  "$claimgraph" "$@" "$top_srcdir/tests/sample.txt" \
    > /dev/full 2> "$tmp/err" || got=$?
  full "$*" $got
  got=0
  "$claimgraph" "$@" -o /dev/full "$top_srcdir/tests/sample.txt" \
    2> "$tmp/err" || got=$?
  full "$* -o /dev/full" $got
}
for format in turtle ntriples nquads rdfxml json conllu explain; do
  try extract -t $format
done
for format in dot svg png pdf gexf graphml nodes edges; do
  try draw -t $format
done
for option in --help --version; do
  got=0
  "$claimgraph" $option > /dev/full 2> "$tmp/err" || got=$?
  full $option $got
done
[ -c /dev/full ] || { echo '/dev/full was replaced'; status=1; }
exit $status
