#!/bin/sh
# Input may be anything. Whatever it is, the command says so and ends by
# itself, soon, with status 0 or 1; what is good in it is done.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp "$top_srcdir/tests/sample.txt" "$tmp/good.txt"
cd "$tmp"
failed=0
complain() {
  echo "$1"
  failed=1
}

# gives STATUSES PATTERN FILE...: one of the exit statuses, and a complaint
# that matches (an empty pattern: none needed).
gives() {
  statuses=$1 pattern=$2
  shift 2
  got=0
  timeout 120 "$claimgraph" extract -t ntriples "$@" > out 2> err || got=$?
  case " $statuses " in
    *" $got "*) ;;
    *) complain "$*: exit $got, not $statuses: $(head -c 300 err)" ;;
  esac
  [ -z "$pattern" ] || grep -qe "$pattern" err ||
    complain "$*: no '$pattern' in '$(head -c 300 err)'"
}
repeat() { # COUNT TEXT
  awk -v n="$1" -v s="$2" 'BEGIN { while (n-- > 0) printf "%s", s }'
}

: > empty.txt
gives '0 1' '' empty.txt
printf ' \n\t\n\n' > blank.txt
gives '0 1' '' blank.txt
printf 'Hello\377 world\n' > latin1.txt
gives 1 'latin1.txt:+5: ' latin1.txt
printf '\377\376H\000i\000' > utf16.txt
gives 1 'utf16.txt:+0: ' utf16.txt
printf 'A surrogate \355\240\200.\n' > surrogate.txt
gives 1 'surrogate.txt:+12: ' surrogate.txt
printf 'Troops\000 attacked the town.\n' > nul.txt
gives '0 1' '' nul.txt
head -c 3000 "$top_builddir/.libs/claimgraph" > binary.txt 2> /dev/null ||
  head -c 3000 "$claimgraph" > binary.txt
gives '0 1' '' binary.txt
gives 1 'folder' .
gives 1 'missing.txt: No such file' missing.txt

# The good file among bad ones is done.
gives 1 'latin1.txt:+5: ' latin1.txt missing.txt good.txt
grep -q 'ns#Claim' out || complain 'a good file among bad ones was not done'

# JSON lines: bad ones are passed over by their number.
{
  echo '{"text": "The army attacked the town, police said.", "date": "2020-03-04"}'
  echo '{"title": "no text"}'
  echo '{"text": 12}'
  echo '{"text": "never closed'
  echo 'not JSON at all'
  echo '["no object"]'
  printf '{"text": "bad \377 byte"}\n'
  repeat 100000 '['
  echo
  echo '{"text": "Rebels killed the mayor, the ministry said.", "date": null}'
} > lines.jsonl
gives 1 'lines.jsonl:2: ' lines.jsonl
for n in 2 3 4 5 6 7 8; do
  grep -q "^claimgraph: lines.jsonl:$n: " err || complain "line $n: no complaint"
done
grep -qE ':(1|9): ' err && complain 'a good line was refused'
[ "$(grep -c 'ns#Article>' out)" = 2 ] || complain 'not both good lines were done'

# Long and deep, but articles all the same.
{
  repeat 10000 'the very old '
  echo 'town.'
} > long.txt
gives 0 '' long.txt
{
  repeat 1000 '"He said that '
  echo 'troops attacked.'
  repeat 1000 '" '
} > quotes.txt
gives 0 '' quotes.txt
{
  repeat 1000 '(['
  echo 'troops attacked the town'
  repeat 1000 '])'
} > brackets.txt
gives 0 '' brackets.txt
repeat 300000 'a' > word.txt
gives 0 '' word.txt
repeat 20000 'He said. ' > short.txt
gives 0 '' short.txt
repeat 30000 '.' > dots.txt
gives '0 1' '' dots.txt
{
  repeat 3000 'officials said that '
  echo 'troops attacked the town.'
} > nested.txt
gives 0 '' nested.txt

# Beyond the limit, from a file and from a pipe.
head -c 17000000 /dev/zero | tr '\0' 'a' > large.txt
gives 1 'large.txt' large.txt good.txt
grep -q 'ns#Claim' out || complain 'the file after a large one was not done'
got=0
head -c 100000000 /dev/zero | tr '\0' 'a' |
  timeout 120 "$claimgraph" extract > out 2> err || got=$?
[ $got = 1 ] || complain "100 MB: exit $got, not 1: $(head -c 300 err)"
exit $failed
