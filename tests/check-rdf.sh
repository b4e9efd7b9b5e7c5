#!/bin/sh
# What is written, other programs read: the same set of triples in every
# syntax, by two parsers that know nothing of us, and a diagram that dot takes.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
status=0
complain() {
  echo "$1"
  status=1
}

# Triples of all four syntaxes, as sorted N-Triples; rapper drops graph names.
with_rapper() {
  for syntax in turtle ntriples nquads rdfxml; do
    rapper -q -i $syntax -o ntriples "$tmp/$syntax" http://example.org/ \
      > "$tmp/$syntax.raw" 2> "$tmp/err" ||
      complain "rapper: $syntax of $1: $(head -c 300 "$tmp/err")"
    sort -u "$tmp/$syntax.raw" > "$tmp/$syntax.nt"
    [ -s "$tmp/$syntax.nt" ] || complain "rapper: no $syntax of $1"
    cmp "$tmp/turtle.nt" "$tmp/$syntax.nt" || status=1
  done
}

with_rdflib() {
  "$python" - "$tmp" << 'END' || complain "rdflib: $1"
import sys, rdflib
triples = {}
for name, syntax in (("turtle", "turtle"), ("ntriples", "nt"),
                     ("nquads", "nquads"), ("rdfxml", "xml")):
    store = rdflib.Dataset(default_union=True)
    store.parse(sys.argv[1] + "/" + name, format=syntax)
    triples[name] = {(s, p, o) for s, p, o, g in store.quads((None,) * 4)}
    assert triples[name], name + " is empty"
    wrong = triples[name] ^ triples["turtle"]
    assert not wrong, name + " differs: " + repr(sorted(wrong)[:3])
    bad = [o for s, p, o in triples[name]
           if isinstance(o, rdflib.Literal) and o.value is None]
    assert not bad, "literals that cannot be: " + repr(bad)
    blank = [t for t in triples[name] if any(
        isinstance(term, rdflib.BNode) for term in t)]
    assert not blank, "blank nodes: " + repr(blank[:3])
END
}

have_rapper=false have_rdflib=false have_dot=false
command -v rapper > /dev/null && have_rapper=true
command -v dot > /dev/null && have_dot=true
for python in /usr/bin/python3 python3; do
  "$python" -c 'import rdflib; rdflib.Dataset' 2> /dev/null || continue
  have_rdflib=true
  break
done
$have_rapper || $have_rdflib || $have_dot || exit 77

for article in "$top_srcdir"/examples/*.txt "$top_srcdir/tests/sample.txt"; do
  for syntax in turtle ntriples nquads rdfxml; do
    "$claimgraph" extract -d 2022-09-06 -t $syntax -o "$tmp/$syntax" "$article"
  done
  "$claimgraph" draw -d 2022-09-06 -t dot -o "$tmp/dot" "$article"
  ! $have_rapper || with_rapper "$article"
  ! $have_rdflib || with_rdflib "$article"
  ! $have_dot || dot -Tcanon "$tmp/dot" > /dev/null 2> "$tmp/err" ||
    complain "dot: $article: $(head -c 300 "$tmp/err")"
  ! $have_dot || [ ! -s "$tmp/err" ] || complain "dot: $(cat "$tmp/err")"
done
exit $status
