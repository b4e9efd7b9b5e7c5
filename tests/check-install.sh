#!/bin/sh
# What "make install" installs is complete, and works where it was put.
set -eu
: "${top_srcdir:?is set by make check}" "${top_builddir:?}" "${MAKE:?}"
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
unset MAKEFLAGS MFLAGS MAKELEVEL || true

(cd "$top_builddir" && "$MAKE" install DESTDIR="$root" > "$root/log" 2>&1) || {
  tail -n 20 "$root/log"
  exit 1
}
status=0
find_one() { # NAME
  found=$(find "$root" -path "*/$1" | head -n 1)
  [ -n "$found" ] || {
    echo "$1 is not installed" >&2
    status=1
  }
}
find_one bin/claimgraph && command=$found
find_one lib*/libclaimgraph.so && library=$found
find_one include/claimgraph.h && header=$found
for file in pkgconfig/claimgraph.pc man1/claimgraph.1 \
  bash-completion/completions/claimgraph ontology/claimgraph.ttl \
  ontology/README.md ontology/english.model ontology/places.data \
  ontology/ontology.cache; do
  find_one $file
done
[ $status = 0 ] || exit 1

# The cache was made from the very Turtle files that are installed with it.
cp -R "$(dirname "$found")" "$root/again"
chmod -R u+w "$root/again"
"$top_builddir/claimgraph-train" ontology "$root/again"
cmp "$found" "$root/again/ontology.cache"
if find "$root" -name '*claimgraph-train*' -o -name '*.test' | grep .; then
  echo 'the files above should not be installed'
  exit 1
fi

# The command finds the data beside it, not that of the source tree.
cd /
LD_LIBRARY_PATH=$(dirname "$library") "$command" extract -t ntriples \
  "$top_srcdir/tests/sample.txt" | grep -q 'ns#Claim>'
mv "$(dirname "$found")" "$root/elsewhere"
if LD_LIBRARY_PATH=$(dirname "$library") "$command" extract \
  "$top_srcdir/tests/sample.txt" > /dev/null 2>&1; then
  echo 'the installed command uses data that was not installed'
  exit 1
fi

# The header is C99 and C++.
echo '#include "claimgraph.h"' > "$root/t.c"
cp "$root/t.c" "$root/t.cc"
include=$(dirname "$header")
if command -v cc > /dev/null; then
  cc -std=c99 -Wall -Wpedantic -Werror -fsyntax-only -I"$include" "$root/t.c"
fi
if command -v c++ > /dev/null; then
  c++ -Wall -Wpedantic -Werror -fsyntax-only -I"$include" "$root/t.cc"
fi
