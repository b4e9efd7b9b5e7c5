#!/bin/sh
# The option table, --help, the manual page and the completion name the same
# commands, options and values, and the command takes them all.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
table=$top_srcdir/src/cli/options.def
manual=$top_srcdir/src/cli/claimgraph.1
completion=$top_builddir/src/cli/claimgraph
claimgraph=$top_builddir/claimgraph
help=$("$claimgraph" --help)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
fail() {
  echo "$1"
  exit 1
}
# in_all MANUAL-FORM WORD: the word stands in all three.
in_all() {
  grep -qE -e "$1" "$manual" || fail "claimgraph.1 lacks '$2'"
  echo "$help" | grep -qwF -e "$2" || fail "--help lacks '$2'"
  grep -qwF -e "$2" "$completion" || fail "the completion lacks '$2'"
}

[ -n "$(sed -n 's/^OPTION/&/p' "$table")" ]
sed -n "s/^OPTION('\(.\)', \"\([^\"]*\)\".*/\1 \2/p" "$table" > "$tmp/options"
while read -r letter name; do
  in_all "^\.It Fl $letter , Fl -$name" "--$name"
  in_all "^\.It Fl $letter ," "-$letter"
done < "$tmp/options"
# shellcheck disable=SC2013
for command in $(sed -n 's/^COMMAND([A-Z]*, "\([a-z]*\)".*/\1/p' "$table"); do
  in_all "^\.Cm $command" "$command"
done

# The manual page has an item for no option that is not in the table.
sed -n 's/^\.It Fl . , Fl -\([a-z-]*\).*/\1/p' "$manual" |
  while read -r name; do
    grep -q "^OPTION('.', \"$name\"" "$table" ||
      fail "claimgraph.1 has --$name, the table has not"
  done

values() {
  tr '\n' ' ' < "$table" | sed 's/"  *"//g' |
    sed "s/.*OPTION('$1', \"[^\"]*\", \"[^\"]*\",  *\"\([^\"]*\)\".*/\1/"
}
for format in $(values t); do
  in_all "^\.It Cm $format" "$format"
  case $format in
    dot | svg | png | pdf | gexf | graphml | nodes | edges) command=draw ;;
    table | csv)
      "$claimgraph" query -t "$format" denials "$top_srcdir"/examples/*.ttl \
        > /dev/null
      continue
      ;;
    *) command=extract ;;
  esac
  "$claimgraph" "$command" -d 2020-03-04 -t "$format" \
    "$top_srcdir/tests/sample.txt" > "$tmp/out"
  [ -s "$tmp/out" ] || fail "-t $format writes nothing"
done
for value in $(values f); do
  in_all "^\.It Cm $value" "$value"
  "$claimgraph" extract -f "$value" "$top_srcdir/tests/sample.txt" > /dev/null
done
for value in $(values v); do
  in_all "^\.It Cm $value" "$value"
  "$claimgraph" draw -v "$value" "$top_srcdir/tests/sample.txt" > /dev/null
done
for value in $(values E); do
  in_all "^\.It Cm $value" "$value"
done
for value in $(values i); do
  in_all "^\.(It )?Cm $value" "$value"
done

for page in "$top_srcdir"/src/cli/*.[17]; do
  if command -v mandoc > /dev/null; then
    mandoc -T lint -W warning "$page"
  elif command -v groff > /dev/null; then
    warnings=$(groff -mdoc -Tutf8 -ww "$page" 2>&1 > /dev/null)
    [ -z "$warnings" ] || fail "$warnings"
  fi
done

# The manual names the saved queries, and what each asks.
"$claimgraph" queries | cut -f 1 | while read -r name; do
  grep -q "^\.It Cm $name\$" "$top_srcdir/src/cli/claimgraph-query.1" ||
    fail "claimgraph-query.1 lacks '$name'"
done
if command -v bash > /dev/null; then
  bash -n "$completion"
fi
