#!/bin/sh
# The same articles give the same bytes: later, elsewhere, in another locale
# and time zone.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
claimgraph=$top_builddir/claimgraph
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
article=$top_srcdir/tests/sample.txt

write_all() {
  for format in turtle ntriples nquads rdfxml json conllu explain; do
    "$claimgraph" extract -d 2020-03-04 -t $format "$article" > "$1.$format"
  done
  for format in dot svg png pdf gexf graphml nodes edges; do
    "$claimgraph" draw -d 2020-03-04 -t $format "$article" > "$1.$format"
  done
  for view in actors event timeline; do
    "$claimgraph" draw -d 2020-03-04 -t svg -v $view "$article" > "$1.$view"
  done
}
write_all "$tmp/a"
sleep 1.1 # Lest both fall into one second of the clock.
cd /
# Any locale with a decimal comma, if there is one.
comma=$(locale -a 2> /dev/null | grep -iE '^(de|fr|pl|tr)_.*utf-?8' | head -n 1)
LC_ALL=${comma:-de_DE.UTF-8} LANG=tr_TR.UTF-8 LANGUAGE=de TZ=Asia/Kathmandu
HOME=/nonexistent POSIXLY_CORRECT=1
export LC_ALL LANG LANGUAGE TZ HOME POSIXLY_CORRECT
write_all "$tmp/b"

status=0
for file in "$tmp"/a.*; do
  cmp "$file" "$tmp/b.${file##*.}" || status=1
done
exit $status
