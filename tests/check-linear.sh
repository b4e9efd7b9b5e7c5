#!/bin/sh
# A sentence that never ends: twice the words give about twice the output, in
# about twice the time, for the text of no claim is a whole book.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# Words in an order without sense, always the same.
words() {
  awk -v n="$1" 'BEGIN {
    m = split("the said , and killed that in Paris who to ( men not is of " \
              "army attacked city minister 14 people", w, " ")
    for (x = 7; n-- > 0; x = (x * 1103 + 12345) % 1048576)
      printf "%s ", w[1 + int(x / 64) % m]
  }'
}

size() {
  words "$1" > "$tmp/words"
  "$top_builddir/claimgraph" extract -q -t json "$tmp/words" | wc -c
}

once=$(size 30000)
twice=$(size 60000)
if [ "$twice" -gt $((once * 22 / 10)) ]; then
  echo "$once bytes, but $twice for twice the words"
  exit 1
fi
