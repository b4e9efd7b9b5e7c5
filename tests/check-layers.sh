#!/bin/sh
# Includes point one way: each folder names the folders that it may use, and
# the header of a library appears only where that library is used.
set -eu
: "${top_srcdir:?is set by make check}"
cd "$top_srcdir/src"
status=0

# may_use FOLDER FOLDER...
may_use() {
  folder=$1
  # shellcheck disable=SC2013
  for hit in $(grep -Hno '#include "[a-z]*/' "$folder"/*.[ch] |
    sed 's/#include "//; s,/$,,'); do
    case " $* " in
      *" ${hit##*:} "*) ;;
      *)
        echo "src/${hit%:*}: $folder may not use ${hit##*:}"
        status=1
        ;;
    esac
  done
}
may_use base
may_use world base
may_use article world base
may_use lang article world base
may_use extract lang article world base
may_use graph extract lang article world base
may_use store graph article world base
may_use write graph article world base
may_use doc store graph article world base
may_use cli
may_use places world base

# only_in PATTERN-OF-FILES HEADERS
only_in() {
  if grep -nE "#include <($2)" ./*.[ch] ./*/*.[ch] | grep -vE "^\./($1)"; then
    echo "$2: only in $1"
    status=1
  fi
}
only_in 'world/|store/|write/rdf' 'raptor2\.h'
only_in 'store/query' 'rasqal\.h'
only_in 'write/dot' '(graphviz/)?(cgraph|gvc)\.h'
only_in 'article/json|write/json|places/' 'jansson\.h'
only_in 'places/' 'geonames/'
only_in 'base/' 'nettle/'
exit $status
