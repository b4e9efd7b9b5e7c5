#!/bin/sh
# The commands check and diff, and --evidence: good graphs pass, each bad one is
# told by the right fault, and what is written of articles keeps the shapes.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
shapes=$top_srcdir/tests/shapes
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
status=0
complain() {
  echo "$1"
  status=1
}
# gives STATUS PATTERN ARGUMENT...
gives() {
  want=$1 pattern=$2
  shift 2
  got=0
  "$claimgraph" "$@" > "$tmp/out" 2> "$tmp/err" < /dev/null || got=$?
  [ "$got" = "$want" ] || complain "claimgraph $*: exit $got, not $want"
  [ -z "$pattern" ] || cat "$tmp/out" "$tmp/err" | grep -qe "$pattern" ||
    complain "claimgraph $*: no '$pattern' in: $(head -c 400 "$tmp/out")"
}

# ---- check ---------------------------------------------------------------------
for graph in "$shapes"/good/*.ttl; do
  "$claimgraph" check "$graph" > "$tmp/out" || complain "$graph: not good"
  [ ! -s "$tmp/out" ] || complain "$graph: $(cat "$tmp/out")"
done
for graph in "$shapes"/bad/*.ttl "$shapes"/beyond/*.ttl; do
  expect=$(sed -n '1s/^# expect: //p' "$graph")
  [ -n "$expect" ] || complain "$graph: expects nothing"
  got=0
  "$claimgraph" check "$graph" > "$tmp/out" || got=$?
  [ "$got" = 1 ] || complain "$graph: exit $got"
  grep -qF "$expect" "$tmp/out" ||
    complain "$graph: no '$expect' but: $(cat "$tmp/out")"
done
gives 1 'sample.txt:1: ' check "$top_srcdir/tests/sample.txt"
gives 3 'shapes.ttl' check -D "$tmp" "$shapes/good/plain.ttl"
gives 1 'no article of the graph' check -x "$top_srcdir/tests/sample.txt" \
  "$shapes/good/plain.ttl"
gives 1 'missing: No such' check -x "$tmp/missing" "$shapes/good/plain.ttl"

# What is written keeps the shapes, with all of its text or less.
for article in "$top_srcdir"/examples/*.txt "$top_srcdir/tests/sample.txt"; do
  for how in full sentence offsets none; do
    "$claimgraph" extract -d 2022-09-06 -E $how -o "$tmp/$how.nq" "$article"
    gives 0 '' check -E $how "$tmp/$how.nq"
    [ ! -s "$tmp/out" ] || complain "$article: $how: $(head -n 3 "$tmp/out")"
  done
  gives 0 '' check -x "$article" "$tmp/full.nq"
  gives 0 '' check -E offsets -x "$article" "$tmp/offsets.nq"
  sed '/anchorOf/s/"\([^"]*\)e\([^"]*\)"/"\1x\2"/' "$tmp/full.nq" > "$tmp/x.nq"
  gives 1 'the text has' check -x "$article" "$tmp/x.nq"
done
cat > "$tmp/long.txt" << 'END'
The roof of the mill fell on Monday. "We heard a noise. Then the whole roof
fell on the cars," Ada Lindqvist told reporters.
END
for how in full sentence; do
  "$claimgraph" extract -E $how -o "$tmp/long-$how.nq" "$tmp/long.txt"
done
grep -q 'noise\. Then' "$tmp/long-full.nq" || complain 'full cuts words'
! grep -q 'noise\. Then' "$tmp/long-sentence.nq" ||
  complain 'sentence goes over two'
words() { grep -c anchorOf "$1" || :; }
[ "$(words "$tmp/sentence.nq")" -gt 20 ] || complain 'sentence is too little'
[ "$(words "$tmp/offsets.nq")" = 0 ] || complain 'offsets has words'
! grep -q 'ns#Mention\|#char=' "$tmp/none.nq" || complain 'none has mentions'
grep -q 'beginIndex' "$tmp/offsets.nq" || complain 'offsets has no offsets'
gives 1 'missing' check "$tmp/offsets.nq"
for how in sentence offsets none; do
  ! "$claimgraph" extract -t json -E $how "$top_srcdir/tests/sample.txt" |
    grep -q '"text"' || complain "JSON has the text: $how"
done

# ---- diff ----------------------------------------------------------------------
good=$shapes/good
gives 2 'two files' diff "$good/plain.ttl"
gives 3 'missing: No such' diff "$good/plain.ttl" "$tmp/missing"
gives 0 '' diff "$good/plain.ttl" "$good/plain.ttl"
[ ! -s "$tmp/out" ] || complain 'a graph differs from itself'
gives 1 '^- claim of Ada Lindqvist, "said" \[a1-c20\]$' diff \
  "$good/plain.ttl" "$top_srcdir/tests/queries/graph.ttl"
gives 1 '^+ event "killing" \[a1-e30\]$' diff \
  "$good/plain.ttl" "$top_srcdir/tests/queries/graph.ttl"
gives 1 '^~ event "blast" \[a1-e5\]$' diff "$good/plain.ttl" \
  "$good/date-range.ttl"
gives 1 '^  - date: 2022-09-05$' diff "$good/plain.ttl" "$good/date-range.ttl"
gives 1 '^  + dateTo: 2022-09-30$' diff "$good/plain.ttl" \
  "$good/date-range.ttl"
sed 's/0\.8/0.7/' "$good/plain.ttl" > "$tmp/why.ttl"
gives 0 '' diff "$good/plain.ttl" "$tmp/why.ttl"
"$claimgraph" extract -t ntriples -o "$tmp/a.nt" "$top_srcdir/tests/sample.txt"
"$claimgraph" extract -t rdfxml -o "$tmp/a.rdf" "$top_srcdir/tests/sample.txt"
gives 0 '' diff "$tmp/a.nt" "$tmp/a.rdf"
exit $status
