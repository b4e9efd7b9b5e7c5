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
for target in doc reader; do
  # shellcheck disable=SC2086
  timeout 300 $WRAP "$top_builddir/tests/fuzz/fuzz_$target" \
    "$fuzz/corpus-$target"/* || {
    echo "fuzz_$target: exit $?"
    status=1
  }
done

# Long inputs of one kind each: nothing may be quadratic, or too deep.
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
repeat() { # NAME COUNT TEXT
  awk -v n="$2" -v s="$3" 'BEGIN { while (n-- > 0) printf "%s", s }' > "$tmp/$1"
}
repeat words 20000 'police said '
repeat quotes 20000 '"'
repeat openings 20000 '\342\200\234he said '
repeat brackets 20000 '('
repeat stops 40000 '. '
repeat names 5000 'Anna Berg, mayor of Jos, '
repeat that 5000 'the army said that '
repeat and 5000 'killed and '
repeat of 5000 'the attack of '
repeat accents 40000 '\314\201'
repeat numbers 10000 '12,'
repeat dates 5000 'on Monday '
repeat lines 20000 'Blast kills\n'
repeat bullets 10000 '- a bomb\n\n'
repeat one 100000 'a'
# shellcheck disable=SC2086
timeout 300 $WRAP "$top_builddir/tests/fuzz/fuzz_doc" "$tmp"/* || {
  echo "long inputs: exit $?"
  status=1
}
exit $status
