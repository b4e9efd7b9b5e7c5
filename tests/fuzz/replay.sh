#!/bin/sh
# Inputs that once were, or could be, hard to digest. A file is named after
# what it tries; the folder says for which fuzz target it is.
#
# To look for more, configure with CC=clang --enable-fuzzing, make check, and
#
#   mkdir found && top_srcdir=. nice tests/fuzz/fuzz_doc \
#     -max_total_time=600 -timeout=10 found tests/fuzz/corpus-doc
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}"
fuzz=$top_srcdir/tests/fuzz
status=0
for target in doc rdf reader; do
  # shellcheck disable=SC2086
  timeout 300 $WRAP "$top_builddir/tests/fuzz/fuzz_$target" \
    "$fuzz/corpus-$target"/* || {
    echo "fuzz_$target: exit $?"
    status=1
  }
done

# Long inputs of one kind each, so that what is quadratic or too deep shows.
# They are no longer than valgrind can stand.
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
repeat() { # NAME COUNT TEXT
  awk -v n="$2" -v s="$3" 'BEGIN { while (n-- > 0) printf "%s", s }' > "$tmp/$1"
}
repeat words 2000 'police said '
repeat quotes 2000 '"'
repeat openings 2000 '\342\200\234he said '
repeat brackets 2000 '('
repeat stops 4000 '. '
repeat names 500 'Anna Berg, mayor of Jos, '
repeat that 500 'the army said that '
repeat and 500 'killed and '
repeat of 500 'the attack of '
repeat accents 4000 '\314\201'
repeat numbers 1000 '12,'
repeat dates 500 'on Monday '
repeat lines 2000 'Blast kills\n'
repeat bullets 1000 '- a bomb\n\n'
repeat one 10000 'a'
# shellcheck disable=SC2086
timeout 300 $WRAP "$top_builddir/tests/fuzz/fuzz_doc" "$tmp"/* || {
  echo "long inputs: exit $?"
  status=1
}
exit $status
