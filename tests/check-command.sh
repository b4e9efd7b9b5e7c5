#!/bin/sh
# The command line: what is refused, how files are written, what the exit
# status says.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp "$top_srcdir/tests/sample.txt" "$tmp/a.txt"
cd "$tmp"
status=0
complain() {
  echo "$1"
  status=1
}

# gives STATUS PATTERN ARGUMENT...: the exit status, and a line of output or
# complaint that matches.
gives() {
  want=$1 pattern=$2
  shift 2
  got=0
  "$claimgraph" "$@" > out 2> err < /dev/null || got=$?
  [ "$got" = "$want" ] || complain "claimgraph $*: exit $got, not $want"
  cat out err | grep -qe "$pattern" ||
    complain "claimgraph $*: no '$pattern' in: $(head -c 300 out err)"
}
gives 0 '^Usage: ' --help
gives 0 '^Usage: ' extract -h
gives 0 '^claimgraph [0-9]' --version
gives 2 'Usage: '
gives 2 "no such command: 'foo'" foo
gives 2 "no such command: 'a.txt'" a.txt
gives 2 "'--foo'" extract --foo
gives 2 'requires an argument' extract -t
gives 2 "no such format: 'foo'" extract -t foo a.txt
gives 2 'name one with -t' extract -o graph.foo a.txt
gives 2 "'draw' does" extract -t svg a.txt
gives 2 "'draw' does" extract -o graph.svg a.txt
gives 2 "'extract' does" draw -t turtle a.txt
gives 2 'two formats' extract -e -t turtle a.txt
gives 2 "cannot be 'foo'" extract -f foo a.txt
gives 2 "cannot be 'foo'" extract -i foo a.txt
gives 2 . extract -d 2022-02-30 a.txt
gives 2 . extract -d yesterday a.txt
gives 2 . extract -b 'not an iri' a.txt
gives 3 . extract -D "$tmp/nowhere" a.txt
gives 3 . extract -o "$tmp/nowhere/graph.ttl" a.txt
gives 1 'a\.missing: No such file' extract a.missing
gives 2 "'extract' has no option -w" extract -w a=b a.txt
gives 0 'cg:Claim a rdfs:Class' ontology
gives 0 'cgt:assault a skos:Concept' types
gives 0 'sh:NodeShape' shapes
gives 0 '^denials	' queries
gives 0 '^SELECT ' queries denials hearsay
gives 2 'queries/foo' queries foo
gives 0 '^PREFIX cg: <' prefixes
gives 2 'takes no file' types a.txt
gives 2 "'draw' reads RDF" extract -i rdf a.txt
gives 2 '1 to' draw -n 0 a.txt
gives 2 '1 to' draw -n many a.txt
gives 2 '1 to' draw -n 1000001 a.txt
gives 2 "cannot be 'foo'" draw -v foo a.txt
gives 2 'is no date' draw -s 2020-13 a.txt
gives 2 'is no name' draw -a '' a.txt
gives 2 'no option -v' extract -v claims a.txt
gives 1 'is a folder' extract .
gives 0 '@prefix' extract a.txt
gives 0 '@prefix' -q extract a.txt
gives 0 '@prefix' extract a.txt -q
gives 0 'digraph' draw a.txt
gives 0 'digraph' draw -o - a.txt
[ ! -e graph.svg ] || complain 'a refused command line wrote a file'

# Endings choose the format, and a file without one has the default.
for pair in a.nt:ns# a.nq:ns# a.rdf:rdf:RDF a.json:'{' a.conllu:root a.ttl:@prefix \
  a:@prefix; do
  "$claimgraph" extract -o "out-${pair%%:*}" a.txt
  grep -qe "${pair#*:}" "out-${pair%%:*}" || complain "${pair%%:*}: no ${pair#*:}"
done
for pair in a.svg:'<svg' a.gv:digraph a.png:PNG a.pdf:%PDF a:'<svg'; do
  "$claimgraph" draw -o "draw-${pair%%:*}" a.txt
  grep -aqe "${pair#*:}" "draw-${pair%%:*}" || complain "${pair%%:*}: no ${pair#*:}"
done

# A graph that was written before gives the same picture as its article.
for view in claims actors event timeline; do
  "$claimgraph" draw -v $view -t dot a.txt > 1.dot
  for file in out-a.ttl out-a.nt out-a.nq out-a.rdf; do
    "$claimgraph" draw -v $view -t dot $file > 2.dot
    cmp 1.dot 2.dot || complain "$file is drawn otherwise in $view"
    "$claimgraph" draw -v $view -t dot -i rdf < $file > 3.dot
    cmp 1.dot 3.dot || complain "$file is drawn otherwise from a pipe"
  done
done
echo 'no RDF' > bad.ttl
gives 1 'bad\.ttl:1: ' draw -o bad.svg bad.ttl a.txt
[ ! -e bad.svg ] || complain 'half a graph was drawn'

# A new file has the mode that the umask says; one that is there keeps its own,
# and a link stays a link.
(umask 027 && "$claimgraph" extract -o new.nt a.txt)
[ "$(stat -c %a new.nt)" = 640 ] || complain 'a new file ignores the umask'
chmod 604 new.nt
ln -s new.nt link.nt
"$claimgraph" extract -o link.nt a.txt
[ "$(stat -c %a new.nt)" = 604 ] || complain 'an old file lost its mode'
[ -L link.nt ] || complain 'a link was replaced'

# When nothing could be done, what was there stays, and nothing is left over.
echo old > old.ttl
gives 1 'a\.missing' extract -o old.ttl a.missing
[ "$(cat old.ttl)" = old ] || complain 'a failure replaced the output'
gives 1 'a\.missing' extract -o old.ttl a.missing a.txt
grep -q '@prefix' old.ttl || complain 'one bad file spoiled the good one'

# The input may be the output.
cp a.txt same.txt
"$claimgraph" extract -e -o same.txt same.txt
cmp -s a.txt same.txt && complain 'the output was not written'

# Standard input, once or by name, is the same as the file.
"$claimgraph" extract a.txt > 1.ttl
"$claimgraph" extract < a.txt > 2.ttl
"$claimgraph" extract - < a.txt > 3.ttl
cmp 1.ttl 2.ttl && cmp 1.ttl 3.ttl || status=1
leftover=$(find . -name '*.??????' ! -name '*.conllu')
[ -z "$leftover" ] || complain "left over: $leftover"
exit $status
