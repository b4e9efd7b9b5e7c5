#!/bin/sh
# The page of the vocabulary has every term of ours, in both forms, and the
# manual is clean.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
man=$top_builddir/src/doc/claimgraph-ontology.7
html=$top_builddir/src/doc/ontology.html
[ -s "$man" ] || exit 77
status=0
terms=$(sed -n 's/^cg:\([A-Za-z0-9]*\) a .*/\1/p' \
  "$top_srcdir/ontology/claimgraph.ttl")
[ "$(echo "$terms" | wc -l)" -gt 90 ]
for term in $terms; do
  grep -q "^\.B cg:$term\$" "$man" || { echo "no $term in $man"; status=1; }
  grep -q "<h3>cg:$term</h3>" "$html" || { echo "no $term in $html"; status=1; }
done
if command -v groff > /dev/null; then
  warnings=$(groff -man -Tutf8 -ww "$man" 2>&1 > /dev/null)
  [ -z "$warnings" ] || { echo "$warnings"; status=1; }
fi
if command -v xmllint > /dev/null; then
  xmllint --html --noout "$html" 2> /dev/null || status=1
fi
exit $status
