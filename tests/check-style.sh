#!/bin/sh
# What clang-format cannot see: head comments, sizes, leftovers.
set -eu
: "${top_srcdir:?is set by make check}"
cd "$top_srcdir"
status=0
complain() {
  echo "$1"
  status=1
}

for f in src/*.[ch] src/*/*.[ch] tests/*.c tests/*/*.[ch]; do
  [ -e "$f" ] || continue
  case $(head -n 1 "$f") in
    '/* SPDX-License-Identifier: Apache-2.0'*) ;;
    *) complain "$f: no licence in the first line" ;;
  esac
  lines=$(wc -l < "$f")
  [ "$lines" -le 800 ] || complain "$f: $lines lines, more than 800"
  # Functions start with "{" and end with "}" in the first column.
  awk -v f="$f" '
    /^\{/ { start = NR }
    /^\}$/ && start {
      if (NR - start > 81) {
        print f ":" start ": a function of " NR - start - 1 " lines"
        bad = 1
      }
      start = 0
    }
    END { exit bad }' "$f" || status=1
done
if grep -nwE 'TODO|FIXME|XXX' src/*.[ch] src/*/*.[ch] tests/*/*.[ch]; then
  complain 'the lines above are leftovers'
fi
exit $status
