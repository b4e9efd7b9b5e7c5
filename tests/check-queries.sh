#!/bin/sh
# Every saved query gives its expected answer: on an invented graph in which
# each has one, and on the graphs of the examples. UPDATE=1 (make
# update-examples) writes the answers on the examples anew; read the diff.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
dir=$top_srcdir/tests/queries
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
status=0
complain() {
  echo "$1"
  status=1
}

names=$("$claimgraph" queries | cut -f 1)
[ "$(echo "$names" | wc -l)" -ge 15 ] || complain 'queries are missing'
for name in $names; do
  "$claimgraph" query -t csv "$name" "$dir/graph.ttl" > "$tmp/csv"
  diff -u "$dir/$name.csv" "$tmp/csv" || complain "$name: another answer"
  [ "$(wc -l < "$tmp/csv")" -gt 1 ] || complain "$name: no answer"
  # The text that is printed is the query that was asked.
  "$claimgraph" queries "$name" > "$tmp/q.rq"
  "$claimgraph" query -t csv "$tmp/q.rq" "$dir/graph.ttl" | cmp - "$tmp/csv" ||
    complain "$name: the file gives another answer"
done

for name in $names; do
  for article in kabul marrakesh; do
    echo "$name: $article"
    "$claimgraph" query "$name" "$top_srcdir/examples/$article.ttl"
    echo
  done
done > "$tmp/examples.txt"
if [ -n "${UPDATE:-}" ]; then
  cp "$tmp/examples.txt" "$dir/examples.txt"
else
  diff -u "$dir/examples.txt" "$tmp/examples.txt" ||
    complain 'other answers on the examples: make update-examples'
fi

# gives STATUS PATTERN ARGUMENT...
gives() {
  want=$1 pattern=$2
  shift 2
  got=0
  "$claimgraph" query "$@" > "$tmp/out" 2>&1 < /dev/null || got=$?
  [ "$got" = "$want" ] || complain "query $*: exit $got, not $want"
  grep -qe "$pattern" "$tmp/out" ||
    complain "query $*: no '$pattern' in: $(head -c 300 "$tmp/out")"
}
ask() { # STATUS PATTERN SPARQL
  echo "$3" > "$tmp/ask.rq"
  gives "$1" "$2" "$tmp/ask.rq" "$dir/graph.ttl"
}
gives 2 'which question' -t csv
gives 2 "no saved query 'foo'" foo "$dir/graph.ttl"
gives 2 'foo.rq: No such file' foo.rq "$dir/graph.ttl"
gives 2 'no saved query' DENIALS "$dir/graph.ttl"
gives 2 "not 'turtle'" -t turtle denials "$dir/graph.ttl"
gives 2 'no option -f' -f all denials "$dir/graph.ttl"
gives 2 'COLUMN=TEXT' -w foo=bar denials "$dir/graph.ttl"
gives 1 'missing: No such file' denials "$tmp/missing"
gives 1 ':1: ' denials "$top_srcdir/tests/sample.txt"
gives 0 '^who' -w who=nobody denials "$dir/graph.ttl"
[ "$(wc -l < "$tmp/out")" = 1 ] || complain 'a condition lets others through'
gives 0 '"value":"Sea Guard","xml:lang":"en"' -t json denials "$dir/graph.ttl"
ask 2 ':2: ' 'SELECT ?x
  WHERE { ?x foo ?y }'
ask 2 'SELECT and ASK' 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }'
ask 2 'FROM' 'SELECT * FROM <http://example.org/> WHERE { ?s ?p ?o }'
ask 2 'not for files' 'SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }'
ask 2 'not for files' 'SELECT * { GRAPH ?g { ?s ?p ?o } }'
ask 0 '^true' 'ASK { ?x a cg:DenialClaim }'
ask 0 '^false' 'ASK { ?x cg:agent ?x }'
ask 0 '^8$' 'SELECT (COUNT(*) AS ?n) { ?x a ?c . FILTER(?c = cg:Actor) MINUS { ?x a cg:Mention } }'
ask 0 '^8$' 'SELECT (SUM(?n) + 3 AS ?sum) { ?g cg:count ?n }'
ask 0 'two engineers|three' 'SELECT (GROUP_CONCAT(?l; separator="|") AS ?all) { ?g cg:count ?n ; rdfs:label ?l } GROUP BY ?all'
ask 0 '^2.5$' 'SELECT (AVG(?n) AS ?mean) { ?g cg:count ?n }'
ask 0 '^3$' 'SELECT ?n { ?g cg:count ?n } ORDER BY DESC(?n) LIMIT 1'
ask 0 '^2$' 'SELECT ?n { ?g cg:count ?n } ORDER BY DESC(?n) LIMIT 1 OFFSET 1'
exit $status
