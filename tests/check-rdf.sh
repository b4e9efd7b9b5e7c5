#!/bin/sh
# What is written, other programs read: the same set of triples in every
# syntax, and a diagram that dot accepts.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
command -v rapper > /dev/null || exit 77
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

for article in "$top_srcdir"/examples/*.txt "$top_srcdir/tests/sample.txt"; do
  for format in turtle:turtle ntriples:ntriples nquads:nquads rdfxml:rdfxml; do
    name=${format%:*}
    "$claimgraph" extract -d 2022-09-06 -t "$name" "$article" > "$tmp/$name"
    rapper -q -i "${format#*:}" -o ntriples "$tmp/$name" http://example.org/ |
      sed 's/ <[^>]*> \.$/&/' | LC_ALL=C sort -u > "$tmp/$name.nt"
    [ -s "$tmp/$name.nt" ] || { echo "$name of $article is empty"; exit 1; }
    cmp "$tmp/turtle.nt" "$tmp/$name.nt"
  done
  if /usr/bin/python3 -c 'import rdflib' 2> /dev/null; then
    /usr/bin/python3 -c 'import rdflib, sys
rdflib.Graph().parse(sys.argv[1], format="turtle")
rdflib.Graph().parse(sys.argv[2], format="nt")' "$tmp/turtle" "$tmp/ntriples"
  fi
  "$claimgraph" draw -d 2022-09-06 -t dot "$article" > "$tmp/dot"
  if command -v dot > /dev/null; then
    dot -Tcanon "$tmp/dot" > /dev/null
  fi
done
